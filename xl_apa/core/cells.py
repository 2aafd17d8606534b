"""A cell of a sheet: what stands in it, untouched, where, and what a person sees of it that is no value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

CellValue = str | bool | int | float | date | datetime | None
"""A cell as a spreadsheet hands it over."""


class CellKind(StrEnum):
    """What a cell holds. Only `PLAIN` and `PARTLY` have a value that counts; of the others `note` says what is there.

    `PARTLY`: a text of which struck-through, raised or lowered characters were left out; `note` is the whole text.
    `ERROR`: an error value, `note` is what the cell shows: `#REF!`. `NO_RESULT`: a formula whose result is not in the
    file; `note` is the formula. `STRUCK`: wholly struck through, `note` is the text. `MERGED`: a lower or right cell of
    a merged range whose first cell is filled in; `note` is the first cell's address. `COVERED`: a blank cell over which
    or in which something lies that may say the value; `note` is what it says, "" for a picture. Of a `PLAIN` number
    that is shown `OTHERWISE`, `note` is what is shown; of one shown as a day or a percent, what is shown with it.
    """

    PLAIN = "plain"
    PARTLY = "partly"
    ERROR = "error"
    NO_RESULT = "no-result"
    STRUCK = "struck"
    MERGED = "merged"
    COVERED = "covered"


class NumberFormat(StrEnum):
    """How a number is shown: as a number, a day (with or without the time), a time of day or a duration, a percent.

    `OTHERWISE`: as another number, as a text, or not at all.
    """

    GENERAL = "general"
    DAY = "day"
    TIME = "time"
    PERCENT = "percent"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, untouched, and where: `'১ম ত্রৈমাসিক'!M8`.

    A number that is shown as a day of 2000 to 2099 is that day; every other number is the one that was typed.
    `day` is set where a number would be another day in this workbook than it usually is (the 1904 date system).
    `fallback` is the value of a merged range's first cell, where that stands in the same column, or a struck number.
    """

    value: CellValue = None
    address: str = ""
    kind: CellKind = CellKind.PLAIN
    note: str = ""
    shown_as: NumberFormat = NumberFormat.GENERAL
    day: date | None = None
    fallback: CellValue = None

    @property
    def blank(self) -> bool:
        """Whether nothing at all stands in the cell."""
        empty = self.value is None or (isinstance(self.value, str) and not self.value.strip())
        return empty and self.kind is CellKind.PLAIN

    @property
    def text(self) -> str:
        """The cell as people see it: `""` when blank, `3` for 3.0, `0.3` for 0.1 + 0.2, a day without its time."""
        if self.value is None:
            shown = _NOTE_SHOWN.get(self.kind)
            return shown.format(self.note).strip() if shown else ""
        if isinstance(self.value, float):
            return format(self.value, ".15g")
        if isinstance(self.value, datetime):
            return self.value.date().isoformat()
        return str(self.value).strip()


_NOTE_SHOWN = {CellKind.ERROR: "{}", CellKind.STRUCK: "{}", CellKind.NO_RESULT: "={}"}
"""How the note shows what stands in the cell itself, of the kinds of which it does."""

BLANK = Cell()


def value_of(content: Cell | CellValue) -> CellValue:
    """Return the value in a cell of which more may be known than its value."""
    return content.value if isinstance(content, Cell) else content
