"""What is in a .zip file, by names that people would recognise."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from xl_apa.archives.member import Member, safe_name

_OF_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype"})
"""What stands at the top of every document of Office and of OpenDocument, whatever its ending."""

_ENTRY = b"PK\x01\x02"
_LOCKED, _UTF8 = 0x1, 0x800
_UNICODE_PATH = 0x7075
_FIRST_YEAR = 1981
"""The day 1 January 1980 is what a program writes that does not know the time."""


def entries_of_zip(data: bytes) -> int:
    """Return how many entries a .zip file can have at most, without reading its directory."""
    return data.count(_ENTRY)


def members_of_zip(data: bytes) -> Iterator[Member] | None:
    """Return the files in a .zip, None when it is one document itself. Raise what zipfile raises for broken ones."""
    package = ZipFile(BytesIO(data))
    if not _OF_DOCUMENTS.isdisjoint(package.NameToInfo):
        return None
    return (_member(package, entry) for entry in package.infolist() if not entry.is_dir())


def _member(package: ZipFile, entry: ZipInfo) -> Member:
    return Member(
        safe_name(_name(entry)),
        entry.file_size,
        partial(package.read, entry),
        _time(entry),
        "archive-password" if entry.flag_bits & _LOCKED else "",
    )


def _name(entry: ZipInfo) -> str:
    """Return the name in an archive as it was given.

    Where an entry does not say that its name is UTF-8, zipfile takes it for the letters of an old DOS, which no Bangla
    is written in: programs put UTF-8 there without saying so, or say it in a field of its own.
    """
    if entry.flag_bits & _UTF8:
        return entry.filename
    told = _told_apart(entry.extra)
    if told:
        return told
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _told_apart(extra: bytes) -> str:
    """Return the name in the field for Unicode names (Info-ZIP, 0x7075), "" when there is none."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == _UNICODE_PATH and size > 5:
            # A byte for the version and four for the checksum stand before it.
            return extra[at + 9 : at + 4 + size].decode("utf-8", "replace")
        at += 4 + size
    return ""


def _time(entry: ZipInfo) -> datetime | None:
    try:
        return datetime(*entry.date_time) if entry.date_time[0] >= _FIRST_YEAR else None
    except ValueError:
        return None
