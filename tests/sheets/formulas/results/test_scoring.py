"""What the formulas of the targets and of the marks result in."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import PERCENTS
from tests.strategies import achievements, indicators
from xl_apa.core.cells import CellValue
from xl_apa.core.marking.rating import Targets
from xl_apa.core.marking.scoring import marks_for, percent_for
from xl_apa.core.model import Rule, Unit, Value
from xl_apa.sheets.formulas.results.scoring import RowScale, seen
from xl_apa.sheets.formulas.results.values import as_number
from xl_apa.xlsx.cell_values import serial


def scale_of(*targets: CellValue, unit: Unit = Unit.NUMBER) -> RowScale:
    return RowScale.of(unit, targets, PERCENTS)


@pytest.mark.parametrize(
    ("targets", "unit", "fault", "direction"),
    [
        ((4, 3, 2, "-", None), Unit.NUMBER, 0, "<"),
        ((1, 2, 3), Unit.NUMBER, 0, ">"),
        ((3, 3, 3), Unit.NUMBER, 0, "<"),
        ((), Unit.NUMBER, 1, "<"),
        ((4, "৩"), Unit.NUMBER, 1, "<"),
        ((4, True), Unit.NUMBER, 1, "<"),
        ((4, 2, 3), Unit.NUMBER, 2, "<"),
        ((45000, 45100), Unit.DATE, 0, ">"),
        ((45100, 45000), Unit.DATE, 0, "<"),
        ((45000,), Unit.DATE, 0, ">"),
        ((45000, 96), Unit.DATE, 1, "<"),
    ],
)
def test_targets_make_a_scale_or_a_fault(
    targets: tuple[CellValue, ...], unit: Unit, fault: int, direction: str
) -> None:
    scale = scale_of(*targets, unit=unit)
    assert (scale.fault, scale.direction) == (fault, direction)


def test_the_target_reached_and_the_next_better_one_are_told_by_their_places() -> None:
    scale = scale_of("-", 10, None, 5, 3)
    assert [scale.reached(value) for value in (12, 10, 9, 5, 4, 2)] == [2, 2, 4, 4, 5, 0]
    assert [scale.better(place) for place in (0, 2, 4, 5)] == [0, 0, 2, 4]
    assert (scale.best, scale.present) == (2, (10, 5, 3))


def test_a_faulty_scale_reaches_nothing() -> None:
    scale = scale_of(4, 2, 3)
    assert (scale.reached(4), scale.percent(4, Rule.TIER)) == (0, 0)


def as_cell(value: Value | None) -> CellValue:
    return float(value) if isinstance(value, Decimal) else value


@given(st.data())
def test_percent_and_marks_are_those_of_core(data: st.DataObject) -> None:
    indicator = data.draw(indicators())
    value, rule = data.draw(achievements(indicator)), data.draw(st.sampled_from(Rule))
    shown = [as_cell(target) for target in indicator.targets]
    number = as_number(serial(as_cell(value)))
    scale = RowScale.of(indicator.unit, shown, PERCENTS)
    wanted = percent_for(Targets.of(indicator.unit, indicator.targets, PERCENTS).scale, value, rule)
    assert scale.percent(number, rule) == wanted
    assert scale.marks(float(indicator.weight), wanted) == float(marks_for(indicator.weight, wanted))


def test_marks_are_rounded_to_eight_decimals_first_as_the_formula_rounds() -> None:
    assert scale_of(1).marks(1 / 3, Fraction("85.5")) == 0.29
    assert scale_of(4).full_marks(2.5) == 2.5


@pytest.mark.parametrize(("number", "text"), [(3, "3"), (0.1 + 0.2, "0.3"), (1e300, "1E+300"), (10**20, "1E+20")])
def test_a_number_is_seen_with_fifteen_digits(number: float, text: str) -> None:
    assert str(seen(number)) == text
