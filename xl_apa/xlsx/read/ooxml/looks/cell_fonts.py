"""Which cells of an .xlsx sheet have text in a certain font: their own, or that of a piece of their text.

Source: ECMA-376 part 1, 18.8.22 (fonts), 18.8.10 (cell formats), 18.4.5 (the font of a run). Only asked for where text
may be meant for a font that shows it as other letters, so it is a pass of its own over the sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from lxml import etree

from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.xml_parser import parse_xml

Wanted = Callable[[str], bool]


def cells_in_font(sheet: bytes, styles: bytes, strings: bytes, wanted: Wanted) -> Collection[tuple[int, int]]:
    """Return rows and columns of the cells of a sheet's part that have text in a font whose name is wanted.

    Raise what lxml raises for broken XML, and ValueError.
    """
    formats = _formats(styles, wanted) if styles else frozenset()
    shared = _shared(strings, wanted) if strings else frozenset()
    if not formats and not shared and b"rFont" not in sheet:
        return ()
    found = set()
    row = -1
    for line in parse_xml(sheet).iterfind("{*}sheetData/{*}row"):
        row = int(line.get("r") or row + 2) - 1
        column = -1
        for cell in line.iterchildren("{*}c"):
            place = position(cell.get("r", "")) or (row, column + 1)
            column = place[1]
            number = cell.findtext("{*}v", "") if cell.get("t") == "s" else ""
            if int(cell.get("s", "0")) in formats or number.strip() in shared or _names_font(cell, wanted):
                found.add(place)
    return found


def _formats(styles: bytes, wanted: Wanted) -> frozenset[int]:
    """The numbers of the cell formats whose font is wanted."""
    root = parse_xml(styles)
    fonts = {number for number, font in enumerate(root.iterfind("{*}fonts/{*}font")) if wanted(_name(font, "name"))}
    formats = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(number for number, xf in formats if int(xf.get("fontId", "0")) in fonts)


def _shared(strings: bytes, wanted: Wanted) -> frozenset[str]:
    """The numbers of the shared strings of which a piece is in a font that is wanted."""
    if b"rFont" not in strings:
        return frozenset()
    items = enumerate(parse_xml(strings).iterchildren("{*}si"))
    return frozenset(str(number) for number, item in items if _names_font(item, wanted))


def _names_font(element: etree._Element, wanted: Wanted) -> bool:
    return any(wanted(font.get("val", "")) for font in element.iterfind(".//{*}rPr/{*}rFont"))


def _name(font: etree._Element, tag: str) -> str:
    found = font.find(f"{{*}}{tag}")
    return "" if found is None else found.get("val", "")
