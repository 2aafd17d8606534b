"""What a ministry plans: areas, activities and indicators, their units, tiers, targets and rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.offices import name_key
from xl_apa.core.rounding import half_up

Value = Decimal | date
"""An achievement or a target: a number, a percent (96, not 0.96) or a day."""

Percent = int | Decimal
"""The percent of a tier: whole as int, 87.5 as Decimal."""

MOST_TIERS = 7
"""More target columns no form has."""


class Unit(StrEnum):
    """What an indicator is measured in."""

    DATE = "date"
    NUMBER = "number"
    PERCENT = "percent"

    @property
    def bangla(self) -> str:
        """The word in column 6 of the form."""
        return {"date": "তারিখ", "number": "সংখ্যা", "percent": "%"}[self.value]

    @property
    def rollup(self) -> Rollup:
        """How the offices' values roll up where the plan does not say."""
        return {"date": Rollup.SHARE, "number": Rollup.SUM, "percent": Rollup.MEAN}[self.value]

    @property
    def method(self) -> Method:
        """How the year's figure comes from the quarters where the plan does not say."""
        return Method.DATE if self is Unit.DATE else Method.CUMULATIVE


class Method(StrEnum):
    """How the year's figure comes from those of the quarters: the calculation method (গণনা পদ্ধতি) of the guidelines.

    `CUMULATIVE`: a quarter's cell holds the figure since July, the latest counts. `SUM`, `MEAN`: it holds the quarter's
    own figure, and what the quarters so far add up to, or their mean, counts. `DATE`: the day, once.
    """

    CUMULATIVE = "cumulative"
    SUM = "sum"
    MEAN = "mean"
    DATE = "date"

    @property
    def by_quarter(self) -> bool:
        """Whether a quarter's cell holds that quarter's own figure alone."""
        return self in (Method.SUM, Method.MEAN)


class Rollup(StrEnum):
    """How the values of many offices become one for the ministry as a whole.

    `SUM`: added up. `MEAN`: their mean. `SHARE`: the share of offices, in percent, that reached the best tier.
    `OWN`: no roll-up, the ministry's own value, for duties that only the office at the top can fulfil for all.
    """

    SUM = "sum"
    MEAN = "mean"
    SHARE = "share"
    OWN = "own"


class Rule(StrEnum):
    """What an achievement between two tiers earns: the tier reached, or a share of the way to the next one."""

    TIER = "tier"
    PROPORTIONAL = "proportional"


@dataclass(frozen=True, slots=True)
class Tier:
    """One of the target columns of a plan: its percent and its name, `অসাধারণ` for 100."""

    percent: Percent
    name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the plan. `targets` in the order of the plan's tiers, best first; None where a tier is missing.

    `unit` is the kind of the unit, `unit_name` its name in the plan (জন, কোটি টাকা), None for the kind's usual one.
    `decimals` is how many decimals a number has, None where the targets and the unit's name tell.
    `evidence` is what proves the achievement, "" where the plan does not say.
    `rollup` and `method` are None where the unit's own way is meant; `rolls_up` and `calculated_by` say which that is.
    """

    code: str
    title: str
    unit: Unit
    weight: Decimal
    targets: tuple[Value | None, ...]
    rule: Rule | None = None
    rollup: Rollup | None = None
    unit_name: str | None = None
    decimals: int | None = None
    method: Method | None = None
    evidence: str = ""

    @property
    def calculated_by(self) -> Method:
        """How the year's figure comes from the quarters."""
        return self.method or self.unit.method

    @property
    def unit_shown(self) -> str:
        """The name of the unit in column 6, as typed in the plan."""
        return self.unit.bangla if self.unit_name is None else self.unit_name

    @property
    def rolls_up(self) -> Rollup:
        """How the offices' values become the ministry's."""
        return self.rollup or self.unit.rollup


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity and the indicators it is measured by."""

    code: str
    title: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A performance area; its weight is what its indicators add up to.

    `prefix` stands before the number where the plan numbers mandatory objectives apart: `এম.` in `এম.১`.
    """

    number: int
    title: str
    weight: Decimal
    activities: tuple[Activity, ...]
    prefix: str = ""

    @property
    def code(self) -> str:
        """Its number as printed, in ASCII digits: `1`, `এম.1`."""
        return f"{self.prefix}{self.number}"

    @property
    def label(self) -> int | str:
        """Its number as a cell holds it: 1, `এম.1`."""
        return self.code if self.prefix else self.number

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for activity in self.activities for indicator in activity.indicators)


@dataclass(frozen=True, slots=True)
class DueDay:
    """When the offices of one administrative level (উপজেলা, জেলা) hand in a quarter's report."""

    level: str
    quarter: Quarter
    day: date


@dataclass(frozen=True, slots=True)
class Plan:
    """A year's action plan: areas, activities, indicators, tiers, and the rule its marks follow.

    An `example` is made up; it is never chosen by itself, and its forms say what it is. `due` are the due days of
    administrative levels, where they are not those of the calendar. `apa_weight` is what the whole plan counts in the
    annual performance agreement, None where that is not known.
    """

    name: str
    title: str
    fiscal_year: FiscalYear
    rule: Rule
    tiers: tuple[Tier, ...]
    areas: tuple[Area, ...]
    example: bool = False
    due: tuple[DueDay, ...] = ()
    apa_weight: Decimal | None = None

    def due_day(self, quarter: Quarter, level: str = "") -> date:
        """Return the day on which an office of a level hands in a quarter's report; the calendar's where none is set.

        Source: for the last quarter of 2023-24 every level had days of its own, from upazilas to ministries.
        """
        wanted = name_key(level)
        for each in self.due:
            if wanted and each.quarter is quarter and name_key(each.level) == wanted:
                return each.day
        return self.fiscal_year.due_day(quarter)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for area in self.areas for indicator in area.indicators)

    @property
    def weight(self) -> Decimal:
        """What the whole plan is out of: 50 in 2023-24."""
        return sum((area.weight for area in self.areas), Decimal(0))

    def apa_marks(self, total: Decimal) -> Decimal | None:
        """Return what a total of marks counts in the agreement, rounded half up to two decimals; None if not known.

        Source: `total × apa_weight / weight`; in 2021-22 the 50 marks counted 10, that is 0.2 each.
        """
        if self.apa_weight is None or not self.weight:
            return None
        return half_up(Fraction(total) * Fraction(self.apa_weight) / Fraction(self.weight))

    @property
    def percents(self) -> tuple[Percent, ...]:
        """The tiers' percents, best first: (100, 90, 80, 70, 60)."""
        return tuple(tier.percent for tier in self.tiers)
