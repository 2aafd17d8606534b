"""How cells look: number formats that show Bengali digits over real values, and one format of the workbook per look."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

FONT = "Nikosh"

_BENGALI_DIGITS = "[$-5000845]"
# Escaped, since a bare slash is shown as the separator of the PC's own region: 16-05-2024.
DATE = rf"{_BENGALI_DIGITS}dd\/mm\/yyyy"
INTEGER = f"{_BENGALI_DIGITS}0"
PERCENT = f'{_BENGALI_DIGITS}0"%"'
EXACT_PERCENT = f'{_BENGALI_DIGITS}0.00"%"'
MARKS = f"{_BENGALI_DIGITS}0.00"
# What an officer types is shown as it is: rounded, 84.6 would read as 85 and still miss the target.
ANY_NUMBER = f"{_BENGALI_DIGITS}General"
ANY_PERCENT = f'{ANY_NUMBER}"%"'
TEXT = "@"
# The month by its English name, on a PC of any language.
_LATIN_DATE = "[$-809]d mmm yyyy"

HEADING_FILL = "#E3ECE5"
LINK_COLOR = "#0563C1"


def marks_between(before: str, after: str) -> str:
    """Return the number format that shows marks between words: `মোট: ২৩.৪৫ / ৫০`."""
    return f'{_BENGALI_DIGITS}"{before}"0.00"{after}"'


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. The fields that XlsxWriter knows carry its names."""

    font_size: float = 12
    bold: bool = False
    underline: int = 0
    font_color: str = "#000000"
    align: str = "left"
    valign: str = "top"
    text_wrap: bool = False
    shrink: bool = False
    bg_color: str = ""
    border: int = 0
    bottom: int = 0
    num_format: str = "General"
    locked: bool = True

    @lru_cache(maxsize=1024)  # noqa: B019 - looks are few, and live as long as the program
    def shown_as(self, num_format: str) -> Look:
        """Return the same look with another number format."""
        return replace(self, num_format=num_format)

    @lru_cache(maxsize=256)  # noqa: B019 - looks are few, and live as long as the program
    def unlinked(self) -> Look:
        """Return the look of what leads nowhere, though the cells around it do."""
        return replace(self, font_color="#000000", underline=0) if self.font_color == LINK_COLOR else self


PLAIN = Look()


def latin_digits(num_format: str) -> str:
    """Return a number format with Latin digits for Bengali ones, and days as `16 May 2024`."""
    return num_format.replace(DATE, _LATIN_DATE).replace(_BENGALI_DIGITS, "")


@lru_cache(maxsize=256)
def _properties(look: Look) -> dict[str, Any]:
    # A cell is locked unless its format says otherwise, so here "no" is something to say.
    told = {name: value for name, value in asdict(look).items() if value or name == "locked"}
    return {"font_name": FONT, **told}


class Styles:
    """The formats of one workbook; equal looks share one. `latin`: numbers and days stand there in Latin digits."""

    def __init__(self, workbook: Workbook, *, latin: bool = False) -> None:
        self._workbook = workbook
        self._latin = latin
        self._formats: dict[Look, Format] = {}
        self._colours: dict[tuple[str, str], Format] = {}

    def format(self, look: Look) -> Format:
        known = self._formats.get(look)
        if known is None:
            shown = look.shown_as(latin_digits(look.num_format)) if self._latin else look
            known = self._formats[look] = self._workbook.add_format(_properties(shown))
        return known

    def colours(self, text: str, fill: str) -> Format:
        """Return what a condition changes in a cell: the colour of its text and, unless `fill` is "", of its ground."""
        if (text, fill) not in self._colours:
            properties = {"font_color": text, "bg_color": fill} if fill else {"font_color": text}
            self._colours[text, fill] = self._workbook.add_format(properties)
        return self._colours[text, fill]
