"""Writes the workbook in which the ministry decides: anew, or cell by cell into the one that people have worked in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.messages import render
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.review.decision_columns import TYPED, DecisionColumn
from xl_apa.ministry.review.decision_rows import DecisionSheet
from xl_apa.ministry.review.decisions import Carried
from xl_apa.ministry.review.status_words import status_word
from xl_apa.ministry.sheet_style import COUNT, HEADING, MARKS, TEXT, WORD, SummaryLook, write_head
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_limits import Unfit
from xl_apa.xlsx.edit.cell_editor import write_cells
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.portable_workbook import PortableWorkbook
from xl_apa.xlsx.write.sheet_writer import OPTIONS, Margins, SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles

_HEAD = 3
_READY_ROWS = 50_000
"""Rows in which a click offers the statuses."""
_CREATED = datetime(2023, 7, 1)
_TYPED_FILL = "#FFF9DB"
# Lines and colours follow the rows that are filled, also those that are added later.
_PLAIN = replace(TEXT, valign="top", border=0)
_TEXT = _PLAIN.shown_as(styles.TEXT)
_WORD = replace(WORD, valign="top", border=0)
_NUMBER = replace(COUNT, valign="top", border=0)
_COLUMNS: Mapping[DecisionColumn, tuple[float, Look]] = {
    DecisionColumn.CODE: (14, _TEXT),
    DecisionColumn.NAME: (38, _TEXT),
    DecisionColumn.STATUS: (22, _PLAIN),
    DecisionColumn.COMMENT: (48, _PLAIN),
    DecisionColumn.REPORT: (18, _WORD),
    DecisionColumn.TOTAL: (11, replace(MARKS, valign="top", border=0)),
    DecisionColumn.ERRORS: (8, _NUMBER),
    DecisionColumn.EARLIER: (24, _PLAIN),
    DecisionColumn.NOTE: (52, _PLAIN),
    DecisionColumn.YEAR: (11, _WORD.shown_as(styles.TEXT)),
    DecisionColumn.QUARTER: (11, _NUMBER),
    DecisionColumn.SHA256: (20, replace(_TEXT, font_size=8, text_wrap=False)),
}
_HIDDEN = {list(DecisionColumn).index(DecisionColumn.SHA256): {"hidden": True}}
"""By it the program knows whether another file counts; to people it says nothing."""
_OTHER = (24.0, _PLAIN)
_MARGINS = Margins(side=0.4, top=0.5, bottom=0.6)
_OFFERED = (ReviewStatus.ACCEPTED, ReviewStatus.TO_CORRECT, ReviewStatus.AGAIN)


def write_decisions(
    target: Path, sheet: DecisionSheet | None, in_place: bool, rows: Sequence[Carried], lang: str
) -> bool:
    """Write the rows into the workbook of decisions; return whether anything had to be written.

    `sheet` is what was read, None where there was nothing to read. `in_place`: it was read from the target itself, of
    which only the cells change that are the program's own; else the target is built anew with all that was read.
    Raise OutputError when it cannot be written; what was there before stays then.
    """
    if sheet is None or not in_place:
        _build(target, sheet, rows, lang)
        return True
    cells = _changed(sheet, rows, lang)
    if cells:
        write_cells(target, target, {sheet.name: cells})
    return bool(cells)


# ---- into the workbook that is there --------------------------------------------------------------------------------


def _changed(sheet: DecisionSheet, rows: Iterable[Carried], lang: str) -> dict[tuple[int, int], CellValue]:
    columns = dict(sheet.columns)
    cells: dict[tuple[int, int], CellValue] = {}
    for column in DecisionColumn:
        if column not in columns:
            columns[column] = max(sheet.width, *(at + 1 for at in columns.values()))
            cells[sheet.heading_row, columns[column]] = column.heading(lang)
    known = {row.row: row.cells for row in sheet.rows}
    following = sheet.last_row + 1
    for carried in rows:
        row = following if carried.row is None else carried.row
        following += carried.row is None
        for column, value in carried.cells.items():
            if Cell(known.get(row, {}).get(column)).text != Cell(value).text:
                cells[row, columns[column]] = value
    return cells


# ---- a new workbook -------------------------------------------------------------------------------------------------


def _build(target: Path, sheet: DecisionSheet | None, rows: Sequence[Carried], lang: str) -> None:
    others = list(sheet.others) if sheet else []
    with replacing(target) as temporary, PortableWorkbook(str(temporary), OPTIONS) as workbook:
        title = render("decisions-title", lang)
        # Without a date of its own the file would carry the time it was written.
        workbook.set_properties({"title": title, "created": _CREATED})
        writer = SheetWriter(workbook, render("decisions-sheet", lang), Styles(workbook), unfit=Unfit.ADAPT)
        looks = [*_COLUMNS.values(), *[_OTHER] * len(others)]
        writer.set_widths([width for width, _ in looks])
        for column, (width, look) in enumerate(looks):
            # A row that is added below looks like the others.
            writer.worksheet.set_column(column, column, width, writer.format(look), _HIDDEN.get(column))
        write_head(writer, title, render("decisions-guidance", lang))
        for column, heading in enumerate([*(each.heading(lang) for each in DecisionColumn), *others]):
            writer.write(_HEAD, column, heading, HEADING)
        last = _write_rows(writer, sheet, rows, [look for _, look in looks])
        _finish(writer, last, len(looks), lang)


def _write_rows(
    writer: SheetWriter, sheet: DecisionSheet | None, rows: Sequence[Carried], looks: Sequence[Look]
) -> int:
    """Write the rows that were read with their changes, and below them the new ones; return the row after the last."""
    changes = {row.row: row.cells for row in rows if row.row is not None}
    whole: list[list[CellValue]] = []
    for row in sheet.rows if sheet else ():
        cells = {**row.cells, **changes.get(row.row, {})}
        whole.append(
            [*(cells.get(column) for column in DecisionColumn), *(sheet.other_cells[row.row] if sheet else ())]
        )
    whole += [[row.cells.get(column) for column in DecisionColumn] for row in rows if row.row is None]
    for number, values in enumerate(whole, start=_HEAD + 1):
        for column, look in enumerate(looks):
            writer.write(number, column, values[column] if column < len(values) else None, look)
    return _HEAD + 1 + len(whole)


def _finish(writer: SheetWriter, end: int, columns: int, lang: str) -> None:
    worksheet = writer.worksheet
    status = list(DecisionColumn).index(DecisionColumn.STATUS)
    offered = {
        "validate": "list",
        "source": [status_word(each, lang) for each in _OFFERED],
        "error_type": "information",
        "error_message": render("decisions-not-understood", lang),
    }
    worksheet.data_validation(_HEAD + 1, status, _HEAD + _READY_ROWS, status, offered)
    _draw_rows(writer, columns)
    worksheet.autofilter(_HEAD, 0, max(end - 1, _HEAD + 1), columns - 1)
    worksheet.freeze_panes(_HEAD + 1, list(DecisionColumn).index(DecisionColumn.NAME) + 1)
    worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(end, columns - 1)}"})
    worksheet.hide_gridlines(2)
    writer.set_height(_HEAD, 24)
    # Below the headings people write, and their rows grow by themselves.
    writer.fit_rows(range(_HEAD + 1))
    writer.set_page(_MARGINS, repeated=range(_HEAD, _HEAD + 1))


def _draw_rows(writer: SheetWriter, columns: int) -> None:
    """Draw lines round the cells of every row with an office, and colour those that people write into."""
    filled = f'$A{_HEAD + 2}&$B{_HEAD + 2}<>""'
    typed = [list(DecisionColumn).index(column) for column in TYPED]
    for first, last, look in (
        (typed[0], typed[-1], SummaryLook(border=1, bg_color=_TYPED_FILL)),
        (0, columns - 1, SummaryLook(border=1)),
    ):
        rule = {"type": "formula", "criteria": f"={filled}", "format": writer.format(look)}
        writer.worksheet.conditional_format(_HEAD + 1, first, _HEAD + _READY_ROWS, last, rule)
