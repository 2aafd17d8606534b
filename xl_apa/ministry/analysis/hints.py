"""What files say of how they were asked for: another quarter or year was meant, or other forms are to be read too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import Phrase
from xl_apa.ministry.collect.import_office import IMPORTABLE
from xl_apa.ministry.collect.other_files import IMPORTED
from xl_apa.ministry.model import MinistryResult, Refusal


def hints(consolidation: MinistryResult) -> tuple[Phrase, ...]:
    """Return a sentence for each thing that more than half of all files were not made for, with the way out.

    Files that may be reports in another form are spoken of however few they are.
    """
    task = consolidation.task
    said = list(_other_forms(consolidation))
    for code, held, asked in (
        ("hint-quarter", _quarters(consolidation), task.quarter),
        ("hint-year", _years(consolidation), task.plan.fiscal_year.label),
    ):
        for (what, option), count in Counter(held).most_common(1):
            if count * 2 > consolidation.found:
                params = {"count": count, "total": consolidation.found, "held": what, "option": option, "asked": asked}
                said.append(Phrase(code, params))
    return tuple(said)


def _other_forms(consolidation: MinistryResult) -> Iterator[Phrase]:
    """Yield how reports are read that are no office workbooks, where such files were found and not read."""
    if consolidation.task.imports:
        return
    files = (*consolidation.refused, *consolidation.aside)
    names = [Path(each.source.path).name for each in files if _is_other_form(each)]
    if names:
        yield Phrase("hint-import", {"count": len(names), "name": names[0]})


def _is_other_form(refusal: Refusal) -> bool:
    ending = Path(refusal.source.path).suffix.lower()
    return refusal.error.code in IMPORTABLE or (refusal.error.code == "file-not-read" and ending in IMPORTED)


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
