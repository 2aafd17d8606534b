"""What became of a report: what was read right, what was asked, and what is wrong though nobody was told."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tests.importer.offices.reports import OfficeReport
from xl_apa.core.errors import InputError
from xl_apa.core.model import Indicator, Status
from xl_apa.core.typed.reading import parse_achievement, parse_marks
from xl_apa.importer.document import Document
from xl_apa.importer.findings import import_findings
from xl_apa.importer.imported_report import Confidence
from xl_apa.importer.office_workbook import assess_import
from xl_apa.importer.read import read_document


@dataclass
class Outcome:
    """How many indicators a report tells of, how many were matched and read right, asked about, or wrong in silence."""

    count: int = 0
    right: int = 0
    asked_right: int = 0
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    refused: str = ""


def outcome(report: OfficeReport, document: Document) -> Outcome:
    """Return what the import makes of a report."""
    found = Outcome(len(report.achieved))
    try:
        read = read_document(document, report.plan)
        assessment = assess_import(read)
    except InputError as error:
        found.refused = error.code
        return found
    told: dict[str, set[str]] = {}
    for finding in (*import_findings(read), *assessment.findings):
        told.setdefault(finding.indicator, set()).add(str(finding.code))
    rows = {row.indicator.code: row for row in read.rows}
    texts = [finding.text("en") for finding in import_findings(read)]
    for result in assessment.results:
        code, row = result.indicator.code, rows.get(result.indicator.code)
        about = told.get(code, set())
        if code in report.lost:
            if not about & {"indicator-missing", "import-unsure"}:
                found.wrong.append(f"{code} lost, read {result.status} {result.own}")
            continue
        truth = parse_achievement(
            report.achieved[code] or None,
            result.indicator.unit,
            report.plan.fiscal_year,
            result.indicator.unit_name or "",
        )
        said = row.achievement.achieved.text if row else ""
        same = _same(result.indicator, said, report) and row is not None
        if row and row.confidence is Confidence.UNSURE and same:
            found.asked_right += 1
            found.right += 1
        elif same and (result.status, result.own) == (truth.status, truth.value):
            found.right += 1
        elif row and said and said in report.printed[code] and result.status is Status.UNREADABLE:
            # The right cell: of what a scan made of its digits, a person is asked.
            found.asked_right += 1
            found.right += 1
        elif result.status is Status.UNREADABLE or about & {"indicator-missing", "import-unsure"}:
            found.asked.append(f"{code} {said!r} for {report.achieved[code]!r}")
        elif not row:
            found.wrong.append(f"{code} has no row and nobody is told")
        else:
            found.wrong.append(f"{code} {said!r} for {report.achieved[code]!r}")
        if row and row.confidence is Confidence.SURE and not row.achievement.claimed.blank:
            claimed = parse_marks(row.achievement.claimed.value)
            if (
                claimed is not None
                and claimed != parse_marks(report.claimed[code] or None)
                and code not in report.doubled
                and not any("claim" in each for each in about)
            ):
                found.wrong.append(f"{code} claims {claimed} for {report.claimed[code]!r}")
    # A row of another plan may be taken for one that the report leaves out, but only as a question.
    asked = any("import-unsure" in told.get(code, set()) for code in report.lost)
    for title in report.foreign:
        if not asked and not any(fuzz.partial_ratio(title, text) > 55 for text in texts):
            found.wrong.append(f"row {title!r} left out in silence")
    unknown = "import-row-unknown" in told.get("", set())
    for code in report.doubled:
        if not unknown and not told.get(code, set()) & {"import-unsure", "indicator-repeated"}:
            found.wrong.append(f"{code} is there twice and nobody is told")
    return found


def _same(indicator: Indicator, said: str, report: OfficeReport) -> bool:
    truth = report.achieved[indicator.code]
    if said == truth:
        return True
    one, other = (
        parse_achievement(text or None, indicator.unit, report.plan.fiscal_year, indicator.unit_name or "")
        for text in (said, truth)
    )
    if other.status is not Status.UNREADABLE and one.offer is not None:
        return one.offer == other.value
    return (
        one.status is other.status
        and one.value == other.value
        and (one.status is not Status.UNREADABLE or one.offer == other.offer)
    )
