"""Which cells of an .xlsx sheet have a format in which nobody sees what stands in them.

Source: ECMA-376 part 1, 18.8.3 (colours), 18.8.20 (fills), 18.8.22 (fonts), 18.8.27 (the indexed colours).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.looks.unseen_text import BLACK, WHITE, Colour, TextLook, colour_of
from xl_apa.xlsx.read.ooxml.xml_text import whole_number
from xl_apa.xlsx.read.xml_parser import parse_xml, remembered

_THEME = {0: WHITE, 1: BLACK}
"""Paper and letters in every theme of Office; the others are colours that a theme chooses."""
_INDEXED = tuple(map(colour_of, ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")))
_SYSTEM = {64: BLACK, 65: WHITE}
_PIECES = b"rPr>"
"""How the look of a piece of text ends, whatever prefix its file has."""
_FORMAT_COLOUR = re.compile(r"\[(?:white|colou?r\s*2)\]", re.IGNORECASE)
"""A format code that writes in white, whatever the font."""


@dataclass(frozen=True, slots=True)
class Formats:
    """Of the cell formats by number: which show nothing that anybody sees, and what lies behind the text of each."""

    unseen: frozenset[int]
    behind: tuple[Colour | None, ...]

    def behind_of(self, number: int) -> Colour | None:
        """Return the colour behind the text of cells of a format, None where it is not known."""
        return self.behind[number] if 0 <= number < len(self.behind) else WHITE


@remembered
def formats_of(part: bytes) -> Formats:
    """Return the cell formats in the part `xl/styles.xml`. Raise what lxml raises for broken XML, and ValueError."""
    root = parse_xml(part)
    fonts = root.findall("{*}fonts/{*}font")
    fills = [_behind(fill) for fill in root.iterfind("{*}fills/{*}fill")]
    white = {
        whole_number(each.get("numFmtId", "0"))
        for each in root.iterfind("{*}numFmts/{*}numFmt")
        if _FORMAT_COLOUR.search(each.get("formatCode", ""))
    }
    unseen: set[int] = set()
    behinds: list[Colour | None] = []
    for number, xf in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        font, fill, code = (whole_number(xf.get(name, "0")) for name in ("fontId", "fillId", "numFmtId"))
        behind = fills[fill] if 0 <= fill < len(fills) else WHITE
        look = _look(fonts[font], behind) if 0 <= font < len(fonts) else TextLook()
        if look.unseen or (code in white and TextLook(WHITE, behind).unseen):
            unseen.add(number)
        behinds.append(behind)
    return Formats(frozenset(unseen), tuple(behinds))


def unseen_cells(sheet: bytes, styles: bytes, strings: bytes) -> Collection[tuple[int, int]]:
    """Return rows and columns of the cells of a sheet's part in which nobody sees the text, or a piece of it.

    Raise what lxml raises for broken XML, and ValueError.
    """
    formats = formats_of(styles) if styles else Formats(frozenset(), ())
    pieces = _pieces_of(strings) if _PIECES in strings else {}
    behinds = {WHITE, *formats.behind}
    hidden = {number: looks for number, looks in pieces.items() if any(_hides(looks, each) for each in behinds)}
    if not formats.unseen and not hidden and _PIECES not in sheet:
        return ()
    found = set()
    row = -1
    for line in parse_xml(sheet).iterfind("{*}sheetData/{*}row"):
        row = whole_number(line.get("r") or str(row + 2)) - 1
        column = -1
        for cell in line.iterchildren("{*}c"):
            place = position(cell.get("r", "")) or (row, column + 1)
            column = place[1]
            style = whole_number(cell.get("s", "0"))
            shared = cell.findtext("{*}v", "").strip() if cell.get("t") == "s" else ""
            looks = hidden.get(shared, ()) or [_look(run, None) for run in cell.iterfind("{*}is/{*}r/{*}rPr")]
            if style in formats.unseen or _hides(looks, formats.behind_of(style)):
                found.add(place)
    return found


@remembered
def _pieces_of(strings: bytes) -> Mapping[str, Sequence[TextLook]]:
    """How the pieces of the shared texts look that have a look of their own, by the number of each text."""
    return {
        str(number): [_look(run, None) for run in runs]
        for number, item in enumerate(parse_xml(strings).iterchildren("{*}si"))
        if (runs := item.findall("{*}r/{*}rPr"))
    }


def _hides(looks: Iterable[TextLook], behind: Colour | None) -> bool:
    """Whether a piece of a text is not seen on a ground."""
    return any(replace(look, behind=behind).unseen for look in looks)


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
