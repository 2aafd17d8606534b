"""An office workbook as a `Report`: every cell as it was typed, with its address. Nothing is judged here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from xl_apa.core.errors import InputError, PlanError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import BLANK, Achievement, Cell, CellValue, Form, Layout, Office, Plan, Report
from xl_apa.core.numerals import clean, parse_number
from xl_apa.core.planning import parse_plan
from xl_apa.core.reading import as_typed
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column, Data, Info
from xl_apa.sheets.opening import open_workbook

Rows = Sequence[Sequence[Any]]

_SEARCHED_ROWS = 60
"""How far down the row of column numbers is looked for; officers put letterheads above the form."""


def read_report(path: Path, quarter: Quarter | None = None) -> Report:
    """What an office reports: the form of the quarter and of those before it, or of all four.

    Raises InputError when the file is no workbook, was not made from a template, or lacks a sheet or its form.
    """
    with open_workbook(path) as book:
        data = _data(book, path)
        kind = _layout(data, path)
        info = _info(book, path)
        wanted = [each for each in Quarter if quarter is None or each <= quarter]
        forms = {each: _form(book, path, each, kind, info) for each in wanted}
    office = Office(info[Info.OFFICE_CODE].text, clean(info[Info.OFFICE_NAME].text), clean(info[Info.PARENT].text))
    name = data.get(Data.PLAN_NAME, [""])[0]
    return Report(office, info[Info.FISCAL_YEAR], kind, name, forms, source=str(path))


def read_plan_inside(path: Path) -> Plan:
    """The plan that travels in a workbook's hidden sheet. Raises PlanError when it cannot be used."""
    with open_workbook(path) as book:
        pieces = _data(book, path).get(Data.PLAN, [])
    try:
        plan, _ = parse_plan(json.loads("".join(pieces)))
    except (ValueError, AttributeError) as error:
        raise PlanError("plan-data-broken", path=path) from error
    if plan is None:
        raise PlanError("plan-data-broken", path=path)
    return plan


def _rows(book: CalamineWorkbook, name: str) -> Rows:
    # Without skip_empty_area=False leading blank rows and columns vanish and every address is wrong.
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _data(book: CalamineWorkbook, path: Path) -> dict[str, list[str]]:
    if layout.DATA_SHEET not in book.sheet_names:
        raise InputError("not-a-template", path=path)
    data: dict[str, list[str]] = {}
    for row in _rows(book, layout.DATA_SHEET):
        if len(row) >= 2:
            data.setdefault(str(row[0]), []).append(Cell(row[1]).text)
    version = parse_number(data.get(Data.SCHEMA_VERSION, [""])[0])
    if version is None:
        raise InputError("not-a-template", path=path)
    if version > layout.SCHEMA_VERSION:
        raise InputError("template-newer", path=path)
    return data


def _layout(data: dict[str, list[str]], path: Path) -> Layout:
    try:
        return Layout(data.get(Data.LAYOUT, [""])[0])
    except ValueError as error:
        raise InputError("not-a-template", path=path) from error


def _info(book: CalamineWorkbook, path: Path) -> dict[Info, Cell]:
    if layout.INFO_SHEET not in book.sheet_names:
        raise InputError("sheet-missing", path=path, sheet=layout.INFO_SHEET)
    labels = {clean(label): field for field, label in layout.INFO_LABELS.items()}
    found = dict.fromkeys(Info, BLANK)
    for number, row in enumerate(_rows(book, layout.INFO_SHEET)):
        for column, value in enumerate(row):
            field = labels.get(clean(value)) if isinstance(value, str) else None
            if field and found[field] is BLANK:
                after = row[column + 1] if column + 1 < len(row) else None
                found[field] = Cell(as_typed(after), layout.address(layout.INFO_SHEET, number, column + 1))
    return found


