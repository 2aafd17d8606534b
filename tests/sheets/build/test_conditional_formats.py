"""The colours of a form, condition by condition, as LibreOffice judges them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formula.translate import Translator
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from tests.libreoffice import recalculate
from xl_apa.core.cells import CellValue
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Unit
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.formulas.issues import Issue
from xl_apa.sheets.layout import Column, Working, quarter_sheet
from xl_apa.xlsx.addresses import cell_name

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

Q2, Q4 = quarter_sheet(Quarter.Q2), quarter_sheet(Quarter.Q4)
GREEN, LIGHT_GREEN, YELLOW_GREEN, YELLOW, ORANGE = "A9D8B8", "C9E7C1", "E6F0B8", "FFE9A8", "FCD5A4"
BELOW, RED, BLUE, GREY, OVERDUE, RED_TEXT = "F9CDB0", "F6C4C0", "CFE3F7", "E3E3E3", "FFB870", "C00000"

QUESTION, AMBER, QUESTION_TEXT, AMBER_TEXT, GREY_TEXT = "E2DDF0", "FFE9A8", "5B4E9E", "8A5A00", "595959"
SHOWN = (Column.TIER, Column.MARKS, Column.MESSAGE, Column.LAST, Column.REVIEW)

CODES = [indicator.code for indicator in load_plan().indicators]


def row_of(code: str) -> int:
    return where.FIRST_ROW + CODES.index(code)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "office.xlsx"
    build_template(load_plan(), path, layout=Layout.MARKS)
    return path


def conditions(sheet: Worksheet) -> list[tuple[int, str, str, str]]:
    """Every condition of a sheet: priority, cells, formula, and the colour it gives (of the text when no ground)."""
    found = []
    for place, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            ground, letters = rule.dxf.fill, rule.dxf.font
            colour = ground.bgColor.rgb if ground and ground.bgColor else letters.color.rgb
            found.append((rule.priority, str(place.sqref), rule.formula[0], colour[2:]))
    return sorted(found)


def colours(template: Path, cells: Mapping[tuple[int, int], CellValue], name: str = Q2) -> dict[str, str]:
    """The colour that each cell of a form gets, when the given cells hold the given values."""
    book = openpyxl.load_workbook(template)
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    for row in range(where.FIRST_ROW, where.FIRST_ROW + len(CODES)):
        for column in (*SHOWN, Working.STATUS, Working.SEVERITY, Working.ISSUE, Working.SURE):
            sheet.cell(row + 1, column + 1).value = cells.get((row, column))
        sheet.cell(row + 1, Column.ACHIEVED + 1).value = cells.get((row, Column.ACHIEVED))
    probes: list[tuple[str, str]] = []
    for _, places, formula, colour in conditions(sheet):
        first = places.split()[0].split(":")[0]
        for place in places.split():
            left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(place))
            for row, column in ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)):
                cell = cell_name(row - 1, column - 1)
                # A condition moves with its cell, so its formula is moved the way Excel moves it.
                moved = Translator(f"={formula}", first).translate_formula(cell)
                sheet.cell(100 + len(probes), 1).value = moved
                probes.append((cell, colour))
    path = template.with_name("probed.xlsx")
    book.save(path)
    (saved,) = recalculate(template.parent / "home", path)
    rows = CalamineWorkbook.from_path(saved).get_sheet_by_name(name).to_python(skip_empty_area=False)
    found: dict[str, str] = {}
    for (cell, colour), row in zip(probes, rows[99:]):
        if row[0] is True:
            found.setdefault(cell, colour)
    return found


def reported(row: int, percent: float) -> dict[tuple[int, int], CellValue]:
    return {
        (row, Column.ACHIEVED): 1,
        (row, Working.STATUS): "reported",
        (row, Column.TIER): percent,
        (row, Column.MARKS): percent / 10,
    }


@pytest.mark.office
def test_tiers_have_their_colours(template: Path) -> None:
    percents = [100, 95.5, 90, 80, 70, 60, 30, 0]
    cells: dict[tuple[int, int], CellValue] = {}
    for row, percent in enumerate(percents, start=where.FIRST_ROW):
        cells |= reported(row, percent)
    still = where.FIRST_ROW + len(percents)
    cells |= {(still, Column.TIER): 0, (still, Working.STATUS): "ongoing"}
    found = colours(template, cells)
    expected = [GREEN, LIGHT_GREEN, LIGHT_GREEN, YELLOW_GREEN, YELLOW, ORANGE, BELOW, RED]
    for column in (Column.TIER, Column.MARKS):
        assert [found.get(cell_name(row, column)) for row in range(where.FIRST_ROW, still)] == expected
    assert cell_name(still, Column.TIER) not in found
    assert cell_name(still + 1, Column.TIER) not in found


@pytest.mark.office
def test_marks_that_an_office_gives_itself_are_coloured_where_they_are_not_the_computed_ones(tmp_path: Path) -> None:
    build_template(load_plan(), tmp_path / "office.xlsx", layout=Layout.MARKS)
    rows = range(where.FIRST_ROW, where.FIRST_ROW + 4)
    cells: dict[tuple[int, int], CellValue] = {(row, Column.MARKS): 1 for row in rows[:3]}
    cells |= {
        (rows[0], Column.LAST): 15,
        (rows[1], Column.LAST): 1,
        (rows[2], Column.LAST): "",
        (rows[3], Column.LAST): 0.5,
    }
    found = colours(tmp_path / "office.xlsx", cells)
    assert [found.get(cell_name(row, Column.LAST)) for row in rows] == [RED, None, None, AMBER]


@pytest.mark.office
def test_the_cell_that_is_wrong_is_red_and_no_other_of_its_row(tmp_path: Path) -> None:
    """A right achievement beside marks that are above the weight, or beside targets that cannot be used."""
    build_template(load_plan(), tmp_path / "office.xlsx", layout=Layout.MARKS)
    claim, targets, value, told = rows = range(where.FIRST_ROW, where.FIRST_ROW + 4)
    cells: dict[tuple[int, int], CellValue] = {(row, Working.STATUS): "reported" for row in rows}
    cells |= {(row, Column.ACHIEVED): 100 for row in rows}
    cells |= {(claim, Working.ISSUE): Issue.CLAIM_ABOVE_WEIGHT.number, (claim, Column.LAST): 15}
    cells |= {(targets, Working.ISSUE): Issue.TARGETS_FAULTY.number}
    cells |= {(value, Working.ISSUE): Issue.COUNT_NEGATIVE.number}
    cells |= {(told, Working.SEVERITY): where.ERROR_ELSEWHERE, (told, Column.REVIEW): "বার্তা"}
    found = colours(tmp_path / "office.xlsx", cells)
    red = {cell for cell, colour in found.items() if colour == RED}
    wrong = [(claim, Column.LAST), *((targets, column) for column in where.TARGET_COLUMNS), (value, Column.ACHIEVED)]
    assert red == {cell_name(*place) for place in wrong}
    assert found[cell_name(told, Column.REVIEW)] == RED_TEXT


@pytest.mark.office
def test_what_only_the_program_finds_is_red_in_the_form(template: Path) -> None:
    severities = ["error", "warning", None]
    rows = range(where.FIRST_ROW, where.FIRST_ROW + 3)
    cells: dict[tuple[int, int], CellValue] = {
        (row, Working.SEVERITY): severity for row, severity in zip(rows, severities)
    }
    cells |= {(row, Working.STATUS): "reported" for row in rows}
    found = colours(template, cells)
    assert [found.get(cell_name(row, Column.ACHIEVED)) for row in rows] == [RED, None, None]


@pytest.mark.office
def test_an_achievement_shows_what_became_of_it(template: Path) -> None:
    statuses = {"1.2.1": "unreadable", "1.4.1": "ongoing", "1.5.1": "none", "2.1.1": "none", "2.1.2": "reported"}
    cells: dict[tuple[int, int], CellValue] = {
        (row_of(code), Working.STATUS): status for code, status in statuses.items()
    }
    cells |= {(row_of(code), Column.ACHIEVED): "-" for code in ("1.2.1", "1.4.1", "1.5.1", "2.1.2")}
    cells[row_of("1.2.1"), Working.SURE] = 1
    cells[row_of("2.2.1"), Working.STATUS] = "unreadable"
    found = colours(template, cells)
    shown = {code: found.get(cell_name(row_of(code), Column.ACHIEVED)) for code in statuses}
    assert shown == {"1.2.1": RED, "1.4.1": BLUE, "1.5.1": GREY, "2.1.1": None, "2.1.2": None}
    # Whether this is a value, only the program can say.
    assert found.get(cell_name(row_of("2.2.1"), Column.ACHIEVED)) == QUESTION


@pytest.mark.office
def test_a_message_has_the_colour_of_how_much_it_matters_whoever_says_it(template: Path) -> None:
    issues = [Issue.DATE_AFTER_QUARTER, Issue.NUMBER_UNCLEAR, Issue.PERCENT_IS_ONE, Issue.PERCENT_WAS_FRACTION]
    rows = range(where.FIRST_ROW, where.FIRST_ROW + len(issues) + 3)
    cells: dict[tuple[int, int], CellValue] = {(row, Working.STATUS): "reported" for row in rows}
    for row, issue in zip(rows, issues):
        cells |= {(row, Working.ISSUE): issue.number, (row, Column.MESSAGE): issue.sentence}
    asked, other, fine = rows[-3:]
    # In the macro edition Python may say what the formulas only ask, or find what they do not.
    cells |= {(asked, Working.ISSUE): Issue.NUMBER_UNCLEAR.number, (asked, Column.MESSAGE): "ভুল"}
    cells |= {(other, Working.ISSUE): 0, (other, Column.MESSAGE): "ভুল", (fine, Working.ISSUE): 0}
    for row, severity in zip(rows, Severity):
        cells |= {(row, Working.SEVERITY): severity.value, (row, Column.REVIEW): "বার্তা"}
    found = colours(template, cells)
    shown = [found.get(cell_name(row, Column.MESSAGE)) for row in rows]
    assert shown == [RED_TEXT, QUESTION_TEXT, AMBER_TEXT, GREY_TEXT, RED_TEXT, RED_TEXT, None]
    reviewed = [found.get(cell_name(row, Column.REVIEW)) for row in rows[:4]]
    assert reviewed == [RED_TEXT, AMBER_TEXT, GREY_TEXT, None]
    assert found.get(cell_name(rows[0], Column.ACHIEVED)) == RED
    assert cell_name(rows[3], Column.ACHIEVED) not in found


@pytest.mark.office
def test_a_day_that_passed_without_a_report_is_overdue_once_the_form_is_begun(template: Path) -> None:
    days = [indicator.code for indicator in load_plan().indicators if indicator.unit is Unit.DATE]
    nothing: dict[tuple[int, int], CellValue] = {(row_of(code), Working.STATUS): "none" for code in CODES}
    ongoing = {(row_of("1.1.1"), Working.STATUS): "ongoing", (row_of("1.1.1"), Column.ACHIEVED): "চলমান"}
    assert colours(template, nothing, Q4) == {}
    found = colours(template, nothing | reported(row_of("1.4.1"), 100) | ongoing, Q4)
    assert {code: found.get(cell_name(row_of(code), Column.ACHIEVED)) for code in days} == dict.fromkeys(days, OVERDUE)
    assert cell_name(row_of("1.2.1"), Column.ACHIEVED) not in found
    early = colours(template, nothing | reported(row_of("1.4.1"), 100), Q2)
    assert OVERDUE not in early.values()


@pytest.mark.office
def test_a_day_in_time_is_not_overdue(template: Path) -> None:
    cells = {(row_of(code), Working.STATUS): "none" for code in CODES} | reported(row_of("1.1.1"), 100)
    cells[row_of("1.1.1"), Column.ACHIEVED] = date(2024, 5, 16)
    cells[row_of("1.5.2"), Working.STATUS] = "unreadable"
    cells[row_of("1.5.2"), Working.SURE] = 1
    found = colours(template, cells, Q4)
    assert cell_name(row_of("1.1.1"), Column.ACHIEVED) not in found
    assert found[cell_name(row_of("1.5.2"), Column.ACHIEVED)] == RED


def test_conditions_use_only_what_excel_2010_knows(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    used: set[str] = set()
    for quarter in Quarter:
        sheet = book[quarter_sheet(quarter)]
        assert isinstance(sheet, Worksheet)
        used |= {name for _, _, formula, _ in conditions(sheet) for name in re.findall(r"([A-Z.]+)\(", formula)}
        assert not any("!" in formula for _, _, formula, _ in conditions(sheet))
    usual = {"AND", "OR", "ISNUMBER", "LEN", "COUNT", "MAX", "DATE", "COUNTIF", "ROWS", "N", "EXACT", "INDEX"}
    assert used == usual


def test_conditions_for_the_same_cells_stand_together(template: Path) -> None:
    """LibreOffice keeps their order only then."""
    sheet = openpyxl.load_workbook(template)[Q4]
    assert isinstance(sheet, Worksheet)
    places = [set(places.split()) for places in dict.fromkeys(places for _, places, _, _ in conditions(sheet))]
    assert len(set().union(*places)) == sum(map(len, places)) == 11
