"""What makes a row a question, however well its cells fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.importer.table.test_fit import COUNT, DAY, SLOTS, known
from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator
from xl_apa.importer.table.align import align
from xl_apa.importer.table.doubts import is_doubtful
from xl_apa.importer.table.head import Head, Slot
from xl_apa.importer.table.roles import Heading, Role
from xl_apa.importer.table.rows import FormRow

ACHIEVED = 5


def doubtful(
    row: str,
    indicator: Indicator = COUNT,
    slots: tuple[Slot, ...] = SLOTS,
    loose: tuple[Cell, ...] = (),
    *,
    even: bool = False,
    usual: int = 7,
) -> bool:
    cells = tuple(Cell(text.strip() or None) for text in row.split("|"))
    found = align(cells, slots, known(indicator), ACHIEVED, 1.0)
    return is_doubtful(
        FormRow(cells, Head(0, 1, slots), 1, loose=loose), found, ACHIEVED, known(indicator), usual, even=even
    )


WHOLE = "প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|৭৫|"


def test_a_whole_row_is_no_question() -> None:
    assert not doubtful(WHOLE)


def test_a_day_that_had_not_come_is_one() -> None:
    assert doubtful("প্রতিবেদন প্রেরিত|তারিখ|৩|১৬/০৫/২০২৪|২৩/০৫/২০২৪|০১/০১/২০২৪|", DAY)


def test_a_cell_of_no_column_that_may_be_the_achievement_is_one_where_nothing_was_achieved() -> None:
    assert doubtful("প্রশিক্ষিত কর্মচারী|জন|৭৫|৪|৯০|৮০|-|", usual=8)


def test_a_bar_for_a_digit_and_cells_below_that_belong_nowhere_are_some() -> None:
    assert doubtful(WHOLE.replace("৭৫", "৭।"))
    assert doubtful(WHOLE, loose=(Cell("৩৪ দিন"),))


@pytest.mark.parametrize("heading", [Heading(Role.RATE), Heading(Role.ACHIEVED, quarter=Quarter.Q1)])
def test_a_share_of_the_target_and_another_quarter_s_figure_are_some(heading: Heading) -> None:
    slots = tuple(replace(slot, heading=heading) if at == ACHIEVED else slot for at, slot in enumerate(SLOTS))
    assert doubtful(WHOLE, slots=slots)


def test_a_value_beside_an_empty_column_that_may_hold_it_is_one_where_cells_are_missing() -> None:
    slots = (*SLOTS[:6], Slot(Heading(Role.OTHER), 6))
    assert doubtful("প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|৭৫", slots=slots)
    assert not doubtful("প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|৭৫|", slots=slots)


def test_nothing_achieved_beside_a_short_remark_with_a_number_is_one_but_for_even_tables() -> None:
    row = "প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|-|৭৫ জন প্রশিক্ষিত"
    assert doubtful(row)
    assert not doubtful(row, even=True)
    assert not doubtful("প্রশিক্ষিত কর্মচারী|জন|৪|৯০|৮০|-|শীঘ্রই শুরু হবে")


@pytest.mark.parametrize("evidence", ["চলমান", "৫o", "৭"])
def test_what_is_no_evidence_in_its_column_is_one(evidence: str) -> None:
    slots = (*SLOTS[:6], Slot(Heading(Role.EVIDENCE), 6))
    assert doubtful(f"{WHOLE}{evidence}", slots=slots)
    assert not doubtful(f"{WHOLE}{evidence}", slots=slots, even=True)
    assert not doubtful(f"{WHOLE}হ্যাঁ", slots=slots)
