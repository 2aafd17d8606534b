"""Which values cannot be meant: as a count a day's serial, a year, a phone number; as a percent what is none of 0-100;
as a day one of another decade.

The bounds follow from the row's own targets and year, here and nowhere else. They are judgement, no rule of a
guideline: such a value has no marks and is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Value
from xl_apa.core.serials import date_of_serial
from xl_apa.core.typed.dates import parse_date

FAR_ABOVE = 50
"""So many times the largest target nobody achieves."""
LEAST_TARGET = Decimal(2)
"""A smaller largest target counts as this one: beside a target of 1, a hundred can still be meant."""
ABOVE = 10
"""So many times the largest target, a number that also names a day or a year is not meant as a count."""
YEARS_AROUND = 2
"""How far from the fiscal year a day or year is still one that an officer has in mind."""
FULL = 100
"""No percent is above this, unless the row's own targets are."""
ABOVE_FULL = 2
"""So many times its largest target a percent may be that has a target above 100."""
DOUBTFUL = 2
"""A stored number above 1 and up to this is 1.05% as well as 105%: where a cell's format ends in a written `%`, Excel
keeps a typed 105% as 1.05 and shows 1.05%."""


def is_plausible(count: Decimal, targets: Sequence[Value | None], year: FiscalYear | None = None) -> bool:
    """Return whether a count can be meant beside these targets; without a fiscal year, of any day of this century.

    The sign does not matter, nor whether more or less is better. Without targets everything can be meant.
    """
    largest = largest_target(targets)
    if largest is None:
        return True
    size = abs(count)
    if size > FAR_ABOVE * max(largest, LEAST_TARGET):
        return False
    return size <= ABOVE * largest or not _names_a_day(size, year)


def largest_percent(targets: Sequence[Value | None]) -> Decimal:
    """Return the largest percent that can be meant beside these targets: 100, or more where a target is above 100."""
    largest = largest_target(targets)
    return ABOVE_FULL * largest if largest is not None and largest > FULL else Decimal(FULL)


def is_doubtful_percent(number: Decimal, targets: Sequence[Value | None]) -> bool:
    """Return whether a number that a cell holds, without a sign, may be a percent as well as a hundredth of one.

    Beside targets as small as that the percent is meant.
    """
    least = min((target for target in targets if isinstance(target, Decimal)), default=None)
    return 1 < number <= DOUBTFUL and least is not None and least > DOUBTFUL


def is_day_meant(day: date, targets: Sequence[Value | None], year: FiscalYear | None) -> bool:
    """Return whether a day is near the fiscal year or, without one, near that of the first target day."""
    first = next((target for target in targets if isinstance(target, date)), None)
    around = year or (FiscalYear.of(first) if first else None)
    return around is None or _is_near(FiscalYear.of(day), around)


def largest_target(targets: Sequence[Value | None]) -> Decimal | None:
    """Return the largest of the targets that are numbers, None where there is none."""
    return _largest(tuple(targets))


@lru_cache(maxsize=4096)  # the targets are the plan's, and the same in every office's form
def _largest(targets: tuple[Value | None, ...]) -> Decimal | None:
    return max((target for target in targets if isinstance(target, Decimal)), default=None)


def day_near(number: Decimal, year: FiscalYear | None) -> date | None:
    """Return the day of which a number is the serial, near the fiscal year or, without one, of this century."""
    day = date_of_serial(float(number)) if number == number.to_integral_value() else None
    return day if day is not None and _is_near(FiscalYear.of(day), year) else None


def _names_a_day(number: Decimal, year: FiscalYear | None) -> bool:
    """Whether a number is the serial of a day, a year, or a day run together (16052024), near the fiscal year."""
    if number != number.to_integral_value():
        return False
    if day_near(number, year):
        return True
    whole = int(number)
    if 2000 <= whole <= 2099:
        # A calendar year has days of two fiscal years.
        return _is_near(FiscalYear(whole), year) or _is_near(FiscalYear(whole - 1), year)
    day = parse_date(f"{whole:08}").offer
    return day is not None and _is_near(FiscalYear.of(day), year)


def _is_near(one: FiscalYear, year: FiscalYear | None) -> bool:
    return year is None or abs(one.start - year.start) <= YEARS_AROUND
