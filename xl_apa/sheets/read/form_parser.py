"""A quarter's form in the cells of a sheet, wherever on it its columns stand. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from xl_apa.core.cells import BLANK, Cell, CellKind, value_of
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.rows import PERCENTS
from xl_apa.core.model import Achievement, Form, Layout, Percent
from xl_apa.core.text.numerals import parse_number
from xl_apa.core.typed.reading import as_typed
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column
from xl_apa.sheets.read.form_columns import (
    FormColumns,
    Rows,
    find_columns,
    heading_of,
    is_percent,
    numbered_places,
    repeats_numbers,
)
from xl_apa.xlsx.addresses import address
from xl_apa.xlsx.read.surroundings import Surroundings

__all__ = ["Rows", "read_form"]

_SEEN = (Column.ACHIEVED, Column.LAST, Column.ACCEPTED)
"""The columns in which it matters what a person sees where nothing stands."""

_TELLING = (Column.INDICATOR, Column.UNIT, Column.WEIGHT)
"""Columns of which one at least is filled in every indicator's row."""
_READ: tuple[int, ...] = (
    *(Column.AREA, Column.AREA_WEIGHT, Column.ACTIVITY, Column.INDICATOR, Column.UNIT, Column.WEIGHT),
    *(Column.ACHIEVED, Column.LAST, Column.ACCEPTED, Column.MARKS, Column.EVIDENCE),
    Column.ATTACHED,
)


def read_form(
    rows: Rows,
    sheet: str,
    quarter: Quarter,
    kind: Layout,
    signed: Cell,
    path: Path | str = "",
    around: Surroundings | None = None,
    columns: FormColumns | None = None,
    percents: Sequence[Percent] = PERCENTS,
) -> Form:
    """Return the form on a sheet, every cell as it was typed, with its address; `signed` is the report's date.

    `around` tells what is seen in blank cells; `percents` are those of the plan's tiers; `columns` is what
    `find_columns` says of these rows, where it was asked before. Raise InputError when the sheet holds no form, one
    without rows, or one whose columns cannot be told.
    """
    columns = columns or find_columns(rows, quarter, kind, percents)
    if columns is None:
        raise InputError("form-missing", path=path, sheet=sheet)
    for code, wrong in (("column-missing", columns.missing), ("column-twice", columns.twice)):
        if wrong:
            raise InputError(code, path=path, sheet=sheet, heading=heading_of(wrong[0], quarter, kind))
    table = _Table(rows, sheet, kind, columns, around)
    found = tuple(table.achievements())
    if not found:
        raise InputError("rows-missing", path=path, sheet=sheet)
    columns_told = _about_columns(columns, quarter, kind, table.has_more_columns())
    findings = (*columns_told, *table.tier_headings(percents), *table.loose_values())
    return Form(quarter, sheet, tuple(table.headings()), found, signed, columns.places, table.total(), findings)


def _about_columns(columns: FormColumns, quarter: Quarter, kind: Layout, more: bool) -> Iterator[Finding]:
    """Yield what is missing of the program's own columns, unless the form came without any: nothing stands there."""
    missing = columns.missing_own
    own = set(columns.places) & set(layout.HELPER_COLUMNS)
    if missing and (own or more):
        headings = [heading_of(column, quarter, kind) for column in missing]
        yield Finding(FindingKind.COLUMNS_MISSING, params={"headings": headings})


