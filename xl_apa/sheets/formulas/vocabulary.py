"""What the formulas know of typed text, narrow on purpose: anything else is "not understood", never wrong marks.

The words are core's own lists, so that a word that core learns is one that the formulas know.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Unit
from xl_apa.core.serials import serial_of_day
from xl_apa.core.text import numerals
from xl_apa.core.text.months import SPELLINGS, WEEKDAYS
from xl_apa.core.text.numerals import WORD_VALUES, clean
from xl_apa.core.typed import plausible, status_words
from xl_apa.core.typed.dates import ERAS as ERAS
from xl_apa.core.typed.dates import ORDINALS as ORDINALS
from xl_apa.sheets.layout import WordList

DIGITS = "০১২৩৪৫৬৭৮৯"
ASCII_DIGITS = "0123456789"
LONGEST_NUMBER = 15
"""Digits; a cell holds no more."""
LONGEST_VALUE = 60
"""No text that is longer than this is a value, for anybody."""
FIRST_SERIAL, END_OF_SERIALS = 36526, 73051
"""1 January 2000 and 1 January 2100 as Excel counts days."""

FAR_ABOVE, LEAST_TARGET = plausible.FAR_ABOVE, int(plausible.LEAST_TARGET)
ABOVE, YEARS_AROUND = plausible.ABOVE, plausible.YEARS_AROUND
"""Which counts are not meant, as core has it."""
FULL, ABOVE_FULL, DOUBTFUL = plausible.FULL, plausible.ABOVE_FULL, plausible.DOUBTFUL
"""Which percents are not meant, and which stored numbers may be a percent or a hundredth of one, as core has it."""


def days_meant(year: FiscalYear) -> range:
    """Return the serials of the days that are near enough to a fiscal year to be meant, as core has it."""
    first, last = FiscalYear(year.start - YEARS_AROUND).first_day, FiscalYear(year.start + YEARS_AROUND).last_day
    return range(int(serial_of_day(first)), int(serial_of_day(last)) + 1)


A_NUMBER, A_PERCENT, WITH_EXPONENT, NEITHER = "#", "#%", "#e", "?"
"""What stands for a cell that holds no text: a number, one that is shown as a percent (0.96 as 96%) or with an exponent
(45 as 4.5E+01); TRUE, FALSE or an error."""

BLANKS = "\u00a0\t\n"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
COMPOSED = {
    letters: clean(letters)
    for letters in ("\u09dc", "\u09dd", "\u09df", "\u09c7\u09be", "\u09c7\u09d7", "\u09be\u09c7", "অা", "ঁা")
}
"""The other spelling of letters that Unicode keeps in two or that are mistyped, and the one that core compares by."""
END_MARKS = status_words.END_MARKS
NOTHING = status_words.NOTHING_MARKS + " "
ONGOING = "চলমান"
"""How ongoing work is called beside a row."""

LESS_IS_WORSE, LATER_IS_WORSE = "<", ">"
"""The direction of a scale, as a criterion can use it."""

MONTH_PLACE = 100_000
"""Month and day are kept in one number, 500016 for 16 May; a mistyped day has up to five digits."""


def _words(*words: str) -> tuple[str, ...]:
    """Return words as the formulas compare them: as core does, in ASCII digits and small letters."""
    return tuple(dict.fromkeys(clean(word).lower() for word in words))


COUNTERS = _words(*numerals.COUNTERS, *numerals.ENGLISH_COUNTERS)
GENERAL_COUNTERS = _words(*numerals.GENERAL_COUNTERS, *numerals.ENGLISH_COUNTERS)
PERCENT_STARTS, PERCENT_SIGNS = _words(*numerals.PERCENT_STARTS), _words(*numerals.PERCENT_SIGNS)
NUMBER_WORDS = {word: number for word, number in WORD_VALUES.items() if word not in COUNTERS}
"""Numbers written out: the value of each word."""
MONTH_NAMES = {name: number for name, number in SPELLINGS.items() if " " not in name}
"""Months by name: the number of each."""
SPACED_ORDINALS = tuple(ordinal for ordinal in ORDINALS if not ordinal.isascii())
"""What people write apart from the number of a day: `১৬ ই মে`."""

SHORTENED = (":", "ঃ")
"""What the name of a month may end with where it is cut short: `জানুঃ`."""
YEAR_CUT_SHORT = ("'", "’")
"""What people write between a month and a year of this century: `মে'২৪`."""
IN_A_DAY = "-./ "
"""What stands between the parts of a day, so that none of them is alone."""

LISTS: dict[WordList, tuple[str | int, ...]] = {
    WordList.NOTHING: status_words.NOTHING_WORDS,
    WordList.ONGOING: status_words.ONGOING_WORDS,
    WordList.ONGOING_SUBJECTS: status_words.ONGOING_SUBJECTS,
    WordList.ONGOING_ENDINGS: status_words.ONGOING_ENDINGS,
    WordList.COUNTERS: COUNTERS,
    WordList.PERCENT_SIGNS: PERCENT_SIGNS,
    WordList.NUMBER_WORDS: tuple(NUMBER_WORDS),
    WordList.NUMBER_VALUES: tuple(NUMBER_WORDS.values()),
    WordList.MONTH_NAMES: tuple(MONTH_NAMES),
    WordList.MONTH_NUMBERS: tuple(MONTH_NAMES.values()),
    WordList.ORDINALS: ORDINALS,
    WordList.ERAS: ERAS,
}
"""What stands on the hidden sheet for the formulas to look up."""

# What begins with none of these letters may be anything to a reader who knows more than the formulas (Latin ones may
# be Bijoy). What does is a sentence, unless it begins with a word that a value, nothing or ongoing work may begin with.
SENTENCE_LETTERS = "".join(map(chr, (*range(0x985, 0x9BA), 0x9CE))) + NEITHER
_STATUS_STARTS = (*status_words.NOTHING_WORDS, *status_words.ONGOING_SUBJECTS, *status_words.ONGOING_WORDS)
_STARTS = {
    Unit.NUMBER: tuple(WORD_VALUES),
    Unit.PERCENT: (*PERCENT_STARTS, *WORD_VALUES),
    Unit.DATE: ("তারিখ", "তাং", "date", "ইং", "রোজ", *WEEKDAYS, *SPELLINGS),
}
# So many letters say which word is meant, also where its end is misspelled; status words share their first ones
# with what many sentences begin with.
_SHORTEST, _SHORTEST_STATUS = 3, 5


@cache
def value_starts(unit: Unit) -> tuple[str, ...]:
    """Return beginnings of texts that are no mere sentences: a value, nothing, or ongoing work."""
    statuses = (word[:_SHORTEST_STATUS] for word in _STATUS_STARTS)
    words = (clean(word).lower()[:_SHORTEST] for word in _STARTS[unit])
    return _without_longer((*statuses, *words))


def sentence_starts(unit: Unit) -> tuple[str, ...]:
    """Return those of them that begin as a sentence does: of the others no more needs to be known."""
    return tuple(start for start in value_starts(unit) if start[0] in SENTENCE_LETTERS)


def _without_longer(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without those that begin with another one."""
    known = dict.fromkeys(words)
    return tuple(word for word in known if not any(word != one and word.startswith(one) for one in known))
