"""A quarter's form in the cells of a sheet, wherever on it the form begins. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Achievement, Form, Layout
from xl_apa.core.numerals import parse_number
from xl_apa.core.reading import as_typed
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column
from xl_apa.xlsx.addresses import address
from xl_apa.xlsx.read.surroundings import Surroundings

Rows = Sequence[Sequence[Any]]
"""A sheet's cells from A1 on, as Excel hands them over, or with what a file tells of them."""

_NUMBERS = len(layout.OFFICIAL_COLUMNS)
_COLUMNS = Column.EVIDENCE + 1
_SEARCHED_ROWS = 60
"""How far down the row of column numbers is looked for; officers put letterheads above the form."""


_SEEN = (Column.ACHIEVED, Column.LAST, Column.ACCEPTED)
"""The columns in which it matters what a person sees where nothing stands."""


def form_reaches(rows: Rows) -> int:
    """Return how many columns of a sheet a form on it needs, from A on; 0 where there is none in these columns."""
    place = _find_form(rows)
    return place[1] + _COLUMNS if place else 0


def read_form(
    rows: Rows,
    sheet: str,
    quarter: Quarter,
    kind: Layout,
    signed: Cell,
    path: Path | str = "",
    around: Surroundings | None = None,
) -> Form:
    """Return the form on a sheet, every cell as it was typed, with its address; `signed` is the report's date.

    `around` tells what is seen in blank cells. Raise InputError when the sheet holds no form, or one without rows.
    """
    place = _find_form(rows)
    if place is None:
        raise InputError("form-missing", path=path, sheet=sheet)
    first, start = place[0] + 1, place[1]
    found = tuple(_achievements(sheet, rows, first, start, kind, around))
    if not found:
        raise InputError("rows-missing", path=path, sheet=sheet)
    headings = tuple(
        _cell(value, sheet, number, column)
        for number, row in enumerate(rows[: place[0]])
        for column, value in enumerate(row[start : start + _NUMBERS], start=start)
        if _is_text(value)
    )
    return Form(quarter, sheet, headings, found, signed)


def _find_form(rows: Rows) -> tuple[int, int] | None:
    """Return the row of the column numbers ১ … ১৪, and the column where they begin."""
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


def _is_text(value: object) -> bool:
    text = value.value if isinstance(value, Cell) else value
    return bool(text) and isinstance(text, str)


def _is(value: object, number: int) -> bool:
    if isinstance(value, Cell):
        value = value.value
    if isinstance(value, str):
        # Two characters hold every column number; long texts need not be looked into.
        return len(value) <= 2 and parse_number(value) == number
    return value == number


def _achievements(
    sheet: str, rows: Rows, first: int, start: int, kind: Layout, around: Surroundings | None
) -> Iterator[Achievement]:
    area = BLANK
    for number, row in enumerate(rows[first:], start=first):
        if _is_numbered(row, start):
            continue
        cells = _cells(sheet, number, row, start)
        if not _has_indicator(cells):
            continue
        if around:
            _look_around(cells, around, sheet, number, start)
        area = area if cells[Column.AREA].blank else cells[Column.AREA]
        last = cells[Column.LAST]
        yield Achievement(
            label=cells[Column.INDICATOR],
            unit=cells[Column.UNIT],
            weight=cells[Column.WEIGHT],
            targets=tuple(cells[column] for column in layout.TARGET_COLUMNS),
            achieved=cells[Column.ACHIEVED],
            area=area,
            claimed=last if kind is Layout.MARKS else BLANK,
            remarks=last if kind is Layout.REMARKS else BLANK,
            accepted=cells[Column.ACCEPTED],
            marks=cells[Column.MARKS],
            evidence=cells[Column.EVIDENCE],
        )


def _cells(sheet: str, number: int, row: Sequence[Any], start: int) -> list[Cell]:
    """Return the cells of a row by the form's own columns, wherever the form begins."""
    values = [*row[start : start + _COLUMNS], *[None] * (start + _COLUMNS - len(row))]
    return [_cell(value, sheet, number, column) for column, value in enumerate(values, start=start)]


@lru_cache(maxsize=16_384, typed=True)  # most cells of a form are the plan's, and the same in every office's
def _cell(value: Any, sheet: str, row: int, column: int) -> Cell:
    if isinstance(value, Cell):
        return replace(value, address=address(sheet, row, column))
    return Cell(as_typed(value), address(sheet, row, column))


def _look_around(cells: list[Cell], around: Surroundings, sheet: str, number: int, start: int) -> None:
    """Put into blank cells what a person sees in them."""
    for column in _SEEN:
        seen = around.of_blank(number, start + column) if cells[column].blank else None
        if seen:
            cells[column] = replace(seen, address=address(sheet, number, start + column))


def _has_indicator(cells: Sequence[Cell]) -> bool:
    """Return whether this is a row of the table, not a heading printed again, a signature or a total."""
    label = cells[Column.INDICATOR]
    if label.value == layout.HEADINGS[Column.INDICATOR]:
        return False
    return not (label.blank and cells[Column.UNIT].blank and cells[Column.WEIGHT].blank)
