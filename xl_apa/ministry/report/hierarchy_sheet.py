"""The sheet of the levels: each office that others report to, with the sums of all below it, as an outline."""

from __future__ import annotations

from dataclasses import replace

from xlsxwriter.workbook import Workbook

from xl_apa.ministry.analysis.hierarchy import Level, levels
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report import sentences
from xl_apa.ministry.report.words import words_of
from xl_apa.ministry.sheet_style import COUNT, HEAD_ROW, HEADING, MARKS, TEXT, WORD, add_sheet, finish_sheet, write_head
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import CellContent, FormulaCell
from xl_apa.xlsx.write.styles import Look, Styles

_WIDTHS = (40.0, 14.0, 16.0, 15.0, 16.0, 10.0, 13.0, 20.0, 20.0)
_COLUMNS = (
    "office_name",
    "office_code",
    "level",
    "offices_below",
    "reported_below",
    "late_below",
    "missing_below",
    "total_below",
    "mean_below",
)
_DEEPEST = 7
"""Excel's outlines go no deeper."""


def write_levels(workbook: Workbook, formats: Styles, consolidation: MinistryResult) -> None:
    """Write name, code and level of an office, how many below it should have reported and did, and their mean marks."""
    words = words_of(consolidation)
    sheet = add_sheet(workbook, words.sheet(Sheet.LEVELS), formats)
    sheet.set_widths(_WIDTHS)
    found = levels(consolidation)
    title = sentences.sheet_title(words, Sheet.LEVELS, bool(found))
    write_head(sheet, title, sentences.sheet_basis(consolidation))
    for column, name in enumerate(_COLUMNS):
        sheet.write(HEAD_ROW, column, words.heading(name), HEADING)
    for row, level in enumerate(found, start=HEAD_ROW + 1):
        for column, (value, look) in enumerate(_cells(level, row)):
            sheet.write(row, column, value, look)
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    last = HEAD_ROW + max(len(found), 1), len(_WIDTHS) - 1
    finish_sheet(sheet, range(HEAD_ROW, HEAD_ROW + 1), last=last, lang=words.lang)
    # An office stands above those that report to it.
    sheet.worksheet.outline_settings(symbols_below=False)
    for row, level in enumerate(found, start=HEAD_ROW + 1):
        if level.depth:
            sheet.worksheet.set_row(row, sheet.height(row), None, {"level": min(level.depth, _DEEPEST)})


def _cells(level: Level, row: int) -> list[tuple[CellContent, Look]]:
    name = replace(TEXT, indent=1 + 2 * level.depth, bold=level.depth == 0)
    offices, reported, total = (cell_name(row, _column(column)) for column in ("offices", "reported", "total"))
    mean = f"{total}/{offices}"
    return [
        (level.name or "-", name),
        (level.code, WORD),
        (level.level, WORD),
        (level.offices, COUNT),
        (level.reported, COUNT),
        (level.late, COUNT),
        (FormulaCell(f"{offices}-{reported}", level.missing), COUNT),
        (float(level.total), MARKS),
        (FormulaCell(mean, float(level.total / level.offices)), MARKS),
    ]


def _column(name: str) -> int:
    return _COLUMNS.index(f"{name}_below")
