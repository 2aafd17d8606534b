"""An office workbook as a `Report`: every cell as it was typed, with its address. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.rows import PERCENTS
from xl_apa.core.model import MOST_TIERS, Form, Layout, Office, Percent, Plan, Report
from xl_apa.core.text.numerals import clean, parse_number
from xl_apa.core.typed.cell_reading import KIND_OF
from xl_apa.plans import plan_from_pieces
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Data, Info
from xl_apa.sheets.read.extras import about_extras, about_hidden_form, about_hidden_sheets
from xl_apa.sheets.read.form_columns import find_columns
from xl_apa.sheets.read.form_parser import read_form
from xl_apa.sheets.read.office_info import compare_info, is_day, read_info
from xl_apa.sheets.read.plan_inside import (
    HiddenCells,
    about_hidden_cells,
    first_text,
    pieces_of,
    plan_inside,
)
from xl_apa.sheets.read.sheet_claims import SheetClaims, about_quarter, about_sheet, claims_of, exchanged
from xl_apa.sheets.read.sheet_names import Sheets, find_sheets
from xl_apa.xlsx.read.grid import shown_value
from xl_apa.xlsx.read.safe_open import OpenWorkbook, open_workbook
from xl_apa.xlsx.read.surroundings import Surroundings

_NAMING = (Info.OFFICE_CODE, Info.OFFICE_NAME, Info.PARENT, Info.FISCAL_YEAR)
"""The fields that say who reports for which year."""

_OWN_ROWS = 40
"""The hidden sheet begins with what the program asks for; below it stand the words of the formulas."""
_NEAR = 26
"""A form begins in the first columns, and needs no more than these; a shifted one is read again with all columns."""
_NEAR_MORE_TIERS = _NEAR + 2 * (MOST_TIERS - len(PERCENTS))

_FORM_GONE = ("sheet-missing", "form-missing", "rows-missing", "column-missing", "column-twice")
"""Why one form cannot be read, though the others may be."""


def read_report(path: Path, quarter: Quarter | None = None, passwords: Sequence[str] = ()) -> Report:
    """Return what an office reports: the form of the quarter and of those before it, or of all four.

    Where nothing is typed in any of these, a later form in which something is comes with them.

    `passwords` are tried on a workbook that is locked.

    A form that cannot be read is left out, with a finding, unless it is that of the quarter asked for, or none can be.
    A template of a newer program is read as far as it can be. Raise InputError when the file is no workbook, was not
    made from a template, or lacks a sheet or its form.
    """
    with open_workbook(path, passwords) as book:
        sheets = find_sheets(book.sheet_names, book.contents)
        data = _data(book, sheets, path)
        try:
            return _read(book, path, quarter, sheets, data)
        except InputError as error:
            if error.code in (*_FORM_GONE, "not-a-template") and _version(data) > layout.SCHEMA_VERSION:
                raise InputError("template-newer", path=path) from error
            raise


def _read(
    book: OpenWorkbook, path: Path, quarter: Quarter | None, sheets: Sheets, data: dict[str, list[CellValue]]
) -> Report:
    kind, inside = _layout(data, path), plan_inside(pieces_of(data))
    percents = inside.percents if inside else PERCENTS
    info, findings = _info(book, sheets, path)
    findings += [*_about_version(data), *about_hidden_cells(data, inside)]
    reader = _Forms(book, path, sheets, kind, inside, info, percents)
    wanted = [each for each in Quarter if quarter is None or each <= quarter]
    reader.read(wanted)
    if any(said.quarter not in (None, each) for each, said in reader.claims.items()):
        moved = exchanged(sheets.quarters, lambda name: claims_of(book.contents(name, _NEAR)))
        if moved:
            sheets = replace(sheets, quarters={**sheets.quarters, **moved})
            reader = replace(reader, sheets=sheets, forms={}, refused={}, claims={})
            reader.read(wanted)
            findings += [
                Finding(FindingKind.TABS_SWAPPED, params={"sheet": name, "quarter": each})
                for each, name in moved.items()
            ]
    forms, refused = reader.forms, reader.refused
    if not forms or quarter in refused:
        raise next(reversed(refused.values()) if quarter else iter(refused.values()))
    if not any(map(_filled, forms.values())):
        # Perhaps another quarter was asked for than was meant.
        for each in set(Quarter).difference(wanted):
            with suppress(InputError):
                later = reader.form(each)
                forms |= {each: later} if _filled(later) else {}
    findings += [*about_extras(book), *about_hidden_sheets(book, sheets)]
    for each in wanted:
        findings += _about_copies(book, each, sheets, kind, forms.get(each), percents)
    findings += [_not_read(each, error) for each, error in refused.items()]
    code, name, parent = (_text(info[field]) for field in (Info.OFFICE_CODE, Info.OFFICE_NAME, Info.PARENT))
    return Report(
        office=Office("" if is_day(info[Info.OFFICE_CODE]) else code, clean(name), clean(parent)),
        fiscal_year=info[Info.FISCAL_YEAR],
        layout=kind,
        plan_name=first_text(data, Data.PLAN_NAME),
        forms=forms,
        source=str(path),
        unread=tuple(info[field] for field in _NAMING if info[field].kind in KIND_OF),
        plan_inside=inside,
        findings=tuple(findings),
    )


def _filled(form: Form) -> bool:
    return any(not row.achieved.blank for row in form.rows)


def read_plan_inside(path: Path, passwords: Sequence[str] = ()) -> Plan:
    """Return the plan that travels in a workbook's hidden sheet. Raise PlanError when it cannot be used."""
    with open_workbook(path, passwords) as book:
        sheets = find_sheets(book.sheet_names, book.contents)
        pieces = pieces_of(_data(book, sheets, path))
    return plan_from_pieces(pieces, path)


