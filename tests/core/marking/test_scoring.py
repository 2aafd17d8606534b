"""From an achievement to tier percent and marks: the table of the domain, under both rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import PERCENTS, Typed, value_of
from tests.strategies import achievements, days, indicators, numbers
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.marking.scoring import Scale, attainable_for, build_scale, marks_for, percent_for
from xl_apa.core.model import Indicator, Rule, Unit, Value

YEAR = FiscalYear(2023)
DATE, NUMBER, PERCENT = Unit.DATE, Unit.NUMBER, Unit.PERCENT
TIER, PROPORTIONAL = Rule.TIER, Rule.PROPORTIONAL

# Scales of the plan 2023-24, and some that another year may bring.
INNOVATION = ("2024-05-16", "2024-05-23", "2024-05-30", "2024-06-06", "2024-06-15")  # 1.1.1
SERVICES = (4, 3, 2, None, None)  # 1.2.1
FILES = (85, 80, 75, 70, 60)  # 1.4.1
WORKSHOPS = (4, 3, 2, 1, None)  # 1.5.1
SENT = ("2024-01-31", "2024-02-11", None, None, None)  # 2.2.2
LABOUR_PLAN = ("2024-03-25", "2024-04-08", "2024-04-15", "2024-04-22", "2024-04-22")  # 1.5.2 as the labour scan has it
GAP = (10, None, 6, None, 2)
DAY_GAP = ("2024-01-01", None, "2024-01-11", None, None)
FEWER_IS_BETTER = (5, 10, 20, 40, 80)
LATER_IS_BETTER = ("2024-06-15", "2024-06-06", "2024-05-30", "2024-05-23", "2024-05-16")


def scale_of(unit: Unit, targets: Sequence[Typed]) -> Scale:
    return build_scale(unit, tuple(map(value_of, targets)), PERCENTS)


def percent(unit: Unit, targets: Sequence[Typed], achieved: Typed, rule: Rule) -> Fraction:
    value = value_of(achieved)
    assert value is not None
    return percent_for(scale_of(unit, targets), value, rule)


# ---- the table of the domain ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "targets", "achieved", "tier", "proportional"),
    [
        # At or better than the 100% target: 100, never more.
        (NUMBER, WORKSHOPS, 4, 100, 100),
        (NUMBER, WORKSHOPS, 40, 100, 100),
        (PERCENT, FILES, 85, 100, 100),
        (PERCENT, FILES, 96, 100, 100),
        (DATE, INNOVATION, "2024-05-16", 100, 100),
        (DATE, INNOVATION, "2023-07-01", 100, 100),
        # Exactly on a tier: its percent.
        (NUMBER, WORKSHOPS, 3, 90, 90),
        (NUMBER, WORKSHOPS, 1, 70, 70),
        (PERCENT, FILES, 80, 90, 90),
        (PERCENT, FILES, 60, 60, 60),
        (DATE, INNOVATION, "2024-05-23", 90, 90),
        (DATE, INNOVATION, "2024-06-15", 60, 60),
        # Between two tiers: the tier reached, or a share of the way, by value or by days.
        (NUMBER, WORKSHOPS, 2.5, 80, 85),
        (PERCENT, FILES, 84.9, 90, Fraction("99.8")),
        (PERCENT, FILES, 62, 60, 62),
        (PERCENT, FILES, 69, 60, 69),
        (DATE, INNOVATION, "2024-05-17", 90, 90 + Fraction(60, 7)),
        (DATE, INNOVATION, "2024-05-22", 90, 90 + Fraction(10, 7)),
        (DATE, INNOVATION, "2024-06-10", 60, 60 + Fraction(50, 9)),
        (DATE, SENT, "2024-02-01", 90, 90 + Fraction(100, 11)),
        # Worse than the lowest present tier: 0.
        (NUMBER, SERVICES, 1, 0, 0),
        (NUMBER, WORKSHOPS, 0, 0, 0),
        (NUMBER, WORKSHOPS, -1, 0, 0),
        (PERCENT, FILES, 59.99, 0, 0),
        (DATE, INNOVATION, "2024-06-16", 0, 0),
        (DATE, SENT, "2024-02-12", 0, 0),
        # A missing tier is skipped; the share is taken across it.
        (NUMBER, GAP, 8, 80, 90),
        (NUMBER, GAP, 9, 80, 95),
        (NUMBER, GAP, 4, 60, 70),
        (NUMBER, GAP, 6, 80, 80),
        (DATE, DAY_GAP, "2024-01-06", 80, 90),
        (DATE, DAY_GAP, "2024-01-10", 80, 82),
        # The best tier may be missing too: never more than the best one present.
        (NUMBER, (None, 3, 2, None, None), 9, 90, 90),
        # One tier only: met, its percent; else 0.
        (NUMBER, (2, None, None, None, None), 2, 100, 100),
        (NUMBER, (2, None, None, None, None), 1, 0, 0),
        (NUMBER, (None, None, None, 2, None), 5, 70, 70),
        (PERCENT, (None, None, None, None, 50), 49, 0, 0),
        (DATE, ("2024-03-01", None, None, None, None), "2024-03-01", 100, 100),
        (DATE, ("2024-03-01", None, None, None, None), "2024-02-28", 100, 100),
        (DATE, ("2024-03-01", None, None, None, None), "2024-03-02", 0, 0),
        # Two equal neighbours: the better percent.
        (DATE, LABOUR_PLAN, "2024-04-22", 70, 70),
        (DATE, LABOUR_PLAN, "2024-04-21", 70, 70 + Fraction(10, 7)),
        (DATE, LABOUR_PLAN, "2024-04-23", 0, 0),
        (NUMBER, (4, 4, 2, 1, None), 4, 100, 100),
        (NUMBER, (4, 4, 2, 1, None), 3, 80, 85),
        (NUMBER, (4, 2, 2, 1, None), 2, 90, 90),
        (NUMBER, (4, 2, 2, 1, None), 3, 90, 95),
        (NUMBER, (3, 3, 3, 3, 3), 3, 100, 100),
        (NUMBER, (3, 3, 3, 3, 3), 2, 0, 0),
        (DATE, ("2024-03-01", "2024-03-01", None, None, None), "2024-03-02", 0, 0),
        (NUMBER, (4, None, 4, None, 1), 4, 100, 100),
        # A scale that falls the other way: fewer is better, later is better.
        (NUMBER, FEWER_IS_BETTER, 0, 100, 100),
        (NUMBER, FEWER_IS_BETTER, 5, 100, 100),
        (NUMBER, FEWER_IS_BETTER, 6, 90, 98),
        (NUMBER, FEWER_IS_BETTER, 10, 90, 90),
        (NUMBER, FEWER_IS_BETTER, 60, 60, 65),
        (NUMBER, FEWER_IS_BETTER, 81, 0, 0),
        (PERCENT, (1, 2, None, 5, 8), 3, 70, 70 + Fraction(40, 3)),
        (DATE, LATER_IS_BETTER, "2024-06-30", 100, 100),
        (DATE, LATER_IS_BETTER, "2024-06-15", 100, 100),
        (DATE, LATER_IS_BETTER, "2024-06-14", 90, 90 + Fraction(80, 9)),
        (DATE, LATER_IS_BETTER, "2024-05-16", 60, 60),
        (DATE, LATER_IS_BETTER, "2024-05-15", 0, 0),
    ],
)
def test_what_an_achievement_earns(
    unit: Unit, targets: Sequence[Typed], achieved: Typed, tier: int, proportional: int | Fraction
) -> None:
    assert percent(unit, targets, achieved, TIER) == tier
    assert percent(unit, targets, achieved, PROPORTIONAL) == proportional


@pytest.mark.parametrize(
    ("unit", "targets", "fault", "at"),
    [
        (NUMBER, (None,) * 5, "targets-missing", 0),
        (DATE, (), "targets-missing", 0),
        (NUMBER, (4, 3, 5, None, None), "tiers-not-monotone", 2),
        (NUMBER, (4, None, 2, None, 3), "tiers-not-monotone", 4),
        (NUMBER, (4, 4, 3, 4, None), "tiers-not-monotone", 3),
        (NUMBER, (1, 2, 2, 1, None), "tiers-not-monotone", 3),
        (DATE, ("2024-05-16", "2024-05-23", "2024-05-20", None, None), "tiers-not-monotone", 2),
        (DATE, (4, 3, None, None, None), "target-wrong-type", 0),
        (DATE, ("2024-05-16", None, 3, None, None), "target-wrong-type", 2),
        (NUMBER, (4, "2024-05-16", None, None, None), "target-wrong-type", 1),
        (PERCENT, ("2024-05-16", None, None, None, None), "target-wrong-type", 0),
    ],
)
def test_targets_that_make_no_scale_earn_nothing_and_the_target_is_named(
    unit: Unit, targets: Sequence[Typed], fault: str, at: int
) -> None:
    scale = scale_of(unit, targets)
    assert (scale.points, scale.fault, scale.at) == ((), fault, at)
    value = date(2023, 8, 1) if unit is DATE else Decimal(100)
    for rule in Rule:
        assert percent_for(scale, value, rule) == 0
    assert attainable_for(unit, scale, Decimal(10), TIER, None, YEAR.first_day, YEAR) == 0


@pytest.mark.parametrize(
    ("unit", "targets", "more_is_better"),
    [
        (NUMBER, WORKSHOPS, True),
        (NUMBER, FEWER_IS_BETTER, False),
        (NUMBER, (4, None, None, None, None), True),
        (PERCENT, (60, 60, None, None, None), True),
        (DATE, INNOVATION, False),
        (DATE, LATER_IS_BETTER, True),
        (DATE, ("2024-05-16", None, None, None, None), False),
        (DATE, ("2024-05-16", "2024-05-16", None, None, None), False),
        (DATE, LABOUR_PLAN, False),
    ],
)
def test_the_direction_follows_from_the_order_of_the_tiers(
    unit: Unit, targets: Sequence[Typed], more_is_better: bool
) -> None:
    assert scale_of(unit, targets).more_is_better is more_is_better


# ---- marks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weight", "percents", "marks"),
    [
        ("10", 100, "10.00"),
        ("4", 70, "2.80"),
        ("3", 90, "2.70"),
        ("10", 0, "0.00"),
        ("0.05", 90, "0.05"),  # 0.045
        ("0.01", 50, "0.01"),  # 0.005
        ("2.55", 90, "2.30"),  # 2.295
        ("0.05", 70, "0.04"),  # 0.035
        ("0.05", Fraction("69.99"), "0.03"),
        ("1", Fraction(200, 3), "0.67"),
        ("1", Fraction(100, 3), "0.33"),
        ("3", 90 + Fraction(10, 7), "2.74"),  # 2.742857...
        ("10", Fraction("98.25"), "9.83"),  # 9.825
        ("10", Fraction("98.249999"), "9.82"),
    ],
)
def test_marks_are_weight_times_percent_rounded_half_up_once(weight: str, percents: int | Fraction, marks: str) -> None:
    found = marks_for(Decimal(weight), Fraction(percents))
    assert str(found) == marks


def test_the_percent_itself_is_not_rounded() -> None:
    share = percent(NUMBER, (4, 1, None, None, None), 3, PROPORTIONAL)
    assert share == 90 + Fraction(20, 3)
    assert marks_for(Decimal(300), share) == 290  # 290.01 by way of 96.67%


# ---- attainable -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "targets", "achieved", "as_of", "marks"),
    [
        # A day not reported: the best tier whose day is not past.
        (DATE, INNOVATION, None, "2023-07-01", 10),
        (DATE, INNOVATION, None, "2024-05-16", 10),
        (DATE, INNOVATION, None, "2024-05-17", 9),
        (DATE, INNOVATION, None, "2024-05-23", 9),
        (DATE, INNOVATION, None, "2024-05-24", 8),
        (DATE, INNOVATION, None, "2024-06-15", 6),
        (DATE, INNOVATION, None, "2024-06-16", 0),
        (DATE, DAY_GAP, None, "2024-01-02", 8),
        (DATE, LABOUR_PLAN, None, "2024-04-22", 7),
        (DATE, (None, "2024-05-16", None, None, None), None, "2023-09-30", 9),
        # A day reported is final.
        (DATE, INNOVATION, "2024-05-23", "2023-09-30", 9),
        (DATE, INNOVATION, "2024-06-16", "2023-09-30", 0),
        # Later is better: the best day is always still open.
        (DATE, LATER_IS_BETTER, None, "2023-09-30", 10),
        (DATE, LATER_IS_BETTER, None, "2024-05-20", 10),
        (DATE, LATER_IS_BETTER, None, "2024-06-20", 10),
        # Numbers and percents: full weight until the year ends, then what was earned.
        (NUMBER, WORKSHOPS, None, "2023-09-30", 10),
        (NUMBER, WORKSHOPS, 1, "2024-06-30", 10),
        (NUMBER, WORKSHOPS, 1, "2024-07-01", 7),
        (NUMBER, WORKSHOPS, 4, "2024-07-01", 10),
        (NUMBER, WORKSHOPS, None, "2024-07-01", 0),
        (PERCENT, FILES, 50, "2024-06-30", 10),
        (PERCENT, FILES, 50, "2024-07-01", 0),
    ],
)
def test_what_can_still_be_earned(
    unit: Unit, targets: Sequence[Typed], achieved: Typed, as_of: str, marks: int
) -> None:
    scale = scale_of(unit, targets)
    found = attainable_for(unit, scale, Decimal(10), TIER, value_of(achieved), date.fromisoformat(as_of), YEAR)
    assert found == marks


@pytest.mark.parametrize(
    ("earlier", "as_of", "marks"),
    [
        (date(2024, 1, 20), "2024-03-31", 10),
        (date(2024, 6, 1), "2024-06-30", 7),
        (date(2024, 6, 30), "2024-06-30", 0),
        (None, "2024-06-30", 0),
    ],
)
def test_a_day_reported_earlier_is_not_lost_while_it_waits_to_be_repeated(
    earlier: date | None, as_of: str, marks: int
) -> None:
    scale, day = scale_of(DATE, INNOVATION), date.fromisoformat(as_of)
    assert attainable_for(DATE, scale, Decimal(10), TIER, None, day, YEAR, earlier=earlier) == marks
    # Whoever reports another day now has the marks of that day.
    assert attainable_for(DATE, scale, Decimal(10), TIER, date(2024, 6, 30), day, YEAR, earlier=earlier) == 0


# ---- for any scale and any achievement ------------------------------------------------------------------------------

CASES = indicators().flatmap(lambda one: st.tuples(st.just(one), achievements(one), achievements(one)))


def earned(indicator: Indicator, value: Value, rule: Rule) -> Decimal:
    scale = build_scale(indicator.unit, indicator.targets, PERCENTS)
    assert not scale.fault
    return marks_for(indicator.weight, percent_for(scale, value, rule))


def at_least_as_good(indicator: Indicator, one: Value, other: Value) -> bool:
    """By the words of the domain, and not by how the code turns a scale."""
    targets = [target for target in indicator.targets if target is not None]
    best, last = targets[0], targets[-1]
    earlier_or_fewer = indicator.unit is DATE if best == last else best < last  # type: ignore[operator]
    return one <= other if earlier_or_fewer else one >= other  # type: ignore[operator]


@given(CASES, st.sampled_from(Rule))
def test_marks_never_rise_when_the_achievement_worsens(case: tuple[Indicator, Value, Value], rule: Rule) -> None:
    indicator, one, other = case
    better, worse = (one, other) if at_least_as_good(indicator, one, other) else (other, one)
    assert earned(indicator, better, rule) >= earned(indicator, worse, rule)


@given(CASES, st.sampled_from(Rule))
def test_marks_lie_between_nothing_and_the_weight(case: tuple[Indicator, Value, Value], rule: Rule) -> None:
    indicator, value, _ = case
    assert 0 <= earned(indicator, value, rule) <= indicator.weight.quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(CASES)
def test_the_tier_reached_is_the_best_one_that_is_satisfied(case: tuple[Indicator, Value, Value]) -> None:
    indicator, value, _ = case
    scale = build_scale(indicator.unit, indicator.targets, PERCENTS)
    satisfied = [
        tier
        for target, tier in zip(indicator.targets, PERCENTS)
        if target is not None and at_least_as_good(indicator, value, target)
    ]
    assert percent_for(scale, value, TIER) == max(satisfied, default=0)


@given(CASES)
def test_the_proportional_share_lies_between_the_two_neighbouring_tiers(case: tuple[Indicator, Value, Value]) -> None:
    indicator, value, _ = case
    scale = build_scale(indicator.unit, indicator.targets, PERCENTS)
    present = [(target, tier) for target, tier in zip(indicator.targets, PERCENTS) if target is not None]
    reached = percent_for(scale, value, TIER)
    above = [tier for target, tier in present if not at_least_as_good(indicator, value, target)]
    share = percent_for(scale, value, PROPORTIONAL)
    if reached and above:
        assert reached <= share < min(above)
    else:
        assert share == reached


@given(indicators())
def test_both_rules_agree_on_the_tiers_themselves(indicator: Indicator) -> None:
    scale = build_scale(indicator.unit, indicator.targets, PERCENTS)
    best: dict[Value, int] = {}
    for target, tier in zip(indicator.targets, PERCENTS):
        if target is not None:
            assert (
                percent_for(scale, target, TIER) == percent_for(scale, target, PROPORTIONAL) == best.get(target, tier)
            )
            best.setdefault(target, tier)


@given(numbers("0.01", "20"), st.fractions(0, 100))
def test_marks_are_within_half_a_hundredth_of_the_exact_share(weight: Decimal, share: Fraction) -> None:
    exact = Fraction(weight) * share / 100
    assert -Fraction(1, 200) < Fraction(marks_for(weight, share)) - exact <= Fraction(1, 200)


@given(CASES, st.sampled_from(Rule), days(YEAR), st.booleans())
def test_what_is_earned_is_always_attainable(
    case: tuple[Indicator, Value, Value], rule: Rule, as_of: date, over: bool
) -> None:
    indicator, value, _ = case
    scale = build_scale(indicator.unit, indicator.targets, PERCENTS)
    as_of += timedelta(days=366 if over else 0)
    attainable = attainable_for(indicator.unit, scale, indicator.weight, rule, value, as_of, YEAR)
    assert attainable >= earned(indicator, value, rule)


@given(indicators(), st.sampled_from(Rule), days(YEAR), st.integers(0, 300))
def test_with_time_less_can_be_attained(indicator: Indicator, rule: Rule, as_of: date, later: int) -> None:
    scale = build_scale(indicator.unit, indicator.targets, PERCENTS)
    now, then = (
        attainable_for(indicator.unit, scale, indicator.weight, rule, None, day, YEAR)
        for day in (as_of, as_of + timedelta(days=later))
    )
    assert now >= then


@given(indicators(unit=DATE), days(YEAR))
def test_a_day_reported_on_the_day_itself_earns_what_was_attainable(indicator: Indicator, as_of: date) -> None:
    scale = build_scale(indicator.unit, indicator.targets, PERCENTS)
    open_still = attainable_for(DATE, scale, indicator.weight, TIER, None, as_of, YEAR)
    if scale.more_is_better:
        assert open_still >= earned(indicator, as_of, TIER)
    else:
        assert open_still == earned(indicator, as_of, TIER)
