"""Rows and columns counted from 0, as people and formulas write them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_apa.xlsx.addresses import address, block, cell_name, column_letters, column_ranges, position

ROWS, COLUMNS = st.integers(0, 1_048_575), st.integers(0, 16_383)


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
)
def test_a_column_has_its_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@given(ROWS, COLUMNS)
def test_a_name_leads_back_to_its_cell(row: int, column: int) -> None:
    name = cell_name(row, column)
    assert position(name) == position(name.lower()) == position(address("১ম 'ক'!", row, column)) == (row, column)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("'১ম ত্রৈমাসিক'!M8", (7, 12)),
        ("$M$8", (7, 12)),
        ("8", (7, -1)),
        ("", None),
        ("M", None),
        ("ABCD1", None),
        ("A12345678", None),
        ("M8:M9", None),
    ],
)
def test_only_a_cell_has_a_place(where: str, place: tuple[int, int] | None) -> None:
    assert position(where) == place


def test_neighbouring_rows_are_one_range() -> None:
    assert column_ranges([7, 10, 11, 12, 20], 12) == ["M8", "M11:M13", "M21"]
    assert column_ranges([], 12) == []


def test_a_block_does_not_move_with_a_formula() -> None:
    assert block(range(7, 18), 18, 19) == "$S$8:$T$18"
    assert block(range(7, 8), 18) == "$S$8:$S$8"


def test_a_quote_in_a_sheets_name_is_doubled() -> None:
    assert address("it's", 0, 0) == "'it''s'!A1"
