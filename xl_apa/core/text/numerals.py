"""Numbers as people type them, and numbers as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from xl_apa.core.text.lookalikes import clean as clean
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.number_words import NOT_ALONE
from xl_apa.core.text.number_words import WORD_VALUES as WORD_VALUES

_TO_ASCII = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?|[+-]?\.\d+")
_GROUPED = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})+,\d{3})(\.\d+)?")


def to_ascii_digits(text: str) -> str:
    """Return the same text with ASCII digits: `"২০২৩-২৪"` gives `"2023-24"`."""
    return text.translate(_TO_ASCII)


def to_bangla_digits(text: object) -> str:
    """Return the same text, or the text of a number, with Bengali digits: `17.8` gives `"১৭.৮"`."""
    return str(text).translate(_TO_BANGLA)


def in_digits(text: object, lang: str) -> str:
    """Return a code, a year or a number in the digits of a language: `1.2.1` is `১.২.১` in Bangla."""
    return to_bangla_digits(text) if lang == "bn" else str(text)


def plain(number: Decimal) -> str:
    """Return a number without exponent or trailing zeros: `Decimal("4.00")` gives `"4"`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=16_384)
def parse_number(text: str) -> Decimal | None:
    """Return the number that a text is, or None: digits of any script, mixed too, thousands as 1,234 or ১২,৩৪,৫৬৭.

    A comma that does not group thousands (`১,৫`) is not guessed at: None.
    """
    plain_text = for_reading(text)
    if _PLAIN.fullmatch(plain_text):
        return Decimal(plain_text)
    if _GROUPED.fullmatch(plain_text):
        return Decimal(plain_text.replace(",", ""))
    return None


_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
COUNTERS = ("টি", "টা", "খানা", "খানি", "জন", "বার", "টির", "টী", "টো", "খান", "সংখ্যক", "দফা")
"""What may follow a count. The formulas of the form know these lists too."""
GENERAL_COUNTERS = tuple(word for word in COUNTERS if word not in ("জন", "বার", "দফা"))
"""Those that follow a count of whatever it is."""
ENGLISH_COUNTERS = ("no", "nos")
"""What may follow a count that stands alone; in a sentence, "no" is no counter."""
PERCENT_STARTS = ("শতকরা",)
PERCENT_SIGNS = (
    *("%", "শতাংশ", "ভাগ", "পার্সেন্ট", "পারসেন্ট", "পার্সেণ্ট", "পারসেণ্ট"),
    *("percent", "per cent", "pct", "pct.", "p.c.", "p.c", "pc"),
)
"""What may stand before and behind a percent."""
ALL_OF_IT = ("শতভাগ", "শত ভাগ")
"""A hundred percent in one word."""


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted((re.escape(clean(word)) for word in words), key=len, reverse=True)) + ")"


_COUNTER = _any_of(COUNTERS)
_ALONE = rf"(?:-?\s*{_COUNTER}|{_any_of(ENGLISH_COUNTERS)}\b\.?)"
_END = r"\s*[।.:ঃ]?"
_ENDS = "।.:ঃ "
_IN_WORDS = r"\(\s*(?P<word>[^()\d]+?)\s*\)"

_WORDS_FIRST = re.compile(r"(?P<word>[^()\d]+?)\s*\(\s*(?P<number>\d+)\s*\)\s*(?P<after>[^()\d]*)")

_COUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<first>{_ALONE})?\s*(?:{_IN_WORDS})?\s*{_ALONE}?{_END}")
_COUNTER_AFTER = re.compile(rf"\s*{_ALONE}{_END}$")
_BRACKETED = re.compile(rf"[(\[{{]\s*(?P<inner>[^()\[\]{{}}]*\d[^()\[\]{{}}]*)[)\]}}](?P<after>\s*(?:{_ALONE})?{_END})")

_PERCENT_SIGN = _any_of(PERCENT_SIGNS) + r"(?![a-z])"
_SHARE = _any_of(PERCENT_STARTS)
_ALL = _any_of(ALL_OF_IT)
_PERCENT = re.compile(
    rf"(?P<said>{_SHARE}\s*|%\s*)?(?P<number>[+-]?{_NUMBER})\s*(?P<sign>{_PERCENT_SIGN})?"
    rf"\s*(?:{_IN_WORDS}\s*(?P<late>{_PERCENT_SIGN})?)?{_END}"
)
_WORD_PERCENT = re.compile(rf"(?:{_SHARE}\s*)?(?P<word>[^\d()]+?)\s*(?:{_PERCENT_SIGN}){_END}")
_WORDS_OF_PERCENT = re.compile(rf"(?:{_SHARE}\s*)?(?P<word>[^\d()]+?)\s*(?:{_PERCENT_SIGN})?")

