"""A single file that crashes, hangs or eats memory costs one sentence, not the program."""

from __future__ import annotations

import os
import sys
import threading
import time
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from pebble.pool import process as pebble_process

from xl_apa.core.errors import InputError
from xl_apa.processes import process_pool
from xl_apa.processes.isolated import isolated

PATH = Path("report.xlsx")


def double(number: int, *, more: int = 0) -> int:
    return 2 * number + more


def abort() -> None:
    time.sleep(0.5)  # as in reading: the call has begun
    os.write(2, b"thread 'main' panicked at lib.rs:1\n")
    os.kill(os.getpid(), 9)


def hang() -> None:
    threading.Event().wait()


def eat() -> int:
    return len(bytearray(process_pool.FILE_BYTES + (64 << 20)))


def refuse() -> None:
    raise InputError("workbook-damaged", path=PATH)


def refuse_because() -> None:
    """Refuse for a cause whose frames no pickler can pack."""
    try:
        lock = threading.Lock()
        raise ValueError(lock)
    except ValueError as error:
        raise InputError("workbook-damaged", path=PATH) from error


def test_what_a_function_returns_comes_back() -> None:
    assert isolated(PATH, double, 20, more=2) == 42


def test_what_it_raises_comes_back() -> None:
    with pytest.raises(InputError) as caught:
        isolated(PATH, refuse)
    assert (caught.value.code, caught.value.params["path"]) == ("workbook-damaged", PATH)


def test_what_it_raises_comes_back_whatever_its_cause_holds() -> None:
    import distributed  # noqa: F401 - makes picklers pack frames and causes

    with pytest.raises(InputError) as caught:
        isolated(PATH, refuse_because)
    assert caught.value.code == "workbook-damaged"


def test_a_crash_is_a_sentence_and_its_noise_is_nobodys(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError) as caught:
        isolated(PATH, abort)
    assert caught.value.code == "worker-died"
    assert capfd.readouterr().err == ""


def test_a_file_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    with pytest.raises(InputError) as caught:
        isolated(PATH, hang)
    assert caught.value.code == "file-too-slow"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_a_file_that_takes_more_memory_than_any_report_is_given_up() -> None:
    with pytest.raises(InputError) as caught:
        isolated(PATH, eat)
    assert caught.value.code == "memory-limit-reached"


def test_where_no_process_can_be_started_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: object, calls: int | None = None) -> None:
        raise OSError("no process")

    monkeypatch.setattr(process_pool.LocalProcesses, "start", refused)
    assert isolated(PATH, os.getpid) == os.getpid()
    assert isolated(PATH, double, 1) == 2


def rest() -> int:
    """Long enough for the pool to look at the clock."""
    time.sleep(0.5)
    return os.getpid()


@pytest.mark.parametrize("step", [100_000, -100_000])
def test_a_clock_that_is_set_meanwhile_gives_up_no_file(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = count(2_000_000_000, step)
    # The pool's clock alone: other threads of this process look at theirs too.
    clock = SimpleNamespace(**{**vars(time), "time": lambda: next(moments)})
    monkeypatch.setattr(pebble_process, "time", clock)
    assert isolated(PATH, rest) != os.getpid()
