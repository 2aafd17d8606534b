"""Short words and lines, each worded once."""

from __future__ import annotations

import pytest

from tests.ministry.report.bangla import STATUSES
from xl_apa.core.messages.labels import LABELS
from xl_apa.core.model import Rollup, Rule, Status
from xl_apa.sheets.layout import STATUS_LABELS


@pytest.mark.parametrize(("name", "members"), [("status", Status), ("rule", Rule), ("rollup", Rollup)])
def test_every_status_rule_and_way_to_roll_up_has_its_word(name: str, members: type[Status | Rule | Rollup]) -> None:
    assert {code for code in LABELS if code.startswith(f"{name}-")} == {f"{name}-{each}" for each in members}


def test_a_status_is_worded_alike_on_the_dashboard_and_in_the_summary() -> None:
    worded = {status: LABELS[f"status-{status}"].bn for status in Status}
    assert worded == STATUS_LABELS
    assert {status.value: word for status, word in worded.items()} == STATUSES
    assert list(worded.values()) == ["অর্জন আছে", "চলমান", "অর্জন নেই", "পড়া যায়নি"]
