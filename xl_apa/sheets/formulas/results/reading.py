"""What the formulas that read a typed cell result in, in their six steps (the formulas: `formulas.reading`)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Status, Unit
from xl_apa.core.rounding import half_up
from xl_apa.core.text.number_words import NOT_ALONE
from xl_apa.core.text.numerals import to_ascii_digits
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.formulas.results.values import Number, as_number, plain
from xl_apa.sheets.layout import WordList
from xl_apa.xlsx.cell_values import Result, serial


@dataclass(frozen=True, slots=True)
class Read:
    """A typed cell in the six steps of the formulas; the last is its value, "" when there is none.

    `refused`: the program looked at the cell and found no value in it.
    """

    text: str
    body: str
    a: str = ""
    b: Result = ""
    c: Result = ""
    number: Result = ""
    refused: bool = False

    @property
    def steps(self) -> tuple[Result, ...]:
        """The steps in the order of their columns."""
        return self.text, self.body, self.a, self.b, self.c, self.number

    @property
    def status(self) -> Status:
        """What the formulas make of the cell by itself."""
        if self.refused:
            return Status.UNREADABLE
        if self.number != "":
            return Status.REPORTED
        if not self.text.strip(known.NOTHING) or self.text in known.LISTS[WordList.NOTHING]:
            return Status.NONE
        bare = _without_longest_ending(self.text, known.LISTS[WordList.ONGOING_ENDINGS])
        longest = max((len(start) for start in _texts(WordList.ONGOING_SUBJECTS) if bare.startswith(start)), default=0)
        ongoing = bare[longest:].strip(" ") in known.LISTS[WordList.ONGOING]
        return Status.ONGOING if ongoing else Status.UNREADABLE


def read_cell(
    cell: CellValue,
    unit: Unit,
    targets: Sequence[Number],
    year: FiscalYear,
    endings: Sequence[str] = known.COUNTERS,
    whole: bool = True,
    kind: str = known.A_NUMBER,
) -> Read:
    """Return what the formulas read in a cell. The targets and the year say which numbers and days can be meant.

    `endings` are the units that a number may be written with, `whole` says whether whole numbers are meant, `kind` how
    a number is shown.
    """
    typed = serial(cell)
    text = _cleaned(typed, kind)
    if unit is Unit.DATE:
        return _read_day(typed, text, known.days_meant(year))
    if unit is Unit.PERCENT:
        return _read_percent(typed, text, targets)
    return _read_count(typed, text, targets, year, endings, whole)


def is_sure(own: Read, typed: CellValue, unit: Unit, was_read: bool) -> bool:
    """Return whether nobody, with more vocabulary than the formulas, could read a value in a text they do not know."""
    not_meant = unit is not Unit.DATE and not isinstance(own.c, str)
    number = as_number(serial(typed)) is not None and own.text != known.WITH_EXPONENT
    if number or not_meant:
        return True
    if was_read or len(own.text) > known.LONGEST_VALUE:
        return True
    if not own.text.startswith(known.value_starts(unit)) and (own.text + "-")[0] in known.SENTENCE_LETTERS:
        return True
    year = own.b if unit is Unit.DATE and not isinstance(own.b, str) else None
    return year is not None and (0 < year < 1900 or 2000 <= year <= 2099 or year > 2199)


def _read_count(
    typed: CellValue, text: str, targets: Sequence[Number], year: FiscalYear, endings: Sequence[str], whole: bool
) -> Read:
    body = _without_longest_ending(text, endings)
    digits = body.partition("(")[0].strip(" ").replace(".", "", 1)
    word = known.NUMBER_WORDS.get(text, _in_words(body))
    raw: Result = ""
    if (typed_number := _shown_number(typed, text)) is not None:
        raw = plain(typed_number)
    elif word >= 0 and text != NOT_ALONE:
        raw = word
    elif len(body) - len(digits) == ("." in body):
        raw = _as_number(digits, body)
    cannot = is_negative(raw, targets) or (whole and is_broken(raw))
    not_meant = cannot or _is_not_meant(raw, max(targets, default=0), year)
    return Read(text, body, digits, word, raw, "" if not_meant else raw)


def is_negative(count: Result, targets: Sequence[Number]) -> bool:
    """Return whether a count is negative beside targets of which none is."""
    return not isinstance(count, str) and count < 0 <= min(targets, default=0)


def is_broken(count: Result) -> bool:
    """Return whether a count is not whole."""
    return not isinstance(count, str) and count != math.floor(count)


def _read_percent(typed: CellValue, text: str, targets: Sequence[Number]) -> Read:
    body = text
    for start in known.PERCENT_STARTS:
        body = body.removeprefix(start).strip(" ")
    body = _without_longest_ending(body, known.PERCENT_SIGNS)
    digits = body.removeprefix("-").replace(".", "", 1)
    word = _in_words(body, alone=not text.endswith(body))
    number = _shown_number(typed, text)
    raw: Result = plain(number) if number is not None else word if word >= 0 else _as_number(digits, body)
    if text == known.A_PERCENT and (stored := as_number(typed)) is not None:
        raw = _hundredfold(stored)
    least = min(targets, default=0)
    value = raw
    if not isinstance(raw, str):
        if 0 < raw < 1 and body == text:
            value = _hundredfold(raw)
        doubtful = number is not None and 1 < raw <= known.DOUBTFUL < least
        if doubtful or not 0 <= raw <= largest_percent(targets):
            value = ""
    return Read(text, body, digits, word, raw, value)


def _hundredfold(number: Number) -> Number:
    # What is seen with 15 digits counts: 0.57*100 is 56.99999999999999 where numbers are binary.
    return plain(float(half_up(Decimal(format(number * 100, ".15g")), 10)))


def _shown_number(typed: CellValue, text: str) -> Number | None:
    """The number in a cell, where it is shown as one, to the 15 digits that formulas compare: =0.07*100 is 7."""
    number = as_number(typed) if text == known.A_NUMBER else None
    return float(format(number, ".15g")) if isinstance(number, float) else number


def _in_words(body: str, alone: bool = True) -> int:
    """The number in words, -1 where there is none; `alone` says whether it may stand there without digits."""
    if alone and body in known.NUMBER_WORDS:
        return known.NUMBER_WORDS[body]
    digits, _, said = body.replace(" (", "(").replace("( ", "(").replace(" )", ")").partition("(")
    number = known.NUMBER_WORDS.get(said.removesuffix(")"), -1) if said.endswith(")") else -1
    return number if digits in (f"{number}", f"0{number}") else -1


def largest_percent(targets: Sequence[Number]) -> Number:
    """Return the largest percent that can be meant beside these targets."""
    most = max(targets, default=0)
    return known.ABOVE_FULL * most if most > known.FULL else known.FULL


def _as_number(digits: str, body: str) -> Result:
    if not _only_digits(digits) or body.endswith("."):
        return ""
    places = len(body) - body.index(".") - 1 if "." in body else 0
    return plain(int(digits) / 10**places * (-1 if body.startswith("-") else 1))


def _is_not_meant(count: Result, most: Number, year: FiscalYear) -> bool:
    if isinstance(count, str):
        return False
    if abs(count) > known.FAR_ABOVE * max(known.LEAST_TARGET, most):
        return True
    if count <= known.ABOVE * most or count != math.floor(count):
        return False
    near = range(year.start - known.YEARS_AROUND, year.start + known.YEARS_AROUND + 2)
    a_year = (count % 10_000 if count > 10**6 else count) in near
    return a_year or count in known.days_meant(year)


def _read_day(typed: CellValue, text: str, meant: range) -> Read:
    body = _without_longest_ending(_month_behind_day(text), known.ERAS)
    for ordinal in known.SPACED_ORDINALS:
        body = body.replace(f" {ordinal} ", f"{ordinal} ")
    for sign in known.YEAR_CUT_SHORT:
        body = body.replace(f"{sign}2", " 2")
    body = body.replace("-", "/").replace(".", "/")
    number = _shown_number(typed, text)
    if number is not None:
        return Read(text, body, number=math.floor(number) if meant.start <= number < meant.stop else "")
    parts = body.split("/")
    short = len(parts) == 3 and len(parts[0]) <= 4 and len(parts[1]) <= 3 and len(body) <= 13
    if short and _only_digits("".join(parts)):
        return Read(text, body, body.replace("/", " " * 20), *_day(parts, meant))
    words = [word for word in body.replace("/", " ").replace(",", " ").split(" ") if word]
    month = _month(words[1]) if len(words) == 3 else 0
    if not month or not _stands_between_digits(body, words):
        return Read(text, body)
    first = _without_longest_ending(words[0], known.ORDINALS)
    numbers = first if _only_digits(first) else "", str(month), words[2]
    return Read(text, body, (" " * 20).join(words), *_day(numbers, meant))


def _month(name: str) -> int:
    """The number of a month, whose name may be cut short; 0 where it is none."""
    return known.MONTH_NAMES.get(name[:-1] if name.endswith(known.SHORTENED) else name, 0)


def _month_behind_day(text: str) -> str:
    month, _, rest = text.partition(" ")
    day, comma, year = rest.partition(",")
    year = year.strip(" ")
    bare = day and not any(letter in day for letter in known.IN_A_DAY)
    if comma and month in known.MONTH_NAMES and bare and year[3:4].isdigit() and year[3].isascii():
        return f"{day} {month} {year}"
    return text


def _stands_between_digits(body: str, words: Sequence[str]) -> bool:
    """Whether a month may stand between a day of one or two digits and a year."""
    ends = body[0] in known.ASCII_DIGITS and body[-1] in known.ASCII_DIGITS
    return ends and " ".join(words)[2] not in known.ASCII_DIGITS


def _day(parts: Sequence[str], meant: range) -> tuple[int, int, Result]:
    """Year, month and day in one number (0 where one is missing), and the serial number of a real day that is meant."""
    first, middle, last = parts
    iso = len(first) == 4
    typed_year, typed_day = (first, last) if iso else (last, first)
    year = int(typed_year) + (2000 if len(typed_year) == 2 else 0) if _only_digits(typed_year) else 0
    month_day = int(middle) * known.MONTH_PLACE + int(typed_day) if middle and typed_day else 0
    try:
        day = date(year if 2000 <= year <= 2099 else 0, *divmod(month_day, known.MONTH_PLACE))
    except ValueError:
        return year, month_day, ""
    number = as_number(serial(day))
    return year, month_day, "" if number is None or number not in meant else number


def _cleaned(typed: CellValue, kind: str) -> str:
    if typed is None:
        return ""
    if not isinstance(typed, str):
        return kind if as_number(typed) is not None else known.NEITHER
    for blank in known.BLANKS:
        typed = typed.replace(blank, " ")
    for letter in known.INVISIBLE:
        typed = typed.replace(letter, "")
    for composed, usual in known.COMPOSED.items():
        typed = typed.replace(composed, usual)
    text = " ".join(filter(None, to_ascii_digits(typed).lower().split(" ")))
    return text[:-1].strip(" ") if text.endswith(tuple(known.END_MARKS)) else text


def _texts(words: WordList) -> Sequence[str]:
    return [str(word) for word in known.LISTS[words]]


def _without_longest_ending(text: str, endings: Sequence[str] | Sequence[str | int]) -> str:
    longest = max((len(str(ending)) for ending in endings if text.endswith(str(ending))), default=0)
    return text[: len(text) - longest].strip(" ")


def _only_digits(text: str) -> bool:
    return 0 < len(text) <= known.LONGEST_NUMBER and text.isascii() and text.isdigit()
