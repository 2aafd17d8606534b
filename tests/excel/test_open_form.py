"""Which form of an open workbook is meant, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.excel.remote import actions, alerts, change, open_remotely, written
from tests.sheets.build.test_workbook import made_up_plan
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import buttons, dialogs
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import DATA_SHEET, INFO_SHEET, Column, quarter_sheet

Q1, Q2, Q3, Q4 = (quarter_sheet(quarter) for quarter in Quarter)


@pytest.mark.parametrize("front", [INFO_SHEET, "অগ্রগতি", ""])
def test_from_another_sheet_the_last_quarter_with_anything_typed_is_taken(filled, front: str) -> None:
    assessed = buttons.calculate_marks(open_remotely(filled({"1.4.1": 96}, quarter=3), front))
    assert assessed is not None
    assert assessed.quarter is Quarter.Q3


def test_a_renamed_sheet_is_still_known(filled) -> None:
    path = change(filled({"1.4.1": 96}), lambda book: setattr(book[Q2], "title", "আমার শিট"))
    assessed = buttons.calculate_marks(open_remotely(path, "আমার শিট"))
    assert assessed is not None
    assert (assessed.quarter, assessed.total) == (Quarter.Q2, 6)
    assert assessed.results[3].cell == "'আমার শিট'!M11"


def test_a_form_that_says_nothing_of_itself_is_refused_and_no_other_is_marked_in_its_place(filled) -> None:
    def edit(book: Any) -> None:
        next(cell for row in book[Q2]["A1:BZ1"] for cell in row if "|" in str(cell.value)).value = None

    book = open_remotely(change(filled({"1.4.1": 96}), edit), Q2)
    assert buttons.calculate_marks(book) is None
    assert not written(book)
    assert Q2 in alerts(book)[0]


def test_a_form_that_somebody_moved_is_written_where_it_stands(filled) -> None:
    def edit(book: Any) -> None:
        sheet = book[Q2]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.insert_cols(1)

    book = open_remotely(change(filled({"1.4.1": 96}), edit), Q2)
    assessed = buttons.calculate_marks(book)
    assert assessed is not None
    assert assessed.total == 6
    assert Column.REVIEW + 1 in {column for _, column in written(book)}


def test_a_plan_that_is_not_shipped_is_read_from_the_workbook(tmp_path: Path) -> None:
    build_template(made_up_plan(3), tmp_path / "office.xlsx", typed={(Q1, "M8"): "চলমান"})
    assessed = buttons.calculate_marks(open_remotely(tmp_path / "office.xlsx", Q1))
    assert assessed is not None
    assert assessed.plan == made_up_plan(3)
    assert "plan-from-workbook" in [finding.code for finding in assessed.findings]


def foreign(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active["A1"] = "বাজেট|1|remarks"
    book.save(tmp_path / "budget.xlsx")
    return tmp_path / "budget.xlsx"


@pytest.mark.parametrize("press", [buttons.calculate_marks, buttons.validate, buttons.carry_forward])
def test_a_workbook_of_another_kind_is_refused_with_the_next_step(press: Callable[..., object], tmp_path: Path) -> None:
    book = open_remotely(foreign(tmp_path))
    assert press(book) is None
    assert alerts(book) == [dialogs.localize("button-no-form", path="budget.xlsx")]
    assert not actions(book, "setValues")


def test_a_form_without_rows_is_refused(filled) -> None:
    path = change(filled({}), lambda book: book[Q2].delete_rows(8, 30))
    book = open_remotely(path, Q2)
    assert buttons.calculate_marks(book) is None
    assert len(alerts(book)) == 1


def test_a_workbook_that_lost_its_plan_is_refused(tmp_path: Path) -> None:
    build_template(made_up_plan(3), tmp_path / "office.xlsx")
    path = change(tmp_path / "office.xlsx", lambda book: book.remove(book[DATA_SHEET]))
    book = open_remotely(path, Q1)
    assert buttons.calculate_marks(book) is None
    assert not actions(book, "setValues")
