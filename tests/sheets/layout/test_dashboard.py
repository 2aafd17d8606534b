"""Where things stand on the dashboard of a plan with so many areas."""

from __future__ import annotations

import pytest

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Status
from xl_apa.plans import load_plan
from xl_apa.sheets import layout
from xl_apa.sheets.layout import DashboardColumn, DashboardWorking


@pytest.mark.parametrize("areas", [0, 1, 2, 7])
def test_total_counts_and_deadlines_follow_each_other(areas: int) -> None:
    total, counts, deadlines = layout.dashboard_rows(areas)
    assert total == layout.DASHBOARD_FIRST_ROW + areas
    assert total + 2 < counts[0]
    assert len(counts) == len(Status) == len(layout.STATUS_LABELS)
    assert counts[-1] + 2 < deadlines[0]
    assert len(deadlines) == layout.DASHBOARD_DEADLINES


def test_hidden_columns_stand_right_of_those_that_are_seen() -> None:
    assert max(DashboardColumn) < min(DashboardWorking)
    assert set(layout.DASHBOARD_HEADINGS) == set(DashboardColumn)


def test_lines_name_plan_quarter_and_what_is_due() -> None:
    assert layout.dashboard_title(load_plan()).endswith(": অগ্রগতি")
    assert layout.dashboard_quarter(Quarter.Q2, "৩১ ডিসেম্বর ২০২৩") == "২য় ত্রৈমাসিক শেষে (৩১ ডিসেম্বর ২০২৩)"
    assert layout.due_label(Quarter.Q1) == "১ম ত্রৈমাসিক প্রতিবেদন দাখিল"
    assert layout.due_label(Quarter.Q4) == "বার্ষিক মূল্যায়ন প্রতিবেদন দাখিল"
