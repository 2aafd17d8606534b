"""A package of XML parts as a workbook."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from xl_apa.core.cells import Cell, CellKind
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.date_system import EPOCH_1904
from xl_apa.xlsx.read.grid import CellRange
from xl_apa.xlsx.read.safe_open import open_workbook


def saved(path: Path, rows: int = 1) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "ক"
    for row in range(1, rows + 1):
        book.active.cell(row, 1, "x" * 40)
    book.active["B1"] = 2
    book.active.merge_cells("A1:A3")
    book.create_sheet("খ")["A1"] = 1
    book.save(path)
    return path


def test_sheets_are_listed_in_order_and_read_when_they_are_asked_for(tmp_path: Path) -> None:
    with open_workbook(saved(tmp_path / "a.xlsx")) as book:
        assert book.sheet_names == ["ক", "খ"]
        assert [list(row) for row in book.contents("খ", 2)] == [[1.0, None]]
        assert list(book.merged("ক")) == [CellRange(0, 0, 2, 0)]


def test_the_date_system_is_the_workbooks_own(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(path)
    with open_workbook(path) as opened:
        assert (opened.epoch, opened.date_1904) == (EPOCH_1904, True)


def test_a_sheet_that_is_too_large_is_refused_when_it_is_read_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("ক")
    for _ in range(4000):
        sheet.append([1.5] * 80)
    book.create_sheet("খ").append([1])
    book.save(path)
    with open_workbook(path) as opened:
        assert [list(row) for row in opened.contents("খ", 1)] == [[1.0]]
        with pytest.raises(InputError) as caught:
            opened.contents("ক")
    assert caught.value.code == "sheet-too-large"


def test_the_first_rows_alone_are_read_where_no_more_are_wanted(tmp_path: Path) -> None:
    with open_workbook(saved(tmp_path / "a.xlsx", rows=60)) as opened:
        assert list(opened.first_rows("ক", 41, 1)) == list(opened.contents("ক", 1))[:41]
        assert list(opened.first_rows("ক", 70, 1)) == list(opened.contents("ক", 1))


def without_result(formula: str) -> Cell:
    return Cell(None, "", CellKind.NO_RESULT, formula)


def test_the_results_that_xlsxwriter_stores_for_none_are_none_and_those_it_is_given_count(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ক")
        percent, struck = book.add_format({"num_format": "0%"}), book.add_format({"font_strikeout": True})
        sheet.write_formula("A1", "=B1+1")
        sheet.write_formula("A2", "=B1/50", percent)
        sheet.write_formula("A3", "=B1&C1", None, "")
        sheet.write_formula("A4", "=2+2", None, 4)
        sheet.write_formula("A5", "=B1+2", struck)
        sheet.write_formula("A6", '=B1&"টি"', None, "৩টি")
        sheet.write_formula("A7", "=NOT(B1)", None, False)
        sheet.write_number("A8", 0)
    with open_workbook(path) as opened:
        cells = [row[0] for row in opened.contents("ক", 1)]
    assert cells[:4] == [without_result("B1+1"), without_result("B1/50"), without_result("B1&C1"), 4.0]
    assert cells[4:] == [Cell(None, "", CellKind.STRUCK, "=B1+2"), "৩টি", False, 0.0]


def test_all_cells_of_a_formula_of_several_cells_have_no_result_where_none_was_calculated(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ক")
        sheet.write_array_formula("A1:A3", "{=B1:B3*2}")
        sheet.write_number("A4", 0)
    with open_workbook(path) as opened:
        cells = [row[0] for row in opened.contents("ক", 1)]
    assert cells == [without_result("B1:B3*2"), without_result(""), without_result(""), 0.0]
