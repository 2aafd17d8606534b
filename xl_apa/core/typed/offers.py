"""What may be offered from a sentence: never more than it says was achieved.

A number that is still to come, left to do, guessed at, or one end of a span is no achievement, so nothing is offered.
Nobody asks here whether more or less is better: an offer is made only where a sentence leaves one reading, and says
that it was done (`sentence_words`).
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.text.lookalikes import clean, for_reading, letters_as_digits, raised_digits_lowered
from xl_apa.core.text.numerals import (
    WORD_VALUES,
    find_counts,
    find_percents,
    parse_count,
    parse_number,
    parse_percent,
    without_counts,
)
from xl_apa.core.typed.dates import find_dates, without_dates
from xl_apa.core.typed.known_words import BY_OR_IN, EVENT, OF_NAME, PAPER, apart
from xl_apa.core.typed.sentence_words import is_achieved, is_named_only

# "Three of five": the five is no achievement.
_OF_ALL = re.compile(clean(r"\d[\d,]*\s*(?:টির|টি|জনের|জন|খানার|এর|-এর|র)?\s*(?:মধ্যে|মাঝে)(?![ঁ-৾])|out of \d[\d,]*"))
_JOIN = rf"\s*(?:-|/|,|~|(?:{clean('টি|জন|%|শতাংশ')})?\s*(?:{clean('বা|অথবা|কিংবা|থেকে|হতে|হইতে')}|or|to))\s*"
_SPAN = re.compile(rf"\d{_JOIN}\d")
_SPAN_OF_WORDS = re.compile(rf"(?<![ঀ-৿a-z])([ঁ-৥a-z]+)(?:{_JOIN}|\s+|')([ঁ-৥a-z]+)")
# A blank or a bar between two digits: one number that was broken, or two numbers.
_BROKEN = re.compile(r"(?<=\d)(?: +| *[।'] *)(?=\.?\d)")
# From a day until another: the last counts, though "until" alone is no day on which something was done.
_UNTIL = re.compile(rf"(\d\D{{0,15}}(?:{clean('হতে|থেকে|হইতে')})[^।;]*\d\D{{0,15}}){clean('পর্যন্ত')}(?![ঁ-৾])")
_YEAR = re.compile(r"(?<![\d.])20\d\d(?:\s*-\s*(?:20)?\d\d)?(?![\d.])")
# Numbers in a sentence that are no figures of what was done: which one, the year, how long, of which paragraph.
_NO_FIGURE = re.compile(
    rf"\d+\s*(?:{clean('ম|য়|র্থ|ষ্ঠ|তম|নং')}|st|nd|rd|th)(?![ঁ-৾a-z])|{_YEAR.pattern}"
    rf"|\d[\d,.]*\s*(?:{clean('দিন|ঘণ্টা|ঘন্টা|মিনিট|মাস|ঘটিকা|টাকা|হাজার|লক্ষ|লাখ|কোটি')}|days?|hours?|months?)"
    r"|\d+(?:\.\d+){2,}"
)
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MARKS = "*†‡•#=,;: "
"""What may stand round a value and says nothing of it: a mark of a footnote or of a list."""
_COUNTER_END = re.compile(clean("(?:টি|টা|টো|টে|জন)$"))


def offered_day(text: str, year: FiscalYear | None) -> date | None:
    """Return the last day that a sentence names as past; None where it names none, or one that does not exist."""
    found = [each for each in find_dates(text, year) if not (each.promised or each.other)]
    if not found or not is_achieved(_UNTIL.sub(r"\1", apart(for_reading(text))), of_day=True):
        return None
    if _BROKEN.search(for_reading(text)):
        # 1 6/05/2024 may be the 16th, or a 1 and the 6th: the later of both is never better than the truth.
        found += find_dates(_BROKEN.sub("", for_reading(text)), year)
    real = [each.value for each in found if each.value]
    if len(real) == len(found):
        # A span of days ("from … to …") is offered by its last: an offer must never be better than the truth.
        return max(real)
    return found[0].offer if len(found) == 1 else None


def offered_count(text: str, year: FiscalYear | None = None, *, of_persons: bool = False) -> Decimal | None:
    """Return the one count that a sentence names; None where it names none, several, a span or another year.

    `of_persons`: the row counts persons. Else a sentence that tells how many took part does not tell how often.
    """
    if _names_another_year(text, year):
        return None
    plain = _OF_ALL.sub(" ", apart(without_dates(text)))
    figures = _NO_FIGURE.sub(" ", plain)
    if not is_achieved(plain) or _spans(plain) or _BROKEN.search(plain) or _of_counted().search(figures):
        return None
    if not of_persons and (_in_counted().search(figures) or _tells_of_persons(plain)):
        return None
    return _only(find_counts(plain), plain)


def offered_percent(text: str, year: FiscalYear | None = None) -> Decimal | None:
    """Return the one percent that a sentence names; None where it names none, several, a span or another year."""
    if _names_another_year(text, year):
        return None
    plain = _OF_ALL.sub(" ", apart(without_dates(text)))
    if not is_achieved(plain) or _spans(plain) or _BROKEN.search(plain) or _percent_of_other().search(plain):
        return None
    return _only(find_percents(plain), without_counts(plain))


_BRACKETS = r"(?:\s*\([^()]*\))?"
_PERSONS = re.compile(rf"(?:\d\s*|(?<![ঀ-৿])([ঁ-৥]*?)){clean('জন')}(?![ঁ-৾])")


def _tells_of_persons(plain: str) -> bool:
    """Whether a sentence says how many took part, `২৫ জন নিয়ে কর্মশালা অনুষ্ঠিত`; `৫ জন` alone may be the count."""
    counted = any(not match[1] or match[1] in WORD_VALUES for match in _PERSONS.finditer(plain))
    return counted and not is_named_only(plain)


@cache
def _counted() -> str:
    words = "|".join(map(re.escape, WORD_VALUES))
    return (
        rf"(?:\d{_BRACKETS}\s*-?\s*(?:{clean('টির|টি|টার|টা|খানা|জনের|জন')})?{_BRACKETS}"
        rf"|(?<![ঀ-৿])(?:{words})(?:{clean('টির|টি|টা|জন')}))\s+"
    )


@cache
def _of_counted() -> re.Pattern[str]:
    """The things counted in the genitive, `৩টি কর্মশালার মডিউল`, or before another: not they were what was made."""
    genitive = rf"(?:[ঁ-৥]+ )?(?:[ঁ-৥]+{clean('ের')}|{OF_NAME})"
    return re.compile(rf"{_counted()}(?:{genitive}(?![ঁ-৾])|{EVENT} {PAPER})")


@cache
def _in_counted() -> re.Pattern[str]:
    """What is counted is where it was done, for whom or by whom, `৩টি দপ্তরে প্রশিক্ষণ`: how often nobody knows."""
    return re.compile(rf"{_counted()}{BY_OR_IN}(?![ঁ-৾])")


@cache
def _percent_of_other() -> re.Pattern[str]:
    """A percent of something that was not what was done, `৯৬% কাজের চুক্তি`; but `৯৬% নোটের নিষ্পত্তি`."""
    done = clean("নিষ্প|বাস্তবায়|কাজ|কার্যক্রম|অগ্রগতি|অর্জ|সম্পন্ন|সেবা|প্রশিক্ষণ|হালনাগাদ|মাধ্যমে")
    return re.compile(
        rf"\d\s*(?:%|{clean('শতাংশ|ভাগ')})\s+"
        rf"(?:(?:[ঁ-৥]+{clean('ের')}|{OF_NAME}) (?!{done})|(?!{clean('নথি|ফাইল')}){BY_OR_IN}(?![ঁ-৾])"
        rf"|(?:[ঁ-৥]+ )?{clean('(?:উপস্থিতি|অংশগ্রহণ|হাজিরা)')})"
    )


def _names_another_year(text: str, year: FiscalYear | None) -> bool:
    """Whether a sentence is about another fiscal year: `২০২২-২৩ অর্থবছরে ৩টি`."""
    named = {int(found[:4]) for found in _YEAR.findall(without_dates(text))}
    return year is not None and not named <= {year.start, year.start + 1}


def count_in_other_signs(text: str) -> Decimal | None:
    """Return the count of a text that is one but for letters, raised digits or marks: `O৪`, `⁴`, `৪*`."""
    for changed in (letters_as_digits(text), raised_digits_lowered(text), for_reading(text).strip(_MARKS)):
        if changed and (number := parse_count(changed)) is not None:
            return number
    return None


def percent_in_other_signs(text: str) -> Decimal | None:
    """Return the percent of a text that is one but for letters, raised digits or marks: `9O%`, `⁹⁶%`, `৯৬%*`."""
    for changed in (letters_as_digits(text), raised_digits_lowered(text), for_reading(text).strip(_MARKS)):
        if changed and (percent := parse_percent(changed)):
            return percent[0]
    return None


def _spans(plain: str) -> bool:
    """Whether a text names a span, from one number to another, in digits or words: `২-৩`, `দুই তিনটি`."""
    return bool(_SPAN.search(_YEAR.sub(" ", plain))) or any(
        all(word in WORD_VALUES or _COUNTER_END.sub("", word) in WORD_VALUES for word in match.groups())
        for match in _SPAN_OF_WORDS.finditer(plain)
    )


def _only(numbers: list[Decimal], plain: str) -> Decimal | None:
    """The one number that was found, None where the text has another figure: `৫টি দপ্তরে ৩ প্রশিক্ষণ`."""
    if len(numbers) != 1:
        return None
    figures = _FIGURE.findall(_NO_FIGURE.sub(" ", plain))
    return numbers[0] if all(parse_number(figure) == numbers[0] for figure in figures) else None
