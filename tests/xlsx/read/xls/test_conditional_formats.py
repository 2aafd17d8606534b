"""Conditional formats in the records of an .xls, as MS-XLS describes what LibreOffice does not write: number formats."""

from __future__ import annotations

import struct

import pytest

from tests.xlsx.xls_records import record
from xl_apa.core.cells import NumberFormat
from xl_apa.xlsx.read.grid import CellRange
from xl_apa.xlsx.read.looks.number_formats import Shown, built_in
from xl_apa.xlsx.read.xls.conditional_formats import conditional_looks

GROUP = struct.pack("<12xH8H", 2, 7, 17, 12, 12, 20, 20, 0, 3)
"""M8:M18 and A21:D21: first row, last row, first column, last column."""
ABOVE_2 = struct.pack("<BH", 0x1E, 2)
NUMBER_FORMAT = 1 << 25


def sheet(kind: int, sign: int, look: bytes, first: bytes) -> bytes:
    rule = struct.pack("<BBHH", kind, sign, len(first), 0) + look + first
    return record(0x0809, bytes(16)) + record(0x01B0, GROUP) + record(0x01B1, rule) + record(0x000A)


def own_code(code: str) -> bytes:
    letters = code.encode("utf-16-le")
    return struct.pack("<IHHHB", NUMBER_FORMAT, 1, 5 + len(letters), len(code), 1) + letters


@pytest.mark.parametrize(
    ("look", "shows"),
    [
        (own_code('0"0"'), NumberFormat.OTHERWISE),
        (struct.pack("<IHBB", NUMBER_FORMAT, 0, 0, 9), NumberFormat.PERCENT),
        (struct.pack("<IHBB", NUMBER_FORMAT, 0, 0, 14), NumberFormat.DAY),
    ],
)
def test_a_number_format_of_a_condition_is_told(look: bytes, shows: NumberFormat) -> None:
    found = conditional_looks(sheet(1, 5, look, ABOVE_2), 0, built_in)
    assert [each.area for each in found] == [CellRange(7, 12, 17, 12), CellRange(20, 0, 20, 3)]
    assert {each.shown.of(3) for each in found if isinstance(each.shown, Shown)} == {shows}
    assert [list(each.bounds) for each in found] == [[(">", 2.0)]] * 2


@pytest.mark.parametrize("look", [own_code("0.00"), struct.pack("<IHBB", NUMBER_FORMAT, 0, 0, 1), bytes(6)])
def test_a_look_that_leaves_a_number_what_it_is_says_nothing(look: bytes) -> None:
    assert conditional_looks(sheet(1, 5, look, ABOVE_2), 0, built_in) == []


def test_a_fraction_is_compared_too_and_another_formula_is_not_calculated() -> None:
    fraction = struct.pack("<Bd", 0x1F, 2.5)
    [first, _] = conditional_looks(sheet(1, 6, own_code(";;;"), fraction), 0, built_in)
    assert list(first.bounds) == [("<", 2.5)]
    [below, _] = conditional_looks(sheet(1, 6, own_code(";;;"), ABOVE_2 + b"\x13"), 0, built_in)
    assert list(below.bounds) == [("<", -2.0)]
    [other, _] = conditional_looks(sheet(2, 0, own_code(";;;"), b"\x44\0\0\x0c\xc0" + ABOVE_2 + b"\x0d"), 0, built_in)
    assert list(other.bounds) == []
