"""Sheets of any length: lists that the ministry keeps are longer than any office's form."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from xl_apa.core.cells import CellValue
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.safe_open import open_workbook

Row = Sequence[CellValue]

_OPEN_XML = (".xlsx", ".xlsm")


@contextmanager
def open_long_sheets(path: Path) -> Iterator[Sequence[tuple[str, Iterator[Row]]]]:
    """Yield the sheets of a workbook, each with its name and its rows from A1 on, which are read as they are asked for.

    Raise InputError for what is no workbook, with the reason and what to do.
    """
    with open_workbook(path) as book:
        names = list(book.sheet_names)
        if path.suffix.lower() not in _OPEN_XML:
            yield [(name, iter(book.rows(name))) for name in names]
            return
    # Our own reader of forms stops where no form reaches; loading the other one takes longer than reading a form.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            long = load_workbook(path, read_only=True, data_only=True)
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise InputError("workbook-damaged", path=path) from error
    try:
        for sheet in long.worksheets:
            # What a file says about the size of a sheet may be wrong.
            sheet.reset_dimensions()
        yield [(sheet.title, sheet.iter_rows(values_only=True)) for sheet in long.worksheets]
    finally:
        long.close()
