"""What is asked of every file, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from xl_apa.core.assess import Assessment
from xl_apa.core.errors import XlApaError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan, Rule
from xl_apa.ministry.register import office_key
from xl_apa.sheets.layout import quarter_sheet


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of every file."""

    quarter: Quarter
    plan: Plan
    rule: Rule | None = None
    as_of: date | None = None


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
