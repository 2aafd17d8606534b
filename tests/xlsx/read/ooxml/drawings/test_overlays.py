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


_PARTS = "xl/worksheets/_rels/sheet1.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def over(path: Path, kind: str, part: str) -> list[tuple[CellRange, str]]:
    """What lies over the sheet of a workbook with a part of this kind."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("ক").write("A1", 1)
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="../over.xml"/></Relationships>'
    )
    with open_workbook(edited(path, {}, {_PARTS: relation, "xl/over.xml": part})) as opened:
        return [(overlay.area, overlay.text) for overlay in opened.overlays("ক")]


_TEXT = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>৪</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
_PICTURE = '<xdr:pic><xdr:blipFill><a:blip r:embed="r1"/></xdr:blipFill></xdr:pic>'
_KIND = "http://schemas.openxmlformats.org/drawingml/2006"


def _anchored(inside: str) -> str:
    corner = "<xdr:col>12</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>9</xdr:rowOff>"
    return f"<xdr:twoCellAnchor><xdr:from>{corner}</xdr:from><xdr:to>{corner}</xdr:to>{inside}</xdr:twoCellAnchor>"


def _chosen(inside: str, otherwise: str = "") -> str:
    other = f"<mc:Fallback>{otherwise}</mc:Fallback>" if otherwise else ""
    return f'<mc:AlternateContent><mc:Choice Requires="a14">{inside}</mc:Choice>{other}</mc:AlternateContent>'


@pytest.mark.parametrize(
    ("drawn", "texts"),
    [
        (_anchored(f"<xdr:grpSp><xdr:grpSp>{_TEXT}</xdr:grpSp></xdr:grpSp>"), ["৪"]),
        (_chosen(_anchored(_TEXT)), ["৪"]),  # a label, a box to tick
        (_anchored(_chosen(_TEXT)), ["৪"]),
        (_chosen(_anchored("<xdr:contentPart/>"), _anchored(_PICTURE)), [""]),  # ink
        (_anchored(_chosen("<xdr:contentPart/>", _PICTURE)), [""]),
        (_anchored(_chosen("<xdr:graphicFrame/>", _TEXT)), []),  # a slicer, and what older programs show for it
        (_chosen(_anchored("<xdr:graphicFrame/>"), _anchored(_TEXT)), []),
        (_anchored('<xdr:sp><xdr:spPr><a:blipFill><a:blip r:embed="r1"/></a:blipFill></xdr:spPr></xdr:sp>'), [""]),
        (_anchored(f'<xdr:graphicFrame><a:graphicData uri="{_KIND}/diagram"/></xdr:graphicFrame>'), [""]),
        (_anchored(f'<xdr:graphicFrame><a:graphicData uri="{_KIND}/chart"/></xdr:graphicFrame>'), []),
    ],
)
def test_drawings_of_every_kind_lie_over_cells(tmp_path: Path, drawn: str, texts: list[str]) -> None:
    names = (
        f'xmlns:xdr="{_KIND}/spreadsheetDrawing" xmlns:a="{_KIND}/main" xmlns:r="{_OFFICE}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    found = over(tmp_path / "book.xlsx", f"{_OFFICE}/drawing", f"<xdr:wsDr {names}>{drawn}</xdr:wsDr>")
    assert found == [(CellRange(8, 12, 8, 12), text) for text in texts]


@pytest.mark.parametrize(("text", "texts"), [(" ৪ টি ", ["৪ টি"]), ("", [])])
def test_a_comment_with_answers_is_one_also_without_the_older_kind(tmp_path: Path, text: str, texts: list[str]) -> None:
    part = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        f'<threadedComment ref="M9" personId="{{0}}" id="{{1}}"><text>{text}</text></threadedComment></ThreadedComments>'
    )
    assert over(tmp_path / "book.xlsx", _THREADS, part) == [(CellRange(8, 12, 8, 12), each) for each in texts]


def test_a_comment_without_a_word_says_nothing(tmp_path: Path) -> None:
    part = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList>'
        '<comment ref="M9" authorId="0"><text><t> </t></text></comment></commentList></comments>'
    )
    assert over(tmp_path / "book.xlsx", f"{_OFFICE}/comments", part) == []
