"""Options that several commands share, so that they mean the same everywhere, and the values they take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from xl_apa.cli.localized import Decorated, option
from xl_apa.core.errors import CallError, OutputError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Plan, Rule
from xl_apa.core.text.numerals import parse_number
from xl_apa.core.typed.dates import parse_date
from xl_apa.plans import load_plan


class FilePath(click.ParamType[Path]):
    """A path; whether it can be used is said by those who open it."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return Path(value)


class QuarterNumber(click.ParamType[Quarter]):
    """A quarter, 1-4, in either kind of digits."""

    name = "1-4"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Quarter:
        number = parse_number(str(value))
        if number is None or number not in list(Quarter):
            raise CallError("quarter-wrong", value=value)
        return Quarter(int(number))


class Day(click.ParamType[date]):
    """A date, as ISO or day first."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        day = parse_date(str(value)).value
        if day is None:
            raise CallError("date-wrong", value=value)
        return day


class Year(click.ParamType[FiscalYear]):
    """A fiscal year, `2023-24`."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> FiscalYear:
        year = FiscalYear.parse(str(value))
        if year is None:
            raise CallError("year-wrong", value=value)
        return year


class NamedPlan(click.ParamType[Plan]):
    """A plan by name or file, loaded."""

    name = "plan"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Plan:
        return load_plan(str(value))


def output(required: bool = True) -> Callable[[Decorated], Decorated]:
    """Return the option -o, the file or folder to write."""
    return option("-o", "--output", type=FilePath(), required=required)


def quarter(required: bool = False) -> Callable[[Decorated], Decorated]:
    """Return the option --quarter."""
    return option("--quarter", type=QuarterNumber(), required=required)


plan = option("--plan", type=NamedPlan())
rule = option(
    "--rule",
    type=click.Choice([each.value for each in Rule]),
    callback=lambda _context, _option, value: value and Rule(value),
)
as_of = option("--as-of", type=Day())
as_json = option("--json", "as_json", is_flag=True)


def require_ending(path: Path, ending: str) -> None:
    """Raise OutputError unless the name ends as the file that will be written must."""
    if path.suffix.lower() != ending:
        raise OutputError("output-ending", path=path, ending=ending)
