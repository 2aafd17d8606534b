"""The months: one list for dates, for the periods that evidence names, for messages and for the form's formulas."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.builders import assess_form, make_form
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show
from xl_apa.core.model import Unit
from xl_apa.core.text.months import MONTHS_BN, MONTHS_EN, SPELLINGS, Month, closest_month, find_periods
from xl_apa.core.text.numerals import clean
from xl_apa.core.typed.dates import find_dates, parse_date
from xl_apa.sheets.formulas.vocabulary import value_starts

SPELT = [
    *((name, number) for number, name in enumerate(MONTHS_BN, start=1)),
    *((name, number) for number, name in enumerate(MONTHS_EN, start=1)),
    *((name[:3], number) for number, name in enumerate(MONTHS_EN, start=1)),
    *[("জানুয়ারী", 1), ("জানু\u09dfারি", 1), ("ফেব্রুয়ারী", 2), ("ফেব্রু\u09dfারী", 2)],
    *[("আগষ্ট", 8), ("অগাস্ট", 8), ("সেপ্টম্বর", 9), ("সেপ্টেম্বার", 9), ("Sept", 9)],
    *((name, 1) for name in ("জানু", "জানুআরি", "জানুআরী", "জানয়ারি", "জানয়ারী")),
    *((name, 2) for name in ("ফেব্রু", "ফেব", "ফেব্রুআরি", "ফেব্রুআরী", "ফেব্রয়ারি", "ফেব্রয়ারী")),
    *[("ফেব্রূয়ারি", 2), ("ফেব্রূয়ারী", 2), ("মার্চ্চ", 3), ("মারচ", 3), ("এপ্রীল", 4), ("এপ্রি", 4)],
    *[("জুলাঈ", 7), ("অগাষ্ট", 8), ("আগ", 8), ("সেপ্টে", 9), ("সেপ্ট", 9), ("সেপ", 9), ("সেপটেম্বর", 9)],
    *((name, 10) for name in ("অক্টোবার", "অক্টবর", "অকটোবর", "অক্টো", "অক্ট")),
    *[("নভেম্বার", 11), ("নভে", 11), ("ডিসেম্বার", 12), ("ডিসে", 12)],
]


@pytest.mark.parametrize(("spelling", "month"), SPELT)
def test_a_spelling_is_read_in_a_date(spelling: str, month: int) -> None:
    assert parse_date(f"৫ {spelling} ২০২৪").value == date(2024, month, 5)
    assert [found.value for found in find_dates(f"গত ৫ {spelling} ২০২৪ তারিখে সভা হয়েছে")] == [date(2024, month, 5)]


@pytest.mark.parametrize("dot", [".", "ঃ", ":"])
@pytest.mark.parametrize(
    ("short", "month"), [("জানু", 1), ("ফেব", 2), ("সেপ্টে", 9), ("ডিসে", 12), ("Sept", 9), ("Oct", 10)]
)
def test_a_month_cut_short_may_end_with_any_dot(short: str, month: int, dot: str) -> None:
    assert parse_date(f"৫ {short}{dot} ২০২৪").value == date(2024, month, 5)


@pytest.mark.parametrize(
    ("told", "month"),
    [
        ("৫ জানুয়ারির ২০২৪", 1),
        ("৫ই জানুয়ারীর, ২০২৪", 1),
        ("৫ মার্চের ২০২৪", 3),
        ("৫ মে মাসের ২০২৪", 5),
        ("৫ জুন মাস ২০২৪", 6),
        ("৫ জুলাইয়ের ২০২৪", 7),
        ("৫ আগস্টের ২০২৪", 8),
        ("৫-সেপ্টেম্বর-এর ২০২৪", 9),
    ],
)
def test_a_month_is_read_with_its_case_ending(told: str, month: int) -> None:
    assert parse_date(told).value == date(2024, month, 5)


# The period of a quarter that ends with each month, and a quarter later than it.
@pytest.mark.parametrize(("spelling", "month"), SPELT)
def test_a_spelling_is_read_in_the_period_that_evidence_names(spelling: str, month: int) -> None:
    since_july = (month + 5) % 12 + 1
    for quarter in Quarter:
        told = f"({spelling}-{spelling}'২০২৩) প্রতিবেদন"
        form = make_form(achieved={"1.2.1": 3}, cells={"1.2.1": {"remarks": told}}, quarter=quarter)
        codes = [finding.code for finding in assess_form(form).findings]
        assert codes == (["evidence-other-period"] if since_july < 3 * quarter else [])


@pytest.mark.parametrize(("spelling", "month"), SPELT)
def test_a_spelling_begins_as_a_value_for_the_formulas_of_the_form(spelling: str, month: int) -> None:
    assert spelling.lower().startswith(value_starts(Unit.DATE))


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("জুলাই-আগষ্ট ও অক্টোবর – ডিসেম্বর", [(7, 8), (10, 12)]),
        ("জানু-মার্চের হিসাব", [(1, 3)]),
        ("JULY—Sept 2023", [(7, 9)]),
        ("জুলাই, সেপ্টেম্বর", []),
        ("প্রথমে-জুন", []),
        ("may-marry", []),
    ],
)
def test_a_period_is_two_months_with_a_dash(text: str, periods: list[tuple[int, int]]) -> None:
    assert find_periods(text) == periods


def test_every_spelling_is_tried_here() -> None:
    assert {clean(spelling.lower()) for spelling, _ in SPELT} == set(SPELLINGS)


def test_a_month_is_written_in_one_spelling_only() -> None:
    assert [show(Month(number), "bn") for number in range(1, 13)] == list(MONTHS_BN)
    assert [show(Month(number), "en") for number in range(1, 13)] == list(MONTHS_EN)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("নভেম্ভর", 11),
        ("জনুয়ারি", 1),
        ("februaryy", 2),
        ("মাঘ", None),
        ("চৈত্র", None),
        ("meee", None),
        ("juny", None),
        ("", None),
    ],
)
def test_the_month_that_a_misspelled_name_is_closest_to(word: str, month: int | None) -> None:
    assert closest_month(clean(word)) == month