def _form(book: CalamineWorkbook, path: Path, quarter: Quarter, kind: Layout, info: dict[Info, Cell]) -> Form:
    name = layout.quarter_sheet(quarter)
    if name not in book.sheet_names:
        raise InputError("sheet-missing", path=path, sheet=name)
    rows = _rows(book, name)
    place = _find_form(rows)
    if place is None:
        raise InputError("form-missing", path=path, sheet=name)
    sheet = _Sheet(name, rows, place[1])
    found = tuple(_achievements(sheet, place[0] + 1, kind))
    if path.suffix.lower() == ".xls":
        # In old Excel's files the empty text of a formula is read as 0: marks of 0 may be no marks at all.
        found = tuple(row if row.marks.value else replace(row, marks=Cell(None, row.marks.address)) for row in found)
    if not found:
        raise InputError("rows-missing", path=path, sheet=name)
    headings = tuple(
        sheet.cell(number, column)
        for number in range(place[0])
        for column in layout.OFFICIAL_COLUMNS
        if isinstance(sheet.value(number, column), str) and sheet.value(number, column)
    )
    return Form(quarter, name, headings, found, info[Info.report_date(quarter)])


def _find_form(rows: Rows) -> tuple[int, int] | None:
    """Row of the column numbers ১ … ১৪, and the column where they begin."""
    for number, row in enumerate(rows[:_SEARCHED_ROWS]):
        start = _numbered(row)
        if start is not None:
            return number, start
    return None


def _numbered(row: Sequence[Any]) -> int | None:
    starts = range(len(row) - len(layout.OFFICIAL_COLUMNS) + 1)
    return next((start for start in starts if _is_numbered(row, start)), None)


def _is_numbered(row: Sequence[Any], start: int) -> bool:
    return all(_is(row[start + step], step + 1) for step in range(len(layout.OFFICIAL_COLUMNS)))


def _is(value: object, number: int) -> bool:
    if isinstance(value, str):
        # Two characters hold every column number; long texts need not be looked into.
        return len(value) <= 2 and parse_number(value) == number
    return value == number


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Cells of a quarter sheet by the form's own columns, wherever the form begins."""

    name: str
    rows: Rows
    start: int

    def value(self, row: int, column: int) -> CellValue:
        cells = self.rows[row]
        at = self.start + column
        return as_typed(cells[at]) if at < len(cells) else None

    def cell(self, row: int, column: int) -> Cell:
        return Cell(self.value(row, column), layout.address(self.name, row, self.start + column))


def _achievements(sheet: _Sheet, first: int, kind: Layout) -> Iterator[Achievement]:
    area = BLANK
    for row in range(first, len(sheet.rows)):
        if _is_numbered(sheet.rows[row], sheet.start) or not _has_indicator(sheet, row):
            continue
        here = sheet.cell(row, Column.AREA)
        area = area if here.blank else here
        last = sheet.cell(row, Column.LAST)
        yield Achievement(
            label=sheet.cell(row, Column.INDICATOR),
            unit=sheet.cell(row, Column.UNIT),
            weight=sheet.cell(row, Column.WEIGHT),
            targets=tuple(sheet.cell(row, column) for column in layout.TARGET_COLUMNS),
            achieved=sheet.cell(row, Column.ACHIEVED),
            area=area,
            claimed=last if kind is Layout.MARKS else BLANK,
            remarks=last if kind is Layout.REMARKS else BLANK,
            accepted=sheet.cell(row, Column.ACCEPTED),
            marks=sheet.cell(row, Column.MARKS),
            evidence=sheet.cell(row, Column.EVIDENCE),
        )


def _has_indicator(sheet: _Sheet, row: int) -> bool:
    """A row of the table, not a heading printed again, a signature or a total."""
    label = sheet.value(row, Column.INDICATOR)
    if label == layout.HEADINGS[Column.INDICATOR]:
        return False
    return any(not Cell(sheet.value(row, column)).blank for column in (Column.INDICATOR, Column.UNIT, Column.WEIGHT))
