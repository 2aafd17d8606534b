"""Rounding half up: exact, away from zero, the same for marks, means and shares."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.core.rounding import divided, half_up, mean, mean_of

WIDE = Context(prec=200, rounding=ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("number", "places", "rounded"),
    [
        (Decimal("0.125"), 2, "0.13"),
        (Decimal("-0.125"), 2, "-0.13"),
        (Decimal("0.12499"), 2, "0.12"),
        (Decimal(4), 2, "4.00"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Decimal(0), 2, "0.00"),
        (Decimal("1E+2"), 1, "100.0"),
    ],
)
def test_a_half_goes_away_from_zero(number: Decimal | Fraction, places: int, rounded: str) -> None:
    assert str(half_up(number, places)) == rounded


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6), st.integers(0, 6))
def test_a_quotient_is_rounded_as_decimal_rounds_it(numerator: int, denominator: int, places: int) -> None:
    wanted = WIDE.divide(Decimal(numerator), Decimal(denominator)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert divided(numerator, denominator, places) == wanted


def test_a_number_of_many_digits_keeps_them_all() -> None:
    digits = "9" * 40
    assert str(half_up(Decimal(f"{digits}.994"))) == f"{digits}.99"


@given(st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=40))
def test_a_mean_is_the_sum_by_the_count_rounded_once(numbers: list[Decimal]) -> None:
    exact = Fraction(sum(numbers)) / len(numbers)
    assert mean(numbers) == mean_of(sum(numbers, Decimal(0)), len(numbers)) == half_up(exact)


def test_of_nothing_there_is_no_mean() -> None:
    assert (mean([]), mean_of(0, 0)) == (None, None)


def test_a_mean_of_whole_numbers_has_two_decimals() -> None:
    assert str(mean_of(7, 2)) == "3.50"
