"""What a person sees in a cell that is not its content: the value of a merged range, a comment, a box, a picture, what
a conditional format makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from xl_apa.core.cells import Cell, CellKind, value_of
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.read.conditional import ConditionalLook
from xl_apa.xlsx.read.grid import CellRange, Content, Overlay, Rows
from xl_apa.xlsx.read.workbook import OpenWorkbook

_DIGIT = re.compile(r"\d")
_BACKGROUND = 7
"""A picture over more columns than this is a letterhead or a watermark; it says nothing of a single cell."""


class Surroundings:
    """Merged ranges of a sheet, and what lies over its cells; read only when a cell is asked about."""

    def __init__(self, book: OpenWorkbook, sheet: str, rows: Rows) -> None:
        self._book = book
        self._sheet = sheet
        self._rows = rows
        self._columns: dict[int, list[CellRange]] = {}

    def of_blank(self, row: int, column: int) -> Cell | None:
        """Return what is seen in a cell without content, as a cell without address; None where it is just blank."""
        return self._of_merged(row, column) or self._of_covered(row, column)

    def of_filled(self, row: int, column: int) -> Cell | None:
        """Return what is seen in a cell with content, where that is not its own: it lies hidden in a merged range, or a
        conditional format shows it otherwise.

        LibreOffice keeps what hidden cells held, and libraries write into them.
        """
        return self._of_merged(row, column, hidden=True) or self._of_conditional(row, column)

    def _of_merged(self, row: int, column: int, hidden: bool = False) -> Cell | None:
        if column not in self._columns:
            self._columns[column] = [area for area in self._merged if area.left <= column <= area.right]
        areas = self._columns[column]
        area = next((area for area in areas if area.top <= row <= area.bottom), None) if areas else None
        if area is None or (area.top, area.left) == (row, column):
            return None
        first = self._content(area.top, area.left)
        if first is None and not hidden:
            return None
        value = value_of(first)
        fallback = value if area.left == column else None
        return Cell(None, "", CellKind.MERGED, cell_name(area.top, area.left), fallback=fallback)

    def _of_covered(self, row: int, column: int) -> Cell | None:
        overlays = self._overlays
        over = next((overlay for overlay in overlays if overlay.area.holds(row, column)), None) if overlays else None
        return Cell(None, "", CellKind.COVERED, over.text) if over else None

    def _of_conditional(self, row: int, column: int) -> Cell | None:
        if not self._looks:
            return None
        looks = (look for look in self._looks if look.area.holds(row, column))
        content = self._content(row, column)
        return next((seen for look in looks if (seen := look.content(content, self._book.epoch))), None)

    @cached_property
    def _looks(self) -> Sequence[ConditionalLook]:
        return self._book.conditional_looks(self._sheet)

    @cached_property
    def _merged(self) -> Sequence[CellRange]:
        return self._book.merged(self._sheet)

    @cached_property
    def _overlays(self) -> Sequence[Overlay]:
        return [overlay for overlay in self._book.overlays(self._sheet) if _may_say_a_value(overlay)]

    def _content(self, row: int, column: int) -> Content:
        cells = self._rows[row] if row < len(self._rows) else ()
        return cells[column] if column < len(cells) else None


def _may_say_a_value(overlay: Overlay) -> bool:
    if overlay.text:
        return bool(_DIGIT.search(overlay.text))
    return overlay.area.right - overlay.area.left < _BACKGROUND
