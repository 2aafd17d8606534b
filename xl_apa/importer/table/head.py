"""The head of a form in a table: one to three rows of headings, a row of numbers, and the columns they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Status, Tier, Unit
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.importer.document import Table
from xl_apa.importer.table.roles import BARE, Heading, Role, column_number, heading_of, is_column_number
from xl_apa.importer.table.words.units import known_unit

_FEWEST = 3
"""Headings that a row has at least, where a form begins."""
_TELLING = frozenset({Role.INDICATOR, Role.UNIT, Role.WEIGHT})
"""One of them at least is among the headings of every form."""
PERIODS = frozenset({Role.QUARTER, Role.MONTH})
"""Columns of which several stand side by side."""
_REPORTED = PERIODS | {Role.ACHIEVED, Role.YEAR}
_NAMES_YEAR = 90
"""So sure a heading of the past is that says which year, and not only that something is `প্রকৃত`."""
_FOLLOWING = 2
"""So many of the numbers of columns follow the one before, however badly they were read."""
_MOST_ROWS = 6
_MOSTLY = 0.6
_LETTERS = re.compile("[a-z\u0985-\u09b9\u09dc-\u09df]", re.IGNORECASE)
_WORD = 3
"""Letters of the shortest word that tells anything."""
_UNKNOWN = Heading(Role.OTHER, sure=0)
"""A column of some office's own."""
_Reader = Callable[[str], Heading | None]
_CODED = re.compile(r"\s*\[\s*[০-৯0-9এম.\s]+\]\s*\S|\(?[1-9]\d?(?:\.(?:[1-9]|1[0-5])(?!\d)){2}[).।\s]+\S")
"""A code before a title, and no day before words: `[১.২.১] …`, `১.২.১ …`."""


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


def find_heads(table: Table, year: FiscalYear | None = None, tiers: tuple[Tier, ...] = ()) -> Iterator[Head]:
    """Yield every head in a table, in order: it stands there again on every page.

    `year` is the report's fiscal year, `tiers` those of its plan.
    """
    read = partial(heading_of, year=year, tiers=tiers)
    row = 0
    while row < len(table.rows):
        if _begins(table.rows[row], read):
            end = row + 1
            while end < len(table.rows) and end - row < _MOST_ROWS and _goes_on(table.rows[end], read):
                end += 1
            yield Head(row, end, tuple(_settled(list(_slots(table, row, end, read)))))
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
    if rising < _MOSTLY * (len(counted) - 1):
        return False
    # An indicator's title before its targets is no leftover: column numbers begin with 1 and go on to the last column.
    leftover = any(map(_is_word, filled))
    following = sum(right == left + 1 for left, right in pairwise(counted))
    counts = filled[0] in numbers and following >= _FOLLOWING and counted[0] == 1 and counted[-1] >= len(filled) - 1
    return not leftover or counts


def _is_of_a_row(text: str) -> bool:
    """Whether a text stands in the row of an indicator and in no head: a unit, a code with its title, `চলমান`."""
    return (
        known_unit(text) in (Unit.DATE, Unit.NUMBER)
        or bool(_CODED.match(text))
        or parse_achievement(text, Unit.NUMBER).status is Status.ONGOING
    )


def _begins(row: Sequence[Cell], read: _Reader) -> bool:
    found = [heading for cell in row if not cell.blank and (heading := read(cell.text))]
    roles = {heading.role for heading in found if heading.percent is None}
    return len(roles) >= _FEWEST and bool(roles & _TELLING)


def _goes_on(row: Sequence[Cell], read: _Reader) -> bool:
    filled = [cell.text for cell in row if not cell.blank]
    if not filled or any(map(_is_of_a_row, filled)):
        return False
    if is_number_row(row):
        return True
    words = [text for text in filled if _is_word(text)]
    if not words:
        # Q1, Q2: names of quarters that have hardly a letter.
        named = [heading for text in filled if (heading := read(text)) and heading.quarter]
        return len(named) == len(filled) or (any(map(_is_percent, filled)) and all(map(is_column_number, filled)))
    return sum(read(text) is not None for text in words) >= _MOSTLY * len(words)


def _slots(table: Table, first: int, end: int, read: _Reader) -> Iterator[Slot]:
    """The columns, each by its own heading and by the one above it."""
    rows = [number for number in range(first, end) if not is_number_row(table.rows[number])]
    numbers = [number for number in range(first, end) if number not in rows]
    named = _named_tiers(table, rows, read)
    below = {column: _below(table, column, rows[1:], numbers, named, read) for column in range(table.width)}
    tiers = [column for column, own in below.items() if own and own[-1].percent is not None]
    groups = _groups(table, first, tiers, read)
    for column in range(max(table.width, *groups, 0) + 1):
        group, begins = groups.get(column, (None, False))
        heading = _together(group, below.get(column, ()), begins=begins)
        if heading:
            yield Slot(heading, column)


