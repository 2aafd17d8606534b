"""What was understood of reports in another form: a table for people, the shape of `import --json` for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.assessment import assessment_data, finding_data, result_data
from xl_apa.cli.output.console import in_digits, new_console, print_plainly, shown
from xl_apa.cli.output.json_values import json_number
from xl_apa.cli.screen_text import for_screen
from xl_apa.core.findings import Severity
from xl_apa.importer.headings import headings_taken
from xl_apa.importer.imported_report import ImportedReport, ImportedRow
from xl_apa.importer.pipeline import Imported
from xl_apa.ministry.import_folder import FolderImport, WrittenReport
from xl_apa.ministry.model import Refusal


def imported_data(imported: Imported) -> dict[str, object]:
    """Return the shape of `score --json`, with where everything stands in the document and how sure that is.

    `import` are the findings of the import itself; `confidence` is the share of the plan's weight, 0 to 1, whose
    indicators were found and read without a question.
    """
    report, assessed = imported.report, imported.assessment
    rows = {row.indicator.code: row for row in report.rows}
    results = [{**result_data(each), "match": _match(rows.get(each.indicator.code))} for each in assessed.results]
    source = {"path": str(imported.path), "kind": report.document.kind.value, "sha256": imported.sha256}
    return {
        **assessment_data(assessed),
        "indicators": results,
        "import": [finding_data(each) for each in imported.findings],
        "source": source,
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


# ---- many files -----------------------------------------------------------------------------------------------------


def described(imported: Imported) -> str:
    """Return the same as JSON text: it is made where the file is read."""
    return json.dumps(imported_data(imported), ensure_ascii=False)


def folder_data(result: FolderImport) -> list[dict[str, object]]:
    """Return a list of the same with each workbook's path, then the files that were refused, with the reason."""
    written = [{**json.loads(each.told), "output": str(each.target)} for each in result.written]
    return [*written, *(_refusal_data(each) for each in result.refused)]


def _refusal_data(refusal: Refusal) -> dict[str, object]:
    error = refusal.error
    told = {"code": error.code, "bn": error.text("bn"), "en": error.text("en")}
    return {"source": {"path": refusal.source.path, "sha256": refusal.source.sha256}, "refused": told}


def print_folder(result: FolderImport, folder: Path) -> None:
    """Print a line per workbook that was written, what was refused and why, and how many files there were."""
    lang = language()
    if not result.written:
        for refusal in result.refused or result.aside:
            print(for_screen(refusal.error.text(lang)), file=sys.stderr)
        return
    console = new_console()
    console.print(_table(result))
    for refusal in result.refused:
        print_plainly(localize("said-refused", reason=refusal.error.text(lang)))
    for refusal in result.aside:
        print_plainly(localize("said-aside", reason=refusal.error.text(lang)))
    counts = {
        "found": result.found,
        "written": len(result.written),
        "confirm": sum(each.questions > 0 for each in result.written),
        "refused": len(result.refused),
    }
    console.print(Text(localize("said-imported", **counts, folder=folder)))


def _table(result: FolderImport) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for name, right in (
        ("word-code", False),
        ("word-marks", True),
        ("word-sure", True),
        ("word-to-confirm", True),
        ("word-errors", True),
        ("word-file", False),
        ("word-office", False),
    ):
        table.add_column(localize(name), justify="right" if right else "left")
    for each in result.written:
        table.add_row(*_cells(each))
    return table


def _cells(each: WrittenReport) -> list[str]:
    assessed, imported = each.result.assessment, each.result.imported
    sure = f"{shown(int(100 * imported.confidence))}%" if imported else ""
    return [
        in_digits(assessed.office.code) or "-",
        shown(assessed.total),
        sure,
        shown(each.questions),
        shown(assessed.count(Severity.ERROR)),
        each.target.name,
        assessed.office.name or "-",
    ]
