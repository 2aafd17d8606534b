"""What the formulas know of typed text, narrow on purpose: anything else is "not understood", never wrong marks."""

from __future__ import annotations

from xl_apa.core.model import Unit

DIGITS = "০১২৩৪৫৬৭৮৯"
LONGEST_NUMBER = 15
"""Digits; a cell holds no more."""
LONGEST_VALUE = 60
"""No text that is longer than this is a value, for anybody."""
FIRST_SERIAL, END_OF_SERIALS = 36526, 73051
"""1 January 2000 and 1 January 2100 as Excel counts days."""

A_NUMBER, NEITHER = "#", "?"
"""What stands for a cell that holds no text."""

BLANKS = "\u00a0\t\n"
INVISIBLE = "\u200b\u200c\u200d\ufeff"
NOTHING = "-–—−….।_ "
ONGOING = "চলমান"
ONGOING_FORMS = (ONGOING, *(f"{ONGOING}{end}" for end in ("।", ".", " ।", " .")))
COUNTERS = ("টি", "টা")
PERCENT_SIGNS = ("%", "শতাংশ")
ERAS = ("খ্রি.", "খ্রিঃ", "খ্রি", "ইং")

# What a text that stands for a value, for nothing or for ongoing work may begin with, for a reader who knows more than
# the formulas. Everything else is a sentence.
VALUE_LETTERS = "0123456789०१२३४५६७८९٠١٢٣٤٥٦٧٨٩+−-.–—…।_"
_STATUS_STARTS = ("নাই", "নেই", "প্রযোজ্য", "n", "কার্য", "কাজ", "চল", "প্রক্রি", "বাস্তবা", "on", "in ")
_STARTS = {
    Unit.NUMBER: (
        *("শূন্য", "এক", "দু", "তিন", "চার", "পাঁচ", "পাচ", "ছ", "সাত", "আট", "নয", "ন\u09df", "দশ", "এগার", "বারো"),
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "ten", "eleven", "twelve"),
    ),
    Unit.PERCENT: ("শতকরা",),
    Unit.DATE: (
        *("তারিখ", "তাং", "জান", "ফেব", "মার", "এপ", "মে", "জুন", "জুল", "আগ", "অগ", "সেপ", "অক", "নভ", "ডিস"),
        *("date", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    ),
}

LESS_IS_WORSE, LATER_IS_WORSE = "<", ">"
"""The direction of a scale, as a criterion can use it."""

MONTH_PLACE = 100_000
"""Month and day are kept in one number, 500016 for 16 May; a mistyped day has up to five digits."""


def value_starts(unit: Unit) -> tuple[str, ...]:
    """Return words that a text may begin with which is no mere sentence."""
    return (*_STATUS_STARTS, *_STARTS[unit])
