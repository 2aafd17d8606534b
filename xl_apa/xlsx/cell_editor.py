"""Marks go back into an officer's own file: the given cells change, everything else in it stays.

A workbook library drops what it does not know (controls, charts, extensions of a newer Excel) when it saves.
So the XML of the sheets is edited where it stands, and every other part is copied as it is.
"""

from __future__ import annotations

import re
import shutil
from bisect import bisect
from collections.abc import Mapping
from copy import copy
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from xl_apa.core.cells import CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.serials import serial_of_day
from xl_apa.xlsx.addresses import cell_name, position
from xl_apa.xlsx.atomic_file import replacing
from xl_apa.xlsx.cell_limits import LARGEST_NUMBER, cell_text
from xl_apa.xlsx.formula_cells import expand_shared
from xl_apa.xlsx.read.limits import unusable
from xl_apa.xlsx.read.ooxml.package import parse_part, sheet_parts, workbook_part
from xl_apa.xlsx.read.xml_parser import BROKEN_PACKAGE

Cells = Mapping[tuple[int, int], CellValue]
"""(row, column), counted from 0, to the value that shall stand there."""

Formulas = Mapping[tuple[int, int], str]
"""(row, column), counted from 0, to the formula that shall stand there, without `=`."""

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TRUE = ("1", "true")
_SPAN = re.compile("(?<![0-9])([0-9]{1,7}):([0-9]{1,7})(?![0-9])")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_DAY_OF_1904 = 1462
"""The serial number that 1 January 1904, the first day of the other calendar, has in the usual one."""


def write_cells(
    source: Path,
    target: Path,
    cells: Mapping[str, Cells],
    results: Mapping[str, Cells] | None = None,
    formulas: Mapping[str, Formulas] | None = None,
) -> None:
    """Write `source` to `target` (they may be one file) with the given cells of the named sheets changed.

    `results` are cells that change only where they hold a formula: what somebody typed over one stays. `formulas` are
    put into their cells first, in place of what stands there.

    A cell keeps its style and its formula; of a formula only the stored result changes. None and "" empty a cell.
    Text loses the characters XML forbids, and what is beyond the 32,767 characters a cell holds is cut off with a `…`:
    it is the program's own. A day becomes the serial number Excel counts days by; one before the workbook's calendar
    begins becomes text. A number that no cell can hold becomes #NUM!.
    """
    try:
        with ZipFile(BytesIO(_read(source))) as old:
            changed = _changed_parts(old, source, cells, results or {}, formulas or {})
            # Whole in memory first: on a full disk zipfile cannot close an archive, and says so on the screen later on.
            written = BytesIO()
            with ZipFile(written, "w") as new:
                _copy_parts(old, new, changed)
        with replacing(target) as temporary:
            temporary.write_bytes(written.getbuffer())
    except BROKEN_PACKAGE as error:
        raise unusable(source, error) from error


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file-missing", path=source) from error
    except OSError as error:
        raise InputError("file-not-readable", path=source, reason=error.strerror or str(error)) from error


# ---- the package ----------------------------------------------------------------------------------------------------


def _copy_parts(old: ZipFile, new: ZipFile, changed: Mapping[str, bytes]) -> None:
    new.comment = old.comment
    for info in old.infolist():
        if info.filename in changed:
            new.writestr(copy(info), changed[info.filename])
        else:
            with old.open(info) as part, new.open(copy(info), "w") as place:
                shutil.copyfileobj(part, place)


def _changed_parts(
    package: ZipFile,
    source: Path,
    cells: Mapping[str, Cells],
    results: Mapping[str, Cells],
    formulas: Mapping[str, Formulas],
) -> dict[str, bytes]:
    book_part = workbook_part(package)
    book = parse_part(package, book_part)
    parts = sheet_parts(package, book_part, book)
    changed = {}
    if _recalculate_on_load(book):
        changed[book_part] = _serialize(book)
    for name in dict.fromkeys([*formulas, *cells, *results]):
        if name not in parts:
            raise InputError("sheet-missing", path=source, sheet=name)
        part = parts[name]
        sheet = parse_part(package, part)
        _put_formulas(sheet, formulas.get(name, {}))
        _fill(sheet, cells.get(name, {}), _first_day(book))
        _fill_results(sheet, results.get(name, {}), _first_day(book))
        _refuse_doubles(sheet)
        changed[part] = _serialize(sheet)
    return changed


def _refuse_doubles(sheet: etree._Element) -> None:
    """Raise ValueError where a row or a cell is there twice: cells that stand in rows of other numbers can be read, but
    what was put where they belong makes two of them.
    """
    for path in ("{*}row", "{*}row/{*}c"):
        places = [place for each in sheet.iterfind(f"{{*}}sheetData/{path}") if (place := each.get("r"))]
        if len(set(places)) != len(places):
            raise ValueError("a row or a cell twice")


