"""Tables of web pages: saved by a browser or by Word and Excel, or pasted; also what lies in the body of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from xl_apa.core.cells import BLANK
from xl_apa.core.errors import InputError
from xl_apa.core.text.bijoy_words import is_bijoy_font, words_to_unicode
from xl_apa.importer.document import Document, Line, SourceKind, Span, Table
from xl_apa.importer.sources.grid_table import GridTable, of_report_size
from xl_apa.importer.sources.plain_text import decoded, is_unicode
from xl_apa.xlsx.read.grid import COLUMNS

MOST_BYTES = 16 * 1024 * 1024
"""Word writes 1 MB of styles around a report."""

_UNSEEN = ("script", "style", "head", "title", "noscript", "template", "del", "s", "strike", "option", "object")
_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "p div li ul ol h1 h2 h3 h4 h5 h6 center section article header footer address pre blockquote caption form "
        "table tr td th dt dd body html",
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|line-through", re.IGNORECASE)
_FONT = re.compile(r"font(?:-family)?\s*:\s*([^;]+)", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MOST_DEEP = 200
"""Tags within tags; libxml2 itself ends at 256."""


def read_html(path: Path) -> Document:
    """Return the tables and lines of a page. Raise InputError."""
    if path.stat().st_size > MOST_BYTES:
        raise InputError("workbook-too-large", path=path)
    return html_document(path.read_bytes(), path)


def html_document(data: bytes, path: Path) -> Document:
    """Return the tables and lines of a page's bytes. Raise InputError."""
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_page_text(data, path), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("source-damaged" if data.strip() else "source-empty", path=path) from error
    with of_report_size(path):
        return Document(path, _Page().blocks(root), SourceKind.HTML)


def _page_text(data: bytes, path: Path) -> str:
    named = _CHARSET.search(data[:2048])
    # What is whole in UTF-8 is UTF-8, whatever the page says: old editors name what they no longer write.
    if named and not is_unicode(data):
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(named[1].decode("ascii")).replace("\0", "")
    text = decoded(data)
    if text is None:
        raise InputError("source-damaged", path=path)
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)


@dataclass(slots=True)
class _Page:
    """A page whose blocks are put in order; `pieces` is the line that is being written."""

    found: list[Table | Line] = field(default_factory=list)
    tables: int = 0
    lines: int = 0
    pieces: list[_Piece] = field(default_factory=list)

    def blocks(self, root: html.HtmlElement) -> list[Table | Line]:
        for item in _pieces(root, 0, bijoy=False):
            if isinstance(item, _Inner):
                self._end_line()
                self._table(item)
            elif item is _END:
                self._end_line()
            else:
                self.pieces.append(item)
        self._end_line()
        return self.found

    def _end_line(self) -> None:
        shown, original = _text(self.pieces)
        self.pieces = []
        if shown:
            self.lines += 1
            self.found.append(Line(shown, f"line {self.lines}", original))

    def _table(self, inner: _Inner) -> None:
        rows = _rows(inner.element)
        self.tables += 1
        table = GridTable(f"table {self.tables}")
        nested: list[_Inner] = []
        for row, line in enumerate(rows):
            column = 0
            for td in filter(_is_seen, line.iterchildren("td", "th")):
                column = table.next_free(row, column)
                # A cell that reaches below the last row ends there, as on the screen.
                span = Span(min(_number(td, "rowspan"), len(rows) - row), min(_number(td, "colspan"), COLUMNS - column))
                pieces = list(_pieces(td, inner.depth + 1, bijoy=_is_bijoy(line, inner.bijoy)))
                nested += [piece for piece in pieces if isinstance(piece, _Inner)]
                shown, original = _text([piece for piece in pieces if not isinstance(piece, _Inner)])
                table.put(row, column, table.cell(row, column, shown) if shown else BLANK, span, original)
                column += span.columns
        if table.rows:
            self.found.append(table.table())
        else:
            self.tables -= 1
        for each in nested:
            self._table(each)


_Piece = tuple[str, str]
"""Text as it is shown, and as it stands in the file."""
_END: _Piece = ("\n", "\n")
"""Where a line ends."""


@dataclass(frozen=True, slots=True)
class _Inner:
    """A table that stands in the text, and what holds for it."""

    element: html.HtmlElement
    depth: int
    bijoy: bool


def _pieces(element: html.HtmlElement, depth: int, *, bijoy: bool) -> Iterator[_Piece | _Inner]:
    """The text of an element, and the tables in it."""
    if not _is_seen(element) or depth > _MOST_DEEP:
        return
    bijoy = _is_bijoy(element, bijoy)
    if element.tag == "table" and not _is_layout(element):
        yield _Inner(element, depth, bijoy)
        return
    block = element.tag in _BLOCKS
    if block or element.tag == "br":
        yield _END
    yield from _piece(element.text, bijoy=bijoy)
    for child in element:
        yield from _pieces(child, depth + 1, bijoy=bijoy)
        yield from _piece(child.tail, bijoy=bijoy)
    if block:
        yield _END


def _piece(text: str | None, *, bijoy: bool) -> Iterator[_Piece]:
    if text:
        # A line's end within the source is a blank on the page.
        plain = _BLANKS.sub(" ", text)
        yield (words_to_unicode(plain, expected=True) if bijoy else plain), plain


def _text(pieces: list[_Piece]) -> tuple[str, str]:
    """What pieces show, and what stands in the file where that is something else."""
    shown, original = (_lines("".join(piece[which] for piece in pieces)) for which in (0, 1))
    return shown, original if original != shown else ""


def _lines(text: str) -> str:
    return "\n".join(line for line in (" ".join(part.split()) for part in text.split("\n")) if line)


def _rows(table: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows of a table that are its own: not those of tables within."""
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += child.iterchildren("tr")
    return [row for row in rows if _is_seen(row)]


def _is_layout(table: html.HtmlElement) -> bool:
    """Whether a table only places other tables: each of its rows has one cell, and one of them holds a table."""
    return table.find(".//table") is not None and all(
        len(list(row.iterchildren("td", "th"))) <= 1 for row in _rows(table)
    )


def _is_seen(element: html.HtmlElement) -> bool:
    return (
        isinstance(element.tag, str)
        and element.tag not in _UNSEEN
        and element.get("hidden") is None
        and not _HIDDEN.search(element.get("style", ""))
    )


def _is_bijoy(element: html.HtmlElement, before: bool) -> bool:
    """Whether text of an element stands in a font of Bijoy, by its own style or that of the one around it."""
    font = element.get("face") or next(iter(_FONT.findall(element.get("style", ""))), "")
    return is_bijoy_font(font) if font else before


def _number(td: html.HtmlElement, name: str) -> int:
    text = td.get(name, "1").strip()
    # 0 means "to the end"; as wide as that no report of ours is.
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1
