"""What a workbook holds that no report needs, and what of the form nobody sees: told, never run or followed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from xl_apa.core.cells import Cell
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.model import Achievement, Form
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column
from xl_apa.sheets.read.own_macros import foreign_modules
from xl_apa.sheets.read.sheet_names import Sheets
from xl_apa.xlsx.addresses import column_letters, position
from xl_apa.xlsx.read.extras import Extra, ExtraKind
from xl_apa.xlsx.read.workbook import OpenWorkbook

_SETTINGS_SHEET = "xl_apa.conf"
"""The hidden sheet of the macro edition, in which xlwings looks for settings."""
_MOST_NAMED = 5
_SEEN_COLUMNS = (*layout.OFFICIAL_COLUMNS, Column.ACCEPTED)
"""Columns that an officer fills in or reads; the program's own ones may be hidden."""


def about_extras(book: OpenWorkbook) -> Iterator[Finding]:
    """Yield what macros, links and objects a workbook holds. Raise InputError."""
    extras = book.extras()
    macros = (name for extra in extras.found if extra.kind is ExtraKind.MACROS for name in _foreign(extra))
    for kind, names in (
        (FindingKind.FOREIGN_MACROS, list(dict.fromkeys(macros))),
        (FindingKind.OUTSIDE_LINKS, extras.names(ExtraKind.LINK)),
        (FindingKind.EMBEDDED_OBJECTS, extras.names(ExtraKind.OBJECT)),
    ):
        if names:
            yield Finding(kind, params={"names": _listed(names)})


def _foreign(macros: Extra) -> Sequence[str]:
    """What to call macros by, nothing where all of them are the program's own."""
    foreign = None if macros.project is None else foreign_modules(macros.project)
    return [macros.name] if foreign is None else foreign


def about_hidden_sheets(book: OpenWorkbook, sheets: Sheets) -> Iterator[Finding]:
    """Yield which sheets that are none of the template's nobody sees."""
    own = {sheets.data, sheets.info, layout.DASHBOARD_SHEET, _SETTINGS_SHEET, *sheets.quarters.values()}
    foreign = [name for name in book.hidden_sheets if name not in own]
    if foreign:
        yield Finding(FindingKind.FOREIGN_SHEETS_HIDDEN, params={"names": _listed(foreign)})


def about_hidden_form(book: OpenWorkbook, form: Form) -> Iterator[Finding]:
    """Yield what of a form nobody sees: its sheet, rows, columns or cells that are filled in. Raise InputError."""
    if form.sheet in book.hidden_sheets:
        yield Finding(FindingKind.FORM_SHEET_HIDDEN, params={"sheet": form.sheet})
    unseen = book.unseen_cells(form.sheet)
    cells = (
        [cell for row in form.rows for cell in (row.achieved, row.accepted) if _holds(cell, unseen)] if unseen else []
    )
    if cells:
        names = _listed(cell.address.rpartition("!")[2] for cell in cells)
        params = {"sheet": form.sheet, "cells": names}
        yield Finding(FindingKind.FORM_CELLS_UNSEEN, cells[0].address, params=params)
    hidden = book.hidden_lines(form.sheet)
    if hidden.rows:
        cells = [cell for row in form.rows if (cell := _cell_in(row, hidden.rows))]
        if cells:
            rows = [str(row + 1) for row in map(_row_of, cells) if row is not None]
            params = {"sheet": form.sheet, "rows": _listed(rows)}
            yield Finding(FindingKind.FORM_ROWS_HIDDEN, cells[0].address, params=params)
    if hidden.columns:
        places = sorted(form.columns[column] for column in _SEEN_COLUMNS if column in form.columns)
        columns = [column_letters(place) for place in places if place in hidden.columns]
        if columns:
            params = {"sheet": form.sheet, "columns": _listed(columns)}
            yield Finding(FindingKind.FORM_COLUMNS_HIDDEN, params=params)


def _holds(cell: Cell, places: Collection[tuple[int, int]]) -> bool:
    return not cell.blank and position(cell.address) in places


def _cell_in(row: Achievement, hidden: frozenset[int]) -> Cell | None:
    return row.achieved if _row_of(row.achieved) in hidden else None


def _row_of(cell: Cell) -> int | None:
    place = position(cell.address)
    return place[0] if place else None


def _listed(names: Sequence[str] | Iterable[str]) -> str:
    names = list(names)
    more = f" … (+{len(names) - _MOST_NAMED})" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
