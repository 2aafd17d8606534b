"""What a call for many files is at: its process tells, in memory that the program reads, which one it has begun, and
which process it is.

Without it a file that hangs or crashes its process would have to be found by reading all of its call again, each alone.
"""

from __future__ import annotations

import ctypes
import os
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
    """Memory in which the processes tell, each call in a place of its own, how many items they have begun.

    Of `_PLACES` calls the first half has the items, the second the number of the process.
    """

    def __init__(self) -> None:
        self.shared: Shared = RawArray(ctypes.c_int, 2 * _PLACES)
        self._free = list(range(_PLACES))

    def take(self) -> int | None:
        """Return a place that no call has, None when all are taken."""
        if not self._free:
            return None
        place = self._free.pop()
        self.shared[place] = self.shared[_PLACES + place] = 0
        return place

    def give_back(self, place: int) -> None:
        """Let another call have the place."""
        self._free.append(place)

    def begun(self, place: int) -> int:
        """Return how many items the call has begun."""
        return self.shared[place]

    def process(self, place: int) -> int:
        """Return the number of the process that has the call; 0 while none has."""
        return self.shared[_PLACES + place]


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
    shared = None if place is None else Begun.shared
    if place is None or shared is None:
        return [fn(item) for item in items]
    shared[_PLACES + place] = os.getpid()
    results = []
    for number, item in enumerate(items, start=1):
        shared[place] = number
        results.append(fn(item))
    # Whatever happens from here on is no item's doing.
    shared[place] = 0
    return results


def has_crashed(code: int) -> bool:
    """Return whether a process with this exit code ended by a fault of its own.

    Otherwise somebody, or the system, ended it.
    """
    return code in _CRASHES or (sys.platform == "win32" and code & 0xFFFFFFFF >= _WINDOWS_FAULT)
