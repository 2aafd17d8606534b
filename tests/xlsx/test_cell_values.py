"""A day is the same number wherever it is written: Excel's, in which 1900 is a leap year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from lxml import etree

from xl_apa.xlsx.cell_limits import Unfit
from xl_apa.xlsx.cell_values import as_number, cell_value, serial
from xl_apa.xlsx.edit.cell_editor import write_cells
from xl_apa.xlsx.read.ooxml.package import parse_part
from xl_apa.xlsx.write.worksheet import BlockColumn, FastWorksheet

DAYS = [
    (date(1900, 1, 1), 1),
    (date(1900, 2, 28), 59),
    (date(1900, 3, 1), 61),
    (date(2023, 12, 31), 45291),
    (datetime(2023, 12, 31, 6), 45291.25),
    (date(9999, 12, 31), 2958465),
]


def by_cell(path: Path, day: date) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("form", FastWorksheet)
        sheet.put(0, 0, day, None)


def by_block(path: Path, day: date) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("form", FastWorksheet)
        sheet.unfit = Unfit.ADAPT
        sheet.write_rows(0, [BlockColumn(book.add_format())], [[day]], 18.0, 409.0)


def by_editor(path: Path, day: date) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("form").write(0, 0, "x")
    write_cells(path, path, {"form": {(0, 0): day}})


@pytest.mark.parametrize("write", [by_cell, by_block, by_editor])
@pytest.mark.parametrize(("day", "number"), DAYS)
def test_every_writer_writes_a_day_as_excel_counts_it(
    tmp_path: Path, write: Callable[[Path, date], None], day: date, number: float
) -> None:
    write(tmp_path / "book.xlsx", day)
    with ZipFile(tmp_path / "book.xlsx") as package:
        sheet: etree._Element = parse_part(package, "xl/worksheets/sheet1.xml")
    assert float(sheet.findtext(".//{*}v") or "") == number == serial(day)


@pytest.mark.parametrize("value", ["2023-12-31", 45291, 1.5, True, None])
def test_what_is_no_day_stays_as_it_is(value: str | float | None) -> None:
    assert serial(value) is value


def test_a_whole_day_is_a_whole_number() -> None:
    assert isinstance(serial(datetime(2023, 12, 31)), int)


@pytest.mark.parametrize(("value", "held"), [("3", 3), ("3.0", 3), ("0.85", 0.85), ("1E+3", 1000)])
def test_a_decimal_is_held_as_a_number_whole_where_it_is(value: str, held: float) -> None:
    found = as_number(Decimal(value))
    assert (found, type(found)) == (held, type(held))
    assert cell_value(Decimal(value)) == held


def test_a_target_day_stays_a_day() -> None:
    assert cell_value(date(2024, 5, 16)) == date(2024, 5, 16)
