"""xlwings, for every module that needs it: `from xl_apa.excel.xlwings_import import xw`, and never by itself.

When Python ends, xlwings runs `taskkill /F` on each EXCEL.EXE that shows no workbook window (`xlwings._xlwindows`
registers `cleanup` with atexit as soon as it is imported): an officer's Excel with no workbook open, or one that has
just been started, would be killed by a worksheet function, a button or `xl-apa doctor`. On a Mac `xlwings._xlmac` runs
a macro in whatever Excel is open. Neither is ours to touch: buttons show their own errors and put the status bar back.
"""

from __future__ import annotations

import atexit
import sys

import xlwings as xw

__all__ = ["unregister_cleanup", "xw"]

_ENGINES = ("xlwings._xlwindows", "xlwings._xlmac")


def unregister_cleanup() -> None:
    """Unregister what the loaded engines of xlwings would do to other Excel processes at exit; again is fine."""
    for name in _ENGINES:
        cleanup = getattr(sys.modules.get(name), "cleanup", None)
        if cleanup is not None:
            atexit.unregister(cleanup)


unregister_cleanup()
