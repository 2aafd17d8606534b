"""Which rows and columns of a sheet in an .xlsx file nobody sees.

Source: ECMA-376 part 1, 18.3.1.13 (col) and 18.3.1.73 (row): hidden, or of next to no width or height; 18.3.1.81
(sheetFormatPr): the usual sizes. Rows that are hidden by default (`zeroHeight`) are those that are not written at all,
so that nothing stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from lxml import etree

from xl_apa.xlsx.read.extras import LEAST_HEIGHT, LEAST_WIDTH, HiddenLines
from xl_apa.xlsx.read.grid import COLUMNS
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError, whole_number
from xl_apa.xlsx.read.xml_parser import parse_xml

_ATTRIBUTE = re.compile(rb' ([a-zA-Z0-9:]+)="([^"]*)"')
_NO = ("", "0", "false", "f", "off")
"""How files say that something is not so, in whatever letters; all else is yes to one program or another."""


def hidden_row(tag: bytes) -> int | None:
    """Return the number of a row that nobody sees, counted from 0, by its tag; None for every other.

    Raise UnusualError where a row is hidden and does not tell its number, where it closes a group of others, and for
    references, of which only a parser knows the letters.
    """
    if b"&" in tag:
        raise UnusualError("row")
    told = {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(tag)}
    if _is_so(told, "collapsed"):
        raise UnusualError("row")
    if not _is_hidden(told, "ht", LEAST_HEIGHT):
        return None
    number = told.get("r", "")
    if not (number.isascii() and number.isdecimal()):
        raise UnusualError("row")
    return int(number) - 1


def hidden_columns(part: bytes) -> frozenset[int] | None:
    """Return the columns that nobody sees of a sheet whose cells were read the quick way.

    None where more than the rows themselves tells which of them are hidden, so that `hidden_lines` has to be asked.
    """
    end = part.rfind(b"</sheetData>")
    if part.find(b"<cols", end) >= 0 or part.find(b"<sheetFormatPr", end) >= 0:
        return None
    return _columns_in(part[: part.find(b"<sheetData")])


def hidden_lines(part: bytes) -> HiddenLines:
    """Return the hidden lines of any sheet. Raise what lxml raises for broken XML, and ValueError."""
    root = parse_xml(part)
    lines: dict[int, Mapping[str, str]] = {}
    row = -1
    for line in root.iterfind("{*}sheetData/{*}row"):
        row = whole_number(line.get("r") or str(row + 2)) - 1
        lines[row] = _told(line)
    usual = _size(_usual(root), "defaultRowHeight")
    low = usual is not None and usual < LEAST_HEIGHT
    rows = {
        row
        for row, told in lines.items()
        if _is_hidden(told, "ht", LEAST_HEIGHT) or (low and _size(told, "ht") is None)
    }
    return HiddenLines(frozenset(rows | _folded(root, lines, "summaryBelow")), _columns(root))


@lru_cache(maxsize=64)  # a ministry's forms are built alike
def _columns_in(head: bytes) -> frozenset[int] | None:
    root = parse_xml(head + b"</worksheet>")
    usual = _size(_usual(root), "defaultRowHeight")
    return None if usual is not None and usual < LEAST_HEIGHT else _columns(root)


def _columns(root: etree._Element) -> frozenset[int]:
    spans = [_told(column) for column in root.iterfind("{*}cols/{*}col")]
    told = {number: each for each in spans for number in _span(each)}
    hidden = {number for each in spans if _is_hidden(each, "width", LEAST_WIDTH) for number in _span(each)}
    if _is_usually_narrow(_usual(root)):
        hidden |= {number for number in range(COLUMNS) if _size(told.get(number, {}), "width") is None}
    return frozenset(hidden | _folded(root, told, "summaryRight"))


def _is_usually_narrow(usual: Mapping[str, str]) -> bool:
    """Whether columns that tell no width have next to none: the usual one, or that of so many characters."""
    width = _size(usual, "defaultColWidth")
    return width < LEAST_WIDTH if width is not None else _size(usual, "baseColWidth") == 0


def _folded(root: etree._Element, lines: Mapping[int, Mapping[str, str]], which: str) -> set[int]:
    """The lines of groups that are folded up, also where only the line that closes a group says so.

    LibreOffice hides those, Excel does not.
    """
    closing = [number for number, told in lines.items() if _is_so(told, "collapsed")]
    if not closing:
        return set()
    side = root.find("{*}sheetPr/{*}outlinePr")
    step = 1 if side is not None and side.get(which, "1").lower() in _NO else -1
    return {line for number in closing for line in _group(lines, number, step)}


def _group(lines: Mapping[int, Mapping[str, str]], number: int, step: int) -> Iterator[int]:
    level = _size(lines[number], "outlineLevel") or 0
    number += step
    while number in lines and (_size(lines[number], "outlineLevel") or 0) > level:
        yield number
        number += step


def _usual(root: etree._Element) -> Mapping[str, str]:
    found = root.find("{*}sheetFormatPr")
    return {} if found is None else _told(found)


def _told(element: etree._Element) -> Mapping[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _is_hidden(told: Mapping[str, str], size: str, least: float) -> bool:
    found = _size(told, size)
    return _is_so(told, "hidden") or (found is not None and found < least)


def _is_so(told: Mapping[str, str], name: str) -> bool:
    return told.get(name, "").strip().lower() not in _NO


def _size(told: Mapping[str, str], name: str) -> float | None:
    """The number of an attribute; None where it is missing or none."""
    try:
        return float(told[name])
    except (KeyError, ValueError):
        return None


def _span(told: Mapping[str, str]) -> range:
    first, last = (told.get(name, "").strip() for name in ("min", "max"))
    if not (first.isdecimal() and last.isdecimal()):
        return range(0)
    return range(max(int(first[:7]) - 1, 0), min(int(last[:7]), COLUMNS))
