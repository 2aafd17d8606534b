"""The same marks as native Excel formulas: an indicator's row in a workbook that no program calculates.

What they understand of typed text is narrow on purpose (`vocabulary`); for anything else they say so and give no
marks. Beside each formula stands its result (`results`), for programs that show a file without calculating.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Unit
from xl_apa.sheets.formulas.results import RowValues, row_results, told_by
from xl_apa.sheets.formulas.row import row_formulas
from xl_apa.sheets.formulas.traits import USUAL, RowTraits
from xl_apa.xlsx.cell_values import FormulaCell

__all__ = ["RowValues", "live_row", "told_by"]


def live_row(
    row: int,
    values: RowValues,
    unit: Unit,
    year: FiscalYear,
    quarter: Quarter,
    layout: Layout,
    traits: RowTraits = USUAL,
) -> Mapping[int, FormulaCell]:
    """Return the formulas of an indicator's row (counted from 0) by column, each with its result."""
    if values.answered:
        return _live_row(row, values, unit, year, quarter, layout, traits)
    # Equal numbers of different kinds are equal keys: TRUE is no target, 1 is one.
    kinds = tuple(type(value) for value in (values.weight, *values.targets))
    return _blank_row(kinds, row, values, unit, year, quarter, layout, traits)


@lru_cache(maxsize=256)
def _blank_row(
    kinds: tuple[type, ...],
    row: int,
    values: RowValues,
    unit: Unit,
    year: FiscalYear,
    quarter: Quarter,
    layout: Layout,
    traits: RowTraits,
) -> Mapping[int, FormulaCell]:
    """Rows that nobody has filled in yet are the same in every office's workbook."""
    return _live_row(row, values, unit, year, quarter, layout, traits)


def _live_row(
    row: int, values: RowValues, unit: Unit, year: FiscalYear, quarter: Quarter, layout: Layout, traits: RowTraits
) -> Mapping[int, FormulaCell]:
    results = row_results(values, unit, year, quarter, layout, traits)
    formulas = row_formulas(row, unit, year, quarter, layout, traits)
    return {column: FormulaCell(formula, results[column]) for column, formula in formulas.items()}
