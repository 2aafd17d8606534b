"""What is not due yet: nothing of it is lost, and nothing reported that could be wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.ministry.builders import BEST, make_consolidation, make_office
from xl_apa.core.cells import CellValue
from xl_apa.ministry.analysis.not_due import codes_not_due, count_not_due
from xl_apa.ministry.model import MinistryResult


def seen_on(day: date, achieved: dict[str, CellValue]) -> MinistryResult:
    """An office's first quarter, as the ministry looks at it on a day."""
    consolidation = make_consolidation(make_office(achieved=achieved))
    return replace(consolidation, task=replace(consolidation.task, as_of=day))


@pytest.mark.parametrize("typed", [None, "-", "চলমান", 0, 1])
def test_a_count_is_not_due_until_the_year_ends(typed: CellValue) -> None:
    for day, expected in ((date(2023, 12, 31), True), (date(2024, 6, 29), True), (date(2024, 6, 30), False)):
        consolidation = seen_on(day, {"2.1.1": typed})
        assert ("2.1.1" in codes_not_due(consolidation, consolidation.offices[0])) is expected


@pytest.mark.parametrize(("typed", "code"), [("কর্মশালা হয়েছে", "1.2.1"), ("৩১/১১/২০২৩", "1.1.1"), (4, "1.2.1")])
def test_what_cannot_be_read_and_what_has_marks_is_not_too_early(typed: CellValue, code: str) -> None:
    consolidation = seen_on(date(2023, 9, 30), {code: typed})
    assert code not in codes_not_due(consolidation, consolidation.offices[0])


def test_a_day_is_not_due_while_the_last_target_day_is_to_come() -> None:
    office = make_office(achieved={"1.1.1": "চলমান"})
    (result, *_) = office.assessment.results
    for to_come in (True, False):
        early = replace(result, not_yet_due=to_come)
        whole = replace(office, assessment=replace(office.assessment, results=(early, *office.assessment.results[1:])))
        assert ("1.1.1" in codes_not_due(make_consolidation(whole), whole)) is to_come


def test_who_reported_nothing_is_not_counted_among_those_for_whom_it_is_early() -> None:
    early = make_office(achieved={"1.2.1": 4}, code="2")
    assert count_not_due(make_consolidation(BEST, early, make_office(code="3"))) == {
        "1.1.1": 0,
        "1.2.1": 0,
        "1.3.1": 1,
        "2.1.1": 1,
    }
