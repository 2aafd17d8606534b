"""Where two plans of one name say something else: what a ministry's plan was changed into inside a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from xl_apa.core.messages import Phrase
from xl_apa.core.model import Indicator, Plan


class PlanPart(StrEnum):
    """What of a plan marks depend on, or a form prints."""

    YEAR = "year"
    TITLE = "title"
    RULE = "rule"
    TIERS = "tiers"
    TIER_NAMES = "tier-names"
    CODES = "codes"
    AREAS = "areas"
    ACTIVITIES = "activities"
    TEXT = "text"
    UNIT = "unit"
    WEIGHT = "weight"
    TARGETS = "targets"
    METHOD = "method"
    DECIMALS = "decimals"


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """What one plan says and another does not, as it is shown; `code` is the indicator's, "" for the whole plan.

    Of a list only the items are shown that differ.
    """

    part: PlanPart
    code: str
    here: object
    there: object


def compare_plans(here: Plan, there: Plan) -> list[PlanDifference]:
    """Return every difference that marks depend on or that a form prints, those of the whole plan first.

    Due days, the weight in the agreement and how offices roll up are the ministry's own, and no office's form has them.
    """
    if here is there or here == there:
        return []
    return [*_compared("", _plan_parts(here), _plan_parts(there)), *_indicators(here, there)]


def _indicators(here: Plan, there: Plan) -> Iterator[PlanDifference]:
    known = {indicator.code: indicator for indicator in here.indicators}
    for indicator in there.indicators:
        if own := known.get(indicator.code):
            yield from _compared(indicator.code, _indicator_parts(own, here), _indicator_parts(indicator, there))


def _compared(code: str, here: Mapping[PlanPart, object], there: Mapping[PlanPart, object]) -> Iterator[PlanDifference]:
    for part, value in there.items():
        own = here[part]
        if own == value:
            continue
        if isinstance(own, list) and isinstance(value, list):
            pairs = [pair for pair in zip_longest(own, value, fillvalue="-") if pair[0] != pair[1]]
            own, value = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        yield PlanDifference(part, code, own, value)


def _plan_parts(plan: Plan) -> dict[PlanPart, object]:
    activities = [activity for area in plan.areas for activity in area.activities]
    return {
        PlanPart.YEAR: plan.fiscal_year.label,
        PlanPart.TITLE: plan.title,
        PlanPart.TIERS: list(plan.percents),
        PlanPart.TIER_NAMES: [tier.name for tier in plan.tiers],
        PlanPart.CODES: [indicator.code for indicator in plan.indicators],
        PlanPart.AREAS: [f"{area.code} {area.title} ({area.weight})" for area in plan.areas],
        PlanPart.ACTIVITIES: [f"{activity.code} {activity.title}" for activity in activities],
    }


def _indicator_parts(indicator: Indicator, plan: Plan) -> dict[PlanPart, object]:
    rule = indicator.rule or plan.rule
    return {
        PlanPart.TEXT: indicator.title,
        PlanPart.UNIT: indicator.unit_shown if indicator.unit_shown else indicator.unit.bangla,
        PlanPart.WEIGHT: indicator.weight,
        PlanPart.TARGETS: ["-" if target is None else target for target in indicator.targets],
        PlanPart.RULE: Phrase(f"rule-{rule}"),
        PlanPart.METHOD: Phrase(f"method-{indicator.calculated_by}"),
        PlanPart.DECIMALS: "-" if indicator.decimals is None else indicator.decimals,
    }
