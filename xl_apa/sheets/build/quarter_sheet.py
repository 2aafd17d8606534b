"""A quarter's sheet: the official form to the letter, and right of it the columns that are not printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Layout, Plan, Rule
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks, official_form
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.number_formats import figure_format, input_format, tier_format
from xl_apa.sheets.build.official_form import Signed
from xl_apa.sheets.formulas import RowValues, live_row, told_by
from xl_apa.sheets.formulas.functions import with_functions
from xl_apa.sheets.formulas.traits import traits_of
from xl_apa.sheets.layout import Column, Edition, Info, Working
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import FormulaCell, Result, as_number, serial
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.styles import Look

_TAB = "#2E7D4F"
_MESSAGE_HEIGHT = 41.0
"""Points: three lines of a message, which comes when a row is filled in and makes no row higher."""
_ZOOM = 80
"""With it, and the widths below, a row stands from its indicator to its message on a screen of 1366 pixels."""
_WORKING = frozenset(Working)

_WIDTHS: dict[int, float] = {
    **official_form.WIDTHS,
    Column.GAP: 11,
    Column.MARKS: 8,
    Column.MESSAGE: 23,
    Column.ACCEPTED: 16,
    Column.TIER: 11,
    Column.UNDERSTOOD: 17,
    Column.ATTAINABLE: 11,
    Column.BEFORE: 14,
    Column.EVIDENCE: 40,
    Column.ATTACHED: 12,
    Column.REVIEW: 46,
}
# The labour report tells its story in column 13, the division's in column 14.
_LAST_WIDTHS: dict[Layout, dict[int, float]] = {
    Layout.MARKS: {Column.ACHIEVED: 22, Column.LAST: 10},
    Layout.REMARKS: {Column.ACHIEVED: 11, Column.LAST: 21},
}

Shown = Mapping[Info, CellValue]
"""What stands on the info sheet."""


class QuarterCells(NamedTuple):
    """What the later quarters see of a row: the value that counts, "" where none does; and what its quarter says."""

    value: CellValue
    told: Result


Counted = Mapping[int, QuarterCells]
"""What counts as achieved in a quarter, by row."""


def build_form(
    sheet: FormWriter,
    plan: Plan,
    layout: Layout,
    quarter: Quarter,
    shown: Shown,
    earlier: Sequence[Counted] = (),
    edition: Edition = Edition.NATIVE,
) -> Counted:
    """Write one quarter's form, and give what counts in it.

    `shown` is what stands on the info sheet, `earlier` what counts in the quarters before, the latest first.
    """
    shape = where.shape_of(plan)
    sheet.set_widths(shape.placed(_WIDTHS | _LAST_WIDTHS[layout]))
    sheet.worksheet.set_column(shape.hidden[0], shape.hidden[-1], None, None, {"hidden": True})
    # Buttons write these while the sheet is protected.
    written = (shape.at(Working.READ_FOR), shape.at(Working.SEVERITY))
    sheet.worksheet.set_column(*written, None, sheet.format(looks.WRITTEN), {"hidden": True})
    _write_titles(sheet, plan, layout, quarter, shown)
    official_form.write_header(sheet, plan, layout, quarter)
    _write_helper_header(sheet, plan)
    live, told = _write_areas(sheet, plan, layout, quarter, earlier, edition)
    last_row = max(live, default=where.FIRST_ROW - 1)
    _write_totals(sheet, plan, last_row, live)
    if layout is Layout.MARKS:
        # Marks are printed in this layout, and marks without their rule could not be trusted.
        rule_row = last_row + where.SIGNATURE_GAP + 1
        sheet.write(rule_row, Column.SERIAL, where.rule_line(plan.rule), looks.NOTE)
    _write_identity(sheet, where.FormIdentity(plan.name, quarter, layout), shown, shape)
    end = official_form.write_signature(sheet, last_row + where.SIGNATURE_GAP + 1, _signed(quarter, shown), shape)
    for row in live:
        sheet.set_height(row, _MESSAGE_HEIGHT)
    sheet.fit_rows(range(where.FIRST_ROW))
    sheet.fit_rows(range(where.FIRST_ROW, last_row + 1), growing=True)
    sheet.fit_rows(range(last_row + 1, last_row + 1 + where.SIGNATURE_GAP))
    _set_view(sheet, shape)
    official_form.set_print(sheet, end, shape.at(Column.LAST))
    # Every quarter is a report of its own, also when the whole workbook is printed.
    sheet.worksheet.set_start_page(1)
    return {row: QuarterCells(cells[Working.VALUE].result, told[row]) for row, cells in live.items()}


def _write_titles(sheet: FormWriter, plan: Plan, layout: Layout, quarter: Quarter, shown: Shown) -> None:
    name, parent = Info.OFFICE_NAME.defined_name, Info.PARENT.defined_name
    formula = f'={name}&IF(OR({name}="",{parent}=""),"",", ")&{parent}'
    names = (Cell(shown[Info.OFFICE_NAME]).text, Cell(shown[Info.PARENT]).text)
    who = ", ".join(filter(None, names))
    official_form.write_titles(sheet, plan, layout, quarter, who, formula, columns=len(where.shape_of(plan).official))


def _write_identity(sheet: FormWriter, identity: where.FormIdentity, shown: Shown, shape: where.FormShape) -> None:
    fields = (Info.report_date(identity.quarter), Info.FISCAL_YEAR, Info.OFFICE_CODE)
    names = '&"|"&'.join(field.defined_name for field in fields)
    told = [str(value) if (value := serial(shown[field])) is not None else "" for field in fields]
    known = "|".join(identity.text.split("|")[:3])
    row, column = where.IDENTITY_CELL
    sheet.worksheet.put(
        row, shape.at(column), "|".join((known, *told)), sheet.format(styles.PLAIN), f'="{known}|"&{names}'
    )


def _write_helper_header(sheet: FormWriter, plan: Plan) -> None:
    first = where.HEADER_ROWS[0]
    shape = where.shape_of(plan)
    columns = shape.helpers
    sheet.write(first - 1, columns[0], where.rule_line(plan.rule), looks.NOTE)
    sheet.write(first, columns[0], where.HELPER_TITLE, looks.HEADING, columns=len(columns))
    rows = where.NUMBER_ROW - first
    sheet.write(first + 1, shape.at(Column.GAP), where.WRITE_HEADING, looks.HEADING, rows=rows)
    for column in where.HELPER_COLUMNS:
        sheet.write(first + 1, shape.at(column), where.HEADINGS[Column(column)], looks.HEADING, rows=rows)


def _write_areas(
    sheet: FormWriter, plan: Plan, layout: Layout, quarter: Quarter, earlier: Sequence[Counted], edition: Edition
) -> tuple[dict[int, Mapping[int, FormulaCell]], dict[int, Result]]:
    """Write the rows of all indicators; return the formulas of each with their results, and what its quarter says."""
    live: dict[int, Mapping[int, FormulaCell]] = {}
    told: dict[int, Result] = {}
    for row, indicator, planned in official_form.write_plan(sheet, plan):
        values = replace(planned, earlier=tuple(each[row].value for each in earlier))
        if indicator.calculated_by.by_quarter:
            values = replace(values, told=tuple(each[row].told for each in reversed(earlier)))
        live[row], told[row] = _write_answers(sheet, plan, layout, quarter, indicator, row, values, edition)
    return live, told


def _write_answers(
    sheet: FormWriter,
    plan: Plan,
    layout: Layout,
    quarter: Quarter,
    indicator: Indicator,
    row: int,
    values: RowValues,
    edition: Edition,
) -> tuple[Mapping[int, FormulaCell], Result]:
    """Write what comes from the officer; return what the formulas make of it, and what later quarters see."""
    at, typed = where.shape_of(plan).at, looks.INPUT.shown_as(input_format(indicator.unit))
    achieved = sheet.write(row, at(Column.ACHIEVED), None, typed)
    accepted = sheet.write(row, at(Column.ACCEPTED), None, typed)
    claimed = sheet.typed(row, at(Column.LAST)) if layout is Layout.MARKS else None
    values = replace(values, achieved=achieved, accepted=accepted, claimed=claimed)
    live = live_row(row, values, indicator.unit, plan.fiscal_year, quarter, layout, traits_of(plan, indicator))
    told = told_by(values, {column: cell.result for column, cell in live.items()}, indicator.unit)
    if edition is Edition.MACRO:
        live = with_functions(row, live, plan, quarter)
    if layout is Layout.MARKS:
        marks, result = cell_name(row, at(Column.MARKS)), live[Column.MARKS].result
        look = looks.CLAIM.shown_as(styles.MARKS)
        sheet.write_formula(row, at(Column.LAST), f'=IF({marks}="","",{marks})', result, look)
    else:
        sheet.write(row, at(Column.LAST), None, looks.INPUT_TEXT)
    sheet.write(row, at(Column.GAP), where.write_note(indicator), looks.OURS_TEXT)
    sheet.write(row, at(Column.EVIDENCE), None, looks.INPUT_TEXT)
    sheet.write(row, at(Column.ATTACHED), None, looks.INPUT)
    sheet.write(row, at(Column.REVIEW), None, looks.WRITTEN_TEXT)
    for column, look in _live_looks(indicator, values.rule).items():
        if column in live:
            sheet.write_formula(row, at(column), live[column].formula, live[column].result, look)
        else:
            sheet.write(row, at(column), None, look)
    sheet.worksheet.put(row, at(Working.RULE), values.rule.value, None)
    sheet.write_hidden(row, {at(column): cell for column, cell in live.items() if column in _WORKING})
    return live, told


def _live_looks(indicator: Indicator, rule: Rule) -> dict[Column, Look]:
    """Return how the cells look that show what the formulas found."""
    marks = looks.OURS.shown_as(styles.MARKS)
    return {
        Column.UNDERSTOOD: looks.OURS,
        Column.BEFORE: looks.OURS.shown_as(figure_format(indicator.unit)),
        Column.TIER: looks.OURS.shown_as(tier_format(rule)),
        Column.MARKS: marks,
        Column.ATTAINABLE: marks,
        Column.MESSAGE: looks.OURS_TEXT,
    }


def _write_totals(sheet: FormWriter, plan: Plan, last_row: int, live: Mapping[int, Mapping[int, FormulaCell]]) -> None:
    at, total = where.shape_of(plan).at, looks.TOTAL.shown_as(styles.MARKS)
    sheet.write(last_row + 1, at(Column.GAP), where.TOTAL_LABEL, looks.TOTAL)
    for column in (Column.MARKS, Column.ATTAINABLE):
        first, last = cell_name(where.FIRST_ROW, at(column)), cell_name(last_row, at(column))
        results = (cells[column].result for cells in live.values())
        # In whole hundredths: a sum of binary fractions ends in digits that nobody wrote.
        hundredths = sum(round(result * 100) for result in results if not isinstance(result, str))
        sheet.write_formula(last_row + 1, at(column), f"=SUM({first}:{last})", hundredths / 100, total)
    sheet.write(last_row + 2, at(Column.GAP), where.OUT_OF_LABEL, looks.OURS)
    sheet.write(last_row + 2, at(Column.MARKS), as_number(plan.weight), looks.OURS.shown_as(styles.MARKS))


def _signed(quarter: Quarter, shown: Shown) -> Iterator[Signed]:
    for label, field in where.signature_lines(quarter):
        name = field.defined_name
        look = looks.SIGNATURE.shown_as(styles.DATE) if field is Info.report_date(quarter) else looks.SIGNATURE
        yield Signed(label, shown[field], f'=IF({name}="","",{name})', look)


def _set_view(sheet: FormWriter, shape: where.FormShape) -> None:
    worksheet = sheet.worksheet
    # From the indicator on, so that it stands on the screen together with its targets, its achievement and its marks.
    worksheet.set_top_left_cell(0, Column.INDICATOR)
    worksheet.freeze_panes(where.FIRST_ROW, 0, where.FIRST_ROW, Column.INDICATOR)
    worksheet.set_selection(cell_name(where.FIRST_ROW, shape.at(Column.ACHIEVED)))
    worksheet.set_zoom(_ZOOM)
    worksheet.set_tab_color(_TAB)
    worksheet.hide_gridlines(2)
