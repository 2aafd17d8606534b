"""Where most files hold another quarter or year than was asked for, one sentence says so."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Filler
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import Phrase, render
from xl_apa.core.model import Office
from xl_apa.ministry.analysis.hints import hints
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.summarise import ReadingOptions, consolidate
from xl_apa.plans import load_plan
from xl_apa.sheets import layout
from xl_apa.sheets.build.workbook import build_template

FRESH = ReadingOptions(fresh=True)
OTHER = load_plan("example-2024-25")


def read(folder: Path, quarter: int) -> MinistryResult:
    return consolidate([folder], Task(Quarter(quarter), load_plan()), reading=FRESH)


def said(result: MinistryResult) -> list[str]:
    return [render(hint.code, "en", hint.params) for hint in hints(result)]


@pytest.mark.parametrize(
    ("asked", "filled_in", "text"),
    [
        (3, [2, 2, 2, 3], "3 of 4 files hold quarter 2, not quarter 3. Is --quarter 2 meant?"),
        (1, [2, 2, 2], "3 of 3 files hold quarter 2, not quarter 1. Is --quarter 2 meant?"),
        (2, [4], "1 of 1 files hold quarter 4, not quarter 2. Is --quarter 4 meant?"),
        (2, [2, 2, 1], ""),
        (2, [2, 1], ""),
        (2, [1, 3, 4, 2, 2], ""),
        (2, [0, 0], ""),
    ],
)
def test_the_quarter_that_most_files_hold_is_named(
    filled: Filler, tmp_path: Path, asked: int, filled_in: list[int], text: str
) -> None:
    for number, quarter in enumerate(filled_in):
        cells = {"1.4.1": 90} if quarter else {}
        filled(cells, name=f"in/{number}.xlsx", code=f"N-{number}", quarter=quarter or asked)
    result = read(tmp_path / "in", asked)
    assert said(result) == ([text] if text else [])
    elsewhere = [finding for _, finding in result.findings() if finding.code == "other-quarter-filled"]
    assert len(elsewhere) == sum(bool(quarter) and quarter != asked for quarter in filled_in)


def test_a_file_without_the_form_of_the_quarter_says_which_one_it_holds(filled: Filler, tmp_path: Path) -> None:
    path = filled({"1.4.1": 90}, name="in/a.xlsx")
    book = openpyxl.load_workbook(path)
    del book[layout.quarter_sheet(Quarter.Q3)]
    book.save(path)
    result = read(tmp_path / "in", 3)
    (refusal,) = result.refused
    assert refusal.error.code == "quarter-other"
    assert "has no form for quarter 3; it holds quarter 2." in refusal.error.text("en")
    assert said(result) == ["1 of 1 files hold quarter 2, not quarter 3. Is --quarter 2 meant?"]


def test_the_year_that_most_files_are_for_is_named(filled: Filler, tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"in/{number}.xlsx"
        path.parent.mkdir(exist_ok=True)
        build_template(OTHER, path, office=Office(f"N-{number}", "ক", "খ"))
    filled({"1.4.1": 90}, name="in/this year.xlsx", code="N-9")
    result = read(tmp_path / "in", 2)
    assert said(result) == ["3 of 4 files are for 2024-25, not for 2023-24. Is --plan example-2024-25 meant?"]
    text = result.refused[0].error.text("en")
    assert "Its form is that of 2024-25: ask the office for its report of 2023-24" in text
    assert "(--plan example-2024-25)" in text
    assert isinstance(result.refused[0].error.params["form"], Phrase)
