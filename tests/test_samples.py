"""The two real reports, as workbooks: the figures a careful reader finds in them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Status
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.xlsx.addresses import position

REPOSITORY = Path(__file__).parent.parent
WORKBOOKS = REPOSITORY / "workbooks" / "samples"
FILES = Path(__file__).parent / "files"
AS_TYPED = FILES / "labour_as_typed.xlsx"

REAL = [
    ("labour_2023-24", "labour_2023-24_q1", Quarter.Q1, "17.4"),
    ("sid_2023-24", "sid_2023-24_q2", Quarter.Q2, "17.8"),
]


def expected_rows(name: str) -> dict[str, dict[str, object]]:
    rows = json.loads((FILES / f"{name}.expected.json").read_text(encoding="utf-8"))["rows"]
    return {row["code"]: row for row in rows}


def said(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize(("workbook", "expected", "quarter", "total"), REAL)
def test_every_indicator_of_a_real_report_is_as_a_careful_reader_found_it(
    workbook: str, expected: str, quarter: Quarter, total: str
) -> None:
    assessed = assess_file(WORKBOOKS / f"{workbook}.xlsx", quarter)
    rows = expected_rows(expected)
    assert [result.indicator.code for result in assessed.results] == list(rows)
    for result in assessed.results:
        row = rows[result.indicator.code]
        found = (result.status, said(result.value), result.percent, result.marks, result.claimed)
        claimed = row["claimed"]
        assert found == (row["status"], row["value"], row["percent"], Decimal(str(row["marks"])), claimed), row["code"]
    assert (assessed.total, assessed.plan.weight) == (Decimal(total), 50)


def test_the_division_s_report_names_the_wrong_year_and_the_wrong_months() -> None:
    assessed = assess_file(WORKBOOKS / "sid_2023-24.xlsx", Quarter.Q2)
    assert [(finding.code, finding.indicator) for finding in assessed.findings] == [
        ("fiscal-year-differs", ""),
        ("evidence-other-period", "2.1.1"),
        ("evidence-other-period", "2.1.2"),
    ]


def test_the_labour_report_as_typed_earns_only_what_was_said_plainly() -> None:
    assessed = assess_file(AS_TYPED, Quarter.Q1)
    assert assessed.total == Decimal("6.00")
    earned = {result.indicator.code: result.marks for result in assessed.results if result.marks}
    assert earned == {"1.4.1": Decimal("6.00")}


def test_every_sentence_of_the_labour_report_has_its_offer() -> None:
    assessed = assess_file(AS_TYPED, Quarter.Q1)
    rows = expected_rows("labour_2023-24_q1")
    unread = [result for result in assessed.results if result.status is Status.UNREADABLE]
    assert {result.indicator.code: said(result.offer) for result in unread} == {
        code: rows[code]["value"] for code in ("1.5.1", "1.5.2", "2.1.1", "2.1.2")
    }
    offered = {
        finding.indicator: finding for finding in assessed.findings if finding.code in ("narrative", "date-not-real")
    }
    assert set(offered) == {result.indicator.code for result in unread}
    assert "৭ সেপ্টেম্বর ২০২৩" in offered["1.5.2"].text("bn")
    assert "Possibly 1;" in offered["2.1.2"].text("en")


def test_the_labour_report_as_typed_has_the_findings_of_a_careful_reader() -> None:
    assessed = assess_file(AS_TYPED, Quarter.Q1)
    found = {(finding.code, finding.indicator) for finding in assessed.findings}
    assert found >= {
        ("date-not-real", "1.5.2"),
        ("claimed-above-weight", "1.4.1"),
        ("report-before-quarter-end", ""),
        *(("evidence-after-report", code) for code in ("1.5.1", "2.1.2")),
        *(("claimed-is-count", code) for code in ("1.2.1", "1.5.1", "2.1.1", "2.1.2")),
        *(("code-does-not-fit", code) for code in ("1.4.1", "1.5.1", "1.5.2", "2.1.1")),
        *(("target-differs", code) for code in ("1.5.2", "2.2.1", "2.2.2", "2.2.3")),
    }
    assert all(finding.text(lang) for finding in assessed.findings for lang in ("bn", "en"))
    assert assessed.count(Severity.ERROR) == 13


@pytest.mark.parametrize(("accept_the_date", "total"), [(False, "14.40"), (True, "17.40")])
def test_offers_count_once_a_person_accepts_them(tmp_path: Path, accept_the_date: bool, total: str) -> None:
    path = tmp_path / "accepted.xlsx"
    book = openpyxl.load_workbook(AS_TYPED)
    for result in assess_file(AS_TYPED, Quarter.Q1).results:
        if result.offer is not None and result.row and (accept_the_date or not isinstance(result.offer, date)):
            row, column = position(result.row.accepted.address) or (0, 0)
            offer = result.offer if isinstance(result.offer, date) else int(result.offer)
            book["১ম ত্রৈমাসিক"].cell(row + 1, column + 1).value = offer
    book.save(path)
    assert assess_file(path, Quarter.Q1).total == Decimal(total)
