"""The macro edition of the office workbook: the native form, with Python in front and the native formulas behind."""

from __future__ import annotations

import inspect
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_from_string, range_boundaries
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from tests.core.builders import make_indicator, make_plan
from tests.libreoffice import Opened, open_with_macros
from xl_apa.addin import vba_project as vba_project_module
from xl_apa.addin.build import build_macro_template
from xl_apa.addin.ribbon import CALCULATE
from xl_apa.addin.vba_project import Module, vba_project
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages.excel.live import LIVE
from xl_apa.core.model import Layout, Method, Plan, Unit
from xl_apa.excel import udfs
from xl_apa.plans import load_plan
from xl_apa.samples import load_sample, typed_cells
from xl_apa.sheets import layout as where
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.build.typed_cells import Typed
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.formulas.functions import PROBE
from xl_apa.sheets.layout import Column, Working
from xl_apa.xlsx.addresses import cell_name, column_letters

QUARTERS = [where.quarter_sheet(quarter) for quarter in Quarter]
FUNCTION_COLUMNS = {Column.TIER: "apa_tier", Column.MARKS: "apa_marks", Column.MESSAGE: "apa_check"}
SENTENCE = "কর্মশালা আয়োজন করা হয়েছে"
SAMPLES = ("sid_2023-24", "labour_2023-24", "labour_as_typed")


def typed_in(name: str, plan: Plan | None = None) -> Typed:
    return typed_cells(load_sample(name), plan or load_plan())


def both(folder: Path, layout: Layout = Layout.MARKS, typed: Typed | None = None) -> tuple[Path, Path]:
    """The native and the macro edition of the same workbook."""
    native, macro = folder / "native.xlsx", folder / "macro.xlsm"
    build_template(load_plan(), native, layout=layout, typed=typed or {})
    build_macro_template(load_plan(), macro, layout=layout, typed=typed or {})
    return native, macro


def opened(path: Path, values: bool = False) -> Book:
    return load_workbook(path, data_only=values)


