"""The dashboard: its numbers are those of core, calculated by LibreOffice and stored for viewers that do not calculate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.sheets.recalculated import recalculate
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Activity, Area, Indicator, Layout, Plan, Rule, Status, Tier, Unit
from xl_apa.plans import load_plan
from xl_apa.samples import build_sample, load_sample
from xl_apa.sheets import layout as where
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column, DashboardColumn, DashboardWorking, quarter_sheet
from xl_apa.xlsx.addresses import cell_name

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

SAMPLES = ["sid_2023-24", "labour_2023-24"]
TOTAL, COUNTS, DEADLINES = where.dashboard_rows(2)
CODES = [indicator.code for indicator in load_plan().indicators]

EXCEL_2010 = {
    *("ABS", "AND", "CHAR", "CHOOSE", "CODE", "COUNT", "COUNTA", "COUNTIF", "DATE", "DATEVALUE", "DAY", "EXACT"),
    *("FIND", "FLOOR", "IF", "IFERROR", "INDEX", "INT", "ISERROR", "ISNUMBER", "ISTEXT", "LEFT", "LEN", "LOOKUP"),
    *("LOWER", "MATCH", "MAX", "MID", "MIN", "MOD", "MONTH", "N", "NOT", "OR", "REPLACE", "REPT", "RIGHT", "ROUND"),
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


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Path]:
    """Builds a workbook with achievements, by quarter and indicator."""

    def build(achieved: Mapping[tuple[Quarter, str], CellValue] | None = None, plan: Plan | None = None) -> Path:
        path = tmp_path / "office.xlsx"
        typed = {
            (quarter_sheet(quarter), cell_name(where.FIRST_ROW + CODES.index(code), Column.ACHIEVED)): value
            for (quarter, code), value in (achieved or {}).items()
        }
        build_template(plan or load_plan(), path, typed=typed)
        return path

    return build


def both(path: Path) -> Iterator[Grid]:
    """The dashboard as it is stored, and as LibreOffice calculates it."""
    yield board(path)
    (saved,) = recalculate(path.parent / "home", path)
    yield board(saved)


# ---- the numbers ----------------------------------------------------------------------------------------------------


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
def test_the_last_quarter_in_which_something_was_typed_is_shown(built: Callable[..., Path]) -> None:
    achieved: dict[tuple[Quarter, str], CellValue] = {
        (Quarter.Q1, "1.4.1"): 70,
        (Quarter.Q3, "1.4.1"): 96,
        (Quarter.Q3, "1.1.1"): "চলমান",
        (Quarter.Q3, "1.2.1"): "গত মাসে একটি সভা অনুষ্ঠিত হয়েছে",
        (Quarter.Q3, "2.2.3"): date(2024, 2, 20),
    }
    for grid in both(built(achieved)):
        assert grid[0][DashboardWorking.LABEL] == 3
        assert counts(grid) == {Status.REPORTED: 2, Status.ONGOING: 1, Status.NONE: 7, Status.UNREADABLE: 1}
        assert marks(grid, where.DASHBOARD_FIRST_ROW)[1] == 6
        lost = marks(grid, where.DASHBOARD_FIRST_ROW + 1)[3]
        assert lost > 0
        assert deadlines(grid)[:2] == [
            (date(2024, 4, 8), "[১.৫.২]"),
            (date(2024, 4, 15), where.due_label(Quarter.Q3)),
        ]
        assert "[২.২.৩]" not in {what for _, what in deadlines(grid)}


@pytest.mark.office
def test_a_reported_day_is_due_no_more_and_the_next_tier_takes_its_place(built: Callable[..., Path]) -> None:
    achieved: dict[tuple[Quarter, str], CellValue] = {(Quarter.Q2, "2.2.2"): date(2023, 12, 20)}
    for grid in both(built(achieved)):
        assert deadlines(grid)[:2] == [(date(2024, 1, 15), where.due_label(Quarter.Q2)), (date(2024, 2, 28), "[২.২.৩]")]
        assert grid[DEADLINES[1]][DashboardColumn.WEIGHT] == 100
        assert grid[DEADLINES[0]][DashboardColumn.WEIGHT] == ""


@pytest.mark.office
def test_a_day_reported_in_an_earlier_quarter_is_due_no_more_though_it_is_not_repeated(
    built: Callable[..., Path],
) -> None:
    achieved: dict[tuple[Quarter, str], CellValue] = {
        (Quarter.Q1, "2.2.2"): date(2023, 9, 20),
        (Quarter.Q2, "1.4.1"): 96,
    }
    for grid in both(built(achieved)):
        assert "[২.২.২]" not in {what for _, what in deadlines(grid)}
        assert "[২.২.৩]" in {what for _, what in deadlines(grid)}


@pytest.mark.office
def test_at_the_end_of_the_year_only_the_yearly_report_is_due(built: Callable[..., Path]) -> None:
    for grid in both(built({(Quarter.Q4, "1.4.1"): "৯৬%"})):
        assert deadlines(grid) == [(date(2024, 7, 15), where.due_label(Quarter.Q4))]
        total = marks(grid, TOTAL)
        assert total[0] == sum(total[1:])


@pytest.mark.office
def test_equal_days_are_all_listed(tmp_path: Path) -> None:
    day = date(2023, 12, 31)
    indicators = tuple(
        Indicator(f"1.1.{n}", f"সূচক {n}", Unit.DATE, Decimal(2), (day, day, None, None, None)) for n in (1, 2, 3)
    )
    area = Area(1, "ক্ষেত্র", Decimal(6), (Activity("1.1", "কার্যক্রম", indicators),))
    plan = replace(load_plan(), name="equal", areas=(area,))
    path = tmp_path / "equal.xlsx"
    build_template(plan, path)
    rows = where.dashboard_rows(1)[2]
    for grid in both(path):
        assert deadlines(grid, rows)[1:4] == [(day, "[১.১.১]"), (day, "[১.১.২]"), (day, "[১.১.৩]")]
        assert grid[rows[1]][DashboardColumn.WEIGHT] == 100


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


# ---- how it is made -------------------------------------------------------------------------------------------------


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


def test_every_word_is_written_in_the_font_of_the_form(built: Callable[..., Path]) -> None:
    sheet = openpyxl.load_workbook(built())[where.DASHBOARD_SHEET]
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"Nikosh"}


@pytest.mark.parametrize("layout", Layout)
def test_formulas_use_only_functions_of_excel_2010_that_wait_for_a_change(tmp_path: Path, layout: Layout) -> None:
    path = tmp_path / "office.xlsx"
    build_template(load_plan(), path, layout=layout)
    with ZipFile(path) as parts:
        texts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    formulas = [found for text in texts for found in re.findall(r"<(?:f|formula|formula1)>([^<]*)<", text)]
    assert len(formulas) > 200
    bare = [re.sub(r'"[^"]*"|&quot;.*?&quot;', "", formula) for formula in formulas]
    used = {name for formula in bare for name in re.findall(r"([A-Z_][A-Z0-9_.]*)\(", formula)}
    assert used - EXCEL_2010 == set()
    assert max(map(len, formulas)) < 8192


@pytest.mark.parametrize("name", [*SAMPLES, "labour_as_typed"])
def test_a_validator_of_the_file_format_finds_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sample.xlsx"
    build_sample(load_sample(name), path)
    assert OpenXmlValidator().validate(str(path)).errors == []
