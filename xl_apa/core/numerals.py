"""Bengali and ASCII digits: numbers as people type them, and numbers as people read them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

_TO_ASCII = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))

# Written counts as officers write them, with the spellings that occur; the first of each is the usual one.
_WORDS: dict[int, tuple[str, ...]] = {
    0: ("শূন্য", "zero"),
    1: ("এক", "one"),
    2: ("দুই", "দু", "two"),
    3: ("তিন", "three"),
    4: ("চার", "four"),
    5: ("পাঁচ", "পাচ", "five"),
    6: ("ছয়", "ছ", "six"),
    7: ("সাত", "seven"),
    8: ("আট", "eight"),
    9: ("নয়", "nine"),
    10: ("দশ", "ten"),
    11: ("এগারো", "এগার", "eleven"),
    12: ("বারো", "twelve"),
}

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?|[+-]?\.\d+")
_GROUPED = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})+,\d{3})(\.\d+)?")


@lru_cache(maxsize=16_384)  # a ministry's forms repeat the same labels thousands of times
def clean(text: str) -> str:
    """Return the text as it is compared: NFC, invisible joiners out, runs of white space as one blank.

    Unicode keeps য় ড় ঢ় in two spellings; NFC brings both to one.
    """
    return " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).split())


def to_ascii_digits(text: str) -> str:
    """Return the same text with ASCII digits: `"২০২৩-২৪"` gives `"2023-24"`."""
    return text.translate(_TO_ASCII)


def to_bangla_digits(text: object) -> str:
    """Return the same text, or the text of a number, with Bengali digits: `17.8` gives `"১৭.৮"`."""
    return str(text).translate(_TO_BANGLA)


def plain(number: Decimal) -> str:
    """Return a number without exponent or trailing zeros: `Decimal("4.00")` gives `"4"`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=16_384)
def parse_number(text: str) -> Decimal | None:
    """Return the number that a text is, or None: Bengali, ASCII and mixed digits, thousands as 1,234 or ১২,৩৪,৫৬৭.

    A comma that does not group thousands (`১,৫`) is not guessed at: None.
    """
    ascii_text = to_ascii_digits(clean(text)).replace("\u2212", "-")
    if _PLAIN.fullmatch(ascii_text):
        return Decimal(ascii_text)
    if _GROUPED.fullmatch(ascii_text):
        return Decimal(ascii_text.replace(",", ""))
    return None


WORD_VALUES: dict[str, int] = {clean(word): number for number, words in _WORDS.items() for word in words}
"""Written counts by word, as `clean` spells them: `WORD_VALUES["দুই"] == 2`."""

_WORD = "|".join(sorted(map(re.escape, WORD_VALUES), key=len, reverse=True))
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
COUNTERS = ("টি", "টা", "খানা", "খানি", "জন", "বার", "টির")
"""What may follow a count. The formulas of the form know these lists too."""
ENGLISH_COUNTERS = ("no", "nos")
"""What may follow a count that stands alone; in a sentence, "no" is no counter."""
PERCENT_STARTS, PERCENT_SIGNS = ("শতকরা",), ("%", "শতাংশ", "ভাগ", "পার্সেন্ট", "percent")
"""What may stand before and behind a percent."""

_COUNTER = clean("|".join(COUNTERS))
_ALONE = rf"(?:{_COUNTER}|(?:{'|'.join(ENGLISH_COUNTERS)})\b\.?)"
_IN_WORDS = rf"\(\s*(?P<word>{_WORD})\s*\)"

_COUNT = re.compile(rf"(?P<number>{_NUMBER})?\s*(?:{_IN_WORDS})?\s*{_ALONE}?\s*[।.]?", re.IGNORECASE)
_WORD_COUNT = re.compile(rf"(?P<word>{_WORD})\s*{_ALONE}?\s*[।.]?", re.IGNORECASE)
_PERCENT_SIGN = clean("|".join(PERCENT_SIGNS))
_PERCENT = re.compile(
    rf"(?P<said>(?:{clean('|'.join(PERCENT_STARTS))})\s*)?(?P<number>[+-]?{_NUMBER})\s*(?P<sign>{_PERCENT_SIGN})?\s*[।.]?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?<![\d.,-])(?P<number>{_NUMBER})\s*(?:{_IN_WORDS})?\s*(?:{_COUNTER})(?![ঀ-৥])"
    rf"|(?<![ঀ-৿a-z])(?P<bare>{_WORD})\s*(?:{_COUNTER})(?![ঀ-৥])",
    re.IGNORECASE,
)
_PERCENTED = re.compile(rf"(?<![\d.,])({_NUMBER})\s*(?:{_PERCENT_SIGN})", re.IGNORECASE)


def parse_count(text: str) -> Decimal | None:
    """Return the count a whole cell's text is: `৪`, `০১ (এক) টি`, `২ টি`, `দুইটি`; None for anything else.

    A number that its own words contradict (`০২ (এক) টি`) is no count.
    """
    number = parse_number(text)
    if number is not None:
        return number
    plain_text = to_ascii_digits(clean(text)).lower()
    if match := _WORD_COUNT.fullmatch(plain_text):
        return Decimal(WORD_VALUES[match["word"]])
    match = _COUNT.fullmatch(plain_text)
    if not match or not match["number"]:
        return None
    number = parse_number(match["number"])
    if match["word"] and number != WORD_VALUES[match["word"]]:
        return None
    return number


def parse_percent(text: str) -> tuple[Decimal, bool] | None:
    """Return the percent a whole cell's text is, and whether it says so: `৯৬%`, `শতকরা ৯৬ ভাগ` (True), `৯৬` (False)."""
    match = _PERCENT.fullmatch(to_ascii_digits(clean(text)).lower())
    number = parse_number(match["number"]) if match else None
    return (number, bool(match and (match["sign"] or match["said"]))) if number is not None else None


def find_counts(text: str) -> list[Decimal]:
    """Return every counted thing a sentence names, each value once: `১টি`, `একটি`, `০২ টি`; ordinals (`১ম`) are none.

    Take the dates out first (`dates.without_dates`).
    """
    return _numbers(
        match["number"] or match["bare"] for match in _COUNTED.finditer(to_ascii_digits(clean(text)).lower())
    )


def find_percents(text: str) -> list[Decimal]:
    """Return every percent a sentence names, each value once: `৯৬%`, `৯৬ শতাংশ`."""
    return _numbers(match[1] for match in _PERCENTED.finditer(to_ascii_digits(clean(text)).lower()))


def _numbers(texts: Iterable[str]) -> list[Decimal]:
    found = (Decimal(WORD_VALUES[text]) if text in WORD_VALUES else parse_number(text) for text in texts)
    return list(dict.fromkeys(number for number in found if number is not None))
