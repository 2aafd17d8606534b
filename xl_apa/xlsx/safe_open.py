"""Opening a workbook that came from anywhere: what is no workbook, locked, damaged or oversized is refused by name."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from xl_apa.core.errors import InputError
from xl_apa.xlsx.addresses import cell_name, position
from xl_apa.xlsx.package import parse_part, sheet_parts

ENDINGS = (".xlsx", ".xlsm", ".ods", ".xls")
"""What an office may send; .ods is LibreOffice, .xls old Excel."""

_BROKEN_PACKAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError),
    etree.XMLSyntaxError,
)
_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

# An office report stays under 200 parts and 20 MB; bombs seen in the wild inflate only about 57 times, so the total
# size is what tells.
_MOST_PARTS = 500
_MOST_BYTES = 64 * 1024 * 1024

# A form's sheet takes 0.1 MB. Formats down to the last row make it 40, and reading it as long as a hundred files.
_MOST_SHEET_BYTES = 8 * 1024 * 1024

# The reading library lays out the whole rectangle up to the last filled cell, and a stray value in the last cell of
# a sheet would ask for half a terabyte and end the process. No form reaches column DA or row 5000.
_UNUSUAL_PLACE = re.compile(
    rb'<(?:c(?! r="[A-C]?[A-Z][1-4]?\d{0,3}"|[A-Za-z])|row(?! r="[1-4]?\d{0,3}"|[A-Za-z])|\w+:(?:c|row)\b)'
)
"""A cell or a row that is far away, or not written as every office program writes it: nearly no sheet has one.

The rest of a sheet needs no parsing. No part of the pattern runs past a `<`, so that the search stays linear whatever
the sheet holds.
"""
_LAST_ROW, _LAST_COLUMN = 4999, 104
"""Counted from 1: what lies beyond is far."""

_WORKBOOK = "xl/workbook.xml"
"""Where the reading library looks for the list of sheets, whatever else a package says about it."""
_CONTENT = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


class OpenWorkbook:
    """A workbook that is being read; of its sheets only those that are asked for."""

    def __init__(self, book: CalamineWorkbook, path: Path, package: zipfile.ZipFile | None) -> None:
        self._book = book
        self._path = path
        self._package = package
        self._parts = _sheet_parts(package, path) if package else {}

    @property
    def sheet_names(self) -> list[str]:
        return self._book.sheet_names

    def rows(self, sheet: str) -> Sequence[Sequence[Any]]:
        """Return the cells of a sheet from A1 on. Raise InputError when a value stands where no form reaches."""
        if self._package and sheet in self._parts:
            _refuse_oversized(self._package, self._parts[sheet], self._path)
        # Without skip_empty_area=False leading blank rows and columns vanish and every address is wrong.
        rows: Sequence[Sequence[Any]] = self._book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        return rows


@contextmanager
def open_workbook(path: Path) -> Iterator[OpenWorkbook]:
    """Yield the workbook, open for reading. Raise InputError for what is none, with the reason and what to do."""
    with _open_package(path) if _inspect(path) else nullcontext() as package:
        try:
            with CalamineWorkbook.from_path(path) as book:
                yield OpenWorkbook(book, path, package)
        except InputError:
            raise
        except PasswordError as error:
            raise InputError("workbook-password", path=path) from error
        except (CalamineError, OSError, ValueError) as error:
            raise InputError("workbook-damaged", path=path) from error
        except BaseException as error:
            # On hostile files the reading library panics with an exception that is no Exception.
            if type(error).__name__ == "PanicException":
                raise InputError("workbook-damaged", path=path) from error
            raise


def _inspect(path: Path) -> bool:
    """Return whether the file is a package, as all but the oldest workbooks are; refuse what is no workbook."""
    try:
        if path.is_dir() or not path.exists():
            raise InputError("file-missing", path=path)
        with path.open("rb") as file:
            start = file.read(len(_OLE))
            if not start:
                raise InputError("file-empty", path=path)
            if start == _OLE:
                if _ENCRYPTED in file.read():
                    raise InputError("workbook-password", path=path)
                return False
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
    if not start.startswith(_ZIP):
        raise InputError("not-a-workbook", path=path)
    return True


def _open_package(path: Path) -> zipfile.ZipFile:
    """Return the parts of the file, found few and small enough to be a report's."""
    with _whole(path):
        package = zipfile.ZipFile(path)
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        package.close()
        raise InputError("workbook-too-large", path=path)
    names = {part.filename for part in parts}
    try:
        if _CONTENT in names:
            # Here the reading library lays out every sheet as soon as the file is opened.
            _refuse_far_cell_of_libreoffice(package, path)
        elif _WORKBOOK not in names:
            raise InputError("not-a-workbook", path=path)
    except InputError:
        package.close()
        raise
    return package


