"""The sheet of marks: an office a row, an indicator a column, totals and means as formulas that stay alive."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from xlsxwriter.workbook import Workbook

from xl_apa.core.findings import Severity
from xl_apa.core.model import Indicator
from xl_apa.core.text.numerals import plain
from xl_apa.ministry.analysis.deadlines import attainable_when_blank
from xl_apa.ministry.export import rows
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.report import sentences, table_specs
from xl_apa.ministry.report.heat_map import color_errors, color_marks, tell_shared_ranks
from xl_apa.ministry.report.marks_beside import BesideColumn, columns_beside
from xl_apa.ministry.report.table_writer import row_place
from xl_apa.ministry.report.words import NO_VALUE, Words, capital, words_of
from xl_apa.ministry.sheet_style import (
    COUNT,
    HEADING,
    LINKED_COUNT,
    LINKED_MARKS,
    LINKED_WORD,
    MARKS,
    TEXT,
    TITLE,
    add_sheet,
    finish_sheet,
    write_head,
)
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.xlsx.addresses import address, block, cell_name
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, Link, as_number
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.hyperlinks import Links, within
from xl_apa.xlsx.write.sheet_writer import SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles

_WEIGHTS, _CODES = 3, 4
"""What each indicator is worth, and under it the headings: one row without merged cells, which filter and sort take."""

_FIRST_ROW = 5
_BEFORE = {
    "rank": (15, LINKED_COUNT),
    "office_code": (13, TEXT),
    "office_name": (37, TEXT),
    "reported": (17, LINKED_WORD),
}
_FIRST_MARK = len(_BEFORE)
_MOST_LINKED = 65_530
"""Up to so many marks lead to their cells; with more the workbook opens slowly, and it is the rank that leads on."""
_MARK_WIDTH, _TOTAL_WIDTH, _ERRORS_WIDTH = 9, 12, 10
_ZOOM = 70
"""Rank, office, marks and total are seen together on a screen 1,366 dots wide."""

_SECTION = replace(TITLE, font_size=13)
_WEIGHT = replace(HEADING, bold=False)
_BOLD_MARKS = replace(MARKS, bold=True)
_MEAN_LABEL = replace(HEADING, align="right", indent=1)
_MEAN = replace(_BOLD_MARKS, bg_color=styles.HEADING_FILL)


def write_marks(workbook: Workbook, formats: Styles, consolidation: MinistryResult, links: Links) -> None:
    """Write the marks of every office by indicator, in order of rank; under them the means, and who is in none."""
    words = words_of(consolidation)
    sheet = add_sheet(workbook, words.sheet(Sheet.MARKS), formats)
    codes = [indicator.code for indicator in consolidation.task.plan.indicators]
    before = [width for width, _ in _BEFORE.values()]
    beside = columns_beside(consolidation)
    last_widths = (_TOTAL_WIDTH, _TOTAL_WIDTH, _ERRORS_WIDTH, *(column.width for column in beside))
    sheet.set_widths([*before, *[_MARK_WIDTH] * len(codes), *last_widths])
    write_head(
        sheet,
        sentences.sheet_title(words, Sheet.MARKS, bool(consolidation.offices)),
        sentences.sheet_basis(consolidation),
    )
    _write_headings(sheet, consolidation, beside)
    rows_of_offices = range(_FIRST_ROW, _end(consolidation))
    total, errors = _FIRST_MARK + len(codes), _FIRST_MARK + len(codes) + 2
    if consolidation.counted:
        _write_offices(sheet, consolidation, links, beside)
        _write_means(sheet, consolidation)
        for indicator in consolidation.task.plan.indicators:
            column = _mark_column(consolidation, indicator)
            color_marks(sheet, rows_of_offices, column, _CODES, indicator, _not_due_column(consolidation), words)
        color_errors(sheet, rows_of_offices, errors)
        tell_shared_ranks(sheet, rows_of_offices, 0, words)
    _write_apart(sheet, consolidation, links, beside)
    sheet.worksheet.autofilter(_CODES, 0, max(_end(consolidation) - 1, _CODES), errors + len(beside))
    sheet.worksheet.freeze_panes(_FIRST_ROW, _BEFORE_NAMES)
    sheet.worksheet.set_zoom(_ZOOM)
    end = _apart_row(consolidation) + len(consolidation.apart)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(end, total)}"})
    last = end, errors + sum(column.printed for column in beside)
    finish_sheet(sheet, range(_WEIGHTS, _FIRST_ROW), last=last, lang=words.lang)


_BEFORE_NAMES = list(_BEFORE).index("office_name") + 1


def mean_formula(consolidation: MinistryResult, indicator: Indicator) -> str:
    """Return the mean marks of an indicator, as another sheet asks for them; there must be an office."""
    return address(_name(consolidation), _mean_row(consolidation), _mark_column(consolidation, indicator))


def apart_formula(consolidation: MinistryResult, indicator: Indicator, office: OfficeResult) -> str:
    """Return the marks of an office that is in no mean, as another sheet asks for them; these rows are not sorted."""
    row = _apart_row(consolidation) + consolidation.apart.index(office)
    return address(_name(consolidation), row, _mark_column(consolidation, indicator))


def mean_total_formula(consolidation: MinistryResult) -> str:
    """Return the mean total of all offices, as another sheet asks for it; there must be an office."""
    return address(_name(consolidation), _mean_row(consolidation), _total_column(consolidation))


def name_cells(consolidation: MinistryResult) -> str:
    """Return where the offices' names stand, as another sheet asks for them; there must be an office."""
    return _cells(consolidation, list(_BEFORE).index("office_name"))


