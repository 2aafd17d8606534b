"""How the dashboard of a built workbook is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.libreoffice import recalculate
from xl_apa.core.model import Status
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.layout import DashboardColumn, DashboardWorking

SAMPLES = ["sid_2023-24", "labour_2023-24"]


TOTAL, COUNTS, DEADLINES = where.dashboard_rows(2)


CODES = [indicator.code for indicator in load_plan().indicators]


EXCEL_2010 = {
    *("ABS", "AND", "CHAR", "CHOOSE", "CODE", "COUNT", "COUNTA", "COUNTIF", "DATE", "DATEVALUE", "DAY", "EXACT"),
    *("FIND", "FLOOR", "IF", "IFERROR", "INDEX", "INT", "ISERROR", "ISNUMBER", "ISTEXT", "LEFT", "LEN", "LOOKUP"),
    *(
        "HYPERLINK",
        "LOWER",
        "MATCH",
        "MAX",
        "MID",
        "MIN",
        "MOD",
        "MONTH",
        "N",
        "NOT",
        "OR",
        "REPLACE",
        "REPT",
        "RIGHT",
        "ROUND",
    ),
    *("ROWS", "SEARCH", "SIGN", "SMALL", "SUBSTITUTE", "SUM", "SUMPRODUCT", "T", "TEXT", "TRIM", "UPPER", "VALUE"),
    *("YEAR", "ISBLANK", "COLUMN", "COLUMNS", "ROW", "CLEAN", "TRUNC", "ISLOGICAL"),
}
"""Functions of Excel 2010 that do not calculate anew with every keystroke, as NOW, TODAY, OFFSET and INDIRECT do."""


Grid = Sequence[Sequence[object]]


def board(path: Path) -> Grid:
    """The dashboard's stored values."""
    book = CalamineWorkbook.from_path(path)
    rows = book.get_sheet_by_name(where.DASHBOARD_SHEET).to_python(skip_empty_area=False)
    blank = [[""] * (DashboardWorking.PLACE + 1)] * where.DASHBOARD_DEADLINES
    return [*([*row, *blank[0][len(row) :]] for row in rows), *blank]


def marks(grid: Grid, row: int) -> list[Decimal]:
    cells = [
        grid[row][column]
        for column in (DashboardColumn.WEIGHT, DashboardColumn.MARKS, DashboardColumn.STILL, DashboardColumn.LOST)
    ]
    return [Decimal(str(cell)) for cell in cells]


def counts(grid: Grid) -> dict[Status, object]:
    return {status: grid[row][DashboardColumn.WEIGHT] for status, row in zip(where.STATUS_LABELS, COUNTS)}


def deadlines(grid: Grid, rows: range = DEADLINES) -> list[tuple[object, str]]:
    """Day and what is due: the code of an indicator, or the words for a report."""
    found = [(grid[row][DashboardColumn.SERIAL], str(grid[row][DashboardColumn.AREA])) for row in rows]
    return [(day, re.sub(r"^(\[[^]]*\]).*", r"\1", text, flags=re.DOTALL)) for day, text in found if day]


def both(path: Path) -> Iterator[Grid]:
    """The dashboard as it is stored, and as LibreOffice calculates it."""
    yield board(path)
    (saved,) = recalculate(path.parent / "home", path)
    yield board(saved)
