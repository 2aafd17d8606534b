"""What the macro edition of the office workbook has besides: a VBA project, and a button on every quarter's sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from xlsxwriter.workbook import Workbook

from xl_apa.sheets.build.form_writer import FormWriter

_BUTTON_WIDTH, _BUTTON_HEIGHT = 190, 34
"""In pixels: as wide as the caption needs, and two title rows high."""


@dataclass(frozen=True, slots=True)
class Macros:
    """Macros for a workbook, made by whoever knows VBA.

    `project` is the `vbaProject.bin` for a workbook with so many `sheets`; its sheets are Sheet1, Sheet2 … and
    its workbook `book_name`. A button with `caption` runs `button_macro`. `settings` go on a hidden sheet of the
    name `settings_sheet`.
    """

    project: bytes
    sheets: int
    book_name: str
    button_macro: str
    caption: str
    settings_sheet: str
    settings: Mapping[str, str] = field(default_factory=dict, hash=False)


def add_button(sheet: FormWriter, macros: Macros, column: int) -> None:
    """Add the button above the marks, in rows that never scroll away: not printed, and working on a protected sheet."""
    options = {
        "macro": macros.button_macro,
        "caption": macros.caption,
        "width": _BUTTON_WIDTH,
        "height": _BUTTON_HEIGHT,
        "x_offset": 4,
        "y_offset": 4,
    }
    sheet.worksheet.insert_button(0, column, options)


def add_project(workbook: Workbook, macros: Macros) -> None:
    """Add the settings' sheet and the VBA project; after all other sheets.

    Raise ValueError when the project is for another number of sheets.
    """
    sheet = workbook.add_worksheet(macros.settings_sheet)
    for row, (name, value) in enumerate(macros.settings.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    if (
        len(workbook.worksheets()) > 1
    ):  # one sheet of a workbook has to be in sight, also of an add-in, which nobody sees
        sheet.very_hidden()
    if len(workbook.worksheets()) != macros.sheets:
        raise ValueError(f"The macros are for {macros.sheets} sheets, not for {len(workbook.worksheets())}")
    # The names that workbook and sheets have in the project.
    workbook.set_vba_name(macros.book_name)
    for number, each in enumerate(workbook.worksheets(), start=1):
        each.set_vba_name(f"Sheet{number}")
    workbook.add_vba_project(BytesIO(macros.project), is_stream=True)  # type: ignore[arg-type]  # it takes a stream
