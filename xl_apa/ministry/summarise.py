"""From offices' files to the ministry's summary: find, look up, read, hold against the register, write.

The one way there: the command, the button, the demonstration and the public API all come here.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.collect.cache import Cache, open_cache
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import Progress, read_offices
from xl_apa.ministry.collect.scheduler import workers
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.report.workbook import write_summary

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Consolidation(MinistryResult):
    """A ministry's quarter, complete: offices by rank, refused files by path, and the register where there is one."""

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the tables of the summary as pandas tables, by name; what is in them is said in `export.columns`.

        `tidy` (a row per office and indicator), `offices`, `marks` (offices by indicators), `indicators`,
        `submissions`, `by_rule`, `findings`, `claims`, `plan_differences`, `attainable`, `deadlines`, `sources`.
        Only this call loads pandas.
        """
        from xl_apa.ministry.export.frames import all_tables

        return all_tables(self)


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary workbook and what it was made of; `unchanged` when the file said all of it already and was left."""

    consolidation: Consolidation
    path: Path
    unchanged: bool


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read: with how many processes of this computer, or on the cluster at `address`.

    `jobs` is None for as many as pay. `fresh` reads all files anew and remembers nothing.
    """

    jobs: int | None = None
    address: str = ""
    fresh: bool = False


def consolidate(
    paths: Iterable[Path],
    task: Task,
    *,
    register: Path | None = None,
    leave_out: Path | None = None,
    reading: ReadingOptions = ReadingOptions(),
    progress: Progress | None = None,
) -> Consolidation:
    """Return the consolidation of all office workbooks among files and folders, searched recursively.

    The register may lie among them; `leave_out` is a summary that may. `progress` is called with 0 of so many files,
    then after every file.

    Raise InputError for a path or a register that cannot be used, CallError when there is nothing to read or the
    cluster cannot be used. Files that cannot be read are part of the result.
    """
    with _cache(task, reading) as cache:
        return _consolidate(paths, task, register, leave_out, reading, progress, cache)


def summarise(
    paths: Iterable[Path],
    target: Path,
    task: Task,
    *,
    register: Path | None = None,
    reading: ReadingOptions = ReadingOptions(),
    progress: Progress | None = None,
) -> Summary:
    """Consolidate as `consolidate` does and write the summary workbook, unless it says the same already.

    Raise what `consolidate` raises, and OutputError when the summary cannot be written; an older one stays then.
    """
    with _cache(task, reading) as cache:
        consolidation = _consolidate(paths, task, register, target, reading, progress, cache)
        unchanged = cache is not None and cache.has_summary(target, consolidation)
        if not unchanged:
            write_summary(consolidation, target)
            if cache:
                cache.keep_summary(target, consolidation)
    return Summary(consolidation, target, unchanged)


def _cache(task: Task, reading: ReadingOptions) -> AbstractContextManager[Cache | None]:
    return nullcontext() if reading.fresh else open_cache(task)


def _consolidate(
    paths: Iterable[Path],
    task: Task,
    register: Path | None,
    leave_out: Path | None,
    reading: ReadingOptions,
    progress: Progress | None,
    cache: Cache | None,
) -> Consolidation:
    offices = read_register(register) if register else None
    files = find_workbooks(paths, leave_out=leave_out, register=register)
    if progress:
        progress(0, len(files))
    with workers(reading.jobs, len(files), reading.address) as executor:
        result = read_offices(files, task, executor, progress, cache)
    result = recognise_offices(result, offices)
    return Consolidation(**{field.name: getattr(result, field.name) for field in fields(MinistryResult)})
