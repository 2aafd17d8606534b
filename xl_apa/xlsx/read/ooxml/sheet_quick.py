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
from xl_apa.xlsx.read.ooxml.sheet_thorough import areas_of, inline_runs
from xl_apa.xlsx.read.ooxml.stored_cell import Stored, WorkbookFacts, content_of
from xl_apa.xlsx.read.ooxml.usual_rows import MAIN, usual_rows
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError, decoded, without_escapes
from xl_apa.xlsx.read.xml_parser import parse_xml

_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,8})"(?: s="(0|[1-9][0-9]{0,8})")?(?: t="([a-zA-Z]+)")?([^<>]*)>'
    rb"(<f[^<]*(?:</f>)?)?"
    rb"(?:(<v>)([^<]*)</v>)?"
    rb"(<is>(?:[^<]*<(?!/is>|c[ >]))*[^<]*</is>)?"
    rb"</c>"
)
"""A cell that holds something. No part of the pattern runs past the next cell, so that the search stays linear."""
_MORE = re.compile(rb'(?: (?:cm|vm|ph)="[0-9]{1,9}")+')
_FORMULA = re.compile(rb">([^<]*)</f>")
_SEVERAL_CELLS = re.compile(rb'<f [^<>]*\bt="(?:array|dataTable)"')
_PLAIN_INLINE = re.compile(rb'<is><t(?: xml:space="preserve")?>([^<]*)</t></is>')
_RICH_VALUE = re.compile(rb' vm="([0-9]+)"')
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)" ?/>')

_NUMERIC = (b"", b"n")
_PLACED, _PLACEHOLDERS = (b"", b"n", b"str"), (b"", b"0")
"""In cells of which types what may stand for a result that nobody has calculated, as `stored_cell` says it."""

_COLUMNS = {column_letters(column).encode(): column for column in range(COLUMNS)}


def quick_cells(
    part: bytes, facts: WorkbookFacts, width: int = COLUMNS, height: int = ROWS, hidden: set[int] | None = None
) -> Rows:
    """Return the cells of a sheet from A1 on, `width` columns at most, and not those that stand below `height` rows.

    `hidden` is given the numbers of the rows that nobody sees, counted from 0.

    Raise UnusualError for a sheet that is not written as usual, FarCellError where a value stands too far out, and
    ValueError or IndexError where a cell points at nothing, or stands there twice.
    """
    part = usual_rows(part, width, height, hidden if hidden is not None else set())
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
    return inline_runs(parse_xml(inline.replace(b"<is>", b'<is xmlns="' + MAIN + b'">', 1)))


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
