"""Which sheet is which, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.layout import DATA_SHEET, INFO_SHEET, quarter_sheet
from xl_apa.sheets.read.report import read_report
from xl_apa.sheets.read.sheet_names import find_sheets, name_key

Q1, Q2, Q3, Q4 = (quarter_sheet(quarter) for quarter in Quarter)


def changed(path: Path, edit: Callable[[Any], None]) -> Path:
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def findings(path: Path, quarter: Quarter | None = None) -> dict[str, str]:
    return {finding.code: finding.text("en") for finding in read_report(path, quarter).findings}


def copied(book: Any, sheet: str, name: str) -> Any:
    copy = book.copy_worksheet(book[sheet])
    copy.title = name
    return copy


def emptied(sheet: Any) -> None:
    for row in range(8, 19):
        sheet[f"M{row}"] = None


@pytest.mark.parametrize(
    "name",
    [
        "২য় ত্রৈমাসিক ",
        "২য়  ত্রৈমাসিক",
        "২য়\u00a0ত্রৈমাসিক",
        "২\u09df ত্রৈমাসিক",
        "২\u09af\u09bc ত্রৈমাসিক",
        "২য় ত্রৈ\u200dমাসিক",
        "২য় ত্রৈমাসিক\u200c",
        "2য় ত্রৈমাসিক",
        "\ufeff২য় ত্রৈমাসিক",
        "২য়ত্রৈমাসিক",
    ],
)
def test_names_that_look_the_same_are_the_same_sheet(filled, name: str) -> None:
    path = changed(filled({"1.4.1": 96}), lambda book: setattr(book[Q2], "title", name))
    assert assess_file(path, Quarter.Q2).total == 6
    calculate_file(path, quarter=Quarter.Q2)
    assert openpyxl.load_workbook(path)[name]["P11"].value is not None


def test_other_quarters_do_not_look_the_same() -> None:
    assert len({name_key(quarter_sheet(quarter)) for quarter in Quarter}) == 4


@pytest.mark.parametrize("name", ["Q2", "দ্বিতীয়", "অর্ধবার্ষিক প্রতিবেদন", "Sheet1", "২য় ত্রৈমাসিক (চূড়ান্ত)"])
def test_a_renamed_quarter_is_known_by_what_it_says_of_itself(filled, name: str) -> None:
    path = changed(filled({"1.4.1": 96}), lambda book: setattr(book[Q2], "title", name))
    assert assess_file(path, Quarter.Q2).total == 6
    assert not findings(path)


@pytest.mark.parametrize(("sheet", "name"), [(INFO_SHEET, "দপ্তর"), (INFO_SHEET, "তথ্য "), (DATA_SHEET, "data")])
def test_a_renamed_info_or_data_sheet_is_known_by_its_labels(filled, sheet: str, name: str) -> None:
    path = changed(filled({"1.4.1": 96}), lambda book: setattr(book[sheet], "title", name))
    assert read_report(path).office.code == "N-01"


def test_a_filled_copy_of_a_blank_quarter_is_an_error_that_names_the_copy(filled) -> None:
    def edit(book: Any) -> None:
        copied(book, Q4, f"{Q4} (2)")
        emptied(book[Q4])

    path = changed(filled({"1.4.1": 96}, quarter=4), edit)
    found = findings(path, Quarter.Q4)
    assert f"{Q4} (2)" in found["copy-filled"]
    assert (
        next(each for each in assess_file(path, Quarter.Q4).findings if each.code == "copy-filled").cell
        == f"'{Q4} (2)'!M11"
    )


@pytest.mark.parametrize("name", [f"{Q2} (2)", "Copy of Q2", f"{Q2} (২)", "পুরোনো", f"{Q2} final"])
def test_a_copy_with_other_figures_is_an_error_that_names_it(filled, name: str) -> None:
    path = changed(filled({"1.4.1": 96}), lambda book: copied(book, Q2, name).__setitem__("M11", 61))
    assert name in findings(path)["copy-differs"]
    assert assess_file(path, Quarter.Q2).total == 6


@pytest.mark.parametrize("edit", [lambda sheet: None, emptied], ids=["same", "blank"])
def test_a_copy_that_says_the_same_or_nothing_is_not_worth_a_word(filled, edit: Callable[[Any], None]) -> None:
    path = changed(filled({"1.4.1": 96}), lambda book: edit(copied(book, Q2, f"{Q2} (2)")))
    assert not findings(path)


def test_a_copy_of_a_later_quarter_is_not_looked_at(filled) -> None:
    path = changed(filled({"1.4.1": 96}), lambda book: copied(book, Q4, f"{Q4} (2)").__setitem__("M11", 61))
    assert not findings(path, Quarter.Q2)


def test_a_second_info_sheet_that_says_something_else_is_named(filled) -> None:
    path = changed(filled(), lambda book: copied(book, INFO_SHEET, "তথ্য (2)").__setitem__("C3", "OTHER"))
    assert "তথ্য (2)" in findings(path)["info-copy-differs"]
    assert read_report(path).office.code == "N-01"


def test_a_form_under_the_name_of_another_quarter_is_said(filled) -> None:
    def edit(book: Any) -> None:
        del book[Q3]
        copied(book, Q2, Q3)

    path = changed(filled({"1.4.1": 96}), edit)
    assert "sheet-of-other-quarter" in {finding.code for finding in assess_file(path, Quarter.Q3).findings}


def test_two_sheets_of_which_either_may_be_meant_are_not_guessed_between(filled) -> None:
    def edit(book: Any) -> None:
        copied(book, Q2, "ক")
        copied(book, Q2, "খ")
        del book[Q2]

    path = changed(filled({"1.4.1": 96}), edit)
    with pytest.raises(InputError, match="has no sheet"):
        read_report(path, Quarter.Q2)


def test_sheets_of_the_offices_own_are_read_past() -> None:
    def rows(name: str) -> list[list[object]]:
        if name == "ভাঙা":
            raise InputError("cell-far-away", path="x", cell="XFD1")
        return [["নোট", 1]]

    names = [INFO_SHEET, DATA_SHEET, Q1, Q2, Q3, Q4, "নোট", "ভাঙা"]
    sheets = find_sheets(names, rows)
    assert (sheets.info, sheets.data, dict(sheets.quarters)) == (
        INFO_SHEET,
        DATA_SHEET,
        dict(zip(Quarter, (Q1, Q2, Q3, Q4))),
    )
    assert (dict(sheets.copies), list(sheets.info_copies)) == ({}, [])
