"""How the sheets of the ministry workbook are written: cells of any kind, tables of any length, pages for A4."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from xl_apa.core.messages import show
from xl_apa.ministry.headings import COLUMNS, FOOTER, NOTHING, TITLES, continued
from xl_apa.sheets import styles
from xl_apa.sheets.layout import cell_name
from xl_apa.sheets.measure import TALLEST_ROW, needed_height
from xl_apa.sheets.styles import Look, Styles

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

LAST_ROW = 1_048_575
LONGEST_TEXT = 32_767
"""In UTF-16 units, as Excel counts; an emoji takes two."""

LARGEST_NUMBER = 1e308
FIRST_DAY = date(1900, 1, 1)
_A4 = 9
_LOWEST_ROW = 18.0
_INDENT = 2.0
_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Shown = str | bool | int | float | date | None


# ---- looks ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SummaryLook(Look):
    """A look with grey lines, since a page full of black ones hides its numbers, and room beside the text."""

    border_color: str = "#BFBFBF"
    indent: int = 0


TIME = f"{styles.DATE} hh:mm"

_CELL = SummaryLook(font_size=11, valign="vcenter", border=1)
TITLE = Look(font_size=16, bold=True, valign="vcenter")
BASIS = Look(font_size=11, font_color="#595959", valign="vcenter")
HEADING = replace(_CELL, bold=True, align="center", text_wrap=True, bg_color=styles.HEADING_FILL)
TEXT = replace(_CELL, text_wrap=True, indent=1)
WORD = replace(_CELL, align="center", text_wrap=True)
MARKS = replace(_CELL, align="right", indent=1).shown_as(styles.MARKS)
COUNT = replace(_CELL, align="center").shown_as(styles.INTEGER)
NUMBER = replace(_CELL, align="right", indent=1).shown_as(styles.ANY_NUMBER)
PERCENT = replace(_CELL, align="right", indent=1).shown_as(styles.EXACT_PERCENT)
DATE = replace(_CELL, align="center").shown_as(styles.DATE)
MOMENT = replace(_CELL, align="center").shown_as(TIME)


# ---- cells ----------------------------------------------------------------------------------------------------------


def cell_text(text: str) -> str:
    """The text as a cell can hold it: without characters that XML forbids, cut to what Excel allows."""
    text = _FORBIDDEN_IN_XML.sub("", text)
    if len(text) * 2 > LONGEST_TEXT:
        text = text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", errors="ignore")
    # XlsxWriter writes `<r>...</r>` into the file as it is, taking it for its own formatted text.
    return f"{text[: LONGEST_TEXT - 1]} " if text.startswith("<r>") and text.endswith("</r>") else text


class Sheet:
    """One sheet being written. Its rows get the height their texts need; LibreOffice does not see to it by itself."""

    def __init__(self, workbook: Workbook, name: str, formats: Styles) -> None:
        self.worksheet = workbook.add_worksheet(name)
        self.worksheet.set_default_row(_LOWEST_ROW)
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

    def write(self, row: int, column: int, value: Shown, look: Look, *, columns: int = 1, rows: int = 1) -> None:
        """A value into a cell or a block of merged cells; text is always text, whatever it looks like."""
        style = self.format(look)
        if columns > 1 or rows > 1:
            self.worksheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", style)
        self.put(row, column, value, style)
        if look.text_wrap and rows == 1:
            width = sum(self._widths[each] for each in range(column, column + columns))
            self._make_room(row, value, width, look)

    def write_column(self, row: int, column: int, values: Iterable[Shown], look: Look) -> None:
        """Values one below the other."""
        style = self.format(look)
        for at, value in enumerate(values, start=row):
            self.put(at, column, value, style)
            if look.text_wrap:
                self._make_room(at, value, self._widths[column], look)

    def set_height(self, row: int, height: float) -> None:
        """Make a row at least this high, in points."""
        self._heights[row] = min(max(height, self.height(row)), TALLEST_ROW)

    def height(self, row: int) -> float:
        """How high a row is, in points."""
        return self._heights.get(row, _LOWEST_ROW)

    def _make_room(self, row: int, value: Shown, width: float, look: Look) -> None:
        height = _height(value, width - _INDENT, look.font_size) if isinstance(value, str) else _LOWEST_ROW
        if height > _LOWEST_ROW:
            self.set_height(row, height)

    def put(self, row: int, column: int, value: Shown, style: Format) -> None:
        """A value into a cell, by its kind; numbers and days that Excel does not know are written as text."""
        if value is None or value == "":
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

    def finish(self, headings: range | None = None) -> None:
        """Row heights, and A4 across, as wide as the page; `headings` are the rows that every page repeats."""
        for row, height in self._heights.items():
            self.worksheet.set_row(row, height)
        self.worksheet.set_landscape()
        self.worksheet.set_paper(_A4)
        self.worksheet.fit_to_pages(1, 0)
        self.worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.worksheet.set_footer(FOOTER.format(font=styles.FONT), {"margin": 0.3})
        self.worksheet.hide_gridlines(2)
        if headings is not None:
            self.worksheet.repeat_rows(headings[0], headings[-1])


@lru_cache(maxsize=100_000)
def _height(text: str, width: float, size: float) -> float:
    # Names, paths and messages come back row after row; measuring them anew takes longer than writing them.
    return needed_height(text, width, size)


# ---- tables ---------------------------------------------------------------------------------------------------------

HEAD_ROW = 3
"""The row of a table's headings; title and basis stand above it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name in `tables`, how wide, how its cells look, and how a value is put to people.

    `colors`: the look of cells that hold a certain word; it stays with the word when the table is sorted.
    """

    name: str
    width: float
    look: Look = TEXT
    shown: Callable[[Any], Shown] | None = None
    colors: Mapping[str, Look] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table with a sheet of its own, and on from there with further ones when a sheet is full."""

    name: str
    table: str  # its name in Excel
    columns: tuple[Column, ...]
    frozen: int = 0  # columns that stay when the rest is scrolled


