"""Marks of earlier quarters, out of the summaries that the program wrote then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.offices import office_key
from xl_apa.core.text.numerals import clean, parse_number
from xl_apa.ministry.model import Past, PastMarks, Task
from xl_apa.ministry.report.words import words_in
from xl_apa.ministry.review.long_sheets import Row, open_long_sheets
from xl_apa.ministry.summary_sheets import Sheet, sheet_name

_NEEDED = ("office_code", "office_name", "fiscal_year", "quarter", "weight", "marks")
_SEARCHED_ROWS = 20
_DATA_SHEETS = tuple(sheet_name(Sheet.DATA, lang) for lang in LANGUAGES)

Period = tuple[FiscalYear, Quarter]


def read_past(paths: Sequence[Path], task: Task) -> Past:
    """Return what summaries say of the quarter before the task's, and of the same quarter a year before.

    Their sheets of data are read by the headings. Raise InputError for a file that is no summary, or one of neither
    of these quarters; the message says of which it is.
    """
    year, quarter = task.plan.fiscal_year, task.quarter
    before = (year, Quarter(quarter - 1)) if quarter > 1 else None
    last_year = (FiscalYear(year.start - 1), quarter)
    found: dict[Period, Mapping[str, PastMarks]] = {}
    for path in paths:
        read = _totals(path)
        wanted = {period: totals for period, totals in read.items() if period in (before, last_year)}
        if not wanted:
            told = [f"{each_year.label} Q{int(each)}" for each_year, each in sorted(read)]
            raise InputError("before-other-period", path=path, found=told or ["-"])
        found |= wanted
    return Past(found.get(before, {}) if before else {}, found.get(last_year, {}))


def _totals(path: Path) -> dict[Period, dict[str, PastMarks]]:
    """Return the total of each office, by quarter, from all sheets of data of a summary."""
    totals: dict[Period, dict[str, PastMarks]] = {}
    read = False
    with open_long_sheets(path) as sheets:
        for name, rows in sheets:
            if not name.startswith(_DATA_SHEETS):
                continue
            columns = _columns(rows)
            read = read or columns is not None
            for period, key, marks, weight in _marks(rows, columns) if columns else ():
                of_period = totals.setdefault(period, {})
                known = of_period.get(key, PastMarks(Decimal(0), Decimal(0)))
                of_period[key] = PastMarks(known.total + marks, known.out_of + weight)
    if not read:
        raise InputError("before-not-summary", path=path, sheet=_DATA_SHEETS)
    return totals


def _columns(rows: Iterator[Row]) -> dict[str, int] | None:
    headings = {clean(words_in(lang).heading(name)): name for lang in LANGUAGES for name in _NEEDED}
    for _, row in zip(range(_SEARCHED_ROWS), rows):
        found = {headings[text]: at for at, value in enumerate(row) if (text := clean(Cell(value).text)) in headings}
        if len(found) == len(_NEEDED):
            return found
    return None


def _marks(rows: Iterator[Row], columns: Mapping[str, int]) -> Iterator[tuple[Period, str, Decimal, Decimal]]:
    for row in rows:
        code, name, year, quarter, weight, marks = (_at(row, columns[name]) for name in _NEEDED)
        period = FiscalYear.parse_loosely(Cell(year).text), Quarter.parse(Cell(quarter).text)
        earned, out_of = _number(marks), _number(weight)
        key = office_key(Cell(code).text or Cell(name).text)
        if period[0] and period[1] and earned is not None and out_of is not None and key:
            yield (period[0], period[1]), key, earned, out_of


def _at(row: Row, column: int) -> CellValue:
    return row[column] if column < len(row) else None


def _number(value: CellValue) -> Decimal | None:
    try:
        return parse_number(Cell(value).text)
    except InvalidOperation:
        return None
