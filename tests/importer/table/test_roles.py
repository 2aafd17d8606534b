"""What a heading says its column holds, in any spelling."""

from __future__ import annotations

import pytest

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.importer.table.roles import Role, column_number, heading_of

YEAR = FiscalYear(2023)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("কর্মসম্পাদন শূচক", Role.INDICATOR),
        ("কর্মসম্পাদন সূচক (Performance Indicators)", Role.INDICATOR),
        ("কর্মসম্পাদন শূচকের মান", Role.WEIGHT),
        ("সূচকএর মান", Role.WEIGHT),
        ("মান", Role.AREA_WEIGHT),
        ("কৌশলগত উদ্দেশ্যের মান", Role.AREA_WEIGHT),
        ("বিষয়ের মান (Weight of Subject)", Role.AREA_WEIGHT),
        ("উদ্দেশ্য (objects)", Role.AREA),
        ("একক\n(Unit)", Role.UNIT),
        ("কার্যক্রমের নাম", Role.ACTIVITY),
        ("গ্রেমারিক তিভিতে মূল্যায়ন অর্জন", Role.ACHIEVED),
        ("প্রকৃত অর্জন ৩০ জুন ২০২৪ পর্যন্ত", Role.ACHIEVED),
        ("প্রকৃত অর্জন* ২০২১-২২", Role.PAST),
        ("প্রক্ষেপণ (Projection) ২০২৪-২৫", Role.PROJECTION),
        ("লক্ষ্যমাত্রা/নির্ণায়ক ২০২৩-২৪", Role.TARGET),
        ("২০২৩-২০২৪ অর্থবছরের লক্ষ্যমাত্রা", Role.TARGET),
        ("লক্ষ্যমাত্রা/ অর্জন", Role.LINE),
        ("কোর (Mar ks)", Role.CLAIMED),
        ("অর্জিত মান", Role.CLAIMED),
        ("মন্তব্য", Role.REMARKS),
        ("প্রমানক সঙযোজন করা হয়েছে কিনা?", Role.EVIDENCE),
        ("বাস্তবায়নেদায়িত্বপ্রাপ্ত ব্যক্তি/পদ", Role.RESPONSIBLE),
        ("মোট অর্জন", Role.YEAR),
        ("মোট", Role.YEAR),
        ("সূচকের বিবরণ", Role.INDICATOR),
        ("গণনার একক", Role.UNIT),
        ("(জুলাই ২০২৩- জুন ২০২৪)", Role.YEAR),
        ("১ম কোয়ার্টার", Role.QUARTER),
        ("জুলাই", Role.MONTH),
        ("আগষ্ট '২৩", Role.MONTH),
        ("Feb 2024", Role.MONTH),
    ],
)
def test_a_heading_is_known_however_it_is_spelled(text: str, role: Role) -> None:
    heading = heading_of(text, YEAR)
    assert heading is not None
    assert heading.role is role


@pytest.mark.parametrize(
    ("text", "percent"),
    [("অসাধারণ", 100), ("অতি উত্তম", 90), ("উত্তম", 80), ("চলতি মান", 70), ("চলতি মানের নিম্নে", 60), ("৮৫%", 85)],
)
def test_a_tier_is_known_by_its_name_or_its_percent(text: str, percent: float) -> None:
    heading = heading_of(text, YEAR)
    assert heading is not None
    assert (heading.role, heading.percent) == (Role.TARGET, percent)


@pytest.mark.parametrize("text", ["", "তারিখ", "সংখ্যা", "[১.১] সেবা সহজিকরণ", "১৬/০৫/২০২৪", "৪", "x" * 200])
def test_what_stands_in_a_row_is_no_heading(text: str) -> None:
    assert heading_of(text, YEAR) is None


@pytest.mark.parametrize(("text", "number"), [("১৪", 14), ("(৩)", 3), ("7", 7), ("৪১", None), ("১.৫", 1), ("ক", None)])
def test_a_column_number_is_small_and_whole(text: str, number: int | None) -> None:
    assert column_number(text) == (None if text == "১.৫" else number)


@pytest.mark.parametrize("quarter", Quarter)
@pytest.mark.parametrize("text", ["{}ত্রৈমাসিক", "{} ত্রৈমাসিক", "{} ত্রৈমাসিকের", "{} ত্রৈমাসিকে"])
def test_a_quarter_alone_heads_the_figure_of_that_quarter_and_no_other(text: str, quarter: Quarter) -> None:
    heading = heading_of(text.format(("১ম ", "২য় ", "৩য় ", "৪র্থ ")[quarter - 1]))
    assert heading is not None
    assert (heading.role, heading.quarter) == (Role.QUARTER, quarter)
