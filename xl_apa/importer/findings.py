"""What is to be said of how a document was read."""

from __future__ import annotations

from collections.abc import Iterator

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.importer.imported_report import Confidence, ImportedReport, ImportedRow

_LONGEST = 80


def import_findings(imported: ImportedReport) -> Iterator[Finding]:
    """Yield what a person has to look at, row by row, and what was left out."""
    for row in imported.rows:
        yield from _about_row(row)
    for stranger in imported.strangers:
        titles = [cell for cell in stranger.cells if not cell.blank]
        label = max(titles, key=lambda cell: len(cell.text))
        yield Finding(FindingKind.IMPORT_ROW_UNKNOWN, label.address, params={"text": label.text[:_LONGEST]})
    for name in imported.other_tables:
        yield Finding(FindingKind.IMPORT_TABLE_NOT_READ, params={"text": name})
    originals = [text for table in imported.document.tables for text in table.original.values()]
    if originals:
        yield Finding(FindingKind.IMPORT_CONVERTED, params={"count": len(originals), "text": originals[0][:_LONGEST]})


def _about_row(row: ImportedRow) -> Iterator[Finding]:
    code, achieved = row.indicator.code, row.achievement.achieved
    if row.confidence is Confidence.UNSURE:
        others = ", ".join(dict.fromkeys(cell.text[:_LONGEST] or "-" for cell in row.rivals)) or "-"
        params = {"code": code, "text": achieved.text[:_LONGEST] or "-", "rivals": others}
        yield Finding(FindingKind.IMPORT_UNSURE, achieved.address or row.achievement.label.address, code, params)
    if not row.claim_sure and row.is_sure:
        claimed = row.achievement.claimed
        params = {"code": code, "text": claimed.text[:_LONGEST] or "-"}
        yield Finding(FindingKind.IMPORT_CLAIM_UNSURE, claimed.address or row.place, code, params)
    for cell in row.extra:
        if any(letter.isalnum() for letter in cell.text):
            params = {"code": code, "text": cell.text[:_LONGEST]}
            yield Finding(FindingKind.IMPORT_CELL_LEFT_OVER, cell.address, code, params)
    for cell in row.joined:
        yield Finding(FindingKind.IMPORT_TARGET_JOINED, cell.address, code, {"code": code, "text": cell.text})
    if row.other_figure is not None:
        params = {"code": code, "text": row.other_figure.text[:_LONGEST], "other": achieved.text[:_LONGEST]}
        yield Finding(FindingKind.IMPORT_TWO_FIGURES, row.other_figure.address, code, params)
