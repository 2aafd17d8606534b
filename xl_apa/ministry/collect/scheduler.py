"""Where many files are read: here, in processes of this computer, or on a cluster; always with the same outcome."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from xl_apa.core.errors import CallError
from xl_apa.ministry.collect.dask_cluster import Cluster, open_cluster
from xl_apa.ministry.collect.process_pool import Processes

T = TypeVar("T")

MANY_FILES = 50
"""From here on starting processes pays."""

_BATCH = 8
"""Files handed out at a time: well under a second of work, yet little is said per file."""

_AHEAD = 2
"""Batches handed out per worker, so that none waits for the next."""

_UNKNOWN_WIDTH = 16
"""How many workers an executor of the caller's is taken to have; it does not say."""

_LISTENING = 0.5
"""Seconds after which waiting looks up: on Windows Ctrl-C is not heard before."""


@contextmanager
def workers(jobs: int | None, files: int, address: str = "") -> Iterator[Executor | None]:
    """What to read files with; None where one after the other is quicker: without `jobs`, below 50 files.

    With the address of a Dask scheduler, such as `tcp://host:8786`, its workers. Raises CallError when it cannot be
    used. When the block ends by an exception, Ctrl-C too, what runs on this computer is ended at once, and what waits
    on the cluster is called off.
    """
    if address:
        with open_cluster(address) as cluster:
            yield cluster
        return
    wanted = min(jobs or (os.cpu_count() or 1 if files >= MANY_FILES else 1), files)
    if wanted <= 1:
        yield None
        return
    processes = Processes(wanted)
    try:
        yield processes
    except BaseException:
        processes.kill()
        raise
    processes.shutdown()


def outcomes(
    work: Callable[[Path], T], paths: Sequence[Path], executor: Executor | None, lost: Callable[[Path], T]
) -> Generator[tuple[int, T], None, None]:
    """What `work` gives for every path, with its position among them, as it is ready. Any executor gives the same.

    A file that ends its process becomes `lost`; those that were read together with it are tried again, one at a time in
    a process of their own, while the rest goes on in new processes.

    Nothing is lost with an executor of the caller's, or with a cluster. What its workers fail to bring back is tried
    again here in the same way. When it is gone altogether, by a broken connection or a shutdown, the rest is read on
    this computer: whoever waits for a summary is better served by a slower one than by none. A cluster gets absolute
    paths; when it has brought nothing back yet and cannot see a file that is here, the folder is not shared with it,
    and that is a CallError.

    Close the generator when it is left early: then nothing goes on behind the caller's back.
    """
    if executor is None:
        for position, path in enumerate(paths):
            yield position, work(path)
    else:
        yield from _Reading(work, paths, executor, lost).outcomes()


@dataclass(frozen=True, slots=True)
class _Flight:
    """What was handed out in one go, and to whom."""

    positions: Sequence[int]
    carrier: Executor


class _Reading(Generic[T]):
    """One run over all files: what waits, what is in flight, and what has to be read alone."""

    def __init__(
        self, work: Callable[[Path], T], paths: Sequence[Path], executor: Executor, lost: Callable[[Path], T]
    ) -> None:
        self._work, self._paths, self._lost = work, paths, lost
        self._carrier = executor
        self._width = executor.width if isinstance(executor, (Processes, Cluster)) else _UNKNOWN_WIDTH
        # Few files are spread over all workers, and each gets several rounds.
        size = max(1, min(_BATCH, len(paths) // (self._width * 4)))
        batches = (range(at, min(at + size, len(paths))) for at in range(0, len(paths), size))
        self._waiting: deque[Sequence[int]] = deque(batches)
        self._suspects: deque[int] = deque()
        self._flights: dict[Future[list[T]], _Flight] = {}
        self._alone = Processes(1)
        self._substitute: Processes | None = None
        # Whether anything came back at all.
        self._fruitful = False

    def outcomes(self) -> Generator[tuple[int, T], None, None]:
        try:
            while self._hand_out():
                done, _ = wait(self._flights, timeout=_LISTENING, return_when=FIRST_COMPLETED)
                for future in done:
                    # It may have been given up together with its executor meanwhile.
                    flight = self._flights.pop(future, None)
                    if flight:
                        yield from self._landed(future, flight)
        finally:
            self._end()

    def _hand_out(self) -> bool:
        """Keeps every worker busy, and the one for suspects; False when there is nothing left to wait for."""
        while self._waiting and self._flying(self._carrier) < self._width * _AHEAD:
            positions = self._waiting.popleft()
            try:
                self._submit(self._carrier, positions)
            except Exception:
                if isinstance(self._carrier, Processes):
                    raise
                self._waiting.appendleft(positions)
                self._carry_on_here()
        if self._suspects and not self._flying(self._alone):
            self._submit(self._alone, [self._suspects.popleft()])
        return bool(self._flights)

    def _flying(self, carrier: Executor) -> int:
        return sum(flight.carrier is carrier for flight in self._flights.values())

    def _submit(self, carrier: Executor, positions: Sequence[int]) -> None:
        paths = [self._paths[position] for position in positions]
        if isinstance(carrier, Cluster):
            future = carrier.submit(_read_elsewhere, self._work, [path.absolute() for path in paths])
        else:
            future = carrier.submit(_read, self._work, paths)
        self._flights[future] = _Flight(positions, carrier)

    def _landed(self, future: Future[list[T]], flight: _Flight) -> list[tuple[int, T]]:
        """The outcomes that came back; none when the files are to be tried again."""
        try:
            results = future.result()
        except BrokenExecutor:
            if flight.carrier is self._alone:
                return [(position, self._lost(self._paths[position])) for position in flight.positions]
            self._suspects.extend(flight.positions)
            if flight.carrier is self._carrier and not isinstance(flight.carrier, Processes):
                self._carry_on_here()
        except CancelledError:
            # Nobody here cancels before the end: the connection is lost, and with it all that was under way.
            self._waiting.append(flight.positions)
            self._give_up(flight.carrier)
        except Exception as error:
            if isinstance(flight.carrier, Processes):
                raise
            if isinstance(error, FileNotFoundError) and not self._fruitful:
                self._require_shared(flight)
            self._suspects.extend(flight.positions)
        else:
            self._fruitful = True
            return list(zip(flight.positions, results))
        return []

    def _carry_on_here(self) -> None:
        self._carrier = self._substitute = Processes(os.cpu_count() or 1)
        self._width = self._substitute.width

    def _give_up(self, carrier: Executor) -> None:
        if carrier is self._carrier:
            self._carry_on_here()
        for future in [each for each, flight in self._flights.items() if flight.carrier is carrier]:
            self._waiting.append(self._flights.pop(future).positions)

    def _require_shared(self, flight: _Flight) -> None:
        for position in flight.positions:
            if self._paths[position].exists():
                raise CallError("cluster-folder-not-shared", path=self._paths[position])

    def _end(self) -> None:
        for future, flight in self._flights.items():
            # Closing the cluster's client calls all of it off in one go.
            if not isinstance(flight.carrier, Cluster):
                future.cancel()
        self._alone.kill()
        if self._substitute:
            self._substitute.kill()


def _read(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    return [work(path) for path in paths]


def _read_elsewhere(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    """The same on a computer that may not see the folder at all."""
    for path in paths:
        path.stat()
    return _read(work, paths)
