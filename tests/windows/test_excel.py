"""The buttons and worksheet functions through xlwings' own engine, its VBA's command line and its DLL."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Filler
from tests.windows.excel.running import FakeExcel, start_excel
from tests.windows.wine import Wine
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.samples import build_sample, load_sample
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import quarter_sheet

Q1, Q2, Q3, _ = (quarter_sheet(quarter) for quarter in Quarter)
CLOUD = "https://office.sharepoint.com/sites/APA/Shared Documents/office.xlsx"


@pytest.fixture(scope="module")
def bare_excel(wine: Wine) -> Iterator[subprocess.Popen[bytes]]:
    """An Excel without a workbook, as xlwings would end it."""
    process = start_excel(wine, "-c", "import time; time.sleep(3600)")
    yield process
    process.kill()


@pytest.fixture(scope="module")
def excel(wine: Wine, bare_excel: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeExcel]:
    running = FakeExcel(wine, tmp_path_factory.mktemp("excel"))
    yield running
    running.quit()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real report, in a folder and under a name as offices have them."""
    path = tmp_path_factory.mktemp("office") / "আমার দপ্তর (1) & more" / "প্রতিবেদন a=b.xlsx"
    path.parent.mkdir()
    build_sample(load_sample("sid_2023-24"), path)
    return path


def name(excel: FakeExcel, path: Path) -> str:
    return excel.wine.name(path)


def test_buttons_work_through_com(excel: FakeExcel, book: Path) -> None:
    here = assess_file(book, Quarter.Q2)
    (opened, windows, calculated, validated), _ = excel.do(
        ("open", name(excel, book), Q2), ("active_windows",), ("total", "calculate_marks"), ("total", "validate")
    )
    assert (opened, windows) == (book.name, 1)
    assert (float(calculated), float(validated)) == (float(here.total), float(here.total))
    assert [event["sheet"] for event in excel.events("written")] == [Q2, Q2]
    assert excel.events("status")[-1] == {"status": False}
    assert any("১৭.৮" in event["message"] for event in excel.events("message"))
    assert excel.events("selected")[-1] == {"selected": "$H$4", "sheet": Q2}


def test_figures_are_carried_into_blank_cells_only(excel: FakeExcel, book: Path) -> None:
    typed = {cell.row: cell.value for cell in openpyxl.load_workbook(book)[Q2]["M"] if cell.value is not None}
    (_, count), _ = excel.do(("open", name(excel, book), Q3), ("press", "carry_forward"))
    written = [event for event in excel.events("written") if event["sheet"] == Q3]
    values = {value for event in written for (value,) in event["values"]}
    assert sum(len(event["values"]) for event in written) == int(count) > 0
    assert values <= set(typed.values()), (values, typed)


def test_the_submission_is_values_only(excel: FakeExcel, book: Path) -> None:
    target = book.parent / "SID_2023-24_Q2.xlsx"
    (_, saved), _ = excel.do(("open", name(excel, book), Q2), ("press", "make_submission"))
    assert saved == name(excel, target), excel.events("message")
    assert assess_file(target, Quarter.Q2).total == assess_file(book, Quarter.Q2).total
    assert not any(cell.data_type == "f" for sheet in openpyxl.load_workbook(target) for row in sheet for cell in row)


def test_a_workbook_in_the_cloud_asks_where_to_save(excel: FakeExcel, book: Path, tmp_path: Path) -> None:
    target = tmp_path / "জমা.xlsx"
    shared = Path(shutil.copyfile(book, tmp_path / "office.xlsx"))
    results, _ = excel.do(
        ("open", name(excel, shared), Q2),
        ("move_to_the_cloud", CLOUD),
        ("press", "export_pdf"),
        ("answer", name(excel, target)),
        ("press", "make_submission"),
    )
    assert results[2:] == ["None", None, name(excel, target)], excel.events("message")
    assert [event["asked"] for event in excel.events("asked")] == ["SID_2023-24_Q2.pdf", "SID_2023-24_Q2.xlsx"]
    assert assess_file(target, Quarter.Q2).total == assess_file(book, Quarter.Q2).total


def test_the_centre_is_asked_and_sees_the_summary(excel: FakeExcel, book: Path, filled: Filler, tmp_path: Path) -> None:
    for number in range(2):
        filled({"1.4.1": 80 + number}, name=f"প্রতিবেদন/{number}.xlsx", code=f"N-{number}")
    folder = tmp_path / "প্রতিবেদন"
    before = len(excel.events("asked"))
    results, _ = excel.do(
        ("open", name(excel, book), Q2),
        ("choose_folder", name(excel, folder)),
        ("type_answer", "২"),
        ("press", "consolidate"),
    )
    asked = [event["asked"] for event in excel.events("asked")[before:]]
    assert asked == [render(f"button-which-{what}", "bn") for what in ("folder", "quarter", "register")]
    (summary,) = set(folder.glob("*.xlsx")) - {folder / "0.xlsx", folder / "1.xlsx"}
    assert results[-1] == name(excel, summary), excel.events("message")
    assert excel.events("opened")[-1] == {"opened": name(excel, summary)}
    cells = {cell for sheet in openpyxl.load_workbook(summary) for row in sheet.values for cell in row}
    assert {"N-0", "N-1"} <= cells


def test_runpython_presses_the_same_buttons(excel: FakeExcel, book: Path) -> None:
    before = len(excel.events("message"))
    results, _ = excel.do(("open", name(excel, book), Q2), ("run_python", "validate"))
    assert results == [book.name, [0, ""]]
    messages = [event["message"] for event in excel.events("message")[before:]]
    assert len(messages) == 1, messages
    assert "H4" in messages[0], messages


def test_worksheet_functions_answer_through_the_dll(excel: FakeExcel, book: Path) -> None:
    marks: dict[int, Any] = {8: 0.0, 9: 0.0, 11: 6.0, 14: 3.2}
    row = ("=F{0}", "=G{0}", "=M{0}", "=H{0}:L{0}")
    steps = [("function", "apa_marks", *(each.format(at) for each in row), None) for at in marks]
    results, _ = excel.do(
        ("open", name(excel, book), Q2),
        ("start_functions",),
        *steps,
        ("function", "apa_bangla", 17.8),
        ("function", "apa_explain", *(each.format(14) for each in row), None),
        ("stop_functions",),
    )
    assert results[:2] == [book.name, 0]
    assert results[2 : 2 + len(marks)] == list(marks.values()), results
    assert results[-3] == "১৭.৮"
    assert "৮০" in results[-2]


def test_no_excel_is_ended_by_us(excel: FakeExcel, bare_excel: subprocess.Popen[bytes], book: Path) -> None:
    """The processes of the tests above ended long ago; here one more, and `doctor`, which asks for Excels too."""
    _, done = excel.do(("open", name(excel, book), Q2), ("press", "validate"), ("run_python", "validate"))
    assert done.status == 0
    excel.wine.program("doctor")
    assert bare_excel.poll() is None
    assert excel.process.poll() is None


def test_xlwings_by_itself_would_end_it(excel: FakeExcel, wine: Wine) -> None:
    """Without this the test before would prove nothing."""
    victim = start_excel(wine, "-c", "print('started', flush=True); import time; time.sleep(3600)")
    try:
        assert victim.stdout and victim.stdout.readline().strip() == b"started"
        assert wine.python("-c", "import xlwings").status == 0
        victim.wait(60)
    finally:
        victim.kill()
