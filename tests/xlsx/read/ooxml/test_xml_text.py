"""Text between two tags, as it was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from xl_apa.xlsx.read.ooxml.xml_text import UnusualError, decoded, without_escapes

_PIECES = st.sampled_from(
    ["ক", "&amp;", "&lt;", "&#2535;", "&#x9E7;", "\r\n", "\r", "\n", "a", '"', "&quot;", "&apos;"]
)


@given(st.lists(_PIECES, max_size=6).map("".join))
def test_references_and_line_ends_are_resolved_as_a_parser_does(text: str) -> None:
    assert decoded(text.encode()) == (etree.fromstring(f"<a>{text}</a>".encode()).text or "")


@pytest.mark.parametrize("text", ["&", "&unknown;", "&#0;", "&#xD800;", "&#1114112;", "&#x1;"])
def test_what_no_parser_takes_is_left_to_it(text: str) -> None:
    with pytest.raises(UnusualError):
        decoded(text.encode())


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("_x0041_", "A"), ("_x005F_x0041_", "_x0041_"), ("_x41_", "_x41_"), ("_xD83D__xDE00_", "😀"), ("a_x", "a_x")],
)
def test_letters_that_excel_escapes_are_shown(stored: str, shown: str) -> None:
    assert without_escapes(stored) == shown


def test_half_a_letter_is_no_text_that_cannot_be_written() -> None:
    without_escapes("_xD83D_").encode()
