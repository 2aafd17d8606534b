"""A table of the summary on a sheet of its own: an Excel table of any length, with filters and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from xlsxwriter.workbook import Workbook

from xl_apa.ministry.export.rows import Row
from xl_apa.ministry.report.sentences import printed_line, sheet_title
from xl_apa.ministry.report.words import Words
from xl_apa.ministry.sheet_style import HEAD_ROW, HEADING, TEXT, PrintedPart, add_sheet, finish_sheet, write_head
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.xlsx.addresses import block, cell_name
from xl_apa.xlsx.cell_limits import FIRST_DAY
from xl_apa.xlsx.cell_values import CellContent, Link
from xl_apa.xlsx.write.hyperlinks import Links
from xl_apa.xlsx.write.styles import Look, Styles

LAST_ROW = 1_048_575

_BOLD_LETTER, _ARROW = 1.15, 3.0
"""How wide a letter of a heading and the arrow of a filter are, in widths of a digit."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its name in `records`, how wide, how its cells look, and how a value is put to people.

    `colors`: by code, the look of cells that show its word; it stays with the word when the table is sorted. `leads`:
    the column that says where in the file of the row a click leads: a cell, a sheet, or "path" for the file itself.
    `on_paper`: whether it is printed; what is not stands on the right of all that is.
    `most_lines` (0: any number): a longer text makes the row no higher.
    `spoken`: the records have it in each language, as NAME_bn and NAME_en. `only`: the language of the summaries that
    have the column, "" for all.
    """

    name: str
    width: float
    look: Look = TEXT
    shown: Callable[[Words, Any], CellContent] | None = None
    colors: Mapping[str, Look] = field(default_factory=dict)
    leads: str = ""
    on_paper: bool = True
    most_lines: int = 0
    spoken: bool = False
    only: str = ""

    def record(self, lang: str) -> str:
        """Return the name of the column of the records that it shows."""
        return f"{self.name}_{lang}" if self.spoken else self.name


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table with a sheet of its own, and on from there with further ones when a sheet is full.

    `types` are the columns of its records, of which the sheet shows some. `printed`: what of it is printed unless
    somebody clears the print area, None for all of it.
    """

    sheet: Sheet
    table: str  # its name in Excel
    types: Mapping[str, str]
    columns: tuple[TableColumn, ...]
    frozen: int = 0  # columns that stay when the rest is scrolled
    printed: PrintedPart | None = None

    def columns_in(self, lang: str) -> tuple[TableColumn, ...]:
        """Return the columns of a summary in a language."""
        return tuple(column for column in self.columns if column.only in ("", lang))


def write_table(
    workbook: Workbook, formats: Styles, words: Words, spec: TableSheet, rows: Iterable[Row], basis: str, links: Links
) -> None:
    """Write a table as an Excel table, on as many sheets as its rows need."""
    shown = _shown(words, spec, rows, links)
    part, left = 1, _write_part(workbook, formats, words, spec, shown, basis, 1)
    while left is not None:
        part, left = part + 1, _write_part(workbook, formats, words, spec, chain([left], shown), basis, part + 1)


def row_place(words: Words, spec: TableSheet, number: int) -> tuple[str, int]:
    """Return the sheet and the row on which the table's row with this number stands; the first one is 0."""
    part, row = divmod(number, LAST_ROW - HEAD_ROW)
    return words.sheet(spec.sheet, part + 1), HEAD_ROW + 1 + row


def count_formula(words: Words, spec: TableSheet, column: str, code: str, rows: int) -> str:
    """Return how many of the table's so many rows hold a code's word in a column, as another sheet asks for it.

    The word is one of the program's own: what people type could be taken for a pattern.
    """
    columns = spec.columns_in(words.lang)
    at = [each.name for each in columns].index(column)
    word = _word(columns[at], words, code)
    # An Excel table has a row, even when there is nothing to say.
    last_part = (max(rows, 1) - 1) // (LAST_ROW - HEAD_ROW)
    ends = [*[LAST_ROW] * last_part, row_place(words, spec, max(rows, 1) - 1)[1]]
    cells = (
        f"'{words.sheet(spec.sheet, part)}'!{block(range(HEAD_ROW + 1, end + 1), at)}"
        for part, end in enumerate(ends, start=1)
    )
    return "+".join(f'COUNTIF({each},"{word}")' for each in cells)


