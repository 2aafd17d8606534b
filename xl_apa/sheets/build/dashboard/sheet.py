"""The dashboard: marks now, still attainable and lost, and what is due next; every number follows the forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from xlsxwriter.workbook import Workbook

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show
from xl_apa.core.model import Plan
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.dashboard.chart import SERIES, insert_chart
from xl_apa.sheets.build.dashboard.data import HIDDEN_DAY, QUARTER_CELL, WIDTHS, Dashboard, day_formula
from xl_apa.sheets.build.dashboard.deadlines import write_deadlines
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.number_formats import weight_format
from xl_apa.sheets.build.validation import protect
from xl_apa.sheets.layout import Column, DashboardColumn, DashboardWorking, Info, Working, quarter_sheet
from xl_apa.xlsx.addresses import block, cell_name
from xl_apa.xlsx.cell_values import as_number
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import Margins
from xl_apa.xlsx.write.styles import Look

_TAB = "#1F6FB2"
_BAR = "#8CC9A1"
_ZOOM = 70
"""The whole sheet, with the deadlines and the chart, stands on a screen of 1366 by 768 pixels."""


def build_dashboard(
    workbook: Workbook,
    sheet: FormWriter,
    plan: Plan,
    shown: Mapping[Info, CellValue],
    forms: Mapping[Quarter, FormWriter],
) -> None:
    """Write the dashboard; `shown` is what stands on the info sheet, `forms` are the quarters' sheets, written."""
    dashboard = Dashboard(sheet, plan, forms)
    sheet.set_widths(WIDTHS | dict.fromkeys(DashboardWorking, 12.0))
    sheet.worksheet.set_column(DashboardWorking.LABEL, DashboardWorking.PLACE, None, None, {"hidden": True})
    _write_titles(dashboard, shown)
    _write_areas(dashboard)
    _write_counts(dashboard)
    height = write_deadlines(dashboard)
    insert_chart(workbook, dashboard, height)
    _set_view(dashboard)
    protect(sheet)


# ---- titles and areas -----------------------------------------------------------------------------------------------


def _write_titles(dashboard: Dashboard, shown: Mapping[Info, CellValue]) -> None:
    sheet, plan = dashboard.sheet, dashboard.plan
    width = len(where.DASHBOARD_COLUMNS)
    title, office, quarter_row, rule = where.DASHBOARD_TITLE_ROWS
    achieved = block(dashboard.form_rows, dashboard.at(Column.ACHIEVED))
    begun = [
        f'COUNT({cells})+COUNTIF({cells},"?*")'
        for cells in (f"'{quarter_sheet(quarter)}'!{achieved}" for quarter in Quarter)
    ]
    _, second, third, fourth = begun
    formula = f"=IF({fourth}>0,4,IF({third}>0,3,IF({second}>0,2,1)))"
    sheet.write_formula(0, DashboardWorking.LABEL, formula, int(dashboard.quarter), styles.PLAIN)
    days = [plan.fiscal_year.quarter_end(quarter) for quarter in Quarter]
    sheet.write_formula(
        0,
        DashboardWorking.DAY,
        f"=CHOOSE({QUARTER_CELL},{','.join(map(day_formula, days))})",
        dashboard.last_day,
        HIDDEN_DAY,
    )
    name = Info.OFFICE_NAME.defined_name
    lines = [where.dashboard_quarter(quarter, show(day, "bn")) for quarter, day in zip(Quarter, days)]
    choice = ",".join(f'"{line}"' for line in lines)
    sheet.write(title, 0, where.dashboard_title(plan), looks.TITLE, columns=width)
    sheet.write_formula(office, 0, f'={name}&""', Cell(shown[Info.OFFICE_NAME]).text, looks.SUBTITLE, columns=width)
    line = lines[dashboard.quarter - 1]
    sheet.write_formula(quarter_row, 0, f"=CHOOSE({QUARTER_CELL},{choice})", line, looks.SUBTITLE, columns=width)
    sheet.write(rule, 0, where.rule_line(plan.rule), looks.CENTERED_NOTE, columns=width)


def _write_areas(dashboard: Dashboard) -> None:
    sheet = dashboard.sheet
    for column, heading in where.DASHBOARD_HEADINGS.items():
        sheet.write(where.DASHBOARD_HEADING_ROW, column, heading, looks.HEADING)
    total = (Decimal(0),) * len(SERIES)
    at = where.FIRST_ROW
    for row, area in enumerate(dashboard.areas, start=where.DASHBOARD_FIRST_ROW):
        rows = range(at, at + len(area.indicators))
        at = rows.stop
        weight_look = looks.VALUE.shown_as(weight_format(area.weight))
        sheet.write(row, DashboardColumn.SERIAL, to_bangla_digits(area.code), looks.VALUE)
        sheet.write(row, DashboardColumn.AREA, where.area_label(area.code, area.title), looks.LABEL)
        sheet.write(row, DashboardColumn.WEIGHT, as_number(area.weight), weight_look)
        marks, weight = cell_name(row, DashboardColumn.MARKS), cell_name(row, DashboardColumn.WEIGHT)
        attainable = dashboard.by_quarter(f"SUM({{0}}{block(rows, dashboard.at(Column.ATTAINABLE))})")
        formulas = {
            DashboardColumn.MARKS: dashboard.by_quarter(f"SUM({{0}}{block(rows, dashboard.at(Column.MARKS))})"),
            DashboardColumn.STILL: f"MAX(0,{attainable}-{marks})",
            DashboardColumn.LOST: f"MAX(0,{weight}-{marks}-{cell_name(row, DashboardColumn.STILL)})",
        }
        results = _results(dashboard, rows, area.weight)
        total = tuple(before + result for before, result in zip(total, results))
        _write_numbers(dashboard, row, formulas, results, area.weight, looks.VALUE)
    _write_total(dashboard, total)
    sheet.fit_rows(range(dashboard.total_row + 1))
    _add_bars(dashboard)


