"""The words of reports that are understood beside a figure: a sentence with any other word is not understood.

No list of words that take a figure back is ever complete, nor one of what else can be "made": `৪টি ভেন্যু চূড়ান্ত করা হয়েছে`.
So this one names what an achievement consists of: the things that are counted, who and where, in which way, and the
deeds that finish something. Sources: titles of indicators and what offices write into published reports.
"""

from __future__ import annotations

import re
from functools import cache

from xl_apa.core.text.lookalikes import clean
from xl_apa.core.text.months import BANGLA_CALENDAR, CASE_ENDING, SPELLINGS, WEEKDAYS
from xl_apa.core.text.numerals import COUNTERS, ENGLISH_COUNTERS, PERCENT_SIGNS, WORD_VALUES

# ---- names: nothing is said of a figure beside which nothing else stands ---------------------------------------------

_EVENTS = "সভা|কর্মশালা|ওয়ার্কশপ|সেমিনার|প্রশিক্ষণ|ট্রেনিং|সেশন|প্রদর্শনী|শোকেসিং|মেলা|বৈঠক|গণশুনানি|শুনানি|দিবস|কোর্স"
EVENT = f"(?:{clean(_EVENTS)})"
"""A pattern for what is held, of which a topic is told: `… বিষয়ক ৩টি কর্মশালা`."""
PAPER = f"(?:{clean('প্রতিবেদন|কার্যবিবরণী|পত্র|তথ্য|নথি|নোট|ক্যালেন্ডার|ম্যানুয়াল|কর্মপরিকল্পনা|তারিখ|কক্ষ|বিষয়')})"
"""A pattern for what is written or laid down about an event: `৪টি সভা প্রতিবেদন` are not four meetings."""
_THINGS = (
    f"{_EVENTS}|লার্নিং|প্রতিবেদন|পত্র|সেবা|উদ্যোগ|ধারণা"
    "|উদ্ভাবনী|উদ্ভাবন|ইনোভেশন|আইডিয়া|ডাটাবেজ|বাতায়ন|তথ্য|নোট|নথি|ফাইল|দপ্তর|অধিদপ্তর|সংস্থা|অফিস|বিভাগ"
    "|বিভাগীয়|মন্ত্রণালয়|জেলা|উপজেলা|শাখা|কর্মকর্তা|কর্মচারী|কর্মপরিকল্পনা|বাস্তবায়ন|নিষ্পত্তি|কোয়ার্টার"
    "|কোয়াটার|ত্রৈমাসিক|অর্ধবার্ষিক|ষান্মাসিক|বার্ষিক|মাসিক|মাস|অর্থবছর|অর্থবছ|সাল|সন|হার|শতকরা|অগ্রগতি"
    "|অর্জন|মোট|সর্বমোট|সংখ্যা|পরিমাণ|মাত্র|তারিখ|তাং|রোজ|গত|বিগত|ইং|ই|এ|এর|এই|ও|এবং|হতে|থেকে|হইতে|বিষয়ক"
    "|সংক্রান্ত|সম্পর্কিত|আওতাধীন|নিজ|নিজস্ব|শুধু|ইতোমধ্যে|ইতিমধ্যে|আয়োজন|প্রণয়ন|হালনাগাদ|হালনাগাদকরণ"
    "|পর্যালোচনা|স্বমূল্যায়ন|স্মার্ট|বাংলাদেশ|বিনির্মাণ|ডিজিটাল|সহজিকরণ|ডিজিটাইজেশন|অনুযায়ী|মোতাবেক|মাধ্যমে"
    "|বাংলা|বঙ্গাব্দ|হিজরি|সময়|স্মারক|নং"
)
_ERAS = "খ্রিষ্টাব্দ|খ্রিস্টাব্দ|খ্রীষ্টাব্দ|খ্রীস্টাব্দ|খৃষ্টাব্দ|খৃস্টাব্দ|খ্রি|খ্রী|খৃ|ইংরেজি"
_NAMES_ENGLISH = (
    "total|date|dated|on|the|of|in|to|and|from|training|trainings|workshops?|meetings?|seminars?|sessions?"
    "|reports?|files?|notes?|offices?|services?|quarter|rate|progress|only|out"
)
_ENDING = "(?:টির|টিতে|টিকে|টি|সমূহের|সমূহে|সমূহ|গুলোর|গুলো|গুলি|য়ের|ের|র|ে|য়|তে|কে)?[ইও]?"
OF_NAME = rf"(?!(?:{clean(_THINGS)})(?![ঁ-৾]))(?:{clean(_THINGS)})র"
"""A pattern for a name in the genitive: সভার, but not সেমিনার."""

