"""Offices that sent more than one file: the later one counts, and it is said which, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

from xl_apa.archives.contents import content_at, member_at, stored_in
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.messages import Phrase
from xl_apa.core.text.copy_names import lateness
from xl_apa.ministry.model import OfficeResult, Refusal
from xl_apa.xlsx.read.saved_at import saved_at

_BANGLADESH = timezone(timedelta(hours=6))
_SAME_COPYING = 2.0
"""Files that are copied or unpacked together get times that differ by moments, and say nothing about the reports. The
file systems of USB sticks know every other second only."""
_YEAR = timedelta(days=366)

UNDECIDED = "later-unknown"


@dataclass(frozen=True, slots=True)
class OneEach:
    """One result per office; files of the same office that count no more, and those that only repeat another."""

    offices: tuple[OfficeResult, ...]
    refused: tuple[Refusal, ...]
    aside: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What may tell files apart: None where one does not have it; moments no more than `margin` seconds apart do not.

    `code` is that of the sentence that gives both as the reason.
    """

    code: str
    of: Callable[[OfficeResult], bool | int | date | None]
    margin: float = 0.0


def one_each(read: Sequence[OfficeResult]) -> OneEach:
    """Return one result per office: of several files the one that was sent last.

    What tells, in this order: whether anything was typed at all, the report's date, when the workbook was last saved
    by its own words, the file's own time, what its name says. Each counts only where all files that are left have it.
    Where nothing tells them apart, the choice depends on what the files contain alone, and is an error of the office
    that counts. Files of one office are those that agree on code and name: two offices may have typed one code.
    """
    different, aside, oldest = _without_copies(read)

    def file_time(result: OfficeResult) -> datetime | None:
        return oldest.get(result.source.sha256) or _file_time(result)

    grounds = (*_GROUNDS, _Ground("later-file", file_time, _SAME_COPYING), _Ground("later-name", _named))
    groups: dict[tuple[str, ...], list[OfficeResult]] = {}
    for result in different:
        groups.setdefault(result.identity if any(result.identity) else (result.source.path,), []).append(result)
    offices: list[OfficeResult] = []
    refused: list[Refusal] = []
    for results in groups.values():
        if len(results) == 1:
            offices += results
            continue
        kept, others = _later_of(results, grounds)
        findings = []
        for other, reason in others:
            if other.assessment == kept.assessment:
                aside.append(_refusal(other, "file-same-report", kept))
                continue
            refused.append(_refusal(other, "office-twice", kept, office=kept.key, reason=reason))
            findings.append(_finding(kept, other, reason))
        assessed = replace(kept.assessment, findings=(*findings, *kept.assessment.findings))
        offices.append(replace(kept, assessment=assessed))
    return OneEach(tuple(offices), tuple(refused), tuple(aside))


def _without_copies(
    read: Sequence[OfficeResult],
) -> tuple[list[OfficeResult], list[Refusal], dict[str, datetime]]:
    """Return one result per content, its copies set aside, and by SHA-256 the oldest time of what was copied.

    A copy that was made today does not make the report one of today. Rather than one in an archive counts one that
    lies in a folder, where a click leads to its cells.
    """
    same: dict[str, list[OfficeResult]] = {}
    for result in read:
        same.setdefault(result.source.sha256, []).append(result)
    different: list[OfficeResult] = []
    aside: list[Refusal] = []
    oldest: dict[str, datetime] = {}
    for content, results in same.items():
        if len(results) > 1:
            times = {result.source.path: time for result in results if (time := _file_time(result))}
            oldest |= {content: min(times.values())} if times else {}
            never = datetime.max.replace(tzinfo=UTC)
            results.sort(
                key=lambda each: (each.source.archive > "", times.get(each.source.path, never), each.source.path)
            )
        first, *copies = results
        different.append(first)
        aside += [_refusal(copy, "file-same-content", first) for copy in copies]
    return different, aside, oldest


def _later_of(
    results: Sequence[OfficeResult], grounds: Sequence[_Ground]
) -> tuple[OfficeResult, list[tuple[OfficeResult, Phrase]]]:
    """Return the file that counts, and each of the others with the reason."""
    left = sorted(results, key=lambda result: result.source.sha256)
    lost: list[tuple[OfficeResult, _Ground]] = []
    for ground in grounds:
        if len(left) == 1:
            break
        places = [_place(value) for result in left if (value := ground.of(result)) is not None]
        if len(places) < len(left):
            continue
        first = max(places) - ground.margin
        lost += [(result, ground) for result, place in zip(left, places) if place < first]
        left = [result for result, place in zip(left, places) if place >= first]
    kept, *undecided = left
    others = [(result, _reason(ground, kept, result)) for result, ground in lost]
    return kept, [*others, *((result, Phrase(UNDECIDED)) for result in undecided)]


def _place(value: bool | int | date) -> float:
    """Return where a value stands among others of its kind; for moments, in seconds."""
    if isinstance(value, datetime):
        return value.timestamp()
    return float(value.toordinal() if isinstance(value, date) else value)


def _reason(ground: _Ground, kept: OfficeResult, other: OfficeResult) -> Phrase:
    return Phrase(ground.code, {"later": ground.of(kept), "earlier": ground.of(other)})


def _refusal(other: OfficeResult, code: str, kept: OfficeResult, **params: object) -> Refusal:
    return Refusal(other.source, InputError(code, other=other.source.path, kept=kept.source.path, **params))


def _finding(kept: OfficeResult, other: OfficeResult, reason: Phrase) -> Finding:
    kind = FindingKind.SENT_AGAIN_UNDECIDED if reason.code == UNDECIDED else FindingKind.SENT_AGAIN
    return Finding(kind, params={"kept": kept.source.path, "other": other.source.path, "reason": reason})


# ---- what tells files apart -----------------------------------------------------------------------------------------


def _reported(result: OfficeResult) -> bool:
    return result.reported


def _report_day(result: OfficeResult) -> date | None:
    """Return the day of the report; None for one that cannot be, as 9 January of the year 2204."""
    year, day = result.assessment.plan.fiscal_year, result.assessment.report_day
    return day if day and year.first_day <= day <= year.last_day + _YEAR else None


def _saved(result: OfficeResult) -> datetime | None:
    path = Path(result.source.path)
    try:
        file = BytesIO(content_at(path)) if result.source.archive else path.open("rb")
    except (InputError, OSError):
        return None
    with file:
        return _in_bangladesh(saved_at(file))


def _file_time(result: OfficeResult) -> datetime | None:
    """Return the file's time: in a .zip the one written there, of an attachment when the mail was sent."""
    path = Path(result.source.path)
    try:
        told = member_at(path).time if result.source.archive else None
        if told:
            return _in_bangladesh(told)
        return datetime.fromtimestamp(stored_in(path).stat().st_mtime, _BANGLADESH)
    except InputError:
        return None
    except (OSError, OverflowError, ValueError):
        return None


def _named(result: OfficeResult) -> int:
    """Return how late a file is by its name and its folder's: `N-01 corrected` and `N-01 (1)` later than `N-01`."""
    return lateness(result.source.path)


def _in_bangladesh(time: datetime | None) -> datetime | None:
    """Return a moment as a clock in Bangladesh shows it; one without a zone is what such a clock showed."""
    if time is None:
        return None
    return time.astimezone(_BANGLADESH) if time.tzinfo else time.replace(tzinfo=_BANGLADESH)


_GROUNDS = (
    _Ground("later-filled", _reported),
    _Ground("later-report-date", _report_day),
    _Ground("later-saved", _saved),
)
