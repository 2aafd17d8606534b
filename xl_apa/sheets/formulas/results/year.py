"""What the formulas of the year's figure result in (the formulas: `formulas.year`)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from xl_apa.core.cells import CellValue
from xl_apa.core.model import Method, Status, Unit
from xl_apa.core.rounding import half_up
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.sheets.formulas.results.scoring import seen
from xl_apa.sheets.formulas.results.values import Number, as_number, plain
from xl_apa.sheets.formulas.year import EXACT_PLACES, NOT_TEXT, SHOWN_PLACES
from xl_apa.xlsx.cell_values import Result


def told_result(status: Status, value: Number | None, counted: CellValue, unit: Unit) -> Result:
    """Return what the later quarters see of one: a number, "" for nothing, a text where it was not understood."""
    if status is Status.REPORTED and value is not None and is_possible(value, unit):
        return value
    if status not in (Status.REPORTED, Status.UNREADABLE):
        return ""
    return counted if isinstance(counted, str) else NOT_TEXT


def is_possible(value: Number, unit: Unit) -> bool:
    """Return whether a figure can go into a sum or mean."""
    return unit is Unit.PERCENT or value >= 0


def is_unknown(before: Sequence[CellValue]) -> bool:
    """Return whether a quarter before was not understood."""
    return any(isinstance(each, str) and each != "" for each in before)


def is_beyond(method: Method, before: Sequence[CellValue], value: Number | None, most: Number | None) -> bool:
    """Return whether percents add up to more than can be."""
    return method is Method.SUM and most is not None and sum(_numbers(before, value)) > most


def year_result(
    method: Method,
    before: Sequence[CellValue],
    status: Status,
    value: Number | None,
    *,
    blank: bool,
    most: Number | None = None,
) -> Number | None:
    """Return the year's figure so far, None where there is none; `most` is the largest sum that can be."""
    if is_beyond(method, before, value, most):
        return None
    numbers = _numbers(before, value)
    if status is Status.UNREADABLE or is_unknown(before) or blank or not numbers:
        return None
    total = sum((Fraction(seen(number)) for number in numbers), Fraction(0))
    return plain(float(half_up(total / len(numbers) if method is Method.MEAN else total, EXACT_PLACES)))


def made_result(method: Method, unit: Unit, before: Sequence[CellValue], value: Number | None, year: Number) -> str:
    """Return how the year's figure was made, in Bengali digits: `১২ + ৮ + ১০ = ৩০`."""
    if method is Method.SUM:
        parts = [as_number(each) or 0 for each in (*before, value)]
        text = f"{' + '.join(map(_text, parts))} = {_text(year)}"
    else:
        numbers = _numbers(before, value)
        shown = plain(float(half_up(Decimal(seen(year)), SHOWN_PLACES)))
        text = f"({' + '.join(map(_text, numbers))}) ÷ {len(numbers)} = {_text(shown)}"
    return to_bangla_digits(text) + ("%" if unit is Unit.PERCENT else "")


def _numbers(before: Sequence[CellValue], value: Number | None) -> list[Number]:
    return [number for each in (*before, value) if (number := as_number(each)) is not None]


def _text(number: Number) -> str:
    return format(number, ".15g")
