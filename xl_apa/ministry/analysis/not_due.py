"""What an office has no marks for because its time has not come: nothing of it is lost, and nobody is to blame."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xl_apa.core.model import Result, Status, Unit
from xl_apa.ministry.model import MinistryResult, OfficeResult


def is_not_due(result: Result, as_of: date, last_day: date) -> bool:
    """Return whether no marks are due on the as-of date yet, and none are there.

    Of a day: nothing is reported, and the last target day is to come. Of a number or percent, whose targets are those
    of the year: the `last_day` of the fiscal year is to come. What cannot be read is to be put right now.
    """
    if result.marks or result.status is Status.UNREADABLE:
        return False
    if result.indicator.unit is Unit.DATE:
        return result.not_yet_due
    return as_of < last_day and result.attainable > 0


def codes_not_due(consolidation: MinistryResult, office: OfficeResult) -> tuple[str, ...]:
    """Return the indicators of the plan for which it is too early to see marks of this office."""
    as_of, last_day = consolidation.as_of, consolidation.task.plan.fiscal_year.last_day
    results = office.assessment.results
    return tuple(each.indicator.code for each in results if is_not_due(each, as_of, last_day))


def count_not_due(consolidation: MinistryResult) -> dict[str, int]:
    """Return, for every indicator of the plan, for how many of the offices that reported it is too early."""
    counted = dict.fromkeys((indicator.code for indicator in consolidation.task.plan.indicators), 0)
    for code in _codes_of_reporters(consolidation):
        counted[code] += 1
    return counted


def _codes_of_reporters(consolidation: MinistryResult) -> Iterator[str]:
    for office in consolidation.counted:
        if office.reported:
            yield from codes_not_due(consolidation, office)
