"""The colours of the sheet of marks: what was earned of a weight, what was not, and what is not due yet."""

from __future__ import annotations

from xl_apa.core.model import Indicator
from xl_apa.ministry.report.words import Words
from xl_apa.xlsx.addresses import cell_name, column_letters
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import SheetWriter
from xl_apa.xlsx.write.styles import Look

_FULL, _GOOD, _FAIR, _SOME, _NONE = "#B7E1CD", "#DCEFD9", "#FFF2CC", "#FBE0CC", "#F4C7C3"
_BANDS = ((100, _FULL), (80, _GOOD), (60, _FAIR))
"""Of the indicator's own weight, in percent: to the eye a small one counts as much as a large one."""
_NOT_DUE = Look(font_color="#7F7F7F", bg_color="#E7E6E6")
_ROUNDING = 0.005
_ERROR_COLOR = "#C00000"


def color_marks(
    sheet: SheetWriter, rows: range, column: int, head: int, indicator: Indicator, not_due: int, words: Words
) -> None:
    """Colour an indicator's marks.

    `head` is the row of the codes, `not_due` the column that names what is not due of an office, -1 without any. It
    goes along when rows are sorted, as the colours of cells would not everywhere.
    """
    first = cell_name(rows[0], column)
    weight = float(indicator.weight)
    if not_due >= 0:
        code, told = f"{column_letters(column)}${head + 1}", f"${column_letters(not_due)}{rows[0] + 1}"
        early = f'=AND({first}=0,ISNUMBER(FIND(", "&{code}&",",", "&{told}&",")))'
        look = _NOT_DUE.shown_as(f'"{words.word("summary-not-due")}"')
        _add(sheet, rows, column, {"type": "formula", "criteria": early}, look)
    for percent, color in _BANDS:
        limit = round(weight * percent / 100 - _ROUNDING, 4)
        _add(sheet, rows, column, {"type": "cell", "criteria": ">=", "value": limit}, Look(bg_color=color))
    _add(sheet, rows, column, {"type": "cell", "criteria": ">", "value": 0}, Look(bg_color=_SOME))
    _add(sheet, rows, column, {"type": "cell", "criteria": "==", "value": 0}, Look(bg_color=_NONE))


def color_errors(sheet: SheetWriter, rows: range, column: int) -> None:
    """Show counts of errors in red, of no errors not."""
    look = Look(bold=True, font_color=_ERROR_COLOR)
    _add(sheet, rows, column, {"type": "cell", "criteria": ">", "value": 0}, look)


def tell_shared_ranks(sheet: SheetWriter, rows: range, column: int, words: Words) -> None:
    """Show a rank that several offices have as `৮ (যৌথভাবে)`: it stays a number, and goes along when rows are sorted."""
    letters = column_letters(column)
    all_ranks = f"${letters}${rows[0] + 1}:${letters}${rows[-1] + 1}"
    shared = f"=COUNTIF({all_ranks},{cell_name(rows[0], column)})>1"
    # The rank leads to the office's data, and keeps the colour of what leads somewhere.
    shared_rank = f'{styles.INTEGER}" ({words.say("summary-rank-shared")})"'
    look = Look(font_color=styles.LINK_COLOR).shown_as(shared_rank)
    _add(sheet, rows, column, {"type": "formula", "criteria": shared}, look)


def _add(sheet: SheetWriter, rows: range, column: int, rule: dict[str, object], look: Look) -> None:
    options = {**rule, "format": sheet.format(look), "stop_if_true": True}
    sheet.worksheet.conditional_format(rows[0], column, rows[-1], column, options)
