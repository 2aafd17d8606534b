"""Many reports in another form, each into an office workbook of its own, named after the office.

The files are read by the processes that read a ministry's reports, within the same limits. Whose report it is, the
register tells; of two reports of one office the later one is written, as only one of them counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from xl_apa.archives.contents import archive_of, content_at
from xl_apa.core.errors import InputError, OutputError, XlApaError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Office, Plan
from xl_apa.core.text.file_names import file_stem, taken_key
from xl_apa.importer.pipeline import Imported, import_report, write_imported
from xl_apa.ministry.collect.call import Loss
from xl_apa.ministry.collect.find_files import find_files
from xl_apa.ministry.collect.import_office import imported_result
from xl_apa.ministry.collect.imported_offices import about_office, office_of
from xl_apa.ministry.collect.other_files import RECOGNISED, code_of_workbook
from xl_apa.ministry.collect.read_offices import Progress
from xl_apa.ministry.collect.scheduler import outcomes, workers
from xl_apa.ministry.collect.sent_again import one_each
from xl_apa.ministry.collect.serialize import pack, unpack
from xl_apa.ministry.model import OfficeResult, Refusal, Source, Task
from xl_apa.ministry.register.find_office import OfficeFound, find_office
from xl_apa.ministry.register.model import Register
from xl_apa.processes.process_pool import FILE_SECONDS
from xl_apa.sheets.assess_workbook import holds_achievements
from xl_apa.sheets.read.report import read_report
from xl_apa.xlsx.files.atomic_file import move_into_place, new_folders, output_error
from xl_apa.xlsx.files.file_digest import file_digest
from xl_apa.xlsx.files.leftovers import clear_leftovers, own_prefix
from xl_apa.xlsx.read.safe_open import ENDINGS

_ENDING = ".xlsx"
_ASIDE = RECOGNISED | {"import-is-form"}

Describe = Callable[[Imported], str]
"""Puts into words, for whoever asked, what was understood of a report; called where the file is read."""


@dataclass(frozen=True, slots=True)
class ImportTask:
    """What is asked of every file, and where its workbook goes; `quarter` None for the one that each file says."""

    plan: Plan
    folder: Path
    quarter: Quarter | None = None
    register: Register | None = None
    accept_offers: bool = False
    lang: str = "bn"
    passwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report that was imported, and its workbook.

    `questions` are the indicators that were not found or are not sure; `told` is what was asked to be put into words.
    """

    result: OfficeResult
    target: Path
    quarter: Quarter
    questions: int
    told: str = ""


@dataclass(frozen=True, slots=True)
class FolderImport:
    """What came of many files: those written, by office; those that do not count, and why; what is no report."""

    written: tuple[WrittenReport, ...]
    refused: tuple[Refusal, ...]
    aside: tuple[Refusal, ...]

    @property
    def found(self) -> int:
        """How many files there were that may be reports."""
        return len(self.written) + len(self.refused)


def import_folder(
    paths: Iterable[Path],
    task: ImportTask,
    *,
    register_path: Path | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    describe: Describe | None = None,
) -> FolderImport:
    """Write an office workbook into the task's folder for every report among files and folders, archives included.

    `progress` is called with how many files are done, and of how many. `describe` must be a function of a module, since
    other processes call it. Raise InputError for a path that is not there, CallError when there is nothing to be read,
    OutputError when the folder cannot be written to.
    """
    found = find_files(paths, register=register_path, imports=True)
    folder = task.folder
    if folder.is_file():
        raise OutputError("output-not-folder", path=folder)
    drafts: list[_Draft] = []
    refusals: list[Refusal] = []
    with _drafts_folder(folder) as drafts_folder, workers(jobs, len(found.workbooks)) as executor:
        work = partial(_import, task=task, scratch=Path(drafts_folder), describe=describe)
        for done, (place, outcome) in enumerate(outcomes(work, found.workbooks, executor, _lost), start=1):
            path = found.workbooks[place]
            read = unpack(outcome.packed, str(path), Task(outcome.quarter, task.plan))
            if isinstance(read, Refusal):
                refusals.append(_in_its_archive(read, path))
            else:
                drafts.append(replace(outcome, result=replace(read, source=_source(read.source, path))))
            if progress:
                progress(done, len(found.workbooks))
        written, not_written = _place(drafts, folder)
    refusals += [*not_written, *found.refused, *found.aside]
    aside = [each for each in refusals if each.error.code in _ASIDE or each in found.aside]
    return FolderImport(
        tuple(written),
        tuple(sorted((each for each in refusals if each not in aside), key=lambda each: each.source.path)),
        tuple(sorted(aside, key=lambda each: each.source.path)),
    )


@contextmanager
def _drafts_folder(folder: Path) -> Iterator[str]:
    """Yield a folder for unfinished workbooks in the one they go to: a finished one is there at once, and whole."""
    with new_folders(folder):
        clear_leftovers(folder)
        try:
            drafts = TemporaryDirectory(dir=folder, prefix=f".{own_prefix()}", ignore_cleanup_errors=True)
        except OSError as error:
            raise output_error(folder, error) from error
        with drafts as drafts_folder:
            yield drafts_folder


# ---- one file, in a process of its own ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Draft:
    """What comes back from where a file was read; `packed`: its result or refusal, `known`: its office is certain."""

    packed: bytes
    quarter: Quarter
    file: Path = Path()
    questions: int = 0
    known: bool = False
    told: str = ""
    result: OfficeResult | None = None


