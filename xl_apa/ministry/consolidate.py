"""Many office workbooks, read and assessed one by one; a bad one is named and the rest goes on."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from xl_apa.core.errors import CallError, InputError, OutputError, XlApaError
from xl_apa.core.findings import Finding
from xl_apa.core.messages import Severity
from xl_apa.core.model import Rule
from xl_apa.ministry.cache import Cache, digest
from xl_apa.ministry.executors import outcomes
from xl_apa.ministry.outcome import OfficeResult, Refusal, Source, Task
from xl_apa.ministry.packed import pack, unpack
from xl_apa.ministry.register import Register
from xl_apa.sheets.office import assess_file
from xl_apa.sheets.opening import ENDINGS

Progress = Callable[[int, int], None]
"""Called after every file with how many are done, and of how many."""


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
    that is named is taken whatever its ending. A folder that cannot be looked into stands among the workbooks: it is
    refused by name when they are read. Raises CallError when a path does not exist or nothing is found, InputError
    when there is nothing but folders that cannot be looked into.
    """
    given = list(paths)
    found: dict[Path, Path] = {}
    closed: list[OSError] = []
    own = leave_out.resolve() if leave_out else None
    for path in given:
        if _is_folder(path):
            for each in _inside(path, closed):
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
    if closed and {Path(error.filename).resolve() for error in closed}.issuperset(map(Path.resolve, workbooks)):
        raise _folder_not_readable(closed[0])
    return workbooks


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error


def _inside(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Workbooks in a folder and below, and the folders that cannot be looked into; these are noted in `closed`."""
    before = len(closed)
    for parent, _, names in os.walk(folder, onerror=closed.append):
        for name in names:
            each = Path(parent, name)
            if each.suffix.lower() in ENDINGS and not name.startswith(("~$", ".")) and _may_be_read(each):
                yield each
    for error in closed[before:]:
        yield Path(error.filename)


def _may_be_read(path: Path) -> bool:
    """A file, or something of which the reading has to tell why it cannot be reached; no pipe, no dangling link."""
    try:
        return path.is_file()
    except OSError:
        return True


def _folder_not_readable(error: OSError) -> InputError:
    return InputError("folder-not-readable", path=error.filename, reason=error.strerror or error)


def consolidate(
    paths: Sequence[Path],
    task: Task,
    executor: Executor | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Consolidation:
    """Reads and assesses every file. Without an executor one after the other; the result is the same either way.

    Nothing a file contains stops the others: it is refused with the reason. Of two files of one office the one with
    the later report date counts, and the other is refused by name. What the cache of the same task knows is not read.
    """
    known = _known(paths, cache) if cache else {}
    if progress and known:
        progress(len(known), len(paths))
    unknown = [position for position in range(len(paths)) if position not in known]
    read = outcomes(partial(_read_packed, task=task), [paths[position] for position in unknown], executor, _lost)
    with closing(read):
        for place, packed in read:
            path = paths[unknown[place]]
            outcome = known[unknown[place]] = unpack(packed, str(path), task)
            if cache:
                cache.keep(outcome, packed)
            if progress:
                progress(len(known), len(paths))
    ordered = [known[position] for position in range(len(paths))]
    refused = [outcome for outcome in ordered if isinstance(outcome, Refusal)]
    offices, repeated = _one_each([outcome for outcome in ordered if isinstance(outcome, OfficeResult)])
    return Consolidation(
        task, _ranked(offices), tuple(sorted([*refused, *repeated], key=lambda refusal: refusal.source.path))
    )


def read_office(path: Path, task: Task) -> OfficeResult | Refusal:
    """One file, assessed or refused; it never raises for what a file contains."""
    source = Source(str(path), "", _now())
    try:
        _refuse_folder(path)
        source = replace(source, sha256=_digest(path))
        assessed = assess_file(path, task.quarter, plan=task.plan, rule=task.rule, as_of=task.as_of)
    except XlApaError as error:
        return Refusal(source, error)
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        return Refusal(source, InputError("reading-failed", path=path, reason=repr(error)))
    return OfficeResult(source, assessed)


def _known(paths: Sequence[Path], cache: Cache) -> dict[int, OfficeResult | Refusal]:
    known = {}
    for position, path in enumerate(paths):
        try:
            outcome = cache.find(path, digest(path))
        except OSError:
            continue  # reading it says what is wrong
        if outcome:
            known[position] = outcome
    return known


def _read_packed(path: Path, task: Task) -> bytes:
    return pack(read_office(path, task))


def _lost(path: Path) -> bytes:
    return pack(Refusal(Source(str(path), "", _now()), InputError("worker-died", path=path)))


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def _refuse_folder(path: Path) -> None:
    """Only a folder that could not be looked into is among the files; it is asked once more for the reason."""
    try:
        if not path.is_dir():
            return
    except OSError:
        return  # reading it says what is wrong
    try:
        with os.scandir(path):
            raise InputError("folder-not-readable", path=path, reason=os.strerror(errno.EAGAIN))
    except OSError as error:
        raise _folder_not_readable(error) from error


def _digest(path: Path) -> str:
    try:
        return digest(path)
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
