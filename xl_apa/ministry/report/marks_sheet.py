"""The sheet of marks: an office a row, an indicator a column, totals and means as formulas that stay alive."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from xlsxwriter.workbook import Workbook

from xl_apa.core.findings import Severity
from xl_apa.core.model import Indicator
from xl_apa.core.text.numerals import plain, to_bangla_digits
from xl_apa.ministry.analysis.deadlines import attainable_when_blank
from xl_apa.ministry.export import rows
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.report import sentences, strings, table_specs
from xl_apa.ministry.report.marks_beside import BesideColumn, columns_beside
from xl_apa.ministry.report.table_writer import row_place
from xl_apa.ministry.sheet_style import (
    COUNT,
    HEADING,
    LINKED_COUNT,
    LINKED_WORD,
    MARKS,
    TEXT,
    TITLE,
    add_sheet,
    finish_sheet,
    write_head,
)
from xl_apa.xlsx import styles
from xl_apa.xlsx.addresses import address, block, cell_name
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, Link, as_number
from xl_apa.xlsx.hyperlinks import Links, within
from xl_apa.xlsx.sheet_writer import SheetWriter
from xl_apa.xlsx.styles import Look, Styles

_CODES, _WEIGHTS = 3, 4
"""The two heading rows: codes of the indicators, and what each is worth."""

_FIRST_ROW = 5
_BEFORE = {
    "rank": (17, LINKED_COUNT),
    "office_code": (13, TEXT),
    "office_name": (44, TEXT),
    "reported": (15, LINKED_WORD),
}
_FIRST_MARK = len(_BEFORE)
_MARK_WIDTH, _TOTAL_WIDTH, _ERRORS_WIDTH = 10, 12, 10

_POOR, _FAIR, _FULL = "#F4C7C3", "#FFF2CC", "#B7E1CD"
_ERROR_COLOR = "#C00000"

_SECTION = replace(TITLE, font_size=13)
_WEIGHT = replace(HEADING, bold=False).shown_as(
    styles.ANY_NUMBER.replace("General", f'"{strings.COLUMNS["weight"]} "General')
)
_BOLD_MARKS = replace(MARKS, bold=True)
_MEAN_LABEL = replace(HEADING, align="right", indent=1)
_MEAN = replace(_BOLD_MARKS, bg_color=styles.HEADING_FILL)


def write_marks(workbook: Workbook, formats: Styles, consolidation: MinistryResult, links: Links) -> None:
    """Write the marks of every office by indicator, in order of rank; under them the means, and who is in none."""
    sheet = add_sheet(workbook, strings.MARKS_SHEET, formats)
    codes = [indicator.code for indicator in consolidation.task.plan.indicators]
    before = [width for width, _ in _BEFORE.values()]
    beside = columns_beside(consolidation)
    last_widths = (_TOTAL_WIDTH, _TOTAL_WIDTH, _ERRORS_WIDTH, *(column.width for column in beside))
    sheet.set_widths([*before, *[_MARK_WIDTH] * len(codes), *last_widths])
    write_head(
        sheet,
        sentences.sheet_title(strings.MARKS_SHEET, bool(consolidation.offices)),
        sentences.sheet_basis(consolidation),
    )
    _write_headings(sheet, consolidation, beside)
    last = _mean_row(consolidation) - 1
    total, errors = _FIRST_MARK + len(codes), _FIRST_MARK + len(codes) + 2
    if consolidation.counted:
        _write_offices(sheet, consolidation, links, beside)
        _write_means(sheet, consolidation)
        _color(sheet, consolidation, last)
    _write_apart(sheet, consolidation, links, beside)
    sheet.worksheet.autofilter(_WEIGHTS, 0, max(last, _WEIGHTS), errors + len(beside))
    sheet.worksheet.freeze_panes(_FIRST_ROW, _BEFORE_NAMES)
    end = _apart_row(consolidation) + len(consolidation.apart)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(end, total)}"})
    finish_sheet(sheet, range(_CODES, _FIRST_ROW), last=(end, errors + len(beside)))


_BEFORE_NAMES = list(_BEFORE).index("office_name") + 1


def mean_formula(consolidation: MinistryResult, indicator: Indicator) -> str:
    """Return the mean marks of an indicator, as another sheet asks for them; there must be an office."""
    return address(strings.MARKS_SHEET, _mean_row(consolidation), _mark_column(consolidation, indicator))


def apart_formula(consolidation: MinistryResult, indicator: Indicator, office: OfficeResult) -> str:
    """Return the marks of an office that is in no mean, as another sheet asks for them; these rows are not sorted."""
    row = _apart_row(consolidation) + consolidation.apart.index(office)
    return address(strings.MARKS_SHEET, row, _mark_column(consolidation, indicator))


def mean_total_formula(consolidation: MinistryResult) -> str:
    """Return the mean total of all offices, as another sheet asks for it; there must be an office."""
    return address(strings.MARKS_SHEET, _mean_row(consolidation), _total_column(consolidation))


def name_cells(consolidation: MinistryResult) -> str:
    """Return where the offices' names stand, as another sheet asks for them; there must be an office."""
    return _cells(consolidation, list(_BEFORE).index("office_name"))


