"""Numbers, days and durations as an .ods file stores them, and whether what it shows is another number.

Source: OpenDocument 1.3 part 3, 19.367 to 19.389 (values of cells).
"""

from __future__ import annotations

import math
import re
from datetime import date

from lxml import etree

from xl_apa.core.cells import NumberFormat
from xl_apa.core.text.numerals import parse_number, to_ascii_digits
from xl_apa.xlsx.read.ods.text import text_of
from xl_apa.xlsx.read.ooxml.xml_text import as_xml_has_it

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

AMOUNTS = ("float", "percentage", "currency", "date", "time")
"""The types of cells that hold a number."""
_MOMENT = re.compile(
    r"(-?)(\d{4,})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d(?:\.\d+)?))?Z?",
    re.ASCII,
)
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?", re.ASCII)
TELLING = re.compile(r"[^\W\d_]|[‰٪％<>~≈≥≤±+?]")
"""Words and signs beside a figure."""
_BESIDE = re.compile(r"[৳$€£()\s]")
"""What may stand beside a number that is shown as it is."""
_NO_FIGURE = re.compile(r"[^0-9.,-]")
_AROUND = re.compile(r"^[^0-9]+|[^0-9]+$")
_POINTS = (".", ",", "٫")
_GROUPS = re.compile(r"[0-9]*|[0-9]{1,3}(?:[.,'’٬\s][0-9]{2,3})*[.,'’٬\s][0-9]{3}")
"""Thousands, or lakhs and crores, set apart as some country does it."""
_WITH_EXPONENT = 1e15
"""From here on a number is shown with an exponent by itself."""


def amount_of(element: etree._Element, kind: str, epoch: date) -> tuple[float, NumberFormat]:
    """Return the number that a cell of one of the `AMOUNTS` stores, and how it is shown. Raise ValueError."""
    if kind == "date":
        return _count_of(element.get(f"{_OFFICE}date-value", ""), epoch), NumberFormat.DAY
    if kind == "time":
        return _duration(element.get(f"{_OFFICE}time-value", "")), NumberFormat.TIME
    number = float(as_xml_has_it(element.get(f"{_OFFICE}value", "")))
    if not math.isfinite(number):
        raise ValueError(f"no number: {number}")
    percent = kind == "percentage" or _is_shown_as_percent(text_of(element), number)
    return number, NumberFormat.PERCENT if percent else NumberFormat.GENERAL


def _is_shown_as_percent(shown: str, number: float) -> bool:
    """Whether 0.96 is shown as `৯৬.০%`: by a format that depends on the number, of which the file says no more."""
    if not shown.endswith("%"):
        return False
    percent = parse_number(shown[:-1])
    return percent is not None and number != 0 and math.isclose(float(percent), 100 * number, rel_tol=0.05)


def is_shown_otherwise(shown: str, number: float) -> bool:
    """Return whether a person reads another number, none, or a text that may make another of it: `40` for 4, `4 টি`."""
    if TELLING.search(shown) or "%" in shown:
        return abs(number) < _WITH_EXPONENT
    exact = format(abs(number), ".15g")
    if digits_of(shown) == digits_of(exact) and _is_grouped(shown, len(exact.partition(".")[2])):
        return number > 0 and shown.startswith("-")
    seen = parse_number(_BESIDE.sub("", shown))
    if seen is None:
        return True
    # Formats round: half of the last place that is shown.
    places = max(0, -int(seen.as_tuple().exponent))
    return abs(float(seen) - number) > 0.5000001 * 10.0**-places + 1e-9 * abs(number)


def _is_grouped(shown: str, decimals: int) -> bool:
    """Whether between the figures nothing stands but a sign before so many decimals and what sets thousands apart."""
    figures = _AROUND.sub("", to_ascii_digits(shown))
    if decimals:
        figures, sign = figures[: -decimals - 1], figures[-decimals - 1 : -decimals]
        if sign not in _POINTS:
            return False
    return bool(_GROUPS.fullmatch(figures))


def is_another_percent(shown: str, number: float) -> bool:
    """Return whether a person reads another percent than 96 where 0.96 is stored as a percent: `৮96%`, `96%5`."""
    figures = _NO_FIGURE.sub("", to_ascii_digits(shown))
    if not figures or "-" in figures.removeprefix("-" if number < 0 else ""):
        return True
    seen = parse_number(figures)
    if seen is None or shown.count("%") != 1:
        return True
    places = max(0, -int(seen.as_tuple().exponent))
    return abs(float(seen) - 100 * number) > 0.5000001 * 10.0**-places + 1e-9 * abs(number)


def digits_of(text: str) -> str:
    """Return the digits of a text, as ASCII has them."""
    return "".join(re.findall("[0-9]", to_ascii_digits(text)))


def _count_of(text: str, epoch: date) -> float:
    """The number that a cell with a day holds: the days since the document's day 0. Raise ValueError."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(f"no day: {text}")
    # Calendars repeat every 400 years of 146,097 days; Python's end with the year 9999.
    cycles, year = divmod(int(match[1] + match[2]) - 2000, 400)
    day = date(2000 + year, int(match[3]), int(match[4]))
    clock = sum(float(part) * worth for part, worth in zip(match.groups()[4:], (3600, 60, 1)) if part)
    return round((day - epoch).days + cycles * 146_097 + clock / 86400, 9)


def day_named(text: str) -> date:
    """Return the day that a text begins with. Raise ValueError."""
    return date.fromisoformat(text[:10])


def _duration(text: str) -> float:
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(f"no time: {text}")
    seconds = sum(float(part) * worth for part, worth in zip(match.groups()[1:], (86400, 3600, 60, 1)) if part)
    return round((-seconds if match[1] else seconds) / 86400, 12)