def _results(dashboard: Dashboard, rows: range, weight: Decimal) -> tuple[Decimal, ...]:
    """Return marks now, still attainable and lost in the rows of an area."""
    marks = dashboard.sum_of(rows, Column.MARKS)
    still = max(Decimal(0), dashboard.sum_of(rows, Column.ATTAINABLE) - marks)
    return marks, still, max(Decimal(0), weight - marks - still)


def _write_total(dashboard: Dashboard, results: Sequence[Decimal]) -> None:
    row = dashboard.total_row
    rows = range(where.DASHBOARD_FIRST_ROW, row)
    weight = sum((area.weight for area in dashboard.areas), Decimal(0))
    look = looks.TOTAL.shown_as(weight_format(weight))
    dashboard.sheet.write(row, DashboardColumn.SERIAL, where.TOTAL_LABEL, looks.TOTAL, columns=2)
    summed = f"=SUM({block(rows, DashboardColumn.WEIGHT)})"
    dashboard.sheet.write_formula(row, DashboardColumn.WEIGHT, summed, as_number(weight), look)
    formulas = {column: f"SUM({block(rows, column)})" for column in SERIES}
    _write_numbers(dashboard, row, formulas, results, weight, looks.TOTAL)


def _write_numbers(
    dashboard: Dashboard,
    row: int,
    formulas: Mapping[DashboardColumn, str],
    results: Sequence[Decimal],
    weight: Decimal,
    look: Look,
) -> None:
    """Write marks now, still attainable and lost, and how much of the weight the marks are."""
    for (column, formula), result in zip(formulas.items(), results):
        # Sums of hundredths are not exact in a cell: unrounded, nothing at all could be shown as -0.00.
        dashboard.sheet.write_formula(row, column, f"=ROUND({formula},2)", float(result), look.shown_as(styles.MARKS))
    part, whole = cell_name(row, DashboardColumn.MARKS), cell_name(row, DashboardColumn.WEIGHT)
    percent = float(results[0] / weight * 100) if weight else 0.0
    formula = f"=IF({whole}>0,{part}/{whole}*100,0)"
    dashboard.sheet.write_formula(row, DashboardColumn.PERCENT, formula, percent, look.shown_as(styles.PERCENT))


def _add_bars(dashboard: Dashboard) -> None:
    options = {"type": "data_bar", "bar_color": _BAR, "bar_solid": True, "data_bar_2010": True}
    limits = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100}
    place = where.DASHBOARD_FIRST_ROW, DashboardColumn.PERCENT, dashboard.total_row, DashboardColumn.PERCENT
    if dashboard.sheet.worksheet.conditional_format(*place, options | limits):
        raise ValueError(f"{dashboard.sheet.name}: no workbook can hold these bars: {options | limits}")


# ---- counts -------------------------------------------------------------------------------------------


def _write_counts(dashboard: Dashboard) -> None:
    sheet = dashboard.sheet
    heading = dashboard.count_rows[0] - 1
    sheet.write(heading, DashboardColumn.SERIAL, where.STATUS_TITLE, looks.HEADING, columns=2)
    sheet.write(heading, DashboardColumn.WEIGHT, where.STATUS_COUNT, looks.HEADING)
    statuses = dashboard.statuses()
    cells = block(dashboard.form_rows, dashboard.at(Working.STATUS))
    number = looks.VALUE.shown_as(styles.INTEGER)
    for row, (status, label) in zip(dashboard.count_rows, where.STATUS_LABELS.items()):
        count = dashboard.by_quarter(f'COUNTIF({{0}}{cells},"{status}")')
        sheet.write(row, DashboardColumn.SERIAL, label, looks.LABEL, columns=2)
        sheet.write_formula(row, DashboardColumn.WEIGHT, f"={count}", statuses.count(status), number)


# ---- page -----------------------------------------------------------------------------------------------------------


def _set_view(dashboard: Dashboard) -> None:
    worksheet = dashboard.sheet.worksheet
    worksheet.set_tab_color(_TAB)
    worksheet.hide_gridlines(2)
    worksheet.set_zoom(_ZOOM)
    dashboard.sheet.set_page(Margins(side=0.4, top=0.45, bottom=0.45), pages_high=1)
    worksheet.center_horizontally()
    worksheet.print_area(0, 0, dashboard.deadline_rows[-1], DashboardColumn.PERCENT)
    first = cell_name(where.DASHBOARD_FIRST_ROW, DashboardColumn.SERIAL)
    # Bengali digits are text on purpose; Excel would mark them as a mistake.
    worksheet.ignore_errors(
        {"number_stored_as_text": f"{first}:{cell_name(dashboard.total_row, DashboardColumn.SERIAL)}"}
    )
