"""The number formats of the form, by unit, weight and rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_apa.core.model import Rule, Unit, Value
from xl_apa.xlsx.styles import ANY_NUMBER, ANY_PERCENT, DATE, EXACT_PERCENT, INTEGER, PERCENT


def input_format(unit: Unit) -> str:
    """Return the number format of a cell that an officer types an achievement into."""
    return {Unit.DATE: DATE, Unit.NUMBER: ANY_NUMBER, Unit.PERCENT: ANY_PERCENT}[unit]


def value_format(unit: Unit, value: Value) -> str:
    """Return the number format of a target, which has decimals only when it needs them."""
    if isinstance(value, date) or value != int(value):
        return input_format(unit)
    return PERCENT if unit is Unit.PERCENT else INTEGER


def weight_format(weight: Decimal) -> str:
    """Return the number format of a weight, which has decimals only when it needs them."""
    return value_format(Unit.NUMBER, weight)


def tier_format(rule: Rule) -> str:
    """Return the number format of a tier percent: whole under the rule *tier*, a share with decimals otherwise."""
    return PERCENT if rule is Rule.TIER else EXACT_PERCENT
