"""What may be said about a row by its formulas."""

from __future__ import annotations

import pytest

from xl_apa.core.findings import FindingKind
from xl_apa.core.messages.excel.live import LIVE
from xl_apa.core.model import Unit
from xl_apa.sheets.formulas.issues import Issue, Verdict, not_understood, numbers_of, unclear

CORES: dict[Issue, FindingKind] = {
    Issue.CELL_ERROR: FindingKind.CELL_ERROR,
    Issue.COUNT_NOT_MEANT: FindingKind.COUNT_LOOKS_LIKE_DAY,
    Issue.PERCENT_DOUBTFUL: FindingKind.PERCENT_DOUBTFUL,
    Issue.DATE_NOT_UNDERSTOOD: FindingKind.DATE_NOT_UNDERSTOOD,
    Issue.NUMBER_NOT_UNDERSTOOD: FindingKind.NOT_UNDERSTOOD,
    Issue.PERCENT_NOT_UNDERSTOOD: FindingKind.NOT_UNDERSTOOD,
    Issue.TARGETS_FAULTY: FindingKind.TIERS_NOT_MONOTONE,
    Issue.DATE_OUTSIDE_YEAR: FindingKind.DATE_OUTSIDE_YEAR,
    Issue.DATE_AFTER_QUARTER: FindingKind.DATE_AFTER_QUARTER,
    Issue.PERCENT_OUT_OF_RANGE: FindingKind.PERCENT_OUT_OF_RANGE,
    Issue.COUNT_NEGATIVE: FindingKind.COUNT_NEGATIVE,
    Issue.BELOW_LAST_QUARTER: FindingKind.BELOW_LAST_QUARTER,
    Issue.CLAIM_ABOVE_WEIGHT: FindingKind.CLAIMED_ABOVE_WEIGHT,
    Issue.PERCENT_IS_ONE: FindingKind.PERCENT_IS_ONE,
    Issue.ACCEPTED_NOT_USED: FindingKind.ACCEPTED_NOT_USED,
    Issue.COUNT_NOT_WHOLE: FindingKind.COUNT_NOT_WHOLE,
    Issue.CLAIM_DIFFERS: FindingKind.CLAIMED_DIFFERS,
    Issue.ACCEPTED_USED: FindingKind.ACCEPTED_USED,
    Issue.PERCENT_WAS_FRACTION: FindingKind.PERCENT_WAS_FRACTION,
}
"""What core finds where the formulas have an issue; core has no finding about a missed target."""


def test_every_issue_is_in_the_catalogue_in_the_order_of_its_gravity() -> None:
    order = list(Verdict)
    verdicts = [order.index(issue.verdict) for issue in Issue]
    assert verdicts == sorted(verdicts)
    assert [issue.number for issue in Issue] == list(range(1, len(Issue) + 1))
    assert {issue.value for issue in Issue} == set(LIVE)


def test_an_issue_matters_as_much_as_the_finding_of_core() -> None:
    assert {issue: issue.verdict.value for issue in CORES} == {issue: kind.severity for issue, kind in CORES.items()}
    others = {issue for issue in Issue if issue.verdict is not Verdict.QUESTION} - set(CORES)
    assert others == {Issue.BELOW_LOWEST}


def test_the_numbers_of_the_verdicts_follow_each_other() -> None:
    numbers = [number for verdict in Verdict for number in numbers_of(verdict)]
    assert numbers == [issue.number for issue in Issue]


@pytest.mark.parametrize("unit", Unit)
def test_a_unit_has_its_own_sentence_for_a_text_that_is_not_understood(unit: Unit) -> None:
    assert not_understood(unit).value == f"live-{unit}-not-understood"
    assert not_understood(unit).sentence == LIVE[f"live-{unit}-not-understood"].bn
    assert unclear(unit).value == f"live-{unit}-unclear"
