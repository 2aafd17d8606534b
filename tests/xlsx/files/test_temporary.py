"""A folder for a moment goes again, and what an ended run left goes with the next; a full one is blamed, not the file."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.faults.injection import faults, full_disk, read_only
from xl_apa.core.errors import InputError
from xl_apa.xlsx.files.leftovers import clear_leftovers, own_prefix
from xl_apa.xlsx.files.temporary import folder_for_copies, temporary_folder

REPORT = Path("report.zip")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    clear_leftovers.cache_clear()
    return folder


def test_it_is_there_for_the_block_alone(temporary: Path) -> None:
    with temporary_folder() as folder:
        (folder / "copy.xlsx").write_bytes(b"copy")
        assert folder.parent == temporary
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an hour decides")
def test_what_a_killed_run_left_there_goes_with_the_next(temporary: Path) -> None:
    killed = "import os, sys; from xl_apa.xlsx.files.temporary import temporary_folder; import tempfile; " + (
        "tempfile.tempdir = sys.argv[1]; folder = temporary_folder(); folder.__enter__(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", killed, str(temporary)], check=False)
    assert len(list(temporary.iterdir())) == 1
    with temporary_folder() as folder:
        assert list(temporary.iterdir()) == [folder]


def test_what_a_run_beside_it_has_there_stays(temporary: Path) -> None:
    beside = temporary / f"{own_prefix()}abcdefgh"
    beside.mkdir()
    with temporary_folder():
        assert beside.is_dir()


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_folder_that_may_not_be_written_is_blamed(temporary: Path, number: int) -> None:
    with faults(read_only(temporary, number)), pytest.raises(InputError) as caught, folder_for_copies(REPORT):
        pass
    assert (caught.value.code, caught.value.params["folder"]) == ("temporary-not-written", temporary)


@pytest.mark.parametrize("after", [0, 1])
def test_a_full_one_is_blamed(temporary: Path, after: int) -> None:
    with (
        faults(full_disk(temporary, after)),
        pytest.raises(InputError) as caught,
        folder_for_copies(REPORT) as folder,
    ):
        (folder / "copy.xlsx").write_bytes(b"copy")
    assert caught.value.code == "temporary-not-written"
    assert all(str(REPORT) in caught.value.text(lang) for lang in ("bn", "en"))
    assert list(temporary.iterdir()) == []


def test_one_that_is_missing_is_blamed(temporary: Path) -> None:
    temporary.rmdir()
    with pytest.raises(InputError) as caught, folder_for_copies(REPORT):
        pass
    assert caught.value.code == "temporary-not-written"


@pytest.mark.parametrize("number", [errno.EIO, errno.EMFILE])
def test_it_is_not_blamed_for_anything_else(number: int) -> None:
    with pytest.raises(OSError, match="…") as caught, folder_for_copies(REPORT):
        raise OSError(number, "…")
    assert caught.value.errno == number


def test_a_report_that_is_gone_is_not_its_fault_either() -> None:
    with pytest.raises(FileNotFoundError), folder_for_copies(REPORT):
        REPORT.read_bytes()
