"""Tables as they are printed on a page: the areas of their cells, and the letters in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from xl_apa.core.text.bijoy_words import words_to_unicode
from xl_apa.importer.sources.pdf.lines import Box, Glyph, TextLine, flowing, lines_of, room_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

NEAR = 1.5
"""Lines of a table so close to each other, in points, are one."""
_TELLING = 3
"""So many rows tell which columns a table has, and of fewer columns no two tables are told apart."""
_SAME_COLUMNS = 0.6
"""Tables that have no more than this share of their columns in common are two."""


@dataclass
class PrintedCell:
    """A cell's area and its letters; further areas are those in which it goes on over pages."""

    box: Box
    letters: Sequence[Glyph] = ()
    more: list[PrintedCell] = field(default_factory=list)

    @cached_property
    def lines(self) -> Sequence[TextLine]:
        """Its lines, turned where its text is."""
        turn = self._turn
        return lines_of([letter.upright() for letter in self.letters if letter.turn == turn])

    @cached_property
    def room(self) -> float:
        """How wide its lines can be."""
        return room_of(self.lines, self.box.upright(self._turn)) if self.lines else 0.0

    @property
    def _turn(self) -> int:
        turns = [letter.turn for letter in self.letters if letter.text.strip()]
        return max((0, 1, -1), key=turns.count)

    def text(self, *, blanks: bool) -> tuple[str, str]:
        """Return its text, and what stood there before it was converted from Bijoy, "" where nothing was."""
        lines = [*self.lines, *(line for cell in self.more for line in cell.lines)]
        if not lines:
            return "", ""
        text = flowing(lines, max(self.room, *(cell.room for cell in self.more), 0), blanks=blanks)
        shown = words_to_unicode(text, expected=True) if any(line.in_bijoy for line in lines) else text
        return shown, text if shown != text else ""


@dataclass
class PrintedTable:
    """A table, or what a page holds of one; pages and the tables on them are counted from 1."""

    page: int
    number: int
    cells: list[PrintedCell]

    @property
    def name(self) -> str:
        """What it is called in addresses."""
        return f"page {self.page}, table {self.number}"

    @cached_property
    def box(self) -> Box:
        boxes = [cell.box for cell in self.cells]
        return Box(
            min(box.x0 for box in boxes),
            min(box.top for box in boxes),
            max(box.x1 for box in boxes),
            max(box.bottom for box in boxes),
        )

    @cached_property
    def lefts(self) -> list[float]:
        """Where its columns begin."""
        return edges(cell.box.x0 for cell in self.cells)

    @cached_property
    def tops(self) -> list[float]:
        """Where its rows begin."""
        return edges(cell.box.top for cell in self.cells)

    def row(self, number: int) -> list[PrintedCell]:
        """Return the cells that begin in a row, from the left."""
        cells = [cell for cell in self.cells if before(self.tops, cell.box.top + NEAR) == number]
        return sorted(cells, key=lambda cell: cell.box.x0)


def ruled_tables(page: Page, number: int, letters: Sequence[Glyph]) -> list[PrintedTable]:
    """Return the tables that lines are drawn around, with their letters; `number`: the page's, from 1."""
    _check_lines(page)
    found: list[PrintedTable] = []
    for table in page.find_tables():
        for cells in _apart([PrintedCell(Box(*map(float, cell))) for cell in table.cells]):
            if len({round(cell.box.x0) for cell in cells}) < 2:
                # A frame around a title, or around a table that has no lines between its columns.
                continue
            _fill(cells, letters)
            found.append(PrintedTable(number, len(found) + 1, cells))
    return found


def _check_lines(page: Page) -> None:
    """Raise PdfTooLargeError for so many lines that all their crossings would fill the memory."""
    from xl_apa.importer.sources.pdf.limits import MOST_LINES, PdfTooLargeError

    drawn = page.edges
    across = {round(edge["top"]) for edge in drawn if edge["orientation"] == "h"}
    down = {round(edge["x0"]) for edge in drawn if edge["orientation"] == "v"}
    if len(across) * len(down) > MOST_LINES or len(drawn) > MOST_LINES:
        raise PdfTooLargeError


def _apart(cells: Sequence[PrintedCell]) -> Iterator[list[PrintedCell]]:
    """Yield the cells of each table of several that touch, one below the other, whose columns differ."""
    rows: dict[int, list[PrintedCell]] = defaultdict(list)
    tops = edges(cell.box.top for cell in cells)
    reach = 0
    table: list[PrintedCell] = []
    for cell in cells:
        rows[before(tops, cell.box.top + NEAR)].append(cell)
    for number in sorted(rows):
        if table and reach < number and _differ(table, rows, number):
            yield table
            table = []
        table += rows[number]
        reach = max(before(tops, cell.box.bottom - NEAR) for cell in table)
    yield table


def _differ(table: Sequence[PrintedCell], rows: Mapping[int, Sequence[PrintedCell]], number: int) -> bool:
    """Whether the columns from a row on are others than those of the rows above it."""
    below = [cell for row in range(number, number + _TELLING) for cell in rows.get(row, ())]
    one, other = (edges(cell.box.x0 for cell in some) for some in (table, below))
    fewest = min(len(one), len(other))
    same = sum(any(abs(left - right) <= 2 * NEAR for right in other) for left in one)
    return fewest > _TELLING and same <= fewest * _SAME_COLUMNS


def _fill(cells: Sequence[PrintedCell], letters: Sequence[Glyph]) -> None:
    """Give every cell the letters whose middle lies in it."""
    lefts, tops = edges(cell.box.x0 for cell in cells), edges(cell.box.top for cell in cells)
    at: dict[tuple[int, int], PrintedCell] = {}
    for cell in cells:
        rows = range(before(tops, cell.box.top + NEAR), before(tops, cell.box.bottom - NEAR) + 1)
        columns = range(before(lefts, cell.box.x0 + NEAR), before(lefts, cell.box.x1 - NEAR) + 1)
        at.update({(row, column): cell for row in rows for column in columns})
    inside: dict[int, list[Glyph]] = defaultdict(list)
    for letter in letters:
        x, y = letter.middle
        cell_here = at.get((before(tops, y), before(lefts, x)))
        if cell_here and cell_here.box.holds(letter):
            inside[id(cell_here)].append(letter)
    for cell in cells:
        cell.letters = tuple(inside[id(cell)])


def edges(values: Iterable[float], near: float = NEAR) -> list[float]:
    """Return where the lines of a table are, in order; those that nearly touch are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > near:
            found.append(value)
    return found


def before(lines: Sequence[float], value: float) -> int:
    """Return the number of the last line of a table that lies before a place."""
    return max(bisect_right(lines, value) - 1, 0)
