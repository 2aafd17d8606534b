"""What an ended run left behind is taken away by the next one, and nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.files.leftovers import clear_leftovers, own_prefix

HOUR = 3600


def left_by_an_ended_process() -> str:
    """How the names of a process begin that is no more."""
    code = "from xl_apa.xlsx.files.leftovers import own_prefix; print(own_prefix(), end='')"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(os.name != "posix", reason="on Windows the hour decides")
def test_files_and_folders_of_an_ended_process_go_at_once(tmp_path: Path) -> None:
    prefix = left_by_an_ended_process()
    (tmp_path / f".{prefix}0123456789ab.xlsx").write_bytes(b"half")
    (tmp_path / f"{prefix}abcd_123").mkdir()
    (tmp_path / f"{prefix}abcd_123" / "report.xlsx").write_bytes(b"half")
    clear_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_touched_for_an_hour_goes_whoever_made_it(tmp_path: Path) -> None:
    for name in (".xl_apa-0123456789ab.xlsx", ".xl_apa-ffffffff-1-0123456789ab.xlsx"):
        path = tmp_path / name
        path.write_bytes(b"half")
        os.utime(path, (time.time() - 2 * HOUR,) * 2)
    clear_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_may_be_in_use_or_is_not_ours_stays(tmp_path: Path) -> None:
    names = [
        *(f".{own_prefix()}0123456789ab.xlsx", ".xl_apa-ffffffff-1-0123456789ab.xlsx", ".xl_apa-0123456789ab.csv"),
        *("xl_apa-notes.xlsx", ".xl_apa-.xlsx", "report.xlsx", ".xl_apa-0123456789ab.xlsx.bak.zip"),
    ]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    for name in names[3:]:
        os.utime(tmp_path / name, (time.time() - 2 * HOUR,) * 2)
    clear_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


@pytest.mark.skipif(os.name != "posix", reason="on Windows the hour decides")
def test_what_a_run_has_that_goes_on_stays_for_hours(tmp_path: Path) -> None:
    path = tmp_path / f".{own_prefix()}0123456789ab.xlsx"
    path.write_bytes(b"half")
    for hours, stays in ((20, True), (24 * 8, False)):
        os.utime(path, (time.time() - hours * HOUR,) * 2)
        clear_leftovers.cache_clear()
        clear_leftovers(tmp_path)
        assert path.exists() is stays


@pytest.mark.skipif(os.name != "posix", reason="on Windows the hour decides")
def test_writing_a_file_clears_its_folder(tmp_path: Path) -> None:
    (tmp_path / f".{left_by_an_ended_process()}0123456789ab.xlsx").write_bytes(b"half")
    with replacing(tmp_path / "summary.xlsx") as temporary:
        assert temporary.name.startswith(f".{own_prefix()}")
        temporary.write_bytes(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["summary.xlsx"]


def test_a_folder_that_is_not_there_is_nobodys_fault(tmp_path: Path) -> None:
    clear_leftovers(tmp_path / "none")
