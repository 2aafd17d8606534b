"""Marks written as values where a sheet has lost its own formulas."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from xl_apa.core.cells import CellValue
from xl_apa.excel.open_form import OpenForm
from xl_apa.sheets.layout import Column

_MARKED = (Column.MARKS, Column.TIER, Column.ATTAINABLE)
_TOLERANCE = 1e-9


def write_missing_marks(form: OpenForm, cells: Mapping[tuple[int, int], CellValue]) -> None:
    """Write marks as values where the sheet's formulas are gone; where they stand, they come to the same.

    A text that only the program reads has marks in the sheet once it was written what was read in it.
    """
    differ = [column for column in _MARKED if not _stands(form, column, cells)]
    if not differ:
        return
    if not _has_formulas(form):
        for column in differ:
            form.write(column, column, cells)
        return
    with suppress(NotImplementedError):
        # A workbook that is calculated by hand goes on showing old marks.
        form.book.app.calculate()


def _stands(form: OpenForm, column: Column, cells: Mapping[tuple[int, int], CellValue]) -> bool:
    """Whether a column of the form showed what is to be written into it."""
    found = (value for (value,) in form.stood(column, column))
    return all(_same(cells.get((row, form.places[column])), value) for row, value in zip(form.rows, found))


def _same(one: CellValue, other: CellValue) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) < _TOLERANCE
    return (one if one is not None else "") == (other if other is not None else "")


def _has_formulas(form: OpenForm) -> bool:
    try:
        formulas: Any = form.cells(form.rows, Column.MARKS).formula
    except NotImplementedError:
        return False
    rows = formulas if isinstance(formulas, (list, tuple)) else [formulas]
    return any(str(cell).startswith("=") for row in rows for cell in (row if isinstance(row, (list, tuple)) else [row]))