def reported_cells(consolidation: MinistryResult) -> str:
    """Return where it says whether an office reported, in the words of `YES_NO`; there must be an office."""
    return _cells(consolidation, list(_BEFORE).index("reported"))


def mark_cells(consolidation: MinistryResult, indicator: Indicator) -> str:
    """Return where the offices' marks of an indicator stand; there must be an office."""
    return _cells(consolidation, _mark_column(consolidation, indicator))


def total_cells(consolidation: MinistryResult) -> str:
    """Return where the offices' totals stand; there must be an office."""
    return _cells(consolidation, _total_column(consolidation))


def _cells(consolidation: MinistryResult, column: int) -> str:
    return f"'{strings.MARKS_SHEET}'!{block(range(_FIRST_ROW, _mean_row(consolidation)), column)}"


def _total_column(consolidation: MinistryResult) -> int:
    return _FIRST_MARK + len(consolidation.task.plan.indicators)


def _mean_row(consolidation: MinistryResult) -> int:
    return _FIRST_ROW + len(consolidation.counted)


def _apart_row(consolidation: MinistryResult) -> int:
    """Return the first row of the offices that are in no mean, below the means, a blank row and their title."""
    return _mean_row(consolidation) + 3


def _mark_column(consolidation: MinistryResult, indicator: Indicator) -> int:
    return _FIRST_MARK + consolidation.task.plan.indicators.index(indicator)


def _write_headings(sheet: SheetWriter, consolidation: MinistryResult, beside: Sequence[BesideColumn]) -> None:
    plan = consolidation.task.plan
    for column, name in enumerate(_BEFORE):
        sheet.write(_CODES, column, strings.COLUMNS[name], HEADING, rows=2)
    for column, indicator in enumerate(plan.indicators, start=_FIRST_MARK):
        sheet.write(_CODES, column, to_bangla_digits(indicator.code), HEADING)
        sheet.write(_WEIGHTS, column, as_number(indicator.weight), _WEIGHT)
    total = _FIRST_MARK + len(plan.indicators)
    sheet.write(_CODES, total, strings.COLUMNS["total"], HEADING)
    sheet.write(_WEIGHTS, total, as_number(plan.weight), _WEIGHT)
    for column, name in enumerate(("attainable", "errors"), start=total + 1):
        sheet.write(_CODES, column, strings.COLUMNS[name], HEADING, rows=2)
    for column, each in enumerate(beside, start=total + 3):
        sheet.write(_CODES, column, each.heading, HEADING, rows=1 if each.out_of else 2)
        if each.out_of:
            sheet.write(_WEIGHTS, column, each.out_of, _WEIGHT)
    sheet.set_height(_CODES, 22)
    sheet.set_height(_WEIGHTS, 22)


def _write_offices(
    sheet: SheetWriter, consolidation: MinistryResult, links: Links, beside: Sequence[BesideColumn]
) -> None:
    marked = zip(consolidation.counted, rows.marks(consolidation))
    cells = (
        _cells_of(office, marks, _FIRST_ROW + place, place, links, beside)
        for place, (office, marks) in enumerate(marked)
    )
    sheet.write_rows(_FIRST_ROW, _looks(consolidation, beside), cells)


def _write_apart(
    sheet: SheetWriter, consolidation: MinistryResult, links: Links, beside: Sequence[BesideColumn]
) -> None:
    """Write the offices that are in no mean below the others: they are few."""
    first, counted = _apart_row(consolidation), len(consolidation.counted)
    if consolidation.apart:
        sheet.write(first - 1, 0, sentences.say("apart-title"), _SECTION)
    marked = islice(zip(consolidation.offices, rows.marks(consolidation)), counted, None)
    for place, (office, marks) in enumerate(marked):
        cells = _cells_of(office, marks, first + place, counted + place, links, beside)
        for column, (content, look) in enumerate(zip(cells, _looks(consolidation, beside))):
            sheet.write(first + place, column, content, look)


