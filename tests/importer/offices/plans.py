"""Plans as ministries write them: many indicators whose texts are nearly the same, units of any name, 1 to 7 tiers."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Activity, Area, Indicator, Plan, Rule, Tier, Unit

YEAR = FiscalYear(2023)

_TIERS = (
    ((100, "লক্ষ্যমাত্রা"),),
    ((100, "অসাধারণ"), (60, "চলতি মান")),
    ((100, "অসাধারণ"), (80, "উত্তম"), (60, "চলতি মান")),
    ((100, "অসাধারণ"), (90, "অতি উত্তম"), (80, "উত্তম"), (70, "চলতি মান")),
    ((100, "অসাধারণ"), (90, "অতি উত্তম"), (80, "উত্তম"), (70, "চলতি মান"), (60, "চলতি মানের নিম্নে")),
    ((100, "সর্বোত্তম"), (95, "অসাধারণ"), (90, "অতি উত্তম"), (80, "উত্তম"), (70, "চলতি মান"), (60, "চলতি মানের নিম্নে")),
    (
        *((100, "প্রথম"), (95, "দ্বিতীয়"), (90, "তৃতীয়"), (85, "চতুর্থ")),
        *((80, "পঞ্চম"), (70, "ষষ্ঠ"), (60, "সপ্তম")),
    ),
)
_AREAS = (
    "সেবা প্রদান প্রক্রিয়া উন্নয়ন",
    "সুশাসন ও জবাবদিহি জোরদারকরণ",
    "মানবসম্পদ উন্নয়ন",
    "আর্থিক ব্যবস্থাপনার উন্নয়ন",
    "তথ্য ও যোগাযোগ প্রযুক্তির ব্যবহার",
    "মাঠ পর্যায়ে তদারকি",
)
_ACTIVITIES = (
    *("প্রশিক্ষণ প্রদান", "পরিদর্শন কার্যক্রম পরিচালনা", "সেবা সহজিকরণ", "ওয়েবসাইট হালনাগাদকরণ", "প্রতিবেদন প্রণয়ন"),
    *("অডিট আপত্তি নিষ্পত্তি", "অভিযোগ প্রতিকার ব্যবস্থা", "অবকাঠামো মেরামত", "বরাদ্দ ও ব্যয় ব্যবস্থাপনা", "সভা আয়োজন"),
)
_WHO = ("জেলা কার্যালয়ে", "উপজেলা কার্যালয়ে", "বিভাগীয় কার্যালয়ে", "প্রধান কার্যালয়ে", "আঞ্চলিক কার্যালয়ে")
_WHEN = ("১ম ত্রৈমাসিক", "২য় ত্রৈমাসিক", "অর্ধবার্ষিক", "বার্ষিক", "মাসিক")
_WHAT = (
    *("শুদ্ধাচার", "তথ্য অধিকার", "সেবা প্রদান প্রতিশ্রুতি", "অভিযোগ প্রতিকার", "ই-নথি", "উদ্ভাবন", "নারী উন্নয়ন"),
    *("জলবায়ু অভিযোজন", "মৎস্য চাষ", "সমবায় সমিতি", "ভূমি রেকর্ড", "সেচ ব্যবস্থাপনা", "পুষ্টি সচেতনতা"),
)
_DATED = (
    "{what} বিষয়ক {when} প্রতিবেদন মন্ত্রণালয়ে প্রেরিত",
    "{what} বিষয়ক {when} কর্মপরিকল্পনা প্রণীত",
    "{what} সংক্রান্ত {when} প্রতিবেদন ওয়েবসাইটে প্রকাশিত",
    "{who} {what} সংক্রান্ত নির্দেশিকা অনুমোদিত",
)
_COUNTED = (
    ("{what} বিষয়ে {who} প্রশিক্ষিত কর্মচারী", ("জন", "সংখ্যা (জন)", None)),
    ("{what} বিষয়ক {when} সভা আয়োজিত", ("টি", None, "বার")),
    ("{who} {what} কার্যক্রম পরিদর্শনকৃত", (None, "টি")),
    ("{what} খাতে {who} বিতরণকৃত অর্থ", ("কোটি টাকা", "লক্ষ টাকা")),
    ("{what} কার্যক্রমের আওতায় মেরামতকৃত সড়ক", ("কি.মি.", "কিলোমিটার")),
    ("{what} কার্যক্রমের আওতায় আনীত জমি", ("একর", "হেক্টর")),
    ("{what} বিষয়ক {when} উঠান বৈঠক অনুষ্ঠিত", ("ব্যাচ", "উপজেলা", None)),
)
_SHARED = (
    "{what} সংক্রান্ত {when} আবেদন নিষ্পত্তিকৃত",
    "{who} {what} সংক্রান্ত সিদ্ধান্ত বাস্তবায়িত",
    "{what} খাতে {who} বরাদ্দের বিপরীতে ব্যয়িত অর্থ",
)
_FALLING = ("{what} সংক্রান্ত {when} আবেদন নিষ্পত্তির গড় সময়", "{who} {what} সেবা প্রদানে ব্যয়িত সময়")


def made_up_plan(chance: random.Random) -> Plan:
    """Return a plan of 5 to 40 indicators, no two of the same text."""
    tiers = tuple(Tier(percent, name) for percent, name in chance.choices(_TIERS, (1, 1, 1, 2, 10, 1, 1))[0])
    count = chance.choice((5, 7, 9, 11, 11, 14, 18, 25, 40))
    titles: set[str] = set()
    indicators: list[Indicator] = []
    # Of one kind of work several indicators follow each other, as in real plans.
    while len(indicators) < count:
        what = chance.choice(_WHAT)
        several = min(chance.choice((1, 1, 2, 3, 4)), count - len(indicators))
        indicators += [_indicator(chance, what, titles, len(tiers)) for _ in range(several)]
    areas: list[Area] = []
    while indicators:
        activities: list[Activity] = []
        for number in range(1, chance.randint(1, 5) + 1):
            taken, indicators = indicators[: (size := chance.choice((1, 1, 2, 3)))], indicators[size:]
            if taken:
                code = f"{len(areas) + 1}.{number}"
                coded = tuple(_with_code(each, f"{code}.{at}") for at, each in enumerate(taken, start=1))
                activities.append(Activity(code, chance.choice(_ACTIVITIES), coded))
        weight = sum((each.weight for activity in activities for each in activity.indicators), Decimal(0))
        title = _AREAS[len(areas) % len(_AREAS)]
        areas.append(Area(len(areas) + 1, title, weight, tuple(activities)))
    return Plan("made-up", "বার্ষিক কর্মসম্পাদন কর্মপরিকল্পনা", YEAR, Rule.TIER, tiers, tuple(areas))


def _with_code(each: Indicator, code: str) -> Indicator:
    return Indicator(code, each.title, each.unit, each.weight, each.targets, unit_name=each.unit_name)


def _indicator(chance: random.Random, what: str, titles: set[str], tiers: int) -> Indicator:
    kind = chance.choices(("dated", "counted", "shared", "falling"), (4, 5, 3, 1))[0]
    name: str | None = None
    for _ in range(1000):
        if kind == "counted":
            text, names = chance.choice(_COUNTED)
            name = chance.choice(names)
        else:
            text = chance.choice({"dated": _DATED, "shared": _SHARED, "falling": _FALLING}[kind])
        title = text.format(what=what, who=chance.choice(_WHO), when=chance.choice(_WHEN))
        if title not in titles:
            break
        what = chance.choice(_WHAT)
    titles.add(title)
    if kind == "falling":
        name = chance.choice(("দিন", "কর্মদিবস", "ঘণ্টা"))
    unit = {"dated": Unit.DATE, "shared": Unit.PERCENT}.get(kind, Unit.NUMBER)
    filled = tiers if chance.random() < 0.7 or tiers < 2 else chance.randint(1, tiers)
    targets = [*_targets(chance, kind, filled), *[None] * (tiers - filled)]
    weight = Decimal(chance.choice(("1", "2", "2", "3", "3", "4", "5", "6", "1.5", "0.5")))
    return Indicator("", title, unit, weight, tuple(targets), unit_name=name)


def _targets(chance: random.Random, kind: str, count: int) -> list[Decimal | date]:
    if kind == "dated":
        first = chance.choice((date(2023, 9, 30), date(2023, 12, 15), date(2024, 1, 15), date(2024, 3, 31)))
        first += timedelta(days=chance.choice((0, 0, 0, 4, 9)))
        step = chance.choice((7, 10, 15))
        return [first + timedelta(days=step * at) for at in range(count)]
    if kind == "shared":
        first = chance.choice((100, 100, 95, 90, 85, 80))
        return [Decimal(first - 5 * at) for at in range(count)]
    step = chance.choice((1, 1, 1, 2, 5, 10, 50))
    if kind == "falling":
        return [Decimal(step * (3 + at)) for at in range(count)]
    best = step * chance.randint(count, count + 6)
    values = [Decimal(best - step * at) for at in range(count)]
    return [value + Decimal("0.5") for value in values] if chance.random() < 0.1 else values
