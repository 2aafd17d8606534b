"""Fonts of cells in .xlsx sheets, by their format and by the pieces of their text."""

from __future__ import annotations

from collections.abc import Collection

from xl_apa.xlsx.read.ooxml.looks.cell_fonts import cells_in_font

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STYLES = (
    f'<styleSheet {MAIN}><fonts><font><name val="Arial"/></font><font><name val="Old"/></font></fonts>'
    '<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>'
)
STRINGS = f'<sst {MAIN}><si><t>a</t></si><si><r><rPr><rFont val="Old"/></rPr><t>b</t></r></si></sst>'


def found(rows: str, styles: str = STYLES, strings: str = STRINGS) -> Collection[tuple[int, int]]:
    sheet = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    return set(cells_in_font(sheet.encode(), styles.encode(), strings.encode(), lambda name: name == "Old"))


def test_the_font_of_the_format_counts() -> None:
    assert found('<row r="2"><c r="A2" s="1"/><c r="B2" s="0"/><c r="C2"/></row>') == {(1, 0)}


def test_the_font_of_a_piece_of_a_shared_text_counts() -> None:
    assert found('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1</v></c></row>') == {
        (0, 1)
    }


def test_the_font_of_a_piece_of_an_inline_text_counts() -> None:
    inline = '<is><r><rPr><rFont val="Old"/></rPr><t>x</t></r></is>'
    assert found(f'<row r="1"><c r="D1" t="inlineStr">{inline}</c></row>', "", "") == {(0, 3)}


def test_cells_without_addresses_follow_one_another() -> None:
    assert found('<row><c/><c s="1"/></row><row><c s="1"/></row>') == {(0, 1), (1, 0)}


def test_a_sheet_without_that_font_is_not_looked_through() -> None:
    assert cells_in_font(b"no XML at all", b"", b"", lambda name: True) == ()
