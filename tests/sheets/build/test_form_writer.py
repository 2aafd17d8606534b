"""What stands in a cell in the end: what the template writes, or what an officer typed over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter import Workbook

from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.typed_cells import TypedCells
from xl_apa.xlsx.cell_values import FormulaCell
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.styles import PLAIN, Styles


def test_what_was_typed_stands_in_the_cell_and_a_formula_gives_way_to_it(tmp_path: Path) -> None:
    typed = TypedCells({("form", "A1"): "৩টি", ("form", "A2"): 7, ("form", "A3"): date(2024, 5, 16)})
    with Workbook(tmp_path / "book.xlsx") as book:
        sheet = FormWriter(book, "form", Styles(book), typed)
        sheet.set_widths({0: 20, 1: 20})
        assert sheet.write(0, 0, None, PLAIN) == "৩টি"
        assert sheet.write_formula(1, 0, "=1+1", 2, PLAIN) == 7
        assert sheet.write(2, 0, None, PLAIN) == date(2024, 5, 16)
        assert sheet.write_formula(3, 0, "=1+1", 2, PLAIN) == 2
        sheet.write_hidden(4, {0: FormulaCell("=A1", "৩টি"), 3: FormulaCell("=2*2", 4)})
        assert [sheet.value(row, 0) for row in range(6)] == ["৩টি", 7, date(2024, 5, 16), 2, "৩টি", None]
        assert sheet.value(4, 3) == 4
        assert (sheet.typed(0, 0), sheet.typed(3, 0)) == ("৩টি", None)
        typed.refuse_unplaced()
    found = openpyxl.load_workbook(tmp_path / "book.xlsx")["form"]
    assert [cell.value for cell in found["A"]][:2] == ["৩টি", 7]
    assert found["A3"].number_format == styles.DATE
    assert (found["A4"].value, found["D5"].value) == ("=1+1", "=2*2")


def test_what_was_typed_on_another_sheet_stays_there() -> None:
    typed = TypedCells({("other", "A1"): "x"})
    book = Workbook()
    sheet = FormWriter(book, "form", Styles(book), typed)
    sheet.set_widths({0: 20})
    assert sheet.write(0, 0, "ours", PLAIN) == "ours"
    with pytest.raises(ValueError, match="no such cells: other!A1"):
        typed.refuse_unplaced()
