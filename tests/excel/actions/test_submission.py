"""The copy that an office hands in."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.excel.remote import alerts, open_remotely
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import buttons, dialogs
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import quarter_sheet

Q1, Q2, Q3, Q4 = (quarter_sheet(quarter) for quarter in Quarter)


@pytest.mark.parametrize(("name", "quarter"), [("sid_2023-24", Quarter.Q2), ("labour_2023-24", Quarter.Q1)])
def test_the_submission_is_a_copy_of_values_with_its_own_name(
    sample, name: str, quarter: Quarter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample(name)
    book = open_remotely(path, quarter_sheet(quarter))
    monkeypatch.setattr(dialogs, "folder_of", lambda book: tmp_path)
    monkeypatch.setattr(type(book), "fullname", property(lambda book: str(path)))
    saved = buttons.make_submission(book)
    assert saved is not None
    assert saved.name.endswith(f"_2023-24_Q{int(quarter)}.xlsx")
    assert "/" not in saved.name
    assert assess_file(saved, quarter).total == assess_file(path, quarter).total
    assert all(cell.data_type != "f" for sheet in openpyxl.load_workbook(saved) for row in sheet for cell in row)
    assert str(saved) in alerts(book)[0]


def test_a_workbook_that_was_never_saved_asks_to_be_saved(filled, tmp_path: Path) -> None:
    book = open_remotely(filled({"1.4.1": 96}), Q2, copies=False)
    assert buttons.make_submission(book, tmp_path / "out.xlsx") is None
    assert alerts(book) == [dialogs.localize("button-not-saved", path="office.xlsx")]
    assert not (tmp_path / "out.xlsx").exists()
