"""From an achievement to its tier percent and marks, exactly, under either rule.

Sources: the form's tiers and weights; "below 60% = 0" and the proportional share from the clauses of the guidelines.
That a single tier is all or nothing, and the very formula of the proportional rule, could not be confirmed by anybody:
the rule is therefore a property of the plan and stands on every output.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Percent, Rule, Unit, Value
from xl_apa.core.rounding import divided


@dataclass(frozen=True, slots=True)
class Scale:
    """The present tiers of an indicator, ready to compare with.

    `points`: (threshold, percent), best first; thresholds are turned so that more is better in every scale.
    `fault`: why nothing can be marked, None when something can; `at`: position of the target it is about.
    """

    points: tuple[tuple[Decimal, int | Fraction], ...]
    more_is_better: bool
    fault: FindingKind | None = None
    at: int = 0


def build_scale(unit: Unit, targets: Sequence[Value | None], percents: Sequence[Percent]) -> Scale:
    """Return the scale of an indicator; missing tiers are skipped, the direction follows from the order of the tiers.

    With one distinct target the direction is the usual one: more is better, for days earlier is better.
    Two equal neighbours are allowed, the better percent counts (as printed in the labour report, 1.5.2).
    """
    present = [
        (at, target, percent) for at, (target, percent) in enumerate(zip(targets, percents)) if target is not None
    ]
    usual = unit is not Unit.DATE
    if not present:
        return Scale((), usual, FindingKind.TARGETS_MISSING)
    for at, target, _ in present:
        if isinstance(target, date) is not (unit is Unit.DATE):
            return Scale((), usual, FindingKind.TARGET_WRONG_TYPE, at)
    numbers = [_number(target) for _, target, _ in present]
    steps = [step for step in (after.compare(before) for before, after in zip(numbers, numbers[1:])) if step]
    more_is_better = steps[0] < 0 if steps else usual
    for position, (before, after) in enumerate(zip(numbers, numbers[1:])):
        if after != before and (after < before) is not more_is_better:
            return Scale((), more_is_better, FindingKind.TIERS_NOT_MONOTONE, present[position + 1][0])
    points = tuple(
        (number if more_is_better else number.copy_negate(), percent if isinstance(percent, int) else Fraction(percent))
        for number, (_, _, percent) in zip(numbers, present)
    )
    return Scale(points, more_is_better)


def percent_for(scale: Scale, value: Value | Fraction, rule: Rule) -> Fraction:
    """Return the tier percent (0-100) an achievement earns; 0 below the lowest present tier and on a faulty scale.

    `tier`: the best tier it satisfies. `proportional`: linear between the two present neighbours, by value or by days.
    Never more than the best present tier gives.
    """
    if isinstance(value, Fraction):
        return _percent_of_fraction(scale, value, rule)
    number = _number(value)
    if not scale.more_is_better:
        number = number.copy_negate()
    better: tuple[Decimal, int | Fraction] | None = None
    for threshold, percent in scale.points:
        if number >= threshold:
            if better is None or rule is Rule.TIER:
                return Fraction(percent)
            return _between((threshold, percent), better, Fraction(number))
        better = (threshold, percent)
    return Fraction(0)


def _percent_of_fraction(scale: Scale, value: Fraction, rule: Rule) -> Fraction:
    """The same for a mean that is no decimal number: it lies on no target."""
    number = value if scale.more_is_better else -value
    better: tuple[Decimal, int | Fraction] | None = None
    for point in scale.points:
        if number >= Fraction(point[0]):
            return Fraction(point[1]) if better is None or rule is Rule.TIER else _between(point, better, number)
        better = point
    return Fraction(0)


def _between(
    point: tuple[Decimal, int | Fraction], better: tuple[Decimal, int | Fraction], number: Fraction
) -> Fraction:
    low, high = Fraction(point[0]), Fraction(better[0])
    return point[1] + (better[1] - point[1]) * (number - low) / (high - low)


def marks_for(weight: Decimal, percent: Fraction) -> Decimal:
    """Return `weight × percent / 100`, rounded half up to two decimals, once."""
    numerator, denominator = weight.as_integer_ratio()
    # In whole numbers, which are faster than fractions.
    return divided(numerator * percent.numerator, denominator * percent.denominator * 100)


def attainable_for(
    unit: Unit,
    scale: Scale,
    weight: Decimal,
    rule: Rule,
    value: Value | Fraction | None,
    as_of: date,
    year: FiscalYear,
    *,
    earlier: Value | None = None,
) -> Decimal:
    """Return the marks that can still be earned on the as-of date.

    A day, once reported, is final; until then it can still be today, so the tiers whose day is not past remain. A day
    reported in an `earlier` quarter and not repeated yet is not lost either: whoever writes it again has its marks.
    A number or percent can reach its full weight until the fiscal year ends, and then keeps its marks.
    """
    if scale.fault:
        return Decimal(0)
    earned = marks_for(weight, percent_for(scale, value, rule)) if value is not None else Decimal(0)
    if unit is Unit.DATE:
        if value is not None:
            return earned
        told = percent_for(scale, earlier, rule) if earlier is not None else Fraction(0)
        return marks_for(weight, max(told, _percent_from(scale, as_of, rule)))
    if as_of <= year.last_day:
        return max(earned, marks_for(weight, Fraction(scale.points[0][1])))
    return earned


def _percent_from(scale: Scale, as_of: date, rule: Rule) -> Fraction:
    if scale.more_is_better:
        # A falling scale of days: the later the better, so waiting until the best target's day is always open.
        return (
            Fraction(scale.points[0][1]) if as_of.toordinal() <= scale.points[0][0] else percent_for(scale, as_of, rule)
        )
    return percent_for(scale, as_of, rule)


def _number(value: Value) -> Decimal:
    return Decimal(value.toordinal()) if isinstance(value, date) else value
