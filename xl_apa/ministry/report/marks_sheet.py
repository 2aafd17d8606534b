"""The sheet of marks: an office a row, an indicator a column, totals and means as formulas that stay alive."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from xlsxwriter.workbook import Workbook

from xl_apa.core.findings import Severity
from xl_apa.core.model import Indicator
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.ministry.export import rows
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.report import sentences, strings, table_specs
from xl_apa.ministry.report.table_writer import row_place
from xl_apa.ministry.sheet_style import (
    COUNT,
    HEADING,
    LINKED_COUNT,
    LINKED_WORD,
    MARKS,
    TEXT,
    add_sheet,
    finish_sheet,
    write_head,
)
from xl_apa.xlsx import styles
from xl_apa.xlsx.addresses import address, block, cell_name
from xl_apa.xlsx.cell_limits import LONGEST_LITERAL, cell_text
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, Link, as_number
from xl_apa.xlsx.hyperlinks import Links, within
from xl_apa.xlsx.sheet_writer import SheetWriter
from xl_apa.xlsx.styles import Look, Styles

_CODES, _WEIGHTS = 3, 4
"""The two heading rows: codes of the indicators, and what each is worth."""

_FIRST_ROW = 5
_BEFORE = {
    "rank": (8, LINKED_COUNT),
    "office_code": (13, TEXT),
    "office_name": (44, TEXT),
    "reported": (15, LINKED_WORD),
}
_FIRST_MARK = len(_BEFORE)
_MARK_WIDTH, _TOTAL_WIDTH, _ERRORS_WIDTH = 10, 12, 10

_POOR, _FAIR, _FULL = "#F4C7C3", "#FFF2CC", "#B7E1CD"
_ERROR_COLOR = "#C00000"

_WEIGHT = replace(HEADING, bold=False).shown_as(
    styles.ANY_NUMBER.replace("General", f'"{strings.COLUMNS["weight"]} "General')
)
_BOLD_MARKS = replace(MARKS, bold=True)
_MEAN_LABEL = replace(HEADING, align="right", indent=1)
_MEAN = replace(_BOLD_MARKS, bg_color=styles.HEADING_FILL)


def write_marks(workbook: Workbook, formats: Styles, consolidation: MinistryResult, links: Links) -> None:
    """Write the marks of every office by indicator, in order of rank; under them the means of all offices."""
    sheet = add_sheet(workbook, strings.MARKS_SHEET, formats)
    codes = [indicator.code for indicator in consolidation.task.plan.indicators]
    before = [width for width, _ in _BEFORE.values()]
    sheet.set_widths([*before, *[_MARK_WIDTH] * len(codes), _TOTAL_WIDTH, _TOTAL_WIDTH, _ERRORS_WIDTH])
    write_head(
        sheet,
        sentences.sheet_title(strings.MARKS_SHEET, bool(consolidation.offices)),
        sentences.basis_line(*consolidation.task.basis),
    )
    _write_headings(sheet, consolidation)
    last = _FIRST_ROW + len(consolidation.offices) - 1
    total, errors = _FIRST_MARK + len(codes), _FIRST_MARK + len(codes) + 2
    if consolidation.offices:
        _write_offices(sheet, consolidation, links)
        _write_means(sheet, consolidation)
        _color(sheet, consolidation, last)
    sheet.worksheet.autofilter(_WEIGHTS, 0, max(last, _WEIGHTS), errors)
    sheet.worksheet.freeze_panes(_FIRST_ROW, _BEFORE_NAMES)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(max(last, _WEIGHTS), total)}"})
    finish_sheet(sheet, range(_CODES, _FIRST_ROW))


_BEFORE_NAMES = list(_BEFORE).index("office_name") + 1


def mean_formula(consolidation: MinistryResult, indicator: Indicator) -> str:
    """Return the mean marks of an indicator, as another sheet asks for them; there must be an office."""
    return address(strings.MARKS_SHEET, _mean_row(consolidation), _mark_column(consolidation, indicator))


def office_formula(consolidation: MinistryResult, indicator: Indicator, office: OfficeResult) -> str:
    """Return an office's marks of an indicator, as another sheet asks for them: by its code, as rows can be sorted."""
    marked = range(_FIRST_ROW, _mean_row(consolidation))
    codes = block(marked, list(_BEFORE).index("office_code"))
    column = _mark_column(consolidation, indicator)
    marks = block(marked, column)
    # MATCH takes * and ? for any letters, and ~ for "as it stands".
    plain = re.sub(r"([~*?])", r"~\1", cell_text(office.assessment.office.code)).replace('"', '""')
    sheet = f"'{strings.MARKS_SHEET}'!"
    if len(plain) > LONGEST_LITERAL:
        return address(strings.MARKS_SHEET, marked[consolidation.offices.index(office)], column)
    return f'INDEX({sheet}{marks},MATCH("{plain}",{sheet}{codes},0))'


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
    return _FIRST_ROW + len(consolidation.offices)


def _mark_column(consolidation: MinistryResult, indicator: Indicator) -> int:
    return _FIRST_MARK + consolidation.task.plan.indicators.index(indicator)


def _write_headings(sheet: SheetWriter, consolidation: MinistryResult) -> None:
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
    sheet.set_height(_CODES, 22)
    sheet.set_height(_WEIGHTS, 22)


def _write_offices(sheet: SheetWriter, consolidation: MinistryResult, links: Links) -> None:
    indicators = consolidation.task.plan.indicators
    looks = [*(look for _, look in _BEFORE.values()), *[MARKS] * len(indicators), _BOLD_MARKS, MARKS, COUNT]
    sheet.write_rows(_FIRST_ROW, looks, _rows(consolidation, links))


def _rows(consolidation: MinistryResult, links: Links) -> Iterator[list[CellContent]]:
    count = len(consolidation.task.plan.indicators)
    total = _FIRST_MARK + count
    for place, (office, marks) in enumerate(zip(consolidation.offices, rows.marks(consolidation))):
        row, assessed = _FIRST_ROW + place, office.assessment
        data_sheet, first = row_place(table_specs.DATA, place * count)
        earned = f"{cell_name(row, _FIRST_MARK)}:{cell_name(row, total - 1)}"
        yield [
            Link(office.rank, within(data_sheet, cell_name(first, 0))),
            assessed.office.code,
            assessed.office.name,
            Link(strings.YES_NO[office.reported], links.to(office.source.path, f"'{office.sheet}'!A1")),
            *marks[:count],
            FormulaCell(f"SUM({earned})", float(assessed.total)),
            float(assessed.attainable),
            assessed.count(Severity.ERROR),
        ]


def _write_means(sheet: SheetWriter, consolidation: MinistryResult) -> None:
    offices = consolidation.offices
    row = _mean_row(consolidation)
    sheet.write(row, 0, strings.MEAN_ROW, _MEAN_LABEL, columns=_FIRST_MARK)
    *marks, _ranks = zip(*rows.marks(consolidation))
    attainable = [float(office.assessment.attainable) for office in offices]
    for column, values in enumerate([*marks, attainable], start=_FIRST_MARK):
        above = f"{cell_name(_FIRST_ROW, column)}:{cell_name(row - 1, column)}"
        mean = math.fsum(values) / len(offices)
        sheet.worksheet.write_formula(row, column, f"=AVERAGE({above})", sheet.format(_MEAN), mean)
    sheet.write(row, _FIRST_MARK + len(consolidation.task.plan.indicators) + 2, None, _MEAN)


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
