"""Replacing a file: all of it or nothing."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from xlsxwriter.exceptions import FileCreateError

from tests.faults.injection import faults
from xl_apa.core.errors import InputError, OutputError
from xl_apa.xlsx.files.atomic_file import move_into_place, new_folders, output_error, replacing, require_writable

DISK_FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    target = tmp_path / "প্রতিবেদন.xlsx"
    target.write_bytes(b"old")
    return target


@pytest.fixture
def usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def write(target: Path, content: bytes = b"new") -> None:
    with replacing(target) as temporary:
        temporary.write_bytes(content)


def refusal(target: Path) -> OutputError:
    with pytest.raises(OutputError) as caught, replacing(target):
        pytest.fail("the block ran")
    return caught.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ---- when all goes well ---------------------------------------------------------------------------------------------


def test_the_new_content_takes_the_place_of_the_old(target: Path) -> None:
    write(target)
    assert target.read_bytes() == b"new"
    assert names(target.parent) == [target.name]


def test_a_new_file_appears(tmp_path: Path) -> None:
    write(tmp_path / "new.xlsx")
    assert (tmp_path / "new.xlsx").read_bytes() == b"new"
    assert names(tmp_path) == ["new.xlsx"]


def test_the_temporary_file_lies_beside_the_target_hidden_and_of_its_kind(target: Path) -> None:
    with replacing(target) as temporary:
        assert temporary.parent == target.parent
        assert temporary.suffix == ".xlsx"
        assert temporary.name.startswith(".")
        assert target.read_bytes() == b"old"


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write(tmp_path / "২০২৩-২৪" / "q1" / "report.xlsx")
    assert (tmp_path / "২০২৩-২৪" / "q1" / "report.xlsx").read_bytes() == b"new"


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("ক" * 83 + ".xlsx")
    write(target)
    assert target.read_bytes() == b"new"


def test_a_replaced_file_keeps_its_mode(target: Path) -> None:
    target.chmod(0o640)
    write(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.usefixtures("usual_mask")
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    write(tmp_path / "new.xlsx")
    assert stat.S_IMODE((tmp_path / "new.xlsx").stat().st_mode) == 0o644


def test_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.xlsx"
    link.parent.mkdir()
    link.symlink_to(target)
    write(link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


# ---- when it does not -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [ValueError("no"), KeyboardInterrupt(), InputError("not-a-workbook", path="x")])
def test_the_old_file_survives_a_failure(target: Path, fault: BaseException) -> None:
    with pytest.raises(type(fault)) as caught, replacing(target) as temporary:
        temporary.write_bytes(b"half")
        raise fault
    assert caught.value is fault
    assert target.read_bytes() == b"old"
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("wrap", [None, FileCreateError])
def test_a_full_disk_is_told_and_the_old_file_survives(target: Path, wrap: type[Exception] | None) -> None:
    with pytest.raises(OutputError) as caught, replacing(target) as temporary:
        temporary.write_bytes(b"half")
        if wrap is None:
            raise DISK_FULL
        raise wrap(DISK_FULL) from DISK_FULL
    assert (caught.value.code, caught.value.params) == (
        "output-failed",
        {"path": target, "reason": "No space left on device"},
    )
    assert target.read_bytes() == b"old"
    assert names(target.parent) == [target.name]


def test_an_input_that_is_missing_is_not_blamed_on_the_output(target: Path) -> None:
    with pytest.raises(InputError), replacing(target):
        raise InputError("not-a-workbook", path="x") from FileNotFoundError("x")


def test_a_file_that_another_program_holds_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(source: Path, destination: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(OutputError) as caught:
        write(target)
    assert (caught.value.code, caught.value.params) == ("output-open", {"path": target})
    assert target.read_bytes() == b"old"
    assert names(target.parent) == [target.name]


def test_a_disk_that_turns_out_full_at_last_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(number: int) -> NoReturn:
        raise DISK_FULL

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write(target)
    assert caught.value.code == "output-failed"
    assert target.read_bytes() == b"old"


def test_a_move_that_fails_otherwise_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, destination: Path) -> NoReturn:
        raise DISK_FULL

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError) as caught:
        write(target)
    assert caught.value.code == "output-failed"
    assert names(target.parent) == [target.name]


# ---- refused before anything is written -----------------------------------------------------------------------------


def test_a_folder_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert (error.code, error.params) == ("output-is-folder", {"path": tmp_path})


@pytest.mark.parametrize("name", ["NUL", "aux.xlsx", "CON.xlsx", "com1.html"])
def test_a_device_of_windows_is_refused_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    error = refusal(tmp_path / name)
    assert (error.code, error.params) == ("output-device", {"path": tmp_path / name})
    assert names(tmp_path) == []


def test_a_file_marked_read_only_is_refused(target: Path) -> None:
    target.chmod(0o444)
    error = refusal(target)
    assert (error.code, error.params) == ("output-read-only", {"path": target})
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written_is_refused(target: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def closed(path: Path, exist_ok: bool) -> NoReturn:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "touch", closed)
    error = refusal(target)
    assert (error.code, error.params) == ("output-read-only", {"path": target})


@pytest.mark.parametrize("lock", ["~$প্রতিবেদন.xlsx", ".~lock.প্রতিবেদন.xlsx#"])
def test_a_file_open_in_excel_or_libreoffice_is_refused(target: Path, lock: str) -> None:
    target.with_name(lock).touch()
    error = refusal(target)
    assert (error.code, error.params) == ("output-locked", {"path": target, "lock": lock})
    assert target.read_bytes() == b"old"


def test_a_lock_of_another_file_does_not_matter(target: Path) -> None:
    target.with_name("~$other.xlsx").touch()
    write(target)
    assert target.read_bytes() == b"new"


def test_a_file_where_a_folder_should_be_is_told(target: Path) -> None:
    error = refusal(target / "report.xlsx")
    assert (error.code, error.params) == ("output-below-file", {"path": target / "report.xlsx", "file": target})


# ---- folders, finished files, places that are tried -----------------------------------------------------------------


def test_folders_that_were_made_for_a_file_go_with_it_when_it_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no"), replacing(tmp_path / "new" / "deeper" / "a.xlsx"):
        raise ValueError("no")
    assert names(tmp_path) == []


def test_folders_stay_where_something_came_into_them(tmp_path: Path) -> None:
    with new_folders(tmp_path / "new" / "deeper"):
        (tmp_path / "new" / "kept.txt").touch()
    assert names(tmp_path / "new") == ["kept.txt"]


def test_a_place_that_is_tried_is_left_as_it_was(target: Path) -> None:
    require_writable(target)
    require_writable(target.parent / "new" / "deeper" / "a.xlsx")
    assert names(target.parent) == [target.name]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(("number", "code"), [(errno.EMFILE, "output-interrupted"), (errno.EROFS, "output-read-only")])
def test_what_is_no_lack_of_room_is_not_said_to_be(target: Path, number: int, code: str) -> None:
    assert output_error(target, OSError(number, os.strerror(number), str(target))).code == code


def test_something_else_that_may_not_be_written_is_named_beside_the_target(target: Path) -> None:
    error = output_error(target, PermissionError(errno.EACCES, "Permission denied", "/elsewhere/part"))
    assert error.code == "output-interrupted"
    assert "/elsewhere/part" in error.text("en") and str(target) in error.text("en")


def test_a_finished_file_moves_but_over_no_folder(target: Path) -> None:
    finished = target.with_name("finished.xlsx")
    finished.write_bytes(b"new")
    move_into_place(finished, target)
    assert target.read_bytes() == b"new"
    target.with_name("folder").mkdir()
    with pytest.raises(OutputError) as caught:
        move_into_place(target, target.with_name("folder"))
    assert caught.value.code == "output-is-folder"


def test_a_name_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write(tmp_path / ("ক" * 100 + ".xlsx"))
    assert caught.value.code == "path-too-long"
    assert names(tmp_path) == []


@pytest.mark.parametrize("deep", [False, True])
def test_a_folder_that_another_run_takes_away_again_meanwhile_is_made_anew(tmp_path: Path, deep: bool) -> None:
    """Two runs into one new folder: each removes what it made when it fails, or has only tried."""
    target = tmp_path / "out" / ("deep" if deep else "") / "summary.xlsx"
    taken: list[Path] = []

    def other_run(event: str, paths: tuple[Path, ...]) -> None:
        if event == "open" and target.parent in paths[0].parents and len(taken) < 3:
            taken.append(paths[0])
            for folder in (target.parent, tmp_path / "out"):
                if folder.exists():
                    folder.rmdir()

    with faults(other_run), replacing(target) as temporary:
        temporary.write_bytes(b"whole")
    assert len(taken) == 3
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [target]


def test_a_folder_that_goes_every_time_is_said(tmp_path: Path) -> None:
    target = tmp_path / "out" / "summary.xlsx"

    def other_run(event: str, paths: tuple[Path, ...]) -> None:
        if event == "open" and target.parent in paths[0].parents:
            target.parent.rmdir()

    with faults(other_run), pytest.raises(OutputError) as caught, replacing(target):
        pass
    assert str(target) in caught.value.text("bn")
    assert list(tmp_path.iterdir()) == []
