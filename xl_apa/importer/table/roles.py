"""What a heading says its column holds, in any spelling: `কর্মসম্পাদন শূচক`, `গ্রেমারিক তিভিতে মূল্যায়ন অর্জন`, `Unit`.

Sources of the headings: the official form, the two reports, and reports of other offices and years.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Tier
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.months import ANY_SPELLING, SPELLINGS
from xl_apa.core.text.numerals import clean, parse_number, parse_percent
from xl_apa.importer.table.words.periods import quarter_in
from xl_apa.importer.table.words.vocabulary import Idea, spoken_of


class Role(StrEnum):
    """What a column of a report's table holds.

    `TARGET` with the tier's percent, without one where a table has a single target. `QUARTER` is one quarter's own
    figure of several side by side; `ACHIEVED` the figure that the report is about. `PAST` is what another year
    achieved, `PROJECTION` what a later one plans. `LINE` says which of two lines an indicator has is this one. `MONTH`
    is a month's own figure, `PLANNED` a quarter's or a month's own target. `RATE` is the achievement as a share of its
    target, `OTHER` anything that marks do not come from.
    """

    SERIAL = "serial"
    AREA = "area"
    AREA_WEIGHT = "area-weight"
    ACTIVITY = "activity"
    INDICATOR = "indicator"
    UNIT = "unit"
    WEIGHT = "weight"
    PAST = "past"
    TARGET = "target"
    PROJECTION = "projection"
    ACHIEVED = "achieved"
    QUARTER = "quarter"
    YEAR = "year"
    CLAIMED = "claimed"
    REMARKS = "remarks"
    EVIDENCE = "evidence"
    RESPONSIBLE = "responsible"
    LINE = "line"
    MONTH = "month"
    PLANNED = "planned"
    RATE = "rate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column is, and how sure (0 to 100): as like its heading is to a known one. `month`: 1 is January."""

    role: Role
    percent: float | None = None
    quarter: Quarter | None = None
    sure: float = 100
    month: int | None = None


