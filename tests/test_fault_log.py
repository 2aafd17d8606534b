"""The fault log says where in the program it was, and nothing of what an office wrote."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from xl_apa.core.errors import InputError
from xl_apa.fault_log import write_fault_log
from xl_apa.processes.isolated import isolated

PERSON = "রহিম উদ্দিন 01711-000000"


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path)
    return tmp_path


def log_of(error: BaseException) -> str:
    try:
        raise error
    except BaseException:  # noqa: BLE001 - any kind of error
        return write_fault_log().read_text(encoding="utf-8")


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
        log = write_fault_log().read_text(encoding="utf-8")
    assert "রহিম" not in log
    assert "in misread" in log and "ValueError" in log and "RuntimeError" in log


def test_of_an_error_in_another_process_it_is_told_where_it_was() -> None:
    try:
        isolated(Path("a.xlsx"), misread, PERSON)
    except ValueError:
        log = write_fault_log().read_text(encoding="utf-8")
    assert "রহিম" not in log
    assert "in misread" in log


def test_what_the_system_says_of_a_file_is_kept() -> None:
    log = log_of(PermissionError(13, "Permission denied", "C:/reports/N-01.xlsx"))
    assert "PermissionError: [Errno 13] Permission denied: 'C:/reports/N-01.xlsx'" in log
