"""The words that headings are made of, each with the idea it stands for, so that unseen headings are understood.

Sources of the words: the official forms of several years, reports of ministries, districts and upazilas, and the
English terms beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from xl_apa.core.text.lookalikes import for_reading


class Idea(StrEnum):
    """What a word in a heading stands for."""

    ACHIEVED = "achieved"
    ACTIVITY = "activity"
    AREA = "area"
    EVIDENCE = "evidence"
    GIVEN = "given"
    INDICATOR = "indicator"
    LEFT = "left"
    MARKS = "marks"
    OBTAINED = "obtained"
    OTHERS = "others"
    PAST = "past"
    PROJECTION = "projection"
    QUARTER = "quarter"
    RATE = "rate"
    REMARKS = "remarks"
    RESPONSIBLE = "responsible"
    SERIAL = "serial"
    TARGET = "target"
    TOTAL = "total"
    UNIT = "unit"
    UNTIL = "until"
    WEIGHT = "weight"
    YEAR = "year"


_WORDS: Mapping[Idea | None, str] = {
    Idea.ACHIEVED: "অর্জন অর্জনের অগ্রগতি অগ্রগতির বাস্তবায়ন সাফল্য achievement achievements achieved progress",
    Idea.ACTIVITY: "কার্যক্রম কার্যক্রমের কার্যক্রমসমূহ কর্মকাণ্ড কাজ কাজের activity activities",
    Idea.AREA: "ক্ষেত্র ক্ষেত্রের ক্ষেত্রসমূহ উদ্দেশ্য উদ্দেশ্যের উদ্দেশ্যসমূহ বিষয়ের area areas objective objectives subject",
    Idea.EVIDENCE: "প্রমাণক প্রমাণকের প্রমাণকসমূহ প্রমাণপত্র evidence evidences",
    Idea.GIVEN: "বরাদ্দকৃত নির্ধারিত পূর্ণ পূর্ণমান সর্বোচ্চ full allotted allocated maximum",
    Idea.INDICATOR: "সূচক সূচকের সূচকসমূহ সূচকসমূহের নির্দেশক indicator indicators pi",
    Idea.LEFT: "অবশিষ্ট ঘাটতি বাকি পার্থক্য remaining variance shortfall",
    Idea.MARKS: "নম্বর নাম্বার স্কোর score scores mark marks",
    Idea.OBTAINED: ("প্রাপ্ত অর্জিত স্বমূল্যায়িত স্বমূল্যায়ন স্বমূল্যায়নে নিজস্ব দাবিকৃত দাবীকৃত দাবি obtained claimed self assessed"),
    # Marks of those who check a report are not the office's own.
    Idea.OTHERS: "প্রদত্ত চূড়ান্ত যাচাইকৃত মূল্যায়নকারী মন্ত্রণালয় কমিটি verified final",
    Idea.PAST: "পূর্ববর্তী পূর্বের পূর্ব বিগত গত ভিত্তি ভিত্তিবছর ভিত্তিবছরের বেইজলাইন বেসলাইন baseline base previous last",
    Idea.PROJECTION: "প্রক্ষেপণ প্রক্ষেপিত পরবর্তী projection projected next",
    Idea.QUARTER: "ত্রৈমাসিক ত্রৈমাসিকে ত্রৈমাসিকের কোয়ার্টার কোয়ার্টারে কোয়ার্টারের প্রান্তিক প্রান্তিকে প্রান্তিকের quarter quarterly",
    Idea.RATE: "হার শতকরা শতাংশ rate percentage percent",
    Idea.REMARKS: "মন্তব্য বিবরণ remarks remark comments comment",
    Idea.RESPONSIBLE: ("দায়িত্বপ্রাপ্ত দায়িত্ব শাখা শাখার অধিশাখা অনুবিভাগ বাস্তবায়নকারী কর্মকর্তা পদবি responsible branch section officer"),
    Idea.SERIAL: "ক্রম ক্রমিক ক্রঃ ক্র নং sl serial no",
    Idea.TARGET: "লক্ষ্যমাত্রা লক্ষ্যমাত্রার লক্ষমাত্রা লক্ষ্য নির্ণায়ক target targets criteria",
    Idea.TOTAL: "মোট সর্বমোট ক্রমপুঞ্জিভূত ক্রমপুঞ্জিত total cumulative",
    Idea.UNIT: "একক ইউনিট পরিমাপ unit units",
    Idea.UNTIL: "পর্যন্ত হালনাগাদ upto until",
    Idea.WEIGHT: "মান মানের ওজন weight weightage",
    Idea.YEAR: "অর্থবছর অর্থবছরে অর্থবছরের অর্থ বছর বছরে বছরের সাল সালের fy year",
    None: (
        "এর ও এবং বা যদি থাকে কি না কিনা কী হয়েছে করা আছে সংযুক্ত সংযুক্তি সংযোজন সংযোজিত দাখিল দাখিলকৃত সংশ্লিষ্ট নাম নামের "
        "হ্যাঁ কর্মসম্পাদন কর্মসম্পাদনের কার্যসম্পাদন performance of the for to in and value কৌশলগত strategic প্রকৃত বাস্তব "
        "actual গৃহীত বার্ষিক বাৎসরিক annual ভিত্তিতে মূল্যায়ন মূল্যায়নে বিপরীতে জন্য বাস্তবায়নের পরিমাপের measurement জুন "
        "জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে ম য় র্থ তারিখ খ্রি st nd rd th "
        "গণনা গণনার attached if any ব্যক্তি পদ অর্ধবার্ষিক yes"
    ),
}


_ONE_SPELLING = str.maketrans({"ী": "ি", "ূ": "ু", "ণ": "ন", "শ": "স", "ষ": "স", "ঁ": None})
"""Spellings of one sound, between which typists and scans go back and forth."""


def _words() -> dict[str, Idea | None]:
    return {
        for_reading(word).translate(_ONE_SPELLING): idea for idea, words in _WORDS.items() for word in words.split()
    }


_IDEA_OF = _words()
_LONG = [word for word in _IDEA_OF if len(word) >= 5]
_TOKEN = re.compile(r"[a-zঀ-৥ৰ-৿]+")
_AS_WORD = 84
"""As like as this a long word must be to a known one, of 100; scans take one letter of five for another."""
_KNOWN_SHARE = 0.8
"""The share of its letters that must belong to known words, for a text to be a heading; titles have their own."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the words of a text stand for, and which share of its letters is of words that headings are made of."""

    ideas: frozenset[Idea]
    known: float

    @property
    def is_of_headings(self) -> bool:
        """Whether nearly all of its words are words of headings."""
        return self.known >= _KNOWN_SHARE

    @property
    def is_heading(self) -> bool:
        """Whether it speaks of something as headings do."""
        return bool(self.ideas) and self.is_of_headings


