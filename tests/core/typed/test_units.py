"""Units by name: their kinds, and numbers that are typed with a unit behind them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.core.findings import FindingKind
from xl_apa.core.model import Status, Unit
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.core.typed.units import is_usual_name, is_whole, parse_unit, read_amount, same_unit_name, unit_kinds

DATE, NUMBER, PERCENT = Unit.DATE, Unit.NUMBER, Unit.PERCENT
NAMES = ("জন", "টি", "লক্ষ", "কোটি টাকা", "হাজার কোটি টাকা", "সংখ্যা (জন)", "সংখ্যা (লক্ষ জন)", "জনঘন্টা", "মেঃ টন", "দিন", "টাকা")

# ---- kinds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *[(text, DATE) for text in ("তারিখ", " তারিখ ", "date", "Date", "তারিখ (দিন/মাস/বছর)", "নির্ধারিত তারিখ")],
        *[(text, PERCENT) for text in ("%", "শতকরা", "শতাংশ", "শতকরা হার", "Percent", "হার (%)", "উপস্থিতির হার (শতকরা)")],
        *[(text, NUMBER) for text in ("সংখ্যা", "number", *NAMES, "কেজি", "kg", "উপজেলা", "৳", "ঘন মিটার (m3)", "গড় দিন")],
    ],
)
def test_a_unit_is_of_a_kind_by_its_name(text: str, unit: Unit) -> None:
    assert parse_unit(text) is unit


@pytest.mark.parametrize(
    "text", ["", " ", "-", "5", "৪ টি", "১৬/০৫/২০২৪", "16 May 2024", "0.5", "#REF!", "১০০%", "ক" * 80]
)
def test_what_is_no_name_is_no_unit(text: str) -> None:
    assert (parse_unit(text), unit_kinds(text)) == (None, frozenset())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("সংখ্যা ও তারিখ", {NUMBER, DATE}),
        ("তারিখ ও সংখ্যা", {NUMBER, DATE}),
        ("তারিখ/জন", {NUMBER, DATE}),
        ("সংখ্যা (%)", {NUMBER, PERCENT}),
        ("number and date", {NUMBER, DATE}),
    ],
)
def test_a_name_of_two_kinds_is_left_to_the_plan(text: str, kinds: set[Unit]) -> None:
    assert unit_kinds(text) == kinds
    assert parse_unit(text) is None


def test_the_usual_names_are_those_of_both_languages() -> None:
    assert all(is_usual_name(name, unit) for unit in Unit for name in (unit.bangla, unit.value))
    assert not is_usual_name("জন", NUMBER)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("মেঃ টন", "মে. টন", True),
        ("জনঘন্টা", "জনঘণ্টা", True),
        ("সংখ্যা", "number", True),
        ("সংখ্যা (জন)", "জন", True),
        ("লক্ষ টাকা", "লাখ টাকা", True),
        ("", "  ", True),
        ("", "সংখ্যা", False),
        ("লক্ষ টাকা", "কোটি টাকা", False),
        ("জন", "টি", False),
        ("টন", "মেঃ টন", False),
    ],
)
def test_two_names_are_the_same_but_for_spelling(one: str, other: str, same: bool) -> None:
    assert same_unit_name(one, other) is same


# ---- decimals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "targets", "decimals", "whole"),
    [
        ("", (4, 3), None, True),
        ("জন", (120, 100), None, True),
        ("জন", (120, 100), 1, False),
        ("জন", ("1.5", 1), None, False),
        ("জন", ("1.5", 1), 0, True),
        ("কোটি টাকা", (5, 4), None, False),
        ("কোটি টাকা", (5, 4), 0, True),
        ("লক্ষ", (5, 4), None, False),
        ("মেঃ টন", (5, 4), None, False),
        ("", ("4.5", None), None, False),
        ("উপজেলা", (None, None), None, True),
    ],
)
def test_whole_numbers_are_meant_where_things_are_counted(
    name: str, targets: tuple[object, ...], decimals: int | None, whole: bool
) -> None:
    values = [None if target is None else Decimal(str(target)) for target in targets]
    assert is_whole(NUMBER, name, values, decimals) is whole


def test_days_and_percents_are_never_meant_whole() -> None:
    assert not is_whole(PERCENT, "", [Decimal(4)])
    assert not is_whole(DATE, "", [])


# ---- amounts --------------------------------------------------------------------------------------------------------

READ = [
    # typed, the unit of the row, value
    ("১২০ জন", "জন", 120),
    ("120জন", "জন", 120),
    ("১২০ (একশত বিশ) জন", "জন", None),
    ("১২ (বারো) জন", "জন", 12),
    ("দুই জন", "জন", 2),
    ("দুইজন", "সংখ্যা (জন)", 2),
    ("১২০ টি", "জন", 120),
    ("১২০ জন।", "জন", 120),
    ("(১২০) জন", "জন", 120),
    ("৫.৫ কোটি টাকা", "কোটি টাকা", "5.5"),
    ("৫.৫ কোটি", "কোটি টাকা", "5.5"),
    ("৫.৫", "কোটি টাকা", "5.5"),
    ("5.5 crore Tk.", "কোটি টাকা", "5.5"),
    ("১,২০,০০০ টাকা", "টাকা", 120000),
    ("৳ ১,২০,০০০", "টাকা", 120000),
    ("১,২০,০০০/-", "টাকা", 120000),
    ("Tk. 120000/= মাত্র", "টাকা", 120000),
    ("৩ মে. টন", "মেঃ টন", 3),
    ("৩ মেট্রিক টন", "মেঃ টন", 3),
    ("3 MT", "মেঃ টন", 3),
    ("২৫০ জনঘণ্টা", "জনঘন্টা", 250),
    ("২৫০ জন-ঘন্টা", "জনঘন্টা", 250),
    ("৭ দিন", "দিন", 7),
    ("৭ উপজেলা", "উপজেলা", 7),
    ("৭টি উপজেলা", "উপজেলা", 7),
    ("২.৫ লক্ষ", "লক্ষ", "2.5"),
    ("২.৫ লাখ জন", "সংখ্যা (লক্ষ জন)", "2.5"),
    ("১.২ হাজার কোটি টাকা", "হাজার কোটি টাকা", "1.2"),
    ("১০ জন", "সংখ্যা", 10),
    ("১০ জন", "টি", 10),
]


@pytest.mark.parametrize(("typed", "name", "value"), READ)
def test_a_number_with_the_name_of_its_unit_is_that_number(typed: str, name: str, value: object) -> None:
    reading = parse_achievement(typed, NUMBER, None, name)
    assert reading.value == (None if value is None else Decimal(str(value)))
    assert value is None or (reading.status, reading.kind) == (Status.REPORTED, None)


RECKONED = [
    ("২ লক্ষ", "টাকা", 200000),
    ("২ লক্ষ টাকা", "টাকা", 200000),
    ("২.৫ কোটি টাকা", "টাকা", 25000000),
    ("৫০ হাজার জন", "জন", 50000),
    ("দুই হাজার", "জন", 2000),
    ("১ কোটি ২০ লক্ষ টাকা", "টাকা", 12000000),
    ("২ লক্ষ ৫০ হাজার ৩০০ টাকা", "টাকা", 250300),
    ("৩ হাজার", "সংখ্যা", 3000),
    ("2 lakh", "টি", 200000),
]


@pytest.mark.parametrize(("typed", "name", "value"), RECKONED)
def test_a_word_of_size_in_what_is_typed_is_reckoned_with_where_the_unit_has_none(
    typed: str, name: str, value: int
) -> None:
    reading = parse_achievement(typed, NUMBER, None, name)
    assert (reading.status, reading.value, reading.kind) == (Status.REPORTED, value, FindingKind.AMOUNT_RECKONED)


ASKED = [
    # typed, the unit of the row, what is offered
    ("৫০ লক্ষ টাকা", "কোটি টাকা", "0.5"),
    ("৫০ লক্ষ", "কোটি টাকা", "0.5"),
    ("১ কোটি ২০ লক্ষ টাকা", "কোটি টাকা", "1.2"),
    ("১২০ টাকা", "কোটি টাকা", None),
    ("১২,০০,০০০/-", "কোটি টাকা", None),
    ("২ হাজার", "হাজার কোটি টাকা", None),
    ("২ কোটি", "হাজার কোটি টাকা", None),
    ("৫ জন", "সংখ্যা (লক্ষ জন)", None),
    ("২ হাজার কোটি টাকা", "কোটি টাকা", "2000"),
    ("৩ কোটি", "লক্ষ", "300"),
]


@pytest.mark.parametrize(("typed", "name", "offer"), ASKED)
def test_another_word_of_size_than_the_units_is_asked_about(typed: str, name: str, offer: str | None) -> None:
    reading = parse_achievement(typed, NUMBER, None, name)
    assert (reading.status, reading.value, reading.kind) == (Status.UNREADABLE, None, FindingKind.UNIT_UNCLEAR)
    assert reading.offer == (None if offer is None else Decimal(offer))
    assert reading.params["unit"] == name


OTHER_UNITS = [
    ("১২০ %", "জন"),
    ("৯৬%", "কোটি টাকা"),
    ("১৬/০৫/২০২৪", "জন"),
    ("১২০ টাকা", "জন"),
    ("২ লক্ষ টাকা", "জন"),
    ("১ কোটি ২০ লক্ষ টাকা", "জন"),
    ("৫ টি", "কোটি টাকা"),
    ("৫ জন", "মেঃ টন"),
    ("৫ ঘণ্টা", "জনঘন্টা"),
    ("৫ টন", "মেঃ টন"),
    ("৫ জন", "উপজেলা"),
    ("৫ বার", "জন"),
    ("৫ মাস", "দিন"),
]


@pytest.mark.parametrize(("typed", "name"), OTHER_UNITS)
def test_a_number_of_another_unit_disagrees_with_the_row(typed: str, name: str) -> None:
    reading = parse_achievement(typed, NUMBER, None, name)
    assert (reading.value, reading.kind) == (None, FindingKind.UNIT_MISMATCH)
    assert reading.params["unit"] == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("৫ টি সভা ও ৩ টি কর্মশালা", "কোটি টাকা"),
        ("৫-৭ জন", "জন"),
        ("৫ ৭", "জন"),
        ("প্রায় ১২০ জন", "জন"),
        ("১২০ জনকে প্রশিক্ষণ", "জন"),
        ("১ লক্ষ ২ কোটি", "টাকা"),
        ("একাডেমি জন", "জন"),
        ("৫০০/-", "জন"),
        ("১,৫ কোটি টাকা", "কোটি টাকা"),
        ("৫ আবেদন", "জন"),
    ],
)
def test_what_is_no_clear_amount_is_never_a_value(typed: str, name: str) -> None:
    assert parse_achievement(typed, NUMBER, None, name).value is None


@pytest.mark.parametrize(
    ("typed", "value"), [("৯৬ শতকরা", 96), ("৯৬% হার", 96), ("৯৬ (%)", 96), ("শতকরা ৯৬", 96), ("৯৬ %", 96)]
)
def test_a_percent_may_repeat_the_name_of_its_unit(typed: str, value: int) -> None:
    assert parse_achievement(typed, PERCENT, None, "শতকরা হার (%)" if "হার" in typed else "শতকরা").value in (value, None)


@given(st.sampled_from(NAMES), st.integers(0, 10**6), st.booleans())
def test_any_number_with_any_of_these_names_is_itself_in_a_row_of_that_name(
    name: str, number: int, bangla: bool
) -> None:
    typed = f"{to_bangla_digits(number) if bangla else number} {name}"
    assert parse_achievement(typed, NUMBER, None, name).value == number


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(1, 10**6))
def test_a_number_with_the_name_of_another_size_is_never_taken_for_itself(one: str, other: str, number: int) -> None:
    amount = read_amount(f"{number} {other}", one)
    if amount and amount.value is not None and not same_unit_name(one, other):
        # Either nothing was said of size, or it was reckoned with.
        said, own = ([word for word in ("লক্ষ", "কোটি", "হাজার") if word in name] for name in (other, one))
        assert amount.kind is FindingKind.AMOUNT_RECKONED or said in ([], own)


@given(st.text(max_size=40), st.sampled_from(NAMES))
def test_no_text_breaks_the_reading_of_amounts(text: str, name: str) -> None:
    parse_achievement(text, NUMBER, None, name)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        *(("লক্ষ", "৫ লক্ষ টি", 5), ("লক্ষ", "৫ টি", None), ("লক্ষ টাকা", "৫ লক্ষ টি", None)),
        *(
            ("জন", "নয়", None),
            ("জন", "নয় জন", 9),
            ("বার", "বার", None),
            ("", "বার টি", 12),
            ("জন", "৫০০ জন+", None),
        ),
    ],
)
def test_a_counter_fits_what_is_counted_and_a_word_of_two_meanings_none(
    name: str, typed: str, value: int | None
) -> None:
    assert parse_achievement(typed, NUMBER, None, name).value == value


@pytest.mark.parametrize(
    ("name", "typed", "offer"),
    [
        ("জন", "৩টি কর্মশালা হয়েছে", None),
        ("জন", "০৫ (পাঁচ) জন কর্মকর্তাকে প্রশিক্ষণ প্রদান করা হয়েছে", 5),
        ("উপজেলা", "৫টি জেলা", None),
        ("উপজেলা", "৫টি উপজেলা পরিদর্শন করা হয়েছে", 5),
        ("টি", "৩টি কর্মশালা হয়েছে", 3),
    ],
)
def test_only_what_the_unit_counts_is_offered(name: str, typed: str, offer: int | None) -> None:
    reading = parse_achievement(typed, NUMBER, None, name)
    assert (reading.value, reading.offer) == (None, offer)
