"""Numbers of the form are shown with decimals only where they have some, and never rounded to a target."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from xl_apa.core.model import Rule, Unit, Value
from xl_apa.sheets.build.number_formats import figure_format, input_format, tier_format, value_format, weight_format
from xl_apa.xlsx.write import styles


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        (Unit.DATE, date(2024, 5, 16), styles.DATE),
        (Unit.NUMBER, Decimal(4), styles.INTEGER),
        (Unit.NUMBER, Decimal("4.5"), styles.ANY_NUMBER),
        (Unit.PERCENT, Decimal("85.0"), styles.PERCENT),
        (Unit.PERCENT, Decimal("84.6"), styles.ANY_PERCENT),
    ],
)
def test_a_target_has_decimals_only_where_it_needs_them(unit: Unit, value: Value, shown: str) -> None:
    assert value_format(unit, value) == shown


@pytest.mark.parametrize("unit", Unit)
def test_what_is_typed_is_shown_as_it_is(unit: Unit) -> None:
    shown = {Unit.DATE: styles.DATE, Unit.NUMBER: styles.ANY_NUMBER, Unit.PERCENT: styles.TEXT}
    assert input_format(unit) == shown[unit]


@pytest.mark.parametrize("unit", Unit)
def test_no_figure_is_shown_as_a_hundredfold(unit: Unit) -> None:
    """0.5 beside a percent row is half a percent."""
    assert "%" not in re.sub('"[^"]*"', "", figure_format(unit))


def test_weights_and_tiers() -> None:
    assert (weight_format(Decimal(5)), weight_format(Decimal("2.5"))) == (styles.INTEGER, styles.ANY_NUMBER)
    assert (tier_format(Rule.TIER), tier_format(Rule.PROPORTIONAL)) == (styles.PERCENT, styles.EXACT_PERCENT)
