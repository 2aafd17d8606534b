"""A report as it came, whatever kind of file it is: tables of cells and the lines of text around them, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.errors import InputError


class SourceKind(StrEnum):
    """What kind of file a report came in."""

    TEXT = "text"
    CSV = "csv"
    DOCX = "docx"
    WORKBOOK = "workbook"
    BINARY_WORKBOOK = "xlsb"
    PDF = "pdf"
    HTML = "html"
    MAIL = "mail"
    ARCHIVE = "zip"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text outside of tables, and where it stands: `page 2`, `paragraph 5`, `Sheet1!A1`.

    `original` is what stood there before it was converted from Bijoy, "" where nothing was.
    """

    text: str
    address: str
    original: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """How many rows and columns a merged cell takes, itself included."""

    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid of cells; every row may have a length of its own, what lacks is blank.

    Of a merged cell the first place holds the content, the others are blank; `spans` says how far it reaches, by row
    and column, where the file tells. Each cell's address says where it stands: `table 1, row 5, column 13`.
    `original` is what was in a cell before it was converted from Bijoy, by row and column.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    spans: Mapping[tuple[int, int], Span] = field(default_factory=dict)
    original: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The length of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, a blank one where the row is shorter."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else BLANK


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, in the order in which a person reads it.

    `notes` are codes of the catalogue: what must be said of how this file was read.
    """

    path: Path
    blocks: Sequence[Table | Line]
    kind: SourceKind = SourceKind.TEXT
    notes: Sequence[str] = ()

    @property
    def tables(self) -> Sequence[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]

    @property
    def lines(self) -> Sequence[Line]:
        return [block for block in self.blocks if isinstance(block, Line)]


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found in a file: its document, or those in a mail or an archive, and what there could not be read."""

    documents: Sequence[Document]
    refused: Sequence[InputError] = ()
