"""The info sheet: who reports, when each report was signed, and that day in words."""

from __future__ import annotations

from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Office, Plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.validation import add_info_validation, write_month_first_warning
from xl_apa.sheets.formulas.parts import day_in_words
from xl_apa.sheets.formulas.results import in_words
from xl_apa.sheets.layout import Info
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import Link
from xl_apa.xlsx.write import styles

_TAB = "#E0B400"
_ZOOM = 80
_WIDTHS = {
    0: 2.0,
    where.INFO_LABEL_COLUMN: 34.0,
    where.INFO_VALUE_COLUMN: 42.0,
    3: 2.0,
    where.INFO_WORDS_COLUMN: 20.0,
    where.INFO_GUIDANCE_COLUMN: 58.0,
}
_WARNING_ROWS = 3
"""Below the fields, for a warning that seldom comes."""
_REPORT_DATES = tuple(map(Info.report_date, Quarter))


def build_info_sheet(workbook: Workbook, sheet: FormWriter, plan: Plan, office: Office) -> dict[Info, CellValue]:
    """Write the info sheet; return what stands in its fields."""
    guidance_column = where.INFO_GUIDANCE_COLUMN
    sheet.set_widths(_WIDTHS)
    sheet.write(0, where.INFO_LABEL_COLUMN, where.INFO_TITLE, looks.INFO_TITLE)
    filled: dict[Info, CellValue] = {
        Info.FISCAL_YEAR: plan.fiscal_year.label_bn,
        Info.OFFICE_CODE: office.code,
        Info.OFFICE_NAME: office.name,
        Info.PARENT: office.parent,
    }
    shown = {field: _write_field(workbook, sheet, field, filled.get(field)) for field in where.INFO_LABELS}
    rows = range(where.INFO_FIRST_ROW, where.INFO_FIRST_ROW + len(where.INFO_LABELS))
    sheet.write(rows[0] - 1, guidance_column, where.INFO_GUIDANCE_TITLE, looks.INFO_HEADING)
    sheet.write(rows[0], guidance_column, "\n".join(where.INFO_GUIDANCE), looks.GUIDANCE, rows=len(rows))
    sheet.fit_rows(range(rows[-1] + 1))
    fields = range(where.INFO_LABEL_COLUMN, where.INFO_VALUE_COLUMN + 1)
    below = range(rows.stop, rows.stop + _WARNING_ROWS)
    write_month_first_warning(sheet, below, fields, sum(_WIDTHS[column] for column in fields))
    sheet.write(rows[-1] + 1, guidance_column, Link(render("help-more", "bn"), f"#'{where.HELP_SHEET}'!A1"), looks.LINK)
    add_info_validation(sheet, plan)
    worksheet = sheet.worksheet
    # A code of digits is text on purpose; Excel would mark it as a mistake.
    worksheet.ignore_errors({"number_stored_as_text": f"{_cell(Info.OFFICE_CODE)}:{_cell(Info.DESIGNATION)}"})
    worksheet.set_selection(_cell(Info.OFFICE_CODE))
    worksheet.set_tab_color(_TAB)
    worksheet.set_zoom(_ZOOM)
    sheet.set_page(None)
    worksheet.hide_gridlines(2)
    worksheet.activate()
    return shown


def _write_field(workbook: Workbook, sheet: FormWriter, field: Info, value: CellValue) -> CellValue:
    row = where.info_row(field)
    is_day = field in _REPORT_DATES
    look = looks.INFO_INPUT.shown_as(styles.DATE if is_day else styles.TEXT)
    sheet.write(row, where.INFO_LABEL_COLUMN, where.INFO_LABELS[field], looks.INFO_LABEL)
    cell = xl_rowcol_to_cell(row, where.INFO_VALUE_COLUMN, row_abs=True, col_abs=True)
    workbook.define_name(field.defined_name, f"='{where.INFO_SHEET}'!{cell}")
    held = sheet.write(row, where.INFO_VALUE_COLUMN, value, look)
    if is_day:
        said = f'=IF(ISNUMBER({_cell(field)}),{day_in_words(_cell(field))},"")'
        words = in_words(held) if isinstance(held, date) else ""
        sheet.write_formula(row, where.INFO_WORDS_COLUMN, said, words, looks.NOTE)
    return held


def _cell(field: Info) -> str:
    return cell_name(where.info_row(field), where.INFO_VALUE_COLUMN)
