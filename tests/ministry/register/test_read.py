"""The register: read from what a ministry has, held against what came in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from xl_apa.core.errors import InputError
from xl_apa.ministry.register import columns
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.register.write import write_register

ROWS = [
    ("কোড", "নাম", "ঊর্ধ্বতনের কোড", "স্তর"),
    ("M-1", "মন্ত্রণালয়", "", "মন্ত্রণালয়"),
    ("D-01", "অধিদপ্তর", "M-1", "অধিদপ্তর"),
    ("Z-১১", "জেলা কার্যালয়", "d-০১", "জেলা"),
]
HEAD = ("code", "name", "parent")


def saved(path: Path, rows: list[tuple[object, ...]], above: int = 0) -> Path:
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, start=1 + above):
        for column, value in enumerate(row, start=1):
            book.active.cell(number, column, value)
    book.save(path)
    return path


# ---- reading --------------------------------------------------------------------------------------------------------


def test_a_letterhead_and_blank_rows_do_no_harm(tmp_path: Path) -> None:
    rows = [ROWS[0], ROWS[1], ("", "", "", ""), *ROWS[2:]]
    register = read_register(saved(tmp_path / "r.xlsx", rows, above=3))
    assert [(office.code, office.row) for office in register.offices] == [("M-1", 5), ("D-01", 7), ("Z-১১", 8)]


@pytest.mark.parametrize(("separator", "encoding"), [(",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16")])
def test_a_csv_is_read_however_excel_saved_it(tmp_path: Path, separator: str, encoding: str) -> None:
    text = "\r\n".join(separator.join(row) for row in ROWS)
    (tmp_path / "r.csv").write_bytes(text.encode(encoding))
    assert [office.name for office in read_register(tmp_path / "r.csv").offices] == [row[1] for row in ROWS[1:]]


def test_a_code_of_digits_is_read_from_a_number_cell(tmp_path: Path) -> None:
    register = read_register(
        saved(tmp_path / "r.xlsx", [("code", "name", "parent"), (101, "ক", ""), (102.0, "খ", 101)])
    )
    assert [(office.code, office.parent) for office in register.offices] == [("101", ""), ("102", "101")]
    assert register.find("১০২") is not None


def test_the_ministry_in_every_row_needs_no_row_of_its_own(tmp_path: Path) -> None:
    own = "নমুনা মন্ত্রণালয়"
    rows = [HEAD, ("D-1", "অধিদপ্তর", own), ("D-2", "ব্যুরো", f"{own} "), ("Z-1", "জেলা কার্যালয়", "D-1")]
    register = read_register(saved(tmp_path / "r.xlsx", rows))
    assert [(office.code, office.parent) for office in register.offices] == [("D-1", ""), ("D-2", ""), ("Z-1", "D-1")]


@pytest.mark.parametrize(
    ("rows", "code", "named"),
    [
        ([("নাম", "ফোন"), ("ক", "1")], "register-heading-missing", columns.HEADINGS["code"]),
        ([("code", "name")], "register-empty", "r.xlsx"),
        ([("code", "name"), ("", "ক")], "register-code-missing", "2"),
        ([("code", "name"), ("১", "ক"), ("1", "খ")], "register-code-twice", "3"),
        ([("code", "name"), ("N-01", "ক"), ("x", "y"), ("n–০১", "খ")], "register-code-twice", "Row 4"),
        ([("code", "name"), ("N-01", "ক"), ("x", "y"), ("n–০১", "খ")], "register-code-twice", "row 2, as “N-01”"),
        ([("code", "name"), ("N-01", "ক"), ("N - 01", "খ")], "register-code-twice", "“N - 01” is also in row 2"),
        ([("code", "name"), ("N-01", "ক"), ("N-\u00ad01", "খ")], "register-code-twice", "row 2"),
        ([("code", "name"), ("N-01", "ক"), ("\u202bN-01\u00a0", "খ")], "register-code-twice", "row 2"),
        ([("code", "name"), ("N-01", "ক"), (date(2024, 3, 5), "খ")], "register-code-is-day", "“খ”"),
        ([("code", "name"), ("N-01", "????? ?????")], "register-letters-lost", "CSV UTF-8"),
        ([("code", "name", "parent"), ("A", "ক", "B")], "register-parent-unknown", "B"),
        ([HEAD, ("A", "ক", "শ্রম দপ্তর"), ("B", "খ", "কৃষি দপ্তর")], "register-parent-unknown", "Row 2"),
        ([HEAD, ("A", "ক", "N-07"), ("B", "খ", "N-07")], "register-parent-unknown", "N-07"),
        ([HEAD, ("A", "ক", "শ্রম দপ্তর"), ("B", "খ", "A")], "register-parent-unknown", "শ্রম দপ্তর"),
        ([("code", "name", "parent"), ("A", "ক", "B"), ("B", "খ", "A")], "register-circle", "A"),
        ([("code", "name", "parent"), ("A", "ক", "A")], "register-circle", "A"),
    ],
)
def test_a_register_that_does_not_hold_together_is_refused_by_its_row(
    tmp_path: Path, rows: list[tuple[object, ...]], code: str, named: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_register(saved(tmp_path / "r.xlsx", rows))
    assert refused.value.code == code
    assert named in refused.value.text("en")


def test_text_in_an_old_encoding_is_refused_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(b"code,name\r\n1,\x96\xff\xfe")
    with pytest.raises(InputError) as refused:
        read_register(tmp_path / "r.csv")
    assert refused.value.code == "register-not-unicode"


def test_the_blank_register_has_every_heading_and_is_read_once_it_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    write_register(path)
    first = path.read_bytes()
    write_register(path)
    assert path.read_bytes() == first
    assert OpenXmlValidator().validate(str(path)).errors == []
    with pytest.raises(InputError, match="lists no offices"):
        read_register(path)
    book = openpyxl.load_workbook(path)
    sheet = book[columns.SHEET]
    assert [cell.value for cell in sheet[4]] == list(columns.HEADINGS.values())
    for column, value in enumerate(("007", "উপজেলা কার্যালয়", "Upazila Office", "", "উপজেলা", "01700"), start=1):
        sheet.cell(5, column, value)
    book.save(path)
    assert read_register(path).offices == (Registered("007", "উপজেলা কার্যালয়", "Upazila Office", "", "উপজেলা", "01700", 5),)


def test_a_register_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    offices = (
        Registered("007", "নমুনা বিভাগ", "Sample Division", "", "বিভাগ", "01700", 5),
        Registered("N-02", "=1+1", parent="007", level="জেলা", row=6),
    )
    write_register(tmp_path / "register.xlsx", offices)
    assert read_register(tmp_path / "register.xlsx").offices == offices
