"""Which cell of a row stands for which column."""

from __future__ import annotations

import pytest

from tests.importer.table.test_fit import COUNT, DAY, SLOTS, known
from xl_apa.core.cells import Cell
from xl_apa.core.model import Indicator
from xl_apa.importer.table.align import Alignment, align

ACHIEVED = 5


def aligned(row: str, indicator: Indicator = COUNT, weight: float = 1.0) -> Alignment:
    cells = [Cell(text.strip() or None, f"column {place}") for place, text in enumerate(row.split("|"), start=1)]
    return align(cells, SLOTS, known(indicator), ACHIEVED, weight)


@pytest.mark.parametrize(
    "row",
    [
        "প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|৭৫|কার্যক্রম যথাসময়ে হবে",
        "|প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|৭৫|কার্যক্রম যথাসময়ে হবে",
        "প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|||৭৫|কার্যক্রম যথাসময়ে হবে",
        "প্রশিক্ষিত কর্মচারী|৪|৯০|৮০|৭৫|কার্যক্রম যথাসময়ে হবে",
    ],
)
def test_the_achievement_is_found_in_a_shifted_row_and_in_one_that_lacks_cells(row: str) -> None:
    assert aligned(row).cell(ACHIEVED).text == "৭৫"


def test_a_target_that_was_split_is_one_again() -> None:
    found = aligned("প্রতিবেদন প্রেরিত|তারিখ|৩|১৬/০৫/২০|২৪|২৩/০৫/২০২৪|১২/১২/২০২৩|", DAY)
    assert [cell.text for cell in found.cells[3]] == ["১৬/০৫/২০", "২৪"]
    assert found.cell(ACHIEVED).text == "১২/১২/২০২৩"


def test_what_belongs_to_no_column_is_told() -> None:
    found = aligned("প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|২৫/০৬/২০২৪|৭৫|কার্যক্রম যথাসময়ে হবে")
    assert found.cell(ACHIEVED).text == "৭৫"
    assert [cell.text for cell in found.extra] == ["২৫/০৬/২০২৪"]


def test_another_cell_that_may_be_meant_makes_the_margin_small() -> None:
    clear = aligned("প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|৭৫|")
    open_to_doubt = aligned("প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০||৭৫|৭৬")
    assert open_to_doubt.margin < clear.margin
    assert {cell.text for cell in open_to_doubt.rivals} >= {"৭৫", "৭৬"} - {open_to_doubt.cell(ACHIEVED).text}


def test_where_cells_stand_counts_more_in_a_table_than_in_a_scan() -> None:
    row = "প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০||৭৫ জন"
    assert aligned(row, weight=8.0).cell(ACHIEVED).blank
