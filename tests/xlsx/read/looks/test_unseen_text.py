"""Text in the colour of what lies behind it, or far too small, is seen by nobody."""

from __future__ import annotations

import pytest

from xl_apa.xlsx.read.looks.unseen_text import BLACK, WHITE, Colour, TextLook, colour_of


@pytest.mark.parametrize(
    ("text", "behind", "unseen"),
    [
        ("FFFFFF", "FFFFFF", True),
        ("FFFFFF", "FFF9DB", True),
        ("FEFEFE", "FFFFFF", True),
        ("F2F2F2", "FFFFFF", True),
        ("000000", "0A0A0A", True),
        ("FFF9DB", "FFF9DB", True),
        ("FFFFFF", "1F4E3D", False),
        ("000000", "FFF9DB", False),
        ("C00000", "FFF9DB", False),
        ("808080", "FFFFFF", False),
        ("FF0000", "008A00", False),
    ],
)
def test_colours_that_are_one_to_the_eye(text: str, behind: str, unseen: bool) -> None:
    assert TextLook(colour_of(text), colour_of(behind)).unseen is unseen


@pytest.mark.parametrize(("size", "unseen"), [(1.0, True), (3.5, True), (4.0, False), (11.0, False), (None, False)])
def test_letters_that_are_too_small(size: float | None, unseen: bool) -> None:
    assert TextLook(size=size).unseen is unseen


def test_of_an_unknown_colour_nothing_is_said() -> None:
    assert not TextLook(None, WHITE).unseen
    assert not TextLook(BLACK, None).unseen


@pytest.mark.parametrize(
    ("digits", "colour"),
    [("#ff0010", (255, 0, 16)), ("FFFF0010", (255, 0, 16)), ("FF0010", (255, 0, 16)), ("auto", None), ("", None)],
)
def test_a_colour_is_read_in_every_spelling(digits: str, colour: Colour | None) -> None:
    assert colour_of(digits) == colour
