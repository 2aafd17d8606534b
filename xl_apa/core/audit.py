"""From a typed text to its marks, step by step: what an auditor asks of any number in a report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from xl_apa.core.assess import Assessment
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.marking.explaining import explain_result, figure_line, unit_sign
from xl_apa.core.messages import render, show
from xl_apa.core.model import Percent, Plan, Result, Status
from xl_apa.core.planning import plan_as_data

_HOW = {
    FindingKind.ACCEPTED_USED: "how-accepted",
    FindingKind.PERCENT_WAS_FRACTION: "how-fraction",
    FindingKind.AMOUNT_RECKONED: "how-reckoned",
    FindingKind.PART_NOT_COUNTED: "how-part",
}
"""Findings that say how a value was read, beside the plain way."""
_NO_VALUE = {Status.NONE: "how-nothing", Status.ONGOING: "how-ongoing", Status.UNREADABLE: "how-not-read"}


@dataclass(frozen=True, slots=True)
class AuditLine:
    """How an indicator's marks came about; `how` is the code of a few words on how the typed text was understood."""

    result: Result
    how: str
    percents: tuple[Percent, ...]

    def understood(self, lang: str) -> str:
        """Return what was understood of the quarter's cell, with its unit; "" where no value was."""
        own, indicator = self.result.own, self.result.indicator
        return "" if own is None else show(own, lang) + unit_sign(indicator.unit, indicator.unit_name or "")

    def figure(self, lang: str) -> str:
        """Return how the year's figure came of the quarters; "" where it is the quarter's own cell."""
        return figure_line(self.result, lang)

    def told(self, lang: str) -> str:
        """Return how tier and marks came of the value, as a sentence or two."""
        return explain_result(self.result, self.percents, lang)

    def how_told(self, lang: str) -> str:
        """Return the words for `how`."""
        return render(self.how, lang)


def audit_lines(assessed: Assessment) -> list[AuditLine]:
    """Return a line for every indicator, in the order of the plan."""
    kinds: dict[str, set[FindingKind]] = {}
    for finding in assessed.findings:
        kinds.setdefault(finding.indicator, set()).add(finding.kind)
    percents = assessed.plan.percents
    return [
        AuditLine(result, _how(result, kinds.get(result.indicator.code, set())), percents)
        for result in assessed.results
    ]


def asks_for_audit(result: Result, findings: tuple[Finding, ...]) -> bool:
    """Return whether more than a plainly typed value was read: a finding is about the indicator."""
    return any(finding.indicator == result.indicator.code for finding in findings)


@lru_cache(maxsize=16)
def plan_digest(plan: Plan) -> str:
    """Return by which a plan is known whatever it is called: the start of the SHA-256 of its data."""
    data = json.dumps(plan_as_data(plan), ensure_ascii=False, sort_keys=True)
    return sha256(data.encode()).hexdigest()[:12]


def _how(result: Result, kinds: set[FindingKind]) -> str:
    if result.own is None:
        return _NO_VALUE.get(result.status, "how-not-read")
    return next((code for kind, code in _HOW.items() if kind in kinds), "how-typed")
