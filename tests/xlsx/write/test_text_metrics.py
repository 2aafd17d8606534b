"""How much room a text needs: generous, never less for more text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.xlsx.write.text_metrics import count_lines, needed_height, text_width


def test_vowel_signs_are_narrow_and_marks_above_or_below_take_no_room() -> None:
    assert text_width("কা", 12) < text_width("কক", 12)
    assert text_width("ক্", 12) == text_width("ক", 12)
    assert text_width("ক", 24) == 2 * text_width("ক", 12)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("ক", 10, 1), ("ক\nখ", 10, 2), ("ক\n\nখ", 10, 3), ("ক ক ক ক", 3.5, 2), ("ক" * 20, 10, 3)],
)
def test_lines_are_broken_between_words_and_inside_a_long_one(text: str, width: float, lines: int) -> None:
    assert count_lines(text, width, 12) == lines


@given(st.text(st.sampled_from("কখা ্\n"), max_size=80), st.floats(3, 60), st.floats(8, 20))
def test_more_text_or_a_narrower_column_never_needs_fewer_lines(text: str, width: float, size: float) -> None:
    lines = count_lines(text, width, size)
    assert lines >= text.count("\n") + 1
    assert count_lines(f"{text} ককক", width, size) >= lines
    assert count_lines(text, width / 2, size) >= lines


def test_bold_text_needs_more_room_and_a_line_has_its_height() -> None:
    assert needed_height("", 10, 12) == pytest.approx(12 * 1.36 + 4)
    width = 1.01 * text_width("শ্রম অধিদপ্তর", 12)
    plain, bold = (needed_height("শ্রম অধিদপ্তর", width, 12, bold=each) for each in (False, True))
    assert bold == pytest.approx(plain + 12 * 1.36)
