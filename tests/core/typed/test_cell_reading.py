"""What a cell says by its kind: never a value that nobody sees, never nothing where something stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xl_apa.core.cells import Cell, CellKind, CellValue, NumberFormat
from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Status, Unit
from xl_apa.core.typed.cell_reading import KIND_OF, read_cell, result_of

YEAR = FiscalYear(2023)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("kind", KIND_OF)
def test_a_cell_without_a_value_that_counts_is_a_question_in_every_unit(kind: CellKind, unit: Unit) -> None:
    reading = read_cell(Cell(None, "M9", kind, "৪ (চার)"), unit, YEAR)
    assert (reading.status, reading.value, reading.kind) == (Status.UNREADABLE, None, KIND_OF[kind])


@pytest.mark.parametrize(
    ("fallback", "unit", "status", "offer"),
    [
        (4, Unit.NUMBER, Status.UNREADABLE, Decimal(4)),
        ("৯৬%", Unit.PERCENT, Status.UNREADABLE, Decimal(96)),
        (date(2024, 5, 16), Unit.DATE, Status.UNREADABLE, date(2024, 5, 16)),
        ("চলমান", Unit.NUMBER, Status.UNREADABLE, None),
        (4, Unit.DATE, Status.UNREADABLE, None),
        (None, Unit.NUMBER, Status.UNREADABLE, None),
        ("-", Unit.NUMBER, Status.NONE, None),
    ],
)
def test_a_merged_cell_offers_what_the_range_shows(
    fallback: CellValue, unit: Unit, status: Status, offer: object
) -> None:
    reading = read_cell(Cell(None, "M15", CellKind.MERGED, "M14", fallback=fallback), unit, YEAR)
    assert (reading.status, reading.offer, reading.value) == (status, offer, None)


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("3+1", 4),
        (" 12 - 8 ", 4),
        ("2*2.5", 5),
        ("48/50", 0.96),
        ("-3+7", 4),
        ("+3+1", 4),
        ("DATE(2024,5,16)", date(2024, 5, 16)),
        ("date( 2024 ; 5 ; 16 )", date(2024, 5, 16)),
        ("DATE(2024,2,30)", None),
        ("1/0", None),
        ("3", None),
        ("3+A1", None),
        ("SUM(1,2)", None),
        ("1+2+3", None),
        ("9" * 400 + "*" + "9" * 400, None),
        ("", None),
    ],
)
def test_only_formulas_of_numbers_are_computed(formula: str, result: CellValue) -> None:
    assert result_of(formula) == result


@pytest.mark.parametrize(("number", "percent"), [(1, 100), (1.05, 105), (2, 200), (0.96, 96), (0, 0)])
def test_a_percent_format_says_what_a_number_shows(number: float, percent: int) -> None:
    assert read_cell(Cell(number, shown_as=NumberFormat.PERCENT), Unit.PERCENT).value == percent


def test_without_a_percent_format_1_stays_doubtful() -> None:
    assert read_cell(Cell(1), Unit.PERCENT).kind is FindingKind.PERCENT_IS_ONE


@pytest.mark.parametrize("number", [45428, 45428.0, 0.5, 1])
def test_a_number_that_is_shown_as_a_percent_is_no_day(number: CellValue) -> None:
    reading = read_cell(Cell(number, shown_as=NumberFormat.PERCENT), Unit.DATE, YEAR)
    assert (reading.status, reading.kind) == (Status.UNREADABLE, FindingKind.SHOWN_OTHERWISE)


@pytest.mark.parametrize("unit", [Unit.NUMBER, Unit.PERCENT])
def test_the_day_of_a_1904_workbook_counts_for_days_alone(unit: Unit) -> None:
    cell = Cell(43966.0, day=date(2024, 5, 16))
    assert read_cell(cell, Unit.DATE).value == date(2024, 5, 16)
    assert read_cell(cell, unit).value == 43966


@pytest.mark.parametrize(
    ("stored", "shown", "name"),
    [(0.96, "96%", ""), (1.2, "120%", "জন"), (1, "100%", "কোটি টাকা"), (0.055, "5.5%", "মেঃ টন"), (0.0, "0%", "টি")],
)
def test_a_number_shown_as_a_percent_is_no_number_of_things(stored: float, shown: str, name: str) -> None:
    reading = read_cell(Cell(stored, shown_as=NumberFormat.PERCENT), Unit.NUMBER, name=name)
    assert (reading.value, reading.kind) == (None, FindingKind.UNIT_MISMATCH)
    assert reading.params == {"text": shown, "unit": name or "সংখ্যা"}


@pytest.mark.parametrize("kind", [CellKind.PLAIN, CellKind.PARTLY])
def test_a_cell_may_repeat_the_name_of_its_unit_whatever_is_struck_through(kind: CellKind) -> None:
    assert read_cell(Cell("৫.৫ কোটি টাকা", kind=kind, note="৫.৫৫ কোটি টাকা"), Unit.NUMBER, name="কোটি টাকা").value == Decimal(
        "5.5"
    )


@pytest.mark.parametrize(
    ("value", "shown_as", "beside"),
    [
        (date(2024, 5, 16), NumberFormat.DAY, "by"),
        (date(2024, 5, 16), NumberFormat.DAY, "(due)"),
        (date(2024, 5, 16), NumberFormat.DAY, "এর মধ্যে"),
        (date(2024, 5, 16), NumberFormat.DAY, "16/05/2024 (সম্ভাব্য)"),
        (0.9, NumberFormat.PERCENT, "বাকি"),
        (0.9, NumberFormat.PERCENT, ">"),
        (0.9, NumberFormat.PERCENT, "লক্ষ্যমাত্রা"),
    ],
)
def test_a_format_whose_words_take_the_figure_back_gives_no_value(
    value: CellValue, shown_as: NumberFormat, beside: str
) -> None:
    unit = Unit.DATE if shown_as is NumberFormat.DAY else Unit.PERCENT
    reading = read_cell(Cell(value, note=beside, shown_as=shown_as), unit, YEAR)
    assert (reading.value, reading.kind) == (None, FindingKind.SHOWN_OTHERWISE)
    beside_it = read_cell(Cell(value, note="তারিখ: খ্রি.", shown_as=shown_as), unit, YEAR)
    assert beside_it.status is Status.REPORTED


@pytest.mark.parametrize(
    ("stored", "shown", "unit", "value"),
    [
        (96.0, "96%", Unit.PERCENT, 96),
        (90.4, "90%", Unit.PERCENT, Decimal("90.4")),
        (0.9, "0.9%", Unit.PERCENT, None),
        (3.0, "3%", Unit.NUMBER, None),
        (3.0, ">3", Unit.NUMBER, None),
        (3.0, "~3", Unit.NUMBER, None),
        (3.0, "3 টি", Unit.NUMBER, 3),
        (4.0, "40", Unit.NUMBER, None),
    ],
)
def test_what_a_format_shows_is_the_number_perhaps_rounded_or_a_question(
    stored: float, shown: str, unit: Unit, value: object
) -> None:
    reading = read_cell(Cell(stored, note=shown, shown_as=NumberFormat.OTHERWISE), unit, YEAR)
    assert reading.value == value
    assert (reading.kind is FindingKind.SHOWN_OTHERWISE) == (value is None)
