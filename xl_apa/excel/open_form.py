"""The form of a workbook that is open in Excel: read in one call, written in a few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from xl_apa.core.assess import Assessment, assess
from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import InputError, PlanError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.rows import PERCENTS
from xl_apa.core.matching import match_rows
from xl_apa.core.model import Form, Layout, Office, Percent, Plan, Report
from xl_apa.core.typed.reading import as_typed
from xl_apa.excel.find_form import find_form, forms_of, named_quarter
from xl_apa.excel.saved_copy import read_copy
from xl_apa.excel.xlwings_import import xw
from xl_apa.plans import load_plan, shipped_plans
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column, Data, FormIdentity, Info
from xl_apa.sheets.read.form_parser import Rows, read_form
from xl_apa.sheets.read.office_info import about_office_code
from xl_apa.sheets.read.plan_inside import HiddenCells, about_hidden_cells, first_text, pieces_of, plan_inside
from xl_apa.sheets.read.sheet_claims import about_quarter, about_sheet, claims_of
from xl_apa.sheets.read.working_columns import working_columns
from xl_apa.sheets.result_cells import Places
from xl_apa.xlsx.addresses import address, cell_name, position


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A quarter's form on a sheet of an open workbook.

    `shown` is all that stood on the sheet when it was read; `places` where the sheet has each column of the form, the
    hidden ones included.
    """

    book: xw.Book
    sheet: xw.Sheet
    card: FormIdentity
    report: Report
    plan: Plan
    shown: Rows
    places: Places

    @property
    def form(self) -> Form:
        return self.report.forms[self.card.quarter]

    def assess(self) -> Assessment:
        """Return its marks and findings, as `xl-apa score` gives them for the saved file. Raise InputError.

        What the quarters before said is taken from the form's own column for it, or from their sheets where more of
        them counts than the last value.
        """
        assessed = assess(self.report, self.plan, self.card.quarter)
        if self.plan.name in shipped_plans():
            return assessed
        inside = Finding(FindingKind.PLAN_FROM_WORKBOOK, params={"plan": self.plan.name})
        return replace(assessed, findings=(inside, *assessed.findings))

    def require(self, columns: Iterable[int]) -> None:
        """Raise InputError when one of the columns is not on the sheet."""
        missing = [column for column in columns if column not in self.places]
        headings = [layout.HEADINGS[Column(column)] for column in missing if column in layout.HELPER_COLUMNS]
        if headings:
            raise InputError("calculate-columns", path=self.book.name, sheet=self.sheet.name, headings=headings)
        if missing:
            raise InputError("calculate-working-columns", path=self.book.name, sheet=self.sheet.name)

    def write(self, first: int, last: int, cells: Mapping[tuple[int, int], CellValue]) -> None:
        """Write whole columns of the form, from `first` to `last`, in one call where they stand side by side.

        `cells` are by row and column of the sheet. Rows between the form's first and last that are no indicator's are
        left empty.
        """
        for columns in runs(self.places[column] for column in range(first, last + 1)):
            block = [[cells.get((row, column)) for column in columns] for row in self.rows]
            self._block(self.rows, columns).value = block

    def stood(self, first: int, last: int) -> list[list[CellValue]]:
        """Return what stood in columns of the form when it was read, row by row."""
        places = [self.places[column] for column in range(first, last + 1)]
        rows = (self.shown[row] for row in self.rows)
        return [[as_typed(row[place]) if place < len(row) else None for place in places] for row in rows]

    @property
    def not_seen(self) -> Finding | None:
        """Return what is said where only the values of cells were read, not how they look."""
        return next((each for each in self.report.findings if each.kind is FindingKind.LOOKS_NOT_READ), None)

    @property
    def before(self) -> list[Cell]:
        """Return the last value of the quarters before, as the form shows it, row by row."""
        column = self.form.columns.get(Column.BEFORE)
        return [_before(row.achieved, self.shown, column) for row in self.form.rows]

    @property
    def rows_of_their_own(self) -> Set[int]:
        """Return the rows, counted from 0, in which a quarter writes its own figure alone."""
        matched = match_rows(self.plan, self.form.rows).rows
        found = (matched.get(each.code) for each in self.plan.indicators if each.calculated_by.by_quarter)
        places = (position(row.achieved.address) for row in found if row)
        return {place[0] for place in places if place}

    @property
    def rows(self) -> range:
        """Return the rows from the form's first indicator to its last, counted from 0."""
        places = [place[0] for place in map(position, (row.achieved.address for row in self.form.rows)) if place]
        return range(min(places), max(places) + 1)

    def cells(self, rows: range, column: int) -> xw.Range:
        """Return the cells of a column of the form, in rows counted from 0."""
        place = self.places[column]
        return self._block(rows, range(place, place + 1))

    def _block(self, rows: range, columns: range) -> xw.Range:
        return self.sheet.range((rows[0] + 1, columns[0] + 1), (rows[-1] + 1, columns[-1] + 1))


