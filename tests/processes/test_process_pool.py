"""Every call has a limit of time and of memory, and Ctrl-C reaches no process of the pool."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

import pytest

from xl_apa.processes import process_pool
from xl_apa.processes.process_pool import PROCESS_DIED, LocalProcesses

T = TypeVar("T")


@pytest.fixture
def processes() -> Iterator[LocalProcesses]:
    started = LocalProcesses(1)
    yield started
    started.kill()


def settled(future: Future[T]) -> Future[T]:
    """The future of a call that came to its end; a limit that does not hold fails here, and waits for nobody."""
    assert wait([future], timeout=60).done
    return future


def sleep_for_ever(listening: bool) -> None:
    if not listening:
        # As a process that is deep in a library written in C.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    threading.Event().wait()


@pytest.mark.parametrize("listening", [True, False])
def test_a_call_that_takes_too_long_is_ended_and_the_next_one_is_answered(
    processes: LocalProcesses, monkeypatch: pytest.MonkeyPatch, listening: bool
) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    first = processes.submit(os.getpid).result()
    with pytest.raises(TimeoutError):
        settled(processes.submit(sleep_for_ever, listening)).result()
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    assert processes.submit(os.getpid).result() not in (first, os.getpid())


def die() -> None:
    # Pebble has heard by now that the call began; a process that dies before breaks its pool of one.
    time.sleep(0.5)
    os._exit(9)


def test_a_call_whose_process_dies_fails_and_the_next_one_is_answered(processes: LocalProcesses) -> None:
    with pytest.raises(PROCESS_DIED):
        processes.submit(die).result()
    assert processes.submit(os.getpid).result() != os.getpid()


def held_back() -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_ctrl_c_is_held_back_from_every_process_and_from_nobody_else(
    processes: LocalProcesses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    assert processes.submit(held_back).result()
    with pytest.raises(TimeoutError):
        settled(processes.submit(sleep_for_ever, True)).result()
    assert processes.submit(held_back).result()
    assert not held_back()


def allocate(size: int) -> int:
    return len(bytearray(size))


@pytest.mark.skipif(sys.platform != "linux", reason="no other system keeps the limit")
def test_a_call_that_takes_too_much_memory_fails_and_the_process_lives_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool, "FILE_BYTES", 200_000_000)
    processes = LocalProcesses(1)
    before = processes.submit(os.getpid).result()
    with pytest.raises(MemoryError):
        processes.submit(allocate, 400_000_000).result()
    assert processes.submit(allocate, 50_000_000).result() == 50_000_000
    assert processes.submit(os.getpid).result() == before
    processes.kill()


def test_no_more_processes_are_started_than_there_are_calls() -> None:
    processes = LocalProcesses(8)
    processes.start(2)
    assert processes.width == 2
    assert len({processes.submit(os.getpid).result() for _ in range(20)}) <= 2
    processes.kill()


def test_killing_ends_every_process_and_may_be_done_twice() -> None:
    processes = LocalProcesses(2)
    pids = {processes.submit(os.getpid).result() for _ in range(20)}
    for _ in range(2):
        processes.kill()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    with pytest.raises(BrokenProcessPool):
        processes.submit(os.getpid)


def test_processes_that_were_never_needed_end_too() -> None:
    processes = LocalProcesses(2)
    processes.kill()
    processes.shutdown()
