"""What can still be earned, and the days that decide it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import PLAN, make_indicator, make_plan
from tests.ministry.builders import BEST, MINISTRY, NOBODY, SILENT, Write, make_consolidation, make_office
from tests.ministry.report.bangla import DEADLINES_SHEET
from tests.ministry.written import shown
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import DueDay, Plan, Unit
from xl_apa.ministry.analysis.deadlines import deadlines, prospects
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.export import frames
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.register.model import Register, Registered

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


# ---- with a register ------------------------------------------------------------------------------------------------

REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়"),
        Registered("1", "দপ্তর এক", parent="M", level="জেলা"),
        Registered("2", "দপ্তর দুই", parent="M", level="জেলা"),
        Registered("3", "দপ্তর তিন", parent="M", level="উপজেলা"),
        Registered("4", "দপ্তর চার", parent="M", level="উপজেলা"),
    )
)


def registered(day: date, plan: Plan = DAYS) -> MinistryResult:
    """Office 1 has reported the day and nothing else, 2 handed in a blank form, 3 and 4 nothing; 9 nobody knows."""
    offices = [
        make_office("দপ্তর এক", {"1.1.1": "১০/০৮/২০২৩"}, code="1", plan=plan),
        make_office("দপ্তর দুই", code="2", plan=plan),
        make_office("দপ্তর নয়", code="9", plan=plan),
    ]
    return recognise_offices(on(day, make_consolidation(*offices, plan=plan)), REGISTER)


def test_who_sent_nothing_still_owes_every_indicator_and_who_is_unknown_owes_none() -> None:
    found = deadlines(registered(date(2023, 9, 30)))
    waiting = {(each.indicator.code, each.percent): each.waiting for each in found if each.indicator}
    assert {count for (code, _), count in waiting.items() if code == "1.1.1"} == {3}
    assert waiting["1.1.2", 100] == 4


def test_of_the_quarters_own_report_those_wait_who_have_not_handed_it_in_of_later_ones_all() -> None:
    found = {each.quarter: each.waiting for each in deadlines(registered(date(2023, 9, 30))) if not each.indicator}
    assert found == {Quarter.Q1: 3, Quarter.Q2: 4, Quarter.Q3: 4, Quarter.Q4: 4}


def test_without_a_register_blank_forms_are_waited_for_and_of_later_quarters_all_that_were_read() -> None:
    read = on(
        date(2023, 9, 30),
        make_consolidation(make_office(achieved={"1.1.2": 1}, plan=DAYS), make_office(code="2", plan=DAYS), plan=DAYS),
    )
    found = {each.quarter: each.waiting for each in deadlines(read) if not each.indicator}
    assert found == {Quarter.Q1: 1, Quarter.Q2: 2, Quarter.Q3: 2, Quarter.Q4: 2}


def test_a_level_with_a_day_of_its_own_has_a_line_of_its_own() -> None:
    plan = replace(
        DAYS, due=(DueDay("উপজেলা", Quarter.Q1, date(2023, 10, 6)), DueDay("উপজেলা ", Quarter.Q4, date(2024, 7, 6)))
    )
    found = [
        (each.day, each.quarter, each.level, each.waiting)
        for each in deadlines(registered(date(2023, 9, 30), plan))
        if not each.indicator and each.quarter in (Quarter.Q1, Quarter.Q4)
    ]
    assert found == [
        (date(2023, 10, 6), Quarter.Q1, "উপজেলা", 2),
        (date(2023, 10, 15), Quarter.Q1, "", 1),
        (date(2024, 7, 6), Quarter.Q4, "উপজেলা", 2),
        (date(2024, 7, 15), Quarter.Q4, "", 2),
    ]


def test_means_are_over_the_register_and_who_sent_nothing_can_earn_what_a_blank_form_can() -> None:
    day, count = prospects(registered(date(2023, 9, 30)))
    # 5 of one of four; all that is left of 5 for the other three.
    assert (day.mean_marks, day.mean_attainable, day.mean_open, day.offices_open) == (
        Decimal("1.25"),
        5,
        Decimal("3.75"),
        3,
    )
    assert (count.mean_marks, count.mean_attainable, count.offices_open) == (0, 3, 4)
    late = prospects(registered(date(2024, 4, 20)))[0]
    # The two forms were read in September, when 5 could be earned; of the two offices that sent nothing only the tier of
    # 29 April is left, 60 percent of 5.
    assert (late.mean_attainable, late.offices_open) == (Decimal("4.00"), 3)


def test_the_sheet_names_report_and_level(write: Write) -> None:
    plan = replace(DAYS, due=(DueDay("উপজেলা", Quarter.Q4, date(2024, 7, 6)),))
    rows = shown(write(registered(date(2024, 4, 30), plan)), DEADLINES_SHEET)[4:]
    assert [row[1:] for row in rows] == [
        ["১.১.২", plan.indicators[1].title, "", "", 100, 4],
        ["", "প্রতিবেদন দাখিল", "৪র্থ ত্রৈমাসিক (বার্ষিক)", "উপজেলা", "", 2],
        ["", "প্রতিবেদন দাখিল", "৪র্থ ত্রৈমাসিক (বার্ষিক)", "", "", 2],
    ]
