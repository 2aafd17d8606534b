"""A cell: what stands in it, as people see it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from xl_apa.core.cells import BLANK, Cell, CellValue


@pytest.mark.parametrize(
    ("value", "text", "blank"),
    [
        (None, "", True),
        ("", "", True),
        (" \n", "", True),
        (" ৯৬ ", "৯৬", False),
        (3.0, "3", False),
        (2.5, "2.5", False),
        (0, "0", False),
        (float("inf"), "inf", False),
        (False, "False", False),
    ],
)
def test_a_cell_knows_its_text_and_whether_it_is_blank(value: CellValue, text: str, blank: bool) -> None:
    assert (Cell(value).text, Cell(value).blank) == (text, blank)
    assert BLANK.blank


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.3"), (date(2024, 5, 16), "2024-05-16"), (datetime(2024, 5, 16, 10, 30), "2024-05-16")],
)
def test_a_cell_is_quoted_without_binary_digits_and_without_a_time(value: CellValue, text: str) -> None:
    assert Cell(value).text == text


def test_a_cell_keeps_what_stands_in_it_and_where() -> None:
    cell = Cell(" ৯৬ ", "'১ম ত্রৈমাসিক'!M8")
    assert (cell.value, cell.address) == (" ৯৬ ", "'১ম ত্রৈমাসিক'!M8")
