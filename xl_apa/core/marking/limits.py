"""What a value by itself gives reason to say: a day outside its period, an amount that cannot be.

Shared by the checks of a whole report and by those of a single row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Unit


def about_day(day: date, year: FiscalYear, quarter: Quarter, cell: str = "", indicator: str = "") -> Iterator[Finding]:
    """Check that a reported day lies in the fiscal year and not after the quarter's end."""
    end = year.quarter_end(quarter)
    if day not in year:
        yield Finding(FindingKind.DATE_OUTSIDE_YEAR, cell, indicator, {"date": day, "year": year.label})
    elif day > end:
        yield Finding(FindingKind.DATE_AFTER_QUARTER, cell, indicator, {"date": day, "end": end})


def about_amount(
    value: Decimal, unit: Unit, cell: str = "", indicator: str = "", *, whole: bool = True
) -> Iterator[Finding]:
    """Check that a number is not negative, nor broken where `whole` ones are meant.

    A percent that is none of 0-100 is not read as one.
    """
    if unit is Unit.PERCENT:
        return
    if value < 0:
        yield Finding(FindingKind.COUNT_NEGATIVE, cell, indicator, {"value": value})
    elif whole and value != value.to_integral_value():
        yield Finding(FindingKind.COUNT_NOT_WHOLE, cell, indicator, {"value": value})
