"""What an office is to do about a finding."""

from __future__ import annotations

import re

import pytest

from xl_apa.core.findings import Finding, FindingKind, Severity
from xl_apa.core.messages import LANGUAGES, render
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.core.messages.next_step import parts
from xl_apa.ministry.review.for_office import finding_for_office
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
        (FindingKind.EVIDENCE_OTHER_PERIOD, "do-evidence"),
        (FindingKind.PERCENT_OUT_OF_RANGE, "do-as-said"),
        (FindingKind.STRUCK_OUT, "do-as-said"),
        (FindingKind.EARLIER_NOT_READ, "do-as-said"),
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
def test_every_error_and_warning_has_a_next_step(kind: FindingKind) -> None:
    assert kind.severity is Severity.NOTE or to_do(Finding(kind), "bn") != render("do-none", "bn")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", FindingKind)
def test_nobody_is_told_to_do_something_and_beside_it_that_there_is_nothing_to_do(kind: FindingKind, lang: str) -> None:
    finding = Finding(kind, params=_names(kind))
    if to_do(finding, lang) == render("do-none", lang):
        assert parts(finding_for_office(finding, lang), lang)[1] == ""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", FindingKind)
def test_what_is_said_beside_is_there_where_the_next_step_points_to_it(kind: FindingKind, lang: str) -> None:
    if to_do(Finding(kind), lang) == render("do-as-said", lang):
        assert parts(finding_for_office(Finding(kind, params=_names(kind)), lang), lang)[1]


def _names(kind: FindingKind) -> dict[str, object]:
    sentence = FINDINGS[kind.value]
    return {name: name.upper() for name in re.findall(r"\{(\w+)\}", sentence.bn + sentence.en)}
