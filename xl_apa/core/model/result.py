"""What comes of an indicator of a report: status, value and marks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model.plan import Indicator, Rule, Value
from xl_apa.core.model.report import Achievement


class Status(StrEnum):
    """What the achievement cell says."""

    REPORTED = "reported"
    ONGOING = "ongoing"
    NONE = "none"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class QuarterFigure:
    """What a quarter says of an indicator; `value` is None where it says nothing that counts.

    `raw` is what stands in the cell at the address `cell`; `found` is False where the quarter's form or row is gone.
    """

    quarter: Quarter
    status: Status
    value: Value | None = None
    raw: str = ""
    cell: str = ""
    found: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator assessed.

    `status`, `raw` and `own` are what the quarter's cell says, `value` is the year's figure so far: another one where
    quarters are added up or averaged. `exact` is set where a mean had to be rounded to be shown; `before` is what the
    quarters before say, where they count too.
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
    own: Value | None = None
    exact: Fraction | None = None
    before: tuple[QuarterFigure, ...] = ()

    @property
    def scored(self) -> Value | Fraction | None:
        """What is held against the targets: the year's figure, not rounded."""
        return self.value if self.exact is None else self.exact

    @property
    def cell(self) -> str:
        """Where the achievement stands: `'১ম ত্রৈমাসিক'!M8`, `""` when the row is missing."""
        return self.row.achieved.address if self.row else ""
