"""Which column of a sheet is which column of the form: the numbers ১ … ১৪ and the headings tell, never the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from xl_apa.core.cells import value_of
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.rows import PERCENTS
from xl_apa.core.model import Layout, Percent
from xl_apa.core.text.numerals import clean, parse_number
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column, FormShape

Rows = Sequence[Sequence[Any]]
"""A sheet's cells from A1 on, as a library hands them over."""

OWN_COLUMNS = tuple(Column(column) for column in layout.HELPER_COLUMNS)
"""The program's own columns, right of the official ones where the template put them."""
NEEDED_OWN_COLUMNS = tuple(column for column in OWN_COLUMNS if column not in layout.LATER_COLUMNS)
"""Those of them that every version's form has."""

_SEARCHED_ROWS = 60
"""How far down the row of column numbers is looked for; officers put letterheads above the form."""
_FEWEST_NUMBERS = 8
"""A row with at least so many of the column numbers is the row of column numbers, though some are gone."""
_BODY_ROWS = 100
_NEEDED = (Column.INDICATOR, Column.UNIT, Column.WEIGHT, Column.ACHIEVED)
"""Without these nothing in a form can be read."""
_DECIDING = (*_NEEDED, Column.LAST, Column.ACCEPTED)
"""Columns in which two different figures for one indicator would be two different reports."""
_HEADINGS = {column: clean(text) for column, text in layout.HEADINGS.items()}
_FORMER_HEADINGS = {column: clean(text) for column, text in layout.FORMER_HEADINGS.items()}
_OFFICIAL_HEADINGS = {column: text for column, text in _HEADINGS.items() if column in layout.OFFICIAL_COLUMNS}
_OWN_HEADINGS = {column: text for column, text in _HEADINGS.items() if column in layout.HELPER_COLUMNS}
_ACHIEVED_HEADINGS = frozenset(clean(layout.achieved_heading(kind, quarter)) for kind in Layout for quarter in Quarter)
_LAST_HEADINGS = frozenset(clean(layout.last_heading(kind)) for kind in Layout)


@dataclass(frozen=True, slots=True)
class FormColumns:
    """Where a form's columns stand on its sheet.

    `number_row` is the row of the column numbers, counted from 0; `places` the sheet's column of each `Column` that was
    found; `unclear` are columns that stand there twice, with different contents. `shape` is that of the template.
    """

    number_row: int
    places: Mapping[int, int]
    unclear: frozenset[int] = field(default_factory=frozenset)
    shape: FormShape = layout.OFFICIAL

    @property
    def missing(self) -> tuple[Column, ...]:
        """Return the columns without which the form cannot be read."""
        return tuple(column for column in _NEEDED if column not in self.places and column not in self.unclear)

    @property
    def twice(self) -> tuple[Column, ...]:
        """Return the columns of which the form has two, so that nobody can tell which one counts."""
        return tuple(column for column in _DECIDING if column in self.unclear)

    @property
    def missing_own(self) -> tuple[Column, ...]:
        """Return the program's own columns whose heading is not there, or there twice."""
        return tuple(column for column in NEEDED_OWN_COLUMNS if column not in self.places)


def find_columns(
    rows: Rows, quarter: Quarter, kind: Layout, percents: Sequence[Percent] = PERCENTS
) -> FormColumns | None:
    """Return where the columns of the form on a sheet stand, None where no row of column numbers is found.

    `percents` are those of the tiers of the workbook's plan: there are as many target columns.
    """
    shape = layout.form_shape(len(percents))
    for number, row in enumerate(rows[:_SEARCHED_ROWS]):
        start = _first_of_all_numbers(row, len(shape.official))
        if start is not None:
            if _as_built(rows, number, start, quarter, kind, shape):
                return FormColumns(number, _built_places(start, shape), shape=shape)
            return _Search(rows, number, quarter, kind, percents).columns()
    count = len(shape.official)
    best = max(
        range(min(len(rows), _SEARCHED_ROWS)), key=lambda number: len(_numbers_of(rows[number], count)), default=-1
    )
    if best < 0 or len(_numbers_of(rows[best], count)) < _FEWEST_NUMBERS:
        return None
    return _Search(rows, best, quarter, kind, percents).columns()


