"""A sheet's cells from A1 on."""

from __future__ import annotations

import pytest

from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.read.grid import COLUMNS, ROWS, CellGrid, CellRange, Content, FarCellError, shown_value


def test_rows_without_content_are_empty_and_the_last_one_is_filled() -> None:
    grid = CellGrid(width=3)
    grid.put(2, 1, "ক")
    assert grid.rows == [[], [], [None, "ক", None]]


@pytest.mark.parametrize("blank", [None, "", " ", "\u00a0\t\n"])
@pytest.mark.parametrize("place", [(ROWS, 0), (0, COLUMNS), (1_048_575, 16_383)])
def test_a_blank_cell_may_stand_anywhere_and_a_value_only_where_a_form_reaches(
    place: tuple[int, int], blank: Content
) -> None:
    grid = CellGrid()
    grid.put(*place, blank)
    assert grid.rows == []
    with pytest.raises(FarCellError):
        grid.put(*place, 0.0)


def test_columns_that_are_not_wanted_are_left_out_but_not_far_ones() -> None:
    grid = CellGrid(width=2)
    grid.put(0, 2, 1.0)
    assert grid.rows == []
    with pytest.raises(FarCellError, match="DA1"):
        grid.put(0, COLUMNS, 1.0)


@pytest.mark.parametrize(("cell", "holds"), [((1, 1), True), ((3, 2), True), ((0, 1), False), ((2, 3), False)])
def test_a_range_holds_the_cells_from_its_first_to_its_last(cell: tuple[int, int], holds: bool) -> None:
    assert CellRange(1, 1, 3, 2).holds(*cell) is holds


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("৩", "৩"),
        (Cell(None, kind=CellKind.STRUCK, note="৩২"), "৩২"),
        (Cell("২", kind=CellKind.PARTLY, note="৩২"), "৩২"),
        (Cell(None, kind=CellKind.ERROR, note="#REF!"), "#REF!"),
        (Cell(None, kind=CellKind.NO_RESULT, note="3+1"), None),
        (Cell(None, kind=CellKind.COVERED, note="৪"), None),
    ],
)
def test_what_a_person_reads_in_a_cell_is_shown_also_where_it_does_not_count(content: Content, shown: object) -> None:
    assert shown_value(content) == shown
