"""The fiscal year, its quarters and its calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from tests.strategies import any_text, fiscal_years, in_any_digits
from xl_apa.core.fiscal import FiscalYear, Quarter

YEAR = FiscalYear(2023)


@pytest.mark.parametrize(
    "typed",
    [
        "2023-24",
        "২০২৩-২৪",
        "২০২৩-2024",
        "2023-2024",
        "2023–24",
        "2023—24",
        "2023/24",
        " ২০২৩ - ২৪ ",
        "২০২৩-\u200b২৪",
    ],
)
def test_a_fiscal_year_is_read_however_it_is_typed(typed: str) -> None:
    assert FiscalYear.parse(typed) == YEAR


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2023",
        "2023-25",
        "2023-2025",
        "2024-23",
        "1999-00",
        "2024-05-16",
        "16/05/2024",
        "2023-24-25",
        "অর্থবছর ২০২৩-২৪",
    ],
)
def test_what_is_no_fiscal_year_is_none(typed: str) -> None:
    assert FiscalYear.parse(typed) is None


@pytest.mark.parametrize(
    ("title", "starts"),
    [
        ("ই-গভর্ন্যান্স ও উদ্ভাবন কর্মসম্পাদন ২০২৩-২৪ অর্থ-বছরের (জুলাই-সেপ্টেম্বর) ১ম ত্রৈমাসিক প্রতিবেদন", [2023]),
        ("ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৩-২৪ (২য় ত্রৈমাসিক (অর্ধবার্ষিক) অগ্রগতি প্রতিবেদন)", [2023]),
        ("লক্ষ্যমাত্রা ২০২২-২০২৩", [2022]),
        ("২০২৩-২৪ (আগে ২০২২-২৩), ২০২৩-২০২৪", [2023, 2022]),
        ("(জুলাই-সেপ্টেম্বর'২০২৩) ১৫/০১/২০২৪", []),
        ("2024-05-16 তারিখে", []),
        ("2011-12-05 তারিখে", []),
        ("স্মারক নং ১২০২৩-২৪", []),
        ("", []),
    ],
)
def test_the_fiscal_years_of_a_title_are_found_in_order_each_once(title: str, starts: list[int]) -> None:
    assert [year.start for year in FiscalYear.find_all(title)] == starts


def test_a_fiscal_year_is_written_in_both_scripts() -> None:
    assert (YEAR.label, str(YEAR), YEAR.label_bn, YEAR.long_bn) == ("2023-24", "2023-24", "২০২৩-২৪", "২০২৩-২০২৪")
    assert FiscalYear(2099).label == "2099-00"


def test_it_runs_from_july_to_june() -> None:
    assert (YEAR.first_day, YEAR.last_day) == (date(2023, 7, 1), date(2024, 6, 30))
    assert YEAR.first_day in YEAR
    assert YEAR.last_day in YEAR
    assert date(2023, 6, 30) not in YEAR
    assert date(2024, 7, 1) not in YEAR


@pytest.mark.parametrize(
    ("quarter", "ordinal", "months", "end", "due"),
    [
        (Quarter.Q1, "১ম", "জুলাই-সেপ্টেম্বর", date(2023, 9, 30), date(2023, 10, 15)),
        (Quarter.Q2, "২য়", "অক্টোবর-ডিসেম্বর", date(2023, 12, 31), date(2024, 1, 15)),
        (Quarter.Q3, "৩য়", "জানুয়ারি-মার্চ", date(2024, 3, 31), date(2024, 4, 15)),
        (Quarter.Q4, "৪র্থ", "এপ্রিল-জুন", date(2024, 6, 30), date(2024, 7, 15)),
    ],
)
def test_a_quarter_has_its_names_its_end_and_its_due_day(
    quarter: Quarter, ordinal: str, months: str, end: date, due: date
) -> None:
    assert (quarter.ordinal_bn, quarter.months_bn) == (ordinal, months)
    assert (YEAR.quarter_end(quarter), YEAR.due_day(quarter)) == (end, due)


@given(fiscal_years())
def test_the_quarters_fill_the_year_and_labels_read_back(year: FiscalYear) -> None:
    assert year.quarter_end(Quarter.Q4) == year.last_day
    assert year.last_day + timedelta(days=1) == FiscalYear(year.start + 1).first_day
    assert FiscalYear.parse(year.label) == FiscalYear.parse(year.label_bn) == FiscalYear.parse(year.long_bn) == year


@given(in_any_digits("2023-2024"))
def test_its_digits_may_be_mixed(typed: str) -> None:
    assert FiscalYear.parse(typed) == YEAR


@given(any_text())
def test_no_text_can_break_it(text: str) -> None:
    year = FiscalYear.parse(text)
    assert year is None or [year] == FiscalYear.find_all(text)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("১ম ত্রৈমাসিকে ৩টি সভা", [1]),
        ("দ্বিতীয় প্রান্তিকের প্রতিবেদন", [2]),
        ("৩য় কোয়াটার ও ৪র্থ কোয়ার্টার", [3, 4]),
        ("Q3 and 4th quarter", [3, 4]),
        ("৪র্থ শিল্পবিপ্লব", []),
        ("চতুর্থ সভা", []),
        ("১.২য় ত্রৈমাসিক", []),
        ("FAQ4", []),
    ],
)
def test_a_sentence_names_quarters_by_ordinal_and_word(sentence: str, named: list[int]) -> None:
    assert Quarter.find_all(sentence) == set(named)


def test_every_month_lies_in_the_quarter_that_has_its_first_and_last() -> None:
    quarters = [Quarter.of_month(month) for month in range(1, 13)]
    assert quarters == [3, 3, 3, 4, 4, 4, 1, 1, 1, 2, 2, 2]
    assert all(Quarter.of_month(month) is each for each in Quarter for month in (each.first_month, each.last_month))
