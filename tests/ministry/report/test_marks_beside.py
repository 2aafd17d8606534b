"""What stands beside an office's total on the sheet of marks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.core.builders import PLAN
from tests.ministry.builders import BEST, WEAKEST, Write, make_consolidation, make_office
from tests.ministry.report.bangla import MARKS_SHEET
from tests.ministry.written import shown
from xl_apa.ministry.model import Decision, MinistryResult, Past, PastMarks, ReviewStatus, office_id
from xl_apa.ministry.report.marks_beside import columns_beside


def beside(consolidation: MinistryResult) -> list[str]:
    return [column.heading for column in columns_beside(consolidation)]


def test_without_anything_to_say_there_is_no_column() -> None:
    assert beside(make_consolidation(BEST, WEAKEST)) == []


def test_every_column_comes_with_what_it_says(write: Write) -> None:
    plan = replace(PLAN, apa_weight=Decimal(10))
    office = make_office("শ্রম অধিদপ্তর", {"1.3.1": 0.85, "2.1.1": 6}, plan=plan)  # 6 and 4 of 25 marks
    consolidation = replace(
        make_consolidation(office, plan=plan),
        past=Past({"DOL": PastMarks(Decimal("7.5"), Decimal(25))}, {"DOL": PastMarks(Decimal(8), Decimal(33))}),
        decisions={office_id("DOL", "শ্রম অধিদপ্তর"): Decision(ReviewStatus.TO_CORRECT, "ফেরত", "=মন্তব্য")},
    )
    rows = shown(write(consolidation), MARKS_SHEET)
    headings = ["এপিএ-তে নম্বর", "গত ত্রৈমাসিক শেষে", "গত বছরের একই ত্রৈমাসিক", "সিদ্ধান্ত", "মন্ত্রণালয়ের মন্তব্য"]
    headings.append("সময় হয়নি (সূচক)")
    assert rows[4][-6:] == headings == beside(consolidation)
    assert rows[3][-6:-3] == [10, 25, 33]
    assert rows[5][-6:-1] == [4, 7.5, 8, "সংশোধন করতে হবে", "=মন্তব্য"]


def test_past_totals_that_are_out_of_different_sums_have_none_in_the_heading() -> None:
    other = make_office("আরেক দপ্তর", code="X")
    past = Past({"DOL": PastMarks(Decimal(1), Decimal(25)), "X": PastMarks(Decimal(1), Decimal(50))})
    column, _ = columns_beside(replace(make_consolidation(BEST, other), past=past))
    assert column.out_of() is None