# ---- words of a sentence --------------------------------------------------------------------------------------------

_MORE_THINGS = (
    "কার্যক্রম|কাজ|প্রকল্প|মতবিনিময়|সমন্বয়|নৈতিকতা|কমিটির|টিমের|অংশীজন|স্টেকহোল্ডার|সেবাগ্রহীতা|পরিপত্র|আদেশ"
    "|প্রজ্ঞাপন|গেজেট|নীতিমালা|বিধিমালা|প্রবিধানমালা|আইন|নির্দেশিকা|ম্যানুয়াল|গাইডলাইন|সিটিজেন|সিটিজেনস|চার্টার"
    "|চুক্তি|সমঝোতা|সফটওয়্যার|সফটওয়ার|অ্যাপ|অ্যাপস|সিস্টেম|ওয়েবসাইট|ওয়েব|পোর্টাল|ক্যালেন্ডার|বুকলেট"
    "|লিফলেট|পুস্তিকা|সাময়িকী|নিউজলেটার|শুদ্ধাচার|সপ্তাহ|গবেষণা|কার্যবিবরণী|এপিএ|এনআইএস|অভিজ্ঞতা|বিনিময়"
    "|সরকারি|জাতীয়|দাপ্তরিক|অভ্যন্তরীণ|নতুন|গভর্ন্যান্স|গভর্নেন্স|ফাইলিং|কর্মসম্পাদন|সুশাসন|অধিকার|প্রতিশ্রুতি"
    "|উন্নয়ন|সক্ষমতা|দক্ষতা|বিষয়|বিষয়ে|শীর্ষক|নামক|উপলক্ষে|উপলক্ষ্যে|উপর|ওপর|সিদ্ধান্ত|প্রান্তিক|পর্যায়ের|পর্যায়ে|ব্যবহার|প্রতিবেদনাধীন|চলতি|বর্তমান"
)
_WHO_AND_WHERE = (
    "সচিব|মহোদয়|মাননীয়|মহাপরিচালক|পরিচালক|উপপরিচালক|উপ|মন্ত্রী|চেয়ারম্যান|জনাব|চিফ|চীফ|অফিসার|সভাপতি|সদস্য"
    "|কার্যালয়|মন্ত্রিপরিষদ|প্রতিষ্ঠান|অনুবিভাগ|অধিশাখা|ইউনিট|সেল|কমিশন|বোর্ড|একাডেমি|সম্মেলন|কক্ষ|মিলনায়তন|পরিষদ|প্রশাসন|ভবন|অডিটোরিয়াম|হলরুম|সচিবালয়"
    "|মহাশালয়|স্থানীয়|বরাবর|নিকট|কর্তৃক|সকল|উক্ত|অত্র|আমাদের|আমরা|আমি|তিনি|ঢাকা"
)
_BY_WHAT_MEANS = "অনলাইন|ভার্চুয়াল|জুম|গুগল|মিট|মিটিং|প্ল্যাটফর্ম|প্লাটফর্ম|প্ল্যাটফরম|ইমেইল|মেইল|মাইগভ|ডি"
_IN_WHICH_WAY = (
    "সফলভাবে|সফলতার|সাথে|সঙ্গে|যথাসময়ে|সময়মতো|সুষ্ঠুভাবে|যথাযথভাবে|যথারীতি|নিয়মিত|নিয়মিতভাবে|যৌথভাবে|সরাসরি"
    "|সশরীরে|ভার্চুয়ালি|ডাকযোগে|চূড়ান্তভাবে|পূর্ণাঙ্গ|পূর্ণাঙ্গভাবে|সম্পূর্ণ|সদয়|অনুমোদনক্রমে|দিন|দিনের|দিনব্যাপী|ব্যাপী|ব্যাপি"
    "|ঘণ্টা|ঘন্টা|ঘণ্টাব্যাপী|ঘন্টাব্যাপী|সকাল|বিকাল|বিকেল|দুপুর|অপরাহ্ণ|অপরাহ্ন|পূর্বাহ্ণ|পূর্বাহ্ন|ঘটিকা|ঘটিকায়|টায়"
    "|আওতায়|আলোকে|প্রেক্ষিতে|পরিপ্রেক্ষিতে|অনুসারে|মূলে|স্মারকমূলে|জন্য|লক্ষ্যে|উদ্দেশ্যে|নিমিত্ত|মধ্যে|পর্যন্ত|মেয়াদি"
    "|বিশেষ|একদিনের|শুভ|নিয়ে"
)
# শ্রেণণ (and মহাশালয় above) is what a scanner makes of প্রেরণ (of মন্ত্রণালয়).
_DEEDS = (
    "অনুষ্ঠিত|সম্পন্ন|সম্পাদিত|সম্পাদন|সমাপ্ত|শেষ|প্রেরণ|প্রেরিত|প্রদান|প্রদত্ত|দাখিল|জারি|প্রকাশ|প্রকাশিত"
    "|বাস্তবায়িত|প্রণীত|অর্জিত|নিষ্পন্ন|আপলোড|স্থাপন|স্থাপিত|তৈরি|স্বাক্ষর|স্বাক্ষরিত|উদ্বোধন|পরিদর্শন"
    "|উপস্থাপন|উপস্থাপিত|আয়োজিত|চালু|যুক্ত|চূড়ান্ত|পালিত|পালন|উদযাপন|উদ্‌যাপন|উদযাপিত|সহজিকৃত|ডিজিটাইজ|ডিজিটাইজড|শ্রেণণ"
    "|আয়োজন|প্রণয়ন|হালনাগাদ|নিষ্পত্তি"
)
_VERBS = (
    "করা|করানো|করে|দেওয়া|দেয়া|পাঠানো|নেওয়া|হয়েছে|হইয়াছে|হয়েছিল|হয়|হলো|হল|হইল|করেছে|করেছি|করেছেন|করেছিল"
    "|করিয়াছে|করিয়াছেন|দিয়েছে|দিয়েছেন|দিয়েছি|পাঠিয়েছে|পাঠিয়েছেন|পাঠিয়েছি|আছে|রয়েছে"
)
_ENGLISH = (
    "a|an|at|for|through|via|with|was|were|is|are|has|have|had|been|this|all|our|by|done|held|completed?|conducted"
    "|organi[sz]ed|arranged|submitted|sent|achieved|achievement|issued|published|uploaded|updated|finished|implemented"
    "|finali[sz]ed|delivered|provided|trained|signed|disposed|e|nothi|d|website|web|portal|online|zoom"
    "|ministry|division|department|cabinet|action|innovation|officers?|learning|showcasing|successfully"
    "|order|circular|annual|quarterly|monthly|half|yearly|st|report|database|q[1-4]"
)
_MORE_ENDINGS = "(?:দের|দেরকে|গণের|গণ|বৃন্দের|বৃন্দ|সমূহকে|গুলোতে|য়ে)"
# In what has no figure beside it: (প্রমাণক সংযুক্ত).
_EVIDENCE = "প্রমাণক|প্রমাণ|সংযুক্ত|সংযুক্তি|সংলগ্ন|কপি|ছবি|নোটিশ|হাজিরা|দ্রষ্টব্য|হিসেবে|হিসাবে|evidence|attached|copy|enclosed"

