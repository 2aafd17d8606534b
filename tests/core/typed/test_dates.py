"""Days as people type them: what is read, what is refused, what is offered."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import any_text, in_any_digits, typed_days
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.typed.dates import DateReading, find_dates, join_split, parse_date, without_dates

YEAR = FiscalYear(2023)
MAY_16 = date(2024, 5, 16)

# ---- read -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "১৬/০৫/২০২৪",
        "16/05/2024",
        "১৬/05/২০24",
        "16-05-2024",
        "16.05.2024",
        "16–05–2024",
        "১৬।০৫।২০২৪",
        "১৬ / ০৫ / ২০২৪",
        " ১৬/০৫/২০২৪ ",
        "16/5/2024",
        "16/05/24",
        "১৬.৫.২৪",
        "১৬/০৫/২৪খ্রি.",
        "১৬/০৫/২০২৪ খ্রি.",
        "১৬/০৫/২০২৪ খ্রিঃ",
        "১৬/০৫/২০২৪ খ্রি:",
        "১৬/০৫/২০২৪ খ্রিস্টাব্দ",
        "১৬/০৫/২০২৪ খ্রিষ্টাব্দ",
        "১৬/০৫/২০২৪ইং",
        "১৬/০৫/২০২৪ ইং তারিখ",
        "১৬/০৫/২০২৪।",
        "তারিখ: ১৬/০৫/২০২৪",
        "তারিখঃ ১৬/০৫/২০২৪ খ্রি.",
        "তাং ১৬/০৫/২০২৪",
        "Date: 16/05/2024",
        "Dt. 16/05/2024",
        "dt 16.05.2024",
        "ইং ১৬/০৫/২০২৪",
        "১৬/০৫/২০২৪ (বৃহস্পতিবার)",
        "১৬/০৫/২০২৪, বৃহস্পতিবার",
        "বৃহস্পতিবার, ১৬ মে ২০২৪",
        "রোজ বৃহস্পতিবার ১৬/০৫/২০২৪ খ্রি.",
        "Thursday, May 16, 2024",
        "Thu 16 May 2024",
        "16-05-2024 (Thursday)",
        "১৬·০৫·২০২৪",
        "১৬ মে ২০২৪",
        "১৬ মে, ২০২৪",
        "১৬ই মে, ২০২৪",
        "১৬ই মে ২০২৪ খ্রিস্টাব্দ।",
        "১৬-মে-২০২৪",
        "16 May 2024",
        "16th May, 2024",
        "16-May-24",
        "16 may '24",
        "16May2024",
        "May 16, 2024",
        "2024-05-16",
        "২০২৪-০৫-১৬",
        "2024/05/16",
        "2024-05-16T00:00:00",
        "2024-05-16 10:30",
        "2024-05-16T10:30:15.123",
        "16/05/2024 0:00",
        "16\u200b/05/\u200d2024",
        "45428",
        "৪৫৪২৮",
    ],
)
def test_a_day_is_read_in_every_form_people_use(typed: str) -> None:
    assert parse_date(typed, YEAR) == DateReading(MAY_16, text=typed.strip())
    assert parse_date(typed).value == MAY_16


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("১৭/০৮/২৩খ্রি.", date(2023, 8, 17)),
        ("০৭/০৯/২০২৩ খ্রি.", date(2023, 9, 7)),
        ("15.08.23", date(2023, 8, 15)),
        ("05/06/2024", date(2024, 6, 5)),
        ("৫/৬/২৪", date(2024, 6, 5)),
        ("29/02/2024", date(2024, 2, 29)),
        ("31/12/99", date(2099, 12, 31)),
        ("01/01/00", date(2000, 1, 1)),
        ("01/01/1999", date(1999, 1, 1)),
    ],
)
def test_the_day_comes_first_and_short_years_are_of_this_century(typed: str, day: date) -> None:
    assert parse_date(typed).value == day


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("১লা জানুয়ারি ২০২৪", 1),
        ("১ জানুয়ারী ২০২৪", 1),
        ("১ জানু\u09dfারি ২০২৪", 1),
        ("১ জানু\u09af\u09bcারি ২০২৪", 1),
        ("১লা ফেব্রুয়ারি ২০২৪", 2),
        ("১ ফেব্রুয়ারী ২০২৪", 2),
        ("১ ফেব্রু\u09dfারি, ২০২৪", 2),
        ("১ ফেব্রু\u09af\u09bcারি, ২০২৪", 2),
        ("১ মার্চ ২০২৪", 3),
        ("1st March 2024", 3),
        ("১ এপ্রিল ২০২৪", 4),
        ("১ মে ২০২৪", 5),
        ("১ জুন ২০২৪", 6),
        ("১লা জুলাই ২০২৪", 7),
        ("১ আগস্ট ২০২৪", 8),
        ("১ আগষ্ট ২০২৪", 8),
        ("১ অগাস্ট ২০২৪", 8),
        ("১ সেপ্টেম্বর ২০২৪", 9),
        ("১ সেপ্টেম্বার ২০২৪", 9),
        ("1 Sept. 2024", 9),
        ("1 SEP 2024", 9),
        ("১ অক্টোবর ২০২৪", 10),
        ("১ নভেম্বর ২০২৪", 11),
        ("১ ডিসেম্বর ২০২৪", 12),
        ("December 1, 2024", 12),
    ],
)
def test_months_are_read_by_every_spelling_of_their_names(typed: str, month: int) -> None:
    assert parse_date(typed).value == date(2024, month, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("১লা জুলাই ২০২৩", date(2023, 7, 1)),
        ("২রা জুলাই ২০২৩", date(2023, 7, 2)),
        ("৩রা জুলাই ২০২৩", date(2023, 7, 3)),
        ("৪ঠা জুলাই ২০২৩", date(2023, 7, 4)),
        ("৫ই জুলাই ২০২৩", date(2023, 7, 5)),
        ("২১শে ফেব্রুয়ারি ২০২৪", date(2024, 2, 21)),
        ("৩১ শে ডিসেম্বর ২০২৩", date(2023, 12, 31)),
        ("2nd July 2023", date(2023, 7, 2)),
        ("3rd July 2023", date(2023, 7, 3)),
        ("21st July 2023", date(2023, 7, 21)),
    ],
)
def test_ordinals_of_days_are_read(typed: str, day: date) -> None:
    assert parse_date(typed).value == day


# ---- refused --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("১০৭/০৯/২০২৩", date(2023, 9, 7)),
        ("১০৭/০৯/২০২৩ খ্রি.", date(2023, 9, 7)),
        ("07/109/2023", date(2023, 9, 7)),
        ("31/06/2024", date(2024, 6, 30)),
        ("৩১/০৪/২০২৪", date(2024, 4, 30)),
        ("৩১ এপ্রিল ২০২৪", date(2024, 4, 30)),
        ("30/02/2024", date(2024, 2, 29)),
        ("06/13/2024", date(2024, 6, 13)),
        ("12/31/2023", date(2023, 12, 31)),
        ("16/05/20244", date(2024, 5, 16)),
        ("16/05/204", date(2024, 5, 16)),
        ("২২/০৪/২০২", date(2024, 4, 22)),
        ("99/99/9999", None),
        ("16/05/1824", None),
        ("00/00/2024", None),
    ],
)
def test_a_day_that_does_not_exist_is_refused_and_the_nearest_is_offered(typed: str, offer: date | None) -> None:
    assert parse_date(typed, YEAR) == DateReading(None, "date-not-real", offer, typed)


def test_of_two_near_days_the_one_of_the_fiscal_year_is_offered() -> None:
    assert parse_date("29/02/2023", FiscalYear(2023)).offer == date(2024, 2, 29)
    assert parse_date("29/02/2023", FiscalYear(2022)).offer == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("16052024", MAY_16),
        ("১৬০৫২০২৪", MAY_16),
        ("20240516", MAY_16),
        ("১৬/০৫", MAY_16),
        ("১৬ মে", MAY_16),
        ("১৬ই মে", MAY_16),
        ("১ আগস্ট", date(2023, 8, 1)),
        ("31-12", date(2023, 12, 31)),
        ("99/99", None),
        ("39132024", None),
        ("মে ২০২৪", None),
        ("২০২৪", None),
        ("abc", None),
        ("", None),
        ("১০০০০০", None),
        ("৯৯৯৯৯", None),
    ],
)
def test_what_is_hardly_a_day_is_not_understood_and_at_most_offered(typed: str, offer: date | None) -> None:
    assert parse_date(typed, YEAR) == DateReading(None, "date-not-understood", offer, typed)


@pytest.mark.parametrize(
    "typed",
    ["শুক্রবার, ১৬ মে ২০২৪", "১৬/০৫/২০২৪ (বুধবার)", "Monday, May 16, 2024", "16/05/2024 Sun", "রবিবার ১৬/০৫/২৪"],
)
def test_a_day_that_another_day_of_the_week_contradicts_is_a_question(typed: str) -> None:
    assert parse_date(typed).value is None


def test_a_day_without_a_year_is_offered_only_in_a_known_fiscal_year() -> None:
    assert parse_date("১৬ মে").offer is None


@pytest.mark.parametrize("typed", ["গত ১৬/০৫/২০২৪", "১৬/০৫/২০২৪ তারিখে", "১৬/০৫/২০২৪ থেকে ১৭/০৫/২০২৪", "(১৬/০৫/২০২৪)"])
def test_a_day_with_words_around_it_is_not_a_day_alone(typed: str) -> None:
    assert parse_date(typed).value is None


# ---- inside a sentence ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("গত ১৭/০৮/২৩খ্রি. তারিখে একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে।", [date(2023, 8, 17)]),
        ("আওতাধীন দপ্তরসমূহকে গত ২১/০৯/২০২৩ খ্রি. তারিখে পত্র প্রদান করা হয়েছে", [date(2023, 9, 21)]),
        (
            "১৪/০৮/২০২৩ ও ১৭/০৮/২০২৩ তারিখে ০২ টি প্রশিক্ষণ আয়োজন করা হয়েছে।",
            [date(2023, 8, 14), date(2023, 8, 17)],
        ),
        (
            "আইসিটি বিভাগের উদ্যোগে ১৯/১২/২০২৩ হতে ২১/১২/২০২৩ তারিখে কর্মশালা (১ম পর্যায়) অনুষ্ঠিত হয়েছে।",
            [date(2023, 12, 19), date(2023, 12, 21)],
        ),
        ("১৬ই মে, ২০২৪ এবং May 17, 2024 তারিখে", [date(2024, 5, 16), date(2024, 5, 17)]),
        ("জুলাই-ডিসেম্বর/২০২৩ এর মধ্যে ০১ (এক) টি কর্মশালা", []),
        ("তথ্য বাতায়ন (জুলাই-সেপ্টেম্বর'২০২৩) ০২টি প্রতিবেদন", []),
        ("স্মারক নং ১২.৩৪", []),
        ("১৬ মেয়াদ ২০২৪", []),
    ],
)
def test_the_days_of_a_sentence_are_found_in_order(sentence: str, days: list[date]) -> None:
    found = find_dates(sentence, YEAR)
    assert [reading.value for reading in found] == days
    assert not any(reading.promised for reading in found)


def test_digits_are_never_part_of_two_days() -> None:
    assert len(find_dates("১/২/২৩ মে ২০২৪ তারিখে", YEAR)) == 1


def test_a_day_that_does_not_exist_is_found_with_its_offer() -> None:
    assert find_dates("১০৭/০৯/২০২৩ খ্রি. তারিখে মহাশালয়ে শ্রেণণ করা হয়েছে।", YEAR) == [
        DateReading(None, "date-not-real", date(2023, 9, 7), "107/09/2023")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "৩১/০১/২০২৪ এর মধ্যে অনলাইন ও অফলাইনে প্রতিবেদন প্রেরণ করা হবে।",
        "৩১/০১/২০২৪ তারিখের মধ্যে প্রেরণ করা হবে",
        "৩১ জানুয়ারী ২০২৪ এর মধ্যে একটি প্রত্যয়ন দাখিল করা হবে।",
        "৩১ জানুয়ারি ২০২৪ নাগাদ",
        "৩১/০১/২০২৪ খ্রি. এর মধ্যে",
    ],
)
def test_a_day_by_which_something_will_be_done_is_a_promise(sentence: str) -> None:
    (found,) = find_dates(sentence, YEAR)
    assert found.value == date(2024, 1, 31)
    assert found.promised


def test_taking_the_days_out_leaves_the_counts() -> None:
    left = without_dates("গত ১৭/০৮/২৩খ্রি. তারিখে ০২ টি, ১৬ই মে ২০২৪ ও May 17, 2024 তারিখে ১টি")
    assert "17" not in left
    assert "16" not in left
    assert "02" in left
    assert "1টি" in left


# ---- split over two cells -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "day"),
    [
        ("২২/০৪/২০২", "৪", date(2024, 4, 22)),
        ("২৯/০৪/২০", "২৪", date(2024, 4, 29)),
        ("06/06/20", "24", date(2024, 6, 6)),
        ("১৫/০৬/২০২ ", " 4", date(2024, 6, 15)),
        ("২২/০৪/২০২৪", "৪", None),
        ("২২/০৪/২০", "৪", None),
        ("২২/০৪/২", "৪", None),
        ("২২/০৪/২০২", "-", None),
        ("২২/০৪/২০২", "১৬/০৫/২০২৪", None),
        ("৩১/০৪/২০২", "৪", None),
        ("২২/০৪", "২০২৪", None),
        ("-", "৪", None),
        ("", "", None),
    ],
)
def test_a_day_split_over_two_cells_is_put_together(left: str, right: str, day: date | None) -> None:
    assert join_split(left, right) == day


# ---- for any day and any text ---------------------------------------------------------------------------------------

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(DAYS.flatmap(lambda day: st.tuples(st.just(day), typed_days(day))))
def test_one_day_typed_in_any_way_is_one_day(case: tuple[date, str]) -> None:
    day, typed = case
    assert parse_date(typed).value == day


@pytest.mark.parametrize("separator", ["/", "-", ".", "।", "–"])
@given(day=DAYS, data=st.data())
def test_digits_of_any_script_give_one_day_with_every_separator(separator: str, day: date, data: st.DataObject) -> None:
    typed = data.draw(in_any_digits(separator.join(f"{day:%d %m %Y}".split())))
    assert parse_date(typed).value == day


@given(DAYS.flatmap(lambda day: st.tuples(st.just(day), typed_days(day))))
def test_a_typed_day_is_found_in_a_sentence(case: tuple[date, str]) -> None:
    day, typed = case
    assert [found.value for found in find_dates(f"গত {typed} তারিখে অনুষ্ঠিত")] == [day]


@given(st.integers(32, 99), st.integers(1, 12))
def test_a_day_beyond_its_month_is_never_read(day: int, month: int) -> None:
    reading = parse_date(f"{day}/{month:02d}/2024", YEAR)
    assert (reading.value, reading.kind) == (None, "date-not-real")


@given(any_text(), any_text(), st.none() | st.just(YEAR))
def test_no_text_can_break_the_reading_of_days(text: str, other: str, year: FiscalYear | None) -> None:
    reading = parse_date(text, year)
    assert (reading.value is None) is (reading.kind in ("date-not-real", "date-not-understood"))
    assert all(found.value or found.kind == "date-not-real" for found in find_dates(text, year))
    join_split(text, other)
    without_dates(text)


def test_a_promise_with_a_hyphen_is_a_promise() -> None:
    assert [found.promised for found in find_dates("৩১/০১/২০২৪-এর মধ্যে পাঠানো হবে")] == [True]


def test_a_memo_number_is_no_date() -> None:
    assert find_dates("স্মারক নং ০৫.১২.২৩.০০১") == []
