"""One value per indicator for the ministry as a whole: the offices' values rolled up as the plan says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from xl_apa.core.findings import Severity
from xl_apa.core.marking.limits import about_amount
from xl_apa.core.model import Indicator, Percent, Plan, Result, Rollup, Value
from xl_apa.core.rounding import PLACES, divided, half_up, mean_of
from xl_apa.ministry.model import MinistryResult, OfficeResult


@dataclass(frozen=True, slots=True)
class RolledUp:
    """An indicator for the ministry as a whole.

    `value`: what `how` makes of the offices' figures of the year, exact or rounded half up to two decimals once; a
    share in percent; None where nobody reported one. Of the `offices` that should have reported (without a register,
    that were read) `counted` reported a value and `reached` have the best tier there is; a count or percent that cannot
    be is in no sum and no mean, and not `counted` there. `marks` are the mean of them all, 0 where there is no report:
    what all did together is never held against the target of one.
    Where the plan says `own`, all of it is the ministry's own office alone, and without its report there is nothing.
    """

    indicator: Indicator
    value: Value | None
    counted: int
    reached: int
    offices: int
    marks: Decimal | None

    @property
    def how(self) -> Rollup:
        return self.indicator.rolls_up


def roll_up(consolidation: MinistryResult) -> tuple[RolledUp, ...]:
    """Return every indicator of the plan, in its order."""
    plan = consolidation.task.plan
    own = own_office(consolidation)
    results: list[Sequence[Result]] = [office.assessment.results for office in consolidation.counted]
    base = consolidation.base if results else 0
    return tuple(
        _rolled_up(
            indicator, [each[place] for each in results], base, own.assessment.results[place] if own else None, plan
        )
        for place, indicator in enumerate(plan.indicators)
    )


def own_office(consolidation: MinistryResult) -> OfficeResult | None:
    """Return the ministry's own report: of the office at the top of the register, None when it was not read."""
    top = consolidation.register.top if consolidation.register else None
    if top is None:
        return None
    return next((office for office in consolidation.offices if office.listed == top.key), None)


def _rolled_up(
    indicator: Indicator, everybody: Sequence[Result], base: int, own: Result | None, plan: Plan
) -> RolledUp:
    results = everybody
    if indicator.rolls_up is Rollup.OWN:
        results = [own] if own else []
        base = len(results)
    values = [
        result.scored
        for result in results
        if result.value is not None and result.scored is not None and _counts(indicator, result.value)
    ]
    best = _best_percent(indicator, plan)
    reached = sum(best is not None and result.value is not None and result.percent >= best for result in results)
    marks = mean_of(_total([result.marks for result in results]), base)
    return RolledUp(indicator, _value(indicator, values, reached, base), len(values), reached, base, marks)


def _value(indicator: Indicator, values: Sequence[Value | Fraction], reached: int, offices: int) -> Value | None:
    if not values:
        return None
    if indicator.rolls_up is Rollup.OWN:
        return half_up(values[0]) if isinstance(values[0], Fraction) else values[0]
    if indicator.rolls_up is Rollup.SHARE:
        return divided(100 * reached, offices)
    numbers = [value for value in values if not isinstance(value, date)]
    return _sum(numbers) if indicator.rolls_up is Rollup.SUM else _mean(numbers)


def _counts(indicator: Indicator, value: Value) -> bool:
    """Return whether a value belongs into a sum or mean: one percent of 8500 would move the mean of all the others."""
    if indicator.rolls_up not in (Rollup.SUM, Rollup.MEAN) or not isinstance(value, Decimal):
        return True
    return all(finding.severity is not Severity.ERROR for finding in about_amount(value, indicator.unit, whole=False))


def _best_percent(indicator: Indicator, plan: Plan) -> Percent | None:
    """Return what the best target that is present earns."""
    present = (percent for target, percent in zip(indicator.targets, plan.percents) if target is not None)
    return max(present, default=None)


def _sum(numbers: Sequence[Decimal | Fraction]) -> Decimal:
    # A mean of thirds has no last digit.
    places = (PLACES if isinstance(each, Fraction) else -int(each.as_tuple().exponent) for each in numbers)
    return half_up(_total(numbers), max(0, *places))


def _mean(numbers: Sequence[Decimal | Fraction]) -> Decimal | None:
    return mean_of(_total(numbers), len(numbers))


def _total(numbers: Sequence[Decimal | Fraction]) -> Fraction:
    # There are few different numbers, and fractions are slow.
    counted = Counter(numbers)
    return sum((Fraction(number) * count for number, count in counted.items()), Fraction(0))
