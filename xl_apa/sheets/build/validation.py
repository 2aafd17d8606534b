"""Cells that are hard to fill in wrongly: prompts, questions, and sheets in which only inputs can be changed.

What is unusual is asked about and never refused: the program may read it, and says what it thinks of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Method, Plan, Unit
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.formulas.traits import traits_of
from xl_apa.sheets.formulas.vocabulary import ASCII_DIGITS, DIGITS
from xl_apa.sheets.layout import Column, Info
from xl_apa.xlsx.addresses import cell_name, column_letters, column_ranges
from xl_apa.xlsx.write.text_metrics import needed_height

LONGEST_TYPED = 40
"""Characters of text that are taken without a question: enough for `কার্যক্রম প্রক্রিয়াধীন রয়েছে`, too few for a sentence."""

_OWN_FIGURE: Mapping[Unit, str] = {Unit.NUMBER: "number-own", Unit.PERCENT: "percent-own"}
"""The prompts where a quarter's cell holds the quarter's own figure alone."""

_SECOND_CHARACTERS = f"{DIGITS}{ASCII_DIGITS}."
"""What a number goes on with after its first digit."""

_LONGEST_FORMULA = 255
_LONGEST_EVIDENCE = 150
"""Characters of what the plan names as evidence that a prompt has room for."""
_YEARS_TO_REPORT = 2

_ALLOWED: Mapping[str, bool] = {"format_rows": True, "format_columns": True}
"""A long remark needs a higher row, and Excel lets rows grow by themselves only where this is allowed."""


def protect(sheet: FormWriter) -> None:
    """Let people change unlocked cells only. There is no password: whoever must can take the protection off."""
    sheet.worksheet.protect("", dict(_ALLOWED))


def add_form_validation(sheet: FormWriter, plan: Plan, quarter: Quarter) -> None:
    """Add prompts and questions to the achievement and accepted cells of a quarter, and protect its sheet."""
    for (unit, whole, method), rows in _rows_by_kind(plan).items():
        own = _OWN_FIGURE[unit] if method.by_quarter else unit.value
        for column, prompt in ((Column.ACHIEVED, own), (Column.ACCEPTED, "accepted")):
            at = where.shape_of(plan).at(column)
            _validate_inputs(sheet, plan, unit, whole, prompt, rows, at, quarter, method)
    _ask_for_evidence(sheet, plan)
    _allow_numbers_as_text(sheet, plan)
    protect(sheet)


def _ask_for_evidence(sheet: FormWriter, plan: Plan) -> None:
    """Offer yes and no where it is asked whether the evidence is attached, and show what the plan names as evidence."""
    at, rows = where.shape_of(plan).at, _rows_by_evidence(plan)
    for evidence, places in rows.items():
        shown = evidence if len(evidence) <= _LONGEST_EVIDENCE else f"{evidence[: _LONGEST_EVIDENCE - 1]}…"
        named = render("prompt-evidence", "bn", {"evidence": shown}) if evidence else ""
        cells = column_ranges(places, at(Column.ATTACHED))
        _validate(sheet, cells, _choice(*where.ANSWERS), "attached", "attached", {}, also=named)
        if named:
            texts = {"input_title": render("prompt-evidence-title", "bn"), "input_message": named}
            _put(sheet, column_ranges(places, at(Column.EVIDENCE)), {"validate": "any", **texts})


def _rows_by_evidence(plan: Plan) -> Mapping[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, indicator in enumerate(plan.indicators, start=where.FIRST_ROW):
        rows.setdefault(indicator.evidence, []).append(row)
    return rows


def _allow_numbers_as_text(sheet: FormWriter, plan: Plan) -> None:
    """Keep Excel from marking the percents, which are kept as they were typed, as errors."""
    at = where.shape_of(plan).at
    rows = [row for row, each in enumerate(plan.indicators, where.FIRST_ROW) if each.unit is Unit.PERCENT]
    cells = [place for column in (Column.ACHIEVED, Column.ACCEPTED) for place in column_ranges(rows, at(column))]
    if rows:
        sheet.worksheet.ignore_errors({"number_stored_as_text": " ".join(cells)})


def add_info_validation(sheet: FormWriter, plan: Plan) -> None:
    """Ask about a fiscal year that is not the plan's own and report dates that are no days, and protect the sheet."""
    year = plan.fiscal_year
    _validate(sheet, [_info_cell(Info.FISCAL_YEAR)], _choice(year.label_bn), "year", "year", {"year": year.label})
    start, end = year.first_day, FiscalYear(year.start + _YEARS_TO_REPORT).last_day
    cells = [_info_cell(Info.report_date(quarter)) for quarter in Quarter]
    rule = _custom(_text_or(cells[0], _day_between(cells[0], start, end)))
    params = {"start": start, "end": end, "limit": LONGEST_TYPED, "example": _typed_day(year.due_day(Quarter.Q2))}
    _validate(sheet, [f"{cells[0]}:{cells[-1]}"], rule, "report-date", "report-date", params)
    protect(sheet)


