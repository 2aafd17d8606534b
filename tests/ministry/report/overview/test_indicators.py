"""The overview's results by indicator, and their chart."""

from __future__ import annotations

from pathlib import Path

from tests.ministry.report.bangla import OVERVIEW_SHEET
from tests.ministry.written import formulas


def test_the_chart_compares_means_with_weights(summary: Path) -> None:
    chart = formulas(summary, OVERVIEW_SHEET)._charts[0]
    assert [series.val.numRef.f for series in chart.series] == [
        f"'{OVERVIEW_SHEET}'!$H$16:$H$19",
        f"'{OVERVIEW_SHEET}'!$I$16:$I$19",
    ]
    assert {series.cat.strRef.f for series in chart.series} == {f"'{OVERVIEW_SHEET}'!$A$16:$A$19"}
