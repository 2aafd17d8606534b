"""Options mean the same in every command, in either kind of digits."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest

from xl_apa.cli.options import Day, FilePath, NamedPlan, QuarterNumber, Year, require_ending
from xl_apa.core.errors import CallError, OutputError, XlApaError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.plans import load_plan


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (QuarterNumber(), "2", Quarter.Q2),
        (QuarterNumber(), "৪", Quarter.Q4),
        (Day(), "2024-06-16", date(2024, 6, 16)),
        (Day(), "১৬/০৬/২০২৪", date(2024, 6, 16)),
        (Year(), "2023-24", FiscalYear(2023)),
        (Year(), "২০২৩-২৪", FiscalYear(2023)),
        (NamedPlan(), "2023-24", load_plan("2023-24")),
        (FilePath(), "x.xlsx", Path("x.xlsx")),
    ],
)
def test_a_value_is_understood(kind: click.ParamType[Any], text: str, value: object) -> None:
    assert kind.convert(text, None, None) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (QuarterNumber(), "5", "quarter-wrong"),
        (QuarterNumber(), "1.5", "quarter-wrong"),
        (Day(), "31/02/2024", "date-wrong"),
        (Year(), "soon", "year-wrong"),
    ],
)
def test_a_value_that_is_not_understood_is_refused_by_its_code(
    kind: click.ParamType[Any], text: str, code: str
) -> None:
    with pytest.raises(CallError) as refusal:
        kind.convert(text, None, None)
    assert refusal.value.code == code


def test_an_unknown_plan_is_refused() -> None:
    with pytest.raises(XlApaError):
        NamedPlan().convert("1999-00", None, None)


def test_the_ending_of_a_file_to_write_is_what_will_be_written() -> None:
    require_ending(Path("a.XLSX"), ".xlsx")
    with pytest.raises(OutputError) as refusal:
        require_ending(Path("a.xlsm"), ".xlsx")
    assert refusal.value.code == "output-ending"
