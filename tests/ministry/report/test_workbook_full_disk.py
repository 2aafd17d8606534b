"""A disk that fills while the summary is written: the old summary stays, nothing else does, and the sentence helps."""

from __future__ import annotations

import errno
import io
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from xlsxwriter import workbook as xlsxwriter_workbook

from tests.ministry.builders import BEST, make_consolidation
from xl_apa.core.errors import OutputError
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.xlsx.write import worksheet

# What is thrown away must not complain on the screen.
pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")


def fill(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture(scope="module")
def consolidation() -> MinistryResult:
    """So many offices that their rows do not wait in memory until the end."""
    who = BEST.assessment.office
    offices = [
        replace(
            BEST,
            source=replace(BEST.source, path=f"in/{number}.xlsx"),
            assessment=replace(BEST.assessment, office=replace(who, code=f"{number}")),
        )
        for number in range(300)
    ]
    return make_consolidation(*offices)


@pytest.fixture
def temporaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go that lie not beside the summary."""
    folder = tmp_path / "temporaries"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where one can be had."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def assert_told_and_undone(
    consolidation: MinistryResult, path: Path, temporaries: Path, code: str = "output-failed"
) -> None:
    """The summary cannot be written."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write_summary(consolidation, path)
    assert caught.value.code == code
    for lang, step in (("bn", "ডিস্কে জায়গা আছে কি না দেখুন"), ("en", "Check the space on the disk")):
        told = caught.value.text(lang)
        assert str(path) in told
        assert code != "output-failed" or (step in told and "No space left on device" in told)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]
    assert list(temporaries.iterdir()) == []


def test_a_disk_that_is_really_full(consolidation: MinistryResult, small_disk: Path, temporaries: Path) -> None:
    assert_told_and_undone(consolidation, small_disk / "summary.xlsx", temporaries)


def test_a_disk_for_temporary_files_that_is_really_full(
    consolidation: MinistryResult, small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    target = tmp_path / "out" / "summary.xlsx"
    assert_told_and_undone(consolidation, target, small_disk, "output-temporary-full")


def test_a_disk_that_fills_when_the_parts_are_put_together(
    consolidation: MinistryResult, tmp_path: Path, temporaries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Filling(xlsxwriter_workbook.ZipFile):
        def write(self, filename: str, arcname: str) -> None:
            if arcname.endswith("sheet3.xml"):
                fill()
            super().write(filename, arcname)

    monkeypatch.setattr(xlsxwriter_workbook, "ZipFile", Filling)
    assert_told_and_undone(consolidation, tmp_path / "out" / "summary.xlsx", temporaries)


@pytest.mark.parametrize("place", ["write", "seek"])
def test_a_disk_that_fills_while_rows_go_to_it(
    consolidation: MinistryResult, tmp_path: Path, temporaries: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    class Filling(io.StringIO):
        pass

    setattr(Filling, place, fill)
    monkeypatch.setattr(worksheet, "TemporaryFile", lambda *_, **__: Filling())
    assert_told_and_undone(consolidation, tmp_path / "out" / "summary.xlsx", temporaries)


def test_there_is_no_room_for_a_single_temporary_file(
    consolidation: MinistryResult, tmp_path: Path, temporaries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worksheet, "TemporaryFile", fill)
    assert_told_and_undone(consolidation, tmp_path / "out" / "summary.xlsx", temporaries)


def test_with_room_enough_the_summary_is_all_that_stays(
    consolidation: MinistryResult, tmp_path: Path, temporaries: Path
) -> None:
    write_summary(consolidation, tmp_path / "out" / "summary.xlsx")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["summary.xlsx"]
    assert list(temporaries.iterdir()) == []
