"""Marks of earlier quarters beside those of this one."""

from __future__ import annotations

from decimal import Decimal

from xl_apa.core.assess import Assessment, marks_of_earlier
from xl_apa.ministry.model import MinistryResult, OfficeResult, PastMarks


def last_quarter(consolidation: MinistryResult, office: OfficeResult) -> PastMarks | None:
    """Return an office's marks at the end of the quarter before, None where nobody knows.

    A summary of that quarter says what the ministry counted then; without one, the sheets of the earlier quarters in
    the office's own workbook do.
    """
    return consolidation.past.last_quarter.get(office.listed or office.key) or _from_workbook(office.assessment)


def last_year(consolidation: MinistryResult, office: OfficeResult) -> PastMarks | None:
    """Return an office's marks of the same quarter a year before, None where no summary says them."""
    return consolidation.past.last_year.get(office.listed or office.key)


def _from_workbook(assessed: Assessment) -> PastMarks | None:
    marks = [marks_of_earlier(result, assessed.plan.percents) for result in assessed.results]
    if all(each is None for each in marks):
        return None
    return PastMarks(sum((each for each in marks if each is not None), Decimal(0)), assessed.plan.weight)
