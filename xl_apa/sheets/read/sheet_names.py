"""Which sheet of a workbook is which: names that look alike are the same, and a renamed sheet is known by content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xl_apa.core.cells import value_of
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.text.numerals import clean, to_ascii_digits
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Data
from xl_apa.sheets.read.sheet_claims import claims_of

Rows = Sequence[Sequence[Any]]

_MOST_OTHERS = 20
"""So many further sheets are looked into; an office adds two or three."""
_LABELS = frozenset(clean(label) for label in layout.INFO_LABELS.values())
_ENOUGH_LABELS = 4
"""A sheet with so many of the info sheet's labels is an info sheet."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The names that a workbook's sheets go by in it.

    `copies` are further sheets that hold a form, by quarter; `info_copies` further info sheets.
    """

    data: str | None
    info: str | None
    quarters: Mapping[Quarter, str]
    copies: Mapping[Quarter, Sequence[str]]
    info_copies: Sequence[str]


def name_key(name: str) -> str:
    """Return a sheet's name as it is compared: without blanks and invisible characters, digits of one kind."""
    return to_ascii_digits("".join(clean(name).split())).casefold()


def find_sheets(names: Sequence[str], rows_of: Callable[[str], Rows]) -> Sheets:
    """Return which sheet is which. `rows_of` returns a sheet's cells; it is asked for sheets with other names only."""
    wanted = {
        **{layout.quarter_sheet(quarter): quarter for quarter in Quarter},
        **dict.fromkeys((layout.DATA_SHEET, layout.INFO_SHEET, layout.DASHBOARD_SHEET, layout.HELP_SHEET)),
    }
    known = {name: _named(name, names) for name in wanted}
    others = [name for name in names if name not in known.values()]
    quarters = {quarter: known[layout.quarter_sheet(quarter)] for quarter in Quarter}
    data, info = known[layout.DATA_SHEET], known[layout.INFO_SHEET]
    copies: dict[Quarter, list[str]] = {}
    infos: list[str] = []
    for name in others[:_MOST_OTHERS]:
        rows = _rows(name, rows_of)
        quarter = _quarter_of(name, rows)
        if quarter:
            copies.setdefault(quarter, []).append(name)
        elif _is_info(rows):
            infos.append(name)
        elif data is None and _is_data(rows):
            data = name
    if info is None and len(infos) == 1:
        info = infos.pop()
    for quarter, found in copies.items():
        if quarters[quarter] is None and len(found) == 1:
            quarters[quarter] = found.pop()
    return Sheets(data, info, {quarter: name for quarter, name in quarters.items() if name}, copies, infos)


def _named(wanted: str, names: Iterable[str]) -> str | None:
    names = list(names)
    if wanted in names:
        return wanted
    alike = [name for name in names if name_key(name) == name_key(wanted)]
    return alike[0] if len(alike) == 1 else None


def _rows(name: str, rows_of: Callable[[str], Rows]) -> Rows:
    try:
        return rows_of(name)
    except InputError:
        # A sheet of the office's own may hold anything, also what no form does.
        return ()


def _quarter_of(name: str, rows: Rows) -> Quarter | None:
    told = claims_of(rows).quarter
    if told:
        return told
    key = name_key(name)
    return next((quarter for quarter in Quarter if name_key(layout.quarter_sheet(quarter)) in key), None)


def _is_info(rows: Rows) -> bool:
    texts = {clean(text) for row in rows[:100] for value in row if value and isinstance(text := value_of(value), str)}
    return len(texts & _LABELS) >= _ENOUGH_LABELS


def _is_data(rows: Rows) -> bool:
    keys = {value_of(row[0]) for row in rows[:20] if row}
    return {Data.SCHEMA_VERSION.value, Data.LAYOUT.value} <= keys
