"""The macro edition's project and settings: for the number of sheets there are, and out of sight."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from xlsxwriter import Workbook

from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.vba import Macros, add_button, add_project
from xl_apa.xlsx.write.styles import Styles

MACROS = Macros(
    b"\xd0\xcf\x11\xe0 project", 2, "ThisWorkbook", "ApaCalculateMarks", "নম্বর হিসাব", "xlwings.conf", {"A": "1"}
)


def test_settings_stand_on_a_hidden_sheet_and_the_project_in_its_part(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsm"
    with Workbook(path) as book:
        sheet = FormWriter(book, "form", Styles(book))
        add_button(sheet, MACROS, 0)
        add_project(book, MACROS)
    settings = openpyxl.load_workbook(path)["xlwings.conf"]
    assert (settings.sheet_state, settings["A1"].value, settings["B1"].value) == ("veryHidden", "A", "1")
    with ZipFile(path) as package:
        assert package.read("xl/vbaProject.bin") == MACROS.project
        assert b"ApaCalculateMarks" in package.read("xl/drawings/vmlDrawing1.vml")
        assert b'codeName="Sheet1"' in package.read("xl/worksheets/sheet1.xml")
        assert b'codeName="ThisWorkbook"' in package.read("xl/workbook.xml")


def test_a_project_for_another_number_of_sheets_is_refused() -> None:
    book = Workbook()
    book.add_worksheet()
    book.add_worksheet()
    with pytest.raises(ValueError, match="for 2 sheets, not for 3"):
        add_project(book, MACROS)
