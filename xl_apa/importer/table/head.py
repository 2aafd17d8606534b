"""The head of a form in a table: one to three rows of headings, a row of numbers, and the columns they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Unit
from xl_apa.importer.document import Table
from xl_apa.importer.table.roles import Heading, Role, column_number, heading_of, is_column_number
from xl_apa.importer.table.units import known_unit

_FEWEST = 3
"""Headings that a row has at least, where a form begins."""
_TELLING = frozenset({Role.INDICATOR, Role.UNIT, Role.WEIGHT})
"""One of them at least is among the headings of every form."""
PERIODS = frozenset({Role.QUARTER, Role.MONTH})
"""Columns of which several stand side by side."""
_MOST_ROWS = 6
_MOSTLY = 0.6
_CODED = re.compile(r"\s*\[\s*[০-৯0-9এম.\s]+\]\s*\S")


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of the form, and where on its table it stands by its heading, counted from 0."""

    heading: Heading
    column: int

    @property
    def role(self) -> Role:
        return self.heading.role


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of a head, from `first` to before `end`, and the columns, from left to right."""

    first: int
    end: int
    slots: tuple[Slot, ...]

    def columns_of(self, role: Role) -> list[int]:
        """Return where columns of a role stand."""
        return [slot.column for slot in self.slots if slot.role is role]


def find_heads(table: Table, year: FiscalYear | None = None) -> Iterator[Head]:
    """Yield every head in a table, in order: it stands there again on every page. `year`: the report's fiscal year."""
    row = 0
    while row < len(table.rows):
        if _begins(table.rows[row], year):
            end = row + 1
            while end < len(table.rows) and end - row < _MOST_ROWS and _goes_on(table.rows[end], year):
                end += 1
            yield Head(row, end, tuple(_slots(table, row, end, year)))
            row = end
        else:
            row += 1


def is_number_row(row: Sequence[Cell]) -> bool:
    """Return whether a row holds the numbers of the columns, a scan's leftovers of other rows among them or not."""
    filled = [cell.text for cell in row if not cell.blank]
    numbers = [text for text in filled if is_column_number(text)]
    if len(numbers) <= _FEWEST or len(numbers) < _MOSTLY * len(filled) or any(map(_is_of_a_row, filled)):
        return False
    counted = [number for text in numbers if not _is_percent(text) and (number := column_number(text)) is not None]
    rising = sum(left < right for left, right in pairwise(counted))
    return rising >= _MOSTLY * (len(counted) - 1)


def _is_of_a_row(text: str) -> bool:
    """Whether a text stands in the row of an indicator and in no head: a unit, a code with its title."""
    return known_unit(text) in (Unit.DATE, Unit.NUMBER) or bool(_CODED.match(text))


def _begins(row: Sequence[Cell], year: FiscalYear | None) -> bool:
    found = [heading for cell in row if not cell.blank and (heading := heading_of(cell.text, year))]
    roles = {heading.role for heading in found if heading.percent is None}
    return len(roles) >= _FEWEST and bool(roles & _TELLING)


def _goes_on(row: Sequence[Cell], year: FiscalYear | None) -> bool:
    filled = [cell.text for cell in row if not cell.blank]
    if not filled or any(map(_is_of_a_row, filled)):
        return False
    if is_number_row(row):
        return True
    headings = sum(heading_of(text, year) is not None or is_column_number(text) for text in filled)
    return headings >= _MOSTLY * len(filled)


def _slots(table: Table, first: int, end: int, year: FiscalYear | None) -> Iterator[Slot]:
    """The columns, each by its own heading and by the one above it."""
    rows = [number for number in range(first, end) if not is_number_row(table.rows[number])]
    numbers = [number for number in range(first, end) if number not in rows]
    named = _named_tiers(table, rows, year)
    below = {column: _below(table, column, rows[1:], numbers, named, year) for column in range(table.width)}
    tiers = [column for column, own in below.items() if own and own[-1].percent is not None]
    groups = _groups(table, first, tiers, year)
    for column in range(max(table.width, *groups, 0) + 1):
        group, begins = groups.get(column, (None, False))
        heading = _together(group, below.get(column, ()), begins=begins)
        if heading:
            yield Slot(heading, column)


def _below(
    table: Table, column: int, rows: Sequence[int], numbers: Sequence[int], named: bool, year: FiscalYear | None
) -> Sequence[Heading]:
    """The headings under the first row; percents only where the tiers have no names."""
    texts = [table.cell(row, column).text for row in rows]
    own = [heading for text in texts if not (named and _is_percent(text)) and (heading := heading_of(text, year))]
    if own or named:
        return own
    texts = [table.cell(row, column).text for row in numbers]
    return [heading for text in texts if (heading := heading_of(text, year)) and heading.percent is not None]


def _together(group: Heading | None, own: Sequence[Heading], *, begins: bool) -> Heading | None:
    """What a column is, from the heading over it and its own ones below."""
    lowest = own[-1] if own else None
    if lowest and lowest.role is Role.TARGET and lowest.percent is not None:
        return lowest
    if lowest and lowest.role in PERIODS and group and group.role is Role.TARGET:
        return replace(lowest, role=Role.PLANNED)
    if lowest and lowest.role in (*PERIODS, Role.YEAR) and (group is None or group.role is Role.ACHIEVED):
        return lowest
    if own and (group is None or not begins):
        return own[0]
    if group and group.role is Role.ACHIEVED and own and own[0].quarter:
        return replace(group, quarter=own[0].quarter)
    return group if begins else None


def _groups(table: Table, first: int, tiers: Sequence[int], year: FiscalYear | None) -> dict[int, tuple[Heading, bool]]:
    """The heading in the first row over every column, and whether it is its own or one that reaches over it.

    `tiers`: the columns under which the rows below name tiers. Where a scan wrote what stands right of the targets
    into the columns of the tiers, it is moved to the right of them.
    """
    found: dict[int, tuple[Heading, bool]] = {}
    over: Heading | None = None
    until = shift = 0
    for column in range(table.width):
        cell = table.cell(first, column)
        if not cell.blank:
            over = heading_of(cell.text, year)
            if not table.spans and over and over.role is not Role.TARGET and tiers and tiers[0] < column <= tiers[-1]:
                shift = shift or tiers[-1] - column + 1
            span = table.spans.get((first, column))
            until = column + span.columns if span else column + 1 if table.spans else table.width
        if over and column < until and not (shift and cell.blank):
            found[column + (shift if shift else 0)] = over, not cell.blank
    return found


def _named_tiers(table: Table, rows: Sequence[int], year: FiscalYear | None) -> bool:
    """Whether tiers are named in words; percents beside them are a scan's worst part."""
    words = sum(
        heading.percent is not None and not _is_percent(cell.text)
        for number in rows
        for cell in table.rows[number]
        if not cell.blank and (heading := heading_of(cell.text, year))
    )
    return words >= 2


def _is_percent(text: str) -> bool:
    return text.strip().endswith(("%", "٪", "％"))
