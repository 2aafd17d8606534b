"""Where the columns of a form stand, by how many tiers its plan has: what is right of the targets moves along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from xl_apa.core.model import MOST_TIERS, Plan
from xl_apa.sheets.layout.form import HELPER_COLUMNS, OFFICIAL_COLUMNS, TARGET_COLUMNS, Column, Working

_T = TypeVar("_T")

MORE_TARGETS = range(100, 100 + MOST_TIERS - len(TARGET_COLUMNS))
"""What the target columns are called that the official form has not: a sixth and a seventh tier."""

_ALL_TARGETS = (*TARGET_COLUMNS, *MORE_TARGETS)


@dataclass(frozen=True)
class FormShape:
    """The columns of a form with so many tiers; `Column` and `Working` name those of the official form, of five."""

    tiers: int

    @cached_property
    def target_columns(self) -> tuple[int, ...]:
        """The target columns by name, best tier first."""
        return _ALL_TARGETS[: self.tiers]

    @cached_property
    def official_columns(self) -> tuple[int, ...]:
        """The columns that are printed, by name, in their order."""
        others = [column for column in OFFICIAL_COLUMNS if column not in TARGET_COLUMNS]
        before, after = [c for c in others if c < Column.TARGETS], [c for c in others if c > Column.TARGETS]
        return (*before, *self.target_columns, *after)

    @cached_property
    def columns(self) -> Mapping[int, int]:
        """Where every column stands that the template has, by name."""
        named = (*self.official_columns, Column.GAP, *HELPER_COLUMNS, *Working)
        return {column: self.at(column) for column in named}

    @cached_property
    def _named(self) -> Mapping[int, int]:
        return {place: column for column, place in self.columns.items()}

    def at(self, column: int) -> int:
        """Return where a column stands in the template, counted from 0."""
        if column < Column.TARGETS:
            return column
        if column in _ALL_TARGETS:
            return Column.TARGETS + _ALL_TARGETS.index(column)
        return column + self.tiers - len(TARGET_COLUMNS)

    def named(self, place: int) -> int:
        """Return which column stands in a place of the template, -1 where none does."""
        return self._named.get(place, -1)

    @property
    def targets(self) -> range:
        """Where the target columns stand."""
        return range(Column.TARGETS, Column.TARGETS + self.tiers)

    @property
    def official(self) -> range:
        """Where the columns stand that are printed."""
        return range(self.at(Column.LAST) + 1)

    @property
    def helpers(self) -> range:
        """Where the columns stand that help whoever fills the form in."""
        return range(self.at(HELPER_COLUMNS[0]), self.at(HELPER_COLUMNS[-1]) + 1)

    @property
    def hidden(self) -> range:
        """Where the working columns stand."""
        return range(self.at(min(Working)), self.at(max(Working)) + 1)

    def placed(self, by_column: Mapping[int, _T]) -> dict[int, _T]:
        """Return what is said of columns by name, by their places; what this form does not have is left out."""
        return {self.columns[column]: value for column, value in by_column.items() if column in self.columns}


@lru_cache(maxsize=MOST_TIERS)
def form_shape(tiers: int) -> FormShape:
    """Return the shape of a form with so many tiers."""
    return FormShape(tiers)


def shape_of(plan: Plan) -> FormShape:
    """Return the shape of a plan's form."""
    return form_shape(len(plan.tiers))


OFFICIAL = form_shape(len(TARGET_COLUMNS))
"""The form of 14 columns."""
