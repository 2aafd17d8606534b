"""What is asked of every file, what came of it, and all of it together: a ministry's quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from xl_apa.core.assess import Assessment
from xl_apa.core.errors import XlApaError
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan, Rule
from xl_apa.core.offices import name_key, office_key
from xl_apa.core.rounding import mean_of
from xl_apa.ministry.register.model import Register
from xl_apa.sheets.layout import quarter_sheet


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of every file; `imports`: reports that are no office workbook are read too.

    `language` (`bn`, `en`): in which the summary is written; the results are the same.
    """

    quarter: Quarter
    plan: Plan
    rule: Rule | None = None
    as_of: date | None = None
    imports: bool = False
    language: str = "bn"

    @property
    def basis(self) -> tuple[Plan, Quarter, Rule | None]:
        """Plan, quarter and the rule that was asked for: what every sheet says of its numbers."""
        return self.plan, self.quarter, self.rule


@dataclass(frozen=True, slots=True)
class Source:
    """Where numbers come from: the file, its SHA-256 and when it was read; "" and None where it was not.

    `path` of a file in an archive is an address: that of the archive, a slash, and its name there. `archive` is then
    the file that lies on the disk, else "".
    """

    path: str
    sha256: str = ""
    read_at: datetime | None = None
    archive: str = ""


CONFIRM_BELOW = Decimal("0.9")
"""The share of the plan's weight that must have been read without a question for an imported report to count by itself.

A question is worth no marks until somebody answers it: below nine tenths, the total says more about the reading than
about the office.
"""


class Doubt(StrEnum):
    """Why an imported report is to be confirmed before it counts."""

    READING = "reading"
    QUARTER = "quarter"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class ImportSource:
    """How a report that is no office workbook was read.

    `kind` of file, as `SourceKind` has it; `sure_weight` is what the indicators are worth that were read without a
    question, out of `weight`. `lines` may name the office. `confirmed`: the ministry accepted it as it was read.
    """

    kind: str
    sure_weight: Decimal
    weight: Decimal
    doubts: tuple[Doubt, ...] = ()
    lines: tuple[str, ...] = ()
    confirmed: bool = False

    @property
    def confidence(self) -> Decimal:
        """The share of the plan's weight that was read without a question, 0 to 1."""
        return self.sure_weight / self.weight

    @property
    def to_confirm(self) -> bool:
        return bool(self.doubts) and not self.confirmed


@dataclass(frozen=True, slots=True)
class OfficeResult:
    """One office's assessed report and where it came from.

    `counts`: it is one of the offices that means are over, and `rank` is its place among them: 1 is the best, equal
    totals share it. What does not count has rank 0. With a register, `listed` is the key of the office there whose
    report it is, "" when that is not certain; `may_be` are then the keys of those whose it may be. `imported` says how
    a report that is no office workbook was read, None for one that is.
    """

    source: Source
    assessment: Assessment
    rank: int = 0
    counts: bool = True
    listed: str = ""
    may_be: tuple[str, ...] = ()
    imported: ImportSource | None = None

    @property
    def to_confirm(self) -> bool:
        """Whether it counts only when somebody has confirmed how it was read."""
        return self.imported is not None and self.imported.to_confirm

    @property
    def reported(self) -> bool:
        """Whether the office typed anything at all for the quarter."""
        return any(result.raw or result.own is not None for result in self.assessment.results)

    @property
    def key(self) -> str:
        """What the office is called by: the code, in whatever spelling, or the name where no code is given."""
        office = self.assessment.office
        return office_key(office.code or office.name)

    @property
    def identity(self) -> tuple[str, str]:
        """What tells offices apart: code and name, in whatever spelling; ("", "") where neither is given.

        Two offices may have typed one code: files of one office are only those that agree on both.
        """
        office = self.assessment.office
        return office_key(office.code), name_key(office.name)

    @property
    def sheet(self) -> str:
        """The sheet that the report stands on, "" in a file without sheets."""
        if self.imported is None:
            return quarter_sheet(self.assessment.quarter)
        cell = next((result.cell for result in self.assessment.results if result.cell), "")
        return cell.rpartition("!")[0].strip("'").replace("''", "'")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not part of the summary, and why."""

    source: Source
    error: XlApaError

    def __post_init__(self) -> None:
        # It comes back from the process that read the file.
        self.error.without_frames()


class ReviewStatus(StrEnum):
    """What the ministry says of an office's report.

    `OPEN`: nothing yet. `AGAIN`: the report was replaced by another one after the ministry had decided. `UNCLEAR`: what
    somebody wrote as status is not understood, or two rows do not say the same.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    TO_CORRECT = "to-correct"
    AGAIN = "again"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the ministry's people decided on an office's report: the status, as they typed it too, and their comment.

    `earlier` is the decision on the report that was replaced, as typed. `replaced`: since the run before, another
    file counts.
    """

    status: ReviewStatus = ReviewStatus.OPEN
    typed: str = ""
    comment: str = ""
    earlier: str = ""
    replaced: bool = False


OfficeId = tuple[str, str]
"""An office's code and name as they are compared: two offices may have written the same code."""


