"""A file that is no office workbook, read as a report in another form and assessed as the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_apa.core.assess import Assessment
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding
from xl_apa.ministry.model import CONFIRM_BELOW, Doubt, ImportSource, OfficeResult, Source, Task
from xl_apa.xlsx.read.file_kind import FileKind

if TYPE_CHECKING:
    from xl_apa.importer.imported_report import ImportedReport

_KINDS = (
    *(FileKind.BINARY, FileKind.TEMPLATE, FileKind.WEB, FileKind.TEXT),
    *(FileKind.WORD, FileKind.PDF, FileKind.MAIL, FileKind.ARCHIVE, FileKind.OTHER),
)
IMPORTABLE = frozenset({"not-a-template", *(kind.value for kind in _KINDS)})
"""Codes of what is no office workbook, and may be a report all the same."""


def import_office(path: Path, task: Task, source: Source, passwords: Sequence[str] = ()) -> OfficeResult:
    """Return the report in a file, with how sure its reading is.

    Raise InputError where it holds no report on the task's plan, or one of another quarter.
    """
    # Only where something is imported its libraries are loaded.
    from xl_apa.importer.findings import import_findings
    from xl_apa.importer.office_workbook import assess_import
    from xl_apa.importer.pipeline import import_report

    report = import_report(path, task.plan, otherwise=task.quarter, passwords=passwords)
    if report.quarter is not task.quarter:
        raise InputError("quarter-other", path=path, quarter=task.quarter, held=report.quarter)
    assessed = assess_import(report, rule=task.rule, as_of=task.as_of)
    return imported_result(source, report, assessed, tuple(import_findings(report)))


def imported_result(
    source: Source, report: ImportedReport, assessed: Assessment, findings: tuple[Finding, ...]
) -> OfficeResult:
    """Return an imported report as an office's result: with what is to be said of its reading, and how sure that is."""
    weight = report.plan.weight
    position = {indicator.code: place for place, indicator in enumerate(report.plan.indicators)}
    ordered = tuple(sorted((*findings, *assessed.findings), key=lambda each: position.get(each.indicator, -1)))
    doubts = []
    if report.sure_weight < CONFIRM_BELOW * weight:
        doubts.append(Doubt.READING)
    if not report.says_quarter:
        doubts.append(Doubt.QUARTER)
    kind = report.document.kind.value
    imported = ImportSource(kind, report.sure_weight, weight, tuple(doubts), report.about.lines)
    return OfficeResult(source, replace(assessed, findings=ordered), imported=imported)
