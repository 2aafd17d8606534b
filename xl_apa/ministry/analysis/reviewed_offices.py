"""To whom the ministry answers: every office whose report was read, and every office of the register that owes one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xl_apa.core.findings import Severity
from xl_apa.core.offices import office_key
from xl_apa.ministry.analysis.submissions import Submission, submissions
from xl_apa.ministry.model import Decision, MinistryResult, OfficeId, OfficeResult, Refusal, office_id
from xl_apa.ministry.register.model import Registered


@dataclass(frozen=True, slots=True)
class ReviewedOffice:
    """An office, its report where one counts, and what became of it; None as `submission` where no register says.

    `refused` are its files that do not count, `path` is the file that the submission is about, "" where none came.
    """

    code: str
    name: str
    submission: Submission | None
    result: OfficeResult | None = None
    registered: Registered | None = None
    refused: tuple[Refusal, ...] = ()
    path: str = ""

    @property
    def id(self) -> OfficeId:
        return office_id(self.code, self.name)

    @property
    def sha256(self) -> str:
        """The content of the file that counts, "" where none does."""
        return self.result.source.sha256 if self.result else ""

    @property
    def errors(self) -> int:
        """How many findings of its report are errors."""
        return self.result.assessment.count(Severity.ERROR) if self.result else 0

    def decision(self, consolidation: MinistryResult) -> Decision:
        """Return what the ministry decided on its report."""
        return consolidation.decision_on(self.code, self.name)


def reviewed_offices(consolidation: MinistryResult) -> tuple[ReviewedOffice, ...]:
    """Return the offices of the register in its order, then those that are not expected by it, by rank."""
    register = consolidation.register
    by_path = {refusal.source.path: refusal for refusal in consolidation.refused}
    by_office = _refused_by_office(consolidation)
    found: list[ReviewedOffice] = []
    told: set[int] = set()
    for each in submissions(consolidation, register) if register else ():
        told.add(id(each.result))
        office = each.office
        unread = [by_path[each.path]] if each.path in by_path else []
        files = dict.fromkeys(refusal.source.path for refusal in (*unread, *by_office.get(office.key, ())))
        refused = tuple(by_path[path] for path in files)
        found.append(ReviewedOffice(office.code, office.name, each.status, each.result, office, refused, each.path))
    for result in consolidation.offices:
        if id(result) not in told:
            who, path = result.assessment.office, result.source.path
            refused = tuple(by_office.get(result.key, ()))
            found.append(ReviewedOffice(who.code, who.name, _submission(result), result, None, refused, path))
    return tuple(found)


def _submission(result: OfficeResult) -> Submission | None:
    if result.to_confirm:
        return Submission.TO_CONFIRM
    return None if result.reported else Submission.BLANK


def _refused_by_office(consolidation: MinistryResult) -> dict[str, list[Refusal]]:
    """Return the refused files of which the refusal itself says whose they are."""
    found: dict[str, list[Refusal]] = {}
    for key, refusal in _named(consolidation):
        found.setdefault(key, []).append(refusal)
    return found


def _named(consolidation: MinistryResult) -> Iterator[tuple[str, Refusal]]:
    for refusal in consolidation.refused:
        office = refusal.error.params.get("office")
        if isinstance(office, str):
            yield office_key(office), refusal
