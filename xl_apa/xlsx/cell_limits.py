"""What a cell can hold, and what becomes of a text that none can."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

LONGEST_TEXT = 32_767
"""In UTF-16 units, as Excel counts; an emoji takes two."""
LONGEST_LITERAL = 255
"""A formula with a longer text makes Excel call the file damaged."""
LARGEST_NUMBER = 1e308
FIRST_DAY = date(1900, 1, 1)

_UNWANTED = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What XML forbids, and marks of direction, which let a text or a file's name look like another one."""
_LOOKS_LIKE_A_FORMULA = re.compile(r"[\t\r\n]|[\s\u00ad\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[\d০-৯.,]+%?|-+")
_CUT = "…"


class Unfit(Enum):
    """What becomes of a value that no cell can hold.

    REFUSE: an error. In an office's own workbook nothing that somebody typed may be lost without a word.
    ADAPT: a text is cut and shows it, a number too large becomes text. The summary names the file that has the whole,
    and what the program writes beside a form are its own sentences.
    """

    REFUSE = "refuse"
    ADAPT = "adapt"


def cell_text(text: str, unfit: Unfit = Unfit.ADAPT) -> str:
    """Return the text as a cell can hold it, at most `LONGEST_TEXT` long.

    It is without the characters that XML forbids and without marks of direction, which nobody sees. This is the one
    place that cleans what we write; that a text is no formula is said by its cell, and in a CSV file by `as_text`.
    Raise ValueError for a longer one when it is to be refused; else its last character is `…`.
    """
    text = _UNWANTED.sub("", text)
    if len(text) * 2 <= LONGEST_TEXT:
        return text  # no character takes more than two units
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    if unfit is Unfit.REFUSE:
        raise ValueError(f"a cell holds {LONGEST_TEXT} characters, not {len(units) // 2}: {text:.60}")
    # Half a character of two units is left out.
    return units[: 2 * (LONGEST_TEXT - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def as_text(text: str) -> str:
    """Return a text for a file that does not say what is a text (CSV): with an apostrophe in front of a formula.

    A spreadsheet takes for one what begins with `=`, `+`, `-`, `@`, their full-width forms, or a tab or line break,
    also behind blanks and characters that nobody sees; a number is none.
    """
    text = cell_text(text)
    return f"'{text}" if _LOOKS_LIKE_A_FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
