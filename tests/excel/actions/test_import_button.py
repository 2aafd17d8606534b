"""A report in another form from inside Excel: the workbook that comes of it, and what is said and asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.excel.alone import run_alone
from tests.excel.remote import alerts, open_remotely
from tests.other_forms import BEST, word_report
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import buttons, dialogs
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import quarter_sheet

Q2 = quarter_sheet(Quarter.Q2)


def test_an_old_report_becomes_a_workbook_beside_it(filled, tmp_path: Path) -> None:
    report = word_report(tmp_path / "পুরোনো.docx", "প্রথম অধিদপ্তর", BEST, left_out=("1.3.1",))
    before = report.read_bytes()
    book = open_remotely(filled({}), Q2)
    target = buttons.import_report(book, report)
    assert target == tmp_path / "পুরোনো (দপ্তরের ছক).xlsx"
    assert assess_file(target, Quarter.Q2).total == 25
    (message,) = alerts(book)
    assert "২য় ত্রৈমাসিকের প্রতিবেদন আনা হয়েছে: ৫০-এর মধ্যে ২৫.০০" in message
    assert "লিখতে হবে ১টি সূচক" in message
    assert str(target) in message
    assert report.read_bytes() == before


def test_a_second_import_replaces_nothing(filled, tmp_path: Path) -> None:
    report = word_report(tmp_path / "a.docx", "প্রথম অধিদপ্তর", BEST)
    book = open_remotely(filled({}), Q2)
    first, second = buttons.import_report(book, report), buttons.import_report(book, report)
    assert first is not None and second is not None
    assert (first.name, second.name) == ("a (দপ্তরের ছক).xlsx", "a (দপ্তরের ছক) 2.xlsx")


def test_the_report_is_asked_for_and_cancelling_ends_quietly(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_file", lambda _book, title, endings: asked.append(f"{title} {endings}"))
    book = open_remotely(filled({}), Q2)
    assert buttons.import_report(book) is None
    assert alerts(book) == []
    assert "*.docx" in asked[0] and "*.pdf" in asked[0]


def test_the_quarter_is_asked_for_where_the_report_does_not_say_it(
    filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = word_report(tmp_path / "a.docx", "প্রথম অধিদপ্তর", BEST, quarter=None)
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "৩")
    target = buttons.import_report(open_remotely(filled({}), Q2), report)
    assert target is not None
    assert assess_file(target, Quarter.Q3).total == 25


def test_what_is_no_report_is_told_with_the_next_step(filled, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("স্মারক নং ১২", encoding="utf-8")
    book = open_remotely(filled({}), Q2)
    assert buttons.import_report(book, letter) is None
    assert "কোনো সারণি নেই" in alerts(book)[0]
    assert [path.name for path in tmp_path.glob("letter*")] == ["letter.txt"]


def test_without_the_part_that_reads_documents_it_is_said_how_to_install_it(tmp_path: Path) -> None:
    """As on a computer on which only the ordinary part is installed."""
    said = run_alone(
        """
        import sys
        sys.modules["rapidfuzz"] = None
        from pathlib import Path
        from xl_apa.core.errors import CallError
        from xl_apa.excel.actions.import_button import import_beside
        try:
            import_beside(Path("a.docx"), lambda: None)
        except CallError as error:
            print(error.code)
        """
    )
    assert said.strip() == "import-not-installed"
