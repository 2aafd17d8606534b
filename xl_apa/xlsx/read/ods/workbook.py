"""Workbooks of LibreOffice and others, .ods: one part of XML holds all sheets.

Source: OpenDocument 1.3 part 3, 9 (tables).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.conditional import ConditionalLook
from xl_apa.xlsx.read.date_system import EPOCH_1900
from xl_apa.xlsx.read.extras import Extras, HiddenLines
from xl_apa.xlsx.read.grid import COLUMNS, ROWS, CellGrid, CellRange, FarCellError, Overlay, Rows, is_blank
from xl_apa.xlsx.read.limits import MOST_BYTES, check_count, whole
from xl_apa.xlsx.read.ods.cell_fonts import is_in_font, styles_in_font
from xl_apa.xlsx.read.ods.cell_reader import CellReader
from xl_apa.xlsx.read.ods.conditional_formats import ConditionalStyles, conditional_looks
from xl_apa.xlsx.read.ods.extras import extras_of, hidden_lines, narrow_styles, table_rows, unseen_tables
from xl_apa.xlsx.read.ods.number_styles import NumberStyles
from xl_apa.xlsx.read.ods.overlays import over_cell, over_sheet
from xl_apa.xlsx.read.ods.styles import Looks
from xl_apa.xlsx.read.ods.unseen_styles import unseen_styles
from xl_apa.xlsx.read.ods.values import day_named
from xl_apa.xlsx.read.ooxml.package import read_part
from xl_apa.xlsx.read.ooxml.xml_text import whole_number
from xl_apa.xlsx.read.workbook import OpenWorkbook
from xl_apa.xlsx.read.xml_parser import parse_xml

CONTENT = "content.xml"
_STYLES, _SETTINGS = "styles.xml", "settings.xml"

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

_FORMATS = frozenset(
    f"{_TABLE}{name}" for name in ("style-name", "number-columns-repeated", "content-validation-name", "protect")
)
"""What an empty cell may have."""
_NAMES = " or ".join(f"local-name() = '{each.partition('}')[2]}'" for each in sorted(_FORMATS))
_WRITTEN_ROWS = etree.XPath(
    f".//t:table-row[*[self::t:table-cell or self::t:covered-table-cell][* or @*[not({_NAMES})]]]",
    namespaces={"t": _TABLE.strip("{}")},
    smart_strings=False,
)
"""Rows in which a cell is not empty."""


class OdsWorkbook(OpenWorkbook):
    """The sheets of an .ods package."""

    def __init__(self, package: ZipFile, path: Path) -> None:
        self._path = path
        with whole(path):
            if package.getinfo(CONTENT).file_size > MOST_BYTES // 2:
                raise InputError("sheet-too-large", path=path)
            content = package.read(CONTENT)
            root = parse_xml(content)
            self._extras = extras_of(package, root)
            self._unseen = unseen_tables(root)
            names = package.NameToInfo
            # Every program that shows sheets writes how it showed them; libraries, which calculate nothing, do not.
            self._calculated = _SETTINGS in names
            styles = [parse_xml(read_part(package, _STYLES))] if _STYLES in names else []
            self._roots = [root, *styles]
            self._looks, self._numbers = Looks(self._roots), NumberStyles(self._roots)
            books = root.findall("{*}body/{*}*")
            book = next((each for each in books if each.tag == f"{_OFFICE}spreadsheet"), None)
            if book is None:
                raise InputError("not-a-workbook", path=path)
            if len(books) > 1:
                raise ValueError("not one workbook")
            self._tables: dict[str, etree._Element] = {}
            for table in book.iterfind(f"{_TABLE}table"):
                if self._tables.setdefault(table.get(f"{_TABLE}name", ""), table) is not table:
                    raise ValueError("a sheet's name twice")
            start = book.find(f"{_TABLE}calculation-settings/{_TABLE}null-date")
            self._epoch = EPOCH_1900 if start is None else day_named(start.get(f"{_TABLE}date-value", ""))

    @property
    def sheet_names(self) -> list[str]:
        return list(self._tables)

    @property
    def epoch(self) -> date:
        return self._epoch

    def contents(self, sheet: str, columns: int = COLUMNS) -> Rows:
        with whole(self._path):
            grid = CellGrid(columns)
            columns_of = _column_styles(self._tables[sheet])
            reader = CellReader(self._looks, self._numbers, self._epoch, columns_of, self._calculated)
            for row, rows, column, wide, element in _cells(self._tables[sheet]):
                content = reader.content(element, column)
                if content is None or content == "":
                    continue
                if row + rows > ROWS or column + wide > COLUMNS:
                    if is_blank(content):
                        continue
                    raise FarCellError(row + rows - 1, column + wide - 1)
                for down in range(row, row + rows):
                    for right in range(column, column + wide):
                        grid.put(down, right, content)
            return grid.rows

    def merged(self, sheet: str) -> Sequence[CellRange]:
        with whole(self._path):
            areas = []
            for row, _, column, _, element in _cells(self._tables[sheet], ROWS):
                down, right = (_number(element, f"number-{which}-spanned") for which in ("rows", "columns"))
                if down > 1 or right > 1:
                    areas.append(CellRange(row, column, row + down - 1, column + right - 1))
            check_count(len(areas))
            return areas

    def overlays(self, sheet: str) -> Sequence[Overlay]:
        with whole(self._path):
            table = self._tables[sheet]
            found = [
                overlay
                for row, _, column, _, element in _cells(table, ROWS)
                if len(element)
                for overlay in over_cell(element, row, column)
            ]
            return [*found, *over_sheet(table, self._roots)]

    def conditional_looks(self, sheet: str) -> Sequence[ConditionalLook]:
        with whole(self._path):
            table = self._tables[sheet]
            columns = _column_styles(table)
            cells = (
                (row, column, element.get(f"{_TABLE}style-name") or "".join(columns[column : column + 1]))
                for row, _, column, _, element in _cells(table, ROWS)
            )
            return conditional_looks(table, ConditionalStyles.of(self._roots, self._looks, self._numbers), cells)

    def is_unlocked(self, sheet: str) -> bool:
        return self._tables[sheet].get(f"{_TABLE}protected") != "true"

    def cells_in_font(self, sheet: str, wanted: Callable[[str], bool]) -> Collection[tuple[int, int]]:
        with whole(self._path):
            styles = styles_in_font(self._roots, wanted)
            if not styles:
                return ()
            columns = _column_styles(self._tables[sheet])
            found = set()
            for row, _, column, _, element in _cells(self._tables[sheet], ROWS):
                usual = columns[column] if column < len(columns) else ""
                if len(element) and is_in_font(element, element.get(f"{_TABLE}style-name") or usual, styles):
                    found.add((row, column))
            return found

    @property
    def hidden_sheets(self) -> Collection[str]:
        return [name for name, table in self._tables.items() if table.get(f"{_TABLE}style-name", "") in self._unseen]

    def hidden_lines(self, sheet: str) -> HiddenLines:
        with whole(self._path):
            return hidden_lines(self._tables[sheet], narrow_styles(self._roots))

    def unseen_cells(self, sheet: str) -> Collection[tuple[int, int]]:
        with whole(self._path):
            is_unseen = unseen_styles(self._roots)
            columns = _column_styles(self._tables[sheet])
            return {
                (row, column)
                for row, _, column, _, element in _cells(self._tables[sheet], ROWS)
                if is_unseen(element.get(f"{_TABLE}style-name") or "".join(columns[column : column + 1]))
            }

    def extras(self) -> Extras:
        return self._extras


# ---- where cells stand ----------------------------------------------------------------------------------------------


def _cells(table: etree._Element, most: int = sys.maxsize) -> Iterator[tuple[int, int, int, int, etree._Element]]:
    """Every cell that is written: its row, how many rows it is repeated in, the same for columns, and itself.

    `most`: how many rows are asked about.
    """
    row = 0
    written: set[etree._Element] | None = None
    for line in table_rows(table):
        if row >= most:
            return
        rows = _number(line, "number-rows-repeated")
        if row >= ROWS:
            # Below every form a hundred thousand rows may be blank, which Python would look at one by one.
            written = _written_rows(table) if written is None else written
            if line not in written:
                row += rows
                continue
        column = 0
        for element in line.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            wide = _number(element, "number-columns-repeated")
            if len(element) or not _FORMATS.issuperset(element.attrib):
                yield row, rows, column, wide, element
            column += wide
        row += rows


def _written_rows(table: etree._Element) -> set[etree._Element]:
    found = _WRITTEN_ROWS(table)
    assert isinstance(found, list)
    return {row for row in found if isinstance(row, etree._Element)}


def _column_styles(table: etree._Element) -> list[str]:
    """The styles of the columns that a form can reach."""
    styles: list[str] = []
    for column in table.iterdescendants(f"{_TABLE}table-column"):
        repeated = min(_number(column, "number-columns-repeated"), COLUMNS)
        styles += [column.get(f"{_TABLE}default-cell-style-name", "")] * repeated
        if len(styles) >= COLUMNS:
            break
    return styles


def _number(element: etree._Element, name: str) -> int:
    told = element.get(f"{_TABLE}{name}")
    if told is None:
        return 1
    number = whole_number(told)
    if number < 1:
        raise ValueError(f"{name} {number}")
    return number
