"""How the sheets of the ministry workbook are written: cells of any kind, rows in any number, pages for A4."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from xl_apa.xlsx import styles
from xl_apa.xlsx.cell_limits import LARGEST_NUMBER, cell_text
from xl_apa.xlsx.rows_sheet import Live, RowColumn, RowsSheet, Written
from xl_apa.xlsx.styles import Look, Styles
from xl_apa.xlsx.text_metrics import TALLEST_ROW, needed_height

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

HEAD_ROW = 3
"""The row of a table's headings; title and basis stand above it."""

_A4 = 9
LOWEST_ROW = 18.0
_INDENT = 2.0

Shown = str | bool | int | float | date | None


# ---- looks ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SummaryLook(Look):
    """A look with grey lines, since a page full of black ones hides its numbers, and room beside the text."""

    border_color: str = "#BFBFBF"
    indent: int = 0
    underline: int = 0


_LINK_COLOR = "#0563C1"
TIME = f"{styles.DATE} hh:mm"

_CELL = SummaryLook(font_size=11, valign="vcenter", border=1)
TITLE = Look(font_size=16, bold=True, valign="vcenter")
BASIS = Look(font_size=11, font_color="#595959", valign="vcenter")
HEADING = replace(_CELL, bold=True, align="center", text_wrap=True, bg_color=styles.HEADING_FILL)
TEXT = replace(_CELL, text_wrap=True, indent=1)
LINK = replace(TEXT, font_color=_LINK_COLOR, underline=1)
WORD = replace(_CELL, align="center", text_wrap=True)
MARKS = replace(_CELL, align="right", indent=1).shown_as(styles.MARKS)
COUNT = replace(_CELL, align="center").shown_as(styles.INTEGER)
LINKED_COUNT = replace(_CELL, align="center", font_color=_LINK_COLOR, underline=1).shown_as(styles.INTEGER)
LINKED_WORD = replace(WORD, font_color=_LINK_COLOR, underline=1)
NUMBER = replace(_CELL, align="right", indent=1).shown_as(styles.ANY_NUMBER)
PERCENT = replace(_CELL, align="right", indent=1).shown_as(styles.EXACT_PERCENT)
WHOLE_PERCENT = replace(_CELL, align="center").shown_as(styles.PERCENT)
DATE = replace(_CELL, align="center").shown_as(styles.DATE)
MOMENT = replace(_CELL, align="center").shown_as(TIME)


# ---- cells ----------------------------------------------------------------------------------------------------------


class Sheet:
    """One sheet being written. Its rows get the height their texts need; LibreOffice does not see to it by itself."""

    def __init__(self, workbook: Workbook, name: str, formats: Styles) -> None:
        worksheet = workbook.add_worksheet(name, worksheet_class=RowsSheet)
        assert isinstance(worksheet, RowsSheet)
        self.worksheet = worksheet
        self.worksheet.set_default_row(LOWEST_ROW)
        self._formats = formats
        self._widths: dict[int, float] = {}
        self._heights: dict[int, float] = {}

    def format(self, look: Look) -> Format:
        return self._formats.format(look)

    def set_widths(self, widths: Sequence[float]) -> None:
        """Column widths, from the first column on; text is measured by them, so they come before the cells."""
        for column, width in enumerate(widths):
            self.worksheet.set_column(column, column, width)
            self._widths[column] = width

    def write(self, row: int, column: int, value: Shown | Live, look: Look, *, columns: int = 1, rows: int = 1) -> None:
        """A value into a cell or a block of merged cells; text is always text, whatever it looks like."""
        style = self.format(look)
        if columns > 1 or rows > 1:
            self.worksheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", style)
        self.put(row, column, value, style)
        if look.text_wrap and rows == 1:
            width = sum(self._widths[each] for each in range(column, column + columns))
            self._make_room(row, value, width, look)

    def write_rows(self, first: int, looks: Sequence[Look], rows: Iterable[Sequence[Written]]) -> int:
        """Write rows one below the other, of which none is kept in memory; gives the row after the last.

        `looks` are those of the columns, from the first on.
        """
        columns = [
            RowColumn(
                self.format(look)._get_xf_index(),  # type: ignore[no-untyped-call]
                partial(needed_height, width=self._widths[column] - _INDENT, size=look.font_size)
                if look.text_wrap
                else None,
            )
            for column, look in enumerate(looks)
        ]
        return self.worksheet.write_rows(first, columns, rows, LOWEST_ROW, TALLEST_ROW)

    def set_height(self, row: int, height: float) -> None:
        """Make a row at least this high, in points."""
        self._heights[row] = min(max(height, self.height(row)), TALLEST_ROW)

    def height(self, row: int) -> float:
        """How high a row is, in points."""
        return self._heights.get(row, LOWEST_ROW)

    def _make_room(self, row: int, value: Shown | Live, width: float, look: Look) -> None:
        height = needed_height(value, width - _INDENT, look.font_size) if isinstance(value, str) else LOWEST_ROW
        if height > LOWEST_ROW:
            self.set_height(row, height)

    def put(self, row: int, column: int, value: Shown | Live, style: Format) -> None:
        """A value into a cell, by its kind; numbers and days that Excel does not know are written as text."""
        if isinstance(value, Live):
            self.worksheet.write_formula(row, column, f"={value.formula}", style, value.result)
        elif value is None or value == "":
            self.worksheet.write_blank(row, column, None, style)
        elif isinstance(value, str):
            self.worksheet.write_string(row, column, cell_text(value), style)
        elif isinstance(value, date):
            moment = value if isinstance(value, datetime) else datetime.combine(value, time())
            self.worksheet.write_datetime(row, column, moment, style)
        elif math.isnan(value):
            self.worksheet.write_blank(row, column, None, style)
        elif abs(value) > LARGEST_NUMBER:
            self.worksheet.write_string(row, column, str(value), style)
        else:
            self.worksheet.write_number(row, column, value, style)

    def write_head(self, title: str, basis: str) -> None:
        """The sheet's title, and under it what its numbers rest on."""
        self.write(0, 0, title, TITLE)
        self.write(1, 0, basis, BASIS)
        self.set_height(0, 26)
        self.set_height(1, 20)

    def finish(self, footer: str, headings: range | None = None) -> None:
        """Row heights, and A4 across, as wide as the page; `headings` are the rows that every page repeats."""
        for row, height in self._heights.items():
            self.worksheet.set_row(row, height)
        self.worksheet.set_landscape()
        self.worksheet.set_paper(_A4)
        self.worksheet.fit_to_pages(1, 0)
        self.worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.worksheet.set_footer(f'&C&"{styles.FONT},Regular"&9{footer}', {"margin": 0.3})
        self.worksheet.hide_gridlines(2)
        if headings is not None:
            self.worksheet.repeat_rows(headings[0], headings[-1])
