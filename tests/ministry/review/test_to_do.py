"""What an office is to do about a finding."""

from __future__ import annotations

import pytest

from xl_apa.core.findings import Finding, FindingKind, Severity
from xl_apa.core.messages import render
from xl_apa.ministry.review.to_do import to_do


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (FindingKind.DATE_NOT_REAL, "do-date"),
        (FindingKind.NARRATIVE, "do-value"),
        (FindingKind.BELOW_LAST_QUARTER, "do-correct"),
        (FindingKind.DATE_CHANGED, "do-check"),
        (FindingKind.EVIDENCE_MISSING, "do-evidence"),
        (FindingKind.EVIDENCE_NOT_ATTACHED, "do-evidence"),
        (FindingKind.CLAIMED_DIFFERS, "do-claim"),
        (FindingKind.TARGET_DIFFERS, "do-plan"),
        (FindingKind.OFFICE_UNKNOWN, "do-office"),
        (FindingKind.COPY_FILLED, "do-workbook"),
        (FindingKind.TIERS_NOT_MONOTONE, "do-ministry"),
        (FindingKind.PERCENT_WAS_FRACTION, "do-none"),
    ],
)
def test_a_finding_has_its_next_step(kind: FindingKind, code: str) -> None:
    assert to_do(Finding(kind), "en") == render(code, "en")


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_next_step_and_only_a_note_asks_for_nothing(kind: FindingKind) -> None:
    nothing = render("do-none", "bn")
    asks = kind is FindingKind.EVIDENCE_NOT_ATTACHED or kind.severity is not Severity.NOTE
    assert (to_do(Finding(kind), "bn") != nothing) is asks
