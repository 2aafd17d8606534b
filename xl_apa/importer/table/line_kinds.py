"""Which of an indicator's two lines a row is: what was planned, or what was achieved."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.importer.table.head import Head
from xl_apa.importer.table.roles import Role


class LineKind(StrEnum):
    """Which of an indicator's two lines a row is."""

    PLANNED = "planned"
    ACHIEVED = "achieved"


_WORDS = {
    for_reading(word): kind
    for kind, words in {
        LineKind.PLANNED: ("লক্ষ্যমাত্রা", "লক্ষমাত্রা", "পরিকল্পিত", "target", "planned"),
        LineKind.ACHIEVED: ("অর্জন", "প্রকৃত অর্জন", "অগ্রগতি", "বাস্তবায়ন", "achievement", "achieved", "actual"),
    }.items()
    for word in words
}


def line_kind(text: str) -> LineKind | None:
    """Return which line a cell says that its row is; None for any other text."""
    return _WORDS.get(for_reading(text).strip(" :-"))


def kind_of_row(cells: Sequence[Cell]) -> tuple[LineKind | None, int]:
    """Return which line a row is, and in which column it says so."""
    for column, cell in enumerate(cells):
        if not cell.blank and (kind := line_kind(cell.text)):
            return kind, column
    return None, 0


def is_further_line(cells: Sequence[Cell], before: Sequence[Cell], head: Head) -> bool:
    """Return whether a row is a further line of the indicator before: it says which, and has no other title.

    Where a page tears an indicator's two lines apart, its title goes on in the second one, without a unit there.
    """
    kind, _ = kind_of_row(cells)
    if kind is None or kind is kind_of_row(before)[0]:
        return False
    if kind is LineKind.ACHIEVED and kind_of_row(before)[0] is LineKind.PLANNED:
        units = [*head.columns_of(Role.UNIT), *head.columns_of(Role.WEIGHT)]
        if units and all(cell_at(cells, column).blank for column in units):
            return True
    titles = [*head.columns_of(Role.INDICATOR), *head.columns_of(Role.ACTIVITY), *head.columns_of(Role.UNIT)]
    own, others = ([cell_at(row, column).text for column in titles] for row in (cells, before))
    return all(text in ("", other) or line_kind(text) for text, other in zip(own, others, strict=True))


def cell_at(cells: Sequence[Cell], column: int) -> Cell:
    """Return the cell in a column, a blank one where there is none."""
    return cells[column] if 0 <= column < len(cells) else BLANK
