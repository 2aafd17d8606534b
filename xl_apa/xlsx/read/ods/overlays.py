"""What lies over the cells of a sheet in an .ods file: comments, boxes with text, pictures.

Source: OpenDocument 1.3 part 3, 9.2.8 (shapes that hang on the sheet), 10.3 (shapes), 19.575 (where a shape ends).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from lxml import etree

from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.grid import COLUMNS, ROWS, CellRange, Overlay
from xl_apa.xlsx.read.ods.extras import points, table_rows
from xl_apa.xlsx.read.ods.styles import STYLE
from xl_apa.xlsx.read.ods.text import text_of
from xl_apa.xlsx.read.ooxml.xml_text import whole_number

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_GROUP = "g"
_SHAPES = ("frame", "custom-shape", "rect", "text-box", "caption", "ellipse", "circle", "polygon", "path", _GROUP)


def over_cell(cell: etree._Element, row: int, column: int) -> Iterator[Overlay]:
    """Yield a comment on a cell, and boxes with text and pictures that hang on it."""
    here = CellRange(row, column, row, column)
    for element in cell:
        name = _name(element)
        if name == "annotation":
            # One without a word is no picture either.
            if text := text_of(element).strip():
                yield Overlay(here, text)
        elif name in _SHAPES:
            end = position(element.get(f"{_TABLE}end-cell-address", "").rpartition(".")[2])
            area = CellRange(row, column, max(row, end[0]), max(column, end[1])) if end and end[1] >= 0 else here
            yield from _shown(element, area)


def over_sheet(table: etree._Element, roots: Iterable[etree._Element]) -> Iterator[Overlay]:
    """Yield the boxes with text and pictures that hang on the sheet itself, and so say where they are in lengths.

    `roots` hold the styles that tell how wide columns and how high rows are. Raise ValueError.
    """
    shapes = table.find(f"{_TABLE}shapes")
    if shapes is None:
        return
    sizes = _sizes(roots)
    columns = _ends(table.iterdescendants(f"{_TABLE}table-column"), "number-columns-repeated", COLUMNS, sizes)
    rows = _ends(table_rows(table), "number-rows-repeated", ROWS, sizes)
    for element in shapes.iterdescendants():
        # Those in a group have places of their own.
        if _name(element) in _SHAPES and _name(element) != _GROUP:
            left, top, wide, high = (points(element.get(f"{_SVG}{each}", "")) for each in ("x", "y", "width", "height"))
            if left is not None and top is not None:
                (first_row, last_row), (first, last) = _lines(rows, top, high or 0), _lines(columns, left, wide or 0)
                yield from _shown(element, CellRange(first_row, first, last_row, last))


def _shown(element: etree._Element, area: CellRange) -> Iterator[Overlay]:
    """What a shape says, and everything in it: a chart has a picture too, for programs that draw none."""
    text = "\n".join(filter(None, (text_of(each).strip() for each in element.iter() if _name(each) in _WRITTEN)))
    picture = element.find(".//{*}image") is not None and element.find(".//{*}object") is None
    if text or picture:
        yield Overlay(area, text)


_WRITTEN = (*_SHAPES, "text-box")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


# ---- places ---------------------------------------------------------------------------------------------------------


def _sizes(roots: Iterable[etree._Element]) -> Mapping[str, float]:
    """The heights and widths that styles of rows and columns have, in points."""
    return {
        style.get(f"{STYLE}name", ""): size
        for root in roots
        for style in root.iterfind("{*}automatic-styles/{*}style")
        for properties in style
        for which in ("row-height", "column-width")
        if (size := points(properties.get(f"{STYLE}{which}", ""))) is not None
    }


def _ends(lines: Iterable[etree._Element], repeated: str, most: int, sizes: Mapping[str, float]) -> list[float]:
    """Where each row or column ends, in points from the sheet's corner; so many at most."""
    found: list[float] = []
    for line in lines:
        count = min(whole_number(line.get(f"{_TABLE}{repeated}", "1")), most - len(found))
        unseen = line.get(f"{_TABLE}visibility", "visible") != "visible"
        found += [0.0 if unseen else sizes.get(line.get(f"{_TABLE}style-name", ""), 0.0)] * count
        if len(found) >= most:
            break
    return list(accumulate(found))


def _lines(ends: list[float], place: float, size: float) -> tuple[int, int]:
    """The first and the last row or column that something of this size reaches; one that it only touches is none."""
    beyond = len(ends)
    first = next((number for number, end in enumerate(ends) if end > place + _TOUCHING), beyond)
    last = next((number for number, end in enumerate(ends) if end >= place + size - _TOUCHING), beyond)
    return first, max(first, last)


_TOUCHING = 0.5
"""Points."""
