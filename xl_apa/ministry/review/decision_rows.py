"""Reads the workbook in which the ministry decides: rows of any order, with columns that people put in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.ministry.model import OfficeId, office_id
from xl_apa.ministry.review.decision_columns import DecisionColumn, columns_of
from xl_apa.ministry.review.long_sheets import Row, open_long_sheets

_SEARCHED_ROWS = 30
"""How far down the headings are looked for; people write above a table."""
_NEEDED = (DecisionColumn.CODE, DecisionColumn.STATUS)

Period = tuple[FiscalYear, Quarter]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One row: where it stands (counted from 0), and its cells by column, as they stand there."""

    row: int
    cells: Mapping[DecisionColumn, CellValue]

    def text(self, column: DecisionColumn) -> str:
        """Return a cell as people see it, "" where the column is missing."""
        return Cell(self.cells.get(column)).text

    @property
    def id(self) -> OfficeId:
        return office_id(self.text(DecisionColumn.CODE), self.text(DecisionColumn.NAME))

    def is_about(self, period: Period) -> bool:
        """Return whether the row is about a quarter; one that does not say so is about any."""
        year = FiscalYear.parse_loosely(self.text(DecisionColumn.YEAR))
        quarter = Quarter.parse(self.text(DecisionColumn.QUARTER))
        return year in (None, period[0]) and quarter in (None, period[1])


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """The sheet of decisions: its name, where its headings stand, and its rows.

    `last_row` is the last one in which anything stands, `width` how many columns have something. `others` are the
    columns that people added: their headings, and the cells of the rows by the number of the row.
    """

    name: str
    heading_row: int
    columns: Mapping[DecisionColumn, int]
    rows: tuple[DecisionRow, ...]
    last_row: int
    width: int
    others: Sequence[str] = ()
    other_cells: Mapping[int, Sequence[CellValue]] = field(default_factory=dict)


def read_decisions(path: Path) -> DecisionSheet:
    """Return what the workbook says, of the first sheet that has the headings. Columns are known by these alone.

    Raise InputError when it cannot be read, or no sheet has the headings.
    """
    best: Mapping[DecisionColumn, int] = {}
    with open_long_sheets(path) as sheets:
        for name, rows in sheets:
            for number, row in enumerate(islice(rows, _SEARCHED_ROWS)):
                columns = columns_of([Cell(value).text for value in row])
                if all(column in columns for column in _NEEDED):
                    return _read(name, number, row, columns, rows)
                best = max(best, columns, key=len)
    missing = [column.heading("bn") for column in _NEEDED if column not in best]
    raise InputError("decisions-heading-missing", path=path, headings=missing)


def _read(
    name: str, heading_row: int, headings: Row, columns: Mapping[DecisionColumn, int], below: Iterator[Row]
) -> DecisionSheet:
    known = set(columns.values())
    others = [at for at, value in enumerate(headings) if at not in known and Cell(value).text]
    rows: list[DecisionRow] = []
    other_cells: dict[int, Sequence[CellValue]] = {}
    last_row, width = heading_row, len(headings)
    for number, row in enumerate(below, start=heading_row + 1):
        if not any(Cell(value).text for value in row):
            continue
        last_row, width = number, max(width, len(row))
        read = DecisionRow(number, {column: row[at] for column, at in columns.items() if at < len(row)})
        if any(read.id):
            rows.append(read)
            other_cells[number] = [row[at] if at < len(row) else None for at in others]
    names = [Cell(headings[at]).text for at in others]
    return DecisionSheet(name, heading_row, columns, tuple(rows), last_row, width, names, other_cells)
