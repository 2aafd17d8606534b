"""Does in the stand-in for Excel what an officer does: opens workbooks, presses buttons, enters worksheet functions.

`python -m tests.windows.excel.press STEPS RESULTS`: both are JSON files; a list of [name, argument, …], and what each
step gave.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pythoncom
import win32com.client
import winerror

from xl_apa.excel import buttons
from xl_apa.excel.xlwings_import import xw

SETTINGS = "False;{book};{book};;;;"
"""What the VBA hands to `prepare_sys_path`: ADD_WORKBOOK_TO_PYTHONPATH as `addin install` sets it, and the workbooks."""
_NOT_GIVEN = win32com.client.VARIANT(pythoncom.VT_ERROR, winerror.DISP_E_PARAMNOTFOUND)


class Variant(ctypes.Structure):
    """What VBA calls a Variant."""

    _fields_ = (
        ("kind", ctypes.c_ushort),
        ("rest", ctypes.c_ushort * 3),
        ("at", ctypes.c_void_p),
        ("end", ctypes.c_void_p),
    )


class Officer:
    """Who sits before the stand-in. Every public method is a step."""

    def __init__(self) -> None:
        self.app = xw.App(add_book=False)
        self.excel: Any = self.app.api
        self.book: Any = None
        self.python_server: Any = None

    def open(self, path: str, sheet: str) -> str:
        self.book = self.app.books.open(path)
        self.book.api.Worksheets(sheet).Activate()
        return str(self.book.name)

    def move_to_the_cloud(self, address: str) -> None:
        self.book.api.FullName = address

    def answer(self, answer: str) -> None:
        self.excel.Answer = answer

    def choose_folder(self, path: str) -> None:
        self.excel.Folder = path

    def type_answer(self, text: str) -> None:
        self.excel.Typed = text

    def press(self, name: str, *paths: str) -> str:
        return str(getattr(buttons, name)(self.book, *map(Path, paths)))

    def total(self, name: str) -> str:
        return str(getattr(buttons, name)(self.book).total)

    def active_windows(self) -> int:
        return len(xw.apps)

    def run_python(self, name: str) -> list[Any]:
        """Press a button as the VBA does: RunPython, in a Python of its own, through cmd."""
        log = Path(os.environ["TEMP"], "xlwings-test.log")
        folder, drive = os.path.split(sys.executable)[0], sys.executable[:2]
        settings = SETTINGS.format(book=self.book.api.FullName).replace("&", "^&").replace("\\", "\\\\")
        python = f'"{sys.executable}" -B -c "import xlwings.utils;xlwings.utils.prepare_sys_path(\\"{settings}\\"); '
        python += f'import xl_apa.excel.buttons as b; b.{name}()" '
        called = f'--wb="{self.book.name}" --from_xl=1 --app="{self.excel.Path}\\{self.excel.Name}" --hwnd="{self.excel.Hwnd}"'
        line = f'cmd.exe /C {drive} & cd "{folder}" & {python} {called} 2> "{log}" '
        status = subprocess.run(line, env=os.environ | {"PYTHONPATH": ""}, check=False).returncode
        return [status, log.read_text(encoding="utf-8", errors="replace")]

    def start_functions(self) -> int:
        """Start the Python of the worksheet functions as the VBA does: through xlwings' DLL."""
        settings = SETTINGS.format(book=self.book.api.FullName).replace("\\", "\\\\").replace("&", "^&")
        command = f'cmd.exe  /K ""{sys.executable}" -B -c "import sys, os;import xlwings.utils;'
        command += f'xlwings.utils.prepare_sys_path(\\"{settings}\\");import xlwings; xlwings.serve(\'$(CLSID)\')""'
        (dll,) = Path(sys.prefix).glob("xlwings64-*.dll")
        self.activate = ctypes.WinDLL(str(dll)).XLPyDLLActivateAuto
        self.activate.argtypes = [ctypes.POINTER(Variant), ctypes.c_char_p, ctypes.c_long]
        result = Variant()
        # VBA hands texts to a DLL in the old code page: Bangla letters arrive as question marks.
        self.stop = command.encode("cp1252", "replace")
        status = int(self.activate(ctypes.byref(result), self.stop, 1))
        self.python_server = win32com.client.Dispatch(pythoncom.ObjectFromAddress(result.at, pythoncom.IID_IDispatch))
        return status

    def function(self, name: str, *arguments: Any) -> Any:
        """Return what a cell shows for a function; an argument that begins with = is a range of the sheet in front."""
        sheet = self.book.api.ActiveSheet
        given = tuple(self._argument(sheet, each) for each in arguments)
        caller = sheet.Range("X8")._oleobj_
        return self.python_server.CallUDF("xl_apa.excel.udfs", name, given, self.book.api._oleobj_, caller)

    def stop_functions(self) -> int:
        return int(self.activate(ctypes.byref(Variant()), self.stop, -1))

    @staticmethod
    def _argument(sheet: Any, given: Any) -> Any:
        if given is None:
            return _NOT_GIVEN
        return sheet.Range(given[1:])._oleobj_ if isinstance(given, str) and given.startswith("=") else given


def main() -> None:
    steps = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    officer, results = Officer(), []
    for name, *arguments in steps:
        try:
            results.append(getattr(officer, name)(*arguments))
        except Exception as error:  # noqa: BLE001 - the test that reads the results judges
            results.append(f"{type(error).__name__}: {error}")
    Path(sys.argv[2]).write_text(json.dumps(results, ensure_ascii=False, default=str), encoding="utf-8")


if __name__ == "__main__":
    main()
