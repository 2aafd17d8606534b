"""What kind of file it is by what it holds, whatever its name ends with."""

from __future__ import annotations

import re
from enum import Enum
from zipfile import BadZipFile, ZipFile

from lxml import etree

from xl_apa.xlsx.read.ooxml.package import read_part
from xl_apa.xlsx.read.ooxml.part_names import stored_name
from xl_apa.xlsx.read.xml_parser import parse_xml

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""With parts, and without any."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")

_TYPES = "[Content_Types].xml"
_TEMPLATES = (b"spreadsheetml.template.main+xml", b"ms-excel.template.macroEnabled.main+xml")
_MIMETYPE = "mimetype"
_MANIFEST = "META-INF/manifest.xml"

_WEB = re.compile(
    rb"<(?:!doctype html|html|head|body|table|tr|td|meta|style|div|script|frameset)\b|^mime-version:", re.IGNORECASE
)
_ANCIENT = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
"""How the records of Excel 2 to 4 begin, which knew no workbooks of several sheets, and later ones without a container
(MS-XLS 2.4.21: BOF).
"""

_NO_TEXT = re.compile(rb"[\x01-\x08\x0b\x0e-\x1f\x7f]")
"""Bytes that stand in no text; those of UTF-16 are looked at without its zeros."""

_PICTURE = re.compile(
    rb"\xff\xd8\xff|\x89PNG|GIF8|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP|\0{3}\x0cjP  |\0{3}.ftyp(?:hei|mif|avif)",
    re.DOTALL,
)
_ARCHIVE = re.compile(rb"Rar!\x1a|7z\xbc\xaf'\x1c|\x1f\x8b|BZh|\xfd7zXZ|MSCF")
_PDF = re.compile(rb"%PDF-[0-9]")
_PDF_BEGINS = 1024
"""Before which byte a PDF begins for Adobe's reader, whatever stands before."""

_FLAT_OPENDOCUMENT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_WORD_XML = re.compile(rb"http://schemas\.microsoft\.com/office/word/|progid=[\"']Word\.Document")


_OF_WORKBOOKS = frozenset({"workbook", "book", "encryptedpackage"})


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
    PRESENTATION = "file-is-presentation"
    PDF = "file-is-pdf"
    PICTURE = "file-is-picture"
    MAIL = "file-is-mail"
    ARCHIVE = "file-is-archive"
    LOCKED = "workbook-password"
    ZEROS = "workbook-damaged"
    OTHER = "not-a-workbook"


_BY_STREAM = {
    "worddocument": FileKind.WORD,
    "powerpoint document": FileKind.PRESENTATION,
    "__properties_version1.0": FileKind.MAIL,
}
"""Names of streams that tell what a file is (MS-DOC, MS-PPT, MS-OXMSG)."""


def kind_of_start(start: bytes) -> FileKind:
    """Return what the first bytes of a file say of it."""
    if start.startswith(_OLE):
        return FileKind.OLE
    if start.startswith(_ZIP):
        return FileKind.ZIP
    if start and not start.strip(b"\0"):
        # A disk that was taken out too early keeps the name and the size of a file, and none of what it held.
        return FileKind.ZEROS
    if _ANCIENT.match(start):
        return FileKind.ANCIENT
    if _PICTURE.match(start):
        return FileKind.PICTURE
    if _ARCHIVE.match(start):
        return FileKind.ARCHIVE
    if _PDF.search(start, 0, _PDF_BEGINS):
        return FileKind.PDF
    # Pages are saved in any encoding; in UTF-16 every other byte is 0.
    plain = start.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    if plain.startswith(b"{\\rtf") or _WORD_XML.search(plain):
        return FileKind.WORD
    if _FLAT_OPENDOCUMENT in plain:
        return FileKind.FLAT
    if _XML_2003 in plain:
        return FileKind.XML_2003
    if _WEB.search(plain):
        return FileKind.WEB
    return FileKind.TEXT if plain and _is_text(start) and not _NO_TEXT.search(plain) else FileKind.OTHER


def _is_text(start: bytes) -> bool:
    """Whether zeros stand in every other place at most, as in UTF-16."""
    return 0 not in start[::2] or 0 not in start[1::2]


def kind_of_storage(names: frozenset[str]) -> FileKind:
    """Return what an OLE file is by the names of its streams and storages, in small letters; OLE for a workbook.

    LOCKED is one that only a server may unlock, whatever password is known.
    """
    if "\tdrmcontent" in names or ("encryptedpackage" in names and "encryptioninfo" not in names):
        return FileKind.LOCKED
    if not names.isdisjoint(_OF_WORKBOOKS):
        return FileKind.OLE
    return next((kind for name, kind in _BY_STREAM.items() if name in names), FileKind.OTHER)


def kind_of_package(package: ZipFile) -> FileKind:
    """Return what the parts of a package make it. Raise what zipfile raises for broken files."""
    names = package.NameToInfo
    types_part = stored_name(package, _TYPES)
    if "content.xml" in names or (_MIMETYPE in names and _MANIFEST in names):
        if types_part in names:
            raise BadZipFile("a workbook for Excel and another for LibreOffice")
        return _kind_of_opendocument(package)
    if types_part not in names:
        return FileKind.ARCHIVE
    types = read_part(package, types_part)
    if b"<!DOCTYPE" in types:
        raise BadZipFile("a document type")
    if b"spreadsheetml.sheet.main+xml" in types or b"ms-excel.sheet.macroEnabled.main+xml" in types:
        return FileKind.XLSX
    if any(kind in types for kind in _TEMPLATES):
        return FileKind.TEMPLATE
    if b"ms-excel.sheet.binary" in types:
        return FileKind.BINARY
    if b"presentationml" in types or b"ms-powerpoint" in types:
        return FileKind.PRESENTATION
    if b"wordprocessingml" in types or b"ms-word" in types:
        return FileKind.WORD
    if stored_name(package, "xl/workbook.bin") in names:
        return FileKind.BINARY
    return FileKind.XLSX if stored_name(package, "xl/workbook.xml") in names else FileKind.OTHER


def _kind_of_opendocument(package: ZipFile) -> FileKind:
    names = package.NameToInfo
    kind = read_part(package, _MIMETYPE).strip() if _MIMETYPE in names else b""
    if _MANIFEST in names and _is_locked(read_part(package, _MANIFEST)):
        return FileKind.LOCKED
    if b"opendocument.presentation" in kind:
        return FileKind.PRESENTATION
    if b"opendocument.text" in kind or b"opendocument.graphics" in kind:
        return FileKind.WORD
    return FileKind.ODS if "content.xml" in names else FileKind.ARCHIVE


def _is_locked(manifest: bytes) -> bool:
    """Whether parts have a password (OpenDocument 1.3 part 2, 3.4), or the package as a whole (LibreOffice 24.8)."""
    try:
        return next(parse_xml(manifest).iter("{*}encryption-data"), None) is not None
    except etree.XMLSyntaxError:
        return b"encryption-data" in manifest
