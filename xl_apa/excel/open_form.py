"""The form of a workbook that is open in Excel: read in one call, written in a few."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xl_apa.core.assess import Assessment, assess
from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import InputError, PlanError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Form, Office, Plan, Report
from xl_apa.core.reading import as_typed
from xl_apa.excel.xlwings_import import xw
from xl_apa.plans import load_plan, plan_from_pieces, shipped_plans
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column, Data, FormIdentity, Info
from xl_apa.sheets.read.form_parser import Rows, read_form
from xl_apa.xlsx.addresses import address, cell_name, position


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A quarter's form on a sheet of an open workbook.

    `shown` is all that stood on the sheet when it was read; `shift`: by how many columns the form stands to the right.
    """

    book: xw.Book
    sheet: xw.Sheet
    card: FormIdentity
    report: Report
    plan: Plan
    shown: Rows
    shift: int

    @property
    def form(self) -> Form:
        return self.report.forms[self.card.quarter]

    def assess(self) -> Assessment:
        """Return its marks and findings, as `xl-apa score` gives them for the saved file.

        What the quarters before said is taken from the form's own column for it. Raise InputError.
        """
        assessed = assess(self.report, self.plan, self.card.quarter)
        if self.plan.name in shipped_plans():
            return assessed
        inside = Finding(FindingKind.PLAN_FROM_WORKBOOK, params={"plan": self.plan.name})
        return replace(assessed, findings=(inside, *assessed.findings))

    def write(self, first: int, last: int, cells: Mapping[tuple[int, int], CellValue]) -> None:
        """Write whole columns, from `first` to `last` (as the template counts them), in one call.

        Rows between the form's first and last that are no indicator's are left empty.
        """
        rows = self.rows
        columns = range(first + self.shift, last + self.shift + 1)
        block = [[cells.get((row, column)) for column in columns] for row in rows]
        self.cells(rows, first, last).value = block

    def stood(self, first: int, last: int) -> list[list[CellValue]]:
        """Return what stood in columns of the form when it was read, row by row."""
        columns = slice(first + self.shift, last + self.shift + 1)
        return [[as_typed(value) for value in self.shown[row][columns]] for row in self.rows]

    @property
    def rows(self) -> range:
        """Return the rows from the form's first indicator to its last, counted from 0."""
        places = [place[0] for place in map(position, (row.achieved.address for row in self.form.rows)) if place]
        return range(min(places), max(places) + 1)

    def cells(self, rows: range, first: int, last: int) -> xw.Range:
        """Return a block of cells, rows and columns counted from 0, columns as the template has them."""
        top, left = rows[0] + 1, first + self.shift + 1
        return self.sheet.range((top, left), (rows[-1] + 1, last + self.shift + 1))


def read_open_form(book: xw.Book) -> OpenForm:
    """Return the form on the active sheet, else that of the last quarter in which anything was typed.

    Raise InputError when the workbook is none of ours, PlanError when its plan cannot be used.
    """
    sheet, rows, card, column = _find_card(book)
    info = {field: address(layout.INFO_SHEET, layout.info_row(field), layout.INFO_VALUE_COLUMN) for field in Info}
    signed = Cell(_day_or_text(card.signed), info[Info.report_date(card.quarter)])
    form = read_form(rows, sheet.name, card.quarter, card.layout, signed, path=book.name)
    shift = column - layout.IDENTITY_CELL[1]
    forms = {card.quarter: form}
    if card.quarter > 1:
        before = Quarter(card.quarter - 1)
        forms[before] = _earlier(form, rows, before)
    report = Report(
        office=Office(card.office_code, "", ""),
        fiscal_year=Cell(card.fiscal_year, info[Info.FISCAL_YEAR]),
        layout=card.layout,
        plan_name=card.plan,
        forms=forms,
        source=book.name,
    )
    return OpenForm(book, sheet, card, report, _plan(book, card.plan), rows, shift)


# ---- which sheet ----------------------------------------------------------------------------------------------------


def _find_card(book: xw.Book) -> tuple[xw.Sheet, Rows, FormIdentity, int]:
    """The sheet to work on with all its cells, its card, and the column the card stands in."""
    found = _with_card(book.sheets.active)
    if found:
        return found
    names = {layout.quarter_sheet(quarter) for quarter in Quarter}
    forms = [each for each in map(_with_card, _named(book, names)) if each]
    if not forms:
        raise InputError("button-no-form", path=book.name)
    return next((each for each in reversed(forms) if _anything_typed(each)), forms[0])


def _named(book: xw.Book, names: set[str]) -> Iterator[xw.Sheet]:
    return (sheet for sheet in book.sheets if sheet.name in names)


def _with_card(sheet: xw.Sheet) -> tuple[xw.Sheet, Rows, FormIdentity, int] | None:
    last = sheet.used_range.last_cell
    rows: Rows = sheet.range((1, 1), (last.row, last.column)).options(ndim=2).value
    for column, value in enumerate(rows[layout.IDENTITY_CELL[0]]):
        card = FormIdentity.parse(value) if isinstance(value, str) else None
        if card:
            return sheet, rows, card, column
    return None


def _anything_typed(found: tuple[xw.Sheet, Rows, FormIdentity, int]) -> bool:
    sheet, rows, card, _ = found
    form = read_form(rows, sheet.name, card.quarter, card.layout, BLANK)
    return any(not row.achieved.blank for row in form.rows)


# ---- what it holds --------------------------------------------------------------------------------------------------


def _day_or_text(signed: str) -> CellValue:
    # A day reaches the card as the number Excel counts days by.
    return int(signed) if signed.isascii() and signed.isdigit() else signed or None


def _earlier(form: Form, rows: Rows, quarter: Quarter) -> Form:
    """What counts from the quarters before, as the form itself shows it."""
    shown = tuple(replace(row, achieved=_before(row.achieved, rows), accepted=BLANK) for row in form.rows)
    return replace(form, quarter=quarter, rows=shown)


def _before(achieved: Cell, rows: Rows) -> Cell:
    place = position(achieved.address)
    assert place is not None, "a form's cells have addresses"
    row, column = place[0], place[1] - Column.ACHIEVED + Column.BEFORE
    value = rows[row][column] if column < len(rows[row]) else None
    sheet = achieved.address.rpartition("!")[0]
    return Cell(as_typed(value), f"{sheet}!{cell_name(row, column)}")


def _plan(book: xw.Book, name: str) -> Plan:
    if name in shipped_plans():
        return load_plan(name)
    if layout.DATA_SHEET not in [sheet.name for sheet in book.sheets]:
        raise PlanError("plan-data-broken", path=book.name)
    rows: Sequence[Sequence[Any]] = book.sheets[layout.DATA_SHEET].used_range.options(ndim=2).value
    pieces = [str(row[1]) for row in rows if len(row) > 1 and row[0] == Data.PLAN]
    return plan_from_pieces(pieces, book.name)
