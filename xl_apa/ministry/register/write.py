"""A register as a workbook: blank, to be filled in, or with offices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from xl_apa.ministry import sheet_style
from xl_apa.ministry.register.columns import GUIDANCE, HEADINGS, SHEET
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.sheet_style import HEADING, TEXT, WORD, add_sheet, finish_sheet
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.portable_workbook import PortableWorkbook
from xl_apa.xlsx.write.sheet_writer import OPTIONS
from xl_apa.xlsx.write.styles import Styles

_WIDTHS = {"code": 18, "name": 44, "name_en": 40, "parent": 22, "level": 18, "contact": 30}
_HEAD = 3
_ROWS = 1000
"""Rows that are ready to be typed into; a longer list goes on below them."""
_CREATED = datetime(2023, 7, 1)


def write_register(path: Path, offices: Sequence[Registered] = ()) -> None:
    """Write a register with its headings and these offices: the same call gives the same bytes. Raise OutputError."""
    with replacing(path) as temporary, PortableWorkbook(str(temporary), OPTIONS) as workbook:
        # Without a date of its own the file would carry the time it was written.
        workbook.set_properties({"title": SHEET, "created": _CREATED})
        sheet = add_sheet(workbook, SHEET, Styles(workbook))
        sheet.set_widths([_WIDTHS[name] for name in HEADINGS])
        sheet.write(0, 0, SHEET, sheet_style.TITLE, columns=len(_WIDTHS))
        for row, line in enumerate(GUIDANCE, start=1):
            sheet.write(row, 0, line, sheet_style.BASIS)
        last = _HEAD + max(_ROWS, len(offices))
        for column, (name, heading) in enumerate(HEADINGS.items()):
            sheet.write(_HEAD, column, heading, HEADING)
            look = WORD if name in ("code", "parent") else TEXT
            # A code of digits keeps its zeros only as text.
            style = sheet.format(look.shown_as(styles.TEXT))
            for row, office in enumerate(offices, start=_HEAD + 1):
                sheet.worksheet.put(row, column, getattr(office, name), style)
            for row in range(_HEAD + 1 + len(offices), last + 1):
                sheet.worksheet.write_blank(row, column, None, style)
        sheet.worksheet.ignore_errors({"number_stored_as_text": f"A{_HEAD + 2}:F{last + 1}"})
        sheet.worksheet.freeze_panes(_HEAD + 1, 2)
        finish_sheet(sheet, range(_HEAD, _HEAD + 1))
