"""Made-up ministries of many kinds, and how their summaries are looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

from tests.core.builders import COUNT, DAY, OTHER, PERCENT, make_indicator, make_plan
from tests.ministry.builders import (
    BEST,
    MINISTRY,
    NOBODY,
    WEAKEST,
    make_consolidation,
    make_office,
    make_refusal,
    numbered,
)
from tests.ministry.report.bangla import CHARTS_SHEET, OVERVIEW_SHEET
from tests.ministry.written import formulas, shown
from xl_apa.core.model import Rule
from xl_apa.ministry.analysis.chart_data import RANKED
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.register.model import Register, Registered

DATE, MARKS, INTEGER = r"[$-5000845]dd\/mm\/yyyy", "[$-5000845]0.00", "[$-5000845]0"


REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়"),
        Registered("DOL", "শ্রম অধিদপ্তর", parent="M"),
        Registered("101", "পরিদপ্তর", parent="M"),
        Registered("102", "আসেনি", parent="M"),
        Registered("103", "আসেনি", parent="M"),
    )
)


MANY = make_consolidation(
    *numbered(9, BEST),
    *numbered(8, make_office(achieved={"1.2.1": 3, "2.1.1": 6}), first=10),
    *numbered(5, WEAKEST, first=18),
    *numbered(3, first=23),
    refused=(make_refusal(),),
)
"""Offices with 24.60, 7.60 and 4.20 marks, and 3 that reported nothing."""


MANY_REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়"),
        *(Registered(str(number), f"দপ্তর {number}", parent="M") for number in (*range(1, 23), *range(24, 31))),
    )
)
"""All of those but number 23, who reported nothing, and five of whom no file came."""


SHARED = make_plan(DAY, COUNT, PERCENT, OTHER, rule=Rule.PROPORTIONAL)


PROPORTIONAL = make_consolidation(
    *(
        make_office(f"দপ্তর {number}", {"1.3.1": percent, "2.1.1": count}, code=str(number), plan=SHARED)
        for number, (percent, count) in enumerate([(84.9, 10), (79.97, 9), (72, 7), (61, 1), (12, 2)])
    ),
    plan=SHARED,
)


TENTHS = make_plan(
    make_indicator("1.1.1", weight="1.0"), make_indicator("1.1.2", weight="0.1"), make_indicator("1.1.3", weight="6.9")
)


INEXACT = make_consolidation(
    *numbered(RANKED + 1, make_office(achieved={"1.1.1": 1, "1.1.2": 4}, plan=TENTHS)), plan=TENTHS
)
"""Everybody has 0.7 + 0.1 marks, which is a tenth of 8, and to a computer a little less."""


MINISTRIES = {
    "some": MINISTRY,
    "registered": recognise_offices(MINISTRY, REGISTER),
    "many": MANY,
    "many-registered": recognise_offices(MANY, MANY_REGISTER),
    "nobody-reported": make_consolidation(*numbered(3)),
    "refused": NOBODY,
    "refused-registered": recognise_offices(NOBODY, REGISTER),
    "empty": make_consolidation(),
    "one": make_consolidation(BEST),
    "proportional": PROPORTIONAL,
    "inexact": INEXACT,
}


def rows_under(path: Path, heading: str) -> list[list[Any]]:
    """The rows of a block of the sheet of numbers, from its headings to the next blank row."""
    rows = shown(path, CHARTS_SHEET)
    start = next(place for place, row in enumerate(rows) if row[0] == heading) + 1
    block = []
    for row in rows[start:]:
        if not any(value != "" for value in row):
            break
        block.append([value for value in row if value != ""])
    return block


def charts(path: Path) -> dict[str, list[tuple[str, list[Any], list[Any]]]]:
    """By title: of every series its name, and what stands in the cells of its categories and of its values."""
    found = {}
    for chart in formulas(path, OVERVIEW_SHEET)._charts:
        title = "".join(run.t for run in chart.title.tx.rich.p[0].r)
        found[title] = [
            (
                cells(path, series.tx.strRef.f)[0] if series.tx else "",
                cells(path, (series.cat.strRef or series.cat.numRef).f),
                cells(path, series.val.numRef.f),
            )
            for series in chart.series
        ]
    return found


def cells(path: Path, reference: str) -> list[Any]:
    sheet, _, area = reference.rpartition("!")
    rows = shown(path, sheet.strip("'"))
    left, top, right, bottom = range_boundaries(area)
    return [row[column] for row in rows[top - 1 : bottom] for column in range(left - 1, right)]


def live(path: Path) -> list[tuple[str, int, int, str]]:
    """Every formula of the overview and of the numbers behind its charts: sheet, row, column, formula."""
    workbook = openpyxl.load_workbook(path)
    return [
        (sheet, cell.row, cell.column, cell.value)
        for sheet in (OVERVIEW_SHEET, CHARTS_SHEET)
        for row in workbook[sheet]
        for cell in row
        if cell.data_type == "f"
    ]
