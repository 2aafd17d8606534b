"""The deadlines on the dashboard: what is due next, from a hidden list of all days of the plan that can become due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Status, Unit
from xl_apa.core.serials import serial_of_day
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.dashboard.data import HIDDEN_DAY, LAST_DAY_CELL, WIDTHS, Dashboard, day_formula
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.formulas.results.values import percent_values
from xl_apa.sheets.layout import DashboardColumn, DashboardWorking, Working, quarter_sheet
from xl_apa.xlsx.addresses import block, cell_name
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.styles import Look
from xl_apa.xlsx.write.text_metrics import needed_height

_HIDDEN_NUMBER = styles.PLAIN.shown_as(styles.MARKS)
_LINE_HEIGHT = 19.0
"""The height of a row with one line of text, in points."""


@dataclass(frozen=True, slots=True)
class _Deadline:
    """A day that may come next: when it is still to come, and the tier it is the target of; None when it is past."""

    label: str
    day_formula: str
    day: date | None
    tier_formula: str = ""
    tier: int | float | None = None


def _deadlines(dashboard: Dashboard) -> list[_Deadline]:
    """Return every day of the plan that can become due: reports to the parent, then the targets of indicators."""
    year = dashboard.plan.fiscal_year
    found = []
    for quarter in Quarter:
        due = year.due_day(quarter)
        formula = f'=IF({day_formula(due)}>{LAST_DAY_CELL},{day_formula(due)},"")'
        found.append(_Deadline(where.due_label(quarter), formula, due if due > dashboard.last_day else None))
    for row, indicator in zip(dashboard.form_rows, dashboard.plan.indicators):
        if indicator.unit is Unit.DATE:
            found.append(_target_deadline(dashboard, row, indicator))
    return found


def _target_deadline(dashboard: Dashboard, row: int, indicator: Indicator) -> _Deadline:
    """Return the next target day of an indicator that is not reported yet."""
    sheet = f"'{quarter_sheet(Quarter.Q1)}'!"
    places = where.shape_of(dashboard.plan).targets
    columns = places[0], places[-1]
    targets = sheet + block(range(row, row + 1), *columns)
    percents = sheet + block(where.HEADER_ROWS[-1:], *columns)
    # A day is reported once; in a later quarter its cell may be blank.
    status = cell_name(row, dashboard.at(Working.STATUS))
    open_still = ",".join(f"'{quarter_sheet(quarter)}'!{status}<>\"{Status.REPORTED}\"" for quarter in Quarter)
    to_come = f'AND({open_still},COUNTIF({targets},">"&{LAST_DAY_CELL})>0)'
    formula = f'=IF({to_come},SMALL({targets},COUNTIF({targets},"<="&{LAST_DAY_CELL})+1),"")'
    tiers = zip((dashboard.first_form.value(row, column) for column in places), percent_values(dashboard.plan))
    coming = [(day, -percent) for day, percent in tiers if isinstance(day, date) and day > dashboard.last_day]
    reported = any(
        form.value(row, dashboard.at(Working.STATUS)) == Status.REPORTED for form in dashboard.forms.values()
    )
    day, tier = min(coming) if coming and not reported else (None, 0)
    label = where.code_label(indicator.code, indicator.title)
    return _Deadline(label, formula, day, f"INDEX({percents},MATCH({{0}},{targets},0))", -tier or None)


def write_deadlines(dashboard: Dashboard) -> float:
    """Write what is due next; return the height of all rows from the counts' heading to the last deadline."""
    sheet, rows = dashboard.sheet, dashboard.deadline_rows
    headings = {
        DashboardColumn.SERIAL: where.DEADLINE_DAY,
        DashboardColumn.AREA: where.DEADLINE_TITLE,
        DashboardColumn.WEIGHT: where.DEADLINE_TIER,
    }
    for column, heading in headings.items():
        sheet.write(rows[0] - 1, column, heading, looks.HEADING)
    deadlines = _deadlines(dashboard)
    listed = range(rows[0], rows[0] + len(deadlines))
    for number, (row, deadline) in enumerate(zip(listed, deadlines), start=1):
        _write_working(sheet, number, row, deadline)
    coming = sorted((each.day, number) for number, each in enumerate(deadlines) if each.day)
    keys = block(listed, DashboardWorking.KEY)
    for number, row in enumerate(rows, start=1):
        position = coming[number - 1][1] if number <= len(coming) else None
        formula = f'=IF(COUNT({keys})<{number},"",MATCH(SMALL({keys},{number}),{keys},0))'
        place = None if position is None else position + 1
        sheet.write_formula(row, DashboardWorking.PLACE, formula, place, styles.PLAIN)
        _write_deadline(sheet, row, listed, None if position is None else deadlines[position])
    labels = (deadline.label for deadline in deadlines)
    height = max(needed_height(label, WIDTHS[DashboardColumn.AREA], looks.LABEL.font_size) for label in labels)
    for row in rows:
        # Any of them may come to stand in any row.
        sheet.worksheet.set_row(row, height)
    low = range(dashboard.count_rows[0] - 1, rows[0])
    for row in low:
        sheet.worksheet.set_row(row, _LINE_HEIGHT)
    return len(low) * _LINE_HEIGHT + len(rows) * height


def _write_working(sheet: FormWriter, number: int, row: int, deadline: _Deadline) -> None:
    """Write one line of the hidden list; equal days get different keys, so that each is found."""
    day = cell_name(row, DashboardWorking.DAY)
    sheet.write(row, DashboardWorking.LABEL, deadline.label, styles.PLAIN)
    sheet.write_formula(row, DashboardWorking.DAY, deadline.day_formula, deadline.day, HIDDEN_DAY)
    if deadline.tier_formula:
        formula = f'=IF({day}="","",{deadline.tier_formula.format(day)})'
        sheet.write_formula(row, DashboardWorking.TIER, formula, deadline.tier, styles.PLAIN)
    key = None if deadline.day is None else serial_of_day(deadline.day) + number / 1000
    sheet.write_formula(row, DashboardWorking.KEY, f'=IF({day}="","",{day}+{number}/1000)', key, _HIDDEN_NUMBER)


def _write_deadline(sheet: FormWriter, row: int, listed: range, deadline: _Deadline | None) -> None:
    """Write a visible line: what stands at its place in the hidden list."""
    place = cell_name(row, DashboardWorking.PLACE)
    day, label, tier = (deadline.day, deadline.label, deadline.tier) if deadline else (None, None, None)
    shown: list[tuple[DashboardColumn, DashboardWorking, CellValue, Look]] = [
        (DashboardColumn.SERIAL, DashboardWorking.DAY, day, looks.VALUE.shown_as(styles.DATE)),
        (DashboardColumn.AREA, DashboardWorking.LABEL, label, looks.LABEL),
        (DashboardColumn.WEIGHT, DashboardWorking.TIER, tier, looks.VALUE.shown_as(styles.PERCENT)),
    ]
    for column, source, result, look in shown:
        found = f"INDEX({block(listed, source)},{place})"
        if source is DashboardWorking.TIER:
            # A report's due date has no tier, and an empty cell is 0 to INDEX.
            found = f'IF({found}=0,"",{found})'
        sheet.write_formula(row, column, f'=IF({place}="","",{found})', result, look)
