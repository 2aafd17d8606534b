"""A quarter's form in the cells of a sheet, wherever on it the form begins. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import BLANK, Achievement, Cell, CellValue, Form, Layout
from xl_apa.core.numerals import parse_number
from xl_apa.core.reading import as_typed
from xl_apa.sheets import layout
from xl_apa.sheets.addresses import address
from xl_apa.sheets.layout import Column

Rows = Sequence[Sequence[Any]]
"""A sheet's cells from A1 on, as a library hands them over."""

_NUMBERS = len(layout.OFFICIAL_COLUMNS)
_SEARCHED_ROWS = 60
"""How far down the row of column numbers is looked for; officers put letterheads above the form."""


def read_form(rows: Rows, sheet: str, quarter: Quarter, kind: Layout, signed: Cell, path: Path | str = "") -> Form:
    """The form on a sheet, every cell as it was typed, with its address; `signed` is the report's date.

    Raises InputError when the sheet holds no form, or a form without rows.
    """
    place = _find_form(rows)
    if place is None:
        raise InputError("form-missing", path=path, sheet=sheet)
    cells = _Sheet(sheet, rows, place[1])
    found = tuple(_achievements(cells, place[0] + 1, kind))
    if not found:
        raise InputError("rows-missing", path=path, sheet=sheet)
    headings = tuple(
        cells.cell(number, column)
        for number, row in enumerate(rows[: place[0]])
        for column, value in enumerate(row[cells.start : cells.start + _NUMBERS])
        if value and isinstance(value, str)
    )
    return Form(quarter, sheet, headings, found, signed)


def _find_form(rows: Rows) -> tuple[int, int] | None:
    """Row of the column numbers ১ … ১৪, and the column where they begin."""
    for number, row in enumerate(rows[:_SEARCHED_ROWS]):
        start = _numbered(row)
        if start is not None:
            return number, start
    return None


def _numbered(row: Sequence[Any]) -> int | None:
    starts = range(len(row) - _NUMBERS + 1)
    # Nearly every cell that is looked at is blank or holds no 1, so nothing is looked at after it.
    return next((start for start in starts if row[start] and _is_numbered(row, start)), None)


def _is_numbered(row: Sequence[Any], start: int) -> bool:
    return _is(row[start], 1) and all(_is(row[start + step], step + 1) for step in range(1, _NUMBERS))


def _is(value: object, number: int) -> bool:
    if isinstance(value, str):
        # Two characters hold every column number; long texts need not be looked into.
        return len(value) <= 2 and parse_number(value) == number
    return value == number


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Cells of a quarter sheet by the form's own columns, wherever the form begins."""

    name: str
    rows: Rows
    start: int

    def value(self, row: int, column: int) -> CellValue:
        cells = self.rows[row]
        at = self.start + column
        return as_typed(cells[at]) if at < len(cells) else None

    def cell(self, row: int, column: int) -> Cell:
        return Cell(self.value(row, column), address(self.name, row, self.start + column))


def _achievements(sheet: _Sheet, first: int, kind: Layout) -> Iterator[Achievement]:
    area = BLANK
    for row in range(first, len(sheet.rows)):
        if _is_numbered(sheet.rows[row], sheet.start) or not _has_indicator(sheet, row):
            continue
        here = sheet.cell(row, Column.AREA)
        area = area if here.blank else here
        last = sheet.cell(row, Column.LAST)
        yield Achievement(
            label=sheet.cell(row, Column.INDICATOR),
            unit=sheet.cell(row, Column.UNIT),
            weight=sheet.cell(row, Column.WEIGHT),
            targets=tuple(sheet.cell(row, column) for column in layout.TARGET_COLUMNS),
            achieved=sheet.cell(row, Column.ACHIEVED),
            area=area,
            claimed=last if kind is Layout.MARKS else BLANK,
            remarks=last if kind is Layout.REMARKS else BLANK,
            accepted=sheet.cell(row, Column.ACCEPTED),
            marks=sheet.cell(row, Column.MARKS),
            evidence=sheet.cell(row, Column.EVIDENCE),
        )


def _has_indicator(sheet: _Sheet, row: int) -> bool:
    """A row of the table, not a heading printed again, a signature or a total."""
    label = sheet.value(row, Column.INDICATOR)
    if label == layout.HEADINGS[Column.INDICATOR]:
        return False
    if isinstance(label, str) and label.strip():
        return True
    return any(not Cell(sheet.value(row, column)).blank for column in (Column.INDICATOR, Column.UNIT, Column.WEIGHT))
