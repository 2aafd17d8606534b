"""A button that fails says why and what to do next, writes a log, and leaves the workbook as it was."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from xl_apa.core.errors import XlApaError
from xl_apa.excel import dialogs
from xl_apa.excel.xlwings_import import xw
from xl_apa.fault_log import log_params

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def button(
    function: Callable[Concatenate[xw.Book, _Arguments], _Result],
) -> Callable[..., _Result | None]:
    """Return a function as a button: without a workbook it works on the one it was pressed in, and faults are shown.

    The button returns what the function returns; None when it failed, after a message with the next step.
    """

    @functools.wraps(function)
    def pressed(book: xw.Book | None = None, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result | None:
        used = book or _pressed_in()
        try:
            return function(used, *args, **kwargs)
        except XlApaError as error:
            dialogs.show_message(used, error.text(dialogs.language()), critical=True)
        except Exception as error:  # noqa: BLE001 - the one place where a fault of a button becomes a sentence
            sentence = dialogs.localize("button-fault", reason=f"{type(error).__name__}: {error}", **log_params())
            dialogs.show_message(used, sentence, critical=True)
        return None

    return pressed


def _pressed_in() -> xw.Book:
    """Return the workbook in front: a button of the add-in is pressed in the add-in, which holds no form."""
    caller = _calling_book()
    return caller.app.books.active if caller.name.lower().endswith(".xlam") else caller


def _calling_book() -> xw.Book:
    """Return the workbook whose VBA called; xlwings takes its name up to a second `=` only."""
    name = _from_vba("--wb")
    if sys.platform == "win32" and "=" in name:
        from win32process import GetWindowThreadProcessId

        return xw.apps[GetWindowThreadProcessId(int(_from_vba("--hwnd")))[1]].books[name]
    return xw.Book.caller()


def _from_vba(option: str) -> str:
    """Return what the VBA's command line says to an option, empty when it says nothing."""
    given = (each.partition("=") for each in sys.argv)
    return next((value.strip() for name, _, value in given if name == option), "")
