"""A sheet's XML as Excel, LibreOffice and the usual libraries write it, read ten times faster than by parsing it.

What it does not know for certain it leaves to `sheet_thorough`, which says the same of every sheet that both can read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.addresses import column_letters, position
from xl_apa.xlsx.read.date_system import EPOCH_1900, shown_number
from xl_apa.xlsx.read.grid import COLUMNS, ROWS, CellRange, Content, FarCellError, Rows, in_order, is_blank
from xl_apa.xlsx.read.limits import check_count
from xl_apa.xlsx.read.looks.rich_text import RichText, Run, counted_text
from xl_apa.xlsx.read.ooxml.looks.hidden_lines import hidden_row
from xl_apa.xlsx.read.ooxml.sheet_thorough import areas_of, inline_runs
from xl_apa.xlsx.read.ooxml.stored_cell import Stored, WorkbookFacts, content_of
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError, decoded, without_escapes
from xl_apa.xlsx.read.xml_parser import parse_xml

_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_USUAL_START = re.compile(
    rb'(?:<\?xml version="1.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")? ?\?>)?\s*'
    rb'<worksheet(?: [^<>]*)? xmlns="' + re.escape(_MAIN) + rb'"[^<>]*>'
)
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,8})"(?: s="(0|[1-9][0-9]{0,8})")?(?: t="([a-zA-Z]+)")?([^<>]*)>'
    rb"(<f[^<]*(?:</f>)?)?"
    rb"(?:(<v>)([^<]*)</v>)?"
    rb"(<is>(?:[^<]*<(?!/is>|c[ >]))*[^<]*</is>)?"
    rb"</c>"
)
"""A cell that holds something. No part of the pattern runs past the next cell, so that the search stays linear."""
_MORE = re.compile(rb'(?: (?:cm|vm|ph)="[0-9]{1,9}")+')
_HIDING = re.compile(rb"<[!?]")
"""Comments and the like, in which cells would be none."""
_FEW_SIGNS = 1000
"""A form's sheet has a hundred, in its formulas; among far more they are looked for in another way."""
_FORMULA = re.compile(rb">([^<]*)</f>")
_SEVERAL_CELLS = re.compile(rb'<f [^<>]*\bt="(?:array|dataTable)"')
_PLAIN_INLINE = re.compile(rb'<is><t(?: xml:space="preserve")?>([^<]*)</t></is>')
_RICH_VALUE = re.compile(rb' vm="([0-9]+)"')
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)" ?/>')

_MOST_PREFIXES = 100
"""Each is looked for in the whole sheet; Excel declares up to a dozen."""
_PREFIX = re.compile(rb"xmlns:([^\s=]+)\s*=\s*[\"']([^\"']*)")
_USUAL_ROW = re.compile(rb'<row(?: [a-zA-Z][a-zA-Z0-9:]*="[^"<>]*")* ?/?>')
_ATTRIBUTE = re.compile(rb' ([a-zA-Z][a-zA-Z0-9:]*)="')

_NUMERIC = (b"", b"n")
_PLACED, _PLACEHOLDERS = (b"", b"n", b"str"), (b"", b"0")
"""In cells of which types what may stand for a result that nobody has calculated, as `stored_cell` says it."""

_FIRST_FURTHER = b'<c r="AA'
_FURTHER = re.compile(rb'<c r="[A-Z]{2,3}[0-9]+')
_BEYOND = re.compile(rb'<c(?! r="[AB][A-Z][0-9]{1,3}")')
_LETTERS = 26

_COLUMNS = {column_letters(column).encode(): column for column in range(COLUMNS)}


