"""Levels: whoever is reported to has the sums of all below."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from tests.ministry.report import bangla
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.analysis.hierarchy import levels
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan

# A ministry over a department over two districts, one of which has an upazila; the register is in no order.
REGISTER = Register(
    (
        Registered("U-1", "উপজেলা", parent="Z-1", level="উপজেলা"),
        Registered("Z-2", "জেলা ২", parent="D"),
        Registered("M", "মন্ত্রণালয়"),
        Registered("Z-1", "জেলা ১", parent="D"),
        Registered("D", "অধিদপ্তর", parent="M"),
    )
)
ACHIEVED = {"D": 96, "Z-1": 80, "U-1": 70}
MARKS = {96: Decimal(6), 80: Decimal("5.4"), 70: Decimal("4.2")}


@pytest.fixture
def ministry(filled, tmp_path: Path) -> MinistryResult:
    folder = tmp_path / "in"
    folder.mkdir()
    for code, percent in ACHIEVED.items():
        info = {"report_date_2": "20/01/2024" if code == "U-1" else "10/01/2024", "parent": f"over {code[0]}"}
        filled({"1.4.1": percent}, code=code, name=f"{code}.xlsx", info=info).rename(folder / f"{code}.xlsx")
    return read_offices(find_workbooks([folder]), Task(Quarter.Q2, load_plan()))


def test_every_level_sums_up_all_below_it_and_not_itself(ministry: MinistryResult) -> None:
    found = levels(recognise_offices(ministry, REGISTER))
    assert [(each.code, each.depth, each.offices, each.reported, each.late, each.missing) for each in found] == [
        ("M", 0, 4, 3, 1, 1),
        ("D", 1, 3, 2, 1, 1),
        ("Z-1", 2, 1, 1, 1, 0),
    ]
    assert [each.total for each in found] == [
        MARKS[96] + MARKS[80] + MARKS[70],
        MARKS[80] + MARKS[70],
        MARKS[70],
    ]
    # 6 + 5.40 + 4.20 of four offices that should have reported
    assert found[0].mean == Decimal("3.90")


def test_where_nobody_reported_the_mean_is_nought(ministry: MinistryResult) -> None:
    other = Register((Registered("M", "মন্ত্রণালয়"), Registered("X", "দপ্তর", parent="M")))
    (found,) = levels(recognise_offices(ministry, other))
    assert (found.offices, found.reported, found.mean) == (1, 0, 0)


def test_without_a_register_the_parents_are_those_that_offices_name(ministry: MinistryResult) -> None:
    assert [(each.name, each.offices, each.total) for each in levels(ministry)] == [
        ("over D", 1, MARKS[96]),
        ("over U", 1, MARKS[70]),
        ("over Z", 1, MARKS[80]),
    ]


def test_the_sheet_is_an_outline_with_the_office_above_those_below_it(ministry: MinistryResult, tmp_path: Path) -> None:
    write_summary(recognise_offices(ministry, REGISTER), tmp_path / "summary.xlsx")
    assert OpenXmlValidator().validate(str(tmp_path / "summary.xlsx")).errors == []
    values = openpyxl.load_workbook(tmp_path / "summary.xlsx", data_only=True)[bangla.LEVELS_SHEET]
    sheet = openpyxl.load_workbook(tmp_path / "summary.xlsx")[bangla.LEVELS_SHEET]
    assert (sheet["G5"].value, sheet["I5"].value) == ("=D5-E5", "=H5/D5")
    rows = [[cell.value for cell in row] for row in values.iter_rows(min_row=5)]
    assert [(row[0], row[3], row[4], row[6], row[8]) for row in rows] == [
        ("মন্ত্রণালয়", 4, 3, 1, 3.9),
        ("অধিদপ্তর", 3, 2, 1, 3.2),
        ("জেলা ১", 1, 1, 0, 4.2),
    ]
    assert [sheet.row_dimensions[number].outline_level for number in (5, 6, 7)] == [0, 1, 2]
    assert sheet.sheet_properties.outlinePr.summaryBelow is False
