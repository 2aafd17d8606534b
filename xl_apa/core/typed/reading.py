"""A typed achievement, by the unit of its row: the value; or why there is none, and what the text seems to say."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Status, Unit, Value
from xl_apa.core.serials import date_of_serial, serial_of_day
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.numerals import parse_count, parse_number, parse_percent
from xl_apa.core.text.unit_names import UnitName, parse_unit_name
from xl_apa.core.typed.dates import find_dates, join_split, parse_date
from xl_apa.core.typed.offers import (
    count_in_other_signs,
    offered_count,
    offered_day,
    offered_percent,
    percent_in_other_signs,
)
from xl_apa.core.typed.sentence_words import LONGEST
from xl_apa.core.typed.status_words import END_MARKS, parse_status
from xl_apa.core.typed.units import Amount, names_unit, read_amount

_MERE_NUMBER = UnitName()
_FULL_STOPS = ("", *END_MARKS)
_LARGEST = 10**300
"""A spreadsheet's numbers end at 308 digits; what is larger can only be text."""
_SHOWN = 200
"""Characters of a text that is too long to be a value."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed cell says. `kind`: the finding about it, None when it is fine; `offer`: a value it may mean."""

    status: Status
    value: Value | None = None
    kind: FindingKind | None = None
    offer: Value | None = None
    params: Mapping[str, object] = field(default_factory=dict)


def as_typed(value: object) -> CellValue:
    """Return a cell as it was typed, from what a library hands over.

    Where a cell has a date format, a number in it arrives as a day of 1900 or as a time (`96`, `0.96`): it is a
    number again. Empty text is an empty cell.
    """
    # The kinds that nearly every cell is come first: a table has many cells.
    if isinstance(value, str):
        return value or None
    if value is None or isinstance(value, float):
        return value
    if isinstance(value, int):
        return str(Decimal(value)) if abs(value) >= _LARGEST else value
    if isinstance(value, date):
        return value if 2000 <= value.year <= 2099 else serial_of_day(value)
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / 86400
    if isinstance(value, timedelta):
        return value / timedelta(days=1)
    return str(value)


def says_nothing(cell: Cell) -> bool:
    """Return whether a cell is as good as blank: not even a dash stands in it."""
    return cell.blank or (isinstance(cell.value, str) and for_reading(cell.value).strip() in _FULL_STOPS)


@lru_cache(maxsize=16_384, typed=True)  # targets are the same in every form, and most of what is typed is short
def parse_achievement(value: CellValue, unit: Unit, year: FiscalYear | None = None, name: str = "") -> Reading:
    """Return what an achievement cell says, in the unit of its row. The fiscal year only helps to choose what to offer.

    `name` is the unit's name where it is not the usual one of its kind: it may be repeated (`১২০ জন`).

    A sentence (status `unreadable`, kind `narrative`) is never a value; what it seems to say is offered.
    """
    if value is None:
        return Reading(Status.NONE)
    if isinstance(value, str):
        return _parse_text(value, unit, year, name)
    if isinstance(value, bool):
        return _mismatch(str(value), unit, name)
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return Reading(Status.REPORTED, day) if unit is Unit.DATE else _mismatch(day, unit, name)
    return _parse_amount(value, unit, name)


def parse_targets(values: list[CellValue], unit: Unit, name: str = "") -> list[Value | str | None]:
    """Return the targets of a row as printed: values, None where a tier is missing, the text where it cannot be read.

    A date that a scan split over two cells (`২২/০৪/২০২`, `৪`) is put together again.
    """
    targets: list[Value | str | None] = []
    skip = False
    for position, value in enumerate(values):
        following = values[position + 1] if position + 1 < len(values) else None
        if skip:
            skip = False
            continue
        if unit is Unit.DATE and isinstance(value, str) and following is not None:
            joined = join_split(value, _text(following))
            if joined:
                targets.append(joined)
                skip = True
                continue
        targets.append(parse_target(value, unit, name))
    return targets + [None] * (len(values) - len(targets))


def parse_target(value: CellValue, unit: Unit, name: str = "") -> Value | str | None:
    """Return a target: its value, None where the tier is missing (`-`, `---`, `…`, blank), its text when unreadable."""
    reading = parse_achievement(value, unit, None, name)
    if reading.status is Status.NONE:
        return None
    return reading.value if reading.value is not None else _text(value)


def read_alone(value: CellValue, unit: Unit) -> Reading:
    """Return what a cell outside any row says, as a day or as a number: there is no unit that it could disagree with.

    A percent is the number it names (`৯৬%` gives 96); a number beyond what a cell can hold is not understood.
    """
    reading = parse_achievement(value, unit)
    if unit is not Unit.DATE and isinstance(value, str) and reading.value is None and (percent := parse_percent(value)):
        reading = Reading(Status.REPORTED, percent[0])
    if isinstance(reading.value, Decimal) and abs(reading.value) >= _LARGEST:
        reading = _unread(str(value), None)
    if reading.kind is FindingKind.UNIT_MISMATCH or reading.status is Status.ONGOING:
        kind = FindingKind.DATE_NOT_UNDERSTOOD if unit is Unit.DATE else FindingKind.NOT_UNDERSTOOD
        return Reading(Status.UNREADABLE, None, kind, None, {"text": reading.params.get("text", value)})
    return reading


def parse_marks(value: CellValue) -> Decimal | None:
    """Return the marks in a marks cell, None when it holds none."""
    if isinstance(value, bool) or value is None or isinstance(value, date):
        return None
    if isinstance(value, str):
        return parse_number(value)
    return _exact(value) if math.isfinite(value) else None


