"""What lies inside a workbook's file: which part is which sheet, and what a part refers to."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from xl_apa.xlsx.read.faults import PartTooLargeError
from xl_apa.xlsx.read.limits import MOST_PART_BYTES, MOST_RELATIONS
from xl_apa.xlsx.read.ooxml.part_names import stored_name
from xl_apa.xlsx.read.ooxml.xml_text import TRUE
from xl_apa.xlsx.read.xml_parser import parse_xml, remembered

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def workbook_part(package: ZipFile) -> str:
    """Return the part that lists the sheets, "" when there is none. Raise what zipfile and lxml raise."""
    return single_part(relations_of(package, ""), "officeDocument")


def single_part(relations: Mapping[str, tuple[str, str]], wanted: str) -> str:
    """Return the part of a kind, "" when there is none. Raise ValueError when there are two."""
    found = {part for kind, part in relations.values() if kind == wanted}
    if len(found) > 1:
        raise ValueError(f"two parts for {wanted}")
    return found.pop() if found else ""


def read_part(package: ZipFile, part: str) -> bytes:
    """Return what a part holds. Raise PartTooLargeError for one larger than a report's, and what zipfile raises."""
    if package.getinfo(part).file_size > MOST_PART_BYTES:
        raise PartTooLargeError(part)
    return package.read(part)


def sheet_parts(package: ZipFile, part: str, book: etree._Element) -> dict[str, str]:
    """Return the parts of the worksheets by the sheets' names; `book` is what the workbook's part holds."""
    return sheets_among(relations_of(package, part), book)


def sheets_among(relations: Mapping[str, tuple[str, str]], book: etree._Element) -> dict[str, str]:
    """Return the parts of the worksheets by the sheets' names, from what the workbook's part refers to.

    Raise ValueError where that can be understood in two ways: two lists of sheets, or one that only some programs see
    (`mc:AlternateContent`), two sheets of one name, one part for two sheets.
    """
    main = f"{{{etree.QName(book).namespace or ''}}}"
    lists = book.findall(f"{main}sheets")
    if len(lists) != 1 or next(book.iter("{*}sheets"), None) is not lists[0]:
        raise ValueError("not one list of sheets")
    found: dict[str, str] = {}
    parts: set[str] = set()
    for sheet in lists[0]:
        if sheet.tag != f"{main}sheet":
            raise ValueError("no sheet in the list of sheets")
        kind, where = relations.get(sheet.get(_ID) or sheet.get(_STRICT_ID) or "", ("", ""))
        if kind == "worksheet":
            name = sheet.get("name", "")
            if name in found or where in parts:
                raise ValueError("a sheet twice")
            found[name] = where
            parts.add(where)
    return found


def is_hidden(sheet: etree._Element) -> bool:
    """Return whether nobody sees a sheet of the list of sheets."""
    return sheet.get("state", "visible") != "visible"


def is_calculated(book: etree._Element) -> bool:
    """Return whether a program has calculated the workbook: none has where all is to be calculated at opening.

    Source: ECMA-376 part 1, 18.2.2 (calcPr). Excel and LibreOffice save no `fullCalcOnLoad`; with `calcCompleted` next
    to it the results were there before other cells were changed.
    """
    told = book.find("{*}calcPr")
    return told is None or told.get("fullCalcOnLoad") not in TRUE or told.get("calcCompleted") in TRUE


def parse_part(package: ZipFile, part: str) -> etree._Element:
    """Return the root of a part's XML, whole. Raise BadZipFile where it carries a document type."""
    return parse_xml(read_part(package, part), whole=True)


def relations_of(package: ZipFile, part: str) -> Mapping[str, tuple[str, str]]:
    """Return what a part (`""`: the package itself) refers to: id -> (kind, part)."""
    named = part.replace("\\", "/")
    folder = dirname(named)
    targets = _targets(read_part(package, stored_name(package, join(folder, "_rels", f"{basename(named)}.rels"))))
    return {
        id_: (kind, stored_name(package, normpath(join("/", folder, target)).lstrip("/")))
        for id_, (kind, target) in targets.items()
    }


@remembered
def _targets(relations: bytes) -> Mapping[str, tuple[str, str]]:
    """Return what is referred to, as it is written: id -> (kind, path from the part's folder)."""
    found: dict[str, tuple[str, str]] = {}
    if relations.count(b"Relationship ") > MOST_RELATIONS:
        raise PartTooLargeError("relations")
    for each in parse_xml(relations, whole=True).iterchildren("{*}Relationship"):
        if found.setdefault(each.get("Id", ""), _target(each)) != _target(each):
            raise ValueError("a relation twice")
    return found


def _target(relation: etree._Element) -> tuple[str, str]:
    return relation.get("Type", "").rpartition("/")[2], unquote(relation.get("Target", ""))
