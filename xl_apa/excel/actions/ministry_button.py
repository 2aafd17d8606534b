"""The ministry summary from inside Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show
from xl_apa.excel import dialogs
from xl_apa.ministry import summarise as ministry
from xl_apa.ministry.model import Task
from xl_apa.plans import choose_plan

_EVERY = 5
"""Files after which progress is shown anew; Excel needs longer to show it than a file takes."""


def summarise(
    folder: Path, quarter: Quarter, register: Path | None, target: Path, report: Callable[[str], None]
) -> dict[str, object]:
    """Write the summary of all office workbooks in a folder and below; return what to say about it.

    `report` is called with how far the work is, as a sentence. Raise InputError when there are no workbooks,
    OutputError when the summary cannot be written.
    """

    def show_progress(done: int, total: int) -> None:
        if done and (done % _EVERY == 0 or done == total):
            report(dialogs.localize("button-progress", done=done, total=total))

    task = Task(quarter, choose_plan())
    consolidation = ministry.summarise([folder], target, task, register=register, progress=show_progress).consolidation
    errors = sum(office.assessment.count(Severity.ERROR) for office in consolidation.offices)
    lang = dialogs.language()
    return {
        "offices": show(len(consolidation.offices), lang),
        "refused": show(len(consolidation.refused), lang),
        "errors": show(errors, lang),
    }
