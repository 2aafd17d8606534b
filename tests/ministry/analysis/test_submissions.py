"""The register held against what was read: who handed in, who was late, and who is missing."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from tests.ministry.builders import make_consolidation
from tests.ministry.report import bangla
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.analysis.submissions import Submission, missing, submissions, whom_to_call
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan

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
    found = {each.office.code: each.status for each in submissions(recognise_offices(ministry, REGISTER), REGISTER)}
    assert found == {
        "N-01": Submission.IN_TIME,
        "N-02": Submission.LATE,
        "N-03": Submission.UNDATED,
        "N-04": Submission.BLANK,
        "N-05": Submission.MISSING,
    }
    assert [office.code for office in missing(submissions(recognise_offices(ministry, REGISTER), REGISTER))] == [
        "N-04",
        "N-05",
    ]


def test_an_office_outside_the_register_is_named_and_in_no_mean(ministry: MinistryResult) -> None:
    named = recognise_offices(ministry, REGISTER)
    unknown = [
        office.assessment.office.code
        for office in named.offices
        if any(finding.code == "office-unknown" for finding in office.assessment.findings)
    ]
    assert unknown == ["N-99"]
    assert [office.assessment.office.code for office in named.apart] == ["N-99"]
    # Three of five have 6 of 6 marks for 96 percent, one is blank, one did not come.
    assert (named.base, named.mean) == (5, Decimal("3.60"))


def test_the_summary_says_who_is_missing(ministry: MinistryResult, tmp_path: Path) -> None:
    write_summary(recognise_offices(ministry, REGISTER), tmp_path / "summary.xlsx")
    book = openpyxl.load_workbook(tmp_path / "summary.xlsx")
    rows = [[cell.value for cell in row] for row in book[bangla.SUBMISSIONS_SHEET].iter_rows(min_row=5)]
    assert [(row[0], row[2]) for row in rows] == [
        ("N-01", "যথাসময়ে"),
        ("N-02", "বিলম্বে"),
        ("N-03", "প্রতিবেদনে তারিখ নেই"),
        ("N-04", "ফাঁকা প্রতিবেদন"),
        ("N-05", "প্রতিবেদন পাওয়া যায়নি"),
    ]
    assert rows[0][5] == datetime(2024, 1, 15)
    assert rows[4][6] is None
    texts = {cell.value for row in book[bangla.OVERVIEW_SHEET].iter_rows() for cell in row}
    assert {"দপ্তর N-04", "দপ্তর N-05"} <= texts
    assert OpenXmlValidator().validate(str(tmp_path / "summary.xlsx")).errors == []


def test_without_a_register_there_is_no_such_sheet(ministry: MinistryResult, tmp_path: Path) -> None:
    write_summary(ministry, tmp_path / "summary.xlsx")
    assert bangla.SUBMISSIONS_SHEET not in openpyxl.load_workbook(tmp_path / "summary.xlsx").sheetnames


def test_whom_to_call_is_the_office_itself_and_above_it_the_office_it_reports_to() -> None:
    register = Register(
        (
            Registered("M", "মন্ত্রণালয়"),
            Registered("1", "জেলা", parent="M", contact="০১৭০০-০০০০০১"),
            Registered("2", "উপজেলা", parent="1"),
        )
    )
    found = whom_to_call(recognise_offices(make_consolidation(), register))
    assert [(each.name, each.status, each.contact, each.parent, each.parent_contact) for each in found] == [
        ("জেলা", Submission.MISSING, "০১৭০০-০০০০০১", "মন্ত্রণালয়", ""),
        ("উপজেলা", Submission.MISSING, "", "জেলা", "০১৭০০-০০০০০১"),
    ]
