"""The fiscal year of Bangladesh (1 July to 30 June), its quarters and the dates on which reports are due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

from xl_apa.core.text.months import MONTHS_BN, Month
from xl_apa.core.text.numerals import clean, to_ascii_digits, to_bangla_digits

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?!\d)(?!\s*[-–—/]\s*\d)")

_START = re.compile(r"20\d\d(?:\.0+)?")
_QUARTER_WORDS = ("প্রথম first", "দ্বিতীয় second", "তৃতীয় third", "চতুর্থ fourth")
_QUARTER_OF = {clean(word): number for number, words in enumerate(_QUARTER_WORDS, start=1) for word in words.split()}
_QUARTER = re.compile(
    rf"(?:q|quarter|{clean('ত্রৈমাসিক|কোয়ার্টার')})?\s*"
    rf"(?:(?P<number>[1-4])(?:\.0+)?\s*(?:{clean('ম|য়|র্থ')}|st|nd|rd|th)?|(?P<word>{'|'.join(_QUARTER_OF)}))"
    rf"\s*(?:quarter|{clean('ত্রৈমাসিক|কোয়ার্টার')})?"
)
_ORDINAL = rf"\s*(?:{clean('ম|য়|র্থ')}|st|nd|rd|th)?"
_NAMED_QUARTER = re.compile(
    rf"(?:(?<![\d.])(?P<first>[1-4]){_ORDINAL}\s*(?:{clean('ও|এবং|থেকে')}|and|to|[&,–-])\s*)?"
    rf"(?:(?<![\d.])(?P<number>[1-4]){_ORDINAL}|(?P<word>{'|'.join(_QUARTER_OF)}))"
    rf"\s*(?:quarter|{clean('ত্রৈমাসিক|কোয়ার্টার|কোয়াটার|প্রান্তিক')})|(?<![a-z])q(?P<short>[1-4])(?!\d)"
)


class Quarter(IntEnum):
    """A quarter of the fiscal year; Q1 is July to September."""

    Q1 = 1
    Q2 = 2
    Q3 = 3
    Q4 = 4

    @classmethod
    def parse(cls, text: str) -> Quarter | None:
        """Return the quarter a text names: `1`, `১`, `১ম ত্রৈমাসিক`, `Q1`, `first quarter`; None for anything else."""
        match = _QUARTER.fullmatch(to_ascii_digits(clean(text)).lower())
        return cls(int(match["number"] or _QUARTER_OF[match["word"]])) if match else None

    @classmethod
    def find_all(cls, text: str) -> frozenset[Quarter]:
        """Return the quarters that a title or a sentence names: `১ম ও ২য় ত্রৈমাসিক`, `Q3`, `জানুয়ারি-মার্চ`."""
        plain = to_ascii_digits(clean(text)).lower()
        tight = plain.replace(" ", "").replace("–", "-")
        found = {quarter for quarter in cls if clean(quarter.months_bn) in tight}
        for each in _NAMED_QUARTER.finditer(plain):
            numbers = (each["first"], each["short"] or each["number"] or _QUARTER_OF.get(each["word"], ""))
            found |= {cls(int(number)) for number in numbers if number}
        return frozenset(found)

    @classmethod
    def of_month(cls, month: int) -> Quarter:
        """Return the quarter that a month, 1-12, lies in: July in the first."""
        return cls((month - 7) % 12 // 3 + 1)

    @property
    def ordinal_bn(self) -> str:
        """`১ম`, `২য়`, `৩য়`, `৪র্থ`."""
        return ("১ম", "২য়", "৩য়", "৪র্থ")[self - 1]

    @property
    def months_bn(self) -> str:
        """First and last month: `জুলাই-সেপ্টেম্বর`."""
        return f"{MONTHS_BN[self.first_month - 1]}-{MONTHS_BN[self.last_month - 1]}"

    @property
    def first_month(self) -> int:
        """The month it begins with: 7, 10, 1, 4."""
        return (7, 10, 1, 4)[self - 1]

    @property
    def last_month(self) -> Month:
        """The month it ends with: 9, 12, 3, 6."""
        return Month(self.first_month + 2)


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """A fiscal year by the calendar year it starts in: `FiscalYear(2023)` is 2023-24."""

    start: int

    @classmethod
    def parse(cls, text: str) -> FiscalYear | None:
        """Return the fiscal year a text is: `2023-24`, `২০২৩-২০২৪`, `2023–24`; None for anything else."""
        found = cls.find_all(text)
        whole = _YEARS.fullmatch(to_ascii_digits(clean(text)))
        return found[0] if whole and found else None

    @classmethod
    def parse_loosely(cls, text: str) -> FiscalYear | None:
        """Return the fiscal year a text means: also the year it starts in (`2023`), or the only one a heading names."""
        plain = to_ascii_digits(clean(text))
        if _START.fullmatch(plain):
            return cls(int(plain[:4]))
        found = cls.find_all(plain)
        return found[0] if len(found) == 1 else None

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """Return the fiscal year a day lies in."""
        return cls(day.year if day.month >= 7 else day.year - 1)

    @classmethod
    def find_all(cls, text: str) -> list[FiscalYear]:
        """Return every fiscal year that a title or heading names, in order, each once."""
        return [cls(start) for start in _starts_in(text)]

    @property
    def label(self) -> str:
        """`2023-24`."""
        return f"{self.start}-{(self.start + 1) % 100:02d}"

    @property
    def label_bn(self) -> str:
        """`২০২৩-২৪`."""
        return to_bangla_digits(self.label)

    @property
    def long(self) -> str:
        """`2023-2024`, as the target heading writes it."""
        return f"{self.start}-{self.start + 1}"

    @property
    def long_bn(self) -> str:
        """`২০২৩-২০২৪`."""
        return to_bangla_digits(self.long)

    @property
    def first_day(self) -> date:
        return date(self.start, 7, 1)

    @property
    def last_day(self) -> date:
        return date(self.start + 1, 6, 30)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def quarter_end(self, quarter: Quarter) -> date:
        """Return the last day of a quarter: 30 September, 31 December, 31 March, 30 June."""
        return self.due_day(quarter).replace(day=1) - timedelta(days=1)

    def due_day(self, quarter: Quarter) -> date:
        """Return the day a quarter's report is due at the parent: 15 October, January, April, and 15 July for the year.

        Source: calendar of the guidelines (quarterly reports; annual evaluation with evidence).
        """
        year, month = ((0, 10), (1, 1), (1, 4), (1, 7))[quarter - 1]
        return date(self.start + year, month, 15)

    def __str__(self) -> str:
        return self.label


@lru_cache(maxsize=4096)  # titles and headings are the same in every form
def _starts_in(text: str) -> tuple[int, ...]:
    starts: dict[int, None] = {}
    for match in _YEARS.finditer(to_ascii_digits(clean(text))):
        start, end = int(match[1]), int(match[2])
        if end % 100 == (start + 1) % 100 and (end < 100 or end == start + 1):
            starts[start] = None
    return tuple(starts)
