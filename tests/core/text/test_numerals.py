"""Numbers as officers type them and as readers see them."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import any_text, in_any_digits, numbers
from xl_apa.core.text.number_words import NOT_ALONE
from xl_apa.core.text.numerals import (
    WORD_VALUES,
    clean,
    find_counts,
    find_percents,
    parse_count,
    parse_number,
    parse_percent,
    plain,
    to_ascii_digits,
    to_bangla_digits,
)

# ---- texts and digits -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  ২  টি ", "২ টি"),
        ("২\u00a0টি", "২ টি"),
        ("২\n টি\t", "২ টি"),
        ("\ufeff২", "২"),
        ("২\u200bটি", "২টি"),
        ("র\u200d্যালি", "র্যালি"),
        ("ক\u200cষ", "কষ"),
        ("", ""),
    ],
)
def test_blanks_and_invisible_marks_do_not_count(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@pytest.mark.parametrize(
    ("one", "other"),
    [("\u09df", "\u09af\u09bc"), ("\u09dc", "\u09a1\u09bc"), ("\u09dd", "\u09a2\u09bc"), ("\u09cb", "\u09c7\u09be")],
    ids=["y", "r", "rh", "o"],
)
def test_both_spellings_of_a_letter_are_one(one: str, other: str) -> None:
    assert one != other
    assert clean(one) == clean(other)


def test_digits_change_in_both_directions() -> None:
    assert to_ascii_digits("অর্থবছর ২০২৩-24") == "অর্থবছর 2023-24"
    assert to_bangla_digits("২০২৩-24") == "২০২৩-২৪"
    assert to_bangla_digits(Decimal("17.8")) == "১৭.৮"
    assert to_bangla_digits(50) == "৫০"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("4.00", "4"),
        ("17.80", "17.8"),
        ("0.05", "0.05"),
        ("100", "100"),
        ("1E+2", "100"),
        ("-2.50", "-2.5"),
        ("0", "0"),
    ],
)
def test_a_number_is_shown_without_exponent_or_trailing_zeros(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


# ---- a number -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("96", "96"),
        ("৯৬", "96"),
        ("৯6", "96"),
        (" ৯৬ ", "96"),
        ("০১", "1"),
        ("৯৬.৫", "96.5"),
        ("96.50", "96.5"),
        (".৫", "0.5"),
        ("+৪", "4"),
        ("-৪", "-4"),
        ("\u2212৪", "-4"),
        ("১,২৩৪", "1234"),
        ("1,234,567", "1234567"),
        ("১২,৩৪,৫৬৭", "1234567"),
        ("১২,৩৪,৫৬৭.৮৯", "1234567.89"),
        ("1\u200b2", "12"),
    ],
)
def test_a_number_is_read_in_every_script(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        "১,৫",
        "12,34",
        "1,2345",
        ",123",
        "১.২.৩",
        "4.5e3",
        "৪/৪",
        "৩+১",
        "২টি",
        "৯৬%",
        "inf",
        "nan",
        "১ম",
        "--1",
    ],
)
def test_what_is_no_number_is_not_guessed_at(typed: str) -> None:
    assert parse_number(typed) is None


# ---- a count --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("৪", 4),
        ("4.", 4),
        ("৪।", 4),
        ("২ টি", 2),
        ("২টি", 2),
        ("2 টি", 2),
        ("০2টি", 2),
        ("২টি।", 2),
        ("২ টা", 2),
        ("৩ জন", 3),
        ("৩ খানা", 3),
        ("৩ বার", 3),
        ("3 nos", 3),
        ("3 No.", 3),
        ("০১ (এক) টি", 1),
        ("০১(এক)টি", 1),
        ("০১ ( এক ) টি", 1),
        ("০১ (এক)", 1),
        ("01 (one)", 1),
        ("০৬ (ছ\u09df) টি", 6),
        ("০৬ (ছ\u09af\u09bc) টি", 6),
        ("১,০০০ টি", 1000),
        ("২.৫", "2.5"),
        ("এক", 1),
        ("একটি", 1),
        ("এক টি", 1),
        ("দুই", 2),
        ("দুটি", 2),
        ("পাঁচটি", 5),
        ("পাচটি", 5),
        ("দশ টি", 10),
        ("বারোটি", 12),
        ("শূন্য", 0),
        ("Two", 2),
    ],
)
def test_a_count_is_read_with_its_counter_and_its_words(typed: str, count: int | str) -> None:
    assert parse_count(typed) == Decimal(count)


@pytest.mark.parametrize("word", sorted(WORD_VALUES))
def test_every_number_word_is_read_alone_and_in_brackets(word: str) -> None:
    number = WORD_VALUES[word]
    assert parse_count(word) == (None if word == NOT_ALONE else number)
    assert parse_count(f"{number} ({word}) টি") == number


@pytest.mark.parametrize("typed", ["০২ (এক) টি", "৩ (দুই)", "10 (one)"])
def test_a_number_that_its_own_words_contradict_is_no_count(typed: str) -> None:
    assert parse_count(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "টি",
        "(এক)",
        "১ম",
        "২\u09df",
        "2nd",
        "৪ টি কর্মশালা",
        "৫টি ও ৩টি",
        "৯৬%",
        "১৬/০৫/২০২৪",
        "১,৫ টি",
        "একটির পর",
    ],
)
def test_what_is_more_than_a_count_is_no_count(typed: str) -> None:
    assert parse_count(typed) is None


# ---- a percent ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "number", "said"),
    [
        ("৯৬", "96", False),
        ("0.96", "0.96", False),
        ("-৫", "-5", False),
        ("৯৬%", "96", True),
        ("96 %", "96", True),
        ("৯6%", "96", True),
        ("৯৬.৫%", "96.5", True),
        ("৯৬%।", "96", True),
        ("৯৬ শতাংশ", "96", True),
        ("৯৬ ভাগ", "96", True),
        ("৯৬ পার্সেন্ট", "96", True),
        ("96 Percent", "96", True),
        ("শতকরা ৯৬ ভাগ", "96", True),
    ],
)
def test_a_percent_is_read_and_whether_it_says_so(typed: str, number: str, said: bool) -> None:
    assert parse_percent(typed) == (Decimal(number), said)


def test_a_percent_after_its_word_is_read() -> None:
    found = parse_percent("শতকরা ৯৬")
    assert found is not None
    assert found[0] == 96


@pytest.mark.parametrize("typed", ["", "%", "শতকরা", "৯৬ টি", "96,5%", "৮৫% হতে ৯৬%", "হার ৯৬%", "১৬/০৫/২০২৪"])
def test_what_is_more_or_less_than_a_percent_is_none(typed: str) -> None:
    assert parse_percent(typed) is None


# ---- inside a sentence ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে।", [1]),
        ("১ম কোয়ার্টারের ১টি প্রতিবেদন শ্রেণণ করা হয়েছে।", [1]),
        ("০২টি ত্রৈমাসিক প্রতিবেদন মন্ত্রিপরিষদ বিভাগে প্রেরণ করা হয়েছে।", [2]),
        ("এর মধ্যে ০১ (এক) টি কর্মশালা আয়োজন করা হয়েছে।", [1]),
        ("৫টি কর্মশালা ও ৩টি সভা", [5, 3]),
        ("১টি সভা এবং একটি কর্মশালা", [1]),
        ("১,২০০ জন অংশ নিয়েছেন", [1200]),
        ("২য় ত্রৈমাসিকে ১ম সভা", []),
        ("প্রশিক্ষণ দেওয়া হয়েছে", []),
        ("অনেকটি", []),
        ("২ টিমের সভা", []),
        ("এক টিমের সভা", []),
        ("৩ জনসভা", []),
        ("", []),
    ],
)
def test_the_counted_things_of_a_sentence_are_found_and_ordinals_are_not(sentence: str, counts: list[int]) -> None:
    assert find_counts(sentence) == counts


@pytest.mark.parametrize(
    ("sentence", "percents"),
    [
        ("ই-নথিতে নিষ্পত্তির শতকরা হার= ৯৬%", [96]),
        ("৯৬.৫ শতাংশ নিষ্পত্তি", [Decimal("96.5")]),
        ("৮৫% হতে ৯৬%", [85, 96]),
        ("৯৬% (৯৬ শতাংশ)", [96]),
        ("৯৬ টি নোট", []),
        ("১,৫%", []),
    ],
)
def test_the_percents_of_a_sentence_are_found(sentence: str, percents: list[Decimal]) -> None:
    assert find_percents(sentence) == percents


# ---- for any number and any text ------------------------------------------------------------------------------------


@given(numbers().flatmap(lambda number: st.tuples(st.just(number), in_any_digits(plain(number)))))
def test_one_number_in_any_digits_is_one_number(case: tuple[Decimal, str]) -> None:
    number, typed = case
    assert parse_number(typed) == parse_count(typed) == number
    assert parse_percent(typed) == (number, False)
    assert parse_percent(f"{typed}%") == (number, True)


@given(st.integers(0, 10**9).flatmap(lambda number: st.tuples(st.just(number), in_any_digits(f"{number:,}"))))
def test_grouped_thousands_are_one_number(case: tuple[int, str]) -> None:
    number, typed = case
    assert parse_number(typed) == number


@given(any_text())
def test_no_text_can_break_the_reading_of_numbers(text: str) -> None:
    assert {type(parse_number(text)), type(parse_count(text))} <= {Decimal, type(None)}
    parse_percent(text)
    assert all(isinstance(number, Decimal) for number in [*find_counts(text), *find_percents(text)])


@given(any_text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("typed", ["১ ২", "1\n2", "16 05 2024"])
def test_two_numbers_are_never_joined_into_one(typed: str) -> None:
    assert parse_number(typed) is None


@pytest.mark.parametrize("sentence", ["Training held on 5 November", "phone no is 99", "-৪টি বাকি"])
def test_letters_inside_a_word_are_no_count(sentence: str) -> None:
    assert find_counts(sentence) == []


@pytest.mark.parametrize(
    ("typed", "count"),
    [("তিন (৩) টি", 3), ("তিন(০৩)টি", 3), ("Three (3) nos.", 3), ("দুই (২)", 2), ("দুই (৩) টি", None), ("সভা (৩)", None)],
)
def test_words_before_their_digits_are_read_where_both_agree(typed: str, count: int | None) -> None:
    assert parse_count(typed) == count


@pytest.mark.parametrize(
    ("typed", "percent"),
    [("ছিয়ানব্বই (৯৬) শতাংশ", (Decimal(96), True)), ("ছিয়ানব্বই (৯৫) শতাংশ", None), ("শতভাগ (১০০%)", None)],
)
def test_a_percent_in_words_before_its_digits_too(typed: str, percent: tuple[Decimal, bool] | None) -> None:
    assert parse_percent(typed) == percent