@lru_cache(maxsize=4096)
def spoken_of(plain: str) -> Spoken:
    """Return what a heading speaks of; `plain` is its text as values are read in it (`for_reading`)."""
    ideas: set[Idea] = set()
    known = letters = 0
    tokens = _TOKEN.findall(plain.translate(_ONE_SPELLING))
    for place, word in enumerate(tokens):
        letters += len(word)
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        before = tokens[place - 1] if place else ""
        found = _known_words(word, before, following)
        known += len(word) if found else 0
        ideas.update(idea for each in found if (idea := _IDEA_OF[each]))
    return Spoken(frozenset(ideas), known / letters if letters else 0.0)


def _known_words(word: str, before: str, following: str) -> Sequence[str]:
    """The words that a word is: itself, the two that a scan has joined, or that of which it is a part."""
    if found := _known_word(word):
        return [found]
    for cut in range(3, len(word) - 2):
        if word[:cut] in _IDEA_OF and word[cut:] in _IDEA_OF:
            return [word[:cut], word[cut:]]
    found = _known_word(word + following) or _known_word(before + word)
    return [found] if found else []


@lru_cache(maxsize=8192)
def _known_word(word: str) -> str | None:
    if word in _IDEA_OF:
        return word
    if len(word) < 5:
        return None
    found = process.extractOne(word, _LONG, scorer=fuzz.ratio, score_cutoff=_AS_WORD)
    return found[0] if found else None