# Spellings that go back and forth, also wrong ones: অনুষ্ঠীত, অনুষ্টিত, শোকেজিং.
_FOLDED = str.maketrans(
    {"ী": "ি", "ূ": "ু", "ঈ": "ই", "ঊ": "উ", "ণ": "ন", "শ": "স", "ষ": "স", "ঠ": "ট", "ঁ": None, "\u200c": None}
)
_MONTH = re.compile(rf"(?:{'|'.join(map(re.escape, (*SPELLINGS, *BANGLA_CALENDAR)))}){CASE_ENDING}")
_BESIDE = frozenset(
    {
        *map(clean, ("ম", "য়", "র্থ", "ষ্ঠ", "লা", "রা", "ঠা", "শে", "st", "nd", "rd", "th", "ad", *COUNTERS)),
        *(
            part
            for sign in (*PERCENT_SIGNS, *ENGLISH_COUNTERS, "শতভাগ", "দশমিক")
            for part in re.findall(r"\w[ঁ-৾\w]*", clean(sign))
        ),
        *WEEKDAYS,
        *(part for word in WORD_VALUES for part in re.split("[ '-]", word)),
    }
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[ঁ-ঃ়-্ৗৢৣ])*")
_SHORTEST, _LONGEST = 2, 40
"""Letters of a word that may be joined to another, and of both together."""
_COUNTED_WORD = re.compile(clean("(?:টি|টা|টো|টে|জন|টির|খানা|খানি)[ইও]?$"))


