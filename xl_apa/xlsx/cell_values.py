"""What cells hold: days as numbers, decimals as floats, formulas with their results, links."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from xl_apa.core.cells import CellValue
from xl_apa.core.serials import serial_of_day

Result = str | int | float
"""What a formula results in."""
Stored = str | bool | int | float | None
"""What a cell of a file holds: a day is the number Excel counts days by."""

EPOCH = datetime(1899, 12, 30)
"""Serial numbers count the days from here, from 1 March 1900 on."""


class FormulaCell(NamedTuple):
    """A formula, with or without its `=`, and what it results in now."""

    formula: str
    result: Result


class Link(NamedTuple):
    """What leads somewhere when it is clicked: `reports/DOL.xlsx#'১ম ত্রৈমাসিক'!M8`. A number stays a number."""

    shown: str | int | float
    target: str


CellContent = CellValue | FormulaCell | Link
"""What can be written into a cell."""


def as_number(value: Decimal) -> int | float:
    """Return a decimal as cells hold it."""
    return int(value) if value == int(value) else float(value)


def cell_value(value: Decimal | date) -> int | float | date:
    """Return a target as cells hold it."""
    return value if isinstance(value, date) else as_number(value)


def serial(value: CellValue) -> Stored:
    """Return a day as the number that cells hold (1 for 1 January 1900); every other value as it is."""
    return serial_of_day(value) if isinstance(value, date) else value
