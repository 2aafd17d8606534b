"""Made-up plans, achievements and typed texts, for the tests of every room.

`plans()` are plans without fault: one to thirty indicators of all units, rising and falling scales, equal neighbours,
missing tiers. `achievements()` lie on, between and around the targets of an indicator; `typed()` writes a value in one
of the ways people write it, `any_text()` and `cell_values()` are whatever else a cell may hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Activity, Area, Indicator, Method, Plan, Rollup, Rule, Tier, Unit, Value
from xl_apa.core.text.numerals import plain
from xl_apa.core.typed.plausible import is_plausible
from xl_apa.core.typed.units import is_whole

ASCII = "0123456789"
BANGLA = "০১২৩৪৫৬৭৮৯"
TIERS = (
    Tier(100, "অসাধারণ"),
    Tier(90, "অতি উত্তম"),
    Tier(80, "উত্তম"),
    Tier(70, "চলতি মান"),
    Tier(60, "চলতি মানের নিম্নে"),
)
ROLLUPS: dict[Unit, tuple[Rollup | None, ...]] = {
    Unit.DATE: (None, Rollup.OWN),
    Unit.NUMBER: (None, Rollup.MEAN, Rollup.SHARE, Rollup.OWN),
    Unit.PERCENT: (None, Rollup.SHARE, Rollup.OWN),
}
"""What a plan may say beside the unit's own way, which is None."""
METHODS: dict[Unit, tuple[Method | None, ...]] = {
    Unit.DATE: (None,),
    Unit.NUMBER: (None, Method.SUM, Method.MEAN),
    Unit.PERCENT: (None, Method.SUM, Method.MEAN),
}
"""The calculation methods a plan may say beside the unit's own, which is None."""
MONTHS = {
    1: ("জানুয়ারি", "জানুয়ারী", "জানু\u09dfারি", "January", "Jan"),
    2: ("ফেব্রুয়ারি", "ফেব্রুয়ারী", "February", "feb"),
    3: ("মার্চ", "March", "MAR"),
    4: ("এপ্রিল", "April", "Apr"),
    5: ("মে", "May"),
    6: ("জুন", "June", "Jun"),
    7: ("জুলাই", "July", "jul"),
    8: ("আগস্ট", "আগষ্ট", "August", "Aug"),
    9: ("সেপ্টেম্বর", "September", "Sept", "Sep"),
    10: ("অক্টোবর", "October", "Oct"),
    11: ("নভেম্বর", "November", "Nov"),
    12: ("ডিসেম্বর", "December", "Dec"),
}
_FRAGMENTS = [
    *BANGLA,
    *ASCII,
    *" -/.,।:;()[]%'’–…_+\u200c\u200d\u00a0\n\t",
    *("টি", "এক", "দুই", "(এক)", "জন", "শতকরা", "ভাগ", "percent", "nos"),
    *("১৬/০৫/২০২৪", "১০৭/০৯/২০২৩ খ্রি.", "১৬ই মে", "২০২৪", "2024-05-16T10:00", "২০২৩-২৪", "২২/০৪/২০২", "খ্রি.", "তারিখ"),
    *("জানুয়ারি", "জানু\u09dfারি", "May", "এর মধ্যে", "চলমান", "নাই", "য়", "\u09bc", "\u09cd", "[১.১.১]", "৯৬%", "0.96"),
]


# ---- values ---------------------------------------------------------------------------------------------------------


def numbers(low: str = "0", high: str = "10000", places: int = 2) -> st.SearchStrategy[Decimal]:
    """Numbers as they occur in reports: not negative, few decimals."""
    return st.decimals(Decimal(low), Decimal(high), places=places, allow_nan=False, allow_infinity=False)


def fiscal_years() -> st.SearchStrategy[FiscalYear]:
    return st.integers(2015, 2060).map(FiscalYear)


def days(year: FiscalYear) -> st.SearchStrategy[date]:
    """The days of a fiscal year."""
    return st.dates(year.first_day, year.last_day)


# ---- plans ----------------------------------------------------------------------------------------------------------


@st.composite
def scales(draw: st.DrawFn, unit: Unit, year: FiscalYear, tiers: int = len(TIERS)) -> tuple[Value | None, ...]:
    """Targets, best first: at least one, rising or falling throughout, some tiers missing, some neighbours equal."""
    one: st.SearchStrategy[Value]
    if unit is Unit.DATE:
        one = days(year)
    else:
        # A percent below 1 is read as a fraction, so no plan has one.
        one = numbers("1", "100", 1) if unit is Unit.PERCENT else st.integers(0, 500).map(Decimal)
    several = draw(st.lists(one, min_size=1, max_size=tiers))
    values = draw(st.lists(st.sampled_from(several), min_size=1, max_size=tiers))
    values.sort(reverse=draw(st.booleans()))
    present = sorted(draw(st.permutations(range(tiers)))[: len(values)])
    found = dict(zip(present, values))
    return tuple(found.get(place) for place in range(tiers))


@st.composite
def indicators(
    draw: st.DrawFn, code: str = "1.1.1", year: FiscalYear | None = None, unit: Unit | None = None
) -> Indicator:
    """An indicator that can be marked."""
    unit = unit or draw(st.sampled_from(Unit))
    return Indicator(
        code,
        draw(st.sampled_from(["সেবা সহজিকরণ", "কর্মশালা আয়োজিত", "Notes settled in e-files"])),
        unit,
        draw(st.one_of(st.integers(1, 20).map(Decimal), numbers("0.25", "20"))),
        draw(scales(unit, year or FiscalYear(2023))),
        draw(st.one_of(st.none(), st.sampled_from(Rule))),
        draw(st.sampled_from(ROLLUPS[unit])),
        method=draw(st.sampled_from(METHODS[unit])),
    )


