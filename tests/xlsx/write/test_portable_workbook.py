"""A workbook is the same bytes from every system."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZipFile

import pytest

from xl_apa.xlsx.write.portable_workbook import PortableWorkbook, forget_system


def write(path: Path | BytesIO, *, in_memory: bool) -> None:
    with PortableWorkbook(path if isinstance(path, BytesIO) else str(path), {"in_memory": in_memory}) as book:
        book.set_properties({"created": datetime(2024, 1, 1)})
        book.add_worksheet("নমুনা").write_string(0, 0, "ক\nখ\r\nগ")


def open_on_windows(path: str, mode: str, encoding: str) -> IO[str]:
    return open(path, mode, encoding=encoding, newline="\r\n")  # noqa: PTH123 - as XlsxWriter does


@pytest.mark.parametrize("in_memory", [True, False])
def test_windows_writes_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory: bool) -> None:
    write(tmp_path / "here.xlsx", in_memory=in_memory)
    # By this zipfile decides what it names as the system; and how a text file's lines end there.
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "linesep", "\r\n")
    monkeypatch.setattr("xlsxwriter.xmlwriter.open", open_on_windows, raising=False)
    before = os.umask(0o027)
    try:
        write(tmp_path / "there.xlsx", in_memory=in_memory)
    finally:
        os.umask(before)
    assert (tmp_path / "there.xlsx").read_bytes() == (tmp_path / "here.xlsx").read_bytes()


def test_a_workbook_in_memory_is_the_same_as_a_file(tmp_path: Path) -> None:
    write(tmp_path / "file.xlsx", in_memory=True)
    write(memory := BytesIO(), in_memory=True)
    assert memory.getvalue() == (tmp_path / "file.xlsx").read_bytes()


def test_nothing_but_the_directory_changes() -> None:
    book = BytesIO()
    with ZipFile(book, "w") as package:
        package.comment = "মন্তব্য".encode()
        for name in ("এক.xml", "two.xml"):
            package.writestr(name, name * 100)
    before = book.getvalue()
    forget_system(book)
    assert len(book.getvalue()) == len(before)
    with ZipFile(book) as package:
        assert package.comment.decode() == "মন্তব্য"
        assert [(info.filename, info.create_system) for info in package.infolist()] == [("এক.xml", 3), ("two.xml", 3)]
        assert package.read("এক.xml").decode() == "এক.xml" * 100
