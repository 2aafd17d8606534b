"""What lies inside a workbook's file: which part is which sheet, and what a part refers to."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from xl_apa.xlsx.read.xml_parser import parse_xml, remembered

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


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


def relations_of(package: ZipFile, part: str) -> Mapping[str, tuple[str, str]]:
    """Return what a part (`""`: the package itself) refers to: id -> (kind, part)."""
    named = part.replace("\\", "/")
    folder = dirname(named)
    targets = _targets(package.read(_stored(package, join(folder, "_rels", f"{basename(named)}.rels"))))
    return {
        id_: (kind, _stored(package, normpath(join("/", folder, target)).lstrip("/")))
        for id_, (kind, target) in targets.items()
    }


def _stored(package: ZipFile, part: str) -> str:
    """Return the name under which a part lies in the package; itself where there is no such part.

    Capitals do not matter (ECMA-376 part 2, 6.2.2), and some programs write backslashes.
    """
    names = package.NameToInfo
    if part in names:
        return part
    wanted = part.lower()
    return next((name for name in names if name.replace("\\", "/").lower() == wanted), part)


@remembered
def _targets(relations: bytes) -> Mapping[str, tuple[str, str]]:
    """Return what is referred to, as it is written: id -> (kind, path from the part's folder)."""
    return {
        each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], unquote(each.get("Target", "")))
        for each in parse_xml(relations, whole=True).iterchildren("{*}Relationship")
    }
