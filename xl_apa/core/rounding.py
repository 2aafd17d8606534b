"""Rounding half up, as marks, means and shares are rounded and Excel rounds: 0.125 gives 0.13, -0.125 gives -0.13."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

PLACES = 2
"""Decimals of marks, means and shares."""

# A cell holds 32,767 digits, and somebody will fill it; by itself a Decimal keeps 28.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def half_up(number: Decimal | Fraction, places: int = PLACES) -> Decimal:
    """Return a number rounded half up, exactly: no step in between is rounded."""
    return divided(*number.as_integer_ratio(), places)


def divided(numerator: int, denominator: int, places: int = PLACES) -> Decimal:
    """Return one whole number by another (above 0), rounded half up."""
    scaled = abs(numerator) * 10**places
    whole = (2 * scaled + denominator) // (2 * denominator)
    return _EXACT.scaleb(Decimal(whole if numerator >= 0 else -whole), -places)


def exact_sum(numbers: Sequence[Decimal]) -> Decimal:
    """Return what numbers add up to, every digit of it; 0 of nothing."""
    places = max((-int(number.as_tuple().exponent) for number in numbers), default=0)
    return half_up(sum(map(Fraction, numbers), Fraction(0)), max(places, 0))


def mean(numbers: Sequence[Decimal]) -> Decimal | None:
    """Return the mean, rounded half up to two decimals; None of nothing."""
    return mean_of(sum(numbers, Decimal(0)), len(numbers))


def mean_of(total: Decimal | Fraction | int, count: int) -> Decimal | None:
    """Return the mean of so many numbers that add up to `total`, rounded half up to two decimals; None of nothing."""
    if not count:
        return None
    numerator, denominator = total.as_integer_ratio()
    return divided(numerator, denominator * count)
