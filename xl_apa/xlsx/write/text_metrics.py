"""How much room a text needs: while a workbook is written nothing resizes its rows, so heights are estimated.

The estimate is generous. It is made for wide Bangla fonts; Nikosh, the usual one, is narrower and never needs more.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

TALLEST_ROW = 409.0
"""Points; Excel allows no more."""

_PIXELS_PER_POINT = 4 / 3
_PIXELS_PER_COLUMN_UNIT = 7
_LINE_SPACING = 1.36
_PADDING = 4.0
_BOLD = 1.07

# In ems. A letter of a conjunct is counted like any other: the conjunct is narrower than its letters, never wider.
_LETTER, _SPACE, _VOWEL_SIGN, _STACKED_MARK = 0.59, 0.27, 0.27, 0.0
_ADVANCES = {"Mc": _VOWEL_SIGN, "Mn": _STACKED_MARK, "Cf": _STACKED_MARK, "Zs": _SPACE}


def text_width(text: str, size: float) -> float:
    """Return the width of a line of text in a font of `size` points, in the units that column widths are given in."""
    ems = sum(_ADVANCES.get(unicodedata.category(letter), _LETTER) for letter in text)
    return ems * size * _PIXELS_PER_POINT / _PIXELS_PER_COLUMN_UNIT


def count_lines(text: str, width: float, size: float) -> int:
    """Return the lines that a wrapped text takes in a column (or merged columns) of this width."""
    if len(text) * _LETTER * size * _PIXELS_PER_POINT / _PIXELS_PER_COLUMN_UNIT <= width and "\n" not in text:
        return 1  # no letter is wider
    return sum(_lines_of(paragraph.split(), width, size) for paragraph in text.split("\n"))


@lru_cache(maxsize=4096)  # the same labels stand on four sheets, and in every office's workbook
def needed_height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Return the height in points that shows the whole of a wrapped text."""
    return count_lines(text, width, size * _BOLD if bold else size) * size * _LINE_SPACING + _PADDING


def _lines_of(words: list[str], width: float, size: float) -> int:
    lines, used = 1, 0.0
    space = text_width(" ", size)
    for word in words:
        need = text_width(word, size)
        if used and used + space + need <= width:
            used += space + need
            continue
        lines += 1 if used else 0
        # A word wider than the column is broken wherever the column ends; one of marks alone has no width at all.
        broken = max(math.ceil(need / width) - 1, 0)
        lines += broken
        used = need - broken * width
    return lines
