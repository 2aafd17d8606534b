"""Made-up plans, and how a built workbook is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Activity, Area, Indicator, Office, Plan, Rule, Tier, Unit, Value
from xl_apa.sheets import layout as where
from xl_apa.sheets.layout import quarter_sheet

OFFICE = Office("0123", "পরিসংখ্যান ও তথ্য ব্যবস্থাপনা বিভাগ", "পরিকল্পনা মন্ত্রণালয়")


Q1, Q2 = quarter_sheet(Quarter.Q1), quarter_sheet(Quarter.Q2)


FIRST, LAST = 8, 18
"""The rows of the 11 indicators of 2023-24, as Excel counts them."""


DATE = r"[$-5000845]dd\/mm\/yyyy"


INTEGER = "[$-5000845]0"


PERCENT = '[$-5000845]0"%"'


MARKS = "[$-5000845]0.00"


Build = Callable[..., Path]


def made_up_plan(indicators: int, *, tiers: int = 5, areas: int = 1) -> Plan:
    """A plan of another year with so many indicators, shared out among activities of three and among areas."""
    percents = (100, 90, 80, 70, 60)[:tiers]
    year = FiscalYear(2024)
    codes = iter(range(indicators))
    shares = [indicators // areas + (number < indicators % areas) for number in range(areas)]
    made = tuple(_area(number, share, codes, tiers) for number, share in enumerate(shares, start=1))
    return Plan("made-up", "পরীক্ষামূলক পরিকল্পনা", year, Rule.TIER, tuple(Tier(p, f"স্তর {p}") for p in percents), made)


def _area(number: int, share: int, codes: Iterator[int], tiers: int) -> Area:
    units = (Unit.DATE, Unit.NUMBER, Unit.PERCENT)
    activities: list[Activity] = []
    for start in range(0, share, 3):
        code = f"{number}.{start // 3 + 1}"
        indicators = tuple(
            Indicator(
                f"{code}.{place + 1}",
                f"সূচক {next(codes)} নির্ধারিত সময়ের মধ্যে বাস্তবায়িত",
                units[place],
                Decimal("2.5"),
                _targets(units[place], tiers),
            )
            for place in range(min(3, share - start))
        )
        activities.append(Activity(code, f"কার্যক্রম {code}", indicators))
    return Area(number, f"ক্ষেত্র {number}", Decimal("2.5") * share, tuple(activities))


def _targets(unit: Unit, tiers: int) -> tuple[Value | None, ...]:
    if unit is Unit.DATE:
        return tuple(date(2025, 1, 5) + timedelta(days=7 * tier) for tier in range(tiers))
    best = 95 if unit is Unit.PERCENT else 20
    return tuple(Decimal(best - tier) for tier in range(tiers))


def opened(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def sheet_of(path: Path, name: str = Q1) -> Worksheet:
    sheet = opened(path)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def cell_of(sheet: Worksheet, name: str) -> SheetCell:
    cell = sheet[name]
    assert isinstance(cell, SheetCell)
    return cell


def shown(path: Path, sheet: str, cell: str) -> object:
    """The stored value of a cell, of a formula its stored result."""
    row, column = coordinate_to_tuple(cell)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return rows[row - 1][column - 1]


def merges(sheet: Worksheet) -> set[str]:
    return {str(block) for block in sheet.merged_cells.ranges}


def hidden_rows(path: Path) -> list[tuple[object, object]]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(where.DATA_SHEET).to_python(skip_empty_area=False)
    return [(row[0], row[1]) for row in rows]
