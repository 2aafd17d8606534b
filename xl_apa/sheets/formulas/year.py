"""The formulas of the year's figure where a quarter's cell holds the quarter's own: what was told before, sum or mean.

A quarter before is a number where its form understood one that can be, blank text where it has nothing to count, and
the text itself (a question mark in place of what is no text) where it was not understood: then the year has no figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Method, Status, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas.parts import quoted
from xl_apa.sheets.layout import Column, Working

At = Callable[[int], str]
"""The address of a column in the row."""

EARLIER = (Working.EARLIER_1, Working.EARLIER_2, Working.EARLIER_3)
"""The columns of what the quarters before say, the first quarter's first."""

NOT_TEXT = "?"
"""Stands for an earlier achievement that was not understood and is no text."""
EXACT_PLACES = 10
"""Binary numbers add up to a hair beside what people see; so many decimals are exact."""
SHOWN_PLACES = 4


def earlier_columns(quarter: Quarter) -> tuple[Working, ...]:
    """Return the columns of the quarters before this one, the first quarter's first."""
    return EARLIER[: quarter - 1]


def earlier_formulas(at: At, unit: Unit, quarter: Quarter) -> Iterator[tuple[int, str]]:
    """Yield what the quarters before say, by column."""
    for before, column in zip(Quarter, earlier_columns(quarter)):
        sheet = f"'{where.quarter_sheet(before)}'!"
        status, value, source = (sheet + at(each) for each in (Working.STATUS, Working.VALUE, Working.SOURCE))
        counted = f'IF({source}="accepted",{sheet}{at(Column.ACCEPTED)},{sheet}{at(Column.ACHIEVED)})'
        typed = f"IF(ISTEXT({counted}),{counted},{quoted(NOT_TEXT)})"
        # A percent that cannot be is not read as one; a count below 0 is.
        reported = f"IF(ISNUMBER({value}),{value},{typed})"
        if unit is Unit.NUMBER:
            reported = f"IF(AND(ISNUMBER({value}),{value}>=0),{value},{typed})"
        unread = f'IF({status}="{Status.UNREADABLE}",{typed},"")'
        yield column, f'IF({status}="{Status.REPORTED}",{reported},{unread})'


def is_unknown(at: At, quarter: Quarter) -> str:
    """Return the condition that a quarter before was not understood."""
    if quarter == Quarter.Q1:
        return "FALSE"
    before = _range(at, quarter)
    return f"SUMPRODUCT(ISTEXT({before})*(LEN({before})>0))>0"


def is_blank(at: At) -> str:
    """Return the condition that nothing at all was written for the quarter."""
    return f'AND({at(Working.STATUS)}="{Status.NONE}",{at(Working.TEXT)}="")'


def is_beyond(at: At, quarter: Quarter, most: str) -> str:
    """Return the condition that percents add up to more than can be; `most` is the largest that can."""
    return f"SUM({_figures(at, quarter)})>{most}"


def year_formula(at: At, method: Method, quarter: Quarter, most: str = "") -> str:
    """Return the year's figure so far, "" where there is none; `most` is the largest sum that can be, "" for any."""
    cells, status = _figures(at, quarter), at(Working.STATUS)
    nothing = f'{status}="{Status.UNREADABLE}",{is_unknown(at, quarter)},{is_blank(at)},COUNT({cells})=0'
    if method is Method.SUM and most:
        nothing += f",{is_beyond(at, quarter, most)}"
    divided = f"/COUNT({cells})" if method is Method.MEAN else ""
    return f'IF(OR({nothing}),"",ROUND(SUM({cells}){divided},{EXACT_PLACES}))'


def made_formula(at: At, method: Method, quarter: Quarter) -> str:
    """Return how the year's figure was made, in ASCII digits: `12 + 8 + 10 = 30`."""
    parts = [at(column) for column in (*earlier_columns(quarter), Working.VALUE)]
    year = at(Working.YEAR)
    if method is Method.SUM:
        added = '&" + "&'.join(f"N({part})" for part in parts)
        return f'{added}&" = "&{year}'
    listed = '&" "&'.join(parts)
    told = f'SUBSTITUTE(TRIM({listed})," "," + ")'
    return f'"("&{told}&") ÷ "&COUNT({_figures(at, quarter)})&" = "&ROUND({year},{SHOWN_PLACES})'


def _figures(at: At, quarter: Quarter) -> str:
    """The cells of all quarters so far, as arguments."""
    own = at(Working.VALUE)
    return own if quarter == Quarter.Q1 else f"{_range(at, quarter)},{own}"


def _range(at: At, quarter: Quarter) -> str:
    columns = earlier_columns(quarter)
    return f"{at(columns[0])}:{at(columns[-1])}"
