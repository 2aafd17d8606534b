"""The rows of a form in a table: one per indicator, with what a scan or a page break tore off put back."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Tier
from xl_apa.core.text.codes import code_in
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.numerals import clean, parse_number, parse_percent
from xl_apa.core.typed.dates import parse_date
from xl_apa.importer.document import Table
from xl_apa.importer.table.head import Head, find_heads, is_number_row
from xl_apa.importer.table.line_kinds import is_further_line
from xl_apa.importer.table.roles import Role, is_column_number
from xl_apa.importer.table.words.sections import is_section
from xl_apa.importer.table.words.units import known_unit

_LONGEST_VALUE = 24
_MOST_DROPPED = 3
"""So many blank cells a scan drops from a row."""
_TOTAL = re.compile(clean("^(?:সর্ব)?মোট(?:\\s|$|[:=])"))
_LETTERS = re.compile("[a-z\u0985-\u09b9\u09dc-\u09df]")


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of an indicator: its cells from the first column on, under which head it stands, and in which row.

    `label_more` is text that continues its title in later rows, `lines` further rows that belong to it, `section` the
    heading of an area that stands over it in a row of its own, `loose` cells below it that may belong anywhere.
    """

    cells: tuple[Cell, ...]
    head: Head
    number: int
    label_more: tuple[Cell, ...] = ()
    lines: tuple[tuple[Cell, ...], ...] = ()
    section: Cell = BLANK
    loose: tuple[Cell, ...] = ()

    def text_at(self, column: int) -> str:
        """Return the text in a column, "" where the row is shorter."""
        return self.cells[column].text if column < len(self.cells) else ""

    @property
    def all_cells(self) -> tuple[Cell, ...]:
        """All that stands in the row, from left to right, then what of it stands in later rows."""
        cells = (*self.cells, *self.label_more, *(cell for line in self.lines for cell in line))
        return tuple(cell for cell in cells if not cell.blank)


@dataclass(slots=True)
class FormRows:
    """The rows of a form, and those of its table that are none of them and hold something all the same."""

    rows: list[FormRow] = field(default_factory=list)
    left_out: list[Cell] = field(default_factory=list)
    section: Cell = BLANK
    """The heading of an area under which no row stands yet."""
    head: Head | None = None
    """That under which the next table may go on."""


def read_rows(
    table: Table,
    year: FiscalYear | None = None,
    head: Head | None = None,
    before: FormRows | None = None,
    tiers: tuple[Tier, ...] = (),
) -> FormRows | None:
    """Return the rows of the form in a table; None where it has no form.

    `head` is that of the table before, for a table that goes on without headings of its own. `before` are the rows
    found so far: those of this table are put behind them, and what a page break tore off the last one is put back.
    `tiers` are the plan's.
    """
    heads = list(find_heads(table, year, tiers))
    if not heads and head is None:
        return None
    found = FormRows() if before is None else before
    starts = {each.first: each for each in heads}
    current = head
    number = 0 if head else heads[0].first
    while number < len(table.rows):
        if number in starts:
            current = starts[number]
            for inside in range(current.first, current.end):
                if is_number_row(table.rows[inside]):
                    _go_on(found, _leftovers(table.rows[inside]), current)
            number = current.end
            continue
        assert current
        row, parts = _whole_row(table, number, current, starts)
        if is_apart(table, number, current):
            found.left_out += [cell for cell in row if not cell.blank]
        else:
            _take(found, row, number, current)
        number += parts
    found.head = current
    return found


def is_apart(table: Table, number: int, head: Head) -> bool:
    """Return whether a row is a line below the form, as a signature is.

    It is alone in the first column, and so is all between it and the blank row before.
    """
    title = min((*head.columns_of(Role.INDICATOR), *head.columns_of(Role.ACTIVITY)), default=1)
    while number > head.end and _is_alone(table.rows[number], title):
        number -= 1
        if all(cell.blank for cell in table.rows[number]):
            return True
    return False


def _is_alone(row: Sequence[Cell], title: int) -> bool:
    """Whether a row holds one cell, the first, and that is no title's."""
    filled = [column for column, cell in enumerate(row) if not cell.blank]
    return filled == [0] and title > 0


def _whole_row(table: Table, number: int, head: Head, starts: Container[int]) -> tuple[Sequence[Cell], int]:
    """A row, and over how many rows of the table a line break in the middle of a cell has torn it."""
    row, parts = table.rows[number], 1
    width = max((slot.column for slot in head.slots), default=0) + 1
    while len(row) < width - 1 and number + parts < len(table.rows) and number + parts not in starts:
        rest = table.rows[number + parts]
        together = len(row) + len(rest) - 1
        if not rest or not row or not width - _MOST_DROPPED <= together <= width + 1 or not _runs_on(row[-1], rest[0]):
            break
        row = (*row[:-1], replace(row[-1], value=f"{row[-1].text} {rest[0].text}"), *rest[1:])
        parts += 1
    return row, parts


def _runs_on(end: Cell, begin: Cell) -> bool:
    return _is_words(end.text) and _is_words(begin.text) and code_in(begin.text).count(".") == 0


