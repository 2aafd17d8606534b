"""What was typed, read as a day: the value, or why not and what it may have been.

Day comes first, as everyone in Bangladesh writes it. Sources of the forms: the two reports (`১৭/০৮/২৩খ্রি.`,
`15.08.23`, `১০৭/০৯/২০২৩ খ্রি.`) and what officers type elsewhere (`১৬ই মে, ২০২৪`).
"""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.serials import date_of_serial
from xl_apa.core.text.lookalikes import clean, for_reading, letters_as_digits
from xl_apa.core.text.months import ANY_SPELLING, CASE_ENDING, SPELLINGS, WEEKDAYS, closest_month

_MONTH = rf"(?P<month>{ANY_SPELLING}){CASE_ENDING}(?![ঁংঅ-৾a-z])(?:\s*{clean('মাস(?:ের)?')})?[.:ঃ]?"

_SHORT_ERAS = ("খ্রি", "খ্রী", "খৃ", "ইং")
ERAS = tuple(
    map(
        clean,
        (
            *("খ্রিষ্টাব্দ", "খ্রিস্টাব্দ", "খ্রীষ্টাব্দ", "খ্রীস্টাব্দ", "খৃষ্টাব্দ", "খৃস্টাব্দ", "খ্রিঃ", "খ্রীঃ", "খৃঃ"),
            *(f"{era}{end}" for era in _SHORT_ERAS for end in (".", ":", "")),
            *("ইংরেজি", "সালের", "সাল", "সন", "ad"),
        ),
    )
)
"""What may follow a day. The formulas of the form know these lists too."""
_ERA = rf"(?:{'|'.join(map(re.escape, ERAS))})"
_SEP = r"\s*[/.\-।]\s*"
ORDINALS = tuple(map(clean, ("লা", "রা", "ঠা", "শে", "ই", "st", "nd", "rd", "th")))
"""What may follow the number of a day: `১৬ই মে`."""
_ORDINAL = rf"(?:{'|'.join(ORDINALS)})"

_NUMERIC = re.compile(rf"(?<![\d/.\-])(\d{{1,4}}){_SEP}(\d{{1,3}}){_SEP}(\d{{1,5}})(?!\d|[/.-]\d)")
# Between two numbers a colon or ঃ is a time of day as well: only a whole year makes it a day.
_COLON = re.compile(r"(?<![\d:ঃ])(\d{1,2})\s*[:ঃ]\s*(\d{1,2})\s*[:ঃ]\s*(\d{4})(?!\d|\s*[:ঃ])")
_NAMED = re.compile(
    rf"(?<!\d)(\d{{1,3}})\s*-?{_ORDINAL}?[\s,/.-]*{_MONTH}[\s,/.'-]*(\d{{2,5}})(?!\d)(?!\s*-?{_ORDINAL}?\s*{ANY_SPELLING})"
)
_MONTH_FIRST = re.compile(rf"(?<![ঀ-৾a-z]){_MONTH}\s*(\d{{1,3}}){_ORDINAL}?\s*,\s*'?(\d{{4}})(?!\d)")
_YEARLESS = re.compile(rf"(\d{{1,2}})(?:{_SEP}(\d{{1,2}})|\s*-?{_ORDINAL}?\s*{_MONTH})")
_OTHER_SEPARATORS = re.compile(r"(\d{1,2})[\s,;_*+~>/.-]+(\d{1,2})[\s,;_*+~>/.-]+(\d{4})")
_MISSPELLED = re.compile(rf"(\d{{1,2}})\s*-?{_ORDINAL}?[\s,/.-]*([ঁ-৥a-z]{{4,}})[\s,/.:ঃ'-]*(\d{{4}})\s*{_ERA}?")
# 14/15/16 মে 2024: a list, of which the last day is read.
_LISTED = re.compile(rf"(?<![\d/.-])(?:\d{{1,2}}/){{1,4}}(?=\d{{1,2}}\s*-?{_ORDINAL}?\s*{ANY_SPELLING})")
# 14-16/05/2024, 14/05-16/05/2024, 14-05-2024-16-05-2024: a span, of which the last day is read.
_SPAN = re.compile(
    r"(?<![\d/.-])(\d{1,2}(?:[/.]\d{1,2}(?:[/.]\d{2,4})?)?)\s*-\s*(?=\d{1,2}([/.])\d{1,2}\2\d{2,4}(?!\d|[/.-]\d))"
    r"|(?<![\d/.-])(\d{1,2}-\d{1,2}-\d{4})\s*-\s*(?=\d{1,2}-\d{1,2}-\d{4}(?!\d|[/.-]\d))"
)
_SPAN_MONTH_FIRST = re.compile(rf"({_MONTH}\s*)\d{{1,2}}{_ORDINAL}?\s*-\s*(?=\d{{1,2}}{_ORDINAL}?\s*,\s*\d{{4}})")
_MEMO = clean("স্মারক|নথি|মেমো|জিও|(?:পত্র|আদেশ|পরিপত্র|প্রজ্ঞাপন) (?:নং|নম্বর|সংখ্যা)|memo|ref|id|ver(?:sion)?")
_NUMBER_SIGN = clean("নং|নম্বর|নাম্বার|number|no|#")
_LONG_NUMBER = r"\d[\d./()-]*\d"
# A memo number looks like a day: ১২.১১.২০২৩.
_MEMO_NUMBER = re.compile(
    rf"(?<![ঁ-৾a-z])(?:(?:{_MEMO})\S*\s*(?:{_NUMBER_SIGN}|{clean('সংখ্যা')})|(?:{_NUMBER_SIGN}))\s*[:ঃ.=-]*\s*{_LONG_NUMBER}"
    # Without a sign of a number only what has several parts: not ই-নথিতে ৯৬ শতাংশ.
    rf"|(?<![ঁ-৾a-z])(?:{_MEMO})\S*\s*[:ঃ.=-]*\s*(?=\d+[./()-]){_LONG_NUMBER}"
    rf"|{_LONG_NUMBER}\s*-?\s*(?:{clean('নং|নম্বর|সংখ্যক')})(?![ঁ-৾])"
    # The name of a file, a version, an address on the web.
    rf"|{_LONG_NUMBER}\.[a-z]{{2,5}}(?![a-z])|(?<![a-z])v{_LONG_NUMBER}|\b[a-z]\S*\.[a-z]\S*/\S*"
)
_COMPACT = re.compile(r"(\d\d)(\d\d)(20\d\d)|(20\d\d)(\d\d)(\d\d)")