def _import(path: Path, task: ImportTask, scratch: Path, describe: Describe | None) -> _Draft:
    """Return one report imported into a workbook in `scratch`, or why not; nothing that a file contains raises."""
    source = Source(str(path))
    try:
        data = content_at(path) if archive_of(path) else None
        source = replace(source, sha256=sha256(data).hexdigest() if data is not None else file_digest(path))
        if data is None:
            return _import_copy(path, path, source, task, scratch, describe)
        with TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as folder:
            copy = Path(folder, f"report{path.suffix}")
            copy.write_bytes(data)
            return _import_copy(copy, path, source, task, scratch, describe)
    except XlApaError as error:
        # What cannot be written is the place that was asked for, not the temporary one.
        told = task.folder if isinstance(error, OutputError) else path
        params = {name: told if name == "path" else value for name, value in error.params.items()}
        return _refused(source, type(error)(error.code, **params))
    except MemoryError:
        pass  # until here the error holds all that was read
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        return _refused(source, InputError("reading-failed", path=path, reason=repr(error)))
    return _refused(source, InputError("memory-limit-reached", path=path))


def _import_copy(
    copy: Path, path: Path, source: Source, task: ImportTask, scratch: Path, describe: Describe | None
) -> _Draft:
    _refuse_ours(copy)
    report = import_report(copy, task.plan, task.quarter, passwords=task.passwords)
    report = replace(report, document=replace(report.document, path=path))
    printed = Office("", report.about.office.text, report.about.parent.text)
    said = [printed.name, *report.about.lines] if printed.name else report.about.lines
    found = find_office(said, str(path), task.register) if task.register else OfficeFound()
    # A workbook with the code of an office that it may not be from would count as that one's.
    office = printed if found.other else office_of(found, printed)
    draft = scratch / f"{sha256(str(path).encode('utf-8', 'surrogatepass')).hexdigest()}{_ENDING}"
    imported = write_imported(
        path, report, draft, office, accept_offers=task.accept_offers, lang=task.lang, folder=task.folder
    )
    imported = replace(imported, findings=(*about_office(found), *_about_other(found), *imported.findings))
    result = imported_result(source, report, imported.assessment, imported.findings)
    questions = len(report.missing) + sum(not row.is_sure for row in report.rows)
    known = found.office is not None and found.other is None
    return _Draft(pack(result), report.quarter, draft, questions, known, describe(imported) if describe else "")


def _about_other(found: OfficeFound) -> Iterator[Finding]:
    """Yield that a file is named after one office and names another one."""
    if found.office and found.other:
        owner = found.office.name or found.office.code
        params = {"code": found.office.code, "owner": owner, "office": found.other.name, "listed": found.other.code}
        yield Finding(FindingKind.OFFICE_NAME_OF_OTHER, params=params)


def _refuse_ours(path: Path) -> None:
    """Raise InputError for a workbook of ours: it needs no import, or is no report."""
    if path.suffix.lower() not in ENDINGS:
        return
    if code := code_of_workbook(path):
        raise InputError(code, path=path)
    try:
        read_report(path)
    except InputError:
        return
    raise InputError("import-is-form", path=path)


def _refused(source: Source, error: XlApaError) -> _Draft:
    return _Draft(pack(Refusal(source, error)), Quarter.Q1)


def _lost(path: Path, loss: Loss) -> _Draft:
    return _refused(Source(str(path)), InputError(loss.value, path=path, seconds=FILE_SECONDS))


def _source(source: Source, path: Path) -> Source:
    archive = archive_of(path)
    return replace(source, archive=str(archive)) if archive else source


def _in_its_archive(refusal: Refusal, path: Path) -> Refusal:
    return replace(refusal, source=_source(refusal.source, path))


# ---- all of them ----------------------------------------------------------------------------------------------------


def _place(drafts: Sequence[_Draft], folder: Path) -> tuple[list[WrittenReport], list[Refusal]]:
    """Move the workbooks to their names; of those of one office and quarter the later one."""
    by_path = {draft.result.source.path: draft for draft in drafts if draft.result}
    kept, refused = _one_of_each(drafts)
    quarters: dict[str, set[Quarter]] = {}
    for result in kept:
        quarters.setdefault(result.key, set()).add(result.assessment.quarter)
    taken: set[str] = set()
    written: list[WrittenReport] = []
    for result in sorted(kept, key=lambda each: (each.key, each.assessment.quarter, each.source.path)):
        draft = by_path[result.source.path]
        stem = (
            file_stem(result.assessment.office.code, "")
            if draft.known
            else file_stem("", Path(result.source.path).stem)
        )
        if draft.known and len(quarters[result.key]) > 1:
            stem = f"{stem}_Q{int(draft.quarter)}"
        target = folder / f"{_free(stem, taken)}{_ENDING}"
        if holds_achievements(target):
            refused.append(Refusal(result.source, OutputError("output-filled", path=target)))
            continue
        try:
            move_into_place(draft.file, target)
        except OutputError as error:
            refused.append(Refusal(result.source, error))
            continue
        written.append(WrittenReport(result, target, draft.quarter, draft.questions, draft.told))
    return written, refused


def _one_of_each(drafts: Sequence[_Draft]) -> tuple[list[OfficeResult], list[Refusal]]:
    kept: list[OfficeResult] = []
    refused: list[Refusal] = []
    for quarter in Quarter:
        of_quarter = [draft for draft in drafts if draft.quarter is quarter]
        known = one_each([draft.result for draft in of_quarter if draft.known and draft.result])
        kept += [*known.offices, *(draft.result for draft in of_quarter if not draft.known and draft.result)]
        refused += [*known.refused, *known.aside]
    return kept, refused


def _free(stem: str, taken: set[str]) -> str:
    """Return a name that no other of the run has."""
    number, name = 1, stem
    while taken_key(name) in taken:
        number += 1
        name = f"{stem} ({number})"
    taken.add(taken_key(name))
    return name
