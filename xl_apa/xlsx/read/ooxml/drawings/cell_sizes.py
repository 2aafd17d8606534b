"""How wide and high the cells of a sheet are, for drawings that say their size and not where they end.

Sources: ECMA-376 part 1, 18.3.1.13 (widths in characters), 18.3.1.73 (heights in points), 20.5.2.24 (oneCellAnchor).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from xl_apa.xlsx.read.ooxml.xml_text import TRUE

PER_POINT, PER_PIXEL = 12_700, 9_525
"""English metric units, in which drawings are measured."""
_CHARACTER, _PADDING = 7, 5
"""Pixels of a digit in the usual font, and of what stands beside the text of a cell."""
_USUAL_WIDTH, _USUAL_HEIGHT = 8.43, 15.0


@dataclass(frozen=True, slots=True)
class CellSizes:
    """The sizes of columns and rows (counted from 0) in English metric units; all others have the usual one."""

    width: int = round((_USUAL_WIDTH * _CHARACTER + _PADDING) * PER_PIXEL)
    height: int = round(_USUAL_HEIGHT * PER_POINT)
    widths: Mapping[int, int] = field(default_factory=dict)
    heights: Mapping[int, int] = field(default_factory=dict)

    def column_at(self, column: int, offset: int) -> int:
        """Return the column in which something ends that reaches so far from the left of a column."""
        return _reached(column, offset, self.widths, self.width)

    def row_at(self, row: int, offset: int) -> int:
        """Return the row in which something ends that reaches so far from the top of a row."""
        return _reached(row, offset, self.heights, self.height)


def read_cell_sizes(root: etree._Element, columns: int, rows: int) -> CellSizes:
    """Return the sizes of the first columns and rows of a sheet, from its part."""
    usual = root.find("{*}sheetFormatPr")
    told: Mapping[str, str] = {} if usual is None else {str(name): str(text) for name, text in usual.attrib.items()}
    width = float(told.get("defaultColWidth", _USUAL_WIDTH))
    height = float(told.get("defaultRowHeight", _USUAL_HEIGHT))
    widths: dict[int, int] = {}
    for each in root.iterfind("{*}cols/{*}col"):
        size = 0.0 if each.get("hidden") in TRUE else float(each.get("width", width))
        for column in range(int(each.get("min", "1")) - 1, min(int(each.get("max", "1")), columns)):
            widths[column] = _width(size)
    heights = {}
    for number, row in enumerate(root.iterfind("{*}sheetData/{*}row")):
        at = int(row.get("r", str(number + 1))) - 1
        size = 0.0 if row.get("hidden") in TRUE else float(row.get("ht", height))
        if at < rows:
            heights[at] = round(size * PER_POINT)
    return CellSizes(_width(width), round(height * PER_POINT), widths, heights)


def _width(characters: float) -> int:
    return round((characters * _CHARACTER + _PADDING) * PER_PIXEL) if characters else 0


def _reached(start: int, offset: int, sizes: Mapping[int, int], usual: int) -> int:
    at, left = start, offset
    # What only touches the next cell does not lie over it.
    while left > (size := sizes.get(at, usual)):
        left -= size
        if at - start > len(sizes) + _FAR:
            break
        at += 1
    return at


_FAR = 1000
"""No drawing needs to be followed further than so many cells of the usual size."""
