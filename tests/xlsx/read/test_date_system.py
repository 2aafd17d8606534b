"""Numbers as days, in workbooks that count from 1900 and from 1904."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.xlsx.read.date_system import EPOCH_1900, EPOCH_1904, day_of, epoch_of, number_of, numeric_cell

_EPOCHS = st.sampled_from([EPOCH_1900, EPOCH_1904])


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)), _EPOCHS)
def test_a_moment_comes_back_from_its_number_to_the_second(moment: datetime, epoch: date) -> None:
    moment = moment.replace(microsecond=0)
    back = day_of(number_of(moment, epoch), epoch)
    assert back is not None
    assert abs(back - moment) <= timedelta(milliseconds=1)


def test_a_1904_workbook_counts_the_same_day_1462_lower() -> None:
    day = date(2024, 5, 16)
    assert number_of(day, epoch_of(False)) - number_of(day, epoch_of(True)) == 1462


@pytest.mark.parametrize("number", [-1, 0, 2, 60.9, 1464, 36525.9, 73051, 16052024, 1e300])
def test_what_is_no_day_of_this_century_stays_a_number_though_it_is_shown_as_a_day(number: float) -> None:
    assert numeric_cell(number, NumberFormat.DAY, EPOCH_1900) == Cell(number, shown_as=NumberFormat.DAY)


def test_a_general_number_tells_the_day_it_is_only_where_that_is_another_than_usual() -> None:
    assert numeric_cell(43966.0, NumberFormat.GENERAL, EPOCH_1900) == 43966.0
    assert numeric_cell(43966.0, NumberFormat.GENERAL, EPOCH_1904) == Cell(43966.0, day=date(2024, 5, 16))


def test_a_day_with_a_time_is_that_moment() -> None:
    assert numeric_cell(45428.5, NumberFormat.DAY, EPOCH_1900) == Cell(
        datetime(2024, 5, 16, 12), "", CellKind.PLAIN, "", NumberFormat.DAY
    )
