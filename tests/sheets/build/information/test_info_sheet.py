"""The info sheet: a report's day is said in words, where nobody takes it for another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.libreoffice import recalculate
from tests.sheets.build.built import Build
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.sheets import layout as where
from xl_apa.sheets.layout import Info
from xl_apa.sheets.read.report import read_report
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.write.text_metrics import needed_height

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

DAYS = {
    Quarter.Q1: (date(2023, 10, 5), "৫ অক্টোবর ২০২৩"),
    Quarter.Q2: (date(2024, 1, 1), "১ জানুয়ারি ২০২৪"),
    Quarter.Q3: ("15/04/2024", ""),
    Quarter.Q4: (None, ""),
}


def field(quarter: Quarter, column: int) -> str:
    return cell_name(where.info_row(Info.report_date(quarter)), column)


@pytest.mark.office
def test_the_day_of_a_report_stands_in_words_beside_it(build: Build, tmp_path: Path) -> None:
    typed = {(where.INFO_SHEET, field(quarter, where.INFO_VALUE_COLUMN)): day for quarter, (day, _) in DAYS.items()}
    path = build(typed={cell: day for cell, day in typed.items() if day is not None})
    (again,) = recalculate(tmp_path / "again", path)
    for book in (path, again):
        sheet = openpyxl.load_workbook(book, data_only=True)[where.INFO_SHEET]
        said = {quarter: sheet[field(quarter, where.INFO_WORDS_COLUMN)].value or "" for quarter in DAYS}
        assert said == {quarter: words for quarter, (_, words) in DAYS.items()}


def test_the_words_are_not_taken_for_a_day_that_went_astray(build: Build) -> None:
    path = build()
    book = openpyxl.load_workbook(path)
    book.save(path)  # without the results of formulas
    report = read_report(path, Quarter.Q2)
    assert "field-beside-its-cell" not in {finding.code for finding in report.findings}


def test_no_row_is_high_for_a_warning_that_is_not_there(build: Build) -> None:
    sheet = openpyxl.load_workbook(build())[where.INFO_SHEET]
    heights = {row: sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1)}
    assert max(heights.values()) <= 24, heights
    (warning,) = [each for each in sheet.merged_cells.ranges if each.min_row == where.info_row(Info.REPORT_DATE_4) + 2]
    width = sum(sheet.column_dimensions[letter].width for letter in "BC") - 2
    needed = needed_height(render("prompt-month-first", "bn"), width, 12, bold=True)
    assert sum(heights[row] for row in range(warning.min_row, warning.max_row + 1)) >= needed


def test_it_leads_to_the_sheet_of_help(build: Build) -> None:
    sheet = openpyxl.load_workbook(build())[where.INFO_SHEET]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert [text for text in texts if text.startswith(f"=HYPERLINK(\"#'{where.HELP_SHEET}'!A1\"")]
