"""A form is found wherever on a sheet it begins, and read cell by cell."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.sheets.read.form_parser import read_form


def form_rows(achieved: object) -> list[list[object]]:
    """The official columns alone, without those that a template has right of them."""
    numbers = [float(number) for number in range(1, 15)]
    return [numbers, ["১", "", "", "", "[১.২.১] সূচক", "সংখ্যা", 4.0, 4.0, 3.0, 2.0, 1.0, "-", achieved, ""]]


def test_a_form_without_the_columns_that_are_not_printed_is_read_with_blanks_for_them() -> None:
    (row,) = read_form(form_rows(3.0), "ক", Quarter.Q1, Layout.MARKS, BLANK).rows
    assert row.achieved == Cell(3.0, "'ক'!M2")
    assert (row.accepted, row.marks, row.evidence) == (BLANK, BLANK, BLANK)


@pytest.mark.parametrize(
    "pair", [(1.0, True), (True, 1.0), (datetime(2024, 1, 2), date(2024, 1, 2)), (0.0, False)], ids=str
)
def test_a_cell_is_never_taken_for_an_equal_one_of_another_kind(pair: tuple[object, object]) -> None:
    forms = [read_form(form_rows(value), "ক", Quarter.Q1, Layout.MARKS, BLANK) for value in pair]
    assert [type(form.rows[0].achieved.value) for form in forms] == [type(value) for value in pair]


def test_rows_above_and_columns_before_the_form_move_its_addresses() -> None:
    rows = [["a letterhead"], [], *(["", "", *row] for row in form_rows("৩টি"))]
    form = read_form(rows, "ক", Quarter.Q1, Layout.REMARKS, BLANK)
    assert form.rows[0].achieved == Cell("৩টি", "'ক'!O4")
    assert [heading.value for heading in form.headings] == []


def test_a_row_of_numbers_that_is_printed_again_is_no_row_of_the_form() -> None:
    numbers, row = form_rows(3.0)
    assert len(read_form([numbers, row, numbers, row], "ক", Quarter.Q1, Layout.MARKS, BLANK).rows) == 2


@pytest.mark.parametrize(
    ("rows", "code"), [([], "form-missing"), ([form_rows(1)[1]], "form-missing"), ([form_rows(1)[0]], "rows-missing")]
)
def test_a_sheet_without_a_form_or_without_rows_is_refused(rows: list[list[object]], code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_form(rows, "ক", Quarter.Q1, Layout.MARKS, BLANK, "a.xlsx")
    assert (caught.value.code, caught.value.params["sheet"]) == (code, "ক")