def office_id(code: str, name: str) -> OfficeId:
    """Return what a decision is kept by."""
    return office_key(code), name_key(name)


@dataclass(frozen=True, slots=True)
class PastMarks:
    """An office's total in an earlier quarter, and what it was out of."""

    total: Decimal
    out_of: Decimal


@dataclass(frozen=True, slots=True)
class Past:
    """Marks of the quarter before and of the same quarter a year before, by the offices' keys."""

    last_quarter: Mapping[str, PastMarks] = field(default_factory=dict)
    last_year: Mapping[str, PastMarks] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MinistryResult:
    """A ministry's quarter: offices by rank, refused files by path; `register` says who should have reported.

    `aside` are files that are no reports, or repeat one that counts: named with the reason, and no fault of anybody.
    Offices whose marks are in no mean, since the register does not expect them or whose they are is not certain, stand
    behind all others.
    `decisions` are the ministry's own on the reports, None where nobody asked for them; `past` is what summaries of
    earlier quarters say.
    """

    task: Task
    offices: tuple[OfficeResult, ...]
    refused: tuple[Refusal, ...]
    register: Register | None = None
    aside: tuple[Refusal, ...] = ()
    decisions: Mapping[OfficeId, Decision] | None = None
    past: Past = Past()

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
    def counted(self) -> tuple[OfficeResult, ...]:
        """The offices read that means are over, by rank."""
        return self.offices[: sum(office.counts for office in self.offices)]

    @property
    def apart(self) -> tuple[OfficeResult, ...]:
        """The offices read whose marks are in no mean, by total."""
        return self.offices[sum(office.counts for office in self.offices) :]

    @property
    def to_confirm(self) -> tuple[OfficeResult, ...]:
        """The imported reports that do not count until somebody has confirmed how they were read."""
        return tuple(office for office in self.apart if office.to_confirm)

    @property
    def base(self) -> int:
        """How many offices means are over: with a register all that should have reported, else all that were read.

        One whose report is to be confirmed is neither among them nor among those without a report.
        """
        if self.register is None:
            return len(self.counted)
        expected = self.register.expected_keys
        waiting = sum(office.to_confirm and office.listed in expected for office in self.offices)
        return len(expected) - waiting

    @property
    def mean(self) -> Decimal:
        """Mean marks of the `base`, 0 for an office without a report; rounded half up to 2 decimals."""
        total = sum((office.assessment.total for office in self.counted), Decimal(0))
        return mean_of(total, self.base) or Decimal(0)

    def decision_on(self, code: str, name: str) -> Decision:
        """Return what the ministry decided on the report of an office; an open decision where it did not."""
        return (self.decisions or {}).get(office_id(code, name), Decision())

    def sources(self) -> Iterator[Source]:
        """Return where every file came from: those that were read, refused and set aside."""
        files: tuple[OfficeResult | Refusal, ...] = (*self.offices, *self.refused, *self.aside)
        return (each.source for each in files)

    def findings(self) -> Iterator[tuple[OfficeResult, Finding]]:
        """Return every finding with its office, in the order of the offices."""
        return ((office, finding) for office in self.offices for finding in office.assessment.findings)

    @property
    def has_errors(self) -> bool:
        """Whether a file was refused or a finding is an error."""
        return bool(self.refused) or any(office.assessment.count(Severity.ERROR) for office in self.offices)


def ranks_of(totals: Sequence[Decimal]) -> list[int]:
    """Return the rank of each total, 1 for the highest; equal totals share a rank, and the next one follows on it.

    Source: published national results (৮ম (যৌথভাবে), ৮ম (যৌথভাবে), ৯ম).
    """
    places = {total: place for place, total in enumerate(sorted(set(totals), reverse=True), start=1)}
    return [places[total] for total in totals]


def shared_ranks(offices: Sequence[OfficeResult]) -> frozenset[int]:
    """Return the ranks that several offices have."""
    counted = Counter(office.rank for office in offices if office.counts)
    return frozenset(rank for rank, count in counted.items() if count > 1)


def in_order(offices: Sequence[OfficeResult]) -> tuple[OfficeResult, ...]:
    """Return the offices by rank, each with its own: those that count first, the others behind them without one."""
    ordered = sorted(
        offices, key=lambda office: (not office.counts, -office.assessment.total, office.key, office.source.path)
    )
    ranks = ranks_of([office.assessment.total for office in ordered if office.counts])
    ranks += [0] * (len(ordered) - len(ranks))
    return tuple(office if office.rank == rank else replace(office, rank=rank) for office, rank in zip(ordered, ranks))
