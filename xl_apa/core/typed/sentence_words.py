"""What the words beside a figure say: that it was done, that it was not (or not yet, or not surely), or nothing.

No list of words that take a figure back is ever complete. So a figure is taken for an achievement only where a sentence
says that something was done, or where nothing else than names stands beside it (`৩টি কর্মশালা`).
"""

from __future__ import annotations

import re
from functools import cache

from xl_apa.core.text.lookalikes import clean, for_reading
from xl_apa.core.text.months import ANY_SPELLING, CASE_ENDING
from xl_apa.core.text.numerals import WORD_VALUES
from xl_apa.core.typed.known_words import EVENT, KNOWN_DEED, fold, is_known, is_name, is_number_word, words_in

# ---- not, not yet, or not surely ------------------------------------------------------------------------------------

# What takes a figure back: not done, left to do, to be done, planned, about, more or less than. First whole words.
_WORDS = (
    "না|নি|নাই|নেই|নয়|নহে|হয়না|কম|বেশি|বেশী|অধিক|ঊর্ধ্বে|উর্ধ্বে|ঊর্ধ্ব|উর্ধ্ব|নিচে|নিম্নে|পূর্বে|আগে|পরে"
    "|পর|প্রায়|মতো|মত|অন্তত|কমপক্ষে|ন্যূনতম|নূন্যতম|ন্যুনতম|সর্বোচ্চ|সর্বনিম্ন|অনধিক|ছাড়া|ব্যতীত|বাদে"
    "|লক্ষ্য|টার্গেট|ধার্য|করণীয়(?! বিষয়)|পেন্ডিং|চলমান|চলছে|প্রক্রিয়াধীন|বাস্তবায়নাধীন|হবে|হইবে|হবেনা|করবে|করিবে"
    "|করবেন|করবো|করব|দেবে|দিবে|যাবে|যাইবে|নেবে|নিবে|থাকবে|পারবে|আসবে|পাঠাবে|পাবে|চলবে|হতে যাচ্ছে|হতে পারে"
    "|হচ্ছে|হইতেছে|চলিতেছে|যেতে পারে|যাইতে পারে|শুরু|আরম্ভ|আহ্বান|আহবান|আরও|আরো|পৌনে|সাড়ে|সোয়া|বাদ|ধরা"
    "|পর্যন্ত|(?<!জেলা )(?<!বিভাগীয় )(?<!জাতীয় )(?<!দপ্তর )(?<!মন্ত্রণালয় )পর্যায়ে"
    "|মুলতবী|হ্রাস|বৃদ্ধি|নোটিশ|খসড়া|বিজ্ঞপ্তি|দরপত্র|সময়সূচি|সময়সূচী|সময়সীমা|শেষ তারিখ"
    "|নির্দেশনা|সিদ্ধান্ত(?! বাস্তবায়)|অনুরোধ|আবেদন|প্রস্তাব|প্রস্তুতি|বরাদ্দ|চাহিদা|কমিটি গঠন|হবার|হওয়ার|কথা|পূর্বের"
    "|আগের|নির্ধারিত|নির্ধারণ|অনুমোদন চাওয়া"
    "|(?:গত|বিগত) (?:অর্থ ?)?(?:বছর|বৎসর|ত্রৈমাসিক|কোয়ার্টার|কোয়াটার|প্রান্তিক|মাস|সময়|প্রতিবেদন|সভা)(?:ে|ের|য়|র)?"
    "|(?:তারিখ|সময়|স্থান|দিন) (?:চূড়ান্ত|প্রকাশ)|নতুন (?:তারিখ|সময়|দিন)|(?:কর্ম)?পরিকল্পনায়"
    "|পরিকল্পনা (?:রয়েছে|আছে|করা|গ্রহণ|নেওয়া)|উদ্যোগ (?:নেওয়া|গ্রহণ)|যদি|হলে|হইলে|গেলে|পেলে|পাইলে|করলে"
    "|করিলে|দিলে|মিললে|থাকলে|পারলে|শর্তে|বিনা|প্রতি|প্রতিটি|প্রত্যেক|প্রত্যেকটি|গড়ে|দৈনিক|কাছাকাছি|খালি|বলা"
    "|জানানো|আলোচনা (?:করা|হয়েছে|চলছে)|ফেরত|ভুল|বিপরীতে|মৌখিক|মৌখিকভাবে|পথে|জন্যে|তুলনায়|চেয়ে|আশা|কতিপয়"
    "|যোগাযোগ (?:করা|অব্যাহত)|করতে|করিতে|ঠিক|সম্মতি|হাতে|অর্ধেক|আধা|অর্ধ|চলেছে|অনুমতি|কার্যাদেশ|বাজেট|উচিত"
    "|জরুরি|জরুরী|লাগবে|লাগে|শেষ সময়|শেষ দিন|সর্বশেষ"
)
_BEGINNINGS = (
    "অন্য|অপর|ভিন্ন|পূর্ববর্তী|বাকি|বাকী|অবশিষ্ট|বকেয়া|অসম্পন্ন|অসম্পূর্ণ|অসমাপ্ত|অনিষ্পন্ন|অনিস্পন্ন|অনিষ্পত্ত|অপূর্ণ|ঘাটতি|স্থগিত"
    "|বাতিল|মুলতবি|মুলতুবি|আগামী|আসন্ন|পরবর্তী|ভবিষ্যৎ|ভবিষ্যত|সম্ভাব|সম্ভব|প্রস্তাবিত|পরিকল্পিত|পরিকল্পনাধীন"
    "|প্রত্যাশ|লক্ষ্যমাত্রা|লক্ষমাত্রা|অপেক্ষ|আনুমানিক|অনুমান|কমবেশি|কম-বেশি|অনুষ্ঠিতব্য|অনুমোদনাধীন|আংশিক"
    "|প্রাক্কল|প্রক্ষেপ|বেড়ে|কমে|কমান|কমতি|আবেদিত|সাপেক্ষ|প্রয়োজন|দরকার|আবশ্যক|চাওয়া|চাহি|অনিশ্চ|সন্দেহ"
    "|সংশয়|বিলম্ব|পিছি|পেছা|ব্যর্থ|বন্ধ|প্রত্যাখ্যা|প্রত্যাহার|প্রত্যাহৃত|অগ্রাহ্য|নামঞ্জুর|খারিজ|ব্যতিরেক"
    "|অনুপস্থিত|চেষ্টা|প্রচেষ্টা|তাগিদ|তাগাদা|মেয়াদ|কার্যকর|পরিবর্তে|ছুঁই|বাধাগ্রস্ত|মনোনয়ন|আমন্ত্রণ|মতামত"
    "|অবহিত|শর্তসাপেক্ষ|প্রতীক্ষ|অনাদায়|অনর্জিত|অবাস্তবায়িত|অসফল|ত্রুটিপূর্ণ|বিলুপ্ত|কর্তন|অপসারণ|বর্জন"
    "|ছাঁটাই|সমর্পণ|নির্দেশ|অঙ্গীকার|প্রতিশ্রুত|অভিযোগ|আপত্তি|ডাকা|নষ্ট|পরিত্যক্ত|আটক|আটকে|হারিয়ে"
)
# Not done (হয়নি, করিনি, হয়নাই), under way (পর্যালোচনাধীন, but not আওতাধীন দপ্তর), a plan for it (আয়োজনের পরিকল্পনা), what
# may be or has to be done (অর্জনযোগ্য, প্রেরিতব্য).
_ENDS = "(?:ে|য়|(?<![তযচ])ি|[নই])নি|(?:ে|য়|ি|ন)নাই|(?<!আওত)(?<!স্ব)(?<!প্রতিবেদন)াধীন|র পরিকল্পনা|যোগ্য|িতব্য"
# Four to be done: what follows the figure is what it is for.
_PURPOSE = re.compile(rf"{clean('র (?:জন্য|লক্ষ্যে|নিমিত্ত|নিমিত্তে|উদ্দেশ্যে|অপেক্ষায়|বিষয়ে|ব্যাপারে|সম্পর্কে|প্রসঙ্গে)')}(?![ঁ-৾])")
_EACH = re.compile(clean(r"\d\s*(?:টি|টা|জন|বার|%)?\s*(?:করে|হারে)(?![ঁ-৾])"))
_DIGIT, _SENTENCE_END = re.compile(r"\d"), re.compile("[।;]")
_ENGLISH = (
    "not|no|none|never|cannot|pending|due|plan|plans|planned|planning|target|targets|targeted|will|would"
    "|shall|should|may be|to be|remain|remains|remaining|left|balance|incomplete|unfinished|upcoming|next"
    "|scheduled?|tentative|tentatively|expect(?:s|ed)?|propos(?:al|ed)|probabl[ey]|appro?x(?:imate|imately)?"
    "|about|around|nearly|almost|circa|roughly|estimated?|more|over|above|least|minimum|min|less|under|below"
    "|most|maximum|max|before|after|within|by|until|till|start(?:s|ed|ing)?|begun|began|begins|draft(?:ed)?"
    "|partial(?:ly)?|partly|half|deadline|last date|notice|tender|invited|decided|decision|request(?:s|ed)?"
    "|applied|appl(?:y|ies)|forecast|projected|(?:last|previous) (?:fiscal )?year|increased?|decreased?|if"
    "|unless|according|in response|with reference|in reply|when|once|being|zero|nil|goal|commit(?:ted|ment)?"
    "|promised?|overdue|outstanding|awaiting|waiting|subject|needs?|needed|required?|requires|unlikely|likely"
    "|hopefully|hope|can|could|might|must|rejected|refused|returned|hold|tbd|tbc|tba|process|per|each|every"
    "|average|avg|upto|up to|instead|asked|reminder|aprox|effective|w\\.?e\\.?f|since|wrong|error|mistake"
    "|delay|lacking|short|aim(?:s|ed)?|cancel(?:l?ed)?|postponed?|delayed|yet|except|without|missing|failed"
    "|in progress|ongoing|on-going"
)
_PROMISED = re.compile(clean("(?:মধ্যে|নাগাদ)(?![ঁ-৾])"))


