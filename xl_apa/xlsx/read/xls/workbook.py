"""Workbooks of Excel 97 to 2003, .xls, through xlrd."""

from __future__ import annotations

import struct
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from io import TextIOBase
from pathlib import Path

import xlrd
from xlrd.biffh import (
    XL_CELL_BLANK,
    XL_CELL_BOOLEAN,
    XL_CELL_EMPTY,
    XL_CELL_ERROR,
    XL_CELL_TEXT,
    XLRDError,
    error_text_from_code,
)
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.formatting import XF
from xlrd.formula import FormulaError
from xlrd.sheet import Sheet

from xl_apa.core.cells import Cell, CellKind
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.conditional import ConditionalLook
from xl_apa.xlsx.read.date_system import epoch_of, shown_number
from xl_apa.xlsx.read.extras import LEAST_HEIGHT, LEAST_WIDTH, Extras, HiddenLines
from xl_apa.xlsx.read.grid import COLUMNS, CellGrid, CellRange, Content, Overlay, Rows
from xl_apa.xlsx.read.limits import check_count, whole
from xl_apa.xlsx.read.looks.number_formats import Shown, built_in, shown_by
from xl_apa.xlsx.read.looks.rich_text import Run, counted_text, plain_text
from xl_apa.xlsx.read.looks.unseen_text import BLACK, WHITE, TextLook
from xl_apa.xlsx.read.workbook import OpenWorkbook
from xl_apa.xlsx.read.xls.cells import check_cells
from xl_apa.xlsx.read.xls.conditional_formats import conditional_looks
from xl_apa.xlsx.read.xls.drawings import drawn_in
from xl_apa.xlsx.read.xls.extras import extras_of
from xl_apa.xlsx.read.xls.structure import check_records

_BIFF8 = 80
"""What xlrd calls the file format of Excel 97 to 2003."""
_PER_POINT, _PER_CHARACTER = 20, 256
"""In what heights and widths are measured."""
_ONE_COLOUR = 1
"""The pattern of a fill that is one colour throughout."""
_RAISED = (1, 2)
"""Superscript and subscript, as a font says it."""

_ALSO = (
    XLRDError,
    CompDocError,
    FormulaError,
    struct.error,
    AssertionError,
    TypeError,
    AttributeError,
    ArithmeticError,
    MemoryError,
)
"""What xlrd raises for files that are not whole, besides what reading any file may raise."""


def _is_unseen_row(sheet: Sheet, row: int) -> bool:
    """Whether a row is hidden or of next to no height; a row without a record is as rows usually are."""
    told, usual = sheet.rowinfo_map.get(row), sheet.default_row_height
    if told is None and sheet.default_row_hidden:
        return True
    height = usual if told is None or told.has_default_height else told.height
    return bool(told and told.hidden) or (height is not None and height < LEAST_HEIGHT * _PER_POINT)


def _is_unseen_column(sheet: Sheet, column: int) -> bool:
    told = sheet.colinfo_map.get(column)
    return bool(told and told.hidden) or sheet.computed_column_width(column) < LEAST_WIDTH * _PER_CHARACTER


def _cells_where(sheet: Sheet, holds: Callable[[int, int], bool]) -> Collection[tuple[int, int]]:
    """The rows and columns of the cells with a record of which something holds."""
    return {(row, column) for row in range(sheet.nrows) for column in range(sheet.row_len(row)) if holds(row, column)}


class _Silence(TextIOBase):
    """Where xlrd writes what it thinks of a file."""

    def write(self, text: str, /) -> int:
        return len(text)


