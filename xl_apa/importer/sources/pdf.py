"""PDFs with text in them: tables by their lines, and the text around them. A scanned one is refused, and says so."""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_apa.core.cells import BLANK
from xl_apa.core.errors import InputError
from xl_apa.core.text.bijoy_words import is_bijoy_font, words_to_unicode
from xl_apa.importer.document import Document, Line, SourceKind, Span, Table
from xl_apa.importer.sources.grid_table import GridTable, of_report_size

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table as PdfTable

MOST_BYTES, MOST_PAGES = 64 * 1024 * 1024, 200
"""A report has 10 pages; with its evidence scanned behind it some hundred, and many MB."""

_SCANNED = 20
"""So few letters on a page with a picture are a stamp or a page number, and the report is the picture."""
_NEAR = 1.5
"""Lines of a table so close to each other, in points, are one."""
_NO_LETTER = re.compile(r"\(cid:\d+\)")
_CONSONANT = "[ক-হৎ\u09dc\u09dd\u09df]"
_SIGN_FIRST = re.compile(rf"(?<![\u0980-\u09ff])[িেৈ](?={_CONSONANT})")
_AS_DRAWN = re.compile(f"([িেৈ])({_CONSONANT}(?:্{_CONSONANT})*)")

_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, NotImplementedError),
    *(OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error),
)
"""What pdfminer may raise for files that are not whole, besides its own errors."""


def read_pdf(path: Path) -> Document:
    """Return the tables and lines of a PDF. Raise InputError."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    if path.stat().st_size > MOST_BYTES:
        raise InputError("workbook-too-large", path=path)
    try:
        with pdfplumber.open(path) as pdf, of_report_size(path):
            if len(pdf.pages) > MOST_PAGES:
                raise InputError("workbook-too-large", path=path)
            blocks = list(_blocks(pdf.pages, path))
    except (MalformedPDFException, PdfminerException, PSException, *_BROKEN) as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
            raise InputError("workbook-password", path=path) from error
        raise InputError("source-damaged", path=path) from error
    return Document(path, _in_written_order(blocks), SourceKind.PDF)


def _blocks(pages: Sequence[Page], path: Path) -> Iterator[Table | Line]:
    from xl_apa.importer.sources.pdf_text import with_meant_text

    letters = unknown = pictures = 0
    found: list[Table | Line] = []
    for number, page in enumerate(map(with_meant_text, pages), start=1):
        letters += sum(bool(char["text"].strip()) for char in page.chars)
        unknown += sum(bool(_NO_LETTER.fullmatch(char["text"])) for char in page.chars)
        pictures += len(page.images)
        found += _of_page(page, number)
        page.close()
    if pictures and letters < _SCANNED * len(pages):
        raise InputError("source-scanned", path=path)
    if unknown > letters // 20:
        raise InputError("source-pdf-letters", path=path)
    yield from found


def _of_page(page: Page, number: int) -> list[Table | Line]:
    """The blocks of a page from its top down."""
    found: list[tuple[float, Table | Line]] = []
    tables = page.find_tables()
    for count, table in enumerate(tables, start=1):
        found.append((table.bbox[1], _table(page, table, f"page {number}, table {count}")))
    areas = [table.bbox for table in tables]
    around = page.filter(lambda each: not any(_lies_in(each, area) for area in areas))
    for count, line in enumerate(around.extract_text_lines(return_chars=True), start=1):
        text = " ".join(line["text"].split())
        shown = words_to_unicode(text, expected=True) if _in_bijoy(line["chars"]) else text
        if shown:
            place = f"page {number}, line {count}"
            found.append((line["top"], Line(shown, place, text if shown != text else "")))
    return [block for _, block in sorted(found, key=lambda each: each[0])]


def _table(page: Page, table: PdfTable, name: str) -> Table:
    grid = GridTable(name)
    lefts, tops = (_edges(cell[which] for cell in table.cells) for which in (0, 1))
    inside: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for char in page.chars:
        if _lies_in(char, table.bbox):
            inside[_before(tops, _middle(char, "top", "bottom")), _before(lefts, _middle(char, "x0", "x1"))].append(
                char
            )
    for x0, top, x1, bottom in sorted(table.cells, key=lambda cell: (cell[1], cell[0])):
        row, column = _before(tops, top + _NEAR), _before(lefts, x0 + _NEAR)
        span = Span(max(_before(tops, bottom - _NEAR) - row, 0) + 1, max(_before(lefts, x1 - _NEAR) - column, 0) + 1)
        places = ((row + down, column + right) for down in range(span.rows) for right in range(span.columns))
        chars = [char for place in places for char in inside.pop(place, ())]
        text = _text(chars, x0, x1) if chars else ""
        shown = words_to_unicode(text, expected=True) if _in_bijoy(chars) else text
        cell = grid.cell(row, column, shown) if shown else BLANK
        grid.put(row, column, cell, span, text if shown != text else "")
    return grid.table()


def _text(chars: list[dict[str, Any]], left: float, right: float) -> str:
    """The lines of a cell; a day or a number too long for it, which was broken anywhere, is whole again.

    It has its lines for itself, and each is full: the next digit would not have found room. Words are left on their
    lines, since two of them may fill a line each.
    """
    from pdfplumber.utils.text import chars_to_textmap

    margin = min(char["x0"] for char in chars) - left
    text, room = "", 0.0
    for line in chars_to_textmap(chars).extract_text_lines(return_chars=True):
        shown = " ".join(line["text"].split())
        first = next(char for char in line["chars"] if char["text"].strip())
        digits = bool(text) and not text[-1].isalpha() and not first["text"][0].isalpha()
        is_broken = digits and room < first["x1"] - first["x0"]
        text += shown if not text or is_broken else f"\n{shown}"
        room = right if " " in shown else right - margin - line["x1"]
    return text


def _edges(values: Iterator[float]) -> list[float]:
    """Where the lines of a table are; those that nearly touch are one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _before(edges: Sequence[float], value: float) -> int:
    """The number of the last line of a table that lies before a place."""
    return max(bisect_right(edges, value) - 1, 0)


def _middle(char: dict[str, Any], start: str, end: str) -> float:
    return float(char[start] + char[end]) / 2


def _lies_in(each: dict[str, Any], area: tuple[float, float, float, float]) -> bool:
    x, y = _middle(each, "x0", "x1"), _middle(each, "top", "bottom")
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _in_bijoy(chars: Sequence[dict[str, Any]]) -> bool:
    return any(is_bijoy_font(font) for font in {char["fontname"] for char in chars})


def _in_written_order(blocks: list[Table | Line]) -> list[Table | Line]:
    """Blocks as they are written; in files that hold Bangla as it is drawn, ি ে ৈ stand before their consonants."""
    texts = [block.text for block in blocks if isinstance(block, Line)]
    texts += [cell.text for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    if not any(_SIGN_FIRST.search(text) for text in texts):
        return blocks
    return [_written(block) for block in blocks]


def _written(block: Table | Line) -> Table | Line:
    if isinstance(block, Line):
        return Line(_as_written(block.text), block.address, block.original)
    grid = GridTable(block.name, spans=dict(block.spans), original=dict(block.original))
    for row, cells in enumerate(block.rows):
        grid.rows.append(
            [
                grid.cell(row, column, _as_written(cell.value)) if isinstance(cell.value, str) else cell
                for column, cell in enumerate(cells)
            ]
        )
    return grid.table()


def _as_written(text: str) -> str:
    return unicodedata.normalize("NFC", _AS_DRAWN.sub(r"\2\1", text))