_WEEKDAY = "(?:" + "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True)) + ")"
_BEFORE = re.compile(rf"(?:{clean('তারিখ|তাং|date|dated|dt|ইং')})(?![ঁংঅ-৾a-z])\s*[:ঃ.-]*\s*")
_WEEKDAY_BEFORE = re.compile(rf"(?:{clean('রোজ')}\s+)?({_WEEKDAY})\s*[,.:ঃ-]?\s*(?=\d|[a-z])")
_WEEKDAY_AFTER = re.compile(rf"\s*[,-]?\s*(?:\(\s*({_WEEKDAY})\s*\)|({_WEEKDAY}))$")
_AFTER = re.compile(rf"\s*{_ERA}?\s*(?:{clean('তারিখ')})?\s*[।.,:ঃ]?")
_CLOCK = re.compile(r"[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_OF_DAY = rf"[\s-]*{_ERA}?\s*(?:{clean('তারিখের|তারিখ')})?\s*"
_PROMISED = re.compile(rf"{_OF_DAY}(?:{clean('এর')})?\s*(?:{clean('মধ্যে|নাগাদ')})")
_ONWARDS = re.compile(rf"{_OF_DAY}(?:{clean('হতে|থেকে|হইতে')})(?![ঁ-৾])")
_FROM = re.compile(r"(?<![a-z])(?:from|since)\s*$")
# A letter of that day was answered: ১৬/০৫/২০২৪ তারিখের পত্রের আলোকে.
_ANSWERED = re.compile(
    rf"[^।;\d]*(?:{clean('আলোকে|প্রেক্ষিতে|পরিপ্রেক্ষিতে|মোতাবেক|অনুসারে|অনুযায়ী|অনুসরণে|জবাবে|উত্তরে|বরাতে')})(?![ঁ-৾])"
)
# A meeting about what is on that day: ১৬/০৫/২০২৪ তারিখের কর্মশালা বিষয়ে সভা.
_ABOUT = re.compile(
    rf"[\s-]*{_ERA}?\s*{clean('তারিখের')}[^।;\d]*(?:{clean('বিষয়ে|বিষয়ক|সংক্রান্ত|সম্পর্কে|সম্পর্কিত')})(?![ঁ-৾])"
)
# Days of another calendar: ১৬/০৫/১৪৩১ বঙ্গাব্দ.
_OTHER_CALENDAR = re.compile(rf"[\s,(]*(?:{clean('বঙ্গাব্দ|বাংলা|বাং|হিজরি|হিজরী|হিঃ|শকাব্দ')})(?![ঁ-৾])")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A day that was read; or the kind of finding that says why not, and the day it may have been.

    `offer` is never used silently. `promised`: the text says "by" that day, so it is a plan and no evidence. `other`:
    it is the day of something else, "from" it on or of a letter that was answered, so nothing was finished on it.
    """

    value: date | None = None
    kind: FindingKind | None = None
    offer: date | None = None
    text: str = ""
    promised: bool = False
    other: bool = False


def parse_date(text: str, year: FiscalYear | None = None) -> DateReading:
    """Return the day a whole cell's text is; the kind `date-not-real` or `date-not-understood` when it is none.

    The fiscal year only helps to choose what to offer.
    """
    plain = _CLOCK.sub("", for_reading(text))
    plain, weekday = _without_weekday(plain)
    plain = plain[match.end() :] if (match := _BEFORE.match(plain)) else plain
    for found, reading in _matches(plain, year):
        if found.start() == 0 and _AFTER.fullmatch(plain, found.end()):
            if weekday is not None and reading.value and reading.value.weekday() != weekday:
                return DateReading(None, FindingKind.DATE_NOT_UNDERSTOOD, None, text.strip())
            return DateReading(reading.value, reading.kind, reading.offer, text.strip())
    if plain.isascii() and plain.isdigit() and (day := date_of_serial(float(plain))):
        return DateReading(day, text=text.strip())
    offer = _guess(plain, year)
    if offer is None and (changed := letters_as_digits(plain)):
        offer = parse_date(changed, year).value
    return DateReading(None, FindingKind.DATE_NOT_UNDERSTOOD, offer, text.strip())


def _without_weekday(plain: str) -> tuple[str, int | None]:
    """The text without the day of the week before or behind the day, and which one it was: Monday is 0."""
    if match := _WEEKDAY_BEFORE.match(plain):
        return plain[match.end() :], WEEKDAYS[match[1]]
    if match := _WEEKDAY_AFTER.search(plain):
        return plain[: match.start()], WEEKDAYS[match[1] or match[2]]
    return plain, None


def find_dates(text: str, year: FiscalYear | None = None) -> list[DateReading]:
    """Return every day a sentence names, real or not, in order; of a span of days (`১৪-১৬/০৫/২০২৪`) also the last.

    A memo number (`স্মারক নং ১২.১১.২০২৩`) is no day.
    """
    plain = _in_sentence(text)
    found = sorted(_matches(plain, year), key=lambda pair: pair[0].start())
    readings: list[DateReading] = []
    end = 0
    for match, reading in found:
        if match.start() >= end and not _OTHER_CALENDAR.match(plain, match.end()):
            promised = bool(_PROMISED.match(plain, match.end()))
            other = any(pattern.match(plain, match.end()) for pattern in (_ONWARDS, _ANSWERED, _ABOUT))
            other = other or bool(_FROM.search(plain, 0, match.start()))
            readings.append(DateReading(reading.value, reading.kind, reading.offer, match[0], promised, other))
            end = match.end()
    return readings


def without_dates(text: str) -> str:
    """Return the sentence, in ASCII digits, without its dates, so that their digits are not read as counts."""
    plain = _in_sentence(text)
    for pattern in (_NUMERIC, _COLON, _NAMED, _MONTH_FIRST):
        plain = pattern.sub(" ", plain)
    return plain


def _in_sentence(text: str) -> str:
    """A sentence for looking for days: memo numbers out, the days of a span apart."""
    plain = _MEMO_NUMBER.sub(" ", for_reading(text))
    plain = _LISTED.sub("", plain)
    return _SPAN_MONTH_FIRST.sub(r"\1", _SPAN.sub(lambda match: f"{match[1] or match[3]} to ", plain))


def join_split(left: str, right: str) -> date | None:
    """Return the day of a date that a scan split over two cells: `২২/০৪/২০২` and `৪`; None when they are not one."""
    head, tail = for_reading(left), for_reading(right)
    match = _NUMERIC.fullmatch(head)
    if not match or not re.fullmatch(r"\d{1,2}", tail) or len(match[3]) + len(tail) != 4:
        return None
    return _real(match[1], match[2], match[3] + tail)


def _matches(plain: str, year: FiscalYear | None) -> Iterator[tuple[re.Match[str], DateReading]]:
    for pattern in (_NUMERIC, _COLON):
        for match in pattern.finditer(plain):
            first, middle, last = match[1], match[2], match[3]
            parts = (last, middle, first) if len(first) == 4 else (first, middle, last)
            yield match, _reading(*parts, year)
    for pattern in (_NAMED, _MONTH_FIRST):
        for match in pattern.finditer(plain):
            day, last = [match[at] for at in range(1, 4) if at != match.re.groupindex["month"]]
            yield match, _reading(day, str(SPELLINGS[match["month"]]), last, year)


def _reading(day: str, month: str, last: str, year: FiscalYear | None) -> DateReading:
    value = _real(day, month, last)
    if value is not None:
        return DateReading(value)
    return DateReading(None, FindingKind.DATE_NOT_REAL, _nearest(day, month, last, year))


def _real(day: str, month: str, last: str) -> date | None:
    number = int(last) + 2000 if len(last) == 2 else int(last)
    try:
        return date(number, int(month), int(day)) if len(last) == 2 or 1900 <= number <= 2199 else None
    except ValueError:
        return None


def _nearest(day: str, month: str, last: str, year: FiscalYear | None) -> date | None:
    """The real day that differs least from what was typed, preferring one of the fiscal year.

    Weighed: a stray digit before a day or month (`১০৭`), day and month swapped, a day past the month's end, a digit of
    the year missing or too many. Of days that are as near the latest: an offer must not be better than the truth. Of
    two digits none is left out: 32 is not 2.
    """
    years = [(0.0, int(last) + (2000 if len(last) == 2 else 0))] if len(last) in (2, 4) else []
    if len(last) in (3, 4):
        ends = (year.start, year.start + 1) if year else ()
        years += [(1.0, end) for end in ends if _one_digit_apart(last, str(end))]
    if len(last) > 4:
        years += [(1.0 + rank / 10, number) for rank, number in enumerate(_dropped(last))]
    candidates: list[tuple[float, int, date]] = []
    for (cost_d, d), (cost_m, m), (cost_y, y) in itertools.product(_strayed(day), _strayed(month), years):
        for cost, (dd, mm) in ((0.0, (d, m)), (0.9, (m, d)), (0.8, (_month_end(y, m), m) if 28 < d <= 31 else (0, 0))):
            # What is wrong in two places may be any day.
            if sum(map(bool, (cost, cost_d, cost_m, cost_y))) > 1:
                continue
            if 1 <= mm <= 12 and 2000 <= y <= 2099 and 1 <= dd <= _month_end(y, mm):
                found = date(y, mm, dd)
                away = 0.5 if year and found not in year else 0.0
                candidates.append((cost + cost_d + cost_m + cost_y + away, -found.toordinal(), found))
    return min(candidates)[2] if candidates else None


def _strayed(digits: str) -> list[tuple[float, int]]:
    """The number as typed, and what three digits may mean; one before a number of two digits (`107`) is a stray one."""
    numbers = [(0.0, int(digits))]
    if len(digits) == 3:
        numbers += [(1.0, int(digits[1:]))] if digits[1] == "0" else [(1.5, number) for number in _dropped(digits)]
    return numbers


def _dropped(digits: str) -> list[int]:
    """The number with one digit left out, the first digit first, then the last."""
    order = [0, len(digits) - 1, *range(1, len(digits) - 1)]
    return [int(digits[:at] + digits[at + 1 :]) for at in order]


def _one_digit_apart(typed: str, meant: str) -> bool:
    if len(typed) == len(meant):
        return sum(a != b for a, b in zip(typed, meant)) == 1
    return any(typed == meant[:at] + meant[at + 1 :] for at in range(len(meant)))


def _month_end(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 and 1 <= year <= 9999 else 0


def _guess(plain: str, year: FiscalYear | None) -> date | None:
    """What to offer for `16052024`, or for a day without a year."""
    if match := _COMPACT.fullmatch(plain):
        day, month, last = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        return _real(day, month, last)
    if match := _OTHER_SEPARATORS.fullmatch(plain):
        return _real(match[1], match[2], match[3])
    if (match := _MISSPELLED.fullmatch(plain)) and (number := closest_month(match[2])):
        return _real(match[1], str(number), match[3])
    match = _YEARLESS.fullmatch(plain)
    if match and year:
        month = match[2] or str(SPELLINGS[match["month"]])
        for start in (year.start, year.start + 1):
            found = _real(match[1], month, str(start))
            if found and found in year:
                return found
    return None
