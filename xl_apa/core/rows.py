"""One row by itself, without plan or report: its marks, what is wrong with it, and how the marks came about.

The same reading, scale and limits as for a whole report; the tiers are those of the official table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.errors import CallError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.limits import about_amount, about_day
from xl_apa.core.messages import LANGUAGES, render
from xl_apa.core.model import Rule, Status, Unit, Value
from xl_apa.core.numerals import clean
from xl_apa.core.reading import Reading, parse_achievement, parse_marks, parse_targets, parse_unit
from xl_apa.core.scoring import Scale, attainable_for, build_scale, marks_for, percent_for

PERCENTS = (100, 90, 80, 70, 60)
"""The tier percents of columns 8 to 12."""

LARGEST_WEIGHT = Decimal(1000)
"""A weight above this is a slip: no agreement is out of more."""

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


@dataclass(frozen=True, slots=True)
class Targets:
    """The five target cells of a row, read; `fault` says why nothing can be marked."""

    values: tuple[Value | None, ...]
    scale: Scale
    fault: Finding | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row, read: what was achieved in which unit, against which targets, under which rule, and what it earns.

    `percent` is the tier percent, 0 while the work is ongoing; None where there is nothing to mark.
    """

    unit: Unit
    reading: Reading
    targets: Targets
    rule: Rule
    percent: Fraction | None

    def marks(self, weight: Decimal) -> Decimal | None:
        """The marks, None where there is nothing to mark."""
        return None if self.percent is None else marks_for(weight, self.percent)

    def attainable(self, weight: Decimal, as_of: date) -> Decimal:
        """The marks that can still be earned in the fiscal year of the as-of date."""
        value = None if self.targets.fault else self.reading.value
        year = FiscalYear.of(as_of)
        return attainable_for(self.unit, self.targets.scale, weight, self.rule, value, as_of, year)


# ---- reading --------------------------------------------------------------------------------------------------------


def read_row(
    unit: Unit,
    achieved: CellValue,
    targets: Sequence[CellValue],
    rule: Rule = Rule.TIER,
    year: FiscalYear | None = None,
) -> Row:
    """A row from its cells; the fiscal year only helps to choose what to offer.

    Raises CallError when there are more targets than tiers.
    """
    return _read_row(unit, rule, year, achieved, *targets)


# Excel calculates again and again what has not changed. `typed` keeps 1, 1.0 and True apart, which are equal but not
# read alike; the cells are arguments of their own, since it looks no deeper.
@lru_cache(maxsize=4096, typed=True)
def _read_row(unit: Unit, rule: Rule, year: FiscalYear | None, achieved: CellValue, *cells: CellValue) -> Row:
    reading, targets = parse_achievement(achieved, unit, year), _read_targets(unit, *cells)
    return Row(unit, reading, targets, rule, _percent(reading, targets, rule))


def forget_rows() -> None:
    """Empties what is kept between calls, for measuring how long a first call takes."""
    _read_row.cache_clear()
    _read_targets.cache_clear()


def _percent(reading: Reading, targets: Targets, rule: Rule) -> Fraction | None:
    if reading.status is Status.ONGOING:
        return Fraction(0)
    if reading.value is None or targets.fault:
        return None
    return percent_for(targets.scale, reading.value, rule)


def read_unit(value: CellValue) -> Unit:
    """The unit a cell names, in Bangla or English. Raises CallError when it names none."""
    unit = parse_unit(value if isinstance(value, str) else Cell(value).text)
    if unit is None:
        raise CallError("unit-wrong", text=shortened(value))
    return unit


def read_weight(value: CellValue) -> Decimal:
    """The weight in a cell. Raises CallError when it is no number above 0."""
    weight = parse_marks(value)
    if weight is None or not 0 < weight <= LARGEST_WEIGHT:
        raise CallError("weight-wrong", text=shortened(value))
    return weight


def read_rule(value: CellValue) -> Rule:
    """The rule a cell names, in Bangla or English; a blank cell means the tier. Raises CallError for anything else."""
    name = clean(Cell(value).text).lower()
    if name and name not in _RULES:
        raise CallError("rule-wrong", text=shortened(value))
    return _RULES[name] if name else Rule.TIER


def read_year(value: CellValue) -> FiscalYear:
    """The fiscal year a cell names: `2023-24`, `২০২৩-২৪`, 2023. Raises CallError when it names none."""
    year = FiscalYear.parse_loosely(Cell(value).text)
    if year is None:
        raise CallError("year-wrong", value=shortened(value))
    return year


def read_quarter(value: CellValue) -> Quarter:
    """The quarter a cell names: 1, `১`, `১ম ত্রৈমাসিক`. Raises CallError when it names none."""
    quarter = Quarter.parse(Cell(value).text)
    if quarter is None:
        raise CallError("quarter-wrong", value=shortened(value))
    return quarter