def _text(cell: Cell) -> str:
    """What a cell names; what an error or a struck-out text shows is no name."""
    return "" if cell.kind in KIND_OF else cell.text


def _data(book: OpenWorkbook, sheets: Sheets, path: Path) -> dict[str, list[CellValue]]:
    if sheets.data is None:
        raise InputError("not-a-template", path=path)
    data: dict[str, list[CellValue]] = {}
    rows = book.first_rows(sheets.data, _OWN_ROWS, columns=2)
    if len(rows) == _OWN_ROWS and rows[-1] and rows[-1][0] == Data.PLAN:
        rows = book.contents(sheets.data, columns=2)
    for row in rows:
        if len(row) >= 2:
            data.setdefault(str(shown_value(row[0])), []).append(shown_value(row[1]))
    if parse_number(first_text(data, Data.SCHEMA_VERSION)) is None:
        raise InputError("not-a-template", path=path)
    return data


def _version(data: HiddenCells) -> Decimal:
    return parse_number(first_text(data, Data.SCHEMA_VERSION)) or Decimal(0)


def _about_version(data: HiddenCells) -> Iterator[Finding]:
    """Yield that the form was made by a program whose forms are other ones."""
    found = _version(data)
    if found != layout.SCHEMA_VERSION:
        params = {"found": found, "known": layout.SCHEMA_VERSION}
        yield Finding(FindingKind.TEMPLATE_OTHER_VERSION, params=params)


def _layout(data: HiddenCells, path: Path) -> Layout:
    try:
        return Layout(first_text(data, Data.LAYOUT))
    except ValueError as error:
        raise InputError("not-a-template", path=path) from error


def _info(book: OpenWorkbook, sheets: Sheets, path: Path) -> tuple[Mapping[Info, Cell], list[Finding]]:
    if sheets.info is None:
        raise InputError("sheet-missing", path=path, sheet=layout.INFO_SHEET)
    info, findings = read_info(book.contents(sheets.info, _NEAR), sheets.info)
    for name in sheets.info_copies:
        copy, _ = read_info(book.contents(name, _NEAR), name)
        findings += compare_info(info, sheets.info, copy, name)
    return info, findings


@dataclass(frozen=True)
class _Forms:
    """Reads a workbook's forms: those that can be, why others cannot, and what their sheets say of themselves."""

    book: OpenWorkbook
    path: Path
    sheets: Sheets
    kind: Layout
    inside: Plan | None
    info: Mapping[Info, Cell]
    percents: Sequence[Percent]
    forms: dict[Quarter, Form] = field(default_factory=dict)
    refused: dict[Quarter, InputError] = field(default_factory=dict)
    claims: dict[Quarter, SheetClaims] = field(default_factory=dict)

    def read(self, quarters: Sequence[Quarter]) -> None:
        """Read the forms of quarters. Raise InputError for what no other quarter's form can make good."""
        for each in quarters:
            try:
                self.forms[each] = self.form(each)
            except InputError as error:
                if error.code not in _FORM_GONE:
                    raise
                self.refused[each] = error

    def form(self, quarter: Quarter) -> Form:
        """Return the form of a quarter. Raise InputError."""
        name, percents = self.sheets.quarters.get(quarter), self.percents
        if name is None:
            raise InputError("sheet-missing", path=self.path, sheet=layout.quarter_sheet(quarter))
        rows = self.book.contents(name, _NEAR if len(percents) <= len(PERCENTS) else _NEAR_MORE_TIERS)
        said = self.claims[quarter] = claims_of(rows)
        columns = find_columns(rows, quarter, self.kind, percents)
        if columns is None or columns.missing_own:
            rows, columns = self.book.contents(name), None
        around, signed = Surroundings(self.book, name, rows), self.info[Info.report_date(quarter)]
        form = read_form(rows, name, quarter, self.kind, signed, self.path, around, columns, percents)
        about = [*about_quarter(said, name, quarter), *about_sheet(said, self.inside, self.kind)]
        about += about_hidden_form(self.book, form)
        if self.book.is_unlocked(name):
            about.append(Finding(FindingKind.SHEET_UNLOCKED, params={"sheet": name}))
        return replace(form, findings=(*form.findings, *about))


def _about_copies(
    book: OpenWorkbook,
    quarter: Quarter,
    sheets: Sheets,
    kind: Layout,
    form: Form | None,
    percents: Sequence[Percent],
) -> Iterator[Finding]:
    """Yield what achievements stand on copies of a quarter's sheet, and not on the sheet that counts."""
    for name in sheets.copies.get(quarter, ()):
        try:
            copy = read_form(book.contents(name), name, quarter, kind, BLANK, percents=percents)
        except InputError:
            continue
        filled = [row.achieved for row in copy.rows if not row.achieved.blank]
        here = [] if form is None else [row.achieved for row in form.rows if not row.achieved.blank]
        if not filled or [cell.text for cell in _typed(copy)] == [cell.text for cell in _typed(form)]:
            continue
        params = {"copy": name, "sheet": form.sheet if form else layout.quarter_sheet(quarter)}
        yield Finding(FindingKind.COPY_DIFFERS if here else FindingKind.COPY_FILLED, filled[0].address, params=params)


def _typed(form: Form | None) -> Iterator[Cell]:
    for row in form.rows if form else ():
        yield from (row.achieved, row.accepted)


def _not_read(quarter: Quarter, error: InputError) -> Finding:
    return Finding(FindingKind.QUARTER_NOT_READ, params={"quarter": quarter, "sheet": error.params["sheet"]})
