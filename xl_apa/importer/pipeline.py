"""From a file to an office workbook: read, match, write, and say what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from xl_apa.archives.contents import archive_of, content_at
from xl_apa.core.assess import Assessment
from xl_apa.core.errors import InputError, OutputError, XlApaError
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Office, Plan
from xl_apa.importer.document import Document
from xl_apa.importer.findings import import_findings
from xl_apa.importer.imported_report import ImportedReport
from xl_apa.importer.office_workbook import assess_import, write_office_workbook
from xl_apa.importer.plan_draft import draft_plan
from xl_apa.importer.read import read_document
from xl_apa.importer.reading_sheet import ReadingSheet
from xl_apa.importer.sources import read_documents
from xl_apa.sheets.assess_workbook import assess_file, holds_achievements
from xl_apa.xlsx.files.file_digest import file_digest


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: marks and findings of the report, and what is to be said of how it was read."""

    path: Path
    report: ImportedReport
    assessment: Assessment
    findings: tuple[Finding, ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file, also of one in an archive."""
        return sha256(content_at(self.path)).hexdigest() if archive_of(self.path) else file_digest(self.path)

    @property
    def confidence(self) -> Decimal:
        """The share of the plan's weight, 0 to 1, whose indicators were found and read without a question."""
        return self.report.sure_weight / self.report.plan.weight


def import_report(
    path: Path,
    plan: Plan,
    quarter: Quarter | None = None,
    otherwise: Quarter | None = None,
    passwords: Sequence[str] = (),
) -> ImportedReport:
    """Return the report in a file: of several documents the first that holds a form of this plan.

    Without a quarter, of the one that it says, `otherwise` where it says none. Raise InputError where none does, or
    where the file cannot be read.
    """
    refused: XlApaError | None = None
    for document in read_documents(path, passwords):
        try:
            return read_document(document, plan, quarter, otherwise)
        except InputError as error:
            refused = refused or error
    raise refused or InputError("import-no-form", path=path)


def import_file(
    path: Path,
    target: Path,
    plan: Plan,
    quarter: Quarter | None = None,
    *,
    office_code: str = "",
    accept_offers: bool = False,
    passwords: Sequence[str] = (),
    lang: str = "bn",
) -> Imported:
    """Write the office workbook of a report in another form; return what was understood.

    `passwords` are tried on a workbook that is locked.

    With `accept_offers`, what sentences seem to say stands in the accepted-value column and counts. Raise InputError,
    and OutputError, also where the target holds achievements already.
    """
    report = import_report(path, plan, quarter, passwords=passwords)
    office = Office(office_code, report.about.office.text, report.about.parent.text)
    if holds_achievements(target):
        raise OutputError("output-filled", path=target)
    return write_imported(path, report, target, office, accept_offers=accept_offers, lang=lang)


def write_imported(
    path: Path,
    report: ImportedReport,
    target: Path,
    office: Office,
    *,
    accept_offers: bool = False,
    lang: str = "bn",
    folder: Path | None = None,
) -> Imported:
    """Write the office workbook of a report that was read from `path`; return what was understood.

    `folder` is where the workbook will lie in the end, from which its links lead. Raise OutputError.
    """
    assessment = assess_import(report, office)
    sheet = ReadingSheet(report, assessment, path, folder or target.parent, lang)
    write_office_workbook(report, target, office=office, accept_offers=accept_offers, further=sheet.write)
    if accept_offers:
        assessment = assess_file(target, report.quarter)
    return Imported(path, report, assessment, tuple(import_findings(report)))


def plan_from_file(path: Path) -> str:
    """Return the draft of a plan, as TOML, from the first document of a file that holds one. Raise InputError."""
    refused: XlApaError | None = None
    documents: list[Document] = list(read_documents(path))
    for document in documents:
        try:
            return draft_plan(document)
        except InputError as error:
            refused = refused or error
    raise refused or InputError("import-no-form", path=path)
