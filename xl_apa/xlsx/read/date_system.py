"""Numbers as the days they are in a workbook: 1 is 1 January 1900, 2 January 1904, or a day that an .ods names."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.xlsx.read.looks.number_formats import Shown

EPOCH_1900 = date(1899, 12, 30)
"""Day 0 of Excel's usual count, from 1 March 1900 on; before that Excel is a day off, which no report reaches."""
EPOCH_1904 = date(1904, 1, 1)
"""Day 0 of workbooks that count as Excel for Macintosh did."""

_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
"""Days that a report can speak of; a number that is shown as any other day was typed as a number."""


def epoch_of(date_1904: bool) -> date:
    """Return day 0 of an Excel workbook."""
    return EPOCH_1904 if date_1904 else EPOCH_1900


def day_of(number: float, epoch: date) -> datetime | None:
    """Return the moment of 2000 to 2099 that a number is; None for every other number."""
    start = datetime(epoch.year, epoch.month, epoch.day)
    if not (_FIRST - epoch).days <= number < (_LAST - epoch).days + 1:
        return None
    # Excel shows whole seconds; what floats lose of them is put right.
    return start + timedelta(seconds=round(number * 86400, 3))


def number_of(moment: date, epoch: date) -> float:
    """Return the number that a day or moment is counted by."""
    start = datetime(epoch.year, epoch.month, epoch.day)
    full = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)
    return (full.replace(tzinfo=None) - start) / timedelta(days=1)


@lru_cache(maxsize=4096)
def numeric_cell(number: float, shows: NumberFormat, epoch: date, text: str = "") -> float | Cell:
    """Return a stored number as what a person sees: itself, or a cell that tells how it is shown or which day it is.

    `text` is what is shown of a number that is shown otherwise, and the words beside a day or a percent.
    """
    moment = day_of(number, epoch) if shows is NumberFormat.DAY or epoch != EPOCH_1900 else None
    if shows is NumberFormat.DAY and moment:
        # A day, or the moment where a time was typed with it.
        return Cell(moment if moment.time() != _MIDNIGHT else moment.date(), "", CellKind.PLAIN, text, shows)
    day = moment.date() if moment else None
    if shows is NumberFormat.GENERAL and day is None:
        return number
    return Cell(number, "", CellKind.PLAIN, text, shows, day)


@lru_cache(maxsize=4096)
def shown_number(number: float, shown: Shown, epoch: date) -> float | Cell:
    """Return a stored number as what a person sees of it by its number format."""
    shows = shown.of(number)
    return numeric_cell(number, shows, epoch, "" if shows is NumberFormat.GENERAL else shown.text_of(number))


_MIDNIGHT = datetime.min.time()
