"""Every number of the summary can be followed: from an office's rank to its rows, from a row to file, sheet and cell."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import Filler
from tests.ministry.builders import BEST, MINISTRY, make_consolidation
from tests.ministry.report import bangla
from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import Quarter
from xl_apa.core.typed.reading import as_typed
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.model import Task
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan

_LINK = re.compile(r'=HYPERLINK\("((?:[^"]|"")*)",(?:"((?:[^"]|"")*)"|(\d+))\)')


def link(value: object) -> tuple[str, str]:
    """Where a formula leads, and what it shows."""
    match = _LINK.fullmatch(str(value))
    assert match, value
    return match[1].replace('""', '"'), (match[2] or match[3]).replace('""', '"')


def column(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[4] if cell.value == bangla.COLUMNS[heading])


@pytest.fixture
def summary(filled: Filler, tmp_path: Path) -> Path:
    """A summary beside the folder of its reports; one file's name has a quote and a blank in it."""
    filled({"1.1.1": "১৬ মে ২০২৪", "1.2.1": "৩ টি", "1.4.1": 82.5}, name="in/a.xlsx", code="A", office="এক")
    filled({"1.1.1": "চলমান", "1.4.1": "৭০%"}, name="in/district 1/O'Neil.xlsx", code="B", office="দুই")
    (tmp_path / "in" / "broken.xlsx").write_bytes(b"PK\x03\x04")
    path = tmp_path / "out" / "summary.xlsx"
    write_summary(read_offices(find_workbooks([tmp_path / "in"]), Task(Quarter.Q2, load_plan())), path)
    return path


def test_every_row_of_the_data_leads_to_the_cell_in_which_it_was_typed(summary: Path) -> None:
    data = openpyxl.load_workbook(summary)[bangla.DATA_SHEET]
    raw, cell = column(data, "raw"), column(data, "cell")
    rows = list(data.iter_rows(min_row=5, values_only=True))
    assert len(rows) == 2 * len(load_plan().indicators)
    for row in rows:
        target, shown = link(row[cell - 1])
        file, _, place = target.partition("#")
        sheet, _, name = place.rpartition("!")
        assert place == shown
        book = openpyxl.load_workbook(summary.parent / file)
        typed = Cell(as_typed(book[sheet.strip("'")][name].value)).text
        assert typed == (row[raw - 1] or "")


def test_a_rank_leads_to_the_first_row_of_its_office(summary: Path) -> None:
    book = openpyxl.load_workbook(summary)
    for row in book[bangla.MARKS_SHEET].iter_rows(min_row=6, max_row=7, values_only=True):
        target, rank = link(row[0])
        place, _, name = target.removeprefix("#").rpartition("!")
        first = book[place.strip("'")][name]
        above = book[place.strip("'")].cell(first.row - 1, first.column).value
        assert first.value == row[1] != above
        assert rank in "12"


def test_whether_an_office_reported_leads_to_its_form(summary: Path) -> None:
    rows = openpyxl.load_workbook(summary)[bangla.MARKS_SHEET].iter_rows(min_row=6, max_row=7, values_only=True)
    targets = {row[1]: link(row[3])[0] for row in rows}
    assert targets == {
        "A": "../in/a.xlsx#'২য় ত্রৈমাসিক'!A1",
        "B": "../in/district 1/O'Neil.xlsx#'২য় ত্রৈমাসিক'!A1",
    }


