"""Tables without lines around their cells: columns by the empty bands between them, rows by where texts begin.

The texts of a column end before those of the next one begin, in every row; only a heading over several columns crosses
the band between them. A row begins where a text begins that does not go on with the one above it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xl_apa.importer.sources.pdf.lines import Box, TextLine, wraps
from xl_apa.importer.sources.pdf.printed import PrintedCell, PrintedTable, before, edges

_FEWEST = 5
"""Columns that a table without lines has at least; two signatures beside each other are none."""
_GAP, _BAND = 0.8, 0.5
"""So wide, in heights of a letter, is the gap between two cells' texts, and the band between two columns."""
_LEAST_GAP = 0.12
"""Where blanks are drawn, a narrower gap than a blank is one between two cells."""
_FEW_FILLED, _MOST_RAGGED = 4, 0.3
"""Where so many rows have fewer texts, texts do not begin at the top of their cells, and nobody can tell rows apart."""
_NEXT = 2.0
"""So far below, in heights of a letter, the next line of the same text is at most."""
_CROSSING, _MANY = 2, 40
"""So many texts may cross the band between two columns, headings over several, where there are many texts."""
_MOSTLY = 4
"""Of a line with many texts one in so many may lie over several columns."""

_Band = tuple[float, float]
"""Where the texts of a column end, and where those of the next one begin."""


@dataclass(frozen=True, slots=True)
class _ColumnText:
    """The text of one column on one line, and in which columns it stands."""

    line: TextLine
    box: Box
    first: int
    last: int


class UnclearTableError(Exception):
    """A table without lines whose columns or rows cannot be told apart for certain."""


def aligned_tables(pages: Mapping[int, Sequence[TextLine]]) -> dict[int, list[PrintedTable]]:
    """Return the tables that the lines of pages make, by page, from 1. One that goes on has the same columns there.

    Raise UnclearTableError where texts stand so close that nobody can say which column is whose.
    """
    found: dict[int, list[PrintedTable]] = defaultdict(list)
    for texts in _tables(pages):
        fewest = _fewest_columns([line for each in texts.values() for line in _by_line(each)])
        bands = _bands([text for each in texts.values() for text in each], _BAND)
        if len(bands) + 1 < fewest:
            texts = {
                page: [part for text in each for part in text.apart(_GAP, _LEAST_GAP)] for page, each in texts.items()
            }
            bands = _bands([text for each in texts.values() for text in each], _LEAST_GAP)
        if len(bands) + 1 < fewest:
            raise UnclearTableError
        for table in _on_pages(texts, bands):
            table.number = len(found[table.page]) + 1
            found[table.page].append(table)
    return found


def _on_pages(texts: _Texts, bands: Sequence[_Band]) -> list[PrintedTable]:
    pieces = {page: [_piece(text, bands) for text in each] for page, each in texts.items()}
    boxes = [piece.box for each in pieces.values() for piece in each]
    middles = [(band[0] + band[1]) / 2 for band in bands]
    sides = [min(box.x0 for box in boxes), *middles, max(box.x1 for box in boxes)]
    tables = [PrintedTable(page, 1, list(_cells(each, sides))) for page, each in pieces.items()]
    filled = [sum(bool(cell.letters) for cell in table.row(row)) for table in tables for row in range(len(table.tops))]
    if sum(count < _FEW_FILLED for count in filled) > _MOST_RAGGED * len(filled):
        raise UnclearTableError
    return tables


