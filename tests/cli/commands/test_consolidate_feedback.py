"""Answering the offices from the command line."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.calls import refused


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    dated = {"report_date_2": "10/01/2024"}
    filled({"1.4.1": 90}, name="in/a.xlsx", code="A", office="Office A", evidence={"1.4.1": "নথি"}, info=dated)
    filled({"1.4.1": "কথা"}, name="in/b.xlsx", code="B", office="Office B", evidence={"1.4.1": "নথি"}, info=dated)
    return tmp_path / "in"


@pytest.fixture
def call(ministry: Path, tmp_path: Path) -> tuple[object, ...]:
    return ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--feedback", tmp_path / "out")


def texts(path: Path) -> str:
    return "\n".join(str(cell.value) for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row)


def test_letters_are_in_bangla_unless_english_is_asked_for(run, call, tmp_path: Path) -> None:
    result = run(*call)
    assert "Feedback to offices written: 2, into" in result.out
    letter = tmp_path / "out" / "B Office B.xlsx"
    assert "করণীয়" in texts(letter) and "What to do" not in texts(letter)
    run("--lang", "en", *call)
    assert "What to do" in texts(letter)


def test_the_deadline_and_the_address_are_those_that_were_given(run, call, tmp_path: Path) -> None:
    run("--lang", "en", *call, "--reply-by", "০৫/০২/২০২৪", "--send-to", "review@m.example")
    told = texts(tmp_path / "out" / "B Office B.xlsx")
    assert "5 February 2024" in told and "review@m.example" in told


def test_what_was_decided_and_what_came_again_is_said(run, call, filled, tmp_path: Path) -> None:
    run(*call)
    path = tmp_path / "out" / "decisions.xlsx"
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=5):
        row[2].value = {"A": "গৃহীত", "B": "মন্ত্রী দেখবেন"}.get(row[0].value)
    book.save(path)
    filled({"1.4.1": 61}, name="in/a.xlsx", code="A", office="Office A")
    out = run("--lang", "en", *call).out
    assert "A new file replaces the earlier one, look at it again: A Office A" in out
    assert "The status “মন্ত্রী দেখবেন” is not understood: B Office B" in out


def test_a_file_that_is_open_is_named_on_stderr_and_by_the_exit_status(run, call, filled, tmp_path: Path) -> None:
    filled({"1.4.1": 90}, name="in/b.xlsx", code="B", office="Office B", evidence={"1.4.1": "নথি"})
    assert run("--lang", "en", *call).status == 0
    (tmp_path / "out" / "~$decisions.xlsx").write_bytes(b"")
    filled({"1.4.1": 61}, name="in/b.xlsx", code="B", office="Office B", evidence={"1.4.1": "নথি"})
    result = run("--lang", "en", *call, "--quiet")
    assert (result.status, result.out) == (1, "")
    assert "decisions.xlsx” is open in another program" in result.err


def test_options_of_the_feedback_want_its_folder(run, call, tmp_path: Path) -> None:
    for option in (("--decisions", tmp_path / "d.xlsx"), ("--send-to", "x"), ("--reply-by", "2024-02-05")):
        refused(run("--lang", "en", *call[:-2], *option), "Give one with --feedback")


def test_the_folder_of_the_reports_is_refused(run, call, ministry: Path) -> None:
    refused(run("--lang", "en", *call[:-1], ministry), "Give another folder for the feedback")


def test_summaries_of_last_quarter_and_last_year_may_both_be_given(run, call, filled, tmp_path: Path) -> None:
    filled({"1.4.1": 85}, name="q1/a.xlsx", code="A", quarter=1)
    before = tmp_path / "q1.xlsx"
    run("consolidate", tmp_path / "q1", "-o", before, "--quarter", 1)
    assert run("--lang", "en", *call, "--before", before).status == 1  # B's sentence
    assert "At the end of last quarter" in texts(tmp_path / "out" / "A Office A.xlsx")
    refused(run("--lang", "en", *call, "--before", tmp_path / "s.xlsx"), "is for 2023-24 Q2")