def write_month_first_warning(sheet: FormWriter, rows: range, columns: range, width: float) -> None:
    """Write a block of cells that stays empty until the PC reads 01/02/2023 as the second of January."""
    warning = render("prompt-month-first", "bn")
    probe = 'DATEVALUE("01/02/2023")'
    formula = f'=IF(ISERROR({probe}),"",IF(MONTH({probe})=1,"{warning}",""))'
    sheet.write_formula(rows[0], columns[0], formula, "", looks.ALARM, rows=len(rows), columns=len(columns))
    # Room for a text that is not there yet: merged cells never grow. In several rows, since one would be a gap.
    height = needed_height(warning, width, looks.ALARM.font_size, bold=True)
    for row in rows:
        sheet.worksheet.set_row(row, height / len(rows))


# ---- what is accepted ---------------------------------------------------------------------------------------------


def _rows_by_kind(plan: Plan) -> Mapping[tuple[Unit, bool, Method], list[int]]:
    """Return the rows by unit, by whether whole numbers are meant, and by calculation method."""
    rows: dict[tuple[Unit, bool, Method], list[int]] = {}
    for row, indicator in enumerate(plan.indicators, start=where.FIRST_ROW):
        whole = traits_of(plan, indicator).whole or indicator.unit is not Unit.NUMBER
        rows.setdefault((indicator.unit, whole, indicator.calculated_by), []).append(row)
    return rows


def _validate_inputs(
    sheet: FormWriter,
    plan: Plan,
    unit: Unit,
    whole: bool,
    prompt: str,
    rows: list[int],
    column: int,
    quarter: Quarter,
    method: Method,
) -> None:
    year = plan.fiscal_year
    start, end = year.first_day, year.quarter_end(quarter)
    first = cell_name(rows[0], column)
    accepts: dict[Unit, Callable[[], str]] = {
        Unit.DATE: lambda: _day_between(first, start, end),
        Unit.NUMBER: lambda: f"{first}>=0,{first}=INT({first})" if whole else f"{first}>=0",
        Unit.PERCENT: lambda: f"{first}>=0,{first}<=100",
    }
    params = {"start": start, "end": end, "limit": LONGEST_TYPED, "example": _example(unit, end)}
    params["method"] = render(f"method-{method}", "bn")
    # A percent arrives as text, in ASCII digits too.
    text = f",IFERROR(VALUE({first}),0)<=100" if unit is Unit.PERCENT else ""
    formula = _text_or(first, accepts[unit](), text)
    if unit is not Unit.DATE:
        every = range(where.FIRST_ROW, where.FIRST_ROW + len(plan.indicators))
        formula = f"=AND({formula.removeprefix('=')},{_not_completed(rows[0], column, every)})"
    _validate(sheet, column_ranges(rows, column), _custom(formula), prompt, unit.value, params)


def _not_completed(row: int, column: int, rows: range) -> str:
    """Return the condition that a number is not the text of another row, as programs complete what is typed.

    Where `25 টি` stands in a column, a typed 2 becomes `25 টি` in Excel and LibreOffice. They complete texts alone, and
    what is one digit long is what was typed.
    """
    cell = cell_name(row, column)
    letters = column_letters(column)
    every = f"{letters}${rows[0] + 1}:{letters}${rows[-1] + 1}"
    goes_on = f'ISERROR(FIND(MID({cell},2,1),"{_SECOND_CHARACTERS}"))'
    return f"OR(LEN({cell})<2,{goes_on},SUMPRODUCT(ISTEXT({every})*EXACT({every},{cell}))<=ISTEXT({cell})*1)"


def _example(unit: Unit, quarter_end: date) -> str:
    """Return an achievement as somebody may type it, which the cell takes."""
    if unit is Unit.DATE:
        return _typed_day(quarter_end.replace(month=quarter_end.month - 1, day=16))
    return {Unit.NUMBER: "৪", Unit.PERCENT: "৯৬"}[unit]


def _typed_day(day: date) -> str:
    return to_bangla_digits(f"{day:%d/%m/%Y}")


def _text_or(cell: str, conditions: str, of_text: str = "") -> str:
    # Short text passes: Bengali digits, `-` and `চলমান` are text, and the marks formulas read them.
    text = f"LEN({cell})<={LONGEST_TYPED}"
    return f"=IF(ISTEXT({cell}),{f'AND({text}{of_text})' if of_text else text},AND(ISNUMBER({cell}),{conditions}))"


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
    sheet: FormWriter,
    ranges: list[str],
    rule: dict[str, Any],
    prompt: str,
    unusual: str,
    params: Mapping[str, object],
    also: str = "",
) -> None:
    texts = {
        "input_title": f"prompt-{prompt}-title",
        "input_message": f"prompt-{prompt}",
        "error_title": f"prompt-{unusual}-unusual-title",
        "error_message": f"prompt-{unusual}-unusual",
    }
    options = rule | {"error_type": "warning"} | {name: render(code, "bn", params) for name, code in texts.items()}
    if also:
        options["input_message"] += f"\n{also}"
    _put(sheet, ranges, options)


def _put(sheet: FormWriter, ranges: list[str], options: dict[str, Any]) -> None:
    place = " ".join(ranges)
    # A rule that XlsxWriter does not like is left out of the file without an error.
    status = sheet.worksheet.data_validation(0, 0, 0, 0, {**options, "multi_range": place})
    if status:
        raise ValueError(f"{sheet.name}!{place}: no workbook can hold this rule: {options}")


def _info_cell(field: Info) -> str:
    return cell_name(where.info_row(field), where.INFO_VALUE_COLUMN)