def _sheet_parts(package: zipfile.ZipFile, path: Path) -> dict[str, str]:
    """Return the parts of the worksheets; none in LibreOffice's own files."""
    if _WORKBOOK not in package.namelist():
        return {}
    with _whole(path):
        return sheet_parts(package, _WORKBOOK, parse_part(package, _WORKBOOK))


def _refuse_far_cell_of_libreoffice(package: zipfile.ZipFile, path: Path) -> None:
    """Do the same for LibreOffice's own files, which count repeated rows and cells and keep all sheets in one part."""
    with _whole(path):
        if package.getinfo(_CONTENT).file_size > _MOST_BYTES // 2:
            raise InputError("sheet-too-large", path=path)
        tables = parse_part(package, _CONTENT).iterfind(".//{*}spreadsheet/{*}table")
        far = next((cell for table in tables for cell in _far_cells(table)), "")
    if far:
        raise InputError("cell-far-away", path=path, cell=far)


def _far_cells(table: etree._Element) -> Iterator[str]:
    bottom = 0
    for row in table.iterfind(".//{*}table-row"):
        bottom += _repeated(row, "number-rows-repeated")
        right = 0
        for cell in row:
            right += _repeated(cell, "number-columns-repeated")
            if len(cell) and (bottom > _LAST_ROW or right > _LAST_COLUMN):
                yield cell_name(bottom - 1, right - 1)


def _repeated(element: etree._Element, name: str) -> int:
    return int(element.get(f"{_TABLE}{name}", "1"))


def _refuse_oversized(package: zipfile.ZipFile, part: str, path: Path) -> None:
    with _whole(path):
        if package.getinfo(part).file_size > _MOST_SHEET_BYTES:
            raise InputError("sheet-too-large", path=path)
        sheet = package.read(part)
        far = _far_cell(sheet) if _UNUSUAL_PLACE.search(sheet) else None
    if far:
        raise InputError("cell-far-away", path=path, cell=far)


def _far_cell(sheet: bytes) -> str | None:
    """Return the first cell with content beyond the limits, placed as the reading library places it, None without one.

    Rows and cells without an address follow the one before them.
    """
    row = column = 0
    tags = ("{*}row", "{*}c")
    for event, element in etree.iterparse(BytesIO(sheet), ("start", "end"), tag=tags, resolve_entities=False):
        is_row = element.tag.endswith("row")
        if is_row and event == "start":
            row = int(element.get("r", row + 1)) - 1
        elif is_row:
            row, column = row + 1, 0
            element.clear()
        elif event == "end":
            address = element.get("r")
            cell_row, column = _placed(address) if address else (row, column)
            if len(element) and (cell_row >= _LAST_ROW or column >= _LAST_COLUMN):
                return cell_name(cell_row, column)
            column += 1
            element.clear()
    return None


def _placed(address: str) -> tuple[int, int]:
    place = position(address)
    if place is None:
        raise ValueError(f"no cell is called {address:.20}")
    return place


@contextmanager
def _whole(path: Path) -> Iterator[None]:
    """Say in one sentence whatever a package that is not whole does to zipfile and lxml."""
    try:
        yield
    except _BROKEN_PACKAGE as error:
        raise InputError("workbook-damaged", path=path) from error
