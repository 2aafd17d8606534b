"""What the styles of an .xlsx workbook change about a cell."""

from __future__ import annotations

import pytest
from lxml import etree

from xl_apa.core.cells import NumberFormat
from xl_apa.xlsx.read.ooxml.looks.cell_styles import ORDINARY, CellStyle, CellStyles, is_raised, is_struck, read_styles

_STYLES = b"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-845]dd/mm/yyyy"/></numFmts>
<fonts count="2"><font/><font><strike/></font></fonts>
<cellXfs count="6">
<xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="9" fontId="0"/>
<xf numFmtId="0" fontId="1"/><xf numFmtId="14" fontId="1"/><xf numFmtId="0" fontId="7"/>
</cellXfs></styleSheet>"""


def test_formats_of_the_file_and_built_in_ones_say_how_numbers_are_shown() -> None:
    shown = [style.shown.of(1) for style in read_styles(_STYLES).styles]
    day, percent, general = NumberFormat.DAY, NumberFormat.PERCENT, NumberFormat.GENERAL
    assert shown == [general, day, percent, general, day, general]


def test_a_font_strikes_through_and_one_that_is_missing_does_not() -> None:
    assert [style.struck for style in read_styles(_STYLES).styles] == [False, False, False, True, True, False]


def test_special_are_all_that_are_not_ordinary_and_formatted_those_of_them_that_count() -> None:
    styles = read_styles(_STYLES)
    assert styles.special == {b"1", b"2", b"3", b"4"}
    assert set(styles.formatted) == {b"1", b"2"}


def test_a_style_that_is_missing_is_ordinary() -> None:
    styles = CellStyles((CellStyle(struck=True),))
    assert [styles.of(number) for number in (0, 1, -1)] == [CellStyle(struck=True), ORDINARY, ORDINARY]


@pytest.mark.parametrize(
    ("font", "struck"),
    [("<f><strike/></f>", True), ('<f><strike val="0"/></f>', False), ('<f><strike val="false"/></f>', False)],
)
def test_a_line_through_may_be_switched_off(font: str, struck: bool) -> None:
    assert is_struck(etree.fromstring(font)) is struck


@pytest.mark.parametrize(("value", "raised"), [("superscript", True), ("subscript", True), ("baseline", False)])
def test_text_is_raised_or_lowered_but_not_on_its_line(value: str, raised: bool) -> None:
    assert is_raised(etree.fromstring(f'<f><vertAlign val="{value}"/></f>')) is raised
