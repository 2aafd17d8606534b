"""What is asked of every file, what came of it, and all of it together: a ministry's quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from xl_apa.core.assess import Assessment
from xl_apa.core.errors import XlApaError
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan, Rule
from xl_apa.core.offices import office_key
from xl_apa.core.rounding import mean
from xl_apa.ministry.register.model import Register
from xl_apa.sheets.layout import quarter_sheet


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of every file."""

    quarter: Quarter
    plan: Plan
    rule: Rule | None = None
    as_of: date | None = None

    @property
    def basis(self) -> tuple[Plan, Quarter, Rule | None]:
        """Plan, quarter and the rule that was asked for: what every sheet says of its numbers."""
        return self.plan, self.quarter, self.rule


@dataclass(frozen=True, slots=True)
class Source:
    """Where numbers come from: the file, its SHA-256 and when it was read."""

    path: str
    sha256: str
    read_at: datetime


@dataclass(frozen=True, slots=True)
class OfficeResult:
    """One office's assessed report and where it came from; `rank` 1 is the best, equal totals share a rank."""

    source: Source
    assessment: Assessment
    rank: int = 0

    @property
    def reported(self) -> bool:
        """Whether the office typed anything at all for the quarter."""
        return any(result.raw or result.value is not None for result in self.assessment.results)

    @property
    def key(self) -> str:
        """What tells offices apart: the code, in whatever digits, or the name where no code is given."""
        office = self.assessment.office
        return office_key(office.code or office.name)

    @property
    def sheet(self) -> str:
        return quarter_sheet(self.assessment.quarter)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not part of the summary, and why."""

    source: Source
    error: XlApaError


@dataclass(frozen=True, slots=True)
class MinistryResult:
    """A ministry's quarter: offices by rank, refused files by path; `register` says who should have reported.

    `aside` are files that are no reports, or repeat one that counts: named with the reason, and no fault of anybody.
    """

    task: Task
    offices: tuple[OfficeResult, ...]
    refused: tuple[Refusal, ...]
    register: Register | None = None
    aside: tuple[Refusal, ...] = ()

    @property
    def found(self) -> int:
        """How many files there were that may be reports, those set aside not counted."""
        return len(self.offices) + len(self.refused)

    @property
    def rule(self) -> Rule:
        return self.task.rule or self.task.plan.rule

    @property
    def as_of(self) -> date:
        return self.task.as_of or self.task.plan.fiscal_year.quarter_end(self.task.quarter)

    @property
    def mean(self) -> Decimal:
        """Mean marks of all offices read, an empty report counting 0; rounded half up to 2 decimals."""
        of_totals = mean([office.assessment.total for office in self.offices])
        return Decimal(0) if of_totals is None else of_totals

    def findings(self) -> Iterator[tuple[OfficeResult, Finding]]:
        """Return every finding with its office, in the order of the offices."""
        return ((office, finding) for office in self.offices for finding in office.assessment.findings)

    @property
    def has_errors(self) -> bool:
        """Whether a file was refused or a finding is an error."""
        return bool(self.refused) or any(office.assessment.count(Severity.ERROR) for office in self.offices)


def ranks_of(totals: Sequence[Decimal]) -> list[int]:
    """Return the rank of each total, 1 for the highest; equal totals share a rank."""
    first: dict[Decimal, int] = {}
    for place, total in enumerate(sorted(totals, reverse=True), start=1):
        first.setdefault(total, place)
    return [first[total] for total in totals]
