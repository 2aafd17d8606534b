"""A button that fails says why and what to do next, writes a log, and leaves the workbook as it was."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from xl_apa.core.errors import XlApaError
from xl_apa.excel import dialogs
from xl_apa.excel.xlwings_import import xw
from xl_apa.fault_log import write_fault_log

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def button(
    function: Callable[Concatenate[xw.Book, _Arguments], _Result],
) -> Callable[..., _Result | None]:
    """Makes a function a button: without a workbook it works on the one it was pressed in, and faults are told.

    Gives what the function gives; None when it failed, after the officer was told.
    """

    @functools.wraps(function)
    def pressed(book: xw.Book | None = None, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result | None:
        used = book or _pressed_in()
        try:
            return function(used, *args, **kwargs)
        except XlApaError as error:
            dialogs.tell(used, error.text(dialogs.language()), critical=True)
        except Exception as error:  # noqa: BLE001 - the one place where a fault of a button becomes a sentence
            sentence = dialogs.say("button-fault", reason=f"{type(error).__name__}: {error}", log=write_fault_log())
            dialogs.tell(used, sentence, critical=True)
        return None

    return pressed


def _pressed_in() -> xw.Book:
    """The workbook in front: a button of the add-in is pressed in the add-in, which holds no form."""
    caller = xw.Book.caller()
    return caller.app.books.active if caller.name.lower().endswith(".xlam") else caller
