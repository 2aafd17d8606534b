"""One row rated: the one way in which marks come about, for a report, a worksheet function and a button.

What an achievement cell says is read by the unit, held against the targets under a rule, and earns a tier percent. Who
asks adds the weight, the day and the year: they change the marks, not the percent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from xl_apa.core.cells import BLANK, Cell, CellKind, CellValue, NumberFormat
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.marking.scoring import Scale, attainable_for, build_scale, marks_for, percent_for
from xl_apa.core.marking.year_figure import YearFigure, year_figure
from xl_apa.core.model import Indicator, Method, Percent, QuarterFigure, Rule, Status, Unit, Value
from xl_apa.core.typed.cell_reading import read_cell
from xl_apa.core.typed.other_quarter import offered_in_quarter
from xl_apa.core.typed.plausible import (
    day_near,
    is_day_meant,
    is_doubtful_percent,
    is_plausible,
    largest_percent,
    largest_target,
)
from xl_apa.core.typed.reading import Reading, says_nothing
from xl_apa.core.typed.units import is_whole

_LONGEST = 10**15
"""A number of more digits is told as the cell shows it."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The targets of a row, best first, None where a tier is missing; their tier percents; and the scale they make.

    `unread` is the text of a target that no value could be read from; then there are no values. `decimals` is what the
    plan says of the row's numbers.
    """

    values: tuple[Value | None, ...]
    percents: tuple[Percent, ...]
    scale: Scale
    unread: CellValue = None
    decimals: int | None = None

    @classmethod
    def of(cls, unit: Unit, values: Sequence[Value | None], percents: Sequence[Percent]) -> Targets:
        """Return the targets of a row from their values; percents that no target stands for may follow."""
        return cls(tuple(values), tuple(percents), build_scale(unit, values, percents))

    @property
    def last_day(self) -> date | None:
        """The last target day, None where there is none: until then a date indicator is not yet due."""
        return max((target for target in self.values if isinstance(target, date)), default=None)


@lru_cache(maxsize=4096)
def plan_targets(indicator: Indicator, percents: tuple[Percent, ...]) -> Targets:
    """Return the targets that a plan has for an indicator, by the percents of its tiers."""
    targets = Targets.of(indicator.unit, indicator.targets, percents)
    return replace(targets, decimals=indicator.decimals)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the achievement cell says, what the cell of the accepted value says (None when blank), and which counts."""

    achieved: Reading
    accepted: Reading | None = None
    accepted_used: bool = False

    @property
    def reading(self) -> Reading:
        """What counts."""
        return self.accepted if self.accepted_used and self.accepted else self.achieved


@dataclass(frozen=True, slots=True)
class RatedRow:
    """A row, rated: what was achieved in which unit, against which targets, under which rule, and what it earns.

    `figure` is the year's figure so far, by the calculation method, and `before` what the quarters before say.
    `percent` is the tier percent (0-100), 0 while the work is ongoing; None where there is nothing to mark.
    `unit_name` is the name of the unit where it is not the usual one of its kind.
    """

    unit: Unit
    targets: Targets
    rule: Rule
    counted: Counted
    percent: Fraction | None
    method: Method
    figure: YearFigure
    before: tuple[QuarterFigure, ...] = ()
    unit_name: str = ""

    @property
    def reading(self) -> Reading:
        """What counts of the quarter's achievement."""
        return self.counted.reading

    def marks(self, weight: Decimal) -> Decimal | None:
        """Return the marks, rounded half up to two decimals; None where there is nothing to mark."""
        return None if self.percent is None else marks_for(weight, self.percent)

    def attainable(
        self, weight: Decimal, as_of: date, year: FiscalYear | None = None, earlier: Value | None = None
    ) -> Decimal:
        """Return the marks that can still be earned in a fiscal year (default: that of the as-of date).

        `earlier` is the last value of the quarters before.
        """
        return attainable_for(
            self.unit,
            self.targets.scale,
            weight,
            self.rule,
            self.figure.scored,
            as_of,
            year or FiscalYear.of(as_of),
            earlier=earlier,
        )

    def not_yet_due(self, as_of: date) -> bool:
        """Return whether nothing is reported and the last target day is still to come (date indicators)."""
        last = self.targets.last_day
        return self.reading.status in (Status.NONE, Status.ONGOING) and last is not None and last > as_of


def rate_row(
    unit: Unit,
    targets: Targets,
    rule: Rule,
    achieved: Cell,
    *,
    accepted: Cell = BLANK,
    year: FiscalYear | None = None,
    unit_name: str = "",
    method: Method | None = None,
    before: Sequence[QuarterFigure] = (),
    quarter: Quarter | None = None,
) -> RatedRow:
    """Return the row rated. The fiscal year and the quarter only help to choose what to offer; they refuse no value.

    The method is the unit's usual one where none is given; `before` is what the quarters before say, the first quarter
    first, and matters only where the method adds up or averages.
    """
    counted = read_counted(unit, achieved, accepted, year, targets, unit_name)
    if quarter and counted.achieved.offer is not None:
        counted = replace(counted, achieved=offered_in_quarter(counted.achieved, unit, quarter))
    method = method or unit.method
    now = quarter_figure(Quarter(len(before) + 1), achieved, counted.reading)
    blank = counted.reading.status is Status.NONE and says_nothing(achieved)
    most = largest_percent(targets.values) if unit is Unit.PERCENT else None
    figure = year_figure(method, unit, before, now, blank=blank, most=most)
    percent = _percent(counted.reading, figure, targets, rule)
    return RatedRow(unit, targets, rule, counted, percent, method, figure, tuple(before), unit_name)


