"""From offices' files to the ministry's summary: find, look up, read, hold against the register, write, answer.

The one way there: the command, the button, the demonstration and the public API all come here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_apa.core.errors import CallError
from xl_apa.importer.installed import require_installed
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.analysis.reviewed_offices import ReviewedOffice, reviewed_offices
from xl_apa.ministry.collect.cache import Cache, open_cache
from xl_apa.ministry.collect.find_files import FoundFiles, find_files
from xl_apa.ministry.collect.read_offices import Progress, read_found
from xl_apa.ministry.collect.real_path import real_path
from xl_apa.ministry.collect.scheduler import workers
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.report.past_summary import read_past
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.ministry.review.confirm import confirm_accepted
from xl_apa.ministry.review.decision_files import DECISIONS_FILE, KeptDecisions, find_decisions
from xl_apa.ministry.review.decisions import CarriedDecisions, carry_over
from xl_apa.ministry.review.feedback import Feedback, require_feedback_folder, write_feedback
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.xlsx.files.atomic_file import require_writable
from xl_apa.xlsx.read.safe_open import ENDINGS

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Consolidation(MinistryResult):
    """A ministry's quarter, complete: offices by rank, refused files by path, and the register where there is one."""

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the tables of the summary as pandas tables, by name; what is in them is said in `export.columns`.

        `tidy` (a row per office and indicator), `offices`, `marks` (offices by indicators), `indicators`,
        `submissions`, `review`, `by_rule`, `findings`, `claims`, `plan_differences`, `attainable`, `deadlines`,
        `sources`.
        Only this call loads pandas.
        """
        from xl_apa.ministry.export.frames import all_tables

        return all_tables(self)


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary workbook and what it was made of; `unchanged` when the file said all of it already and was left.

    `feedback` is what went out to the offices, None where nobody asked for that.
    """

    consolidation: Consolidation
    path: Path
    unchanged: bool
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read: with how many processes of this computer, or on the cluster at `address`.

    `jobs` is None for as many as pay. `fresh` reads all files anew and remembers nothing. `passwords` are tried on
    files that are locked.
    """

    jobs: int | None = None
    address: str = ""
    fresh: bool = False
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class FeedbackRequest:
    """A letter to every office, into a folder; the decisions are kept in there, unless their workbook is named."""

    folder: Path
    letters: LetterOptions
    decisions: Path | None = None

    @property
    def decisions_path(self) -> Path:
        """Where the ministry decides."""
        return self.decisions or self.folder / DECISIONS_FILE


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
        return _consolidate(paths, task, register, _Unread(leave_out), reading, progress, cache)


def summarise(
    paths: Iterable[Path],
    target: Path,
    task: Task,
    *,
    register: Path | None = None,
    reading: ReadingOptions = ReadingOptions(),
    progress: Progress | None = None,
    feedback: FeedbackRequest | None = None,
    before: Sequence[Path] = (),
) -> Summary:
    """Consolidate as `consolidate` does and write the summary workbook, unless it says the same already.

    With `feedback` the offices are answered, as the ministry decided up to now. `before` are summaries of the quarter
    before or of the same quarter a year before, whose marks are shown beside those of this one.

    Raise what `consolidate` raises, InputError for decisions or a summary that cannot be used, and OutputError when
    summary or folder cannot be written; an older summary stays then.
    """
    given = list(paths)
    require_writable(target)
    asked = _Asked.of(feedback, given) if feedback else None
    past = read_past(before, task)
    with _cache(task, reading) as cache:
        unread = _Unread(target, feedback, before)
        consolidation = replace(_consolidate(given, task, register, unread, reading, progress, cache), past=past)
        answered = asked.answer(consolidation) if asked else None
        if answered:
            consolidation = answered.consolidation
        unchanged = cache is not None and cache.has_summary(target, consolidation)
        if not unchanged:
            write_summary(consolidation, target)
            if cache:
                cache.keep_summary(target, consolidation)
    return Summary(consolidation, target, unchanged, answered.write(consolidation) if answered else None)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request for letters, and what the ministry decided up to now."""

    request: FeedbackRequest
    kept: KeptDecisions

    @classmethod
    def of(cls, request: FeedbackRequest, paths: Sequence[Path]) -> _Asked:
        folder = real_path(request.folder)
        if any(real_path(path) == folder or folder in real_path(path).parents for path in paths):
            raise CallError("feedback-folder-is-input", path=request.folder)
        require_feedback_folder(request.folder)
        kept = find_decisions(request.decisions_path, request.letters.lang)
        require_writable(kept.target)
        return cls(request, kept)

    def answer(self, consolidation: Consolidation) -> _Answered:
        offices = reviewed_offices(consolidation)
        rows = self.kept.sheet.rows if self.kept.sheet else ()
        carried = carry_over(rows, offices, consolidation, self.request.letters.lang)
        confirmed = confirm_accepted(consolidation, carried.by_office)
        if confirmed is not consolidation:
            # What is said of an office's report is another thing now.
            offices = reviewed_offices(confirmed)
            carried = carry_over(rows, offices, confirmed, self.request.letters.lang)
        return _Answered(self, offices, carried, replace(confirmed, decisions=carried.by_office))


@dataclass(frozen=True, slots=True)
class _Answered:
    """The offices that are answered, what is decided on their reports now, and the quarter with these decisions."""

    asked: _Asked
    offices: tuple[ReviewedOffice, ...]
    carried: CarriedDecisions
    consolidation: Consolidation

    def write(self, consolidation: Consolidation) -> Feedback:
        request = self.asked.request
        return write_feedback(
            request.folder, self.offices, consolidation, self.asked.kept, self.carried, request.letters
        )


@dataclass(frozen=True, slots=True)
class _Unread:
    """What is no report, though it may lie among them: the summary itself, and what belongs to the answers."""

    summary: Path | None = None
    feedback: FeedbackRequest | None = None
    before: Sequence[Path] = ()

    def left_out_of(self, found: FoundFiles) -> FoundFiles:
        """Return what was found without these."""
        if not self.feedback and not self.before:
            return found
        single = {real_path(path) for path in self.before}
        folder = None
        if self.feedback:
            folder = real_path(self.feedback.folder)
            decisions = self.feedback.decisions_path
            single |= {real_path(decisions.with_suffix(ending)) for ending in ENDINGS}

        def is_left(path: Path) -> bool:
            real = real_path(path)
            return real not in single and folder not in real.parents

        return FoundFiles(
            tuple(filter(is_left, found.workbooks)),
            tuple(each for each in found.refused if is_left(Path(each.source.path))),
            tuple(each for each in found.aside if is_left(Path(each.source.path))),
        )


def _cache(task: Task, reading: ReadingOptions) -> AbstractContextManager[Cache | None]:
    return nullcontext() if reading.fresh else open_cache(task)


def _consolidate(
    paths: Iterable[Path],
    task: Task,
    register: Path | None,
    unread: _Unread,
    reading: ReadingOptions,
    progress: Progress | None,
    cache: Cache | None,
) -> Consolidation:
    if task.imports:
        require_installed()
    offices = read_register(register) if register else None
    found = unread.left_out_of(find_files(paths, unread.summary, register, imports=task.imports))
    if progress:
        progress(0, len(found.workbooks))
    with workers(reading.jobs, len(found.workbooks), reading.address) as executor:
        result = read_found(found, task, executor, progress, cache, reading.passwords, offices)
    result = recognise_offices(result, offices)
    return Consolidation(**{field.name: getattr(result, field.name) for field in fields(MinistryResult)})
