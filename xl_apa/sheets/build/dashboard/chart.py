"""The chart of the dashboard: what is earned, what can still be, and what is lost, area by area."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from xl_apa.sheets import layout as where
from xl_apa.sheets.build.dashboard.data import WIDTHS, Dashboard
from xl_apa.sheets.layout import DashboardColumn
from xl_apa.xlsx.write import styles

SERIES = {DashboardColumn.MARKS: "#2E7D5B", DashboardColumn.STILL: "#F2C94C", DashboardColumn.LOST: "#D9776C"}
"""The columns that add up to the weight, and their colours."""

_TEXT = "#404040"
_ON_DARK = {DashboardColumn.MARKS: "#FFFFFF"}
_GAP = 12
_LABELS = f"{styles.MARKS};;"
_PIXELS_PER_UNIT, _PIXELS_BETWEEN, _PIXELS_PER_POINT = 7, 5, 4 / 3


def insert_chart(workbook: Workbook, dashboard: Dashboard, height: float) -> None:
    """Insert a bar per area, as long as the area's weight: what is earned, what can be, what is lost."""
    if not dashboard.areas:
        return
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    assert chart is not None
    name, first, last = where.DASHBOARD_SHEET, where.DASHBOARD_FIRST_ROW, dashboard.total_row - 1
    font = {"name": styles.FONT, "size": 11, "color": _TEXT}
    for column, colour in SERIES.items():
        series = {
            "name": [name, where.DASHBOARD_HEADING_ROW, column],
            "categories": [name, first, DashboardColumn.AREA, last, DashboardColumn.AREA],
            "values": [name, first, column, last, column],
            "fill": {"color": colour},
            "gap": 60,
            # Where there is nothing of a colour, no 0 is printed over the next one.
            "data_labels": {
                "value": True,
                "num_format": _LABELS,
                "font": {**font, "size": 10, "color": _ON_DARK.get(column, _TEXT)},
            },
        }
        chart.add_series(series)
    chart.set_title({"name": where.DASHBOARD_CHART_TITLE, "name_font": {**font, "size": 13, "bold": True}})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font})
    lines = {"visible": True, "line": {"color": "#D9D9D9"}}
    # Crossing at the last category of a reversed axis puts the numbers below the bars.
    chart.set_x_axis({"num_font": font, "num_format": styles.INTEGER, "min": 0, "major_gridlines": lines})
    chart.set_legend({"position": "bottom", "font": font})
    columns = [DashboardColumn.MARKS, DashboardColumn.STILL, DashboardColumn.LOST, DashboardColumn.PERCENT]
    width = sum(WIDTHS[column] * _PIXELS_PER_UNIT + _PIXELS_BETWEEN for column in columns) - _GAP
    chart.set_size({"width": width, "height": height * _PIXELS_PER_POINT - 4})
    place = {"x_offset": _GAP, "object_position": 2}
    dashboard.sheet.worksheet.insert_chart(dashboard.count_rows[0] - 1, columns[0], chart, place)
