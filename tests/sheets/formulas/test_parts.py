"""Pieces that formulas are put together from."""

from __future__ import annotations

import pytest

from xl_apa.sheets.formulas.parts import (
    first_true,
    in_ascii_digits,
    is_one_of,
    quoted,
    text_list,
    without,
    without_ending,
)


@pytest.mark.parametrize(
    ("made", "formula"),
    [
        (quoted('ক "খ"'), '"ক ""খ"""'),
        (text_list(["ক", "খ"]), '{"ক","খ"}'),
        (without("A1", "-\t"), 'SUBSTITUTE(SUBSTITUTE(A1,"-",""),CHAR(9),"")'),
        (is_one_of("A1", ["ক"]), 'SUMPRODUCT(EXACT(A1,{"ক"})*1)>0'),
        (first_true([("A1", 1), ("B1", 2)], 0), "IF(A1,1,IF(B1,2,0))"),
        (first_true([], '""'), '""'),
        (without_ending("A1", ["টি"], "A1"), 'IF(EXACT(RIGHT(A1,2),"টি"),TRIM(LEFT(A1,LEN(A1)-2)),A1)'),
    ],
)
def test_a_piece_is_a_formula(made: str, formula: str) -> None:
    assert made == formula


def test_every_bengali_digit_is_replaced() -> None:
    made = in_ascii_digits("A1")
    assert made.count("SUBSTITUTE(") == 10
    assert all(f'"{bangla}","{digit}"' in made for digit, bangla in enumerate("০১২৩৪৫৬৭৮৯"))
