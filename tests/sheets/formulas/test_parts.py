"""Pieces that formulas are put together from."""

from __future__ import annotations

import pytest

from xl_apa.sheets.formulas.parts import (
    first_true,
    in_ascii_digits,
    is_listed,
    quoted,
    without,
    without_end_mark,
    without_listed_ending,
    without_listed_start,
    without_starts,
)


@pytest.mark.parametrize(
    ("made", "formula"),
    [
        (quoted('ক "খ"'), '"ক ""খ"""'),
        (without("A1", "-\t"), 'SUBSTITUTE(SUBSTITUTE(A1,"-",""),CHAR(9),"")'),
        (is_listed("A1", "b"), "SUMPRODUCT(EXACT(A1,b)*1)>0"),
        (
            without_listed_ending("A1", "b"),
            "TRIM(LEFT(A1,LEN(A1)-SUMPRODUCT(MAX(EXACT(RIGHT(A1,LEN(b)),b)*LEN(b)))))",
        ),
        (without_listed_start("A1", "b"), "TRIM(MID(A1,1+SUMPRODUCT(MAX(EXACT(LEFT(A1,LEN(b)),b)*LEN(b))),99))"),
        (
            without_end_mark("A1", "।"),
            'TRIM(SUBSTITUTE(SUBSTITUTE(TRIM(A1)&CHAR(10),"।"&CHAR(10),""),CHAR(10),""))',
        ),
        (
            without_starts("A1", ["ক"]),
            'TRIM(SUBSTITUTE(SUBSTITUTE(CHAR(10)&A1,CHAR(10)&"ক",""),CHAR(10),""))',
        ),
        (first_true([("A1", 1), ("B1", 2)], 0), "IF(A1,1,IF(B1,2,0))"),
        (first_true([], '""'), '""'),
    ],
)
def test_a_piece_is_a_formula(made: str, formula: str) -> None:
    assert made == formula


def test_every_bengali_digit_is_replaced() -> None:
    made = in_ascii_digits("A1")
    assert made.count("SUBSTITUTE(") == 10
    assert all(f'"{bangla}","{digit}"' in made for digit, bangla in enumerate("০১২৩৪৫৬৭৮৯"))