def quick_cells(
    part: bytes, facts: WorkbookFacts, width: int = COLUMNS, height: int = ROWS, hidden: set[int] | None = None
) -> Rows:
    """Return the cells of a sheet from A1 on, `width` columns at most, and not those that stand below `height` rows.

    `hidden` is given the numbers of the rows that nobody sees, counted from 0.

    Raise UnusualError for a sheet that is not written as usual, FarCellError where a value stands too far out, and
    ValueError or IndexError where a cell points at nothing, or stands there twice.
    """
    prefixes, part = _table(part, _refuse_unusual(part))
    if height < ROWS:
        below = part.find(b'<row r="%d"' % (height + 1))
        part = part if below < 0 else part[:below]
    for prefix in prefixes:
        if part.find(prefix) >= 0:
            raise UnusualError("prefix")
    part = _checked_rows(part, hidden if hidden is not None else set(), first_columns=width <= _LETTERS)
    found = _CELL.findall(part)
    # A cell that is written in another way (`</c >`), or never closed.
    if part.count(b"</c") != len(found) or (not found and b"<c " in part):
        raise UnusualError("cells")
    wanted, strings = _wanted(width), facts.strings
    special, formatted = facts.styles.special, facts.styles.formatted
    usual_days, calculated = facts.epoch == EPOCH_1900, facts.calculated
    if not calculated and _SEVERAL_CELLS.search(part):
        raise UnusualError("a formula of several cells")
    rows: dict[bytes, list[Content]] = {}
    content: Content
    for letters, digits, style, kind, extra, formula, value, text, inline in found:
        if extra and not _MORE.fullmatch(extra):
            raise UnusualError("attributes")
        column = wanted.get(letters)
        if column is None:
            if len(digits) > 3 or letters not in _COLUMNS:
                far = _stored(style, kind, extra, formula, text, inline)
                _is_left_out(letters, digits, content_of(replace(far, resolved=bool(value)), facts))
            continue
        if kind == b"s" and style not in special and text.isdigit():
            shared = strings[int(text)]
            content = shared if isinstance(shared, str) else counted_text(shared)
        elif formula and not calculated and text in _PLACEHOLDERS and kind in _PLACED:
            ordinary = style not in special or style in formatted
            stored = None if ordinary else _stored(style, kind, extra, formula, text, inline)
            content = content_of(stored, facts) if stored else _without_result(formula)
        elif kind == b"str" and (not text or style not in special):
            content = without_escapes(decoded(text)) if text else None
            if not value and formula:
                content = content_of(replace(_stored(style, kind, extra, formula, text, inline), resolved=False), facts)
        elif usual_days and kind in _NUMERIC and (style not in special or style in formatted):
            number = _plain_number(text)
            if number is None:
                content = content_of(_stored(style, kind, extra, formula, text, inline), facts)
            elif style in formatted:
                content = shown_number(number, formatted[style], EPOCH_1900)
            else:
                content = number
        else:
            content = content_of(_stored(style, kind, extra, formula, text, inline), facts)
        if content is None or content == "":
            continue
        row = rows.get(digits)
        if row is None:
            if len(digits) > 3 and _is_left_out(letters, digits, content):
                continue
            row = rows[digits] = [None] * width
        elif row[column] is not None:
            raise ValueError("a cell twice")
        row[column] = content
    return in_order({int(digits) - 1: row for digits, row in rows.items()})


def _plain_number(text: bytes) -> float | None:
    """Return the number that is stored; None where it is missing, endless, or written in another way than usual."""
    try:
        number = float(text)
    except ValueError:
        return None
    return None if number - number or b"_" in text or b"\v" in text or b"\f" in text else number


def _checked_rows(part: bytes, hidden: set[int], first_columns: bool) -> bytes:
    """The rows, which have to follow one another; the numbers of those that are hidden are added to `hidden`.

    Raise UnusualError where anything else stands between them.

    With `first_columns` the cells of the columns A to Z alone, where beyond them stand only such that no form asks for
    and that are near: a form's working columns are more than half of its sheet.
    """
    pieces: list[bytes] = []
    start = rows = 0
    while (end := part.find(b"</row>", start)) >= 0:
        if (unseen := _unseen_row(part[start : part.find(b">", start) + 1])) is not None:
            hidden.add(unseen)
        further = _further(part, start, end) if first_columns else -1
        if further >= 0:
            if _BEYOND.search(part, further, end):
                first_columns = False
            pieces.append(part[start:further])
        else:
            pieces.append(part[start:end])
        rows += 1
        start = end + len(b"</row>")
        while part.startswith(b"<row", start) and (tag := part[start : part.find(b">", start) + 1]).endswith(b"/>"):
            _unseen_row(tag)
            start += len(tag)
    # A row may end in another way too (`</row >`).
    if part[start:].strip() or part.count(b"</row") != rows:
        raise UnusualError("rows")
    return b"".join(pieces) if first_columns else part


def _further(part: bytes, start: int, end: int) -> int:
    """Return where the cells behind the columns A to Z begin in a row, -1 where there are none."""
    # As a rule with AA, which is found in a tenth of the time.
    usual = part.find(_FIRST_FURTHER, start, end)
    if usual >= 0:
        return usual
    found = _FURTHER.search(part, start, end)
    return found.start() if found else -1


def quick_merged_areas(part: bytes) -> Sequence[CellRange]:
    """Return the merged ranges of a sheet whose cells were read the quick way.

    Raise UnusualError, and SheetTooLargeError for more than a report has.
    """
    start = part.rfind(b"<mergeCells")
    if start < 0:
        return ()
    end = part.find(b"</mergeCells>", start)
    count = part.count(b"<mergeCell ", start, end)
    check_count(count)
    references = _MERGED.findall(part, start, end)
    if count != len(references):
        raise UnusualError("merged cells")
    return tuple(areas_of(reference.decode() for reference in references))


