"""A worksheet of XlsxWriter that also takes rows one after the other and keeps none of them in memory.

XlsxWriter's own way of doing so (`constant_memory`) knows no Excel tables and wants every cell of a sheet in order.
Here a block of rows goes straight to the disk, and headings above it and totals below it are written as always.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import Worksheet

from xl_apa.xlsx.cell_limits import LARGEST_NUMBER, LONGEST_LITERAL, cell_text

_MOST_KNOWN = 10_000
_AT_ONCE = 200


class Link(NamedTuple):
    """What leads somewhere when it is clicked: `reports/DOL.xlsx#'১ম ত্রৈমাসিক'!M8`. A number stays a number."""

    shown: str | int
    target: str


class Live(NamedTuple):
    """A formula and its present result."""

    formula: str
    result: str | int | float


Written = str | bool | int | float | date | Link | Live | None


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column of a block of rows: the index of its cells' format, and how high a cell must be for its text."""

    style: int
    height: Callable[[str], float] | None = None


class RowsSheet(Worksheet):
    """A worksheet with at most one block of rows that are written at once, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._block: IO[str] | None = None
        self._block_rows = range(0)

    def write_rows(
        self, first: int, columns: Sequence[RowColumn], rows: Iterable[Sequence[Written]], lowest: float, tallest: float
    ) -> int:
        """Write rows from `first` on, as high as their texts need (in points); gives the row after the last.

        No other cell may stand in these rows.
        """
        assert self._block is None, "a sheet has one block of rows"
        self._block = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - it is read when the workbook is closed
        known = [_Known(self, column) for column in columns]
        starts = [f'<c r="{xl_col_to_name(column)}' for column in range(len(columns))]
        row = first
        lines: list[str] = []
        for row, values in enumerate(rows, start=first + 1):
            cells = [cell[value] for cell, value in zip(known, values)]
            height = min(max(lowest, max([height for _, height in cells])), tallest)
            xml = "".join([f"{start}{row}{body}" for start, (body, _) in zip(starts, cells)])
            lines.append(f'<row r="{row}" ht="{height:.16G}" customHeight="1">{xml}</row>')
            if len(lines) == _AT_ONCE:
                self._block.write("".join(lines))
                lines.clear()
        self._block.write("".join(lines))
        self._block_rows = range(first, row)
        if self._block_rows:
            for corner in (self._block_rows[0], self._block_rows[-1]):
                self._check_dimensions(corner, 0)
                self._check_dimensions(corner, len(columns) - 1)
        return row

    def add_long_table(self, first: int, last: int, options: dict[str, Any]) -> None:
        """An Excel table over the first columns of the rows from its headings to the last one."""
        columns = len(options["columns"])
        # XlsxWriter remembers every cell of a table, to find out whether two overlap.
        self.add_table(first, 0, first + 1, columns - 1, options)
        table = self.tables[-1]
        table["range"] = table["a_range"] = table["autofilter"] = xl_range(first, 0, last, columns - 1)

    def cell(self, value: Written) -> str:
        """What follows the address and the style of a cell."""
        if value is None or value == "":
            return "/>"
        if isinstance(value, Link):
            formula = _link(value)
            return _formula(formula, value.shown) if formula else self.cell(value.shown)
        if isinstance(value, Live):
            return _formula(*value)
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, date):
            return f"><v>{_serial(value):.16G}</v></c>"
        if math.isnan(value):
            return "/>"
        if abs(value) > LARGEST_NUMBER:
            return self._text(str(value))
        return f"><v>{value:.16G}</v></c>"

    def _text(self, text: str) -> str:
        index: int = self.str_table._get_shared_string_index(cell_text(text))  # type: ignore[attr-defined]  # a workbook has one
        return f' t="s"><v>{index}</v></c>'

    def _write_sheet_data(self) -> None:
        if self._block is None or self.dim_rowmin is None or self.dim_rowmax is None:
            super()._write_sheet_data()
            return
        first, last = self.dim_rowmin, self.dim_rowmax
        self._xml_start_tag("sheetData")
        self._write_rows_within(first, self._block_rows.start - 1)
        self._block.seek(0)
        shutil.copyfileobj(self._block, self._file, 1 << 20)
        self._block.close()
        self._write_rows_within(self._block_rows.stop, last)
        self._xml_end_tag("sheetData")
        self.dim_rowmin = first
        self.dim_rowmax = last

    @property
    def _file(self) -> IO[str]:
        """Where the sheet is being written to; it is open by now."""
        file: IO[str] = self.fh  # type: ignore[assignment]
        return file

    def _write_rows_within(self, first: int, last: int) -> None:
        if first <= last:
            self.dim_rowmin = first  # type: ignore[assignment]
            self.dim_rowmax = last  # type: ignore[assignment]
            self._write_rows()


class _Known(dict[Written, tuple[str, float]]):
    """The cells of a column that were written before: in long tables nearly every value comes again.

    A cell is everything after its address, and the height it needs.
    """

    def __init__(self, sheet: RowsSheet, column: RowColumn) -> None:
        super().__init__()
        self._sheet = sheet
        self._look = f'" s="{column.style}"'
        self._height = column.height

    def __missing__(self, value: Written) -> tuple[str, float]:
        text = value.shown if isinstance(value, Link) else value
        height = self._height(text) if self._height and isinstance(text, str) else 0.0
        written = f"{self._look}{self._sheet.cell(value)}", height
        # A formula or a link stands in one place only.
        if not isinstance(value, tuple):
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[value] = written
        return written


def _link(link: Link) -> str:
    """The formula of a link, "" when Excel would not take it."""
    target, shown = link.target.replace('"', '""'), link.shown
    if isinstance(shown, str):
        shown = cell_text(shown).replace('"', '""')
    if not target or target != cell_text(target) or max(len(target), len(str(shown))) > LONGEST_LITERAL:
        return ""
    return f'HYPERLINK("{target}",{shown})' if isinstance(shown, int) else f'HYPERLINK("{target}","{shown}")'


def _formula(formula: str, result: str | int | float) -> str:
    if isinstance(result, str):
        return f' t="str"><f>{escape(formula)}</f><v>{escape(cell_text(result))}</v></c>'
    return f"><f>{escape(formula)}</f><v>{result:.16G}</v></c>"


def _serial(day: date) -> float:
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    # Excel takes 1900 for a leap year.
    since = moment - (datetime(1899, 12, 30) if moment >= datetime(1900, 3, 1) else datetime(1899, 12, 31))
    return since / timedelta(days=1)
