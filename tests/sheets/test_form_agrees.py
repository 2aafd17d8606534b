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
from xl_apa.core.findings import FindingKind, Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Unit
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
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
    done = tmp_path / "calculated.xlsx"
    results = calculate_file(typed_into_form(tmp_path / "office.xlsx", cases), done, Quarter.Q2).results
    (fresh,) = recalculate(tmp_path, done)
    wanted = [None if result.value is None else float(result.marks) for result in results]
    assert list(zip(cases, marks_shown(fresh, len(cases)))) == list(zip(cases, wanted))
    assert [each for each in wanted[: len(HIDDEN) - 2] if each is not None] == []
    assert None not in wanted[len(HIDDEN) - 2 :]
    # The form's own results, for viewers that do not calculate, are those too.
    assert marks_shown(done, len(cases)) == wanted


@pytest.mark.office
def test_before_it_whoever_reads_the_file_is_told_where_the_form_shows_other_marks(tmp_path: Path) -> None:
    # A stored TRUE is left out: LibreOffice saves the number 1 for it, which is what it shows.
    cases = [case for case in [*HIDDEN, *PLAIN] if not isinstance(case[2], bool)]
    (fresh,) = recalculate(tmp_path, typed_into_form(tmp_path / "office.xlsx", cases))
    assessed = assess_file(fresh, Quarter.Q2)
    told = {finding.indicator for finding in assessed.findings if finding.kind is FindingKind.MARKS_OUT_OF_DATE}
    wanted = [None if result.value is None else float(result.marks) for result in assessed.results]
    codes = [result.indicator.code for result in assessed.results]
    shown = marks_shown(fresh, len(cases))
    differ = [code for code, mark, right in zip(codes, shown, wanted) if mark is not None and mark != (right or 0)]
    assert differ
    assert sorted(told) == sorted(differ)
    # Nothing that the form shows as earned is without marks in silence, and the other way round.
    asked = {finding.indicator for finding in assessed.findings if finding.severity is not Severity.NOTE}
    assert {code for code, mark, right in zip(codes, shown, wanted) if (mark or 0) != (right or 0)} <= asked


def typed_into_form(path: Path, cases: list[tuple[Unit, tuple[Typed, ...], object, str, bool]]) -> Path:
    """A form whose every row holds one of the cases."""
    codes = [f"1.{1 + place // 30}.{1 + place % 30}" for place in range(len(cases))]
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
    return path


def marks_shown(path: Path, count: int) -> list[object]:
    """The marks that the form's own formulas gave, row by row."""
    sheet = openpyxl.load_workbook(path, data_only=True)[Q2]
    return [sheet.cell(row + 1, Column.MARKS + 1).value for row in range(FIRST_ROW, FIRST_ROW + count)]
