"""Whether a report came late: by the day that is set for the office's own administrative level."""

from __future__ import annotations

from dataclasses import replace

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.ministry.model import OfficeResult, Task
from xl_apa.ministry.register.model import Registered


def judge_lateness(office: OfficeResult, listed: Registered, task: Task) -> OfficeResult:
    """Return the office's result with the finding of a late report as its level's due day has it.

    A form by itself is held against the calendar: it does not say on which level its office stands.
    """
    plan, quarter, assessed = task.plan, task.quarter, office.assessment
    due = plan.due_day(quarter, listed.level)
    if due == plan.due_day(quarter):
        return office
    findings = [finding for finding in assessed.findings if finding.kind is not FindingKind.REPORT_LATE]
    day = assessed.report_day
    if day and day > due:
        told = next((each for each in assessed.findings if each.kind is FindingKind.REPORT_LATE), None)
        findings.append(Finding(FindingKind.REPORT_LATE, told.cell if told else "", params={"report": day, "due": due}))
    return replace(office, assessment=replace(assessed, findings=tuple(findings)))
