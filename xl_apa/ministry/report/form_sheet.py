"""The official form, filled in for the ministry as a whole, and beside it how each value came about.

Marks are looked up in the sheet of marks and added up by formulas, so that whoever corrects a mark there sees it here.
Each is rounded as it is printed: the column adds up on paper, and may be hundredths away from the mean of all totals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from xlsxwriter.workbook import Workbook

from xl_apa.core.cells import CellValue
from xl_apa.core.model import Layout, Plan, Rollup, Unit, Value
from xl_apa.core.rounding import PLACES
from xl_apa.core.text.numerals import plain
from xl_apa.ministry.analysis.rollup import RolledUp, own_office, roll_up
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.report import sentences
from xl_apa.ministry.report.marks_sheet import apart_formula, mean_formula
from xl_apa.ministry.report.words import NO_VALUE, Words, capital, words_of
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks, official_form
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.number_formats import weight_format
from xl_apa.sheets.build.official_form import Signed
from xl_apa.sheets.layout import Column, Info
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_limits import FIRST_DAY, LARGEST_NUMBER, cell_text
from xl_apa.xlsx.cell_values import as_number
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.styles import Styles

_HOW = Column.GAP
"""Right of the official columns: how a value came about."""
_WIDTHS = {**official_form.WIDTHS, Column.ACHIEVED: 14.0, Column.LAST: 11.0, _HOW: 38.0}
_LAYOUT = Layout.MARKS
_ZOOM = 85
_ON_ONE_PAGE = 12
"""So many indicators, with totals and signature, can still be read on one page."""

_VALUE = replace(looks.VALUE, shrink=True, text_wrap=False)
_MARKS = looks.VALUE.shown_as(styles.MARKS)
_TOTAL = replace(looks.VALUE, bold=True)
_TOTAL_LABEL = replace(looks.LABEL, bold=True)
_TOTAL_ON_TOP = replace(looks.TITLE, font_size=12, align="right")
_BESIDE = replace(looks.OURS_TEXT, font_size=11)


@dataclass(frozen=True, slots=True)
class _Sums:
    """What a total is made of: its rows, and which indicators without marks are not in it."""

    label: str
    rows: range
    rolled: tuple[RolledUp, ...]

    @property
    def marks(self) -> Decimal | None:
        earned = [each.marks for each in self.rolled if each.marks is not None]
        return sum(earned, Decimal(0)) if earned else None

    def note(self, words: Words) -> str:
        """Return what the total is out of, "" where all indicators are in it."""
        left_out = [each.indicator.code for each in self.rolled if each.marks is None]
        if self.marks is None or not left_out:
            return ""
        weight = sum((each.indicator.weight for each in self.rolled if each.marks is not None), Decimal(0))
        return sentences.out_of_line(words, plain(weight), left_out)


def write_ministry_form(workbook: Workbook, formats: Styles, consolidation: MinistryResult) -> None:
    """Write the 14 columns, totals by area and in all, what the numbers rest on, and room to sign."""
    words = words_of(consolidation)
    sheet = FormWriter(workbook, words.sheet(Sheet.FORM), formats)
    worksheet = sheet.worksheet
    shape = where.shape_of(consolidation.task.plan)
    sheet.set_widths(shape.placed(_WIDTHS))
    _write_head(sheet, consolidation)
    rolled = roll_up(consolidation)
    last = _write_rows(sheet, consolidation, rolled)
    end = _write_totals(sheet, words, _all_sums(words, consolidation.task.plan, rolled), last + 1, shape)
    end = _write_foot(sheet, consolidation, end + 1)
    _write_total_on_top(sheet, words, consolidation.task.plan, rolled, last + 1)
    sheet.fit_rows(range(where.FIRST_ROW))
    sheet.fit_rows(range(where.FIRST_ROW, last + 1))
    # From the indicator on, as an office's own form is seen: so the marks stand on the screen too.
    worksheet.set_top_left_cell(0, Column.INDICATOR)
    worksheet.freeze_panes(where.FIRST_ROW, 0, where.FIRST_ROW, Column.INDICATOR)
    worksheet.set_selection(cell_name(where.FIRST_ROW, Column.INDICATOR))
    worksheet.set_zoom(_ZOOM)
    worksheet.hide_gridlines(2)
    official_form.set_print(sheet, end, shape.at(_HOW), words.lang)
    if len(consolidation.task.plan.indicators) <= _ON_ONE_PAGE:
        # Or the signature alone would stand on a second page.
        worksheet.fit_to_pages(1, 1)


def _write_head(sheet: FormWriter, consolidation: MinistryResult) -> None:
    words, task = words_of(consolidation), consolidation.task
    how = where.shape_of(task.plan).at(_HOW)
    base = consolidation.base if consolidation.offices else 0
    title = cell_text(sentences.form_title(words, _name(consolidation), base))
    official_form.write_titles(sheet, task.plan, _LAYOUT, task.quarter, title, columns=how, lang=words.lang)
    official_form.write_header(sheet, task.plan, _LAYOUT, task.quarter, words.lang)
    first = where.HEADER_ROWS[0]
    sheet.write(first, how, words.word("official-how"), looks.HEADING, rows=where.NUMBER_ROW + 1 - first)


def _write_total_on_top(
    sheet: FormWriter, words: Words, plan: Plan, rolled: tuple[RolledUp, ...], first_total: int
) -> None:
    """Write the total beside the titles: its own row is the last one, below what a screen shows."""
    shape = where.shape_of(plan)
    sums = _all_sums(words, plan, rolled)
    row, total = where.TITLE_ROWS[-1], first_total + len(sums) - 1
    out_of = words.digits(plain(plan.weight))
    look = _TOTAL_ON_TOP.shown_as(styles.marks_between(f"{words.say('official-total')}: ", f" / {out_of}"))
    formula = f"={cell_name(total, shape.at(Column.LAST))}"
    sheet.write_formula(row, shape.at(_HOW), formula, _marks(sums[-1].marks), look)


def _name(consolidation: MinistryResult) -> str:
    top = consolidation.register.top if consolidation.register else None
    return (top.name or top.code) if top else ""


def _write_rows(sheet: FormWriter, consolidation: MinistryResult, rolled_up: Sequence[RolledUp]) -> int:
    """Write a row per indicator; return the last one."""
    words, registered = words_of(consolidation), consolidation.register is not None
    own, at = own_office(consolidation), where.shape_of(consolidation.task.plan).at
    row = where.FIRST_ROW
    for (row, _, _), rolled in zip(official_form.write_plan(sheet, consolidation.task.plan, words.lang), rolled_up):
        sheet.write(row, at(Column.ACHIEVED), _shown(words, rolled.value), _VALUE.shown_as(_value_format(rolled)))
        formula = _marks_formula(consolidation, rolled, own)
        sheet.write_formula(row, at(Column.LAST), formula, _marks(rolled.marks), _MARKS)
        how = capital(sentences.how_line(words, rolled, registered))
        sheet.write(row, at(_HOW), how, _BESIDE)
    return row


def _marks_formula(consolidation: MinistryResult, rolled: RolledUp, own: OfficeResult | None) -> str:
    if rolled.marks is None:
        return ""
    found = mean_formula(consolidation, rolled.indicator)
    if rolled.how is Rollup.OWN and own:
        found = apart_formula(consolidation, rolled.indicator, own)
    return f"=ROUND({found},{PLACES})"


def _marks(marks: Decimal | None) -> CellValue:
    return NO_VALUE if marks is None else float(marks)


def _shown(words: Words, value: Value | None) -> CellValue:
    """Return a value as a cell can hold it; days and numbers that Excel does not know in words."""
    if value is None:
        return NO_VALUE
    if isinstance(value, date):
        return value if value >= FIRST_DAY else words.show(value)
    return as_number(value) if abs(value) <= LARGEST_NUMBER else words.digits(f"{value:.3e}")


def _value_format(rolled: RolledUp) -> str:
    value, unit = rolled.value, rolled.indicator.unit
    if value is None or isinstance(value, date):
        return styles.DATE
    if rolled.how is Rollup.SHARE:
        unit = Unit.PERCENT
    whole = value == value.to_integral_value()
    if unit is Unit.PERCENT:
        return styles.PERCENT if whole else styles.EXACT_PERCENT
    return styles.INTEGER if whole else styles.ANY_NUMBER


def _write_totals(
    sheet: FormWriter, words: Words, all_sums: Sequence[_Sums], first: int, shape: where.FormShape
) -> int:
    """Write the totals of the areas and of the whole plan; return the last row."""
    row, last = first, shape.at(Column.LAST)
    for row, sums in enumerate(all_sums, start=first):
        sheet.write(row, Column.SERIAL, sums.label, _TOTAL_LABEL, columns=Column.WEIGHT)
        weight = sum((each.indicator.weight for each in sums.rolled), Decimal(0))
        look = _TOTAL.shown_as(weight_format(weight))
        sheet.write_formula(row, Column.WEIGHT, f"=SUM({_cells(sums.rows, Column.WEIGHT)})", as_number(weight), look)
        sheet.write(row, Column.TARGETS, None, _TOTAL, columns=last - Column.TARGETS)
        cells = _cells(sums.rows, last)
        formula = f'=IF(COUNT({cells})=0,"{NO_VALUE}",SUM({cells}))'
        sheet.write_formula(row, last, formula, _marks(sums.marks), _TOTAL.shown_as(styles.MARKS))
        sheet.write(row, shape.at(_HOW), sums.note(words), _BESIDE)
        sheet.fit_rows(range(row, row + 1))
    return row


def _all_sums(words: Words, plan: Plan, rolled: tuple[RolledUp, ...]) -> list[_Sums]:
    """Return the sums by area, and in all."""
    sums, done = [], 0
    for area in plan.areas:
        count = len(area.indicators)
        if count:
            rows = range(where.FIRST_ROW + done, where.FIRST_ROW + done + count)
            label = sentences.area_total(words, where.area_label(area.code, area.title, words.lang))
            sums.append(_Sums(label, rows, rolled[done : done + count]))
            done += count
    rows = range(where.FIRST_ROW, where.FIRST_ROW + done)
    return [*sums, _Sums(words.word("official-total"), rows, rolled)]


def _cells(rows: range, column: int) -> str:
    return f"{cell_name(rows[0], column)}:{cell_name(rows[-1], column)}"


def _write_foot(sheet: FormWriter, consolidation: MinistryResult, first: int) -> int:
    """Write what the numbers rest on, and the signature block under it; return the last row."""
    words, task = words_of(consolidation), consolidation.task
    base = sentences.base_line(consolidation)
    marks = [words.say("form-marks", base=base)] if base else []
    told = (sentences.rule_text(words, task.plan, task.rule), *marks, words.say("form-targets"))
    for row, line in enumerate(told, start=first):
        sheet.write(row, Column.SERIAL, line, looks.NOTE)
    name = cell_text(_name(consolidation)) or None
    fields: Mapping[Info, CellValue] = {Info.OFFICE_NAME: name}
    lines = [Signed(label, fields.get(field)) for label, field in where.signature_lines(task.quarter, words.lang)]
    return official_form.write_signature(sheet, first + len(told), lines, where.shape_of(task.plan), words.lang)
