"""Processes of this computer to read files with: one that dies takes only its own call with it, and is replaced.

The standard library's pool ends all its processes when one dies, and waits for ever for one that was killed while it
sent a result.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pickle import PicklingError
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class Processes(Executor):
    """Processes of this computer. One that dies takes only its own call with it, and is replaced.

    The call then fails with BrokenProcessPool. `width` is how many processes there are at a time.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._lines: list[_Line] = []
        self._ended = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._ended:
            raise RuntimeError("no calls are taken any more")
        future: Future[T] = Future()
        self._calls.put(_Call(future, partial(fn, *args, **kwargs)))
        if len(self._lines) < self.width:
            self._lines.append(_Line(self._calls))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._ended = True
        while cancel_futures and not self._calls.empty():
            with suppress(Empty):
                call = self._calls.get_nowait()
                if call:
                    call.future.cancel()
        for _ in self._lines:
            self._calls.put(None)
        for line in self._lines if wait else ():
            line.join()

    def kill(self) -> None:
        """Ends them at once, whatever they are at: they only read, so nothing is left half done."""
        for line in self._lines:
            line.hang_up()
        self.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Call:
    """What a process is asked for, and who waits for the answer."""

    future: Future[Any]
    asked: Callable[[], object]


class _Line(Thread):
    """One process at a time and the thread that talks to it: it takes call after call until there is None."""

    def __init__(self, calls: SimpleQueue[_Call | None]) -> None:
        super().__init__(daemon=True)
        self._calls = calls
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._down = False
        self._guard = Lock()
        self.start()

    def run(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            # Processes started by this thread never see Ctrl-C, not even before they can ignore it.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while (call := self._calls.get()) is not None:
            if call.future.set_running_or_notify_cancel():
                self._answer(call)
        self._end()

    def hang_up(self) -> None:
        """Ends the process, and starts none any more."""
        with self._guard:
            self._down = True
            if self._process:
                self._process.kill()

    def _answer(self, call: _Call) -> None:
        try:
            pipe = self._connected()
        except Exception as error:  # noqa: BLE001 - no process can be started: whoever asked has to know
            call.future.set_exception(error)
            return
        try:
            pipe.send(call.asked)
            well, answer = pipe.recv()
        except (EOFError, OSError) as error:
            self._end()
            call.future.set_exception(BrokenProcessPool(repr(error)))
        except Exception as error:  # noqa: BLE001 - what was asked cannot be sent, or its answer not be read
            call.future.set_exception(error)
        else:
            call.future.set_result(answer) if well else call.future.set_exception(answer)

    def _connected(self) -> Connection:
        with self._guard, _STARTING:
            if self._down:
                raise BrokenProcessPool("ended meanwhile")
            if self._pipe is None:
                self._pipe, there = Pipe()
                self._process = get_context().Process(target=_serve, args=(there,), daemon=True)
                self._process.start()
                there.close()
            return self._pipe

    def _end(self) -> None:
        with self._guard:
            if self._process and self._pipe:
                self._process.kill()
                self._process.join()
                self._pipe.close()
            self._process = self._pipe = None


# A process started at the same moment would inherit the other end of a pipe, and hold it open when its owner dies.
_STARTING = Lock()


def _serve(pipe: Connection) -> None:
    """What a process does all its life."""
    # Ctrl-C reaches every process of a terminal; the one that was started by hand ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionError):
        while True:
            asked = pipe.recv()
            try:
                answer = (True, asked())
            except BaseException as error:  # noqa: BLE001 - it is raised again where it was asked for
                answer = (False, error)
            try:
                pipe.send(answer)
            except (TypeError, AttributeError, PicklingError) as error:
                pipe.send((False, RuntimeError(repr(error))))
