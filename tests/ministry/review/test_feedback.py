"""The round trip: letters go out, the ministry decides, the next run reads it, a new file replaces the earlier one."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ministry.report.bangla import MARKS_SHEET, REVIEW_SHEET
from tests.ministry.review.conftest import Centre, decision
from tests.ministry.written import shown, texts
from xl_apa.core.errors import CallError, InputError, OutputError
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import FeedbackRequest, Summary, consolidate, summarise

AGAIN = "আবার দেখতে হবে"


def table(path: Path, sheet: str, heading: str) -> list[dict[str, Any]]:
    """A table of the summary, its rows by heading."""
    rows = shown(path, sheet)
    head = next(number for number, row in enumerate(rows) if heading in row)
    return [dict(zip(rows[head], row)) for row in rows[head + 1 :]]


def test_the_first_run_writes_a_letter_for_every_office_and_decisions_to_fill_in(centre: Centre) -> None:
    summary = centre.run()
    assert summary.feedback
    assert [path.name for path in summary.feedback.letters] == ["A দপ্তর ক.xlsx", "B দপ্তর খ.xlsx", "C দপ্তর গ.xlsx"]
    assert all(path.is_file() for path in summary.feedback.letters)
    assert summary.feedback.notices == ()
    assert [(row["দপ্তরের কোড"], row["দপ্তর"], row["অবস্থা"], row["মন্তব্য"]) for row in centre.rows()] == [
        ("A", "দপ্তর ক", None, None),
        ("B", "দপ্তর খ", None, None),
        ("C", "দপ্তর গ", None, None),
    ]
    sha256 = hashlib.sha256((centre.folder / "reports/A.xlsx").read_bytes()).hexdigest()
    row = centre.row("A")
    assert (row["ফাইল (SHA-256)"], row["অর্থবছর"], row["ত্রৈমাসিক"], row["মোট নম্বর"]) == (sha256, "2023-24", 2, 6)
    assert (centre.row("C")["ফাইল (SHA-256)"], centre.row("C")["মোট নম্বর"]) == ("-", None)


def test_what_people_wrote_is_read_stays_and_stands_beside_the_office_in_the_summary(centre: Centre) -> None:
    centre.run()
    centre.write("A", "গৃহীত", "ভালো কাজ")
    centre.write("B", "সংশোধন করতে হবে", "প্রমাণক দিন")
    summary = centre.run()
    assert decision(summary, "A").status is ReviewStatus.ACCEPTED
    assert decision(summary, "B").status is ReviewStatus.TO_CORRECT
    assert [(row["অবস্থা"], row["মন্তব্য"]) for row in centre.rows()] == [
        ("গৃহীত", "ভালো কাজ"),
        ("সংশোধন করতে হবে", "প্রমাণক দিন"),
        (None, None),
    ]
    reviewed = {row["দপ্তরের কোড"]: row for row in table(summary.path, REVIEW_SHEET, "আগের সিদ্ধান্ত")}
    assert (reviewed["A"]["সিদ্ধান্ত"], reviewed["A"]["মন্ত্রণালয়ের মন্তব্য"]) == ("গৃহীত", "ভালো কাজ")
    assert reviewed["C"]["সিদ্ধান্ত"] == "সিদ্ধান্ত হয়নি"
    marks = {row["দপ্তরের কোড"]: row for row in table(summary.path, MARKS_SHEET, "সিদ্ধান্ত")}
    assert (marks["B"]["সিদ্ধান্ত"], marks["B"]["মন্ত্রণালয়ের মন্তব্য"]) == ("সংশোধন করতে হবে", "প্রমাণক দিন")
    assert "ভালো কাজ" in texts(centre.letter("A"), "ফলাবর্তক")


def test_a_new_file_replaces_the_earlier_one_and_the_earlier_decision_is_shown(centre: Centre) -> None:
    centre.run()
    centre.write("A", "গৃহীত", "ভালো কাজ")
    centre.write("B", "সংশোধন করতে হবে", "প্রমাণক দিন")
    centre.run()
    centre.report("B", 90)
    summary = centre.run()
    assert decision(summary, "A").status is ReviewStatus.ACCEPTED
    replaced = decision(summary, "B")
    assert (replaced.status, replaced.earlier, replaced.replaced) == (ReviewStatus.AGAIN, "সংশোধন করতে হবে", True)
    row = centre.row("B")
    assert (row["অবস্থা"], row["আগের সিদ্ধান্ত"], row["মন্তব্য"]) == (AGAIN, "সংশোধন করতে হবে", "প্রমাণক দিন")
    assert row["মোট নম্বর"] == 6
    assert row["জ্ঞাতব্য"] == "নতুন ফাইল আগেরটির বদলে ধরা হয়েছে; আবার দেখুন।"
    assert any("আগের সিদ্ধান্ত: সংশোধন করতে হবে" in text for text in map(str, texts(centre.letter("B"), "ফলাবর্তক")))
    centre.run("en")
    assert any(
        str(text).endswith("Earlier decision: to be corrected") for text in texts(centre.letter("B"), "Feedback")
    )
    # And so it stays until somebody decides again.
    again = decision(centre.run(), "B")
    assert (again.status, again.replaced) == (ReviewStatus.AGAIN, False)
    centre.write("B", "গৃহীত", "এবার ঠিক")
    assert decision(centre.run(), "B").status is ReviewStatus.ACCEPTED
    assert centre.row("B")["জ্ঞাতব্য"] is None


def test_a_report_that_comes_after_a_decision_on_its_absence_is_looked_at_again(centre: Centre) -> None:
    centre.run()
    centre.write("C", "সংশোধন করতে হবে", "দ্রুত পাঠান")
    centre.report("C", 90)
    assert decision(centre.run(), "C").status is ReviewStatus.AGAIN


def test_a_file_that_is_gone_and_comes_back_as_it_was_keeps_its_decision(centre: Centre) -> None:
    centre.run()
    centre.write("B", "গৃহীত")
    path = centre.folder / "reports/B.xlsx"
    content = path.read_bytes()
    path.unlink()
    assert decision(centre.run(), "B").status is ReviewStatus.ACCEPTED
    path.write_bytes(content)
    assert decision(centre.run(), "B").status is ReviewStatus.ACCEPTED
    centre.report("B", 70)
    assert decision(centre.run(), "B").status is ReviewStatus.AGAIN


def test_offices_that_are_new_are_added_below_and_rows_of_those_that_are_gone_stay_and_are_marked(
    centre: Centre,
) -> None:
    centre.run()
    centre.write("B", "গৃহীত", "মন্তব্য")
    register = "কোড,নাম,ঊর্ধ্বতনের কোড\nM,মন্ত্রণালয়,\nD,দপ্তর ঘ,M\nA,দপ্তর ক,M\n"
    centre.register.write_text(register, encoding="utf-8")
    (centre.folder / "reports/B.xlsx").unlink()
    summary = centre.run()
    assert [row["দপ্তরের কোড"] for row in centre.rows()] == ["A", "B", "C", "D"]
    gone = centre.row("B")
    assert (gone["অবস্থা"], gone["মন্তব্য"], gone["জ্ঞাতব্য"]) == ("গৃহীত", "মন্তব্য", "এবার এই দপ্তরের কিছু পাওয়া যায়নি।")
    assert not list(centre.feedback.glob("B *"))  # nor does it get a letter
    assert summary.feedback and len(summary.feedback.letters) == 2
    centre.report("B", 61)
    centre.run()
    assert (centre.row("B")["অবস্থা"], centre.row("B")["জ্ঞাতব্য"]) == ("গৃহীত", None)


def test_the_decisions_of_one_quarter_are_not_those_of_the_next(centre: Centre) -> None:
    centre.run()
    centre.write("A", "গৃহীত", "২য় ত্রৈমাসিকের")
    centre.task = replace(centre.task, quarter=Quarter.Q3)
    assert decision(centre.run(), "A").status is ReviewStatus.OPEN
    rows = [(row["দপ্তরের কোড"], row["ত্রৈমাসিক"], row["অবস্থা"]) for row in centre.rows()]
    assert rows[:1] + rows[3:4] == [("A", 2, "গৃহীত"), ("A", 3, None)]
    centre.task = replace(centre.task, quarter=Quarter.Q2)
    assert decision(centre.run(), "A").status is ReviewStatus.ACCEPTED


def test_without_anything_new_neither_summary_nor_decisions_are_written_again(centre: Centre) -> None:
    centre.run()
    centre.write("A", "গৃহীত")
    centre.run()
    os.utime(centre.decisions, (0, 0))
    assert centre.run().unchanged
    assert centre.decisions.stat().st_mtime == 0
    centre.write("A", "ফেরত")
    assert not centre.run().unchanged


# ---- the folder -----------------------------------------------------------------------------------------------------


def test_old_letters_are_replaced_and_other_peoples_files_are_not(centre: Centre) -> None:
    centre.run()
    letter = centre.letter("A")
    before = letter.read_bytes()
    book = openpyxl.load_workbook(centre.letter("B"))
    book.worksheets[0]["H1"] = "হাতে লেখা"
    book.save(centre.letter("B"))
    theirs = centre.feedback / "C দপ্তর গ.xlsx"
    theirs.write_bytes(b"somebody else's")
    note = centre.feedback / "note.txt"
    note.write_text("keep", encoding="utf-8")
    centre.report("A", 61)
    summary = centre.run()
    assert summary.feedback
    assert letter.read_bytes() != before
    assert theirs.read_bytes() == b"somebody else's"
    assert openpyxl.load_workbook(centre.feedback / "B দপ্তর খ.xlsx").worksheets[0]["H1"].value == "হাতে লেখা"
    names = [path.name for path in summary.feedback.letters]
    assert names == ["A দপ্তর ক.xlsx", "B দপ্তর খ (2).xlsx", "C দপ্তর গ (2).xlsx"]
    assert note.exists()
    assert [path.name for path in centre.run().feedback.letters] == names  # type: ignore[union-attr]


def test_the_same_run_gives_the_same_letters_to_the_byte(centre: Centre) -> None:
    def contents() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in centre.feedback.iterdir()}

    centre.run()
    first = contents()
    centre.run()
    assert contents() == first


def test_a_letter_or_the_decisions_that_are_open_in_excel_are_named_and_the_rest_is_written(centre: Centre) -> None:
    centre.run()
    centre.write("A", "গৃহীত")
    (centre.feedback / "~$decisions.xlsx").write_bytes(b"")
    (centre.feedback / f"~${centre.letter('B').name}").write_bytes(b"")
    centre.report("A", 61)
    centre.report("B", 90)
    summary = centre.run()
    assert summary.feedback
    assert [error.code for error in summary.feedback.notices] == ["output-locked", "output-locked"]
    assert [path.name for path in summary.feedback.letters] == ["A দপ্তর ক.xlsx", "C দপ্তর গ.xlsx"]
    assert decision(summary, "A").status is ReviewStatus.AGAIN
    assert centre.row("A")["অবস্থা"] == "গৃহীত"
    for lock in centre.feedback.glob("~$*"):
        lock.unlink()
    assert decision(centre.run(), "A").status is ReviewStatus.AGAIN
    assert centre.row("A")["আগের সিদ্ধান্ত"] == "গৃহীত"


def test_feedback_and_decisions_among_the_reports_are_no_reports(centre: Centre) -> None:
    request = FeedbackRequest(centre.folder / "reports/out", centre_options(), centre.folder / "reports/d.xlsx")
    for _ in range(2):
        summary = run_with(centre, request)
        assert [office.key for office in summary.consolidation.offices] == ["A", "B"]
        assert summary.consolidation.refused == ()
    assert (centre.folder / "reports/d.xlsx").is_file()
    assert not (centre.folder / "reports/out/decisions.xlsx").exists()


@pytest.mark.parametrize("folder", ["reports", ".", "reports/../reports"])
def test_the_folder_of_the_reports_is_refused_for_the_letters(centre: Centre, folder: str) -> None:
    with pytest.raises(CallError) as raised:
        run_with(centre, FeedbackRequest(centre.folder / folder, centre_options()))
    assert raised.value.code == "feedback-folder-is-input"


def test_a_file_is_no_folder_for_letters(centre: Centre) -> None:
    (centre.folder / "out").write_text("", encoding="utf-8")
    with pytest.raises((OutputError, InputError)) as raised:
        run_with(centre, FeedbackRequest(centre.folder / "out", centre_options()))
    assert raised.value.code == "feedback-not-folder"


def centre_options() -> LetterOptions:
    return LetterOptions(date(2024, 1, 20))


def run_with(centre: Centre, request: FeedbackRequest) -> Summary:
    return summarise([centre.folder / "reports"], centre.folder / "s.xlsx", centre.task, feedback=request)


def test_letters_and_decisions_of_another_run_are_set_aside_by_name(centre: Centre) -> None:
    centre.run()
    for path in centre.feedback.iterdir():
        (centre.folder / "reports" / path.name).write_bytes(path.read_bytes())
    result = consolidate([centre.folder / "reports"], centre.task)
    assert [office.key for office in result.offices] == ["A", "B"]
    assert result.refused == ()
    assert {Path(each.source.path).name[:1]: each.error.code for each in result.aside} == {
        "A": "file-is-feedback",
        "B": "file-is-feedback",
        "C": "file-is-feedback",
        "d": "file-is-decisions",
    }