def reported_cells(consolidation: MinistryResult) -> str:
    """Return where it says whether an office reported, in the words of `yes_no`; there must be an office."""
    return _cells(consolidation, list(_BEFORE).index("reported"))


def mark_cells(consolidation: MinistryResult, indicator: Indicator) -> str:
    """Return where the offices' marks of an indicator stand; there must be an office."""
    return _cells(consolidation, _mark_column(consolidation, indicator))


def total_cells(consolidation: MinistryResult) -> str:
    """Return where the offices' totals stand; there must be an office."""
    return _cells(consolidation, _total_column(consolidation))


def _cells(consolidation: MinistryResult, column: int) -> str:
    return f"'{_name(consolidation)}'!{block(range(_FIRST_ROW, _end(consolidation)), column)}"


def _name(consolidation: MinistryResult) -> str:
    return words_of(consolidation).sheet(Sheet.MARKS)


def _total_column(consolidation: MinistryResult) -> int:
    return _FIRST_MARK + len(consolidation.task.plan.indicators)


def not_due_cells(consolidation: MinistryResult) -> str:
    """Return where it says for which indicators it is too early, "" where it is not for any."""
    column = _not_due_column(consolidation)
    return _cells(consolidation, column) if column >= 0 else ""


def _not_due_column(consolidation: MinistryResult) -> int:
    headings = [each.heading for each in columns_beside(consolidation)]
    name = words_of(consolidation).heading("not_due")
    return _total_column(consolidation) + 3 + headings.index(name) if name in headings else -1


def _end(consolidation: MinistryResult) -> int:
    """Return the row after the offices that count."""
    return _FIRST_ROW + len(consolidation.counted)


def _mean_row(consolidation: MinistryResult) -> int:
    """Return the row of the means; the row before it is blank, or LibreOffice would sort and filter it too."""
    return _end(consolidation) + 1


def _apart_row(consolidation: MinistryResult) -> int:
    """Return the first row of the offices that are in no mean, below the means, a blank row and their title."""
    return _mean_row(consolidation) + 3


def _mark_column(consolidation: MinistryResult, indicator: Indicator) -> int:
    return _FIRST_MARK + consolidation.task.plan.indicators.index(indicator)


def _write_headings(sheet: SheetWriter, consolidation: MinistryResult, beside: Sequence[BesideColumn]) -> None:
    words, plan = words_of(consolidation), consolidation.task.plan
    general = styles.ANY_NUMBER.replace("General", f'"{words.heading("weight")} "General')
    weight_look = _WEIGHT.shown_as(general)
    for column, name in enumerate(_BEFORE):
        sheet.write(_CODES, column, words.heading(name), HEADING)
    for column, indicator in enumerate(plan.indicators, start=_FIRST_MARK):
        sheet.write(_CODES, column, words.digits(indicator.code), HEADING)
        sheet.write(_WEIGHTS, column, as_number(indicator.weight), weight_look)
    total = _FIRST_MARK + len(plan.indicators)
    sheet.write(_CODES, total, words.heading("total"), HEADING)
    sheet.write(_WEIGHTS, total, as_number(plan.weight), weight_look)
    for column, name in enumerate(("attainable", "errors"), start=total + 1):
        sheet.write(_CODES, column, words.heading(name), HEADING)
    for column, each in enumerate(beside, start=total + 3):
        sheet.write(_CODES, column, each.heading, HEADING)
        if (out_of := each.out_of()) is not None:
            sheet.write(_WEIGHTS, column, out_of, weight_look)
    sheet.set_height(_WEIGHTS, 20)
    # The arrows of the filter need room beside the words.
    sheet.set_height(_CODES, 36)


