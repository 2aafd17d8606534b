"""The letter to an office as a workbook: what to do and the findings on one sheet, the marks on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from xl_apa.core.findings import Severity
from xl_apa.core.messages import render
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.ministry import sheet_style
from xl_apa.ministry.review.letter import FindingLine, Letter, MarkLine
from xl_apa.ministry.sheet_style import HEADING, MARKS, NUMBER, PERCENT, TEXT, WORD, add_sheet, finish_sheet, write_head
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, as_number
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.portable_workbook import PortableWorkbook
from xl_apa.xlsx.write.sheet_writer import OPTIONS, SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles

_FACTS_ROW = 3
_FINDINGS = {"number": 7, "kind": 12, "indicator": 10, "sheet": 18, "cell": 9, "found": 62, "do": 48}
_MARKS = {
    "indicator": 9,
    "title": 32,
    "weight": 8,
    "typed": 20,
    "read": 13,
    "tier": 8,
    "marks": 10,
    "claimed": 10,
    "difference": 10,
    "why": 50,
}
"""The columns of both tables, by the end of their heading's code, and how wide they are."""
_LABEL_COLUMNS = 3
_HEAD_ROW = 3
_ZOOM = 80
"""The last columns, what to do and how the marks came about, are seen without scrolling on a screen 1,366 dots wide."""

_LABEL = replace(HEADING, align="left", indent=1)
_FACT = replace(TEXT, bold=False)
_SECTION = replace(sheet_style.TITLE, font_size=13)
_TOTAL_LABEL = replace(HEADING, align="right", indent=1)
_KINDS = {
    Severity.ERROR: replace(WORD, bold=True, font_color="#9C0006", bg_color="#FFC7CE"),
    Severity.WARNING: replace(WORD, font_color="#7F6000", bg_color="#FFEB9C"),
    Severity.NOTE: replace(WORD, font_color="#1F4E79", bg_color="#DDEBF7"),
}
_BENGALI_DIGITS = "[$-5000845]"


def write_letter_workbook(letter: Letter, path: Path, lang: str, created: datetime, properties: dict[str, str]) -> None:
    """Write the letter into a file. The same letter gives the same bytes."""
    with PortableWorkbook(str(path), {**OPTIONS, "in_memory": True}) as workbook:
        # Without a date of its own the file would carry the time it was written.
        workbook.set_properties({"title": letter.title, "created": created, **properties})
        formats = Styles(workbook)
        _write_first_sheet(add_sheet(workbook, render("letter-sheet", lang), formats), letter, lang)
        if letter.marks:
            _write_marks(add_sheet(workbook, render("letter-marks-sheet", lang), formats), letter, lang)


# ---- what to do -----------------------------------------------------------------------------------------------------


def _write_first_sheet(sheet: SheetWriter, letter: Letter, lang: str) -> None:
    sheet.set_widths(list(_FINDINGS.values()))
    sheet.worksheet.set_zoom(_ZOOM)
    write_head(sheet, letter.title, letter.basis)
    row = _FACTS_ROW
    for label, text in letter.facts:
        sheet.write(row, 0, label, _LABEL, columns=_LABEL_COLUMNS)
        sheet.write(row, _LABEL_COLUMNS, text, _FACT, columns=len(_FINDINGS) - _LABEL_COLUMNS)
        row += 1
    if letter.office.result is None:
        finish_sheet(sheet, lang=lang)
        return
    row += 1
    code = "letter-findings" if letter.findings else "letter-no-findings"
    sheet.write(row, 0, render(code, lang), _SECTION)
    sheet.set_height(row, 24)
    if not letter.findings:
        finish_sheet(sheet, lang=lang)
        return
    _write_headings(sheet, row + 1, _FINDINGS, lang)
    for number, finding in enumerate(letter.findings, start=1):
        for column, (value, look) in enumerate(_finding_cells(number, finding, lang)):
            sheet.write(row + 1 + number, column, value, look)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(row + 1 + len(letter.findings), 6)}"})
    finish_sheet(sheet, range(row + 1, row + 2), lang=lang)


