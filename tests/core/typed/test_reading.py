"""A typed cell, by the unit of its row."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import achievements, cell_values, in_any_digits, indicators, numbers, typed
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Indicator, Status, Unit, Value
from xl_apa.core.text.numerals import plain
from xl_apa.core.typed.reading import (
    Reading,
    as_typed,
    parse_achievement,
    parse_marks,
    parse_target,
    parse_targets,
)

YEAR = FiscalYear(2023)
DATE, NUMBER, PERCENT = Unit.DATE, Unit.NUMBER, Unit.PERCENT
LABOUR_WORKSHOP = "গত ১৭/০৮/২৩খ্রি. তারিখে একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে।"
LABOUR_PLAN_SENT = "১০৭/০৯/২০২৩ খ্রি. তারিখে মহাশালয়ে শ্রেণণ করা হয়েছে।"
LABOUR_REPORT = "১ম কোয়ার্টারের ১টি প্রতিবেদন শ্রেণণ করা হয়েছে।"
LABOUR_LETTER = "আওতাধীন দপ্তরসমূহকে গত ২১/০৯/২০২৩ খ্রি. তারিখে পত্র প্রদান করা হয়েছে"


def read(value: CellValue, unit: Unit) -> Reading:
    return parse_achievement(value, unit, YEAR)


# ---- what a library hands over --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("handed", "typed"),
    [
        (None, None),
        ("", None),
        (" ", " "),
        ("৯৬", "৯৬"),
        (96.0, 96.0),
        (True, True),
        (date(2024, 5, 16), date(2024, 5, 16)),
        (datetime(2024, 5, 16, 10), datetime(2024, 5, 16, 10)),
        # Numbers in cells with a date format.
        (date(1900, 4, 5), 96),
        (datetime(1900, 4, 5, 12), 96.5),
        (time(12), 0.5),
        (time(23, 2, 24), 0.96),
        (timedelta(days=4), 4.0),
        (timedelta(hours=12), 0.5),
        (Decimal("2.5"), "2.5"),
    ],
)
def test_a_cell_is_what_was_typed_and_not_how_it_was_formatted(handed: object, typed: CellValue) -> None:
    assert as_typed(handed) == typed
    assert type(as_typed(handed)) is type(typed)


@given(st.one_of(cell_values(), st.times(), st.timedeltas(), st.binary(), st.complex_numbers()))
def test_whatever_a_library_hands_over_can_be_read(handed: object) -> None:
    for unit in Unit:
        parse_achievement(as_typed(handed), unit)


# ---- nothing, or not yet --------------------------------------------------------------------------------------------


DASHES = ("", "  ", "\n", "\u200b", "-", "--", "---", "----", "–", "—", "−", ".", "...", "…", "....", "- -", "_")
NOTHING = ("নাই", "নেই", "প্রযোজ্য নয়", "প্রযোজ্য ন\u09df", "প্রযোজ্য নহে", "N/A", "na", "Nil", "nil.")
ONGOING = ("চলমান", " চলমান ", "চলমান আছে", "চলমান রয়েছে", "চলমান র\u09dfেছে", "কার্যক্রম চলমান", "কাজ চলছে", "চলিতেছে")
UNDER_WAY = ("প্রক্রিয়াধীন", "প্রক্রি\u09dfাধীন", "বাস্তবায়নাধীন", "Ongoing", "on-going", "on going", "In progress.")


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("typed", [None, *DASHES, *NOTHING])
def test_nothing_reported_is_no_error(typed: str | None, unit: Unit) -> None:
    assert read(typed, unit) == Reading(Status.NONE)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("typed", [*ONGOING, *UNDER_WAY])
def test_ongoing_work_is_no_error(typed: str, unit: Unit) -> None:
    assert read(typed, unit) == Reading(Status.ONGOING)


# ---- values ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("৪", NUMBER, 4),
        ("4", NUMBER, 4),
        ("০১ (এক) টি", NUMBER, 1),
        ("২ টি", NUMBER, 2),
        ("একটি", NUMBER, 1),
        ("০", NUMBER, 0),
        ("-২", NUMBER, -2),
        (4, NUMBER, 4),
        (4.0, NUMBER, 4),
        (2.5, NUMBER, "2.5"),
        (0.1 + 0.2, NUMBER, "0.3"),
        (1e20, NUMBER, "100000000000000000000"),
        ("৯৬", PERCENT, 96),
        ("৯৬%", PERCENT, 96),
        ("শতকরা ৯৬ ভাগ", PERCENT, 96),
        ("৯৬ শতাংশ", PERCENT, 96),
        ("১%", PERCENT, 1),
        ("০.৫%", PERCENT, "0.5"),
        ("০", PERCENT, 0),
        ("১০০", PERCENT, 100),
        (96, PERCENT, 96),
        (96.0, PERCENT, 96),
        (96.5, PERCENT, "96.5"),
        (0.0, PERCENT, 0),
        (1.5, PERCENT, "1.5"),
        (150, PERCENT, 150),
        (-5, PERCENT, -5),
        ("১৬/০৫/২০২৪", DATE, "2024-05-16"),
        ("১৬ই মে, ২০২৪", DATE, "2024-05-16"),
        ("০৭/০৯/২০২৩ খ্রি.", DATE, "2023-09-07"),
        (date(2024, 5, 16), DATE, "2024-05-16"),
        (datetime(2024, 5, 16, 17, 30), DATE, "2024-05-16"),
        (45428, DATE, "2024-05-16"),
        (45428.5, DATE, "2024-05-16"),
        ("৪৫৪২৮", DATE, "2024-05-16"),
    ],
)
def test_a_value_is_read_in_the_unit_of_its_row(typed: CellValue, unit: Unit, value: int | str) -> None:
    expected = date.fromisoformat(str(value)) if unit is DATE else Decimal(value)
    assert read(typed, unit) == Reading(Status.REPORTED, expected)


@pytest.mark.parametrize(
    ("typed", "value"),
    [(0.96, "96"), ("0.96", "96"), ("০.৯৬", "96"), (0.29, "29"), (0.07, "7"), (0.005, "0.5"), (0.9999, "99.99")],
)
def test_a_percent_below_one_is_a_fraction_and_it_is_said(typed: CellValue, value: str) -> None:
    reading = read(typed, PERCENT)
    assert (reading.status, reading.value, reading.kind) == (Status.REPORTED, Decimal(value), "percent-was-fraction")
    assert reading.params == {"typed": Decimal(str(typed).replace("০.৯৬", "0.96")), "value": Decimal(value)}
    assert str(reading.value) == value


@pytest.mark.parametrize("typed", [1, 1.0, "1", "১", "১.০"])
def test_exactly_one_is_one_percent_and_a_hundred_is_offered(typed: CellValue) -> None:
    assert read(typed, PERCENT) == Reading(Status.REPORTED, Decimal(1), "percent-is-one", Decimal(100))


def test_in_a_count_one_and_fractions_are_what_they_are() -> None:
    assert read(1, NUMBER) == Reading(Status.REPORTED, Decimal(1))
    assert read(0.5, NUMBER) == Reading(Status.REPORTED, Decimal("0.5"))


# ---- the wrong unit -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("৯৬%", NUMBER),
        ("১৬/০৫/২০২৪", NUMBER),
        (date(2024, 5, 16), NUMBER),
        (datetime(2024, 5, 16), NUMBER),
        (True, NUMBER),
        (float("nan"), NUMBER),
        (float("inf"), NUMBER),
        ("৪ টি", PERCENT),
        ("একটি", PERCENT),
        ("১৬/০৫/২০২৪", PERCENT),
        (datetime(2024, 5, 16), PERCENT),
        (False, PERCENT),
        (float("inf"), PERCENT),
        ("৪", DATE),
        ("৯৬%", DATE),
        ("২ টি", DATE),
        (4, DATE),
        (0.96, DATE),
        (0, DATE),
        (True, DATE),
        (float("nan"), DATE),
    ],
)
def test_a_value_of_another_unit_is_refused_and_the_unit_is_named(typed: CellValue, unit: Unit) -> None:
    reading = read(typed, unit)
    assert (reading.status, reading.value, reading.kind) == (Status.UNREADABLE, None, "unit-mismatch")
    assert reading.params["unit"] == unit.bangla


# ---- sentences and slips --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "unit", "code", "offer"),
    [
        (LABOUR_WORKSHOP, NUMBER, "narrative", 1),
        (LABOUR_WORKSHOP, DATE, "narrative", "2023-08-17"),
        (LABOUR_WORKSHOP, PERCENT, "narrative", None),
        (LABOUR_PLAN_SENT, DATE, "date-not-real", "2023-09-07"),
        (LABOUR_REPORT, NUMBER, "narrative", 1),
        (LABOUR_LETTER, NUMBER, "narrative", None),
        (LABOUR_LETTER, DATE, "narrative", "2023-09-21"),
        ("জুলাই-ডিসেম্বর/২০২৩ এর মধ্যে ০১ (এক) টি কর্মশালা আয়োজন করা হয়েছে।", NUMBER, "narrative", 1),
        ("(জুলাই-সেপ্টেম্বর'২০২৩) ০২টি ত্রৈমাসিক প্রতিবেদন প্রেরণ করা হয়েছে।", NUMBER, "narrative", 2),
        ("১৪/০৮/২০২৩ ও ১৭/০৮/২০২৩ তারিখে ০২ টি প্রশিক্ষণ আয়োজন করা হয়েছে।", NUMBER, "narrative", 2),
        ("১৪/০৮/২০২৩ ও ১৭/০৮/২০২৩ তারিখে ০২ টি প্রশিক্ষণ আয়োজন করা হয়েছে।", DATE, "narrative", "2023-08-17"),
        ("১৯/১২/২০২৩ হতে ২১/১২/২০২৩ তারিখে কর্মশালা অনুষ্ঠিত হয়েছে", DATE, "narrative", "2023-12-21"),
        ("৩১/০১/২০২৪ এর মধ্যে অনলাইন ও অফলাইনে প্রতিবেদন প্রেরণ করা হবে।", DATE, "narrative", None),
        ("১৫ জানুয়ারী ২০২৪ এর মধ্যে একটি প্রত্যয়ন দাখিল করা হবে।", DATE, "narrative", None),
        ("ই-নথিতে নিষ্পত্তির শতকরা হার= ৯৬%", PERCENT, "narrative", 96),
        ("নিষ্পত্তির হার ৮৫% হতে ৯৬%", PERCENT, "narrative", None),
        ("৫টি কর্মশালা ও ৩টি সভা হয়েছে", NUMBER, "narrative", None),
        ("যথা সময়ে সম্পন্ন হবে।", DATE, "narrative", None),
        ("১৬ মে ২০২৪ তারিখে", DATE, "narrative", "2024-05-16"),
        ("১,৫", NUMBER, "not-understood", None),
        ("৪/৪", NUMBER, "not-understood", None),
        ("৩+১", NUMBER, "not-understood", None),
        ("১ম", NUMBER, "not-understood", None),
        ("৯৬,৫%", PERCENT, "not-understood", None),
        ("১০৭/০৯/২০২৩", DATE, "date-not-real", "2023-09-07"),
        ("৩১/০৬/২০২৪", DATE, "date-not-real", "2024-06-30"),
        ("16052024", DATE, "date-not-understood", "2024-05-16"),
        ("১৬ মে", DATE, "date-not-understood", "2024-05-16"),
        ("abc", DATE, "date-not-understood", None),
    ],
)
def test_what_is_no_value_is_never_scored_and_what_it_seems_to_say_is_offered(
    typed: str, unit: Unit, code: str, offer: int | str | None
) -> None:
    expected = None if offer is None else date.fromisoformat(str(offer)) if unit is DATE else Decimal(offer)
    assert read(typed, unit) == Reading(Status.UNREADABLE, None, code, expected, {"text": typed})


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        (16052024, date(2024, 5, 16)),
        (16052024.0, date(2024, 5, 16)),
        (5062024, date(2024, 6, 5)),
        (20240516, date(2024, 5, 16)),
        (32132024, None),
        (16052024.5, None),
        (-16052024, None),
        (116052024, None),
        (96, None),
        (0, None),
    ],
)
def test_a_day_typed_as_one_number_is_offered_and_never_scored(typed: float, offer: date | None) -> None:
    reading = parse_achievement(typed, DATE)
    assert (reading.value, reading.kind, reading.offer) == (None, "unit-mismatch", offer)


def test_the_offer_of_a_mistyped_day_is_one_of_the_fiscal_year() -> None:
    assert parse_achievement("১৬ মে", DATE).offer is None
    assert parse_achievement("১৬ মে", DATE, FiscalYear(2024)).offer == date(2025, 5, 16)


# ---- targets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", [None, "", " ", "-", "--", "---", "----", "…", "..."])
@pytest.mark.parametrize("unit", Unit)
def test_a_missing_tier_is_none(missing: str | None, unit: Unit) -> None:
    assert parse_target(missing, unit) is None


@pytest.mark.parametrize(
    ("printed", "unit", "target"),
    [
        ("৪", NUMBER, Decimal(4)),
        (4.0, NUMBER, Decimal(4)),
        ("৮৫%", PERCENT, Decimal(85)),
        (0.85, PERCENT, Decimal(85)),
        (85, PERCENT, Decimal(85)),
        ("১৬/০৫/২০২৪", DATE, date(2024, 5, 16)),
        (datetime(2024, 5, 16), DATE, date(2024, 5, 16)),
        ("৪", DATE, "৪"),
        (4.0, DATE, "4"),
        (4.5, DATE, "4.5"),
        ("৩১/০৪/২০২৪", DATE, "৩১/০৪/২০২৪"),
        ("চলমান", NUMBER, "চলমান"),
    ],
)
def test_a_target_is_a_value_or_the_text_that_cannot_be_read(
    printed: CellValue, unit: Unit, target: Value | str
) -> None:
    assert parse_target(printed, unit) == target


@pytest.mark.parametrize(
    "cells",
    [
        ["২৫/০৩/২০২৪", "০৮/০৪/২০২৪", "১৫/০৪/২০২৪", "২২/০৪/২০২", "৪", "২৯/০৪/২০", "২৪"],
        ["২৫/০৩/২০২৪", "০৮/০৪/২০২৪", "১৫/০৪/২০২৪", "২২/০৪/২০২", 4.0, "২৯/০৪/২০", 24],
    ],
)
def test_days_that_a_scan_split_over_two_cells_are_put_together(cells: list[CellValue]) -> None:
    assert parse_targets(cells, DATE) == [
        date(2024, 3, 25),
        date(2024, 4, 8),
        date(2024, 4, 15),
        date(2024, 4, 22),
        date(2024, 4, 29),
        None,
        None,
    ]


def test_only_days_are_put_together() -> None:
    assert parse_targets(["৪", "৩", "২", "-", None], NUMBER) == [4, 3, 2, None, None]
    assert parse_targets(["২২/০৪/২০২", None], DATE) == ["২২/০৪/২০২", None]
    assert parse_targets([], DATE) == []


# ---- marks cells ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "marks"),
    [
        (2.8, "2.8"),
        (6, "6"),
        ("২.৮", "2.8"),
        ("১৫", "15"),
        (0.1 + 0.2, "0.3"),
        (None, None),
        ("", None),
        ("-", None),
        ("ভাল", None),
        (True, None),
        (date(2024, 5, 16), None),
        (float("nan"), None),
    ],
)
def test_marks_are_read_from_a_marks_cell(value: CellValue, marks: str | None) -> None:
    assert parse_marks(value) == (None if marks is None else Decimal(marks))


# ---- for any value and any cell -------------------------------------------------------------------------------------


@given(indicators().flatmap(lambda one: st.tuples(st.just(one), achievements(one), st.data())))
def test_a_value_typed_in_any_way_is_that_value(case: tuple[Indicator, Value, st.DataObject]) -> None:
    indicator, value, data = case
    cell = data.draw(typed(value, indicator.unit))
    reading = read(cell, indicator.unit)
    assert (reading.status, reading.value) == (Status.REPORTED, value)


@pytest.mark.parametrize("unit", [NUMBER, PERCENT])
@given(number=numbers(), data=st.data())
def test_digits_of_any_script_give_one_reading(unit: Unit, number: Decimal, data: st.DataObject) -> None:
    text = plain(number)
    mixed = data.draw(in_any_digits(text))
    assert read(mixed, unit) == read(text, unit)
    if unit is PERCENT:
        assert read(f"{mixed}%", unit) == Reading(Status.REPORTED, number)


@given(cell_values(), st.sampled_from(Unit))
def test_no_cell_can_break_the_reading(value: CellValue, unit: Unit) -> None:
    reading = read(value, unit)
    assert (reading.value is not None) is (reading.status is Status.REPORTED)
    assert bool(reading.kind) or reading.status is not Status.UNREADABLE
    if reading.value is not None:
        assert isinstance(reading.value, date) is (unit is DATE)
    parse_target(value, unit)
    parse_marks(value)


@given(st.lists(cell_values(), max_size=7), st.sampled_from(Unit))
def test_there_is_one_target_for_every_cell(cells: list[CellValue], unit: Unit) -> None:
    assert len(parse_targets(cells, unit)) == len(cells)


@given(cell_values(), st.sampled_from(Unit))
def test_both_spellings_of_bangla_letters_give_one_reading(value: CellValue, unit: Unit) -> None:
    if isinstance(value, str):
        one, other = (read(unicodedata.normalize(form, value), unit) for form in ("NFC", "NFD"))
        assert (one.status, one.value, one.kind, one.offer) == (other.status, other.value, other.kind, other.offer)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        *((text, Status.ONGOING) for text in ("চলমান।", "চলমান রয়েছে।", "কাজ চলমান", "ongoing.", "In progress")),
        *((text, Status.NONE) for text in ("নাই।", "নেই।", "প্রযোজ্য নয়।", "N/A.", "-।")),
    ],
)
def test_a_full_stop_changes_nothing(typed: str, status: Status) -> None:
    assert {parse_achievement(typed, unit).status for unit in Unit} == {status}


@pytest.mark.parametrize(
    ("typed", "value"), [(".96", Decimal(96)), ("শতকরা ০.৫", Decimal("0.5")), ("শতকরা ৯৬", Decimal(96))]
)
def test_a_percent_that_says_so_is_taken_at_its_word(typed: str, value: Value) -> None:
    assert parse_achievement(typed, Unit.PERCENT).value == value