def cells(sheet: Worksheet) -> Iterator[tuple[str, object]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                yield cell.coordinate, cell.value


def is_function_cell(sheet: str, cell: str) -> bool:
    letters, row = coordinate_from_string(cell)
    rows = range(where.FIRST_ROW + 1, where.FIRST_ROW + 1 + len(load_plan().indicators))
    return sheet in QUARTERS and row in rows and letters in {column_letters(each) for each in FUNCTION_COLUMNS}


# ---- the same form --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", Layout)
def test_names_rules_and_protection_are_those_of_the_native_edition(tmp_path: Path, layout: Layout) -> None:
    native, macro = map(opened, both(tmp_path, layout))

    def names(book: Book) -> dict[str, str]:
        return {name: each.value for name, each in book.defined_names.items()}

    def rules(sheet: Worksheet) -> list[tuple[object, ...]]:
        return [
            (str(each.sqref), each.type, each.formula1, each.promptTitle, each.prompt, each.errorTitle, each.error)
            for each in sheet.data_validations.dataValidation
        ]

    assert names(macro) == names(native) != {}
    assert macro.sheetnames == [*native.sheetnames, "xl_apa.conf"]
    for sheet in native:
        same = macro[sheet.title]
        assert rules(same) == rules(sheet)
        assert same.protection.sheet == sheet.protection.sheet
        assert (same.print_area, same.print_title_rows) == (sheet.print_area, sheet.print_title_rows)
        assert same.merged_cells.ranges == sheet.merged_cells.ranges
        assert same.sheet_state == sheet.sheet_state
        assert {k: (v.width, v.hidden) for k, v in same.column_dimensions.items()} == {
            k: (v.width, v.hidden) for k, v in sheet.column_dimensions.items()
        }
    assert all(rules(native[name]) for name in QUARTERS)
    assert macro["xl_apa.conf"].sheet_state == "veryHidden"


@pytest.mark.parametrize("name", [None, *SAMPLES])
def test_every_other_cell_and_every_result_is_that_of_the_native_edition(tmp_path: Path, name: str | None) -> None:
    layout = load_sample(name).layout if name else Layout.REMARKS
    paths = both(tmp_path, layout, typed_in(name) if name else None)
    for values in (False, True):
        native, macro = (opened(path, values) for path in paths)
        for sheet in native:
            before, after = dict(cells(sheet)), dict(cells(macro[sheet.title]))
            changed = {cell for cell in before.keys() | after.keys() if before.get(cell) != after.get(cell)}
            if sheet.title == where.DATA_SHEET:
                assert changed == {"B5", "C5"}
                assert after["B5"] == "macro"
            elif values:
                assert changed == set()
            else:
                assert all(is_function_cell(sheet.title, cell) for cell in changed)
                assert len(changed) == (3 * len(load_plan().indicators) if sheet.title in QUARTERS else 0)


def test_the_native_formula_stands_behind_every_function(tmp_path: Path) -> None:
    native, macro = map(opened, both(tmp_path))
    for name in QUARTERS:
        for row in range(where.FIRST_ROW, where.FIRST_ROW + len(load_plan().indicators)):
            for column, function in FUNCTION_COLUMNS.items():
                cell = cell_name(row, column)
                behind, formula = native[name][cell].value[1:], macro[name][cell].value
                assert formula.startswith("=IFERROR(") and formula.endswith(f",{behind})")
                assert f"IF({where.PYTHON_CELL}," in formula and f"{function}(" in formula
                assert "_xl" not in formula.replace("xl_apa", "") and len(formula) < 8192
    assert macro[where.DATA_SHEET]["C5"].value == PROBE


def test_python_is_asked_for_once_in_a_cell_that_says_no_until_it_answers(tmp_path: Path) -> None:
    _, macro = both(tmp_path)
    assert opened(macro, values=True)[where.DATA_SHEET]["C5"].value is False
    sheet, _, cell = where.PYTHON_CELL.partition("!")
    assert (sheet, cell.replace("$", "")) == (
        where.DATA_SHEET,
        cell_name(where.PYTHON_ROW, where.PYTHON_COLUMN),
    )
    assert udfs.apa_number(1) == 1


def test_a_plan_with_other_tiers_tells_the_functions_its_percents(tmp_path: Path) -> None:
    plan = load_plan("example-2024-25")
    build_macro_template(plan, tmp_path / "form.xlsm")
    sheet = opened(tmp_path / "form.xlsm")[QUARTERS[0]]
    head = [sheet.cell(6, column).value for column in range(8, 8 + len(plan.tiers))]
    assert head == list(plan.percents)
    asked = [str(value) for _, value in cells(sheet) if "apa_tier(" in str(value) or "apa_marks(" in str(value)]
    assert len(asked) == 2 * len(plan.indicators)
    assert all(f",H$6:{column_letters(6 + len(plan.tiers))}$6)" in formula for formula in asked)


def test_a_row_of_which_the_plan_says_other_decimals_keeps_the_native_formulas(tmp_path: Path) -> None:
    # The functions would mark 2.5 beside whole targets of taka, of which the plan says that none is broken.
    plan = make_plan(
        replace(make_indicator("1.1.1"), unit_name="টাকা", decimals=0),
        replace(make_indicator("1.1.2"), decimals=2),
        replace(make_indicator("1.1.3"), decimals=0),
    )
    build_macro_template(plan, tmp_path / "form.xlsm")
    for name in QUARTERS:
        sheet = opened(tmp_path / "form.xlsm")[name]
        for row, told in enumerate([False, False, True], start=where.FIRST_ROW):
            for column, function in FUNCTION_COLUMNS.items():
                assert (f"{function}(" in sheet[cell_name(row, column)].value) is told


# ---- what the functions are asked -----------------------------------------------------------------------------------


def arguments(formula: str, function: str) -> list[str]:
    """The arguments of the first call of a function in a formula."""
    text, depth, found = formula.partition(f"{function}(")[2], 0, [""]
    for letter in text:
        if letter == ")" and depth == 0:
            return found
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    raise AssertionError(formula)


def argument(text: str, values: Worksheet) -> object:
    """What Excel would hand over: a cell, a range, a constant, or one of two cells."""
    choice = re.fullmatch(r'IF\((\w+)="accepted",(\w+),(\w+)\)', text)
    if choice:
        return values[choice[2] if values[choice[1]].value == "accepted" else choice[3]].value
    if text.startswith('"'):
        return text.strip('"')
    if not text:
        return None
    if text.isdigit():
        return int(text)
    if ":" in text:
        left, top, right, bottom = range_boundaries(text)
        return [values.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)]
    return values[text].value


