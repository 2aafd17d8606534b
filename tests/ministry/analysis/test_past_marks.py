"""Marks of earlier quarters beside those of this one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.core.builders import PLAN
from tests.ministry.builders import BEST, SILENT, make_consolidation
from xl_apa.ministry.analysis.past_marks import last_quarter, last_year
from xl_apa.ministry.model import OfficeResult, Past, PastMarks


def with_earlier(office: OfficeResult, **earlier: str) -> OfficeResult:
    """The office with a value of the quarters before; codes are written with _."""
    values = {code.replace("_", ".")[1:]: Decimal(value) for code, value in earlier.items()}
    results = tuple(replace(each, earlier=values.get(each.indicator.code)) for each in office.assessment.results)
    return replace(office, assessment=replace(office.assessment, results=results))


def test_the_workbooks_own_earlier_values_earn_what_they_would_have_earned_then() -> None:
    office = with_earlier(BEST, i1_2_1="3", i1_3_1="75")
    # 3 of 4, 3, 2, 1 is the 90% tier of 4 marks; 75% the 80% tier of 6.
    assert last_quarter(make_consolidation(office), office) == PastMarks(Decimal("8.40"), PLAN.weight)


def test_without_any_earlier_value_nothing_is_known() -> None:
    assert last_quarter(make_consolidation(SILENT), SILENT) is None
    assert last_year(make_consolidation(SILENT), SILENT) is None


def test_what_a_summary_says_comes_before_what_the_workbook_says() -> None:
    office = with_earlier(BEST, i1_2_1="3")
    past = Past({"DOL": PastMarks(Decimal(20), Decimal(33))}, {"DOL": PastMarks(Decimal(1), Decimal(50))})
    consolidation = replace(make_consolidation(office), past=past)
    assert last_quarter(consolidation, office) == PastMarks(Decimal(20), Decimal(33))
    assert last_year(consolidation, office) == PastMarks(Decimal(1), Decimal(50))


def test_with_a_register_the_office_is_the_one_that_is_listed() -> None:
    past = Past({"L": PastMarks(Decimal(20), Decimal(50))})
    office = replace(BEST, listed="L")
    assert last_quarter(replace(make_consolidation(office), past=past), office) == PastMarks(Decimal(20), Decimal(50))
