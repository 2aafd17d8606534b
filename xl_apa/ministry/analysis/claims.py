"""Where an office's own marks and its own plan part from the ministry's, and why, when that shows."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from xl_apa.core.assess import Assessment, marks_under
from xl_apa.core.findings import FindingKind
from xl_apa.core.model import Result, Rule, Status

_OTHER_PLAN = frozenset({FindingKind.UNIT_DIFFERS, FindingKind.WEIGHT_DIFFERS, FindingKind.TARGET_DIFFERS})


class Reason(StrEnum):
    """Why claimed marks differ from those earned, as far as the form itself shows it. The first that fits counts."""

    ABOVE_WEIGHT = "above-weight"
    COUNT = "count"
    NOTHING_REPORTED = "nothing-reported"
    NOT_READ = "not-read"
    OTHER_RULE = "other-rule"
    OTHER_PLAN = "other-plan"
    FULL = "full"
    UNKNOWN = "unknown"


def claimed_otherwise(assessed: Assessment) -> Iterator[tuple[Result, Reason]]:
    """Yield the indicators for which an office claims other marks than it earned."""
    kinds: dict[str, set[FindingKind]] = {}
    for finding in assessed.findings:
        kinds.setdefault(finding.indicator, set()).add(finding.kind)
    for result in assessed.results:
        if result.claimed is not None and result.claimed != result.marks:
            yield result, _reason(result, assessed, kinds.get(result.indicator.code, set()))


def _reason(result: Result, assessed: Assessment, kinds: set[FindingKind]) -> Reason:
    other = Rule.PROPORTIONAL if result.rule is Rule.TIER else Rule.TIER
    if FindingKind.CLAIMED_ABOVE_WEIGHT in kinds:
        return Reason.ABOVE_WEIGHT
    if FindingKind.CLAIMED_IS_COUNT in kinds:
        return Reason.COUNT
    if result.status in (Status.NONE, Status.ONGOING):
        return Reason.NOTHING_REPORTED
    if result.status is Status.UNREADABLE:
        return Reason.NOT_READ
    if marks_under(result, assessed.plan.percents, other) == result.claimed:
        return Reason.OTHER_RULE
    if kinds & _OTHER_PLAN:
        return Reason.OTHER_PLAN
    return Reason.FULL if result.claimed == result.indicator.weight else Reason.UNKNOWN
