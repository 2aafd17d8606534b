"""A table of the summary on a sheet of its own: an Excel table of any length, with filters and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from xlsxwriter.workbook import Workbook

from xl_apa.core.messages import show
from xl_apa.ministry.export.rows import Row
from xl_apa.ministry.report.sentences import printed_line, sheet_title
from xl_apa.ministry.report.strings import COLUMNS, continued
from xl_apa.ministry.sheet_style import HEAD_ROW, HEADING, TEXT, PrintedPart, add_sheet, finish_sheet, write_head
from xl_apa.xlsx.addresses import block, cell_name
from xl_apa.xlsx.cell_limits import FIRST_DAY
from xl_apa.xlsx.cell_values import CellContent, Link
from xl_apa.xlsx.hyperlinks import Links
from xl_apa.xlsx.styles import Look, Styles

LAST_ROW = 1_048_575


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its name in `records`, how wide, how its cells look, and how a value is put to people.

    `colors`: the look of cells that hold a certain word; it stays with the word when the table is sorted. `leads`: the
    column that says where in the file of the row a click leads: a cell, a sheet, or "path" for the file itself.
    `on_paper`: whether it is printed; what is not stands on the right of all that is.
    `most_lines` (0: any number): a longer text makes the row no higher.
    """

    name: str
    width: float
    look: Look = TEXT
    shown: Callable[[Any], CellContent] | None = None
    colors: Mapping[str, Look] = field(default_factory=dict)
    leads: str = ""
    on_paper: bool = True
    most_lines: int = 0


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table with a sheet of its own, and on from there with further ones when a sheet is full.

    `types` are the columns of its records, of which the sheet shows some. `printed`: what of it is printed unless
    somebody clears the print area, None for all of it.
    """

    name: str
    table: str  # its name in Excel
    types: Mapping[str, str]
    columns: tuple[TableColumn, ...]
    frozen: int = 0  # columns that stay when the rest is scrolled
    printed: PrintedPart | None = None


def write_table(
    workbook: Workbook, formats: Styles, spec: TableSheet, rows: Iterable[Row], basis: str, links: Links
) -> None:
    """Write a table as an Excel table, on as many sheets as its rows need."""
    shown = _shown(spec, rows, links)
    part, left = 1, _write_part(workbook, formats, spec, shown, basis, 1)
    while left is not None:
        part, left = part + 1, _write_part(workbook, formats, spec, chain([left], shown), basis, part + 1)


def row_place(spec: TableSheet, number: int) -> tuple[str, int]:
    """Return the sheet and the row on which the table's row with this number stands; the first one is 0."""
    part, row = divmod(number, LAST_ROW - HEAD_ROW)
    return continued(spec.name, part + 1), HEAD_ROW + 1 + row


def count_formula(spec: TableSheet, column: str, word: str, rows: int) -> str:
    """Return how many of the table's so many rows hold a word in a column, as another sheet asks for it.

    The word is one of the program's own: what people type could be taken for a pattern.
    """
    at = [each.name for each in spec.columns].index(column)
    # An Excel table has a row, even when there is nothing to say.
    last_part = (max(rows, 1) - 1) // (LAST_ROW - HEAD_ROW)
    ends = [*[LAST_ROW] * last_part, row_place(spec, max(rows, 1) - 1)[1]]
    cells = (
        f"'{continued(spec.name, part)}'!{block(range(HEAD_ROW + 1, end + 1), at)}"
        for part, end in enumerate(ends, start=1)
    )
    return "+".join(f'COUNTIF({each},"{word}")' for each in cells)


def _write_part(
    workbook: Workbook, formats: Styles, spec: TableSheet, rows: Iterator[list[CellContent]], basis: str, part: int
) -> list[CellContent] | None:
    """Write a sheet full of rows; return the first row that had no room on it, None when all had."""
    sheet = add_sheet(workbook, continued(spec.name, part), formats)
    sheet.set_widths([column.width for column in spec.columns])
    first = next(rows, None)
    # An Excel table has a row, even when there is nothing to say.
    filled = chain([[None] * len(spec.columns) if first is None else first], islice(rows, LAST_ROW - HEAD_ROW - 1))
    most_lines = {at: column.most_lines for at, column in enumerate(spec.columns) if column.most_lines}
    last = sheet.write_rows(HEAD_ROW + 1, [column.look for column in spec.columns], filled, most_lines) - 1
    partly = spec.printed and not 0 < last - HEAD_ROW <= spec.printed.rows
    said = [basis, printed_line(spec.printed)] if spec.printed and partly else [basis]
    write_head(sheet, sheet_title(spec.name, first is not None), " · ".join(said))
    options = {
        "name": spec.table if part == 1 else f"{spec.table}_{part}",
        "columns": [{"header": COLUMNS[column.name]} for column in spec.columns],
        "style": None,
    }
    sheet.worksheet.add_long_table(HEAD_ROW, last, options)
    for position, column in enumerate(spec.columns):
        sheet.write(HEAD_ROW, position, COLUMNS[column.name], HEADING)
        for word, look in column.colors.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": sheet.format(look)}
            sheet.worksheet.conditional_format(HEAD_ROW + 1, position, last, position, rule)
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, spec.frozen)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(last, len(spec.columns) - 1)}"})
    on_paper = sum(column.on_paper for column in spec.columns)
    finish_sheet(sheet, range(HEAD_ROW, HEAD_ROW + 1), last=(last, on_paper - 1), printed=spec.printed)
    return next(rows, None)


def _shown(spec: TableSheet, rows: Iterable[Row], links: Links) -> Iterator[list[CellContent]]:
    """Return the cells of the sheet from the rows of the records."""
    places = list(spec.types)
    pick = itemgetter(*(places.index(column.name) for column in spec.columns))
    changed = [(at, change) for at, column in enumerate(spec.columns) if (change := _change(column, spec))]
    linked = [(at, _link(column, places, links)) for at, column in enumerate(spec.columns) if column.leads]
    for row in rows:
        cells: list[CellContent] = list(pick(row))
        for at, change in changed:
            cells[at] = change(cells[at])
        for at, link in linked:
            cells[at] = link(row, cells[at])
        yield cells


def _change(column: TableColumn, spec: TableSheet) -> Callable[[Any], CellContent] | None:
    """Return how a value becomes what people read, None when it stays as it is."""
    if column.shown:
        # Codes and words come back row after row.
        return lru_cache(maxsize=4096)(column.shown)
    return _day if spec.types[column.name].startswith("datetime") else None


def _link(column: TableColumn, places: Sequence[str], links: Links) -> Callable[[Row, CellContent], CellContent]:
    path, place = places.index("path"), places.index(column.leads)

    def link(row: Row, shown: CellContent) -> CellContent:
        where = str(row[place]) if column.leads != "path" else ""
        target = links.to(str(row[path]), f"'{where}'!A1" if where and column.leads == "sheet" else where)
        return Link(str(shown), target) if shown else None

    return link


def _day(value: Any) -> CellContent:
    """Return a day, in words where Excel's calendar does not reach."""
    return show(value, "bn") if value is not None and value.year < FIRST_DAY.year else value