def read_open_form(book: xw.Book) -> OpenForm:
    """Return the form on the active sheet, else that of the last quarter in which anything was typed.

    It is read as the file would be, from a copy of what is shown: values alone do not tell a struck-out digit, a merged
    cell, or 1 from 100%. Raise InputError when the workbook is none of ours, PlanError when its plan cannot be used.
    """
    data = _data(book)
    inside = plan_inside(pieces_of(data))
    sheet, rows, card = find_form(book, _percents(inside))
    info = {field: address(layout.INFO_SHEET, layout.info_row(field), layout.INFO_VALUE_COLUMN) for field in Info}
    signed = Cell(_day_or_text(card.signed), info[Info.report_date(card.quarter)])
    plan = _plan(book, inside, card.plan)
    form = read_form(rows, sheet.name, card.quarter, card.layout, signed, path=book.name, percents=plan.percents)
    working = working_columns(rows, (place[0] for row in form.rows if (place := position(row.achieved.address))))
    places = {**form.columns, **(working or {})}
    seen = read_copy(book, form, plan)
    if isinstance(seen, Report):
        return OpenForm(book, sheet, card, seen, plan, rows, places)
    forms = {card.quarter: form}
    if card.quarter > 1:
        before = Quarter(card.quarter - 1)
        shown = _earlier(form, rows, before)
        forms |= _sheets_before(book, card, plan) if _needs_sheets(plan, form, shown) else {before: shown}
    code = Cell(card.office_code, info[Info.OFFICE_CODE])
    said = claims_of(rows)
    findings = [seen, *about_hidden_cells(data, inside), *about_office_code(code)]
    findings += [*about_quarter(said, sheet.name, named_quarter(sheet.name) or card.quarter)]
    findings += [*about_sheet(said, inside, _layout(data) or card.layout)]
    report = Report(
        office=Office(card.office_code, "", ""),
        fiscal_year=Cell(card.fiscal_year, info[Info.FISCAL_YEAR]),
        layout=card.layout,
        plan_name=first_text(data, Data.PLAN_NAME),
        forms=forms,
        source=book.name,
        findings=tuple(findings),
        plan_inside=inside,
    )
    return OpenForm(book, sheet, card, report, plan, rows, places)


# ---- what it holds --------------------------------------------------------------------------------------------------


def _day_or_text(signed: str) -> CellValue:
    # A day reaches the card as the number Excel counts days by.
    return int(signed) if signed.isascii() and signed.isdigit() else signed or None


def _needs_sheets(plan: Plan, form: Form, before: Form) -> bool:
    """Whether the last values are not enough: quarters are added up, or what is said of their evidence matters."""
    if any(indicator.calculated_by.by_quarter for indicator in plan.indicators):
        return True
    return any(
        not row.achieved.blank and not (row.evidence.blank and row.remarks.blank) and _is_count(told.achieved.value)
        for row, told in zip(form.rows, before.rows)
    )


def _is_count(value: CellValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0


def _sheets_before(book: xw.Book, card: FormIdentity, plan: Plan) -> dict[Quarter, Form]:
    """The forms of the quarters before, from their own sheets; one that cannot be read is left out, as in a file."""
    forms: dict[Quarter, Form] = {}
    for sheet, rows, found in forms_of(book, (quarter for quarter in Quarter if quarter < card.quarter)):
        if found.quarter < card.quarter:
            with suppress(InputError):
                forms[found.quarter] = read_form(
                    rows, sheet.name, found.quarter, card.layout, BLANK, percents=plan.percents
                )
    return forms


def _earlier(form: Form, rows: Rows, quarter: Quarter) -> Form:
    """What counts from the quarters before, as the form itself shows it."""
    column = form.columns.get(Column.BEFORE)
    shown = tuple(replace(row, achieved=_before(row.achieved, rows, column), accepted=BLANK) for row in form.rows)
    return replace(form, quarter=quarter, rows=shown)


def _before(achieved: Cell, rows: Rows, column: int | None) -> Cell:
    place = position(achieved.address)
    assert place is not None, "a form's cells have addresses"
    if column is None:
        return BLANK
    row = place[0]
    value = rows[row][column] if column < len(rows[row]) else None
    sheet = achieved.address.rpartition("!")[0]
    return Cell(as_typed(value), f"{sheet}!{cell_name(row, column)}")


def _data(book: xw.Book) -> HiddenCells:
    """What the hidden sheet says, by key; nothing where the sheet is gone."""
    if layout.DATA_SHEET not in [sheet.name for sheet in book.sheets]:
        return {}
    data: dict[str, list[CellValue]] = {}
    rows: Sequence[Sequence[Any]] = book.sheets[layout.DATA_SHEET].used_range.options(ndim=2).value
    for row in rows:
        if len(row) > 1:
            data.setdefault(str(row[0]), []).append(row[1])
    return data


def _plan(book: xw.Book, inside: Plan | None, named: str) -> Plan:
    """The plan whose name the plan inside has, as for a file: the shipped one, else itself."""
    name = inside.name if inside else named
    if name in shipped_plans():
        return load_plan(name)
    if inside is None:
        raise PlanError("plan-data-broken", path=book.name)
    return inside


def _percents(inside: Plan | None) -> Sequence[Percent]:
    return inside.percents if inside else PERCENTS


def _layout(data: HiddenCells) -> Layout | None:
    with suppress(ValueError):
        return Layout(first_text(data, Data.LAYOUT))
    return None


def runs(numbers: Iterable[int]) -> list[range]:
    """Return rows or columns that stand side by side together: each run is written in one call."""
    groups = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    found = ([number for _, number in group] for _, group in groups)
    return [range(run[0], run[-1] + 1) for run in found]
