"""A sheet's cells from A1 on, as far as a form can reach, whatever kind of file they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from xl_apa.core.cells import Cell, CellKind, CellValue
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.read.faults import SheetTooLargeError

ROWS, COLUMNS = 4999, 104
"""No form reaches row 5000 or column DA; what stands there would make a sheet of any size out of a few bytes."""

MOST_CELLS = 200_000
"""A form has a thousand cells with content. A few bytes of an .ods file can stand for any number."""

Content = CellValue | Cell
"""What a sheet's cell holds: a plain value, or a cell without address where there is more to tell."""
Rows = Sequence[Sequence[Content]]


class FarCellError(Exception):
    """A value stands where no form reaches; `cell` says where."""

    def __init__(self, row: int, column: int) -> None:
        self.cell = cell_name(row, column)
        super().__init__(self.cell)


def is_blank(content: Content) -> bool:
    """Return whether a person sees nothing in a cell: no content, or white space alone."""
    return content is None or (isinstance(content, str) and not content.strip())


@dataclass(frozen=True, slots=True)
class CellRange:
    """A rectangle of cells, rows and columns counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Overlay:
    """Something that lies over cells: a comment, a box with text, a picture (`text` is "")."""

    area: CellRange
    text: str = ""


@dataclass(slots=True)
class CellGrid:
    """Cells that are filled in while a sheet is read; `width`: how many columns are wanted."""

    width: int = COLUMNS
    _rows: dict[int, list[Content]] = field(default_factory=dict)
    _count: int = 0

    def put(self, row: int, column: int, content: Content) -> None:
        """Fill in a cell. Raise FarCellError where no form reaches, ValueError for a cell that is filled already.

        Raise SheetTooLargeError for more cells than a sheet may have.
        """
        if content is None or content == "":
            return
        if row >= ROWS or column >= COLUMNS:
            if is_blank(content):
                return
            raise FarCellError(row, column)
        if column >= self.width:
            return
        if row not in self._rows:
            self._rows[row] = [None] * self.width
        elif self._rows[row][column] is not None:
            raise ValueError(f"{cell_name(row, column)} twice")
        self._rows[row][column] = content
        self._count += 1
        if self._count > MOST_CELLS:
            raise SheetTooLargeError

    @property
    def rows(self) -> Rows:
        """The rows from the first on; those without content are empty."""
        return in_order(self._rows)


def in_order(rows: dict[int, list[Content]]) -> Rows:
    """Return rows by their number as a list from row 0 on; those that are missing are empty."""
    last = max(rows, default=-1)
    return [rows.get(number, _NOTHING) for number in range(last + 1)]


_NOTHING: list[Content] = []


def shown_value(content: Content) -> CellValue:
    """Return what a person reads in a cell, also where that is no value that counts."""
    if not isinstance(content, Cell):
        return content
    shown = content.kind in (CellKind.STRUCK, CellKind.ERROR, CellKind.PARTLY)
    return content.note or None if shown else content.value
