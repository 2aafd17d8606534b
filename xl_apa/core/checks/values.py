"""Rules about what was achieved: days, counts, percents, and the evidence for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from xl_apa.core.cells import Cell
from xl_apa.core.checks.review import Review
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.marking.limits import about_amount, about_day
from xl_apa.core.model import Result, Status, Unit
from xl_apa.core.text.months import Month, find_periods
from xl_apa.core.typed.cell_reading import KIND_OF
from xl_apa.core.typed.dates import find_dates
from xl_apa.core.typed.reading import says_nothing
from xl_apa.core.typed.status_words import is_no
from xl_apa.core.typed.units import is_whole


def check_days(review: Review) -> Iterator[Finding]:
    """Check that a day lies in the fiscal year, not after the quarter's end and not after the report's own date."""
    for result in review.results:
        day, cell, code = result.value, result.cell, result.indicator.code
        if not isinstance(day, date):
            continue
        yield from about_day(day, review.year, review.quarter, cell, code)
        if review.report_day and day > review.report_day:
            yield Finding(FindingKind.DATE_AFTER_REPORT, cell, code, {"date": day, "report": review.report_day})


def check_amounts(review: Review) -> Iterator[Finding]:
    """Check that a quarter's own count is not negative, and whole where it is meant to be."""
    for result in review.results:
        if isinstance(result.own, Decimal):
            indicator = result.indicator
            whole = is_whole(indicator.unit, indicator.unit_shown, indicator.targets, indicator.decimals)
            yield from about_amount(result.own, indicator.unit, result.cell, indicator.code, whole=whole)


def check_against_earlier(review: Review) -> Iterator[Finding]:
    """Check that what was reported before does not shrink, change or vanish, where a quarter's cell holds it too."""
    for result in review.results:
        if result.indicator.calculated_by.by_quarter:
            yield from _blank_quarter(result)
            continue
        before = review.earlier.get(result.indicator.code)
        if before is None:
            continue
        where = {"cell": result.cell, "indicator": result.indicator.code}
        params = {"value": result.value, "before": before.value, "quarter": before.quarter}
        if result.status in (Status.NONE, Status.ONGOING):
            yield Finding(FindingKind.REPORTED_BEFORE, **where, params=params)
        elif isinstance(result.value, date):
            if result.value != before.value:
                yield Finding(FindingKind.DATE_CHANGED, **where, params=params)
        elif (
            result.indicator.unit is Unit.NUMBER
            and isinstance(result.value, Decimal)
            and isinstance(before.value, Decimal)
            and result.value < before.value
        ):
            yield Finding(FindingKind.BELOW_LAST_QUARTER, **where, params=params)


def _blank_quarter(result: Result) -> Iterator[Finding]:
    """A quarter of its own in which nothing was written, after one that had a figure: forgotten, or nothing done?"""
    told = [figure.value for figure in result.before if figure.value is not None]
    if told and result.row and result.status is Status.NONE and says_nothing(result.row.achieved):
        params = {"before": told[-1]}
        yield Finding(FindingKind.QUARTER_BLANK, result.cell, result.indicator.code, params)


def check_report_date(review: Review) -> Iterator[Finding]:
    """Check that the report is dated on a real day, after the quarter it reports and not after the day it is due."""
    cell = review.form.report_date
    if review.report_day is None:
        if cell.kind in KIND_OF:
            yield Finding(KIND_OF[cell.kind], cell.address, params={"text": cell.text or cell.note})
        elif not cell.blank:
            yield Finding(FindingKind.REPORT_DATE_NOT_READ, cell.address, params={"text": cell.text})
        return
    end, due = review.year.quarter_end(review.quarter), review.year.due_day(review.quarter)
    if review.report_day < end:
        yield Finding(
            FindingKind.REPORT_BEFORE_QUARTER_END, cell.address, params={"report": review.report_day, "end": end}
        )
    elif review.report_day > due:
        yield Finding(FindingKind.REPORT_LATE, cell.address, params={"report": review.report_day, "due": due})


def check_evidence_days(review: Review) -> Iterator[Finding]:
    """Check that no evidence is dated after the day the report was signed; days that are only promised are none."""
    if review.report_day is None:
        return
    for result, row in review.found:
        # An achievement that is a day has a rule of its own; here it is the sentence that tells of evidence.
        sentence = () if result.status is Status.REPORTED else (row.achieved,)
        for cell in (*sentence, row.evidence, row.remarks):
            late = [day for day in days_told(cell, review.year) if day > review.report_day]
            if late:
                params = {"date": max(late), "report": review.report_day}
                yield Finding(FindingKind.EVIDENCE_AFTER_REPORT, cell.address, result.indicator.code, params)


def check_evidence_named(review: Review) -> Iterator[Finding]:
    """Check that whoever reports a value names the evidence."""
    for result, row in review.found:
        if result.status is Status.REPORTED and row.evidence.blank and row.remarks.blank:
            address = row.evidence.address or row.remarks.address
            yield Finding(FindingKind.EVIDENCE_MISSING, address, result.indicator.code, {"code": result.indicator.code})


def check_evidence_attached(review: Review) -> Iterator[Finding]:
    """Check that whoever reports a value does not say that its evidence is missing; what is left blank is not a no."""
    for result, row in review.found:
        said = row.attached
        if result.status is Status.REPORTED and isinstance(said.value, str) and is_no(said.value):
            params = {"code": result.indicator.code, "text": said.text}
            yield Finding(FindingKind.EVIDENCE_NOT_ATTACHED, said.address, result.indicator.code, params)


def check_evidence_period(review: Review) -> Iterator[Finding]:
    """Check that evidence that names months names those of this report, not only an earlier quarter."""
    last = _since_july(review.quarter.last_month)
    for result, row in review.found:
        if result.status is not Status.REPORTED:
            continue
        for cell in _told(row.evidence, row.remarks):
            periods = find_periods(cell.text)
            if periods and max(_since_july(end) for _, end in periods) < last:
                start, end = periods[-1]
                code = result.indicator.code
                params = {"code": code, "start": start, "end": end, "last": review.quarter.last_month}
                yield Finding(FindingKind.EVIDENCE_OTHER_PERIOD, cell.address, code, params)


def _since_july(month: Month) -> int:
    """A month as it follows in the fiscal year: 1 for July, 12 for June."""
    return (month + 5) % 12 + 1


def days_told(cell: Cell, year: FiscalYear) -> list[date]:
    """Return the days a cell names, without those that are only promised."""
    if isinstance(cell.value, date):
        return [cell.value.date() if isinstance(cell.value, datetime) else cell.value]
    found = find_dates(cell.text, year) if isinstance(cell.value, str) else []
    return [each.value for each in found if each.value and not each.promised]


def _told(*cells: Cell) -> list[Cell]:
    return [cell for cell in cells if isinstance(cell.value, str) and not cell.blank]


CHECKS = (
    check_report_date,
    check_days,
    check_amounts,
    check_against_earlier,
    check_evidence_days,
    check_evidence_named,
    check_evidence_attached,
    check_evidence_period,
)
