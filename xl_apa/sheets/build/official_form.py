"""The official 14-column form, whoever fills it in: its titles, headings, the plan's own columns, signature, page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import MOST_TIERS, Activity, Area, Indicator, Layout, Plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.number_formats import percent_format, value_format, weight_format
from xl_apa.sheets.formulas import RowValues
from xl_apa.sheets.formulas.results.values import percent_value, percent_values
from xl_apa.sheets.formulas.vocabulary import DIGITS
from xl_apa.sheets.layout import Column
from xl_apa.xlsx.cell_values import as_number, cell_value
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import Margins
from xl_apa.xlsx.write.styles import Look

WIDTHS: dict[int, float] = {
    Column.SERIAL: 5,
    Column.AREA: 15,
    Column.AREA_WEIGHT: 6,
    Column.ACTIVITY: 25,
    Column.INDICATOR: 33,
    Column.UNIT: 6.5,
    Column.WEIGHT: 8,
    **dict.fromkeys(where.form_shape(MOST_TIERS).target_columns, 9.5),
}
"""The columns that say the same in every form of a plan."""

_MARGINS = Margins(side=0.4, top=0.45, bottom=0.55)
_SQUEEZED = 0.3
"""What is over by less than this part of a page is printed a little smaller: else the signature stands alone."""


class Signed(NamedTuple):
    """A line under the signature; `formula` is "" where the value is not looked up."""

    label: str
    value: CellValue = None
    formula: str = ""
    look: Look = looks.SIGNATURE


def write_titles(
    sheet: FormWriter,
    plan: Plan,
    layout: Layout,
    quarter: Quarter,
    who: CellValue,
    formula: str = "",
    *,
    columns: int,
    lang: str = "bn",
) -> None:
    """Write who reports, on which plan, for which quarter, over so many columns."""
    who_row, plan_row, quarter_row = where.TITLE_ROWS
    sheet.write_formula(who_row, 0, formula, who, looks.TITLE, columns=columns)
    sheet.write(plan_row, 0, where.plan_title(plan, layout, lang), looks.TITLE, columns=columns)
    sheet.write(quarter_row, 0, where.quarter_title(layout, quarter, lang), looks.SUBTITLE, columns=columns)


def write_header(sheet: FormWriter, plan: Plan, layout: Layout, quarter: Quarter, lang: str = "bn") -> None:
    """Write the headings, the tiers, and the numbers ১ … ১৪ under them."""
    first, names, percents = where.HEADER_ROWS
    rows, shape = len(where.HEADER_ROWS), where.shape_of(plan)
    headings = {column: where.official_heading(column, lang) for column in where.FIXED_COLUMNS} | {
        Column.ACHIEVED: where.achieved_heading(layout, quarter, lang),
        Column.LAST: where.last_heading(layout, lang),
    }
    for column, heading in headings.items():
        # Programs complete what is typed with texts of its column: only behind a blank does ২ stay ২.
        text = f" {heading}" if heading[0] in DIGITS else heading
        sheet.write(first, shape.at(column), text, looks.HEADING, rows=rows)
    targets = where.target_heading(plan.fiscal_year, lang)
    # A year's one target needs no name of a tier beside the heading.
    alone = where.is_single_target(plan)
    sheet.write(first, Column.TARGETS, targets, looks.HEADING, rows=2 if alone else 1, columns=len(shape.targets))
    for target_column, tier in zip(shape.targets, plan.tiers):
        look = looks.HEADING.shown_as(percent_format(tier.percent))
        if not alone:
            sheet.write(names, target_column, tier.name, looks.HEADING)
        sheet.write(percents, target_column, percent_value(tier.percent), look)
    for number, official_column in enumerate(shape.official, start=1):
        sheet.write(where.NUMBER_ROW, official_column, number, looks.NUMBERING.shown_as(styles.INTEGER))


def write_plan(sheet: FormWriter, plan: Plan, lang: str = "bn") -> Iterator[tuple[int, Indicator, RowValues]]:
    """Write what the plan says, row by row: each row with its indicator and what stands in it, before the next one."""
    row = where.FIRST_ROW
    for area in plan.areas:
        _write_area(sheet, area, row, lang)
        for activity in area.activities:
            _write_activity(sheet, activity, row, lang)
            for indicator in activity.indicators:
                yield row, indicator, _write_indicator(sheet, plan, indicator, row, lang)
                row += 1


def _write_area(sheet: FormWriter, area: Area, row: int, lang: str) -> None:
    rows = len(area.indicators)
    if rows:
        label, value = looks.BLOCK_LABEL, looks.BLOCK_VALUE
        weight = value.shown_as(weight_format(area.weight))
        sheet.write(row, Column.SERIAL, where.serial_label(area, lang), value.shown_as(styles.INTEGER), rows=rows)
        sheet.write(row, Column.AREA, where.area_label(area.code, area.title, lang), label, rows=rows)
        sheet.write(row, Column.AREA_WEIGHT, as_number(area.weight), weight, rows=rows)


def _write_activity(sheet: FormWriter, activity: Activity, row: int, lang: str) -> None:
    rows = len(activity.indicators)
    if rows:
        label = where.code_label(activity.code, activity.title, lang)
        sheet.write(row, Column.ACTIVITY, label, looks.BLOCK_LABEL, rows=rows)


def _write_indicator(sheet: FormWriter, plan: Plan, indicator: Indicator, row: int, lang: str) -> RowValues:
    """Write what the plan says of an indicator: label, unit, weight, targets. Return what the formulas look at."""
    look = looks.VALUE.shown_as(weight_format(indicator.weight))
    sheet.write(row, Column.INDICATOR, where.code_label(indicator.code, indicator.title, lang), looks.LABEL)
    sheet.write(row, Column.UNIT, indicator.unit_shown or None, looks.VALUE)
    weight = sheet.write(row, Column.WEIGHT, as_number(indicator.weight), look)
    targets = []
    for position, column in enumerate(where.shape_of(plan).targets):
        target = indicator.targets[position] if position < len(indicator.targets) else None
        if target is None:
            targets.append(sheet.write(row, column, where.MISSING_TIER, looks.TARGET))
        else:
            look = looks.TARGET.shown_as(value_format(indicator.unit, target, indicator.decimals))
            targets.append(sheet.write(row, column, cell_value(target), look))
    rule = indicator.rule or plan.rule
    return RowValues(
        weight=weight,
        targets=tuple(targets),
        percents=percent_values(plan),
        rule=rule,
    )


def write_signature(
    sheet: FormWriter, row: int, lines: Iterable[Signed], shape: where.FormShape, lang: str = "bn"
) -> int:
    """Write the signature block at the right side of the form, and under it the lines; return its last row."""
    # Right of the columns by which a row is known to be an indicator's.
    label_column = max(shape.at(Column.ACHIEVED) - 2, int(Column.TARGETS))
    value_column = label_column + 1
    columns = shape.at(Column.GAP) - value_column
    sheet.write(row, label_column, render("official-signature", lang), looks.SIGNATURE_LABEL)
    sheet.write(row, value_column, None, looks.SIGNATURE_LINE, columns=columns)
    sheet.worksheet.set_row(row, 36)
    for line in lines:
        row += 1
        sheet.write(row, label_column, line.label, looks.SIGNATURE_LABEL)
        sheet.write_formula(row, value_column, line.formula, line.value, line.look, columns=columns)
        sheet.worksheet.set_row(row, 18)
    return row


def set_print(sheet: FormWriter, last_row: int, last_column: int, lang: str = "bn") -> None:
    """Print on A4 across, as wide as the page, with the headings on every page and no page for the signature alone."""
    worksheet = sheet.worksheet
    repeated = range(where.HEADER_ROWS[0], where.NUMBER_ROW + 1)
    pages = sheet.pages_needed(last_row, last_column, _MARGINS)
    over = pages % 1
    high = max(int(pages), 1) if over <= _SQUEEZED or pages < 1 else 0
    sheet.set_page(_MARGINS, pages_high=high, repeated=repeated)
    sheet.set_footer(render("page-footer", lang), 10)
    worksheet.center_horizontally()
    worksheet.print_area(0, 0, last_row, last_column)
    # The colours of the screen would only cost the office ink.
    worksheet.print_black_and_white()
