"""What most files say of how they were asked for: that another quarter, or another year, was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import Phrase
from xl_apa.ministry.model import MinistryResult


def hints(consolidation: MinistryResult) -> tuple[Phrase, ...]:
    """Return a sentence for each thing that more than half of all files were not made for, with the way out."""
    found = consolidation.found
    said = []
    for code, counted, asked in (
        ("hint-quarter", Counter(_quarters(consolidation)), consolidation.task.quarter),
        ("hint-year", Counter(_years(consolidation)), consolidation.task.plan.fiscal_year.label),
    ):
        for held, count in counted.most_common(1):
            if count * 2 > found:
                number = int(held) if isinstance(held, Quarter) else held
                said.append(
                    Phrase(code, {"count": count, "total": found, "held": held, "number": number, "asked": asked})
                )
    return tuple(said)


def _quarters(consolidation: MinistryResult) -> Iterator[object]:
    """Yield the quarter that was filled in where that asked for is blank or not there."""
    for _, finding in consolidation.findings():
        if finding.kind is FindingKind.OTHER_QUARTER_FILLED:
            yield finding.params["held"]
    for refusal in consolidation.refused:
        if refusal.error.code == "quarter-other":
            yield refusal.error.params["held"]


def _years(consolidation: MinistryResult) -> Iterator[object]:
    """Yield the year of the form in every file that was refused for it."""
    for refusal in consolidation.refused:
        form = refusal.error.params.get("form")
        if isinstance(form, Phrase) and form.code == "form-of-other-year":
            yield form.params["own"]
