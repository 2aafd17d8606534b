"""The fault log says where in the program it was, and nothing of what an office wrote."""

from __future__ import annotations

import errno
import multiprocessing
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from tests.faults.injection import faults, full_disk, held, read_only
from tests.faults.states import leftovers
from xl_apa.core.errors import InputError
from xl_apa.core.messages import render
from xl_apa.fault_log import log_params, write_fault_log
from xl_apa.processes.isolated import isolated

PERSON = "রহিম উদ্দিন 01711-000000"


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path)
    return tmp_path


def written() -> Path:
    path = write_fault_log()
    assert path is not None
    return path


def log_of(error: BaseException) -> str:
    try:
        raise error
    except BaseException:  # noqa: BLE001 - any kind of error
        return written().read_text(encoding="utf-8")


def misread(text: str) -> float:
    return float(text)


@pytest.mark.parametrize(
    "error",
    [
        ValueError(f"no number: {PERSON}"),
        KeyError(PERSON),
        ValueError(f"first\n    {PERSON}\n{PERSON}: x\n  {PERSON}\nNameError is what {PERSON} wrote"),
        InputError("not-understood", text=PERSON, path=Path("a.xlsx")),
        RuntimeError(f'  File "{PERSON}'[2:]),
    ],
)
def test_what_an_error_says_is_left_out(error: Exception) -> None:
    log = log_of(error)
    assert PERSON not in log and "রহিম" not in log
    assert "test_fault_log.py" in log and type(error).__name__ in log


def test_neither_is_what_caused_it_told_but_where(documents: Path) -> None:
    try:
        try:
            misread(PERSON)
        except ValueError as error:
            raise RuntimeError(PERSON) from error
    except RuntimeError:
        log = written().read_text(encoding="utf-8")
    assert "রহিম" not in log
    assert "in misread" in log and "ValueError" in log and "RuntimeError" in log


def test_of_an_error_in_another_process_it_is_told_where_it_was() -> None:
    try:
        isolated(Path("a.xlsx"), misread, PERSON)
    except ValueError:
        log = written().read_text(encoding="utf-8")
    assert "রহিম" not in log
    assert "in misread" in log


def test_what_the_system_says_of_a_file_is_kept() -> None:
    log = log_of(PermissionError(13, "Permission denied", "C:/reports/N-01.xlsx"))
    assert "PermissionError: [Errno 13] Permission denied: 'C:/reports/N-01.xlsx'" in log


# ---- where it is written --------------------------------------------------------------------------------------------


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def fail(_: int = 0) -> Path | None:
    try:
        raise ValueError(PERSON)
    except ValueError:
        return write_fault_log()


FAULTS: dict[str, Callable[[Path], object]] = {
    "full": lambda folder: full_disk(folder, 0),
    "read-only": lambda folder: read_only(folder, errno.EROFS),
    "forbidden": lambda folder: read_only(folder, errno.EACCES),
    "open elsewhere": lambda folder: held(folder / "xl_apa-fault.log"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_where_documents_cannot_be_written_it_lies_among_the_temporary_files_and_the_old_one_stays(
    documents: Path, temporary: Path, fault: str
) -> None:
    old = documents / "xl_apa-fault.log"
    old.write_bytes(b"the old one")

    def in_documents(event: str, paths: tuple[Path, ...]) -> None:
        if temporary not in paths[0].parents:
            FAULTS[fault](documents)(event, paths)  # type: ignore[operator]

    with faults(in_documents):
        path = fail()
    assert path == temporary / "xl_apa-fault.log"
    assert path.read_text(encoding="utf-8").endswith("ValueError")
    assert old.read_bytes() == b"the old one"
    assert leftovers(documents) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_where_nothing_can_be_written_no_file_is_promised(documents: Path, temporary: Path, fault: str) -> None:
    def everywhere(event: str, paths: tuple[Path, ...]) -> None:
        for folder in (documents, temporary):
            FAULTS[fault](folder)(event, paths)  # type: ignore[operator]

    with faults(everywhere):
        assert fail() is None
        sentence = render("program-fault", "en", {"reason": "…", **log_params()})
    assert "send a picture of this message" in sentence
    assert leftovers(documents) == []


def test_no_folder_is_made_for_it(documents: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: documents / "Documents")
    assert fail() == temporary / "xl_apa-fault.log"
    assert not (documents / "Documents").exists()


def test_a_path_that_is_no_text_does_not_hide_the_fault() -> None:
    log = log_of(FileNotFoundError(2, "No such file or directory", "report\udce0.xlsx"))
    assert "FileNotFoundError: [Errno 2]" in log


def test_the_folder_of_the_user_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("C:/Users/rahim"))
    log = log_of(PermissionError(13, "Permission denied", "C:/Users/rahim/N-01.xlsx"))
    assert "~/N-01.xlsx" in log and "rahim" not in log


@pytest.mark.skipif(sys.platform == "win32", reason="no process is forked there")
def test_of_programs_that_fail_at_once_one_log_is_there_and_whole(documents: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        assert set(pool.map(fail, range(40))) == {documents / "xl_apa-fault.log"}
    assert (documents / "xl_apa-fault.log").read_text(encoding="utf-8").endswith("ValueError")
    assert leftovers(documents) == []