def answered(formulas: Worksheet, values: Worksheet, row: int, column: Column) -> object:
    """What the real function gives for a row of the sheet."""
    name = FUNCTION_COLUMNS[column]
    function: Callable[..., object] = getattr(udfs, name)
    given = arguments(formulas[cell_name(row, column)].value, name)
    inspect.signature(function).bind(*given)
    return function(*(argument(text, values) for text in given))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_functions_give_the_marks_of_a_whole_report(tmp_path: Path, name: str) -> None:
    sample = load_sample(name)
    _, path = both(tmp_path, sample.layout, typed_in(name))
    assessed = assess_file(path, sample.quarter)
    formulas, values = (opened(path, only)[where.quarter_sheet(sample.quarter)] for only in (False, True))
    for row, result in enumerate(assessed.results, start=where.FIRST_ROW):
        tier, marks = (answered(formulas, values, row, column) for column in (Column.TIER, Column.MARKS))
        said = answered(formulas, values, row, Column.MESSAGE)
        if tier == "":  # then the native formula answers, which is proven elsewhere
            assert marks == ""
            continue
        assert (tier, marks) == (float(result.percent), float(result.marks)), result.indicator.code
        assert isinstance(said, str)


def test_an_accepted_value_is_what_the_functions_see(tmp_path: Path) -> None:
    typed: dict[tuple[str, str], CellValue] = {
        (QUARTERS[1], "M9"): "অনেকগুলো সেবা চালু হয়েছে",
        (QUARTERS[1], "R9"): 2,
        (QUARTERS[1], "M8"): date(2023, 12, 1),
    }
    _, path = both(tmp_path, typed=typed)
    formulas, values = (opened(path, only)[QUARTERS[1]] for only in (False, True))
    assert values[cell_name(8, Working.SOURCE)].value == "accepted"
    given = arguments(formulas["P9"].value, "apa_marks")
    assert argument(given[2], values) == 2
    assert answered(formulas, values, 8, Column.MARKS) == values["P9"].value
    assert argument(arguments(formulas["P8"].value, "apa_marks")[2], values) == values["M8"].value


def test_the_functions_see_the_quarters_before_where_they_count(tmp_path: Path) -> None:
    plan = make_plan(
        make_indicator("1.1.1", targets=(30, 20, 10, 5, None), weight=10, method=Method.SUM),
        make_indicator("1.1.2", Unit.PERCENT, (85, 80, 75, 70, 60), weight=6, method=Method.MEAN),
        make_indicator("1.1.3", targets=(30, 20, 10, 5, None), weight=4, method=Method.SUM),
        make_indicator("1.1.4"),
    )
    said = {"M8": ("১২ টি", 8, 10), "M9": (0.85, "৮৪%", "-"), "M10": (SENTENCE, 8, 9), "M11": (1, 2, 3)}
    typed = {(sheet, cell): each[at] for cell, each in said.items() for at, sheet in enumerate(QUARTERS[:3])}
    path = tmp_path / "form.xlsm"
    build_macro_template(plan, path, layout=Layout.MARKS, typed=typed)
    formulas, values = (opened(path, only)[QUARTERS[2]] for only in (False, True))
    results = assess_file(path, Quarter.Q3).results
    for row, result in enumerate(results, start=where.FIRST_ROW):
        wanted = "" if result.value is None else float(result.marks)
        assert answered(formulas, values, row, Column.MARKS) == wanted
        given = arguments(formulas[cell_name(row, Column.MARKS)].value, "apa_marks")
        assert len(given) == (8 if result.indicator.calculated_by.by_quarter else 5)
    assert SENTENCE in str(answered(formulas, values, where.FIRST_ROW + 2, Column.MESSAGE))
    first = opened(path)[QUARTERS[0]]
    assert len(arguments(first["P8"].value, "apa_marks")) == 5


# ---- read and filled as the native edition --------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_score_says_the_same_of_both_editions(tmp_path: Path, name: str) -> None:
    sample = load_sample(name)
    native, macro = (assess_file(path, sample.quarter) for path in both(tmp_path, sample.layout, typed_in(name)))
    assert macro == native


def test_calculate_leaves_macros_and_functions_in_place(tmp_path: Path) -> None:
    _, path = both(tmp_path, Layout.REMARKS, typed_in("sid_2023-24"))
    before = opened(path)[QUARTERS[1]]["P8"].value
    with zipfile.ZipFile(path) as book:
        project = book.read("xl/vbaProject.bin")
    calculate_file(path, None, Quarter.Q2)
    with zipfile.ZipFile(path) as book:
        assert book.read("xl/vbaProject.bin") == project
    assert opened(path)[QUARTERS[1]]["P8"].value == before


