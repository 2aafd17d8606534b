"""The ministry summary from inside Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show
from xl_apa.excel import dialogs
from xl_apa.ministry.analysis.submissions import name_unknown_offices
from xl_apa.ministry.collect.cache import open_cache
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.pipeline import consolidate
from xl_apa.ministry.collect.scheduler import workers
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan

_EVERY = 5
"""Files after which progress is told anew; Excel needs longer to show it than a file takes."""


def summarise(
    folder: Path, quarter: Quarter, register: Path | None, target: Path, report: Callable[[str], None]
) -> dict[str, object]:
    """Writes the summary of all office workbooks in a folder and below; gives what to say about it.

    `report` is told how far the work is. Raises InputError when there are no workbooks, OutputError when the summary
    cannot be written.
    """
    offices = read_register(register) if register else None
    files = [path for path in find_workbooks([folder], leave_out=target) if path != register]

    def tell(done: int, total: int) -> None:
        if done % _EVERY == 0 or done == total:
            report(dialogs.localize("button-progress", done=done, total=total))

    task = Task(quarter, load_plan())
    with open_cache(task) as cache, workers(None, len(files)) as executor:
        consolidation = consolidate(files, task, executor, tell, cache)
    if offices:
        consolidation = name_unknown_offices(consolidation, offices)
    write_summary(consolidation, target)
    errors = sum(office.assessment.count(Severity.ERROR) for office in consolidation.offices)
    lang = dialogs.language()
    return {
        "offices": show(len(consolidation.offices), lang),
        "refused": show(len(consolidation.refused), lang),
        "errors": show(errors, lang),
    }
