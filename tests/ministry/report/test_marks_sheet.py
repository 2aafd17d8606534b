"""The sheet of marks: an office a row, means under them, colours from nothing to the full weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ministry.report.summaries import INTEGER, MARKS
from tests.ministry.written import formulas, shown
from xl_apa.ministry.report.strings import MARKS_SHEET


def test_the_marks_sheet_has_an_office_a_row_and_means_under_them(summary: Path) -> None:
    blank = ""
    assert shown(summary, MARKS_SHEET)[3:] == [
        [
            *("অবস্থান", "দপ্তরের কোড", "দপ্তর", "প্রতিবেদন দিয়েছে", "১.১.১", "১.২.১", "১.৩.১", "২.১.১", "মোট নম্বর"),
            *("সর্বোচ্চ অর্জনযোগ্য", "ত্রুটি"),
        ],
        [blank, blank, blank, blank, 10, 4, 6, 5, 25, blank, blank],
        [1, "DOL", "শ্রম অধিদপ্তর", "হ্যাঁ", 10, 3.6, 6, 5, 24.6, 25, 0],
        [2, "101", "=1+1 পরিদপ্তর", "হ্যাঁ", 0, 0, 4.2, 0, 4.2, 15, 2],
        [3, blank, "নিম্নতম মজুরি বোর্ড", "না", 0, 0, 0, 0, 0, 15, 0],
        [
            "গড়: পড়া ৩টি দপ্তর, ফাঁকা প্রতিবেদন ০",
            blank,
            blank,
            blank,
            *map(pytest.approx, (10 / 3, 1.2, 3.4, 5 / 3, 9.6, 55 / 3)),
            blank,
        ],
    ]


def test_totals_and_means_are_formulas(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    assert [page[f"I{row}"].value for row in (6, 7, 8)] == [f"=SUM(E{row}:H{row})" for row in (6, 7, 8)]
    assert [page[f"{column}9"].value for column in "EFGHIJ"] == [
        f"=AVERAGE({column}6:{column}8)" for column in "EFGHIJ"
    ]
    assert (page["E6"].number_format, page["I6"].number_format, page["A6"].number_format) == (MARKS, MARKS, INTEGER)


def test_the_filter_takes_the_offices_and_leaves_the_means(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    assert (page.auto_filter.ref, page.freeze_panes) == ("A5:K8", "D6")


def test_colours_run_from_nothing_to_the_indicators_own_weight(summary: Path) -> None:
    page = formulas(summary, MARKS_SHEET)
    scales = {
        str(each.sqref): rule.colorScale
        for each in page.conditional_formatting
        for rule in each.rules
        if rule.colorScale
    }
    limits = {cells: [float(limit.val) for limit in scale.cfvo] for cells, scale in scales.items()}
    assert limits == {
        "E6:E8": [0, 5, 10],
        "F6:F8": [0, 2, 4],
        "G6:G8": [0, 3, 6],
        "H6:H8": [0, 2.5, 5],
        "I6:I8": [0, 12.5, 25],
    }
