"""A copy of a workbook that is open, as it is shown now: what has not been saved yet is in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from xl_apa.core.model import Form, Report
from xl_apa.excel.xlwings_import import xw


@contextmanager
def saved_copy(book: xw.Book) -> Iterator[Path | None]:
    """Yield the path of a copy, which is deleted afterwards; None where this Excel (on a Mac, on the web) makes none.

    The workbook stays open, unsaved and under its own name. Raise what Excel raises when it cannot save.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / f"copy{Path(book.name).suffix or '.xlsx'}"
        with suppress(AttributeError, NotImplementedError):
            book.api.SaveCopyAs(str(copy))
        yield copy if copy.is_file() else None


def read_copy(book: xw.Book, form: Form) -> Report | None:
    """Return the report in a workbook that is open as `xl-apa score` reads it from the file.

    `form` is what the values of the sheet in front say. None where no copy can be made, or where none of its sheets
    holds this form as this one does.
    """
    try:
        # A button must be there, and say what is missing, without the libraries that read files.
        from xl_apa.sheets.read.report import read_report

        with saved_copy(book) as copy:
            report = read_report(copy, form.quarter) if copy else None
    except Exception:  # noqa: BLE001 - whatever Excel raises when it saves no copy; the values are there to be read
        return None
    found = report.forms.get(form.quarter) if report else None
    if report is None or found is None or (found.sheet, found.columns) != (form.sheet, form.columns):
        return None
    return replace(report, source=book.name)
