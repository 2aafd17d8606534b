"""A sheet of the office workbook being written: a cell gets what the template puts there, or what an officer typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xlsxwriter.workbook import Workbook

from xl_apa.core.cells import CellValue
from xl_apa.sheets.build.typed_cells import TypedCells
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import FormulaCell
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles


class FormWriter(SheetWriter):
    """Writes cells and keeps what stands in them, for the formulas of other cells."""

    def __init__(self, workbook: Workbook, name: str, formats: Styles, typed: TypedCells | None = None) -> None:
        super().__init__(workbook, name, formats)
        self._typed = typed or TypedCells()
        self._values: dict[tuple[int, int], CellValue] = {}

    def write_formula(
        self, row: int, column: int, formula: str, result: CellValue, look: Look, *, rows: int = 1, columns: int = 1
    ) -> CellValue:
        """Write a formula and its result, or what an officer typed over it; return what stands there in the end."""
        was_typed, typed = self._typed.take(self.name, cell_name(row, column))
        if was_typed:
            result, formula = typed, ""
            look = look.shown_as(styles.DATE) if isinstance(typed, date) else look
        held = super().write_formula(row, column, formula, result, look, rows=rows, columns=columns)
        self._values[row, column] = held
        return held

    def write_hidden(self, row: int, cells: Mapping[int, FormulaCell]) -> None:
        """Write formulas and their present results into cells that nobody sees: they have no look and need no room."""
        self.worksheet.put_plain_formulas(row, cells)
        self._values.update(((row, column), cell.result) for column, cell in cells.items())

    def typed(self, row: int, column: int) -> CellValue:
        """Return what an officer typed into a cell in place of what the template has there; None when nothing."""
        return self._typed.peek(self.name, cell_name(row, column))

    def value(self, row: int, column: int) -> CellValue:
        """Return what stands in a cell that was written; of a formula its result."""
        return self._values.get((row, column))
