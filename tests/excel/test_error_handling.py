"""A button that fails says why, and leaves the workbook as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.excel.remote import actions, alerts, open_remotely
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import buttons
from xl_apa.sheets.layout import quarter_sheet

Q1, Q2, Q3, Q4 = (quarter_sheet(quarter) for quarter in Quarter)


def test_a_fault_of_the_program_is_told_logged_and_leaves_the_workbook_alone(
    filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("xl_apa.excel.open_form.assess", broken)
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    book = open_remotely(filled({"1.4.1": 96}), Q2)
    assert buttons.calculate_marks(book) is None
    assert not actions(book, "setValues")
    (text,) = alerts(book)
    assert str(tmp_path / "xl_apa-fault.log") in text
    assert "deep inside" in (tmp_path / "xl_apa-fault.log").read_text(encoding="utf-8")


def test_messages_come_in_english_where_that_is_wanted(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XL_APA_LANG", "en")
    book = open_remotely(filled({"1.4.1": 96}), Q2)
    buttons.calculate_marks(book)
    assert alerts(book)[0].startswith("Quarter 2: 6.00 of 50 marks.")
