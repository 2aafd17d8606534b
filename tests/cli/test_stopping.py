"""Ctrl-C: one sentence, status 2, nothing half written, and nobody left behind."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clusters import dask_cluster

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals and pipes of POSIX")

WRITING = """
import os, signal, sys

def flush(_: int) -> None:
    print("writing", flush=True)
    signal.pause()

os.fsync = flush
from xl_apa.cli import main
sys.exit(main(sys.argv[1:]))
"""

LOADING = """
import builtins, signal, sys

load = builtins.__import__

def slow(name: str, *rest: object, **more: object) -> object:
    if name == "xlsxwriter.workbook":
        print("loading", flush=True)
        signal.pause()
    return load(name, *rest, **more)

builtins.__import__ = slow
from xl_apa.cli import main
sys.exit(main())
"""

DELETING = """
import os, signal, sys, time

class Deleted:
    def __del__(self) -> None:
        print("deleting", flush=True)
        signal.pause()

def flush(_: int) -> None:
    Deleted()
    time.sleep(60)

os.fsync = flush
from xl_apa.cli import main
sys.exit(main())
"""


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    filled({"1.4.1": 90}, name="in/a.xlsx", code="A")
    filled({"1.4.1": 71}, name="in/b.xlsx", code="B")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/summary.xlsx").write_bytes(b"old")
    os.mkfifo(tmp_path / "slow.xlsx")
    return tmp_path


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with dask_cluster() as cluster:
        yield cluster.scheduler_address


def start(*arguments: object) -> subprocess.Popen[str]:
    # In a group of its own, all of which hears Ctrl-C as on a terminal.
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=hear_signals,
    )


def hear_signals() -> None:
    """Who starts the tests in the background, or with nohup, has signals ignored, which a child would take over."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def being_read(pipe: Path, program: subprocess.Popen[str]) -> int:
    """The other end of a pipe, as soon as the program reads from it."""
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            assert error.errno == errno.ENXIO
            assert program.poll() is None, program.communicate()
            time.sleep(0.01)


def stop(
    program: subprocess.Popen[str],
    sentence: str = "Stopped; no file is half written.",
    number: signal.Signals = signal.SIGINT,
) -> None:
    os.killpg(program.pid, number)
    # Comes to an end only when no process has the pipes open any more.
    out, err = program.communicate()
    assert (program.returncode, out, err.strip()) == (2, "", sentence)


def consolidate(ministry: Path, *more: object) -> list[object]:
    return [
        *("--lang", "en", "consolidate", ministry / "in", "-o", ministry / "out/summary.xlsx"),
        *("--quarter", 2, *more),
    ]


def assert_untouched(ministry: Path) -> None:
    assert [path.name for path in (ministry / "out").iterdir()] == ["summary.xlsx"]
    assert (ministry / "out/summary.xlsx").read_bytes() == b"old"


@pytest.mark.parametrize("jobs", [1, 2])
def test_stopping_while_files_are_read_leaves_nothing_behind(ministry: Path, jobs: int) -> None:
    program = start("-m", "xl_apa", *consolidate(ministry, ministry / "slow.xlsx", "--jobs", jobs))
    pipe = being_read(ministry / "slow.xlsx", program)
    stop(program)
    with pytest.raises(BrokenPipeError):
        os.write(pipe, b"nobody reads this")
    os.close(pipe)
    assert_untouched(ministry)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_another_end_than_ctrl_c_is_as_tidy(ministry: Path, name: str) -> None:
    program = start("-m", "xl_apa", *consolidate(ministry, ministry / "slow.xlsx", "--jobs", 2))
    pipe = being_read(ministry / "slow.xlsx", program)
    # The program alone hears it, as from a task manager or a closed window.
    program.send_signal(getattr(signal, name))
    out, err = program.communicate()
    assert (program.returncode, out, err.strip()) == (2, "", "Stopped; no file is half written.")
    with pytest.raises(BrokenPipeError):
        os.write(pipe, b"nobody reads this")
    os.close(pipe)
    assert_untouched(ministry)


def test_processes_end_with_a_program_that_is_killed(ministry: Path) -> None:
    program = start("-m", "xl_apa", *consolidate(ministry, ministry / "slow.xlsx", "--jobs", 2))
    pipe = being_read(ministry / "slow.xlsx", program)
    program.kill()
    # Comes to an end only when no process has the pipes open any more.
    program.communicate()
    with pytest.raises(BrokenPipeError):
        os.write(pipe, b"nobody reads this")
    os.close(pipe)


def test_what_a_killed_program_left_is_taken_away_by_the_next(ministry: Path) -> None:
    program = start("-c", WRITING, *consolidate(ministry, "--quiet"))
    assert program.stdout
    assert program.stdout.readline() == "writing\n"
    program.kill()
    program.communicate()
    assert len(list((ministry / "out").iterdir())) == 2
    again = start("-m", "xl_apa", *consolidate(ministry, "--quiet"))
    again.communicate()
    assert [path.name for path in (ministry / "out").iterdir()] == ["summary.xlsx"]


def test_stopping_while_a_cluster_reads_is_the_same(ministry: Path, address: str) -> None:
    program = start("-m", "xl_apa", *consolidate(ministry, ministry / "slow.xlsx", "--executor", address))
    pipe = being_read(ministry / "slow.xlsx", program)
    stop(program)
    os.close(pipe)
    assert_untouched(ministry)


def test_stopping_while_the_summary_is_written_leaves_the_old_one(ministry: Path) -> None:
    program = start("-c", WRITING, *consolidate(ministry, "--quiet"))
    assert program.stdout
    assert program.stdout.readline() == "writing\n"
    assert len(list((ministry / "out").iterdir())) == 2
    stop(program)
    assert_untouched(ministry)


def test_stopping_is_said_in_bangla_too(ministry: Path) -> None:
    arguments = consolidate(ministry, ministry / "slow.xlsx", "--jobs", 2)
    arguments[1] = "bn"
    program = start("-m", "xl_apa", *arguments)
    pipe = being_read(ministry / "slow.xlsx", program)
    stop(program, "থামানো হয়েছে; কোনো ফাইল অর্ধেক লেখা হয়নি।")
    os.close(pipe)


def test_stopping_while_the_program_is_still_loading_is_said_in_one_sentence(ministry: Path) -> None:
    program = start("-c", LOADING, *consolidate(ministry))
    assert program.stdout
    assert program.stdout.readline() == "loading\n"
    stop(program)
    assert_untouched(ministry)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_stopping_where_python_can_raise_nothing_stops_a_moment_later(ministry: Path, name: str) -> None:
    program = start("-c", DELETING, *consolidate(ministry, "--quiet"))
    assert program.stdout
    assert program.stdout.readline() == "deleting\n"
    stop(program, number=getattr(signal, name))
    assert_untouched(ministry)


def test_a_program_in_the_background_that_loses_its_end_ends_too(ministry: Path) -> None:
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + DELETING
    program = start("-c", ignoring, *consolidate(ministry, "--quiet"))
    assert program.stdout
    assert program.stdout.readline() == "deleting\n"
    stop(program, number=signal.SIGTERM)
    assert_untouched(ministry)
