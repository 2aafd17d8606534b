"""Numbers, days and durations as they stand in the XML of an .ods file."""

from __future__ import annotations

import pytest
from lxml import etree

from xl_apa.core.cells import NumberFormat
from xl_apa.xlsx.read.date_system import EPOCH_1900
from xl_apa.xlsx.read.ods.values import amount_of, is_another_percent, is_shown_otherwise

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def _amount(kind: str, name: str, value: str) -> tuple[float, NumberFormat]:
    cell = etree.Element("cell", {f"{{{_OFFICE}}}{name}": value})
    return amount_of(cell, kind, EPOCH_1900)


@pytest.mark.parametrize(
    ("kind", "name", "value", "expected"),
    [
        ("float", "value", "4", (4.0, NumberFormat.GENERAL)),
        ("percentage", "value", "0.96", (0.96, NumberFormat.PERCENT)),
        ("date", "date-value", "2024-05-16T12:00:00", (45428.5, NumberFormat.DAY)),
        ("time", "time-value", "PT36H00M00S", (1.5, NumberFormat.TIME)),
    ],
)
def test_a_value_is_the_number_that_is_stored(kind: str, name: str, value: str, expected: object) -> None:
    assert _amount(kind, name, value) == expected


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        *(("float", "value", value) for value in ("1_0", "৪", "inf", "")),
        *(("date", "date-value", value) for value in ("২০২৪-০৫-১৬", "2024-05-16T24:00:00", "16/05/2024")),
        ("time", "time-value", "PT১২H00M00S"),
    ],
)
def test_what_no_office_program_reads_is_no_value(kind: str, name: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"no |could not"):
        _amount(kind, name, value)


@pytest.mark.parametrize(
    ("shown", "other"), [("4", False), ("৪", False), ("4.00", False), ("40", True), ("4 টি", True)]
)
def test_a_person_may_read_another_number(shown: str, other: bool) -> None:
    assert is_shown_otherwise(shown, 4.0) is other


@pytest.mark.parametrize(
    ("shown", "number", "other"),
    [
        *((shown, 36.0, True) for shown in ("3.6", "৩.৬", "3,6", "3/6", "3-6", "3 - 6", "3#6")),
        *((shown, 36.0, False) for shown in ("36", "৩৬", "36.0", "৳ 36", "(36)", "3 6")),
        *((shown, 3.6, False) for shown in ("3.6", "3,6", "৩.৬", "3.60")),
        *((shown, 3.6, True) for shown in ("36", "3/6")),
        *((shown, 123456.5, False) for shown in ("1,23,456.5", "123,456.5", "123.456,5", "123 456,5", "১,২৩,৪৫৬.৫")),
        *((shown, 1234.0, False) for shown in ("1,234", "1.234", "1 234", "১,২৩৪")),
        *((shown, 1234.0, True) for shown in ("12/34", "12.34", "123.4")),
    ],
)
def test_what_stands_between_figures_may_make_another_number(shown: str, number: float, other: bool) -> None:
    assert is_shown_otherwise(shown, number) is other


@pytest.mark.parametrize(
    ("shown", "other"),
    [
        *((shown, False) for shown in ("96%", "৯৬%", "96.0%", "96 %", "অর্জন 96%", "%96")),
        *((shown, True) for shown in ("৮96%", "96%5", "96% (৮৫%)", "-96%", "96%-", "9600%%", "9.6%", "", "96")),
    ],
)
def test_a_person_may_read_another_percent(shown: str, other: bool) -> None:
    assert is_another_percent(shown, 0.96) is other
