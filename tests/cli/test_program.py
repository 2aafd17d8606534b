"""Every command is found, explains itself, and costs nothing before it is called."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calls import Call
from xl_apa import __version__
from xl_apa.cli.lazy_group import LazyGroup
from xl_apa.cli.localized import LocalizedCommand, LocalizedOption
from xl_apa.cli.program import program
from xl_apa.core.messages import CATALOGUE, LANGUAGES, render


def commands(group: LazyGroup, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], LocalizedCommand]]:
    """Every command and group below a group, with its names."""
    for name, command in group.commands.items():
        assert isinstance(command, LocalizedCommand)
        yield (*path, name), command
        if isinstance(command, LazyGroup):
            yield from commands(command, (*path, name))


ALL = dict(commands(program))


def test_the_version_is_the_packages(run: Call) -> None:
    assert __version__ in run("--version").out


# ---- help -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ALL, ids=" ".join)
@pytest.mark.parametrize(("lang", "example"), [("bn", "উদাহরণ: xl-apa"), ("en", "Example: xl-apa")])
def test_every_command_has_help_with_an_example_in_both_languages(
    run: Call, path: tuple[str, ...], lang: str, example: str
) -> None:
    result = run("--lang", lang, *path, "--help")
    assert result.status == 0
    assert f"{example} {' '.join(path)}" in result.out


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_a_command_has_the_name_and_the_help_text_that_the_table_says(path: tuple[str, ...]) -> None:
    table = ALL[path[:-1]] if path[:-1] else program
    assert isinstance(table, LazyGroup)
    assert ALL[path].name == path[-1]
    assert ALL[path].help_code == table.lazy_commands[path[-1]].help_code == f"help-{'-'.join(path)}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", [(), *(path for path in ALL if isinstance(ALL[path], LazyGroup))], ids=" ".join)
def test_the_help_of_a_group_lists_its_commands(run: Call, path: tuple[str, ...], lang: str) -> None:
    listed = " ".join(run("--lang", lang, *path, "--help").out.split())
    for below, command in ALL.items():
        if below[:-1] == path:
            first = render(command.help_code, lang).partition("\n")[0]
            assert f"{below[-1]} {' '.join(first.split())}" in listed


def test_no_help_text_is_left_over_in_the_catalogue() -> None:
    used = {command.help_code for command in ALL.values()} | {program.help_code}
    used |= {
        option.help_code
        for command in (program, *ALL.values())
        for option in command.params
        if isinstance(option, LocalizedOption)
    }
    # help-1 … and two more are the lines of the workbook's sheet of help.
    sheet = {code for code in CATALOGUE if re.fullmatch(r"help-(\d+|more|go)", code)}
    told = {code for code in CATALOGUE if re.match("help-|option-", code)} - sheet
    assert told - {"option-help"} == used - {"option-help"}


# ---- what a call loads ----------------------------------------------------------------------------------------------

LIBRARIES = (
    *("xlwings", "pandas", "numpy", "openpyxl", "xlsxwriter", "lxml", "python_calamine", "rich", "platformdirs"),
    *("pyopenvba", "distributed", "multiprocessing", "xl_apa.excel", "xl_apa.ministry", "xl_apa.sheets"),
    *("xl_apa.ministry.summarise", "xl_apa.ministry.report", "xl_apa.ministry.register"),
)
CALL = """
import json, sys
from xl_apa.cli import main
arguments, names = json.loads(sys.argv[1])
status = main(arguments)
print(json.dumps([status, [name for name in names if name in sys.modules]]))
"""


def loaded(*arguments: object) -> set[str]:
    """Which of these libraries and packages are loaded after a call, in a Python of its own."""
    given = json.dumps([[str(each) for each in arguments], LIBRARIES])
    done = subprocess.run([sys.executable, "-c", CALL, given], check=True, capture_output=True, encoding="utf-8")
    status, found = json.loads(done.stdout.splitlines()[-1])
    assert status in (0, 1), done.stderr
    return set(found)


@pytest.mark.parametrize("call", ["--version", "--help", "--lang bn --help", "plan --help", "addin --help"])
def test_version_and_help_load_no_library(call: str) -> None:
    assert loaded(*call.split()) == set()


@pytest.mark.parametrize(
    "call",
    [
        "plan list",
        "plan show 2023-24",
        "score {sample} --quarter 2",
        "calculate {sample} --quarter 2 -o {out}/copy.xlsx",
        "template -o {out}/form.xlsx",
        "template --edition macro -o {out}/form.xlsm",
        "consolidate {sample} -o {out}/summary.xlsx --quarter 2",
        "register new -o {out}/register.xlsx",
        "addin build -o {out}/xl_apa.xlam",
        "doctor",
    ],
)
def test_no_command_waits_for_excel_or_pandas(call: str, sample, tmp_path: Path) -> None:
    places = {"sample": sample("sid_2023-24"), "out": tmp_path}
    found = loaded(*(each.format(**places) for each in call.split()))
    assert not found & {"xlwings", "pandas", "numpy", "openpyxl", "xl_apa.excel"}


def test_a_score_loads_nothing_that_only_the_ministry_needs(sample) -> None:
    # The process in which a file is read is the one that the ministry's files are read in.
    ministrys = {"xl_apa.ministry.summarise", "xl_apa.ministry.report", "xl_apa.ministry.register", "xlsxwriter"}
    assert not loaded("score", sample("sid_2023-24")) & ministrys
