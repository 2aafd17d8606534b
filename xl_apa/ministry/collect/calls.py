"""The calls in which many files are read: what is handed out, what comes back, and what is to be read again."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from xl_apa.archives.contents import stored_in
from xl_apa.core.errors import CallError
from xl_apa.ministry.collect.call import Call, Loss, is_answered, read, read_elsewhere
from xl_apa.ministry.collect.dask_cluster import Cluster
from xl_apa.processes.process_pool import PROCESS_DIED, LocalProcesses
from xl_apa.processes.progress import has_crashed
from xl_apa.processes.this_process import InThisProcess

T = TypeVar("T")

_BATCH = 8
"""Files in one call: well under a second of work, yet little is sent per file."""

_CALLS_PER_WORKER = 2
"""Calls handed out per worker at a time, so that none waits for the next."""

_UNKNOWN_WIDTH = 16
"""How many workers an executor of the caller's is taken to have; it does not say."""

_WAKE_SECONDS = 0.5
"""How often waiting is interrupted: on Windows Ctrl-C is not noticed before, and a stalled pool says nothing."""


class Calls(Generic[T]):
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
        self._calls: dict[Future[list[T]], Call] = {}
        self._answered = False

    def outcomes(self) -> Generator[tuple[int, T], None, None]:
        try:
            while self._hand_out():
                done, _ = wait(self._calls, timeout=_WAKE_SECONDS, return_when=FIRST_COMPLETED)
                for gone, its_call in self._own_calls(LocalProcesses.gone):
                    yield from self._settle_dead(gone, its_call)
                for late, its_call in self._own_calls(LocalProcesses.late):
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
            except OSError as error:
                self._batches.appendleft(batch)
                self._read_without(error)
            except Exception as error:
                if isinstance(self._executor, LocalProcesses) and not isinstance(error, BrokenExecutor):
                    raise
                self._batches.appendleft(batch)
                self._go_on_here()
        if self._again and not self._under_way(self._again_processes):
            self._hand_out_again(self._again.popleft())
        return bool(self._calls)

    def _hand_out_again(self, position: int) -> None:
        """Have a file read alone. Where no process can be started it is lost: it may have ended one before."""
        try:
            try:
                self._submit(self._again_processes, [position])
            except BrokenExecutor:
                # Somebody ended its process while it had nothing to do.
                self._renew_again_processes()
                self._submit(self._again_processes, [position])
        except OSError as error:
            lost: Future[list[T]] = Future()
            lost.set_exception(BrokenExecutor(str(error)))
            self._calls[lost] = Call([position], self._again_processes)

    def _read_without(self, error: OSError) -> None:
        """Go on without the executor: in processes of this computer, or in this one where it lets none be started."""
        if isinstance(self._executor, LocalProcesses):
            self._executor.kill()
            self._executor, self._width = InThisProcess(), 1
        elif isinstance(self._executor, InThisProcess):
            raise error
        else:
            self._go_on_here()

    def _under_way(self, executor: Executor) -> int:
        return sum(call.executor is executor for call in self._calls.values())

    def _submit(self, executor: Executor, positions: Sequence[int]) -> None:
        paths = [self._paths[position] for position in positions]
        if isinstance(executor, Cluster):
            future = executor.submit(read_elsewhere, self._work, [path.absolute() for path in paths])
        elif isinstance(executor, LocalProcesses):
            future = executor.submit_each(self._work, paths)
        else:
            future = executor.submit(read, self._work, paths)
        self._calls[future] = Call(positions, executor)

    # ---- what came of it --------------------------------------------------------------------------------------------

    def _settle(self, future: Future[list[T]], call: Call) -> list[tuple[int, T]]:
        """Return the outcomes of a call that came back; none when its files are to be read again."""
        local = isinstance(call.executor, LocalProcesses)
        try:
            results = future.result()
        except PROCESS_DIED as error:
            if isinstance(error, BrokenExecutor) and call.executor is self._executor:
                if local:
                    return self._settle_broken(future, call)
                self._go_on_here()
            return self._settle_dead(future, call, getattr(error, "exitcode", None))
        except CancelledError:
            # Nobody here cancels before the end: the connection is lost, and with it all that was under way.
            self._batches.append(call.positions)
            self._batches.extend(each.positions for each in self._take_back(call.executor).values())
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

    def _own_calls(self, chosen: Callable[[LocalProcesses], list[Future[Any]]]) -> list[tuple[Future[list[T]], Call]]:
        """Forget the calls to processes of this computer that are chosen, and return them."""
        executors = {call.executor for call in self._calls.values()}
        found = [future for each in executors if isinstance(each, LocalProcesses) for future in chosen(each)]
        return [(future, self._calls.pop(future)) for future in found if future in self._calls]

    def _settle_dead(self, future: Future[list[T]], call: Call, code: int | None = None) -> list[tuple[int, T]]:
        """Return as lost the file that crashed the process of a call; have one that it need not be read again alone."""
        code = self._exit_code(future, call, code)
        # What was alone already is lost in any case, and with it processes that may be no good any more.
        if code is not None and has_crashed(code) and call.executor is not self._again_processes:
            return self._settle_at(future, call, Loss.PROCESS_DIED)
        return self._lose(call, Loss.PROCESS_DIED, self._at_work(future, call))

    def _settle_broken(self, future: Future[list[T]], call: Call) -> list[tuple[int, T]]:
        """Settle all calls to processes of which one took the others with it, and go on with new ones.

        Calls whose processes ended at a file bear the blame. Where there are none, every file is read again alone.
        """
        calls = {future: call, **self._take_back(call.executor)}
        stopped = future.exception()
        # It is no file's doing that a process could not be replaced.
        innocent = stopped is not None and isinstance(stopped.__cause__, OSError)
        # Asked first: those that still run are ended now, too.
        codes = {
            each: self._exit_code(each, its) for each, its in calls.items() if self._at_work(each, its) is not None
        }
        blamed = {each for each, code in codes.items() if code is not None}
        self._go_on_here()
        settled: list[tuple[int, T]] = []
        for each, its in calls.items():
            if each in blamed:
                settled += self._settle_dead(each, its, codes[each])
            elif blamed or innocent:
                self._batches.appendleft(its.positions)
            else:
                self._again.extend(its.positions)
        return settled

    def _settle_at(self, future: Future[list[T]], call: Call, loss: Loss) -> list[tuple[int, T]]:
        """Return as lost the file that a call was at, and have the others of the call read in another."""
        at = self._at_work(future, call)
        if at is None:
            return self._lose(call, loss)
        self._read_others(call, at)
        return [(at, self._lost(self._paths[at], loss))]

    def _read_others(self, call: Call, at: int) -> None:
        if others := [position for position in call.positions if position != at]:
            self._batches.appendleft(others)

    def _at_work(self, future: Future[list[T]], call: Call) -> int | None:
        """Return the position of the file that a call has begun last, where that is known."""
        at = call.executor.at_work(future) if isinstance(call.executor, LocalProcesses) else None
        return None if at is None else call.positions[at]

    def _exit_code(self, future: Future[list[T]], call: Call, told: int | None = None) -> int | None:
        """Return what the process of a call ended with; `told` is what the pool says, where it says anything."""
        if told is None and isinstance(call.executor, LocalProcesses):
            return call.executor.exit_code(future)
        return told

    def _lose(self, call: Call, loss: Loss, at: int | None = None) -> list[tuple[int, T]]:
        """Have the files of a call read again, each alone; return them as lost when one was alone already.

        Where it is known `at` which file the call was, that one is read alone, and the others in another call.
        """
        if call.executor is not self._again_processes:
            self._again.extend(call.positions if at is None else [at])
            if at is not None:
                self._read_others(call, at)
            return []
        # Half an answer may be left in it.
        self._renew_again_processes()
        return self._lost_files(call, loss)

    def _renew_again_processes(self) -> None:
        self._again_processes.kill()
        self._again_processes = LocalProcesses(1)

    def _lost_files(self, call: Call, loss: Loss) -> list[tuple[int, T]]:
        return [(position, self._lost(self._paths[position], loss)) for position in call.positions]

    def _stalled_calls(self) -> list[Call]:
        """Return the calls of processes that report nothing any more, and give these processes up."""
        given_up: list[Call] = []
        for executor in {call.executor for call in self._calls.values()}:
            if isinstance(executor, (LocalProcesses, Cluster)) and executor.stalled:
                given_up += self._take_back(executor).values()
                if executor is self._executor:
                    self._go_on_here()
        return given_up

    def _take_back(self, executor: Executor) -> dict[Future[list[T]], Call]:
        """Forget the calls of an executor that have not been answered, and return them."""
        calls = {
            future: call
            for future, call in self._calls.items()
            if call.executor is executor and not is_answered(future)
        }
        for future in calls:
            del self._calls[future]
        return calls

    def _go_on_here(self) -> None:
        """Hand out the rest to new processes of this computer."""
        if isinstance(self._executor, LocalProcesses):
            self._executor.kill()
        else:
            self._width = os.cpu_count() or 1
        self._executor = LocalProcesses(self._width)
        self._own.append(self._executor)

    def _require_shared(self, call: Call) -> None:
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
