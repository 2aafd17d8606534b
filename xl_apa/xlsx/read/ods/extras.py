"""Macros, links and objects in an .ods package, and what of its sheets nobody sees.

Source: OpenDocument 1.3 part 2, 3 (packages); part 3, 9.6 (links), 14.6 (DDE), 19.734 (visibility), 20.395 (display).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from zipfile import ZipFile

from lxml import etree

from xl_apa.xlsx.read.extras import LEAST_HEIGHT, LEAST_WIDTH, NO_EXTRAS, Extra, ExtraKind, Extras, HiddenLines
from xl_apa.xlsx.read.grid import COLUMNS, ROWS
from xl_apa.xlsx.read.ods.styles import STYLE
from xl_apa.xlsx.read.ooxml.xml_text import whole_number

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DATABASES = ("sql", "table", "query")
_ROW, _SHAPES = f"{_TABLE}table-row", f"{_TABLE}shapes"
_GROUPS = tuple(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
"""What rows may be in, besides the table itself."""
_LENGTH = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(in|cm|mm|pt|pc|px)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_CHARACTER = 6.3
"""Points of a digit in the usual font."""
_MACROS = re.compile(r"(?:Basic|Scripts|Dialogs)/.*[^/]")
_OBJECT = re.compile(r"Object [0-9]+")
"""A part of this name is an object of another program; a chart is a folder of such a name."""
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_DRAWN = f"{{{_NAMESPACE}:drawing:1.0}}*"
_TOLD: dict[str, ExtraKind] = {
    f"{{{_NAMESPACE}:script:1.0}}event-listener": ExtraKind.MACROS,
    f"{{{_NAMESPACE}:office:1.0}}dde-source": ExtraKind.LINK,
    **{
        f"{_TABLE}{name}": ExtraKind.LINK
        for name in ("table-source", "cell-range-source", *(f"database-source-{kind}" for kind in _DATABASES))
    },
}
_HREF = "{http://www.w3.org/1999/xlink}href"
_OUTSIDE = re.compile(r"\s*(?:https?|ftp|file|smb):|\s*[/\\]{2}", re.IGNORECASE)


def extras_of(package: ZipFile, content: etree._Element) -> Extras:
    """Return what a package holds that no report needs; `content` is the root of its part with the sheets."""
    found = list(_found(package, content))
    return Extras(found) if found else NO_EXTRAS


def _found(package: ZipFile, content: etree._Element) -> Iterator[Extra]:
    for name in package.NameToInfo:
        if _MACROS.fullmatch(name):
            yield Extra(ExtraKind.MACROS, name)
        elif _OBJECT.fullmatch(name):
            yield Extra(ExtraKind.OBJECT, name)
    for element in content.iter(*_TOLD, _DRAWN):
        where = element.get(_HREF, "")
        if kind := _TOLD.get(str(element.tag)):
            yield Extra(kind, where or etree.QName(element).localname)
        elif _OUTSIDE.match(where):
            yield Extra(ExtraKind.LINK, where)


def unseen_tables(root: etree._Element) -> frozenset[str]:
    """Return the names of the styles of sheets that nobody sees."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for style in root.iterfind(f"{{*}}automatic-styles/{{*}}style[@{STYLE}family='table']")
        for properties in style.iterfind("{*}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    )


def narrow_styles(roots: Iterable[etree._Element]) -> frozenset[str]:
    """Return the names of the styles of rows and columns that have next to no height or width.

    LibreOffice makes rows as high as their text where their style asks for it.
    """
    return frozenset(
        style.get(f"{STYLE}name", "")
        for root in roots
        for size, least in (("row-height", LEAST_HEIGHT), ("column-width", LEAST_WIDTH * _CHARACTER))
        for style in root.iterfind("{*}automatic-styles/{*}style")
        for properties in style
        if properties.get(f"{STYLE}use-optimal-row-height") != "true"
        and (found := points(properties.get(f"{STYLE}{size}", ""))) is not None
        and found < least
    )


def points(length: str) -> float | None:
    """Return how many points a length has, such as `0.9465in`; None for what is none."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _POINTS[found[2]] if found else None


def hidden_lines(table: etree._Element, narrow: frozenset[str]) -> HiddenLines:
    """Return the rows and columns of a sheet that are hidden, filtered out or of a narrow style. Raise ValueError."""
    return HiddenLines(
        _unseen(table_rows(table), "number-rows-repeated", ROWS, narrow),
        _unseen(table.iterdescendants(f"{_TABLE}table-column"), "number-columns-repeated", COLUMNS, narrow),
    )


def table_rows(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, none of a table in a cell or a box. Raise ValueError for rows in anything else."""
    for child in parent:
        if child.tag == _ROW:
            yield child
        elif child.tag in _GROUPS:
            yield from table_rows(child)
        elif child.tag != _SHAPES and next(child.iterdescendants(_ROW), None) is not None:
            raise ValueError(f"rows in {child.tag}")


def _unseen(lines: Iterator[etree._Element], repeated: str, most: int, narrow: frozenset[str]) -> frozenset[int]:
    found: set[int] = set()
    at = 0
    for line in lines:
        count = whole_number(line.get(f"{_TABLE}{repeated}", "1"))
        if line.get(f"{_TABLE}visibility", "visible") != "visible" or line.get(f"{_TABLE}style-name") in narrow:
            found.update(range(at, min(at + count, most)))
        at += count
        if at >= most:
            break
    return frozenset(found)
