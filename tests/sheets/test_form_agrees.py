"""What formulas cannot see: how a number is shown, and what is struck through. The form agrees once the program looked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.core.builders import Typed, make_indicator, make_plan
from tests.libreoffice import recalculate
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Unit
from xl_apa.sheets.assess_workbook import calculate_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import FIRST_ROW, Column, quarter_sheet
from xl_apa.xlsx.addresses import cell_name

Q2 = quarter_sheet(Quarter.Q2)
COUNT, FALLING, PERCENT = (4, 3, 2, 1, None), (1, 2, 3, 4, 5), (96, 90, 80, 60, 10)
DAY = ("2023-10-10", "2023-10-31", "2023-11-15", "2023-11-30", "2023-12-31")
SWAPPED = ('"১৬/০৭/২০২৩"', "0,", ";;;", "0.0E+0")
STRUCK = InlineFont(strike=True)

# Unit, targets, what stands in the cell, its number format ("" is the form's own), and whether it is struck through.
HIDDEN: list[tuple[Unit, tuple[Typed, ...], object, str, bool]] = [
    *((Unit.NUMBER, COUNT, 4, code, False) for code in ("0%", ";;;", "0,", "0,,", '0"0"', '"৩"', "0.0E+0", "?/?")),
    *((Unit.NUMBER, COUNT, 4, code, False) for code in ('0" বাকি"', '"-"0', "0000-0000")),
    *((Unit.PERCENT, PERCENT, 96, code, False) for code in ("0%", ";;;", "0,", '"১"0', "0.0E+0", "?/?", '0"% বাকি"')),
    *((Unit.PERCENT, PERCENT, 10, code, False) for code in ("0%", "0.00%")),
    *((Unit.DATE, DAY, 45215, code, False) for code in SWAPPED),
    *((Unit.NUMBER, targets, value, "", False) for targets in (COUNT, FALLING) for value in (True, False)),
    *((Unit.PERCENT, PERCENT, value, "", False) for value in (True, False)),
    *((Unit.NUMBER, targets, value, "", True) for targets in (COUNT, FALLING) for value in (3, "৩ টি")),
    *((Unit.PERCENT, PERCENT, value, "", True) for value in (96, "৯৬%")),
    *((Unit.DATE, DAY, value, "", True) for value in (date(2023, 10, 16), "১৬ অক্টোবর ২০২৩")),
    *((Unit.NUMBER, targets, CellRichText(TextBlock(STRUCK, "৩"), "২"), "", False) for targets in (COUNT, FALLING)),
]
PLAIN: list[tuple[Unit, tuple[Typed, ...], object, str, bool]] = [
    *((Unit.NUMBER, COUNT, 4, code, False) for code in ("", "00", "#,##0", '0" টি"', "@", "dd/mm/yyyy")),
    *((Unit.PERCENT, PERCENT, value, "", False) for value in (96, 0.96, "৯৬%", "ছিয়ানব্বই শতাংশ")),
    *((Unit.DATE, DAY, value, "", False) for value in (date(2023, 10, 16), "১৬ই অক্টোবর, ২০২৩", 45215)),
]
"""The program looked at these too, and nothing changes."""


@pytest.mark.office
def test_after_calculate_every_row_has_the_marks_of_score(tmp_path: Path) -> None:
    cases = [*HIDDEN, *PLAIN]
    codes = [f"1.{1 + place // 30}.{1 + place % 30}" for place in range(len(cases))]
    path, done = tmp_path / "office.xlsx", tmp_path / "calculated.xlsx"
    build_template(make_plan(*(make_indicator(code, each[0], each[1]) for code, each in zip(codes, cases))), path)
    book = openpyxl.load_workbook(path, rich_text=True)
    for row, (_, _, value, code, struck) in enumerate(cases, start=FIRST_ROW):
        cell = book[Q2][cell_name(row, Column.ACHIEVED)]
        usual = cell.number_format
        cell.value = value
        cell.number_format = code or usual
        if struck:
            cell.font = Font(strike=True)
    book.save(path)

    results = calculate_file(path, done, Quarter.Q2).results
    (fresh,) = recalculate(tmp_path, done)
    sheet = openpyxl.load_workbook(fresh, data_only=True)[Q2]
    shown = [sheet.cell(row + 1, Column.MARKS + 1).value for row in range(FIRST_ROW, FIRST_ROW + len(cases))]
    wanted = [None if result.value is None else float(result.marks) for result in results]
    assert [(case, mark) for case, mark in zip(cases, shown)] == list(zip(cases, wanted))
    assert [each for each in wanted[: len(HIDDEN) - 2] if each is not None] == []
    assert None not in wanted[len(HIDDEN) - 2 :]
    # The form's own results, for viewers that do not calculate, are those too.
    stored = openpyxl.load_workbook(done, data_only=True)[Q2]
    assert [stored.cell(row + 1, Column.MARKS + 1).value for row in range(FIRST_ROW, FIRST_ROW + len(cases))] == wanted