def _finding_cells(number: int, finding: FindingLine, lang: str) -> list[tuple[CellContent, Look]]:
    return [
        (number, _in_digits(sheet_style.COUNT, lang)),
        (render(f"word-{finding.severity.value}", lang), _KINDS[finding.severity]),
        (_code(finding.indicator, lang), WORD),
        (finding.sheet, WORD),
        (finding.cell, WORD),
        (finding.text, TEXT),
        (finding.to_do, TEXT),
    ]


# ---- marks ----------------------------------------------------------------------------------------------------------


def _write_marks(sheet: SheetWriter, letter: Letter, lang: str) -> None:
    sheet.set_widths(list(_MARKS.values()))
    sheet.worksheet.set_zoom(_ZOOM)
    office = {"office": letter.office.name or letter.office.code}
    write_head(sheet, render("letter-marks-title", lang, office), render("letter-difference-note", lang))
    _write_headings(sheet, _HEAD_ROW, _MARKS, lang)
    first = _HEAD_ROW + 1
    for row, line in enumerate(letter.marks, start=first):
        for column, (value, look) in enumerate(_mark_cells(row, line, lang)):
            sheet.write(row, column, value, look)
    _write_totals(sheet, letter.marks, range(first, first + len(letter.marks)), lang)
    sheet.worksheet.freeze_panes(first, 1)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(first + len(letter.marks), 9)}"})
    finish_sheet(sheet, range(_HEAD_ROW, first), lang=lang)


def _mark_cells(row: int, line: MarkLine, lang: str) -> list[tuple[CellContent, Look]]:
    marks = _in_digits(MARKS, lang)
    difference: CellContent = None
    if line.claimed is not None:
        cells = (cell_name(row, _place(name)) for name in ("claimed", "marks"))
        difference = FormulaCell("-".join(cells), float(line.claimed - line.marks))
    return [
        (_code(line.indicator, lang), WORD),
        (line.title, TEXT),
        (as_number(line.weight), _in_digits(NUMBER, lang)),
        (line.typed, TEXT),
        (line.read, WORD),
        (float(line.percent), _in_digits(_tier(line.percent), lang)),
        (float(line.marks), replace(marks, bold=True)),
        (None if line.claimed is None else float(line.claimed), marks),
        (difference, marks),
        (line.why, TEXT),
    ]


def _tier(percent: Decimal) -> Look:
    """Return the look of a tier as the form has it: whole ones without decimals."""
    return PERCENT.shown_as(styles.PERCENT) if percent == int(percent) else PERCENT


def _write_totals(sheet: SheetWriter, lines: Sequence[MarkLine], rows: range, lang: str) -> None:
    row = rows.stop
    sheet.write(row, 0, render("column-total", lang), _TOTAL_LABEL, columns=2)
    claimed = [line.claimed for line in lines if line.claimed is not None]
    sums: dict[str, Decimal | None] = {
        "weight": sum((line.weight for line in lines), Decimal(0)),
        "typed": None,
        "read": None,
        "tier": None,
        "marks": sum((line.marks for line in lines), Decimal(0)),
        "claimed": sum(claimed, Decimal(0)) if claimed else None,
        "difference": None,
        "why": None,
    }
    for name, total in sums.items():
        look = replace(_in_digits(NUMBER if name == "weight" else MARKS, lang), bold=True, bg_color=HEADING.bg_color)
        column = _place(name)
        cells = f"{cell_name(rows.start, column)}:{cell_name(rows.stop - 1, column)}"
        value = None if total is None else FormulaCell(f"SUM({cells})", float(total))
        sheet.write(row, column, value, look)


def _place(name: str) -> int:
    return list(_MARKS).index(name)


# ---- both -----------------------------------------------------------------------------------------------------------


def _write_headings(sheet: SheetWriter, row: int, columns: dict[str, int], lang: str) -> None:
    for column, name in enumerate(columns):
        sheet.write(row, column, render(f"column-{name}", lang), HEADING)


def _code(code: str, lang: str) -> str:
    return to_bangla_digits(code) if lang == "bn" else code


def _in_digits(look: Look, lang: str) -> Look:
    """Return a look of numbers with the digits of the letter's language."""
    return look if lang == "bn" else look.shown_as(look.num_format.removeprefix(_BENGALI_DIGITS))