def read_day(value: CellValue) -> date:
    """The day in a cell. Raises CallError when there is none."""
    day = parse_achievement(value, Unit.DATE).value
    if not isinstance(day, date):
        raise CallError("date-wrong", value=shortened(value))
    return day


# A table of many offices repeats the targets of few indicators.
@lru_cache(maxsize=1024, typed=True)
def _read_targets(unit: Unit, *cells: CellValue) -> Targets:
    if len(cells) > len(PERCENTS):
        raise CallError("targets-too-many", count=len(cells), most=len(PERCENTS))
    read = parse_targets(_with_whole_percents(cells) if unit is Unit.PERCENT else list(cells), unit)
    for tier, target in zip(PERCENTS, read):
        if isinstance(target, str):
            params = {"tier": tier, "text": shortened(target), "unit": unit.bangla}
            return Targets(
                (),
                Scale((), True, FindingKind.TARGET_WRONG_TYPE),
                Finding(FindingKind.ROW_TARGET_WRONG_TYPE, params=params),
            )
    values = tuple(target for target in read if not isinstance(target, str))
    scale = build_scale(unit, values, PERCENTS)
    fault = Finding(_KIND_OF_FAULT[scale.fault], params={"tier": PERCENTS[scale.at]}) if scale.fault else None
    return Targets(values, scale, fault)


def _with_whole_percents(cells: Sequence[CellValue]) -> list[CellValue]:
    """Where other targets are fractions, as cells with a percent format hand them over, a bare 1 is 100%."""
    numbers = [cell for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
    if not any(0 < number < 1 for number in numbers):
        return list(cells)
    return [100 if cell == 1 and not isinstance(cell, bool) else cell for cell in cells]


# ---- checking -------------------------------------------------------------------------------------------------------


def check_row(row: Row, year: FiscalYear, quarter: Quarter) -> Iterator[Finding]:
    """What a careful reviewer would note about a row by itself, in the order of the checks of a report."""
    reading = row.reading
    if about := finding_about(reading):
        yield about
    if row.targets.fault:
        yield row.targets.fault
    if isinstance(reading.value, date):
        yield from about_day(reading.value, year, quarter)
    elif reading.value is not None:
        yield from about_amount(reading.value, row.unit)


def finding_about(reading: Reading) -> Finding | None:
    """Return what a reading gives reason to say; a value is offered only where nothing was read."""
    if reading.kind is None:
        return None
    offer = {"offer": reading.offer} if reading.status is Status.UNREADABLE else {}
    return Finding(reading.kind, params={**reading.params, **offer})


def row_message(finding: Finding, lang: str) -> str:
    """A finding about a row by itself: long quotes cut, and an offer that asks for no accepted-value cell."""
    params = {name: shortened(value) if name == "text" else value for name, value in finding.params.items()}
    sentence = render(finding.kind, lang, params)
    return sentence if params.get("offer") is None else f"{sentence} {render('row-offer', lang, params)}"


def shortened(value: object) -> object:
    """What is quoted in a message: long text cut, other values as they are, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, str) and len(value) > _LONGEST_QUOTE:
        return f"{value[: _LONGEST_QUOTE - 1].rstrip()}…"
    return value


# ---- explaining -----------------------------------------------------------------------------------------------------


def explain_row(row: Row, weight: Decimal, lang: str) -> str:
    """One sentence that says how the marks of a row came about, or why there are none."""
    reading = row.reading
    if reading.status is Status.ONGOING:
        return render("explain-ongoing", lang)
    if row.targets.fault:
        return row_message(row.targets.fault, lang)
    if reading.status is Status.NONE:
        return render("explain-none", lang)
    if reading.value is None:
        code = "explain-unreadable" if reading.offer is None else "explain-unreadable-offer"
        return render(code, lang, {"text": shortened(reading.params["text"]), "offer": reading.offer})
    return _explain_value(row, reading.value, weight, lang)


def _explain_value(row: Row, value: Value, weight: Decimal, lang: str) -> str:
    present = [(tier, target) for tier, target in zip(PERCENTS, row.targets.values) if target is not None]
    reached = percent_for(row.targets.scale, value, Rule.TIER)
    at = next((place for place, (tier, _) in enumerate(present) if tier == reached), len(present))
    low, target = present[min(at, len(present) - 1)]
    high, following = present[at - 1] if 0 < at < len(present) else (PERCENTS[0] + 1, None)
    if at == len(present):
        code, missing = "explain-below", [tier for tier in PERCENTS if tier < low]
    else:
        between = row.percent != reached
        code = "explain-best" if at == 0 else "explain-between" if between else "explain-reached"
        missing = [tier for tier in PERCENTS if low < tier < high]
    return render(
        f"{code}-skipped" if missing else code,
        lang,
        {
            "value": value,
            "sign": "%" if row.unit is Unit.PERCENT else "",
            "low": low,
            "target": target,
            "high": high,
            "next": following,
            "missing": missing,
            "percent": row.percent,
            "marks": row.marks(weight),
            "weight": weight,
        },
    )
