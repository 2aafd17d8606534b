"""The months of the year: how they are written out, and every spelling they are read in."""

from __future__ import annotations

import re

from xl_apa.core.text.lookalikes import clean, for_reading

MONTHS_BN = (
    *("জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন"),
    *("জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"),
)
MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months by name, January first, as they are written out."""

# Beside the names and the first three letters of the English ones. Sources: reports of offices.
_OTHER_SPELLINGS = {
    1: ("জানুয়ারী", "জানু", "জানুআরি", "জানুআরী", "জানয়ারি", "জানয়ারী"),
    2: ("ফেব্রুয়ারী", "ফেব্রু", "ফেব", "ফেব্রুআরি", "ফেব্রুআরী", "ফেব্রয়ারি", "ফেব্রয়ারী", "ফেব্রূয়ারি", "ফেব্রূয়ারী"),
    3: ("মার্চ্চ", "মারচ"),
    4: ("এপ্রীল", "এপ্রি"),
    7: ("জুলাঈ",),
    8: ("আগষ্ট", "অগাস্ট", "অগাষ্ট", "আগ"),
    9: ("সেপ্টম্বর", "সেপ্টেম্বার", "সেপ্টে", "সেপ্ট", "সেপ", "সেপটেম্বর", "sept"),
    10: ("অক্টোবার", "অক্টবর", "অকটোবর", "অক্টো", "অক্ট"),
    11: ("নভেম্বার", "নভে"),
    12: ("ডিসেম্বার", "ডিসে"),
}

WEEKDAYS: dict[str, int] = {
    clean(name): number
    for number, names in enumerate(
        (
            "সোমবার monday mon",
            "মঙ্গলবার tuesday tue",
            "বুধবার wednesday wed",
            "বৃহস্পতিবার বৃহঃবার বৃহ:বার thursday thu",
            "শুক্রবার friday fri",
            "শনিবার saturday sat",
            "রবিবার রোববার sunday sun",
        )
    )
    for name in names.split()
}
"""The days of the week, Monday is 0, by their names in small letters."""

SPELLINGS: dict[str, int] = {
    clean(name.lower()): number
    for number, (bangla, english) in enumerate(zip(MONTHS_BN, MONTHS_EN), start=1)
    for name in (bangla, english, english[:3], *_OTHER_SPELLINGS.get(number, ()))
}
"""The month, 1-12, of every spelling, in small letters as `clean` has them."""

BANGLA_CALENDAR = tuple(
    map(
        clean,
        (
            *("বৈশাখ", "জ্যৈষ্ঠ", "আষাঢ়", "শ্রাবণ", "ভাদ্র", "আশ্বিন"),
            *("কার্তিক", "অগ্রহায়ণ", "পৌষ", "মাঘ", "ফাল্গুন", "চৈত্র"),
        ),
    )
)
"""The months of the Bangla calendar: a day of them is another day of ours."""

ANY_SPELLING = "(?:" + "|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True)) + ")"
"""A pattern for every spelling, the longest first: for text in small letters that `clean` has gone over."""

CASE_ENDING = "(?:" + clean("-?এর|য়ের|য়ে|ের|র|ে|তে") + ")?"
"""A pattern for what a Bangla month may end with in a sentence, or nothing: `জানুয়ারির`, `মার্চের`."""

# A case ending may follow in Bangla: জুলাই-সেপ্টেম্বরের.
_PERIOD = re.compile(rf"(?<![ঀ-৾a-z])({ANY_SPELLING})[.ঃ:]?\s*-\s*({ANY_SPELLING})(?![a-z])")


_SHORTEST = 4
"""Letters of a name that is known when one of them is another; shorter ones become each other."""


def closest_month(word: str) -> int | None:
    """Return the month, 1-12, whose name is the word but for one letter: 11 for `নভেম্ভর`; None for none or several."""
    near = {number for name, number in SPELLINGS.items() if len(name) >= _SHORTEST and _one_letter_apart(word, name)}
    return near.pop() if len(near) == 1 and word not in BANGLA_CALENDAR else None


def _one_letter_apart(one: str, other: str) -> bool:
    start = next((at for at, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return (
        other[start + 1 :] == one[start:] or other[start:] == one[start + 1 :] or other[start + 1 :] == one[start + 1 :]
    )


class Month(int):
    """A month by its number, 1-12; messages write out its name."""


def find_periods(text: str) -> list[tuple[Month, Month]]:
    """Return the first and last month of every period that a text names: `জুলাই-আগষ্ট`, `July–September`."""
    return [(Month(SPELLINGS[first]), Month(SPELLINGS[last])) for first, last in _PERIOD.findall(for_reading(text))]
