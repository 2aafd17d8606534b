"""Registers the stand-in as Excel.Application and serves, until it is told to quit."""

from __future__ import annotations

import ctypes
import json
import sys
import tempfile
import threading
import time
import winreg
from pathlib import Path
from typing import Any

import pythoncom
import pywintypes
import win32api
import win32con
import win32gui
from win32com.server import factory, policy, util  # noqa: F401 - factory sets up what MakePyFactory needs

from tests.windows.excel.dispatch import ExcelObject, ExcelPolicy, address_in_memory, to_client
from tests.windows.excel.objects import Application, Range

CLASS = pywintypes.IID("{00024500-0000-0000-C000-000000000046}")
RANGE = pywintypes.IID("{00020846-0000-0000-C000-000000000046}")
LIBRARY = pywintypes.IID("{00020813-0000-0000-C000-000000000046}")
OBJECT_MODEL = -16
"""OBJID_NATIVEOM: by this number a window is asked for the object it shows."""
MESSAGE_BOX = "#32770"
_WIN64 = 3


class ExcelWindow(ExcelObject):
    """A window of Excel's, which leads to Excel."""

    def __init__(self, application: Application) -> None:
        self.Application = self.Parent = application


class Windows:
    """Excel's windows one in the other: XLMAIN, XLDESK, and EXCEL7, which tells its object when it is asked for it."""

    def __init__(self) -> None:
        self.shown: Any = None
        for name in ("XLMAIN", "XLDESK", "EXCEL7"):
            kind = win32gui.WNDCLASS()
            kind.lpszClassName, kind.hInstance = name, win32api.GetModuleHandle(None)
            kind.lpfnWndProc = {win32con.WM_GETOBJECT: self._tell_object} if name == "EXCEL7" else {}
            win32gui.RegisterClass(kind)
        parent = 0
        for name in ("XLMAIN", "XLDESK", "EXCEL7"):
            style = win32con.WS_CHILD if parent else win32con.WS_OVERLAPPEDWINDOW
            parent = win32gui.CreateWindow(name, "", style, 0, 0, 400, 300, parent, 0, 0, None)
            if name == "XLMAIN":
                self.outermost = parent

    def _tell_object(self, window: int, message: int, wparam: int, lparam: int) -> int:
        if ctypes.c_int(lparam & 0xFFFFFFFF).value != OBJECT_MODEL:
            return int(win32gui.DefWindowProc(window, message, wparam, lparam))
        hand_over = ctypes.windll.oleacc.LresultFromObject
        hand_over.restype = ctypes.c_ssize_t
        hand_over.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p]
        interface = (ctypes.c_byte * 16)(*bytes(memoryview(pythoncom.IID_IDispatch)))
        return int(hand_over(ctypes.byref(interface), wparam, address_in_memory(self.shown)))


class Factory(policy.DefaultPolicy):
    """Hands out the one application to everybody who asks for a new one."""

    application: Application

    def _CreateInstance_(self, clsid: Any, iid: Any) -> Any:  # noqa: N802 - COM's name
        return util.wrap(self.application, iid, usePolicy=ExcelPolicy)


def describe_range() -> Any:
    """Return the type information of a Range, from a type library that is written for it."""
    path = str(Path(tempfile.gettempdir()) / "excel_ranges.tlb")
    library = pythoncom.CreateTypeLib2(_WIN64, path)
    library.SetName("Excel")
    library.SetGuid(LIBRARY)
    kind = library.CreateTypeInfo("Range", pythoncom.TKIND_DISPATCH)
    kind.SetGuid(RANGE)
    library.SaveAllChanges()
    del kind, library
    return pythoncom.LoadTypeLib(path).GetTypeInfoOfGuid(RANGE)


def register() -> None:
    """Write the class into the registry as Excel's setup does. For all users: Wine looks nowhere else."""
    classes = r"Software\Classes"
    for key, value in {
        r"Excel.Application\CLSID": str(CLASS),
        r"Excel.Application\CurVer": "Excel.Application.16",
        rf"CLSID\{CLASS}\ProgID": "Excel.Application.16",
        rf"CLSID\{CLASS}\LocalServer32": f'"{sys.executable}" -m tests.windows.excel',
    }.items():
        winreg.SetValue(winreg.HKEY_LOCAL_MACHINE, rf"{classes}\{key}", winreg.REG_SZ, value)


def press_ok(log: Any) -> None:
    """Read every message box that appears, of whatever program, and press its OK."""
    read: set[int] = set()
    while True:
        boxes: list[int] = []
        win32gui.EnumWindows(lambda window, found: found.append(window) or True, boxes)
        for window in boxes:
            try:
                if window in read or win32gui.GetClassName(window) != MESSAGE_BOX:
                    continue
                texts: list[str] = []
                win32gui.EnumChildWindows(
                    window, lambda child, found: found.append(win32gui.GetWindowText(child)) or True, texts
                )
                # The title is set last: before it the message may not stand there yet.
                if not win32gui.GetWindowText(window):
                    continue
                read.add(window)
                log(message=max(texts, key=len), title=win32gui.GetWindowText(window))
                win32gui.PostMessage(window, win32con.WM_COMMAND, win32con.IDOK, 0)
            except pywintypes.error:
                # It is gone already.
                continue
        time.sleep(0.1)


def main() -> None:
    pythoncom.CoInitialize()
    register()
    Range.type_info = describe_range()
    with Path(sys.argv[1]).open("a", encoding="utf-8") as file:

        def log(**what: object) -> None:
            file.write(json.dumps(what, ensure_ascii=False, default=str) + "\n")
            file.flush()

        windows = Windows()
        Factory.application = Application(log, windows.outermost)
        windows.shown = to_client(ExcelWindow(Factory.application))
        policy.DefaultPolicy = Factory
        made = pythoncom.MakePyFactory(CLASS)
        how = pythoncom.REGCLS_MULTIPLEUSE
        served = pythoncom.CoRegisterClassObject(CLASS, made, pythoncom.CLSCTX_LOCAL_SERVER, how)
        threading.Thread(target=press_ok, args=(log,), daemon=True).start()
        log(serving=win32api.GetCurrentProcessId(), window=windows.outermost)
        pythoncom.PumpMessages()
        pythoncom.CoRevokeClassObject(served)
        log(ended=True)


if __name__ == "__main__":
    main()
