"""What the ministry accepts is confirmed: an imported report counts from then on as it was read.

A decision is about one file. When the office sends another one, the decision is to be looked at again, and so the new
report is to be confirmed again too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.ministry.model import (
    Decision,
    MinistryResult,
    OfficeId,
    OfficeResult,
    ReviewStatus,
    in_order,
    office_id,
)

Quarter = TypeVar("Quarter", bound=MinistryResult)


def confirm_accepted(consolidation: Quarter, decisions: Mapping[OfficeId, Decision]) -> Quarter:
    """Return the consolidation in which accepted reports are confirmed; the same one where there are none."""
    offices = [_confirmed(office, consolidation, decisions) for office in consolidation.offices]
    if all(new is old for new, old in zip(offices, consolidation.offices, strict=True)):
        return consolidation
    return replace(consolidation, offices=in_order(offices))


def _confirmed(
    office: OfficeResult, consolidation: MinistryResult, decisions: Mapping[OfficeId, Decision]
) -> OfficeResult:
    who = office.assessment.office
    decision = decisions.get(office_id(who.code, who.name), Decision())
    if not office.imported or not office.to_confirm or decision.status is not ReviewStatus.ACCEPTED:
        return office
    note = Finding(FindingKind.IMPORT_CONFIRMED, params={"typed": decision.typed})
    findings = tuple(
        note if each.kind is FindingKind.IMPORT_TO_CONFIRM else each for each in office.assessment.findings
    )
    register = consolidation.register
    return replace(
        office,
        imported=replace(office.imported, confirmed=True),
        counts=register is None or office.listed in register.expected_keys,
        assessment=replace(office.assessment, findings=findings),
    )
