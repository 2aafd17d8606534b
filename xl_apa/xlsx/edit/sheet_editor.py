"""Cells of a sheet's XML filled in where they stand; all else in it stays."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from datetime import date

from lxml import etree

from xl_apa.core.cells import CellValue
from xl_apa.core.serials import serial_of_day
from xl_apa.xlsx.addresses import cell_name, position
from xl_apa.xlsx.cell_limits import LARGEST_NUMBER, cell_text
from xl_apa.xlsx.edit.formula_cells import expand_shared
from xl_apa.xlsx.read.ooxml.xml_text import TRUE

Cells = Mapping[tuple[int, int], CellValue]
"""(row, column), counted from 0, to the value that shall stand there."""

Formulas = Mapping[tuple[int, int], str]
"""(row, column), counted from 0, to the formula that shall stand there, without `=`."""

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPAN = re.compile("(?<![0-9])([0-9]{1,7}):([0-9]{1,7})(?![0-9])")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def fill_cells(sheet: etree._Element, cells: Cells, first_day: int) -> None:
    """Put values into cells; a formula that stands in one keeps standing there, with the value as its result.

    `first_day` is the serial number that the workbook's day 0 has in the usual calendar.
    """
    (data,) = sheet.iterchildren(tag(sheet, "sheetData"))
    rows = _Line(data, "row")
    lines: dict[int, _Line] = {}
    for (row, column), value in cells.items():
        kind, text = _encode(value, first_day)
        if text and row not in rows.elements:
            rows.insert(row, str(row + 1))
        if row in rows.elements and row not in lines:
            lines[row] = _Line(rows.elements[row], "c")
        if text and column not in lines[row].elements:
            _dress(lines[row].insert(column, cell_name(row, column)), sheet, column)
        if row in lines and column in lines[row].elements:
            _put(lines[row].elements[column], kind, text)
            _widen_spans(lines[row].parent, column + 1)
            _widen_dimension(sheet, row, column)


def fill_results(sheet: etree._Element, cells: Cells, first_day: int) -> None:
    """Put results into those of the cells that hold a formula."""
    (data,) = sheet.iterchildren(tag(sheet, "sheetData"))
    rows = _Line(data, "row").elements
    lines = {row: _Line(rows[row], "c").elements for row in {row for row, _ in cells} if row in rows}
    for (row, column), value in cells.items():
        cell = lines[row].get(column) if row in lines else None
        if cell is not None and cell.find(tag(cell, "f")) is not None:
            _put(cell, *_encode(value, first_day))


def put_formulas(sheet: etree._Element, formulas: Formulas) -> None:
    """Put formulas into cells, without results."""
    if not formulas:
        return
    (data,) = sheet.iterchildren(tag(sheet, "sheetData"))
    rows = _Line(data, "row")
    lines = {row: _Line(rows.elements[row], "c") for row, _ in formulas if row in rows.elements}
    cells = {place: lines[place[0]].elements.get(place[1]) for place in formulas if place[0] in lines}
    held = [cell.find(tag(cell, "f")) for cell in cells.values() if cell is not None]
    expand_shared(sheet, {each.get("si", "") for each in held if each is not None and each.get("t") == "shared"})
    for (row, column), text in formulas.items():
        if row not in lines:
            lines[row] = _Line(rows.insert(row, str(row + 1)), "c")
        cell = lines[row].elements.get(column)
        if cell is None:
            cell = lines[row].insert(column, cell_name(row, column))
            _dress(cell, sheet, column)
        for old in list(cell.iterchildren(tag(cell, "f"))):
            cell.remove(old)
        _put(cell, "n", "")
        formula = etree.Element(tag(cell, "f"))
        formula.text = text
        cell.insert(0, formula)


def refuse_doubles(sheet: etree._Element) -> None:
    """Raise ValueError where a row or a cell is there twice: cells that stand in rows of other numbers can be read, but
    what was put where they belong makes two of them.
    """
    for path in ("{*}row", "{*}row/{*}c"):
        places = [place for each in sheet.iterfind(f"{{*}}sheetData/{path}") if (place := each.get("r"))]
        if len(set(places)) != len(places):
            raise ValueError("a row or a cell twice")


# ---- rows and cells -----------------------------------------------------------------------------------------------


class _Line:
    """The rows of a sheet, or the cells of a row: elements in order, each at a number counted from 0."""

    def __init__(self, parent: etree._Element, name: str) -> None:
        self.parent = parent
        self.tag = tag(parent, name)
        self.elements: dict[int, etree._Element] = {}
        number = -1
        for element in parent.iterchildren(self.tag):
            # Without an address an element follows the one before it.
            row, column = position(element.get("r", "")) or (number + 1, number + 1)
            number = row if name == "row" else column
            self.elements[number] = element
        self.numbers = list(self.elements)

    def insert(self, number: int, address: str) -> etree._Element:
        """Insert and return a new element at its place in the order."""
        element = etree.Element(self.tag, r=address)
        index = bisect(self.numbers, number)
        if index:
            self.elements[self.numbers[index - 1]].addnext(element)
        else:
            self.parent.insert(0, element)
        self.numbers.insert(index, number)
        self.elements[number] = element
        return element


def _put(cell: etree._Element, kind: str, text: str) -> None:
    formula = cell.find(tag(cell, "f"))
    for old in list(cell.iterchildren(tag(cell, "v"), tag(cell, "is"))):
        cell.remove(old)
    # `vm` names a picture or data type that Excel would show instead of the value.
    for attribute in {"t", "vm"} & set(cell.keys()):
        del cell.attrib[attribute]
    if not text:
        return
    inline = kind == "str" and formula is None
    value = etree.Element(tag(cell, "is" if inline else "v"))
    cell.insert(0 if formula is None else cell.index(formula) + 1, value)
    holder = etree.SubElement(value, tag(cell, "t")) if inline else value
    holder.text = text
    if inline and text != text.strip():
        holder.set(_XML_SPACE, "preserve")
    if kind != "n":
        cell.set("t", "inlineStr" if inline else kind)


def _dress(cell: etree._Element, sheet: etree._Element, column: int) -> None:
    """Let a new cell look like its row or else its column, as when it is typed in Excel."""
    row = cell.getparent()
    style = row.get("s") if row is not None and row.get("customFormat") in TRUE else None
    for columns in sheet.iterfind("{*}cols/{*}col"):
        if int(columns.get("min", "0")) <= column + 1 <= int(columns.get("max", "0")):
            style = style or columns.get("style")
    if style:
        cell.set("s", style)


def _widen_spans(row: etree._Element, place: int) -> None:
    spans = [(int(first), int(last)) for first, last in _SPAN.findall(row.get("spans", ""))]
    if spans and not any(first <= place <= last for first, last in spans):
        ends = [place, *(end for span in spans for end in span)]
        row.set("spans", f"{min(ends)}:{max(ends)}")


def _widen_dimension(sheet: etree._Element, row: int, column: int) -> None:
    for dimension in sheet.iterchildren(tag(sheet, "dimension")):
        corners = [corner for name in dimension.get("ref", "").split(":") if (corner := position(name))]
        if corners:
            rows, columns = zip((row, column), *corners, strict=True)
            ends = cell_name(min(rows), min(columns)), cell_name(max(rows), max(columns))
            dimension.set("ref", ":".join(dict.fromkeys(ends)))


# ---- a value as XML has it ------------------------------------------------------------------------------------------


def _encode(value: CellValue, first_day: int) -> tuple[str, str]:
    """Return the type and text of a cell: `n 17.8`, `b 1`, `str চলমান`; no text means an empty cell."""
    if isinstance(value, date):
        days = serial_of_day(value) - first_day
        value = days if days >= 0 else value.isoformat()
    if value is None:
        return "n", ""
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, str):
        # Spreadsheets read `_x0041_` as A; a true underscore is written `_x005F_` there.
        return "str", _LOOKS_ESCAPED.sub("_x005F_", cell_text(value))
    if not abs(value) < LARGEST_NUMBER:
        return "e", "#NUM!"
    # Converted, since a NumPy number is a float too and calls itself `np.float64(17.8)`.
    return "n", repr(float(value) if isinstance(value, float) else int(value))


# ---- names and addresses --------------------------------------------------------------------------------------------


def tag(near: etree._Element, name: str) -> str:
    """Return the name in the namespace of its neighbour: strict and transitional files differ in it."""
    return f"{{{etree.QName(near).namespace}}}{name}"
