"""An office workbook as a `Report`: every cell as it was typed, with its address. Nothing is judged here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xl_apa.core.cell_reading import KIND_OF
from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Form, Layout, Office, Plan, Report
from xl_apa.core.numerals import clean, parse_number
from xl_apa.plans import plan_from_pieces
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Data, Info
from xl_apa.sheets.read.form_parser import form_reaches, read_form
from xl_apa.xlsx.addresses import address
from xl_apa.xlsx.read.safe_open import OpenWorkbook, open_workbook
from xl_apa.xlsx.read.surroundings import Surroundings

_NAMING = (Info.OFFICE_CODE, Info.OFFICE_NAME, Info.PARENT, Info.FISCAL_YEAR)
"""The fields that say who reports for which year."""

_NEAR = 26
"""A form begins in the first columns, and needs no more than these; a shifted one is read again with all columns."""


def read_report(path: Path, quarter: Quarter | None = None) -> Report:
    """Return what an office reports: the form of the quarter and of those before it, or of all four.

    Raise InputError when the file is no workbook, was not made from a template, or lacks a sheet or its form.
    """
    with open_workbook(path) as book:
        data = _data(book, path)
        kind = _layout(data, path)
        info = _info(book, path)
        wanted = [each for each in Quarter if quarter is None or each <= quarter]
        forms = {each: _form(book, path, each, kind, info) for each in wanted}
    code, name, parent = (_text(info[field]) for field in (Info.OFFICE_CODE, Info.OFFICE_NAME, Info.PARENT))
    unread = tuple(info[field] for field in _NAMING if info[field].kind in KIND_OF)
    return Report(
        office=Office(code, clean(name), clean(parent)),
        fiscal_year=info[Info.FISCAL_YEAR],
        layout=kind,
        plan_name=_first(data, Data.PLAN_NAME),
        forms=forms,
        source=str(path),
        unread=unread,
    )


def read_plan_inside(path: Path) -> Plan:
    """Return the plan that travels in a workbook's hidden sheet. Raise PlanError when it cannot be used."""
    with open_workbook(path) as book:
        pieces = [str(piece) for piece in _data(book, path).get(Data.PLAN, [])]
    return plan_from_pieces(pieces, path)


def _text(cell: Cell) -> str:
    """What a cell names; what an error or a struck-out text shows is no name."""
    return "" if cell.kind in KIND_OF else cell.text


def _data(book: OpenWorkbook, path: Path) -> dict[str, list[CellValue]]:
    if layout.DATA_SHEET not in book.sheet_names:
        raise InputError("not-a-template", path=path)
    data: dict[str, list[CellValue]] = {}
    for row in book.rows(layout.DATA_SHEET, columns=2):
        if len(row) >= 2:
            data.setdefault(str(row[0]), []).append(row[1])
    version = parse_number(_first(data, Data.SCHEMA_VERSION))
    if version is None:
        raise InputError("not-a-template", path=path)
    if version > layout.SCHEMA_VERSION:
        raise InputError("template-newer", path=path)
    return data


def _first(data: dict[str, list[CellValue]], key: Data) -> str:
    return Cell(data[key][0]).text if key in data else ""


def _layout(data: dict[str, list[CellValue]], path: Path) -> Layout:
    try:
        return Layout(_first(data, Data.LAYOUT))
    except ValueError as error:
        raise InputError("not-a-template", path=path) from error


def _info(book: OpenWorkbook, path: Path) -> dict[Info, Cell]:
    if layout.INFO_SHEET not in book.sheet_names:
        raise InputError("sheet-missing", path=path, sheet=layout.INFO_SHEET)
    labels = {clean(label): field for field, label in layout.INFO_LABELS.items()}
    found = dict.fromkeys(Info, BLANK)
    for number, row in enumerate(book.contents(layout.INFO_SHEET, _NEAR)):
        for column, value in enumerate(row):
            field = labels.get(clean(value)) if isinstance(value, str) else None
            if field and found[field] is BLANK:
                after = row[column + 1] if column + 1 < len(row) else None
                cell = after if isinstance(after, Cell) else Cell(after)
                found[field] = replace(cell, address=address(layout.INFO_SHEET, number, column + 1))
    return found


def _form(book: OpenWorkbook, path: Path, quarter: Quarter, kind: Layout, info: dict[Info, Cell]) -> Form:
    name = layout.quarter_sheet(quarter)
    if name not in book.sheet_names:
        raise InputError("sheet-missing", path=path, sheet=name)
    rows = book.contents(name, _NEAR)
    if not 0 < form_reaches(rows) <= _NEAR:
        rows = book.contents(name)
    around = Surroundings(book, name, rows)
    return read_form(rows, name, quarter, kind, info[Info.report_date(quarter)], path, around)
