"""What can still be earned, and the days that decide it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import PLAN, make_indicator, make_plan
from tests.ministry.builders import BEST, MINISTRY, NOBODY, SILENT, make_consolidation, make_office
from xl_apa.core.model import Unit
from xl_apa.ministry.analysis.deadlines import deadlines, prospects
from xl_apa.ministry.export import frames
from xl_apa.ministry.model import MinistryResult

TARGETS = ("2024-03-25", "2024-04-08", "2024-04-15", None, "2024-04-29")
DAYS = make_plan(make_indicator("1.1.1", Unit.DATE, TARGETS, 5), make_indicator("1.1.2", weight=3))


def on(day: date, consolidation: MinistryResult | None = None) -> MinistryResult:
    chosen = consolidation or make_consolidation(make_office(plan=DAYS), plan=DAYS)
    return replace(chosen, task=replace(chosen.task, as_of=day))


def test_the_next_day_is_the_first_tier_that_is_not_past() -> None:
    found = [prospects(on(day))[0] for day in (date(2024, 3, 1), date(2024, 3, 25), date(2024, 4, 20))]
    assert [(each.next_day, each.next_percent) for each in found] == [
        (date(2024, 3, 25), 100),
        (date(2024, 4, 8), 90),
        (date(2024, 4, 29), 60),
    ]


def test_when_every_tier_is_past_there_is_no_next_day() -> None:
    assert prospects(on(date(2024, 4, 29)))[0].next_day is None


def test_a_number_can_be_earned_until_the_year_ends() -> None:
    assert (prospects(on(date(2024, 4, 29)))[1].next_day, prospects(on(date(2024, 6, 30)))[1].next_day) == (
        date(2024, 6, 30),
        None,
    )


def test_means_are_over_all_offices_and_what_is_open_is_their_difference() -> None:
    found = prospects(MINISTRY)
    for place, prospect in enumerate(found):
        results = [office.assessment.results[place] for office in MINISTRY.offices]
        assert prospect.offices_open == sum(result.attainable > result.marks for result in results)
        assert prospect.mean_open is not None
        exact = sum((result.attainable - result.marks for result in results), Decimal(0)) / len(results)
        assert abs(prospect.mean_open - exact) <= Decimal("0.01")


def test_without_offices_there_are_days_but_no_means() -> None:
    assert {each.mean_open for each in prospects(NOBODY)} == {None}
    assert all(each.waiting == 0 for each in deadlines(NOBODY))


def test_days_come_in_order_with_the_reports_that_are_due() -> None:
    listed = [
        (each.day, each.indicator.code if each.indicator else "", each.percent)
        for each in deadlines(on(date(2024, 3, 31)))
    ]
    assert listed == [
        (date(2024, 4, 8), "1.1.1", 90),
        (date(2024, 4, 15), "1.1.1", 80),
        (date(2024, 4, 15), "", None),
        (date(2024, 4, 29), "1.1.1", 60),
        (date(2024, 6, 30), "1.1.2", 100),
        (date(2024, 7, 15), "", None),
    ]


def test_offices_that_have_reported_an_indicator_are_not_waited_for() -> None:
    offices = [make_office(plan=DAYS), make_office(achieved={"1.1.1": "10/03/2024"}, code="2", plan=DAYS)]
    found = deadlines(on(date(2024, 3, 31), make_consolidation(*offices, plan=DAYS)))
    assert {each.waiting for each in found if each.indicator and each.indicator.code == "1.1.1"} == {1}


@given(st.dates(date(2023, 7, 1), date(2024, 8, 1)))
def test_no_day_that_is_named_is_past(day: date) -> None:
    consolidation = on(day, make_consolidation(BEST, SILENT))
    assert all(each.day > day for each in deadlines(consolidation))
    assert [each.day for each in deadlines(consolidation)] == sorted(each.day for each in deadlines(consolidation))


def test_the_tables_say_the_same() -> None:
    consolidation = on(date(2023, 7, 15), MINISTRY)
    assert frames.attainable(consolidation)["indicator"].tolist() == [each.code for each in PLAN.indicators]
    assert frames.days(consolidation)["waiting"].tolist() == [each.waiting for each in deadlines(consolidation)]