def test_every_source_leads_to_its_file_also_a_refused_one(summary: Path) -> None:
    sheet = openpyxl.load_workbook(summary)[bangla.SOURCES_SHEET]
    found = [link(row[0])[0] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert found == ["../in/a.xlsx", "../in/broken.xlsx", "../in/district 1/O'Neil.xlsx"]
    assert all((summary.parent / each).exists() for each in found)


@pytest.mark.parametrize("sheet", [bangla.FINDINGS_SHEET, bangla.DATA_SHEET])
def test_what_a_link_shows_is_stored_for_programs_that_do_not_calculate(summary: Path, sheet: str) -> None:
    live = openpyxl.load_workbook(summary)[sheet]
    stored = openpyxl.load_workbook(summary, data_only=True)[sheet]
    at = column(live, "cell")
    for row in range(5, live.max_row + 1):
        if live.cell(row, at).value:
            assert stored.cell(row, at).value == link(live.cell(row, at).value)[1]


@pytest.mark.parametrize(
    "path", ["in/a#b.xlsx", f"in/{'ক' * 260}.xlsx", "in/\ud800.xlsx"], ids=["hash", "long", "surrogate"]
)
def test_a_path_that_no_link_can_hold_stays_text(tmp_path: Path, path: str) -> None:
    office = replace(BEST, source=replace(BEST.source, path=path))
    write_summary(make_consolidation(office), tmp_path / "summary.xlsx")
    data = openpyxl.load_workbook(tmp_path / "summary.xlsx")[bangla.DATA_SHEET]
    assert data.cell(5, column(data, "cell")).value == "'১ম ত্রৈমাসিক'!M8"


def test_a_quote_in_a_path_cannot_end_the_formula(tmp_path: Path) -> None:
    path = 'in/a","x"),1+1,("b.xlsx'
    office = replace(MINISTRY.offices[0], source=replace(MINISTRY.offices[0].source, path=path))
    write_summary(make_consolidation(office), tmp_path / "summary.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "summary.xlsx")[bangla.SOURCES_SHEET]
    assert link(sheet["A5"].value)[1] == path


def test_a_mark_leads_to_the_cell_it_was_given_for_and_stays_a_number(summary: Path) -> None:
    live = openpyxl.load_workbook(summary)[bangla.MARKS_SHEET]
    stored = openpyxl.load_workbook(summary, data_only=True)[bangla.MARKS_SHEET]
    data = openpyxl.load_workbook(summary)[bangla.DATA_SHEET]
    expected = [link(row[column(data, "cell") - 1])[0] for row in data.iter_rows(min_row=5, values_only=True)]
    count = len(load_plan().indicators)
    cells = [cell for row in live.iter_rows(min_row=6, max_row=7, min_col=5, max_col=4 + count) for cell in row]
    found = [re.fullmatch(r'=HYPERLINK\("(.*)",([\d.]+)\)', cell.value) for cell in cells]
    assert [match and match[1] for match in found] == expected
    assert [match and float(match[2]) for match in found] == [stored[cell.coordinate].value for cell in cells]


def test_where_a_link_cannot_work_nothing_looks_like_one(tmp_path: Path) -> None:
    paths = {"in/a#b.xlsx": False, "in/" + "ক" * 260 + ".xlsx": False, "in/c.xlsx": True}
    offices = [replace(BEST, source=replace(BEST.source, path=path)) for path in paths]
    write_summary(make_consolidation(*offices), tmp_path / "summary.xlsx")
    book = openpyxl.load_workbook(tmp_path / "summary.xlsx")
    marks, data, sources = (book[name] for name in (bangla.MARKS_SHEET, bangla.DATA_SHEET, bangla.SOURCES_SHEET))
    for cells in (
        [marks.cell(row, 4) for row in (6, 7, 8)],
        [marks.cell(row, 5) for row in (6, 7, 8)],
        [data.cell(row, column(data, "cell")) for row in (5, 9, 13)],
        sorted((sources.cell(row, 1) for row in (5, 6, 7)), key=lambda cell: "c.xlsx" in str(cell.value)),
    ):
        leads = [str(cell.value).startswith("=HYPERLINK") for cell in cells]
        assert leads == [False, False, True]
        assert [cell.font.color.rgb[2:] == "0563C1" for cell in cells] == leads
        assert not any(cell.font.underline for cell in cells[:2])


def test_long_paths_make_rows_no_higher_than_three_lines(tmp_path: Path) -> None:
    path = "in/" + "/".join(["অনেক লম্বা নামের ফোল্ডার"] * 20) + "/" + "ক" * 200 + ".xlsx"
    office = replace(BEST, source=replace(BEST.source, path=path))
    write_summary(make_consolidation(office), tmp_path / "summary.xlsx")
    book = openpyxl.load_workbook(tmp_path / "summary.xlsx")
    for name in (bangla.SOURCES_SHEET, bangla.DATA_SHEET, bangla.FINDINGS_SHEET):
        assert book[name].row_dimensions[5].height <= 60