# Compiled when it is first asked for: Excel waits for the import.


@cache
def _withheld_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![ঀ-৿])(?:(?:{clean(_WORDS)})[ইও]?(?![ঁ-৾])|(?:{clean(_BEGINNINGS)}))|(?:{clean(_ENDS)})(?![ঁ-৾])"
        rf"|(?<![a-z])(?:{_ENGLISH})(?![a-z])|n't(?![a-z])|[~≈≥≤<>±+?]"
    )


def is_withheld(text: str) -> bool:
    """Return whether a sentence says that its figures are not, or not yet, or not surely achieved: `৪টি বাকি`."""
    plain = for_reading(text)
    return bool(_withheld_pattern().search(plain) or _EACH.search(plain)) or any(
        map(_names_a_purpose, _SENTENCE_END.split(plain))
    )


def takes_back(words: str) -> bool:
    """Return whether words beside a figure say that it is not, or not yet, or not surely achieved: `by`, `(due)`."""
    return is_withheld(words) or bool(_PROMISED.search(for_reading(words)))


def _names_a_purpose(sentence: str) -> bool:
    figure = _DIGIT.search(sentence)
    return figure is not None and bool(_PURPOSE.search(sentence, figure.end()))


# ---- done -----------------------------------------------------------------------------------------------------------

