"""One sentence that says how the marks of a row came about, or why there are none."""

from __future__ import annotations

from decimal import Decimal

from xl_apa.core.messages import render
from xl_apa.core.model import Percent, Result, Rule, Status, Unit, Value
from xl_apa.core.rating import Counted, RatedRow, Targets
from xl_apa.core.rows import row_message, shortened, targets_fault
from xl_apa.core.scoring import percent_for
from xl_apa.core.typed.reading import Reading


def unit_sign(unit: Unit, name: str) -> str:
    """Return what is shown right behind a value: `%`, or the name of a number's unit where it has one of its own."""
    if unit is Unit.PERCENT:
        return "%"
    return f" {name}" if name and unit is Unit.NUMBER else ""


def explain_row(row: RatedRow, weight: Decimal, lang: str) -> str:
    """Return the sentence, in the language `bn` or `en`, for a row of this weight."""
    reading = row.reading
    if reading.status is Status.ONGOING:
        return render("explain-ongoing", lang)
    if fault := targets_fault(row):
        return row_message(fault, lang)
    if reading.status is Status.NONE:
        return render("explain-none", lang)
    if reading.value is None:
        code = "explain-unreadable" if reading.offer is None else "explain-unreadable-offer"
        return render(code, lang, {"text": shortened(reading.params["text"]), "offer": reading.offer})
    return _explain_value(row, reading.value, weight, lang)


def explain_result(result: Result, percents: tuple[Percent, ...], lang: str) -> str:
    """Return the same sentence for an indicator of an assessment, by the percents of the plan's tiers."""
    indicator = result.indicator
    reading = Reading(result.status, result.value, None, result.offer, {"text": result.raw})
    targets = Targets.of(indicator.unit, indicator.targets, percents)
    percent = None if result.value is None or targets.scale.fault else result.percent
    name = indicator.unit_name or ""
    row = RatedRow(indicator.unit, targets, result.rule, Counted(reading), percent, name)
    return explain_row(row, indicator.weight, lang)


def _explain_value(row: RatedRow, value: Value, weight: Decimal, lang: str) -> str:
    present = [(tier, target) for tier, target in zip(row.targets.percents, row.targets.values) if target is not None]
    reached = percent_for(row.targets.scale, value, Rule.TIER)
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
            "missing": missing,
            "percent": row.percent,
            "marks": row.marks(weight),
            "weight": weight,
        },
    )
