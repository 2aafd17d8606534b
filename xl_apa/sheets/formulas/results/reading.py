"""What the formulas that read a typed cell result in, in their six steps (the formulas: `formulas.reading`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_apa.core.cells import CellValue
from xl_apa.core.model import Status, Unit
from xl_apa.core.numerals import to_ascii_digits
from xl_apa.core.rounding import half_up
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.formulas.results.values import Number, as_number, plain
from xl_apa.xlsx.cell_values import Result, serial


@dataclass(frozen=True, slots=True)
class Read:
    """A typed cell in the six steps of the formulas; the last is its value, "" when there is none."""

    text: str
    body: str
    a: str = ""
    b: Result = ""
    c: Result = ""
    number: Result = ""

    def steps(self, unit: Unit) -> Iterator[tuple[int, Result]]:
        """Yield the steps that the formulas of a unit have, by the column they stand in, counted from the first."""
        steps = (self.text, self.body, self.a, self.b, self.c, self.number)
        without = {Unit.DATE: (), Unit.PERCENT: (4,), Unit.NUMBER: (3, 4)}[unit]
        return ((at, step) for at, step in enumerate(steps) if at not in without)

    @property
    def status(self) -> Status:
        """What the formulas make of the cell by itself."""
        if self.number != "":
            return Status.REPORTED
        if not self.text.strip(known.NOTHING):
            return Status.NONE
        return Status.ONGOING if self.text in known.ONGOING_FORMS else Status.UNREADABLE


def read_cell(cell: CellValue, unit: Unit, most: Number) -> Read:
    """Return what the formulas read in a cell. `most` is the largest target: a number far above it is a day."""
    typed = serial(cell)
    text = _cleaned(typed)
    return _read_day(typed, text) if unit is Unit.DATE else _read_number(typed, text, unit, most)


def is_sure(own: Read, typed: CellValue, unit: Unit, was_read: bool) -> bool:
    """Return whether nobody, with more vocabulary than the formulas, could read a value in a text they do not know."""
    if as_number(serial(typed)) is not None:
        return unit is Unit.DATE
    if was_read or len(own.text) > known.LONGEST_VALUE:
        return True
    begins = own.text.lower().startswith(known.value_starts(unit))
    if not begins and (own.text + "-")[0] not in known.VALUE_LETTERS:
        return True
    year = own.b if unit is Unit.DATE and not isinstance(own.b, str) else None
    return year is not None and (year < 1900 or 2000 <= year <= 2099 or year > 2199)


def _read_number(typed: CellValue, text: str, unit: Unit, most: Number) -> Read:
    percent = unit is Unit.PERCENT
    body = _without_ending(text, known.PERCENT_SIGNS if percent else known.COUNTERS)
    negative = body.startswith("-")
    digits = (body[1:] if negative and (percent or body == text) else body).replace(".", "", 1)
    raw: Result = ""
    number = as_number(typed)
    if number is not None:
        raw = "" if _looks_like_day(number, most) else plain(number)
    elif _only_digits(digits) and not body.startswith((".", "-.")) and not body.endswith("."):
        places = len(body) - body.index(".") - 1 if "." in body else 0
        raw = plain(int(digits) / 10**places * (-1 if negative else 1))
    value = raw
    if percent and not isinstance(raw, str) and 0 < raw < 1 and body == text:
        # What is seen with 15 digits counts: 0.57*100 is 56.99999999999999 where numbers are binary.
        value = plain(float(half_up(Decimal(format(raw * 100, ".15g")), 10)))
    return Read(text, body, digits, raw, number=value)


def _looks_like_day(typed: Number, most: Number) -> bool:
    day = known.FIRST_SERIAL <= typed < known.END_OF_SERIALS and typed == math.floor(typed)
    return day and typed > 10 * most


def _read_day(typed: CellValue, text: str) -> Read:
    body = _without_ending(text, known.ERAS).replace("-", "/").replace(".", "/")
    number = as_number(typed)
    if number is not None:
        valid = known.FIRST_SERIAL <= number < known.END_OF_SERIALS
        return Read(text, body, number=math.floor(number) if valid else "")
    parts = body.split("/")
    short = len(parts) == 3 and len(parts[0]) <= 4 and len(parts[1]) <= 3 and len(body) <= 13
    if not short or not _only_digits("".join(parts)):
        return Read(text, body)
    return Read(text, body, body.replace("/", " " * 20), *_day(parts))


def _day(parts: Sequence[str]) -> tuple[int, int, Result]:
    """Year, month and day in one number (0 where one is missing), and the serial number if it is a real day."""
    first, middle, last = parts
    iso = len(first) == 4
    typed_year, typed_day = (first, last) if iso else (last, first)
    year = int(typed_year) + (2000 if len(typed_year) == 2 else 0) if typed_year else 0
    month_day = int(middle) * known.MONTH_PLACE + int(typed_day) if middle and typed_day else 0
    try:
        day = date(year if 2000 <= year <= 2099 else 0, *divmod(month_day, known.MONTH_PLACE))
    except ValueError:
        return year, month_day, ""
    return year, month_day, as_number(serial(day)) or ""


def _cleaned(typed: CellValue) -> str:
    if typed is None:
        return ""
    if not isinstance(typed, str):
        return known.A_NUMBER if as_number(typed) is not None else known.NEITHER
    for blank in known.BLANKS:
        typed = typed.replace(blank, " ")
    for letter in known.INVISIBLE:
        typed = typed.replace(letter, "")
    return to_ascii_digits(" ".join(filter(None, typed.split(" "))))


def _without_ending(text: str, endings: Sequence[str]) -> str:
    ending = next((each for each in endings if text.endswith(each)), "")
    return text.removesuffix(ending).strip(" ") if ending else text


def _only_digits(text: str) -> bool:
    return 0 < len(text) <= known.LONGEST_NUMBER and text.isascii() and text.isdigit()
