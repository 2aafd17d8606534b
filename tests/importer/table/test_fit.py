"""How well a content fits a column, in the row of a known indicator."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Indicator, Unit
from xl_apa.importer.table.fit import (
    Known,
    fit_known,
    fit_split,
    is_displaced,
    is_in_place,
    is_outside,
    is_torn,
    likeness_of,
    meaning,
    missing,
    passed_over,
)
from xl_apa.importer.table.head import Slot
from xl_apa.importer.table.roles import Heading, Role

YEAR = FiscalYear(2023)
COUNT = Indicator("1.2.1", "প্রশিক্ষিত কর্মচারী", Unit.NUMBER, Decimal(4), (Decimal(90), Decimal(80)), unit_name="জন")
DAYS = (date(2024, 5, 16), date(2024, 5, 23))
DAY = Indicator("1.1.1", "প্রতিবেদন প্রেরিত", Unit.DATE, Decimal(3), DAYS)
ROLES = (Role.INDICATOR, Role.UNIT, Role.WEIGHT, Role.TARGET, Role.TARGET, Role.ACHIEVED, Role.REMARKS)
SLOTS = tuple(Slot(Heading(role), column) for column, role in enumerate(ROLES))


def known(indicator: Indicator) -> Known:
    return Known(indicator, dict(zip((3, 4), indicator.targets)), YEAR, Quarter.Q2)


def worth(role: Role, value: CellValue, indicator: Indicator = COUNT) -> float:
    place = ROLES.index(role)
    return fit_known(SLOTS[place], place, value, known(indicator))


@pytest.mark.parametrize(
    ("role", "better", "worse"),
    [
        (Role.UNIT, "জন", "তারিখ"),
        (Role.WEIGHT, "৪", "৫"),
        (Role.TARGET, "৯০", "৮০"),
        (Role.INDICATOR, "[১.২.১] প্রশিক্ষিত কর্মচারী", "মেরামতকৃত সড়ক"),
        (Role.ACHIEVED, "৭৫ জন", "প্রমাণক"),
        (Role.ACHIEVED, "চলমান", "১৬/০৫/২০২৪"),
        (Role.REMARKS, "কার্যক্রম যথাসময়ে সম্পন্ন হবে", "৭"),
        (Role.REMARKS, "কার্যক্রম যথাসময়ে সম্পন্ন হবে", "৭৫ জনকে প্রশিক্ষণ দেওয়া হয়েছে।"),
        (Role.REMARKS, "কার্যক্রম যথাসময়ে সম্পন্ন হবে", "কার্যক্রম চলমান"),
        (Role.ACHIEVED, "৭৫ জনকে প্রশিক্ষণ দেওয়া হয়েছে।", "কার্যক্রম যথাসময়ে সম্পন্ন হবে"),
        (Role.ACHIEVED, "।৫", "৬৬%"),
    ],
)
def test_what_belongs_to_a_column_fits_it_better(role: Role, better: str, worse: str) -> None:
    assert worth(role, better) > worth(role, worse)


def test_a_unit_of_any_name_fits_where_it_is_the_plan_s() -> None:
    batches = Indicator("1", "উঠান বৈঠক", Unit.NUMBER, Decimal(2), (Decimal(5), Decimal(4)), unit_name="ব্যাচ")
    assert worth(Role.UNIT, "ব্যাচ", batches) == worth(Role.UNIT, "জন")


def test_a_day_that_is_a_target_is_hardly_what_was_achieved() -> None:
    assert worth(Role.ACHIEVED, "১২/১২/২০২৩", DAY) > worth(Role.ACHIEVED, "১৬/০৫/২০২৪", DAY)
    assert is_outside("১৬/০৫/২০২৪", known(DAY))
    assert is_outside("৩০/০৬/২০২৩", known(DAY))
    assert not is_outside("৩১/১২/২০২৩", known(DAY))
    assert not is_outside("৭", known(COUNT))


def test_two_cells_are_a_day_together_where_a_scan_has_split_it() -> None:
    assert (fit_split("১৬/০৫/২০", "২৪", DAYS[0]) or 0) > (fit_split("১৬/০৫/২০", "২৪", DAYS[1]) or 0) > 0
    assert fit_split("১৬/০৫/২০২৪", "২৪", DAYS[0]) is None
    assert fit_split(None, "২৪", DAYS[0]) is None
    assert is_torn("১৬/০৫/২০", DAYS[0])
    assert not is_torn("১৬/০৫/২০২৪", DAYS[0])


def test_a_row_is_in_place_where_what_the_plan_has_stands_under_its_headings() -> None:
    row = [Cell(text or None) for text in ("প্রশিক্ষিত কর্মচারী", "জন", "৪", "৯০", "৮০", "৭", "")]
    assert is_in_place(row, SLOTS, known(COUNT), 7)
    assert is_in_place([*row[:2], Cell("৫"), *row[3:]], SLOTS, known(COUNT), 7)
    assert not is_in_place([Cell(), *row[:-1]], SLOTS, known(COUNT), 7)
    assert not is_in_place(row, SLOTS, known(COUNT), 8)
    assert not is_in_place(row[:-1], SLOTS, known(COUNT), 7)


def test_two_cells_that_say_the_same_have_one_meaning() -> None:
    assert meaning("-", known(COUNT)) == meaning(None, known(COUNT))
    assert meaning("৭", known(COUNT)) == meaning("7 জন", known(COUNT))
    assert meaning("৭", known(COUNT)) != meaning("৮", known(COUNT))


def test_a_value_is_passed_over_only_at_a_cost() -> None:
    assert passed_over("৭") < passed_over("-") < passed_over(None) < 0
    assert passed_over("২৪") < passed_over("২৪", torn=True)


def test_a_target_of_the_plan_is_missed_more_than_one_that_it_has_not() -> None:
    assert missing(SLOTS[3], 3, known(COUNT)) < missing(SLOTS[3], 3, Known(COUNT, {}, YEAR, Quarter.Q2))
    other = Slot(Heading(Role.ACHIEVED, quarter=Quarter.Q1), 5)
    assert missing(SLOTS[5], 5, known(COUNT)) < missing(other, 5, known(COUNT))


def test_likeness_is_of_letters_and_not_of_spelling_signs() -> None:
    assert likeness_of("প্রশিক্ষিত  কর্মচারী", "প্রশিক্ষিত কর্মচারী") == 1
    assert likeness_of("মেরামতকৃত সড়ক", "প্রশিক্ষিত কর্মচারী") < 0.55


@pytest.mark.parametrize(
    ("row", "displaced"),
    [
        ("প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|৭৫|কার্যক্রম যথাসময়ে হবে", False),
        ("প্রশিক্ষিত কর্মচারী|জন||৯০|৮০|৭৫|কার্যক্রম যথাসময়ে হবে", False),
        ("প্রশিক্ষিত কর্মচারী|জন||৪|৯০|৮০|৭৫", True),
        ("প্রশিক্ষিত কর্মচারী|জন|৪|৯০||৮০|৭৫", True),
        ("প্রশিক্ষিত কর্মচারী||জন|৪|৯০|৮০|৭৫", True),
    ],
)
def test_a_row_with_what_the_plan_says_beside_its_column_is_displaced_however_long_it_is(
    row: str, displaced: bool
) -> None:
    cells = [Cell(text.strip() or None) for text in row.split("|")]
    assert is_displaced(cells, SLOTS, known(COUNT)) is displaced
    assert not (displaced and is_in_place(cells, SLOTS, known(COUNT), len(SLOTS)))