def write_table(workbook: Workbook, formats: Styles, spec: TableSheet, frame: pd.DataFrame, basis: str) -> None:
    """Write a table as an Excel table, on as many sheets as its rows need."""
    room = LAST_ROW - HEAD_ROW
    for part, start in enumerate(range(0, max(len(frame), 1), room), start=1):
        _write_part(workbook, formats, spec, frame.iloc[start : start + room], basis, part)


def _write_part(
    workbook: Workbook, formats: Styles, spec: TableSheet, frame: pd.DataFrame, basis: str, part: int
) -> None:
    sheet = Sheet(workbook, continued(spec.name, part), formats)
    sheet.set_widths([column.width for column in spec.columns])
    sheet.write_head(TITLES[spec.name] if len(frame) else NOTHING[spec.name], basis)
    # An Excel table has a row, even when there is nothing to say.
    last = HEAD_ROW + max(len(frame), 1)
    options = {
        "name": spec.table if part == 1 else f"{spec.table}_{part}",
        "columns": [{"header": COLUMNS[column.name]} for column in spec.columns],
        "style": None,
    }
    sheet.worksheet.add_table(HEAD_ROW, 0, last, len(spec.columns) - 1, options)
    for position, column in enumerate(spec.columns):
        sheet.write(HEAD_ROW, position, COLUMNS[column.name], HEADING)
        values = _values(frame[column.name], column.shown) or [None]
        sheet.write_column(HEAD_ROW + 1, position, values, column.look)
        for word, look in column.colors.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": sheet.format(look)}
            sheet.worksheet.conditional_format(HEAD_ROW + 1, position, last, position, rule)
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, spec.frozen)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(last, len(spec.columns) - 1)}"})
    sheet.finish(range(HEAD_ROW, HEAD_ROW + 1))


def _values(series: pd.Series[Any], shown: Callable[[Any], Shown] | None) -> list[Shown]:
    values = series.astype(object).where(series.notna(), None).tolist()
    if str(series.dtype).startswith("datetime"):
        return [_day_or_text(value) for value in values]
    return [shown(value) for value in values] if shown else values


def _day_or_text(value: pd.Timestamp | None) -> Shown:
    if value is None or value.date() >= FIRST_DAY:
        return value
    return show(value.date(), "bn")