def _serialize(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


# ---- the workbook ---------------------------------------------------------------------------------------------------


def _first_day(book: etree._Element) -> int:
    """Return the serial number of the workbook's day 0 in the usual calendar."""
    properties = book.find(_tag(book, "workbookPr"))
    return _FIRST_DAY_OF_1904 if properties is not None and properties.get("date1904") in _TRUE else 0


def _recalculate_on_load(book: etree._Element) -> bool:
    """Let the officer's own formulas follow the new cells when the file is opened; False when that is so already."""
    calculation = book.find(_tag(book, "calcPr"))
    if calculation is None:
        calculation = etree.Element(_tag(book, "calcPr"))
        before = [_tag(book, name) for name in ("sheets", "functionGroups", "externalReferences", "definedNames")]
        *_, last = book.iterchildren(*before)
        last.addnext(calculation)
    if calculation.get("fullCalcOnLoad") in _TRUE:
        return False
    calculation.set("fullCalcOnLoad", "1")
    return True


# ---- the sheet ------------------------------------------------------------------------------------------------------


class _Line:
    """The rows of a sheet, or the cells of a row: elements in order, each at a number counted from 0."""

    def __init__(self, parent: etree._Element, name: str) -> None:
        self.parent = parent
        self.tag = _tag(parent, name)
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


def _fill(sheet: etree._Element, cells: Cells, first_day: int) -> None:
    (data,) = sheet.iterchildren(_tag(sheet, "sheetData"))
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


def _fill_results(sheet: etree._Element, cells: Cells, first_day: int) -> None:
    (data,) = sheet.iterchildren(_tag(sheet, "sheetData"))
    rows = _Line(data, "row").elements
    lines = {row: _Line(rows[row], "c").elements for row in {row for row, _ in cells} if row in rows}
    for (row, column), value in cells.items():
        cell = lines[row].get(column) if row in lines else None
        if cell is not None and cell.find(_tag(cell, "f")) is not None:
            _put(cell, *_encode(value, first_day))


def _put_formulas(sheet: etree._Element, formulas: Formulas) -> None:
    """Put formulas into cells, without results."""
    if not formulas:
        return
    (data,) = sheet.iterchildren(_tag(sheet, "sheetData"))
    rows = _Line(data, "row")
    lines = {row: _Line(rows.elements[row], "c") for row, _ in formulas if row in rows.elements}
    cells = {place: lines[place[0]].elements.get(place[1]) for place in formulas if place[0] in lines}
    held = [cell.find(_tag(cell, "f")) for cell in cells.values() if cell is not None]
    expand_shared(sheet, {each.get("si", "") for each in held if each is not None and each.get("t") == "shared"})
    for (row, column), text in formulas.items():
        if row not in lines:
            lines[row] = _Line(rows.insert(row, str(row + 1)), "c")
        cell = lines[row].elements.get(column)
        if cell is None:
            cell = lines[row].insert(column, cell_name(row, column))
            _dress(cell, sheet, column)
        for old in list(cell.iterchildren(_tag(cell, "f"))):
            cell.remove(old)
        _put(cell, "n", "")
        formula = etree.Element(_tag(cell, "f"))
        formula.text = text
        cell.insert(0, formula)


def _put(cell: etree._Element, kind: str, text: str) -> None:
    formula = cell.find(_tag(cell, "f"))
    for old in list(cell.iterchildren(_tag(cell, "v"), _tag(cell, "is"))):
        cell.remove(old)
    # `vm` names a picture or data type that Excel would show instead of the value.
    for attribute in {"t", "vm"} & set(cell.keys()):
        del cell.attrib[attribute]
    if not text:
        return
    inline = kind == "str" and formula is None
    value = etree.Element(_tag(cell, "is" if inline else "v"))
    cell.insert(0 if formula is None else cell.index(formula) + 1, value)
    holder = etree.SubElement(value, _tag(cell, "t")) if inline else value
    holder.text = text
    if inline and text != text.strip():
        holder.set(_XML_SPACE, "preserve")
    if kind != "n":
        cell.set("t", "inlineStr" if inline else kind)


def _dress(cell: etree._Element, sheet: etree._Element, column: int) -> None:
    """Let a new cell look like its row or else its column, as when it is typed in Excel."""
    row = cell.getparent()
    style = row.get("s") if row is not None and row.get("customFormat") in _TRUE else None
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
    for dimension in sheet.iterchildren(_tag(sheet, "dimension")):
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


def _tag(near: etree._Element, name: str) -> str:
    """Return the name in the namespace of its neighbour: strict and transitional files differ in it."""
    return f"{{{etree.QName(near).namespace}}}{name}"
