"""The grid of the overview: equal columns, so that blocks of different shapes stand on it side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xl_apa.ministry.sheet_style import TEXT, TITLE
from xl_apa.xlsx.write.styles import Look

COLUMNS, COLUMN_WIDTH = 16, 11.0

COLUMN_PIXELS = COLUMN_WIDTH * 7 + 5
"""How wide a column of the grid is."""

SECTION = replace(TITLE, font_size=13)
SMALL = replace(TEXT, font_size=10)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a small table on the grid: where it begins, how many columns of the grid it takes, its look."""

    start: int
    columns: int
    look: Look
