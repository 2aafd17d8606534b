"""Many office workbooks, read and assessed one by one; a bad one is named and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from contextlib import closing
from functools import partial
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.ministry.collect.cache import Cache
from xl_apa.ministry.collect.process_pool import FILE_SECONDS
from xl_apa.ministry.collect.read_office import now, read_office
from xl_apa.ministry.collect.scheduler import Loss, outcomes
from xl_apa.ministry.collect.sent_again import one_each
from xl_apa.ministry.collect.serialize import pack, unpack
from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal, Source, Task, in_order
from xl_apa.xlsx.file_digest import file_digest

Progress = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""


def read_offices(
    paths: Sequence[Path],
    task: Task,
    executor: Executor | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> MinistryResult:
    """Return every file read and assessed. Without an executor in this process, one after the other.

    Nothing a file contains stops the others: it is refused with the reason. Of two files of one office the later one
    counts (`sent_again`), and the other is refused by name; what only repeats another file is set aside. What the cache
    of the same task knows is not read. `progress` is called after every file; files that the cache knows are counted in
    one call.
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
    chosen = one_each([outcome for outcome in ordered if isinstance(outcome, OfficeResult)])
    return MinistryResult(
        task, in_order(chosen.offices), _by_path([*refused, *chosen.refused]), aside=_by_path(chosen.aside)
    )


def _known(paths: Sequence[Path], cache: Cache) -> dict[int, OfficeResult | Refusal]:
    known = {}
    for position, path in enumerate(paths):
        try:
            # A pipe would keep us waiting; where files are read, somebody watches the clock.
            outcome = cache.find(path, file_digest(path)) if path.is_file() else None
        except OSError:
            continue  # reading it says what is wrong
        if outcome:
            known[position] = outcome
    return known


def _read_packed(path: Path, task: Task) -> bytes:
    return pack(read_office(path, task))


def _lost(path: Path, loss: Loss) -> bytes:
    return pack(Refusal(Source(str(path), "", now()), InputError(loss.value, path=path, seconds=FILE_SECONDS)))


def _by_path(refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    return tuple(sorted(refusals, key=lambda refusal: refusal.source.path))
