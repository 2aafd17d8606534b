"""What a keyboard types into the form, in a real LibreOffice: what it becomes, what is shown, and what is made of it.

LibreOffice decides what a typed text is in the same way for the keyboard and for what these tests hand it; typing with
real keys on a screen gave the same.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.core.builders import make_indicator, make_plan
from tests.libreoffice import enter
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Unit
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import FIRST_ROW, Column, quarter_sheet
from xl_apa.xlsx.addresses import cell_name

Q1 = quarter_sheet(Quarter.Q1)

PERCENTS: dict[str, float | None] = {
    "100": 100,
    "96": 96,
    "96%": 96,
    "100%": 100,
    "1": 1,
    "1%": 1,
    "0.5%": 0.5,
    "84.6": 84.6,
    "84.6%": 84.6,
    "৯৬": 96,
    "৯৬%": 96,
    "১০০%": 100,
    "০.৫": 50,
    "0.5": 50,
    ".96": 96,
    "105": None,
    "105%": None,
    "150%": None,
    "-5": None,
    "TRUE": None,
    "1/2": None,
    "3-4": None,
    "=48/50": None,
    "2024": None,
    "16.05": 16.05,
}
"""What is typed into a percent's cell, and the percent that it is; None where it is none."""


@pytest.mark.office
def test_a_percent_is_kept_and_shown_as_it_was_typed_and_read_as_it_is_shown(tmp_path: Path) -> None:
    codes = [f"1.1.{number}" for number in range(1, len(PERCENTS) + 1)]
    path = tmp_path / "office.xlsx"
    build_template(make_plan(*(make_indicator(code, Unit.PERCENT, (96, 80, 40, 16, 1)) for code in codes)), path)
    cells = {text: cell_name(FIRST_ROW + place, Column.ACHIEVED) for place, text in enumerate(PERCENTS)}
    typed = enter(path, {Q1: {cell: text for text, cell in cells.items()}}, tmp_path / "home")

    sheet = openpyxl.load_workbook(typed, data_only=True)[Q1]
    results = assess_file(typed, Quarter.Q1).results
    for row, (result, (text, percent)) in enumerate(zip(results, PERCENTS.items()), start=FIRST_ROW + 1):
        cell = sheet[cells[text]]
        assert (cell.value, cell.number_format) == (text, "@")
        assert (None if result.value is None else float(result.value)) == percent, text
        marks = sheet.cell(row, Column.MARKS + 1).value
        assert marks == (None if percent is None else pytest.approx(float(result.marks))), text
        assert (sheet.cell(row, Column.MESSAGE + 1).value is None) is (text in FINE), text


FINE = ("100", "96", "96%", "100%", "1%", "84.6", "84.6%", "৯৬", "৯৬%", "১০০%", "16.05")
"""Those about which there is nothing to say."""
