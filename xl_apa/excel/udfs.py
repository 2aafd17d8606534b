"""The worksheet functions: convert, call core, show.

Plain Python functions where Excel is absent. A range may have any shape, every message is a short Bangla sentence,
and a row that is blank altogether gives blank text. The function wizard shows the docstrings.
"""

from __future__ import annotations

from datetime import date
from itertools import chain, repeat

from xl_apa.core.cells import CellValue
from xl_apa.core.errors import CallError, XlApaError
from xl_apa.core.findings import Finding, gravest
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.marking.explaining import explain_row
from xl_apa.core.marking.rating import RatedRow, finding_about
from xl_apa.core.marking.rows import (
    check_row,
    read_day,
    read_method,
    read_quarter,
    read_row,
    read_rule,
    read_tiers,
    read_unit,
    read_unit_name,
    read_weight,
    read_year,
    row_message,
)
from xl_apa.core.messages import show
from xl_apa.core.model import Percent, Rule, Unit
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.core.typed.reading import parse_marks, read_alone
from xl_apa.excel.udf_conversion import (
    LANG,
    Shown,
    Typed,
    blank,
    block,
    cells,
    day_or_number,
    each,
    in_a_cell,
    number,
    one,
    trimmed,
)
from xl_apa.excel.xlwings_import import xw

__all__ = [
    "apa_attainable",
    "apa_bangla",
    "apa_check",
    "apa_date",
    "apa_explain",
    "apa_marks",
    "apa_number",
    "apa_table",
    "apa_tier",
]

CATEGORY = "APA"
"""Where the function wizard lists the functions."""

BESIDE_TARGETS = 3
"""Unit and weight before the targets, the achievement behind them: columns 6 to 13 of the official form."""


# ---- a row ----------------------------------------------------------------------------------------------------------


@xw.func(category=CATEGORY)
@in_a_cell
def apa_marks(
    unit: Typed,
    weight: Typed,
    achieved: Typed,
    targets: Typed,
    rule: Typed = "tier",
    tiers: Typed = None,
    earlier: Typed = None,
    method: Typed = "",
) -> Shown:
    """Marks of one indicator. 0 while it is ongoing; blank when nothing is reported or nothing can be read."""
    row = _row(unit, weight, achieved, targets, rule, tiers, earlier=earlier, method=method)
    return number(row.marks(read_weight(one(weight)))) if row else ""


@xw.func(category=CATEGORY)
@in_a_cell
def apa_tier(
    unit: Typed,
    achieved: Typed,
    targets: Typed,
    rule: Typed = "tier",
    tiers: Typed = None,
    earlier: Typed = None,
    method: Typed = "",
) -> Shown:
    """Tier percent of one indicator, 0 to 100. Blank when nothing is reported or the achievement cannot be read."""
    row = _row(unit, None, achieved, targets, rule, tiers, earlier=earlier, method=method)
    return number(row.percent) if row else ""


@xw.func(category=CATEGORY)
@in_a_cell
def apa_check(
    unit: Typed,
    weight: Typed,
    achieved: Typed,
    targets: Typed,
    fiscal_year: Typed,
    quarter: Typed,
    tiers: Typed = None,
    earlier: Typed = None,
    method: Typed = "",
) -> Shown:
    """What is wrong with one indicator, in Bangla. Blank when it is fine."""
    year, at = read_year(one(fiscal_year)), read_quarter(one(quarter))
    row = _row(unit, weight, achieved, targets, None, tiers, year, earlier=earlier, method=method)
    if row is None:
        return ""
    read_weight(one(weight))
    return _said(gravest(check_row(row, year, at)))


@xw.func(category=CATEGORY)
@in_a_cell
def apa_explain(
    unit: Typed,
    weight: Typed,
    achieved: Typed,
    targets: Typed,
    rule: Typed = "tier",
    tiers: Typed = None,
    earlier: Typed = None,
    method: Typed = "",
) -> Shown:
    """How the marks of one indicator came about, in Bangla; with earlier quarters also how the year's figure did."""
    row = _row(unit, weight, achieved, targets, rule, tiers, earlier=earlier, method=method)
    return explain_row(row, read_weight(one(weight)), LANG) if row else ""


@xw.func(category=CATEGORY)
@in_a_cell
def apa_attainable(
    unit: Typed,
    weight: Typed,
    achieved: Typed,
    targets: Typed,
    as_of: Typed,
    tiers: Typed = None,
    earlier: Typed = None,
    method: Typed = "",
) -> Shown:
    """Marks that one indicator can still earn on a day. A number or percent keeps its full weight in view all year."""
    row = _row(unit, weight, achieved, targets, None, tiers, earlier=earlier, method=method)
    return number(row.attainable(read_weight(one(weight)), read_day(one(as_of)))) if row else ""


