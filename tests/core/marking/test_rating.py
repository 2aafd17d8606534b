"""One row rated: which of its cells counts, what it earns, and when it is due."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import PERCENTS, YEAR, make_indicator, printed_targets
from tests.strategies import achievements, indicators, typed
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.marking.rating import RatedRow, Targets, finding_about, rate_row, read_counted
from xl_apa.core.marking.rows import read_row
from xl_apa.core.model import Indicator, Rule, Status, Unit
from xl_apa.core.typed.reading import Reading

TEN = Decimal(10)
COUNT = make_indicator(targets=(4, 3, 2, 1, None))
DAY = make_indicator(unit=Unit.DATE, targets=("2024-01-31", "2024-02-11", None, None, None))
NARRATIVE = "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।"


def targets_of(indicator: Indicator) -> Targets:
    return Targets.of(indicator.unit, indicator.targets, PERCENTS)


def rate(indicator: Indicator, achieved: CellValue, accepted: CellValue = None, rule: Rule = Rule.TIER) -> RatedRow:
    return rate_row(indicator.unit, targets_of(indicator), rule, Cell(achieved), accepted=Cell(accepted), year=YEAR)


# ---- what counts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("achieved", "accepted", "value", "used"),
    [
        (3, None, 3, False),
        (3, "  ", 3, False),
        (3, 4, 3, False),
        (NARRATIVE, 1, 1, True),
        (NARRATIVE, "২ টি", 2, True),
        (NARRATIVE, NARRATIVE, None, False),
        (None, 4, None, False),
        ("চলমান", 4, None, False),
    ],
)
def test_an_accepted_value_counts_only_where_the_achievement_cannot_be_read(
    achieved: CellValue, accepted: CellValue, value: int | None, used: bool
) -> None:
    counted = read_counted(Unit.NUMBER, Cell(achieved), Cell(accepted), YEAR)
    assert (counted.reading.value, counted.accepted_used) == (value, used)


# ---- what it earns --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("achieved", "status", "percent", "marks"),
    [
        (3, Status.REPORTED, 90, 9),
        (0, Status.REPORTED, 0, 0),
        ("চলমান", Status.ONGOING, 0, 0),
        (None, Status.NONE, None, None),
        (NARRATIVE, Status.UNREADABLE, None, None),
    ],
)
def test_what_was_read_earns_marks_and_where_nothing_was_read_there_is_nothing_to_mark(
    achieved: CellValue, status: Status, percent: int | None, marks: int | None
) -> None:
    row = rate(COUNT, achieved)
    assert (row.reading.status, row.percent, row.marks(TEN)) == (status, percent, marks)


@pytest.mark.parametrize("targets", [(None,) * 5, (4, 2, 3, None, None)])
def test_targets_that_make_no_scale_mark_nothing(targets: tuple[int | None, ...]) -> None:
    row = rate(make_indicator(targets=targets), 4)
    assert (row.percent, row.marks(TEN), row.attainable(TEN, date(2023, 9, 30))) == (None, None, 0)


def test_the_rule_decides_between_two_tiers() -> None:
    scale = make_indicator(targets=(10, 5, None, None, None))
    assert [rate(scale, 7, rule=rule).percent for rule in Rule] == [90, 94]


@given(st.data())
def test_a_row_read_from_loose_cells_is_rated_as_the_plans_row_is(data: st.DataObject) -> None:
    indicator = data.draw(indicators(year=YEAR))
    rule = data.draw(st.sampled_from(Rule))
    cell = data.draw(achievements(indicator, YEAR).flatmap(lambda value: typed(value, indicator.unit)))
    loose = read_row(indicator.unit, cell, printed_targets(indicator), rule, YEAR)
    rated = rate(indicator, cell, rule=rule)
    assert (loose.percent, loose.counted) == (rated.percent, rated.counted)
    assert loose.marks(indicator.weight) == rated.marks(indicator.weight)


def test_what_is_attainable_is_asked_of_the_fiscal_year_of_the_day() -> None:
    row = rate(COUNT, 1)
    assert row.marks(TEN) == 7
    assert row.attainable(TEN, YEAR.last_day) == row.attainable(TEN, YEAR.last_day, YEAR) == 10
    assert row.attainable(TEN, date(2024, 7, 1), YEAR) == 7
    assert row.attainable(TEN, date(2024, 7, 1)) == 10


def test_a_day_of_an_earlier_quarter_stays_attainable() -> None:
    row = rate(DAY, None)
    late = date(2024, 3, 1)
    assert row.attainable(TEN, late, YEAR) == 0
    assert row.attainable(TEN, late, YEAR, date(2024, 2, 5)) == 9


# ---- when it is due -------------------------------------------------------------------------------------------------


def test_the_last_target_day_is_the_last_one_present() -> None:
    assert targets_of(DAY).last_day == date(2024, 2, 11)
    assert targets_of(COUNT).last_day is None


@pytest.mark.parametrize(
    ("achieved", "as_of", "waiting"),
    [
        (None, date(2024, 2, 10), True),
        (None, date(2024, 2, 11), False),
        ("চলমান", date(2024, 2, 10), True),
        ("১০/০১/২০২৪", date(2024, 1, 10), False),
        ("কাল", date(2024, 1, 10), False),
    ],
)
def test_a_day_is_not_yet_due_while_nothing_is_reported_and_its_last_target_is_to_come(
    achieved: CellValue, as_of: date, waiting: bool
) -> None:
    assert rate(DAY, achieved).not_yet_due(as_of) is waiting


def test_a_count_is_always_due() -> None:
    assert not rate(COUNT, None).not_yet_due(date(2023, 7, 1))


# ---- what a reading gives reason to say -----------------------------------------------------------------------------


def test_a_reading_without_a_fault_gives_no_finding() -> None:
    assert finding_about(Reading(Status.REPORTED, TEN)) is None


def test_a_value_is_offered_only_where_nothing_was_read() -> None:
    unread = Reading(Status.UNREADABLE, None, FindingKind.NARRATIVE, TEN, {"text": "x"})
    read = Reading(Status.REPORTED, TEN, FindingKind.PERCENT_IS_ONE, TEN)
    assert finding_about(unread, "M8", "1.1.1") == Finding(
        FindingKind.NARRATIVE, "M8", "1.1.1", {"text": "x", "offer": TEN}
    )
    assert finding_about(read) == Finding(FindingKind.PERCENT_IS_ONE)


def test_the_percent_is_exact() -> None:
    scale = make_indicator(targets=(10, 7, None, None, None))
    assert rate(scale, 8, rule=Rule.PROPORTIONAL).percent == 90 + Fraction(10, 3)