_SPELLINGS: Mapping[Role, tuple[str, ...]] = {
    Role.SERIAL: ("ক্রম", "ক্রমিক", "ক্রমিক নং", "ক্রমিক নম্বর", "ক্রঃ নং", "sl", "sl no", "serial", "no"),
    Role.AREA: (
        *("কর্মসম্পাদন ক্ষেত্র", "কৌশলগত উদ্দেশ্য", "উদ্দেশ্য", "ক্ষেত্র", "performance area"),
        *("objectives", "objects", "strategic objective"),
    ),
    Role.AREA_WEIGHT: (
        *("মান", "ক্ষেত্রের মান", "কৌশলগত উদ্দেশ্যের মান", "উদ্দেশ্যের মান", "বিষয়ের মান", "weight of subject"),
        "area weight",
    ),
    Role.ACTIVITY: ("কার্যক্রম", "কার্যক্রমের নাম", "activities", "activity"),
    Role.INDICATOR: (
        *("কর্মসম্পাদন সূচক", "সূচক", "সূচকসমূহ", "কর্মসম্পাদন সূচকসমূহ", "performance indicators", "indicator"),
        "performance indicator",
    ),
    Role.UNIT: ("একক", "পরিমাপের একক", "unit", "unit of measurement"),
    Role.WEIGHT: (
        *("কর্মসম্পাদন সূচকের মান", "সূচকের মান", "সূচক এর মান", "weight"),
        *("weight of performance indicators", "indicator weight"),
    ),
    Role.PROJECTION: ("প্রক্ষেপণ", "প্রক্ষেপিত", "projection", "পরবর্তী বছরের প্রক্ষেপণ"),
    Role.CLAIMED: (
        *("স্কোর", "প্রাপ্ত নম্বর", "প্রাপ্ত স্কোর", "অর্জিত মান", "অর্জিত নম্বর", "নম্বর", "স্কোর marks", "marks", "score"),
        *("দাবিকৃত নম্বর", "প্রাপ্ত মান"),
    ),
    Role.REMARKS: ("মন্তব্য", "মন্তব্য যদি থাকে", "remarks", "comments"),
    Role.EVIDENCE: (
        *("প্রমাণক", "প্রমাণকের নাম", "প্রমাণক সংযোজন করা হয়েছে কিনা", "প্রমানক", "প্রমাণক সংযুক্ত", "evidence"),
        *("প্রমাণক সংযুক্ত কিনা", "evidence attached", "প্রমাণক আছে কি না"),
    ),
    Role.RESPONSIBLE: (
        *("বাস্তবায়নের জন্য দায়িত্বপ্রাপ্ত শাখা", "দায়িত্বপ্রাপ্ত কর্মকর্তা", "বাস্তবায়নে দায়িত্বপ্রাপ্ত ব্যক্তি পদ"),
        *("দায়িত্বপ্রাপ্ত শাখা", "বাস্তবায়নের জন্য দায়িত্বপ্রাপ্ত", "responsible", "responsible branch"),
    ),
    Role.LINE: ("লক্ষ্যমাত্রা অর্জন", "লক্ষ্যমাত্রা ও অর্জন", "target achievement"),
    Role.TARGET: (
        *("লক্ষ্যমাত্রা", "লক্ষ্যমাত্রা নির্ণায়ক", "বাৎসরিক লক্ষ্যমাত্রা", "বার্ষিক লক্ষ্যমাত্রা", "target", "targets"),
        *("অর্থবছরের লক্ষ্যমাত্রা", "target criteria value for fy", "বছরের লক্ষ্যমাত্রা", "annual target"),
    ),
    Role.PAST: ("প্রকৃত অর্জন", "বিগত বছরের অর্জন", "গত বছরের অর্জন", "পূর্ববর্তী বছরের প্রকৃত অর্জন"),
    Role.YEAR: ("মোট অর্জন", "সর্বমোট অর্জন", "ক্রমপুঞ্জিত অর্জন", "ক্রমপুঞ্জিভূত অর্জন", "total achievement"),
    Role.ACHIEVED: (
        *("অর্জন", "ত্রৈমাসিক ভিত্তিতে মূল্যায়ন অর্জন", "ত্রৈমাসিক অর্জন", "অর্ধবার্ষিক অর্জন", "achievement", "অগ্রগতি"),
        *("প্রকৃত অর্জন পর্যন্ত", "অর্জন পর্যন্ত", "বাস্তবায়ন অগ্রগতি", "প্রান্তিক অর্জন", "achieved"),
    ),
}
_TIERS = {
    "অসাধারণ": 100.0,
    "excellent": 100.0,
    "অতি উত্তম": 90.0,
    "very good": 90.0,
    "উত্তম": 80.0,
    "good": 80.0,
    "চলতি মান": 70.0,
    "fair": 70.0,
    "চলতি মানের নিম্নে": 60.0,
    "poor": 60.0,
}
TIER_NAMES = {percent: name for name, percent in _TIERS.items() if not name.isascii()}
"""What the form calls its tiers, by percent."""
SINGLE_TARGET = "লক্ষ্যমাত্রা"
"""What the column of a plan with a single annual target is called."""
_LIKE = 74
"""As like as this a heading must be to a known one, of 100; below it stand words that are no heading."""
_SAME, _SAME_TIER = 92, 88
"""As like as this a heading is a known one, whatever its words are; and a tier the plan's own."""
BARE = 50
"""So sure is a heading that says it is a total and not of what: `মোট`."""
_LONGEST, _SHORT = 120, 12
"""Letters of the longest heading; and of the longest that names a quarter and nothing else."""

_NO_LETTERS = re.compile(r"[^a-zঀ-৥ৰ-৿]+")
_ENGLISH_BEHIND = re.compile(r"\([a-z][^()]*\)?")
_ACHIEVED_WORD = "অর্জন"
_UNTIL = re.compile(clean("পর্যন্ত|হালনাগাদ"))
_WHOLE_YEAR = re.compile(rf"{clean('জুলাই')}[^ঀ-৥a-z]*{clean('জুন')}")
_MONTH = re.compile(rf"({ANY_SPELLING})[\s,'’/-]*(?:(?:20)?[0-9]{{2}})?")  # and nothing else