# ---- the button -----------------------------------------------------------------------------------------------------


def test_every_quarter_has_the_button_in_the_corner_that_never_scrolls_and_is_not_printed(tmp_path: Path) -> None:
    _, path = both(tmp_path)
    with zipfile.ZipFile(path) as book:
        drawings = [book.read(name).decode() for name in book.namelist() if name.endswith(".vml")]
    assert len(drawings) == len(QUARTERS)
    for drawing in drawings:
        assert f"<x:FmlaMacro>[0]!{CALCULATE.macro}</x:FmlaMacro>" in drawing
        assert CALCULATE.label in drawing
        (anchor,) = re.findall(r"<x:Anchor>([^<]+)</x:Anchor>", drawing)
        left, _, top, _, right, _, bottom, _ = map(int, anchor.split(","))
        # Above the marks, right of the official form, and above the headings.
        assert (left, right <= Column.MESSAGE) == (Column.GAP, True)
        assert (top, bottom < where.HEADER_ROWS[0]) == (0, True)
        assert "<x:PrintObject>False</x:PrintObject>" in drawing


# ---- LibreOffice ----------------------------------------------------------------------------------------------------

ROWS = range(where.FIRST_ROW + 1, where.FIRST_ROW + 1 + len(load_plan().indicators))


SHOWN = ",".join(map(column_letters, (Column.TIER, Column.MARKS, Column.UNDERSTOOD, Column.MESSAGE)))


def shown(path: Path, home: Path) -> Opened:
    return open_with_macros(path, home, SHOWN, ROWS)


@pytest.mark.office
def test_libreoffice_shows_the_button_and_the_marks_of_the_native_edition(tmp_path: Path) -> None:
    sample = load_sample("sid_2023-24")
    native, macro = (
        shown(path, tmp_path / path.stem) for path in both(tmp_path, sample.layout, typed_in("sid_2023-24"))
    )
    assert {"ApaFunctions", "ApaMacros", "ApaTexts", "Dictionary", "ThisWorkbook", "xlwings"} <= set(macro.modules)
    assert {sheet for sheet, found in macro.buttons.items() if found} == set(QUARTERS)
    for name in QUARTERS:
        ((caption, calls),) = macro.buttons[name]
        assert caption == CALCULATE.label
        assert "VBAProject.ApaMacros.ApaCalculateMarks?" in calls
        assert macro.cells[name] == native.cells[name]
    assert any(row[1] for row in macro.cells[where.quarter_sheet(sample.quarter)])


STAND_INS = """
Function apa_number(text)
    apa_number = 1
End Function
Function apa_tier(unit, achieved, targets, Optional rule)
    apa_tier = 77
    If achieved = "" Then apa_tier = ""
End Function
Function apa_marks(unit, weight, achieved, targets, Optional rule)
    apa_marks = "No Python here"
    If achieved <> "" Then apa_marks = 1.25
End Function
Function apa_check(unit, weight, achieved, targets, fiscal_year, quarter)
    apa_check = ""
    If achieved = 3 Then apa_check = "said " & fiscal_year & " " & quarter
End Function
"""


@pytest.mark.office
def test_where_python_answers_its_answer_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = Module("StandIn", f'Attribute VB_Name = "StandIn"\n{STAND_INS}')
    monkeypatch.setattr(vba_project_module, "modules", lambda kind: (stand_in,))
    vba_project.cache_clear()
    typed: Typed = {(QUARTERS[0], "M8"): "১৬ মের ২০২৪", (QUARTERS[0], "M9"): 3, (QUARTERS[0], "M11"): 101}
    try:
        _, path = both(tmp_path, Layout.REMARKS, typed)
    finally:
        vba_project.cache_clear()
    day, number, nothing, percent, *_ = shown(path, tmp_path / "home").cells[QUARTERS[0]]
    native = opened(path, values=True)[QUARTERS[0]]
    assert nothing == ["", "", nothing[2], ""]
    assert [row[:2] for row in (day, number, percent)] == [["৭৭%", "১.২৫"]] * 3
    # The form does not understand this day; Python does, and has nothing to say.
    assert native["Q8"].value == LIVE["live-date-unclear"].bn
    assert (day[3], number[3]) == ("", "said 2023-24 1")
    # Python has nothing to say again, and the form has.
    assert percent[3] == native["Q11"].value == LIVE["live-percent-out-of-range"].bn
