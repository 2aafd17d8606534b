"""A plan: its indicators, tiers and what it is out of."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest

from tests.core.builders import COUNT, PLAN, YEAR, make_indicator
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Method, Rollup, Unit


def test_a_plan_knows_its_indicators_and_what_it_is_out_of() -> None:
    assert [indicator.code for indicator in PLAN.indicators] == ["1.1.1", "1.2.1", "1.3.1", "2.1.1"]
    assert (PLAN.weight, PLAN.percents, PLAN.fiscal_year) == (25, (100, 90, 80, 70, 60), YEAR)
    assert [area.weight for area in PLAN.areas] == [20, 5]
    assert replace(PLAN, fiscal_year=FiscalYear(2024)) != PLAN
    assert COUNT in PLAN.areas[0].indicators


@pytest.mark.parametrize(
    ("total", "apa_weight", "expected"),
    [
        ("25", "10", "10.00"),
        ("17.80", "10", "7.12"),
        ("0", "10", "0.00"),
        ("0.01", "12.5", "0.01"),  # 0.005 is rounded up
        ("12.34", "7", "3.46"),  # 3.4552
        ("0.03", "3", "0.00"),  # 0.0036
    ],
)
def test_marks_count_in_the_agreement_by_their_share_rounded_half_up_once(
    total: str, apa_weight: str, expected: str
) -> None:
    weighted = replace(PLAN, apa_weight=Decimal(apa_weight))
    assert str(weighted.apa_marks(Decimal(total))) == expected


def test_a_plan_that_does_not_say_what_it_counts_in_the_agreement_gives_no_such_marks() -> None:
    assert PLAN.apa_marks(Decimal(20)) is None


def test_a_plan_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        PLAN.indicators[0].weight = Decimal(1)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("unit", "bangla", "rollup"),
    [
        (Unit.DATE, "তারিখ", Rollup.SHARE),
        (Unit.NUMBER, "সংখ্যা", Rollup.SUM),
        (Unit.PERCENT, "%", Rollup.MEAN),
    ],
)
def test_a_unit_has_its_word_on_the_form_and_its_own_way_to_roll_up(unit: Unit, bangla: str, rollup: Rollup) -> None:
    assert (unit.bangla, unit.rollup) == (bangla, rollup)
    assert make_indicator(unit=unit).rolls_up is rollup
    assert make_indicator(unit=unit, rollup=Rollup.OWN).rolls_up is Rollup.OWN


@pytest.mark.parametrize("unit", Unit)
def test_a_day_counts_once_and_figures_are_cumulative_unless_the_plan_says_otherwise(unit: Unit) -> None:
    usual = Method.DATE if unit is Unit.DATE else Method.CUMULATIVE
    assert make_indicator(unit=unit).calculated_by is unit.method is usual
    assert make_indicator(unit=unit, method=Method.SUM).calculated_by is Method.SUM


def test_a_quarters_own_figure_is_what_is_added_up_or_averaged() -> None:
    assert [method for method in Method if method.by_quarter] == [Method.SUM, Method.MEAN]
