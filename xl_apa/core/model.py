"""What an office promised and what it reports: plan, office, report.

Everything here is frozen and knows neither files nor Excel. What an officer typed is kept as it was typed,
with the address of its cell, so that every later sentence can point at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.fiscal import FiscalYear, Quarter

Value = Decimal | date
"""An achievement or a target: a number, a percent (96, not 0.96) or a day."""


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


class Layout(StrEnum):
    """What column 14 of the form holds."""

    MARKS = "marks"
    REMARKS = "remarks"


class Status(StrEnum):
    """What the achievement cell says."""

    REPORTED = "reported"
    ONGOING = "ongoing"
    NONE = "none"
    UNREADABLE = "unreadable"


# ---- the plan -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tier:
    """One of the target columns of a plan: its percent and its name, `অসাধারণ` for 100."""

    percent: int
    name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the plan. `targets` in the order of the plan's tiers, best first; None where a tier is missing.

    `rollup` is None where the unit's own way is meant; `rolls_up` says which way that is.
    """

    code: str
    title: str
    unit: Unit
    weight: Decimal
    targets: tuple[Value | None, ...]
    rule: Rule | None = None
    rollup: Rollup | None = None

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
    """A performance area; its weight is what its indicators add up to."""

    number: int
    title: str
    weight: Decimal
    activities: tuple[Activity, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for activity in self.activities for indicator in activity.indicators)


@dataclass(frozen=True, slots=True)
class Plan:
    """A year's action plan: areas, activities, indicators, tiers, and the rule its marks follow.

    An `example` is made up; it is never chosen by itself, and its forms say what it is.
    """

    name: str
    title: str
    fiscal_year: FiscalYear
    rule: Rule
    tiers: tuple[Tier, ...]
    areas: tuple[Area, ...]
    example: bool = False

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for area in self.areas for indicator in area.indicators)

    @property
    def weight(self) -> Decimal:
        """What the whole plan is out of: 50 in 2023-24."""
        return sum((area.weight for area in self.areas), Decimal(0))

    @property
    def percents(self) -> tuple[int, ...]:
        """The tiers' percents, best first: (100, 90, 80, 70, 60)."""
        return tuple(tier.percent for tier in self.tiers)


# ---- the report -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Office:
    """Who reports, and to whom."""

    code: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Achievement:
    """One row of a filled form, cell by cell, as it was found.

    `label` is column 5 (`[১.১.১] …`), `area` column 2 of the merged block the row lies in.
    `claimed` is column 14 of the layout *marks*, `remarks` column 14 of the layout *remarks*; the other one is blank.
    `accepted` is the value a person accepted for a sentence; `marks` is what stands in our own marks column.
    """

    label: Cell
    unit: Cell
    weight: Cell
    targets: tuple[Cell, ...]
    achieved: Cell
    area: Cell = BLANK
    claimed: Cell = BLANK
    remarks: Cell = BLANK
    accepted: Cell = BLANK
    marks: Cell = BLANK
    evidence: Cell = BLANK


@dataclass(frozen=True, slots=True)
class Form:
    """One quarter's form: its headings, its rows and the day it was signed."""

    quarter: Quarter
    sheet: str
    headings: tuple[Cell, ...]
    rows: tuple[Achievement, ...]
    report_date: Cell = BLANK


@dataclass(frozen=True, slots=True)
class Report:
    """What one office reports: a form per quarter. `source` is the file it came from, for messages."""

    office: Office
    fiscal_year: Cell
    layout: Layout
    plan_name: str
    forms: Mapping[Quarter, Form] = field(default_factory=dict)
    source: str = ""


# ---- what comes of it -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator assessed.

    `percent` (0-100) and `marks` are exact and rounded marks under `rule`; `attainable` is what can still be earned.
    `offer` is a value that the typed text seems to mean; it counts only once a person accepts it.
    `not_yet_due`: nothing reported, and the last target day is still to come (date indicators).
    `earlier` is the last value of the quarters before, None when there was none.
    `row` is the row the indicator was found in, None when the form has none.
    """

    indicator: Indicator
    rule: Rule
    row: Achievement | None
    status: Status
    raw: str
    value: Value | None
    percent: Fraction
    marks: Decimal
    attainable: Decimal
    claimed: Decimal | None = None
    offer: Value | None = None
    not_yet_due: bool = False
    earlier: Value | None = None

    @property
    def cell(self) -> str:
        """Where the achievement stands: `'১ম ত্রৈমাসিক'!M8`, `""` when the row is missing."""
        return self.row.achieved.address if self.row else ""
