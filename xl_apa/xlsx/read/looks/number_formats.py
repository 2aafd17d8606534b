"""What kind of number a format code shows: a plain one, a percent, a day, a time, or another than is stored.

Source: ECMA-376 part 1, 18.8.30 (built-in ids) and 18.8.31 (format codes, sections and conditions).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from xl_apa.core.cells import NumberFormat
from xl_apa.xlsx.read.looks.shown_text import ShownText, words_beside

_DAYS, _TIMES, _PERCENTS = NumberFormat.DAY, NumberFormat.TIME, NumberFormat.PERCENT
_NUMBERS = (NumberFormat.GENERAL, _PERCENTS)

BUILT_IN: dict[int, NumberFormat] = {
    **dict.fromkeys((9, 10), _PERCENTS),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58), _DAYS),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48), 55, 56), _TIMES),
}
"""Built-in format ids that show no plain number; 27 to 36 and 50 to 58 are those of East Asian editions."""

_LONGEST_CODE = 1000
"""Excel takes 255 letters, LibreOffice more; whatever is far longer was made to be slow."""

_BUILT_IN_CODES = {11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 48: "##0.0E+0"}
"""Built-in ids that show another number than is stored, or seem to."""

# What is in quotes, after a backslash, or only fills or pads, is no code.
_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.')
_PART = re.compile(r'(?:^|(?<=;))((?:"[^"]*"?|\\.|[^;"\\])*)')
"""A section of a code: a semicolon in quotes or behind a backslash ends none."""
_BRACKET = re.compile(r"\[([^\]]*)\]")
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_MINUTES = re.compile(r"h[^a-z]*m+|m+[^a-z]*s", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_CENTURY = re.compile(r"(?<!\d)[2২][0০](?!\d)")
"""What may stand before a year of two digits."""
_NO_CODE = re.compile(r"general|standard|am/pm|a/p", re.IGNORECASE)
"""Words in which letters are no days or months."""

COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format code; `condition` is None where the section's place says which numbers it is for.

    `text`: how a number is written that is shown otherwise. `beside`: the words beside a day or a percent.
    """

    shows: NumberFormat
    condition: tuple[str, float] | None = None
    text: ShownText | None = None
    beside: str = ""

    def takes(self, number: float) -> bool:
        return self.condition is not None and COMPARE[self.condition[0]](number, self.condition[1])


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """How a format code shows numbers; `plain` where it shows every number as a number.

    There is one of every code, so that it is compared, and found among others, without looking into it.
    """

    sections: tuple[_Section, ...] = ()

    @property
    def plain(self) -> bool:
        return all(section.shows is NumberFormat.GENERAL for section in self.sections)

    def of(self, number: float) -> NumberFormat:
        """Return what a number is shown as."""
        return self._section(number).shows

    def text_of(self, number: float) -> str:
        """Return what is shown of a number that is shown otherwise; of a day or a percent the words beside it."""
        section = self._section(number)
        return section.text.text(number) if section.text else section.beside

    def _section(self, number: float) -> _Section:
        """The section whose condition a number meets, else the one for its sign."""
        sections = self.sections
        if not sections:
            return _AS_IT_IS
        if any(section.condition for section in sections):
            free = next((section for section in sections if not section.condition), sections[-1])
            return next((section for section in sections if section.takes(number)), free)
        at = 0 if number > 0 or len(sections) == 1 else 1 if number < 0 else 2 if len(sections) > 2 else 0
        return sections[at]


_AS_IT_IS = _Section(NumberFormat.GENERAL)
PLAIN = Shown()
"""As a plain number."""


@lru_cache(maxsize=1024)
def built_in(number: int) -> Shown:
    """Return how a built-in format shows numbers, by its id."""
    if number in _BUILT_IN_CODES:
        return shown_by(_BUILT_IN_CODES[number])
    shows = BUILT_IN.get(number)
    return Shown((_Section(shows),)) if shows else PLAIN


@lru_cache(maxsize=1024)
def shown_by(code: str) -> Shown:
    """Return how a format code shows numbers: `dd/mm/yyyy` as a day, `[<1]0.0%;0` those below 1 as a percent.

    Raise ValueError for one that is far longer than any program allows.
    """
    if len(code) > _LONGEST_CODE:
        raise ValueError(f"a number format of {len(code)} letters")
    if not code:
        return PLAIN
    parts = _PART.findall(code)[:3]
    # The second section is for negative numbers and writes its own sign, unless a condition says what it is for.
    signed = not any(map(_CONDITION.fullmatch, map(str.strip, _BRACKET.findall(code))))
    sections = tuple(_section(part, is_negative=signed and at == 1) for at, part in enumerate(parts))
    shown = Shown(sections)
    return PLAIN if shown.plain else shown


def _section(whole: str, is_negative: bool = False) -> _Section:
    part = _LITERAL.sub("", whole)
    condition: tuple[str, float] | None = None
    elapsed = False
    for bracket in _BRACKET.findall(part):
        if match := _CONDITION.fullmatch(bracket.strip()):
            condition = (match[1], float(match[2]))
        elif _ELAPSED.fullmatch(bracket):
            elapsed = True
    shows = NumberFormat.TIME if elapsed else _shows(_BRACKET.sub("", part))
    text = ShownText.of(whole)
    faithful = text.faithful_percent if shows is NumberFormat.PERCENT else text.faithful
    if shows in _NUMBERS and not ((is_negative and text.digits) or faithful):
        return _Section(NumberFormat.OTHERWISE, condition, text)
    beside = words_beside(whole)
    if shows is NumberFormat.DAY and _FIGURE.search(_CENTURY.sub("", beside)):
        # `dd/mm/"2023"` writes that year beside every day.
        return _Section(NumberFormat.OTHERWISE, condition, ShownText(beside, "", ""))
    return _Section(shows, condition, beside=beside)


def _shows(letters: str) -> NumberFormat:
    letters = _NO_CODE.sub("", letters).lower()
    if "%" in letters:
        return NumberFormat.PERCENT
    if re.search("[dyegb]|m", _MINUTES.sub("", letters)) and not re.search("[0#?]e[+-]", letters):
        return NumberFormat.DAY
    if re.search("[hs]", letters):
        return NumberFormat.TIME
    return NumberFormat.GENERAL
