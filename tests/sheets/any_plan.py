"""Made-up plans of any shape, and achievements in them as officers type them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Activity, Area, Indicator, Percent, Plan, Rule, Tier, Unit, Value
from xl_apa.core.text.numerals import plain, to_bangla_digits
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.typed_cells import Typed
from xl_apa.sheets.layout import Column
from xl_apa.xlsx.addresses import cell_name

YEAR = FiscalYear(2024)
SEVEN: tuple[Percent, ...] = (100, 95, Decimal("87.5"), 75, Decimal("62.5"), 50, Decimal("33.33"))
NAMES: tuple[str | None, ...] = (
    *("জন", "টি", "লক্ষ", "কোটি টাকা", "হাজার কোটি টাকা", "সংখ্যা (জন)", "সংখ্যা (লক্ষ জন)", "জনঘন্টা", "মেঃ টন", "দিন"),
    *("টাকা", "উপজেলা", "", "কি.মি.", "kg", None),
)
"""Names of numbers, None for the usual one."""
OTHERS = (
    "১২০ %",
    "৯৬%",
    "৫০ লক্ষ",
    "২ কোটি",
    "৩ হাজার টাকা",
    "১ কোটি ২০ লক্ষ টাকা",
    "৫ টি",
    "৫ জন",
    "৭ ঘণ্টা",
    "৩ টন",
    "২/৩",
    "চলমান",
    "-",
    "",
)
"""What fits some of these units and not others."""


def any_plan(percents: Sequence[Percent], count: int = 40, seed: int = 1, name: str = "any") -> Plan:
    """A plan of `count` indicators in two areas, the second of mandatory objectives."""
    rng = random.Random(seed)
    tiers = tuple(Tier(percent, f"স্তর {plain(Decimal(percent))}") for percent in percents)
    half = count // 2
    areas = []
    for prefix, first, last in (("", 0, half), ("এম.", half, count)):
        members = tuple(
            an_indicator(rng, f"{prefix}1.1.{number}", len(tiers), number + first)
            for number in range(1, last - first + 1)
        )
        weight = sum((each.weight for each in members), Decimal(0))
        areas.append(Area(1, "ক্ষেত্র", weight, (Activity(f"{prefix}1.1", "কার্যক্রম", members),), prefix))
    return Plan(name, "যেকোনো কর্মপরিকল্পনা", YEAR, Rule.TIER, tiers, tuple(areas))


def an_indicator(rng: random.Random, code: str, tiers: int, number: int) -> Indicator:
    unit = (Unit.NUMBER, Unit.NUMBER, Unit.NUMBER, Unit.PERCENT, Unit.DATE)[number % 5]
    targets: list[Value | None]
    if unit is Unit.DATE:
        day = YEAR.first_day + timedelta(days=rng.randrange(60, 200))
        targets = [day + timedelta(days=7 * step) for step in range(tiers)]
    else:
        places = rng.choice([0, 0, 1, 2])
        step = Decimal(rng.randrange(1, 10)) / 10**places
        worst = Decimal(rng.randrange(0 if unit is Unit.NUMBER else 30, 40)) / (
            1 if unit is Unit.PERCENT else 10**places
        )
        targets = [worst + step * (tiers - place) for place in range(tiers)]
        if rng.random() < 0.2:
            targets.reverse()
    if tiers > 2 and rng.random() < 0.3:
        targets[rng.randrange(1, tiers)] = None
    weight = Decimal(rng.randrange(50, 900)) / 100
    rule = rng.choice([None, Rule.PROPORTIONAL])
    name = (
        NAMES[number % len(NAMES)]
        if unit is Unit.NUMBER
        else rng.choice(["শতকরা হার", None] if unit is Unit.PERCENT else [None])
    )
    decimals = rng.choice([None, None, 2]) if unit is Unit.NUMBER else None
    return Indicator(code, f"সূচক {code}", unit, weight, tuple(targets), rule, unit_name=name, decimals=decimals)


def typed_value(rng: random.Random, indicator: Indicator) -> CellValue:
    """An achievement near the targets, in one of the ways of writing it; sometimes one of another unit."""
    present = [target for target in indicator.targets if target is not None]
    near = rng.choice(present)
    if isinstance(near, date):
        day = near + timedelta(days=rng.choice([0, 0, 1, -1, 9]))
        return rng.choice([day, to_bangla_digits(f"{day:%d/%m/%Y}"), f"{day:%d-%m-%Y}", "চলমান", None])
    if rng.random() < 0.25:
        return rng.choice(OTHERS)
    number = max(near + rng.choice([0, 0, 1, Decimal("0.1"), Decimal("-0.1")]), Decimal(0))
    text = plain(number)
    if indicator.unit is Unit.PERCENT:
        return rng.choice([float(number) if number > 2 else text + "%", f"{to_bangla_digits(text)}%", f"{text} শতাংশ"])
    name = indicator.unit_shown
    written = rng.choice([text, to_bangla_digits(text)])
    return rng.choice([float(number), written, f"{written} {name}".strip(), f"{written}{name}", f"{written} টি"])


def filled_in(plan: Plan, seed: int = 2) -> Typed:
    """Achievements, and some accepted values, in all four quarters."""
    return dict(_cells(plan, random.Random(seed)))


def _cells(plan: Plan, rng: random.Random) -> Iterator[tuple[tuple[str, str], CellValue]]:
    at = where.shape_of(plan).at
    for quarter in Quarter:
        for row, indicator in enumerate(plan.indicators, start=where.FIRST_ROW):
            if (value := typed_value(rng, indicator)) is not None:
                yield (where.quarter_sheet(quarter), cell_name(row, at(Column.ACHIEVED))), value
            if rng.random() < 0.1:
                accepted = typed_value(rng, indicator)
                if accepted is not None:
                    yield (where.quarter_sheet(quarter), cell_name(row, at(Column.ACCEPTED))), accepted
