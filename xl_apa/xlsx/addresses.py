"""How rows and columns, counted from 0, are written in formulas and for people: `M8`, `$S$8:$T$18`, `'x'!M8`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# As many letters and digits as Excel has: a hostile file may have a million.
_ADDRESS = re.compile(r"\$?([A-Z]{0,3})\$?([0-9]{1,7})", re.IGNORECASE)


@lru_cache(maxsize=256)
def column_letters(column: int) -> str:
    """Return `M` for 12."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return `M8` for row 7, column 12."""
    return f"{column_letters(column)}{row + 1}"


def column_ranges(rows: Iterable[int], column: int) -> list[str]:
    """Return cells of a column, neighbouring rows together: `["M8", "M11:M13"]`."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    names = [(cell_name(run[0], column), cell_name(run[-1], column)) for run in runs]
    return [first if first == last else f"{first}:{last}" for first, last in names]


def block(rows: range, first: int, last: int | None = None) -> str:
    """Return a block of cells that does not move with the formula: `$S$8:$T$18`."""
    last_letters = column_letters(first if last is None else last)
    return f"${column_letters(first)}${rows[0] + 1}:${last_letters}${rows[-1] + 1}"


@lru_cache(maxsize=16_384)  # a ministry's forms have the same cells thousands of times
def address(sheet: str, row: int, column: int) -> str:
    """Return what people read and what Excel's Go To takes: `'১ম ত্রৈমাসিক'!M8`."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell_name(row, column)}"


def position(where: str) -> tuple[int, int] | None:
    """Return row and column of an address: (7, 12) for `M8` or `'x'!$M$8`, (7, -1) for `8`, None for other text."""
    match = _ADDRESS.fullmatch(where.rpartition("!")[2])
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
