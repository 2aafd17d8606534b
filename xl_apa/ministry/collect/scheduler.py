"""Where many files are read: here, in processes of this computer, or on a cluster; always with the same outcome."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from xl_apa.ministry.collect.call import Loss
from xl_apa.ministry.collect.calls import Calls
from xl_apa.ministry.collect.dask_cluster import open_cluster
from xl_apa.processes.process_pool import LocalProcesses

T = TypeVar("T")

MANY_FILES = 50
"""From here on more than one process pays."""


@contextmanager
def workers(jobs: int | None, files: int, address: str = "") -> Iterator[Executor]:
    """Yield what to read so many files with: `jobs` processes; without `jobs` one per processor, below 50 files one.

    With the address of a Dask scheduler, such as `tcp://host:8786`, its workers; raise CallError when it cannot be
    used. When the block ends, by Ctrl-C too, what still runs on this computer is ended at once, and what waits on the
    cluster is cancelled.
    """
    if address:
        with open_cluster(address) as cluster:
            yield cluster
        return
    processes = LocalProcesses(jobs or (os.cpu_count() or 1 if files >= MANY_FILES else 1))
    try:
        yield processes
    finally:
        processes.kill()


def outcomes(
    work: Callable[[Path], T], paths: Sequence[Path], executor: Executor | None, lost: Callable[[Path, Loss], T]
) -> Generator[tuple[int, T], None, None]:
    """Yield the position of every path and what `work` returns for it, as it is ready; the same with any executor.

    In processes of this computer a file that crashes its process, or takes longer than `FILE_SECONDS`, becomes what
    `lost` returns, after one attempt; the files that were in one call with it are read in another. A process that was
    ended from outside, or died without a word of what it was at, may be no file's doing: what it was at is read again,
    alone, while the rest goes on. Without an executor, and where the system lets no process be started, files are read
    in this process, where neither can be helped.

    Nothing is lost with an executor of the caller's, or with a cluster: what it fails to bring back is read again on
    this computer in the same way, and when it is gone altogether, by a broken connection or a shutdown, the rest too:
    a slower summary is better than none. A cluster is given absolute paths; when it has brought nothing back yet and
    cannot see a file that is here, the folder is not shared with it: raise CallError.

    Close the generator when it is left early: then nothing goes on behind the caller's back.
    """
    if not paths:
        return
    if executor is None or (isinstance(executor, LocalProcesses) and not _can_start(executor, len(paths))):
        for position, path in enumerate(paths):
            yield position, work(path)
    else:
        yield from Calls(work, paths, executor, lost).outcomes()


def _can_start(processes: LocalProcesses, files: int) -> bool:
    try:
        processes.start(files)
    except OSError:
        return False
    return True
