"""What officers typed into cells of the office workbook, for building one that is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from xl_apa.core.cells import CellValue

Typed = Mapping[tuple[str, str], CellValue]
"""(sheet name, `"M8"`) to what an officer typed there."""

NOTHING_TYPED: Typed = MappingProxyType({})


class TypedCells:
    """What officers typed, by cell, and which of it has not found its cell yet."""

    def __init__(self, typed: Typed = NOTHING_TYPED) -> None:
        self._typed = typed
        self._unplaced = dict.fromkeys(typed)

    def take(self, sheet: str, cell: str) -> tuple[bool, CellValue]:
        """Return whether something was typed into the cell, and what."""
        if not self._typed:
            return False, None
        key = (sheet, cell)
        self._unplaced.pop(key, None)
        return key in self._typed, self._typed.get(key)

    def peek(self, sheet: str, cell: str) -> CellValue:
        """Return what was typed into the cell, None when nothing was."""
        return self._typed.get((sheet, cell))

    def refuse_unplaced(self) -> None:
        """Raise ValueError when something was typed where the template has no cell: it would be lost."""
        if self._unplaced:
            cells = ", ".join(f"{sheet}!{cell}" for sheet, cell in self._unplaced)
            raise ValueError(f"The template has no such cells: {cells}")
