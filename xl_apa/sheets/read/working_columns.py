"""Where the hidden working columns stand: they have no headings, so the sheet's own marks of them must prove it.

In a row above the form, over the first working column, stands what the sheet says of itself (`layout.FormIdentity`);
three columns right of it every indicator's row names its rule of marks. Both move with the columns, so that a column
put in or taken out between them shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xl_apa.core.cells import value_of
from xl_apa.core.model import Layout, Rule
from xl_apa.sheets.layout import FormIdentity, Working

_FORMULA = re.compile(rf'"[^"]*\|[1-4]\|(?:{"|".join(Layout)})\|"&')
"""How the formula of the identity cell begins: its result may be missing from the file."""
_TOP_ROWS = 60


def find_identity(
    rows: Sequence[Sequence[Any]], formulas: Mapping[tuple[int, int], str] | None = None
) -> tuple[FormIdentity | None, int] | None:
    """Return what a sheet says of itself, and the column it says it in; None where it says nothing.

    The identity is None where only its formula is there, without a result.
    """
    for row in rows[:_TOP_ROWS]:
        for place, value in enumerate(row):
            text = value_of(value) if value else None
            identity = FormIdentity.parse(text) if isinstance(text, str) and "|" in text else None
            if identity:
                return identity, place
    places = (place for (row, place), text in (formulas or {}).items() if row < _TOP_ROWS and _FORMULA.match(text))
    return next(((None, place) for place in places), None)


def working_columns(
    rows: Sequence[Sequence[Any]], indicators: Iterable[int], formulas: Mapping[tuple[int, int], str] | None = None
) -> Mapping[int, int] | None:
    """Return where the working columns stand on a sheet, None where it cannot be proven.

    `indicators` are the rows of indicators, counted from 0.
    """
    found = find_identity(rows, formulas)
    if found is None:
        return None
    shift = found[1] - Working.READ_FOR
    rule = Working.RULE + shift
    if not all(rule < len(rows[row]) and _is_rule(rows[row][rule]) for row in indicators):
        return None
    return {column: column + shift for column in Working}


def columns_by_rule(rows: Sequence[Sequence[Any]], indicators: Sequence[int]) -> Mapping[int, int] | None:
    """Return where the working columns seem to stand by the rules of marks alone; None without just one such column."""
    width = min((len(rows[row]) for row in indicators), default=0)
    rules = [place for place in range(width) if all(_is_rule(rows[row][place]) for row in indicators)]
    return {column: column + rules[0] - Working.RULE for column in Working} if len(rules) == 1 else None


def _is_rule(value: Any) -> bool:
    text = value_of(value)
    return isinstance(text, str) and text.strip() in list(Rule)