def _write_part(
    workbook: Workbook,
    formats: Styles,
    words: Words,
    spec: TableSheet,
    rows: Iterator[list[CellContent]],
    basis: str,
    part: int,
) -> list[CellContent] | None:
    """Write a sheet full of rows; return the first row that had no room on it, None when all had."""
    sheet, columns = add_sheet(workbook, words.sheet(spec.sheet, part), formats), spec.columns_in(words.lang)
    sheet.set_widths([_width(column, words) for column in columns])
    first = next(rows, None)
    # An Excel table has a row, even when there is nothing to say.
    filled = chain([[None] * len(columns) if first is None else first], islice(rows, LAST_ROW - HEAD_ROW - 1))
    most_lines = {at: column.most_lines for at, column in enumerate(columns) if column.most_lines}
    last = sheet.write_rows(HEAD_ROW + 1, [column.look for column in columns], filled, most_lines) - 1
    partly = spec.printed and not 0 < last - HEAD_ROW <= spec.printed.rows
    said = [basis, printed_line(words, spec.printed)] if spec.printed and partly else [basis]
    write_head(sheet, sheet_title(words, spec.sheet, first is not None), " · ".join(said))
    options = {
        "name": spec.table if part == 1 else f"{spec.table}_{part}",
        "columns": [{"header": words.heading(column.name)} for column in columns],
        "style": None,
    }
    sheet.worksheet.add_long_table(HEAD_ROW, last, options)
    for position, column in enumerate(columns):
        sheet.write(HEAD_ROW, position, words.heading(column.name), HEADING)
        for code, look in column.colors.items():
            word = _word(column, words, code)
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": sheet.format(look)}
            sheet.worksheet.conditional_format(HEAD_ROW + 1, position, last, position, rule)
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, spec.frozen)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(last, len(columns) - 1)}"})
    on_paper = sum(column.on_paper for column in columns)
    finish_sheet(sheet, range(HEAD_ROW, HEAD_ROW + 1), last=(last, on_paper - 1), printed=spec.printed, lang=words.lang)
    return next(rows, None)


def _width(column: TableColumn, words: Words) -> float:
    """Return how wide a column is: in English so that the filter's arrow covers no letter of a heading."""
    if not words.latin:
        return column.width
    longest = max(map(len, words.heading(column.name).split()))
    return max(column.width, longest * _BOLD_LETTER + _ARROW)


def _shown(words: Words, spec: TableSheet, rows: Iterable[Row], links: Links) -> Iterator[list[CellContent]]:
    """Return the cells of the sheet from the rows of the records."""
    places, columns = list(spec.types), spec.columns_in(words.lang)
    pick = itemgetter(*(places.index(column.record(words.lang)) for column in columns))
    changed = [(at, change) for at, column in enumerate(columns) if (change := _change(column, spec, words))]
    linked = [(at, _link(column, places, links)) for at, column in enumerate(columns) if column.leads]
    for row in rows:
        cells: list[CellContent] = list(pick(row))
        for at, change in changed:
            cells[at] = change(cells[at])
        for at, link in linked:
            cells[at] = link(row, cells[at])
        yield cells


def _change(column: TableColumn, spec: TableSheet, words: Words) -> Callable[[Any], CellContent] | None:
    """Return how a value becomes what people read, None when it stays as it is."""
    if column.shown:
        # Codes and words come back row after row.
        return lru_cache(maxsize=4096)(partial(column.shown, words))
    return partial(_day, words) if spec.types[column.record(words.lang)].startswith("datetime") else None


def _word(column: TableColumn, words: Words, code: str) -> str:
    """Return what the cells of a column show for a code."""
    assert column.shown is not None  # or the code itself would be shown
    return str(column.shown(words, code))


def _link(column: TableColumn, places: Sequence[str], links: Links) -> Callable[[Row, CellContent], CellContent]:
    path, place = places.index("path"), places.index(column.leads)

    def link(row: Row, shown: CellContent) -> CellContent:
        where = str(row[place]) if column.leads != "path" else ""
        target = links.to(str(row[path]), f"'{where}'!A1" if where and column.leads == "sheet" else where)
        return Link(str(shown), target) if shown else None

    return link


def _day(words: Words, value: Any) -> CellContent:
    """Return a day, in words where Excel's calendar does not reach."""
    return words.show(value) if value is not None and value.year < FIRST_DAY.year else value
