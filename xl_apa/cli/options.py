"""Options that several commands share, so that they mean the same everywhere, and the values they take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from xl_apa.cli.localized import Choice, Decorated, localize, option, option_name
from xl_apa.core.errors import CallError, InputError, OutputError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Plan, Rule
from xl_apa.core.text.numerals import parse_number
from xl_apa.core.typed.dates import parse_date
from xl_apa.plans import load_plan
from xl_apa.xlsx.files.special_files import is_special

Chosen = TypeVar("Chosen")


class _Localized(click.ParamType[Chosen]):
    """A value whose place in a help text is named in the reader's language, as `metavar-NAME`."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return localize(f"metavar-{self.name}")


class FilePath(_Localized[Path]):
    """A path of a `file`, a `folder`, a `file-or-folder` or any `path`; those who open it say whether it is one.

    A device and a pipe are neither, but what is read may come from a `pipe` where that is said.
    """

    def __init__(self, name: str = "file", *, pipe: bool = False) -> None:
        self.name = name
        self._pipe = pipe

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        # Of many paths each is read in a process that is watched; anything else would wait for ever.
        if self.name != "path" and is_special(path, pipe=self._pipe):
            raise CallError("path-special", path=path)
        return path


class QuarterNumber(_Localized[Quarter]):
    """A quarter, 1-4, in either kind of digits."""

    name = "quarter"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Quarter:
        number = parse_number(str(value))
        if number is None or number not in list(Quarter):
            raise CallError("quarter-wrong", value=value)
        return Quarter(int(number))


class Day(_Localized[date]):
    """A date, as ISO or day first."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        day = parse_date(str(value)).value
        if day is None:
            raise CallError("date-wrong", value=value)
        return day


class Year(_Localized[FiscalYear]):
    """A fiscal year, `2023-24`."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> FiscalYear:
        year = FiscalYear.parse(str(value))
        if year is None:
            raise CallError("year-wrong", value=value)
        return year


class Text(_Localized[str]):
    """Any text; `name` says of what kind."""

    def __init__(self, name: str = "text") -> None:
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value)


class Count(_Localized[int]):
    """A whole number above 0, in either kind of digits."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        number = parse_number(str(value))
        if number is None or number < 1 or number != int(number):
            raise CallError("count-wrong", name=option_name(param), text=value)
        return int(number)


class NamedPlan(_Localized[Plan]):
    """A plan by name or file, loaded."""

    name = "plan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Plan:
        return load_plan(str(value))


def output(kind: str = "file", required: bool = True, help_code: str = "") -> Callable[[Decorated], Decorated]:
    """Return the option -o, the `file`, `folder` or `file-or-folder` to write."""
    code = help_code or f"option-output-{kind}"
    return option("-o", "--output", type=FilePath(kind), required=required, help_code=code)


def quarter(required: bool = False, help_code: str = "") -> Callable[[Decorated], Decorated]:
    """Return the option --quarter."""
    return option("--quarter", type=QuarterNumber(), required=required, help_code=help_code)


def plan(default: str | None = None, help_code: str = "") -> Callable[[Decorated], Decorated]:
    """Return the option --plan; `default` is the name of a shipped one."""
    return option("--plan", type=NamedPlan(), default=default, show_default=default is not None, help_code=help_code)


rule = option(
    "--rule",
    type=Choice([each.value for each in Rule]),
    callback=lambda _context, _option, value: value and Rule(value),
)
as_of = option("--as-of", type=Day())
password = option("--password", "password", type=Text(), multiple=True)
passwords = option("--passwords", "password_file", type=FilePath(pipe=True))
explain = option("--explain", is_flag=True)
as_json = option("--json", "as_json", is_flag=True)


def given_passwords(password: tuple[str, ...], file: Path | None) -> tuple[str, ...]:
    """Return the passwords given on the command line and in a file, one to a line. Raise InputError."""
    if file is None:
        return password
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError("file-missing", path=file) from error
    except UnicodeDecodeError as error:
        raise InputError("passwords-not-unicode", path=file) from error
    except OSError as error:
        raise InputError("file-not-readable", path=file, reason=error.strerror or error) from error
    return tuple(dict.fromkeys([*password, *filter(None, text.splitlines())]))


def require_ending(path: Path, ending: str) -> None:
    """Raise OutputError unless the name ends as the file that will be written must."""
    if path.suffix.lower() != ending:
        raise OutputError("output-ending", path=path, ending=ending)