def _by_line(texts: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The texts of each line; they stand in their order."""
    line: list[TextLine] = []
    for text in texts:
        if line and text.box.x0 < line[-1].box.x0:
            yield line
            line = []
        line.append(text)
    yield line


def _fewest_columns(lines: Sequence[Sequence[TextLine]]) -> int:
    """How many columns there are at least: as many as texts stand apart on a line; one may have a gap of its own."""
    return sorted(map(len, lines))[-2] if len(lines) > 1 else 0


_Texts = dict[int, list[TextLine]]
"""What stands apart on the lines of a table, by page."""


def _tables(pages: Mapping[int, Sequence[TextLine]]) -> list[_Texts]:
    """The texts of every table, from its first line with many texts to its last line or the next table's first."""
    found: list[_Texts] = []
    bands: list[_Band] = []
    for page, lines in pages.items():
        above: TextLine | None = None
        is_open = False
        for line in lines:
            texts = list(line.apart(_GAP))
            near = above is not None and line.box.top - above.box.top <= _NEXT * max(line.size, above.size)
            fits = bool(bands) and _fit(texts, bands)
            if len(texts) >= _FEWEST:
                if not fits:
                    found.append({})
                is_open = True
            elif is_open:
                is_open = near and fits
            else:
                # What a page break tore off stands at the top of the page, under its columns.
                is_open = fits and page - 1 in found[-1] and (above is None or near) and _is_first(lines, line)
            if is_open:
                found[-1].setdefault(page, []).extend(texts)
                bands = _bands([text for each in found[-1].values() for text in each])
            above = line
    return [texts for texts in found if len(_bands([text for each in texts.values() for text in each])) + 1 >= _FEWEST]


def _is_first(lines: Sequence[TextLine], line: TextLine) -> bool:
    return line is lines[0]


def _fit(texts: Sequence[TextLine], bands: Sequence[_Band]) -> bool:
    """Whether texts stand in columns; a heading may lie over several."""
    crossing = sum(any(text.box.x0 < band[0] and text.box.x1 > band[1] for band in bands) for text in texts)
    return crossing == 0 or (len(texts) > 2 and crossing <= max(1, len(texts) // _MOSTLY))


def _bands(texts: Sequence[TextLine], least: float = _BAND) -> list[_Band]:
    """The bands between columns, from the left, those that are as wide as `least` in heights of a letter."""
    size = sorted(text.size for text in texts)[len(texts) // 2]
    steps: dict[float, int] = defaultdict(int)
    for text in texts:
        steps[text.box.x0] += 1
        steps[text.box.x1] -= 1
    found: list[_Band] = []
    covered, since, allowed = 0, None, _CROSSING if len(texts) > _MANY else 0
    for x in sorted(steps):
        if since is not None and steps[x] > 0 and x - since >= least * size:
            found.append((since, x))
        covered += steps[x]
        since = (x if since is None or steps[x] < 0 else since) if covered <= allowed else None
    left = min(text.box.x0 for text in texts)
    return [band for band in found if band[0] > left]


def _piece(text: TextLine, bands: Sequence[_Band]) -> _ColumnText:
    box = text.box
    starts = [float("-inf"), *((band[0] + band[1]) / 2 for band in bands)]
    return _ColumnText(text, box, before(starts, box.x0), before(starts, box.x1))


def _cells(pieces: Sequence[_ColumnText], sides: Sequence[float]) -> Iterator[PrintedCell]:
    """The cells: every piece in the row that began last above it. `sides`: where columns begin, and the last ends."""
    tops = _row_tops(pieces)
    bottom = max(piece.box.bottom for piece in pieces)
    grouped: dict[tuple[int, int], list[_ColumnText]] = defaultdict(list)
    for piece in pieces:
        grouped[before(tops, piece.box.top + piece.line.size / 2), piece.first].append(piece)
    for row in range(len(tops)):
        for column in range(len(sides) - 1):
            inside = grouped.get((row, column), [])
            last = max((piece.last for piece in inside), default=column)
            box = Box(sides[column], tops[row], sides[last + 1], tops[row + 1] if row + 1 < len(tops) else bottom)
            yield PrintedCell(box, tuple(letter for piece in inside for letter in piece.line.letters))


def _row_tops(pieces: Sequence[_ColumnText]) -> list[float]:
    """Where rows begin: where a text begins beside others, or below a gap."""
    rooms: dict[int, float] = {}
    for column in {piece.first for piece in pieces}:
        boxes = [piece.box for piece in pieces if piece.first == piece.last == column]
        rooms[column] = max((box.x1 for box in boxes), default=0) - min((box.x0 for box in boxes), default=0)
    above: dict[int, _ColumnText] = {}
    begun: list[tuple[float, bool]] = []
    for piece in sorted(pieces, key=lambda each: each.box.top):
        last = above.get(piece.first)
        near = last is not None and piece.box.top - last.box.top < _NEXT * piece.line.size
        if not (near and last and (last.line.ends_blank or wraps(last.line, piece.line, rooms[piece.first]))):
            begun.append((piece.box.top, near))
        above[piece.first] = piece
    size = sorted(piece.line.size for piece in pieces)[len(pieces) // 2]
    tops = edges((top for top, _ in begun), size * 0.7)
    starts = [[near for at, near in begun if before(tops, at) == row] for row in range(len(tops))]
    # A line that a person began within a cell is no row.
    return [top for row, (top, begins) in enumerate(zip(tops, starts, strict=True)) if row == 0 or begins != [True]]
