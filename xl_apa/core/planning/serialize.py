"""A plan as the tables of a TOML file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_apa.core.model import Indicator, Percent, Plan, Unit, Value
from xl_apa.core.planning.due import due_day_as_data
from xl_apa.core.typed.units import parse_unit


def plan_as_data(plan: Plan) -> dict[str, object]:
    """Return the tables that `parse_plan` reads, ready for JSON or TOML."""
    return {
        "name": plan.name,
        "title": plan.title,
        "fiscal_year": plan.fiscal_year.label,
        "rule": plan.rule.value,
        "total": _as_number(plan.weight),
        **({"example": True} if plan.example else {}),
        **({} if plan.apa_weight is None else {"apa_weight": _as_number(plan.apa_weight)}),
        "tiers": [{"percent": _percent(tier.percent), "name": tier.name} for tier in plan.tiers],
        **({"due": [due_day_as_data(each) for each in plan.due]} if plan.due else {}),
        "area": [
            {
                "number": area.label,
                "title": area.title,
                "weight": _as_number(area.weight),
                "activity": [
                    {
                        "code": activity.code,
                        "title": activity.title,
                        "indicator": [_indicator_as_data(indicator) for indicator in activity.indicators],
                    }
                    for activity in area.activities
                ],
            }
            for area in plan.areas
        ],
    }


def _indicator_as_data(indicator: Indicator) -> dict[str, object]:
    data: dict[str, object] = {
        "code": indicator.code,
        "title": indicator.title,
        **_unit_as_data(indicator),
        "weight": _as_number(indicator.weight),
        "targets": [_target_as_data(target, indicator.unit) for target in indicator.targets],
    }
    if indicator.rule:
        data["rule"] = indicator.rule.value
    if indicator.rolls_up is not indicator.unit.rollup:
        data["rollup"] = indicator.rolls_up.value
    if indicator.calculated_by is not indicator.unit.method:
        data["method"] = indicator.calculated_by.value
    if indicator.evidence:
        data["evidence"] = indicator.evidence
    return data


def _unit_as_data(indicator: Indicator) -> dict[str, object]:
    name, unit = indicator.unit_name, indicator.unit
    data: dict[str, object] = {"unit": unit.value if name is None else name}
    if name is not None and parse_unit(name) is not unit and (name or unit is not Unit.NUMBER):
        data["kind"] = unit.value
    return data if indicator.decimals is None else {**data, "decimals": indicator.decimals}


def _percent(percent: Percent) -> int | float:
    return percent if isinstance(percent, int) else float(percent)


def _target_as_data(target: Value | None, unit: Unit) -> object:
    if target is None:
        return "-"
    if unit is Unit.PERCENT and isinstance(target, Decimal) and 0 < target <= 1:
        # A bare 0.5 would be read as the fraction of 50%.
        return f"{target}%"
    return target.isoformat() if isinstance(target, date) else _as_number(target)


def _as_number(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)
