"""Columns of a form are told by their numbers and headings, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell

from tests.sheets import edits
from xl_apa.core.assess import Assessment
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.sheets import layout
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.layout import Column, quarter_sheet
from xl_apa.sheets.read.form_columns import Rows, find_columns
from xl_apa.xlsx.read.safe_open import open_workbook

Q2 = quarter_sheet(Quarter.Q2)
TYPED = {"1.1.1": "চলমান", "1.2.1": 3, "1.4.1": 80, "1.5.1": "কাজের বিবরণ এখানে", "2.1.1": 1}
EVIDENCE = {code: f"নথি {code}" for code in TYPED}


@pytest.fixture
def form(filled) -> Path:
    return filled(TYPED, evidence=EVIDENCE, accepted={"1.5.1": 2})


def moved(path: Path, move: edits.Move) -> Path:
    return edits.save(edits.move_cells(edits.parts_of(path), Q2, move), path)


def rows_of(path: Path) -> Rows:
    with open_workbook(path) as book:
        return book.rows(Q2)


def changed(path: Path, edit: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> Path:
    book = openpyxl.load_workbook(path)
    for area in list(book[Q2].merged_cells.ranges):
        book[Q2].unmerge_cells(str(area))
    edit(book[Q2])
    book.save(path)
    return path


def said(assessed: Assessment) -> list[tuple[object, ...]]:
    return [(result.status, result.value, result.marks) for result in assessed.results]


def evidence_of(assessed: Assessment) -> list[str]:
    return [result.row.evidence.text for result in assessed.results if result.row]


@pytest.mark.parametrize("at", range(25))
def test_a_column_put_in_anywhere_changes_nothing_that_is_read(form: Path, at: int) -> None:
    before = assess_file(form, Quarter.Q2)
    after = assess_file(moved(form, edits.put_in_columns(at)), Quarter.Q2)
    assert said(after) == said(before)
    assert evidence_of(after) == evidence_of(before)
    assert {finding.code for finding in after.findings} == {finding.code for finding in before.findings}


@pytest.mark.parametrize("at", [*range(4), Column.LAST, Column.GAP, Column.UNDERSTOOD, Column.BEFORE, Column.TIER])
def test_a_column_taken_out_beside_those_that_decide_changes_no_marks(form: Path, at: int) -> None:
    before = assess_file(form, Quarter.Q2)
    assert said(assess_file(moved(form, edits.take_out_column(at)), Quarter.Q2)) == said(before)


@pytest.mark.parametrize("at", [Column.INDICATOR, Column.UNIT, Column.WEIGHT, Column.ACHIEVED])
def test_a_form_without_a_column_that_decides_is_refused_by_its_heading(form: Path, at: Column) -> None:
    with pytest.raises(InputError) as caught:
        assess_file(moved(form, edits.take_out_column(at)), Quarter.Q2)
    assert caught.value.code == "column-missing"
    assert str(caught.value.params["heading"]) in caught.value.text("bn")


def attached_of(assessed: Assessment) -> list[str]:
    return [result.row.attached.text for result in assessed.results if result.row]


@pytest.mark.parametrize("at", [0, Column.ACHIEVED, Column.EVIDENCE, Column.ATTACHED, Column.REVIEW])
def test_whether_evidence_is_attached_is_found_by_its_heading(form: Path, at: int) -> None:
    def answer(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for row in range(8, 19):
            sheet.cell(row, Column.ATTACHED + 1).value = "না" if row == 9 else "হ্যাঁ"

    before = assess_file(changed(form, answer), Quarter.Q2)
    assert attached_of(before) == ["হ্যাঁ", "না", *["হ্যাঁ"] * 9]
    after = assess_file(moved(form, edits.put_in_columns(at)), Quarter.Q2)
    assert attached_of(after) == attached_of(before)
    told = [finding for finding in after.findings if finding.code == "evidence-not-attached"]
    assert [finding.indicator for finding in told] == ["1.2.1"]
    calculate_file(form, form, Quarter.Q2)
    assert attached_of(assess_file(form, Quarter.Q2)) == attached_of(before)


def test_a_form_of_a_version_without_the_column_for_attached_evidence_is_read_and_calculated(form: Path) -> None:
    before = assess_file(form, Quarter.Q2)
    older = moved(form, edits.take_out_column(Column.ATTACHED))
    after = assess_file(older, Quarter.Q2)
    assert said(after) == said(before)
    assert {finding.code for finding in after.findings} == {finding.code for finding in before.findings}
    assert said(calculate_file(older, older, Quarter.Q2)) == said(before)


def test_without_the_accepted_column_nothing_else_is_taken_for_it(form: Path) -> None:
    # Once the column to the right moved in and its percent counted as accepted.
    assessed = assess_file(moved(form, edits.take_out_column(Column.ACCEPTED)), Quarter.Q2)
    (row,) = (result.row for result in assessed.results if result.indicator.code == "1.5.1")
    assert row is not None
    assert row.accepted.blank
    assert "columns-missing" in {finding.code for finding in assessed.findings}


@pytest.mark.parametrize("away", ["deleted", "renamed", "emptied"])
def test_without_the_headings_of_our_own_columns_it_is_said_and_nothing_is_written(form: Path, away: str) -> None:
    def edit(sheet) -> None:
        for column in layout.HELPER_COLUMNS:
            for row in (4, 5, 6):
                cell = sheet.cell(row, column + 1)
                if cell.value and not isinstance(cell, MergedCell):
                    cell.value = f"{cell.value} ২" if away == "renamed" else None

    path = moved(form, edits.take_out_row(4)) if away == "deleted" else changed(form, edit)
    assessed = assess_file(path, Quarter.Q2)
    (missing,) = (finding for finding in assessed.findings if finding.code == "columns-missing")
    assert layout.HEADINGS[Column.ACCEPTED] in missing.text("bn")
    before = path.read_bytes()
    with pytest.raises(InputError) as caught:
        calculate_file(path, quarter=Quarter.Q2)
    assert caught.value.code == "calculate-columns"
    assert path.read_bytes() == before


def test_full_marks_are_no_total_where_the_row_of_totals_is_gone(form: Path) -> None:
    before = assess_file(form, Quarter.Q2)
    path = moved(form, edits.take_out_row(18))
    assert said(assess_file(path, Quarter.Q2)) == said(before)
    calculated = calculate_file(path, quarter=Quarter.Q2)
    assert not {"total-differs", "formulas-changed"} & {finding.code for finding in calculated.findings}
    under = rows_of(path)[18]
    assert (under[Column.GAP], under[Column.MARKS]) == (layout.OUT_OF_LABEL, float(before.plan.weight))


def test_figures_of_another_quarter_beside_the_form_are_not_read(form: Path) -> None:
    def edit(sheet) -> None:
        sheet["Q4"], sheet["Q5"] = "৩য় ত্রৈমাসিক অর্জন", "৩য় ত্রৈমাসিক অর্জন"
        for row in range(8, 19):
            sheet[f"Q{row}"] = 99

    before = assess_file(form, Quarter.Q2)
    moved(form, edits.put_in_columns(Column.BEFORE))
    assert said(assess_file(changed(form, edit), Quarter.Q2)) == said(before)


def test_a_column_put_in_and_all_numbered_anew_is_told_by_the_headings(form: Path) -> None:
    def edit(sheet) -> None:
        sheet["M4"] = "১ম ত্রৈমাসিক অর্জন"
        for row in range(8, 19):
            sheet[f"M{row}"] = 1
        for column in range(1, 16):
            sheet.cell(7, column).value = column

    before = assess_file(form, Quarter.Q2)
    moved(form, edits.put_in_columns(Column.ACHIEVED))
    assert said(assess_file(changed(form, edit), Quarter.Q2)) == said(before)


@pytest.mark.parametrize("numbers", [{13: None}, {6: None, 7: None}, {12: 13}, {1: None, 2: None, 3: None, 14: None}])
def test_missing_and_doubled_numbers_are_made_up_for_by_headings(form: Path, numbers: dict[int, int | None]) -> None:
    def edit(sheet) -> None:
        for column, number in numbers.items():
            sheet.cell(7, column).value = number

    before = assess_file(form, Quarter.Q2)
    assert said(assess_file(changed(form, edit), Quarter.Q2)) == said(before)


def test_a_heading_in_other_words_is_made_up_for_by_its_number(form: Path) -> None:
    before = assess_file(form, Quarter.Q2)
    path = changed(form, lambda sheet: sheet.__setitem__("M4", "ডিসেম্বর পর্যন্ত অর্জন"))
    assert said(assess_file(path, Quarter.Q2)) == said(before)


@pytest.mark.parametrize("heading", ["গৃহীত  মান ", "গৃহীত\nমান", "গৃহীত\u00a0মান", "গৃহী\u200dত মান"])
def test_a_heading_that_looks_the_same_is_the_same(form: Path, heading: str) -> None:
    before = assess_file(form, Quarter.Q2)
    path = changed(form, lambda sheet: sheet.__setitem__("R5", heading))
    assert said(assess_file(path, Quarter.Q2)) == said(before)


def doubled(column: Column) -> Callable[[Path, object], Path]:
    def edit(path: Path, value: object) -> Path:
        moved(path, edits.put_in_columns(column))

        def fill(sheet) -> None:
            for row in (4, 5, 7):
                sheet.cell(row, column + 1).value = sheet.cell(row, column + 2).value
            sheet.cell(9, column + 1).value = value

        return changed(path, fill)

    return edit


@pytest.mark.parametrize("column", [Column.ACHIEVED, Column.ACCEPTED, Column.UNIT])
def test_of_two_columns_with_one_heading_the_filled_one_counts(form: Path, column: Column) -> None:
    before = assess_file(form, Quarter.Q2)
    assert said(assess_file(doubled(column)(form, None), Quarter.Q2)) == said(before)


@pytest.mark.parametrize("column", [Column.ACHIEVED, Column.ACCEPTED])
def test_two_columns_with_one_heading_and_different_figures_are_refused(form: Path, column: Column) -> None:
    with pytest.raises(InputError) as caught:
        assess_file(doubled(column)(form, 1), Quarter.Q2)
    assert caught.value.code == "column-twice"


def test_a_form_with_the_headings_of_earlier_templates_is_read_alike(form: Path) -> None:
    before = assess_file(form, Quarter.Q2)

    def rename(sheet) -> None:
        for column, text in layout.FORMER_HEADINGS.items():
            head = layout.HEADINGS[Column(column)]
            (cell,) = [cell for row in sheet.iter_rows(max_row=7) for cell in row if cell.value == head]
            cell.value = text

    after = assess_file(changed(form, rename), Quarter.Q2)
    assert said(after) == said(before)
    assert "columns-missing" not in {finding.code for finding in after.findings}


def test_columns_are_found_as_the_template_built_them(form: Path) -> None:
    found = find_columns(rows_of(form), Quarter.Q2, Layout.REMARKS)
    assert found is not None
    assert found.number_row == 6
    assert all(found.places[column] == column for column in Column)
    assert not found.missing_own


def test_a_sheet_without_column_numbers_holds_no_form() -> None:
    assert find_columns([], Quarter.Q1, Layout.MARKS) is None
    assert find_columns([[1, 2, 3], ["ক"]], Quarter.Q1, Layout.MARKS) is None
