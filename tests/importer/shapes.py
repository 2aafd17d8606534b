"""Reports in the shapes that offices have beside the official one: two lines, months, quarters with a total, other years.

Made up over a made-up plan; every shape as a document, which `sources` write as files of many kinds.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.importer.damage import made_up_plan
from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Plan, Unit
from xl_apa.core.text.months import MONTHS_BN
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.importer.document import Document, Line, Span, Table

QUARTERS = ("১ম কোয়ার্টার", "২য় কোয়ার্টার", "৩য় কোয়ার্টার", "৪র্থ কোয়ার্টার")
TIERS = ("অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে")
MONTHS = tuple(MONTHS_BN[(6 + number) % 12] for number in range(12))
_ASKED = Quarter.Q2


@dataclass(frozen=True)
class Shaped:
    """A report, and what counts as achieved by code: the text, and whether a person has to be asked."""

    plan: Plan
    document: Document
    achieved: dict[str, tuple[str, bool]]


def shaped(shape: str, seed: int) -> Shaped:
    """Return a report in a shape."""
    chance = random.Random(f"{shape} {seed}")
    plan = made_up_plan(chance)
    head, lines_of = SHAPES[shape](chance)
    rows, spans, achieved = [*head.rows], dict(head.spans), {}
    for indicator in plan.indicators:
        lines, said = lines_of(indicator)
        for column in head.merged if len(lines) > 1 else ():
            spans[len(rows), column] = Span(len(lines), 1)
        rows += lines
        achieved[indicator.code] = said
    table = Table("table 1", tuple(tuple(Cell(text or None) for text in row) for row in rows), spans)
    titles = (
        Line("নমুনা অধিদপ্তর, নমুনা মন্ত্রণালয়", "line 1"),
        Line("কর্মপরিকল্পনা ২০২৩-২৪ (২য় ত্রৈমাসিক অগ্রগতি প্রতিবেদন)", "line 2"),
    )
    return Shaped(plan, Document(Path("shape.txt"), (*titles, table)), achieved)


@dataclass(frozen=True)
class Head:
    """Heading rows, their merged cells, and the columns that lie over both lines of an indicator."""

    rows: Sequence[Sequence[str]]
    spans: dict[tuple[int, int], Span]
    merged: Sequence[int] = ()


_Lines = tuple[list[list[str]], tuple[str, bool]]
_Maker = Callable[[Indicator], _Lines]


def _target(indicator: Indicator, place: int = 0) -> str:
    value = indicator.targets[place] if place < len(indicator.targets) else None
    if value is None:
        return "-"
    return to_bangla_digits(f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value))


def _front(indicator: Indicator) -> list[str]:
    return [f"[{to_bangla_digits(indicator.code)}] {indicator.title}"]


def _own(chance: random.Random, indicator: Indicator, month: int) -> str:
    """A figure of a month, 1 is July."""
    if indicator.unit is Unit.DATE:
        year = 2023 if month <= 6 else 2024
        return to_bangla_digits(f"{chance.randint(1, 28):02}/{(5 + month) % 12 + 1:02}/{year}")
    return to_bangla_digits(chance.randint(1, 9))


def _periods(chance: random.Random, indicator: Indicator, count: int, until: int) -> list[str]:
    """Figures of quarters or months until one of them, one at most for a day; the rest are blank."""
    last = 12 // count
    filled = [chance.random() < 0.5 for _ in range(until)]
    if indicator.unit is Unit.DATE:
        filled = [place == chance.randint(0, until) for place in range(until)]
    return [
        _own(chance, indicator, last * (place + 1)) if place < until and filled[place] else "" for place in range(count)
    ]


def _meant(periods: Sequence[str], until: int, *, last_alone: bool = False) -> tuple[str, bool]:
    """What counts without a total: the last figure; a question where there are several, or it is an earlier one."""
    said = [text for text in periods[:until] if text]
    return (said[-1], not last_alone and len(said) > 1) if said else ("", False)


def _two_lines(chance: random.Random) -> tuple[Head, _Maker]:
    head = Head(
        [
            [
                *("কর্মসম্পাদন সূচক", "সূচকের মান", "একক", "দায়িত্বপ্রাপ্ত ব্যক্তি/পদ", "২০২৩-২০২৪ অর্থবছরের লক্ষ্যমাত্রা"),
                *("লক্ষ্যমাত্রা/অর্জন", *QUARTERS, "মোট অর্জন", "অর্জিত মান", "মন্তব্য"),
            ],
            [to_bangla_digits(number) for number in range(1, 14)],
        ],
        {},
        merged=(0, 1, 2, 3, 4, 12),
    )

    def lines(indicator: Indicator) -> _Lines:
        planned = [_target(indicator)] * 4
        done = _periods(chance, indicator, 4, _ASKED)
        total = next((text for text in reversed(done) if text), "")
        front = [
            *_front(indicator),
            to_bangla_digits(indicator.weight),
            indicator.unit.bangla,
            "উপপরিচালক",
            _target(indicator),
        ]
        upper = [*front, "লক্ষ্যমাত্রা", *planned, "", "", "কাজ চলছে"]
        lower = ["", "", "", "", "", "অর্জন", *done, total, "", ""]
        return [upper, lower], (total, False)

    return head, lines


def _planned_beside(chance: random.Random) -> tuple[Head, _Maker]:
    head = Head(
        [
            ["কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "বার্ষিক লক্ষ্যমাত্রা", "লক্ষ্যমাত্রা", "", "", "", "অর্জন", "", "", "", "মোট অর্জন"],
            ["", "", "", "", *QUARTERS, *QUARTERS, ""],
        ],
        {(0, 4): Span(1, 4), (0, 8): Span(1, 4), **{(0, column): Span(2, 1) for column in (0, 1, 2, 3, 12)}},
    )

    def lines(indicator: Indicator) -> _Lines:
        done = _periods(chance, indicator, 4, _ASKED)
        total = next((text for text in reversed(done) if text), "")
        planned = [_target(indicator, 0)] * 4
        front = [*_front(indicator), indicator.unit.bangla, to_bangla_digits(indicator.weight), _target(indicator)]
        return [[*front, *planned, *done, total]], (total, False)

    return head, lines


def _quarters(total: bool) -> Callable[[random.Random], tuple[Head, _Maker]]:
    def make(chance: random.Random) -> tuple[Head, _Maker]:
        tail = ["মোট অর্জন"] if total else []
        width = 5 + len(tail)
        head = Head(
            [
                ["কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "বার্ষিক লক্ষ্যমাত্রা", "অর্জন", *[""] * (width - 2), "মন্তব্য"],
                ["", "", "", "", *QUARTERS, *tail, ""],
            ],
            {(0, 4): Span(1, width - 1), **{(0, column): Span(2, 1) for column in (0, 1, 2, 3, width + 3)}},
        )

        def lines(indicator: Indicator) -> _Lines:
            done = _periods(chance, indicator, 4, _ASKED)
            last = next((text for text in reversed(done) if text), "")
            front = [*_front(indicator), indicator.unit.bangla, to_bangla_digits(indicator.weight), _target(indicator)]
            row = [*front, *done, *([last] if total else []), "কাজ চলছে"]
            if total:
                return [row], (last, False)
            alone = indicator.unit is Unit.PERCENT and bool(done[1])
            earlier = bool(last) and not done[1]
            text, asked = _meant(done, _ASKED, last_alone=alone)
            return [row], (text, asked or earlier)

        return head, lines

    return make


def _months(chance: random.Random) -> tuple[Head, _Maker]:
    head = Head(
        [
            ["কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "বার্ষিক লক্ষ্যমাত্রা", "অর্জন", *[""] * 11, "মন্তব্য"],
            ["", "", "", "", *MONTHS, ""],
        ],
        {(0, 4): Span(1, 12), **{(0, column): Span(2, 1) for column in (0, 1, 2, 3, 16)}},
    )

    def lines(indicator: Indicator) -> _Lines:
        done = _periods(chance, indicator, 12, 6)
        front = [*_front(indicator), indicator.unit.bangla, to_bangla_digits(indicator.weight), _target(indicator)]
        return [[*front, *done, ""]], _meant(done, 6)

    return head, lines


def _other_years(chance: random.Random) -> tuple[Head, _Maker]:
    upper = ["কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "প্রকৃত অর্জন ২০২১-২২", "প্রকৃত অর্জন* ২০২২-২৩", "লক্ষ্যমাত্রা ২০২৩-২৪"]
    upper += ["", "", "", "", "প্রক্ষেপণ (Projection) ২০২৪-২৫", "২য় ত্রৈমাসিক অর্জন", "প্রমাণক সংযুক্ত কিনা"]
    spans = {(0, 5): Span(1, 5), **{(0, column): Span(2, 1) for column in (0, 1, 2, 3, 4, 10, 11, 12)}}
    head = Head([upper, ["", "", "", "", "", *TIERS, "", "", ""]], spans)

    def lines(indicator: Indicator) -> _Lines:
        done = _own(chance, indicator, 6) if chance.random() < 0.7 else ""
        front = [*_front(indicator), indicator.unit.bangla, to_bangla_digits(indicator.weight)]
        past = [_own(chance, indicator, 6).replace("২০২৩", "২০২১"), _own(chance, indicator, 6).replace("২০২৩", "২০২২")]
        targets = [_target(indicator, place) for place in range(5)]
        ahead = "" if indicator.unit is Unit.DATE else to_bangla_digits(Decimal(11))
        return [[*front, *past, *targets, ahead, done, "হ্যাঁ"]], (done, False)

    return head, lines


SHAPES: dict[str, Callable[[random.Random], tuple[Head, _Maker]]] = {
    "two lines": _two_lines,
    "planned quarters beside achieved ones": _planned_beside,
    "four quarters and their total": _quarters(total=True),
    "four quarters without a total": _quarters(total=False),
    "twelve months": _months,
    "other years before and behind": _other_years,
}
