"""What lies inside a workbook's file: which part is which sheet."""

from __future__ import annotations

from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def workbook_part(package: ZipFile) -> str:
    """Return the part that lists the sheets, "" without one. Raise what zipfile and lxml raise for broken files."""
    return next((part for kind, part in _relations(package, "").values() if kind == "officeDocument"), "")


def sheet_parts(package: ZipFile, part: str, book: etree._Element) -> dict[str, str]:
    """Return the parts of the worksheets by the sheets' names; `book` is what the workbook's part holds."""
    relations = _relations(package, part)
    found: dict[str, str] = {}
    for sheet in book.iterfind("{*}sheets/*"):
        kind, where = relations.get(sheet.get(_ID) or sheet.get(_STRICT_ID) or "", ("", ""))
        if kind == "worksheet":
            found.setdefault(sheet.get("name", ""), where)
    return found


def parse_part(package: ZipFile, part: str) -> etree._Element:
    """Return the root of a part's XML. Raise BadZipFile where it carries a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, strip_cdata=False)
    root = etree.fromstring(package.read(part), parser)
    # Office never writes a document type; it serves only to blow a file up.
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadZipFile(part)
    return root


def _relations(package: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part (`""`: the package itself) refers to: id -> (kind, part)."""
    folder = dirname(part)
    relations = {}
    for relation in parse_part(package, join(folder, "_rels", f"{basename(part)}.rels")).iterchildren(
        "{*}Relationship"
    ):
        path = normpath(join("/", folder, unquote(relation.get("Target", ""))))
        relations[relation.get("Id", "")] = relation.get("Type", "").rpartition("/")[2], path.lstrip("/")
    return relations
