"""How the sheets of the centre look: its register and its summary."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xlsxwriter.workbook import Workbook

from xl_apa.sheets.layout import PAGE_FOOTER
from xl_apa.xlsx import styles
from xl_apa.xlsx.cell_limits import Unfit
from xl_apa.xlsx.sheet_writer import Margins, SheetWriter
from xl_apa.xlsx.styles import Look, Styles

HEAD_ROW = 3
"""The row of a table's headings; title and basis stand above it."""

LOWEST_ROW = 18.0
"""Points: every row has this height unless its texts need more."""
_MARGIN = 2.0
_MARGINS = Margins(side=0.4, top=0.5, bottom=0.6)
_FOOTER_MARGIN = 0.3


@dataclass(frozen=True, slots=True)
class SummaryLook(Look):
    """A look with grey lines, since a page full of black ones hides its numbers, and room beside the text."""

    border_color: str = "#BFBFBF"
    indent: int = 0


_TIME = f"{styles.DATE} hh:mm"

_CELL = SummaryLook(font_size=11, valign="vcenter", border=1)
TITLE = Look(font_size=16, bold=True, valign="vcenter")
BASIS = Look(font_size=11, font_color="#595959", valign="vcenter")
HEADING = replace(_CELL, bold=True, align="center", text_wrap=True, bg_color=styles.HEADING_FILL)
TEXT = replace(_CELL, text_wrap=True, indent=1)
LINK = replace(TEXT, font_color=styles.LINK_COLOR, underline=1)
WORD = replace(_CELL, align="center", text_wrap=True)
MARKS = replace(_CELL, align="right", indent=1).shown_as(styles.MARKS)
COUNT = replace(_CELL, align="center").shown_as(styles.INTEGER)
LINKED_COUNT = replace(_CELL, align="center", font_color=styles.LINK_COLOR, underline=1).shown_as(styles.INTEGER)
LINKED_WORD = replace(WORD, font_color=styles.LINK_COLOR, underline=1)
NUMBER = replace(_CELL, align="right", indent=1).shown_as(styles.ANY_NUMBER)
PERCENT = replace(_CELL, align="right", indent=1).shown_as(styles.EXACT_PERCENT)
WHOLE_PERCENT = replace(_CELL, align="center").shown_as(styles.PERCENT)
DATE = replace(_CELL, align="center").shown_as(styles.DATE)
MOMENT = replace(_CELL, align="center").shown_as(_TIME)


def add_sheet(workbook: Workbook, name: str, formats: Styles) -> SheetWriter:
    """Add a sheet to a workbook of the centre; of texts too long for a cell, the file they come from has the whole."""
    return SheetWriter(workbook, name, formats, default_height=LOWEST_ROW, margin=_MARGIN, unfit=Unfit.ADAPT)


def write_head(sheet: SheetWriter, title: str, basis: str) -> None:
    """Write the sheet's title, and under it what its numbers rest on."""
    sheet.write(0, 0, title, TITLE)
    sheet.write(1, 0, basis, BASIS)
    sheet.set_height(0, 26)
    sheet.set_height(1, 20)


def finish_sheet(sheet: SheetWriter, headings: range | None = None) -> None:
    """Set row heights and the printed page; `headings` are the rows that every page repeats."""
    sheet.fit_rows()
    sheet.set_page(_MARGINS, repeated=headings)
    sheet.set_footer(PAGE_FOOTER, 9, margin=_FOOTER_MARGIN)
    sheet.worksheet.hide_gridlines(2)
