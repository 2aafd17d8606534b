"""What may be said about a row by its formulas."""

from __future__ import annotations

import pytest

from xl_apa.core.findings import Severity
from xl_apa.core.messages.live import LIVE
from xl_apa.core.model import Unit
from xl_apa.sheets.formulas.issues import Issue, not_understood


def test_every_issue_is_in_the_catalogue_in_the_order_of_its_gravity() -> None:
    order = list(Severity)
    severities = [order.index(issue.severity) for issue in Issue]
    assert severities == sorted(severities)
    assert [issue.number for issue in Issue] == list(range(1, len(Issue) + 1))
    assert {issue.value for issue in Issue} == set(LIVE)


@pytest.mark.parametrize("unit", Unit)
def test_a_unit_has_its_own_sentence_for_a_text_that_is_not_understood(unit: Unit) -> None:
    assert not_understood(unit).value == f"live-{unit}-not-understood"
    assert not_understood(unit).sentence == LIVE[f"live-{unit}-not-understood"].bn
