"""What may be offered from a sentence: never more than it says was achieved.

A number that is still to come, left to do, guessed at, or one end of a span is no achievement, so nothing is offered.
Nobody asks here whether more or less is better: an offer is made only where a sentence leaves one reading.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.text.lookalikes import clean, for_reading, letters_as_digits, raised_digits_lowered
from xl_apa.core.text.numerals import WORD_VALUES, find_counts, find_percents, parse_count, parse_percent
from xl_apa.core.typed.dates import find_dates, without_dates

# What takes a figure back: not done, left to do, to be done, planned, about, more or less than. First whole words.
_WORDS = (
    "না|নি|নাই|নেই|নয়|নহে|হয়না|কম|বেশি|বেশী|অধিক|ঊর্ধ্বে|উর্ধ্বে|ঊর্ধ্ব|উর্ধ্ব|নিচে|নিম্নে|পূর্বে|আগে|পরে|পর|প্রায়|মতো|মত|অন্তত|কমপক্ষে"
    "|ন্যূনতম|নূন্যতম|ন্যুনতম|সর্বোচ্চ|সর্বনিম্ন|অনধিক|ছাড়া|ব্যতীত|বাদে|লক্ষ্য|টার্গেট|ধার্য|করণীয়|পেন্ডিং|চলমান|চলছে|প্রক্রিয়াধীন|বাস্তবায়নাধীন"
    "|হবে|হইবে|হবেনা|করবে|করিবে|করবো|করব|দেবে|দিবে|যাবে|যাইবে|নেবে|নিবে|থাকবে|পারবে|আসবে|পাঠাবে|পাবে|হতে যাচ্ছে|হতে পারে"
    "|হচ্ছে|হইতেছে|চলিতেছে|যেতে পারে|যাইতে পারে|শুরু|আরম্ভ|আহ্বান|আহবান|আরও|আরো|পৌনে|সাড়ে|সোয়া|বাদ|ধরা|পর্যন্ত|পর্যায়ে|মুলতবী|হ্রাস|বৃদ্ধি"
    "|নোটিশ|খসড়া|বিজ্ঞপ্তি|দরপত্র|সময়সূচি|সময়সূচী|সময়সীমা|শেষ তারিখ|নির্দেশনা|সিদ্ধান্ত|অনুরোধ|আবেদন|প্রস্তাব|প্রস্তুতি|বরাদ্দ|চাহিদা|কমিটি গঠন"
    "|হবার|হওয়ার|কথা|পূর্বের|আগের|নির্ধারিত|অনুমোদন চাওয়া|(?:গত|বিগত|পূর্ববর্তী|আগের) (?:অর্থ ?)?(?:বছর|বছরে|বছরের|বৎসর|বৎসরে)"
    "|পরিকল্পনা (?:রয়েছে|আছে|করা|গ্রহণ|নেওয়া)|উদ্যোগ (?:নেওয়া|গ্রহণ)"
)
_BEGINNINGS = (
    "বাকি|বাকী|অবশিষ্ট|বকেয়া|অসম্পন্ন|অসম্পূর্ণ|অসমাপ্ত|অনিষ্পন্ন|অনিস্পন্ন|অপূর্ণ|ঘাটতি|স্থগিত|বাতিল|মুলতবি|মুলতুবি|আগামী|আসন্ন|পরবর্তী"
    "|ভবিষ্যৎ|সম্ভাব্য|সম্ভবত|প্রস্তাবিত|পরিকল্পিত|পরিকল্পনাধীন|প্রত্যাশ|লক্ষ্যমাত্রা|লক্ষমাত্রা|অপেক্ষ|আনুমানিক|অনুমান|কমবেশি|কম-বেশি|অনুষ্ঠিতব্য"
    "|অনুমোদনাধীন|আংশিক|প্রাক্কল|প্রক্ষেপ|বেড়ে|কমে|আবেদিত"
)
# Not done (হয়নি, হয়নাই), under way (পর্যালোচনাধীন, but not আওতাধীন দপ্তর), a plan for it (আয়োজনের পরিকল্পনা).
_ENDS = "(?:হয়|যায়|দেয়|নেয়|রে|সে|ছে|ঠে|লে|বে|পায়|আনে|হই)নি|(?:হয়|যায়|পায়|দেয়|নেয়)নাই|(?<!আওত)(?<!স্ব)াধীন|র পরিকল্পনা"
# Four to be done: what follows the figure is what it is for.
_PURPOSE = re.compile(rf"{clean('র (?:জন্য|লক্ষ্যে|নিমিত্ত|নিমিত্তে|উদ্দেশ্যে|অপেক্ষায়)')}(?![ঁ-৾])")
_DIGIT, _SENTENCE_END = re.compile(r"\d"), re.compile("[।;]")
_ENGLISH = (
    "not|no|none|never|n't|pending|due|plan|plans|planned|planning|target|targets|targeted|will|would|shall|should"
    "|may be|to be|remain|remains|remaining|left|balance|incomplete|unfinished|upcoming|next|scheduled?|tentative"
    "|tentatively|expect(?:s|ed)?|propos(?:al|ed)|probabl[ey]|approx(?:imate|imately)?|about|around|nearly|almost|circa|roughly"
    "|estimated?|more|over|above|least|minimum|min|less|under|below|most|maximum|max|before|after|within|by|until|till"
    "|start(?:s|ed)?|begun|began|draft(?:ed)?|partial(?:ly)?|partly|half|deadline|last date|notice|tender|invited"
    "|decided|decision|request(?:s|ed)?|applied|appl(?:y|ies)|forecast|projected|(?:last|previous) (?:fiscal )?year"
    "|increased?|decreased?"
    "|cancel(?:l?ed)?|postponed?|delayed|yet|except|without|missing|failed|in progress|ongoing|on-going"
)
_WITHHELD = re.compile(
    rf"(?<![ঀ-৿])(?:(?:{clean(_WORDS)})(?![ঁ-৾])|(?:{clean(_BEGINNINGS)}))|{clean(_ENDS)}(?![ঁ-৾])"
    rf"|(?<![a-z])(?:{_ENGLISH})(?![a-z])|[~≈≥≤<>±+?]"
)

_PROMISED = re.compile(clean("(?:মধ্যে|নাগাদ)(?![ঁ-৾])"))

# "Three of five": the five is no achievement.
_OF_ALL = re.compile(clean(r"\d[\d,]*\s*(?:টির|টি|জনের|জন|খানার|এর|-এর|র)?\s*(?:মধ্যে|মাঝে)(?![ঁ-৾])|out of \d[\d,]*"))
_JOIN = rf"\s*(?:-|/|,|~|(?:{clean('টি|জন|%|শতাংশ')})?\s*(?:{clean('বা|অথবা|কিংবা|থেকে|হতে|হইতে')}|or|to))\s*"
_SPAN = re.compile(rf"\d{_JOIN}\d")
_SPAN_OF_WORDS = re.compile(rf"(?<![ঀ-৿a-z])([ঁ-৥a-z]+)(?:{_JOIN}|\s+|')([ঁ-৥a-z]+)")
# A blank between two digits: one number that was broken, or two numbers.
_BROKEN = re.compile(r"(?<=\d) +(?=\.?\d)")
_COUNTER_END = re.compile(clean("(?:টি|টা|টো|টে|জন)$"))


def is_withheld(text: str) -> bool:
    """Return whether a sentence says that its figures are not, or not yet, or not surely achieved: `৪টি বাকি`."""
    plain = for_reading(text)
    return bool(_WITHHELD.search(plain)) or any(map(_names_a_purpose, _SENTENCE_END.split(plain)))


def _names_a_purpose(sentence: str) -> bool:
    figure = _DIGIT.search(sentence)
    return figure is not None and bool(_PURPOSE.search(sentence, figure.end()))


def takes_back(words: str) -> bool:
    """Return whether words beside a figure say that it is not, or not yet, or not surely achieved: `by`, `(due)`."""
    return is_withheld(words) or bool(_PROMISED.search(for_reading(words)))


def offered_day(text: str, year: FiscalYear | None) -> date | None:
    """Return the last day that a sentence names as past; None where it names none, or one that does not exist."""
    found = [each for each in find_dates(text, year) if not each.promised]
    if not found or is_withheld(text):
        return None
    if _BROKEN.search(for_reading(text)):
        # 1 6/05/2024 may be the 16th, or a 1 and the 6th: the later of both is never better than the truth.
        found += find_dates(_BROKEN.sub("", for_reading(text)), year)
    real = [each.value for each in found if each.value]
    if len(real) == len(found):
        # A span of days ("from … to …") is offered by its last: an offer must never be better than the truth.
        return max(real)
    return found[0].offer if len(found) == 1 else None


def offered_count(text: str) -> Decimal | None:
    """Return the one count that a sentence names; None where it names none, several, or a span (`২-৩ টি`)."""
    if is_withheld(text):
        return None
    plain = _OF_ALL.sub(" ", without_dates(text))
    return _only(find_counts(plain)) if not (_spans(plain) or _BROKEN.search(plain)) else None


def offered_percent(text: str) -> Decimal | None:
    """Return the one percent that a sentence names; None where it names none, several, or a span (`৮৫-৯৬%`)."""
    if is_withheld(text):
        return None
    plain = without_dates(text)
    return _only(find_percents(plain)) if not (_spans(plain) or _BROKEN.search(plain)) else None


def count_in_other_signs(text: str) -> Decimal | None:
    """Return the count of a text that is one but for letters or raised digits: `O৪`, `⁴`."""
    for changed in (letters_as_digits(text), raised_digits_lowered(text)):
        if changed and (number := parse_count(changed)) is not None:
            return number
    return None


def percent_in_other_signs(text: str) -> Decimal | None:
    """Return the percent of a text that is one but for letters or raised digits: `9O%`, `⁹⁶%`."""
    for changed in (letters_as_digits(text), raised_digits_lowered(text)):
        if changed and (percent := parse_percent(changed)):
            return percent[0]
    return None


def _spans(plain: str) -> bool:
    """Whether a text names a span, from one number to another, in digits or words: `২-৩`, `দুই তিনটি`."""
    return bool(_SPAN.search(plain)) or any(
        all(word in WORD_VALUES or _COUNTER_END.sub("", word) in WORD_VALUES for word in match.groups())
        for match in _SPAN_OF_WORDS.finditer(plain)
    )


def _only(numbers: list[Decimal]) -> Decimal | None:
    return numbers[0] if len(numbers) == 1 else None
