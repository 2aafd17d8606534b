"""Due days by level: read, written again, and refused where they cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.core.builders import PLAN
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import DueDay
from xl_apa.core.planning import parse_plan, plan_as_data
from xl_apa.core.planning.due import due_day_as_data, parse_due_day

YEAR = FiscalYear(2023)
UPAZILA = DueDay("উপজেলা", Quarter.Q4, date(2024, 7, 6))


@pytest.mark.parametrize("day", ["06/07/2024", "০৬/০৭/২০২৪", "৬ জুলাই ২০২৪", "2024-07-06", date(2024, 7, 6)])
def test_a_day_is_read_however_it_is_written(day: object) -> None:
    assert parse_due_day({"level": " উপজেলা ", "quarter": 4, "day": day}, YEAR) == (UPAZILA, ())


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"level": ""}, ("level",)),
        ({"level": 3}, ("level",)),
        ({"quarter": 5}, ("quarter",)),
        ({"quarter": "4"}, ("quarter",)),
        ({"day": "31/06/2024"}, ("day",)),
        ({"day": "30/06/2024"}, ("day",)),
        ({"day": "06/07/2025"}, ("day",)),
        ({"day": 6}, ("day",)),
    ],
)
def test_what_cannot_be_is_named(changed: dict[str, object], wrong: tuple[str, ...]) -> None:
    data = {"level": "উপজেলা", "quarter": 4, "day": "06/07/2024", **changed}
    assert parse_due_day(data, YEAR) == (None, wrong)


def test_a_plan_with_due_days_is_the_same_when_it_is_read_again() -> None:
    plan = replace(PLAN, due=(UPAZILA, DueDay("জেলা", Quarter.Q4, date(2024, 7, 9))))
    assert parse_plan(plan_as_data(plan)) == (plan, ())
    assert "due" not in plan_as_data(PLAN)
    assert due_day_as_data(UPAZILA) == {"level": "উপজেলা", "quarter": 4, "day": "2024-07-06"}


def test_a_level_without_a_day_of_its_own_has_the_calendars() -> None:
    plan = replace(PLAN, due=(UPAZILA,))
    assert plan.due_day(Quarter.Q4, "উপজেলা ") == date(2024, 7, 6)
    assert {plan.due_day(Quarter.Q4, level) for level in ("জেলা", "")} == {date(2024, 7, 15)}
    assert plan.due_day(Quarter.Q3, "উপজেলা") == date(2024, 4, 15)


def test_a_faulty_due_day_makes_the_plan_faulty_and_is_named() -> None:
    data = {
        **plan_as_data(PLAN),
        "due": [{"level": "উপজেলা", "quarter": 9, "day": "06/07/2024"}, {"level": "জেলা", "quarter": 4}],
    }
    plan, findings = parse_plan(data)
    assert plan is None
    assert [(each.code, each.params.get("field")) for each in findings] == [
        ("plan-value-wrong", "quarter"),
        ("plan-field-missing", "day"),
    ]
