"""Many office workbooks, read and assessed one by one; a bad one is named and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from xl_apa.archives.contents import archive_of, content_at, stored_in
from xl_apa.core.errors import InputError
from xl_apa.ministry.collect.cache import Cache
from xl_apa.ministry.collect.call import Loss
from xl_apa.ministry.collect.find_files import FoundFiles
from xl_apa.ministry.collect.imported_offices import name_imported
from xl_apa.ministry.collect.other_files import RECOGNISED
from xl_apa.ministry.collect.read_office import now, read_member, read_office
from xl_apa.ministry.collect.scheduler import outcomes
from xl_apa.ministry.collect.sent_again import one_each
from xl_apa.ministry.collect.serialize import pack, unpack
from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal, Source, Task, in_order
from xl_apa.ministry.register.model import Register
from xl_apa.processes.process_pool import FILE_SECONDS
from xl_apa.xlsx.files.file_digest import file_digest, is_worth_digesting
from xl_apa.xlsx.files.temporary import temporary_folder
from xl_apa.xlsx.read.unlock import may_be_locked

Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""


def read_offices(
    paths: Sequence[Path],
    task: Task,
    executor: Executor | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    passwords: Sequence[str] = (),
    register: Register | None = None,
) -> MinistryResult:
    """Return every file read and assessed. Without an executor in this process, one after the other.

    Nothing a file contains stops the others: it is refused with the reason. `passwords` are tried on what is locked; no
    password is kept, nor what stood in a locked file. Of two files of one office the later one
    counts (`sent_again`), and the other is refused by name; what only repeats another file is set aside. What the cache
    of the same task knows is not read. `progress` is called after every file; files that the cache knows are counted in
    one call. The register tells from which office an imported report is.
    """
    known = _known(paths, cache, passwords) if cache else {}
    if progress and known:
        progress(len(known), len(paths))
    unknown = [position for position in range(len(paths)) if position not in known]
    moments: dict[tuple[str, str], Source] = {}
    to_read = [paths[position] for position in unknown]
    with _scratch(to_read) as folder, closing(_read_all(to_read, task, executor, folder, passwords)) as read:
        for place, packed in read:
            path = paths[unknown[place]]
            outcome = unpack(packed, str(path), task)
            # Of one content the cache knows one time, and so does the run that fills it.
            first = moments.setdefault((path.suffix.lower(), outcome.source.sha256), outcome.source)
            known[unknown[place]] = replace(outcome, source=replace(outcome.source, read_at=first.read_at))
            if cache and first is outcome.source and not (passwords and may_be_locked(path)):
                cache.keep(outcome, packed)
            if progress:
                progress(len(known), len(paths))
    ordered = [_in_its_archive(known[position], path) for position, path in enumerate(paths)]
    refusals = [outcome for outcome in ordered if isinstance(outcome, Refusal)]
    refused = [refusal for refusal in refusals if refusal.error.code not in RECOGNISED]
    aside = [refusal for refusal in refusals if refusal.error.code in RECOGNISED]
    chosen = one_each(name_imported([each for each in ordered if isinstance(each, OfficeResult)], register))
    return MinistryResult(
        task, in_order(chosen.offices), _by_path([*refused, *chosen.refused]), aside=_by_path([*aside, *chosen.aside])
    )


def read_found(
    found: FoundFiles,
    task: Task,
    executor: Executor | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    passwords: Sequence[str] = (),
    register: Register | None = None,
) -> MinistryResult:
    """Return what `read_offices` returns of the workbooks, together with all other files that were found."""
    result = read_offices(found.workbooks, task, executor, progress, cache, passwords, register)
    return replace(
        result,
        refused=_by_path([*result.refused, *found.refused]),
        aside=_by_path([*result.aside, *found.aside]),
    )


def _known(paths: Sequence[Path], cache: Cache, passwords: Sequence[str]) -> dict[int, OfficeResult | Refusal]:
    known = {}
    for position, path in enumerate(paths):
        try:
            # A pipe would keep us waiting; where files are read, somebody watches the clock.
            stored = stored_in(path)
            known_by = _digest(path) if stored.is_file() and is_worth_digesting(stored) else ""
            outcome = cache.find(path, known_by) if known_by else None
        except (InputError, OSError):
            continue  # reading it says what is wrong
        if outcome and not (passwords and _is_locked(outcome)):
            known[position] = outcome
    return known


def _is_locked(outcome: OfficeResult | Refusal) -> bool:
    """Whether a file was not opened for want of a password, which may be among those that are given now."""
    return isinstance(outcome, Refusal) and outcome.error.code in _LOCKED


_LOCKED = ("workbook-password", "workbook-password-wrong", "workbook-lock-unknown")


def _digest(path: Path) -> str:
    return sha256(content_at(path)).hexdigest() if archive_of(path) else file_digest(path)


@contextmanager
def _scratch(paths: Sequence[Path]) -> Iterator[Path | None]:
    """Yield a folder for copies of what lies in archives, where there is any; nothing of it stays, come what may."""
    if not any(map(archive_of, paths)):
        yield None
        return
    with ExitStack() as stack:
        folder = None
        # Where none can be made, every file that needs one says so.
        with suppress(OSError):
            folder = stack.enter_context(temporary_folder())
        yield folder


def _read_all(
    paths: Sequence[Path],
    task: Task,
    executor: Executor | None,
    scratch: Path | None,
    passwords: Sequence[str],
) -> Generator[tuple[int, bytes], None, None]:
    work = partial(_read_packed, task=task, scratch=scratch, passwords=tuple(passwords))
    return outcomes(work, paths, executor, _lost)


def _read_packed(path: Path, task: Task, scratch: Path | None, passwords: Sequence[str]) -> bytes:
    try:
        if archive_of(path):
            return pack(read_member(path, task, scratch, passwords))
        return pack(read_office(path, task, passwords))
    except MemoryError:
        pass  # until here the error holds all that was read
    return pack(Refusal(Source(str(path), "", now()), InputError("memory-limit-reached", path=path)))


def _in_its_archive(outcome: OfficeResult | Refusal, path: Path) -> OfficeResult | Refusal:
    archive = archive_of(path)
    return replace(outcome, source=replace(outcome.source, archive=str(archive))) if archive else outcome


def _lost(path: Path, loss: Loss) -> bytes:
    return pack(Refusal(Source(str(path), "", now()), InputError(loss.value, path=path, seconds=FILE_SECONDS)))


def _by_path(refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    return tuple(sorted(refusals, key=lambda refusal: refusal.source.path))