def is_name(word: str, *, of_day: bool = False) -> bool:
    """Return whether a word is the name of a thing, a counter, or a number: it says nothing of the figure beside it.

    `of_day`: a month says no more beside the figures of a day.
    """
    return (
        word in _BESIDE
        or bool(_name_pattern().fullmatch(word))
        or _COUNTED_WORD.sub("", word) in _BESIDE
        or (of_day and bool(_MONTH.fullmatch(word)))
    )


def is_known(word: str, *, of_day: bool = False, beside_figure: bool = True) -> bool:
    """Return whether a word of a sentence is understood, also where it is spelt a little wrong."""
    if is_name(word, of_day=of_day):
        return True
    folded = fold(word)
    return bool(_word_pattern().fullmatch(folded)) or (
        not beside_figure and bool(_evidence_pattern().fullmatch(folded))
    )


def apart(plain: str) -> str:
    """Return a text with a blank where one is missing between two words that are understood: `করাহয়েছে`, `১টিসভা`."""
    return _WORD.sub(lambda match: match[0] if is_known(match[0]) else _in_two(match[0]), plain)


def _in_two(word: str) -> str:
    if len(word) > _LONGEST:
        return word
    places = (at for at in range(_SHORTEST, len(word) - _SHORTEST + 1) if is_known(word[:at]) and is_known(word[at:]))
    at = next(places, None)
    return word if at is None else f"{word[:at]} {word[at:]}"


def words_in(plain: str) -> list[str]:
    """Return the words of a text that `for_reading` has gone over."""
    return [word.rstrip("ঃ") for word in _WORD.findall(plain)]


def is_number_word(word: str) -> bool:
    """Return whether a word is a number, with or without a counter: `তিন`, `তিনটি`."""
    return word in WORD_VALUES or _COUNTED_WORD.sub("", word) in WORD_VALUES


def fold(text: str) -> str:
    """Return a text in one spelling of what sounds the same: `অনুষ্ঠীত` and `অনুষ্টিত` are `অনুষ্ঠিত`, all three folded."""
    return text.translate(_FOLDED)


_DEEDS_AND_NAMES = rf"(?:(?:{_DEEDS})|(?:{_THINGS})(?:{_ENDING}))"
KNOWN_DEED = fold(clean(_DEEDS_AND_NAMES))
"""A pattern, for folded text, of what "was": `অনুষ্ঠিত হয়েছে`, `সভা হয়েছে`."""

_NOT_IN = "টিতে|টিকে|সমূহে|সমূহকে|গুলোতে|দের|দেরকে|কে|তে|য়|ে"
_OF_ANYTHING = "আওতাধীন|সরকারি|বেসরকারি|উপজেলা|জেলা|মাঠ|অধীনস্থ|বিভাগীয়|স্থানীয়|নতুন"
BY_OR_IN = (
    rf"(?:(?:{clean(_OF_ANYTHING)}) )?(?:{clean(f'{_THINGS}|{_MORE_THINGS}|{_WHO_AND_WHERE}')})"
    rf"(?:(?:{clean(_NOT_IN)})|(?:{clean('সমূহ')})? (?:{clean('হতে|থেকে|হইতে|কর্তৃক|বরাবর|নিকট|নিয়ে')}))"
)
"""A pattern for a name that is where, to whom or by whom something is done: `দপ্তরে`, `কর্মকর্তাকে`, `সংস্থা হতে`."""

# Compiled when they are first asked for: Excel waits for the import.


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{clean(_THINGS)}|{clean(_ERAS)})(?:{clean(_ENDING)})|{_NAMES_ENGLISH}")


@cache
def _word_pattern() -> re.Pattern[str]:
    names = "|".join((_THINGS, _ERAS, _MORE_THINGS, _WHO_AND_WHERE, _BY_WHAT_MEANS))
    ends = f"(?:{_ENDING}|{_MORE_ENDINGS})"
    return re.compile(
        fold(
            clean(
                rf"(?:{names})(?:{ends})|(?:{_DEEDS})(?:কৃত|করা)?(?:{_ENDING})|(?:{_IN_WHICH_WAY}|{_VERBS})[ইও]?|{_ENGLISH}"
            )
        )
    )


@cache
def _evidence_pattern() -> re.Pattern[str]:
    return re.compile(fold(clean(_EVIDENCE)))
