"""What a format code shows, with the codes that Excel, LibreOffice and our own templates write."""

from __future__ import annotations

import pytest

from xl_apa.core.cells import NumberFormat
from xl_apa.xlsx.read.looks.number_formats import built_in, shown_by


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("General", "general"),
        ("0.00", "general"),
        ("#,##0", "general"),
        ("@", "general"),
        ("0.00E+00", "otherwise"),
        ("# ?/?", "otherwise"),
        ('0"%"', "otherwise"),
        (r"[$-5000845]0\%", "otherwise"),
        ('0" day"', "otherwise"),
        ("[$৳-845]#,##0.00", "general"),
        ("[Red]0", "general"),
        ("0%", "percent"),
        ("[$-5000845]0.00%", "percent"),
        (r"[$-5000845]dd\/mm\/yyyy", "day"),
        ("yyyy-mm-dd", "day"),
        ("d mmmm yyyy", "day"),
        ("[$-845]dddd, mmmm d, yyyy;@", "day"),
        ("mmm-yy", "day"),
        ("dd/mm/yyyy hh:mm", "day"),
        ("hh:mm:ss", "time"),
        ("mm:ss.0", "time"),
        ("[h]:mm", "time"),
        ("h:mm AM/PM", "time"),
        ('dd/mm/"20"yy', "day"),
        ('dd/mm/"২০"yy', "day"),
        ("0\\ %", "percent"),
        ("%0", "percent"),
        ("_-* 0%_-", "percent"),
        ('"অর্জন "0%', "percent"),
    ],
)
def test_a_code_shows_numbers_as(code: str, shows: str) -> None:
    assert shown_by(code).of(45428) == shows


@pytest.mark.parametrize(
    ("code", "number", "shows"),
    [
        ('[<1][$-5000845]0.0%;[$-5000845]General"%"', 0.96, "percent"),
        ('[<1][$-5000845]0.0%;[$-5000845]General"%"', 96, "otherwise"),
        ("0;-0%;dd/mm/yyyy", 1, "general"),
        ("0;-0%;dd/mm/yyyy", -1, "percent"),
        ("0;-0%;dd/mm/yyyy", 0, "day"),
        ("[>=100]0;[=0]0%;dd/mm/yyyy", 0, "percent"),
        ("[>=100]0;[=0]0%;dd/mm/yyyy", 5, "day"),
    ],
)
def test_which_part_of_a_code_counts_depends_on_the_number(code: str, number: float, shows: str) -> None:
    assert shown_by(code).of(number) == shows


@pytest.mark.parametrize(
    ("number", "shows"),
    [
        (0, "general"),
        (4, "general"),
        (9, "percent"),
        (14, "day"),
        (22, "day"),
        (20, "time"),
        (46, "time"),
        (49, "general"),
    ],
)
def test_built_in_formats_are_known_by_their_numbers(number: int, shows: str) -> None:
    assert built_in(number).of(1) is NumberFormat(shows)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("dd/mm/yyyy", ""),
        (r"dd\/mm\/yyyy", ""),
        ('"by "dd/mm/yyyy', "by"),
        ('dd/mm/yyyy" এর মধ্যে"', "এর মধ্যে"),
        (r"dd/mm/yyyy\ \(\d\u\e\)", "(due)"),
        ("0%", ""),
        ('">"0%', ">"),
        ('0%" বাকি"', "বাকি"),
    ],
)
def test_the_words_beside_a_day_or_a_percent_are_told(code: str, words: str) -> None:
    assert shown_by(code).text_of(45428) == words
