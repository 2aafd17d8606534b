"""The dashboard: its numbers are those of core, calculated by LibreOffice and stored for viewers that do not calculate."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from tests.sheets.build.dashboards import COUNTS, DEADLINES, EXCEL_2010, SAMPLES, TOTAL, both, counts, deadlines, marks
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Activity, Area, Indicator, Layout, Plan, Rule, Status, Tier, Unit
from xl_apa.plans import load_plan
from xl_apa.samples import build_sample, load_sample
from xl_apa.sheets import layout as where
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import DashboardColumn, DashboardWorking, quarter_sheet
from xl_apa.xlsx.addresses import column_letters

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.mark.office
@pytest.mark.parametrize("name", SAMPLES)
def test_a_real_report_stands_on_the_dashboard_as_core_assesses_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.xlsx"
    build_sample(load_sample(name), path)
    assessed = assess_file(path)
    statuses = [result.status for result in assessed.results]
    for grid in both(path):
        for row, area in enumerate(assessed.plan.areas, start=where.DASHBOARD_FIRST_ROW):
            codes = {indicator.code for indicator in area.indicators}
            results = [result for result in assessed.results if result.indicator.code in codes]
            earned = sum(result.marks for result in results)
            possible = sum(result.attainable for result in results)
            assert marks(grid, row) == [area.weight, earned, possible - earned, area.weight - possible]
            assert grid[row][DashboardColumn.PERCENT] == pytest.approx(float(earned / area.weight * 100))
        assert marks(grid, TOTAL)[:2] == [50, assessed.total]
        assert counts(grid) == {status: statuses.count(status) for status in Status}
        assert grid[0][DashboardWorking.LABEL] == assessed.quarter
        assert quarter_sheet(assessed.quarter) in str(grid[where.DASHBOARD_TITLE_ROWS[2]][0])


@pytest.mark.office
def test_a_blank_form_has_everything_before_it(built: Callable[..., Path]) -> None:
    for grid in both(built()):
        assert [marks(grid, row) for row in (*range(where.DASHBOARD_FIRST_ROW, TOTAL), TOTAL)] == [
            [33, 0, 33, 0],
            [17, 0, 17, 0],
            [50, 0, 50, 0],
        ]
        assert counts(grid) == {Status.REPORTED: 0, Status.ONGOING: 0, Status.NONE: 11, Status.UNREADABLE: 0}
        assert grid[where.DASHBOARD_TITLE_ROWS[2]][0] == "১ম ত্রৈমাসিক শেষে (৩০ সেপ্টেম্বর ২০২৩)"
        assert grid[where.DASHBOARD_TITLE_ROWS[3]][0] == where.rule_line(Rule.TIER)
        assert deadlines(grid) == [
            (date(2023, 10, 15), where.due_label(Quarter.Q1)),
            (date(2024, 1, 15), where.due_label(Quarter.Q2)),
            (date(2024, 1, 31), "[২.২.২]"),
            (date(2024, 2, 28), "[২.২.৩]"),
            (date(2024, 3, 25), "[১.৫.২]"),
            (date(2024, 4, 15), where.due_label(Quarter.Q3)),
        ]


@pytest.mark.office
@pytest.mark.parametrize("count", [1, 30])
def test_any_plan_has_its_dashboard(tmp_path: Path, count: int) -> None:
    indicators = tuple(
        Indicator(f"1.1.{n}", f"সূচক {n}", Unit.NUMBER, Decimal("2.5"), (Decimal(4), None)) for n in range(1, count + 1)
    )
    area = Area(1, "ক্ষেত্র", Decimal("2.5") * count, (Activity("1.1", "কার্যক্রম", indicators),))
    empty = Area(2, "শূন্য ক্ষেত্র", Decimal(0), ())
    plan = Plan("made-up", "পরিকল্পনা", FiscalYear(2024), Rule.TIER, (Tier(100, "ক"), Tier(90, "খ")), (area, empty))
    path = tmp_path / "plan.xlsx"
    build_template(plan, path)
    assert OpenXmlValidator().validate(str(path)).errors == []
    for grid in both(path):
        assert marks(grid, where.DASHBOARD_FIRST_ROW) == [area.weight, 0, area.weight, 0]
        assert len(deadlines(grid, where.dashboard_rows(1)[2])) == 4


@pytest.mark.office
def test_nothing_on_any_sheet_is_calculated_into_an_error(tmp_path: Path) -> None:
    path = tmp_path / "typed.xlsx"
    build_sample(load_sample("labour_as_typed"), path)
    stored, calculated = both(path)
    for row, expected in zip(calculated, stored, strict=True):
        for cell, value in zip(row, expected, strict=True):
            assert cell == (pytest.approx(value) if isinstance(value, float) else value)
    assert not any(str(cell).startswith("#") for row in calculated for cell in row)


def test_the_dashboard_stands_after_the_info_sheet_and_prints_on_one_page(built: Callable[..., Path]) -> None:
    book = openpyxl.load_workbook(built())
    assert book.sheetnames[:2] == [where.INFO_SHEET, where.DASHBOARD_SHEET]
    sheet = book[where.DASHBOARD_SHEET]
    assert (
        sheet.print_area == f"'{where.DASHBOARD_SHEET}'!$A$1:${chr(65 + DashboardColumn.PERCENT)}${DEADLINES[-1] + 1}"
    )
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
    assert sheet.column_dimensions["I"].hidden
    assert len(sheet._charts) == 1


def test_the_whole_of_it_stands_on_a_screen_of_1366_by_768(built: Callable[..., Path]) -> None:
    sheet = openpyxl.load_workbook(built())[where.DASHBOARD_SHEET]
    zoom = sheet.sheet_view.zoomScale / 100
    last = DEADLINES[-1] + 1
    # 555 dots high and 1,275 wide is what LibreOffice leaves for cells; Excel leaves more.
    high = sum(sheet.row_dimensions[row].height or 15 for row in range(1, last + 1)) * 4 / 3 * zoom
    assert high <= 555
    columns = [sheet.column_dimensions[column_letters(column)].width for column in where.DASHBOARD_COLUMNS]
    assert sum(columns) * 9.2 * zoom <= 1275
    anchor = sheet._charts[0].anchor
    chart = anchor._from.row, anchor.to.row
    assert chart[0] == COUNTS[0] - 1
    assert chart[1] < last, "with its legend at the bottom"


def test_every_word_is_written_in_the_font_of_the_form(built: Callable[..., Path]) -> None:
    sheet = openpyxl.load_workbook(built())[where.DASHBOARD_SHEET]
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"Nikosh"}


@pytest.mark.parametrize("layout", Layout)
def test_formulas_use_functions_of_excel_2010_and_but_for_cell_none_that_changes_by_itself(
    tmp_path: Path, layout: Layout
) -> None:
    path = tmp_path / "office.xlsx"
    build_template(load_plan(), path, layout=layout)
    with ZipFile(path) as parts:
        texts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    formulas = [found for text in texts for found in re.findall(r"<(?:f|formula|formula1)>([^<]*)<", text)]
    assert len(formulas) > 200
    bare = [re.sub(r'"[^"]*"|&quot;.*?&quot;', "", formula) for formula in formulas]
    used = {name for formula in bare for name in re.findall(r"([A-Z_][A-Z0-9_.]*)\(", formula)}
    # How a number is shown is asked once for each cell that is typed in, and nothing else about a cell.
    asking = [formula for formula in formulas if "CELL(" in formula]
    assert len(asking) == 2 * len(Quarter) * len(load_plan().indicators)
    assert all(formula.count("CELL(") == formula.count('CELL("format",') == 1 for formula in asking)
    assert used - EXCEL_2010 - {"CELL"} == set()
    assert max(map(len, formulas)) < 8192


@pytest.mark.parametrize("name", [*SAMPLES, "labour_as_typed"])
def test_a_validator_of_the_file_format_finds_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sample.xlsx"
    build_sample(load_sample(name), path)
    assert OpenXmlValidator().validate(str(path)).errors == []
