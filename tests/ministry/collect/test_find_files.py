"""Of files and folders the workbooks are found, each once; what cannot be looked into is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xl_apa.core.errors import CallError, InputError, OutputError
from xl_apa.ministry.collect.find_files import find_workbooks


def test_folders_are_searched_through_and_lock_files_left_out(ministry: Path) -> None:
    names = [path.relative_to(ministry).as_posix() for path in find_workbooks([ministry])]
    assert names == ["a.xlsx", "broken.xlsx", "d.xlsx", "district/b.xlsx", "district/c.xlsx"]


def test_a_file_given_twice_counts_once(ministry: Path) -> None:
    assert len(find_workbooks([ministry, ministry / "a.xlsx", ministry])) == 5


def test_a_path_that_is_missing_and_a_folder_without_workbooks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as missing:
        find_workbooks([tmp_path / "none"])
    with pytest.raises(CallError) as empty:
        find_workbooks([tmp_path])
    assert (missing.value.code, empty.value.code) == ("file-missing", "nothing-found")


def test_the_summary_of_an_earlier_run_is_no_report(ministry: Path) -> None:
    assert ministry / "a.xlsx" not in find_workbooks([ministry], leave_out=ministry / "a.xlsx")
    with pytest.raises(OutputError) as caught:
        find_workbooks([ministry / "a.xlsx"], leave_out=ministry / "a.xlsx")
    assert caught.value.code == "output-is-input"


def test_a_folder_named_in_two_ways_counts_once(ministry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ministry.parent)
    assert len(find_workbooks([ministry, Path("reports"), ministry / ".." / "reports"])) == 5


def test_where_nothing_can_be_looked_into_there_is_no_summary(ministry: Path, closed: Path) -> None:
    with pytest.raises(InputError) as caught:
        find_workbooks([closed, closed])
    assert (caught.value.code, str(closed) in caught.value.text("bn")) == ("folder-not-readable", True)


def test_folders_that_lead_to_themselves_are_walked_once(ministry: Path) -> None:
    (ministry / "district" / "again").symlink_to(ministry, target_is_directory=True)
    (ministry / "ring.xlsx").symlink_to(ministry / "ring.xlsx")
    os.mkfifo(ministry / "pipe.xlsx")
    assert len(find_workbooks([ministry])) == 5


def test_a_path_that_the_system_will_not_look_at_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        find_workbooks([tmp_path / ("ক" * 200)])
    assert caught.value.code == "file-not-readable"


def test_the_register_among_the_reports_is_no_report(ministry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ministry)
    found = find_workbooks([ministry], register=Path("district/../a.xlsx"))
    assert ministry / "a.xlsx" not in found
    assert len(found) == 4


def test_where_there_is_nothing_but_a_register_nothing_is_found(ministry: Path) -> None:
    with pytest.raises(CallError) as caught:
        find_workbooks([ministry / "a.xlsx"], register=ministry / "a.xlsx")
    assert caught.value.code == "nothing-found"
