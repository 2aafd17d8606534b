"""Dialogs with the officer inside Excel: status bar, messages, questions. Each is one small function.

Not every engine of xlwings can show all of it; what cannot be shown is left out, the work goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from xl_apa.core.messages import LANGUAGES, render
from xl_apa.excel.xlwings_import import xw

_FILE_DIALOG, _FOLDER_DIALOG = 3, 4
"""msoFileDialogFilePicker and msoFileDialogFolderPicker."""
_CHOSEN = -1
_NO_PATH = (NotImplementedError, xw.XlwingsError, NameError, TypeError, OSError)
"""What xlwings raises when it finds no file for a workbook: an error of its own, or, where its search for the copy of
one in SharePoint goes astray, whatever Python says to that."""
REPORTS = (
    "*.docx; *.doc; *.odt; *.rtf; *.pdf; *.xlsx; *.xlsm; *.xls; *.xlsb; *.ods; "
    "*.csv; *.txt; *.htm; *.html; *.eml; *.msg"
)
"""Files that a report in another form may come in."""


def language() -> str:
    """Return the language of messages in Excel: Bangla, unless XL_APA_LANG says `en`."""
    chosen = os.environ.get("XL_APA_LANG", "bn")
    return chosen if chosen in LANGUAGES else "bn"


def localize(code: str, **params: object) -> str:
    """Return a sentence of the catalogue in the officer's language."""
    return render(code, language(), params)


def show_message(book: xw.Book, text: str, *, critical: bool = False) -> None:
    """Show a message and wait until it is read."""
    book.app.alert(text, localize("button-title"), mode="critical" if critical else "info")


def show_status(book: xw.Book, text: str) -> None:
    """Show what is being done at the lower edge of Excel."""
    with suppress(NotImplementedError):
        book.app.status_bar = text


@contextmanager
def status(book: xw.Book, text: str) -> Iterator[None]:
    """Show what is being done at the lower edge of Excel until it is done; then Excel shows its own texts again."""
    show_status(book, text)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            book.app.status_bar = False


def ask_folder(book: xw.Book, title: str) -> Path | None:
    """Return a folder that the officer chooses, None when the question is cancelled."""
    dialog: Any = book.app.api.FileDialog(_FOLDER_DIALOG)
    dialog.Title = title
    return Path(dialog.SelectedItems(1)) if dialog.Show() == _CHOSEN else None


def ask_file(book: xw.Book, title: str, endings: str) -> Path | None:
    """Return a file that the officer chooses, None when the question is cancelled. `endings`: `*.xlsx; *.csv`."""
    dialog: Any = book.app.api.FileDialog(_FILE_DIALOG)
    dialog.Title = title
    dialog.AllowMultiSelect = False
    dialog.Filters.Clear()
    dialog.Filters.Add(title, endings)
    return Path(dialog.SelectedItems(1)) if dialog.Show() == _CHOSEN else None


def ask_to_save(book: xw.Book, name: str, kind: str, ending: str) -> Path | None:
    """Return where to save a file, None when cancelled. `kind` names the files of this `ending`."""
    chosen = book.app.api.GetSaveAsFilename(name, f"{kind} (*{ending}), *{ending}")
    return Path(chosen) if isinstance(chosen, str) else None


def ask_text(book: xw.Book, question: str, default: str = "") -> str | None:
    """Return a line of text, None when the question is cancelled."""
    answer = book.app.api.InputBox(question, localize("button-title"), default)
    return None if answer is False else str(answer)


def local_path(book: xw.Book) -> Path | None:
    """Return the path of a workbook; None when it was never saved or lies in the cloud, where no path leads.

    Excel knows a workbook in OneDrive or SharePoint by its address (https://…). xlwings would search this PC for a
    copy, at last for any file of that name: another office's may be found, so nothing is searched.
    """
    with suppress(AttributeError, NotImplementedError):
        if "://" in str(book.api.FullName):
            return None
    try:
        path = Path(book.fullname)
    except _NO_PATH:
        return None
    return path if path.is_absolute() else None


def folder_of(book: xw.Book) -> Path | None:
    """Return the folder a workbook lies in; None when no path leads there."""
    path = local_path(book)
    return path.parent if path and path.parent.is_dir() else None


def open_workbook(book: xw.Book, path: Path) -> None:
    """Show a workbook that was just made, where the engine can open files."""
    if book.app.engine.type != "remote":
        book.app.books.open(str(path))
