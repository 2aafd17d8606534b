"""The number formats of the form, by unit, weight and rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_apa.core.model import Percent, Rule, Unit, Value
from xl_apa.xlsx.write.styles import ANY_NUMBER, ANY_PERCENT, DATE, EXACT_PERCENT, INTEGER, PERCENT, TEXT


def input_format(unit: Unit) -> str:
    """Return the number format of a cell that an officer types an achievement into.

    A percent is kept as the text that was typed: of a number nobody could say whether 1 was 1% or 100%, and where a
    format shows percents, Excel may add a `%` to a typed 100.
    """
    return TEXT if unit is Unit.PERCENT else figure_format(unit)


def figure_format(unit: Unit) -> str:
    """Return the number format of a cell that shows any figure of a unit."""
    return {Unit.DATE: DATE, Unit.NUMBER: ANY_NUMBER, Unit.PERCENT: ANY_PERCENT}[unit]


def value_format(unit: Unit, value: Value, decimals: int | None = None) -> str:
    """Return the number format of a target: with the plan's decimals, else with those it needs."""
    if decimals and unit is Unit.NUMBER:
        return f"{INTEGER}.{'0' * decimals}"
    if isinstance(value, date) or value != int(value):
        return figure_format(unit)
    return PERCENT if unit is Unit.PERCENT else INTEGER


def percent_format(percent: Percent) -> str:
    """Return the number format of a tier's percent in the head of the form."""
    return PERCENT if isinstance(percent, int) else ANY_PERCENT


def weight_format(weight: Decimal) -> str:
    """Return the number format of a weight, which has decimals only when it needs them."""
    return value_format(Unit.NUMBER, weight)


def tier_format(rule: Rule) -> str:
    """Return the number format of a tier percent: whole under the rule *tier*, a share with decimals otherwise."""
    return PERCENT if rule is Rule.TIER else EXACT_PERCENT
