"""What kind of file it is by what it holds, whatever its name ends with."""

from __future__ import annotations

import re
from enum import Enum
from zipfile import BadZipFile, ZipFile

from xl_apa.xlsx.read.ooxml.package import read_part
from xl_apa.xlsx.read.ooxml.part_names import stored_name

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")

_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"
_MANIFEST = "META-INF/manifest.xml"

_WEB = re.compile(rb"<(?:!doctype html|html|head|body|table|meta|style|div)\b|^mime-version:", re.IGNORECASE)
_ANCIENT = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x02\x04\x00", b"\x09\x04\x06\x00", b"\x09\x04\x04\x00")
"""How sheets of Excel 2, 3 and 4 begin (MS-XLS 2.4.21: BOF), which knew no workbooks of several sheets."""

_NO_TEXT = re.compile(rb"[\x01-\x08\x0b\x0e-\x1f\x7f]")
"""Bytes that stand in no text; those of UTF-16 are looked at without its zeros."""

_FLAT_OPENDOCUMENT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"


class FileKind(Enum):
    """What a file is.

    The value is the code of the error that says what to do with it, but for the first four, which are looked into.
    """

    XLSX = "xlsx"
    ODS = "ods"
    OLE = "ole"
    ZIP = "zip"
    BINARY = "workbook-binary"
    TEMPLATE = "workbook-template"
    FLAT = "workbook-flat"
    XML_2003 = "workbook-xml-2003"
    WEB = "workbook-web-page"
    ANCIENT = "workbook-ancient"
    TEXT = "workbook-text"
    WORD = "file-is-document"
    PDF = "file-is-pdf"
    LOCKED = "workbook-password"
    OTHER = "not-a-workbook"


def kind_of_start(start: bytes) -> FileKind:
    """Return what the first bytes of a file say of it."""
    if start.startswith(_OLE):
        return FileKind.OLE
    if start.startswith(_ZIP):
        return FileKind.ZIP
    if start.startswith(_ANCIENT):
        return FileKind.ANCIENT
    if start.lstrip().startswith(b"%PDF"):
        return FileKind.PDF
    if start.startswith(b"{\\rtf"):
        return FileKind.WORD
    # Pages are saved in any encoding; in UTF-16 every other byte is 0.
    plain = start.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    if _FLAT_OPENDOCUMENT in plain:
        return FileKind.FLAT
    if _XML_2003 in plain:
        return FileKind.XML_2003
    if _WEB.search(plain):
        return FileKind.WEB
    return FileKind.TEXT if plain and not _NO_TEXT.search(plain) else FileKind.OTHER


def kind_of_package(package: ZipFile) -> FileKind:
    """Return what the parts of a package make it. Raise what zipfile raises for broken files."""
    names = package.NameToInfo
    if "content.xml" in names:
        return _kind_of_opendocument(package)
    types_part = stored_name(package, _TYPES)
    if types_part not in names:
        return FileKind.OTHER
    types = read_part(package, types_part)
    if b"<!DOCTYPE" in types:
        raise BadZipFile("a document type")
    if b"spreadsheetml.sheet.main+xml" in types or b"ms-excel.sheet.macroEnabled.main+xml" in types:
        return FileKind.XLSX
    if b"template.main+xml" in types or b"template.macroEnabled.main+xml" in types:
        return FileKind.TEMPLATE if b"spreadsheet" in types or b"ms-excel" in types else FileKind.WORD
    if b"ms-excel.sheet.binary" in types:
        return FileKind.BINARY
    if b"wordprocessingml" in types or b"presentationml" in types:
        return FileKind.WORD
    if stored_name(package, "xl/workbook.bin") in names:
        return FileKind.BINARY
    return FileKind.XLSX if stored_name(package, "xl/workbook.xml") in names else FileKind.OTHER


def _kind_of_opendocument(package: ZipFile) -> FileKind:
    names = package.NameToInfo
    kind = read_part(package, _MIMETYPE).strip() if _MIMETYPE in names else b""
    if _MANIFEST in names and b"encryption-data" in read_part(package, _MANIFEST):
        return FileKind.LOCKED
    if b"opendocument.text" in kind or b"opendocument.presentation" in kind or b"opendocument.graphics" in kind:
        return FileKind.WORD
    return FileKind.ODS
