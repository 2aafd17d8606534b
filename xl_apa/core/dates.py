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
from datetime import date, datetime, timedelta

from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.months import ANY_SPELLING, SPELLINGS
from xl_apa.core.numerals import clean, to_ascii_digits

_MONTH = ANY_SPELLING + r"(?![ঀ-৾a-z])"

_ERA = clean(r"(?:খ্রিষ্টাব্দ|খ্রিস্টাব্দ|খ্রীষ্টাব্দ|খ্রিঃ|খ্রীঃ|খৃঃ|খ্রি[.:]?|খ্রী[.:]?|খৃ[.:]?|ইং[.:]?|ad)")
_SEP = r"\s*[/.\-–।]\s*"

_NUMERIC = re.compile(rf"(?<![\d/.\-])(\d{{1,4}}){_SEP}(\d{{1,3}}){_SEP}(\d{{1,5}})(?!\d|[/.-]\d)")
_NAMED = re.compile(
    clean(r"(?<!\d)(\d{1,3})\s*(?:লা|রা|ঠা|শে|ই|st|nd|rd|th)?[\s,/.-]*")
    + rf"(?P<month>{_MONTH})\.?[\s,/.'’-]*(\d{{2,5}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"(?P<month>{_MONTH})\.?\s*(\d{{1,3}})(?:st|nd|rd|th)?\s*,\s*(\d{{4}})(?!\d)", re.IGNORECASE)
_YEARLESS = re.compile(
    rf"(\d{{1,2}})(?:{_SEP}(\d{{1,2}})|\s*(?:st|nd|rd|th|{clean('লা|রা|ঠা|শে|ই')})?\s*({_MONTH}))", re.I
)
_COMPACT = re.compile(r"(\d\d)(\d\d)(20\d\d)|(20\d\d)(\d\d)(\d\d)")

_BEFORE = re.compile(clean(r"(?:তারিখ|তাং|date)\s*[:ঃ.-]*\s*"), re.IGNORECASE)
_AFTER = re.compile(rf"\s*{_ERA}?\s*(?:{clean('তারিখ')})?\s*[।.,]?", re.IGNORECASE)
_CLOCK = re.compile(r"[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", re.IGNORECASE)
_PROMISED = re.compile(rf"[\s-]*{_ERA}?\s*(?:{clean('তারিখের|তারিখ')})?\s*(?:{clean('এর')})?\s*(?:{clean('মধ্যে|নাগাদ')})")

_SERIALS = range(36526, 73051)  # 1 January 2000 to 31 December 2099


@dataclass(frozen=True, slots=True)
class DateReading:
    """A day that was read; or the kind of finding that says why not, and the day it may have been.

    `offer` is never used silently. `promised`: the text says "by" that day, so it is a plan and no evidence.
    """

    value: date | None = None
    kind: FindingKind | None = None
    offer: date | None = None
    text: str = ""
    promised: bool = False


def date_of_serial(serial: float) -> date | None:
    """Return the day of an Excel serial number between 2000 and 2099; None for any other number."""
    if serial != serial or not _SERIALS.start <= serial < _SERIALS.stop:
        return None
    return date(1899, 12, 30) + timedelta(days=int(serial))


def serial_of_day(day: date) -> int | float:
    """Return the number that a spreadsheet shows as this day: 96 for 5 April 1900, 2.5 for noon of 2 January 1900."""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    days, rest = divmod(moment.replace(tzinfo=None) - datetime(1899, 12, 31), timedelta(days=1))
    # Excel takes 1900 for a leap year.
    days += days >= 60
    return days + rest / timedelta(days=1) if rest else days


def parse_date(text: str, year: FiscalYear | None = None) -> DateReading:
    """Return the day a whole cell's text is; the kind `date-not-real` or `date-not-understood` when it is none.

    The fiscal year only helps to choose what to offer.
    """
    plain = to_ascii_digits(clean(text)).lower()
    plain = _CLOCK.sub("", plain)
    plain = plain[match.end() :] if (match := _BEFORE.match(plain)) else plain
    for found, reading in _matches(plain, year):
        if found.start() == 0 and _AFTER.fullmatch(plain, found.end()):
            return DateReading(reading.value, reading.kind, reading.offer, text.strip())
    if plain.isascii() and plain.isdigit() and (day := date_of_serial(float(plain))):
        return DateReading(day, text=text.strip())
    return DateReading(None, FindingKind.DATE_NOT_UNDERSTOOD, _guess(plain, year), text.strip())


def find_dates(text: str, year: FiscalYear | None = None) -> list[DateReading]:
    """Return every day a sentence names, real or not, in order."""
    plain = to_ascii_digits(clean(text)).lower()
    found = sorted(_matches(plain, year), key=lambda pair: pair[0].start())
    readings: list[DateReading] = []
    end = 0
    for match, reading in found:
        if match.start() >= end:
            promised = bool(_PROMISED.match(plain, match.end()))
            readings.append(DateReading(reading.value, reading.kind, reading.offer, match[0], promised))
            end = match.end()
    return readings


def without_dates(text: str) -> str:
    """Return the sentence, in ASCII digits, without its dates, so that their digits are not read as counts."""
    plain = to_ascii_digits(clean(text)).lower()
    for pattern in (_NUMERIC, _NAMED, _MONTH_FIRST):
        plain = pattern.sub(" ", plain)
    return plain


def join_split(left: str, right: str) -> date | None:
    """Return the day of a date that a scan split over two cells: `২২/০৪/২০২` and `৪`; None when they are not one."""
    head, tail = to_ascii_digits(clean(left)), to_ascii_digits(clean(right))
    match = _NUMERIC.fullmatch(head)
    if not match or not re.fullmatch(r"\d{1,2}", tail) or len(match[3]) + len(tail) != 4:
        return None
    return _real(match[1], match[2], match[3] + tail)


def _matches(plain: str, year: FiscalYear | None) -> Iterator[tuple[re.Match[str], DateReading]]:
    for match in _NUMERIC.finditer(plain):
        first, middle, last = match[1], match[2], match[3]
        parts = (last, middle, first) if len(first) == 4 else (first, middle, last)
        yield match, _reading(*parts, year)
    for pattern in (_NAMED, _MONTH_FIRST):
        for match in pattern.finditer(plain):
            day, last = (part for part in match.groups() if part != match["month"])
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

    Weighed: a stray digit (most often a mark before the number), day and month swapped, a day past the month's end,
    a digit of the year missing.
    """
    years = [(0.0, int(last) + (2000 if len(last) == 2 else 0))] if len(last) in (2, 4) else []
    if len(last) in (3, 4):
        ends = (year.start, year.start + 1) if year else ()
        years += [(1.0, end) for end in ends if _one_digit_apart(last, str(end))]
    if len(last) > 4:
        years += _dropped(last)
    candidates: list[tuple[float, date]] = []
    for (cost_d, d), (cost_m, m), (cost_y, y) in itertools.product(_dropped(day), _dropped(month), years):
        for cost, (dd, mm) in ((0.0, (d, m)), (0.9, (m, d)), (0.8, (_month_end(y, m), m) if 28 < d <= 31 else (0, 0))):
            if 1 <= mm <= 12 and 2000 <= y <= 2099 and 1 <= dd <= _month_end(y, mm):
                found = date(y, mm, dd)
                away = 0.5 if year and found not in year else 0.0
                candidates.append((cost + cost_d + cost_m + cost_y + away, found))
    return min(candidates)[1] if candidates else None


def _dropped(digits: str) -> list[tuple[float, int]]:
    """The number as typed, and each number with one digit left out; the first digit is the likeliest stray one."""
    numbers = [(0.0, int(digits))]
    if len(digits) > 1:
        order = [0, len(digits) - 1, *range(1, len(digits) - 1)]
        numbers += [(1.0 + rank / 10, int(digits[:at] + digits[at + 1 :])) for rank, at in enumerate(order)]
    return numbers


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
    match = _YEARLESS.fullmatch(plain)
    if match and year:
        month = match[2] or str(SPELLINGS[match[3]])
        for start in (year.start, year.start + 1):
            found = _real(match[1], month, str(start))
            if found and found in year:
                return found
    return None