def _known() -> dict[str, tuple[Role, float | None]]:
    known: dict[str, tuple[Role, float | None]] = {}
    for role, spellings in _SPELLINGS.items():
        for spelling in spellings:
            known[_bare(spelling)] = role, None
    for name, percent in _TIERS.items():
        known[_bare(name)] = Role.TARGET, percent
    return known


def _bare(text: str) -> str:
    """The letters of a heading alone: scans put blanks into words, and leave them out between two."""
    return _NO_LETTERS.sub("", for_reading(text))


_KNOWN = _known()


@lru_cache(maxsize=4096)  # headings are the same on every page
def heading_of(text: str, year: FiscalYear | None = None, tiers: tuple[Tier, ...] = ()) -> Heading | None:
    """Return what a heading says its column holds; None for a text that is none.

    `year` is the report's fiscal year, `tiers` those of its plan, which may have names of their own.
    """
    plain = for_reading(text)
    if not plain or len(plain) > _LONGEST:
        return None
    percent = parse_percent(plain) if "%" in plain else None
    if percent and 0 < percent[0] <= 100:
        return Heading(Role.TARGET, float(percent[0]))
    if month := _MONTH.fullmatch(plain):
        return Heading(Role.MONTH, month=SPELLINGS[month[1]])
    if tier := _tier(plain, tiers):
        return tier
    quarter = quarter_in(plain)
    best = _alike(text, plain)
    spoken = spoken_of(plain)
    if best is None or best[2] < _SAME:
        if spoken.is_heading and (heading := _by_words(plain, spoken.ideas, quarter, year)):
            return heading
    elif Idea.RATE in spoken.ideas or Idea.PAST in spoken.ideas:
        return _by_words(plain, spoken.ideas, quarter, year)
    if best is None or best[0] in (Role.ACHIEVED, Role.PAST):
        told = _achievement(plain, quarter, year) or _period(plain, quarter, spoken.is_of_headings)
        return told or (Heading(best[0], quarter=quarter, sure=best[2]) if best and not quarter else None)
    role, percent_of, sure = best
    if role is Role.YEAR and quarter:
        role = Role.ACHIEVED
    return Heading(role, percent_of, quarter, sure)


def _alike(text: str, plain: str) -> tuple[Role, float | None, float] | None:
    """The known heading that a text is most like, of those that are like enough."""
    best: tuple[Role, float | None, float] | None = None
    for bare in {_bare(text), _bare(_ENGLISH_BEHIND.sub(" ", plain))}:
        found = process.extractOne(bare, _KNOWN.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE) if bare else None
        if found and (best is None or found[1] > best[2]):
            best = (*_KNOWN[found[0]], found[1])
    return best


def _tier(plain: str, tiers: Sequence[Tier]) -> Heading | None:
    """The plan's own tier that a text names: `সর্বোত্তম (১০০%)`. One that is called as a column of its own is none."""
    bare = _bare(plain)
    named = {_bare(tier.name): tier for tier in tiers if len(tiers) > 1}
    found = (
        process.extractOne(bare, named.keys(), scorer=fuzz.ratio, score_cutoff=_SAME_TIER) if bare and named else None
    )
    return Heading(Role.TARGET, float(named[found[0]].percent), sure=found[1]) if found else None


_SIMPLE = {
    Idea.EVIDENCE: Role.EVIDENCE, Idea.REMARKS: Role.REMARKS, Idea.LEFT: Role.OTHER, Idea.PROJECTION: Role.PROJECTION,
}  # fmt: skip
_LAST = {
    Idea.INDICATOR: Role.INDICATOR, Idea.UNIT: Role.UNIT, Idea.AREA: Role.AREA, Idea.ACTIVITY: Role.ACTIVITY,
    Idea.SERIAL: Role.SERIAL,
}  # fmt: skip


