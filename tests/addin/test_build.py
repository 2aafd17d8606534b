"""The add-in and the macro edition as files: what is in them is what is in `macros/` and in the installed xlwings."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings
from oletools.olevba import VBA_Parser
from openxml_audit import OpenXmlValidator
from pyopenvba import ExcelFile
from pyvbaanalysis import analyze_office_file

from xl_apa.addin import build, vba_project
from xl_apa.addin.build import build_addin, build_macro_template
from xl_apa.addin.vba_project import Kind, macro_text
from xl_apa.core.errors import CallError, OutputError
from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where

XLWINGS = Path(xlwings.__file__).parent
OURS = {
    Kind.ADDIN: ["ApaFunctions", "ApaMacros", "ApaRibbon", "ApaTexts"],
    Kind.WORKBOOK: ["ApaFunctions", "ApaMacros", "ApaTexts"],
}
OF_XLWINGS = {Kind.ADDIN: "xlwings_custom_addin.bas", Kind.WORKBOOK: "xlwings.bas"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, Path]:
    folder = tmp_path_factory.mktemp("built")
    paths = {Kind.ADDIN: folder / "xl_apa.xlam", Kind.WORKBOOK: folder / "form.xlsm"}
    build_addin(paths[Kind.ADDIN])
    build_macro_template(load_plan(), paths[Kind.WORKBOOK])
    return paths


def modules_in(path: Path) -> dict[str, str]:
    """The modules as oletools reads them, by name, lines ending with LF."""
    parser = VBA_Parser(str(path))
    try:
        return {
            name.rpartition(".")[0]: "\n".join(code.splitlines()) + "\n" for _, _, name, code in parser.extract_macros()
        }
    finally:
        parser.close()


def body(code: str) -> str:
    """A class without what stands before its first line of code, which is written otherwise in a file."""
    lines = code.splitlines()
    start = max(number for number, line in enumerate(lines) if re.match(r"Attribute VB_\w+ = ", line)) + 1
    return "\n".join(lines[start:]).strip()


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read(name).decode("utf-8")


# ---- the VBA --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
def test_the_vba_is_exactly_what_the_text_says(built: dict[Kind, Path], kind: Kind) -> None:
    found = modules_in(built[kind])
    assert [name for name in found if name.startswith("Apa")] == OURS[kind]
    for name in OURS[kind]:
        assert found[name] == macro_text(f"{name}.bas")
    assert body(found["ThisWorkbook"]) == macro_text("ThisWorkbook.cls").strip()
    assert body(found["Dictionary"]) == body((XLWINGS / "addin" / "Dictionary.cls").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", Kind)
def test_xlwings_is_the_installed_one_under_our_own_name(built: dict[Kind, Path], kind: Kind) -> None:
    ours = modules_in(built[kind])["xlwings"].splitlines()
    theirs = (XLWINGS / OF_XLWINGS[kind]).read_text(encoding="utf-8").splitlines()
    changed = [(before, after) for before, after in zip(theirs, ours, strict=True) if before != after]
    ((before, after),) = changed
    assert before.startswith("Public Const PROJECT_NAME As String = ")
    # Its settings are in ~/.xl_apa/xl_apa.conf, and no other add-in's are read or written.
    assert after == 'Public Const PROJECT_NAME As String = "xl_apa"'
    assert f"xlwings64-{xlwings.__version__}.dll" in "\n".join(ours)


@pytest.mark.parametrize("kind", Kind)
def test_the_vba_compiler_would_refuse_nothing(built: dict[Kind, Path], kind: Kind) -> None:
    problems = analyze_office_file(str(built[kind]))
    errors = [
        (name, each.message) for name, found in problems.items() for each in found if each.severity.value == "error"
    ]
    assert errors == []
    assert [(name, found) for name, found in problems.items() if name.startswith(("Apa", "This")) and found] == []


def test_a_module_that_does_not_compile_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = vba_project.macro_text

    def broken(name: str) -> str:
        return text(name).replace('RunApa "validate"', 'RunApaa "validate"')

    monkeypatch.setattr(vba_project, "macro_text", broken)
    vba_project.vba_project.cache_clear()
    try:
        build_addin(tmp_path / "broken.xlam")
    finally:
        vba_project.vba_project.cache_clear()
    problems = analyze_office_file(str(tmp_path / "broken.xlam"))["ApaMacros"]
    assert [each.severity.value for each in problems] == ["error"]


@pytest.mark.parametrize("kind", Kind)
def test_lines_of_vba_end_as_excel_wants_them(built: dict[Kind, Path], kind: Kind) -> None:
    with ExcelFile(built[kind]) as book:
        assert book.validate() == []
        for source in book.vba_modules().values():
            assert "\n" not in source.replace("\r\n", "")


@pytest.mark.parametrize("kind", Kind)
def test_every_sheet_has_the_module_its_name_promises(built: dict[Kind, Path], kind: Kind) -> None:
    with ExcelFile(built[kind]) as book:
        names = set(book.module_names())
        # IRibbonControl is a type of Office, not of Excel.
        assert "Office" in [reference.name for reference in book.references()]
    with zipfile.ZipFile(built[kind]) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    for number, name in enumerate(sorted(sheets), start=1):
        (promised,) = re.findall(r'<sheetPr codeName="(\w+)"', part(built[kind], name))
        assert promised == f"Sheet{number}" and promised in names
    assert re.findall(r'<workbookPr codeName="(\w+)"', part(built[kind], "xl/workbook.xml")) == ["ThisWorkbook"]
    assert len([name for name in names if name.startswith("Sheet")]) == len(sheets)


# ---- the file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
def test_the_file_keeps_the_rules_of_open_xml(built: dict[Kind, Path], kind: Kind) -> None:
    result = OpenXmlValidator().validate(str(built[kind]))
    assert result.is_valid, result.errors[:5]


def test_the_add_in_is_one_and_has_the_ribbon(built: dict[Kind, Path]) -> None:
    path = built[Kind.ADDIN]
    assert "vnd.ms-excel.addin.macroEnabled.main+xml" in part(path, "[Content_Types].xml")
    assert "sheet.macroEnabled" not in part(path, "[Content_Types].xml")
    relations = re.findall(r'Type="\S+/ui/extensibility" Target="(\S+)"', part(path, "_rels/.rels"))
    assert relations == ["customUI/customUI14.xml"]
    assert part(path, relations[0]) == macro_text("ribbon.xml")


def test_the_workbook_brings_no_second_tab(built: dict[Kind, Path]) -> None:
    with zipfile.ZipFile(built[Kind.WORKBOOK]) as book:
        assert not [name for name in book.namelist() if "customUI" in name]
    assert "ApaRibbon" not in modules_in(built[Kind.WORKBOOK])


@pytest.mark.parametrize("kind", Kind)
def test_settings_that_are_the_same_on_every_pc_are_on_a_hidden_sheet(built: dict[Kind, Path], kind: Kind) -> None:
    with ExcelFile(built[kind]) as book:
        assert 'SheetExists(ThisWorkbook, PROJECT_NAME & ".conf")' in book.get_module("xlwings")
    sheets = dict(re.findall(r'<sheet name="([^"]+)"[^>]*?( state="\w+")?', part(built[kind], "xl/workbook.xml")))
    assert "xl_apa.conf" in sheets
    texts = part(built[kind], "xl/sharedStrings.xml")
    assert "ADD_WORKBOOK_TO_PYTHONPATH" in texts and ">false<" in texts


@pytest.mark.parametrize("kind", Kind)
def test_the_same_call_gives_the_same_bytes_in_another_process_too(
    built: dict[Kind, Path], kind: Kind, tmp_path: Path
) -> None:
    calls = {
        Kind.ADDIN: "build_addin(Path(sys.argv[1]))",
        Kind.WORKBOOK: "build_macro_template(load_plan(), Path(sys.argv[1]))",
    }
    program = (
        "import sys; from pathlib import Path; from xl_apa.plans import load_plan; "
        f"from xl_apa.addin.build import *; {calls[kind]}"
    )
    again = tmp_path / f"again{built[kind].suffix}"
    # A zip file counts in steps of two seconds.
    time.sleep(2.1)
    subprocess.run([sys.executable, "-c", program, str(again)], check=True, env={"PYTHONHASHSEED": "7", **env()})
    assert again.read_bytes() == built[kind].read_bytes()


def env() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(filter(None, sys.path)), "PATH": "/usr/bin:/bin"}


def test_the_project_is_put_together_once(tmp_path: Path) -> None:
    build_macro_template(load_plan(), tmp_path / "first.xlsm")
    before = vba_project.vba_project.cache_info()
    build_macro_template(load_plan(), tmp_path / "second.xlsm", layout=Layout.MARKS)
    after = vba_project.vba_project.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + 1)


# ---- what can go wrong ----------------------------------------------------------------------------------------------


@pytest.fixture
def no_cache() -> Iterator[None]:
    vba_project.vba_project.cache_clear()
    yield
    vba_project.vba_project.cache_clear()


@pytest.mark.parametrize("lacks", ["xlwings_custom_addin.bas", "PROJECT_NAME"])
def test_an_incomplete_xlwings_is_named(
    no_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacks: str
) -> None:
    if lacks == "PROJECT_NAME":
        (tmp_path / "xlwings_custom_addin.bas").write_text("Option Explicit\n")
    monkeypatch.setattr(vba_project, "_xlwings_folder", lambda: tmp_path)
    with pytest.raises(CallError, match="lacks") as caught:
        build_addin(tmp_path / "out" / "xl_apa.xlam")
    assert lacks in caught.value.text("en") and lacks in caught.value.text("bn")
    assert not (tmp_path / "out").exists()


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        build_addin(tmp_path)


def test_macros_for_another_number_of_sheets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_FORM_SHEETS", 3)
    with pytest.raises(ValueError, match="for 3 sheets, not for 9"):
        build_macro_template(load_plan(), tmp_path / "form.xlsm")
    assert list(tmp_path.iterdir()) == []


def test_a_module_of_the_folder_is_found_by_name_only() -> None:
    with pytest.raises(FileNotFoundError):
        macro_text("nothing.bas")
    assert where.DATA_SHEET in macro_text("ApaMacros.bas")
