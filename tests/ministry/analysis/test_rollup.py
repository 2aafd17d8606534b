"""The offices' values as one for the ministry: how each way comes about, and what is never counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.builders import DAY, PERCENT, make_form, make_indicator, make_plan, make_report
from tests.ministry.builders import (
    BEST,
    MINISTRY,
    NOBODY,
    SILENT,
    WEAKEST,
    make_consolidation,
    make_office,
    make_source,
)
from xl_apa.core.assess import assess
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Method, Office, Rollup, Rule, Unit, Value
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.analysis.rollup import RolledUp, own_office, roll_up
from xl_apa.ministry.export import frames
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.register.model import Register, Registered

REGISTER = Register((Registered("MIN", "মন্ত্রণালয়"), Registered("DOL", "শ্রম অধিদপ্তর", parent="min")))
MISSING = Register((Registered("TOP", "অন্য মন্ত্রণালয়"), Registered("DOL", "শ্রম অধিদপ্তর", parent="TOP")))


def rolled(indicator: Indicator, *achieved: CellValue, rule: Rule = Rule.TIER) -> RolledUp:
    """One indicator of offices that typed these."""
    plan = make_plan(indicator, rule=rule)
    offices = [
        make_office(code=str(at), achieved={indicator.code: each}, plan=plan) for at, each in enumerate(achieved)
    ]
    (found,) = roll_up(make_consolidation(*offices, plan=plan))
    return found


def with_own(*achieved: Mapping[str, CellValue], register: Register | None = REGISTER) -> MinistryResult:
    """A count and a day that the ministry reports itself; the first office is the ministry."""
    plan = make_plan(
        make_indicator("1.1.1", rollup=Rollup.OWN),
        replace(DAY, code="1.1.2", rollup=Rollup.OWN),
        make_indicator("1.1.3"),
    )
    names = {"MIN": "মন্ত্রণালয়", "DOL": "শ্রম অধিদপ্তর", "3": "অজানা"}
    offices = [make_office(name, each, code=code, plan=plan) for (code, name), each in zip(names.items(), achieved)]
    return recognise_offices(make_consolidation(*offices, plan=plan), register)


# ---- each way -------------------------------------------------------------------------------------------------------


def test_counts_are_added_up_percents_averaged_and_days_counted_that_reached_the_best_tier() -> None:
    day, count, percent, _ = roll_up(MINISTRY)
    assert (day.how, day.value, day.counted, day.reached, day.offices) == (Rollup.SHARE, Decimal("33.33"), 1, 1, 3)
    assert (count.how, count.value, count.counted, count.offices) == (Rollup.SUM, Decimal(3), 1, 3)
    assert (percent.how, percent.value, percent.counted) == (Rollup.MEAN, Decimal("77.5"), 2)


def test_marks_are_the_mean_of_all_offices_read_and_an_empty_report_counts_nothing() -> None:
    assert [each.marks for each in roll_up(MINISTRY)] == [
        Decimal("3.33"),
        Decimal("1.20"),
        Decimal("3.40"),
        Decimal("1.67"),
    ]
    means = frames.indicators(MINISTRY)["mean_marks"].tolist()
    assert [float(each.marks or 0) for each in roll_up(MINISTRY)] == means


def test_a_sum_is_not_scored_against_the_target_of_one_office() -> None:
    found = rolled(make_indicator(), 2, 2, 2)
    assert (found.value, found.marks) == (Decimal(6), Decimal("3.20"))


def test_a_day_after_the_best_tier_is_reported_but_not_in_the_share() -> None:
    found = rolled(DAY, "১০/০৮/২০২৩", "১১/০৮/২০২৩", "চলমান", None, "গত সপ্তাহে")
    assert (found.value, found.reached, found.counted, found.offices) == (Decimal(20), 1, 2, 5)


@pytest.mark.parametrize("rule", Rule)
def test_the_best_tier_is_the_best_that_is_present(rule: Rule) -> None:
    without = make_indicator(targets=(None, 3, 2, None, None), rollup=Rollup.SHARE)
    assert rolled(without, 3, 5, 2, rule=rule).reached == 2


def test_without_targets_nobody_reaches_a_tier() -> None:
    assert rolled(make_indicator(targets=(None,) * 5, rollup=Rollup.SHARE), 3).reached == 0


def test_counts_can_be_averaged_and_percents_be_counted_that_reached_the_best_tier() -> None:
    assert rolled(make_indicator(rollup=Rollup.MEAN), 1, 2, 2).value == Decimal("1.67")
    assert rolled(replace(PERCENT, rollup=Rollup.SHARE), 85, "৮৪%", None).value == Decimal("33.33")


@pytest.mark.parametrize("indicator", [DAY, make_indicator(), PERCENT])
def test_where_nobody_reported_there_is_no_value_but_marks_of_nothing(indicator: Indicator) -> None:
    found = rolled(indicator, None, "চলমান", "হয়নি")
    assert (found.value, found.counted, found.offices, found.marks) == (None, 0, 3, Decimal(0))


def test_without_offices_there_is_nothing() -> None:
    assert {(each.value, each.counted, each.offices, each.marks) for each in roll_up(NOBODY)} == {(None, 0, 0, None)}


def test_what_cannot_be_is_in_no_sum_and_no_mean() -> None:
    assert (rolled(make_indicator(), 3, -1).value, rolled(make_indicator(), 3, -1).counted) == (3, 1)
    assert (rolled(PERCENT, 80, 8500.0, -5).value, rolled(PERCENT, 80, 8500.0, -5).counted) == (80, 1)
    assert rolled(make_indicator(), -1).value is None
    shared = rolled(replace(PERCENT, rollup=Rollup.SHARE), 80, 8500.0)
    assert (shared.value, shared.counted) == (0, 1)


def test_a_mean_is_rounded_half_up_once() -> None:
    assert rolled(PERCENT, 80, "80.01").value == Decimal("80.01")
    assert rolled(make_indicator(weight="0.01"), 4, 1).marks == Decimal("0.01")


def test_a_sum_keeps_every_digit_however_many_are_typed() -> None:
    digits = "9" * 1900
    large = replace(make_indicator(), decimals=1, targets=(Decimal("1" + "0" * 1900), None, None, None, None))
    assert rolled(large, digits, "0.5").value == Decimal(f"{digits}.5")
    assert rolled(replace(large, rollup=Rollup.MEAN), "1" + "0" * 1900, 0).value == Decimal("5" + "0" * 1899)


# ---- the ministry's own ---------------------------------------------------------------------------------------------


def test_what_is_the_ministrys_own_is_the_value_and_marks_of_the_office_at_the_top() -> None:
    consolidation = with_own({"1.1.1": 3, "1.1.2": "২০/০৮/২০২৩", "1.1.3": 1}, {"1.1.1": 4, "1.1.3": 2}, {"1.1.1": 4})
    count, day, everybody = roll_up(consolidation)
    assert (count.value, count.counted, count.reached, count.offices, count.marks) == (3, 1, 0, 1, Decimal("3.60"))
    assert (day.value, day.marks) == (date(2023, 8, 20), Decimal("9.00"))
    # Neither the ministry itself nor an office that the register does not know is one of those that should report.
    assert (everybody.value, everybody.offices) == (2, 1)


def test_an_own_report_in_which_nothing_is_said_earns_nothing() -> None:
    count = roll_up(with_own({"1.1.1": "চলমান"}, {"1.1.1": 4}))[0]
    assert (count.value, count.counted, count.offices, count.marks) == (None, 0, 1, Decimal(0))


@pytest.mark.parametrize("register", [MISSING, None])
def test_without_the_ministrys_own_report_there_is_neither_value_nor_marks(register: Register | None) -> None:
    consolidation = recognise_offices(with_own({"1.1.1": 3}, {"1.1.1": 4}, register=None), register)
    assert own_office(consolidation) is None
    assert roll_up(consolidation)[0] == RolledUp(consolidation.task.plan.indicators[0], None, 0, 0, 0, None)


@pytest.mark.parametrize(
    "offices",
    [
        [Registered("MIN", "মন্ত্রণালয়")],
        [Registered("MIN", "মন্ত্রণালয়"), Registered("DOL", "অধিদপ্তর")],
        [
            Registered("MIN", "ক"),
            Registered("A", "খ", parent="MIN"),
            Registered("OTHER", "গ"),
            Registered("B", "ঘ", parent="OTHER"),
        ],
    ],
    ids=["alone", "nobody-reports", "two-tops"],
)
def test_where_no_single_office_is_at_the_top_there_is_no_ministry(offices: list[Registered]) -> None:
    assert Register(tuple(offices)).top is None


def test_the_office_at_the_top_may_stand_beside_offices_that_report_to_nobody() -> None:
    top = Registered("০১", "মন্ত্রণালয়")
    assert Register((Registered("X", "অন্য"), top, Registered("A", "ক", parent="01"))).top == top


def test_an_office_without_a_code_is_not_the_ministry_because_of_its_name() -> None:
    named = make_office("MIN", {"1.1.1": 4}, code="")
    assert own_office(recognise_offices(make_consolidation(named), REGISTER)) is None


# ---- any ministry ---------------------------------------------------------------------------------------------------

COUNTS = st.one_of(st.none(), st.integers(0, 200), st.decimals(0, 200, places=3))
"""Whole ones and broken ones, in a row whose plan says that there are decimals."""


def half_up(value: Fraction) -> Decimal:
    wide = Decimal(value.numerator) / Decimal(value.denominator)
    return wide.quantize(Decimal("0.01"), ROUND_HALF_UP)


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, max_size=12), st.sampled_from([Rollup.SUM, Rollup.MEAN, Rollup.SHARE]))
def test_whatever_offices_report_it_rolls_up_as_on_paper(counts: list[int | Decimal | None], how: Rollup) -> None:
    found = rolled(
        replace(make_indicator(rollup=how), decimals=3), *(None if each is None else str(each) for each in counts)
    )
    values: list[Fraction] = [Fraction(each) for each in counts if each is not None]
    reached = [value for value in values if value >= 4]
    assert (found.counted, found.reached, found.offices) == (len(values), len(reached), len(counts))
    on_paper: Value | None = None
    if values:
        on_paper = {
            Rollup.SUM: sum((Decimal(str(each)) for each in counts if each is not None), Decimal(0)),
            Rollup.MEAN: half_up(sum(values, Fraction(0)) / len(values)),
            Rollup.SHARE: half_up(Fraction(100 * len(reached), len(counts))),
        }[how]
    assert found.value == on_paper


@given(st.permutations([BEST, WEAKEST, SILENT]))
def test_the_order_of_the_offices_changes_nothing(offices: list[OfficeResult]) -> None:
    assert roll_up(replace(MINISTRY, offices=tuple(offices))) == roll_up(MINISTRY)


# ---- the year's figure ----------------------------------------------------------------------------------------------


def of_quarters(indicator: Indicator, *offices: tuple[CellValue, ...]) -> RolledUp:
    """One indicator of offices that typed these in the quarters so far."""
    plan = make_plan(indicator, make_indicator("9.1.1"))
    found = []
    for number, typed in enumerate(offices):
        forms = [
            make_form(plan, {"9.1.1": 1, indicator.code: value}, quarter=quarter)
            for quarter, value in zip(Quarter, typed)
        ]
        report = replace(make_report(*forms), office=Office(str(number), "দপ্তর", "MIN"))
        found.append(OfficeResult(make_source(f"{number}.xlsx"), assess(report, plan, forms[-1].quarter)))
    rolled_up, _ = roll_up(make_consolidation(*found, plan=plan))
    return rolled_up


THIRTY = make_indicator("1.1.1", targets=(30, 20, 10, 5, None), weight=10, method=Method.SUM)


def test_sums_of_the_year_are_added_up_and_marked_by_each_office() -> None:
    found = of_quarters(THIRTY, (12, 8, 10), (5, "-", 5), (1, 2, "চলমান"), (None, None, None))
    assert (found.value, found.counted, found.offices) == (30 + 10 + 3, 3, 4)
    assert found.marks == Decimal("4.50")


@pytest.mark.parametrize(
    ("rollup", "value"), [(Rollup.SUM, "40.67"), (Rollup.MEAN, "20.33"), (Rollup.SHARE, "50"), (Rollup.OWN, None)]
)
def test_means_of_the_year_are_rounded_once_at_the_end(rollup: Rollup, value: str | None) -> None:
    mean = replace(THIRTY, method=Method.MEAN, rollup=rollup)
    found = of_quarters(mean, (30, 30, 31), (10, 10, 11))
    assert found.value == (None if value is None else Decimal(value))


def test_the_mean_of_thirds_is_exact() -> None:
    percent = make_indicator("1.1.1", Unit.PERCENT, (85, 80, 75, 70, 60), method=Method.MEAN)
    # 254/3, 253/3 and 255/3: their mean is 84.67 only when none of them is rounded before.
    found = of_quarters(percent, ("৮৫%", "৮৫%", "৮৪%"), ("৮৪%", "৮৪%", "৮৫%"), ("৮৫%", "৮৫%", "৮৫%"))
    assert found.value == Decimal("84.67")
    tenths = of_quarters(percent, ("10.005%", "10%", "10%"), ("10.01%", "10.01%", "10%"))
    assert tenths.value == half_up(Fraction("10.005") / 6 + Fraction("10.02") / 6 + Fraction("40") / 6)


@pytest.mark.parametrize("unknown", ["দুই-তিন", 45325, -3, True, "৫%"])
def test_an_office_of_which_a_quarter_is_not_understood_is_in_no_sum(unknown: CellValue) -> None:
    found = of_quarters(THIRTY, (12, 8, 10), (unknown, 8, 10))
    assert (found.value, found.counted, found.offices) == (30, 1, 2)
    assert found.marks == Decimal("5.00")


def test_a_ministrys_own_figure_is_that_of_its_year() -> None:
    own = replace(THIRTY, rollup=Rollup.OWN, method=Method.MEAN)
    plan = make_plan(own)
    forms = [make_form(plan, {"1.1.1": value}, quarter=quarter) for quarter, value in zip(Quarter, (10, 10, 11))]
    report = replace(make_report(*forms), office=Office("MIN", "মন্ত্রণালয়", ""))
    office = OfficeResult(make_source("min.xlsx"), assess(report, plan, Quarter.Q3))
    (found,) = roll_up(recognise_offices(make_consolidation(office, plan=plan), REGISTER))
    assert (found.value, found.marks) == (Decimal("10.33"), Decimal("8.00"))


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 60), min_size=2, max_size=2), min_size=1, max_size=6))
def test_the_sum_of_all_offices_is_the_sum_of_all_their_quarters(typed: list[list[int]]) -> None:
    found = of_quarters(THIRTY, *(tuple(each) for each in typed))
    assert found.value == sum(map(sum, typed))