class XlsWorkbook(OpenWorkbook):
    """The sheets of an .xls file."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path = path
        self._data = data
        with whole(path, *_ALSO):
            try:
                self._book: Book = xlrd.open_workbook(
                    file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=_Silence()
                )
            except XLRDError as error:
                if "encrypted" in str(error).lower():
                    raise InputError("workbook-password", path=path) from error
                raise
            self._check_records()
            self._epoch = epoch_of(self._book.datemode == 1)

    def _check_records(self) -> None:
        """Raise ValueError where the records are not whole, which xlrd does not say."""
        # Where stream and sheets begin xlrd keeps to itself; sheets of macros and charts begin at -1 or elsewhere.
        inside = vars(self._book)
        starts: list[int] = inside["_sh_abs_posn"]
        check_records(self._book.mem or b"", inside["base"], inside["stream_len"], starts)

    @property
    def sheet_names(self) -> list[str]:
        return list(self._book.sheet_names())

    @property
    def epoch(self) -> date:
        return self._epoch

    def contents(self, sheet: str, columns: int = COLUMNS) -> Rows:
        with whole(self._path, *_ALSO):
            found = self._sheet(sheet)
            grid = CellGrid(columns)
            texts: list[str] = vars(self._book)["_sharedstrings"]
            unresolved = check_cells(self._book.mem or b"", self._start(sheet), len(texts))
            for row in range(found.nrows):
                for column in range(found.row_len(row)):
                    is_resolved = (row, column) not in unresolved
                    grid.put(row, column, self._content(found, row, column, is_resolved))
            return grid.rows

    def merged(self, sheet: str) -> Sequence[CellRange]:
        with whole(self._path, *_ALSO):
            ranges = self._sheet(sheet).merged_cells
            check_count(len(ranges))
        return [CellRange(top, left, bottom - 1, right - 1) for top, bottom, left, right in ranges]

    def overlays(self, sheet: str) -> Sequence[Overlay]:
        with whole(self._path, *_ALSO):
            notes = self._sheet(sheet).cell_note_map
            texts = ((place, note.text.removeprefix(f"{note.author}:").strip()) for place, note in notes.items())
            found = [Overlay(CellRange(*place, *place), text) for place, text in texts if text]
            return [*found, *self._drawn(sheet)]

    def conditional_looks(self, sheet: str) -> Sequence[ConditionalLook]:
        if self._book.biff_version < _BIFF8:
            return ()  # Excel 95 and older have none
        with whole(self._path, *_ALSO):
            return conditional_looks(self._book.mem or b"", self._start(sheet), self._shown)

    @property
    def hidden_sheets(self) -> Collection[str]:
        seen: list[int] = vars(self._book)["_sheet_visibility"]
        return [name for name, state in zip(self._book.sheet_names(), seen) if state]

    def hidden_lines(self, sheet: str) -> HiddenLines:
        with whole(self._path, *_ALSO):
            found = self._sheet(sheet)
            rows = (row for row in range(found.nrows) if _is_unseen_row(found, row))
            columns = (column for column in range(COLUMNS) if _is_unseen_column(found, column))
            return HiddenLines(frozenset(rows), frozenset(columns))

    def unseen_cells(self, sheet: str) -> Collection[tuple[int, int]]:
        with whole(self._path, *_ALSO):
            unseen = {number for number, look in enumerate(self._book.xf_list) if self._is_unseen(look)}
            found = self._sheet(sheet)
            return _cells_where(found, lambda *place: found.cell_xf_index(*place) in unseen) if unseen else ()

    def _is_unseen(self, look: XF) -> bool:
        font = self._book.font_list[look.font_index]
        background, colours = look.background, self._book.colour_map
        pattern = background.fill_pattern if background else 0
        fill = None if pattern else WHITE
        if background and pattern == _ONE_COLOUR:
            fill = colours.get(background.pattern_colour_index)
        return TextLook(colours.get(font.colour_index) or BLACK, fill, font.height / _PER_POINT).unseen

    def extras(self) -> Extras:
        with whole(self._path, *_ALSO):
            return extras_of(self._data, self._book.mem or b"", vars(self._book)["base"])

    def _drawn(self, sheet: str) -> Iterator[Overlay]:
        if self._book.biff_version < _BIFF8:
            return iter(())  # Excel 95 and older draw in another way
        return drawn_in(self._book.mem or b"", self._start(sheet))

    def _start(self, sheet: str) -> int:
        """Where the records of a sheet begin, which xlrd keeps to itself."""
        starts: list[int] = vars(self._book)["_sh_abs_posn"]
        return starts[self._book.sheet_names().index(sheet)]

    def cells_in_font(self, sheet: str, wanted: Callable[[str], bool]) -> Collection[tuple[int, int]]:
        with whole(self._path, *_ALSO):
            fonts = {number for number, font in enumerate(self._book.font_list) if wanted(font.name)}
            found = self._sheet(sheet)
            return (
                _cells_where(found, lambda *place: not fonts.isdisjoint(self._fonts_of(found, *place))) if fonts else ()
            )

    def _fonts_of(self, sheet: Sheet, row: int, column: int) -> Iterator[int]:
        yield self._book.xf_list[sheet.cell_xf_index(row, column)].font_index
        yield from (font for _, font in sheet.rich_text_runlist_map.get((row, column), ()))

    def _sheet(self, name: str) -> Sheet:
        return self._book.sheet_by_name(name)

    def _content(self, sheet: Sheet, row: int, column: int, is_resolved: bool) -> Content:
        kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
        if kind in (XL_CELL_EMPTY, XL_CELL_BLANK):
            return None
        look = self._book.xf_list[sheet.cell_xf_index(row, column)]
        struck = bool(self._book.font_list[look.font_index].struck_out)
        if kind == XL_CELL_TEXT:
            runs = sheet.rich_text_runlist_map.get((row, column))
            return self._runs(value, runs, struck) if runs else plain_text(value, struck)
        if kind == XL_CELL_ERROR:
            return Cell(None, "", CellKind.ERROR, error_text_from_code.get(int(value), "#N/A"))
        if not is_resolved:
            return Cell(None, "", CellKind.STRUCK if struck else CellKind.NO_RESULT)
        if struck:
            return Cell(None, "", CellKind.STRUCK, format(float(value), ".15g"), fallback=float(value))
        if kind == XL_CELL_BOOLEAN:
            return bool(value)
        return shown_number(float(value), self._shown(look.format_key), self._epoch)

    def _shown(self, key: int) -> Shown:
        code = self._book.format_map.get(key)
        return shown_by(code.format_str) if code and code.format_str else built_in(key)

    def _runs(self, text: str, runs: Sequence[tuple[int, int]], struck: bool) -> str | Cell | None:
        """The runs of a text: from which letter on which font counts; before the first it is the cell's own."""
        starts = [(0, -1), *runs, (len(text), -1)]
        pieces = []
        for (start, font), (end, _) in zip(starts, starts[1:]):
            look = self._book.font_list[font] if font >= 0 else None
            pieces.append(
                Run(text[start:end])
                if look is None
                else Run(text[start:end], bool(look.struck_out), look.escapement in _RAISED)
            )
        pieces[0] = Run(pieces[0].text, struck)
        return counted_text(tuple(pieces), struck)
