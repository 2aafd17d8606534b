"""Plans of any shape, all the way: seven tiers or one, decimals, units with names of their own, codes with এম.

Made up in `any_plan`; filled in by the template's own cells, calculated by LibreOffice, scored, marked by the worksheet
functions and consolidated: the same marks everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.libreoffice import recalculate
from tests.sheets import edits
from tests.sheets.any_plan import SEVEN, any_plan, filled_in
from xl_apa import consolidate, write_summary
from xl_apa.core.assess import Assessment
from xl_apa.core.cells import CellValue
from xl_apa.core.errors import PlanError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import MOST_TIERS, Layout, Office, Percent, Plan, Status, Tier, Unit
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.core.typed.units import is_whole
from xl_apa.excel.udfs import apa_marks, apa_table
from xl_apa.sheets import layout as where
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column, Working
from xl_apa.sheets.read.report import read_plan_inside
from xl_apa.xlsx.addresses import cell_name, column_letters
from xl_apa.xlsx.cell_values import serial

SHAPES: dict[str, Sequence[Percent]] = {
    "seven": SEVEN,
    "six": (100, 90, 80, 70, 60, 50),
    "three": (100, Decimal("87.5"), Decimal("62.5")),
    "two": (Decimal("99.9"), Decimal("0.5")),
    "one": (100,),
}


@dataclass(frozen=True)
class Made:
    """A filled-in workbook of a plan, as it was built and as LibreOffice calculates it."""

    plan: Plan
    built: Path
    calculated: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    folder = tmp_path_factory.mktemp("any_plan")
    plans = {name: any_plan(percents, seed=len(percents), name=name) for name, percents in SHAPES.items()}
    for number, (name, plan) in enumerate(plans.items()):
        layout = list(Layout)[number % 2]
        office = Office(f"N-{number}", f"দপ্তর {name}", "মন্ত্রণালয়")
        build_template(plan, folder / f"{name}.xlsx", layout=layout, office=office, typed=filled_in(plan, number))
    paths = [folder / f"{name}.xlsx" for name in plans]
    return {name: Made(plans[name], *both) for name, *both in zip(plans, paths, recalculate(folder, *paths))}


def cells_of(path: Path, quarter: Quarter) -> list[list[CellValue]]:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name(where.quarter_sheet(quarter))
    rows = sheet.to_python(skip_empty_area=False)
    # Working columns that a form does not use may lie beyond its last cell.
    width = max(*map(len, rows), where.form_shape(MOST_TIERS).hidden.stop)
    return [[serial(value) for value in (*row, *[""] * (width - len(row)))] for row in rows]  # type: ignore[arg-type]


def assessed_of(each: Made) -> Iterator[tuple[Quarter, Assessment]]:
    for quarter in Quarter:
        yield quarter, assess_file(each.built, quarter)


def same(one: object, other: object) -> bool:
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return one == other


# ---- the same marks everywhere --------------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("shape", SHAPES)
def test_native_formulas_mark_every_row_as_score_does_or_do_not_understand_it(
    made: dict[str, Made], shape: str
) -> None:
    each = made[shape]
    at, wrong, understood, read = where.shape_of(each.plan).at, [], 0, 0
    for quarter, assessed in assessed_of(each):
        cells = cells_of(each.calculated, quarter)
        for row, result in enumerate(assessed.results, start=where.FIRST_ROW):
            status, tier, marks, value = (
                cells[row][at(column)] for column in (Working.STATUS, Column.TIER, Column.MARKS, Working.VALUE)
            )
            read += result.status is Status.REPORTED
            if status == Status.UNREADABLE:
                agreed = (tier, marks) == ("", "")
            else:
                understood += result.status is Status.REPORTED
                blank = result.status is Status.NONE
                wanted = ["" if blank else float(result.percent), "" if blank else float(result.marks)]
                counted = (
                    ""
                    if result.value is None
                    else serial(float(result.value) if isinstance(result.value, Decimal) else result.value)
                )
                agreed = status == result.status and all(map(same, [tier, marks, value], [*wanted, counted]))
            if not agreed:
                wrong.append((quarter, result.indicator, result.raw, status, tier, marks, result.status, result.marks))
    assert wrong == []
    # What the formulas leave to the program is little: words of size, and names with other signs in them.
    assert understood > 0.9 * read > 50


@pytest.mark.office
@pytest.mark.parametrize("shape", SHAPES)
def test_what_stands_beside_a_formula_is_what_it_calculates(made: dict[str, Made], shape: str) -> None:
    each, wrong = made[shape], []
    places = where.shape_of(each.plan)
    for quarter in Quarter:
        stored, fresh = cells_of(each.built, quarter), cells_of(each.calculated, quarter)
        wrong += [
            (cell_name(row, column), stored[row][column], fresh[row][column])
            for row in range(where.FIRST_ROW, where.FIRST_ROW + len(each.plan.indicators))
            for column in (*places.helpers, *places.hidden)
            if not same(stored[row][column], fresh[row][column])
        ]
    assert wrong == []


@pytest.mark.parametrize("shape", SHAPES)
def test_worksheet_functions_mark_every_row_as_score_does(made: dict[str, Made], shape: str) -> None:
    each, compared = made[shape], 0
    tiers = [float(percent) for percent in each.plan.percents]
    for quarter, assessed in assessed_of(each):
        cells = cells_of(each.built, quarter)
        for result in assessed.results:
            row = result.row
            assert row is not None
            # Blank units and accepted values the functions are not told of; a fraction of two tiers may be a percent.
            if not row.unit.text or not row.accepted.blank or tiers[0] <= 1:
                continue
            # Nor what the plan says of decimals: such a row of the macro edition has the native formulas alone.
            of = result.indicator
            whole = [is_whole(of.unit, of.unit_shown, of.targets, decimals) for decimals in (None, of.decimals)]
            if whole[0] is not whole[1]:
                continue
            targets = [target.value for target in row.targets]
            found = apa_marks(row.unit.value, row.weight.value, row.achieved.value, targets, result.rule.value, tiers)
            told = result.status in (Status.REPORTED, Status.ONGOING)
            assert found == (float(result.marks) if told else ""), (result.indicator, result.raw)
            compared += 1
        first = where.FIRST_ROW
        form = [each[Column.UNIT : where.shape_of(made[shape].plan).at(Column.ACHIEVED) + 1] for each in cells[first:]]
        assert len(apa_table(form[:5], "2024-25", int(quarter), "tier", tiers)) == 5
    assert compared > 100


@pytest.mark.parametrize("shape", ["seven", "one"])
def test_the_ministry_counts_the_same_marks_and_prints_the_plans_own_form(
    made: dict[str, Made], shape: str, tmp_path: Path
) -> None:
    each = made[shape]
    other = tmp_path / "reports" / "other.xlsx"
    other.parent.mkdir()
    build_template(each.plan, other, office=Office("N-99", "অন্য দপ্তর", ""), typed=filled_in(each.plan, 99))
    (tmp_path / "reports" / "first.xlsx").write_bytes(each.built.read_bytes())
    consolidation = consolidate(tmp_path / "reports", 2, plan=each.plan, fresh=True)
    scored = sorted(assess_file(path, Quarter.Q2, plan=each.plan).total for path in (each.built, other))
    assert sorted(office.assessment.total for office in consolidation.offices) == scored
    sheet = openpyxl.load_workbook(write_summary(consolidation, tmp_path / "summary.xlsx"))
    form = next(each for each in sheet if each["F4"].value == where.HEADINGS[Column.UNIT])
    shape_of = where.shape_of(each.plan)
    assert [form.cell(7, place + 1).value for place in shape_of.official] == list(range(1, len(shape_of.official) + 1))
    units = [form.cell(row, Column.UNIT + 1).value or "" for row in range(8, 8 + len(each.plan.indicators))]
    assert units == [indicator.unit_shown for indicator in each.plan.indicators]
    assert consolidation.frames()["tidy"]["unit_name"].tolist()[: len(units)] == units


# ---- the form -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
def test_the_plan_in_the_workbook_is_the_plan(made: dict[str, Made], shape: str) -> None:
    assert read_plan_inside(made[shape].built) == made[shape].plan


@pytest.mark.parametrize("shape", SHAPES)
def test_columns_follow_the_targets_and_are_numbered_through(made: dict[str, Made], shape: str) -> None:
    plan = made[shape].plan
    sheet = openpyxl.load_workbook(made[shape].built)[where.quarter_sheet(Quarter.Q2)]
    places = where.shape_of(plan)
    assert [sheet.cell(7, place + 1).value for place in places.official] == list(range(1, len(plan.tiers) + 10))
    assert [sheet.cell(6, place + 1).value for place in places.targets] == [float(each) for each in plan.percents]
    assert [sheet.cell(5, place + 1).value for place in places.targets] == [tier.name for tier in plan.tiers]
    assert sheet.cell(5, places.at(Column.MESSAGE) + 1).value == where.HEADINGS[Column.MESSAGE]
    assert sheet.cell(7, places.at(Column.GAP) + 1).value is None


@pytest.mark.parametrize("shape", ["seven", "three", "one"])
@pytest.mark.parametrize("at", [0, 5, 8, 12, 14, 20])
def test_a_form_of_any_tiers_is_read_by_its_headings_when_a_column_was_put_in(
    made: dict[str, Made], shape: str, at: int, tmp_path: Path
) -> None:
    each, path = made[shape], tmp_path / "moved.xlsx"
    name = where.quarter_sheet(Quarter.Q2)
    edits.save(edits.move_cells(edits.parts_of(each.built), name, edits.put_in_columns(at)), path)
    before, after = assess_file(each.built, Quarter.Q2), assess_file(path, Quarter.Q2)
    assert [(one.value, one.marks) for one in after.results] == [(one.value, one.marks) for one in before.results]
    assert not {"target-differs", "indicator-missing", "indicator-unknown"} & {found.code for found in after.findings}


@pytest.mark.parametrize("shape", ["seven", "three", "one"])
def test_the_button_without_excel_writes_its_marks_where_the_form_has_them(
    made: dict[str, Made], shape: str, tmp_path: Path
) -> None:
    each, path = made[shape], tmp_path / "marked.xlsx"
    assessed = calculate_file(each.built, path, Quarter.Q2)
    assert not {"formulas-changed", "formulas-lost"} & {found.code for found in assessed.findings}
    sheet = openpyxl.load_workbook(path, data_only=True)[where.quarter_sheet(Quarter.Q2)]
    column = where.shape_of(each.plan).at(Column.MARKS) + 1
    for row, result in enumerate(assessed.results, start=where.FIRST_ROW + 1):
        told = result.status in (Status.REPORTED, Status.ONGOING)
        assert (sheet.cell(row, column).value or None) == (float(result.marks) if told else None) or not result.marks
    assert assess_file(path, Quarter.Q2).total == assessed.total


def test_a_years_single_target_stands_under_one_heading(tmp_path: Path) -> None:
    plan = any_plan((100,), 5)
    plan = replace(plan, tiers=(Tier(100, "লক্ষ্যমাত্রা"),))
    build_template(plan, tmp_path / "form.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "form.xlsx")[where.quarter_sheet(Quarter.Q1)]
    head = [sheet.cell(row, 8).value for row in (4, 5, 6, 7)]
    assert head == [where.target_heading(plan.fiscal_year), None, 100, 8]
    assert "H4:H5" in {str(area) for area in sheet.merged_cells.ranges}
    assert [sheet.cell(4, column).value.strip() for column in (9, 10)] == [
        where.achieved_heading(Layout.REMARKS, Quarter.Q1),
        where.last_heading(Layout.REMARKS),
    ]


def test_units_and_codes_stand_in_the_form_as_the_plan_has_them(made: dict[str, Made]) -> None:
    plan = made["seven"].plan
    sheet = openpyxl.load_workbook(made["seven"].built)[where.quarter_sheet(Quarter.Q1)]
    for row, indicator in enumerate(plan.indicators, start=where.FIRST_ROW + 1):
        assert (sheet.cell(row, Column.UNIT + 1).value or "") == indicator.unit_shown
        label = sheet.cell(row, Column.INDICATOR + 1).value
        assert label == f"[{to_bangla_digits(indicator.code)}] {indicator.title}"
    serials = {sheet.cell(row, 1).value for row in range(8, 8 + len(plan.indicators))}
    assert serials == {1, "এম.১", None}


def test_validation_takes_decimals_where_they_are_meant(made: dict[str, Made]) -> None:
    each = made["seven"]
    sheet = openpyxl.load_workbook(each.built)[where.quarter_sheet(Quarter.Q1)]
    column = column_letters(where.shape_of(each.plan).at(Column.ACHIEVED))
    for row, indicator in enumerate(each.plan.indicators, start=where.FIRST_ROW + 1):
        (rule,) = [rule for rule in sheet.data_validations.dataValidation if f"{column}{row}" in rule.sqref]
        decimals = indicator.decimals or any(
            isinstance(target, Decimal) and target != int(target) for target in indicator.targets
        )
        if indicator.unit is Unit.NUMBER and decimals:
            assert "INT(" not in rule.formula1
        elif indicator.unit is Unit.NUMBER and indicator.unit_shown in ("জন", "টি", "সংখ্যা", "উপজেলা", ""):
            assert "INT(" in rule.formula1


def test_a_plan_without_indicators_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for plan in (replace(any_plan((100,)), areas=()), any_plan((100,), 0)):
        with pytest.raises(PlanError) as caught:
            build_template(plan, tmp_path / "form.xlsx")
        assert caught.value.code == "plan-faulty"
        assert not (tmp_path / "form.xlsx").exists()
