"""Indicators with two lines, what was planned and what was achieved: one row, with what was achieved in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xl_apa.core.cells import BLANK, Cell
from xl_apa.importer.table.line_kinds import LineKind, cell_at, kind_of_row
from xl_apa.importer.table.roles import Role
from xl_apa.importer.table.rows import FormRow

_REPORTED = (Role.QUARTER, Role.MONTH, Role.ACHIEVED, Role.YEAR)
_BESIDE = (Role.CLAIMED, Role.REMARKS, Role.EVIDENCE)


@dataclass(frozen=True, slots=True)
class OneLine:
    """A row with what was achieved in it; `shared` are cells of which the form does not say whose line they are."""

    row: FormRow
    shared: tuple[Cell, ...] = ()


def _columns(row: FormRow, role: Role) -> Iterator[int]:
    """The columns of a role; where achievements are reported, with those behind them over which nothing is written."""
    last = max((len(line) for line in (row.cells, *row.lines)), default=0)
    starts = sorted(slot.column for slot in row.head.slots)
    for column in row.head.columns_of(role):
        following = next((start for start in starts if start > column), last)
        yield from range(column, max(column + 1, following) if role in _REPORTED else column + 1)


def one_line(row: FormRow) -> OneLine:
    """Return an indicator's row with what its line of achievements says, and never with what was planned."""
    kind, place = kind_of_row(row.cells)
    if kind is not LineKind.PLANNED and not row.lines:
        return OneLine(row)
    achieved = next((line for line in row.lines if kind_of_row(line)[0] is LineKind.ACHIEVED), ())
    if kind is LineKind.ACHIEVED:
        return OneLine(row)
    shift = kind_of_row(achieved)[1] - place if achieved and kind else 0
    cells = list(row.cells)
    shared: list[Cell] = []
    for role in (*_REPORTED, *_BESIDE):
        for column in _columns(row, role):
            own, other = cell_at(cells, column), cell_at(achieved, column + shift)
            if other.blank and (role in _BESIDE or role is Role.YEAR):
                # It may reach over both lines, as a total of what was achieved does.
                shared += [own] if role is Role.YEAR and not own.blank else []
                continue
            cells += [BLANK] * (column + 1 - len(cells))
            cells[column] = other
    return OneLine(replace(row, cells=tuple(cells)), tuple(shared))
