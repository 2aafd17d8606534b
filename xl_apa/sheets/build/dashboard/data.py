"""What the dashboard shows: where its rows stand, which quarter it is about, and what its formulas come to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.layout import Column, DashboardColumn, DashboardWorking, Working, quarter_sheet
from xl_apa.xlsx.addresses import column_letters
from xl_apa.xlsx.write import styles

WIDTHS: dict[int, float] = {
    DashboardColumn.SERIAL: 13,
    DashboardColumn.AREA: 82,
    DashboardColumn.WEIGHT: 10,
    DashboardColumn.MARKS: 14,
    DashboardColumn.STILL: 16,
    DashboardColumn.LOST: 17,
    DashboardColumn.PERCENT: 32,
}

HIDDEN_DAY = styles.PLAIN.shown_as(styles.DATE)

QUARTER_CELL = f"${column_letters(DashboardWorking.LABEL)}$1"
LAST_DAY_CELL = f"${column_letters(DashboardWorking.DAY)}$1"


class Dashboard:
    """The sheet, and what the formulas on it come to as the forms stand."""

    def __init__(self, sheet: FormWriter, plan: Plan, forms: Mapping[Quarter, FormWriter]) -> None:
        self.sheet, self.plan, self.forms = sheet, plan, forms
        self.at = where.shape_of(plan).at
        self.areas = [area for area in plan.areas if area.indicators]
        self.form_rows = range(where.FIRST_ROW, where.FIRST_ROW + len(plan.indicators))
        self.total_row, self.count_rows, self.deadline_rows = where.dashboard_rows(len(self.areas))
        self.quarter = max((quarter for quarter in Quarter if self._is_begun(forms[quarter])), default=Quarter.Q1)
        self.form, self.first_form = forms[self.quarter], forms[Quarter.Q1]
        self.last_day = plan.fiscal_year.quarter_end(self.quarter)

    def _is_begun(self, form: FormWriter) -> bool:
        cells = (form.value(row, self.at(Column.ACHIEVED)) for row in self.form_rows)
        return any(cell not in (None, "") and not isinstance(cell, bool) for cell in cells)

    def statuses(self) -> list[CellValue]:
        """Return the status of every row in the quarter that is shown."""
        return [self.form.value(row, self.at(Working.STATUS)) for row in self.form_rows]

    def sum_of(self, rows: range, column: Column) -> Decimal:
        """Return what the numbers of a column add up to in the quarter that is shown."""
        found = (self.form.value(row, self.at(column)) for row in rows)
        numbers = (Decimal(str(value)) for value in found if isinstance(value, (int, float)))
        return sum(numbers, Decimal(0))

    def by_quarter(self, formula: str) -> str:
        """Return what a formula gives in the quarter that is shown; `{0}` in it stands for the quarter's sheet."""
        each = ",".join(formula.format(f"'{quarter_sheet(quarter)}'!") for quarter in Quarter)
        return f"CHOOSE({QUARTER_CELL},{each})"


def day_formula(day: date) -> str:
    """Return a day as formulas have it: `DATE(2024,5,16)`."""
    return f"DATE({day.year},{day.month},{day.day})"
