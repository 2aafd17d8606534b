"""Which quarter the dashboard is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.sheets.build.dashboards import both, counts, deadlines, marks
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Status
from xl_apa.sheets import layout as where
from xl_apa.sheets.layout import DashboardWorking

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.mark.office
def test_the_last_quarter_in_which_something_was_typed_is_shown(built: Callable[..., Path]) -> None:
    achieved: dict[tuple[Quarter, str], CellValue] = {
        (Quarter.Q1, "1.4.1"): 70,
        (Quarter.Q3, "1.4.1"): 96,
        (Quarter.Q3, "1.1.1"): "চলমান",
        (Quarter.Q3, "1.2.1"): "গত মাসে একটি সভা অনুষ্ঠিত হয়েছে",
        (Quarter.Q3, "2.2.3"): date(2024, 2, 20),
    }
    for grid in both(built(achieved)):
        assert grid[0][DashboardWorking.LABEL] == 3
        assert counts(grid) == {Status.REPORTED: 2, Status.ONGOING: 1, Status.NONE: 7, Status.UNREADABLE: 1}
        assert marks(grid, where.DASHBOARD_FIRST_ROW)[1] == 6
        lost = marks(grid, where.DASHBOARD_FIRST_ROW + 1)[3]
        assert lost > 0
        assert deadlines(grid)[:2] == [
            (date(2024, 4, 8), "[১.৫.২]"),
            (date(2024, 4, 15), where.due_label(Quarter.Q3)),
        ]
        assert "[২.২.৩]" not in {what for _, what in deadlines(grid)}
