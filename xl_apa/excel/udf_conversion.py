"""What Excel hands over, made into cells of core, and what core says, made into what a cell shows."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ParamSpec

from xl_apa.core.cells import CellValue
from xl_apa.core.errors import CallError, XlApaError
from xl_apa.core.messages import render
from xl_apa.core.typed.reading import as_typed
from xl_apa.excel.xlwings_import import xw

LANG = "bn"
"""Messages in a cell are for the officer."""

Typed = Any
"""What an argument may be: a value, or a range as nested lists. xlwings converts by this hint, so it must be Any."""

Shown = Any
"""What a cell shows: text, a number, a day; or lists of them for a block."""

_Arguments = ParamSpec("_Arguments")

# The function wizard shows these; it keeps to 255 characters, and VBA to ASCII.
ARGUMENTS = {
    "unit": "Column 6, the unit: date or percent in Bangla or English; any other name is that of a number.",
    "weight": "Column 7, the weight of the indicator.",
    "achieved": "Column 13, the achievement as it was typed.",
    "targets": "Columns 8 to 12, the targets, best first. A tier without target is blank or -.",
    "rule": "tier (left out: tier) or proportional.",
    "tiers": "The percents of the tiers, best first (left out: 100, 90, 80, 70, 60): H6:N6, up to seven.",
    "earlier": "The achievements of the quarters before this one, the first quarter first. Left out: none.",
    "method": "How the year's figure comes of the quarters: cumulative (left out), sum, mean; date for a date.",
    "fiscal_year": "The fiscal year, like 2023-24.",
    "quarter": "The quarter, 1 to 4.",
    "text": "A cell, or a range of cells, as it was typed.",
    "value": "A cell, or a range of cells, with a number, a date or text.",
    "earlier_rows": "The achievements of the quarters before, a column each, a row for each row of the table.",
    "methods": "A calculation method for the whole table, or a column with one for each row.",
    "as_of": "The day for which to say what can still be earned.",
    "rows": "Columns 6 to 13 of the form, without headings: F8:M18.",
}
"""Every argument of a worksheet function, described."""

_BLOCKS = ("text", "value", "rows", "earlier_rows", "methods")
"""Arguments whose shape matters: they arrive as a list of rows, also when they are one row, column or cell."""


def in_a_cell(function: Callable[_Arguments, Shown]) -> Callable[_Arguments, Shown]:
    """Return a function fit for a cell: its arguments described, every fault a sentence instead of an exception."""

    @functools.wraps(function)
    def shown(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> Shown:
        try:
            return function(*args, **kwargs)
        except XlApaError as error:
            return error.text(LANG)
        except Exception as error:  # noqa: BLE001 - Excel would show its text in the cell
            # Only a fault is worth the time that finding the documents takes.
            from xl_apa.fault_log import log_params

            return render("function-fault", LANG, {"reason": type(error).__name__, **log_params()})

    for name in inspect.signature(function).parameters:
        options = {"ndim": 2} if name in _BLOCKS else {}
        shown = xw.arg(name, doc=ARGUMENTS[name], **options)(shown)
    return shown


# ---- in -------------------------------------------------------------------------------------------------------------


def cells(value: Typed) -> list[CellValue]:
    """Return the cells of a range of any shape, row by row."""
    if not isinstance(value, (list, tuple)):
        return [as_typed(value)]
    found: list[CellValue] = []
    for each in value:
        if isinstance(each, (list, tuple)):
            found.extend(cells(each))
        else:
            found.append(as_typed(each))
    return found


def one(value: Typed) -> CellValue:
    """Return the one cell of an argument. Raise CallError when it is a range of several."""
    if not isinstance(value, (list, tuple)):
        return as_typed(value)
    found = cells(value)
    if len(found) > 1:
        raise CallError("one-cell", count=len(found))
    return found[0] if found else None


def block(value: Typed) -> list[list[CellValue]]:
    """Return the rows of a range; a flat list is one row."""
    if not isinstance(value, (list, tuple)):
        return [[as_typed(value)]]
    if any(isinstance(each, (list, tuple)) for each in value):
        return [cells(each) for each in value]
    return [cells(value)]


def trimmed(row: Iterable[CellValue]) -> list[CellValue]:
    """Return the row without the blank cells at its end."""
    kept = list(row)
    while kept and (kept[-1] is None or blank(kept[-1])):  # most are None, and a table has many
        kept.pop()
    return kept


def blank(*values: CellValue) -> bool:
    """Return whether all these cells are blank."""
    return not any(value.strip() if isinstance(value, str) else value is not None for value in values)


# ---- out ------------------------------------------------------------------------------------------------------------


def number(value: Fraction | Decimal | None) -> Shown:
    """Return a number as a cell holds it, nothing as blank text."""
    return "" if value is None else float(value)


def day_or_number(value: Decimal | date) -> Shown:
    """Return a value of core as a cell holds it; a day stays a day, so that Excel shows a date."""
    return value if isinstance(value, date) else float(value)


def each(value: Typed, function: Callable[[CellValue], Shown]) -> Shown:
    """Return the answer for a cell; for a range the answers in its shape, rows of equal length."""
    rows = block(value)
    if len(rows) == 1 and len(rows[0]) <= 1:
        return function(rows[0][0] if rows[0] else None)
    width = max(len(row) for row in rows)
    return [[function(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
