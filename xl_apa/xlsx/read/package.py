"""What lies inside a workbook's file: which part is which sheet, and what a part refers to."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

BROKEN_PACKAGE = (BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError, etree.XMLSyntaxError)
"""What a file that is no workbook, or a broken one, does to zipfile and lxml."""


# Nothing outside the file is asked for, and no text grows while it is read.
_WHOLE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, strip_cdata=False)
_READ = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)


def workbook_part(package: ZipFile) -> str:
    """Return the part that lists the sheets, "" when there is none. Raise what zipfile and lxml raise."""
    return next((part for kind, part in relations_of(package, "").values() if kind == "officeDocument"), "")


def sheet_parts(package: ZipFile, part: str, book: etree._Element) -> dict[str, str]:
    """Return the parts of the worksheets by the sheets' names; `book` is what the workbook's part holds."""
    return sheets_among(relations_of(package, part), book)


def sheets_among(relations: Mapping[str, tuple[str, str]], book: etree._Element) -> dict[str, str]:
    """Return the parts of the worksheets by the sheets' names, from what the workbook's part refers to."""
    found: dict[str, str] = {}
    for sheet in book.iterfind("{*}sheets/*"):
        kind, where = relations.get(sheet.get(_ID) or sheet.get(_STRICT_ID) or "", ("", ""))
        if kind == "worksheet":
            found.setdefault(sheet.get("name", ""), where)
    return found


def parse_part(package: ZipFile, part: str) -> etree._Element:
    """Return the root of a part's XML, whole. Raise BadZipFile where it carries a document type."""
    return parse_xml(package.read(part), whole=True)


def parse_xml(data: bytes, *, whole: bool = False) -> etree._Element:
    """Return the root of an XML text, without its comments unless `whole`.

    Raise BadZipFile where it carries a document type.
    """
    root = etree.fromstring(data, _WHOLE if whole else _READ)
    # Office never writes a document type; it serves only to blow a file up.
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadZipFile("a document type")
    return root


def relations_of(package: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part (`""`: the package itself) refers to: id -> (kind, part)."""
    folder = dirname(part)
    relations = {}
    for relation in parse_part(package, join(folder, "_rels", f"{basename(part)}.rels")).iterchildren(
        "{*}Relationship"
    ):
        path = normpath(join("/", folder, unquote(relation.get("Target", ""))))
        relations[relation.get("Id", "")] = relation.get("Type", "").rpartition("/")[2], path.lstrip("/")
    return relations
