"""The macros: each button calls its Python function, Excel is left as it was, and what fails says what to do next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.excel.headless import ARROW, WAIT, Headless, State, let_ranges_be_dirty
from xl_apa.addin.ribbon import BUTTONS, HELP
from xl_apa.addin.vba_project import Kind, macro_text, modules
from xl_apa.core.messages import render
from xl_apa.excel import udfs
from xl_apa.sheets import layout as where

MACROS = Path(__file__).parents[2] / "macros"
OURS = sorted(path.name for path in MACROS.iterdir() if path.suffix in (".bas", ".cls"))
CALLS = {
    "ApaCalculateMarks": "calculate_marks",
    "ApaValidate": "validate",
    "ApaCarryForward": "carry_forward",
    "ApaExportPdf": "export_pdf",
    "ApaMakeSubmission": "make_submission",
    "ApaImportReport": "import_report",
    "ApaConsolidate": "consolidate",
}
AT_REST = State(True, True, ARROW, False)
FAILED = render("macro-failed", "bn").replace("\n", "\r\n")


@pytest.fixture
def excel() -> Headless:
    return Headless()


# ---- what a button does ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("macro", CALLS)
@pytest.mark.parametrize("ribbon", [False, True])
def test_a_button_calls_its_python_function_and_leaves_excel_as_it_was(
    excel: Headless, macro: str, ribbon: bool
) -> None:
    if ribbon:
        excel.run(macro.replace("Apa", "ApaRibbon", 1), excel.application)
    else:
        excel.run(macro)
    command = f"import xl_apa.excel.buttons as b; b.{CALLS[macro]}()"
    assert excel.asked == [(command, WAIT, render("macro-running", "bn"))]
    assert excel.state == AT_REST
    assert (excel.told, excel.dialogs) == ([], [])


def test_what_somebody_else_had_set_is_put_back(excel: Headless) -> None:
    excel.run("BeBusy")
    busy = excel.state
    assert busy != AT_REST
    excel.run("ApaCalculateMarks")
    assert excel.state == busy


@pytest.mark.parametrize("macro", CALLS)
def test_an_error_is_shown_once_with_the_next_step_and_excel_is_left_as_it_was(excel: Headless, macro: str) -> None:
    excel.run("Fail")
    excel.run(macro)
    ((title, text, icon),) = excel.told
    assert title == render("macro-title", "bn")
    assert text == f"{FAILED}\r\n\r\nCould not load the DLL (1000)"
    assert "Start মেনু থেকে ‘এপিএ সহায়তা’ খুলুন" in text
    assert int(icon) == 16 + 4096
    assert excel.state == AT_REST
    assert excel.dialogs == []


def test_a_python_that_stops_with_an_error_is_told_too(excel: Headless) -> None:
    excel.run("SetAnswer", -1)
    excel.run("ApaValidate")
    ((_, text, _),) = excel.told
    assert text.startswith(FAILED)
    assert excel.state == AT_REST


def test_a_python_that_ended_well_is_not(excel: Headless) -> None:
    excel.run("SetAnswer", 0)
    excel.run("ApaValidate")
    assert excel.told == []


def test_where_no_popup_can_be_shown_the_message_is_in_english(excel: Headless) -> None:
    excel.run("HaveNoPopup")
    excel.run("Fail")
    excel.run("ApaCalculateMarks")
    ((_, text, title, icon),) = excel.dialogs
    assert text.isascii()
    assert "APA help" in text and "Could not load the DLL (1000)" in text
    assert (title, icon) == ("APA", 16)
    assert excel.state == AT_REST


def test_help_names_every_button(excel: Headless) -> None:
    excel.run("ApaRibbonHelp", excel.application)
    ((_, text, icon),) = excel.told
    assert [button.label for button in BUTTONS if button != HELP and button.label not in text] == []
    assert int(icon) == 64 + 4096
    assert excel.asked == []


# ---- when the file opens --------------------------------------------------------------------------------------------


def test_opening_describes_the_functions_and_asks_python_anew(excel: Headless, monkeypatch: pytest.MonkeyPatch) -> None:
    dirty = let_ranges_be_dirty(monkeypatch)
    excel.sheet_object.vba_set("Name", where.DATA_SHEET)  # type: ignore[attr-defined]
    excel.run("ThisWorkbook.Workbook_Open")
    assert [name.rpartition("!")[2] for name in excel.excel.described] == udfs.__all__
    assert [f"{where.DATA_SHEET}!{cell}" for cell in dirty] == [where.PYTHON_CELL]


def test_opening_the_add_in_which_has_no_such_sheet_fails_quietly(excel: Headless) -> None:
    excel.run("ThisWorkbook.Workbook_Open")
    assert (excel.told, excel.dialogs) == ([], [])


# ---- functions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", udfs.__all__)
def test_a_worksheet_function_reaches_python_with_all_its_arguments(excel: Headless, name: str) -> None:
    signature = re.search(rf"^Function {name}\((.*)\)$", macro_text("ApaFunctions.bas"), re.MULTILINE)
    assert signature
    count = len(signature[1].split(","))
    assert excel.run(name, *range(count)) == f"xl_apa.excel.udfs.{name}/{count}"


def test_a_function_without_python_gives_a_text_which_the_form_does_not_take_for_marks(excel: Headless) -> None:
    excel.run("Fail")
    assert excel.run("apa_marks", *range(4)) == "Could not load the DLL"


# ---- texts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OURS)
def test_vba_is_ascii_and_declares_what_it_uses(name: str) -> None:
    text = (MACROS / name).read_bytes().decode("ascii")
    assert re.search(r"^Option Explicit$", text, re.MULTILINE)
    assert not re.search(r"\bDeclare\b", text)
    assert "\r" not in text and text.endswith("\n")
    if name.endswith(".bas"):
        assert text.startswith(f'Attribute VB_Name = "{Path(name).stem}"\n')


def test_every_file_goes_into_the_add_in() -> None:
    names = {f"{module.name}.bas" for module in modules(Kind.ADDIN)} | {"ThisWorkbook.cls"}
    assert set(OURS) <= names


def test_macros_hold_no_logic_about_marks() -> None:
    for name in ("ApaMacros.bas", "ApaRibbon.bas", "ThisWorkbook.cls"):
        conditions = re.findall(r"^\s*(?:If|For|Do|Select|While)\b.*$", macro_text(name), re.MULTILINE)
        assert len(conditions) <= 2, conditions
