"""Processes of this computer that read files, every call within a limit of time and of memory.

The pool is Pebble's. The standard library's ends all its processes when one of them dies, has no limit of time, and
waits for ever for a process that was killed while it sent a result.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any, ParamSpec, TypeVar

import pebble

from xl_apa.core.settings import number_setting
from xl_apa.processes.progress import Begun, Progress, Shared, Watched, each_in_turn
from xl_apa.processes.started import Started

T = TypeVar("T")
Item = TypeVar("Item")
P = ParamSpec("P")

FILE_SECONDS = int(number_setting("XL_APA_FILE_SECONDS", 120)) or 1
"""Seconds after which a file is given up. A report takes hundredths of a second, on a slow network some seconds."""

FILE_BYTES = int(number_setting("XL_APA_FILE_MEMORY_MB", 2048) * 1024**2)
"""Memory that reading files may take in one process; the largest workbook that is opened at all takes a quarter."""

PROCESS_DIED = (pebble.ProcessExpired, BrokenExecutor)
"""What a call raises whose process ended before it answered; it raises TimeoutError when its time was over."""

_END_SECONDS = 5
"""How long to wait for processes to end; Pebble kills one that does not listen after three seconds."""

_GRACE_SECONDS = 30
"""How much later than a call's own limit Pebble may report; after that it is taken to have lost the call."""


MOST_SECONDS = FILE_SECONDS + _GRACE_SECONDS
"""After which a call has come back in any case, or never will."""


