"""Opening a workbook that came from anywhere: what is no workbook, locked, damaged or oversized is refused by name."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from xl_apa.core.errors import InputError

ENDINGS = (".xlsx", ".xlsm", ".ods", ".xls")
"""What an office may send; .ods is LibreOffice, .xls old Excel."""

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
_FAR_CELL = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="((?:[A-Z]{3}|[D-Z][A-Z])\d+|[A-Z]+(?:[5-9]\d{3}|\d{5,}))"[^>]*(?<!/)>(?!\s*</)'
)


@contextmanager
def open_workbook(path: Path) -> Iterator[CalamineWorkbook]:
    """The workbook, ready to read. Raises InputError for anything that is not one, with the reason and what to do."""
    _inspect(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
            yield book
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


def _inspect(path: Path) -> None:
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
                return
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
    if not start.startswith(_ZIP):
        raise InputError("not-a-workbook", path=path)
    _inspect_parts(path)


def _inspect_parts(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
                raise InputError("workbook-too-large", path=path)
            names = {part.filename for part in parts}
            if not names & {"xl/workbook.xml", "content.xml"}:
                raise InputError("not-a-workbook", path=path)
            sheets = [part for part in parts if _is_sheet(part.filename)]
            for sheet in sorted(sheets, key=lambda part: part.filename):
                if sheet.file_size > _MOST_SHEET_BYTES:
                    raise InputError("sheet-too-large", path=path)
                far = _FAR_CELL.search(archive.read(sheet))
                if far:
                    raise InputError("cell-far-away", path=path, cell=far[1].decode("ascii"))
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        raise InputError("workbook-damaged", path=path) from error


def _is_sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")
