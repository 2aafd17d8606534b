"""Locked workbooks are opened with a password that was given, in memory alone; without one they are named."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import msoffcrypto.format.ooxml as ooxml
import pytest

from tests.xlsx.hostile.raw_zip import Entry, archive, entries_of
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.safe_open import open_workbook
from xl_apa.xlsx.read.unlock import may_be_locked, unlocked

SECRET = "গোপন ১২৩"


def locked(path: Path, password: str = SECRET) -> Path:
    """The same file with a password, as Excel locks it."""
    target = io.BytesIO()
    ooxml.OOXMLFile(io.BytesIO(path.read_bytes())).encrypt(password, target)
    path.write_bytes(target.getvalue())
    return path


@pytest.fixture
def report(filled) -> Path:
    return locked(filled({"1.4.1": 90}))


def refused(path: Path, *passwords: str) -> str:
    with pytest.raises(InputError) as caught, open_workbook(path, passwords):
        pass
    for lang in ("bn", "en"):
        assert not any(password and password in caught.value.text(lang) for password in passwords)
    return caught.value.code


def test_the_right_one_among_several_passwords_opens_a_workbook(report: Path) -> None:
    before = sorted(report.parent.iterdir())
    with open_workbook(report, ["wrong", SECRET, "other"]) as book:
        assert book.contents("২য় ত্রৈমাসিক")[10][12] == 90
    assert sorted(report.parent.iterdir()) == before


def test_without_a_password_or_with_a_wrong_one_the_reason_is_said(report: Path) -> None:
    assert refused(report) == "workbook-password"
    assert refused(report, "wrong", "") == "workbook-password-wrong"


def test_a_file_without_a_password_needs_none(filled) -> None:
    with open_workbook(filled({"1.4.1": 90}), [SECRET]) as book:
        assert book.contents("২য় ত্রৈমাসিক")[10][12] == 90


def test_what_is_locked_passes_the_same_gate(filled) -> None:
    path = filled({"1.4.1": 90})
    path.write_bytes(archive([*entries_of(path), Entry("XL/WORKBOOK.XML", b"<x/>")]))
    assert refused(locked(path), SECRET) == "workbook-parts-doubled"


def test_a_lock_made_to_be_slow_or_to_grow_is_damage(report: Path) -> None:
    data = report.read_bytes()
    assert b'spinCount="100000"' in data
    for hostile in (data.replace(b'spinCount="100000"', b'spinCount="900000000"'), data + b"<!DOCTYPE x>"):
        with pytest.raises(InputError) as caught:
            unlocked(hostile, [SECRET], report)
        assert caught.value.code == "workbook-damaged"


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.9])
def test_a_lock_of_which_a_part_is_missing_is_damage(report: Path, part: float) -> None:
    data = report.read_bytes()
    with pytest.raises(InputError) as caught:
        unlocked(data[: int(len(data) * part)], [SECRET], report)
    assert caught.value.code == "workbook-damaged"


@pytest.mark.parametrize("password", ["", "\ud800", "a\0b", "x" * 10_000])
def test_what_can_be_no_password_is_a_wrong_one(report: Path, password: str) -> None:
    assert refused(report, password) == "workbook-password-wrong"


@pytest.mark.parametrize("locked_by", ["server", "archive", "LibreOffice"])
def test_a_lock_that_nothing_here_opens_is_said(locked_by: str, report: Path, filled, tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    if locked_by == "server":
        name = "EncryptionInfo".encode("utf-16-le")
        path.write_bytes(report.read_bytes().replace(name, "Encryption____".encode("utf-16-le")))
    elif locked_by == "archive":
        path.write_bytes(archive([replace(entry, flags=1) for entry in entries_of(filled({"1.4.1": 90}))]))
    else:
        manifest = Entry("META-INF/manifest.xml", b"<x><encryption-data/></x>")
        path.write_bytes(archive([Entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), manifest]))
    assert refused(path, SECRET) == "workbook-lock-unknown"


def test_which_files_may_be_locked(report: Path, filled, tmp_path: Path) -> None:
    assert may_be_locked(report)
    assert may_be_locked(tmp_path / "mails.zip" / "report.xlsx")
    assert not may_be_locked(filled(name="other.xlsx"))


def test_what_excel_opens_without_asking_is_read_without_asking(filled) -> None:
    """Excel locks an .xls whose structure alone is protected by a password that it tries itself."""
    path = locked(filled({"1.4.1": 90}), "VelvetSweatshop")
    for passwords in ((), (SECRET,)):
        with open_workbook(path, passwords) as book:
            assert book.sheet_names
