"""Text of the font SutonnyMJ (Bijoy): recognised, converted, read as values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from tests.strategies import any_text
from xl_apa.core.model import Status, Unit
from xl_apa.core.text.bijoy import bijoy_to_unicode, looks_like_bijoy
from xl_apa.core.text.numerals import clean
from xl_apa.core.typed.dates import parse_date
from xl_apa.core.typed.reading import parse_achievement


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rvbyqvwi", "জানুয়ারি"),
        ("‡deªæqvwi", "ফেব্রুয়ারি"),
        ("gvP©", "মার্চ"),
        ("GwcÖj", "এপ্রিল"),
        ("‡g", "মে"),
        ("†g", "মে"),
        ("Ryb", "জুন"),
        ("RyjvB", "জুলাই"),
        ("AvM÷", "আগস্ট"),
        ("AvMó", "আগষ্ট"),
        ("‡m‡Þ¤^i", "সেপ্টেম্বর"),
        ("A‡±vei", "অক্টোবর"),
        ("b‡f¤^i", "নভেম্বর"),
        ("wW‡m¤^i", "ডিসেম্বর"),
        ("wLª.", "খ্রি."),
        ("ZvwiL", "তারিখ"),
        ("96 kZvsk", "96 শতাংশ"),
        ("৩wU", "৩টি"),
        ("GKwU", "একটি"),
        ("`yBwU", "দুইটি"),
        ("cuvPwU", "পাঁচটি"),
        ("Pjgvb", "চলমান"),
        ("cÖwµqvaxb", "প্রক্রিয়াধীন"),
        ("ev¯Íevqbvaxb", "বাস্তবায়নাধীন"),
        ("Kvh©µg Pjgvb", "কার্যক্রম চলমান"),
        ("m¤úbœ n‡q‡Q", "সম্পন্ন হয়েছে"),
        ("jÿ¨gvÎv 4wU", "লক্ষ্যমাত্রা 4টি"),
        ("m¤¢ve¨ 4wU", "সম্ভাব্য 4টি"),
        ("cÖvq 4wU", "প্রায় 4টি"),
    ],
)
def test_bijoy_is_recognised_and_converted(typed: str, meant: str) -> None:
    assert looks_like_bijoy(typed)
    assert clean(bijoy_to_unicode(typed)) == clean(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "16 May 2024",
        "Dec. 16, 2023",
        "3 nos",
        "96 percent",
        "96 p.c.",
        "N/A",
        "ongoing",
        "Training held",
        "২ টি",
        "m³",
        "GPS",
    ],
)
def test_english_and_unicode_are_not_taken_for_bijoy(typed: str) -> None:
    assert not looks_like_bijoy(typed)


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("16 ‡g 2024", Unit.DATE, date(2024, 5, 16)),
        ("১৬ †g, ২০২৪", Unit.DATE, date(2024, 5, 16)),
        ("16B GwcÖj 2024", Unit.DATE, date(2024, 4, 16)),
        ("16/05/2024 wLª.", Unit.DATE, date(2024, 5, 16)),
        ("96 kZvsk", Unit.PERCENT, 96),
        ("kZKiv 96 fvM", Unit.PERCENT, 96),
        ("kZfvM", Unit.PERCENT, 100),
        ("৩wU", Unit.NUMBER, 3),
        ("03 (wZb) wU", Unit.NUMBER, 3),
        ("GKwU", Unit.NUMBER, 1),
        ("4 Rb", Unit.NUMBER, 4),
    ],
)
def test_values_in_bijoy_are_read(typed: str, unit: Unit, value: int | date) -> None:
    reading = parse_achievement(typed, unit)
    assert (reading.status, reading.value, reading.kind) == (Status.REPORTED, value, None)


@pytest.mark.parametrize("unit", Unit)
def test_the_words_for_ongoing_and_for_nothing_are_known_in_bijoy(unit: Unit) -> None:
    assert parse_achievement("Pjgvb", unit).status is Status.ONGOING
    assert parse_achievement("cÖwµqvaxb", unit).status is Status.ONGOING
    assert parse_achievement("bvB", unit).status is Status.NONE


@pytest.mark.parametrize(
    "typed", ["4wU evwK", "4wU nqwb", "cÖvq 4wU", "jÿ¨gvÎv 4wU", "m¤¢ve¨ 4wU", "4wU n‡e", "AvMvgx gv‡m 4wU"]
)
def test_what_is_taken_back_in_bijoy_is_not_offered(typed: str) -> None:
    reading = parse_achievement(typed, Unit.NUMBER)
    assert (reading.status, reading.offer) == (Status.UNREADABLE, None)


def test_a_sentence_in_bijoy_is_offered_by_its_count_and_day() -> None:
    sentence = "17/08/23wLª. Zvwi‡L GKwU cÖwk¶Y AbywôZ n‡q‡Q"
    assert parse_achievement(sentence, Unit.NUMBER).offer == 1
    assert parse_achievement(sentence, Unit.DATE).offer == date(2023, 8, 17)


@given(any_text())
def test_no_text_can_break_the_conversion(text: str) -> None:
    looks_like_bijoy(text)
    assert isinstance(bijoy_to_unicode(text), str)


@pytest.mark.parametrize("typed", ["16-05-2024Bs", "16/05/2024 Bs", "ZvwiLt 16/05/2024", "16/05/2024 wLª."])
def test_words_round_a_day_are_read_too(typed: str) -> None:
    assert parse_date(typed).value == date(2024, 5, 16)
