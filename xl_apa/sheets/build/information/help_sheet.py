"""The help sheet: what the guide says, for whoever has only the workbook."""

from __future__ import annotations

from xl_apa.core.messages import render
from xl_apa.core.model import Plan
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.validation import protect
from xl_apa.xlsx.cell_values import Link

_TAB = "#808080"
_WIDTHS = {0: 5.0, where.HELP_COLUMN: 100.0, where.HELP_LINK_COLUMN: 22.0}


def build_help_sheet(sheet: FormWriter, plan: Plan) -> None:
    """Write how the form is filled in, one line below the other, with links to the cells they speak of."""
    sheet.set_widths(_WIDTHS)
    sheet.write(0, where.HELP_COLUMN, where.HELP_TITLE, looks.INFO_TITLE)
    lines = where.help_lines(plan)
    for number, line in enumerate(lines):
        row = where.HELP_FIRST_ROW + number
        sheet.write(row, 0, to_bangla_digits(number + 1), looks.NUMBERING)
        sheet.write(row, where.HELP_COLUMN, line.text, looks.LABEL)
        link = Link(render("help-go", "bn"), f"#{line.cell}") if line.cell else None
        sheet.write(row, where.HELP_LINK_COLUMN, link, looks.LINK)
    sheet.fit_rows(range(where.HELP_FIRST_ROW + len(lines)))
    protect(sheet)
    worksheet = sheet.worksheet
    worksheet.set_tab_color(_TAB)
    sheet.set_page(None)
    worksheet.hide_gridlines(2)
