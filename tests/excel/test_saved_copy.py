"""A button reads a copy that Excel saves; where there is none, the officer is told what was not seen and what to do."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest
import xlwings as xw

from tests.excel.remote import actions, alerts, change, open_remotely
from xl_apa.core.assess import Assessment
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.excel import buttons
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import quarter_sheet

Q1, Q2 = quarter_sheet(Quarter.Q1), quarter_sheet(Quarter.Q2)
FULL = (-2147352567, "Exception occurred.", (0, "Microsoft Excel", "The disk is full.", "xlmain11.chm", 0, -2146827284))
"""What COM hands on of a fault of Excel's: number, its meaning, report, argument."""


class ComError(Exception):
    """As pywin32 raises it: of no kind that Python knows."""


@pytest.fixture(autouse=True)
def com(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine of Windows, as far as its errors go."""
    engine = ModuleType("pywintypes")
    engine.com_error = ComError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pywintypes", engine)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def struck(filled) -> Path:
    """An office's workbook in which a digit is struck out, which its values do not tell."""

    def strike(book: Any) -> None:
        book[Q2]["M11"].font = openpyxl.styles.Font(strike=True)

    return change(filled({"1.4.1": 96}), strike)


def raises(error: Exception) -> Callable[[str], None]:
    def save(_: str) -> None:
        raise error

    return save


def save_nothing(_: str) -> None:
    return None


def save_half(path: str) -> None:
    Path(path).write_bytes(b"PK\x03\x04 half a workbook")


def save_empty(path: str) -> None:
    Path(path).touch()


def saves(path: Path) -> Callable[[str], None]:
    return lambda copy: shutil.copyfile(path, copy) and None


def opened(path: Path, save: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> xw.Book:
    book = open_remotely(path, Q2)
    monkeypatch.setattr(book.api, "SaveCopyAs", save, raising=False)
    return book


def not_seen(assessed: Assessment | None) -> Finding:
    assert assessed is not None
    (found,) = [each for each in assessed.findings if each.kind is FindingKind.LOOKS_NOT_READ]
    return found


REFUSED: dict[str, tuple[Callable[[str], None], str]] = {
    "Excel refuses": (raises(ComError(*FULL)), "copy-not-saved"),
    "the system refuses": (raises(OSError(28, "No space left on device")), "copy-not-saved"),
    "xlwings refuses": (raises(xw.XlwingsError("no")), "copy-not-saved"),
    "nothing is saved": (save_nothing, "copy-missing"),
    "half a file is saved": (save_half, "copy-not-read"),
    "an empty file is saved": (save_empty, "copy-not-read"),
}


@pytest.mark.parametrize("refused", REFUSED)
def test_the_officer_is_told_that_looks_were_not_read_and_what_to_do(
    struck: Path, refused: str, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    save, code = REFUSED[refused]
    for press in (buttons.calculate_marks, buttons.validate):
        book = opened(struck, save, monkeypatch)
        found = not_seen(press(book))
        assert found.params["reason"].code == code  # type: ignore[attr-defined]
        assert "কেটে দেওয়া" in found.text("bn") and "struck-out" in found.text("en")
        assert ("The disk is full" in found.text("en")) is (refused == "Excel refuses")
        assert found.text("bn") in alerts(book)[0]
    assert list(temporary.iterdir()) == []


def test_marks_are_those_of_the_values_then(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled({"1.4.1": 96})
    assessed = buttons.calculate_marks(opened(path, save_nothing, monkeypatch))
    assert assessed is not None
    assert assessed.total == assess_file(path, Quarter.Q2).total == 6


def test_where_a_copy_is_read_nothing_is_said_of_it(struck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assessed = buttons.calculate_marks(opened(struck, saves(struck), monkeypatch))
    assert assessed is not None
    codes = {each.code for each in assessed.findings}
    assert "struck-out" in codes
    assert "looks-not-read" not in codes


def test_an_excel_that_makes_no_copies_is_said_to_be_one(struck: Path) -> None:
    found = not_seen(buttons.calculate_marks(open_remotely(struck, Q2, copies=False)))
    assert render("copy-not-offered", "en") in found.text("en")


def test_a_password_is_said_to_be_the_reason(struck: Path, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = not_seen(buttons.calculate_marks(opened(struck, saves(locked), monkeypatch)))
    assert render("copy-locked", "en") in found.text("en")


@pytest.fixture
def locked(struck: Path, tmp_path: Path) -> Path:
    msoffcrypto = pytest.importorskip("msoffcrypto.format.ooxml")
    path = tmp_path / "locked.xlsx"
    with struck.open("rb") as plain, path.open("wb") as written:
        msoffcrypto.OOXMLFile(plain).encrypt("secret", written)
    return path


def test_a_copy_without_the_form_is_not_taken_for_it(struck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = change(struck, lambda book: book.remove(book[Q2]))
    found = not_seen(buttons.calculate_marks(opened(struck, saves(other), monkeypatch)))
    assert found.params["reason"].code in ("copy-without-form", "copy-not-read")  # type: ignore[attr-defined]


def test_a_copy_in_which_another_sheet_is_the_form_is_not_taken_for_it(
    struck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = change(struck, lambda book: setattr(book[Q2], "title", "আরেকটি"))
    found = not_seen(buttons.calculate_marks(opened(struck, saves(other), monkeypatch)))
    assert "আরেকটি" in found.text("bn") and "আরেকটি" in found.text("en")


def test_a_copy_whose_columns_stand_elsewhere_is_not_taken_for_it(
    struck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = change(struck, lambda book: book[Q2].insert_cols(1))
    not_seen(buttons.calculate_marks(opened(struck, saves(other), monkeypatch)))


@pytest.mark.parametrize("fault", [TypeError("a fault"), KeyError("a fault"), ZeroDivisionError("a fault")])
@pytest.mark.parametrize("where", ["saving", "reading"])
def test_a_fault_of_the_program_is_not_taken_for_a_refusal(
    struck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, where: str
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    if where == "reading":

        def broken(*_: object) -> None:
            raise fault

        monkeypatch.setattr("xl_apa.sheets.read.report.read_report", broken)
    book = opened(struck, raises(fault) if where == "saving" else saves(struck), monkeypatch)
    assert buttons.calculate_marks(book) is None
    assert not actions(book, "setValues")
    assert "xl_apa-fault.log" in alerts(book)[0]


def test_without_a_folder_for_temporary_files_it_is_said_which(
    struck: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    temporary.rmdir()
    found = not_seen(buttons.calculate_marks(opened(struck, saves(struck), monkeypatch)))
    assert str(temporary) in found.text("bn") and str(temporary) in found.text("en")


def test_what_is_carried_forward_is_told_with_what_was_not_seen(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled({"1.4.1": 96}, quarter=1)
    book = opened(path, save_nothing, monkeypatch)
    assert buttons.carry_forward(book)
    assert render("copy-missing", "bn", {"folder": tempfile.gettempdir()}) in alerts(book)[0]


# ---- what is handed in ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("refused", ["Excel refuses", "the system refuses", "nothing is saved"])
def test_a_submission_is_not_made_of_an_older_file_where_excel_cannot_save(
    struck: Path, refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed since the workbook was saved would be missing in it."""
    save, code = REFUSED[refused]
    book = opened(struck, save, monkeypatch)
    monkeypatch.setattr(type(book), "fullname", property(lambda _: str(struck)))
    assert buttons.make_submission(book, tmp_path / "out.xlsx") is None
    (text,) = alerts(book)
    assert render(code, "bn", {"folder": tempfile.gettempdir(), "reason": "…"}).split("(")[0].split("‘")[0] in text
    assert not (tmp_path / "out.xlsx").exists()


def test_a_submission_of_the_file_as_it_was_saved_says_so(
    struck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = open_remotely(struck, Q2, copies=False)
    monkeypatch.setattr(type(book), "fullname", property(lambda _: str(struck)))
    assert buttons.make_submission(book, tmp_path / "out.xlsx") == tmp_path / "out.xlsx"
    assert "এই এক্সেল খোলা ফাইলের অনুলিপি তৈরি করে না" in alerts(book)[0]
    assert "সংরক্ষণ করে আবার চাপুন" in alerts(book)[0]