class _Table:
    """The rows of a form under its column numbers."""

    def __init__(self, rows: Rows, sheet: str, kind: Layout, columns: FormColumns, around: Surroundings | None) -> None:
        self.rows, self.sheet, self.kind, self.around = rows, sheet, kind, around
        self.number_row, self.places = columns.number_row, columns.places
        self.columns, self.targets = columns, columns.shape.target_columns
        self.read = (*_READ, *self.targets)
        self._indicators: list[int] = []
        self._others: list[int] = []
        """Rows that are no indicator's, in which a value may have been typed all the same."""

    def headings(self) -> Iterator[Cell]:
        """Yield the texts above the columns of the official form."""
        official = [place for column, place in self.places.items() if column in self.columns.shape.official_columns]
        span = slice(min(official), max(official) + 1)
        for number, row in enumerate(self.rows[: self.number_row]):
            for place, value in enumerate(row[span], start=span.start):
                if value and isinstance(value_of(value), str):
                    yield _cell(value, self.sheet, number, place)

    def achievements(self) -> Iterator[Achievement]:
        """Yield the rows of indicators."""
        area = BLANK
        first = self.number_row + 1
        numbered = numbered_places(self.columns)
        telling = [self.places[column] for column in _TELLING]
        for number, row in enumerate(self.rows[first:], start=first):
            if repeats_numbers(row, numbered):
                continue
            cells = self._cells(number, row) if any(place < len(row) and row[place] for place in telling) else None
            if cells is None or not _has_indicator(cells):
                self._others.append(number)
                continue
            self._indicators.append(number)
            if self.around:
                self._look_around(cells, self.around, number)
            area = area if cells[Column.AREA].blank else cells[Column.AREA]
            last = cells[Column.LAST]
            yield Achievement(
                label=cells[Column.INDICATOR],
                unit=cells[Column.UNIT],
                weight=cells[Column.WEIGHT],
                targets=tuple(cells[column] for column in self.targets),
                achieved=cells[Column.ACHIEVED],
                area=area,
                claimed=last if self.kind is Layout.MARKS else BLANK,
                remarks=last if self.kind is Layout.REMARKS else BLANK,
                accepted=cells[Column.ACCEPTED],
                marks=_calculated(cells[Column.MARKS]),
                evidence=cells[Column.EVIDENCE],
                attached=cells[Column.ATTACHED],
                activity=cells[Column.ACTIVITY],
                area_weight=cells[Column.AREA_WEIGHT],
            )

    def has_more_columns(self) -> bool:
        """Return whether anything stands right of the official form in an indicator's row.

        Call it after `achievements`.
        """
        official = [place for column, place in self.places.items() if column in self.columns.shape.official_columns]
        rows = (self.rows[number] for number in self._indicators)
        return any(value not in (None, "") for row in rows for value in row[max(official) + 1 :])

    def tier_headings(self, percents: Sequence[Percent]) -> Iterator[Finding]:
        """Yield which tiers are headed with another percent than the plan has."""
        row = self.rows[self.number_row - 1] if self.number_row else ()
        for column, percent in zip(self.targets, percents):
            place = self.places.get(column, -1)
            if not 0 <= place < len(row) or row[place] == float(percent) / 100 or is_percent(row[place], percent):
                continue
            cell = _cell(row[place], self.sheet, self.number_row - 1, place)
            number = parse_number(cell.text.removesuffix("%"))
            if number is not None:
                fraction = not isinstance(cell.value, str) and number <= 1
                params = {"printed": number * 100 if fraction else number, "plan": percent}
                yield Finding(FindingKind.TIER_HEADING_DIFFERS, cell.address, params=params)

    def total(self) -> Cell:
        """Return the cell under the last row, in the program's column of marks. Call it after `achievements`.

        Where the row of totals was taken out, the full marks stand there, which are no total.
        """
        place, row = self.places.get(Column.MARKS), self._indicators[-1] + 1
        if place is None or row >= len(self.rows) or place >= len(self.rows[row]):
            return BLANK
        if layout.OUT_OF_LABEL in self.rows[row][:place]:
            return BLANK
        return _calculated(_cell(self.rows[row][place], self.sheet, row, place))

    def loose_values(self) -> Iterator[Finding]:
        """Yield the values typed in rows that belong to no indicator: between two of them, or right under the last.

        Call it after `achievements`.
        """
        last = self._indicators[-1]
        for number in self._others:
            if number > last + 1:
                return
            for column in (Column.ACHIEVED, Column.ACCEPTED):
                place = self.places.get(column)
                row = self.rows[number]
                cell = BLANK if place is None or place >= len(row) else _cell(row[place], self.sheet, number, place)
                # Under the last row stand totals and signatures too.
                if not cell.blank and (number < last or _is_number(cell)):
                    params = {"text": cell.text, "row": number + 1}
                    yield Finding(FindingKind.VALUE_OUTSIDE_ROWS, cell.address, params=params)

    def _cells(self, number: int, row: Sequence[Any]) -> dict[int, Cell]:
        """Return the cells of a row by the form's own columns, wherever they stand."""
        places, width, sheet = self.places, len(row), self.sheet
        found = {}
        for column in self.read:
            place = places.get(column)
            found[column] = (
                BLANK if place is None else _cell(row[place] if place < width else None, sheet, number, place)
            )
        return found

    def _look_around(self, cells: dict[int, Cell], around: Surroundings, number: int) -> None:
        """Put into cells what a person sees in them, where that is not their own content."""
        for column in _SEEN:
            place = self.places.get(column)
            if place is None:
                continue
            blank = cells[column].blank
            seen = around.of_blank(number, place) if blank else around.of_filled(number, place)
            if seen:
                cells[column] = replace(seen, address=address(self.sheet, number, place))


@lru_cache(maxsize=16_384, typed=True)  # most cells of a form are the plan's, and the same in every office's
def _cell(value: Any, sheet: str, row: int, column: int) -> Cell:
    if isinstance(value, Cell):
        return replace(value, address=address(sheet, row, column))
    return Cell(as_typed(value), address(sheet, row, column))


def _is_number(cell: Cell) -> bool:
    return parse_number(cell.value) is not None if isinstance(cell.value, str) else True


def _calculated(cell: Cell) -> Cell:
    """A cell of the form's own formulas: without a result there is nothing in it, and nobody to be asked."""
    return Cell(None, cell.address) if cell.kind is CellKind.NO_RESULT else cell


def _has_indicator(cells: Mapping[int, Cell]) -> bool:
    """Return whether this is a row of the table, not a heading printed again, a signature or a total."""
    label = cells[Column.INDICATOR]
    if label.value == layout.HEADINGS[Column.INDICATOR]:
        return False
    return not (label.blank and cells[Column.UNIT].blank and cells[Column.WEIGHT].blank)
