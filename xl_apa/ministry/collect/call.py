"""A call in which some files are read, here or elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from xl_apa.archives.contents import stored_in

T = TypeVar("T")


class Loss(StrEnum):
    """Why there is no outcome of a file. The values are codes of the catalogue of messages."""

    PROCESS_DIED = "worker-died"
    TOO_SLOW = "file-too-slow"


@dataclass(frozen=True, slots=True)
class Call:
    """What was handed out in one go, and to whom."""

    positions: Sequence[int]
    executor: Executor


def is_answered(future: Future[Any]) -> bool:
    """Return whether a call came back with what it was to bring."""
    return future.done() and not future.cancelled() and future.exception() is None


def read(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    """Return what `work` returns of each file."""
    return [work(path) for path in paths]


def read_elsewhere(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    """Return the same, read on a computer that may not see the folder at all."""
    for path in paths:
        stored_in(path).stat()
    return read(work, paths)
