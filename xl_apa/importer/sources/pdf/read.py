"""PDFs with text in them: tables, and the text around them. A scanned one is refused, and says so."""

from __future__ import annotations

import re
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from xl_apa.core.errors import InputError, damaged
from xl_apa.core.text.bijoy_words import words_to_unicode
from xl_apa.importer.document import Document, Line, SourceKind, Table
from xl_apa.importer.sources.grid_table import of_report_size
from xl_apa.importer.sources.pdf.aligned import UnclearTableError, aligned_tables
from xl_apa.importer.sources.pdf.lines import (
    UNKNOWN,
    Box,
    TextLine,
    draws_blanks,
    flowing,
    glyph_of,
    lines_of,
    wraps,
)
from xl_apa.importer.sources.pdf.pages import goes_on, join_rows, one_table
from xl_apa.importer.sources.pdf.printed import PrintedTable, ruled_tables
from xl_apa.importer.sources.pdf.written import in_written_order

if TYPE_CHECKING:
    from pdfplumber.page import Page

    from xl_apa.importer.sources.pdf.limits import Allowance

_SCANNED = 20
"""So few letters on a page with a picture are a stamp or a page number, and the report is the picture."""
_MOST_UNKNOWN = 30
"""Of so many letters one may be unknown: a bullet, an emblem. In Bangla stored as shapes it is every third."""
_MISTAKEN = re.compile('(?<=[\u0980-\u09ff])[A-Z$%#&@=<>\\\\^_`{|}~"](?=[\u0980-\u09ff])')
"""What stands for a joined letter where a font tells the wrong one; no word has such a sign inside."""
_DIGITS, _SAME_HEIGHT = re.compile(r"[\d০-৯]+"), 4
"""What differs in a running title, and by so many points its height."""
_PAGE_NUMBER = re.compile(r"(?:page|পৃষ্ঠা|পাতা)?\s*[-–:]*\s*[\d০-৯]+\s*(?:(?:of|/|এর)\s*[\d০-৯]+)?\s*[-–]*", re.IGNORECASE)

_BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError),
    *(OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error),
)
"""What pdfminer may raise for files that are not whole, besides its own errors."""


@dataclass
class PrintedPage:
    """What a page holds: tables, and the lines around them; pages are counted from 1."""

    number: int
    tables: list[PrintedTable]
    lines: list[TextLine]
    width: float
    placed: list[tuple[float, Table | Line]] = field(default_factory=list)
    running: list[TextLine] = field(default_factory=list)
    """Its lines that other pages have too: titles and numbers."""

    @property
    def own_lines(self) -> list[TextLine]:
        """Lines that no other page has."""
        return [line for line in self.lines if not any(line is other for other in self.running)]


