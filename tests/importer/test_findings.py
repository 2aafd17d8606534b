"""What is said of how a document was read: nothing that was left out or is not sure passes in silence."""

from __future__ import annotations

from dataclasses import replace

from tests.importer.offices.reports import SCANNED, TYPED, office_report
from xl_apa.core.cells import Cell
from xl_apa.importer.document import Table
from xl_apa.importer.findings import import_findings
from xl_apa.importer.imported_report import Confidence, ImportedReport
from xl_apa.importer.read import read_document


def imported(seed: int = 1) -> ImportedReport:
    made = office_report(seed, TYPED)
    return read_document(made.as_table(), made.plan)


def told(report: ImportedReport) -> set[tuple[str, str]]:
    return {(str(each.code), each.indicator) for each in import_findings(report)}


def test_a_row_that_is_not_sure_is_asked_with_what_else_stands_in_it() -> None:
    report = imported()
    row = replace(report.rows[0], confidence=Confidence.UNSURE, rivals=(Cell("৭", "table 1, row 9, column 3"),))
    report = replace(report, rows=(row, *report.rows[1:]))
    (finding,) = [each for each in import_findings(report) if each.code == "import-unsure"]
    assert finding.indicator == row.indicator.code
    assert "৭" in finding.text("bn")
    assert "৭" in finding.text("en")


def test_claimed_marks_that_are_not_sure_are_asked_and_stand_in_the_form_as_a_question() -> None:
    report = imported()
    said = replace(report.rows[0].achievement, claimed=Cell("৬", "table 1, row 9, column 7"))
    row = replace(report.rows[0], achievement=said, claim_sure=False)
    (finding,) = [each for each in import_findings(replace(report, rows=(row,))) if each.code == "import-claim-unsure"]
    assert (finding.indicator, finding.cell) == (row.indicator.code, "table 1, row 9, column 7")
    assert row.as_achievement.claimed.value == "৬ (?)"


def test_a_cell_of_no_column_is_told_and_a_dash_is_not() -> None:
    report = imported()
    row = replace(report.rows[0], extra=(Cell("২৫/০৬/২০২৪", "a"), Cell("-", "b")))
    found = [each for each in import_findings(replace(report, rows=(row,))) if each.code == "import-cell-left-over"]
    assert [each.cell for each in found] == ["a"]


def test_a_date_that_was_put_together_and_a_second_figure_are_told() -> None:
    report = imported()
    row = replace(report.rows[0], joined=(Cell("০৬/০৬/২০২৪", "a"),), other_figure=Cell("৩", "b"))
    code = row.indicator.code
    assert told(replace(report, rows=(row,))) >= {("import-target-joined", code), ("import-two-figures", code)}


def test_a_row_of_no_indicator_and_a_table_that_is_not_the_form_are_told() -> None:
    report = imported()
    row = report.strangers[0] if report.strangers else None
    first = office_report(11, SCANNED)
    strangers = read_document(first.as_text(), first.plan).strangers
    report = replace(report, strangers=strangers if row is None else (row,), other_tables=("table 7",))
    assert told(report) >= {("import-row-unknown", ""), ("import-table-not-read", "")}


def test_that_bijoy_was_converted_is_told_once_with_an_example() -> None:
    report = imported()
    table = Table("table 1", [], original={(0, 0): "gš¿Yvjq", (0, 1): "mKj"})
    document = replace(report.document, blocks=[*report.document.blocks, table])
    (finding,) = [
        each for each in import_findings(replace(report, document=document)) if each.code == "import-converted"
    ]
    assert "2" in finding.text("en")
    assert "gš¿Yvjq" in finding.text("en")