def _parse_amount(value: int | float, unit: Unit, name: str) -> Reading:
    if not math.isfinite(value):
        return _mismatch(str(value), unit, name)
    if unit is Unit.DATE:
        if day := date_of_serial(value):
            return Reading(Status.REPORTED, day)
        return replace(_mismatch(_exact(value), unit, name), offer=_run_together(value))
    number = _exact(value)
    return _percent(number, said=False) if unit is Unit.PERCENT else Reading(Status.REPORTED, number)


def _run_together(value: int | float) -> date | None:
    """The day of 16052024, or of 5062024, whose first 0 a cell does not keep."""
    return parse_date(f"{int(value):08}").offer if 0 < value < 10**8 and value == int(value) else None


def _parse_text(text: str, unit: Unit, year: FiscalYear | None, name: str) -> Reading:
    if status := parse_status(text):
        return Reading(status)
    if len(text) > LONGEST:
        return Reading(Status.UNREADABLE, None, FindingKind.NARRATIVE, None, {"text": f"{text[:_SHOWN].strip()}…"})
    if unit is Unit.DATE:
        return _parse_day(text, year)
    return _parse_count(text, year, name) if unit is Unit.NUMBER else _parse_percent(text, year, name)


def _parse_day(text: str, year: FiscalYear | None) -> Reading:
    reading = parse_date(text, year)
    if reading.value is not None:
        return Reading(Status.REPORTED, reading.value)
    shown = {"text": text.strip()}
    if reading.kind is FindingKind.DATE_NOT_UNDERSTOOD:
        if reading.offer is None and (parse_percent(text) or parse_count(text) is not None):
            return _mismatch(text.strip(), Unit.DATE)
        named = [found for found in find_dates(text, year) if not found.promised]
        if named and reading.offer is None:
            kind = FindingKind.NARRATIVE if any(found.value for found in named) else FindingKind.DATE_NOT_REAL
            return Reading(Status.UNREADABLE, None, kind, offered_day(text, year), shown)
        if reading.offer is None and _has_words(text):
            return Reading(Status.UNREADABLE, None, FindingKind.NARRATIVE, None, shown)
    return Reading(Status.UNREADABLE, None, reading.kind, reading.offer, shown)


def _parse_count(text: str, year: FiscalYear | None, name: str) -> Reading:
    # A mere number is nearly every text; a unit with a name of its own is more careful of what stands behind it.
    unit = parse_unit_name(name) if name else _MERE_NUMBER
    number = parse_count(text) if unit.plain else parse_number(text)
    if number is not None:
        return Reading(Status.REPORTED, number)
    amount = read_amount(text, name)
    if amount is not None:
        return _of_amount(amount, text.strip(), name)
    if parse_percent(text) or parse_date(text, year).value:
        return _mismatch(text.strip(), Unit.NUMBER, name)
    offer = count_in_other_signs(text)
    if offer is None and not unit.takes_decimals:
        offer = offered_count(text, year, of_persons=unit.counts_one_kind)
        if offer is not None and not names_unit(text, offer, name):
            offer = None
    return _unread(text, offer)


def _of_amount(amount: Amount, text: str, name: str) -> Reading:
    params = {"text": text, "unit": name or Unit.NUMBER.bangla}
    if amount.value is None:
        return Reading(Status.UNREADABLE, None, amount.kind, amount.offer, params)
    if amount.kind is None:
        return Reading(Status.REPORTED, amount.value)
    return Reading(Status.REPORTED, amount.value, amount.kind, None, {**params, "value": amount.value})


def _parse_percent(text: str, year: FiscalYear | None, name: str) -> Reading:
    percent = parse_percent(text)
    if percent:
        return _percent(*percent)
    if parse_count(text) is not None or parse_date(text, year).value:
        return _mismatch(text.strip(), Unit.PERCENT, name)
    if name and (said := read_amount(text, name)) and said.value is not None and not said.kind:
        return _percent(said.value, said=True)
    offer = percent_in_other_signs(text)
    return _unread(text, offered_percent(text, year) if offer is None else offer)


def _percent(number: Decimal, said: bool) -> Reading:
    """A percent. Excel hands `96%` over as 0.96: a bare value between 0 and 1 is a fraction, a bare 1 doubtful."""
    if not said and 0 < number < 1:
        value = (number * 100).normalize() + 0
        return Reading(
            Status.REPORTED, value, FindingKind.PERCENT_WAS_FRACTION, None, {"typed": number, "value": value}
        )
    if not said and number == 1:
        return Reading(Status.REPORTED, number, FindingKind.PERCENT_IS_ONE, Decimal(100))
    return Reading(Status.REPORTED, number)


def _unread(text: str, offer: Decimal | None) -> Reading:
    kind = FindingKind.NARRATIVE if _has_words(text) else FindingKind.NOT_UNDERSTOOD
    return Reading(Status.UNREADABLE, None, kind, offer, {"text": text.strip()})


def _mismatch(what: object, unit: Unit, name: str = "") -> Reading:
    params = {"text": what, "unit": name or unit.bangla}
    return Reading(Status.UNREADABLE, None, FindingKind.UNIT_MISMATCH, None, params)


def _has_words(text: str) -> bool:
    """A sentence rather than a mistyped value: at least two words of letters."""
    return len(re.findall(r"[^\W\d_]{2,}", re.sub(r"[ঁ-ঃ়া-ৗ্]", "", for_reading(text)))) >= 2


@lru_cache(maxsize=4096)  # weights and targets are the same in every form
def _exact(value: int | float) -> Decimal:
    # A float is what people see of it: 0.1 + 0.2 is 0.3 in a cell.
    return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g")).normalize() + 0


def _text(value: CellValue) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
