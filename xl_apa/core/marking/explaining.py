"""How the marks of a row came about, or why there are none; and how the year's figure came of the quarters."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.rating import Counted, RatedRow, Targets, about_figure
from xl_apa.core.marking.rows import row_message, shortened, targets_fault
from xl_apa.core.marking.scoring import percent_for
from xl_apa.core.marking.year_figure import YearFigure, year_figure
from xl_apa.core.messages import render, show
from xl_apa.core.model import Method, Percent, QuarterFigure, Result, Rule, Status, Unit, Value
from xl_apa.core.typed.plausible import largest_percent
from xl_apa.core.typed.reading import Reading
from xl_apa.core.typed.units import parse_unit


def unit_sign(unit: Unit, name: str) -> str:
    """Return what is shown right behind a value: `%`, or the name of a number's unit where it has one of its own."""
    if unit is Unit.PERCENT:
        return "%"
    # `সংখ্যা ও তারিখ` heads a column, and counts nothing.
    return f" {name}" if name and unit is Unit.NUMBER and parse_unit(name) is unit else ""


def explain_row(row: RatedRow, weight: Decimal, lang: str) -> str:
    """Return how the marks came about, in the language `bn` or `en`, for a row of this weight.

    One sentence; where the row knows the quarters before, another one says which figure counts and how it was made.
    """
    reading, value = row.reading, row.figure.value
    unmade = about_figure(row.figure, row.targets)
    if value is None and reading.status is Status.ONGOING and not unmade:
        return render("explain-ongoing", lang)
    if fault := targets_fault(row):
        return row_message(fault, lang)
    if unmade:
        return row_message(unmade, lang)
    if value is not None:
        made = _explain_figure(row, value, lang)
        return " ".join(filter(None, (made, _explain_value(row, value, weight, lang))))
    if reading.status is Status.NONE:
        return render("explain-none", lang)
    code = "explain-unreadable" if reading.offer is None else "explain-unreadable-offer"
    return render(code, lang, {"text": shortened(reading.params["text"]), "offer": reading.offer})


def figure_line(result: Result, lang: str) -> str:
    """Return how a year's figure came of the quarters, `১২ + ৮ + ১০ = ৩০`; "" where it is the quarter's own cell."""
    indicator = result.indicator
    if result.value is None:
        return ""
    sign = unit_sign(indicator.unit, indicator.unit_name or "")
    return _made(indicator.calculated_by, sign, result.before, result.own, result.value, lang)


def _explain_figure(row: RatedRow, value: Value, lang: str) -> str:
    if not row.before:
        return ""
    sign = unit_sign(row.unit, row.unit_name)
    if not row.method.by_quarter:
        return render(f"explain-{row.method}", lang, {"figure": show(value, lang) + sign})
    made = _made(row.method, sign, row.before, row.reading.value, value, lang)
    gaps = row.reading.value is None or any(figure.value is None for figure in row.before)
    code = f"explain-{row.method}-gaps" if gaps else f"explain-{row.method}"
    return render(code, lang, {"figure": made})


def _made(
    method: Method, sign: str, before: Sequence[QuarterFigure], own: Value | None, value: Value, lang: str
) -> str:
    """The year's figure with what it was made of; a quarter that says nothing is 0 in a sum and left out of a mean."""
    if not method.by_quarter or not before:
        return ""
    parts = [*(figure.value for figure in before), own]
    told = [part for part in parts if part is not None]
    listed = [Decimal(0) if part is None else part for part in parts] if method is Method.SUM else told
    added = " + ".join(show(part, lang) for part in listed)
    made = added if method is Method.SUM else f"({added}) ÷ {show(len(told), lang)}"
    return f"{made} = {show(value, lang)}{sign}"


def explain_result(result: Result, percents: tuple[Percent, ...], lang: str) -> str:
    """Return the same for an indicator of an assessment, by the percents of the plan's tiers."""
    indicator, before = result.indicator, result.before
    reading = Reading(result.status, result.own, None, result.offer, {"text": result.raw})
    targets = Targets.of(indicator.unit, indicator.targets, percents)
    percent = None if result.value is None or targets.scale.fault else result.percent
    figure = YearFigure(result.value, result.exact)
    if result.value is None and before and result.raw:
        now = QuarterFigure(Quarter(len(before) + 1), result.status, result.own)
        most = largest_percent(targets.values) if indicator.unit is Unit.PERCENT else None
        figure = year_figure(indicator.calculated_by, indicator.unit, before, now, most=most)
    name = indicator.unit_name or ""
    method, counted = indicator.calculated_by, Counted(reading)
    row = RatedRow(indicator.unit, targets, result.rule, counted, percent, method, figure, before, name)
    return explain_row(row, indicator.weight, lang)


def _explain_value(row: RatedRow, value: Value, weight: Decimal, lang: str) -> str:
    present = [(tier, target) for tier, target in zip(row.targets.percents, row.targets.values) if target is not None]
    scored = value if row.figure.scored is None else row.figure.scored
    reached = percent_for(row.targets.scale, scored, Rule.TIER)
    at = next((place for place, (tier, _) in enumerate(present) if tier == reached), len(present))
    low, target = present[min(at, len(present) - 1)]
    high, following = present[at - 1] if 0 < at < len(present) else (row.targets.percents[0] + 1, None)
    if at == len(present):
        code, missing = "explain-below", [tier for tier in row.targets.percents if tier < low]
    else:
        between = row.percent != reached
        code = "explain-best" if at == 0 else "explain-between" if between else "explain-reached"
        missing = [tier for tier in row.targets.percents if low < tier < high]
    return render(
        f"{code}-skipped" if missing else code,
        lang,
        {
            "value": value,
            "sign": unit_sign(row.unit, row.unit_name),
            "low": low,
            "target": target,
            "high": high,
            "next": following,
            "missing": _listed(missing, lang),
            "percent": row.percent,
            "marks": row.marks(weight),
            "weight": weight,
        },
    )


def _listed(percents: Sequence[Percent], lang: str) -> str:
    """`৭০% ও ৬০%`."""
    *others, last = [f"{show(percent, lang)}%" for percent in percents] or [""]
    return render("word-and", lang, {"text": ", ".join(others), "name": last}) if others else last
