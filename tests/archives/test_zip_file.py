"""The files in a .zip, by names that people would recognise and that lead nowhere else."""

from __future__ import annotations

import struct
import zipfile
import zlib
from datetime import datetime
from io import BytesIO

import pytest

from tests.archives.made import zipped
from xl_apa.archives.member import of_the_system, safe_name
from xl_apa.archives.zip_file import entries_of_zip, members_of_zip

BANGLA = "জেলা/প্রতিবেদন ১.xlsx"


def names(data: bytes) -> list[str]:
    members = members_of_zip(data)
    assert members is not None
    return [member.name for member in members]


def unmarked(data: bytes) -> bytes:
    """The same archive without the mark that says its names are UTF-8, as old programs write it."""
    changed = bytearray(data)
    for signature, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = changed.find(signature)
        while place >= 0:
            changed[place + at + 1] &= 0xF7
            place = changed.find(signature, place + 4)
    return bytes(changed)


@pytest.mark.parametrize("name", [BANGLA, "N-01.xlsx", "ঢাকা বিভাগ/N-02.xlsx", "Été/N-03.xlsx", "প্রতিবেদন (সংশোধিত).xlsx"])
def test_names_in_utf8_are_read_whether_the_archive_says_so_or_not(name: str) -> None:
    data = zipped({name: b"1"})
    assert names(data) == names(unmarked(data)) == [name]


def test_names_of_old_dos_stay_what_they_are() -> None:
    data = zipped({"Caf\u00e9.xlsx": b"1"})
    old = unmarked(data).replace("é".encode(), b"\x82z")
    # é in two bytes of UTF-8 became one of DOS and a letter that keeps the length.
    assert names(old) == ["Caféz.xlsx"]


def test_the_field_for_unicode_names_comes_first() -> None:
    told = BANGLA.encode()
    field = struct.pack("<HHBI", 0x7075, 5 + len(told), 1, zlib.crc32(b"plain.xlsx")) + told
    entry = zipfile.ZipInfo("plain.xlsx")
    entry.extra = struct.pack("<HH", 0x9999, 2) + b"xx" + field
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(entry, b"1")
    assert names(held.getvalue()) == [BANGLA]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/N-01.xlsx", "etc/N-01.xlsx"),
        ("/N-01.xlsx", "N-01.xlsx"),
        ("C:\\offices\\N-01.xlsx", "C_/offices/N-01.xlsx"),
        ("a/./b//N-01.xlsx", "a/b/N-01.xlsx"),
        ("N-01\x00.xlsx", "N-01_.xlsx"),
        ("line\nbreak.xlsx", "line_break.xlsx"),
        ('a<b>"c"|d?.xlsx', "a_b__c__d_.xlsx"),
        ("..", "_"),
        ("\udcff.xlsx", "?.xlsx".replace("?", "_")),
    ],
)
def test_a_name_leads_nowhere_else(name: str, shown: str) -> None:
    assert safe_name(name) == shown


@pytest.mark.parametrize("name", ["__MACOSX/._a.xlsx", "._a.xlsx", "x/.DS_Store", "Thumbs.db", "x/desktop.ini"])
def test_what_the_system_leaves_behind_is_known(name: str) -> None:
    assert of_the_system(name)
    assert not of_the_system("x/N-01.xlsx")


def test_folders_are_no_files_and_times_are_those_written_in_the_archive() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.mkdir("ফোল্ডার")
        package.writestr(zipfile.ZipInfo("a.xlsx", (2024, 1, 10, 12, 30, 2)), b"12")
        package.writestr(zipfile.ZipInfo("b.xlsx"), b"1")
    members = list(members_of_zip(held.getvalue()) or ())
    assert [(each.name, each.size, each.time) for each in members] == [
        ("a.xlsx", 2, datetime(2024, 1, 10, 12, 30, 2)),
        ("b.xlsx", 1, None),
    ]
    assert members[0].read() == b"12"
    assert entries_of_zip(held.getvalue()) == 3


def test_a_document_is_no_archive() -> None:
    assert members_of_zip(zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b""})) is None
    assert members_of_zip(zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})) is None
