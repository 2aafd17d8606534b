"""What makes the formulas of two rows of one unit differ: the number of tiers, decimals, the unit's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from xl_apa.core.model import Indicator, Method, Plan, Unit
from xl_apa.core.text.unit_names import is_money, parse_unit_name, spellings
from xl_apa.core.typed.units import is_whole
from xl_apa.sheets.formulas.vocabulary import COUNTERS, GENERAL_COUNTERS
from xl_apa.sheets.layout import OFFICIAL, FormShape, WordList, form_shape

_MONEY_ENDINGS = ("/-", "/=")


@dataclass(frozen=True, slots=True)
class RowTraits:
    """How many tiers a row has, whether whole numbers are meant in it, and what may stand behind a number.

    `method` is how the year's figure comes of the quarters, `cumulative` wherever a quarter's cell holds it itself.
    `endings` are the units that a number may be written with, `endings_name` is the name of the cells that hold them.
    """

    tiers: int = OFFICIAL.tiers
    whole: bool = True
    endings: tuple[str, ...] = COUNTERS
    endings_name: str = WordList.COUNTERS.value
    method: Method = Method.CUMULATIVE

    @property
    def shape(self) -> FormShape:
        """The shape of the form that the row is in."""
        return form_shape(self.tiers)


USUAL = RowTraits()
"""A row of the official form that counts things."""


def traits_of(plan: Plan, indicator: Indicator) -> RowTraits:
    """Return the traits of an indicator's row in the form of its plan."""
    whole = is_whole(indicator.unit, indicator.unit_shown, indicator.targets, indicator.decimals)
    endings = _endings(indicator)
    names = {listed: name for name, listed in ending_lists(plan).items()}
    # Of days and percents the formulas read other words: to them every name is the same.
    name = names.get(endings, WordList.COUNTERS.value)
    method = indicator.calculated_by if indicator.calculated_by.by_quarter else Method.CUMULATIVE
    return RowTraits(len(plan.tiers), whole or indicator.unit is not Unit.NUMBER, endings, name, method)


@lru_cache(maxsize=16)
def ending_lists(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of endings that a plan's units need beside the usual one, by the names of their cells."""
    others = dict.fromkeys(_endings(indicator) for indicator in plan.indicators)
    lists = [endings for endings in others if endings != COUNTERS]
    return {f"{WordList.COUNTERS}_{number}": endings for number, endings in enumerate(lists, start=1)}


def _endings(indicator: Indicator) -> tuple[str, ...]:
    unit = parse_unit_name(indicator.unit_shown)
    if indicator.unit is not Unit.NUMBER or unit.plain:
        return COUNTERS
    own = spellings(indicator.unit_shown)
    money = _MONEY_ENDINGS if is_money(unit) and not unit.magnitudes else ()
    general = () if unit.takes_decimals else GENERAL_COUNTERS
    return tuple(dict.fromkeys((*own, *money, *general)))
