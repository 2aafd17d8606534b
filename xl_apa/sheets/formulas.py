"""The same marks as native Excel formulas: an indicator's row in a workbook that no program calculates.

What they understand of typed text is narrow on purpose (`formula_text`); for anything else they say so and give no
marks. Beside each formula stands its result (`formula_results`), for programs that show a file without calculating.
"""

from __future__ import annotations

from dataclasses import dataclass

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Unit
from xl_apa.sheets.formula_results import Result, RowValues, row_results
from xl_apa.sheets.formula_text import row_formulas

__all__ = ["LiveCell", "RowValues", "live_row"]


@dataclass(frozen=True, slots=True)
class LiveCell:
    """A formula and what it results in now."""

    formula: str
    result: Result


def live_row(row: int, values: RowValues, unit: Unit, year: FiscalYear, quarter: Quarter) -> dict[int, LiveCell]:
    """The formulas of an indicator's row (counted from 0) by column, with their results for what stands in it."""
    results = row_results(values, unit, year, quarter)
    formulas = row_formulas(row, unit, year, quarter)
    return {column: LiveCell(formula, results[column]) for column, formula in formulas.items()}