# Verbs of the past; all but "made" need a word that is known for an achievement: there was a meeting (সভা হয়েছে).
_MADE = "(?:করা|করানো) (?:হয়েছে|হইয়াছে|হয়েছিল|হয়|হলো|হল|হইল)|(?:কর|করি)(?:েছে|েছি|েছেন|েছিল|য়াছে|য়াছেন)"
_WAS = "(?:হয়েছে|হইয়াছে|হয়েছিল|হয়|হলো|হইল|(?:দেওয়া|দেয়া|পাঠানো|নেওয়া) হয়েছে|(?:দি|পাঠি)য়েছে(?:ন)?)"
# Called done by itself: 3টি সম্পন্ন, but not সম্পন্ন করার নির্দেশ.
_PARTICIPLES = (
    "সম্পন্ন|সম্পাদিত|সমাপ্ত|অনুষ্ঠিত|আয়োজিত|প্রেরিত|প্রকাশিত|অর্জিত|নিষ্পন্ন|বাস্তবায়িত|প্রদত্ত"
    "|স্বাক্ষরিত|প্রণীত|উপস্থাপিত|স্থাপিত|চালু|পালিত|উদযাপিত"
)
_MADE_SO = "[ক-হ][ঁ-৾]*কৃত"
_NOT_TO_BE = "(?! *(?:কর|হও|হত|হয়ে|হব|প্রায়))"
_AT_THE_END = "প্রেরণ|প্রদান|দাখিল|জারি|নিষ্পত্তি|অর্জন|আয়োজন|আপলোড|প্রকাশ|বাস্তবায়ন"
_DONE_ENGLISH = (
    "done|held|completed?|conducted|organi[sz]ed|arranged|submitted|sent|achieved|achievement|issued"
    "|published|uploaded|updated|finished|implemented|finali[sz]ed|delivered|provided|trained|signed"
    "|disposed"
)

