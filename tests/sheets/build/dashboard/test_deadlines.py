"""What is due next: reported days no more, the next tier in their place, equal days all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.sheets.build.dashboards import DEADLINES, TOTAL, both, deadlines, marks
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Activity, Area, Indicator, Unit
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import DashboardColumn

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.mark.office
def test_a_reported_day_is_due_no_more_and_the_next_tier_takes_its_place(built: Callable[..., Path]) -> None:
    achieved: dict[tuple[Quarter, str], CellValue] = {(Quarter.Q2, "2.2.2"): date(2023, 12, 20)}
    for grid in both(built(achieved)):
        assert deadlines(grid)[:2] == [(date(2024, 1, 15), where.due_label(Quarter.Q2)), (date(2024, 2, 28), "[২.২.৩]")]
        assert grid[DEADLINES[1]][DashboardColumn.WEIGHT] == 100
        assert grid[DEADLINES[0]][DashboardColumn.WEIGHT] == ""


@pytest.mark.office
def test_a_day_reported_in_an_earlier_quarter_is_due_no_more_though_it_is_not_repeated(
    built: Callable[..., Path],
) -> None:
    achieved: dict[tuple[Quarter, str], CellValue] = {
        (Quarter.Q1, "2.2.2"): date(2023, 9, 20),
        (Quarter.Q2, "1.4.1"): 96,
    }
    for grid in both(built(achieved)):
        assert "[২.২.২]" not in {what for _, what in deadlines(grid)}
        assert "[২.২.৩]" in {what for _, what in deadlines(grid)}


@pytest.mark.office
def test_at_the_end_of_the_year_only_the_yearly_report_is_due(built: Callable[..., Path]) -> None:
    for grid in both(built({(Quarter.Q4, "1.4.1"): "৯৬%"})):
        assert deadlines(grid) == [(date(2024, 7, 15), where.due_label(Quarter.Q4))]
        total = marks(grid, TOTAL)
        assert total[0] == sum(total[1:])


@pytest.mark.office
def test_equal_days_are_all_listed(tmp_path: Path) -> None:
    day = date(2023, 12, 31)
    indicators = tuple(
        Indicator(f"1.1.{n}", f"সূচক {n}", Unit.DATE, Decimal(2), (day, day, None, None, None)) for n in (1, 2, 3)
    )
    area = Area(1, "ক্ষেত্র", Decimal(6), (Activity("1.1", "কার্যক্রম", indicators),))
    plan = replace(load_plan(), name="equal", areas=(area,))
    path = tmp_path / "equal.xlsx"
    build_template(plan, path)
    rows = where.dashboard_rows(1)[2]
    for grid in both(path):
        assert deadlines(grid, rows)[1:4] == [(day, "[১.১.১]"), (day, "[১.১.২]"), (day, "[১.১.৩]")]
        assert grid[rows[1]][DashboardColumn.WEIGHT] == 100