def numbered_places(columns: FormColumns) -> Sequence[tuple[int, int]]:
    """Return the sheet's columns that stand under the numbers ১ … ১৪, each with its number."""
    shape, places = columns.shape, columns.places
    return [(places[column], shape.at(column) + 1) for column in shape.official_columns if column in places]


def repeats_numbers(row: Sequence[Any], numbered: Sequence[tuple[int, int]]) -> bool:
    """Return whether a row holds the numbers ১ … ১৪ again, as at the head of a new page."""
    width = len(row)
    return all(place < width and _is(row[place], number) for place, number in numbered)


def is_percent(value: Any, percent: Percent) -> bool:
    """Return whether a cell of the form's head names this percent of a tier: `1`, `0.9`, `৯০%`, `90`, `87.5`."""
    text = _text(value)
    number = _number(text[:-1].strip()) if text.endswith("%") else _number(value)
    if number is None:
        return False
    # A cell with a percent format holds 0.9 for 90; a tier of half a percent holds 0.5.
    return round(number, 9) == round(float(percent), 9) or (
        not text and number <= 1 and round(number * 100, 6) == round(float(percent), 6)
    )


def heading_of(column: Column, quarter: Quarter, kind: Layout) -> str:
    """Return the heading a column of the form has in the template."""
    if column is Column.ACHIEVED:
        return layout.achieved_heading(kind, quarter)
    return layout.last_heading(kind) if column is Column.LAST else layout.HEADINGS[column]


# ---- as the template has it -----------------------------------------------------------------------------------------


def _first_of_all_numbers(row: Sequence[Any], count: int) -> int | None:
    starts = range(len(row) - count + 1)
    # Nearly every cell that is looked at is blank or holds no 1, so nothing is looked at after it.
    return next((start for start in starts if row[start] and _has_all_numbers(row, start, count)), None)


def _has_all_numbers(row: Sequence[Any], start: int, count: int) -> bool:
    return _is(row[start], 1) and all(_is(row[start + step], step + 1) for step in range(1, count))


def _as_built(rows: Rows, number: int, start: int, quarter: Quarter, kind: Layout, shape: FormShape) -> bool:
    """Return whether every heading stands where the template has it: nearly every form is found so."""
    heads = number - len(layout.HEADER_ROWS)
    if heads < 0:
        return False
    official, own = rows[heads], rows[heads + 1]
    places = _built_places(start, shape)
    if len(official) <= places[Column.LAST] or len(own) <= places[Column.REVIEW]:
        return False
    varying = {
        Column.ACHIEVED: layout.achieved_heading(kind, quarter),
        Column.LAST: layout.last_heading(kind),
    }
    return (
        all(_text(official[places[column]]) == clean(text) for column, text in varying.items())
        and all(_text(official[places[column]]) == text for column, text in _OFFICIAL_HEADINGS.items())
        and all(_text(own[places[column]]) == text for column, text in _OWN_HEADINGS.items())
    )


@lru_cache(maxsize=64)
def _built_places(start: int, shape: FormShape) -> Mapping[int, int]:
    named = (*shape.official_columns, Column.GAP, *layout.HELPER_COLUMNS)
    return {column: start + shape.at(column) for column in named}


# ---- by numbers and headings ----------------------------------------------------------------------------------------


