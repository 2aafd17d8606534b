"""What lies over cells, or is shown in them without being a value."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.sheets.cell_kinds import edited
from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.read.grid import CellRange
from xl_apa.xlsx.read.safe_open import open_workbook

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000000000500010d0a2db4"
    "0000000049454e44ae426082"
)


@pytest.fixture
def picture() -> io.BytesIO:
    return io.BytesIO(PICTURE)


def test_a_picture_in_a_cell_is_no_error_and_no_value(tmp_path: Path, picture: io.BytesIO) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ক")
        sheet.embed_image("A1", "picture.png", {"image_data": picture})
        sheet.write_formula("A2", "=1/0", value="#DIV/0!")
    with open_workbook(path) as opened:
        rows = opened.contents("ক")
    assert rows[0][0] == Cell(None, "", CellKind.COVERED)
    assert rows[1][0] == Cell(None, "", CellKind.ERROR, "#DIV/0!")


def test_a_rich_value_that_is_no_picture_stays_an_error(tmp_path: Path, picture: io.BytesIO) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("ক").embed_image("A1", "picture.png", {"image_data": picture})
    edited(path, {"xl/richData/rdrichvaluestructure.xml": lambda xml: xml.replace("_localImage", "_error")})
    with open_workbook(path) as opened:
        assert opened.contents("ক")[0][0] == Cell(None, "", CellKind.ERROR, "#VALUE!")


def test_pictures_boxes_and_comments_are_where_they_are_seen(tmp_path: Path, picture: io.BytesIO) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ক")
        sheet.insert_textbox("B2", "৪ টি", {"width": 60, "height": 18})
        sheet.insert_textbox("B9", "", {"width": 60, "height": 18})
        sheet.insert_image("D4", "picture.png", {"image_data": picture})
        sheet.write_comment("E5", "৯৬%", {"author": "অফিসার ২"})
    with open_workbook(path) as opened:
        found = {overlay.text: overlay.area for overlay in opened.overlays("ক")}
    assert found == {"৪ টি": CellRange(1, 1, 1, 1), "": CellRange(3, 3, 3, 3), "৯৬%": CellRange(4, 4, 4, 4)}


THREADED = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it "
    "will get removed if the file is opened in a newer version of Excel. Learn more: "
    "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    দেখুন"
)


@pytest.mark.parametrize(
    ("written", "text"), [(THREADED, "দেখুন"), ("Officer 2:\n৪", "৪"), ("৪: টি", "৪: টি"), ("[২] ৪ টি", "[২] ৪ টি")]
)
def test_what_excel_writes_before_a_comment_is_none_of_its_text(tmp_path: Path, written: str, text: str) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("ক").write_comment("A1", written, {"author": "Officer 2"})
    with open_workbook(path) as opened:
        assert [overlay.text for overlay in opened.overlays("ক")] == [text]


def test_a_sheet_without_relations_has_nothing_over_it(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("ক").write("A1", 1)
    assert not [name for name in zipfile.ZipFile(path).namelist() if "worksheets/_rels" in name]
    with open_workbook(path) as opened:
        assert opened.overlays("ক") == ()
