"""The ministry's summary from inside Excel."""

from __future__ import annotations

from pathlib import Path

from tests.excel.remote import alerts, open_remotely
from xl_apa.core.fiscal import Quarter
from xl_apa.excel import buttons
from xl_apa.sheets.layout import quarter_sheet

Q1, Q2, Q3, Q4 = (quarter_sheet(quarter) for quarter in Quarter)


def test_the_centre_gets_its_summary_from_the_ribbon(filled, tmp_path: Path) -> None:
    folder = tmp_path / "offices"
    folder.mkdir()
    for number in (1, 2):
        filled({"1.4.1": 96}, name=f"office{number}.xlsx", code=f"N-0{number}").rename(folder / f"{number}.xlsx")
    book = open_remotely(filled({}), Q2)
    summary = buttons.consolidate(book, folder, Quarter.Q2)
    assert summary is not None
    assert summary.is_file()
    assert "দপ্তর ২টি" in alerts(book)[0]
