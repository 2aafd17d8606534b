"""How the sheets of the centre look: its register and its summary."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xlsxwriter.workbook import Workbook

from xl_apa.core.messages import render
from xl_apa.xlsx.cell_limits import Unfit
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import Margins, SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles

HEAD_ROW = 3
"""The row of a table's headings; title and basis stand above it."""

LOWEST_ROW = 18.0
"""Points: every row has this height unless its texts need more."""
_MARGIN = 2.0
_MARGINS = Margins(side=0.4, top=0.5, bottom=0.6)
_FOOTER_MARGIN = 0.3
_BLANK_ROW = 2
"""The row between what is said of a sheet and its headings."""
_SQUEEZED, _UNSURE = 0.25, 0.1
"""Parts of a page: so much more is drawn onto the pages before, and so much the estimate of heights may be off."""


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
LINKED_MARKS = replace(MARKS, font_color=styles.LINK_COLOR)
"""Without a line under it: a sheet full of lines hides its numbers."""
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


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """What of a sheet is printed: its first so many rows, on at most so many pages; of 0 rows nothing."""

    rows: int = 0
    pages: int = 0


def finish_sheet(
    sheet: SheetWriter,
    headings: range | None = None,
    *,
    last: tuple[int, int] | None = None,
    printed: PrintedPart | None = None,
    lang: str = "bn",
) -> None:
    """Set row heights and the printed page, its foot in the language.

    `headings` are the rows that every page repeats. `last` is the last row and column that are printed: a few rows too
    many for a page are drawn onto it. `printed` (None: all of it) are the rows below the headings.
    """
    sheet.fit_rows()
    high = 0
    if printed and not printed.rows:
        # Neither Excel nor LibreOffice can leave out a sheet; a page without anything on it they do leave out.
        sheet.worksheet.print_area(_BLANK_ROW, 0, _BLANK_ROW, 0)
    elif last:
        row, column = last
        needed = sheet.pages_needed(row, column, _MARGINS)
        if printed and headings:
            row, needed = min(row, headings[-1] + printed.rows), min(needed, printed.pages)
        high = _pages_high(needed)
        sheet.worksheet.print_area(0, 0, row, column)
    sheet.set_page(_MARGINS, pages_high=high, repeated=headings)
    sheet.set_footer(render("page-footer", lang), 9, margin=_FOOTER_MARGIN)
    sheet.worksheet.hide_gridlines(2)


def _pages_high(needed: float) -> int:
    """Return onto how many pages a sheet is drawn, 0 when its last page is full enough as it is."""
    whole = int(needed + _UNSURE)
    return whole if whole and needed - whole <= _SQUEEZED else 0
