"""Buttons, labels and boxes over a sheet: what they say, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from tests.sheets.cell_kinds import edited
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.xlsx.read.grid import CellRange, Overlay
from xl_apa.xlsx.read.ooxml.drawings.controls import controls_in
from xl_apa.xlsx.read.safe_open import open_workbook

_SHAPE = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape>{}'
    '<x:ClientData ObjectType="{}"><x:Anchor>{}</x:Anchor></x:ClientData></v:shape></xml>'
)
_TEXT = "<v:textbox><div><font>৪</font> টি</div></v:textbox>"
_HERE = "12, 5, 8, 2, 12, 80, 8, 20"


@pytest.mark.parametrize(
    ("kind", "inside", "anchor", "found"),
    [
        *((kind, _TEXT, _HERE, [(8, 12, 8, 12, "৪ টি")]) for kind in ("Label", "Checkbox", "Button", "Radio", "Edit")),
        ("Label", _TEXT, "12, 5, 8, 2, 13, 0, 10, 0", [(8, 12, 9, 12, "৪ টি")]),
        ("Label", "", _HERE, []),
        ("Pict", "", _HERE, [(8, 12, 8, 12, "")]),
        ("Note", _TEXT, _HERE, []),
        ("Label", _TEXT, "", []),
        ("Label", "<v:textbox>৪<br></v:textbox>", _HERE, [(8, 12, 8, 12, "৪")]),
    ],
)
def test_a_control_lies_over_the_cells_of_its_anchor(
    kind: str, inside: str, anchor: str, found: list[tuple[int, int, int, int, str]]
) -> None:
    part = _SHAPE.format(inside, kind, anchor).encode()
    assert list(controls_in(part)) == [Overlay(CellRange(*area), text) for *area, text in found]


def test_what_is_no_xml_at_all_has_no_controls() -> None:
    assert list(controls_in(b"")) == list(controls_in(b"<xml><v:shape>")) == []


def test_a_button_of_a_real_writer_is_found_and_a_comment_is_no_control(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ক")
        sheet.insert_button("B2", {"caption": "৪ টি", "width": 60, "height": 18})
        sheet.write_comment("E5", "৯৬%")
    with open_workbook(path) as opened:
        found = {overlay.text: overlay.area for overlay in opened.overlays("ক")}
    assert found == {"৪ টি": CellRange(1, 1, 1, 1), "৯৬%": CellRange(4, 4, 4, 4)}


def test_a_label_with_digits_over_a_blank_achievement_is_asked_about(filled) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../v.vml"/>'
        "</Relationships>"
    )
    part = _SHAPE.format(_TEXT, "Label", _HERE)
    path = edited(filled(quarter=4), {}, {"xl/worksheets/_rels/sheet6.xml.rels": relation, "xl/v.vml": part})
    found = [each for each in assess_file(path, Quarter.Q4).findings if each.cell.endswith("!M9")]
    assert [each.code for each in found] == ["something-over-cell"]
