"""What kind of file it is by what it holds, whatever its name ends with."""

from __future__ import annotations

import re
from enum import Enum
from zipfile import ZipFile

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")

_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"
_MANIFEST = "META-INF/manifest.xml"

_WEB = re.compile(rb"<(?:!doctype html|html|head|body|table|meta|style|div)\b|^mime-version:", re.IGNORECASE)
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
    return FileKind.WEB if _WEB.search(plain) else FileKind.OTHER


def kind_of_package(package: ZipFile) -> FileKind:
    """Return what the parts of a package make it. Raise what zipfile raises for broken files."""
    names = package.NameToInfo
    if "content.xml" in names:
        return _kind_of_opendocument(package)
    if _TYPES not in names:
        return FileKind.OTHER
    types = package.read(_TYPES)
    if b"spreadsheetml.sheet.main+xml" in types or b"ms-excel.sheet.macroEnabled.main+xml" in types:
        return FileKind.XLSX
    if b"template.main+xml" in types or b"template.macroEnabled.main+xml" in types:
        return FileKind.TEMPLATE if b"spreadsheet" in types or b"ms-excel" in types else FileKind.WORD
    if b"ms-excel.sheet.binary" in types:
        return FileKind.BINARY
    if b"wordprocessingml" in types or b"presentationml" in types:
        return FileKind.WORD
    return FileKind.XLSX if "xl/workbook.xml" in names else FileKind.OTHER


def _kind_of_opendocument(package: ZipFile) -> FileKind:
    names = package.NameToInfo
    kind = package.read(_MIMETYPE).strip() if _MIMETYPE in names else b""
    if _MANIFEST in names and b"encryption-data" in package.read(_MANIFEST):
        return FileKind.LOCKED
    if b"opendocument.text" in kind or b"opendocument.presentation" in kind or b"opendocument.graphics" in kind:
        return FileKind.WORD
    return FileKind.ODS
