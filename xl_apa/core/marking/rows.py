"""One row by itself, without plan or report: read from loose cells, rated, and checked.

The same reading, rating and limits as for a whole report; the tiers are those of the official table unless others are
given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import CallError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.marking.limits import about_amount, about_day
from xl_apa.core.marking.rating import (
    RatedRow,
    Targets,
    about_figure,
    finding_about,
    quarter_figure,
    rate_row,
    read_counted,
)
from xl_apa.core.marking.scoring import Scale
from xl_apa.core.messages import LANGUAGES, render
from xl_apa.core.model import MOST_TIERS, Method, Percent, QuarterFigure, Rule, Unit
from xl_apa.core.text.numerals import clean, parse_percent
from xl_apa.core.typed.other_quarter import offered_in_quarter
from xl_apa.core.typed.reading import parse_achievement, parse_marks, parse_targets
from xl_apa.core.typed.units import is_usual_name, is_whole, parse_unit

PERCENTS = (100, 90, 80, 70, 60)
"""The tier percents of columns 8 to 12 of the official table."""

LARGEST_WEIGHT = Decimal(1000)
"""A weight above this is a slip: no agreement is out of more."""

MOST_EARLIER = len(Quarter) - 1
"""So many quarters may lie before one."""

_LONGEST_QUOTE = 80
_KIND_OF_FAULT = {
    FindingKind.TARGETS_MISSING: FindingKind.ROW_TARGETS_MISSING,
    FindingKind.TARGET_WRONG_TYPE: FindingKind.ROW_TARGET_WRONG_TYPE,
    FindingKind.TIERS_NOT_MONOTONE: FindingKind.ROW_TIERS_NOT_MONOTONE,
}
"""A row by itself has no indicator whose code could be named: it has sentences of its own."""
_RULES = {
    name: rule
    for rule in Rule
    for name in (rule.value, *(clean(render(f"rule-{rule.value}", lang)).lower() for lang in LANGUAGES))
}
_METHODS = {
    name: method
    for method in Method
    for name in (method.value, *(clean(render(f"method-{method.value}", lang)).lower() for lang in LANGUAGES))
}


# ---- reading --------------------------------------------------------------------------------------------------------


def read_row(
    unit: Unit,
    achieved: CellValue,
    targets: Sequence[CellValue],
    rule: Rule = Rule.TIER,
    year: FiscalYear | None = None,
    earlier: Sequence[CellValue] = (),
    method: Method | None = None,
    *,
    unit_name: str = "",
    percents: tuple[Percent, ...] = PERCENTS,
) -> RatedRow:
    """Return a row from its cells, rated; the fiscal year only helps to choose what to offer.

    `earlier` are the achievement cells of the quarters before, the first quarter's first; without a method the unit's
    usual one is taken. `unit_name` is the unit's name where it is not the usual one, `percents` are those of the tiers.
    Raise CallError when there are more targets than tiers, or more quarters than a year has, or when the method is none
    for the unit.
    """
    if not earlier and not method:
        return _read_row(unit, unit_name, percents, rule, year, achieved, *targets)
    if method and (method is Method.DATE) is not (unit is Unit.DATE):
        raise CallError("method-unfit", text=render(f"method-{method}", "bn"))
    if len(earlier) > MOST_EARLIER:
        raise CallError("quarters-too-many", count=len(earlier), most=MOST_EARLIER)
    read = _read_targets(unit, unit_name, percents, *targets)

    def figure(quarter: Quarter, cell: Cell) -> QuarterFigure:
        return quarter_figure(quarter, cell, read_counted(unit, cell, BLANK, year, read, unit_name).reading)

    before = [figure(quarter, Cell(cell)) for quarter, cell in zip(Quarter, earlier)]
    return rate_row(unit, read, rule, Cell(achieved), year=year, unit_name=unit_name, method=method, before=before)


# Excel calculates again and again what has not changed. `typed` keeps 1, 1.0 and True apart, which are equal but not
# read alike; the cells are arguments of their own, since it looks no deeper.
@lru_cache(maxsize=4096, typed=True)
def _read_row(
    unit: Unit,
    name: str,
    percents: tuple[Percent, ...],
    rule: Rule,
    year: FiscalYear | None,
    achieved: CellValue,
    *cells: CellValue,
) -> RatedRow:
    targets = _read_targets(unit, name, percents, *cells)
    return rate_row(unit, targets, rule, Cell(achieved), year=year, unit_name=name)


def forget_rows() -> None:
    """Empty what is kept between calls, for measuring how long a first call takes."""
    _read_row.cache_clear()
    _read_targets.cache_clear()


def read_unit(value: CellValue) -> Unit:
    """Return the kind of unit a cell names, in Bangla or English. Raise CallError when it names none, or two."""
    unit = parse_unit(value) if isinstance(value, str) else None
    if unit is None:
        raise CallError("unit-wrong", text=shortened(value))
    return unit


def read_unit_name(value: CellValue, unit: Unit) -> str:
    """Return the name of the unit in a cell, "" where it is the usual one of its kind."""
    name = value.strip() if isinstance(value, str) else ""
    return "" if is_usual_name(name, unit) else name


def read_tiers(values: Sequence[CellValue]) -> tuple[Percent, ...]:
    """Return the percents of tiers that cells name, best first: 100, `৮৭.৫%`, 0.9; the official ones for none.

    Raise CallError where they do not fall from at most 100 to above 0, or are too many.
    """
    if not values:
        return PERCENTS
    read = [_percent_of(value) for value in values]
    numbers = [number for number in read if number is not None]
    if numbers and max(numbers) <= 1:
        # Cells with a percent format hand 90% over as 0.9.
        numbers = [number * 100 for number in numbers]
    falling = all(before > after for before, after in zip(numbers, numbers[1:]))
    if (
        len(numbers) < len(values)
        or len(values) > MOST_TIERS
        or not falling
        or not 0 < numbers[-1] <= numbers[0] <= 100
    ):
        raise CallError("tiers-wrong", text=", ".join(Cell(value).text for value in values), most=MOST_TIERS)
    return tuple(int(number) if number == int(number) else number.normalize() for number in numbers)


def _percent_of(value: CellValue) -> Decimal | None:
    said = parse_percent(value) if isinstance(value, str) else None
    return said[0] if said else parse_marks(value)


def read_weight(value: CellValue) -> Decimal:
    """Return the weight in a cell. Raise CallError when it is no number above 0."""
    weight = parse_marks(value)
    if weight is None or not 0 < weight <= LARGEST_WEIGHT:
        raise CallError("weight-wrong", text=shortened(value))
    return weight


def read_rule(value: CellValue) -> Rule:
    """Return the rule a cell names, in Bangla or English, the tier for a blank cell. Raise CallError otherwise."""
    name = clean(Cell(value).text).lower()
    if name and name not in _RULES:
        raise CallError("rule-wrong", text=shortened(value))
    return _RULES[name] if name else Rule.TIER


def read_method(value: CellValue) -> Method | None:
    """Return the calculation method a cell names, in Bangla or English; None for a blank cell. Raise CallError else."""
    name = clean(Cell(value).text).lower()
    if name and name not in _METHODS:
        raise CallError("method-wrong", text=shortened(value))
    return _METHODS[name] if name else None


def read_year(value: CellValue) -> FiscalYear:
    """Return the fiscal year a cell names: `2023-24`, `২০২৩-২৪`, 2023. Raise CallError when it names none."""
    year = FiscalYear.parse_loosely(Cell(value).text)
    if year is None:
        raise CallError("year-wrong", value=shortened(value))
    return year


def read_quarter(value: CellValue) -> Quarter:
    """Return the quarter a cell names: 1, `১`, `১ম ত্রৈমাসিক`. Raise CallError when it names none."""
    quarter = Quarter.parse(Cell(value).text)
    if quarter is None:
        raise CallError("quarter-wrong", value=shortened(value))
    return quarter


def read_day(value: CellValue) -> date:
    """Return the day in a cell. Raise CallError when there is none."""
    day = parse_achievement(value, Unit.DATE).value
    if not isinstance(day, date):
        raise CallError("date-wrong", value=shortened(value))
    return day


# A table of many offices repeats the targets of few indicators.
@lru_cache(maxsize=1024, typed=True)
def _read_targets(unit: Unit, name: str, percents: tuple[Percent, ...], *cells: CellValue) -> Targets:
    if len(cells) > len(percents):
        raise CallError("targets-too-many", count=len(cells), most=len(percents))
    read = parse_targets(_with_whole_percents(cells) if unit is Unit.PERCENT else list(cells), unit, name)
    for at, target in enumerate(read):
        if isinstance(target, str):
            return Targets((), percents, Scale((), True, FindingKind.TARGET_WRONG_TYPE, at), target)
    return Targets.of(unit, [target for target in read if not isinstance(target, str)], percents)


def _with_whole_percents(cells: Sequence[CellValue]) -> list[CellValue]:
    """Where other targets are fractions, as cells with a percent format hand them over, a bare 1 is 100%."""
    numbers = [cell for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
    if not any(0 < number < 1 for number in numbers):
        return list(cells)
    return [100 if cell == 1 and not isinstance(cell, bool) else cell for cell in cells]


# ---- checking -------------------------------------------------------------------------------------------------------


def check_row(row: RatedRow, year: FiscalYear, quarter: Quarter) -> Iterator[Finding]:
    """Yield what a careful reviewer would note about a row by itself, in the order of the checks of a report."""
    reading = offered_in_quarter(row.reading, row.unit, quarter)
    if about := finding_about(reading):
        yield about
    if unmade := about_figure(row.figure, row.targets):
        yield unmade
    if fault := targets_fault(row):
        yield fault
    if isinstance(reading.value, date):
        yield from about_day(reading.value, year, quarter)
    elif reading.value is not None:
        whole = is_whole(row.unit, row.unit_name, row.targets.values)
        yield from about_amount(reading.value, row.unit, whole=whole)
        yield from _below_last_quarter(row)


def _below_last_quarter(row: RatedRow) -> Iterator[Finding]:
    told = [figure for figure in row.before if isinstance(figure.value, Decimal)]
    if row.unit is not Unit.NUMBER or row.method is not Method.CUMULATIVE or not told:
        return
    value, last = row.reading.value, told[-1]
    if isinstance(value, Decimal) and isinstance(last.value, Decimal) and value < last.value:
        params = {"value": value, "before": last.value, "quarter": last.quarter}
        yield Finding(FindingKind.BELOW_LAST_QUARTER, params=params)


def targets_fault(row: RatedRow) -> Finding | None:
    """Return why the targets of a row by itself cannot mark it; None when they can."""
    targets, scale = row.targets, row.targets.scale
    if scale.fault is None:
        return None
    tier = {"tier": targets.percents[scale.at]}
    unread = (
        {} if targets.unread is None else {"text": shortened(targets.unread), "unit": row.unit_name or row.unit.bangla}
    )
    return Finding(_KIND_OF_FAULT[scale.fault], params={**tier, **unread})


def row_message(finding: Finding, lang: str) -> str:
    """Return the sentence of a finding about a row by itself: long quotes cut, no accepted-value cell named."""
    params = {name: shortened(value) if name == "text" else value for name, value in finding.params.items()}
    sentence = render(finding.kind, lang, params)
    return sentence if params.get("offer") is None else f"{sentence} {render('row-offer', lang, params)}"


def shortened(value: object) -> object:
    """Return what is quoted in a message: long text cut, other values as they are, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, str) and len(value) > _LONGEST_QUOTE:
        return f"{value[: _LONGEST_QUOTE - 1].rstrip()}…"
    return value
