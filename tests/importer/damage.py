"""Made-up plans, reports on them in many layouts, and the damage that scans and people do to them. All from a seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Activity, Area, Indicator, Plan, Rule, Tier, Unit
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.importer.document import Document, Line, Table

_SYLLABLES = [
    "কা",
    "খি",
    "গু",
    "ঘে",
    "চো",
    "জা",
    "ঝি",
    "টু",
    "ঠে",
    "ডো",
    "ঢা",
    "তি",
    "থু",
    "দে",
    "ধো",
    "না",
    "পি",
    "ফু",
    "বে",
    "ভো",
    "মা",
    "যি",
    "রু",
    "লে",
    "শো",
    "সা",
    "হি",
    "কর্ম",
    "পরি",
    "প্রতি",
    "সেবা",
    "নাগ",
    "রিক",
    "তথ্য",
    "সভা",
    "ভূমি",
    "জল",
    "পথ",
    "মান",
]
_TIER_NAMES = ("অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে")
_PERCENTS = (100, 90, 80, 70, 60)
YEAR = FiscalYear(2023)


def words(chance: random.Random, count: int) -> str:
    """Return made-up words."""
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))) for _ in range(count))


def made_up_plan(chance: random.Random) -> Plan:
    """Return a plan of 6 to 16 indicators in two or three areas, every unit among them."""
    areas = []
    for number in range(1, chance.randint(2, 3) + 1):
        activities = []
        for second in range(1, chance.randint(2, 4) + 1):
            code = f"{number}.{second}"
            indicators = tuple(
                _indicator(chance, f"{code}.{third}") for third in range(1, chance.choice((1, 1, 2, 2)) + 1)
            )
            activities.append(Activity(code, words(chance, 4), indicators))
        weight = sum((each.weight for activity in activities for each in activity.indicators), Decimal(0))
        areas.append(Area(number, words(chance, 3), weight, tuple(activities)))
    tiers = tuple(Tier(percent, name) for percent, name in zip(_PERCENTS, _TIER_NAMES))
    return Plan("made-up", "বানানো কর্মপরিকল্পনা", YEAR, Rule.TIER, tiers, tuple(areas))


def _indicator(chance: random.Random, code: str) -> Indicator:
    unit = chance.choice((Unit.DATE, Unit.DATE, Unit.NUMBER, Unit.NUMBER, Unit.PERCENT))
    count = chance.choice((5, 5, 5, 4, 3, 2))
    targets: list[Decimal | date | None]
    if unit is Unit.DATE:
        first = date(2024, 1, 10) + timedelta(days=chance.randint(0, 90))
        targets = [first + timedelta(days=7 * step) for step in range(count)]
    else:
        step = chance.choice((1, 1, 5, 10))
        best = step * chance.randint(count, count + 4) if unit is Unit.NUMBER else chance.choice((100, 95, 90, 85))
        targets = [Decimal(best - (step if unit is Unit.NUMBER else 5) * place) for place in range(count)]
    return Indicator(
        code,
        words(chance, chance.randint(6, 12)),
        unit,
        Decimal(chance.choice(("2", "3", "4", "5", "6", "2.5"))),
        tuple(targets + [None] * (5 - count)),
    )


@dataclass
class MadeUp:
    """A report as a document, and what every indicator's achievement cell says in truth."""

    plan: Plan
    document: Document
    quarter: Quarter
    achieved: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Layout:
    """The columns of a made-up report, from left to right, and its head."""

    columns: tuple[str, ...]
    depth: int
    numbered: bool


def made_up_layout(chance: random.Random) -> Layout:
    """Return an order of columns as some office has it."""
    front = [name for name, often in (("serial", 0.7), ("area", 0.7), ("area-weight", 0.6)) if chance.random() < often]
    middle = ["unit", "weight"] if chance.random() < 0.75 else ["weight", "unit"]
    past = ["past"] * chance.choice((0, 0, 0, 1, 2))
    projection = ["projection"] if chance.random() < 0.15 else []
    behind = {
        "marks": ["claimed"],
        "remarks": ["remarks"],
        "evidence": ["evidence"],
        "both": ["claimed", "remarks"],
        "responsible": ["remarks", "responsible"],
    }[chance.choice(("marks", "remarks", "remarks", "evidence", "both", "responsible"))]
    targets = [f"target-{place}" for place in range(5)]
    activity = ["activity"] if chance.random() < 0.9 else []
    # The quarter's own figure beside the year's so far, which for a count since July say the same.
    achieved = ["quarter", "year"] if chance.random() < 0.15 else ["achieved"]
    if chance.random() < 0.07:
        middle.remove(chance.choice(middle))
    columns = (*front, *activity, "indicator", *middle, *past, *targets, *projection, *achieved, *behind)
    return Layout(columns, chance.choice((1, 2, 3, 3)), chance.random() < 0.7)


