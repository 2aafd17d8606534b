"""The rows of a sheet's XML as Excel, LibreOffice and the usual libraries write it, cut out without parsing it.

Whatever is not certain to be read alike by everybody is unusual: comments, other prefixes, rows that are not rows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from xl_apa.xlsx.read.grid import ROWS
from xl_apa.xlsx.read.ooxml.looks.hidden_lines import hidden_row
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
"""The namespace of sheets."""
_USUAL_START = re.compile(
    rb'(?:<\?xml version="1.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")? ?\?>)?\s*'
    rb'<worksheet(?: [^<>]*)? xmlns="' + re.escape(MAIN) + rb'"[^<>]*>'
)
_HIDING = re.compile(rb"<[!?]")
"""Comments and the like, in which cells would be none."""
_FEW_SIGNS = 1000
"""A form's sheet has a hundred, in its formulas; among far more they are looked for in another way."""
_MOST_PREFIXES = 100
"""Each is looked for in the whole sheet; Excel declares up to a dozen."""
_PREFIX = re.compile(rb"xmlns:([^\s=]+)\s*=\s*[\"']([^\"']*)")
_USUAL_ROW = re.compile(rb'<row(?: [a-zA-Z][a-zA-Z0-9:]*="[^"<>]*")* ?/?>')
_ATTRIBUTE = re.compile(rb' ([a-zA-Z][a-zA-Z0-9:]*)="')
_FIRST_FURTHER = b'<c r="AA'
_FURTHER = re.compile(rb'<c r="[A-Z]{2,3}[0-9]+')
_BEYOND = re.compile(rb'<c(?! r="[AB][A-Z][0-9]{1,3}")')
_LETTERS = 26


def usual_rows(part: bytes, width: int, height: int, hidden: set[int]) -> bytes:
    """Return the XML of a sheet's rows, and not of those below `height` rows.

    Of sheets that are wanted to the column Z at most, cells beyond it that are near are left out. `hidden` is given the
    numbers of the rows that nobody sees, counted from 0.

    Raise UnusualError for a sheet that is not written as usual.
    """
    prefixes, part = _table(part, _refuse_unusual(part))
    if height < ROWS:
        below = part.find(b'<row r="%d"' % (height + 1))
        part = part if below < 0 else part[:below]
    for prefix in prefixes:
        if part.find(prefix) >= 0:
            raise UnusualError("prefix")
    return _checked_rows(part, hidden, first_columns=width <= _LETTERS)


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


def _refuse_unusual(part: bytes) -> int:
    """Return where the root element begins to hold something.

    Raise UnusualError for comments, CDATA, other encodings and half a sheet.
    """
    start = _USUAL_START.match(part)
    usual = (
        start is not None
        and (part.endswith(b"</worksheet>") or part.rstrip().endswith(b"</worksheet>"))
        and part.count(MAIN) == 1
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
