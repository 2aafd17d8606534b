from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.core.serials import date_of_serial, serial_of_day
from xl_apa.core.typed.dates import parse_date

MAY_16 = date(2024, 5, 16)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (45428, MAY_16),
        (45428.75, MAY_16),
        (36526, date(2000, 1, 1)),
        (73050, date(2099, 12, 31)),
        (73050.99, date(2099, 12, 31)),
        (36525, None),
        (73051, None),
        (0, None),
        (-1, None),
        (16052024, None),
        (float("nan"), None),
        (float("inf"), None),
    ],
)
def test_a_serial_of_this_century_is_a_day(serial: float, day: date | None) -> None:
    assert date_of_serial(serial) == day


@pytest.mark.parametrize(
    ("day", "serial"),
    [
        (date(1900, 1, 1), 1),
        (date(1900, 2, 28), 59),
        (date(1900, 3, 1), 61),
        (date(1900, 4, 5), 96),
        (datetime(1900, 1, 2, 12), 2.5),
        (datetime(1900, 4, 5, 6), 96.25),
        (MAY_16, 45428),
    ],
)
def test_a_day_is_a_number_again_as_excel_counts(day: date, serial: float) -> None:
    assert serial_of_day(day) == serial


@given(DAYS)
def test_the_serial_of_a_day_is_that_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)) / timedelta(days=1)
    assert date_of_serial(serial) == parse_date(str(int(serial))).value == day
    assert serial_of_day(day) == serial
