"""Marks of earlier quarters, out of earlier summaries and out of the earlier sheets of the same workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Filler
from tests.ministry.report.bangla import DATA_SHEET, MARKS_SHEET
from tests.ministry.written import shown
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.model import Plan
from xl_apa.ministry.analysis.past_marks import last_quarter, last_year
from xl_apa.ministry.export import columns
from xl_apa.ministry.export.rows import offices
from xl_apa.ministry.model import PastMarks, Task
from xl_apa.ministry.report.past_summary import read_past
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import FeedbackRequest, Summary, summarise
from xl_apa.plans import choose_plan

PLAN = choose_plan()


def year_before(plan: Plan) -> Plan:
    return replace(plan, fiscal_year=FiscalYear(plan.fiscal_year.start - 1), name="2022-23")


def run(folder: Path, quarter: int, plan: Plan = PLAN, before: Sequence[Path] = (), lang: str = "bn") -> Summary:
    task = Task(Quarter(quarter), plan, language=lang)
    target = folder.parent / f"summary-{plan.fiscal_year}-{quarter}.xlsx"
    request = FeedbackRequest(folder.parent / "feedback", LetterOptions(date(2024, 1, 20), "en"))
    return summarise([folder], target, task, before=before, feedback=request)


@pytest.fixture
def first_quarter(filled: Filler, tmp_path: Path) -> Path:
    """The summary of the first quarter: A has 85% (6 marks) and 2 of 1.2.1 (3.2), B has nothing of it."""
    filled({"1.4.1": 85, "1.2.1": 2}, name="q1/a.xlsx", code="A", quarter=1)
    filled({"1.4.1": 61}, name="q1/b.xlsx", code="B", quarter=1)
    return run(tmp_path / "q1", 1).path


@pytest.fixture
def second(filled: Filler, tmp_path: Path) -> Path:
    """The reports of the second quarter, in new workbooks: the first quarter is not in them."""
    filled({"1.4.1": 90, "1.2.1": 4}, name="q2/a.xlsx", code="A")
    filled({"1.4.1": 90}, name="q2/c.xlsx", code="C")
    return tmp_path / "q2"


def test_a_summary_of_last_quarter_gives_its_totals_beside_those_of_this_one(first_quarter: Path, second: Path) -> None:
    summary = run(second, 2, before=[first_quarter])
    result = {office.key: office for office in summary.consolidation.offices}
    assert last_quarter(summary.consolidation, result["A"]) == PastMarks(Decimal("9.2"), Decimal(50))
    assert last_quarter(summary.consolidation, result["C"]) is None
    rows = shown(summary.path, MARKS_SHEET)
    column = rows[4].index("গত ত্রৈমাসিক শেষে")
    assert {row[1]: row[column] for row in rows[5:7]} == {"A": 9.2, "C": ""}
    assert rows[3][column] == 50
    exported = {row[1]: row for row in offices(summary.consolidation)}
    assert [exported[code][[*columns.OFFICES].index("last_quarter")] for code in "AC"] == [9.2, None]
    (letter,) = (second.parent / "feedback").glob("A *.xlsx")
    assert ["At the end of last quarter", "", "", "9.20 of 50"] in [row[:4] for row in shown(letter, "Feedback")]


def test_a_summary_gives_its_totals_in_either_language_to_one_in_either(
    first_quarter: Path, second: Path, tmp_path: Path
) -> None:
    bangla = first_quarter.read_bytes()
    english = run(tmp_path / "q1", 1, lang="en").path
    assert english == first_quarter
    assert "Office data" in openpyxl.load_workbook(english).sheetnames
    told = [run(second, 2, before=[english], lang=lang).consolidation.past for lang in LANGUAGES]
    english.write_bytes(bangla)
    told += [run(second, 2, before=[english], lang=lang).consolidation.past for lang in LANGUAGES]
    assert told == told[:1] * 4
    assert told[0].last_quarter["A"] == PastMarks(Decimal("9.2"), Decimal(50))


def test_last_year_is_another_plans_year_with_its_own_sum(filled: Filler, second: Path, tmp_path: Path) -> None:
    filled({"1.4.1": 85}, name="old/a.xlsx", code="ａ", info={"fiscal_year": "2022-23"})
    past = run(tmp_path / "old", 2, year_before(PLAN)).path
    summary = run(second, 2, before=[past])
    result = {office.key: office for office in summary.consolidation.offices}
    assert last_year(summary.consolidation, result["A"]) == PastMarks(Decimal(6), Decimal(50))
    assert last_quarter(summary.consolidation, result["A"]) is None


def test_both_may_be_given_in_any_order(filled: Filler, first_quarter: Path, tmp_path: Path) -> None:
    filled({"1.4.1": 85}, name="old/a.xlsx", code="A", info={"fiscal_year": "2022-23"})
    past = run(tmp_path / "old", 2, year_before(PLAN)).path
    for paths in ([past, first_quarter], [first_quarter, past]):
        read = read_past(paths, Task(Quarter.Q2, PLAN))
        assert (read.last_quarter["A"].total, read.last_year["A"].total) == (Decimal("9.2"), Decimal(6))
        assert set(read.last_quarter) == {"A", "B"}


def test_the_sheets_of_the_same_workbook_give_last_quarter_where_no_summary_does(
    filled: Filler, tmp_path: Path
) -> None:
    path = filled({"1.4.1": 90, "1.2.1": 4}, name="q2/a.xlsx", code="A")
    book = openpyxl.load_workbook(path)
    book["১ম ত্রৈমাসিক"]["M9"] = 2
    book["১ম ত্রৈমাসিক"]["M11"] = "৮৫%"
    book.save(path)
    summary = run(tmp_path / "q2", 2)
    (office,) = summary.consolidation.offices
    assert last_quarter(summary.consolidation, office) == PastMarks(Decimal("9.20"), Decimal(50))
    assert last_year(summary.consolidation, office) is None


def test_columns_of_the_sheet_of_data_may_be_moved(first_quarter: Path) -> None:
    book = openpyxl.load_workbook(first_quarter)
    book[DATA_SHEET].insert_cols(1, 2)
    book[DATA_SHEET].insert_rows(1, 3)
    book.save(first_quarter)
    assert read_past([first_quarter], Task(Quarter.Q2, PLAN)).last_quarter["A"].total == Decimal("9.2")


@pytest.mark.parametrize(("quarter", "plan"), [(1, PLAN), (3, PLAN), (2, year_before(PLAN))])
def test_a_summary_of_another_quarter_is_refused_and_says_of_which_it_is(
    first_quarter: Path, quarter: int, plan: Plan
) -> None:
    with pytest.raises(InputError) as raised:
        read_past([first_quarter], Task(Quarter(quarter), plan))
    assert (raised.value.code, raised.value.params["found"]) == ("before-other-period", ["2023-24 Q1"])


def test_a_workbook_that_is_no_summary_is_refused(filled: Filler) -> None:
    with pytest.raises(InputError) as raised:
        read_past([filled({}, name="a.xlsx")], Task(Quarter.Q2, PLAN))
    assert raised.value.code == "before-not-summary"


def test_without_earlier_summaries_nothing_is_read() -> None:
    assert read_past([], Task(Quarter.Q2, PLAN)).last_quarter == {}
