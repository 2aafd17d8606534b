"""Workbooks of any office (.xlsx, .xlsm, .xls, .ods): every sheet a table, read as the office workbooks are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.text.bijoy_words import is_bijoy_font, words_to_unicode
from xl_apa.importer.document import Document, Line, SourceKind, Span, Table
from xl_apa.xlsx.addresses import address
from xl_apa.xlsx.read.grid import COLUMNS, Content
from xl_apa.xlsx.read.safe_open import open_workbook
from xl_apa.xlsx.read.workbook import OpenWorkbook


def read_workbook(path: Path, passwords: Sequence[str] = ()) -> Document:
    """Return the sheets of a workbook as tables, and the texts of boxes that lie over them. Raise InputError."""
    blocks: list[Table | Line] = []
    with open_workbook(path, passwords) as book:
        for sheet in book.sheet_names:
            table = _table(book, sheet)
            if any(not cell.blank for row in table.rows for cell in row):
                blocks.append(table)
            blocks += _boxes(book, sheet)
    return Document(path, blocks, SourceKind.WORKBOOK)


def _table(book: OpenWorkbook, sheet: str) -> Table:
    contents = book.contents(sheet)
    bijoy = book.cells_in_font(sheet, is_bijoy_font)
    rows: list[list[Cell]] = []
    original: dict[tuple[int, int], str] = {}
    for row, values in enumerate(contents):
        cells: list[Cell] = []
        for column, content in enumerate(_filled(values)):
            cell = BLANK if content is None else _cell(content, address(sheet, row, column))
            if (row, column) in bijoy and isinstance(cell.value, str):
                text = words_to_unicode(cell.value, expected=True)
                if text != cell.value:
                    original[row, column] = cell.value
                    cell = replace(cell, value=text)
            cells.append(cell)
        rows.append(cells)
    # What a row lacks at its end are blank cells under their headings, and no cells that a scan dropped.
    width = max(map(len, rows), default=0)
    rows = [[*cells, *[BLANK] * (width - len(cells))] for cells in rows]
    return Table(sheet, rows, dict(_spans(book, sheet, len(rows))), original)


def _filled(values: Sequence[Content]) -> Sequence[Content]:
    """A row without the blank cells at its end."""
    end = len(values)
    while end and (values[end - 1] is None or values[end - 1] == ""):
        end -= 1
    return values[:end]


def _cell(content: Content, where: str) -> Cell:
    return replace(content, address=where) if isinstance(content, Cell) else Cell(content, where)


def _spans(book: OpenWorkbook, sheet: str, rows: int) -> Iterator[tuple[tuple[int, int], Span]]:
    """Merged ranges that reach into the rows that hold something; beyond them they are only format."""
    for area in book.merged(sheet):
        if area.top < rows and area.left < COLUMNS:
            bottom, right = min(area.bottom, max(rows - 1, area.top)), min(area.right, COLUMNS - 1)
            yield (area.top, area.left), Span(bottom - area.top + 1, right - area.left + 1)


def _boxes(book: OpenWorkbook, sheet: str) -> Iterator[Line]:
    """The texts of boxes, in which a title or a signature may stand. What lies over one cell alone is a comment."""
    for overlay in book.overlays(sheet):
        area = overlay.area
        if overlay.text.strip() and (area.top, area.left) != (area.bottom, area.right):
            for line in overlay.text.split("\n"):
                if line.strip():
                    yield Line(line.strip(), address(sheet, area.top, area.left))
