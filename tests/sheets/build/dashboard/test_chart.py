"""The chart of the dashboard: a bar per area, in the three colours that add up to its weight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.dashboard.chart import SERIES
from xl_apa.xlsx.addresses import column_letters

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def test_the_chart_asks_the_cells_of_the_areas(built: Callable[..., Path]) -> None:
    (chart,) = openpyxl.load_workbook(built())[where.DASHBOARD_SHEET]._charts
    first, last = where.DASHBOARD_FIRST_ROW + 1, where.DASHBOARD_FIRST_ROW + len(load_plan().areas)
    assert [series.val.numRef.f for series in chart.series] == [
        f"'{where.DASHBOARD_SHEET}'!${(letter := column_letters(column))}${first}:${letter}${last}" for column in SERIES
    ]
    assert [series.graphicalProperties.solidFill.srgbClr for series in chart.series] == [
        colour.lstrip("#") for colour in SERIES.values()
    ]
    assert (chart.grouping, chart.barDir) == ("stacked", "bar")
