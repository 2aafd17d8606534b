"""The add-in `xl_apa.xlam` and the macro edition of the office workbook, built without Excel."""

from __future__ import annotations

import zipfile
from copy import copy
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xl_apa.addin.names import ADDIN_FILE
from xl_apa.addin.ribbon import CALCULATE, RIBBON_FILE
from xl_apa.addin.vba_project import BOOK, SETTINGS, SETTINGS_SHEET, Kind, macro_text, vba_project
from xl_apa.core.model import Layout, Office, Plan
from xl_apa.sheets.build.typed_cells import NOTHING_TYPED, Typed
from xl_apa.sheets.build.vba import Macros, add_project
from xl_apa.sheets.build.workbook import build_template
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.write.portable_workbook import PortableWorkbook

_FORM_SHEETS = 9
"""The office workbook's eight and the settings'."""

_RIBBON_PART = "customUI/customUI14.xml"
_RIBBON_RELATION = (
    '<Relationship Id="rIdRibbon" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
    f'Target="{_RIBBON_PART}"/>'
)
_CREATED = datetime(2023, 7, 1)
# Where a workbook says what it is, and where an add-in has to.
_EDITS = {
    "[Content_Types].xml": (b"sheet.macroEnabled.main+xml", b"addin.macroEnabled.main+xml"),
    "_rels/.rels": (b"</Relationships>", f"{_RIBBON_RELATION}</Relationships>".encode()),
}


def build_addin(path: Path) -> None:
    """Write the add-in for the installed xlwings: the same call gives the same bytes.

    Raise OutputError when the file cannot be written, CallError when xlwings is not complete.
    """
    with replacing(path) as temporary:
        _write_book(temporary, _macros(Kind.ADDIN, sheets=1))
        _make_addin(temporary)


def build_macro_template(
    plan: Plan,
    path: Path,
    *,
    layout: Layout = Layout.REMARKS,
    office: Office | None = None,
    typed: Typed = NOTHING_TYPED,
) -> None:
    """Write the macro edition of the office workbook, as `build_template` does the native one.

    Raise ValueError and OutputError as it does, CallError when xlwings is not complete.
    """
    build_template(plan, path, layout=layout, office=office, typed=typed, macros=_macros(Kind.WORKBOOK, _FORM_SHEETS))


def _macros(kind: Kind, sheets: int) -> Macros:
    return Macros(
        project=vba_project(kind, sheets),
        sheets=sheets,
        book_name=BOOK,
        button_macro=CALCULATE.macro,
        caption=CALCULATE.label,
        settings_sheet=SETTINGS_SHEET,
        settings=SETTINGS,
    )


def _write_book(path: Path, macros: Macros) -> None:
    with PortableWorkbook(str(path), {"in_memory": True}) as workbook:
        # Without a date of its own the file would carry the time it was built.
        workbook.set_properties({"title": Path(ADDIN_FILE).stem, "created": _CREATED})
        add_project(workbook, macros)


def _make_addin(path: Path) -> None:
    """Turn a macro workbook into an add-in with a ribbon."""
    with zipfile.ZipFile(path) as book:
        parts = [(info, book.read(info)) for info in book.infolist()]
    ribbon = copy(parts[0][0])
    ribbon.filename = _RIBBON_PART
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as addin:
        for info, data in parts:
            old, new = _EDITS.get(info.filename, (b"", b""))
            if data.count(old) != 1 and old:
                raise ValueError(f"{info.filename} is not as XlsxWriter writes it")
            addin.writestr(info, data.replace(old, new) if old else data, zipfile.ZIP_DEFLATED)
        addin.writestr(ribbon, macro_text(RIBBON_FILE), zipfile.ZIP_DEFLATED)
    path.write_bytes(written.getbuffer())
