"""The workbook of decisions as people treat it: sorted, with columns in between, on another sheet, in their own words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ministry.review.conftest import Centre, decision
from xl_apa.core.errors import InputError
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.review.decision_columns import DecisionColumn
from xl_apa.ministry.review.decision_rows import read_decisions


def sort_backwards(sheet: Any) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=7)]
    for number, values in enumerate(reversed(rows), start=5):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value


def insert_columns(sheet: Any) -> None:
    sheet.insert_cols(2)
    sheet["B4"] = "দায়িত্বপ্রাপ্ত"
    sheet["B5"] = "রহিম"
    sheet.insert_cols(1, 2)
    sheet["A4"] = "ক্রম"


def write_above(sheet: Any) -> None:
    sheet.insert_rows(1, 6)
    sheet["A1"] = "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার"
    sheet["C3"] = "অবস্থা"


def leave_blank_rows(sheet: Any) -> None:
    sheet.insert_rows(6, 3)


def another_sheet_first(sheet: Any) -> None:
    notes = sheet.parent.create_sheet("আমার নোট", 0)
    notes["A1"] = "কোড"
    notes["B1"] = "যা মনে রাখতে হবে"


def english_headings(sheet: Any) -> None:
    for cell, text in zip(sheet[4], ("CODE", "Office name", "Decision", "Remarks")):
        cell.value = text


def hide_and_colour(sheet: Any) -> None:
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet["C5"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00FF00")


def bangla_digits_and_small_letters(sheet: Any) -> None:
    for row in range(5, 8):
        sheet.cell(row, 1).value = str(sheet.cell(row, 1).value).lower() + "\u200b "


CHANGES = [
    sort_backwards,
    insert_columns,
    write_above,
    leave_blank_rows,
    another_sheet_first,
    english_headings,
    hide_and_colour,
    bangla_digits_and_small_letters,
]


@pytest.mark.parametrize("change", CHANGES)
def test_however_the_sheet_is_rearranged_every_office_keeps_its_own_decision(
    centre: Centre, change: Callable[[Any], None]
) -> None:
    centre.run()
    centre.write("A", "গৃহীত", "ক-এর মন্তব্য")
    centre.write("B", "সংশোধন করতে হবে", "খ-এর মন্তব্য")
    centre.edit(change)
    summary = centre.run()
    found = {code: decision(summary, code) for code in "ABC"}
    assert {code: (each.status, each.comment) for code, each in found.items()} == {
        "A": (ReviewStatus.ACCEPTED, "ক-এর মন্তব্য"),
        "B": (ReviewStatus.TO_CORRECT, "খ-এর মন্তব্য"),
        "C": (ReviewStatus.OPEN, ""),
    }
    # A new file is noticed there too, and the change is written into the right row.
    centre.report("A", 61)
    assert decision(centre.run(), "A").status is ReviewStatus.AGAIN
    rows = {row.text(DecisionColumn.CODE)[:1].upper(): row for row in read_decisions(centre.decisions).rows}
    assert rows["A"].text(DecisionColumn.EARLIER) == "গৃহীত"
    assert rows["A"].text(DecisionColumn.COMMENT) == "ক-এর মন্তব্য"
    assert rows["B"].text(DecisionColumn.STATUS) == "সংশোধন করতে হবে"


def test_what_people_added_to_the_workbook_stays_as_it_is(centre: Centre) -> None:
    centre.run()
    centre.write("A", "গৃহীত")
    centre.edit(insert_columns)
    centre.edit(another_sheet_first)
    book = openpyxl.load_workbook(centre.decisions)
    sheet = book["সিদ্ধান্ত"]
    sheet["D5"].comment = openpyxl.comments.Comment("ফোনে কথা হয়েছে", "রহিম")
    sheet["B9"] = "নিচে লেখা নোট"
    sheet["P5"] = "=LEN(D5)"
    book.save(centre.decisions)
    centre.report("A", 61)
    (centre.folder / "register.csv").write_text("কোড,নাম,ঊর্ধ্বতনের কোড\nM,ম,\nA,দপ্তর ক,M\nD,নতুন,M\n", encoding="utf-8")
    centre.run()
    book = openpyxl.load_workbook(centre.decisions)
    sheet = book["সিদ্ধান্ত"]
    assert book.sheetnames == ["আমার নোট", "সিদ্ধান্ত"]
    assert (book["আমার নোট"]["B1"].value, sheet["D4"].value, sheet["D5"].value) == (
        "যা মনে রাখতে হবে",
        "দায়িত্বপ্রাপ্ত",
        "রহিম",
    )
    assert (sheet["D5"].comment.text, sheet["P5"].value) == ("ফোনে কথা হয়েছে", "=LEN(D5)")
    assert sheet["B9"].value == "নিচে লেখা নোট"
    assert [cell.value for cell in sheet["C"]][8:] == [None, "D"]  # below the note


def test_a_list_made_by_hand_counts_and_gets_the_columns_that_it_lacks(centre: Centre) -> None:
    book = openpyxl.Workbook()
    for row in (("Office code", "Status"), ("B", "returned"), ("A", "OK")):
        book.worksheets[0].append(row)
    centre.feedback.mkdir()
    book.save(centre.decisions)
    summary = centre.run()
    assert [decision(summary, code).status for code in "ABC"] == [
        ReviewStatus.ACCEPTED,
        ReviewStatus.TO_CORRECT,
        ReviewStatus.OPEN,
    ]
    sheet = read_decisions(centre.decisions)
    assert set(sheet.columns) == set(DecisionColumn)
    assert [row.text(DecisionColumn.CODE) for row in sheet.rows] == ["B", "A", "C"]
    centre.report("A", 61)
    assert decision(centre.run(), "A").status is ReviewStatus.AGAIN


def test_two_rows_of_an_office_count_when_they_agree_and_are_asked_about_when_not(centre: Centre) -> None:
    centre.run()
    centre.write("A", "গৃহীত", "এক")
    centre.edit(lambda sheet: sheet.append(["A", "দপ্তর ক", "accepted", "দুই"]))
    found = decision(centre.run(), "A")
    assert (found.status, found.comment) == (ReviewStatus.ACCEPTED, "এক\nদুই")
    centre.edit(lambda sheet: setattr(sheet["C8"], "value", "ফেরত"))
    assert decision(centre.run(), "A").status is ReviewStatus.UNCLEAR


def test_a_status_that_is_not_understood_stays_and_is_asked_about(centre: Centre) -> None:
    centre.run()
    centre.write("A", "মন্ত্রী মহোদয় দেখবেন")
    found = decision(centre.run(), "A")
    assert (found.status, found.typed) == (ReviewStatus.UNCLEAR, "মন্ত্রী মহোদয় দেখবেন")
    assert centre.row("A")["অবস্থা"] == "মন্ত্রী মহোদয় দেখবেন"
    assert centre.row("A")["জ্ঞাতব্য"].startswith("অবস্থাটি বোঝা যায়নি")


def test_a_comment_that_looks_like_a_formula_stays_a_text(centre: Centre) -> None:
    centre.run()
    centre.edit(lambda sheet: sheet.cell(5, 4, '=HYPERLINK("http://x","y")').__setattr__("data_type", "s"))
    assert decision(centre.run(), "A").comment == '=HYPERLINK("http://x","y")'
    sheet = openpyxl.load_workbook(centre.letter("A")).worksheets[0]
    (cell,) = [cell for row in sheet for cell in row if "HYPERLINK" in str(cell.value)]
    assert (cell.data_type, cell.hyperlink) == ("s", None)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"PK\x03\x04 half a file", "workbook-damaged"),
        (b"<html><body>decisions</body></html>", "workbook-web-page"),
    ],
)
def test_decisions_that_cannot_be_read_stop_the_run_before_anything_is_written(
    centre: Centre, content: bytes, code: str
) -> None:
    centre.feedback.mkdir()
    centre.decisions.write_bytes(content)
    with pytest.raises(InputError) as raised:
        centre.run()
    assert raised.value.code == code
    assert centre.decisions.read_bytes() == content
    assert not (centre.folder / "summary.xlsx").exists()


def test_a_sheet_without_the_headings_is_refused_by_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["দপ্তরের কোড", "যা ইচ্ছা"])
    book.save(tmp_path / "d.xlsx")
    with pytest.raises(InputError) as raised:
        read_decisions(tmp_path / "d.xlsx")
    assert (raised.value.code, raised.value.params["headings"]) == ("decisions-heading-missing", ["অবস্থা"])
