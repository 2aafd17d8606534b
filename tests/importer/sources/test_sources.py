"""Reading files of any kind: what is loaded for it, and that no bytes at all break it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xl_apa.core.errors import InputError
from xl_apa.importer.sources import read_documents

HEAVY = (
    "docx",
    "pdfplumber",
    "pdfminer",
    "PIL",
    "python_calamine",
    "pandas",
    "openpyxl",
    "xlsxwriter",
    "olefile",
    "xlrd",
)
STARTS = [
    b"PK\x03\x04",
    bytes.fromhex("D0CF11E0A1B11AE1"),
    b"%PDF-1.7\n",
    b"<html>",
    b"From: a\nTo: b\n\n",
    b"a;b;c;d\n",
    b"\xff\xfe",
    b"",
]


def loaded(path: Path) -> set[str]:
    """Which of the heavy libraries are loaded by reading a file in a process of its own."""
    code = f"import sys, pathlib; from xl_apa.importer.sources import read_documents; read_documents(pathlib.Path({str(path)!r})); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name for name in told.stdout.split() if name in HEAVY}


def test_a_library_is_loaded_for_its_kind_of_file_only(tmp_path: Path) -> None:
    text, word, page = tmp_path / "a.txt", tmp_path / "a.docx", tmp_path / "a.html"
    text.write_text("a\tb\n")
    page.write_text("<table><tr><td>x</table>")
    document = docx.Document()
    document.add_paragraph("x")
    document.save(str(word))
    assert [loaded(path) for path in (text, word, page)] == [set(), set(), set()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_no_bytes_at_all_do_more_than_to_be_refused(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(start + rest)
    try:
        assert all(document.blocks for document in read_documents(path))
    except InputError as error:
        assert error.text("bn") and error.text("en")