_CASE = f"(?:{clean('তে|কে|ের|ই|ও')})?"
_COUNTED = re.compile(
    rf"(?<![\d.,-])(?P<number>{_NUMBER})\s*(?:{_IN_WORDS})?\s*-?\s*(?:{_COUNTER}){_CASE}(?![ঀ-৥])"
    rf"|(?<![ঀ-৿a-z'-])(?P<bare>[ঁ-৥]+?)\s*(?:{_COUNTER}){_CASE}(?![ঀ-৥])"
    r"|(?<![\d.,-])(?P<english>\d[\d,]*)\s*(?:nos?\.?\s+)?(?:of\s+)?(?:training|workshop|meeting|seminar|session|report)s?(?![a-z])"
)
_PERCENTED = re.compile(
    rf"(?<![\d.,])(?<!\d-)(?P<number>{_NUMBER})\s*(?:{_PERCENT_SIGN})|(?<![ঀ-৿])(?P<all>{_ALL})(?![ঁ-৥])"
)


def parse_count(text: str) -> Decimal | None:
    """Return the count a whole cell's text is: `৪`, `০১ (এক) টি`, `তিন (৩) টি`, `দুইটি`, `(৩)`; None for anything else.

    A number that its own words contradict (`০২ (এক) টি`) is no count.
    """
    number = parse_number(text)
    if number is not None:
        return number
    plain_text = _digits_first(for_reading(text))
    if match := _BRACKETED.fullmatch(plain_text):
        plain_text = f"{match['inner']}{match['after']}"
    if match := _COUNT.fullmatch(plain_text):
        number = parse_number(match["number"])
        return number if match["word"] is None or number == _word_value(match["word"]) else None
    value = _word_value(plain_text) if plain_text.rstrip(_ENDS) != NOT_ALONE else None
    return None if value is None else Decimal(value)


def parse_percent(text: str) -> tuple[Decimal, bool] | None:
    """Return the percent a whole cell's text is, and whether it says so: `৯৬%`, `শতভাগ` (True), `৯৬` (False).

    A number that its own words contradict (`৯৬ (ছিয়াশি) শতাংশ`) is no percent.
    """
    plain_text = _digits_first(for_reading(text))
    if match := _BRACKETED.fullmatch(plain_text):
        plain_text = f"{match['inner']}{match['after']}".strip()
    if match := _PERCENT.fullmatch(plain_text):
        number = parse_number(match["number"])
        if number is None or (match["word"] is not None and number != _percent_value(match["word"])):
            return None
        return number, bool(match["sign"] or match["said"] or match["late"])
    if _WORD_PERCENT.fullmatch(plain_text):
        value = _percent_value(plain_text.rstrip(_ENDS))
        return None if value is None else (Decimal(value), True)
    return None


def find_counts(text: str) -> list[Decimal]:
    """Return every counted thing a sentence names, each value once: `১টি`, `একটি`, `০২ টি`; ordinals (`১ম`) are none.

    None at all where a number and its own words disagree. Take the dates out first (`dates.without_dates`).
    """
    found = list(_COUNTED.finditer(for_reading(text)))
    if any(match["word"] and _word_value(match["word"]) != parse_number(match["number"]) for match in found):
        return []
    return _numbers(match["number"] or match["bare"] or match["english"] for match in found)


def without_counts(text: str) -> str:
    """Return the text without the things that it counts: `৫০টির মধ্যে ৪৮টি (৯৬%)` is `মধ্যে (96%)`."""
    return _COUNTED.sub(" ", for_reading(text))


def find_percents(text: str) -> list[Decimal]:
    """Return every percent a sentence names, each value once: `৯৬%`, `৯৬ শতাংশ`, `শতভাগ`."""
    return _numbers("100" if match["all"] else match["number"] for match in _PERCENTED.finditer(for_reading(text)))


def _digits_first(plain_text: str) -> str:
    """A number that stands in words before its digits, the other way round: `তিন (৩) টি` is `৩ (তিন) টি`."""
    match = _WORDS_FIRST.fullmatch(plain_text)
    if match is None or _percent_value(match["word"]) is None:
        return plain_text
    return f"{match['number']} ({match['word']}) {match['after']}"


def _word_value(words: str) -> int | None:
    """The number that words are, with or without a counter: `দুই`, `দুটো`, `চার টি`."""
    alone = words.rstrip(_ENDS)
    return WORD_VALUES.get(alone, WORD_VALUES.get(_COUNTER_AFTER.sub("", alone, count=1)))


def _percent_value(words: str) -> int | None:
    """The number that words with a percent sign are: `ছিয়ানব্বই`, `ছিয়ানব্বই শতাংশ`, `শতভাগ`."""
    if words in ALL_OF_IT:
        return 100
    match = _WORDS_OF_PERCENT.fullmatch(words)
    return WORD_VALUES.get(match["word"]) if match else None


def _numbers(texts: Iterable[str]) -> list[Decimal]:
    found = (Decimal(WORD_VALUES[text]) if text in WORD_VALUES else parse_number(text) for text in texts)
    return list(dict.fromkeys(number for number in found if number is not None))
