"""A quarter's sheet: the official form to the letter, and right of it the columns that are not printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Activity, Area, Cell, CellValue, Indicator, Layout, Plan, Rule
from xl_apa.sheets import layout as where
from xl_apa.sheets import styles
from xl_apa.sheets.formulas import LiveCell, RowValues, live_row
from xl_apa.sheets.formulas.functions import fit_functions, with_functions
from xl_apa.sheets.layout import Column, Edition, Info, Working
from xl_apa.sheets.page import Page
from xl_apa.sheets.styles import Look

A4 = 9
"""The paper, by its number in page set-ups."""
_TAB = "#2E7D4F"
_ZOOM = 85
_HIDDEN = range(min(Working), max(Working) + 1)

_FIXED_COLUMNS = (
    Column.SERIAL,
    Column.AREA,
    Column.AREA_WEIGHT,
    Column.ACTIVITY,
    Column.INDICATOR,
    Column.UNIT,
    Column.WEIGHT,
)
_WIDTHS: dict[int, float] = {
    Column.SERIAL: 5,
    Column.AREA: 15,
    Column.AREA_WEIGHT: 6,
    Column.ACTIVITY: 22,
    Column.INDICATOR: 32,
    Column.UNIT: 7,
    Column.WEIGHT: 10,
    **dict.fromkeys(where.TARGET_COLUMNS, 11.5),
    Column.GAP: 3,
    Column.UNDERSTOOD: 17,
    Column.BEFORE: 14,
    Column.ACCEPTED: 16,
    Column.TIER: 11,
    Column.MARKS: 11,
    Column.ATTAINABLE: 11,
    Column.MESSAGE: 46,
    Column.EVIDENCE: 40,
    Column.REVIEW: 46,
}
# The labour report tells its story in column 13, the division's in column 14.
_LAST_WIDTHS: dict[Layout, dict[int, float]] = {
    Layout.MARKS: {Column.ACHIEVED: 26, Column.LAST: 11},
    Layout.REMARKS: {Column.ACHIEVED: 16, Column.LAST: 32},
}

Shown = Mapping[Info, CellValue]
"""What stands on the info sheet."""

Counted = Mapping[int, CellValue]
"""What counts as achieved in a quarter, by row; "" where nothing does."""


def build_form(
    page: Page,
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
    page.set_widths(_WIDTHS | _LAST_WIDTHS[layout])
    page.sheet.set_column(_HIDDEN[0], _HIDDEN[-1], None, None, {"hidden": True})
    # Buttons write these while the sheet is protected.
    page.sheet.set_column(Working.READ_FOR, Working.SEVERITY, None, page.format(styles.WRITTEN), {"hidden": True})
    _write_titles(page, plan, layout, quarter, shown)
    _write_header(page, plan, layout, quarter)
    _write_helper_header(page, plan)
    live = _write_areas(page, plan, layout, quarter, earlier, edition)
    last_row = max(live, default=where.FIRST_ROW - 1)
    _write_totals(page, plan, last_row, live)
    if layout is Layout.MARKS:
        # Marks are printed in this layout, and marks without their rule could not be trusted.
        rule_row = last_row + where.SIGNATURE_GAP + 1
        page.write(rule_row, Column.SERIAL, where.rule_line(plan.rule), styles.NOTE)
    end = _write_signature(page, quarter, last_row + where.SIGNATURE_GAP + 1, shown)
    page.fit_rows(range(where.FIRST_ROW))
    page.fit_rows(range(where.FIRST_ROW, last_row + 1), growing=True)
    page.fit_rows(range(last_row + 1, last_row + 1 + where.SIGNATURE_GAP))
    _set_view(page)
    _set_print(page, end)
    return {row: cells[Working.VALUE].result for row, cells in live.items()}


def _write_titles(page: Page, plan: Plan, layout: Layout, quarter: Quarter, shown: Shown) -> None:
    width = len(where.OFFICIAL_COLUMNS)
    name, parent = Info.OFFICE_NAME.defined_name, Info.PARENT.defined_name
    formula = f'={name}&IF(OR({name}="",{parent}=""),"",", ")&{parent}'
    names = (Cell(shown[Info.OFFICE_NAME]).text, Cell(shown[Info.PARENT]).text)
    office_row, plan_row, quarter_row = where.TITLE_ROWS
    page.write_formula(office_row, 0, formula, ", ".join(filter(None, names)), styles.TITLE, columns=width)
    page.write(plan_row, 0, where.plan_title(plan, layout), styles.TITLE, columns=width)
    page.write(quarter_row, 0, where.quarter_title(layout, quarter), styles.SUBTITLE, columns=width)


def _write_header(page: Page, plan: Plan, layout: Layout, quarter: Quarter) -> None:
    first, names, percents = where.HEADER_ROWS
    rows = len(where.HEADER_ROWS)
    headings = {column: where.HEADINGS[column] for column in _FIXED_COLUMNS} | {
        Column.ACHIEVED: where.achieved_heading(layout, quarter),
        Column.LAST: where.last_heading(layout),
    }
    for column, heading in headings.items():
        page.write(first, column, heading, styles.HEADING, rows=rows)
    targets = where.target_heading(plan.fiscal_year)
    page.write(first, Column.TARGETS, targets, styles.HEADING, columns=len(where.TARGET_COLUMNS))
    for position, target_column in enumerate(where.TARGET_COLUMNS):
        tier = plan.tiers[position] if position < len(plan.tiers) else None
        page.write(names, target_column, tier.name if tier else None, styles.HEADING)
        page.write(percents, target_column, tier.percent if tier else None, styles.HEADING.shown_as(styles.PERCENT))
    for number, official_column in enumerate(where.OFFICIAL_COLUMNS, start=1):
        page.write(where.NUMBER_ROW, official_column, number, styles.NUMBERING.shown_as(styles.INTEGER))


def _write_helper_header(page: Page, plan: Plan) -> None:
    first = where.HEADER_ROWS[0]
    columns = where.HELPER_COLUMNS
    page.write(first - 1, columns[0], where.rule_line(plan.rule), styles.NOTE)
    page.write(first, columns[0], where.HELPER_TITLE, styles.HEADING, columns=len(columns))
    for column in columns:
        page.write(first + 1, column, where.HEADINGS[Column(column)], styles.HEADING, rows=where.NUMBER_ROW - first)


def _write_areas(
    page: Page, plan: Plan, layout: Layout, quarter: Quarter, earlier: Sequence[Counted], edition: Edition
) -> dict[int, Mapping[int, LiveCell]]:
    """Writes the rows of all indicators; gives the formulas of each row with their results."""
    live: dict[int, Mapping[int, LiveCell]] = {}
    row = where.FIRST_ROW
    for area in plan.areas:
        _write_area(page, area, row)
        for activity in area.activities:
            _write_activity(page, activity, row)
            for indicator in activity.indicators:
                values = replace(
                    _write_indicator(page, plan, indicator, row), earlier=tuple(each[row] for each in earlier)
                )
                live[row] = _write_answers(page, plan, layout, quarter, indicator, row, values, edition)
                row += 1
    return live


def _write_area(page: Page, area: Area, row: int) -> None:
    rows = len(area.indicators)
    if rows:
        label, value = _block_looks(rows)
        weight = value.shown_as(styles.weight_format(area.weight))
        page.write(row, Column.SERIAL, area.number, value.shown_as(styles.INTEGER), rows=rows)
        page.write(row, Column.AREA, where.area_label(area.number, area.title), label, rows=rows)
        page.write(row, Column.AREA_WEIGHT, styles.number(area.weight), weight, rows=rows)


def _write_activity(page: Page, activity: Activity, row: int) -> None:
    rows = len(activity.indicators)
    if rows:
        label, _ = _block_looks(rows)
        page.write(row, Column.ACTIVITY, where.code_label(activity.code, activity.title), label, rows=rows)


def _block_looks(rows: int) -> tuple[Look, Look]:
    """The looks of the text and of a number that stand for so many rows."""
    return (styles.BLOCK_LABEL, styles.BLOCK_VALUE) if rows > 1 else (styles.LABEL, styles.VALUE)


def _write_indicator(page: Page, plan: Plan, indicator: Indicator, row: int) -> RowValues:
    """What the plan says of an indicator: label, unit, weight, targets. Gives what the formulas look at."""
    look = styles.VALUE.shown_as(styles.weight_format(indicator.weight))
    page.write(row, Column.INDICATOR, where.code_label(indicator.code, indicator.title), styles.LABEL)
    page.write(row, Column.UNIT, indicator.unit.bangla, styles.VALUE)
    weight = page.write(row, Column.WEIGHT, styles.number(indicator.weight), look)
    targets = []
    for position, column in enumerate(where.TARGET_COLUMNS):
        target = indicator.targets[position] if position < len(indicator.targets) else None
        if target is None:
            targets.append(page.write(row, column, where.MISSING_TIER, styles.TARGET))
        else:
            look = styles.TARGET.shown_as(styles.value_format(indicator.unit, target))
            targets.append(page.write(row, column, styles.cell_value(target), look))
    rule = indicator.rule or plan.rule
    return RowValues(weight=weight, targets=tuple(targets), percents=plan.percents, rule=rule)


def _write_answers(
    page: Page,
    plan: Plan,
    layout: Layout,
    quarter: Quarter,
    indicator: Indicator,
    row: int,
    values: RowValues,
    edition: Edition,
) -> Mapping[int, LiveCell]:
    """What comes from the officer, and what the formulas make of it."""
    typed = styles.INPUT.shown_as(styles.input_format(indicator.unit))
    achieved = page.write(row, Column.ACHIEVED, None, typed)
    accepted = page.write(row, Column.ACCEPTED, None, typed)
    claimed = page.typed(row, Column.LAST) if layout is Layout.MARKS else None
    values = replace(values, achieved=achieved, accepted=accepted, claimed=claimed)
    live = live_row(row, values, indicator.unit, plan.fiscal_year, quarter, layout)
    if edition is Edition.MACRO and fit_functions(plan):
        live = with_functions(row, live, plan, quarter)
    if layout is Layout.MARKS:
        marks, result = where.cell_name(row, Column.MARKS), live[Column.MARKS].result
        look = styles.CLAIM.shown_as(styles.MARKS)
        page.write_formula(row, Column.LAST, f'=IF({marks}="","",{marks})', result, look)
    else:
        page.write(row, Column.LAST, None, styles.INPUT_TEXT)
    page.write(row, Column.EVIDENCE, None, styles.INPUT_TEXT)
    page.write(row, Column.REVIEW, None, styles.WRITTEN_TEXT)
    for column, look in _live_looks(indicator, values.rule).items():
        if column in live:
            page.write_formula(row, column, live[column].formula, live[column].result, look)
        else:
            page.write(row, column, None, look)
    page.sheet.put(row, Working.RULE, values.rule.value, None)
    page.write_hidden(row, {column: cell for column, cell in live.items() if column in _HIDDEN})
    return live


def _live_looks(indicator: Indicator, rule: Rule) -> dict[Column, Look]:
    """How the cells look that show what the formulas found."""
    marks = styles.OURS.shown_as(styles.MARKS)
    return {
        Column.UNDERSTOOD: styles.OURS,
        Column.BEFORE: styles.OURS.shown_as(styles.input_format(indicator.unit)),
        Column.TIER: styles.OURS.shown_as(styles.tier_format(rule)),
        Column.MARKS: marks,
        Column.ATTAINABLE: marks,
        Column.MESSAGE: styles.OURS_TEXT,
    }


def _write_totals(page: Page, plan: Plan, last_row: int, live: Mapping[int, Mapping[int, LiveCell]]) -> None:
    total = styles.TOTAL.shown_as(styles.MARKS)
    page.write(last_row + 1, Column.TIER, where.TOTAL_LABEL, styles.TOTAL)
    for column in (Column.MARKS, Column.ATTAINABLE):
        first, last = where.cell_name(where.FIRST_ROW, column), where.cell_name(last_row, column)
        results = (cells[column].result for cells in live.values())
        # In whole hundredths: a sum of binary fractions ends in digits that nobody wrote.
        hundredths = sum(round(result * 100) for result in results if not isinstance(result, str))
        page.write_formula(last_row + 1, column, f"=SUM({first}:{last})", hundredths / 100, total)
    page.write(last_row + 2, Column.TIER, where.OUT_OF_LABEL, styles.OURS)
    page.write(last_row + 2, Column.MARKS, styles.number(plan.weight), styles.OURS.shown_as(styles.MARKS))


def _write_signature(page: Page, quarter: Quarter, row: int, shown: Shown) -> int:
    """Writes the signature block at the right side of the printed form; gives its last row."""
    label_column = where.TARGET_COLUMNS[-2]
    value_column = label_column + 1
    columns = Column.GAP - value_column
    page.write(row, label_column, where.SIGNATURE_LABEL, styles.SIGNATURE_LABEL)
    page.write(row, value_column, None, styles.SIGNATURE_LINE, columns=columns)
    page.sheet.set_row(row, 36)
    for label, field in where.signature_lines(quarter):
        row += 1
        name = field.defined_name
        look = styles.SIGNATURE.shown_as(styles.DATE) if field is Info.report_date(quarter) else styles.SIGNATURE
        page.write(row, label_column, label, styles.SIGNATURE_LABEL)
        page.write_formula(row, value_column, f'=IF({name}="","",{name})', shown[field], look, columns=columns)
        page.sheet.set_row(row, 18)
    return row


def _set_view(page: Page) -> None:
    sheet = page.sheet
    sheet.freeze_panes(where.FIRST_ROW, Column.UNIT)
    sheet.set_selection(where.cell_name(where.FIRST_ROW, Column.ACHIEVED))
    sheet.set_zoom(_ZOOM)
    sheet.set_tab_color(_TAB)
    sheet.hide_gridlines(2)


def _set_print(page: Page, last_row: int) -> None:
    sheet = page.sheet
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.55)
    sheet.center_horizontally()
    sheet.repeat_rows(where.HEADER_ROWS[0], where.NUMBER_ROW)
    sheet.print_area(0, 0, last_row, Column.LAST)
    # Every quarter is a report of its own, also when the whole workbook is printed.
    sheet.set_start_page(1)
    sheet.set_footer(f'&C&"{styles.FONT},Regular"&10{where.PAGE_FOOTER}')
    # The colours of the screen would only cost the office ink.
    sheet.print_black_and_white()
