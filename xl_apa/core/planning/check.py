"""What is wrong with a plan by itself: weights, tiers, codes, days outside its year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.model import Indicator, Plan, Rollup, Unit
from xl_apa.core.scoring import build_scale

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
                FindingKind.PLAN_AREA_WEIGHT, params={"area": area.number, "weight": area.weight, "sum": total}
            )
        for activity in area.activities:
            yield from _check_code(activity.code, str(area.number), seen)
            for indicator in activity.indicators:
                yield from _check_code(indicator.code, activity.code, seen)
                yield from _check_indicator(indicator, plan)


def _check_code(code: str, parent: str, seen: set[str]) -> Iterator[Finding]:
    if code in seen:
        yield Finding(FindingKind.PLAN_CODE_REPEATED, indicator=code, params={"code": code})
    if not code.startswith(parent + "."):
        yield Finding(FindingKind.PLAN_CODE_MISPLACED, indicator=code, params={"code": code, "parent": parent})
    seen.add(code)


def _check_indicator(indicator: Indicator, plan: Plan) -> Iterator[Finding]:
    code = indicator.code
    scale = build_scale(indicator.unit, indicator.targets, plan.percents)
    if scale.fault:
        name = plan.tiers[scale.at].name
        yield Finding(scale.fault, indicator=code, params={"code": code, "tier": name, "unit": indicator.unit.bangla})
    elif indicator.targets[0] is None:
        yield Finding(FindingKind.BEST_TIER_MISSING, indicator=code, params={"code": code})
    if indicator.rolls_up in _UNFIT[indicator.unit]:
        unfit = {"code": code, "unit": indicator.unit.bangla, "rollup": indicator.rolls_up.value}
        yield Finding(FindingKind.PLAN_ROLLUP_UNFIT, indicator=code, params=unfit)
    if indicator.weight <= 0:
        yield Finding(
            FindingKind.PLAN_WEIGHT_NOT_POSITIVE, indicator=code, params={"code": code, "weight": indicator.weight}
        )
    for target in indicator.targets:
        if isinstance(target, date) and target not in plan.fiscal_year:
            params = {"code": code, "date": target, "year": plan.fiscal_year.label}
            yield Finding(FindingKind.PLAN_TARGET_OUTSIDE_YEAR, indicator=code, params=params)
