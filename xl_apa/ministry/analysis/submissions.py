"""Who handed in a report, who was late, and who is missing: the register held against what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xl_apa.core.offices import office_key
from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal
from xl_apa.ministry.register.model import Register, Registered


class Submission(StrEnum):
    """What became of an office's report.

    `BLANK`: a file came, but nobody had typed anything for the quarter. `REFUSED`: a file came that by its name is the
    office's, and cannot be read. `UNCLEAR`: a file came that may be the office's; code and name do not say the same.
    """

    IN_TIME = "in-time"
    LATE = "late"
    UNDATED = "undated"
    BLANK = "blank"
    REFUSED = "refused"
    UNCLEAR = "unclear"
    MISSING = "missing"


_MOST_WORDS = 16
"""Of a longer name of a file only so many words are looked at."""
_FEW_DIGITS = 2

HANDED_IN = frozenset({Submission.IN_TIME, Submission.LATE, Submission.UNDATED})
"""What became of the reports that count."""


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
    return tuple(each.office for each in submitted if each.status not in HANDED_IN)


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


def office_of_file(path: str, register: Register) -> Registered | None:
    """Return the office that a file is named after, by code or by name: `N-01 (1).xlsx`, `Copy of N-01.xlsx`.

    Where the file says nothing, its folder may. None where it fits no office, or more than one.
    """
    file = Path(path.replace("\\", "/"))
    for text in (file.stem, file.parent.name):
        codes = {span: register.by_key[span] for span in _spans(text) if span in register.by_key}
        # N-01-A is no file of N-01: the longest code that stands there counts.
        longest = max(map(len, codes), default=0)
        fitting = [office for key, office in codes.items() if len(key) == longest] or list(register.named(text))
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _spans(text: str) -> Iterator[str]:
    """Yield every run of letters and digits with the signs between them, as keys of codes.

    One digit or two alone may be anything (the second copy, a page, a quarter), unless the name is nothing else.
    """
    key = office_key(text)
    starts = [at for at, letter in enumerate(key) if _joined(letter) and (at == 0 or not _joined(key[at - 1]))]
    ends = [at for at in range(1, len(key) + 1) if _joined(key[at - 1]) and (at == len(key) or not _joined(key[at]))]
    for start in starts[:_MOST_WORDS]:
        for end in ends[:_MOST_WORDS]:
            span = key[start:end]
            if span and (span == key or not (span.isdecimal() and len(span) <= _FEW_DIGITS)):
                yield span


def _joined(letter: str) -> bool:
    """Return whether a code may go on here: with a letter, a vowel sign or a digit."""
    return letter.isalnum() or "\u0980" <= letter <= "\u09ff"
