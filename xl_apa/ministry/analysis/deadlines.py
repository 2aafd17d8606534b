"""What a ministry's offices can still earn, and the days that decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Percent, Plan, Result
from xl_apa.core.rounding import mean
from xl_apa.ministry.model import MinistryResult


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an indicator can still bring: means over all offices read, None without any.

    `next_day` is the next day after which an office that has done nothing yet earns less, None when all are past;
    `next_percent` is what the tier of that day gives.
    """

    indicator: Indicator
    mean_marks: Decimal | None
    mean_attainable: Decimal | None
    offices_open: int
    next_day: date | None
    next_percent: Percent | None

    @property
    def mean_open(self) -> Decimal | None:
        """What can still be added to the mean."""
        if self.mean_marks is None or self.mean_attainable is None:
            return None
        return self.mean_attainable - self.mean_marks


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day to come: a tier of an indicator ends, or, without an indicator, a quarter's report is due.

    `waiting` is how many of the offices have not reported the indicator yet.
    """

    day: date
    indicator: Indicator | None
    percent: Percent | None
    waiting: int


def prospects(consolidation: MinistryResult) -> tuple[Prospect, ...]:
    """Return what every indicator of the plan can still bring, in its order."""
    plan, as_of = consolidation.task.plan, consolidation.as_of
    found = []
    for indicator, results in _by_indicator(consolidation):
        day, percent = next(_days_of(indicator, plan, as_of), (None, None))
        found.append(
            Prospect(
                indicator,
                mean([result.marks for result in results]),
                mean([result.attainable for result in results]),
                sum(result.attainable > result.marks for result in results),
                day,
                percent,
            )
        )
    return tuple(found)


def deadlines(consolidation: MinistryResult) -> tuple[Deadline, ...]:
    """Return every day to come on which a tier ends or a report is due, the next first."""
    plan, as_of = consolidation.task.plan, consolidation.as_of
    found = [
        Deadline(day, indicator, percent, sum(result.value is None for result in results))
        for indicator, results in _by_indicator(consolidation)
        for day, percent in _days_of(indicator, plan, as_of)
    ]
    due = (plan.fiscal_year.due_day(quarter) for quarter in Quarter)
    found += [Deadline(day, None, None, len(consolidation.offices)) for day in due if day > as_of]
    return tuple(sorted(found, key=lambda deadline: deadline.day))


def _by_indicator(consolidation: MinistryResult) -> Iterator[tuple[Indicator, Sequence[Result]]]:
    for place, indicator in enumerate(consolidation.task.plan.indicators):
        yield indicator, [office.assessment.results[place] for office in consolidation.offices]


def _days_of(indicator: Indicator, plan: Plan, as_of: date) -> Iterator[tuple[date, Percent]]:
    """Yield the days to come of an indicator, each with its tier; numbers and percents count until the year ends."""
    days = [
        (target, percent)
        for target, percent in zip(indicator.targets, plan.percents)
        if isinstance(target, date) and target > as_of
    ]
    if any(isinstance(target, date) for target in indicator.targets):
        yield from sorted(days)
    elif plan.fiscal_year.last_day > as_of:
        best = next((percent for target, percent in zip(indicator.targets, plan.percents) if target is not None), None)
        if best is not None:
            yield plan.fiscal_year.last_day, best
