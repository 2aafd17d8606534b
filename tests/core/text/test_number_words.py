"""Numbers written out, 0 to 100: every number, every spelling its own."""

from __future__ import annotations

import pytest

from xl_apa.core.text.numerals import WORD_VALUES, clean, parse_count, parse_percent


def test_every_number_up_to_a_hundred_has_words_in_both_languages() -> None:
    bangla = {number for word, number in WORD_VALUES.items() if not word.isascii()}
    english = {number for word, number in WORD_VALUES.items() if word.isascii()}
    assert bangla == english == set(range(101))


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *[("দুই", 2), ("এগার", 11), ("বার", 12), ("তের", 13), ("চোদ্দ", 14), ("পনের", 15), ("ষোল", 16), ("উনিশ", 19)],
        *[("কুড়ি", 20), ("পচিশ", 25), ("উনত্রিশ", 29), ("পয়ত্রিশ", 35), ("সাইত্রিশ", 37), ("উনচল্লিশ", 39), ("বেয়াল্লিশ", 42)],
        *[("উনপঞ্চাশ", 49), ("ছাপ্পান্ন", 56), ("ষাট", 60), ("সাতষট্টি", 67), ("উনসত্তর", 69), ("পচাত্তর", 75), ("ঊনআশি", 79)],
        *[("আশী", 80), ("পঁচাশী", 85), ("ঊননব্বই", 89), ("নব্বুই", 90), ("পচানব্বই", 95), ("ছিয়ানব্বই", 96), ("ছিয়ানব্বুই", 96)],
        *[("নিরানব্বই", 99), ("একশত", 100), ("একশো", 100), ("এক শত", 100), ("twenty-one", 21), ("ninety six", 96)],
    ],
)
def test_a_word_is_read_as_count_and_as_percent_and_beside_its_digits(word: str, number: int) -> None:
    assert WORD_VALUES[clean(word)] == number
    assert parse_count(word) == parse_count(f"{word} টি") == parse_count(f"{number} ({word}) টি") == number
    assert parse_percent(f"{word} শতাংশ") == parse_percent(f"{number} ({word}) শতাংশ") == (number, True)


def test_a_word_that_disagrees_with_the_digits_makes_no_value() -> None:
    for word, number in WORD_VALUES.items():
        assert parse_count(f"{number + 1} ({word}) টি") is None
        assert parse_percent(f"{number + 1} ({word}) শতাংশ") is None


@pytest.mark.parametrize("text", ["নয়", "ন\u09df", "নয়।", " নয় ", "'নয়'", "bq"])
def test_the_word_that_is_nine_and_not_is_no_number_by_itself(text: str) -> None:
    assert parse_count(text) is None


@pytest.mark.parametrize("text", ["নয়টি", "নয় টি", "৯ (নয়)", "০৯ (নয়) টি", "নয় জন"])
def test_it_is_nine_beside_a_counter_or_its_digits(text: str) -> None:
    assert parse_count(text) == 9
