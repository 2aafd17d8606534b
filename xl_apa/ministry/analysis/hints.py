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
    task = consolidation.task
    said = []
    for code, held, asked in (
        ("hint-quarter", _quarters(consolidation), task.quarter),
        ("hint-year", _years(consolidation), task.plan.fiscal_year.label),
    ):
        for (what, option), count in Counter(held).most_common(1):
            if count * 2 > consolidation.found:
                params = {"count": count, "total": consolidation.found, "held": what, "option": option, "asked": asked}
                said.append(Phrase(code, params))
    return tuple(said)


def _quarters(consolidation: MinistryResult) -> Iterator[tuple[object, object]]:
    """Yield the quarter that was filled in where that asked for is blank or not there, and how it is asked for."""
    for _, finding in consolidation.findings():
        if finding.kind is FindingKind.OTHER_QUARTER_FILLED:
            yield _quarter(finding.params["held"])
    for refusal in consolidation.refused:
        if refusal.error.code == "quarter-other":
            yield _quarter(refusal.error.params["held"])


def _quarter(held: object) -> tuple[object, object]:
    return held, int(held) if isinstance(held, Quarter) else held


def _years(consolidation: MinistryResult) -> Iterator[tuple[object, object]]:
    """Yield the year of the form in every file that was refused for it, and its plan."""
    for refusal in consolidation.refused:
        form = refusal.error.params.get("form")
        if isinstance(form, Phrase) and form.code == "form-of-other-year":
            yield form.params["own"], form.params["plan"]
