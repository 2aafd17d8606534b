"""The words that are understood beside a figure, also spelt a little wrong; any other word is not."""

from __future__ import annotations

import pytest

from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.typed.known_words import apart, fold, is_known, is_name, is_number_word, words_in


@pytest.mark.parametrize("word", ["সভা", "সভার", "কর্মশালাটি", "দপ্তরসমূহে", "শোকেসিং", "টিই", "তিনটি", "meetings"])
def test_the_name_of_a_thing_says_nothing_of_its_figure(word: str) -> None:
    assert is_name(for_reading(word))
    assert is_known(for_reading(word))


@pytest.mark.parametrize(
    "word", ["অনুষ্ঠিত", "অনুষ্টিত", "অনুষ্ঠীত", "কর্মকর্তাদের", "নিষ্পত্তিকৃত", "সফলভাবে", "হয়েছে", "অনলাইনে", "শ্রেণণ"]
)
def test_who_how_and_deeds_are_understood_but_are_no_names(word: str) -> None:
    assert is_known(for_reading(word))
    assert not is_name(for_reading(word))


@pytest.mark.parametrize(
    "word", ["বাতিল", "স্থগীত", "রহিত", "ভেন্যু", "মূসক", "পুনরায়", "প্রাথমিকভাবে", "হয়নি", "venue", "again"]
)
def test_any_other_word_is_not(word: str) -> None:
    assert not is_known(for_reading(word))


def test_what_is_attached_is_understood_where_no_figure_stands_beside_it() -> None:
    assert is_known(for_reading("প্রমাণক"), beside_figure=False)
    assert not is_known(for_reading("প্রমাণক"))


def test_a_month_is_a_name_beside_the_figures_of_a_day_alone() -> None:
    assert is_name(for_reading("জুনের"), of_day=True)
    assert not is_name(for_reading("জুনের"))


def test_words_that_sound_the_same_are_folded_to_one() -> None:
    assert fold("অনুষ্ঠীত") == fold("অনুষ্টিত") == fold("অনুষ্ঠিত")
    assert fold("স্থগিত") != fold("সমাপ্ত")


@pytest.mark.parametrize(("word", "said"), [("তিন", True), ("তিনটি", True), ("সভা", False), ("টি", False)])
def test_a_number_in_words_is_known_with_its_counter(word: str, said: bool) -> None:
    assert is_number_word(for_reading(word)) is said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("সভা করাহয়েছে", "সভা করা হয়েছে"),
        ("১টিপ্রতিবেদন শ্রেণণকরা হয়েছে", "1টি প্রতিবেদন শ্রেণণকরা হয়েছে"),
        ("তারিখেএকটি প্রশিক্ষণ", "তারিখে একটি প্রশিক্ষণ"),
        ("সভা করাহবে", "সভা করাহবে"),
        ("বাতিলকরা হয়েছে", "বাতিলকরা হয়েছে"),
    ],
)
def test_a_blank_that_is_missing_between_two_known_words_is_put_in(typed: str, meant: str) -> None:
    assert apart(for_reading(typed)) == for_reading(meant)


def test_words_are_told_from_digits_and_signs() -> None:
    assert words_in(for_reading("০৩ (তিন) টি সভা, ১ম খ্রিঃ")) == [
        for_reading(word) for word in ("তিন", "টি", "সভা", "ম", "খ্রি")
    ]


def test_what_is_longer_than_two_words_is_not_taken_apart() -> None:
    # Trying every place of a text of 32,767 letters would take more than a minute.
    assert apart("সভা" * 20) == "সভা" * 20
    assert apart("ক" * 39 + "সভা") == "ক" * 39 + "সভা"
    assert apart("সভাসভা") == "সভা সভা"
