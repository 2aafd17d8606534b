"""What the formulas know of typed text is part of what core knows."""

from __future__ import annotations

from datetime import date

import pytest

from xl_apa.core.model import Status, Unit
from xl_apa.core.serials import date_of_serial
from xl_apa.core.text.months import SPELLINGS
from xl_apa.core.text.numerals import WORD_VALUES, clean, to_ascii_digits
from xl_apa.core.typed import status_words
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.layout import WordList


def test_the_words_for_nothing_and_for_ongoing_work_are_all_of_cores() -> None:
    assert known.LISTS[WordList.NOTHING] == status_words.NOTHING_WORDS
    assert known.LISTS[WordList.ONGOING] == status_words.ONGOING_WORDS
    assert known.LISTS[WordList.ONGOING_SUBJECTS] == status_words.ONGOING_SUBJECTS
    assert known.LISTS[WordList.ONGOING_ENDINGS] == status_words.ONGOING_ENDINGS


def test_the_numbers_in_words_are_cores() -> None:
    assert set(WORD_VALUES.items()) - set(known.NUMBER_WORDS.items()) == {("বার", 12)}


def test_the_months_by_name_are_cores() -> None:
    assert dict(known.MONTH_NAMES) == SPELLINGS


@pytest.mark.parametrize("ordinal", known.ORDINALS)
def test_an_ordinal_is_one_for_core(ordinal: str) -> None:
    assert parse_achievement(f"১৬{ordinal} মে ২০২৪", Unit.DATE).value == date(2024, 5, 16)
    assert parse_achievement(f"১৬ {ordinal} মে ২০২৪", Unit.DATE).value == date(2024, 5, 16)


@pytest.mark.parametrize("words", WordList)
def test_a_listed_word_is_spelled_as_a_cleaned_text_is(words: WordList) -> None:
    listed = known.LISTS[words]
    assert len(listed) == len(set(listed)) or words in (WordList.NUMBER_VALUES, WordList.MONTH_NUMBERS)
    assert [word for word in listed if isinstance(word, str) and word != clean(word).lower().strip()] == []


@pytest.mark.parametrize("word", [*status_words.NOTHING_WORDS, *status_words.ONGOING_WORDS])
@pytest.mark.parametrize("unit", Unit)
def test_a_status_word_begins_no_mere_sentence(word: str, unit: Unit) -> None:
    assert word.startswith(known.value_starts(unit)) or word[0] not in known.SENTENCE_LETTERS


@pytest.mark.parametrize("text", known.NOTHING)
def test_what_the_formulas_take_for_nothing_core_does_too(text: str) -> None:
    assert {parse_achievement(text, unit).status for unit in Unit} == {Status.NONE}


@pytest.mark.parametrize("counter", known.COUNTERS)
def test_a_counter_is_one_for_core(counter: str) -> None:
    assert parse_achievement(f"৩ {counter}", Unit.NUMBER).value == 3


@pytest.mark.parametrize("sign", known.PERCENT_SIGNS)
def test_a_percent_sign_is_one_for_core(sign: str) -> None:
    assert parse_achievement(f"৯৬ {sign}", Unit.PERCENT).value == 96


@pytest.mark.parametrize("era", known.ERAS)
def test_an_era_is_one_for_core(era: str) -> None:
    assert parse_achievement(f"১৬/০৫/২০২৪ {era}", Unit.DATE).status is Status.REPORTED


def test_the_days_of_the_formulas_are_those_of_core() -> None:
    ends = (known.FIRST_SERIAL - 1, known.FIRST_SERIAL, known.END_OF_SERIALS - 1, known.END_OF_SERIALS)
    assert [date_of_serial(serial) is not None for serial in ends] == [False, True, True, False]


@pytest.mark.parametrize("word", [word for word in WORD_VALUES if word != "বার"])
def test_a_written_number_begins_as_a_value_and_not_as_a_sentence(word: str) -> None:
    assert word.startswith(known.value_starts(Unit.NUMBER))
    assert word.startswith(known.value_starts(Unit.PERCENT))


def test_the_digits_are_the_bengali_ones_in_order() -> None:
    assert to_ascii_digits(known.DIGITS) == "0123456789"
