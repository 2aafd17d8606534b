"""The cache of what was read: whatever happens to it costs time and nothing else, and a good one is never thrown away."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.collect import cache as module
from xl_apa.ministry.collect.cache import open_cache
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.plans import load_plan

TASK = Task(Quarter.Q2, load_plan())


@pytest.fixture
def reports(filled, tmp_path: Path) -> list[Path]:
    for number in range(3):
        filled({"1.4.1": 90 + number}, name=f"in/{number}.xlsx", code=f"N-{number}")
    return find_workbooks([tmp_path / "in"])


def run(reports: list[Path], folder: Path) -> MinistryResult:
    with open_cache(TASK, folder) as cache:
        return read_offices(reports, TASK, cache=cache)


def marks(result: MinistryResult) -> list[tuple[str, object]]:
    return [(office.key, office.assessment.total) for office in result.offices]


def kept(folder: Path) -> int:
    """How many results are in a cache that is whole."""
    with sqlite3.connect(folder / "read.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute("SELECT count(*) FROM outcome").fetchone()[0])


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_disk_that_is_full_costs_nothing_but_time(reports: list[Path], disk: Path) -> None:
    expected = marks(read_offices(reports, TASK))
    for filled in (0, 20, 40, 52, 60, 64):
        (disk / "other").write_bytes(b"")
        for each in disk.glob("read*"):
            each.unlink()
        with suppress(OSError):
            (disk / "other").write_bytes(bytes(filled * 1024))
        assert marks(run(reports, disk)) == expected
        assert marks(run(reports, disk)) == expected


def test_a_good_cache_on_a_disk_that_became_full_is_kept(reports: list[Path], disk: Path) -> None:
    run(reports[:1], disk)
    size = os.statvfs(disk)
    (disk / "other").write_bytes(bytes(size.f_bavail * size.f_frsize))
    assert len(marks(run(reports, disk))) == 3
    assert kept(disk) >= 1


def test_a_disk_that_is_read_only_costs_nothing_but_time(reports: list[Path], disk: Path) -> None:
    run(reports, disk)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert marks(run(reports, disk)) == marks(read_offices(reports, TASK))


def test_one_that_another_run_holds_is_waited_for_and_then_done_without(
    reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is that run's: taken away, all that it knows would be lost."""
    monkeypatch.setattr(module, "_BUSY_SECONDS", 0.01)
    folder = tmp_path / "cache"
    run(reports, folder)
    holder = sqlite3.connect(folder / "read.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert len(marks(run(reports[:1], folder))) == 1
    holder.execute("ROLLBACK")
    holder.close()
    assert kept(folder) == 3


def test_a_folder_or_a_file_in_its_way_is_left_alone(reports: list[Path], tmp_path: Path) -> None:
    (tmp_path / "one/read.sqlite").mkdir(parents=True)
    (tmp_path / "one/read.sqlite/kept.txt").touch()
    (tmp_path / "two").write_text("kept")
    for folder in (tmp_path / "one", tmp_path / "two"):
        assert len(marks(run(reports, folder))) == 3
    assert (tmp_path / "one/read.sqlite/kept.txt").is_file()
    assert (tmp_path / "two").read_text() == "kept"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is ended by a signal of POSIX")
def test_a_run_that_is_killed_while_it_writes_leaves_a_whole_cache(reports: list[Path], tmp_path: Path) -> None:
    expected = marks(read_offices(reports, TASK))
    ended = 0
    for after in range(12):
        folder = tmp_path / f"cache-{after}"
        run(reports[:1], folder)
        child = os.fork()
        if child == 0:
            try:
                run_until(reports, folder, after)
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        ended += os.WIFSIGNALED(status)
        assert kept(folder) >= 1
        assert marks(run(reports, folder)) == expected
        assert kept(folder) == 3
    assert ended >= 5


def run_until(reports: list[Path], folder: Path, after: int) -> None:
    """Do the same, and end at the statement of SQLite with this number."""
    seen = 0

    def count(_: str) -> None:
        nonlocal seen
        seen += 1
        if seen > after:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_cache(TASK, folder) as cache:
        assert cache._connection
        cache._connection.set_trace_callback(count)
        read_offices(reports, TASK, cache=cache)
