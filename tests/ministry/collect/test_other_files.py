"""What lies among the reports and is none is known for what it is, by its name or by what it holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import xlsxwriter

from tests.conftest import Filler
from xl_apa.core.errors import InputError
from xl_apa.ministry.collect.other_files import (
    RECOGNISED,
    TO_BE_PUT_RIGHT,
    code_of_file,
    code_of_workbook,
    is_archive,
    may_be_report,
)
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register

REGISTER = "কোড,নাম\nN-01,ক\nN-02,খ\n"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("N-01.xlsx.crdownload", b"PK", "file-unfinished"),
        ("N-01.xlsx.part", b"PK", "file-unfinished"),
        ("N-01.xlsx.partial", b"PK", "file-unfinished"),
        ("Unconfirmed 1234.download", b"PK", "file-unfinished"),
        ("9D3F0000.tmp", b"PK", "file-unfinished"),
        ("~$N-01.xlsx", b"\x05owner", "file-lock"),
        ("~$N-01.docx", b"", "file-lock"),
        (".~lock.N-01.xlsx#", b",owner", "file-lock"),
        (".N-01.xlsx", b"PK", "file-hidden"),
        ("forms.rar", b"Rar!", "archive-other-kind"),
        ("forms.7z", b"7z", "archive-other-kind"),
        ("forms.tar.gz", b"\x1f\x8b", "archive-other-kind"),
        ("চিঠি.docx", b"PK", "file-is-document"),
        ("letter.DOC", b"\xd0", "file-is-document"),
        ("letter.odt", b"PK", "file-is-document"),
        ("scan.pdf", b"%PDF", "file-is-pdf"),
        ("ছবি.JPG", b"\xff\xd8", "file-is-picture"),
        ("WhatsApp Image.jpeg", b"\xff\xd8", "file-is-picture"),
        ("list.csv", REGISTER.encode(), "file-is-register"),
        ("list.csv", (REGISTER + "N-01,গ\n").encode(), "file-is-register"),
        ("data.csv", b"a,b\n1,2\n", "file-not-read"),
        ("data.csv", b"\xff\xfe\x00", "file-not-read"),
        ("notes.txt", "মহোদয়".encode(), "file-not-read"),
        ("clip.mp4", b"ftyp", "file-not-read"),
        ("empty.pdf", b"", "file-empty"),
        ("empty", b"", "file-empty"),
    ],
)
def test_a_file_is_known_by_its_name_or_its_content(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not may_be_report(name) and not is_archive(name)
    assert code_of_file(path) == code
    error = InputError(code, path=path)
    assert name in error.text("bn") and name in error.text("en")


@pytest.mark.parametrize("name", ["N-01", "N-01.xlsx.bak", "N-01.xlsx_", "N-01.xls~", "N-01.123"])
def test_a_workbook_under_another_ending_is_told_from_anything_else(filled: Filler, tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(filled({"1.4.1": 90}), tmp_path / name))
    assert code_of_file(path) == "file-ending-wrong"
    path.write_bytes(b"PK\x03\x04 but nothing more")
    assert code_of_file(path) == "file-not-read"


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSM", "a.xls", "a.ods", "a.xlsb", "a.xltx", "a.xltm", "a.fods"])
def test_whatever_may_be_a_report_is_opened(name: str) -> None:
    assert may_be_report(name) and not is_archive(name)
    assert not may_be_report(f"~${name}") and not may_be_report(f".{name}")


@pytest.mark.parametrize("name", ["a.zip", "a.ZIP", "ডাক.eml", "a.msg", "x/a.zip"])
def test_whatever_may_hold_reports_is_looked_into(name: str) -> None:
    assert is_archive(name) and not may_be_report(name)


def test_a_register_is_known_with_offices_and_with_mistakes_and_a_report_is_none(
    filled: Filler, tmp_path: Path
) -> None:
    path = tmp_path / "register.xlsx"
    write_register(path, [Registered("N-01", "ক")])
    assert code_of_workbook(path) == "file-is-register"
    write_register(path, [Registered("N-01", "ক"), Registered("N-01", "খ"), Registered("N-03", "গ", parent="N-99")])
    assert code_of_workbook(path) == "file-is-register"
    assert code_of_workbook(filled({"1.4.1": 90})) == ""
    path.write_bytes(b"no workbook")
    assert code_of_workbook(path) == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("ফলাবর্তক", "file-is-feedback"), ("Feedback", "file-is-feedback")),
        *(("সিদ্ধান্ত", "file-is-decisions"), ("Decisions", "file-is-decisions")),
    ],
)
def test_what_the_ministry_wrote_to_the_offices_is_known(tmp_path: Path, name: str, code: str) -> None:
    path = tmp_path / "N-01.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet(name).write_row(0, 0, ("কোড", "নাম"))
    assert code_of_workbook(path) == code


def test_what_must_be_put_right_is_not_what_is_recognised() -> None:
    assert not TO_BE_PUT_RIGHT & RECOGNISED
