"""What kind of number a format code shows: a plain one, a percent, a day, a time.

Source: ECMA-376 part 1, 18.8.30 (built-in ids) and 18.8.31 (format codes, sections and conditions).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from xl_apa.core.cells import NumberFormat

_DAYS, _TIMES, _PERCENTS = NumberFormat.DAY, NumberFormat.TIME, NumberFormat.PERCENT

BUILT_IN: dict[int, NumberFormat] = {
    **dict.fromkeys((9, 10), _PERCENTS),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58), _DAYS),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48), 55, 56), _TIMES),
}
"""Built-in format ids that show no plain number; 27 to 36 and 50 to 58 are those of East Asian editions."""

# What is in quotes, after a backslash, or only fills or pads, is no code.
_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.')
_BRACKET = re.compile(r"\[([^\]]*)\]")
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_MINUTES = re.compile(r"h[^a-z]*m+|m+[^a-z]*s", re.IGNORECASE)
_NO_CODE = re.compile(r"general|standard|am/pm|a/p", re.IGNORECASE)
"""Words in which letters are no days or months."""

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format code; `condition` is None where the section's place says which numbers it is for."""

    shows: NumberFormat
    condition: tuple[str, float] | None = None

    def takes(self, number: float) -> bool:
        return self.condition is not None and _COMPARE[self.condition[0]](number, self.condition[1])


@dataclass(frozen=True, slots=True)
class Shown:
    """How a format code shows numbers; `plain` where it shows every number as a number."""

    sections: tuple[_Section, ...] = ()

    @property
    def plain(self) -> bool:
        return all(section.shows is NumberFormat.GENERAL for section in self.sections)

    def of(self, number: float) -> NumberFormat:
        """Return what a number is shown as: the section whose condition it meets, else the one for its sign."""
        sections = self.sections
        if not sections:
            return NumberFormat.GENERAL
        if any(section.condition for section in sections):
            free = next((section for section in sections if not section.condition), sections[-1])
            return next((section for section in sections if section.takes(number)), free).shows
        at = 0 if number > 0 or len(sections) == 1 else 1 if number < 0 else 2 if len(sections) > 2 else 0
        return sections[at].shows


PLAIN = Shown()
"""As a plain number."""


def built_in(number: int) -> Shown:
    """Return how a built-in format shows numbers, by its id."""
    shows = BUILT_IN.get(number)
    return Shown((_Section(shows),)) if shows else PLAIN


@lru_cache(maxsize=1024)
def shown_by(code: str) -> Shown:
    """Return how a format code shows numbers: `dd/mm/yyyy` as a day, `[<1]0.0%;0` those below 1 as a percent."""
    sections = tuple(_section(part) for part in _split(code)[:3])
    shown = Shown(sections)
    return PLAIN if shown.plain else shown


def _split(code: str) -> list[str]:
    """The sections with what is literal taken out."""
    return _LITERAL.sub("", code).split(";")


def _section(part: str) -> _Section:
    condition: tuple[str, float] | None = None
    elapsed = False
    for bracket in _BRACKET.findall(part):
        if match := _CONDITION.fullmatch(bracket.strip()):
            condition = (match[1], float(match[2]))
        elif _ELAPSED.fullmatch(bracket):
            elapsed = True
    return _Section(NumberFormat.TIME if elapsed else _shows(_BRACKET.sub("", part)), condition)


def _shows(letters: str) -> NumberFormat:
    letters = _NO_CODE.sub("", letters).lower()
    if "%" in letters:
        return NumberFormat.PERCENT
    if re.search("[dyegb]|m", _MINUTES.sub("", letters)) and not re.search("[0#?]e[+-]", letters):
        return NumberFormat.DAY
    if re.search("[hs]", letters):
        return NumberFormat.TIME
    return NumberFormat.GENERAL
