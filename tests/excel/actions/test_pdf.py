"""The form as a PDF: whole, or the old one stays and the officer is told why."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from types import ModuleType

import pytest
import xlwings as xw

from tests.excel.remote import alerts, open_remotely
from tests.faults.injection import faults, held, read_only
from tests.faults.states import leftovers
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.excel import buttons
from xl_apa.sheets.layout import quarter_sheet

Q2 = quarter_sheet(Quarter.Q2)
WHOLE = b"%PDF-1.7 the form %%EOF\n"


class ComError(Exception):
    """As pywin32 raises it: of no kind that Python knows."""


@pytest.fixture
def book(filled, monkeypatch: pytest.MonkeyPatch) -> xw.Book:
    engine = ModuleType("pywintypes")
    engine.com_error = ComError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pywintypes", engine)
    book = open_remotely(filled({"1.4.1": 96}), Q2)
    printed(book, monkeypatch, WHOLE)
    return book


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "report.pdf").write_bytes(b"the old one")
    return folder / "report.pdf"


def printed(book: xw.Book, monkeypatch: pytest.MonkeyPatch, content: bytes | Exception) -> None:
    """Excel writes such a file, or raises."""

    def to_pdf(sheet: xw.Sheet, path: str) -> None:
        assert sheet.name == Q2
        if isinstance(content, Exception):
            Path(path).write_bytes(WHOLE[:8])
            raise content
        Path(path).write_bytes(content)

    monkeypatch.setattr(type(book.sheets[0]), "to_pdf", to_pdf)


def test_a_pdf_is_made_of_the_quarters_sheet(book: xw.Book, target: Path) -> None:
    assert buttons.export_pdf(book, target) == target
    assert target.read_bytes() == WHOLE
    assert alerts(book) == [render("button-saved", "bn", {"path": target})]


REFUSALS = {
    "Excel refuses": (ComError(-1, "Exception occurred.", (0, "Excel", "Document not saved.", "", 0, -1)), "Document"),
    "the disk is full": (OSError(errno.ENOSPC, "No space left on device"), "জায়গা"),
    "nothing is written": (b"", "জায়গা"),
    "this Excel makes none": (NotImplementedError(), "পিডিএফ"),
}


@pytest.mark.parametrize("refused", REFUSALS)
def test_where_none_can_be_made_the_old_one_stays(
    book: xw.Book, target: Path, refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, word = REFUSALS[refused]
    printed(book, monkeypatch, content)
    assert buttons.export_pdf(book, target) is None
    (text,) = alerts(book)
    assert word in text and "xl_apa-fault.log" not in text
    assert target.read_bytes() == b"the old one"
    assert leftovers(target.parent) == []


def test_a_fault_of_the_program_is_logged(
    book: xw.Book, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    printed(book, monkeypatch, KeyError("a fault"))
    assert buttons.export_pdf(book, target) is None
    assert "xl_apa-fault.log" in alerts(book)[0]
    assert target.read_bytes() == b"the old one"


def test_an_old_one_that_is_open_elsewhere_stays_and_is_named(book: xw.Book, target: Path) -> None:
    with faults(held(target)):
        assert buttons.export_pdf(book, target) is None
    assert alerts(book) == [render("output-open", "bn", {"path": target})]
    assert target.read_bytes() == b"the old one"
    assert leftovers(target.parent) == []


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_folder_that_may_not_be_written_is_named(book: xw.Book, target: Path, number: int) -> None:
    with faults(read_only(target.parent, number)):
        assert buttons.export_pdf(book, target) is None
    assert alerts(book) == [render("output-read-only", "bn", {"path": target})]


def test_a_folder_in_its_place_is_said(book: xw.Book, target: Path) -> None:
    target.unlink()
    target.mkdir()
    assert buttons.export_pdf(book, target) is None
    assert str(target) in alerts(book)[0] and "xl_apa-fault.log" not in alerts(book)[0]
