"""What the ministry accepts is confirmed: an imported report counts then, as long as it is the same file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import openpyxl

from tests.ministry.review.conftest import TASK, Centre
from tests.other_forms import word_report
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import MinistryResult, OfficeResult

MARKS_OF_PERCENT = Decimal(6)
"""1.4.1 is worth 6 marks, and 90% is more than its best target."""


def office(result: MinistryResult, code: str) -> OfficeResult:
    (found,) = [each for each in result.offices if each.assessment.office.code == code]
    return found


def import_one(centre: Centre, percent: str = "৯০%") -> None:
    """Office A hands in its workbook, office B a Word file without two of its rows."""
    centre.task = replace(TASK, imports=True)
    (centre.folder / "reports" / "B.xlsx").unlink(missing_ok=True)
    word_report(
        centre.folder / "reports" / "B.docx",
        "দপ্তর খ",
        {"1.4.1": percent, "1.5.1": "একটি সভা হয়েছে মাত্র"},
        left_out=("1.1.1", "1.3.1"),
    )


def test_an_accepted_report_counts_with_its_marks_and_a_rank(centre: Centre) -> None:
    import_one(centre)
    before = centre.run().consolidation
    assert (before.base, len(before.counted), before.mean) == (2, 1, MARKS_OF_PERCENT / 2)
    centre.write("B", "গৃহীত")
    after = centre.run().consolidation
    assert (after.base, len(after.counted)) == (3, 2)
    # A and B have 6 each, C sent nothing.
    assert after.mean == 2 * MARKS_OF_PERCENT / 3
    confirmed = office(after, "B")
    assert (confirmed.counts, confirmed.rank, after.to_confirm) == (True, 1, ())
    codes = [finding.code for finding in confirmed.assessment.findings]
    assert "import-confirmed" in codes and "import-to-confirm" not in codes


def test_what_is_to_be_corrected_or_not_understood_confirms_nothing(centre: Centre) -> None:
    import_one(centre)
    centre.run()
    for typed in ("সংশোধন করতে হবে", "মন্ত্রী দেখবেন", "দেখা হয়নি"):
        centre.write("B", typed)
        assert not office(centre.run().consolidation, "B").counts


def test_another_file_of_the_office_is_to_be_confirmed_again(centre: Centre) -> None:
    import_one(centre)
    centre.run()
    centre.write("B", "গৃহীত")
    assert office(centre.run().consolidation, "B").counts
    import_one(centre, percent="৯৯%")
    assert not office(centre.run().consolidation, "B").counts


def test_the_list_of_decisions_says_what_is_to_be_confirmed_and_then_that_it_came(centre: Centre) -> None:
    import_one(centre)
    centre.run()
    assert centre.row("B")["প্রতিবেদন"] == "অন্য ছকের প্রতিবেদন, নিশ্চিত করতে হবে"
    centre.write("B", "গৃহীত")
    centre.run()
    assert centre.row("B")["প্রতিবেদন"] == "প্রতিবেদনে তারিখ নেই"


def test_the_letter_asks_the_office_to_confirm_and_keeps_the_places_in_its_document(centre: Centre) -> None:
    import_one(centre)
    summary = centre.run(lang="en")
    assert summary.feedback
    book = openpyxl.load_workbook(centre.letter("B"))
    texts = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value)
    assert "came in another form and is not counted until it is confirmed" in texts
    assert "in another form, to be confirmed" in texts
    assert "table 1, row" in texts


def test_the_submission_is_to_confirm(centre: Centre) -> None:
    import_one(centre)
    rows = {row[0]: row[4] for row in _submissions(centre)}
    assert rows["B"] == Submission.TO_CONFIRM.value
    assert rows["C"] == Submission.MISSING.value


def _submissions(centre: Centre) -> list[tuple[object, ...]]:
    from xl_apa.ministry.export.rows import submitted

    return list(submitted(centre.run().consolidation))