def quarter_figure(quarter: Quarter, achieved: Cell, reading: Reading) -> QuarterFigure:
    """Return what a quarter says of an indicator, from its achievement cell and what counts of it."""
    raw = achieved.text or achieved.note
    return QuarterFigure(quarter, reading.status, reading.value, raw, achieved.address)


def read_counted(
    unit: Unit,
    achieved: Cell,
    accepted: Cell,
    year: FiscalYear | None,
    targets: Targets | None = None,
    unit_name: str = "",
) -> Counted:
    """Return what counts: the achievement, or the accepted value when the achievement cannot be read.

    The targets tell which counts cannot be meant.
    """
    values, decimals = (None, None) if targets is None else (targets.values, targets.decimals)
    said = read_in_row(achieved, unit, year, values, unit_name, decimals)
    if accepted.blank:
        return Counted(said)
    instead = read_in_row(accepted, unit, year, values, unit_name, decimals)
    return Counted(said, instead, said.status is Status.UNREADABLE and instead.value is not None)


def read_in_row(
    cell: Cell,
    unit: Unit,
    year: FiscalYear | None,
    targets: Sequence[Value | None] | None,
    unit_name: str = "",
    decimals: int | None = None,
) -> Reading:
    """Return what a cell says in a row of these targets; a value that cannot be meant beside them is a question.

    `decimals` is what the plan says of the row's numbers.
    """
    reading = read_cell(cell, unit, year, unit_name)
    if reading.value is None or targets is None:
        return reading
    if unit is Unit.NUMBER and isinstance(reading.value, Decimal):
        kind = _cannot_be(reading.value, targets, unit_name, decimals)
        if kind:
            return _asked(kind, cell, {"value": reading.value})
    return _not_meant(reading.value, cell, unit, year, targets) or reading


def _cannot_be(
    number: Decimal, targets: Sequence[Value | None], unit_name: str, decimals: int | None
) -> FindingKind | None:
    """Why nothing can be counted by this number: it is negative, or broken where whole ones are meant."""
    if number < 0 and not any(isinstance(target, Decimal) and target < 0 for target in targets):
        return FindingKind.COUNT_NEGATIVE
    if number != number.to_integral_value() and is_whole(Unit.NUMBER, unit_name, targets, decimals):
        return FindingKind.COUNT_NOT_WHOLE
    return None


def _not_meant(
    value: Value, cell: Cell, unit: Unit, year: FiscalYear | None, targets: Sequence[Value | None]
) -> Reading | None:
    """What is asked about a value that cannot be meant in its row, None where it can."""
    if isinstance(value, date):
        if is_day_meant(value, targets, year):
            return None
        around = year or FiscalYear.of(next(target for target in targets if isinstance(target, date)))
        return _asked(FindingKind.DATE_OUTSIDE_YEAR, cell, {"date": value, "year": around.label})
    if unit is Unit.PERCENT:
        largest = largest_percent(targets)
        if not 0 <= value <= largest:
            # A percent format shows 1.05 as 105%.
            shown = cell.text if abs(value) >= _LONGEST else value
            return _asked(FindingKind.PERCENT_OUT_OF_RANGE, cell, {"value": shown, "largest": largest})
        number = isinstance(cell.value, (int, float)) or cell.kind is CellKind.NO_RESULT
        unsigned = number and cell.shown_as is not NumberFormat.PERCENT
        if unsigned and is_doubtful_percent(value, targets):
            return _asked(FindingKind.PERCENT_DOUBTFUL, cell, {"value": value, "hundredfold": value * 100})
        return None
    if is_plausible(value, targets, year):
        return None
    if day := day_near(value, year):
        return _asked(FindingKind.COUNT_LOOKS_LIKE_DAY, cell, {"value": value, "date": day})
    return _asked(FindingKind.NUMBER_NOT_PLAUSIBLE, cell, {"largest": largest_target(targets)})


def _asked(kind: FindingKind, cell: Cell, params: Mapping[str, object]) -> Reading:
    return Reading(Status.UNREADABLE, None, kind, None, {"text": cell.text, **params})


def finding_about(reading: Reading, cell: str = "", indicator: str = "") -> Finding | None:
    """Return what a reading gives reason to say; a value is offered only where nothing was read."""
    if reading.kind is None:
        return None
    offer = {"offer": reading.offer} if reading.status is Status.UNREADABLE else {}
    return Finding(reading.kind, cell, indicator, {**reading.params, **offer})


def about_unknown(figure: QuarterFigure, cell: str = "", indicator: str = "") -> Finding:
    """Return what is to be said of the quarter before that keeps the year from having a figure.

    It is about that quarter's own cell; `cell` is the one to name where that is gone.
    """
    if not figure.found:
        return Finding(FindingKind.EARLIER_MISSING, cell, indicator, {"quarter": figure.quarter})
    params = {"quarter": figure.quarter, "text": figure.raw}
    return Finding(FindingKind.EARLIER_NOT_READ, figure.cell, indicator, params)


def about_figure(figure: YearFigure, targets: Targets, cell: str = "", indicator: str = "") -> Finding | None:
    """Return why the year has no figure though the quarter's own cell is fine; None where it has one."""
    if figure.unknown:
        return about_unknown(figure.unknown, cell, indicator)
    if figure.beyond is None:
        return None
    params = {"text": "", "value": figure.beyond, "largest": largest_percent(targets.values)}
    return Finding(FindingKind.PERCENT_OUT_OF_RANGE, cell, indicator, params)


def _percent(reading: Reading, figure: YearFigure, targets: Targets, rule: Rule) -> Fraction | None:
    if figure.unknown or figure.beyond is not None:
        return None
    if figure.scored is None or targets.scale.fault:
        return Fraction(0) if reading.status is Status.ONGOING else None
    return percent_for(targets.scale, figure.scored, rule)
