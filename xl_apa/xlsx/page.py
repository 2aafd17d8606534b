"""One sheet being written: a cell gets what the template puts there, or what an officer typed there instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from xlsxwriter.format import Format

from xl_apa.core.cells import CellValue
from xl_apa.xlsx import styles
from xl_apa.xlsx.addresses import address, cell_name
from xl_apa.xlsx.cell_values import FORBIDDEN_IN_XML, LiveCell, serial
from xl_apa.xlsx.form_sheet import FormSheet
from xl_apa.xlsx.styles import Look, Styles
from xl_apa.xlsx.text_metrics import TALLEST_ROW, needed_height

Typed = Mapping[tuple[str, str], CellValue]
"""(sheet name, `"M8"`) to what an officer typed there."""

NOTHING_TYPED: Typed = MappingProxyType({})


class TypedCells:
    """What officers typed, by cell, and which of it has not found its cell yet."""

    def __init__(self, typed: Typed) -> None:
        self._typed = typed
        self._unplaced = dict.fromkeys(typed)

    def take(self, sheet: str, cell: str) -> tuple[bool, CellValue]:
        """Whether something was typed into the cell, and what."""
        if not self._typed:
            return False, None
        key = (sheet, cell)
        self._unplaced.pop(key, None)
        return key in self._typed, self._typed.get(key)

    def peek(self, sheet: str, cell: str) -> CellValue:
        """What was typed into the cell, None when nothing was."""
        return self._typed.get((sheet, cell))

    def refuse_unplaced(self) -> None:
        """Raise ValueError when something was typed where the template has no cell: it would be lost."""
        if self._unplaced:
            cells = ", ".join(f"{sheet}!{cell}" for sheet, cell in self._unplaced)
            raise ValueError(f"The template has no such cells: {cells}")


class _Block(NamedTuple):
    """Cells of several rows, merged, and the height their text needs."""

    row: int
    rows: int
    height: float


class Page:
    """Writes cells, keeps what stands in them, and in the end makes the rows high enough for it."""

    def __init__(self, name: str, sheet: FormSheet, formats: Styles, typed: TypedCells) -> None:
        self.name = name
        self.sheet = sheet
        self._formats = formats
        self._typed = typed
        self._widths: dict[int, float] = {}
        self._tallest: dict[int, float] = {}
        self._blocks: list[_Block] = []
        self._values: dict[tuple[int, int], CellValue] = {}

    def set_widths(self, widths: Mapping[int, float]) -> None:
        """Column widths; text is measured by them, so they come before the cells."""
        for column, width in widths.items():
            self.sheet.set_column(column, column, width)
        self._widths.update(widths)

    def format(self, look: Look) -> Format:
        """The look as XlsxWriter takes it."""
        return self._formats.format(look)

    def write(
        self, row: int, column: int, value: CellValue, look: Look, *, rows: int = 1, columns: int = 1
    ) -> CellValue:
        """Write a value into a cell, or into a block of merged cells; gives what stands there in the end."""
        return self._put(row, column, value, "", look, rows, columns)

    def write_formula(
        self, row: int, column: int, formula: str, result: CellValue, look: Look, *, rows: int = 1, columns: int = 1
    ) -> CellValue:
        """Write a formula and its present result, which programs read that do not calculate."""
        return self._put(row, column, result, formula, look, rows, columns)

    def write_hidden(self, row: int, cells: Mapping[int, LiveCell]) -> None:
        """Write formulas and their present results into cells that nobody sees: they have no look and need no room."""
        self.sheet.put_hidden(row, {column: (cell.formula, cell.result) for column, cell in cells.items()})
        self._values.update(((row, column), cell.result) for column, cell in cells.items())

    def typed(self, row: int, column: int) -> CellValue:
        """What an officer typed into a cell in place of what the template has there; None when nothing."""
        return self._typed.peek(self.name, cell_name(row, column))

    def value(self, row: int, column: int) -> CellValue:
        """What stands in a cell that was written; of a formula its result."""
        return self._values.get((row, column))

    def fit_rows(self, rows: range, *, growing: bool = False) -> None:
        """Make rows high enough for what was written; `growing` rows go on growing with what is typed later."""
        heights = {row: max(self._tallest.get(row, 0.0), styles.PLAIN.font_size) for row in rows}
        for block in sorted(self._blocks, key=lambda block: block.rows):
            covered = range(block.row, block.row + block.rows)
            if covered[0] not in heights or covered[-1] not in heights:
                continue
            missing = block.height - sum(heights[row] for row in covered)
            if missing > 0:
                for row in covered:
                    heights[row] += missing / block.rows
        for row, height in heights.items():
            self.sheet.set_row(row, min(height, TALLEST_ROW))
        if growing:
            self.sheet.growing = rows

    def _put(
        self, row: int, column: int, value: CellValue, formula: str, look: Look, rows: int, columns: int
    ) -> CellValue:
        cell = cell_name(row, column)
        was_typed, typed_value = self._typed.take(self.name, cell)
        if was_typed:
            value, formula = typed_value, ""
            look = look.shown_as(styles.DATE) if isinstance(value, date) else look
        if isinstance(value, str):
            value = _harmless(value)
        style = self._formats.format(look)
        if rows > 1 or columns > 1:
            self.sheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", style)
        try:
            self.sheet.put(row, column, serial(value), style, formula)
        except ValueError as error:
            raise ValueError(f"{address(self.name, row, column)}: {error}") from error
        width = (
            self._widths[column]
            if columns == 1
            else sum(map(self._widths.__getitem__, range(column, column + columns)))
        )
        text = value if isinstance(value, str) and look.text_wrap else ""
        height = needed_height(text, width, look.font_size, bold=look.bold)
        if rows == 1:
            self._tallest[row] = max(height, self._tallest.get(row, 0.0))
        else:
            self._blocks.append(_Block(row, rows, height))
        self._values[row, column] = value
        return value


def _harmless(text: str) -> str:
    """The text without characters that no workbook can hold, and never taken for formatted text."""
    text = FORBIDDEN_IN_XML.sub("", text)
    # XlsxWriter writes `<r>...</r>` into the file as it is, taking it for its own rich text.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
