"""Which cells of an .xlsx sheet have a format in which nobody sees what stands in them.

Source: ECMA-376 part 1, 18.8.3 (colours), 18.8.20 (fills), 18.8.22 (fonts), 18.8.27 (the indexed colours).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree

from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.ooxml.xml_text import whole_number
from xl_apa.xlsx.read.unseen_text import BLACK, WHITE, Colour, TextLook, colour_of
from xl_apa.xlsx.read.xml_parser import parse_xml, remembered

_THEME = {0: WHITE, 1: BLACK}
"""Paper and letters in every theme of Office; the others are colours that a theme chooses."""
_INDEXED = tuple(map(colour_of, ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")))
_SYSTEM = {64: BLACK, 65: WHITE}
_FORMAT_COLOUR = re.compile(r"\[(?:white|colou?r\s*2)\]", re.IGNORECASE)
"""A format code that writes in white, whatever the font."""


@remembered
def unseen_styles(part: bytes) -> frozenset[int]:
    """Return the numbers of the cell formats in which nobody sees anything, from the part `xl/styles.xml`.

    Raise what lxml raises for broken XML, and ValueError.
    """
    root = parse_xml(part)
    fonts = root.findall("{*}fonts/{*}font")
    fills = [_behind(fill) for fill in root.iterfind("{*}fills/{*}fill")]
    white = {
        whole_number(each.get("numFmtId", "0"))
        for each in root.iterfind("{*}numFmts/{*}numFmt")
        if _FORMAT_COLOUR.search(each.get("formatCode", ""))
    }
    found = set()
    for number, xf in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        font, fill, code = (whole_number(xf.get(name, "0")) for name in ("fontId", "fillId", "numFmtId"))
        behind = fills[fill] if 0 <= fill < len(fills) else WHITE
        look = _look(fonts[font], behind) if 0 <= font < len(fonts) else TextLook()
        if look.unseen or (code in white and TextLook(WHITE, behind).unseen):
            found.add(number)
    return frozenset(found)


def cells_of_styles(sheet: bytes, styles: frozenset[int]) -> Collection[tuple[int, int]]:
    """Return rows and columns of the cells of a sheet's part that have one of these formats.

    Raise what lxml raises for broken XML, and ValueError.
    """
    if not styles:
        return ()
    found = set()
    row = -1
    for line in parse_xml(sheet).iterfind("{*}sheetData/{*}row"):
        row = whole_number(line.get("r") or str(row + 2)) - 1
        column = -1
        for cell in line.iterchildren("{*}c"):
            place = position(cell.get("r", "")) or (row, column + 1)
            column = place[1]
            if whole_number(cell.get("s", "0")) in styles:
                found.add(place)
    return found


def _look(font: etree._Element, behind: Colour | None) -> TextLook:
    colour, size = font.find("{*}color"), font.find("{*}sz")
    text = BLACK if colour is None else _colour(colour, BLACK)
    return TextLook(text, behind, None if size is None else float(size.get("val", "11")))


def _behind(fill: etree._Element) -> Colour | None:
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return WHITE if not len(fill) else None
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return WHITE
    front = pattern.find("{*}fgColor")
    return _colour(front, WHITE) if kind == "solid" and front is not None else None


def _colour(element: etree._Element, automatic: Colour) -> Colour | None:
    """A colour; None for one that a theme chooses, or that is lighter or darker than what is named."""
    if float(element.get("tint", "0")):
        return None
    if digits := element.get("rgb"):
        return colour_of(digits)
    if (theme := element.get("theme")) is not None:
        return _THEME.get(whole_number(theme))
    if (number := element.get("indexed")) is not None:
        index = whole_number(number)
        return _INDEXED[index % len(_INDEXED)] if 0 <= index < 2 * len(_INDEXED) else _SYSTEM.get(index)
    return automatic