_HEADINGS = {
    "serial": ("ক্রম", "ক্রমিক নং"),
    "area": ("কর্মসম্পাদন ক্ষেত্র", "কৌশলগত উদ্দেশ্য"),
    "area-weight": ("মান", "কৌশলগত উদ্দেশ্যের মান"),
    "activity": ("কার্যক্রম",),
    "indicator": ("কর্মসম্পাদন সূচক", "কর্মসম্পাদন সূচক (Performance Indicators)"),
    "unit": ("একক", "একক (Unit)"),
    "weight": ("কর্মসম্পাদন সূচকের মান", "সূচকের মান"),
    "past": ("প্রকৃত অর্জন ২০২১-২২", "প্রকৃত অর্জন* ২০২২-২৩"),
    "projection": ("প্রক্ষেপণ (Projection) ২০২৪-২৫",),
    "quarter": ("(অক্টোবর-ডিসেম্বর ২০২৩)", "২য় ত্রৈমাসিক"),
    "year": ("(জুলাই ২০২৩-জুন ২০২৪)", "মোট অর্জন"),
    "achieved": ("ত্রৈমাসিক ভিত্তিতে মূল্যায়ন অর্জন", "২য় ত্রৈমাসিক অর্জন", "অর্জন"),
    "claimed": ("স্কোর (Marks)", "প্রাপ্ত নম্বর"),
    "remarks": ("মন্তব্য",),
    "evidence": ("প্রমাণক", "প্রমাণক সংযোজন করা হয়েছে কিনা?"),
    "responsible": ("বাস্তবায়নের জন্য দায়িত্বপ্রাপ্ত শাখা",),
}
_GROUP = ("লক্ষ্যমাত্রা ২০২৩-২০২৪", "লক্ষ্যমাত্রা/নির্ণায়ক ২০২৩-২৪")


def _misspelt(chance: random.Random, text: str, often: float) -> str:
    if chance.random() >= often or len(text) < 6:
        return text
    place = chance.randrange(1, len(text) - 1)
    if not text[place].isalpha():
        return text
    return text[:place] + chance.choice(("ব", "র", "ন", "শ", "")) + text[place + 1 :]


def _head(chance: random.Random, layout: Layout, damaged: float) -> list[list[str]]:
    top, names, percents, numbers = [], [], [], []
    for place, name in enumerate(layout.columns):
        if name.startswith("target-"):
            tier = int(name[-1])
            name = _misspelt(chance, _TIER_NAMES[tier], damaged / 2)
            top.append(name if layout.depth == 1 else chance.choice(_GROUP) if tier == 0 else "")
            names.append(name)
            percents.append(to_bangla_digits(f"{_PERCENTS[tier]}%"))
        else:
            top.append(_misspelt(chance, chance.choice(_HEADINGS[name]), damaged))
            names.append("")
            percents.append("")
        numbers.append(to_bangla_digits(place + 1))
    rows = [top, names, percents][: layout.depth]
    return [*rows, numbers] if layout.numbered else rows


def _shown(chance: random.Random, value: Decimal | date | None, unit: Unit) -> str:
    if value is None:
        return chance.choice(("-", "", "--", "..."))
    if isinstance(value, date):
        return to_bangla_digits(f"{value:%d/%m/%Y}")
    sign = "%" if unit is Unit.PERCENT and chance.random() < 0.7 else ""
    return to_bangla_digits(f"{value}{sign}")


def _achieved(chance: random.Random, indicator: Indicator, sentences: bool) -> str:
    kind = chance.random()
    if kind < 0.15:
        return "-"
    if kind < 0.25:
        return "চলমান"
    if kind < 0.33:
        return ""
    if indicator.unit is Unit.DATE:
        day = date(2023, 7, 5) + timedelta(days=chance.randint(0, 170))
        text = to_bangla_digits(f"{day:%d/%m/%Y}")
        return f"গত {text} তারিখে {words(chance, 3)} হয়েছে" if sentences and chance.random() < 0.4 else text
    best = indicator.targets[0]
    assert isinstance(best, Decimal)
    number = to_bangla_digits(chance.randint(1, int(best) + 2 if indicator.unit is Unit.NUMBER else 100))
    if indicator.unit is Unit.PERCENT:
        return f"{number}%" if chance.random() < 0.5 else number
    return f"{number} টি {words(chance, 3)} হয়েছে" if sentences and chance.random() < 0.4 else number


@dataclass(frozen=True)
class Damage:
    """How often each kind of damage is done, 0 to 1."""

    misspelt: float = 0.0
    dropped: float = 0.0
    shifted: float = 0.0
    split: float = 0.0
    wrong_code: float = 0.0
    swapped: float = 0.0
    page: float = 0.0
    torn: float = 0.0


WHOLE = Damage()
SCANNED = Damage(0.25, 0.2, 0.2, 0.2, 0.1, 0.15, 0.8, 0.1)