LONGEST = 2_000
"""Characters: a longer text is no sentence and no value; looking for one in it takes as long as its square."""
_CLAUSE_END = re.compile(r"[।;(),]")

# Compiled when they are first asked for: Excel waits for the import.


@cache
def _phrases(of_day: bool) -> tuple[re.Pattern[str], ...]:
    """What a sentence may tell beside what was done, whatever it is called: who led it, what it was about, and when."""
    led = clean("সভাপতিত্বে|উপস্থিতিতে|নেতৃত্বে|অংশগ্রহণে|সহযোগিতায়|সহায়তায়|উদ্যোগে")
    ordinal = rf"(?:\d+(?:{clean('ম|য়|র্থ|ষ্ঠ|তম')}) )?"
    about = clean("বিষয়ক|বিষয়ে|সংক্রান্ত|সম্পর্কিত|শীর্ষক")
    counted = rf"(?:\d+ ?(?:\([^()]*\) ?)?(?:{clean('টি|টা')})? ?)?"
    ordinals, quarters = clean("প্রথম|দ্বিতীয়|তৃতীয়|চতুর্থ"), clean("ত্রৈমাসিক|প্রান্তিক|কোয়ার্টার|কোয়াটার")
    patterns = (
        rf"[^\d।;,()]*(?:{led})(?![ঁ-৾])",
        rf"{ordinal}(?:[^\W\d_][^\s\d,;।()]* ){{1,4}}(?:{about}) (?={counted}{EVENT})",
        rf"(?:{ordinals}) (?:{quarters})[ঁ-৥]*",
        # Between a day and "dated" stands its era, as whatever a scan has read it: `২১/০৯/২০২৩ বি. তারিখে`.
        rf"(?<=\d) ?[ঁ-৥]{{1,4}}\. ?(?={clean('তারিখ')})",
        # The months of a period are no days on which something is still to be done.
        rf"(?<![ঀ-৿a-z]){ANY_SPELLING}\.? ?- ?{ANY_SPELLING}{CASE_ENDING}(?![ঁ-৾a-z])",
    )
    return tuple(re.compile(pattern) for pattern in (patterns[:-1] if of_day else patterns))


@cache
def _done_pattern() -> re.Pattern[str]:
    numbers = f"(?<![ঀ-৿])(?:{'|'.join(map(re.escape, map(fold, WORD_VALUES)))})"
    counted = rf"(?:\d|{numbers}) ?(?:{fold(clean('টি|টা|জন|বার|%|শতাংশ'))})?"
    known = rf"(?<![ঀ-৿]){KNOWN_DEED}"
    return re.compile(
        rf"(?:{fold(clean(_MADE))}|(?:{counted}|{known})[)\]]? {fold(clean(_WAS))}"
        rf"|(?<![ঀ-৿])(?:(?:{fold(clean(_PARTICIPLES))}|{_MADE_SO})[ইও]?(?![ঁ-৾]){fold(clean(_NOT_TO_BE))}"
        rf"|(?:{fold(clean(_AT_THE_END))})(?= *(?:[।;,.)]|$))))(?![ঁ-৾])|(?<![a-z])(?:{_DONE_ENGLISH})(?![a-z])"
    )


def says_done(text: str) -> bool:
    """Return whether a sentence says that something was done: `৩টি সভা অনুষ্ঠিত হয়েছে`."""
    return bool(_done_pattern().search(fold(for_reading(text))))


def is_named_only(text: str, *, of_day: bool = False) -> bool:
    """Return whether nothing else than names of things and people stands beside the figures of a text.

    `of_day`: its figures are those of a day, beside which the name of a month says no more.
    """
    return all(is_name(word, of_day=of_day) for word in words_in(for_reading(text)))


def is_achieved(text: str, *, of_day: bool = False) -> bool:
    """Return whether the figures of a text are an achievement.

    It takes none back, and says nothing else; or says that it was done in words that are all understood.
    """
    if len(text) > LONGEST or is_withheld(text):
        return False
    plain = for_reading(text)
    for phrase in _phrases(of_day):
        plain = phrase.sub(" ", plain)
    return is_named_only(plain, of_day=of_day) or (says_done(text) and _is_understood(plain, of_day))


def _is_understood(plain: str, of_day: bool) -> bool:
    return all(
        is_known(word, of_day=of_day, beside_figure=_has_figure(clause))
        for clause in _CLAUSE_END.split(plain)
        for word in words_in(clause)
    )


def _has_figure(clause: str) -> bool:
    return bool(_DIGIT.search(clause)) or any(map(is_number_word, words_in(clause)))
