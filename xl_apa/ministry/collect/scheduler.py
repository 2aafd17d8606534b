"""Where many files are read: here, in processes of this computer, or on a cluster; always with the same outcome."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from xl_apa.archives.contents import stored_in
from xl_apa.core.errors import CallError
from xl_apa.ministry.collect.dask_cluster import Cluster, open_cluster
from xl_apa.processes.process_pool import PROCESS_DIED, LocalProcesses
from xl_apa.processes.progress import has_crashed

T = TypeVar("T")

MANY_FILES = 50
"""From here on more than one process pays."""

_BATCH = 8
"""Files in one call: well under a second of work, yet little is sent per file."""

_CALLS_PER_WORKER = 2
"""Calls handed out per worker at a time, so that none waits for the next."""

_UNKNOWN_WIDTH = 16
"""How many workers an executor of the caller's is taken to have; it does not say."""

_WAKE_SECONDS = 0.5
"""How often waiting is interrupted: on Windows Ctrl-C is not noticed before, and a stalled pool says nothing."""


class Loss(StrEnum):
    """Why there is no outcome of a file. The values are codes of the catalogue of messages."""

    PROCESS_DIED = "worker-died"
    TOO_SLOW = "file-too-slow"


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
        yield from _Run(work, paths, executor, lost).outcomes()


def _can_start(processes: LocalProcesses, files: int) -> bool:
    try:
        processes.start(files)
    except OSError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Call:
    """What was handed out in one go, and to whom."""

    positions: Sequence[int]
    executor: Executor