def agreed(heads: Sequence[Head]) -> list[Head]:
    """Return heads that stand over the same columns with what most of them say each column is.

    A scan misreads a heading on one page and reads it on the next. Heads of another form stay as they are.
    """
    return [replace(head, slots=tuple(_agreed_slots(head, heads))) for head in heads]


def _agreed_slots(head: Head, heads: Sequence[Head]) -> Iterator[Slot]:
    alike = [each for each in heads if _same_columns(head, each)]
    if len(alike) == 1:
        yield from head.slots
        return
    for column in sorted({slot.column for each in alike for slot in each.slots}):
        said = [slot for each in alike for slot in each.slots if slot.column == column]
        counted = Counter((slot.role, slot.heading.percent, slot.heading.quarter) for slot in said if slot.heading.sure)
        if 2 * len(said) < len(alike):
            continue
        best = counted.most_common(1)[0][0] if counted else None
        yield next((slot for slot in said if (slot.role, slot.heading.percent, slot.heading.quarter) == best), said[0])


def _same_columns(one: Head, other: Head) -> bool:
    here, there = ({(slot.column, slot.role) for slot in head.slots} for head in (one, other))
    last = max(one.slots, key=_column).column, max(other.slots, key=_column).column
    return len(here & there) >= _MOSTLY * max(len(here), len(there)) and last[0] == last[1]


def _column(slot: Slot) -> int:
    return slot.column


def _settled(slots: Sequence[Slot]) -> Sequence[Slot]:
    """The columns, with what only the others tell: which weight is whose, and which achievement.

    `মান` alone is an area's weight left of the indicators and theirs right of them.
    """
    roles = [slot.role for slot in slots]
    title = roles.index(Role.INDICATOR) if Role.INDICATOR in roles else -1
    found = list(slots)
    for place, slot in enumerate(slots):
        if slot.role is Role.AREA_WEIGHT and Role.WEIGHT not in roles and place > title >= 0:
            found[place] = replace(slot, heading=replace(slot.heading, role=Role.WEIGHT))
        elif (
            slot.role is Role.WEIGHT
            and roles.count(Role.WEIGHT) > 1
            and Role.AREA_WEIGHT not in roles
            and place < title
        ):
            found[place] = replace(slot, heading=replace(slot.heading, role=Role.AREA_WEIGHT))
    for place, slot in enumerate(found):
        if slot.role is Role.YEAR and slot.heading.sure == BARE and not set(roles) & PERIODS:
            found[place] = replace(slot, heading=_UNKNOWN)
    past = [place for place, slot in enumerate(slots) if slot.role is Role.PAST and slot.heading.sure < _NAMES_YEAR]
    targets = [place for place, role in enumerate(roles) if role is Role.TARGET]
    if len(past) == 1 and targets and past[0] > targets[-1] and not set(roles) & _REPORTED:
        found[past[0]] = replace(slots[past[0]], heading=Heading(Role.ACHIEVED))
    return found


def _below(
    table: Table, column: int, rows: Sequence[int], numbers: Sequence[int], named: bool, read: _Reader
) -> Sequence[Heading]:
    """The headings under the first row; percents only where the tiers have no names."""
    texts = [table.cell(row, column).text for row in rows]
    own = [heading for text in texts if not (named and _is_percent(text)) and (heading := read(text))]
    if own or named:
        return own
    texts = [table.cell(row, column).text for row in numbers]
    return [heading for text in texts if (heading := read(text)) and heading.percent is not None]


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


def _groups(table: Table, first: int, tiers: Sequence[int], read: _Reader) -> dict[int, tuple[Heading, bool]]:
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
            over = read(cell.text) or (_UNKNOWN if _is_word(cell.text) else None)
            if not table.spans and over and over.role is not Role.TARGET and tiers and tiers[0] < column <= tiers[-1]:
                shift = shift or tiers[-1] - column + 1
            span = table.spans.get((first, column))
            until = column + span.columns if span else column + 1 if table.spans else table.width
        if over and column < until and not (shift and cell.blank):
            found[column + (shift if shift else 0)] = over, not cell.blank
    return found


def _named_tiers(table: Table, rows: Sequence[int], read: _Reader) -> bool:
    """Whether tiers are named in words; percents beside them are a scan's worst part."""
    words = sum(
        heading.percent is not None and not _is_percent(cell.text)
        for number in rows
        for cell in table.rows[number]
        if not cell.blank and (heading := read(cell.text))
    )
    return words >= 2


def _is_word(text: str) -> bool:
    return len(_LETTERS.findall(text)) >= _WORD


def _is_percent(text: str) -> bool:
    return text.strip().endswith(("%", "٪", "％"))
