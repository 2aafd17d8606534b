"""The text of .ods cells, in runs."""

from __future__ import annotations

import pytest
from lxml import etree

from xl_apa.xlsx.read.looks.rich_text import Run
from xl_apa.xlsx.read.ods.styles import Looks
from xl_apa.xlsx.read.ods.text import runs_of, text_of

_CELL = (
    '<c xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">{}</c>'
)


def cell(inside: str) -> etree._Element:
    return etree.fromstring(_CELL.format(inside))


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<text:p>৯৬%</text:p>", "৯৬%"),
        ("<text:p>১</text:p><text:p>২</text:p>", "১\n২"),
        ('<text:p>a<text:s text:c="3"/>b</text:p>', "a   b"),
        ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
        ("<text:p>a\n   b</text:p>", "a b"),
        ("<text:p>৩<text:span>২</text:span>টি</text:p>", "৩২টি"),
        ("<text:p>৩<text:note><text:p>১</text:p></text:note> টি</text:p>", "৩ টি"),
        ("<office:annotation><text:p>৪</text:p></office:annotation><text:p>৩</text:p>", "৩"),
        ("", ""),
    ],
)
def test_text_is_what_is_seen_in_the_cell(inside: str, text: str) -> None:
    assert text_of(cell(inside)) == text


def test_blanks_by_the_million_stay_as_many_as_a_cell_can_hold() -> None:
    assert len(text_of(cell('<text:p><text:s text:c="9000000"/></text:p>'))) == 32_767


def test_text_outside_of_spans_has_the_cells_own_look() -> None:
    assert runs_of(cell("<text:p>৩</text:p>"), Looks(())) == (Run("৩", None),)
