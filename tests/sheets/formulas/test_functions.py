"""The macro edition of a row: functions in front, the native formulas behind them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.core.builders import COUNT, PERCENTS, YEAR, make_plan
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas import RowValues, live_row
from xl_apa.sheets.formulas.functions import with_functions
from xl_apa.sheets.formulas.traits import traits_of
from xl_apa.sheets.layout import Column, Working
from xl_apa.xlsx.addresses import cell_name

PLAN = make_plan(COUNT)


@pytest.mark.parametrize(
    ("percents", "tiers"),
    [
        (PERCENTS, ""),
        ((100, 90, 80), ""),
        ((100,), ""),
        ((100, 80, 60), ",H$6:J$6"),
        ((100, 95, Decimal("87.5"), 75, Decimal("62.5"), 50, 25), ",H$6:N$6"),
        ((90,), ",H$6:H$6"),
    ],
)
def test_functions_are_told_the_tiers_that_are_not_the_official_ones(percents: tuple[int, ...], tiers: str) -> None:
    plan = make_plan(replace(COUNT, targets=tuple(map(Decimal, range(len(percents), 0, -1)))), percents=percents)
    values = RowValues(achieved=3, weight=4.0, targets=tuple(range(len(percents), 0, -1)), percents=percents)
    traits = traits_of(plan, plan.indicators[0])
    native = live_row(where.FIRST_ROW, values, Unit.NUMBER, YEAR, Quarter.Q1, Layout.MARKS, traits)
    macro = with_functions(where.FIRST_ROW, native, plan, Quarter.Q1)
    rule = cell_name(where.FIRST_ROW, where.shape_of(plan).at(Working.RULE))
    assert f",{rule}{tiers})" in macro[Column.TIER].formula
    assert f",{rule}{tiers})" in macro[Column.MARKS].formula
    assert f',"2023-24",1{tiers})' in macro[Column.MESSAGE].formula


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
