"""Which rows and columns of a sheet in an .xlsx file nobody sees.

Source: ECMA-376 part 1, 18.3.1.13 (col) and 18.3.1.73 (row): hidden, or of no width or height.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from xl_apa.xlsx.read.extras import HiddenLines
from xl_apa.xlsx.read.grid import COLUMNS
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError, whole_number
from xl_apa.xlsx.read.xml_parser import parse_xml

_COLUMN = re.compile(rb'<col((?: [a-zA-Z0-9:]+="[^"<>]*")*) ?/?>')
_ATTRIBUTE = re.compile(rb' ([a-zA-Z0-9:]+)="([^"]*)"')
_ASKED = ("hidden", "ht", "width", "min", "max")
_TRUE = ("1", "true")


def hidden_row(tag: bytes) -> int | None:
    """Return the number of a row that nobody sees, counted from 0, by its tag; None for every other.

    Raise UnusualError where it is hidden and does not tell its number: which row that is tell those before it.
    """
    told = _told(tag)
    if not _is_hidden(told, "ht"):
        return None
    number = told.get("r", "")
    if not (number.isascii() and number.isdecimal()):
        raise UnusualError("row")
    return int(number) - 1


def hidden_columns(part: bytes) -> frozenset[int]:
    """Return the columns that nobody sees of a sheet whose cells were read the quick way."""
    return _columns(part[: part.find(b"<sheetData")])


def hidden_lines(part: bytes) -> HiddenLines:
    """Return the hidden lines of any sheet. Raise what lxml raises for broken XML, and ValueError."""
    root = parse_xml(part)
    rows, row = set(), -1
    for line in root.iterfind("{*}sheetData/{*}row"):
        row = whole_number(line.get("r") or str(row + 2)) - 1
        if _is_hidden(_attributes(line), "ht"):
            rows.add(row)
    columns = {
        number
        for column in root.iterfind("{*}cols/{*}col")
        if _is_hidden(_attributes(column), "width")
        for number in _span(_attributes(column))
    }
    return HiddenLines(frozenset(rows), frozenset(columns))


@lru_cache(maxsize=64)  # a ministry's forms are built alike
def _columns(head: bytes) -> frozenset[int]:
    found: set[int] = set()
    for attributes in _COLUMN.findall(head):
        told = _told(attributes)
        if _is_hidden(told, "width"):
            found.update(_span(told))
    return frozenset(found)


def _attributes(element: etree._Element) -> dict[str, str]:
    return {name: element.get(name, "") for name in _ASKED}


def _told(attributes: bytes) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(attributes)}


def _is_hidden(told: Mapping[str, str], size: str) -> bool:
    try:
        return told.get("hidden", "") in _TRUE or float(told.get(size) or "1") <= 0
    except ValueError:
        return False


def _span(told: Mapping[str, str]) -> range:
    first, last = (told.get(name, "") for name in ("min", "max"))
    if not (first.isdecimal() and last.isdecimal()):
        return range(0)
    return range(max(int(first[:7]) - 1, 0), min(int(last[:7]), COLUMNS))
