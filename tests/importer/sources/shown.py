"""A document as a reader of tests sees it: the texts of its cells by row, and its lines."""

from __future__ import annotations

from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.importer.document import Document, Line, Table
from xl_apa.importer.sources import read_documents


def read(path: Path) -> Document:
    """The one document in a file."""
    (document,) = read_documents(path)
    return document


def grid(table: Table) -> list[list[str]]:
    """The texts of a table's cells; rows as long as the longest."""
    return [[table.cell(row, column).text for column in range(table.width)] for row in range(len(table.rows))]


def tables(path: Path) -> list[list[list[str]]]:
    return [grid(table) for table in read(path).tables]


def lines(path: Path) -> list[str]:
    return [line.text for line in read(path).lines]


def order(path: Path) -> list[str]:
    """Blocks in order: a line's text, a table's name."""
    return [block.text if isinstance(block, Line) else block.name for block in read(path).blocks]


def spans(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """How far merged cells reach, by their place: rows and columns."""
    return {place: (span.rows, span.columns) for place, span in table.spans.items()}


def refusal(path: Path) -> str:
    """The code of the error that says why a file is not read; its sentences must be whole in both languages."""
    try:
        read_documents(path)
    except InputError as error:
        assert all(error.text(lang) for lang in ("bn", "en"))
        return error.code
    return "read"
