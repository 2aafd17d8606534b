"""A report in another form, brought into an office workbook from inside Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import dialogs
from xl_apa.importer.installed import require_installed
from xl_apa.plans import choose_plan


def import_beside(path: Path, ask_quarter: Callable[[], Quarter | None]) -> tuple[Path, str]:
    """Write the office workbook of a report beside it, under a name that is still free; return it and what to say.

    `ask_quarter` is called where the report does not say for which quarter it is. Raise CallError where the part that
    reads documents is not installed, InputError where the file holds no report on the plan or nobody says its quarter,
    OutputError when the workbook cannot be written.
    """
    require_installed()
    from xl_apa.importer.pipeline import import_file

    lang = dialogs.language()
    target = _free(path)
    try:
        imported = import_file(path, target, choose_plan(), lang=lang)
    except InputError as error:
        quarter = ask_quarter() if error.code == "import-no-quarter" else None
        if quarter is None:
            raise
        imported = import_file(path, target, choose_plan(), quarter, lang=lang)
    report, assessed = imported.report, imported.assessment
    told = dialogs.localize(
        "button-imported",
        quarter=report.quarter,
        total=assessed.total,
        out_of=assessed.plan.weight,
        weight=report.sure_weight,
        count=len(report.missing) + sum(not row.is_sure for row in report.rows),
        sheet=dialogs.localize("import-sheet"),
    )
    return target, told


def _free(path: Path) -> Path:
    number, name = 1, dialogs.localize("button-imported-name", name=path.stem)
    target = path.with_name(f"{name}.xlsx")
    while target.exists():
        number += 1
        target = path.with_name(f"{name} {number}.xlsx")
    return target