# ---- a cell ---------------------------------------------------------------------------------------------------------


@xw.func(category=CATEGORY)
@in_a_cell
def apa_date(text: Typed) -> Shown:
    """The date that a text means, day first, in Bengali or English digits. Otherwise a message says why it is none."""
    return each(text, lambda cell: _understood(cell, Unit.DATE))


@xw.func(category=CATEGORY)
@in_a_cell
def apa_number(text: Typed) -> Shown:
    """The number that a text means, in Bengali or English digits. Otherwise a message says why it is none."""
    return each(text, lambda cell: _understood(cell, Unit.NUMBER))


@xw.func(category=CATEGORY)
@in_a_cell
def apa_bangla(value: Typed) -> Shown:
    """A number or date with Bengali digits, the month in words; of a text, its digits become Bengali."""
    return each(value, _in_bangla)


# ---- a table --------------------------------------------------------------------------------------------------------


@xw.func(category=CATEGORY)
@in_a_cell
def apa_table(
    rows: Typed,
    fiscal_year: Typed,
    quarter: Typed,
    rule: Typed = "tier",
    tiers: Typed = None,
    earlier_rows: Typed = None,
    methods: Typed = None,
) -> Shown:
    """Tier percent, marks and message for every row of a table, in one call. Give columns 6 to 13: F8:M18."""
    table = [trimmed(row) for row in block(rows)]
    try:
        width, percents = max(map(len, table)), read_tiers(trimmed(cells(tiers)))
        if width > (most := len(percents) + BESIDE_TARGETS):
            raise CallError("table-too-wide", count=width, most=most)
        year, at, by = read_year(one(fiscal_year)), read_quarter(one(quarter)), read_rule(one(rule))
    except CallError as error:
        return [["", "", error.text(LANG) if row else ""] for row in table]
    told = [] if earlier_rows is None else block(earlier_rows)
    named = [] if methods is None else cells(methods)
    if len(named) == 1:
        named *= len(table)
    return [
        _answer(row, year, at, by, percents, each, method)
        for row, each, method in zip(table, chain(told, repeat([])), chain(named, repeat(None)))
    ]


def _answer(
    cells_of_row: list[CellValue],
    year: FiscalYear,
    quarter: Quarter,
    rule: Rule,
    percents: tuple[Percent, ...],
    earlier: list[CellValue],
    method: CellValue,
) -> list[Shown]:
    if not cells_of_row:
        return ["", "", ""]
    whole = [*cells_of_row, *[None] * (len(percents) + BESIDE_TARGETS - len(cells_of_row))]
    unit, weight, targets, achieved = whole[0], whole[1], whole[2:-1], whole[-1]
    try:
        kind, by = read_unit(unit), read_method(method)
        name = read_unit_name(unit, kind)
        row = read_row(kind, achieved, trimmed(targets), rule, year, earlier, by, unit_name=name, percents=percents)
        marks = row.marks(read_weight(weight))
    except XlApaError as error:
        return ["", "", error.text(LANG)]
    return [number(row.percent), number(marks), _said(gravest(check_row(row, year, quarter)))]


# ---- between cells and core -----------------------------------------------------------------------------------------


def _row(
    unit: Typed,
    weight: Typed,
    achieved: Typed,
    targets: Typed,
    rule: Typed,
    tiers: Typed,
    year: FiscalYear | None = None,
    *,
    earlier: Typed = None,
    method: Typed = "",
) -> RatedRow | None:
    """The row, None when all of it is blank."""
    unit_cell, achieved_cell, target_cells = one(unit), one(achieved), trimmed(cells(targets))
    by, percents = read_rule(one(rule)), read_tiers(trimmed(cells(tiers)))
    if not target_cells and blank(unit_cell, achieved_cell, one(weight)):
        return None
    before = [] if earlier is None else cells(earlier)
    way, kind = read_method(one(method)), read_unit(unit_cell)
    name = read_unit_name(unit_cell, kind)
    return read_row(kind, achieved_cell, target_cells, by, year, before, way, unit_name=name, percents=percents)


def _said(finding: Finding | None) -> str:
    return row_message(finding, LANG) if finding else ""


def _understood(cell: CellValue, unit: Unit) -> Shown:
    reading = read_alone(cell, unit)
    if reading.value is not None:
        return day_or_number(reading.value)
    return _said(finding_about(reading))


def _in_bangla(cell: CellValue) -> str:
    if isinstance(cell, date):
        return show(cell, LANG)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        value = parse_marks(cell)
        return "" if value is None else show(value, LANG)
    return "" if cell is None else to_bangla_digits(cell)
