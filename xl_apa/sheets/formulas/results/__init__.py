"""What the formulas of `row` result in, step by step: every cell is written with its result.

The tier percent is computed by `core.scoring`, and every rounding by `core.rounding`. The rest stands apart from core,
since a result must be the formula's own: of typed text the formulas know only what `vocabulary` has, and give no marks
where core would; what they find out on the way stands in hidden cells that core does not have; marks are rounded to
eight decimals first, since cells hold binary numbers. The tests hold formulas (calculated by LibreOffice), these
results and core side by side.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Status, Unit
from xl_apa.core.text.months import MONTHS_BN
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.formulas.results.issues import RowState, first_issue
from xl_apa.sheets.formulas.results.reading import Read, is_sure, largest_percent, read_cell
from xl_apa.sheets.formulas.results.scoring import RowScale
from xl_apa.sheets.formulas.results.values import Number, RowValues, as_number, plain
from xl_apa.sheets.formulas.results.year import is_beyond, is_unknown, made_result, told_result, year_result
from xl_apa.sheets.formulas.traits import USUAL, RowTraits
from xl_apa.sheets.formulas.year import earlier_columns
from xl_apa.sheets.layout import Column, Working
from xl_apa.xlsx.cell_values import EPOCH, Result, serial

__all__ = ["RowValues", "row_results", "told_by"]


def row_results(
    values: RowValues, unit: Unit, year: FiscalYear, quarter: Quarter, layout: Layout, traits: RowTraits = USUAL
) -> dict[int, Result]:
    """Return the results of a row's formulas, by column."""
    scale = RowScale.of(unit, values.targets, values.percents, traits.tiers)
    own, accepted = (
        read_cell(cell, unit, scale.present, year, traits.endings, traits.whole, kind)
        for cell, kind in ((values.achieved, values.achieved_kind), (values.accepted, values.accepted_kind))
    )
    was_read = _is_looked_at(values)
    own = replace(own, refused=was_read and as_number(serial(values.read)) is None)
    sure = is_sure(own, values.achieved, unit, was_read)
    source, value = _counted(values, own, accepted, was_read, sure)
    status = {"own": own.status, "": Status.UNREADABLE}.get(source, Status.REPORTED)

    before = next((number for each in values.earlier if (number := as_number(serial(each))) is not None), None)
    end = as_number(serial(year.quarter_end(quarter))) or 0
    by_quarter = traits.method.by_quarter
    told = values.told[: quarter - 1]
    blank = status is Status.NONE and own.text == ""
    most = largest_percent(scale.present) if unit is Unit.PERCENT else None
    years = year_result(traits.method, told, status, value, blank=blank, most=most) if by_quarter else value
    scored = years
    if unit is Unit.DATE and scored is None:
        scored = _open_day(scale, before if quarter > 1 else None, end)
    reached = scale.reached(scored)
    percent = scale.percent(scored, values.rule)
    tier: Result = ""
    if years is not None:
        tier = "" if scale.fault else plain(float(percent))
    elif status is Status.ONGOING and not (by_quarter and is_unknown(told)):
        tier = 0
    weight = as_number(values.weight) or 0
    marks: Result = "" if tier == "" else scale.marks(weight, percent if tier else Fraction(0))

    issue = first_issue(
        RowState(
            unit,
            year,
            quarter,
            as_number(serial(values.achieved)) if own.text == known.A_NUMBER else None,
            own,
            accepted,
            source,
            status,
            sure,
            value,
            before if quarter > 1 else None,
            scale.fault,
            reached,
            as_number(marks) or 0,
            weight,
            as_number(serial(values.claimed)) if layout is Layout.MARKS else None,
            traits.whole,
            min(scale.present, default=0),
            method=traits.method,
            years=years,
            unknown=by_quarter and is_unknown(told) and not blank,
            beyond=is_beyond(traits.method, told, value, most) and not blank,
        )
    )
    cells: dict[int, Result] = {
        **dict(enumerate(own.steps, start=Working.TEXT)),
        **dict(enumerate(accepted.steps, start=Working.ACCEPTED_TEXT)),
        Working.OWN: str(own.status),
        Working.SURE: int(sure),
        Working.SOURCE: source,
        Working.STATUS: str(status),
        Working.VALUE: "" if value is None else value,
        Working.DIRECTION: scale.direction,
        Working.FAULT: scale.fault,
        Working.BEST: scale.best,
        Working.REACHED: reached,
        Working.BETTER: scale.better(reached),
        Working.PERCENT: plain(float(percent)),
        Column.TIER: tier,
        Column.MARKS: marks,
        Column.ATTAINABLE: _attainable(weight, unit, scale, marks, percent),
        Working.ISSUE: issue.number if issue else 0,
        Column.UNDERSTOOD: _understood(status, value, unit),
        Column.MESSAGE: issue.sentence if issue else "",
    }
    if quarter > 1:
        cells[Column.BEFORE] = "" if before is None else before
    if by_quarter:
        cells |= dict(zip(earlier_columns(quarter), told))
        cells[Working.YEAR] = "" if years is None else years
        if quarter > 1 and years is not None:
            cells[Column.UNDERSTOOD] = made_result(traits.method, unit, told, value, years)
    if unit is Unit.DATE:
        cells[Working.SCORED] = "" if scored is None else scored
    return cells


def told_by(values: RowValues, cells: Mapping[int, Result], unit: Unit) -> Result:
    """Return what the later quarters see of a row: of what was typed in it and what its formulas result in."""
    counted = values.accepted if cells[Working.SOURCE] == "accepted" else values.achieved
    return told_result(Status(str(cells[Working.STATUS])), as_number(cells[Working.VALUE]), counted, unit)


def _is_looked_at(values: RowValues) -> bool:
    """Return whether the program has looked at this very text or number."""
    if isinstance(values.achieved, str):
        return values.achieved != "" and values.achieved == values.read_for
    typed = as_number(serial(values.achieved))
    return typed is not None and typed == as_number(serial(values.read_for))


def _counted(values: RowValues, own: Read, accepted: Read, was_read: bool, sure: bool) -> tuple[str, Number | None]:
    """Which of its sources the value of a row comes from, and the value."""
    read = as_number(serial(values.read))
    if was_read and read is not None:
        return "read", plain(read)
    if own.status is not Status.UNREADABLE:
        return "own", as_number(own.number)
    number = as_number(accepted.number)
    return ("accepted", number) if sure and number is not None else ("", None)


def _open_day(scale: RowScale, before: Number | None, end: Number) -> Number:
    """The day that a row is still rated by while none is reported."""
    if scale.more_is_better:
        return next((number for number in scale.numbers if number is not None), 0)
    return end if before is None else min(before, end)


def _attainable(weight: Number, unit: Unit, scale: RowScale, marks: Result, percent: Fraction) -> Number:
    if scale.fault:
        return 0
    if unit is Unit.DATE:
        return scale.marks(weight, percent)
    full = scale.full_marks(weight)
    return full if isinstance(marks, str) else max(marks, full)


def in_words(day: date) -> str:
    """Return a day as the form says it: `৫ জুন ২০২৪`."""
    return to_bangla_digits(f"{day.day} {MONTHS_BN[day.month - 1]} {day.year}")


def _understood(status: Status, value: Number | None, unit: Unit) -> str:
    if status is Status.ONGOING:
        return known.ONGOING
    if value is None:
        return ""
    if unit is Unit.DATE:
        return in_words(EPOCH + timedelta(days=math.floor(value)))
    return to_bangla_digits(format(value, ".15g")) + ("%" if unit is Unit.PERCENT else "")
