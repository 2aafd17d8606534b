"""Binary workbooks (.xlsb): their values, through python-calamine. Merged ranges and struck-out text are not known.

Source of the check of places: MS-XLSB 2.1.4 (records), 2.4.742 (BrtRowHdr), 2.5.9 (Cell).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import InputError, damaged
from xl_apa.importer.document import Document, Line, SourceKind, Table
from xl_apa.xlsx.addresses import address
from xl_apa.xlsx.read.grid import COLUMNS, ROWS
from xl_apa.xlsx.read.limits import MOST_BYTES, MOST_PARTS, MOST_SHEET_BYTES, whole

_Read = CellValue | time | timedelta

_ROW, _CELLS = 0, range(1, 12)
"""Kinds of records: the start of a row; cells, blank ones (1) and those with a value."""


def read_xlsb(path: Path) -> Document:
    """Return the sheets of a binary workbook as tables of values. Raise InputError."""
    import python_calamine

    _check(path)
    blocks: list[Table | Line] = []
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            table = Table(name, _rows(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
            if any(not cell.blank for row in table.rows for cell in row):
                blocks.append(table)
    except python_calamine.PasswordError as error:
        raise InputError("workbook-password", path=path) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise damaged("workbook-damaged", path, error) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise InputError("workbook-damaged", path=path) from error
        raise
    return Document(path, blocks, SourceKind.BINARY_WORKBOOK, notes=("source-values-only",))


def _rows(sheet: str, rows: Sequence[Sequence[_Read]]) -> list[list[Cell]]:
    return [
        [_cell(value, address(sheet, row, column)) for column, value in enumerate(values)]
        for row, values in enumerate(rows)
    ]


def _cell(value: _Read, where: str) -> Cell:
    return BLANK if value == "" else Cell(_value(value), where)


def _value(value: _Read) -> CellValue:
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return str(value) if isinstance(value, time | timedelta) else value


def _check(path: Path) -> None:
    """Refuse what calamine would need any amount of memory for: it makes room for all cells before the last one."""
    with whole(path), zipfile.ZipFile(path) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise InputError("workbook-too-large", path=path)
        for part in parts:
            if part.filename.lower().endswith(".bin") and "/worksheets/" in part.filename:
                if part.file_size > MOST_SHEET_BYTES:
                    raise InputError("sheet-too-large", path=path)
                data = package.read(part)
                if any(row >= ROWS or column >= COLUMNS for row, column in _places(data)):
                    raise InputError("source-table-large", path=path, place=part.filename)


def _places(data: bytes) -> Iterator[tuple[int, int]]:
    """The rows and columns of the cells in a sheet's part."""
    at = row = 0
    while at < len(data):
        kind, at = _number(data, at, 2)
        size, at = _number(data, at, 4)
        if size >= 4 and (kind == _ROW or kind in _CELLS):
            place = int.from_bytes(data[at : at + 4], "little")
            if kind == _ROW:
                row = place
            else:
                yield row, place
        at += size


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits to a byte, and where it ends."""
    number = 0
    for place in range(most):
        byte = data[at + place] if at + place < len(data) else 0
        number |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            return number, at + place + 1
    return number, at + most
