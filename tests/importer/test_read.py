"""Documents as reports: the two real ones as a scan gave them, and made-up ones in many layouts, whole and damaged."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.importer.damage import SCANNED, WHOLE, Damage, MadeUp, made_up_report
from xl_apa.core.assess import assess
from xl_apa.core.cells import Cell
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Office, Status
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.importer.document import Document, Line
from xl_apa.importer.findings import import_findings
from xl_apa.importer.imported_report import Confidence, ImportedReport, ImportedRow
from xl_apa.importer.office_workbook import write_office_workbook
from xl_apa.importer.read import read_document
from xl_apa.importer.sources import read_documents
from xl_apa.plans import load_plan
from xl_apa.sheets.assess_workbook import assess_file

FILES = Path(__file__).parents[1] / "files"
PLAN = load_plan()
LABOUR, SID = "labour_2023-24_q1", "sid_2023-24_q2"


def imported(name: str) -> ImportedReport:
    (document,) = read_documents(FILES / f"{name}.txt")
    return read_document(document, PLAN)


def expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FILES / f"{name}.expected.json").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("name", [LABOUR, SID])
def test_every_row_of_a_real_report_is_its_indicator_with_what_it_achieved_and_claims(name: str) -> None:
    rows = {row.indicator.code: row.achievement for row in imported(name).rows}
    for row in expected(name)["rows"]:
        said = rows[row["code"]]
        # The scan read খ্রি. as বি. in the piece that the page break tore off.
        assert said.achieved.text.replace("বি.", "খ্রি.") == row["achievement_cell"]
        if row["claimed"] is not None:
            assert parse_achievement(said.claimed.value, PLAN.indicators[1].unit).value == Decimal(str(row["claimed"]))


def test_what_a_real_report_says_of_itself_is_read() -> None:
    labour, sid = imported(LABOUR), imported(SID)
    assert (labour.about.office.text, labour.about.parent.text) == (
        "Head Office, Department of Labour",
        "Ministry of Labour & Employment",
    )
    assert (labour.quarter, labour.about.year, labour.layout) == (Quarter.Q1, FiscalYear(2023), Layout.MARKS)
    assert (labour.about.signed.text, labour.about.post.text) == ("15.08.23", "Assistant Director")
    assert (sid.about.office.text, sid.about.parent.text) == ("পরিসংখ্যান ও তথ্য ব্যবস্থাপনা বিভাগ", "পরিকল্পনা মন্ত্রণালয়")
    assert (sid.quarter, sid.about.year, sid.layout) == (Quarter.Q2, FiscalYear(2023), Layout.REMARKS)


@pytest.mark.parametrize(
    ("name", "accept", "total"), [(LABOUR, False, "6.0"), (LABOUR, True, "17.4"), (SID, False, "17.8")]
)
def test_a_real_report_becomes_an_office_workbook_with_its_marks(
    tmp_path: Path, name: str, accept: bool, total: str
) -> None:
    report = imported(name)
    write_office_workbook(report, tmp_path / "N-01.xlsx", office=Office("N-01", "", ""), accept_offers=accept)
    marked = assess_file(tmp_path / "N-01.xlsx", report.quarter)
    assert (marked.total, marked.office.code) == (Decimal(total), "N-01")


def test_the_doubts_of_the_real_reports_are_findings() -> None:
    labour = imported(LABOUR)
    found = {
        (each.code, each.indicator) for each in assess(labour.as_report(as_printed=True), PLAN, Quarter.Q1).findings
    }
    assert found >= {
        *(("report-before-quarter-end", ""), ("claimed-above-weight", "1.4.1"), ("date-not-real", "1.5.2")),
        *(("code-does-not-fit", "1.5.2"), ("code-does-not-fit", "2.1.1"), ("area-does-not-fit", "1.5.2")),
        *(("claimed-is-count", code) for code in ("1.2.1", "1.5.1", "2.1.1", "2.1.2")),
        *(("evidence-after-report", code) for code in ("1.5.1", "2.1.2")),
    }
    assert {("import-unsure", "2.1.1"), ("import-cell-left-over", "1.1.1")} <= {
        (each.code, each.indicator) for each in import_findings(labour)
    }
    joined = [(each.code, each.indicator) for each in import_findings(imported(SID))]
    assert ("import-target-joined", "1.1.1") in joined
    assert ("import-target-joined", "1.5.2") in joined


def _right(row: ImportedRow, truth: str) -> bool:
    """Whether the row says what was typed, or the same in other words: `-` and a blank cell are one."""
    said, meant = (
        parse_achievement(text or None, row.indicator.unit) for text in (row.achievement.achieved.text, truth)
    )
    same = said.status is meant.status and said.value == meant.value and said.status is not Status.UNREADABLE
    return same or row.achievement.achieved.text == truth


def _outcome(made: MadeUp) -> tuple[int, int, list[str]]:
    """How many indicators there are, how many are right, and which are wrong though nobody was asked."""
    rows = {row.indicator.code: row for row in read_document(made.document, made.plan).rows}
    right, wrong = 0, []
    for indicator in made.plan.indicators:
        row = rows.get(indicator.code)
        if row and _right(row, made.achieved[indicator.code]):
            right += 1
        elif row and row.confidence is Confidence.SURE:
            wrong.append(indicator.code)
    return len(made.plan.indicators), right, wrong


@pytest.mark.parametrize(("damage", "share"), [(WHOLE, 1.0), (SCANNED, 0.97)])
def test_made_up_reports_are_read_right_and_nothing_wrong_passes_without_a_question(
    damage: Damage, share: float
) -> None:
    outcomes = {seed: _outcome(made_up_report(seed, damage)) for seed in range(40)}
    assert {seed: wrong for seed, (_, _, wrong) in outcomes.items() if wrong} == {}
    assert sum(right for _, right, _ in outcomes.values()) >= share * sum(count for count, _, _ in outcomes.values())


def test_what_is_unsure_is_a_question_in_the_form_and_no_value(tmp_path: Path) -> None:
    report = imported(LABOUR)
    write_office_workbook(report, tmp_path / "N-01.xlsx")
    results = {result.indicator.code: result for result in assess_file(tmp_path / "N-01.xlsx", Quarter.Q1).results}
    unsure = [row.indicator.code for row in report.rows if row.confidence is Confidence.UNSURE]
    assert unsure
    assert all(results[code].status is Status.UNREADABLE for code in unsure)


@pytest.mark.parametrize("day", ["২১/০২/২০২৪", "০১/১০/২০২৩", "৩০/০৬/২০২৩", "31/01/2024"])
def test_a_day_that_had_not_come_or_lies_before_the_year_is_a_question(day: str) -> None:
    (document,) = read_documents(FILES / f"{LABOUR}.txt")
    table = document.tables[-1]
    rows = [list(row) for row in table.rows]
    at = next(place for place, row in enumerate(rows) if any("২.২.২" in cell.text for cell in row))
    rows[at][12] = Cell(day, "table 3, row 5, column 13")
    blocks = [replace(block, rows=rows) if block is table else block for block in document.blocks]
    report = read_document(replace(document, blocks=blocks), PLAN)
    row = next(each for each in report.rows if each.indicator.code == "2.2.2")
    assert row.confidence is Confidence.UNSURE or row.achievement.achieved.blank


def test_a_document_without_a_form_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_document(Document(Path("letter.txt"), (Line("স্মারক নং ১২", "line 1"),)), PLAN)
    assert caught.value.code == "import-no-table"


def test_a_report_of_another_plan_is_refused() -> None:
    made = made_up_report(1, WHOLE)
    with pytest.raises(InputError) as caught:
        read_document(made.document, PLAN)
    assert caught.value.code == "import-other-plan"
