"""The macro edition of a row: functions in front, the native formulas behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.builders import COUNT, PERCENTS, make_plan
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas import RowValues, live_row
from xl_apa.sheets.formulas.functions import fit_functions, with_functions
from xl_apa.sheets.layout import Column

PLAN = make_plan(COUNT)


@pytest.mark.parametrize(
    ("percents", "fit"),
    [(PERCENTS, True), ((100, 90, 80), True), ((100, 80, 60), False), ((100, 90, 80, 70, 50), False)],
)
def test_functions_fit_plans_with_the_official_percents_only(percents: tuple[int, ...], fit: bool) -> None:
    indicator = replace(COUNT, targets=COUNT.targets[: len(percents)])
    assert fit_functions(make_plan(indicator, percents=percents)) is fit


def test_tier_marks_and_message_ask_python_and_fall_back_on_the_native_formula() -> None:
    values = RowValues(achieved=3, weight=4.0, targets=(4.0, 3.0, 2.0, 1.0, "-"), percents=PERCENTS)
    native = live_row(where.FIRST_ROW, values, Unit.NUMBER, PLAN.fiscal_year, Quarter.Q1, Layout.MARKS)
    macro = with_functions(where.FIRST_ROW, native, PLAN, Quarter.Q1)
    changed = {column for column in native if macro[column] != native[column]}
    assert changed == {Column.TIER, Column.MARKS, Column.MESSAGE}
    for column, function in ((Column.TIER, "apa_tier("), (Column.MARKS, "apa_marks("), (Column.MESSAGE, "apa_check(")):
        assert function in macro[column].formula
        assert macro[column].formula.startswith("=IFERROR(")
        assert macro[column].formula.endswith(f",{native[column].formula.removeprefix('=')})")
        assert macro[column].result == native[column].result
