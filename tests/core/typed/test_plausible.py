"""Counts that cannot be meant: days, years and phone numbers in a row of counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import PERCENTS, YEAR, make_indicator
from xl_apa.core.cells import Cell, CellValue, NumberFormat
from xl_apa.core.marking.rating import Targets, rate_row, read_counted
from xl_apa.core.model import Rule, Status, Unit
from xl_apa.core.serials import serial_of_day
from xl_apa.core.typed.plausible import ABOVE, FAR_ABOVE, day_near, is_plausible, largest_target
from xl_apa.excel.udfs import apa_check, apa_marks, apa_table

FOUR = (4, 3, 2, 1, None)


def percents_of(*values: int) -> Targets:
    return Targets.of(Unit.PERCENT, tuple(map(Decimal, values)), PERCENTS)


def targets_of(*values: float | None) -> Targets:
    return Targets.of(Unit.NUMBER, make_indicator(targets=values).targets, PERCENTS)


@pytest.mark.parametrize(
    "typed",
    [
        *(2024, "২০২৪", "2024", "২০২৩", 2022),
        *(16052024, "১৬০৫২০২৪", "16052024 টি", 20240516),
        *("01712345678", "০১৭১২৩৪৫৬৭৮", 1712345678.0, "8801712345678"),
        *(1e300, 1e15, 201, "১,০০,০০০", 40000),
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
        (100, (1, None, None, None, None)),
        (100, (0, 1, 2, 3, None)),
        (45325, (50000, 40000, None, None, None)),
        (45325, (5000, 4000, None, None, None)),
        (2024, (300, 200, None, None, None)),
        (16052024, (2000000, None, None, None, None)),
        (2000, (100, None, None, None, None)),
        (2035, (100, None, None, None, None)),
        (2024.5, (100.5, None, None, None, None)),
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


@pytest.mark.parametrize("typed", [-1e300, -45325, -1, "-৩", "-০.৫", -0.5])
@pytest.mark.parametrize("targets", [(4, 3, 2, 1, None), (1, 2, 3, 4, 5), (0, None, None, None, None)])
def test_a_negative_count_has_no_marks_whether_more_or_less_is_better(
    typed: CellValue, targets: tuple[int | None, ...]
) -> None:
    row = rate_row(Unit.NUMBER, targets_of(*targets), Rule.TIER, Cell(typed), year=YEAR)
    assert (row.percent, row.reading.status, row.reading.kind) == (None, Status.UNREADABLE, "count-negative")


def test_a_negative_number_beside_negative_targets_is_one() -> None:
    row = rate_row(Unit.NUMBER, targets_of(-2, -4), Rule.TIER, Cell(-3), year=YEAR)
    assert (row.reading.value, row.percent) == (-3, 90)


@pytest.mark.parametrize("typed", [0.96, 16.05, 2.5, "২.৫ টি", "০.৫", 45325.5])
def test_a_broken_number_has_no_marks_where_whole_ones_are_counted(typed: CellValue) -> None:
    """0.96 was `96%` when it was typed, and 16.05 a day."""
    row = rate_row(Unit.NUMBER, targets_of(4, 3, 2, 1), Rule.TIER, Cell(typed), year=YEAR)
    assert (row.percent, row.reading.status, row.reading.kind) == (None, Status.UNREADABLE, "count-not-whole")


@pytest.mark.parametrize(
    ("targets", "name", "decimals"), [((4.5, 3), "", None), ((4, 3), "কোটি টাকা", None), ((4, 3), "", 1)]
)
def test_a_broken_number_counts_where_the_row_has_some(
    targets: tuple[float, ...], name: str, decimals: int | None
) -> None:
    row = rate_row(
        Unit.NUMBER,
        replace(targets_of(*targets), decimals=decimals),
        Rule.TIER,
        Cell(3.25),
        year=YEAR,
        unit_name=name,
    )
    assert (row.reading.value, row.percent) == (Decimal("3.25"), 90)


@pytest.mark.parametrize(
    "typed",
    [
        *(45325, 2024, 1712345678, 1e300, 16052024, 120, 100.5, -5, -0.5, -1e300),
        *("৪৫৩২৫", "২০২৪", "০১৭১২৩৪৫৬৭৮", "১২০%", "১২০ শতাংশ", "শতকরা ২০০", "৯৬০%", "-৫%"),
    ],
)
def test_a_percent_outside_0_to_100_has_no_marks_and_is_asked_about(typed: CellValue) -> None:
    row = rate_row(Unit.PERCENT, percents_of(90, 80, 70), Rule.TIER, Cell(typed), year=YEAR)
    assert (row.reading.status, row.reading.value, row.reading.kind, row.reading.offer) == (
        Status.UNREADABLE,
        None,
        "percent-out-of-range",
        None,
    )
    assert (row.percent, row.marks(Decimal(10))) == (None, None)
    assert row.reading.params["largest"] == 100


@pytest.mark.parametrize("stored", [1.05, 1.2, 2, 2.5, 10, 63 / 60, 96])
def test_a_percent_above_100_by_format_is_named_as_the_cell_shows_it(stored: float) -> None:
    cell = Cell(stored, shown_as=NumberFormat.PERCENT)
    row = rate_row(Unit.PERCENT, percents_of(90, 80), Rule.TIER, cell, year=YEAR)
    assert (row.reading.kind, row.percent) == ("percent-out-of-range", None)
    assert row.reading.params["value"] == Decimal(str(stored)) * 100


def test_where_less_is_better_a_percent_below_0_earns_nothing() -> None:
    row = rate_row(Unit.PERCENT, percents_of(5, 10, 20), Rule.TIER, Cell(-40), year=YEAR)
    assert (row.percent, row.reading.kind) == (None, "percent-out-of-range")


@pytest.mark.parametrize(
    ("targets", "typed", "kind"),
    [
        ((110, 100), 115, None),
        ((110, 100), 220, None),
        ((110, 100), 221, "percent-out-of-range"),
        ((100, 90), 101, "percent-out-of-range"),
        ((), 100, None),
        ((), 101, "percent-out-of-range"),
    ],
)
def test_more_than_100_can_be_meant_where_a_target_is_more(targets: tuple[int, ...], typed: int, kind: str) -> None:
    row = rate_row(Unit.PERCENT, percents_of(*targets), Rule.TIER, Cell(typed), year=YEAR)
    assert row.reading.kind == kind


@pytest.mark.parametrize(
    ("cell", "targets", "kind"),
    [
        (Cell(1.05), (85, 80), "percent-doubtful"),
        (Cell(1.5), (85, 80), "percent-doubtful"),
        (Cell(2), (85, 80), "percent-doubtful"),
        (Cell(2.01), (85, 80), None),
        (Cell(1), (85, 80), "percent-is-one"),
        (Cell("১.০৫"), (85, 80), None),
        (Cell("1.05%"), (85, 80), None),
        (Cell(1.05, shown_as=NumberFormat.PERCENT), (85, 80), "percent-out-of-range"),
        (Cell(1.05), (1, 2, 3), None),
        (Cell(1.05), (3, 4, 5), "percent-doubtful"),
    ],
)
def test_a_number_that_may_be_105_as_well_as_1_05_percent_is_asked_about(
    cell: Cell, targets: tuple[int, ...], kind: str | None
) -> None:
    row = rate_row(Unit.PERCENT, percents_of(*targets), Rule.TIER, cell, year=YEAR)
    assert row.reading.kind == kind
    assert (row.percent is None) is (kind in ("percent-doubtful", "percent-out-of-range"))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("১৬/০৫/১৯২৪", "date-outside-year"),
        ("16/05/2014", "date-outside-year"),
        ("16.05.2042", "date-outside-year"),
        (date(2031, 1, 1), "date-outside-year"),
        (38000, "date-outside-year"),
        (date(2021, 6, 30), "date-outside-year"),
        (date(2026, 7, 1), "date-outside-year"),
        (date(2021, 7, 1), None),
        (date(2026, 6, 30), None),
        ("16/05/24", None),
    ],
)
def test_a_day_of_another_decade_has_no_marks_and_is_asked_about(typed: CellValue, kind: str | None) -> None:
    days = Targets.of(Unit.DATE, (date(2024, 5, 16), date(2024, 5, 23), None, None, None), PERCENTS)
    for year in (YEAR, None):
        row = rate_row(Unit.DATE, days, Rule.TIER, Cell(typed), year=year)
        assert (row.reading.kind, row.percent is None) == (kind, kind is not None)


def test_an_accepted_value_is_held_to_the_same_bound() -> None:
    counted = read_counted(Unit.NUMBER, Cell("৪টি সভা হয়েছে"), Cell(45325), YEAR, targets_of(*FOUR))
    assert (counted.accepted_used, counted.reading.value) == (False, None)


def test_the_worksheet_functions_keep_to_it() -> None:
    assert apa_marks("সংখ্যা", 5, 45325.0, [4, 3, 2, 1, None]) == ""
    assert "৪৫৩২৫" in apa_check("সংখ্যা", 5, 45325.0, [4, 3, 2, 1, None], "2023-24", 4)
    assert apa_table([["সংখ্যা", 5, 4, 3, 2, 1, None, "২০২৪"]], "2023-24", 4)[0][:2] == ["", ""]
    assert apa_marks("%", 6, 120.0, [85, 80, 75, 70, 60]) == apa_marks("%", 6, 1.05, [85, 80, 75, 70, 60]) == ""
    assert apa_marks("তারিখ", 6, "১৬/০৫/১৯২৪", [date(2024, 5, 16)]) == ""


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
