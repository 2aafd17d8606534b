"""Characters that nobody sees and those that look like others: read as what they look like, or at least offered."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import any_text
from xl_apa.core.cells import CellValue
from xl_apa.core.model import Status, Unit, Value
from xl_apa.core.text.lookalikes import clean, for_reading, letters_as_digits, raised_digits_lowered
from xl_apa.core.text.numerals import plain
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.excel.udfs import apa_check, apa_date, apa_marks, apa_number

INVISIBLE = [
    *("\u00ad", "\u034f", "\u061c", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\ufeff", "\u3164"),
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2063", "\u2066", "\u2067", "\u2068", "\u2069"),
    *("\ufe00", "\ufe0e", "\ufe0f", "\U000e0100", "\U000e0020", "\x00", "\x08", "\x7f"),
]
BLANKS = [
    "\u00a0",
    "\u2002",
    "\u2003",
    "\u2007",
    "\u2008",
    "\u2009",
    "\u200a",
    "\u202f",
    "\u205f",
    "\u3000",
    "\t",
    "\n",
]
DASHES = list("-‐‑‒–—―−﹘﹣－")
SLASHES = list("/⁄∕／╱\\＼﹨⧸")
BARS = list("।|॥৷¦│｜")
ZEROS = "0০٠۰०૦০໐０𝟎𝟘𝟬𝟶"
QUOTES = ["'", "’", "‘", "`", "´", '"', "“", "”", "′", "＇"]


def in_any_script(text: str) -> st.SearchStrategy[str]:
    """The text with every ASCII digit in one of many scripts."""
    chars = [
        st.sampled_from([chr(ord(zero) + int(char)) for zero in ZEROS]) if "0" <= char <= "9" else st.just(char)
        for char in text
    ]
    return st.tuples(*chars).map("".join)


def with_unseen(text: str) -> st.SearchStrategy[str]:
    """The text with characters that nobody sees between its own."""
    unseen = st.lists(st.sampled_from(INVISIBLE), max_size=2).map("".join)
    return st.tuples(*(unseen for _ in range(len(text) + 1))).map(
        lambda parts: "".join(part + char for part, char in zip(parts, [*text, ""]))
    )


def reported(typed: CellValue, unit: Unit) -> Value | None:
    reading = parse_achievement(typed, unit)
    assert (reading.kind, reading.status) == (None, Status.REPORTED), typed
    return reading.value


# ---- read -----------------------------------------------------------------------------------------------------------


@given(st.integers(0, 10**6), st.data())
def test_a_count_is_read_through_every_script_and_every_unseen_character(count: int, data: st.DataObject) -> None:
    text = data.draw(in_any_script(str(count)).flatmap(with_unseen))
    blank = data.draw(st.sampled_from(["", " ", *BLANKS]))
    quote = data.draw(st.sampled_from(["", *QUOTES]))
    assert reported(f"{quote}{text}", Unit.NUMBER) == count
    assert reported(f"{blank}{text}{blank}টি{blank}", Unit.NUMBER) == count


@given(st.decimals(2, 100, places=2), st.sampled_from("%％٪﹪℅"), st.sampled_from(".．٫"), st.data())
def test_a_percent_is_read_with_every_sign_and_point(
    percent: Decimal, sign: str, point: str, data: st.DataObject
) -> None:
    text = data.draw(in_any_script(plain(percent)).flatmap(with_unseen)).replace(".", point)
    assert reported(f"{text}{sign}", Unit.PERCENT) == reported(f"{sign}{text}", Unit.PERCENT) == percent


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from([*DASHES, *SLASHES, *BARS, "ঃ", ":", "：", "."]),
    st.data(),
)
def test_a_day_is_read_with_every_separator(day: date, separator: str, data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from(["", " ", *BLANKS]))
    join = f"{blank}{separator}{blank}"
    text = data.draw(in_any_script(day.strftime("%d*%m*%Y")).flatmap(with_unseen)).replace("*", join)
    assert reported(text, Unit.DATE) == day


@pytest.mark.parametrize(
    ("typed", "count"),
    [("④", 4), ("④ টি", 4), ("⑩", 10), ("⑳", 20), ("⑷", 4), ("⒋", 4), ("❹", 4), ("➍", 4), ("৪ঃ", 4), ("৪:", 4)],
)
def test_a_digit_in_a_circle_and_a_last_colon_are_read(typed: str, count: int) -> None:
    assert reported(typed, Unit.NUMBER) == count


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("১২ অাগষ্ট ২০২৩", Unit.DATE, date(2023, 8, 12)),
        ("১২ অক্টােবর ২০২৩", Unit.DATE, date(2023, 10, 12)),
        ("পঁাচটি", Unit.NUMBER, 5),
        ("অাটটি", Unit.NUMBER, 8),
        ("ছয়টি", Unit.NUMBER, 6),
        ("দু'টি", Unit.NUMBER, 2),
        ("দু’টি", Unit.NUMBER, 2),
        ("অাটানব্বই শতাংশ", Unit.PERCENT, 98),
        ("৯৬·৫%", Unit.PERCENT, Decimal("96.5")),
        ("৯৬•৫ শতাংশ", Unit.PERCENT, Decimal("96.5")),
        ("৯৬ দশমিক ৫ শতাংশ", Unit.PERCENT, Decimal("96.5")),
        ("৯৬ দশমিক ২৫", Unit.PERCENT, Decimal("96.25")),
    ],
)
def test_letters_and_points_that_look_right_are_read_as_they_look(typed: str, unit: Unit, value: object) -> None:
    assert reported(typed, unit) == value


@pytest.mark.parametrize("typed", ["২¹", "২²", "৪①", "①②", "২ ①", "½", "২½", "Ⅳ", "४৳"])
def test_a_footnote_or_a_fraction_is_no_digit_of_a_number(typed: str) -> None:
    reading = parse_achievement(typed, Unit.NUMBER)
    assert (reading.status, reading.offer) == (Status.UNREADABLE, None)


# ---- offered --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "unit", "offer"),
    [
        ("⁴", Unit.NUMBER, 4),
        ("¹²", Unit.NUMBER, 12),
        ("₄", Unit.NUMBER, 4),
        ("⁴ টি", Unit.NUMBER, 4),
        ("⁹⁶%", Unit.PERCENT, 96),
        ("O৪", Unit.NUMBER, 4),
        ("o4", Unit.NUMBER, 4),
        ("1O", Unit.NUMBER, 10),
        ("1OO", Unit.NUMBER, 100),
        ("l2", Unit.NUMBER, 12),
        ("I2 টি", Unit.NUMBER, 12),
        ("9O%", Unit.PERCENT, 90),
        ("1OO%", Unit.PERCENT, 100),
        ("১৬/O৫/২০২৪", Unit.DATE, date(2024, 5, 16)),
        ("l6-05-2024", Unit.DATE, date(2024, 5, 16)),
        ("16/05/2O24", Unit.DATE, date(2024, 5, 16)),
        ("১৬,০৫,২০২৪", Unit.DATE, date(2024, 5, 16)),
        ("16 05 2024", Unit.DATE, date(2024, 5, 16)),
        ("16_05_2024", Unit.DATE, date(2024, 5, 16)),
        ("16;05;2024", Unit.DATE, date(2024, 5, 16)),
    ],
)
def test_letters_and_raised_digits_for_digits_are_offered_and_never_read(
    typed: str, unit: Unit, offer: int | date
) -> None:
    reading = parse_achievement(typed, unit)
    assert (reading.value, reading.offer) == (None, offer)


@pytest.mark.parametrize("typed", ["o", "l", "Oi", "soil", "10:05", "10:05:24", "১০ঃ০৫ঃ২৪"])
def test_letters_without_a_digit_and_a_time_of_day_are_nothing(typed: str) -> None:
    for unit in Unit:
        reading = parse_achievement(typed, unit)
        assert (reading.value, reading.offer) == (None, None)


# ---- in a worksheet function ----------------------------------------------------------------------------------------


def test_the_worksheet_functions_read_the_same() -> None:
    assert apa_number("\u200e৪\u200f") == apa_number("'４") == apa_number("٤") == 4
    assert apa_date("১৬ঃ০৫ঃ২০২৪") == apa_date("16‑05‑2024") == apa_date("১৬|০৫|২০২৪") == date(2024, 5, 16)
    assert apa_marks("%", 5, "৯০％", [90, 80, 70, 60, None]) == 5
    assert apa_check("সংখ্যা", 5, "৪\u00ad টি", [4, 3, 2, 1, None], "2023-24", 4) == ""
    assert "৪" in apa_check("সংখ্যা", 5, "O৪", [4, 3, 2, 1, None], "2023-24", 4)


# ---- for any text ---------------------------------------------------------------------------------------------------


@given(any_text())
def test_a_text_as_read_has_no_unseen_character_and_is_its_own_cleaning(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set(INVISIBLE)
    assert unicodedata.is_normalized("NFC", once)
    assert not set(for_reading(text)) & set("০১২৩৪৫৬৭৮৯–−％／")


@given(any_text())
def test_no_text_can_break_the_changes_that_are_offered(text: str) -> None:
    for change in (letters_as_digits, raised_digits_lowered):
        changed = change(text)
        assert changed is None or isinstance(changed, str)
