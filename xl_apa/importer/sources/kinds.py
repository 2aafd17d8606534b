"""What kind of file a report came in, by what the file holds, whatever its name ends with."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from xl_apa.core.errors import InputError, damaged
from xl_apa.importer.document import SourceKind
from xl_apa.importer.sources.plain_text import decoded, is_separated
from xl_apa.xlsx.read.file_kind import FileKind, kind_of_package, kind_of_start

_LOOKED_AT = 64 * 1024
_MOST_OLE_BYTES = 32 * 1024 * 1024
"""An old Word file with photographs takes a few MB."""

_STREAMS_OF_WORKBOOKS = ("Workbook", "Book", "EncryptedPackage")

_HEADER = (
    rb"(?:received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|dkim-signature"
    rb"|reply-to|sender|thread-topic|thread-index|arc-[a-z-]+|authentication-results|x-[a-z0-9-]+)"
)
_MAIL = re.compile(rb"\A(?:From [^\n]*\n)?" + _HEADER + rb":[^\n]*\n(?:[ \t][^\n]*\n)*" + _HEADER + b":", re.IGNORECASE)

_OF_START = {
    FileKind.PDF: SourceKind.PDF,
    FileKind.WORD: SourceKind.OFFICE,
    FileKind.WEB: SourceKind.HTML,
    # What the reading of workbooks refuses, it says best what to do with.
    FileKind.FLAT: SourceKind.WORKBOOK,
    FileKind.XML_2003: SourceKind.WORKBOOK,
}
_REFUSED = {FileKind.PICTURE: "source-picture", FileKind.ARCHIVE: "archive-other-kind"}
_OF_PACKAGE = {
    FileKind.XLSX: SourceKind.WORKBOOK,
    FileKind.ODS: SourceKind.WORKBOOK,
    FileKind.TEMPLATE: SourceKind.WORKBOOK,
    FileKind.LOCKED: SourceKind.WORKBOOK,
    FileKind.BINARY: SourceKind.BINARY_WORKBOOK,
}


def kind_of(path: Path) -> SourceKind:
    """Return what kind of source a file is. Raise InputError for what is none, with the reason and what to do."""
    start = _start(path)
    if _MAIL.match(start.lstrip().replace(b"\r\n", b"\n")):
        return SourceKind.MAIL
    kind = kind_of_start(start)
    if kind in _REFUSED:
        raise InputError(_REFUSED[kind], path=path)
    if kind is FileKind.OLE:
        return _kind_of_old(path)
    if kind is FileKind.ZIP:
        return _kind_of_zip(path)
    return _OF_START.get(kind) or _kind_of_text(start, path)


def _start(path: Path) -> bytes:
    try:
        if path.is_dir() or not path.exists():
            raise InputError("file-missing", path=path)
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
    if not start:
        raise InputError("file-empty", path=path)
    return start


def _kind_of_old(path: Path) -> SourceKind:
    """Old Office files are told apart by the names of their streams."""
    if path.stat().st_size > _MOST_OLE_BYTES:
        raise InputError("workbook-too-large", path=path)
    data = path.read_bytes()
    if _stream("__substg1.0_") in data or _stream("__nameid_version1.0") in data:
        return SourceKind.MAIL
    if _stream("PowerPoint Document") in data:
        raise InputError("source-presentation", path=path)
    if _stream("WordDocument") in data:
        return SourceKind.OFFICE
    ending = path.suffix.lower()
    # What the reading of workbooks refuses, it says best why: one with a password, one that was cut off.
    if ending.startswith((".xl", ".et")) or any(_stream(name) in data for name in _STREAMS_OF_WORKBOOKS):
        return SourceKind.WORKBOOK
    raise InputError("source-damaged" if ending in (".doc", ".dot") else "source-unknown", path=path)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _kind_of_zip(path: Path) -> SourceKind:
    try:
        with zipfile.ZipFile(path) as package:
            kind = kind_of_package(package)
            if kind in (FileKind.WORD, FileKind.PRESENTATION):
                return _kind_of_word(package, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError) as error:
        raise damaged("source-damaged", path, error) from error
    return _OF_PACKAGE.get(kind, SourceKind.ARCHIVE)


def _kind_of_word(package: zipfile.ZipFile, path: Path) -> SourceKind:
    names = package.NameToInfo
    if "content.xml" in names:
        if b"opendocument.text" in package.read("mimetype"):
            return SourceKind.OFFICE
    elif any(name.startswith("word/") for name in names) or b"wordprocessingml" in package.read("[Content_Types].xml"):
        return SourceKind.DOCX
    raise InputError("source-presentation", path=path)


def _kind_of_text(start: bytes, path: Path) -> SourceKind:
    text = decoded(start, cut=len(start) == _LOOKED_AT)
    if text is None:
        raise InputError("source-unknown", path=path)
    return SourceKind.CSV if is_separated(text) else SourceKind.TEXT
