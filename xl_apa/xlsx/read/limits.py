"""How large a workbook may be (docs/limits.md), and what a broken one raises."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from xl_apa.core.errors import InputError, damaged
from xl_apa.core.settings import number_setting
from xl_apa.xlsx.read.faults import DoubledPartsError, LockedPartError, PartTooLargeError, SheetTooLargeError
from xl_apa.xlsx.read.grid import FarCellError

MEGABYTE = 1024 * 1024 * number_setting("XL_APA_SIZE_FACTOR", 1)
"""Bytes, as many more or fewer as somebody responsible for the computer wants."""

# An office report stays under 200 parts and 20 MB; bombs seen in the wild inflate only about 57 times, so the total
# size is what tells.
MOST_PARTS = 500
MOST_BYTES = int(64 * MEGABYTE)

MOST_SHEET_BYTES = int(8 * MEGABYTE)
"""A form's sheet takes 0.1 MB. Formats down to the last row make it 40, and reading it as long as a hundred files."""

MOST_PART_BYTES = int(16 * MEGABYTE)
"""Texts, styles, comments and drawings of a workbook take 0.1 MB together."""

MOST_STYLES = 65_536
"""A workbook has at most 65,490 cell formats (Excel's own limit); whatever has more was made to be slow."""

MOST_RELATIONS = 5_000
"""What a part refers to; a form's workbook refers to some dozens."""

MOST_STRINGS = 200_000
"""Texts of a workbook; a form has some hundreds. As many as a part can hold keep lxml busy for seconds."""

MOST_OVERLAYS = 10_000
"""Comments, merged ranges, or boxes and pictures of a sheet; a report has some dozens."""

MOST_XLS_BYTES = int(8 * MEGABYTE)
"""An office's .xls takes 0.2 MB. Reading one costs as much time per byte as a sheet of XML ten times as large."""

_BROKEN: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError),
    etree.XMLSyntaxError,
)

_CODES: dict[type[Exception], str] = {
    DoubledPartsError: "workbook-parts-doubled",
    LockedPartError: "workbook-password",
    PartTooLargeError: "workbook-too-large",
    SheetTooLargeError: "sheet-too-large",
}


def check_count(found: int) -> None:
    """Raise SheetTooLargeError for so many comments, merged ranges or drawings as no report has on a sheet."""
    if found > MOST_OVERLAYS:
        raise SheetTooLargeError


def unusable(path: Path, error: Exception) -> InputError:
    """Return why a file that was to be copied or changed cannot be: it is damaged, or no package at all."""
    if type(error) in _CODES:
        return InputError(_CODES[type(error)], path=path)
    return damaged("workbook-damaged" if zipfile.is_zipfile(path) else "not-a-workbook", path, error)


@contextmanager
def whole(path: Path, *more: type[Exception]) -> Iterator[None]:
    """Whatever a file that is not whole does to the libraries that read it is said in one sentence.

    `more`: what a library raises besides. A value far outside any form is said with its cell.
    """
    try:
        yield
    except FarCellError as error:
        raise InputError("cell-far-away", path=path, cell=error.cell) from error
    except tuple(_CODES) as error:
        raise InputError(_CODES[type(error)], path=path) from error
    except (*_BROKEN, *more) as error:
        raise damaged("workbook-damaged", path, error) from error
