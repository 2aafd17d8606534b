"""Where `calculate` may write, and why it would rather not."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.sheets import edits
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.assess_workbook import calculate_file
from xl_apa.sheets.layout import HEADINGS, HELPER_COLUMNS, LATER_COLUMNS, Column, Working, quarter_sheet

Q2 = quarter_sheet(Quarter.Q2)


def moved(path: Path, move: edits.Move) -> Path:
    return edits.save(edits.move_cells(edits.parts_of(path), Q2, move), path)


def refused(path: Path) -> InputError:
    whole = path.read_bytes()
    with pytest.raises(InputError) as caught:
        calculate_file(path, quarter=Quarter.Q2)
    assert path.read_bytes() == whole
    return caught.value


@pytest.mark.parametrize("column", [column for column in HELPER_COLUMNS if column not in LATER_COLUMNS])
def test_without_one_of_our_columns_nothing_is_written_and_its_heading_is_named(filled, column: int) -> None:
    error = refused(moved(filled({"1.4.1": 96}), edits.take_out_column(column)))
    assert error.code == "calculate-columns"
    assert HEADINGS[Column(column)] in error.text("bn")


def test_a_heading_that_was_erased_is_named(filled) -> None:
    path = filled({"1.4.1": 96})
    book = openpyxl.load_workbook(path)
    book[Q2]["P5"] = None
    book.save(path)
    assert HEADINGS[Column.MARKS] in refused(path).text("en")


@pytest.mark.parametrize(
    "move",
    [edits.take_out_column(each) for each in (Working.READ_FOR, Working.READ, Working.SEVERITY, Working.RULE)]
    + [edits.put_in_columns(each) for each in (Working.READ, Working.SEVERITY, Working.RULE)],
)
def test_with_hidden_columns_that_are_not_proven_nothing_is_written(filled, move: edits.Move) -> None:
    assert refused(moved(filled({"1.4.1": 96}), move)).code == "calculate-working-columns"


def test_without_the_title_rows_the_formulas_prove_the_hidden_columns(filled) -> None:
    path = moved(filled({"1.5.1": "দুইটি"}), edits.take_out_row(0))
    calculate_file(path, quarter=Quarter.Q2)
    assert openpyxl.load_workbook(path)[Q2]["Z11"].value == "দুইটি"


def test_columns_in_another_order_are_written_by_their_headings(filled) -> None:
    path = filled({"1.4.1": 96})
    book = openpyxl.load_workbook(path)
    sheet = book[Q2]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    for row in range(5, 19):
        sheet[f"W{row}"], sheet[f"X{row}"] = sheet[f"X{row}"].value, sheet[f"W{row}"].value or "নথি"
    sheet["X5"] = HEADINGS[Column.EVIDENCE]
    book.save(path)
    calculate_file(path, quarter=Quarter.Q2)
    evidence = openpyxl.load_workbook(path)[Q2]
    assert {evidence[f"X{row}"].value for row in range(8, 19)} == {"নথি"}