class _Search:
    """Finds columns one by one where a form was changed."""

    def __init__(self, rows: Rows, number: int, quarter: Quarter, kind: Layout, percents: Sequence[Percent]) -> None:
        self.rows, self.number = rows, number
        self.shape = layout.form_shape(len(percents))
        self.percents = dict(zip(self.shape.target_columns, percents))
        self.numbers = _numbers_of(rows[number], len(self.shape.official))
        self.headings: dict[str, list[int]] = {}
        for row in rows[:number]:
            for place, value in enumerate(row):
                text = _text(value)
                if text:
                    self.headings.setdefault(text, []).append(place)
        self.expected: dict[int, frozenset[str]] = {
            column: frozenset((text, _FORMER_HEADINGS.get(column, text))) for column, text in _HEADINGS.items()
        }
        self.exact: dict[int, frozenset[str]] = {
            Column.ACHIEVED: frozenset((clean(layout.achieved_heading(kind, quarter)),)),
            Column.LAST: frozenset((clean(layout.last_heading(kind)),)),
        }
        self.expected |= {Column.ACHIEVED: _ACHIEVED_HEADINGS, Column.LAST: _LAST_HEADINGS}

    def columns(self) -> FormColumns:
        places: dict[int, int] = {}
        unclear: set[int] = set()
        for column in self.shape.official_columns:
            self._settle(column, self._official(column), places, unclear)
        taken = set(places.values())
        for column in OWN_COLUMNS:
            headed = [place for place in self._headed(column) if place not in taken]
            self._settle(column, headed, places, unclear)
        return FormColumns(self.number, places, frozenset(unclear), self.shape)

    def _settle(self, column: int, found: Sequence[int], places: dict[int, int], unclear: set[int]) -> None:
        if len(found) > 1:
            # A second column in which nobody wrote anything, or the very same, decides nothing.
            contents = {place: self._content(place) for place in found}
            filled = [place for place in found if any(contents[place])]
            same = len({contents[place] for place in filled}) <= 1
            found = (filled or list(found))[:1] if same and column not in _WRITTEN else found
        if len(found) == 1:
            places[column] = found[0]
        elif found:
            unclear.add(column)

    def _official(self, column: int) -> list[int]:
        numbered, headed = self.numbers.get(self.shape.at(column) + 1, []), self._headed(column)
        both = [place for place in numbered if place in headed]
        if both:
            return both
        if len(headed) == 1 and (not numbered or self._is_numbered(headed[0])):
            # A column was put in and all were numbered anew: what stands above the figures is what people read.
            return headed
        if not numbered:
            return headed
        return [place for place in numbered if not self._heads_another(place, column)]

    def _headed(self, column: int) -> list[int]:
        if column in self.percents:
            return self._at_percent(self.percents[column])
        for texts in (self.exact.get(column), self.expected.get(column)):
            found = [place for text in texts or () for place in self.headings.get(text, [])]
            if found:
                return sorted(set(found))
        return []

    def _at_percent(self, percent: Percent) -> list[int]:
        row = self.rows[self.number - 1] if self.number else ()
        return [place for place, value in enumerate(row) if is_percent(value, percent)]

    def _is_numbered(self, place: int) -> bool:
        row = self.rows[self.number]
        return place < len(row) and _number(row[place]) is not None

    def _heads_another(self, place: int, column: int) -> bool:
        others = (texts for other, texts in self.expected.items() if other != column)
        return any(place in self.headings.get(text, ()) for texts in others for text in texts)

    def _content(self, place: int) -> tuple[str, ...]:
        body = self.rows[self.number + 1 : self.number + 1 + _BODY_ROWS]
        return tuple(str(value_of(row[place]) or "").strip() if place < len(row) else "" for row in body)


_WRITTEN = (Column.TIER, Column.MARKS, Column.ATTAINABLE, Column.REVIEW)
"""Columns the program writes: of two it cannot know which."""


# ---- cells ----------------------------------------------------------------------------------------------------------


def _numbers_of(row: Iterable[Any], count: int) -> dict[int, list[int]]:
    """Return where the numbers 1 to so many stand in a row."""
    found: dict[int, list[int]] = {}
    for place, value in enumerate(row):
        number = _number(value)
        if number is not None and 1 <= number <= count and number == int(number):
            found.setdefault(int(number), []).append(place)
    return found


def _text(value: Any) -> str:
    value = value_of(value)
    return clean(value) if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    value = value_of(value)
    if isinstance(value, str):
        # Two characters hold every column number; long texts need not be looked into.
        number = parse_number(value) if 0 < len(value) <= 4 else None
        return None if number is None else float(number)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _is(value: Any, number: int) -> bool:
    value = value_of(value)
    if isinstance(value, str):
        return 0 < len(value) <= 4 and parse_number(value) == number
    return bool(value == number)
