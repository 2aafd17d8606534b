"""The copy of an open workbook that an office hands in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.excel.dialogs import local_path
from xl_apa.excel.saved_copy import NOT_OFFERED, saved_copy
from xl_apa.excel.xlwings_import import xw
from xl_apa.xlsx.edit.strip_formulas import write_values_only


def save_submission(book: xw.Book, target: Path) -> datetime | None:
    """Save what the workbook shows now to `target`: values only, no macros. The workbook stays open as it is.

    Where this Excel saves no copy the file counts, as it was saved last: return when that was, else None. Raise
    InputError when the workbook was never saved, OutputError when the copy or the target cannot be written.
    """
    try:
        with saved_copy(book) as copy:
            write_values_only(copy, target)
            return None
    except InputError as error:
        if error.code != NOT_OFFERED:
            raise
    saved = local_path(book)
    if saved is None or not saved.is_file():
        raise InputError("button-not-saved", path=book.name)
    changed = datetime.fromtimestamp(saved.stat().st_mtime).astimezone()
    write_values_only(saved, target)
    return changed