def made_up_report(seed: int, damage: Damage) -> MadeUp:
    """Return a report in some layout, with some damage."""
    chance = random.Random(seed)
    plan = made_up_plan(chance)
    layout = made_up_layout(chance)
    achieved: dict[str, str] = {}
    rows: list[list[str]] = []
    for area in plan.areas:
        for at, activity in enumerate(area.activities):
            for step, indicator in enumerate(activity.indicators):
                first_of_area, first_of_activity = at == step == 0, step == 0
                achieved[indicator.code] = _achieved(chance, indicator, "remarks" not in layout.columns)
                code = indicator.code if chance.random() >= damage.wrong_code else f"{area.number}.{at + 2}.{step + 1}"
                values = {
                    "serial": to_bangla_digits(area.number) if first_of_area else "",
                    "area": f"[{to_bangla_digits(area.number)}] {area.title}" if first_of_area else "",
                    "area-weight": to_bangla_digits(area.weight) if first_of_area else "",
                    "activity": f"[{to_bangla_digits(activity.code)}] {activity.title}" if first_of_activity else "",
                    "indicator": f"[{to_bangla_digits(code)}] {_misspelt(chance, indicator.title, damage.misspelt)}",
                    "unit": indicator.unit.bangla,
                    "weight": to_bangla_digits(indicator.weight),
                    "past": _past(chance, indicator),
                    "projection": _past(chance, indicator),
                    **dict.fromkeys(("achieved", "quarter", "year"), achieved[indicator.code]),
                    "claimed": to_bangla_digits(chance.randint(0, int(indicator.weight)))
                    if chance.random() < 0.6
                    else "",
                    "remarks": words(chance, 6) + " হয়েছে।" if chance.random() < 0.6 else "",
                    "evidence": chance.choice(("হ্যাঁ", "না", "")),
                    "responsible": words(chance, 2),
                }
                for place, target in enumerate(indicator.targets):
                    values[f"target-{place}"] = _shown(chance, target, indicator.unit)
                rows.append(_damaged(chance, [values[name] for name in layout.columns], layout, damage))
    if chance.random() < damage.swapped and len(rows) > 3:
        at = chance.randrange(len(rows) - 1)
        rows[at], rows[at + 1] = rows[at + 1], rows[at]
    head = _head(chance, layout, damage.misspelt)
    body = _on_pages(chance, rows, layout, damage)
    lines = [
        Line("ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৩-২৪ (২য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন)", "line 1"),
        Line("নমুনা অধিদপ্তর, নমুনা মন্ত্রণালয়", "line 2"),
    ]
    table = Table("table 1", tuple(_cells(row, number) for number, row in enumerate([*head, *body], start=1)))
    return MadeUp(plan, Document(Path("made-up.txt"), (*lines, table)), Quarter.Q2, achieved)


def _past(chance: random.Random, indicator: Indicator) -> str:
    if indicator.unit is Unit.DATE:
        day = date(2022, 8, 1) + timedelta(days=chance.randint(0, 300))
        return to_bangla_digits(f"{day:%d/%m/%Y}") if chance.random() < 0.6 else ""
    return to_bangla_digits(chance.randint(1, 20)) if chance.random() < 0.6 else ""


def _damaged(chance: random.Random, row: list[str], layout: Layout, damage: Damage) -> list[str]:
    places = [place for place, name in enumerate(layout.columns) if name.startswith("target-")]
    if chance.random() < damage.split:
        dates = [place for place in places if len(row[place]) == 10]
        if dates:
            place = chance.choice(dates)
            cut = chance.choice((8, 9))
            row[place : place + 1] = [row[place][:cut], row[place][cut:]]
    if chance.random() < damage.dropped:
        blanks = [place for place in range(places[0], len(row) - 1) if row[place] == ""]
        if blanks:
            del row[chance.choice(blanks)]
    if chance.random() < damage.shifted:
        if row[0] == "" and chance.random() < 0.5:
            del row[0]
        else:
            row.insert(0, "")
    return row


def _on_pages(chance: random.Random, rows: Sequence[list[str]], layout: Layout, damage: Damage) -> list[list[str]]:
    """The rows with the head again in the middle, and a title torn in two by the page."""
    if chance.random() >= damage.page or len(rows) < 4:
        return list(rows)
    at = chance.randrange(2, len(rows) - 1)
    before, after = [list(row) for row in rows[:at]], [list(row) for row in rows[at:]]
    head = _head(chance, layout, damage.misspelt)
    torn: list[list[str]] = []
    if chance.random() < damage.torn:
        longest = max(range(len(before[-1])), key=lambda place: len(before[-1][place]))
        text = before[-1][longest].split(" ")
        if len(text) > 4 and longest <= layout.columns.index("indicator") + 1:
            before[-1][longest] = " ".join(text[:-2])
            line = [""] * len(layout.columns)
            line[layout.columns.index("indicator")] = " ".join(text[-2:])
            torn = [line]
    return [*before, *head, *torn, *after]


def _cells(row: Sequence[str], number: int) -> tuple[Cell, ...]:
    return tuple(Cell(text or None, f"line {number}, column {place}") for place, text in enumerate(row, start=1))