def _refuse_unusual(part: bytes) -> int:
    """Return where the root element begins to hold something.

    Raise UnusualError for comments, CDATA, other encodings and half a sheet.
    """
    start = _USUAL_START.match(part)
    usual = (
        start is not None
        and (part.endswith(b"</worksheet>") or part.rstrip().endswith(b"</worksheet>"))
        and part.count(_MAIN) == 1
        and not _hides(part, start.end())
    )
    if not usual or start is None:
        raise UnusualError("sheet")
    return start.end()


def _hides(part: bytes, start: int) -> bool:
    """Whether something begins as comments do. Their second sign is seldom, and found in a tenth of the time."""
    for sign in (b"!", b"?"):
        at = start
        for _ in range(_FEW_SIGNS):
            at = part.find(sign, at + 1)
            if at < 0:
                break
            if part.startswith(b"<", at - 1):
                return True
        else:
            if _HIDING.search(part, at):
                return True
    return False


def _table(part: bytes, start: int) -> tuple[tuple[bytes, ...], bytes]:
    """How elements would begin that have a prefix, and the rows. Raise UnusualError unless rows stand in one table."""
    begin = part.find(b"<sheetData", start)
    end = part.rfind(b"</sheetData>")
    first = begin + len(b"<sheetData>")
    # A second table would begin among the rows, where nothing else than rows may stand, or behind them.
    if begin < 0 or end < first or part[first - 1 : first] != b">" or part.find(b"<sheetData", end) >= 0:
        raise UnusualError("table")
    return _prefixes(part[:begin]), part[first:end]


@lru_cache(maxsize=64)  # a ministry's forms are built alike
def _prefixes(head: bytes) -> tuple[bytes, ...]:
    """How elements with the prefixes that a head declares begin; of relationships there are only attributes.

    Raise UnusualError for far too many.
    """
    found = [prefix for prefix, uri in _PREFIX.findall(head) if not uri.endswith(b"/relationships")]
    if len(found) > _MOST_PREFIXES:
        raise UnusualError("prefixes")
    return (b"xmlns", *dict.fromkeys(b"<%s:" % prefix for prefix in found))


@lru_cache(maxsize=4096)
def _unseen_row(tag: bytes) -> int | None:
    """The number of a row that nobody sees, None for every other.

    Raise UnusualError for a row whose attributes are not written as usual, or twice.
    """
    if not _USUAL_ROW.fullmatch(tag):
        raise UnusualError("row")
    names = _ATTRIBUTE.findall(tag)
    if len(set(names)) != len(names):
        raise UnusualError("an attribute twice")
    return hidden_row(tag)


def _stored(style: bytes, kind: bytes, extra: bytes, formula: bytes, text: bytes, inline: bytes) -> Stored:
    rich = _RICH_VALUE.search(extra) if extra else None
    shown = decoded(text)
    return Stored(
        style=int(style or 0),
        kind=kind.decode() or "n",
        text=without_escapes(shown) if kind == b"str" else shown,
        formula=_formula(formula) if formula else None,
        runs=_runs(inline) if inline else None,
        rich=int(rich[1]) if rich else 0,
    )


def _formula(element: bytes) -> str:
    found = _FORMULA.search(element)
    return decoded(found[1]) if found else ""


@lru_cache(maxsize=4096)  # the forms of a ministry have the same formulas
def _without_result(element: bytes) -> Content:
    return Cell(None, "", CellKind.NO_RESULT, _formula(element))


def _runs(inline: bytes) -> RichText:
    plain = _PLAIN_INLINE.fullmatch(inline)
    if plain:
        return (Run(without_escapes(decoded(plain[1])), None),)
    return inline_runs(parse_xml(inline.replace(b"<is>", b'<is xmlns="' + _MAIN + b'">', 1)))


@lru_cache(maxsize=8)
def _wanted(width: int) -> dict[bytes, int]:
    return {letters: column for letters, column in _COLUMNS.items() if column < width}


def _is_left_out(letters: bytes, digits: bytes, content: Content) -> bool:
    """Whether a cell is blank where no form reaches. Raise FarCellError where it holds a value there."""
    if letters in _COLUMNS and int(digits) <= ROWS:
        return False
    if is_blank(content):
        return True
    place = position((letters + digits).decode())
    assert place is not None, "the pattern takes addresses only"
    raise FarCellError(*place)
