"""What cells hold: days as numbers, decimals as floats, formulas with their results."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from xl_apa.core.cells import CellValue

Result = str | int | float
"""What a formula results in."""
Stored = str | bool | int | float | None
"""What a cell of a file holds: a day is the number Excel counts days by."""

EPOCH = datetime(1899, 12, 30)

FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Letters that no workbook can hold."""


@dataclass(frozen=True, slots=True)
class LiveCell:
    """A formula and what it results in now."""

    formula: str
    result: Result


def as_number(value: Decimal) -> int | float:
    """A decimal as cells hold it."""
    return int(value) if value == int(value) else float(value)


def cell_value(value: Decimal | date) -> int | float | date:
    """A target as cells hold it."""
    return value if isinstance(value, date) else as_number(value)


def serial(value: CellValue) -> Stored:
    """A day as the number that cells hold; every other value as it is."""
    if not isinstance(value, date):
        return value
    moment = value.replace(tzinfo=None) if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    days = (moment - EPOCH) / timedelta(days=1)
    return int(days) if days.is_integer() else days
