"""The forms that offices make of a plan: which columns, in which order, under which headings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan
from xl_apa.core.text.numerals import to_bangla_digits

TARGET, QUARTER_OF = "target-", "quarter-"

HEADINGS: dict[str, tuple[str, ...]] = {
    "serial": ("ক্রম", "ক্রঃ নং", "ক্র. নং", "ক্রমিক নং", "নং", "Sl. No.", "ক্রমিক"),
    "area": (
        *("কর্মসম্পাদন ক্ষেত্র", "কর্মসম্পাদনের ক্ষেত্র", "কৌশলগত উদ্দেশ্য", "ক্ষেত্র", "Strategic Objectives"),
        "কৌশলগত উদ্দেশ্য (Strategic Objective)",
    ),
    "area-weight": ("মান", "ক্ষেত্রের মান", "কর্মসম্পাদন ক্ষেত্রের মান", "কৌশলগত উদ্দেশ্যের মান", "Weight"),
    "activity": ("কার্যক্রম", "কার্যক্রমসমূহ", "কার্যক্রম (Activities)", "Activities", "গৃহীত কার্যক্রম"),
    "indicator": (
        *("কর্মসম্পাদন সূচক", "কর্মসম্পাদন সূচকসমূহ", "সূচক", "সূচকের নাম", "Performance Indicator", "কার্যসম্পাদন সূচক"),
        "কর্মসম্পাদন সূচক (Performance Indicators)",
    ),
    "unit": ("একক", "একক (Unit)", "পরিমাপের একক", "Unit", "ইউনিট"),
    "weight": (
        *("কর্মসম্পাদন সূচকের মান", "সূচকের মান", "সূচকের মান (Weight of PI)", "কর্মসম্পাদন সূচক-এর মান", "বরাদ্দকৃত নম্বর"),
        *("পূর্ণমান", "Weight of Performance Indicator"),
    ),
    "past": ("প্রকৃত অর্জন ২০২২-২৩", "২০২২-২৩ অর্থবছরের অর্জন", "প্রকৃত অর্জন* ২০২১-২২", "পূর্ববর্তী বছরের অর্জন"),
    "projection": ("প্রক্ষেপণ ২০২৪-২৫", "প্রক্ষেপণ (Projection) ২০২৪-২৫", "২০২৪-২৫ অর্থবছরের প্রক্ষেপণ"),
    "achieved": (
        *("অর্জন", "২য় ত্রৈমাসিক অর্জন", "২য় ত্রৈমাসিকের অর্জন", "২য় ত্রৈমাসিকের অগ্রগতি", "ত্রৈমাসিক অর্জন", "অগ্রগতি"),
        *("২য় ত্রৈমাসিকে অর্জন (অক্টোবর-ডিসেম্বর)", "ডিসেম্বর ২০২৩ পর্যন্ত অর্জন", "প্রকৃত অর্জন (৩১ ডিসেম্বর ২০২৩ পর্যন্ত)"),
        *("Achievement", "বাস্তবায়ন অগ্রগতি", "৩১ ডিসেম্বর ২০২৩ পর্যন্ত অগ্রগতি", "বাস্তব অর্জন"),
    ),
    "earlier": ("১ম ত্রৈমাসিকের অর্জন", "১ম ত্রৈমাসিক অর্জন (জুলাই-সেপ্টেম্বর)"),
    "rate": ("অর্জনের হার (%)", "লক্ষ্যমাত্রার শতকরা অর্জন", "অর্জনের শতকরা হার", "লক্ষ্যমাত্রার বিপরীতে অর্জন (%)"),
    "claimed": ("প্রাপ্ত নম্বর", "স্কোর", "স্কোর (Score)", "প্রাপ্ত মান", "স্বমূল্যায়িত নম্বর", "দাবিকৃত নম্বর", "Score"),
    "remarks": ("মন্তব্য", "মন্তব্য (যদি থাকে)", "Remarks", "মন্তব্য/বিবরণ"),
    "evidence": ("প্রমাণক", "প্রমাণক সংযুক্ত (হ্যাঁ/না)", "প্রমাণক সংযোজন করা হয়েছে কি না", "দাখিলকৃত প্রমাণক"),
    "responsible": ("দায়িত্বপ্রাপ্ত শাখা", "সংশ্লিষ্ট শাখা", "বাস্তবায়নকারী শাখা", "দায়িত্বপ্রাপ্ত কর্মকর্তা/শাখা"),
    "planned": ("২য় ত্রৈমাসিকের লক্ষ্যমাত্রা", "২য় ত্রৈমাসিক লক্ষ্যমাত্রা (অক্টোবর-ডিসেম্বর)"),
    "left": ("অবশিষ্ট", "ঘাটতি", "অবশিষ্ট কাজ"),
}
_GROUPS = (
    *("লক্ষ্যমাত্রা ২০২৩-২০২৪", "লক্ষ্যমাত্রা/নির্ণায়ক ২০২৩-২৪", "২০২৩-২৪ অর্থবছরের লক্ষ্যমাত্রা"),
    *("লক্ষ্যমাত্রার মান ২০২৩-২৪", "Target/Criteria Value for FY 2023-24", "লক্ষ্যমাত্রা"),
)
_SINGLE = ("বার্ষিক লক্ষ্যমাত্রা", "লক্ষ্যমাত্রা (২০২৩-২৪)", "২০২৩-২৪ অর্থবছরের লক্ষ্যমাত্রা", "লক্ষ্যমাত্রা", "Target")


@dataclass(frozen=True)
class FormLayout:
    """The columns of a form by name, from left to right, and its heading rows: (text, column, columns) each."""

    columns: tuple[str, ...]
    heads: tuple[tuple[tuple[str, int, int], ...], ...]

    def place(self, name: str) -> int:
        """Return where a column stands, -1 where the form has none."""
        return self.columns.index(name) if name in self.columns else -1


def made_up_form(chance: random.Random, plan: Plan) -> FormLayout:
    """Return a form of a plan, with one to three heading rows and a row of numbers or none."""
    columns = _columns(chance, plan)
    targets = [place for place, name in enumerate(columns) if name.startswith(TARGET)]
    by_quarter = [place for place, name in enumerate(columns) if name.startswith(QUARTER_OF)]
    depth = chance.choice((1, 2, 2, 3)) if len(targets) > 1 else 1
    upper: list[tuple[str, int, int]] = []
    names: list[tuple[str, int, int]] = []
    percents: list[tuple[str, int, int]] = []
    group = chance.choice(_GROUPS)
    quarters_grouped = bool(by_quarter) and depth > 1 and chance.random() < 0.6
    for place, column in enumerate(columns):
        if place in targets and len(targets) > 1:
            tier = plan.tiers[int(column[len(TARGET) :])]
            percent = to_bangla_digits(f"{tier.percent}%")
            percents.append((percent, place, 1))
            names.append((tier.name if depth != 2 or chance.random() < 0.8 else f"{tier.name} ({percent})", place, 1))
            if depth == 1:
                upper.append((chance.choice((tier.name, f"{tier.name} {percent}")), place, 1))
            elif place == targets[0]:
                upper.append((group, place, len(targets)))
        elif place in by_quarter and quarters_grouped:
            names.append((Quarter(int(column[-1])).ordinal_bn + " ত্রৈমাসিক", place, 1))
            if place == by_quarter[0]:
                upper.append(("অর্জন", place, len(by_quarter)))
        else:
            upper.append((_heading(chance, column), place, 1))
    heads = [upper, names, percents][:depth]
    if chance.random() < 0.55:
        count = len(columns) if chance.random() < 0.8 else chance.randint(5, len(columns))
        heads.append([(to_bangla_digits(number + 1), number, 1) for number in range(count)])
    return FormLayout(tuple(columns), tuple(tuple(row) for row in heads))


def _heading(chance: random.Random, column: str) -> str:
    if column.startswith(TARGET):
        return chance.choice(_SINGLE)
    if column.startswith(QUARTER_OF):
        return f"{Quarter(int(column[-1])).ordinal_bn} ত্রৈমাসিক" + chance.choice((" অর্জন", "ের অর্জন", ""))
    return chance.choice(HEADINGS[column])


def _columns(chance: random.Random, plan: Plan) -> Sequence[str]:
    front = [name for name, often in (("serial", 0.6), ("area", 0.6), ("area-weight", 0.4)) if chance.random() < often]
    if "area" not in front and "area-weight" in front:
        front.remove("area-weight")
    titles = [*(["activity"] if chance.random() < 0.8 else []), "indicator"]
    middle = ["unit", "weight"] if chance.random() < 0.6 else ["weight", "unit"]
    lost = chance.random()
    if lost < 0.16:
        middle.remove("unit" if lost < 0.08 else "weight")
    targets = [f"{TARGET}{at}" for at in range(len(plan.tiers))]
    if chance.random() < 0.06:
        targets.reverse()
    achieved = chance.choices(
        (["achieved"], ["earlier", "achieved"], [f"{QUARTER_OF}{at}" for at in (1, 2)], ["planned", "achieved"]),
        (12, 1.5, 0.5, 1),
    )[0]
    extras = [name for name, often in (("rate", 0.15), ("left", 0.08)) if chance.random() < often]
    last = chance.choice(
        (["claimed"], ["remarks"], ["remarks"], ["claimed", "remarks"], ["evidence"], ["evidence", "remarks"])
    )
    around = {"past": 0.2, "projection": 0.1, "responsible": 0.2}
    past = [name for name in ("past",) if chance.random() < around[name]]
    projection = [name for name in ("projection",) if chance.random() < around[name]]
    responsible = [name for name in ("responsible",) if chance.random() < around[name]]
    order = chance.random()
    if order < 0.6:
        return [*front, *titles, *middle, *past, *targets, *projection, *achieved, *extras, *last, *responsible]
    if order < 0.75:  # what was achieved before what was planned
        return [*front, *titles, *middle, *achieved, *extras, *past, *targets, *projection, *responsible, *last]
    if order < 0.9:  # the weight last of all that the plan says
        return [
            *front,
            *titles,
            *responsible,
            middle[0],
            *past,
            *targets,
            *projection,
            *middle[1:],
            *achieved,
            *last,
            *extras,
        ]
    blocks = [front, titles, middle, past, targets, projection, achieved, extras, last, responsible]
    chance.shuffle(blocks)
    return [name for block in blocks for name in block]
