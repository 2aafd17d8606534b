"""The progress sheet: marks of each area, the status of the indicators, and the next deadlines."""

from __future__ import annotations

from enum import IntEnum

from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Plan, Status
from xl_apa.sheets.layout.form import plan_title, quarter_sheet

DASHBOARD_SHEET = "অগ্রগতি"


class DashboardColumn(IntEnum):
    """Columns of the dashboard; the deadlines stand in the first three."""

    SERIAL = 0
    AREA = 1
    WEIGHT = 2
    MARKS = 3
    STILL = 4
    LOST = 5
    PERCENT = 6


class DashboardWorking(IntEnum):
    """Hidden columns of the dashboard: every deadline of the year, and which of them are shown in what order.

    The quarter that is shown stands in the first row under `LABEL`, its last day under `DAY`.
    """

    LABEL = 8
    DAY = 9
    TIER = 10
    KEY = 11
    PLACE = 12


DASHBOARD_COLUMNS = range(DashboardColumn.SERIAL, DashboardColumn.PERCENT + 1)
DASHBOARD_TITLE_ROWS = range(4)
DASHBOARD_HEADING_ROW = 5
DASHBOARD_FIRST_ROW = 6
DASHBOARD_DEADLINES = 6
"""How many deadlines are shown."""

DASHBOARD_HEADINGS = {
    DashboardColumn.SERIAL: "ক্রম",
    DashboardColumn.AREA: "কর্মসম্পাদন ক্ষেত্র",
    DashboardColumn.WEIGHT: "মান",
    DashboardColumn.MARKS: "প্রাপ্ত নম্বর",
    DashboardColumn.STILL: "আরও অর্জনযোগ্য",
    DashboardColumn.LOST: "আর অর্জনযোগ্য নয়",
    DashboardColumn.PERCENT: "প্রাপ্তির হার",
}
DASHBOARD_CHART_TITLE = "ক্ষেত্র অনুযায়ী নম্বর"
STATUS_TITLE = "সূচকের অবস্থা"
STATUS_COUNT = "সংখ্যা"
STATUS_LABELS = {status: render(f"status-{status}", "bn") for status in Status}
DEADLINE_DAY = "তারিখ"
DEADLINE_TITLE = "পরবর্তী সময়সীমা"
DEADLINE_TIER = "স্তর"


def dashboard_title(plan: Plan) -> str:
    """Return the first title line: the plan, its year, and what the sheet shows."""
    return f"{plan_title(plan)}: {DASHBOARD_SHEET}"


def dashboard_quarter(quarter: Quarter, last_day: str) -> str:
    """Return which quarter is shown: `২য় ত্রৈমাসিক শেষে (৩১ ডিসেম্বর ২০২৩)`."""
    return f"{quarter_sheet(quarter)} শেষে ({last_day})"


def due_label(quarter: Quarter) -> str:
    """Return what is due after a quarter."""
    return "বার্ষিক মূল্যায়ন প্রতিবেদন দাখিল" if quarter is Quarter.Q4 else f"{quarter_sheet(quarter)} প্রতিবেদন দাখিল"


def dashboard_rows(areas: int) -> tuple[int, range, range]:
    """Return the total's row, the rows of the counts and those of the deadlines, on a dashboard with so many areas."""
    total = DASHBOARD_FIRST_ROW + areas
    counts = range(total + 3, total + 3 + len(STATUS_LABELS))
    return total, counts, range(counts[-1] + 3, counts[-1] + 3 + DASHBOARD_DEADLINES)
