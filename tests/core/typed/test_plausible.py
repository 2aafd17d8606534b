"""Counts that cannot be meant: days, years and phone numbers in a row of counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import PERCENTS, YEAR, make_indicator
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.model import Rule, Status, Unit
from xl_apa.core.rating import Targets, rate_row, read_counted
from xl_apa.core.serials import serial_of_day
from xl_apa.core.typed.plausible import ABOVE, FAR_ABOVE, day_near, is_plausible, largest_target
from xl_apa.excel.udfs import apa_check, apa_marks, apa_table

FOUR = (4, 3, 2, 1, None)


def targets_of(*values: int | str | None) -> Targets:
    return Targets.of(Unit.NUMBER, make_indicator(targets=values).targets, PERCENTS)


@pytest.mark.parametrize(
    "typed",
    [
        *(2024, "২০২৪", "2024", "২০২৩", 2022),
        *(16052024, "১৬০৫২০২৪", "16052024 টি", 20240516),
        *("01712345678", "০১৭১২৩৪৫৬৭৮", 1712345678.0, "8801712345678"),
        *(1e300, 1e15, 201, "১,০০,০০০", 40000, 45325.5, -45325, -1e300),
    ],
)
def test_a_number_far_above_the_targets_has_no_marks_and_is_asked_about(typed: CellValue) -> None:
    row = rate_row(Unit.NUMBER, targets_of(*FOUR), Rule.TIER, Cell(typed), year=YEAR)
    assert (row.reading.status, row.reading.kind, row.reading.offer) == (
        Status.UNREADABLE,
        "number-not-plausible",
        None,
    )
    assert (row.percent, row.marks(Decimal(10))) == (None, None)
    assert row.reading.params["largest"] == 4


@pytest.mark.parametrize("typed", [45325, 45325.0, "45325", "৪৫৩২৫", "৪৫৩২৫ টি", "\u200e45325"])
def test_the_number_behind_a_day_is_named_as_that_day(typed: CellValue) -> None:
    row = rate_row(Unit.NUMBER, targets_of(*FOUR), Rule.TIER, Cell(typed), year=YEAR)
    assert (row.reading.value, row.reading.kind, row.reading.offer) == (None, "count-looks-like-day", None)
    assert row.reading.params["date"] == date(2024, 2, 3)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (45325, date(2024, 2, 3)),
        (serial_of_day(date(2021, 7, 1)), date(2021, 7, 1)),
        (serial_of_day(date(2026, 6, 30)), date(2026, 6, 30)),
        (serial_of_day(date(2021, 6, 30)), None),
        (serial_of_day(date(2026, 7, 1)), None),
        (45325.5, None),
        (4, None),
    ],
)
def test_a_day_is_near_within_two_fiscal_years(number: float, day: date | None) -> None:
    assert day_near(Decimal(str(number)), YEAR) == day


@pytest.mark.parametrize(
    ("typed", "targets"),
    [
        (200, FOUR),
        (0, FOUR),
        (-3, FOUR),
        (100, (1, None, None, None, None)),
        (100, (0, 1, 2, 3, None)),
        (45325, (50000, 40000, None, None, None)),
        (45325, (5000, 4000, None, None, None)),
        (2024, (300, 200, None, None, None)),
        (16052024, (2000000, None, None, None, None)),
        (2000, (100, None, None, None, None)),
        (2035, (100, None, None, None, None)),
        (2024.5, (100, None, None, None, None)),
        (45325, (None,) * 5),
    ],
)
def test_a_number_of_the_size_of_the_targets_can_be_meant(typed: float, targets: tuple[int | None, ...]) -> None:
    row = rate_row(Unit.NUMBER, targets_of(*targets), Rule.TIER, Cell(typed), year=YEAR)
    assert (row.reading.status, row.reading.value) == (Status.REPORTED, Decimal(str(typed)))


@pytest.mark.parametrize(
    "typed", [2024, 2021, 2026, 45325, serial_of_day(YEAR.first_day), serial_of_day(YEAR.last_day)]
)
def test_a_day_or_year_near_the_fiscal_year_is_none_already_above_ten_times_the_targets(typed: float) -> None:
    best = Decimal(int(typed)) / ABOVE - 1
    assert FAR_ABOVE * best > typed
    assert not is_plausible(Decimal(int(typed)), (best,), YEAR)
    assert is_plausible(Decimal(int(typed)), (best + 1,), YEAR)


def test_without_a_fiscal_year_every_day_of_the_century_is_one() -> None:
    assert not is_plausible(Decimal(60000), (Decimal(1500),))
    assert is_plausible(Decimal(60000), (Decimal(1500),), YEAR)


def test_where_less_is_better_a_number_far_below_zero_earns_nothing() -> None:
    row = rate_row(Unit.NUMBER, targets_of(1, 2, 3, 4, 5), Rule.TIER, Cell(-1e300), year=YEAR)
    assert (row.percent, row.reading.kind) == (None, "number-not-plausible")


def test_percents_and_days_have_findings_of_their_own() -> None:
    percents = Targets.of(Unit.PERCENT, (Decimal(90), Decimal(80), None, None, None), PERCENTS)
    assert rate_row(Unit.PERCENT, percents, Rule.TIER, Cell("৫০০০%"), year=YEAR).reading.value == 5000


def test_an_accepted_value_is_held_to_the_same_bound() -> None:
    counted = read_counted(Unit.NUMBER, Cell("৪টি সভা হয়েছে"), Cell(45325), YEAR, targets_of(*FOUR))
    assert (counted.accepted_used, counted.reading.value) == (False, None)


def test_the_worksheet_functions_keep_to_it() -> None:
    assert apa_marks("সংখ্যা", 5, 45325.0, [4, 3, 2, 1, None]) == ""
    assert "৪৫৩২৫" in apa_check("সংখ্যা", 5, 45325.0, [4, 3, 2, 1, None], "2023-24", 4)
    assert apa_table([["সংখ্যা", 5, 4, 3, 2, 1, None, "২০২৪"]], "2023-24", 4)[0][:2] == ["", ""]


def test_the_largest_target_is_of_those_that_are_there() -> None:
    assert largest_target((None, Decimal(3), Decimal(7))) == 7
    assert largest_target((None, YEAR.last_day)) is None


@given(st.integers(1, 10**6), st.integers(0, 10**9))
def test_no_number_up_to_ten_times_the_largest_target_is_asked_about(largest: int, count: int) -> None:
    assert is_plausible(Decimal(min(count, ABOVE * largest)), (Decimal(largest),), YEAR)


@given(st.integers(2, 10**6), st.integers(1, 10**9), st.booleans())
def test_every_number_above_fifty_times_the_largest_target_is_asked_about(largest: int, more: int, minus: bool) -> None:
    count = Decimal(FAR_ABOVE * largest + more)
    assert not is_plausible(-count if minus else count, (Decimal(largest), None), YEAR)
