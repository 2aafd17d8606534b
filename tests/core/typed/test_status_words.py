"""Words for no achievement and for work that goes on."""

from __future__ import annotations

from itertools import product

import pytest

from xl_apa.core.model import Status
from xl_apa.core.typed import status_words as known
from xl_apa.core.typed.status_words import parse_status


@pytest.mark.parametrize("word", known.NOTHING_WORDS)
def test_a_word_for_nothing_may_end_with_a_full_stop(word: str) -> None:
    assert {parse_status(text) for text in (word, f" {word} ।", f"{word.upper()}.")} == {Status.NONE}


@pytest.mark.parametrize("text", ["", "  ", "-", "- - -", "…", "—.", "।", "_ _"])
def test_marks_alone_say_that_there_is_nothing(text: str) -> None:
    assert parse_status(text) is Status.NONE


@pytest.mark.parametrize("word", known.ONGOING_WORDS)
def test_ongoing_work_may_have_a_subject_and_an_ending(word: str) -> None:
    for subject, ending in product(("", *known.ONGOING_SUBJECTS), ("", *known.ONGOING_ENDINGS)):
        assert parse_status(f"{subject} {word} {ending}।") is Status.ONGOING
        assert parse_status(f"{subject}{word}{ending}") is Status.ONGOING


@pytest.mark.parametrize("text", ["প্রক্রি\u09dfাধীন", "চলমান র\u09dfেছে", "বাস্তবা\u09dfনাধীন", "ONGOING", "In  Progress"])
def test_the_other_spelling_of_a_letter_and_capitals_are_read_alike(text: str) -> None:
    assert parse_status(text) is Status.ONGOING


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *[(text, Status.ONGOING) for text in ("(চলমান)", "[চলমান]", "চলমান,", "- চলমান", "চলমান -", "(কার্যক্রম চলমান)")],
        *[(text, Status.NONE) for text in ("(নাই)", "- নাই", "নাই-", "(n/a)", "নেই;", "N.A.", "None", "নিল।")],
    ],
)
def test_brackets_dashes_and_commas_may_stand_around_them(text: str, status: Status) -> None:
    assert parse_status(text) is status


@pytest.mark.parametrize(
    "text",
    ["৩", "(৩)", "চলমান (৫০%)", "- ৩", "নয়", "চলমান নয়", "চলমান ।।", "কাজ", "আছে", "নেই বললেই চলে", "কাজ চলমান ৩টি", "no"],
)
def test_anything_else_says_neither(text: str) -> None:
    assert parse_status(text) is None