@st.composite
def plans(draw: st.DrawFn, most: int = 30) -> Plan:
    """A plan without fault: one to `most` indicators over areas and activities, with the weights they add up to."""
    year = draw(fiscal_years())
    areas: list[Area] = []
    left = draw(st.integers(1, most))
    while left:
        number = len(areas) + 1
        activities: list[Activity] = []
        in_area = draw(st.integers(1, left))
        left -= in_area
        while in_area:
            code = f"{number}.{len(activities) + 1}"
            count = draw(st.integers(1, in_area))
            in_area -= count
            members = tuple(draw(indicators(f"{code}.{place}", year)) for place in range(1, count + 1))
            activities.append(Activity(code, f"কার্যক্রম {code}", members))
        weight = sum((member.weight for activity in activities for member in activity.indicators), Decimal(0))
        areas.append(Area(number, f"ক্ষেত্র {number}", weight, tuple(activities)))
    rule, example = draw(st.sampled_from(Rule)), draw(st.booleans())
    return Plan(f"test-{year}", "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা", year, rule, TIERS, tuple(areas), example)


def achievements(indicator: Indicator, year: FiscalYear | None = None) -> st.SearchStrategy[Value]:
    """Values on, between and around the targets of an indicator, none that nobody can mean beside them."""
    targets = [target for target in indicator.targets if target is not None]
    if indicator.unit is Unit.DATE:
        near = st.builds(lambda day, away: day + timedelta(days=away), st.sampled_from(targets), st.integers(-40, 40))
        return near | days(year or FiscalYear(2023))
    around = st.builds(
        lambda target, away: max(target + away, Decimal(0)), st.sampled_from(targets), numbers("-3", "3")
    )
    if indicator.unit is Unit.PERCENT:
        # A number above 1 and up to 2 may be 105% as well as 1.05%.
        shares = around.map(lambda percent: min(percent, Decimal(100))) | numbers("0", "100")
        return shares.filter(lambda percent: not 1 < percent <= 2)
    amounts = around | numbers("0", "600")
    if is_whole(indicator.unit, indicator.unit_shown, indicator.targets, indicator.decimals):
        amounts = amounts.map(Decimal.to_integral_value)
    return amounts.filter(lambda number: is_plausible(number, targets, year))


# ---- what people type -----------------------------------------------------------------------------------------------


def in_any_digits(text: str) -> st.SearchStrategy[str]:
    """The text with each of its ASCII digits Bengali or ASCII: all of one kind, or mixed."""
    mixed = [st.sampled_from((char, BANGLA[int(char)])) if char in ASCII else st.just(char) for char in text]
    whole = text.translate(str.maketrans(ASCII, BANGLA))
    return st.one_of(st.just(text), st.just(whole), st.tuples(*mixed).map("".join))


@st.composite
def typed_days(draw: st.DrawFn, day: date) -> str:
    """A day as people write it: any separator, two- or four-digit year, month in words, ISO, with or without an era."""
    form = draw(st.sampled_from(["numeric", "named", "iso"]))
    if form == "iso":
        return draw(in_any_digits(day.isoformat())) + draw(st.sampled_from(["", "T00:00:00", " 10:30"]))
    year = f"{day.year % 100:02d}" if 2000 <= day.year <= 2099 and draw(st.booleans()) else str(day.year)
    number = draw(st.sampled_from([str(day.day), f"{day.day:02d}"]))
    if form == "named":
        month = draw(st.sampled_from(MONTHS[day.month]))
        text = (
            f"{number}{draw(st.sampled_from([' ', '-', 'ই ']))}{month}{draw(st.sampled_from([' ', ', ', '-']))}{year}"
        )
    else:
        month = draw(st.sampled_from([str(day.month), f"{day.month:02d}"]))
        separator = draw(st.sampled_from(["/", "-", ".", "।", "–", " / "]))
        text = f"{number}{separator}{month}{separator}{year}"
    return draw(in_any_digits(text)) + draw(st.sampled_from(["", " খ্রি.", "খ্রি.", " খ্রিঃ", " ইং"]))


@st.composite
def typed(draw: st.DrawFn, value: Value, unit: Unit) -> CellValue:
    """A value as a cell may hold it: text in any digits, a number, a real date. It always reads as the value."""
    if isinstance(value, date):
        return draw(st.one_of(typed_days(value), st.just(value), st.just(datetime(value.year, value.month, value.day))))
    if unit is Unit.PERCENT:
        # Without a sign, values up to 1 mean something else.
        said = in_any_digits(plain(value)).map(lambda digits: f"{digits}%")
        return draw(said | st.just(float(value) / 100) if 0 < value < 100 else said)
    text = draw(in_any_digits(plain(value)))
    return draw(st.sampled_from([text, f" {text} টি", f"{text}টি"]) | st.just(float(value)))


def any_text() -> st.SearchStrategy[str]:
    """Any text at all, and texts mixed from pieces that occur in reports."""
    return st.text() | st.lists(st.sampled_from(_FRAGMENTS), max_size=12).map("".join)


def cell_values() -> st.SearchStrategy[CellValue]:
    """Whatever a spreadsheet may hand over."""
    return st.one_of(
        any_text(),
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.sampled_from([0, 1, 1.0, 0.96, 45428.0, 16052024.0, float("nan"), float("inf")]),
        st.dates(),
        st.datetimes(),
    )


def filled(plan: Plan, values: Sequence[Value | None]) -> st.SearchStrategy[list[CellValue]]:
    """The achievement cells of a plan's rows, for these values in the plan's order; None stays blank."""
    cells = [
        st.none() if value is None else typed(value, indicator.unit)
        for indicator, value in zip(plan.indicators, values)
    ]
    return st.tuples(*cells).map(list)
