"""What a value by itself gives reason to say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.core.builders import YEAR, listed
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.limits import about_amount, about_day
from xl_apa.core.model import Unit


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2023, 6, 30), "date-outside-year"),
        (date(2023, 7, 1), ""),
        (date(2023, 12, 31), ""),
        (date(2024, 1, 1), "date-after-quarter"),
        (date(2024, 6, 30), "date-after-quarter"),
        (date(2024, 7, 1), "date-outside-year"),
    ],
)
def test_a_day_lies_in_the_fiscal_year_and_not_after_the_quarter(day: date, code: str) -> None:
    found = listed(about_day(day, YEAR, Quarter.Q2, "M8", "1.1.1"))
    assert found == ([(code, "M8", "1.1.1")] if code else [])


@pytest.mark.parametrize(
    ("value", "unit", "code"),
    [
        ("0", Unit.PERCENT, ""),
        ("100", Unit.PERCENT, ""),
        ("33.3", Unit.PERCENT, ""),
        ("100.01", Unit.PERCENT, ""),
        ("0", Unit.NUMBER, ""),
        ("2.0", Unit.NUMBER, ""),
        ("2.5", Unit.NUMBER, "count-not-whole"),
        ("-1", Unit.NUMBER, "count-negative"),
        ("-1.5", Unit.NUMBER, "count-negative"),
    ],
)
def test_a_count_is_whole_and_not_negative_and_a_percent_was_judged_when_it_was_read(
    value: str, unit: Unit, code: str
) -> None:
    found = listed(about_amount(Decimal(value), unit, "M8", "1.2.1"))
    assert found == ([(code, "M8", "1.2.1")] if code else [])
