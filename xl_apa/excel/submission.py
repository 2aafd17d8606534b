"""The copy of an open workbook that an office hands in."""

from __future__ import annotations

from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.excel.dialogs import local_path
from xl_apa.excel.saved_copy import saved_copy
from xl_apa.excel.xlwings_import import xw
from xl_apa.xlsx.strip_formulas import write_values_only


def save_submission(book: xw.Book, target: Path) -> None:
    """Save what the workbook shows now to `target`: values only, no macros. The workbook stays open as it is.

    Raise InputError when the workbook was never saved, OutputError when the target cannot be written.
    """
    with saved_copy(book) as copy:
        saved = copy or local_path(book)
        if saved is None or not saved.is_file():
            raise InputError("button-not-saved", path=book.name)
        write_values_only(saved, target)