def _write_offices(
    sheet: SheetWriter, consolidation: MinistryResult, links: Links, beside: Sequence[BesideColumn]
) -> None:
    words = words_of(consolidation)
    marked, linked = zip(consolidation.counted, rows.marks(consolidation)), _are_linked(consolidation)
    cells = (
        _cells_of(words, office, marks, _FIRST_ROW + place, place, links, beside, linked)
        for place, (office, marks) in enumerate(marked)
    )
    sheet.write_rows(_FIRST_ROW, _looks(consolidation, beside), cells)


def _write_apart(
    sheet: SheetWriter, consolidation: MinistryResult, links: Links, beside: Sequence[BesideColumn]
) -> None:
    """Write the offices that are in no mean below the others: they are few."""
    words = words_of(consolidation)
    first, counted, linked = _apart_row(consolidation), len(consolidation.counted), _are_linked(consolidation)
    if consolidation.apart:
        sheet.write(first - 1, 0, words.say("apart-title"), _SECTION)
    marked = islice(zip(consolidation.offices, rows.marks(consolidation)), counted, None)
    for place, (office, marks) in enumerate(marked):
        cells = _cells_of(words, office, marks, first + place, counted + place, links, beside, linked)
        for column, (content, look) in enumerate(zip(cells, _looks(consolidation, beside))):
            sheet.write(first + place, column, content, look)


def _looks(consolidation: MinistryResult, beside: Sequence[BesideColumn]) -> list[Look]:
    marks = [LINKED_MARKS] * len(consolidation.task.plan.indicators)
    before = (look for _, look in _BEFORE.values())
    return [*before, *marks, _BOLD_MARKS, MARKS, COUNT, *(column.look for column in beside)]


def _cells_of(
    words: Words,
    office: OfficeResult,
    marks: Sequence[float],
    row: int,
    place: int,
    links: Links,
    beside: Sequence[BesideColumn],
    linked: bool,
) -> list[CellContent]:
    """Return the row of an office; `place` is its place among all, in whose order their data stand."""
    assessed = office.assessment
    count = len(assessed.results)
    data_sheet, first = row_place(words, table_specs.DATA, place * count)
    earned = f"{cell_name(row, _FIRST_MARK)}:{cell_name(row, _FIRST_MARK + count - 1)}"
    return [
        Link(office.rank or NO_VALUE, within(data_sheet, cell_name(first, 0))),
        assessed.office.code,
        assessed.office.name,
        Link(
            words.yes_no(office.reported),
            links.to(office.source.path, f"'{office.sheet}'!A1" if office.sheet else ""),
        ),
        *(_linked_marks(office, marks, links) if linked else marks[:count]),
        FormulaCell(f"SUM({earned})", float(assessed.total)),
        float(assessed.attainable),
        assessed.count(Severity.ERROR),
        *(column.cell(office) for column in beside),
    ]


def _are_linked(consolidation: MinistryResult) -> bool:
    return len(consolidation.offices) * len(consolidation.task.plan.indicators) <= _MOST_LINKED


def _linked_marks(office: OfficeResult, marks: Sequence[float], links: Links) -> Iterator[Link]:
    """Yield marks that lead to the cells they were given for."""
    path = office.source.path
    return (Link(mark, links.to(path, result.cell)) for mark, result in zip(marks, office.assessment.results))


def _write_means(sheet: SheetWriter, consolidation: MinistryResult) -> None:
    row, plan = _mean_row(consolidation), consolidation.task.plan
    base = consolidation.base
    away = base - len(consolidation.counted)
    sheet.write(row, 0, capital(sentences.base_line(consolidation)), _MEAN_LABEL, columns=_FIRST_MARK)
    *marks, _ranks = zip(*islice(rows.marks(consolidation), len(consolidation.counted)))
    attainable = [float(office.assessment.attainable) for office in consolidation.counted]
    blank = sum((attainable_when_blank(each, consolidation) for each in plan.indicators), Decimal(0)) * away
    for column, values in enumerate([*marks, attainable], start=_FIRST_MARK):
        above = f"{cell_name(_FIRST_ROW, column)}:{cell_name(_end(consolidation) - 1, column)}"
        more = float(blank) if values is attainable else 0.0
        mean = (math.fsum(values) + more) / base
        formula = f"=(SUM({above})+{plain(blank)})/{base}" if more else f"=SUM({above})/{base}"
        formula = formula if away else f"=AVERAGE({above})"
        sheet.worksheet.write_formula(row, column, formula, sheet.format(_MEAN), mean)
    sheet.write(row, _FIRST_MARK + len(plan.indicators) + 2, None, _MEAN)
