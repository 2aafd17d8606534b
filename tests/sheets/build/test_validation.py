"""What the cells of the workbook take, ask about and say, and which of them can be changed at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.core.builders import COUNT, make_plan
from tests.libreoffice import convert_with, recalculate
from tests.sheets.build.test_workbook import made_up_plan
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import render
from xl_apa.core.messages.excel.prompts import PROMPTS
from xl_apa.core.model import Layout, Plan, Status, Unit
from xl_apa.core.text.numerals import to_ascii_digits
from xl_apa.core.typed.dates import parse_date
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import validation
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column, Info, quarter_sheet
from xl_apa.xlsx.addresses import cell_name, column_letters

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

Q1, Q2, Q4 = quarter_sheet(Quarter.Q1), quarter_sheet(Quarter.Q2), quarter_sheet(Quarter.Q4)
SENTENCE = "গত ১৭/০৮/২৩খ্রি. তারিখে একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে।"

SHORT_TEXTS = ["-", "চলমান", "১৬/০৫/২০২৪", "০১ (এক) টি", "৯৬%", "কার্যক্রম প্রক্রিয়াধীন রয়েছে।", "প্রযোজ্য নয়"]
"""Accepted whatever the unit: the formulas of the form read them, or say that they do not."""

ACCEPTED: dict[Unit, list[CellValue]] = {
    Unit.DATE: [
        *(date(2023, 7, 1), date(2023, 12, 18), date(2023, 12, 31), datetime(2023, 12, 31, 16, 30)),
        *("16-05-2024", "15.08.23", "১৭/০৮/২৩খ্রি.", "০৭/০৯/২০২৩ খ্রি.", "১৬ই সেপ্টেম্বর, ২০২৩ খ্রিষ্টাব্দ"),
    ],
    Unit.NUMBER: [0, 1, 4, 1200, "২ টি", "দুইটি"],
    Unit.PERCENT: [0, 0.96, 1, 84.6, 96, 100, "শতকরা ৯৬ ভাগ"],
}
ASKED_ABOUT: dict[Unit, list[CellValue]] = {
    Unit.DATE: [date(2023, 6, 30), date(2024, 1, 1), date(2024, 5, 6), 96, 0.5, -1, True],
    Unit.NUMBER: [-1, 2.5, 0.5],
    Unit.PERCENT: [-0.1, 100.1, 960, date(2023, 12, 18)],
}
ALWAYS_ASKED_ABOUT: list[CellValue] = [SENTENCE, "ক" * 41]


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Path]:
    """Builds a workbook of the shipped plan, or of another."""

    def build(layout: Layout = Layout.REMARKS, plan: Plan | None = None) -> Path:
        path = tmp_path / f"{layout}.xlsx"
        build_template(plan or load_plan(), path, layout=layout)
        return path

    return build


def sheet_of(path: Path, name: str) -> Worksheet:
    sheet = openpyxl.load_workbook(path)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def rules_of(sheet: Worksheet) -> list[DataValidation]:
    return list(sheet.data_validations.dataValidation)


def rule_for(sheet: Worksheet, cell: str) -> DataValidation:
    (found,) = [rule for rule in rules_of(sheet) if cell in cells_of(rule)]
    return found


def cells_of(rule: DataValidation) -> list[str]:
    return [cell for part in str(rule.sqref).split() for cell in cells_in(part)]


def cells_in(part: str) -> Iterator[str]:
    left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(part))
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield cell_name(row - 1, column - 1)


def input_cells(column: Column) -> dict[str, Unit]:
    return {
        cell_name(row, column): indicator.unit for row, indicator in enumerate(load_plan().indicators, where.FIRST_ROW)
    }


# ---- what is accepted -----------------------------------------------------------------------------------------------


def judged(formula: str, cell: str, values: list[CellValue], home: Path) -> list[object]:
    """What LibreOffice makes of a rule when each of the values stands in its cell."""
    return judged_by([(formula, cell, value) for value in values], home)


def judged_by(questions: list[tuple[str, str, CellValue]], home: Path) -> list[object]:
    """What LibreOffice makes of each rule when the value stands in its cell."""
    home.mkdir(exist_ok=True)
    path = home / "rules.xlsx"
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for row, (formula, cell, value) in enumerate(questions):
            if isinstance(value, date):
                moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
                sheet.write_datetime(row, 0, moment, day)
            else:
                sheet.write(row, 0, value)
            sheet.write_formula(row, 1, "=" + re.sub(rf"\b{cell}\b", f"A{row + 1}", formula))
    (saved,) = recalculate(home, path)
    return [row[1] for row in CalamineWorkbook.from_path(saved).get_sheet_by_index(0).to_python(skip_empty_area=False)]


@pytest.mark.office
@pytest.mark.parametrize("column", [Column.ACHIEVED, Column.ACCEPTED])
@pytest.mark.parametrize("unit", Unit)
def test_a_rule_takes_what_officers_report_and_asks_about_the_rest(
    built: Callable[..., Path], tmp_path: Path, unit: Unit, column: Column
) -> None:
    cell = next(cell for cell, each in input_cells(column).items() if each is unit)
    formula = rule_for(sheet_of(built(), Q2), cell).formula1
    good, bad = [*ACCEPTED[unit], *SHORT_TEXTS], [*ASKED_ABOUT[unit], *ALWAYS_ASKED_ABOUT]
    found = judged(formula, cell, [*good, *bad], tmp_path / "home")
    assert [value for value, verdict in zip(good, found) if verdict is not True] == []
    assert [value for value, verdict in zip(bad, found[len(good) :]) if verdict is not False] == []


def examples_of(prompt: str) -> set[str]:
    """What a prompt tells to write: every day and number in digits, and every text in quotation marks."""
    days = re.findall(r"[০-৯]+/[০-৯]+/[০-৯]+", prompt)
    such_as = re.findall("যেমন ([০-৯]+(?:টি|%)?)(?![০-৯/])", prompt)
    return {*days, *such_as, *re.findall("‘([^’]+)’", prompt)} - {"অর্জন"}


def as_excel_has_it(text: str) -> CellValue:
    """The text as Excel has it when it is typed in ASCII digits on a PC that puts the day first."""
    ascii_text = to_ascii_digits(text)
    reading = parse_date(ascii_text)
    return reading.value or (float(ascii_text) if ascii_text.isdigit() else ascii_text)


@pytest.mark.office
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("plan", [load_plan(), made_up_plan(30)], ids=["shipped", "made up"])
def test_every_example_of_a_prompt_is_taken_by_its_cell_and_read_as_a_report(
    built: Callable[..., Path], tmp_path: Path, plan: Plan, layout: Layout
) -> None:
    book = openpyxl.load_workbook(built(layout, plan))
    questions: list[tuple[str, str, CellValue]] = []
    for quarter in Quarter:
        for rule in rules_of(book[quarter_sheet(quarter)]):
            if rule.type == "list":
                continue
            first = cells_of(rule)[0]
            examples = examples_of(rule.prompt)
            if first.startswith(column_letters(Column.ACHIEVED)):
                unit = plan.indicators[int(first[1:]) - 1 - where.FIRST_ROW].unit
                statuses = {text: parse_achievement(text, unit, plan.fiscal_year).status for text in examples}
                assert {statuses.pop("-"), statuses.pop("চলমান")} == {Status.NONE, Status.ONGOING}
                assert set(statuses.values()) == {Status.REPORTED}
            questions += [(rule.formula1, first, each(text)) for text in examples for each in (str, as_excel_has_it)]
    days = rule_for(book[where.INFO_SHEET], cell_name(where.info_row(Info.REPORT_DATE_1), where.INFO_VALUE_COLUMN))
    (example,) = examples_of(days.prompt)
    questions += [(days.formula1, cells_of(days)[0], each(example)) for each in (str, as_excel_has_it)]
    assert len(questions) > 40
    found = judged_by(questions, tmp_path / "home")
    assert [question for question, verdict in zip(questions, found) if verdict is not True] == []


# What another row holds, what is then typed into this one, and whether the form asks. Excel and LibreOffice complete 2 to
# the text `25 টি` of a row above.
COMPLETED: dict[Unit, list[tuple[CellValue, CellValue, bool]]] = {
    Unit.NUMBER: [
        *(("25 টি", "25 টি", True), ("২৫", "২৫", True), ("২৫টি", "২৫টি", True), ("2.5", "2.5", True), ("96", 96, True)),
        *(("25 টি", "25", False), ("25 টি", 25, False), (25, 25, False), ("২ টি", "২ টি", False), ("২", "২", False)),
        *(("চলমান", "চলমান", False), ("-", "-", False), ("প্রযোজ্য নয়", "প্রযোজ্য নয়", False), (None, "২৫", False)),
    ],
    Unit.PERCENT: [
        *(("96%", "96%", True), ("100", "100", True), ("১০০%", "১০০%", True)),
        *(("96%", "9", False), ("1", "1", False), ("চলমান", "চলমান", False), (96, "96%", False)),
    ],
}


@pytest.mark.office
@pytest.mark.parametrize("column", [Column.ACHIEVED, Column.ACCEPTED])
@pytest.mark.parametrize("unit", [Unit.NUMBER, Unit.PERCENT])
def test_a_number_that_is_the_text_of_another_row_is_asked_about(
    built: Callable[..., Path], tmp_path: Path, unit: Unit, column: Column
) -> None:
    cell = next(cell for cell, each in input_cells(column).items() if each is unit)
    formula = rule_for(sheet_of(built(), Q2), cell).formula1
    path, row, last = tmp_path / "rules.xlsx", int(cell[1:]) - 1, where.FIRST_ROW + len(load_plan().indicators) - 1
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False}) as book:
        for other, typed, _ in COMPLETED[unit]:
            sheet = book.add_worksheet()
            sheet.write(last, column, other)
            sheet.write(row, column, typed)
            sheet.write_formula("A1", f"={formula}")
    (saved,) = recalculate(tmp_path, path)
    sheets = CalamineWorkbook.from_path(saved)
    found = [sheets.get_sheet_by_index(number).to_python()[0][0] for number in range(len(COMPLETED[unit]))]
    assert [(*case[:2], found is False) for case, found in zip(COMPLETED[unit], found)] == COMPLETED[unit]


@pytest.mark.parametrize("layout", Layout)
def test_no_text_of_the_form_completes_a_digit_that_is_typed_below_it(
    built: Callable[..., Path], layout: Layout
) -> None:
    for quarter in Quarter:
        sheet = sheet_of(built(layout), quarter_sheet(quarter))
        for column in (Column.ACHIEVED, Column.ACCEPTED):
            texts = [str(cell.value) for (cell,) in sheet.iter_rows(min_col=column + 1, max_col=column + 1)]
            assert [text for text in texts if not text.startswith("=") and text[0].isdigit() and len(text) > 2] == []


@pytest.mark.office
def test_decimals_are_usual_where_the_targets_have_them(built: Callable[..., Path], tmp_path: Path) -> None:
    indicator = replace(COUNT, targets=(Decimal("2.5"), Decimal(2), None, None, None))
    path = built(plan=make_plan(COUNT, replace(indicator, code="1.1.2")))
    questions: list[tuple[str, str, CellValue]] = []
    for row in (where.FIRST_ROW, where.FIRST_ROW + 1):
        cell = cell_name(row, Column.ACHIEVED)
        questions += [(rule_for(sheet_of(path, Q2), cell).formula1, cell, value) for value in (2, 2.5, -1)]
    assert judged_by(questions, tmp_path / "home") == [True, False, False, True, True, False]


@pytest.mark.office
def test_a_report_date_is_a_day_from_july_on(built: Callable[..., Path], tmp_path: Path) -> None:
    cell = cell_name(where.info_row(Info.REPORT_DATE_1), where.INFO_VALUE_COLUMN)
    formula = rule_for(sheet_of(built(), where.INFO_SHEET), cell).formula1
    good: list[CellValue] = [date(2023, 7, 1), date(2024, 1, 14), date(2026, 6, 30), "15.08.23", "১৪ জানুয়ারি ২০২৪"]
    bad: list[CellValue] = [date(2023, 6, 30), date(2026, 7, 1), date(2032, 1, 14), 15, SENTENCE]
    found = judged(formula, cell, [*good, *bad], tmp_path / "home")
    assert found == [True] * len(good) + [False] * len(bad)


@pytest.mark.parametrize("quarter", Quarter)
def test_days_end_with_the_quarter(built: Callable[..., Path], quarter: Quarter) -> None:
    end = load_plan().fiscal_year.quarter_end(quarter)
    rule = rule_for(sheet_of(built(), quarter_sheet(quarter)), "M8")
    assert f"M8<DATE({end.year},{end.month},{end.day})+1" in rule.formula1
    assert "M8>=DATE(2023,7,1)" in rule.formula1


# ---- where the rules stand ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("quarter", Quarter)
def test_every_input_of_a_form_has_exactly_one_rule(
    built: Callable[..., Path], layout: Layout, quarter: Quarter
) -> None:
    rules = rules_of(sheet_of(built(layout), quarter_sheet(quarter)))
    guarded = sorted(cell for rule in rules for cell in cells_of(rule))
    columns = (Column.ACHIEVED, Column.ACCEPTED, Column.ATTACHED)
    assert guarded == sorted(cell for column in columns for cell in input_cells(column))
    assert {(rule.type, rule.errorStyle or "stop", rule.showErrorMessage, rule.showInputMessage) for rule in rules} == {
        ("custom", "warning", True, True),
        ("list", "warning", True, True),
    }


@pytest.mark.parametrize("layout", Layout)
def test_it_is_asked_whether_the_evidence_that_the_plan_names_is_attached(
    built: Callable[..., Path], layout: Layout
) -> None:
    indicator = replace(COUNT, evidence="প্রশিক্ষণের নোটিশ ও হাজিরা তালিকা")
    long = replace(COUNT, code="1.1.3", evidence="ক" * 400)
    sheet = sheet_of(built(layout, make_plan(replace(COUNT, code="1.1.2"), indicator, long)), Q2)
    for row, named in enumerate(("", indicator.evidence, f"{'ক' * 149}…"), start=where.FIRST_ROW):
        asked = rule_for(sheet, cell_name(row, Column.ATTACHED))
        assert (asked.type, asked.formula1, asked.errorStyle) == ("list", '"হ্যাঁ,না"', "warning")
        told = render("prompt-evidence", "bn", {"evidence": named})
        assert asked.prompt == "\n".join([render("prompt-attached", "bn"), *([told] if named else [])])
        beside = [rule.prompt for rule in rules_of(sheet) if cell_name(row, Column.EVIDENCE) in cells_of(rule)]
        assert beside == ([told] if named else [])


def test_a_rule_speaks_of_the_first_cell_it_stands_for(built: Callable[..., Path]) -> None:
    for rule in rules_of(sheet_of(built(), Q1)):
        if rule.type == "list":
            continue
        assert set(re.findall(r"[A-Z]+\d+", rule.formula1)) == {cells_of(rule)[0]}


def test_the_prompts_are_those_of_the_unit(built: Callable[..., Path]) -> None:
    sheet = sheet_of(built(), Q2)
    year = load_plan().fiscal_year
    limits = {"start": year.first_day, "end": year.quarter_end(Quarter.Q2), "limit": validation.LONGEST_TYPED}
    examples = {Unit.DATE: "১৬/১১/২০২৩", Unit.NUMBER: "৪", Unit.PERCENT: "৯৬"}
    for cell, unit in input_cells(Column.ACHIEVED).items():
        rule = rule_for(sheet, cell)
        params = {**limits, "example": examples[unit]}
        assert (rule.promptTitle, rule.prompt) == (
            render(f"prompt-{unit}-title", "bn"),
            render(f"prompt-{unit}", "bn", params),
        )
        assert rule.error == render(f"prompt-{unit}-unusual", "bn", params)
    assert "৩১ ডিসেম্বর ২০২৩" in rule_for(sheet, "M8").prompt
    assert rule_for(sheet, "R8").promptTitle == render("prompt-accepted-title", "bn")


def test_the_info_sheet_offers_the_year_of_the_plan_alone(built: Callable[..., Path]) -> None:
    sheet = sheet_of(built(), where.INFO_SHEET)
    rule = rule_for(sheet, cell_name(where.info_row(Info.FISCAL_YEAR), where.INFO_VALUE_COLUMN))
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", '"২০২৩-২৪"', "warning")
    assert len(rules_of(sheet)) == 2
    days = rule_for(sheet, cell_name(where.info_row(Info.REPORT_DATE_4), where.INFO_VALUE_COLUMN))
    assert len(cells_of(days)) == 4


# ---- texts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["bn", "en"])
@pytest.mark.parametrize("code", [code for code in PROMPTS if code != "prompt-month-first"])
def test_a_prompt_is_short_enough_for_excel_in_every_quarter(code: str, lang: str) -> None:
    for year in (FiscalYear(2023), FiscalYear(2028)):
        for end in map(year.quarter_end, Quarter):
            params = {"start": year.first_day, "end": end, "limit": validation.LONGEST_TYPED, "year": year.label}
            params |= {"example": "১৬/১১/২০২৩", "method": render("method-sum", lang), "evidence": "প্রতিবেদন"}
            assert len(render(code, lang, params)) <= (32 if code.endswith("-title") else 255)


@pytest.mark.parametrize("code", PROMPTS)
def test_a_bangla_prompt_counts_in_bengali_digits(code: str) -> None:
    params = {"start": date(2023, 7, 1), "end": date(2023, 9, 30), "limit": 20, "year": "2023-24", "example": "৪"}
    params |= {"method": render("method-mean", "bn"), "evidence": "প্রতিবেদন"}
    # An English date is meant where the name of the month decides.
    assert not re.search(r"[0-9]", render(code, "bn", params))


def test_the_warning_fits_into_a_formula() -> None:
    assert all(len(render("prompt-month-first", lang)) <= 255 for lang in ("bn", "en"))
    assert '"' not in render("prompt-month-first", "bn")


def test_a_text_that_excel_would_not_show_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    monkeypatch.setattr(validation, "render", lambda *args: "ক" * 256)
    with pytest.raises(ValueError, match="no workbook can hold this rule"):
        # A typed value has the workbook built here and now, not filled in from one that was built before.
        build_template(load_plan(), tmp_path / "long.xlsx", typed={(Q1, "M8"): "-"})
    assert list(tmp_path.iterdir()) == []


def test_a_rule_longer_than_excel_takes_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(validation, "_LONGEST_FORMULA", 80)
    with pytest.raises(ValueError, match="up to 80 characters"):
        # A typed value has the workbook built here and now, not filled in from one that was built before.
        build_template(load_plan(), tmp_path / "long.xlsx", typed={(Q1, "M8"): "-"})


# ---- what can be changed --------------------------------------------------------------------------------------------


def unlocked(sheet: Worksheet) -> set[str]:
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("name", [Q1, Q4])
def test_only_inputs_and_what_the_program_writes_can_be_changed(
    built: Callable[..., Path], layout: Layout, name: str
) -> None:
    columns = (Column.ACHIEVED, Column.LAST, Column.ACCEPTED, Column.EVIDENCE, Column.ATTACHED, Column.REVIEW)
    assert unlocked(sheet_of(built(layout), name)) == {cell for column in columns for cell in input_cells(column)}


def test_only_fields_of_the_info_sheet_can_be_changed(built: Callable[..., Path]) -> None:
    fields = {cell_name(where.info_row(field), where.INFO_VALUE_COLUMN) for field in Info}
    assert unlocked(sheet_of(built(), where.INFO_SHEET)) == fields


def test_nothing_on_the_dashboard_can_be_changed(built: Callable[..., Path]) -> None:
    assert unlocked(sheet_of(built(), where.DASHBOARD_SHEET)) == set()


def test_sheets_are_protected_without_a_password_and_rows_can_be_made_higher(built: Callable[..., Path]) -> None:
    with ZipFile(built()) as parts:
        texts = [parts.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 7)]
    tags = {tag for text in texts for tag in re.findall(r"<sheetProtection [^>]*>", text)}
    assert tags == {'<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'}
    assert all("<sheetProtection" in text for text in texts)


@pytest.mark.parametrize("layout", Layout)
def test_a_validator_of_the_file_format_finds_nothing(built: Callable[..., Path], layout: Layout) -> None:
    assert OpenXmlValidator().validate(str(built(layout))).errors == []


# ---- a PC that puts the month first ---------------------------------------------------------------------------------

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@pytest.mark.office
@pytest.mark.parametrize(("locale", "warned"), [("en-US", True), ("en-GB", False), ("bn-BD", False)])
def test_a_pc_with_the_month_first_is_noticed(
    built: Callable[..., Path], tmp_path: Path, locale: str, warned: bool
) -> None:
    saved = convert_with(_SETTINGS.format(locale=locale), built(), "ods", tmp_path / "home")
    book = CalamineWorkbook.from_path(saved)
    rows = book.get_sheet_by_name(where.INFO_SHEET).to_python(skip_empty_area=False)
    texts = {str(value) for row in rows for value in row}
    assert (render("prompt-month-first", "bn") in texts) is warned


def test_a_viewer_that_does_not_calculate_shows_no_warning(built: Callable[..., Path]) -> None:
    sheet = sheet_of(built(), where.INFO_SHEET)
    cell = sheet["B13"]
    assert str(cell.value).startswith('=IF(ISERROR(DATEVALUE("01/02/2023"))')
    assert (cell.font.color.rgb, cell.font.b) == ("FFC00000", True)
    rows = CalamineWorkbook.from_path(built()).get_sheet_by_name(where.INFO_SHEET).to_python(skip_empty_area=False)
    assert len(rows) < cell.row or rows[cell.row - 1][cell.column - 1] == ""


@pytest.mark.parametrize(("row", "unit", "method"), [(8, "percent", "mean"), (10, "number", "sum")])
def test_where_a_quarter_stands_alone_the_prompt_asks_for_its_own_figure(
    built: Callable[..., Path], row: int, unit: str, method: str
) -> None:
    plan = load_plan("example-2024-25")
    sheet, column = sheet_of(built(plan=plan), Q2), where.shape_of(plan).at(Column.ACHIEVED)
    rule = rule_for(sheet, cell_name(row, column))
    assert rule.promptTitle == render(f"prompt-{unit}-own-title", "bn")
    assert "শুধু এই ত্রৈমাসিকের" in rule.prompt
    assert render(f"method-{method}", "bn") in rule.prompt
    assert rule_for(sheet, cell_name(11, column)).prompt.startswith("১ জুলাই থেকে এ পর্যন্ত মোট")
