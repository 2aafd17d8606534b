"""Who handed in a report, who was late, and who is missing: the register held against what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.offices import office_key
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.register.model import Register, Registered


class Submission(StrEnum):
    """What became of an office's report. `BLANK`: a file came, but nobody had typed anything for the quarter."""

    IN_TIME = "in-time"
    LATE = "late"
    UNDATED = "undated"
    BLANK = "blank"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Submitted:
    """An office of the register, its status, and its report where there is one."""

    office: Registered
    status: Submission
    result: OfficeResult | None = None


def submissions(consolidation: MinistryResult, register: Register) -> tuple[Submitted, ...]:
    """Return the status of every office that should report, in the register's order.

    Late is a report dated after the due day (15 October, January, April, July; the guidelines' calendar).
    """
    read = {office_key(office.assessment.office.code): office for office in consolidation.offices}
    return tuple(_submitted(office, read.get(office.key), consolidation) for office in register.expected)


def missing(submitted: Sequence[Submitted]) -> tuple[Registered, ...]:
    """Return those of whom no file came, or a file in which nothing was typed."""
    return tuple(each.office for each in submitted if each.status in (Submission.MISSING, Submission.BLANK))


def name_unknown_offices(consolidation: MinistryResult, register: Register) -> MinistryResult:
    """Return the consolidation with a finding for every office that is not in the register; its report still counts."""
    offices = tuple(
        office if register.find(office.assessment.office.code) else _unknown(office) for office in consolidation.offices
    )
    return replace(consolidation, offices=offices, register=register)


def _unknown(office: OfficeResult) -> OfficeResult:
    who = office.assessment.office
    finding = Finding(FindingKind.OFFICE_UNKNOWN, params={"code": who.code or "-", "office": who.name or "-"})
    assessed = replace(office.assessment, findings=(finding, *office.assessment.findings))
    return replace(office, assessment=assessed)


def _submitted(office: Registered, result: OfficeResult | None, consolidation: MinistryResult) -> Submitted:
    if result is None:
        return Submitted(office, Submission.MISSING)
    if not result.reported:
        return Submitted(office, Submission.BLANK, result)
    day = result.assessment.report_day
    due = consolidation.task.plan.fiscal_year.due_day(consolidation.task.quarter)
    if day is None:
        return Submitted(office, Submission.UNDATED, result)
    return Submitted(office, Submission.LATE if day > due else Submission.IN_TIME, result)
