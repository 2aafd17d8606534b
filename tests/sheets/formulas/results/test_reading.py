"""What the formulas read in a typed cell, step by step."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.core.builders import YEAR
from xl_apa.core.cells import CellValue
from xl_apa.core.model import Status, Unit
from xl_apa.sheets.formulas.results.reading import is_sure, read_cell


@pytest.mark.parametrize(
    ("unit", "typed", "number"),
    [
        (Unit.NUMBER, "০৩ টি", 3),
        (Unit.NUMBER, "17.8টি", ""),
        (Unit.NUMBER, "ছিয়ানব্বই টি", 96),
        (Unit.NUMBER, "২১ (একুশ) টি", 21),
        (Unit.NUMBER, "০১ (এক) টি", 1),
        (Unit.NUMBER, "২(দুই)জন।", 2),
        (Unit.NUMBER, "০২ (এক) টি", ""),
        (Unit.NUMBER, "২ (দুইটি)", ""),
        (Unit.NUMBER, "২)", ""),
        (Unit.NUMBER, "দুইটি", 2),
        (Unit.NUMBER, "Two nos.", 2),
        (Unit.NUMBER, "৫.", 5),
        (Unit.NUMBER, "২ (দুই", ""),
        (Unit.NUMBER, "২ দুই)", ""),
        (Unit.NUMBER, "২(", ""),
        (Unit.NUMBER, "(দুই)", ""),
        (Unit.NUMBER, "২.০ (দুই)", ""),
        (Unit.NUMBER, "০ (শূন্য)", 0),
        (Unit.NUMBER, "-3", ""),
        (Unit.NUMBER, "-3টি", ""),
        (Unit.NUMBER, ".5", ""),
        (Unit.NUMBER, 45428, ""),
        (Unit.NUMBER, 0.07 * 100, 7),
        (Unit.NUMBER, True, ""),
        (Unit.PERCENT, "ছিয়ানব্বই শতাংশ", 96),
        (Unit.PERCENT, "শতভাগ", 100),
        (Unit.PERCENT, "শতকরা একশ ভাগ", 100),
        (Unit.PERCENT, "৯৬ (ছিয়ানব্বই) শতাংশ", 96),
        (Unit.PERCENT, "৯৬ (ছিয়াশি) শতাংশ", ""),
        (Unit.PERCENT, "ছিয়ানব্বই", ""),
        (Unit.PERCENT, "শতকরা ছিয়ানব্বই", ""),
        (Unit.PERCENT, 0.57, 57),
        (Unit.PERCENT, "0.57", 57),
        (Unit.PERCENT, "0.57%", 0.57),
        (Unit.PERCENT, "৯৬ শতাংশ", 96),
        (Unit.PERCENT, "শতকরা ৯৬ ভাগ।", 96),
        (Unit.PERCENT, "0.96 Percent", 0.96),
        (Unit.PERCENT, "0.96.", 96),
        (Unit.DATE, "১৬/০৫/২০২৪ খ্রি.", 45428),
        (Unit.DATE, "2024-05-16", 45428),
        (Unit.DATE, "16.5.24", 45428),
        (Unit.DATE, "১৬ মে ২০২৪", 45428),
        (Unit.DATE, "১৬ই মে, ২০২৪ খ্রি.", 45428),
        (Unit.DATE, "১৬ ই মে ২৪", 45428),
        (Unit.DATE, "16-May-2024", 45428),
        (Unit.DATE, "16th MAY, 2024", 45428),
        (Unit.DATE, "মে ১৬, ২০২৪", 45428),
        (Unit.DATE, "May 16th,2024 খ্রি.", 45428),
        (Unit.DATE, "১৬ মেঃ ২০২৪", 45428),
        (Unit.DATE, "১৬ মে: ২০২৪", 45428),
        (Unit.DATE, "১৬ মেঃঃ ২০২৪", ""),
        (Unit.DATE, "মে ১৬ ২০২৪", ""),
        (Unit.DATE, "মে ১৬, ২৪", ""),
        (Unit.DATE, "মে ১৬-১৮, ২০২৪", ""),
        (Unit.DATE, "মেঃ ১৬, ২০২৪", ""),
        (Unit.DATE, "মে ৩২, ২০২৪", ""),
        (Unit.DATE, "মে ১৬, ২০২৪৫", ""),
        (Unit.DATE, "২০২৪ মে ১৬", ""),
        (Unit.DATE, "2024-মে-16", ""),
        (Unit.DATE, "৩১ জুন ২০২৪", ""),
        (Unit.DATE, "১৬ মে", ""),
        (Unit.DATE, "16 05 2024", ""),
        (Unit.DATE, "1e1 মে 2024", ""),
        (Unit.DATE, "১৬/০৫/২০২৪।", 45428),
        (Unit.DATE, "31/02/2024", ""),
        (Unit.DATE, "16/05/1999", ""),
        (Unit.DATE, date(2024, 5, 16), 45428),
        (Unit.DATE, datetime(2024, 5, 16, 9, 30), 45428),
        (Unit.DATE, 96, ""),
        (Unit.DATE, "30/06/2021", ""),
        (Unit.DATE, "01/07/2021", 44378),
        (Unit.DATE, 46203, 46203),
        (Unit.DATE, 46204, ""),
        (Unit.DATE, date(2031, 1, 1), ""),
        (Unit.PERCENT, 100, 100),
        (Unit.PERCENT, 100.5, ""),
        (Unit.PERCENT, "১২০%", ""),
        (Unit.PERCENT, -5, ""),
        (Unit.PERCENT, 45325, ""),
        (Unit.PERCENT, 1e300, ""),
    ],
)
def test_a_value_is_read_or_none_is(unit: Unit, typed: CellValue, number: float | str) -> None:
    assert read_cell(typed, unit, (100,), YEAR).number == number


@pytest.mark.parametrize(("typed", "targets", "number"), [(-3, (4, -4), -3), (-3, (4, 0), ""), ("17.8টি", (4,), 17.8)])
def test_what_can_be_counted_follows_from_the_row(
    typed: CellValue, targets: tuple[float, ...], number: float | str
) -> None:
    assert read_cell(typed, Unit.NUMBER, targets, YEAR, whole=False).number == number


@pytest.mark.parametrize(
    ("typed", "most", "meant"),
    [
        (200, 4, True),
        (201, 4, False),
        (-201, 4, False),
        ("২০১ টি", 4, False),
        (100, 0, True),
        (101, 0, False),
        (2024, 41, False),
        (2027, 41, True),
        (2024, 203, True),
        (16052024, 400_000, False),
        (16052024, 2_000_000, True),
        (44378, 1000, False),
        (44377, 1000, True),
        (46203, 1000, False),
        (46204, 1000, True),
        (45428.5, 1000, False),
        (47849, 1000, True),
        (45428, 4543, True),
        ("৪৫৪২৮", 1000, False),
    ],
)
def test_a_count_far_above_the_targets_or_near_the_years_days_is_not_meant(
    typed: CellValue, most: float, meant: bool
) -> None:
    read = read_cell(typed, Unit.NUMBER, (most,), YEAR)
    assert (read.number != "", read.c != "") == (meant, True)


@pytest.mark.parametrize(("typed", "read"), [(1.0, 1), (1.05, ""), (2.0, ""), (2.01, 2.01), ("১.০৫", 1.05)])
def test_a_bare_number_that_may_be_above_100_percent_is_not_read(typed: CellValue, read: float | str) -> None:
    assert read_cell(typed, Unit.PERCENT, (100,), YEAR).number == read


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("3", Status.REPORTED),
        ("- -", Status.NONE),
        (None, Status.NONE),
        ("চলমান।", Status.ONGOING),
        ("নেই।", Status.NONE),
        ("N/A", Status.NONE),
        ("প্রক্রিয়াধীন", Status.ONGOING),
        ("কার্যক্রম চলমান রয়েছে।", Status.ONGOING),
        ("In  progress", Status.ONGOING),
        ("চলমান নয়", Status.UNREADABLE),
        ("দুই", Status.REPORTED),
        ("৩ কেজি", Status.UNREADABLE),
    ],
)
def test_a_cell_by_itself_has_a_status(typed: CellValue, status: Status) -> None:
    assert read_cell(typed, Unit.NUMBER, (4,), YEAR).status is status


@pytest.mark.parametrize(
    ("unit", "typed", "was_read", "sure"),
    [
        (Unit.NUMBER, "কর্মশালা আয়োজন করা হয়েছে", False, True),
        (Unit.NUMBER, "দুই কেজি", False, False),
        (Unit.NUMBER, "দুই কেজি", True, True),
        (Unit.NUMBER, "(৩)", False, False),
        (Unit.NUMBER, "প্রশিক্ষণ হয়েছে", False, True),
        (Unit.NUMBER, "প্রক্রিয়াধীন ছিল", False, False),
        (Unit.NUMBER, "O৪", False, False),
        (Unit.NUMBER, True, False, True),
        (Unit.NUMBER, 45428, False, True),
        (Unit.NUMBER, "৪৫৪২৮", False, True),
        (Unit.NUMBER, "GK wU", False, False),
        (Unit.NUMBER, "৪ কেজি", False, False),
        (Unit.NUMBER, "৪" * 61, False, True),
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
    assert is_sure(read_cell(typed, unit, (4,), YEAR), typed, unit, was_read) is sure
