"""Which issue the formulas of a row say: the first in the order of `Issue`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Method, Status, Unit
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.formulas.issues import Issue, not_understood, unclear
from xl_apa.sheets.formulas.results.reading import Read, is_broken, is_negative
from xl_apa.sheets.formulas.results.values import Number, as_number
from xl_apa.xlsx.cell_values import serial


@dataclass(frozen=True, slots=True)
class RowState:
    """What the issues of a row depend on: `typed` is the number typed as the achievement, None where it is none.

    `least` is the smallest target. `claimed` is None in a layout without claimed marks. `years` is the year's figure,
    `unknown` says that a quarter before was not understood, `beyond` that percents add up to more than can be.
    """

    unit: Unit
    year: FiscalYear
    quarter: Quarter
    typed: Number | None
    own: Read
    accepted: Read
    source: str
    status: Status
    sure: bool
    value: Number | None
    before: Number | None
    fault: int
    reached: int
    marks: Number
    weight: Number
    claimed: Number | None
    whole: bool = True
    least: Number = 0
    method: Method = Method.CUMULATIVE
    years: Number | None = None
    unknown: bool = False
    beyond: bool = False


def first_issue(row: RowState) -> Issue | None:
    """Return what is said about a row, None when there is nothing to say."""
    if row.status is Status.UNREADABLE and row.sure:
        return _why_surely_unread(row)
    return min(_issues(row), key=lambda issue: issue.number, default=None)


def _issues(row: RowState) -> Iterator[Issue]:
    if row.status is Status.UNREADABLE:
        yield unclear(row.unit)
        if row.unit is Unit.NUMBER and row.own.text[:1] == "-" and row.own.text[1:2] in tuple("0123456789"):
            yield Issue.COUNT_NEGATIVE
    if row.fault:
        yield Issue.TARGETS_FAULTY
    if row.source == "accepted":
        yield Issue.ACCEPTED_USED
    elif row.accepted.text and (row.value is None or row.accepted.number != row.value):
        yield Issue.ACCEPTED_NOT_USED
    if row.claimed is not None:
        if row.claimed > row.weight:
            yield Issue.CLAIM_ABOVE_WEIGHT
        if row.claimed != row.marks:
            yield Issue.CLAIM_DIFFERS
    if row.unit is Unit.PERCENT:
        yield from _issues_of_fraction(row.own)
    if row.years is not None and not row.reached:
        yield Issue.BELOW_LOWEST
    if row.unknown:
        yield Issue.EARLIER_UNCLEAR
    if row.beyond:
        yield Issue.PERCENT_OUT_OF_RANGE
    if row.value is not None:
        yield from _issues_of_value(row, row.value)


def _why_surely_unread(row: RowState) -> Issue:
    number = row.own.c
    if row.own.number != "":
        return not_understood(row.unit)
    if row.unit is Unit.DATE:
        return Issue.DATE_OUTSIDE_YEAR if _names_far_day(row) else not_understood(row.unit)
    if isinstance(number, str):
        return not_understood(row.unit)
    if row.unit is Unit.NUMBER:
        if is_negative(number, (row.least,)):
            return Issue.COUNT_NEGATIVE
        return Issue.COUNT_NOT_WHOLE if row.whole and is_broken(number) else Issue.COUNT_NOT_MEANT
    return Issue.PERCENT_DOUBTFUL if 1 < number <= known.DOUBTFUL else Issue.PERCENT_OUT_OF_RANGE


def _names_far_day(row: RowState) -> bool:
    if row.typed is not None:
        return known.FIRST_SERIAL <= row.typed < known.END_OF_SERIALS
    year = row.own.b
    if isinstance(year, str) or not 2000 <= year <= 2099:
        return False
    return abs(year - row.year.start - 0.5) > known.YEARS_AROUND + 1


def _issues_of_fraction(own: Read) -> Iterator[Issue]:
    if isinstance(own.c, str) or own.body != own.text:
        return
    if own.c == 1:
        yield Issue.PERCENT_IS_ONE
    elif 0 < own.c < 1:
        yield Issue.PERCENT_WAS_FRACTION


def _issues_of_value(row: RowState, value: Number) -> Iterator[Issue]:
    if row.unit is Unit.DATE:
        if not _day(row.year.first_day) <= value <= _day(row.year.last_day):
            yield Issue.DATE_OUTSIDE_YEAR
        if value > _day(row.year.quarter_end(row.quarter)):
            yield Issue.DATE_AFTER_QUARTER
    elif row.unit is Unit.NUMBER:
        if value < 0:
            yield Issue.COUNT_NEGATIVE
        if row.before is not None and value < row.before and not row.method.by_quarter:
            yield Issue.BELOW_LAST_QUARTER


def _day(day: CellValue) -> Number:
    return as_number(serial(day)) or 0