def read_pdf(path: Path) -> Document:
    """Return the tables and lines of a PDF. Raise InputError."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    from xl_apa.importer.sources.pdf.limits import MOST_BYTES, Allowance, PdfTooLargeError, bounded, check_pages

    if path.stat().st_size > MOST_BYTES:
        raise InputError("source-pdf-large", path=path)
    allowance = Allowance()
    try:
        with bounded(allowance), of_report_size(path), pdfplumber.open(path) as pdf:
            check_pages(pdf.doc)
            blocks = list(_blocks(_with_aligned(list(_pages(pdf.pages, path, allowance)), path)))
    except PdfTooLargeError as error:
        raise InputError("source-pdf-large", path=path) from error
    except MemoryError as error:
        raise InputError("memory-limit-reached", path=path) from error
    except (MalformedPDFException, PdfminerException, PSException, *_BROKEN) as error:
        causes = (error, *error.args)
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise InputError("workbook-password", path=path) from error
        if any(isinstance(cause, PdfTooLargeError) for cause in causes):
            raise InputError("source-pdf-large", path=path) from error
        raise damaged("source-damaged", path, error) from error
    return Document(path, in_written_order(blocks), SourceKind.PDF)


def _pages(pages: Sequence[Page], path: Path, allowance: Allowance) -> Iterator[PrintedPage]:
    from xl_apa.importer.sources.pdf.letters import with_meant_text

    count = unknown = pictures = 0
    for number, each in enumerate(pages, start=1):
        page = with_meant_text(each, allowance)
        letters = [glyph_of(char) for char in page.chars]
        count += sum(bool(letter.text.strip()) for letter in letters)
        unknown += sum(UNKNOWN in letter.text for letter in letters)
        pictures += len(page.images)
        tables = ruled_tables(page, number, letters)
        outside = [letter for letter in letters if not any(table.box.holds(letter) for table in tables)]
        lines = lines_of([letter.upright() for letter in outside])
        texts = [line.text for cells in (table.cells for table in tables) for cell in cells for line in cell.lines]
        unknown += sum(len(_MISTAKEN.findall(text)) for text in (*texts, *(line.text for line in lines)))
        yield PrintedPage(number, tables, lines, float(page.width))
        page.close()
    if pictures and count < _SCANNED * len(pages):
        raise InputError("source-scanned", path=path)
    if unknown > count // _MOST_UNKNOWN:
        raise InputError("source-pdf-letters", path=path)


def _with_aligned(pages: Sequence[PrintedPage], path: Path) -> Sequence[PrintedPage]:
    """The pages with tables without lines too, where there are no others; what stands apart on a line is two."""
    try:
        found = aligned_tables({page.number: page.lines for page in pages if not page.tables})
    except UnclearTableError as error:
        if not any(page.tables for page in pages):
            raise InputError("source-pdf-columns", path=path) from error
        found = {}
    for page in pages:
        if page.number in found:
            page.tables = found[page.number]
            taken = [table.box for table in page.tables]
            page.lines = [line for line in page.lines if not any(box.holds(line.letters[0]) for box in taken)]
        page.lines = [part for line in page.lines for part in line.apart()]
    return pages


def _blocks(pages: Sequence[PrintedPage]) -> Iterator[Table | Line]:
    """The tables and lines of pages from the top down, each table where it begins."""
    cells = [cell for page in pages for table in page.tables for cell in table.cells]
    blanks = draws_blanks([(cell.lines, cell.room) for cell in cells])
    _mark_running(pages)
    for parts in _over_pages(pages):
        join_rows(parts, blanks=blanks)
        first = parts[0]
        pages[first.page - 1].placed.append((first.box.top, one_table(parts, blanks=blanks)))
    for page in pages:
        _place_lines(page, blanks=blanks)
        yield from (block for _, block in sorted(page.placed, key=lambda each: each[0]))


def _mark_running(pages: Sequence[PrintedPage]) -> None:
    """Mark lines that stand at the same height of several pages; after its first page such a title is left out."""
    found: dict[tuple[str, int], list[tuple[PrintedPage, TextLine]]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            found[_DIGITS.sub("", line.text), round(line.box.top / _SAME_HEIGHT)].append((page, line))
    for each in found.values():
        if len({page.number for page, _ in each}) > 1:
            for page, line in each:
                page.running.append(line)
    for page in pages[1:]:
        page.lines = page.own_lines


def _over_pages(pages: Sequence[PrintedPage]) -> list[list[PrintedTable]]:
    """Tables, each with what later pages hold of it."""
    found: list[list[PrintedTable]] = []
    before: PrintedPage | None = None
    for page in pages:
        tables = sorted(page.tables, key=lambda each: each.box.top)
        if before and before.tables and tables and _is_first(tables[0], page):
            last = found[-1][-1]
            if _is_last(last, before) and goes_on(last, tables[0]):
                found[-1].append(tables.pop(0))
        found += [[table] for table in tables]
        before = page
    return found


def _is_first(table: PrintedTable, page: PrintedPage) -> bool:
    """Whether nothing stands above a table on its page but the page's number."""
    return not any(line.box.top < table.box.top for line in page.own_lines if not _is_page_number(line))


def _is_last(table: PrintedTable, page: PrintedPage) -> bool:
    """Whether nothing stands below a table on its page but the page's number."""
    return not any(line.box.top > table.box.bottom for line in page.own_lines if not _is_page_number(line))


def _is_page_number(line: TextLine) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text))


def _place_lines(page: PrintedPage, *, blanks: bool) -> None:
    """Put lines among the tables of their page, those together that were wrapped."""
    if not page.lines:
        return
    boxes = [line.box for line in page.lines] + [table.box for table in page.tables]
    area = Box(min(box.x0 for box in boxes), 0, max(box.x1 for box in boxes), 0)
    group: list[TextLine] = []
    count = 0
    for line in [*page.lines, None]:
        if line and group and _is_wrapped(group[-1], line, area, blanks=blanks):
            group.append(line)
            continue
        if group:
            count += 1
            text = flowing(group, area.x1 - area.x0, blanks=blanks).replace("\n", " ")
            bijoy = any(each.in_bijoy for each in group)
            shown = words_to_unicode(text, expected=True) if bijoy else text
            place = f"page {page.number}, line {count}"
            page.placed.append((group[0].box.top, Line(shown, place, text if shown != text else "")))
        group = [line] if line else []


def _is_wrapped(before: TextLine, line: TextLine, area: Box, *, blanks: bool) -> bool:
    """Whether a line goes on with the one above it."""
    near = 0 < line.box.top - before.box.top < 2 * line.size and abs(line.size - before.size) < 0.5
    full = wraps(before, line, area.x1 - area.x0)
    return near and full and (before.ends_blank or not blanks)
