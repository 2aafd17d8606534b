"""The plan that travels in a workbook against the plan that marks follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.core.builders import COUNT, DAY, OTHER, PERCENT, PLAN, make_form, make_indicator, make_plan, make_report
from xl_apa.core.assess import assess
from xl_apa.core.checks.plan_inside import MOST_DIFFERENCES
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Plan


def about(inside: Plan | None) -> Sequence[Finding]:
    report = replace(make_report(make_form()), plan_inside=inside)
    return [each for each in assess(report, PLAN, Quarter.Q1).findings if each.code.startswith("plan-")]


def test_the_same_plan_and_none_at_all_are_fine() -> None:
    assert not about(PLAN)
    assert not about(replace(PLAN))
    assert not about(None)


def test_another_weight_under_the_same_name_is_an_error_at_its_indicator() -> None:
    dearer = make_plan(DAY, replace(COUNT, weight=COUNT.weight + 1), PERCENT, OTHER)
    codes = [(each.code, each.indicator, each.params["here"], each.params["there"]) for each in about(dearer)]
    assert codes[-1] == ("plan-altered", "1.2.1", COUNT.weight + 1, COUNT.weight)
    assert codes[0][1] == ""  # the area's weight


def test_another_plan_under_another_name_is_a_warning_with_the_number_of_differences() -> None:
    other = replace(make_plan(DAY, COUNT, PERCENT, replace(OTHER, title="অন্য")), name="other")
    assert [(each.code, each.params["count"]) for each in about(other)] == [("plan-is-another", 1)]


def test_the_same_plan_under_another_name_is_nothing_to_say() -> None:
    assert not about(replace(PLAN, name="other"))


def test_of_another_years_plan_only_the_year_is_to_be_said() -> None:
    assert not about(replace(PLAN, name="other", fiscal_year=FiscalYear(2022)))


@pytest.mark.parametrize("indicators", [20])
def test_a_plan_that_differs_everywhere_is_told_shortly(indicators: int) -> None:
    one = make_plan(*(make_indicator(f"1.1.{number}") for number in range(1, indicators + 1)))
    other = make_plan(*(replace(make_indicator(f"1.1.{n}"), title="ক") for n in range(1, indicators + 1)))
    report = replace(make_report(make_form(one)), plan_inside=other)
    told = [each for each in assess(report, one, Quarter.Q1).findings if each.code.startswith("plan-")]
    assert len(told) == MOST_DIFFERENCES + 1
    (further,) = (each for each in told if each.code == "plan-altered-further")
    assert further.params["count"] == indicators - MOST_DIFFERENCES
