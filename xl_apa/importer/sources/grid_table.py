"""Tables that are filled in cell by cell, whose cells may reach over rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import InputError
from xl_apa.importer.document import Span, Table
from xl_apa.xlsx.read.grid import COLUMNS, ROWS


class TableTooLargeError(Exception):
    """A table has more rows or columns than any form; `place` says which."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(place)


@contextmanager
def of_report_size(path: Path) -> Iterator[None]:
    """Say of which file a table was too large. Raise InputError."""
    try:
        yield
    except TableTooLargeError as error:
        raise InputError("source-table-large", path=path, place=error.place) from error


@dataclass(slots=True)
class GridTable:
    """A table that is being filled in; `name` is how its cells' addresses begin: `table 1`."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    spans: dict[tuple[int, int], Span] = field(default_factory=dict)
    original: dict[tuple[int, int], str] = field(default_factory=dict)
    _taken: set[tuple[int, int]] = field(default_factory=set)

    def next_free(self, row: int, column: int) -> int:
        """Return the first column from `column` on into which no other cell reaches."""
        while (row, column) in self._taken:
            column += 1
        return column

    def put(self, row: int, column: int, cell: Cell, span: Span | None = None, original: str = "") -> None:
        """Put a cell into its first place. Raise TableTooLargeError where no form reaches."""
        rows, columns = (span.rows, span.columns) if span else (1, 1)
        if row + rows > ROWS or column + columns > COLUMNS:
            raise TableTooLargeError(self.name)
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        cells.extend([BLANK] * (column + columns - len(cells)))
        cells[column] = cell
        if rows > 1 or columns > 1:
            self.spans[row, column] = Span(rows, columns)
        self._taken.update((row + down, column + right) for down in range(rows) for right in range(columns))
        if original:
            self.original[row, column] = original

    def cell(self, row: int, column: int, value: CellValue) -> Cell:
        """Return a cell with its address, as people are told of it: `table 1, row 5, column 13`.

        Rows and columns are counted from 0 here, from 1 there.
        """
        return self.placed(row, column, Cell(value))

    def placed(self, row: int, column: int, cell: Cell) -> Cell:
        """Return a cell that has no address yet with its own."""
        return replace(cell, address=f"{self.name}, row {row + 1}, column {column + 1}")

    def table(self) -> Table:
        """Return what was filled in."""
        return Table(self.name, self.rows, self.spans, self.original)
