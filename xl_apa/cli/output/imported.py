"""What was understood of a report in another form, in the shape that `import --json` promises."""

from __future__ import annotations

from collections.abc import Iterator

from xl_apa.cli.output.assessment import assessment_data, finding_data, result_data
from xl_apa.cli.output.json_values import json_number
from xl_apa.importer.headings import headings_taken
from xl_apa.importer.pipeline import Imported
from xl_apa.importer.read import ImportedReport, ImportedRow
from xl_apa.xlsx.file_digest import file_digest


def imported_data(imported: Imported) -> dict[str, object]:
    """Return the shape of `score --json`, with where everything stands in the document and how sure that is.

    `import` are the findings of the import itself; `confidence` is the share of the plan's weight, 0 to 1, whose
    indicators were found and read without a question.
    """
    report, assessed = imported.report, imported.assessment
    rows = {row.indicator.code: row for row in report.rows}
    results = [{**result_data(each), "match": _match(rows.get(each.indicator.code))} for each in assessed.results]
    kind, sha256 = report.document.kind.value, file_digest(imported.path)
    return {
        **assessment_data(assessed),
        "indicators": results,
        "import": [finding_data(each) for each in imported.findings],
        "source": {"path": str(imported.path), "kind": kind, "sha256": sha256},
        "confidence": json_number(round(imported.confidence, 4)),
        "layout": headings_taken(report.document, report.plan.fiscal_year),
        "unmatched": list(_unmatched(report)),
        "missing": [indicator.code for indicator in report.missing],
    }


def _match(row: ImportedRow | None) -> dict[str, object] | None:
    if row is None:
        return None
    by = [witness.value for witness in row.by]
    return {"by": by, "confidence": round(row.certainty, 2), "sure": row.is_sure, "place": row.place}


def _unmatched(report: ImportedReport) -> Iterator[dict[str, str]]:
    """Yield the rows that fit no indicator, then the cells that belong to no row."""
    for stranger in report.strangers:
        cells = stranger.all_cells
        yield {"place": cells[0].address if cells else "", "text": " | ".join(cell.text for cell in cells)}
    for cell in report.left_out:
        yield {"place": cell.address, "text": cell.text}
