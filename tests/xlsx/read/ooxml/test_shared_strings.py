"""The texts of a workbook: the quick way says what the thorough one says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.xlsx.read.looks.rich_text import Run
from xl_apa.xlsx.read.ooxml.shared_strings import quick_strings, read_strings, thorough_strings
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError

_START = '<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def part(*items: str) -> bytes:
    return f"{_START}{''.join(items)}</sst>".encode()


_ITEM = st.sampled_from(
    [
        *("<si><t>৯৬%</t></si>", '<si><t xml:space="preserve"> ক </t></si>', "<si><t/></si>", "<si/>", "<si></si>"),
        *("<si><t>a&amp;b</t></si>", "<si><t>&#2535;</t></si>", "<si><t>_x0041_</t></si>", "<si><t></t></si>"),
        *("<si><t>৩</t><rPh><t>x</t></rPh></si>", "<!-- c -->", "<si><r><t>৩</t></r><r><t>২</t></r></si>"),
        *("<si><r><rPr><strike/></rPr><t>৩</t></r><r><t>২</t></r></si>", "<si><t>a\r\nb</t></si>"),
    ]
)


@given(st.lists(_ITEM, max_size=5))
def test_the_quick_way_says_what_the_thorough_one_says_or_leaves_it_to_that(items: list[str]) -> None:
    texts = part(*items)
    try:
        quick = quick_strings(texts)
    except UnusualError:
        quick = list(thorough_strings(texts))  # type: ignore[arg-type]
    assert quick == list(thorough_strings(texts)) == list(read_strings(texts))


def test_plain_texts_are_read_the_quick_way() -> None:
    assert quick_strings(part("<si><t>৯৬%</t></si>", "<si><t>a&lt;b</t></si>")) == ["৯৬%", "a<b"]


def test_how_a_text_is_pronounced_is_no_part_of_it() -> None:
    assert list(read_strings(part("<si><t>৩</t><rPh><t>তিন</t></rPh></si>"))) == ["৩"]


def test_pieces_that_look_different_stay_apart() -> None:
    item = '<si><r><rPr><strike/></rPr><t>৩</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>১</t></r></si>'
    assert list(read_strings(part(item))) == [(Run("৩", True), Run("১", False, True))]


@pytest.mark.parametrize("broken", [b"", b"<sst>", part("<si><t>x</si>")])
def test_broken_xml_is_never_read_as_something_else(broken: bytes) -> None:
    with pytest.raises(SyntaxError):
        read_strings(broken)
