"""What the formulas read in a typed cell, step by step."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from xl_apa.core.cells import CellValue
from xl_apa.core.model import Status, Unit
from xl_apa.sheets.formulas.results.reading import is_sure, read_cell


@pytest.mark.parametrize(
    ("unit", "typed", "number"),
    [
        (Unit.NUMBER, "০৩ টি", 3),
        (Unit.NUMBER, "17.8টি", 17.8),
        (Unit.NUMBER, "-3", -3),
        (Unit.NUMBER, "-3টি", ""),
        (Unit.NUMBER, ".5", ""),
        (Unit.NUMBER, 45428, ""),
        (Unit.NUMBER, True, ""),
        (Unit.PERCENT, 0.57, 57),
        (Unit.PERCENT, "0.57", 57),
        (Unit.PERCENT, "0.57%", 0.57),
        (Unit.PERCENT, "৯৬ শতাংশ", 96),
        (Unit.DATE, "১৬/০৫/২০২৪ খ্রি.", 45428),
        (Unit.DATE, "2024-05-16", 45428),
        (Unit.DATE, "16.5.24", 45428),
        (Unit.DATE, "31/02/2024", ""),
        (Unit.DATE, "16/05/1999", ""),
        (Unit.DATE, date(2024, 5, 16), 45428),
        (Unit.DATE, datetime(2024, 5, 16, 9, 30), 45428),
        (Unit.DATE, 96, ""),
    ],
)
def test_a_value_is_read_or_none_is(unit: Unit, typed: CellValue, number: float | str) -> None:
    assert read_cell(typed, unit, 100).number == number


def test_a_number_far_above_the_targets_that_could_be_a_day_is_no_count() -> None:
    assert read_cell(45428, Unit.NUMBER, 4542).number == ""
    assert read_cell(45428, Unit.NUMBER, 4543).number == 45428


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("3", Status.REPORTED),
        ("- -", Status.NONE),
        (None, Status.NONE),
        ("চলমান।", Status.ONGOING),
        ("দুই", Status.UNREADABLE),
    ],
)
def test_a_cell_by_itself_has_a_status(typed: CellValue, status: Status) -> None:
    assert read_cell(typed, Unit.NUMBER, 4).status is status


@pytest.mark.parametrize(
    ("unit", "steps"), [(Unit.DATE, [0, 1, 2, 3, 4, 5]), (Unit.PERCENT, [0, 1, 2, 3, 5]), (Unit.NUMBER, [0, 1, 2, 5])]
)
def test_a_unit_has_its_own_steps(unit: Unit, steps: list[int]) -> None:
    assert [at for at, _ in read_cell("3", unit, 4).steps(unit)] == steps


@pytest.mark.parametrize(
    ("unit", "typed", "was_read", "sure"),
    [
        (Unit.NUMBER, "কর্মশালা আয়োজন করা হয়েছে", False, True),
        (Unit.NUMBER, "দুইটি", False, False),
        (Unit.NUMBER, "দুইটি", True, True),
        (Unit.NUMBER, "৪ কেজি", False, False),
        (Unit.NUMBER, "৪" * 61, False, True),
        (Unit.NUMBER, 4, False, False),
        (Unit.DATE, 4, False, True),
        (Unit.DATE, "মে মাসে", False, False),
        (Unit.DATE, "31/02/2024", False, True),
        (Unit.DATE, "16/05/1899", False, True),
        (Unit.DATE, "16/05/1999", False, False),
        (Unit.DATE, "16/05/2199", False, False),
        (Unit.DATE, "16/05/2200", False, True),
    ],
)
def test_a_text_in_which_nobody_could_read_a_value_is_told_from_one_that_the_formulas_do_not_know(
    unit: Unit, typed: CellValue, was_read: bool, sure: bool
) -> None:
    assert is_sure(read_cell(typed, unit, 4), typed, unit, was_read) is sure
