"""The VBA project of the add-in and of the macro edition, put together from text; Excel is not needed.

Our own modules are in `macros/`. xlwings' come from the xlwings that is installed: its VBA names its DLL with the
version, and no other version works with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from xl_apa.addin.names import PROJECT
from xl_apa.core.errors import CallError
from xl_apa.xlsx.files.temporary import temporary_folder
from xl_apa.xlsx.write.portable_workbook import PortableWorkbook

BOOK = "ThisWorkbook"
"""The VBA name of the workbook; its sheets are Sheet1, Sheet2 … in their order."""

SETTINGS_SHEET = f"{PROJECT}.conf"
"""Where xlwings looks for settings first, in the workbook that has the macros."""

SETTINGS = {"ADD_WORKBOOK_TO_PYTHONPATH": "false"}
"""Settings that are the same on every computer. A Python file beside a report must never be taken for ours, and xlwings
need not find out where a report in OneDrive or SharePoint is on the disk, which may fail."""


class Kind(StrEnum):
    """What the macros are in: an add-in works on the active workbook, a workbook on itself."""

    ADDIN = "addin"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Module:
    """A module of VBA: its text as in a file, lines ending with LF."""

    name: str
    text: str
    is_class: bool = False


_XLWINGS = {Kind.ADDIN: "xlwings_custom_addin.bas", Kind.WORKBOOK: "xlwings.bas"}
_OURS = {
    Kind.ADDIN: ("ApaFunctions", "ApaMacros", "ApaRibbon", "ApaTexts"),
    Kind.WORKBOOK: ("ApaFunctions", "ApaMacros", "ApaTexts"),
}


def macro_text(name: str) -> str:
    """Return the text of a file of `macros/`. Raise FileNotFoundError when there is none of this name."""
    return (_folder() / name).read_text(encoding="utf-8")


def _folder() -> Traversable:
    packed = files("xl_apa") / "macros"
    # In a working copy of the repository the folder stands beside the package.
    return packed if packed.is_dir() else Path(__file__).parents[2] / "macros"


def modules(kind: Kind) -> tuple[Module, ...]:
    """Return every module of the project but those of workbook and sheets.

    Raise CallError when the installed xlwings does not have what is needed.
    """
    return tuple(_modules(kind))


def _modules(kind: Kind) -> Iterator[Module]:
    yield Module("xlwings", _with_project_name(_xlwings_text(_XLWINGS[kind])))
    yield Module("Dictionary", _xlwings_text("addin/Dictionary.cls"), is_class=True)
    yield from (Module(name, macro_text(f"{name}.bas")) for name in _OURS[kind])


def _xlwings_text(name: str) -> str:
    try:
        return (_xlwings_folder() / name).read_text(encoding="utf-8")
    except OSError as error:
        raise CallError("xlwings-incomplete", version=version("xlwings"), name=name) from error


def _xlwings_folder() -> Path:
    spec = find_spec("xlwings")  # not imported: that takes as long as building everything
    assert spec and spec.origin, "xlwings is installed with this package"
    return Path(spec.origin).parent


def _with_project_name(text: str) -> str:
    before, constant, after = text.partition("Public Const PROJECT_NAME As String = ")
    if not constant:
        raise CallError("xlwings-incomplete", version=version("xlwings"), name="PROJECT_NAME")
    _, _, rest = after.partition("\n")
    return f'{before}{constant}"{PROJECT}"\n{rest}'


@lru_cache(maxsize=4)
def vba_project(kind: Kind, sheets: int) -> bytes:
    """Return the `vbaProject.bin` for a workbook of so many sheets; the same bytes each time.

    Raise CallError when the installed xlwings does not have what is needed.
    """
    # Every command of the command line would wait for it, and one needs it.
    from pyopenvba import ExcelFile, VBAModuleKind

    with temporary_folder() as folder:
        path = folder / "book.xlsm"
        _write_blank_book(path, sheets)
        with ExcelFile(path) as book:
            project = book.add_vba_project()
            for module in modules(kind):
                sort = VBAModuleKind.other if module.is_class else VBAModuleKind.standard
                project.add_module(module.name, _with_crlf(module.text), kind=sort)
            project.get_module(BOOK).body = _with_crlf(macro_text(f"{BOOK}.cls"))
            book.save(path)
        with ExcelFile(path) as book:
            return book.vba_project_bytes()


def _write_blank_book(path: Path, sheets: int) -> None:
    with PortableWorkbook(str(path)) as book:
        book.set_vba_name(BOOK)
        for number in range(1, sheets + 1):
            book.add_worksheet().set_vba_name(f"Sheet{number}")


def _with_crlf(text: str) -> str:
    # VBA's own lines end so; a module whose lines end with LF is one line to Excel.
    return "\r\n".join(text.splitlines()) + "\r\n"
