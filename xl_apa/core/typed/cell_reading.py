"""What a cell says: not its value alone, but what a person sees who looks at it."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from xl_apa.core.cells import Cell, CellKind, CellValue, NumberFormat
from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Status, Unit, Value
from xl_apa.core.text.numerals import plain
from xl_apa.core.typed.reading import Reading, parse_achievement, parse_marks
from xl_apa.core.typed.sentence_words import takes_back

KIND_OF: Mapping[CellKind, FindingKind] = {
    CellKind.ERROR: FindingKind.CELL_ERROR,
    CellKind.NO_RESULT: FindingKind.FORMULA_WITHOUT_RESULT,
    CellKind.STRUCK: FindingKind.STRUCK_OUT,
    CellKind.MERGED: FindingKind.CELL_MERGED,
    CellKind.COVERED: FindingKind.SOMETHING_OVER_CELL,
}
"""What is said of a cell that has no value which counts."""

_NUMBER = r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?"
_SUM = re.compile(rf"\s*=?\+?\s*({_NUMBER})\s*([-+*/])\s*({_NUMBER})\s*")
_DATE = re.compile(
    r"\s*=?\+?\s*DATE\(\s*(\d{4})\s*[,;]\s*(\d{1,2})\s*[,;]\s*(\d{1,2})\s*\)\s*", re.IGNORECASE | re.ASCII
)
_COMPUTE: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def read_cell(cell: Cell, unit: Unit, year: FiscalYear | None = None, name: str = "") -> Reading:
    """Return what a cell says in the unit of its row, of this name. The fiscal year only helps to choose what to offer.

    An error, a formula without a result, a struck value, a merged cell and a cell with something over it are never a
    value and never "nothing": status `unreadable`, and a finding that says what is there.
    """
    kind = cell.kind
    if kind is CellKind.PLAIN:
        return _read_value(cell, unit, year, name)
    if kind is CellKind.PARTLY:
        reading = _read_value(cell, unit, year, name)
        if reading.kind is not None or reading.value is None:
            return reading
        params = {"text": cell.note, "value": reading.value}
        return Reading(reading.status, reading.value, FindingKind.PART_NOT_COUNTED, None, params)
    if kind is CellKind.NO_RESULT and (result := result_of(cell.note)) is not None:
        return _read_value(Cell(result, cell.address, shown_as=cell.shown_as), unit, year, name)
    if kind is CellKind.MERGED:
        shown = parse_achievement(cell.fallback, unit, year, name)
        if cell.fallback is not None and shown.status is Status.NONE:
            return shown
        return Reading(Status.UNREADABLE, None, FindingKind.CELL_MERGED, shown.value, {"text": cell.note})
    if kind is CellKind.COVERED and not cell.note:
        return Reading(Status.UNREADABLE, None, FindingKind.PICTURE_OVER_CELL, None, {"text": ""})
    return Reading(Status.UNREADABLE, None, KIND_OF[kind], None, {"text": cell.text or cell.note})


def result_of(formula: str) -> CellValue:
    """Return what a formula of numbers alone results in: 4 for `3+1`, a day for `DATE(2024,5,16)`; else None."""
    if match := _DATE.fullmatch(formula):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    match = _SUM.fullmatch(formula)
    if match is None:
        return None
    try:
        result = _COMPUTE[match[2]](Fraction(match[1]), Fraction(match[3]))
    except ZeroDivisionError:
        return None
    return int(result) if result.denominator == 1 else float(result)


def _shown_otherwise(cell: Cell) -> Reading:
    value = parse_marks(cell.value) if isinstance(cell.value, float) else cell.value
    return Reading(Status.UNREADABLE, None, FindingKind.SHOWN_OTHERWISE, None, {"text": cell.text, "value": value})


def _is_rounded(value: Value, seen: Value | None) -> bool:
    """Whether what is seen of a value is the value, rounded as number formats do."""
    if isinstance(value, Decimal) and isinstance(seen, Decimal):
        return value.quantize(seen, ROUND_HALF_UP) == seen
    return value == seen


def _as_percent(number: Decimal) -> str:
    return f"{plain((number * 100).normalize() + 0)}%"


def _read_value(cell: Cell, unit: Unit, year: FiscalYear | None, name: str) -> Reading:
    value = cell.value
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if cell.shown_as is NumberFormat.OTHERWISE and is_number:
        reading = parse_achievement(value, unit, year, name)
        seen = parse_achievement(cell.note, unit, year, name)
        if reading.value is None or _is_rounded(reading.value, seen.value):
            return reading
        return _shown_otherwise(cell)
    if cell.note and cell.shown_as in (NumberFormat.DAY, NumberFormat.PERCENT) and takes_back(cell.note):
        return _shown_otherwise(cell)
    if unit is Unit.DATE and cell.day is not None and is_number:
        return Reading(Status.REPORTED, cell.day)
    if cell.shown_as is NumberFormat.PERCENT and is_number:
        typed = parse_marks(value)
        if unit is Unit.DATE:
            # Nobody sees a day in 4542800%.
            return _shown_otherwise(cell)
        if unit is Unit.NUMBER and typed is not None:
            # 0.96 that is shown as 96% is no number of things: `96%` typed into a cell arrives so.
            mismatch: dict[str, object] = {"text": _as_percent(typed), "unit": name or unit.bangla}
            return Reading(Status.UNREADABLE, None, FindingKind.UNIT_MISMATCH, None, mismatch)
        if typed is not None and typed >= 1:
            # 1.05 that is shown as 105% is 105; below 1 the number alone tells that it is a fraction.
            percent = (typed * 100).normalize() + 0
            params = {"typed": typed, "value": percent}
            return Reading(Status.REPORTED, percent, FindingKind.PERCENT_WAS_FRACTION, None, params)
    return parse_achievement(value, unit, year, name)