def _take(found: FormRows, row: Sequence[Cell], number: int, head: Head) -> None:
    filled = [(column, cell) for column, cell in enumerate(row) if not cell.blank]
    if not filled:
        return
    if is_number_row(row):
        _go_on(found, _leftovers(row), head)
    elif found.rows and is_further_line(row, found.rows[-1].cells, head):
        found.rows[-1] = replace(found.rows[-1], lines=(*found.rows[-1].lines, tuple(row)))
    elif _TOTAL.match(for_reading(filled[0][1].text)) and not _has_unit(filled):
        found.left_out += [cell for _, cell in filled]
    elif _is_indicator(filled, head):
        found.rows.append(FormRow(tuple(row), head, number, section=found.section))
        found.section = BLANK
    elif _is_section(filled, head):
        found.section = filled[0][1]
    else:
        _go_on(found, filled, head)


def _is_section(filled: Sequence[tuple[int, Cell]], head: Head) -> bool:
    """Whether a row is the heading of an area: one text with a number of its own, over all columns."""
    column, cell = filled[0]
    title = max((*head.columns_of(Role.INDICATOR), *head.columns_of(Role.ACTIVITY)), default=0)
    return len(filled) == 1 and column <= title and is_section(cell.text)


def _is_indicator(filled: Sequence[tuple[int, Cell]], head: Head) -> bool:
    """Whether a row is an indicator's: it has a unit, or a title with a code or a weight."""
    if _has_unit(filled):
        return True
    coded = any(code_in(cell.text).count(".") >= 2 for _, cell in filled)
    about_area = {*head.columns_of(Role.SERIAL), *head.columns_of(Role.AREA_WEIGHT)}
    values = sum(_is_value(cell) for column, cell in filled if column not in about_area)
    return (coded and values >= 1) or (values >= 2 and any(_is_words(cell.text) for _, cell in filled))


def _is_value(cell: Cell) -> bool:
    """Whether a cell holds a number, a percent or a day, and not a word more."""
    if not isinstance(cell.value, str):
        return cell.value is not None and not isinstance(cell.value, bool)
    text = cell.text
    return len(text) < _LONGEST_VALUE and (
        parse_number(text) is not None or parse_percent(text) is not None or parse_date(text).value is not None
    )


def _has_unit(filled: Sequence[tuple[int, Cell]]) -> bool:
    return any(known_unit(cell.text) is not None for _, cell in filled if cell.text and len(cell.text) < 20)


def _leftovers(row: Sequence[Cell]) -> list[tuple[int, Cell]]:
    return [(column, cell) for column, cell in enumerate(row) if not cell.blank and not is_column_number(cell.text)]


def _go_on(found: FormRows, pieces: Sequence[tuple[int, Cell]], head: Head) -> None:
    """Put pieces of text back to the row before, to its title or to what was achieved."""
    if not pieces:
        return
    if not found.rows:
        found.left_out += [cell for _, cell in pieces]
        return
    row = found.rows[-1]
    achieved = min(
        (*head.columns_of(Role.ACHIEVED), *head.columns_of(Role.QUARTER), *head.columns_of(Role.YEAR)), default=10**6
    )
    title = max((*head.columns_of(Role.INDICATOR), *head.columns_of(Role.ACTIVITY)), default=0)
    for column, cell in pieces:
        if column >= achieved - 1 and column > title:
            row = _with_more(row, column, cell)
        elif _is_words(cell.text):
            row = replace(row, label_more=(*row.label_more, cell))
        else:
            row = replace(row, loose=(*row.loose, cell))
    found.rows[-1] = row


def _with_more(row: FormRow, column: int, piece: Cell) -> FormRow:
    """The row with a piece of text behind its last sentence, or in its own column where it has none."""
    cells = list(row.cells)
    units = [place for place, cell in enumerate(cells) if known_unit(cell.text) is not None]
    behind = units[-1] if units else 0
    sentences = [
        place for place, cell in enumerate(cells) if place > behind and _is_words(cell.text) and " " in cell.text
    ]
    if sentences:
        place = sentences[-1]
        cells[place] = replace(cells[place], value=f"{cells[place].text} {piece.text}")
    else:
        cells += [Cell()] * (column + 1 - len(cells))
        cells[column] = piece if cells[column].blank else cells[column]
    return replace(row, cells=tuple(cells))


def _is_words(text: str) -> bool:
    return len(_LETTERS.findall(for_reading(text))) >= 3


def goes_on(table: Table, head: Head | None) -> bool:
    """Return whether a table without a head goes on with the form before it.

    It is about as wide, or narrower, without blank columns at its end, with units where the form has its own.
    """
    if head is None or not head.slots:
        return False
    beyond = table.width - 1 - head.slots[-1].column
    units = head.columns_of(Role.UNIT)
    return abs(beyond) <= 1 or (
        beyond < 0 and any(known_unit(table.cell(row, at).text) for row in range(len(table.rows)) for at in units)
    )


def rows_of(table: Table, year: FiscalYear | None = None) -> Iterator[FormRow]:
    """Yield the rows of the form in a table, none where it has none."""
    found = read_rows(table, year)
    yield from found.rows if found else ()
