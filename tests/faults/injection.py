"""Faults of a disk, brought about at a chosen moment: whatever Python does to a file is announced before it is done.

A hook cannot be taken away again, so there is one, and it does what `_fault` says at the time. Processes that are
forked inherit both.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ALL = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.utime"})
_TAKES_ROOM = frozenset({"open", "os.mkdir"})
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

Fault = Callable[[str, tuple[Path, ...]], None]
"""Called with the event and its paths; it raises, or does nothing."""

_fault: list[Fault] = []


def _hook(event: str, given: tuple[Any, ...]) -> None:
    if not _fault or event not in _ALL or not isinstance(given[0], (str, bytes, os.PathLike)):
        return
    if event == "open" and not given[2] & _WRITES:
        return
    paths = [Path(os.fsdecode(given[0]))]
    if event == "os.rename":
        paths.append(Path(os.fsdecode(given[1])))
    for fault in _fault:
        fault(event, tuple(path.absolute() for path in paths))


sys.addaudithook(_hook)


@contextmanager
def faults(fault: Fault) -> Iterator[None]:
    """While the block runs, ask a fault before everything that changes a file."""
    _fault.append(fault)
    try:
        yield
    finally:
        _fault.remove(fault)


@dataclass
class Count:
    """How often something was written below a folder; from `most` on the disk is full."""

    folder: Path
    most: int | None = None
    seen: int = 0

    def __call__(self, event: str, paths: tuple[Path, ...]) -> None:
        if event in _TAKES_ROOM and any(self.folder in path.parents for path in paths):
            self.seen += 1
            if self.most is not None and self.seen > self.most:
                raise OSError(errno.ENOSPC, "No space left on device", str(paths[0]))


def full_disk(folder: Path, after: int) -> Count:
    """Return a disk that has no room once so many files and folders were made below a folder."""
    return Count(folder, after)


def read_only(folder: Path, number: int) -> Fault:
    """Return a folder in which nothing may be changed, as the error `number` says."""

    def refuse(event: str, paths: tuple[Path, ...]) -> None:
        if any(folder == path.parent or folder in path.parents for path in paths):
            raise OSError(number, os.strerror(number), str(paths[0]))

    return refuse


def held(target: Path) -> Fault:
    """Return a file that another program holds open, as Windows sees to it: it can be neither replaced nor removed."""

    def refuse(event: str, paths: tuple[Path, ...]) -> None:
        if target in paths:
            raise PermissionError(
                errno.EACCES, "The process cannot access the file because it is being used", str(target)
            )

    return refuse
