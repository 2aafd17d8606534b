"""The processes that were started, and what each of them ended with."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import RLock
from threading import Lock
from typing import Any


class Started:
    """What Pebble starts its processes with, as `multiprocessing` itself, but it remembers them.

    Pebble forgets how a process ended when it finds it gone before it has read that a call began there; whether the
    file crashed a library or somebody ended the process is then to be known from here.
    """

    def __init__(self) -> None:
        self._context = multiprocessing.get_context()
        self._processes: list[BaseProcess] = []
        self._codes: dict[int, int] = {}
        self._lock = Lock()

    def Process(self, *args: Any, **kwargs: Any) -> BaseProcess:  # noqa: N802 - the name multiprocessing gives it
        """Return a process that is yet to be started."""
        self._forget_ended()
        process: BaseProcess = self._context.Process(*args, **kwargs)
        with self._lock:
            self._processes.append(process)
        return process

    def Pipe(self, duplex: bool = True) -> tuple[Connection, Connection]:  # noqa: N802
        """Return the two ends of a pipe."""
        return self._context.Pipe(duplex)

    def RLock(self) -> RLock:  # noqa: N802
        """Return a lock that processes share."""
        return self._context.RLock()

    def get_start_method(self) -> str:
        """Return how processes are started here: `fork`, `spawn` or `forkserver`."""
        return self._context.get_start_method()

    def exit_code(self, number: int) -> int | None:
        """Return what a process ended with; None while it goes on, and for one that was not started here."""
        with self._lock:
            for process in self._processes:
                if process.pid == number:
                    return process.exitcode
            return self._codes.get(number)

    def _forget_ended(self) -> None:
        """Keep of ended processes the codes alone: each has two files open."""
        with self._lock:
            going_on = []
            for process in self._processes:
                if process.pid is None or process.exitcode is None:
                    going_on.append(process)
                else:
                    self._codes[process.pid] = process.exitcode
            self._processes = going_on
