"""Tables that go on over pages: one table again, and a row that a page break tore in two one row.

A row that goes on tells so by every cell of its second part: above it the text was full, to its last line and to its
cell's bottom. A new row has at least one cell over which another text had ended.
"""

from __future__ import annotations

from collections.abc import Sequence

from xl_apa.core.cells import BLANK, Cell
from xl_apa.importer.document import Span, Table
from xl_apa.importer.sources.grid_table import GridTable
from xl_apa.importer.sources.pdf.lines import wraps
from xl_apa.importer.sources.pdf.printed import NEAR, PrintedCell, PrintedTable, before, edges

_ALIKE = 3.0
"""So far apart, in points, the same column may lie on two pages."""
_MOST_REPEATED = 6
"""So many rows of headings may stand again on every page."""


def goes_on(table: PrintedTable, after: PrintedTable) -> bool:
    """Return whether a table at the top of a page has the columns of the one at the bottom of the page before."""
    one, other = sorted((_columns(table), _columns(after)), key=len)
    found = sum(any(abs(left - right) <= _ALIKE for right in other) for left in one)
    outside = abs(one[0] - other[0]) <= _ALIKE and abs(one[-1] - other[-1]) <= _ALIKE
    return outside and found == len(one) and len(one) >= len(other) / 2


def _columns(table: PrintedTable) -> list[float]:
    return [*table.lefts, table.box.x1]


def join_rows(parts: Sequence[PrintedTable], *, blanks: bool) -> None:
    """Put rows that page breaks tore in two back together. `blanks`: whether blanks at line ends are drawn."""
    for table, after in zip(parts, parts[1:]):
        last = table.row(len(table.tops) - 1)
        number = _repeated(parts[0], after)
        rest = [cell for cell in after.row(number) if cell.lines]
        above = [next((cell for cell in last if abs(cell.box.x0 - each.box.x0) <= _ALIKE), None) for each in rest]
        if rest and all(cell and _was_torn(cell, each, blanks=blanks) for cell, each in zip(above, rest)):
            for cell, each in zip(above, rest):
                assert cell
                cell.more.append(each)
            torn = after.row(number)
            after.cells = [cell for cell in after.cells if all(cell is not each for each in torn)]
            vars(after).pop("tops", None)


def _repeated(first: PrintedTable, after: PrintedTable) -> int:
    """How many rows of headings stand at the top of a page again."""
    count = 0
    while count < min(_MOST_REPEATED, len(first.tops) - 1, len(after.tops) - 1):
        shown, again = ([_plain(cell) for cell in table.row(count)] for table in (first, after))
        if shown != again or not any(shown):
            break
        count += 1
    return count


def _plain(cell: PrintedCell) -> str:
    return "".join(line.text for line in cell.lines)


def _was_torn(cell: PrintedCell, rest: PrintedCell, *, blanks: bool) -> bool:
    """Whether a cell's text had no room for another line, and its last line none for another word."""
    if not cell.lines:
        return False
    whole = cell.more[-1] if cell.more else cell
    last = whole.lines[-1]
    full = whole.box.bottom - last.box.bottom < 1.6 * last.size
    return full and ((blanks and last.ends_blank) or wraps(last, rest.lines[0], max(cell.room, rest.room)))


def one_table(parts: Sequence[PrintedTable], *, blanks: bool) -> Table:
    """Return what pages hold of one table as a table; every cell's address tells its page."""
    lefts = edges((left for table in parts for left in table.lefts), _ALIKE)
    grid = GridTable(parts[0].name)
    start = 0
    for table in parts:
        tops = table.tops
        own = GridTable(table.name)
        for cell in sorted(table.cells, key=lambda each: (each.box.top, each.box.x0)):
            row, column = before(tops, cell.box.top + NEAR), before(lefts, cell.box.x0 + NEAR)
            down = max(before(tops, cell.box.bottom - NEAR) - row, 0) + 1
            right = max(before(lefts, cell.box.x1 - NEAR) - column, 0) + 1
            text, original = cell.text(blanks=blanks)
            shown: Cell = own.cell(row, column, text) if text else BLANK
            grid.put(start + row, column, shown, Span(down, right), original)
        start += len(tops) if table.cells else 0
    return grid.table()
