"""What the program writes beside an officer's form, into cells of its own: the same from a file and from Excel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from xl_apa.core.assess import Assessment
from xl_apa.core.cells import BLANK, Cell, CellKind, CellValue
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.marking.rating import read_in_row
from xl_apa.core.marking.year_figure import is_usable
from xl_apa.core.model import Result, Status
from xl_apa.sheets.layout import ERROR_ELSEWHERE, Column, Working
from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.cell_values import cell_value

Places = Mapping[int, int]
"""Where the sheet has each `Column` and each `Working` column, counted from 0."""


def rows_of(assessed: Assessment) -> Iterator[tuple[Result, int]]:
    """Return the results that have a row in the sheet, with that row, counted from 0."""
    for result in assessed.results:
        place = position(result.row.achieved.address) if result.row else None
        if place:
            yield result, place[0]


def is_marked(result: Result) -> bool:
    """Return whether a result has marks in the form, as its formulas have it.

    Nothing said and nothing understood leave the cell empty; work that goes on has 0. Where quarters count together
    there are marks as soon as the year has a figure, and none while one of them is not understood.
    """
    if result.value is not None:
        return True
    return result.status is Status.ONGOING and all(is_usable(each, result.indicator.unit) for each in result.before)


def marks_in_cells(result: Result) -> tuple[CellValue, CellValue, CellValue]:
    """Return tier percent, marks and what can still be earned, as they stand beside each other."""
    told = is_marked(result)
    return (
        float(result.percent) if told else None,
        float(result.marks) if told else None,
        float(result.attainable),
    )


def written_cells(assessed: Assessment, places: Places, lang: str) -> dict[tuple[int, int], CellValue]:
    """Return what the program writes into its own columns, by row and column of the sheet.

    What has no place on the sheet is left out: a caller that must not leave anything out looks at the places first.
    """
    cells: dict[tuple[int, int], CellValue] = {}
    for result, row in rows_of(assessed):
        finding = assessed.message_about(result.indicator.code)
        tier, marks, attainable = marks_in_cells(result)
        read_for, read = read_in(result, assessed.plan.fiscal_year)
        written: dict[int, CellValue] = {
            Column.TIER: tier,
            Column.MARKS: marks,
            Column.ATTAINABLE: attainable,
            Column.REVIEW: finding.text(lang) if finding else None,
            Working.READ_FOR: read_for,
            Working.READ: read,
            Working.SEVERITY: _severity(finding, result) if finding else None,
        }
        cells.update(((row, places[column]), value) for column, value in written.items() if column in places)
    return cells


def _severity(finding: Finding, result: Result) -> str:
    """Return how grave a finding about a row is: of an error also whether the achievement is what is wrong."""
    achieved = result.row.achieved.address if result.row else ""
    if finding.severity is Severity.ERROR and finding.cell not in ("", achieved):
        return ERROR_ELSEWHERE
    return finding.severity.value


def read_in(result: Result, year: FiscalYear) -> tuple[CellValue, CellValue]:
    """Return what was typed and the value read in it, for the formulas, which understand less.

    Where there is no value to be read, saying that it was looked at lets an accepted value stand in. Of a number it is
    said only where it is no value: a format may show something else, and the formulas do not see that.
    """
    cell = result.row.achieved if result.row else BLANK
    typed = _seen_by_formulas(cell)
    if typed is None:
        return None, None
    indicator = result.indicator
    reading = read_in_row(cell, indicator.unit, year, indicator.targets, indicator.unit_name or "", indicator.decimals)
    if reading.status not in (Status.REPORTED, Status.UNREADABLE):
        return None, None
    if reading.value is None:
        return typed, None
    return (typed, cell_value(reading.value)) if isinstance(typed, str) else (None, None)


def _seen_by_formulas(cell: Cell) -> CellValue:
    """Return the text or number that formulas see in a cell: the whole of it, though it may be struck through."""
    seen = cell.value
    if cell.kind in (CellKind.PARTLY, CellKind.STRUCK):
        seen = cell.note if cell.fallback is None else cell.fallback
    if isinstance(seen, bool):
        # LibreOffice shows TRUE in a cell for numbers as 1.
        return int(seen)
    return cell_value(seen) if isinstance(seen, date) else seen
