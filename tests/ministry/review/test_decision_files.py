"""In which file the decisions are: .xlsx, or what LibreOffice and old Excel save beside it."""

from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pytest

from tests.libreoffice import convert
from tests.ministry.review.conftest import Centre, decision
from xl_apa.core.errors import InputError
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.review.decision_files import find_decisions


def saved_as(centre: Centre, ending: str, tmp_path: Path, *, later: bool = True) -> Path:
    """Somebody opens the decisions in LibreOffice and saves them in another format beside them."""
    other = convert(centre.decisions, ending, tmp_path / f"home-{ending}")
    target = centre.decisions.with_suffix(f".{ending}")
    target.write_bytes(other.read_bytes())
    moment = centre.decisions.stat().st_mtime + (60 if later else -60)
    os.utime(target, (moment, moment))
    return target


@pytest.mark.office
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_decisions_saved_in_another_format_are_read_and_written_as_xlsx(
    centre: Centre, ending: str, tmp_path: Path
) -> None:
    centre.run()
    centre.write("A", "গৃহীত", "ক-এর মন্তব্য")
    centre.edit(lambda sheet: sheet.insert_cols(2))
    centre.edit(lambda sheet: (setattr(sheet["B4"], "value", "দায়িত্ব"), setattr(sheet["B5"], "value", "রহিম")))
    other = saved_as(centre, ending, tmp_path)
    content = other.read_bytes()
    centre.decisions.unlink()
    summary = centre.run()
    found = decision(summary, "A")
    assert (found.status, found.comment) == (ReviewStatus.ACCEPTED, "ক-এর মন্তব্য")
    assert summary.feedback and [each.code for each in summary.feedback.notices] == ["decisions-ods-read"]
    assert (centre.row("A")["অবস্থা"], centre.row("A")["দায়িত্ব"]) == ("গৃহীত", "রহিম")
    assert other.read_bytes() == content
    # From now on the .xlsx counts, and a new file is noticed.
    centre.report("A", 61)
    assert decision(centre.run(), "A").status is ReviewStatus.AGAIN


@pytest.mark.office
def test_of_two_files_the_one_changed_last_counts_and_nothing_written_in_the_other_is_lost(
    centre: Centre, tmp_path: Path
) -> None:
    centre.run()
    centre.write("A", "গৃহীত", "প্রথম")
    saved_as(centre, "ods", tmp_path)
    centre.write("A", "ফেরত", "দ্বিতীয়")
    centre.write("B", "গৃহীত", "শুধু এখানে")
    os.utime(centre.decisions, (1, 1))
    summary = centre.run()
    assert decision(summary, "A").status is ReviewStatus.ACCEPTED
    assert centre.row("A")["আগের সিদ্ধান্ত"] == "অন্য ফাইলে ছিল: ফেরত / দ্বিতীয়"
    assert centre.row("B")["আগের সিদ্ধান্ত"] == "অন্য ফাইলে ছিল: গৃহীত / শুধু এখানে"


@pytest.mark.office
def test_an_older_ods_beside_the_decisions_is_not_looked_at(centre: Centre, tmp_path: Path) -> None:
    centre.run()
    centre.write("A", "গৃহীত")
    saved_as(centre, "ods", tmp_path, later=False)
    centre.write("A", "ফেরত")
    assert decision(centre.run(), "A").status is ReviewStatus.TO_CORRECT


def test_decisions_may_lie_elsewhere(centre: Centre) -> None:
    path = centre.folder / "দপ্তর" / "আমার সিদ্ধান্ত.xlsx"
    centre.run(decisions=path)
    assert path.is_file() and not centre.decisions.exists()
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C5"] = "গৃহীত"
    book.save(path)
    assert decision(centre.run(decisions=path), "A").status is ReviewStatus.ACCEPTED


def test_there_need_be_no_decisions(tmp_path: Path) -> None:
    kept = find_decisions(tmp_path / "decisions.xlsx", "bn")
    assert (kept.target, kept.source, kept.sheet) == (tmp_path / "decisions.xlsx", None, None)


@pytest.mark.parametrize("name", ["decisions.csv", "decisions", "decisions.docx"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as raised:
        find_decisions(tmp_path / name, "bn")
    assert raised.value.code == "decisions-ending"
