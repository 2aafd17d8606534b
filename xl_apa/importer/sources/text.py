"""Text with tabs between the cells, as OCR programs write it and as tables are pasted.

Lines with tabs are rows. What a person sees as one table is one: it goes on over a blank line, and a line without tabs
between two rows belongs to it, as a row of its own (an area's heading) or as the end of the cell before. It ends where
its first row comes again, at two blank lines, and at a line that stands apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xl_apa.core.cells import BLANK
from xl_apa.core.errors import InputError
from xl_apa.importer.document import Document, Line, SourceKind, Table
from xl_apa.importer.sources.grid_table import GridTable, of_report_size
from xl_apa.importer.sources.plain_text import decoded

MOST_BYTES = 8 * 1024 * 1024
"""A report's text takes 10 kB."""

_STARTS_A_ROW = re.compile(r"\s*[\[(]?\s*(?:[0-9০-৯]|এম\b|মোট|সর্বমোট|total\b)", re.IGNORECASE)
_ENDED = re.compile(r"[।.!?:;|]\s*\Z")
_LETTERS = re.compile(r"[^\W\d_]")
_UNFINISHED = 8
"""A cell of so many letters, vowels' signs not counted, is prose that may run on; shorter are units and days."""
_MOST_PARTS = 5
"""Over more lines than this no row of a report is broken."""


def read_text(path: Path) -> Document:
    """Return the tables and lines of a text file. Raise InputError."""
    with of_report_size(path):
        return Document(path, blocks_of(text_of(path).split("\n")), SourceKind.TEXT)


def text_of(path: Path) -> str:
    """Return what a text file holds. Raise InputError."""
    if path.stat().st_size > MOST_BYTES:
        raise InputError("workbook-too-large", path=path)
    text = decoded(path.read_bytes())
    if text is None:
        raise InputError("source-unknown", path=path)
    return text


def blocks_of(lines: Sequence[str], place: str = "line") -> list[Table | Line]:
    """Return lines of text as tables and lines; `place` is what a line is called in addresses: `line 7`.

    Raise TableTooLargeError.
    """
    blocks: list[Table | Line] = []
    tables = 0
    for group in _groups(
        [_TextLine(text.replace("\f", "").rstrip(" "), number) for number, text in enumerate(lines, start=1)]
    ):
        if group[0].wide:
            tables += 1
            blocks.append(_table(f"table {tables}", _whole_rows(group)))
        else:
            blocks += [Line(row.text.strip(), f"{place} {row.number}") for row in group]
    return blocks


@dataclass(frozen=True, slots=True)
class _TextLine:
    """A line of the text, and its number."""

    text: str
    number: int
    cells: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", tuple(self.text.split("\t")))

    @property
    def wide(self) -> bool:
        """Whether it has more than one cell."""
        return len(self.cells) > 1

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def _groups(rows: Sequence[_TextLine]) -> list[list[_TextLine]]:
    """Rows by the table they belong to; lines outside of tables by themselves. Blank ones are left out."""
    groups: list[list[_TextLine]] = []
    table: list[_TextLine] = []
    blanks = 0
    for index, row in enumerate(rows):
        if row.blank:
            blanks += 1
            continue
        again = row.wide and table and _same(row, table[0])
        if table and (blanks > 1 or again or not (row.wide or (not blanks and _is_between(rows, index, table[0])))):
            table = []
        if row.wide and not table:
            groups.append(table := [row])
        elif table:
            table.append(row)
        else:
            groups.append([row])
        blanks = 0
    return groups


def _same(one: _TextLine, other: _TextLine) -> bool:
    filled, others = ([cell.strip() for cell in row.cells if cell.strip()] for row in (one, other))
    return len(filled) > 1 and filled == others


def _is_between(rows: Sequence[_TextLine], index: int, first: _TextLine) -> bool:
    """Whether rows of the same table go on right below a line without tabs."""
    for row in rows[index + 1 : index + _MOST_PARTS]:
        if row.wide or row.blank:
            return row.wide and not row.blank and not _same(row, first)
    return False


def _whole_rows(rows: Sequence[_TextLine]) -> list[tuple[list[str], int]]:
    """The cells of rows and the numbers of their lines; a row that is broken over lines is whole again."""
    widths = Counter(len(row.cells) for row in rows if row.wide)
    usual = max(widths, key=lambda width: (widths[width], width))
    whole: list[tuple[list[str], int]] = []
    index = 0
    while index < len(rows):
        parts = _parts(rows, index, usual)
        cells = list(rows[index].cells)
        for part in rows[index + 1 : index + parts]:
            cells[-1] = f"{cells[-1].rstrip()}\n{part.cells[0].strip()}"
            cells += part.cells[1:]
        whole.append((cells, rows[index].number))
        index += parts
    return whole


def _parts(rows: Sequence[_TextLine], index: int, usual: int) -> int:
    """Over how many lines a row goes: as many as make it as wide as rows are here, else one, and lines that run on."""
    first, parts = rows[index].cells, 1
    width = len(first)
    # Of two heading rows the lower one is narrow too, and no end of the upper one.
    if width == 1 or not (_STARTS_A_ROW.match(first[0]) or not first[0].strip()):
        return 1
    for count, row in enumerate(rows[index + 1 : index + _MOST_PARTS], start=2):
        before = rows[index + count - 2]
        if row.number != before.number + 1 or not _runs_on(before.cells[-1], row.cells[0]):
            break
        width += len(row.cells) - 1
        if width > usual:
            break
        if width == usual or not row.wide:
            parts = count
    return parts


def _runs_on(before: str, after: str) -> bool:
    """Whether a cell's text seems to go on in the first cell of the next line."""
    unfinished = len(_LETTERS.findall(before)) >= _UNFINISHED and not _ENDED.search(before)
    return unfinished and bool(after.strip()) and not _STARTS_A_ROW.match(after)


def _table(name: str, rows: Sequence[tuple[list[str], int]]) -> Table:
    table = GridTable(name)
    for row, (cells, _) in enumerate(rows):
        for column, text in enumerate(cells):
            table.put(row, column, table.cell(row, column, text.strip()) if text.strip() else BLANK)
    return table.table()
