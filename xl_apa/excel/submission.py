"""The copy of an open workbook that an office hands in."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.excel.dialogs import local_path
from xl_apa.excel.xlwings_import import xw
from xl_apa.xlsx.strip_formulas import write_values_only


def save_submission(book: xw.Book, target: Path) -> None:
    """Save what the workbook shows now to `target`: values only, no macros. The workbook stays open as it is.

    Raise InputError when the workbook was never saved, OutputError when the target cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"copy{Path(book.name).suffix or '.xlsx'}"
        _save_copy(book, copy)
        write_values_only(copy, target)


def _save_copy(book: xw.Book, copy: Path) -> None:
    with suppress(AttributeError, NotImplementedError):
        # Also what has not been saved yet, and the name of the open workbook stays.
        book.api.SaveCopyAs(str(copy))
        return
    saved = local_path(book)
    if saved and saved.is_file():
        shutil.copyfile(saved, copy)
        return
    raise InputError("button-not-saved", path=book.name)
