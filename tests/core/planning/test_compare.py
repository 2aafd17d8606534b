"""Where two plans say something else."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.core.builders import COUNT, DAY, OTHER, PERCENT, PLAN, make_plan
from xl_apa.core.model import Indicator, Method, Rollup, Rule, Tier
from xl_apa.core.planning import parse_plan, plan_as_data
from xl_apa.core.planning.compare import PlanPart, compare_plans
from xl_apa.plans import load_plan, shipped_plans


@pytest.mark.parametrize("name", shipped_plans())
def test_a_plan_that_went_through_a_workbook_is_the_same(name: str) -> None:
    plan = load_plan(name)
    again, _ = parse_plan(json.loads(json.dumps(plan_as_data(plan))))
    assert again is not None
    assert compare_plans(again, plan) == []


CHANGES: dict[PlanPart, Indicator] = {
    PlanPart.TEXT: replace(COUNT, title="অন্য"),
    PlanPart.UNIT: replace(COUNT, unit_name="জন"),
    PlanPart.TARGETS: replace(COUNT, targets=(*COUNT.targets[:4], Decimal(1))),
    PlanPart.RULE: replace(COUNT, rule=Rule.PROPORTIONAL),
    PlanPart.METHOD: replace(COUNT, method=Method.SUM),
    PlanPart.DECIMALS: replace(COUNT, decimals=2),
}


@pytest.mark.parametrize("part", CHANGES)
def test_every_part_of_an_indicator_is_compared(part: PlanPart) -> None:
    (found,) = compare_plans(make_plan(DAY, CHANGES[part], PERCENT, OTHER), PLAN)
    assert (found.part, found.code) == (part, "1.2.1")
    assert found.here != found.there


def test_of_a_list_only_what_differs_is_shown() -> None:
    tiers = (PLAN.tiers[0], Tier(95, PLAN.tiers[1].name), *PLAN.tiers[2:])
    (found,) = compare_plans(replace(PLAN, tiers=tiers), PLAN)
    assert (found.part, found.here, found.there) == (PlanPart.TIERS, [95], [90])


def test_what_a_plan_leaves_to_the_usual_way_is_no_difference() -> None:
    same = replace(COUNT, method=Method.CUMULATIVE, rollup=Rollup.MEAN, rule=Rule.TIER)
    assert compare_plans(replace(make_plan(DAY, same, PERCENT, OTHER), apa_weight=Decimal(10)), PLAN) == []


def test_an_indicator_more_is_told_once() -> None:
    (found,) = compare_plans(
        make_plan(DAY, COUNT, PERCENT, OTHER, replace(OTHER, code="2.1.2", weight=Decimal(0))), PLAN
    )
    assert (found.part, found.here, found.there) == (PlanPart.CODES, ["2.1.2"], ["-"])
