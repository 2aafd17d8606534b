"""What a call for many files is at: its process tells, in memory that the program reads, which one it has begun.

Without it a file that hangs or crashes its process would have to be found by reading all of its call again, each alone.
"""

from __future__ import annotations

import ctypes
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.sharedctypes import RawArray
from typing import ClassVar, TypeVar

T = TypeVar("T")
Item = TypeVar("Item")

_PLACES = 1024
"""Calls that can be watched in the life of a pool: those under way, and those that were lost."""

_SIGNALS = ("SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSEGV")
_CRASHES = frozenset(-number for name in _SIGNALS if (number := getattr(signal, name, None)))
_WINDOWS_FAULT = 0xC0000000
"""The exit codes of Windows from here on are errors of the process itself (NTSTATUS, severity 3)."""

Shared = ctypes.Array[ctypes.c_int]


class Progress:
    """Memory in which the processes tell, each call in a place of its own, how many items they have begun."""

    def __init__(self) -> None:
        self.shared: Shared = RawArray(ctypes.c_int, _PLACES)
        self._free = list(range(_PLACES))

    def take(self) -> int | None:
        """Return a place that no call has, None when all are taken."""
        if not self._free:
            return None
        place = self._free.pop()
        self.shared[place] = 0
        return place

    def give_back(self, place: int) -> None:
        """Let another call have the place."""
        self._free.append(place)

    def begun(self, place: int) -> int:
        """Return how many items the call has begun."""
        return self.shared[place]


@dataclass(slots=True)
class Watched:
    """A call under way: its place, how many items were begun when it was last looked at, and since when."""

    place: int
    begun: int = 0
    since: float = 0.0


class Begun:
    """The same memory in a process of the pool, from its start."""

    shared: ClassVar[Shared | None] = None


def each_in_turn(fn: Callable[[Item], T], items: Sequence[Item], place: int | None) -> list[T]:
    """Return what a function returns for every item, and tell which one is begun."""
    results = []
    for number, item in enumerate(items, start=1):
        if place is not None and Begun.shared is not None:
            Begun.shared[place] = number
        results.append(fn(item))
    if place is not None and Begun.shared is not None:
        # Whatever happens from here on is no item's doing.
        Begun.shared[place] = 0
    return results


def has_crashed(error: BaseException) -> bool:
    """Return whether a process ended by a fault of its own rather than because somebody, or the system, ended it."""
    code = getattr(error, "exitcode", None) or 0
    return code in _CRASHES or (sys.platform == "win32" and code & 0xFFFFFFFF >= _WINDOWS_FAULT)
