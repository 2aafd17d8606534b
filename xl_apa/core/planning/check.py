"""What is wrong with a plan by itself: weights, tiers, codes, days outside its year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.marking.scoring import build_scale
from xl_apa.core.model import Indicator, Method, Plan, Rollup, Unit
from xl_apa.core.text.codes import MANDATORY, code_key

# Days can be neither added nor averaged, and a sum of percents says nothing.
_UNFIT: dict[Unit, tuple[Rollup, ...]] = {
    Unit.DATE: (Rollup.SUM, Rollup.MEAN),
    Unit.NUMBER: (),
    Unit.PERCENT: (Rollup.SUM,),
}


def check_plan(plan: Plan) -> Iterator[Finding]:
    """Yield what is wrong with the numbers of a plan: weights, tiers, codes, days outside its year."""
    seen: set[str] = set()
    for area in plan.areas:
        total = sum((indicator.weight for indicator in area.indicators), Decimal(0))
        if total != area.weight:
            yield Finding(
                FindingKind.PLAN_AREA_WEIGHT, params={"area": area.label, "weight": area.weight, "sum": total}
            )
        for activity in area.activities:
            yield from _check_code(activity.code, area.code, seen)
            for indicator in activity.indicators:
                yield from _check_code(indicator.code, activity.code, seen)
                yield from _check_indicator(indicator, plan)


def _check_code(code: str, parent: str, seen: set[str]) -> Iterator[Finding]:
    key = code_key(code)
    if key in seen:
        yield Finding(FindingKind.PLAN_CODE_REPEATED, indicator=code, params={"code": code})
    # An area that is numbered on may hold mandatory objectives, which are numbered apart.
    if not key.startswith((code_key(parent) + ".", *([f"{MANDATORY}{parent}."] if parent.isdigit() else []))):
        yield Finding(FindingKind.PLAN_CODE_MISPLACED, indicator=code, params={"code": code, "parent": parent})
    seen.add(key)


def _check_indicator(indicator: Indicator, plan: Plan) -> Iterator[Finding]:
    code = indicator.code
    scale = build_scale(indicator.unit, indicator.targets, plan.percents)
    if scale.fault:
        name = plan.tiers[scale.at].name
        yield Finding(scale.fault, indicator=code, params={"code": code, "tier": name, "unit": indicator.unit_shown})
    elif indicator.targets[0] is None:
        yield Finding(FindingKind.BEST_TIER_MISSING, indicator=code, params={"code": code})
    if indicator.decimals is not None:
        yield from _check_decimals(indicator, indicator.decimals)
    if indicator.rolls_up in _UNFIT[indicator.unit]:
        unfit = {"code": code, "unit": indicator.unit_shown, "rollup": indicator.rolls_up.value}
        yield Finding(FindingKind.PLAN_ROLLUP_UNFIT, indicator=code, params=unfit)
    if (indicator.calculated_by is Method.DATE) is not (indicator.unit is Unit.DATE):
        # A day can be neither added nor averaged, and only a day is reported once.
        unfit = {"code": code, "unit": indicator.unit_shown, "method": indicator.calculated_by.value}
        yield Finding(FindingKind.PLAN_METHOD_UNFIT, indicator=code, params=unfit)
    if indicator.weight <= 0:
        yield Finding(
            FindingKind.PLAN_WEIGHT_NOT_POSITIVE, indicator=code, params={"code": code, "weight": indicator.weight}
        )
    for target in indicator.targets:
        if isinstance(target, date) and target not in plan.fiscal_year:
            params = {"code": code, "date": target, "year": plan.fiscal_year.label}
            yield Finding(FindingKind.PLAN_TARGET_OUTSIDE_YEAR, indicator=code, params=params)


def _check_decimals(indicator: Indicator, decimals: int) -> Iterator[Finding]:
    for target in indicator.targets:
        if isinstance(target, date) or (target is not None and round(target, decimals) != target):
            params = {"code": indicator.code, "decimals": decimals, "target": target}
            yield Finding(FindingKind.PLAN_DECIMALS_UNFIT, indicator=indicator.code, params=params)
            return
