"""The catalogue: every sentence in both languages, with the same parameters, in the digits of its language."""

from __future__ import annotations

import re
import string
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import numbers
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import CATALOGUE, LANGUAGES, Phrase, Sentence, render, show
from xl_apa.core.messages.computer.doctor import DOCTOR
from xl_apa.core.messages.computer.installer import INSTALLER
from xl_apa.core.messages.computer.setup import SETUP
from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.excel.buttons import BUTTONS
from xl_apa.core.messages.excel.explanations import EXPLANATIONS
from xl_apa.core.messages.excel.live import LIVE
from xl_apa.core.messages.excel.prompts import PROMPTS
from xl_apa.core.messages.excel.ribbon import RIBBON
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.core.messages.guide import GUIDE
from xl_apa.core.messages.labels import LABELS
from xl_apa.core.messages.sheets import SHEETS
from xl_apa.core.text.months import Month

BANGLA_LETTER = re.compile(r"[অ-হ০-৯]")
ASCII_DIGIT = re.compile(r"[0-9]")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


# ---- the sentences --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_sentence_stands_in_both_languages_with_the_same_parameters(code: str) -> None:
    sentence = CATALOGUE[code]
    assert sentence.bn.strip()
    assert sentence.en.strip()
    assert fields(sentence.bn) == fields(sentence.en)
    assert BANGLA_LETTER.search(sentence.bn)


@pytest.mark.parametrize("code", CATALOGUE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_missing_parameter_is_never_left_blank(code: str, lang: str) -> None:
    names = fields(CATALOGUE[code].bn)
    assert render(code, lang, dict.fromkeys(names, "…"))
    for name in names:
        with pytest.raises(KeyError, match=name):
            render(code, lang, dict.fromkeys(names - {name}, "…"))


@pytest.mark.parametrize("code", FINDINGS)
def test_a_bangla_finding_shows_its_numbers_in_bengali_digits(code: str) -> None:
    names = fields(FINDINGS[code].bn)
    for value in (Decimal("1234567.89"), 1234567890, date(2024, 6, 5), Fraction(1234567, 8), "1.2.1", "2023-24"):
        text = render(code, "bn", {name: value for name in names if name != "text"} | {"text": "…"})
        assert not ASCII_DIGIT.search(text), text


@pytest.mark.parametrize("code", FINDINGS)
def test_an_english_sentence_shows_its_numbers_in_ascii_digits(code: str) -> None:
    text = render(code, "en", dict.fromkeys(fields(FINDINGS[code].en), Decimal("17.8")))
    assert not re.search(r"[০-৯]", text)
    assert text.count("17.8") == len(re.findall(r"{\w+}", FINDINGS[code].en))


def test_what_was_typed_is_quoted_as_it_was_typed() -> None:
    assert "16052024" in render("date-not-understood", "bn", {"text": "16052024"})
    assert "১৬০৫২০২৪" in render("date-not-understood", "en", {"text": "১৬০৫২০২৪"})


@pytest.mark.parametrize(
    "part",
    [FINDINGS, ERRORS, LABELS, GUIDE, LIVE, PROMPTS, EXPLANATIONS, BUTTONS, RIBBON, SHEETS, SETUP, DOCTOR, INSTALLER],
)
def test_a_code_stands_in_one_part_of_the_catalogue_only(part: dict[str, Sentence]) -> None:
    assert all(CATALOGUE[code] is sentence for code, sentence in part.items())


@pytest.mark.parametrize("code", [*FINDINGS, *ERRORS])
def test_a_code_is_in_small_letters_with_hyphens(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


def test_an_unknown_code_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        render("no-such-code", "en")


# ---- a value as a reader wants it -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "bangla", "english"),
    [
        (date(2024, 6, 5), "৫ জুন ২০২৪", "5 June 2024"),
        (date(2024, 5, 6), "৬ মে ২০২৪", "6 May 2024"),
        (date(2023, 12, 31), "৩১ ডিসেম্বর ২০২৩", "31 December 2023"),
        (datetime(2024, 6, 5, 10, 30), "৫ জুন ২০২৪", "5 June 2024"),
        (datetime(2024, 6, 5, 9, 5, 7, tzinfo=UTC), "৫ জুন ২০২৪, ০৯:০৫:০৭", "5 June 2024, 09:05:07"),
        (Phrase("word-error"), "ত্রুটি", "error"),
        (Phrase("said-rule", {"rule": Quarter.Q2}), "নম্বরের নিয়ম: ২য়", "Rule of marks: 2"),
        (Decimal("17.80"), "১৭.৮", "17.8"),
        (Decimal("4.00"), "৪", "4"),
        (Decimal("1E+2"), "১০০", "100"),
        (Fraction(190, 2), "৯৫", "95"),
        (Fraction(200, 3), "৬৬.৬৭", "66.67"),
        (50, "৫০", "50"),
        (Quarter.Q2, "২য়", "2"),
        (Month(9), "সেপ্টেম্বর", "September"),
        ([1, Decimal("2.5")], "১, ২.৫", "1, 2.5"),
        (("১৬/০৫/২০২৪", "16/05/2024"), "১৬/০৫/২০২৪, 16/05/2024", "১৬/০৫/২০২৪, 16/05/2024"),
        ("107/09/2023", "107/09/2023", "107/09/2023"),
        ("শ্রম অধিদপ্তর", "শ্রম অধিদপ্তর", "শ্রম অধিদপ্তর"),
    ],
)
def test_a_value_is_shown_in_the_words_and_digits_of_the_language(value: object, bangla: str, english: str) -> None:
    assert (show(value, "bn"), show(value, "en")) == (bangla, english)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month: int) -> None:
    day = date(2024, month, 1)
    assert show(day, "en") == day.strftime("1 %B %Y")
    assert BANGLA_LETTER.search(show(day, "bn"))
    assert len({show(date(2024, number, 1), "bn") for number in range(1, 13)}) == 12


@given(st.one_of(numbers(), st.integers(), st.dates(), st.fractions(0, 100)))
def test_bengali_digits_stand_in_bangla_and_ascii_digits_in_english(value: object) -> None:
    assert not ASCII_DIGIT.search(show(value, "bn"))
    assert not re.search(r"[০-৯]", show(value, "en"))


def test_shares_are_shown_rounded_half_up_as_marks_are() -> None:
    assert show(Fraction(705, 8), "en") == "88.13"


def test_a_command_to_be_typed_keeps_its_digits() -> None:
    assert "plan check 2023-24" in render("plan-faulty", "bn", {"name": "2023-24", "count": 2})
