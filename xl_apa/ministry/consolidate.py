"""Many office workbooks, read and assessed one by one; a bad one is named and the rest goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from xl_apa.core.assess import Assessment
from xl_apa.core.errors import CallError, InputError, OutputError, XlApaError
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import Severity
from xl_apa.core.model import Plan, Rule
from xl_apa.ministry.executors import outcomes
from xl_apa.ministry.register import Register, office_key
from xl_apa.sheets.layout import quarter_sheet
from xl_apa.sheets.office import assess_file
from xl_apa.sheets.opening import ENDINGS

Progress = Callable[[int, int], None]
"""Called after every file with how many are done, and of how many."""


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


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A ministry's quarter: offices by rank, refused files by path; `register` says who should have reported."""

    task: Task
    offices: tuple[OfficeResult, ...]
    refused: tuple[Refusal, ...]
    register: Register | None = None

    @property
    def found(self) -> int:
        """How many files there were."""
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
        if not self.offices:
            return Decimal(0)
        total = sum((office.assessment.total for office in self.offices), Decimal(0))
        return (total / len(self.offices)).quantize(Decimal("0.01"), "ROUND_HALF_UP")

    def findings(self) -> Iterator[tuple[OfficeResult, Finding]]:
        """Every finding with its office, in the order of the offices."""
        return ((office, finding) for office in self.offices for finding in office.assessment.findings)

    @property
    def has_errors(self) -> bool:
        """Whether a file was refused or a finding is an error."""
        return bool(self.refused) or any(office.assessment.count(Severity.ERROR) for office in self.offices)


def find_workbooks(paths: Iterable[Path], leave_out: Path | None = None) -> list[Path]:
    """The workbooks among files and folders (searched recursively), each once, in a stable order.

    Lock files and temporary files of Excel and LibreOffice are skipped, and `leave_out`, the summary itself. A file
    that is named is taken whatever its ending. Raises CallError when a path does not exist or nothing is found.
    """
    given = list(paths)
    found: dict[Path, Path] = {}
    own = leave_out.resolve() if leave_out else None
    for path in given:
        if path.is_dir():
            inside = (each for each in path.rglob("*") if each.suffix.lower() in ENDINGS and each.is_file())
            for each in inside:
                if not each.name.startswith(("~$", ".")):
                    found.setdefault(each.resolve(), each)
        elif own and path.resolve() == own:
            raise OutputError("output-is-input", path=path)
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise InputError("file-missing", path=path)
    workbooks = sorted((path for real, path in found.items() if real != own), key=Path.as_posix)
    if not workbooks:
        raise CallError("nothing-found", paths=[str(path) for path in given])
    return workbooks


def consolidate(
    paths: Sequence[Path], task: Task, executor: Executor | None = None, progress: Progress | None = None
) -> Consolidation:
    """Reads and assesses every file. Without an executor one after the other; the result is the same either way.

    Nothing a file contains stops the others: it is refused with the reason. Of two files of one office the one with
    the later report date counts, and the other is refused by name.
    """
    known: dict[int, OfficeResult | Refusal] = {}
    with closing(outcomes(partial(read_office, task=task), paths, executor, _lost)) as results:
        for position, outcome in results:
            known[position] = _as_given(outcome, paths[position])
            if progress:
                progress(len(known), len(paths))
    ordered = [known[position] for position in sorted(known)]
    read = [outcome for outcome in ordered if isinstance(outcome, OfficeResult)]
    refused = [outcome for outcome in ordered if isinstance(outcome, Refusal)]
    offices, repeated = _one_each(read)
    return Consolidation(
        task, _ranked(offices), tuple(sorted([*refused, *repeated], key=lambda refusal: refusal.source.path))
    )


def read_office(path: Path, task: Task) -> OfficeResult | Refusal:
    """One file, assessed or refused; it never raises for what a file contains."""
    source = Source(str(path), "", _now())
    try:
        source = replace(source, sha256=_digest(path))
        assessed = assess_file(path, task.quarter, plan=task.plan, rule=task.rule, as_of=task.as_of)
    except XlApaError as error:
        return Refusal(source, error)
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        return Refusal(source, InputError("reading-failed", path=path, reason=repr(error)))
    return OfficeResult(source, assessed)


def _lost(path: Path) -> Refusal:
    return Refusal(Source(str(path), "", _now()), InputError("worker-died", path=path))


def _as_given(outcome: OfficeResult | Refusal, path: Path) -> OfficeResult | Refusal:
    """Names the file as the caller does: a cluster is asked for it by its absolute path."""
    if outcome.source.path == str(path):
        return outcome
    named = replace(outcome, source=replace(outcome.source, path=str(path)))
    if isinstance(named, Refusal) and "path" in named.error.params:
        error = type(named.error)(named.error.code, **{**named.error.params, "path": path})
        return replace(named, error=error)
    return named


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error


def _one_each(read: Sequence[OfficeResult]) -> tuple[list[OfficeResult], list[Refusal]]:
    """One result per office: the latest report date wins, then the later path."""
    groups: dict[str, list[OfficeResult]] = {}
    for result in read:
        groups.setdefault(result.key or result.source.path, []).append(result)
    kept: list[OfficeResult] = []
    repeated: list[Refusal] = []
    for key, results in groups.items():
        best = max(results, key=lambda each: (each.assessment.report_day or date.min, each.source.path))
        kept.append(best)
        repeated += [
            Refusal(each.source, InputError("office-twice", path=each.source.path, office=key, kept=best.source.path))
            for each in results
            if each is not best
        ]
    return kept, repeated


def _ranked(offices: Sequence[OfficeResult]) -> tuple[OfficeResult, ...]:
    ordered = sorted(offices, key=lambda office: (-office.assessment.total, office.key, office.source.path))
    ranks = ranks_of([office.assessment.total for office in ordered])
    return tuple(replace(office, rank=rank) for office, rank in zip(ordered, ranks))


def ranks_of(totals: Sequence[Decimal]) -> list[int]:
    """The rank of each total, 1 for the highest; equal totals share a rank."""
    first: dict[Decimal, int] = {}
    for place, total in enumerate(sorted(totals, reverse=True), start=1):
        first.setdefault(total, place)
    return [first[total] for total in totals]
