"""Cells that are hard to fill in wrongly: prompts, refusals, and sheets in which only inputs can be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Plan, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.layout import Column, Info
from xl_apa.xlsx.addresses import cell_name, column_ranges
from xl_apa.xlsx.text_metrics import needed_height

LONGEST_TYPED = 20
"""Characters of text an achievement may have: enough for `১৬ই সেপ্টেম্বর, ২০২৩`, too few for a sentence."""

_LONGEST_FORMULA = 255
_YEARS_TO_REPORT = 2

_ALLOWED: Mapping[str, bool] = {"format_rows": True, "format_columns": True}
"""A long remark needs a higher row, and Excel lets rows grow by themselves only where this is allowed."""


def protect(sheet: FormWriter) -> None:
    """Let people change unlocked cells only. There is no password: whoever must can take the protection off."""
    sheet.worksheet.protect("", dict(_ALLOWED))


def add_form_validation(sheet: FormWriter, plan: Plan, quarter: Quarter) -> None:
    """Add prompts and refusals to the achievement and accepted cells of a quarter, and protect its sheet."""
    for unit in Unit:
        rows = [row for row, each in enumerate(plan.indicators, start=where.FIRST_ROW) if each.unit is unit]
        for column, prompt in ((Column.ACHIEVED, unit.value), (Column.ACCEPTED, "accepted")):
            if rows:
                _validate_inputs(sheet, unit, prompt, rows, column, plan.fiscal_year, quarter)
    protect(sheet)


def add_info_validation(sheet: FormWriter, plan: Plan) -> None:
    """Let the fiscal year be the plan's own and report dates days, and protect the sheet."""
    year = plan.fiscal_year
    _validate(sheet, [_info_cell(Info.FISCAL_YEAR)], _choice(year.label_bn), "year", "year", {"year": year.label})
    start, end = year.first_day, FiscalYear(year.start + _YEARS_TO_REPORT).last_day
    cells = [_info_cell(Info.report_date(quarter)) for quarter in Quarter]
    rule = _custom(_text_or(cells[0], _day_between(cells[0], start, end)))
    params = {"start": start, "end": end, "limit": LONGEST_TYPED}
    _validate(sheet, [f"{cells[0]}:{cells[-1]}"], rule, "report-date", "report-date", params)
    protect(sheet)


def write_month_first_warning(sheet: FormWriter, row: int, columns: range, width: float) -> None:
    """Write a cell that stays empty until the PC reads 01/02/2023 as the second of January."""
    warning = render("prompt-month-first", "bn")
    probe = 'DATEVALUE("01/02/2023")'
    formula = f'=IF(ISERROR({probe}),"",IF(MONTH({probe})=1,"{warning}",""))'
    sheet.write_formula(row, columns[0], formula, "", looks.ALARM, columns=len(columns))
    # Room for a text that is not there yet: merged cells never grow.
    sheet.worksheet.set_row(row, needed_height(warning, width, looks.ALARM.font_size, bold=True))


# ---- what is accepted ---------------------------------------------------------------------------------------------


def _validate_inputs(
    sheet: FormWriter, unit: Unit, prompt: str, rows: list[int], column: Column, year: FiscalYear, quarter: Quarter
) -> None:
    start, end = year.first_day, year.quarter_end(quarter)
    first = cell_name(rows[0], column)
    accepts: dict[Unit, Callable[[], str]] = {
        Unit.DATE: lambda: _day_between(first, start, end),
        Unit.NUMBER: lambda: f"{first}>=0,{first}=INT({first})",
        Unit.PERCENT: lambda: f"{first}>=0,{first}<=100",
    }
    params = {"start": start, "end": end, "limit": LONGEST_TYPED}
    _validate(sheet, column_ranges(rows, column), _custom(_text_or(first, accepts[unit]())), prompt, unit.value, params)


def _text_or(cell: str, conditions: str) -> str:
    # Text passes as long as it is short: Bengali digits, `-` and `চলমান` are text, and the marks formulas read them.
    return f"=IF(ISTEXT({cell}),LEN({cell})<={LONGEST_TYPED},AND(ISNUMBER({cell}),{conditions}))"


def _day_between(cell: str, start: date, end: date) -> str:
    # The day after the last one: a day may carry a time of day.
    return f"{cell}>={_day(start)},{cell}<{_day(end)}+1"


def _day(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def _custom(formula: str) -> dict[str, Any]:
    if len(formula) > _LONGEST_FORMULA:
        raise ValueError(f"Excel takes rules of up to {_LONGEST_FORMULA} characters: {formula}")
    return {"validate": "custom", "value": formula}


def _choice(*values: str) -> dict[str, Any]:
    return {"validate": "list", "source": list(values)}


def _validate(
    sheet: FormWriter, ranges: list[str], rule: dict[str, Any], prompt: str, refusal: str, params: Mapping[str, object]
) -> None:
    texts = {
        "input_title": f"prompt-{prompt}-title",
        "input_message": f"prompt-{prompt}",
        "error_title": f"prompt-{refusal}-refused-title",
        "error_message": f"prompt-{refusal}-refused",
    }
    options = rule | {name: render(code, "bn", params) for name, code in texts.items()}
    place = " ".join(ranges)
    # A rule that XlsxWriter does not like is left out of the file without an error.
    status = sheet.worksheet.data_validation(0, 0, 0, 0, {**options, "multi_range": place})
    if status:
        raise ValueError(f"{sheet.name}!{place}: no workbook can hold this rule: {options}")


def _info_cell(field: Info) -> str:
    return cell_name(where.info_row(field), where.INFO_VALUE_COLUMN)