def _looks(consolidation: MinistryResult, beside: Sequence[BesideColumn]) -> list[Look]:
    marks = [MARKS] * len(consolidation.task.plan.indicators)
    before = (look for _, look in _BEFORE.values())
    return [*before, *marks, _BOLD_MARKS, MARKS, COUNT, *(column.look for column in beside)]


def _cells_of(
    office: OfficeResult,
    marks: Sequence[float],
    row: int,
    place: int,
    links: Links,
    beside: Sequence[BesideColumn],
) -> list[CellContent]:
    """Return the row of an office; `place` is its place among all, in whose order their data stand."""
    assessed = office.assessment
    count = len(assessed.results)
    data_sheet, first = row_place(table_specs.DATA, place * count)
    earned = f"{cell_name(row, _FIRST_MARK)}:{cell_name(row, _FIRST_MARK + count - 1)}"
    return [
        Link(office.rank or strings.NO_VALUE, within(data_sheet, cell_name(first, 0))),
        assessed.office.code,
        assessed.office.name,
        Link(
            strings.YES_NO[office.reported],
            links.to(office.source.path, f"'{office.sheet}'!A1" if office.sheet else ""),
        ),
        *marks[:count],
        FormulaCell(f"SUM({earned})", float(assessed.total)),
        float(assessed.attainable),
        assessed.count(Severity.ERROR),
        *(column.cell(office) for column in beside),
    ]


def _write_means(sheet: SheetWriter, consolidation: MinistryResult) -> None:
    row, plan = _mean_row(consolidation), consolidation.task.plan
    base = consolidation.base
    away = base - len(consolidation.counted)
    sheet.write(row, 0, sentences.base_line(consolidation), _MEAN_LABEL, columns=_FIRST_MARK)
    *marks, _ranks = zip(*islice(rows.marks(consolidation), len(consolidation.counted)))
    attainable = [float(office.assessment.attainable) for office in consolidation.counted]
    blank = sum((attainable_when_blank(each, consolidation) for each in plan.indicators), Decimal(0)) * away
    for column, values in enumerate([*marks, attainable], start=_FIRST_MARK):
        above = f"{cell_name(_FIRST_ROW, column)}:{cell_name(row - 1, column)}"
        more = float(blank) if values is attainable else 0.0
        mean = (math.fsum(values) + more) / base
        formula = f"=(SUM({above})+{plain(blank)})/{base}" if more else f"=SUM({above})/{base}"
        formula = formula if away else f"=AVERAGE({above})"
        sheet.worksheet.write_formula(row, column, formula, sheet.format(_MEAN), mean)
    sheet.write(row, _FIRST_MARK + len(plan.indicators) + 2, None, _MEAN)


def _color(sheet: SheetWriter, consolidation: MinistryResult, last: int) -> None:
    """Colour each indicator from nothing to its own weight: to the eye, a small one counts as much as a large one."""
    weights = [indicator.weight for indicator in consolidation.task.plan.indicators]
    for column, weight in enumerate([*weights, consolidation.task.plan.weight], start=_FIRST_MARK):
        scale = {
            "type": "3_color_scale",
            **dict.fromkeys(("min_type", "mid_type", "max_type"), "num"),
            "min_value": 0,
            "mid_value": float(weight) / 2,
            "max_value": float(weight),
            "min_color": _POOR,
            "mid_color": _FAIR,
            "max_color": _FULL,
        }
        sheet.worksheet.conditional_format(_FIRST_ROW, column, last, column, scale)
    wrong = {
        "type": "cell",
        "criteria": ">",
        "value": 0,
        "format": sheet.format(Look(bold=True, font_color=_ERROR_COLOR)),
    }
    errors = _FIRST_MARK + len(weights) + 2
    sheet.worksheet.conditional_format(_FIRST_ROW, errors, last, errors, wrong)
    _tell_shared_ranks(sheet, last)


def _tell_shared_ranks(sheet: SheetWriter, last: int) -> None:
    """Show a rank that several offices have as `৮ (যৌথভাবে)`: it stays a number, and goes along when rows are sorted."""
    shared = {
        "type": "formula",
        "criteria": f"=COUNTIF({block(range(_FIRST_ROW, last + 1), 0)},{cell_name(_FIRST_ROW, 0)})>1",
        "format": sheet.format(Look().shown_as(f'{styles.INTEGER}" ({strings.RANK_SHARED})"')),
    }
    sheet.worksheet.conditional_format(_FIRST_ROW, 0, last, 0, shared)
