"""A sheet's XML parsed as XML: the slow way, for every sheet that is not written as usual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.grid import COLUMNS, CellGrid, CellRange, Rows
from xl_apa.xlsx.read.limits import check_count
from xl_apa.xlsx.read.looks.rich_text import RichText, Run
from xl_apa.xlsx.read.ooxml.shared_strings import letters_of, text_of
from xl_apa.xlsx.read.ooxml.stored_cell import Stored, WorkbookFacts, content_of
from xl_apa.xlsx.read.ooxml.xml_text import whole_number, without_escapes
from xl_apa.xlsx.read.xml_parser import parse_xml

_ADDRESS = re.compile(r"[A-Za-z]{1,3}0{0,6}[1-9][0-9]{0,6}")
_RANGE = re.compile(r"([A-Z]{1,3}[1-9][0-9]*)(?::([A-Z]{1,3}[1-9][0-9]*))?")


def thorough_cells(part: bytes, facts: WorkbookFacts, width: int = COLUMNS) -> Rows:
    """Return the cells of a sheet from A1 on, `width` columns at most.

    Raise FarCellError where a value stands too far out, ValueError where what stands in a cell can be understood in two
    ways, and what lxml raises for broken XML.
    """
    root = parse_xml(part)
    main = f"{{{etree.QName(root).namespace or ''}}}"
    grid = CellGrid(width)
    shared = [] if facts.calculated else list(_formula_areas(root, main))
    row = -1
    for line in _only(_table(root, main), f"{main}row"):
        row = whole_number(line.get("r") or str(row + 2)) - 1
        if row < 0:
            raise ValueError(f"row {row + 1}")
        column = -1
        for element in _only(line, f"{main}c", f"{main}extLst"):
            if element.tag == f"{main}extLst":
                continue
            place = _place(element.get("r")) or (row, column + 1)
            column = place[1]
            stored = _stored(element, main)
            if stored.formula is None and any(area.holds(*place) for area in shared):
                stored = replace(stored, formula="")
            grid.put(*place, content_of(stored, facts))
    return grid.rows


def _formula_areas(root: etree._Element, main: str) -> Iterator[CellRange]:
    """The cells that share a formula of which only the first has it: of an array, or of a table of what would be if."""
    formulas = root.iterfind(f"{main}sheetData/{main}row/{main}c/{main}f")
    return areas_of(each.get("ref", "") for each in formulas if each.get("t") in ("array", "dataTable"))


def _table(root: etree._Element, main: str) -> etree._Element:
    """The one table of cells. Raise ValueError where there are two, or one that only some programs see."""
    tables = root.findall(f"{main}sheetData")
    if len(tables) != 1:
        raise ValueError("not one table of cells")
    return tables[0]


def _only(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements inside. Raise ValueError for any other, such as `mc:AlternateContent`, which programs read each in
    its own way.
    """
    for element in parent:
        if element.tag not in tags:
            raise ValueError(f"{element.tag} among rows and cells")
        yield element


def merged_areas(part: bytes) -> Sequence[CellRange]:
    """Return the merged ranges of a sheet. Raise SheetTooLargeError for more than a report has."""
    ranges = parse_xml(part).findall("{*}mergeCells/{*}mergeCell")
    check_count(len(ranges))
    return tuple(areas_of(each.get("ref", "") for each in ranges))


def areas_of(references: Iterable[str]) -> Iterator[CellRange]:
    """Return the areas of references such as `M14:M15`; what is none is left out."""
    return (area for area in map(_area, references) if area)


@lru_cache(maxsize=4096)  # all forms have the same merged ranges
def _area(reference: str) -> CellRange | None:
    match = _RANGE.fullmatch(reference)
    first = position(match[1]) if match else None
    last = position(match[2]) if match and match[2] else first
    return CellRange(*first, *last) if first and last else None


def inline_runs(element: etree._Element) -> RichText:
    """Return the text of an inline string in runs."""
    text = text_of(element)
    return (Run(text, None),) if isinstance(text, str) else text


def _place(address: str | None) -> tuple[int, int] | None:
    """Row and column of an address, None where there is none. Raise ValueError where no cell has it."""
    if address is None:
        return None
    if not _ADDRESS.fullmatch(address) or (place := position(address)) is None:
        raise ValueError(f"no cell: {address[:20]}")
    return place


def _stored(element: etree._Element, main: str) -> Stored:
    parts = {each.tag: each for each in element}
    formula, value, inline, more = (parts.pop(f"{main}{name}", None) for name in ("f", "v", "is", "extLst"))
    if parts or sum(part is not None for part in (formula, value, inline, more)) != len(element):
        raise ValueError("two values in a cell, or something that is none")
    kind = element.get("t", "n")
    text = "" if value is None else letters_of(value)
    return Stored(
        style=whole_number(element.get("s", "0")),
        kind=kind,
        text=without_escapes(text) if kind == "str" else text,
        formula=None if formula is None else letters_of(formula),
        runs=None if inline is None else inline_runs(inline),
        rich=whole_number(element.get("vm", "0")),
        resolved=value is not None,
    )