def _by_words(plain: str, ideas: frozenset[Idea], quarter: Quarter | None, year: FiscalYear | None) -> Heading | None:
    """What a heading is by what its words stand for."""
    if ideas == {Idea.TOTAL}:
        return Heading(Role.YEAR, sure=BARE)
    described = ideas - {Idea.REMARKS} if ideas & {Idea.INDICATOR, Idea.ACTIVITY} else ideas  # `সূচকের বিবরণ`
    if role := next((role for idea, role in _SIMPLE.items() if idea in described), None):
        return Heading(role)
    reports = Idea.ACHIEVED in ideas
    if Idea.RESPONSIBLE in ideas and not (ideas & {Idea.TARGET, Idea.MARKS}):
        return Heading(Role.RESPONSIBLE)
    if Idea.PAST in ideas and (reports or ideas & {Idea.YEAR, Idea.TARGET}):
        return Heading(Role.PAST, quarter=quarter)
    if Idea.RATE in ideas or ("%" in plain and reports):
        return Heading(Role.RATE, quarter=quarter)
    if Idea.MARKS in ideas or (Idea.WEIGHT in ideas and Idea.OBTAINED in ideas):
        if Idea.OTHERS in ideas:
            return Heading(Role.OTHER)
        return Heading(Role.WEIGHT if Idea.GIVEN in ideas else Role.CLAIMED)
    if Idea.TARGET in ideas and not reports:
        return Heading(Role.PLANNED if quarter else Role.TARGET, quarter=quarter)
    if reports and not (ideas & {Idea.WEIGHT, Idea.INDICATOR, Idea.AREA, Idea.ACTIVITY}):
        if Idea.TOTAL in ideas:
            return Heading(Role.ACHIEVED if quarter else Role.YEAR, quarter=quarter)
        return _of_year(plain, quarter, year) or Heading(Role.ACHIEVED, quarter=quarter)
    if ideas & {Idea.WEIGHT, Idea.GIVEN}:
        if Idea.AREA in ideas and Idea.INDICATOR not in ideas:
            return Heading(Role.AREA_WEIGHT)
        return Heading(Role.WEIGHT) if ideas & {Idea.INDICATOR, Idea.GIVEN} else None
    last = next((role for idea, role in _LAST.items() if idea in ideas), None)
    return Heading(last) if last else None


def _achievement(plain: str, quarter: Quarter | None, year: FiscalYear | None) -> Heading | None:
    """What a heading with the word achievement is about: this report, a quarter of several, or another year."""
    words = max((fuzz.ratio(word, _ACHIEVED_WORD) for word in re.split(r"[^a-zঀ-৿]+", plain)), default=0)
    whole = fuzz.partial_ratio(_bare("ত্রৈমাসিক ভিত্তিতে মূল্যায়ন অর্জন"), _bare(plain))
    # `২য় ত্রৈমাসিক` alone is like `ত্রৈমাসিক অর্জন`, and is the figure of that quarter.
    if words < _LIKE and (quarter or not (whole >= _LIKE and len(_bare(plain)) > _SHORT)):
        return None
    return _of_year(plain, quarter, year) or Heading(Role.ACHIEVED, quarter=quarter, sure=max(words, whole))


def _of_year(plain: str, quarter: Quarter | None, year: FiscalYear | None) -> Heading | None:
    """Whether a heading of achievements is about another year than the report's."""
    if quarter or _UNTIL.search(plain):
        return None
    years = FiscalYear.find_all(plain)
    before = bool(years and year and years[-1] < year)
    real = clean("প্রকৃত") in plain and not (years and year)
    return Heading(Role.PAST, sure=100 if before else 50) if before or real else None


def _period(plain: str, quarter: Quarter | None, of_headings: bool) -> Heading | None:
    """What stands under a common heading `অর্জন`: the quarter or the year that a column is about.

    A title of an indicator names a quarter among words of its own.
    """
    if quarter and (of_headings or len(_bare(plain)) <= _SHORT + 2):
        return Heading(Role.QUARTER, quarter=quarter)
    return Heading(Role.YEAR) if _WHOLE_YEAR.search(plain) else None


def is_column_number(text: str) -> bool:
    """Return whether a cell may be one of the column numbers under the headings: `১`, `14`, `(৩)`, also `৯০%`."""
    return (for_reading(text).endswith("%") and parse_percent(text) is not None) or column_number(text) is not None


def column_number(text: str) -> int | None:
    """Return the number of a column, 1 to 30; None for anything else."""
    plain = for_reading(text).strip("()[]. ")
    number = parse_number(plain) if 0 < len(plain) <= 2 else None
    return int(number) if number is not None and 1 <= number <= 30 else None
