"""What is wrong with a plan by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.core.builders import COUNT, DAY, PLAN, listed, make_indicator, make_plan
from xl_apa.core.model import Indicator, Method, Plan, Rollup, Unit
from xl_apa.core.planning import check_plan


def test_a_target_of_the_wrong_type_is_found_in_a_plan_made_by_hand() -> None:
    plan = make_plan(make_indicator("1.1.1", Unit.NUMBER, (4, "2024-05-16", 2, 1, None)))
    (finding,) = check_plan(plan)
    assert (finding.code, finding.indicator, finding.params["tier"]) == ("target-wrong-type", "1.1.1", "অতি উত্তম")


def test_a_sound_plan_has_no_findings() -> None:
    assert list(check_plan(PLAN)) == []


@pytest.mark.parametrize("unit", [Unit.NUMBER, Unit.PERCENT])
@pytest.mark.parametrize("method", [None, Method.CUMULATIVE, Method.SUM, Method.MEAN])
def test_figures_may_be_cumulative_added_up_or_averaged(unit: Unit, method: Method | None) -> None:
    assert list(check_plan(make_plan(make_indicator(unit=unit, method=method)))) == []


def heavier(plan: Plan) -> Plan:
    return replace(plan, areas=(replace(plan.areas[0], weight=Decimal(15)), *plan.areas[1:]))


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        (make_indicator("1.2.1", targets=(None,) * 5), "targets-missing"),
        (make_indicator("1.2.1", targets=(4, 2, 3, None, None)), "tiers-not-monotone"),
        (make_indicator("1.2.1", targets=(None, 3, 2, 1, None)), "best-tier-missing"),
        (make_indicator("1.2.1", Unit.PERCENT, (90, 80, 70, 60, 50), rollup=Rollup.SUM), "plan-rollup-unfit"),
        (make_indicator("1.2.1", method=Method.DATE), "plan-method-unfit"),
        (make_indicator("1.2.1", Unit.PERCENT, (90, 80, 70, 60, 50), method=Method.DATE), "plan-method-unfit"),
        *(
            (replace(DAY, code="1.2.1", method=method), "plan-method-unfit")
            for method in Method
            if method is not Method.DATE
        ),
        (make_indicator("1.2.1", weight=0), "plan-weight-not-positive"),
        (make_indicator("1.2.1", Unit.DATE, ("2025-05-16", None, None, None, None)), "plan-target-outside-year"),
    ],
)
def test_a_fault_of_an_indicator_is_found_and_nothing_else(indicator: Indicator, found: str) -> None:
    assert listed(check_plan(make_plan(DAY, indicator))) == [(found, "", "1.2.1")]


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (lambda: heavier(make_plan(DAY, COUNT)), [("plan-area-weight", "", "")]),
        (lambda: make_plan(DAY, replace(COUNT, code="1.1.1")), [("plan-code-repeated", "", "1.1.1")]),
    ],
)
def test_a_fault_of_weights_and_codes_is_found_and_nothing_else(
    plan: Callable[[], Plan], found: list[tuple[str, str, str]]
) -> None:
    assert listed(check_plan(plan())) == found
