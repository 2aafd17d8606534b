"""One function says what a cell can hold of a text, whoever writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.xlsx.cell_limits import LONGEST_TEXT, Unfit, as_text, cell_text


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", ["", "ক", "ক" * LONGEST_TEXT, "😀" * (LONGEST_TEXT // 2), "a\tb\nc\rd", "‍‌"])
@pytest.mark.parametrize("unfit", Unfit)
def test_what_fits_stays_as_it_is(text: str, unfit: Unfit) -> None:
    assert cell_text(text, unfit) == text


@pytest.mark.parametrize("unfit", Unfit)
def test_what_xml_forbids_is_left_out(unfit: Unfit) -> None:
    assert cell_text("a\x00\x0b\ud800\uffff\ufffeb", unfit) == "ab"


@pytest.mark.parametrize("unfit", Unfit)
def test_marks_of_direction_are_left_out_and_joiners_stay(unfit: Unfit) -> None:
    assert cell_text("\u202exslx.txt\u202c\u200e\u2066ক্\u200d\u200c", unfit) == "xslx.txtক্\u200d\u200c"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n",
            "\x00=1",
            " =1",
            "\u00a0=1",
            "\u200b=1",
            "\ufeff=1",
        ),
        *(
            "\u202e=1",
            "\u200e@x",
            "＝1",
            "＋1+1",
            "＠x",
            "\ud800=1",
            "-1+cmd|' /C calc'!A0",
            "=HYPERLINK(1)",
            "-=1",
            "+=",
        ),
    ],
)
def test_where_nothing_says_what_a_text_is_a_formula_has_an_apostrophe(text: str) -> None:
    assert as_text(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "+5", "-1,234.5", "-৫", "-50%", "-", "--", "---", "5=5", "ক", "", "a@b.c"])
def test_numbers_dashes_and_other_texts_have_none(text: str) -> None:
    assert as_text(text) == text


@pytest.mark.parametrize("text", ["ক" * (LONGEST_TEXT + 1), "😀" * 20_000, "a" + "😀" * 20_000])
def test_a_longer_text_is_cut_and_shows_it_or_is_refused(text: str) -> None:
    cut = cell_text(text, Unfit.ADAPT)
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    # Half an emoji is left out.
    assert LONGEST_TEXT - 1 <= units(cut) <= LONGEST_TEXT
    with pytest.raises(ValueError, match=f"32767 characters, not {units(text)}"):
        cell_text(text, Unfit.REFUSE)


@given(st.text(st.characters(exclude_categories=()), max_size=50), st.integers(1, 2000))
def test_whatever_comes_can_be_written_and_is_not_changed_again(text: str, times: int) -> None:
    once = cell_text(text * times)
    assert units(once) <= LONGEST_TEXT
    assert cell_text(once) == once
