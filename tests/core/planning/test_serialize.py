"""A plan as data: what is written of it, and that nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings

from tests.core.builders import DAY, make_indicator, make_plan
from tests.strategies import plans
from xl_apa.core.findings import Severity
from xl_apa.core.model import Method, Plan, Rollup, Rule, Unit
from xl_apa.core.planning import parse_plan, plan_as_data


@settings(max_examples=25)
@given(plans())
def test_a_plan_survives_the_way_into_data_and_back(plan: Plan) -> None:
    back, findings = parse_plan(plan_as_data(plan))
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert back == plan


def test_a_plan_as_data_is_ready_for_json() -> None:
    data = plan_as_data(make_plan(DAY, make_indicator("1.2.1", weight="2.5", rule=Rule.PROPORTIONAL)))
    assert list(data) == ["name", "title", "fiscal_year", "rule", "total", "tiers", "area"]
    assert (data["fiscal_year"], data["rule"], data["total"]) == ("2023-24", "tier", 12.5)
    day, count = data["area"][0]["activity"][0]["indicator"] + data["area"][0]["activity"][1]["indicator"]  # type: ignore[index]
    assert day["targets"] == ["2023-08-10", "2023-08-20", "2023-08-31", "2023-09-10", "2023-09-20"]
    assert "rule" not in day and "rollup" not in day
    assert (count["weight"], count["targets"], count["rule"]) == (2.5, [4, 3, 2, 1, "-"], "proportional")


def test_what_a_plan_counts_in_the_agreement_is_written_where_it_is_known() -> None:
    plan = make_plan(DAY)
    assert "apa_weight" not in plan_as_data(plan)
    assert plan_as_data(replace(plan, apa_weight=Decimal("7.5")))["apa_weight"] == 7.5


def test_only_another_way_of_rolling_up_than_the_units_is_written() -> None:
    ways = [make_indicator(f"1.1.{at}", rollup=each) for at, each in enumerate((None, *Rollup), start=1)]
    areas: Any = plan_as_data(make_plan(*ways))["area"]
    written = [each.get("rollup") for each in areas[0]["activity"][0]["indicator"]]
    assert written == [None, None, "mean", "share", "own"]


def test_a_percent_target_below_one_says_that_it_is_a_percent() -> None:
    areas: Any = plan_as_data(make_plan(make_indicator(unit=Unit.PERCENT, targets=(0.5, None, None, None, None))))[
        "area"
    ]
    assert areas[0]["activity"][0]["indicator"][0]["targets"][0] == "0.5%"


def test_what_proves_an_achievement_is_written_where_the_plan_names_it_and_read_back() -> None:
    plan = make_plan(DAY, replace(make_indicator("1.2.1"), evidence="সভার কার্যবিবরণী"))
    areas: Any = plan_as_data(plan)["area"]
    written = [each.get("evidence") for activity in areas[0]["activity"] for each in activity["indicator"]]
    assert written == [None, "সভার কার্যবিবরণী"]
    assert parse_plan(plan_as_data(plan))[0] == plan


def test_only_another_method_than_the_units_is_written() -> None:
    ways = [make_indicator(f"1.1.{at}", method=each) for at, each in enumerate((None, *Method), start=1)]
    areas: Any = plan_as_data(make_plan(DAY, *ways))["area"]
    written = [each.get("method") for activity in areas[0]["activity"] for each in activity["indicator"]]
    assert written == [None, None, None, "sum", "mean", "date"]
