"""What a ministry's offices can still earn, and the days that decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.scoring import attainable_for, build_scale
from xl_apa.core.model import Indicator, Percent, Plan, Result
from xl_apa.core.rounding import mean_of
from xl_apa.ministry.analysis.submissions import missing, submissions
from xl_apa.ministry.model import MinistryResult


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an indicator can still bring: means over the `base`, None without any office read.

    Who sent nothing that counts has no marks, and can earn what a blank form can. `next_day` is the next day after
    which an office that has done nothing yet earns less, None when all are past; `next_percent` is what the tier of
    that day gives.
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

    `waiting` is how many of the offices still owe it: of an indicator, all that reported no value for it, those without
    a report among them; of the report of a `quarter`, all whose report is not in, those of `level` where the plan sets
    the day for a level of its own.
    """

    day: date
    indicator: Indicator | None
    percent: Percent | None
    waiting: int
    quarter: Quarter | None = None
    level: str = ""


def prospects(consolidation: MinistryResult) -> tuple[Prospect, ...]:
    """Return what every indicator of the plan can still bring, in its order."""
    plan, as_of = consolidation.task.plan, consolidation.as_of
    base = consolidation.base if consolidation.counted else 0
    away = base - len(consolidation.counted)
    found = []
    for indicator, results in _by_indicator(consolidation):
        day, percent = next(_days_of(indicator, plan, as_of), (None, None))
        blank = attainable_when_blank(indicator, consolidation)
        found.append(
            Prospect(
                indicator,
                mean_of(_total([result.marks for result in results]), base),
                mean_of(_total([result.attainable for result in results]) + away * blank, base),
                sum(result.attainable > result.marks for result in results) + (away if blank else 0),
                day,
                percent,
            )
        )
    return tuple(found)


def attainable_when_blank(indicator: Indicator, consolidation: MinistryResult) -> Decimal:
    """Return what an office can still earn of an indicator of which nothing is reported."""
    plan = consolidation.task.plan
    scale = build_scale(indicator.unit, indicator.targets, plan.percents)
    rule = consolidation.task.rule or indicator.rule or plan.rule
    return attainable_for(indicator.unit, scale, indicator.weight, rule, None, consolidation.as_of, plan.fiscal_year)


def deadlines(consolidation: MinistryResult) -> tuple[Deadline, ...]:
    """Return every day to come on which a tier ends or a report is due, the next first."""
    plan, as_of = consolidation.task.plan, consolidation.as_of
    away = consolidation.base - len(consolidation.counted)
    found = [
        Deadline(day, indicator, percent, sum(result.value is None for result in results) + away)
        for indicator, results in _by_indicator(consolidation)
        for day, percent in _days_of(indicator, plan, as_of)
    ]
    found += [deadline for deadline in _due_days(consolidation) if deadline.day > as_of]
    return tuple(sorted(found, key=lambda deadline: deadline.day))


def _due_days(consolidation: MinistryResult) -> Iterator[Deadline]:
    """Yield the days on which reports are due, with those who owe one: of a quarter to come, everybody."""
    plan, asked, register = consolidation.task.plan, consolidation.task.quarter, consolidation.register
    if register is None:
        away = sum(not office.reported for office in consolidation.counted)
        for quarter in Quarter:
            waiting = len(consolidation.counted) if quarter > asked else away
            yield Deadline(plan.due_day(quarter), None, None, waiting, quarter)
        return
    owing = {office.key for office in missing(submissions(consolidation, register))}
    for quarter in Quarter:
        usual = plan.due_day(quarter)
        waiting_for: dict[tuple[date, str], int] = {}
        for office in register.expected:
            day = plan.due_day(quarter, office.level)
            at = day, office.level if day != usual else ""
            waiting_for[at] = waiting_for.get(at, 0) + (quarter > asked or office.key in owing)
        for (day, level), waiting in waiting_for.items():
            yield Deadline(day, None, None, waiting, quarter, level)


def _by_indicator(consolidation: MinistryResult) -> Iterator[tuple[Indicator, Sequence[Result]]]:
    for place, indicator in enumerate(consolidation.task.plan.indicators):
        yield indicator, [office.assessment.results[place] for office in consolidation.counted]


def _total(marks: Sequence[Decimal]) -> Decimal:
    return sum(marks, Decimal(0))


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