class LocalProcesses(Executor):
    """Processes of this computer. One that dies or takes too long costs its own call alone, and is replaced.

    `width` is how many processes there are at a time. They are started by `start` or by the first call, ignore Ctrl-C,
    and end with the program whatever happens to it.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._pool: pebble.ProcessPool | None = None
        self._last_sign = 0.0
        self._progress = Progress()
        self._started = Started()
        self._watched: dict[Future[Any], Watched] = {}

    def start(self, calls: int | None = None) -> None:
        """Start the processes, no more of them than there are `calls` to come, and fewer where the system lets no more.

        Raise OSError where it lets no process be started.
        """
        if self._pool:
            return
        self.width = max(1, min(self.width, calls or self.width))
        while True:
            try:
                self._start_all()
            except (BrokenExecutor, ImportError, RuntimeError) as error:
                # ImportError: there are no semaphores to share; RuntimeError: no thread can be started.
                self.kill()
                self._pool = None
                if self.width == 1:
                    raise OSError(f"no process can be started: {error!r}") from error
                self.width //= 2
            else:
                return

    def _start_all(self) -> None:
        self._pool = pebble.ProcessPool(
            self.width,
            initializer=_prepare,
            initargs=(FILE_BYTES, self._progress.shared),
            context=self._started,
        )
        with _interrupts_held_back():
            # Pebble starts its processes when it is first asked for anything.
            self._pool.active  # noqa: B018

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Return the future of a call. Raise BrokenExecutor when the pool can take none any more."""
        self.start()
        assert self._pool
        try:
            future: Future[T] = self._pool.schedule(fn, args, kwargs, timeout=FILE_SECONDS)
        except RuntimeError as error:
            raise BrokenProcessPool(str(error)) from error
        self._note_sign(future)
        future.add_done_callback(self._note_sign)
        return future

    def submit_each(self, fn: Callable[[Item], T], items: Sequence[Item]) -> Future[list[T]]:
        """Return the future of one call for all items, in which every item has a whole limit of time for itself.

        `at_work` says which item the call is at, also of one that came to no end. Raise as `submit` does.
        """
        place = self._progress.take()
        if place is None:
            # So many calls were lost that there is none left: the limit is that of all items together then.
            return self.submit(each_in_turn, fn, items, None)
        self.start()
        assert self._pool
        try:
            future: Future[list[T]] = self._pool.schedule(each_in_turn, (fn, items, place))
        except RuntimeError as error:
            raise BrokenProcessPool(str(error)) from error
        self._watched[future] = Watched(place)
        self._note_sign(future)
        future.add_done_callback(self._note_sign)
        future.add_done_callback(self._give_back)
        return future

    def at_work(self, future: Future[Any]) -> int | None:
        """Return which item a call of `submit_each` has begun last, counted from 0; None where none is known."""
        watched = self._watched.get(future)
        begun = self._progress.begun(watched.place) if watched else 0
        return begun - 1 if begun else None

    def exit_code(self, future: Future[Any]) -> int | None:
        """Return what the process of a call of `submit_each` ended with; None while it goes on, or is not known."""
        watched = self._watched.get(future)
        return self._started.exit_code(self._progress.process(watched.place)) if watched else None

    def gone(self) -> list[Future[Any]]:
        """Return the calls whose processes ended in the middle of an item, of which Pebble does not know it yet.

        It may find a process gone before it has read that a call began there: with other calls under way it then
        takes this one to go on for ever.
        """
        return [
            future
            for future in list(self._watched)
            if not future.done()
            and self.at_work(future) is not None
            and self.exit_code(future) is not None
            and future.cancel()
        ]

    def late(self) -> list[Future[Any]]:
        """Return the calls that have been at one item for longer than the limit, and end their processes.

        To be asked again and again while there are calls under way: the limit counts from when a new item was seen.
        """
        now = time.monotonic()
        late = []
        for future, watched in list(self._watched.items()):
            if future.done():
                continue
            begun = self._progress.begun(watched.place)
            if begun != watched.begun:
                watched.begun, watched.since, self._last_sign = begun, now, now
            elif begun and now - watched.since > FILE_SECONDS and future.cancel():
                late.append(future)
        return late

    @property
    def stalled(self) -> bool:
        """Whether no call came back for longer than one may take; asked while there are calls under way.

        A process that is killed in the middle of an answer leaves half of it to the others, and a lock that nobody
        opens: Pebble then reports no call any more, not even those whose time is over.
        """
        return time.monotonic() - self._last_sign > FILE_SECONDS + _GRACE_SECONDS

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if self._pool is None:
            return
        self._pool.stop() if cancel_futures else self._pool.close()
        # Pebble ends the processes first, then waits for its own threads: in a stalled pool for ever.
        ending = Thread(target=self._pool.join, daemon=True)
        try:
            ending.start()
        except RuntimeError:
            # The system lets no thread be started.
            self._pool.join()
            return
        if wait:
            ending.join(_END_SECONDS if cancel_futures else None)

    def kill(self) -> None:
        """End the processes at once, whatever they are at: they only read, so nothing is left half done."""
        self.shutdown(cancel_futures=True)

    def _give_back(self, future: Future[Any]) -> None:
        """Let another call have the place of one that answered; into that of a lost one may still be written."""
        if not future.cancelled() and not isinstance(future.exception(), PROCESS_DIED):
            self._progress.give_back(self._watched.pop(future).place)

    def _note_sign(self, _: Future[T]) -> None:
        self._last_sign = time.monotonic()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Keep Ctrl-C from processes that are started here, and from threads that start more of them.

    On a terminal it reaches every process. Those of the pool ignore it, but need a moment until they can. On Windows
    signals cannot be held back.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare(size: int, begun: Shared) -> None:
    """What every process does first."""
    Begun.shared = begun
    for name in ("SIGTERM", "SIGHUP"):
        # The program may listen to these; a process that only reads has nothing to tidy up.
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_DFL)
    _silence()
    with suppress(RuntimeError):  # no thread can be started: then it ends when it has nothing left to read
        Thread(target=_end_with_program, daemon=True).start()
    _limit_memory(size)


def _silence() -> None:
    """Keep what libraries and the system say of a file from the screen: a process has no words for anybody but its own
    program, and a crash in a library written in C or Rust prints pages.
    """
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _end_with_program() -> None:
    """End this process as soon as the one that started it is gone, however that came about."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit_memory(size: int) -> None:
    """Let this process take so many bytes more than it has, where the system can see to it, which is Linux.

    macOS has no such limit that it enforces; Windows has one for job objects, out of the standard library's reach.
    There the sizes that `safe_open` accepts are all that holds.
    """
    if sys.platform != "linux":
        return
    import resource

    with suppress(OSError, ValueError):
        # What the program has mapped when it starts a process, a user's own libraries too, is no file's doing.
        mapped = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = mapped + size
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
