"""What Excel itself refuses, which is said to the officer, told apart from faults of the program, which are logged."""

from __future__ import annotations

import sys

from xl_apa.excel.xlwings_import import xw

_ENGINES = (("pywintypes", "com_error"), ("appscript.reference", "CommandError"))
"""What the engine of Windows raises for a refusal of Excel's, and that of a Mac: modules that no other system has."""
_DESCRIPTION = 2
"""Where COM's report on a fault has Excel's own sentence."""


def refusals() -> tuple[type[Exception], ...]:
    """Return the errors that Excel's refusals arrive as, those of the engine that is loaded."""
    found = (getattr(sys.modules.get(module), name, None) for module, name in _ENGINES)
    return (xw.XlwingsError, *(kind for kind in found if kind is not None))


def words_of(error: Exception) -> str:
    """Return what Excel, or the system, says about why."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    # COM: number, its meaning, (…, …, Excel's own sentence, …), argument.
    report = error.args[2] if len(error.args) > _DESCRIPTION else None
    told = report[_DESCRIPTION] if isinstance(report, tuple) and len(report) > _DESCRIPTION else None
    return str(told or (error.args[1] if len(error.args) > 1 else "") or error).strip().rstrip(".")
