"""How every mark of a ministry came about, row by row; in a large one, of the indicators that give reason to ask."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from xl_apa.core.audit import asks_for_audit, audit_lines
from xl_apa.ministry.export.rows import Row
from xl_apa.ministry.model import MinistryResult

MOST_ROWS = 3_000
"""So many rows cost half a second; the marks of all 23,667 offices would take a minute and nobody reads them."""


def is_whole(consolidation: MinistryResult) -> bool:
    """Return whether the marks of all offices are explained."""
    return len(consolidation.offices) * len(consolidation.task.plan.indicators) <= MOST_ROWS


def audit(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per office and indicator, offices by rank; in a large ministry the first with findings.

    Columns: AUDIT; words and sentences are in the language of the summary.
    """
    return islice(_rows(consolidation, is_whole(consolidation)), MOST_ROWS)


def _rows(consolidation: MinistryResult, whole: bool) -> Iterator[Row]:
    lang = consolidation.task.language
    for office in consolidation.offices:
        assessed, who = office.assessment, office.assessment.office
        if not whole and not any(finding.indicator for finding in assessed.findings):
            continue
        for line in audit_lines(assessed):
            result = line.result
            if not whole and not asks_for_audit(result, assessed.findings):
                continue
            yield (
                who.code,
                who.name,
                result.indicator.code,
                result.raw,
                line.understood(lang),
                line.how_told(lang),
                result.indicator.calculated_by.value,
                line.figure(lang),
                float(result.percent),
                float(result.marks),
                float(result.indicator.weight),
                result.rule.value,
                line.told(lang),
                line.told("en"),
                office.source.path,
                result.cell,
            )
