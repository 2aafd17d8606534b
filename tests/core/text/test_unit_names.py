"""What the names of units say."""

from __future__ import annotations

import pytest

from xl_apa.core.text.unit_names import parse_unit_name, spellings


@pytest.mark.parametrize(
    ("name", "magnitude", "measures", "plain"),
    [
        ("সংখ্যা", 1, False, True),
        ("", 1, False, True),
        ("টি", 1, False, True),
        ("জন", 1, False, False),
        ("সংখ্যা (জন)", 1, False, False),
        ("উপজেলা", 1, False, False),
        ("লক্ষ", 100_000, False, False),
        ("সংখ্যা (লক্ষ জন)", 100_000, False, False),
        ("সংখ্যা (হাজার)", 1000, False, False),
        ("কোটি টাকা", 10_000_000, True, False),
        ("হাজার কোটি টাকা", 10_000_000_000, True, False),
        ("মিলিয়ন মার্কিন ডলার", 1_000_000, True, False),
        ("lakh Tk.", 100_000, True, False),
        ("জনঘন্টা", 1, True, False),
        ("মেঃ টন", 1, True, False),
        ("দিন", 1, True, False),
    ],
)
def test_a_name_says_how_large_it_is_and_whether_it_measures(
    name: str, magnitude: int, measures: bool, plain: bool
) -> None:
    unit = parse_unit_name(name)
    assert (unit.magnitude, unit.measures, unit.plain) == (magnitude, measures, plain)


@pytest.mark.parametrize(
    "names",
    [
        ("জনঘন্টা", "জনঘণ্টা", "জন-ঘণ্টা", "জন ঘন্টা", "man-hours"),
        ("মেঃ টন", "মে. টন", "মে টন", "মেট্রিক টন", "M.T.", "MT"),
        ("কিঃমিঃ", "কি.মি.", "কিমি", "কিলোমিটার", "km"),
        ("টাকা", "৳", "Tk.", "BDT", "টাকা মাত্র"),
        ("জন", "সংখ্যা (জন)", "persons"),
        ("কর্মদিবস", "কার্যদিবস", "working days"),
    ],
)
def test_spellings_of_one_unit_have_one_base(names: tuple[str, ...]) -> None:
    assert len({parse_unit_name(name).base for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("ঘণ্টা", "জনঘণ্টা"), ("টন", "মেট্রিক টন"), ("দিন", "জনদিন"), ("মিটার", "কিলোমিটার"), ("টাকা", "ডলার"), ("জন", "বার")],
)
def test_units_that_only_sound_alike_have_two(one: str, other: str) -> None:
    assert parse_unit_name(one).base != parse_unit_name(other).base


@pytest.mark.parametrize("name", ["জন", "কোটি টাকা", "জনঘন্টা", "মেঃ টন", "উপজেলা", "সংখ্যা (লক্ষ জন)", "কি.মি.", "লক্ষ", "kg"])
def test_every_spelling_that_is_listed_is_the_unit_itself_or_its_words_of_size(name: str) -> None:
    unit, listed = parse_unit_name(name), [parse_unit_name(each) for each in spellings(name)]
    assert listed
    assert all(each.magnitude == unit.magnitude and each.base in ("", unit.base) for each in listed)


def test_the_spelling_of_the_plan_stands_first() -> None:
    assert spellings("কোটি টাকা")[0] == "কোটি টাকা"
