"""What a person reads where a number format shows another number than the stored one, or none."""

from __future__ import annotations

import pytest

from xl_apa.core.cells import NumberFormat
from xl_apa.xlsx.read.looks.number_formats import built_in, shown_by
from xl_apa.xlsx.read.looks.shown_text import ShownText


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        (";;;", 4, ""),
        ('""', 4, ""),
        ("0,", 4000, "4"),
        ("0,,", 4, "0"),
        ("#,##0,", 45000, "45"),
        ("0.0,", 4500, "4.5"),
        ('0"0"', 4, "40"),
        (r"0\0", 4, "40"),
        ('"1"0', 4, "14"),
        ('"৪"', 9, "৪"),
        ('General"0"', 4, "40"),
        ('General" টি"', 4, "4 টি"),
        ('0" বাকি"', 3, "3 বাকি"),
        ('0"%"', 4, "4%"),
        (r"0\%", 4, "4%"),
        ('">"0', 4, ">4"),
        ('"~"0', 4, "~4"),
        ('0"/5"', 4, "4/5"),
        ('0.0" হাজার"', 2.25, "2.3 হাজার"),
        ('"-"0', 4, "-4"),
        ("0.0E+0", 40, ""),
        ("?/?", 4, ""),
        ("# ??/16", 0.5, ""),
        ("0000-0000", 4, ""),
        ('0"."0', 96, ""),
        (r"0\.0", 96, ""),
        ('0","0', 96, ""),
        ("0;-0;", 0, ""),
        ('[=4]"হয়নি";0', 4, "হয়নি"),
        ('"a;b"', 4, "a;b"),
        (" ", 4, ""),
        ("0*0", 4, "40"),
        ("0*5", 4, "45"),
        ("[$5]0", 4, "54"),
        ("[$৫-845]0", 4, "৫4"),
        ("[$by-845] 0", 4, "by 4"),
        ("0[$%]", 0.96, "1%"),
        ("0[$ বাকি]", 4, "4 বাকি"),
        ("0٪", 0.96, "1٪"),
        ('0"‰"', 96, "96‰"),
        ('0"."0', 4, ""),
        # percents
        ('"৮"0%', 0.96, "৮96%"),
        ('0%"5"', 0.96, "96%5"),
        ("0%5", 0.96, "96%5"),
        ('0%" (৮৫%)"', 0.96, "96% (৮৫%)"),
        ("0%-", 0.96, "96%-"),
        ("-0%", 0.96, "-96%"),
        ("0%%", 0.96, "9600%%"),
        ("0,%", 960, "96%"),
        ('0"."0%', 0.96, ""),
        ("General%5", 0.96, "96%5"),
        # days
        ('dd/mm/"2023"', 45428, "2023"),
        ('d"1"/mm/yyyy', 45428, "1"),
    ],
)
def test_a_number_is_shown_otherwise(code: str, number: float, text: str) -> None:
    shown = shown_by(code)
    assert (shown.of(number), shown.text_of(number)) == (NumberFormat.OTHERWISE, text)


PLAIN = [
    "General",
    "@",
    "0",
    "00",
    "0.00",
    "#,##0",
    "0.##",
    "[$৳-845]#,##0.00",
    "[$BDT] 0",
    "[$Tk.-409] 0",
    "# ##0",
    "* 0",
]


@pytest.mark.parametrize("code", PLAIN)
@pytest.mark.parametrize("before", ["", "[Red]", "[$-5000845]", "_("])
def test_a_number_is_shown_as_it_is(code: str, before: str) -> None:
    assert shown_by(before + code).of(4) is NumberFormat.GENERAL


@pytest.mark.parametrize("code", ["0;-0", "#,##0;(#,##0)", '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'])
@pytest.mark.parametrize("number", [4, -4])
def test_a_negative_number_has_its_sign_from_the_format(code: str, number: float) -> None:
    assert shown_by(code).of(number) is NumberFormat.GENERAL


@pytest.mark.parametrize(
    ("number", "otherwise"), [(11, True), (12, True), (13, True), (48, True), (0, False), (3, False)]
)
def test_the_built_in_formats_of_exponents_and_fractions_are_known(number: int, otherwise: bool) -> None:
    assert (built_in(number).of(4) is NumberFormat.OTHERWISE) is otherwise


def test_a_section_is_told_apart_into_what_stands_around_its_digits() -> None:
    assert ShownText.of('"ক "[Red]#,##0.0_)" খ"') == ShownText("ক ", "#,##0.0", " খ")
