"""A row with its formulas and their results."""

from __future__ import annotations

from tests.core.builders import PERCENTS, YEAR
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Unit
from xl_apa.sheets.formulas import RowValues, live_row
from xl_apa.sheets.formulas.results import row_results
from xl_apa.sheets.formulas.row import row_formulas


def test_every_formula_stands_with_its_result() -> None:
    values = RowValues(achieved="১৬/০৮/২০২৩", weight=4.0, targets=(45150, 45160), percents=PERCENTS)
    live = live_row(7, values, Unit.DATE, YEAR, Quarter.Q2, Layout.REMARKS)
    formulas = row_formulas(7, Unit.DATE, YEAR, Quarter.Q2, Layout.REMARKS)
    results = row_results(values, Unit.DATE, YEAR, Quarter.Q2, Layout.REMARKS)
    assert {column: (each.formula, each.result) for column, each in live.items()} == {
        column: (formulas[column], results[column]) for column in formulas
    }


def test_blank_rows_with_targets_that_only_look_equal_are_told_apart() -> None:
    one, true = (
        live_row(
            7, RowValues(weight=4.0, targets=(target,), percents=PERCENTS), Unit.NUMBER, YEAR, Quarter.Q1, Layout.MARKS
        )
        for target in (1, True)
    )
    assert one != true
