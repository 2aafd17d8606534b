"""The hidden columns are found by the sheet's own marks of them, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets import edits
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.layout import FormIdentity, Working, quarter_sheet
from xl_apa.sheets.read.form_columns import Rows
from xl_apa.sheets.read.working_columns import columns_by_rule, find_identity, working_columns
from xl_apa.xlsx.edit.formula_cells import sheet_formulas
from xl_apa.xlsx.read.safe_open import open_workbook

Q2 = quarter_sheet(Quarter.Q2)
INDICATORS = range(7, 18)


def rows_after(path: Path, move: edits.Move) -> Rows:
    edits.save(edits.move_cells(edits.parts_of(path), Q2, move), path)
    with open_workbook(path) as book:
        return book.rows(Q2)


@pytest.mark.parametrize(("at", "shift"), [(0, 1), (14, 1), (24, 1), (25, 1), (60, 0)])
def test_they_move_with_the_columns_before_them(filled, at: int, shift: int) -> None:
    rows = rows_after(filled(), edits.put_in_columns(at))
    assert working_columns(rows, INDICATORS) == {column: column + shift for column in Working}


@pytest.mark.parametrize(
    "move",
    [edits.put_in_columns(26), edits.put_in_columns(28), edits.take_out_column(26)],
    ids=["in-26", "in-28", "out-26"],
)
def test_a_column_put_in_or_taken_out_between_them_leaves_them_unproven(filled, move: edits.Move) -> None:
    assert working_columns(rows_after(filled(), move), INDICATORS) is None


def test_the_identity_is_known_by_its_formula_where_its_result_is_missing(filled) -> None:
    path = filled()
    rows = rows_after(path, edits.put_in_rows(0, 2))
    formulas = sheet_formulas(path, Q2)
    blank = [[None if isinstance(value, str) and "|" in value else value for value in row] for row in rows]
    assert find_identity(blank) is None
    assert find_identity(blank, formulas) == (None, Working.READ_FOR)


@pytest.mark.parametrize("text", ["a|b", "x||marks|a|b|c", "2023-24|5|marks|a|b|c", "2023-24|1|other|a|b|c"])
def test_other_texts_are_no_identity(text: str) -> None:
    assert FormIdentity.parse(text) is None
    assert find_identity([[text]]) is None


def test_the_rule_of_marks_alone_tells_them_only_where_it_stands_once() -> None:
    row = [None] * 60
    once = [*row[:30], "tier", *row[31:]]
    twice = [*once[:40], "tier", *once[41:]]
    assert (columns_by_rule([once], [0]) or {})[Working.READ_FOR] == 30 - Working.RULE + Working.READ_FOR
    assert columns_by_rule([twice], [0]) is None
