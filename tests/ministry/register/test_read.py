"""The register: read from what a ministry has, held against what came in."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.analysis.submissions import Submission, missing, name_unknown_offices, submissions
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register import columns
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.report import strings
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan

ROWS = [
    ("কোড", "নাম", "ঊর্ধ্বতনের কোড", "স্তর"),
    ("M-1", "মন্ত্রণালয়", "", "মন্ত্রণালয়"),
    ("D-01", "অধিদপ্তর", "M-1", "অধিদপ্তর"),
    ("Z-১১", "জেলা কার্যালয়", "d-০১", "জেলা"),
]


def saved(path: Path, rows: list[tuple[object, ...]], above: int = 0) -> Path:
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, start=1 + above):
        for column, value in enumerate(row, start=1):
            book.active.cell(number, column, value)
    book.save(path)
    return path


# ---- reading --------------------------------------------------------------------------------------------------------


def test_codes_are_the_same_in_whatever_digits_and_capitals_they_are_written(tmp_path: Path) -> None:
    register = read_register(saved(tmp_path / "r.xlsx", ROWS))
    district = register.find("z-11")
    assert district == Registered("Z-১১", "জেলা কার্যালয়", "", "d-০১", "জেলা", "", 4)
    assert [office.code for office in register.chain(district)] == ["D-01", "M-1"]


def test_who_reports_to_nobody_and_is_reported_to_is_not_waited_for(tmp_path: Path) -> None:
    register = read_register(saved(tmp_path / "r.xlsx", ROWS))
    assert [office.code for office in register.expected] == ["D-01", "Z-১১"]
    flat = Register((Registered("A", "ক"), Registered("B", "খ")))
    assert flat.expected == flat.offices


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


@pytest.mark.parametrize(
    ("rows", "code", "named"),
    [
        ([("নাম", "ফোন"), ("ক", "1")], "register-heading-missing", columns.HEADINGS["code"]),
        ([("code", "name")], "register-empty", "r.xlsx"),
        ([("code", "name"), ("", "ক")], "register-code-missing", "2"),
        ([("code", "name"), ("১", "ক"), ("1", "খ")], "register-code-twice", "3"),
        ([("code", "name", "parent"), ("A", "ক", "B")], "register-parent-unknown", "B"),
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
    with pytest.raises(InputError, match="names no office"):
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


# ---- who handed in --------------------------------------------------------------------------------------------------

REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়"),
        *(Registered(code, f"দপ্তর {code}", parent="M") for code in ("N-01", "N-02", "N-03", "N-04", "N-05")),
    )
)


@pytest.fixture
def ministry(filled, tmp_path: Path) -> MinistryResult:
    """In time on the last day, late, without a date, blank; N-05 is missing, N-99 is not in the register."""
    folder = tmp_path / "in"
    folder.mkdir()
    days = {"N-01": date(2024, 1, 15), "N-02": date(2024, 1, 16), "N-99": date(2024, 1, 15)}
    for code in ("N-01", "N-02", "N-03", "N-04", "N-99"):
        cells = {} if code == "N-04" else {"1.4.1": 96}
        info = {"report_date_2": days[code]} if code in days else {}
        filled(cells, code=code, name=f"{code}.xlsx", info=info).rename(folder / f"{code}.xlsx")
    return read_offices(find_workbooks([folder]), Task(Quarter.Q2, load_plan()))


def test_every_office_of_the_register_has_its_status(ministry: MinistryResult) -> None:
    found = {each.office.code: each.status for each in submissions(ministry, REGISTER)}
    assert found == {
        "N-01": Submission.IN_TIME,
        "N-02": Submission.LATE,
        "N-03": Submission.UNDATED,
        "N-04": Submission.BLANK,
        "N-05": Submission.MISSING,
    }
    assert [office.code for office in missing(submissions(ministry, REGISTER))] == ["N-04", "N-05"]


def test_an_office_outside_the_register_is_named_and_still_counts(ministry: MinistryResult) -> None:
    named = name_unknown_offices(ministry, REGISTER)
    unknown = [
        office.assessment.office.code
        for office in named.offices
        if any(finding.code == "office-unknown" for finding in office.assessment.findings)
    ]
    assert unknown == ["N-99"]
    assert named.mean == ministry.mean


def test_the_summary_says_who_is_missing(ministry: MinistryResult, tmp_path: Path) -> None:
    write_summary(name_unknown_offices(ministry, REGISTER), tmp_path / "summary.xlsx")
    book = openpyxl.load_workbook(tmp_path / "summary.xlsx")
    rows = [[cell.value for cell in row] for row in book[strings.SUBMISSIONS_SHEET].iter_rows(min_row=5)]
    assert [(row[0], row[4]) for row in rows] == [
        ("N-01", "যথাসময়ে"),
        ("N-02", "বিলম্বে"),
        ("N-03", "তারিখ নেই"),
        ("N-04", "ফাঁকা"),
        ("N-05", "আসেনি"),
    ]
    assert rows[0][5] == datetime(2024, 1, 15)
    assert rows[4][6] is None
    texts = {cell.value for row in book[strings.OVERVIEW_SHEET].iter_rows() for cell in row}
    assert {"দপ্তর N-04", "দপ্তর N-05"} <= texts
    assert OpenXmlValidator().validate(str(tmp_path / "summary.xlsx")).errors == []


def test_without_a_register_there_is_no_such_sheet(ministry: MinistryResult, tmp_path: Path) -> None:
    write_summary(ministry, tmp_path / "summary.xlsx")
    assert strings.SUBMISSIONS_SHEET not in openpyxl.load_workbook(tmp_path / "summary.xlsx").sheetnames