class _Run(Generic[T]):
    """One run over all files: the batches to be handed out, the calls under way, and the files to be read again."""

    def __init__(
        self, work: Callable[[Path], T], paths: Sequence[Path], executor: Executor, lost: Callable[[Path, Loss], T]
    ) -> None:
        self._work, self._paths, self._lost = work, paths, lost
        self._executor = executor
        self._width = executor.width if isinstance(executor, (LocalProcesses, Cluster)) else _UNKNOWN_WIDTH
        # Few files are spread over all workers, and each gets several rounds.
        size = max(1, min(_BATCH, len(paths) // (self._width * 4)))
        batches = (range(at, min(at + size, len(paths))) for at in range(0, len(paths), size))
        self._batches: deque[Sequence[int]] = deque(batches)
        self._again: deque[int] = deque()
        self._again_processes = LocalProcesses(1)
        self._own: list[LocalProcesses] = []
        self._calls: dict[Future[list[T]], _Call] = {}
        self._answered = False

    def outcomes(self) -> Generator[tuple[int, T], None, None]:
        try:
            while self._hand_out():
                done, _ = wait(self._calls, timeout=_WAKE_SECONDS, return_when=FIRST_COMPLETED)
                for late, its_call in self._late_calls():
                    yield from self._settle_at(late, its_call, Loss.TOO_SLOW)
                for future in done:
                    # It may have been taken back together with its executor meanwhile.
                    call = self._calls.pop(future, None)
                    if call:
                        yield from self._settle(future, call)
                if not done:
                    for call in self._stalled_calls():
                        yield from self._lose(call, Loss.TOO_SLOW)
        finally:
            self._end()

    # ---- handing out ------------------------------------------------------------------------------------------------

    def _hand_out(self) -> bool:
        """Keep every worker busy, and the one for files to be read again; return whether any call is under way."""
        while self._batches and self._under_way(self._executor) < self._width * _CALLS_PER_WORKER:
            batch = self._batches.popleft()
            try:
                self._submit(self._executor, batch)
            except Exception as error:
                if isinstance(self._executor, LocalProcesses) and not isinstance(error, BrokenExecutor):
                    raise
                self._batches.appendleft(batch)
                self._go_on_here()
        if self._again and not self._under_way(self._again_processes):
            self._submit(self._again_processes, [self._again.popleft()])
        return bool(self._calls)

    def _under_way(self, executor: Executor) -> int:
        return sum(call.executor is executor for call in self._calls.values())

    def _submit(self, executor: Executor, positions: Sequence[int]) -> None:
        paths = [self._paths[position] for position in positions]
        if isinstance(executor, Cluster):
            future = executor.submit(_read_elsewhere, self._work, [path.absolute() for path in paths])
        elif isinstance(executor, LocalProcesses):
            future = executor.submit_each(self._work, paths)
        else:
            future = executor.submit(_read, self._work, paths)
        self._calls[future] = _Call(positions, executor)

    # ---- what came of it --------------------------------------------------------------------------------------------

    def _settle(self, future: Future[list[T]], call: _Call) -> list[tuple[int, T]]:
        """Return the outcomes of a call that came back; none when its files are to be read again."""
        local = isinstance(call.executor, LocalProcesses)
        try:
            results = future.result()
        except PROCESS_DIED as error:
            if isinstance(error, BrokenExecutor) and call.executor is self._executor:
                # Whose file did it is not known: all that these processes were at is read again file by file.
                self._again.extend(self._take_back(call.executor) if local else ())
                self._go_on_here()
            if has_crashed(error):
                return self._settle_at(future, call, Loss.PROCESS_DIED)
            return self._lose(call, Loss.PROCESS_DIED, self._at_work(future, call))
        except CancelledError:
            # Nobody here cancels before the end: the connection is lost, and with it all that was under way.
            self._batches.append(call.positions)
            self._batches.append(self._take_back(call.executor))
            if call.executor is self._executor:
                self._go_on_here()
        except TimeoutError:
            if len(call.positions) == 1:
                # It was alone already: read again, it would take as long again.
                return self._lost_files(call, Loss.TOO_SLOW)
            return self._lose(call, Loss.TOO_SLOW)
        except Exception as error:
            if local:
                raise
            if isinstance(error, FileNotFoundError) and not self._answered:
                self._require_shared(call)
            self._again.extend(call.positions)
        else:
            self._answered = True
            return list(zip(call.positions, results))
        return []

    def _late_calls(self) -> list[tuple[Future[list[T]], _Call]]:
        """Return the calls that have been at one file for too long; their processes are ended."""
        executors = {call.executor for call in self._calls.values()}
        late = [future for each in executors if isinstance(each, LocalProcesses) for future in each.late()]
        return [(future, self._calls.pop(future)) for future in late if future in self._calls]

    def _settle_at(self, future: Future[list[T]], call: _Call, loss: Loss) -> list[tuple[int, T]]:
        """Return as lost the file that a call was at, and have the others of the call read in another."""
        at = self._at_work(future, call)
        if at is None:
            return self._lose(call, loss)
        self._read_others(call, at)
        return [(at, self._lost(self._paths[at], loss))]

    def _read_others(self, call: _Call, at: int) -> None:
        if others := [position for position in call.positions if position != at]:
            self._batches.appendleft(others)

    def _at_work(self, future: Future[list[T]], call: _Call) -> int | None:
        """Return the position of the file that a call has begun last, where that is known."""
        at = call.executor.at_work(future) if isinstance(call.executor, LocalProcesses) else None
        return None if at is None else call.positions[at]

    def _lose(self, call: _Call, loss: Loss, at: int | None = None) -> list[tuple[int, T]]:
        """Have the files of a call read again, each alone; return them as lost when one was alone already.

        Where it is known `at` which file the call was, that one is read alone, and the others in another call.
        """
        if call.executor is not self._again_processes:
            self._again.extend(call.positions if at is None else [at])
            if at is not None:
                self._read_others(call, at)
            return []
        # Half an answer may be left in it.
        self._again_processes.kill()
        self._again_processes = LocalProcesses(1)
        return self._lost_files(call, loss)

    def _lost_files(self, call: _Call, loss: Loss) -> list[tuple[int, T]]:
        return [(position, self._lost(self._paths[position], loss)) for position in call.positions]

    def _stalled_calls(self) -> list[_Call]:
        """Return the calls of processes that report nothing any more, and give these processes up."""
        given_up = []
        for executor in {call.executor for call in self._calls.values()}:
            if isinstance(executor, (LocalProcesses, Cluster)) and executor.stalled:
                given_up.append(_Call(self._take_back(executor), executor))
                if executor is self._executor:
                    self._go_on_here()
        return given_up

    def _take_back(self, executor: Executor) -> list[int]:
        """Forget the calls of an executor; return the positions of their files."""
        futures = [future for future, call in self._calls.items() if call.executor is executor]
        return [position for future in futures for position in self._calls.pop(future).positions]

    def _go_on_here(self) -> None:
        """Hand out the rest to new processes of this computer."""
        if isinstance(self._executor, LocalProcesses):
            self._executor.kill()
        else:
            self._width = os.cpu_count() or 1
        self._executor = LocalProcesses(self._width)
        self._own.append(self._executor)

    def _require_shared(self, call: _Call) -> None:
        for position in call.positions:
            if stored_in(self._paths[position]).exists():
                raise CallError("cluster-folder-not-shared", path=self._paths[position])

    def _end(self) -> None:
        for future, call in self._calls.items():
            # Closing the cluster's client cancels all of it in one go, and processes are ended below.
            if not isinstance(call.executor, (Cluster, LocalProcesses)):
                future.cancel()
        for processes in (self._again_processes, *self._own):
            processes.kill()


def _read(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    return [work(path) for path in paths]


def _read_elsewhere(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    """Return the same, read on a computer that may not see the folder at all."""
    for path in paths:
        stored_in(path).stat()
    return _read(work, paths)
