"""Who handed in a report, who was late, and who is missing: the register held against what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal
from xl_apa.ministry.register.file_names import office_of_file
from xl_apa.ministry.register.model import Register, Registered


class Submission(StrEnum):
    """What became of an office's report.

    `BLANK`: a file came, but nobody had typed anything for the quarter. `REFUSED`: a file came that by its name is the
    office's, and cannot be read. `UNCLEAR`: a file came that may be the office's; code and name do not say the same.
    `TO_CONFIRM`: it came in another form, and somebody has to confirm how it was read.
    """

    IN_TIME = "in-time"
    LATE = "late"
    UNDATED = "undated"
    BLANK = "blank"
    REFUSED = "refused"
    UNCLEAR = "unclear"
    TO_CONFIRM = "to-confirm"
    MISSING = "missing"


OWED = frozenset({Submission.BLANK, Submission.REFUSED, Submission.UNCLEAR, Submission.MISSING})
"""What became of the reports of those who still owe one."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """An office of the register, its status, and its report or the refused file where there is one.

    `path` is where the file lies that the status is about, "" where no file came.
    """

    office: Registered
    status: Submission
    result: OfficeResult | None = None
    path: str = ""


def submissions(consolidation: MinistryResult, register: Register) -> tuple[Submitted, ...]:
    """Return the status of every office that should report, in the register's order.

    Late is a report dated after the due day of the office's level in the plan, else of the guidelines' calendar
    (15 October, January, April, July).
    """
    read = {office.listed: office for office in consolidation.offices if office.listed}
    unclear = {key: office for office in consolidation.offices for key in office.may_be}
    refused = _refused_by_office(consolidation.refused, register)
    return tuple(
        _submitted(office, read.get(office.key), unclear.get(office.key), refused.get(office.key), consolidation)
        for office in register.expected
    )


def missing(submitted: Sequence[Submitted]) -> tuple[Registered, ...]:
    """Return those who still owe a report: no file came, nothing was typed in it, or it cannot be counted."""
    return tuple(each.office for each in submitted if each.status in OWED)


@dataclass(frozen=True, slots=True)
class SilentOffice:
    """An office that still owes a report, and whom to call about it: itself, or the office that it reports to.

    What the register does not say is "".
    """

    name: str
    status: Submission
    contact: str = ""
    parent: str = ""
    parent_contact: str = ""


def whom_to_call(consolidation: MinistryResult) -> tuple[SilentOffice, ...]:
    """Return who still owes a report: of the register where there is one, else those whose file is blank."""
    register = consolidation.register
    if register is None:
        offices = (office for office in consolidation.counted if not office.reported)
        return tuple(SilentOffice(_name(office), Submission.BLANK) for office in offices)
    return tuple(
        _silent(each.office, each.status, register)
        for each in submissions(consolidation, register)
        if each.status in OWED
    )


def _silent(office: Registered, status: Submission, register: Register) -> SilentOffice:
    above = register.find(office.parent) if office.parent else None
    named = (above.name or above.code, above.contact) if above else ("", "")
    return SilentOffice(office.name or office.code, status, office.contact, *named)


def _name(office: OfficeResult) -> str:
    who = office.assessment.office
    return who.name or who.code or Path(office.source.path).name


def _submitted(
    office: Registered,
    result: OfficeResult | None,
    unclear: OfficeResult | None,
    refused: Refusal | None,
    consolidation: MinistryResult,
) -> Submitted:
    if result is None:
        if unclear:
            return Submitted(office, Submission.UNCLEAR, None, unclear.source.path)
        if refused:
            return Submitted(office, Submission.REFUSED, None, refused.source.path)
        return Submitted(office, Submission.MISSING)
    path = result.source.path
    if result.to_confirm:
        return Submitted(office, Submission.TO_CONFIRM, result, path)
    if not result.reported:
        return Submitted(office, Submission.BLANK, result, path)
    day = result.assessment.report_day
    if day is None:
        return Submitted(office, Submission.UNDATED, result, path)
    due = consolidation.task.plan.due_day(consolidation.task.quarter, office.level)
    return Submitted(office, Submission.LATE if day > due else Submission.IN_TIME, result, path)


# ---- files that cannot be read, by their names ----------------------------------------------------------------------


def _refused_by_office(refused: Sequence[Refusal], register: Register) -> dict[str, Refusal]:
    """Return the refused files by the keys of the offices they are named after; where a name fits two, of neither."""
    found: dict[str, Refusal] = {}
    for each in refused:
        office = office_of_file(each.source.path, register)
        if office:
            found.setdefault(office.key, each)
    return found
