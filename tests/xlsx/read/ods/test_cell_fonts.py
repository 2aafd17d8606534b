"""Fonts of styles in .ods files: named by a face, by a family, or by the style they rest on."""

from __future__ import annotations

from lxml import etree

from xl_apa.xlsx.read.ods.cell_fonts import is_in_font, styles_in_font

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("office", "office"),
        ("text", "text"),
    )
)
ROOT = etree.fromstring(
    f"""<office:document {NAMES}><office:font-face-decls><style:font-face style:name="F1" svg:font-family="Old"/>
    </office:font-face-decls><office:styles>
    <style:style style:name="face" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>
    <style:style style:name="family" style:family="text"><style:text-properties fo:font-family="Old"/></style:style>
    <style:style style:name="child" style:family="table-cell" style:parent-style-name="face"/>
    <style:style style:name="other" style:family="table-cell" style:parent-style-name="face">
    <style:text-properties style:font-name="Arial"/></style:style>
    <style:style style:name="round" style:family="table-cell" style:parent-style-name="round"/>
    </office:styles></office:document>"""
)
STYLES = styles_in_font([ROOT], lambda name: name == "Old")


def test_styles_in_the_font_are_found() -> None:
    assert {("table-cell", "face"), ("text", "family"), ("table-cell", "child")} == STYLES


def test_a_cell_is_in_it_by_its_own_style_or_that_of_a_piece() -> None:
    plain = etree.fromstring(f"<text:p {NAMES}>x</text:p>")
    piece = etree.fromstring(f'<text:p {NAMES}>x<text:span text:style-name="family">y</text:span></text:p>')
    assert is_in_font(plain, "child", STYLES)
    assert is_in_font(piece, "other", STYLES)
    assert not is_in_font(plain, "other", STYLES)
