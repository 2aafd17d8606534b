"""Excel as far as our macros see it: pyOpenVBA runs them, and stand-ins for xlwings write down what they are asked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.apps.excel._model import Application, Range
from pyopenvba.interpreter._objects import MemberSpec, member, method, setter
from pyopenvba.interpreter._runtime import Interpreter

from xl_apa.addin.vba_project import macro_text

ARROW, WAIT = -4143, 2
"""Excel's xlDefault and xlWait."""

_XLWINGS = """
Public Asked As String
Public Told As String
Public Answer As Variant
Public Silent As Boolean
Public Failing As Boolean
Public Function RunPython(PythonCommand As String)
    Asked = Asked & PythonCommand & vbTab & Application.Cursor & vbTab & Application.StatusBar & vbLf
    Application.ScreenUpdating = False
    Application.EnableEvents = False
    If Failing Then Err.Raise 1000, , "Could not load the DLL"
    RunPython = Answer
End Function
Public Function WScript() As Object
    If Silent Then Err.Raise 429, , "No Windows Script Host"
    Set WScript = New StandInPopup
End Function
Public Function XLPy() As Object
    Set XLPy = New StandInPython
End Function
Public Sub SetAnswer(Value)
    Answer = Value
End Sub
Public Sub Fail()
    Failing = True
End Sub
Public Sub HaveNoPopup()
    Silent = True
End Sub
Public Sub BeBusy()
    Application.StatusBar = "printing"
    Application.Cursor = xlIBeam
    Application.EnableEvents = False
End Sub
"""
_POPUP = """
Public Sub Popup(Text, Wait, Title, Icon)
    Told = Told & Title & vbTab & Text & vbTab & Icon & vbFormFeed
End Sub
"""
_PYTHON = """
Public Function CallUDF(Module, Name, Arguments, Book, Caller)
    If Failing Then Err.Raise 1000, , "Could not load the DLL"
    CallUDF = Module & "." & Name & "/" & (UBound(Arguments) + 1)
End Function
"""


class _Excel(Application):
    """With the members that pyOpenVBA does not have yet."""

    def __init__(self) -> None:
        super().__init__()
        self.pointer: object = ARROW
        self.described: dict[str, str] = {}
        self.calling: object = None

    @member
    def Cursor(self) -> object:  # noqa: N802 - Excel's name
        return self.pointer

    @setter("Cursor")
    def _set_cursor(self, value: object) -> None:
        self.pointer = value

    @member
    def Caller(self) -> object:  # noqa: N802 - Excel's name
        return self.calling

    @method
    def MacroOptions(self, Macro: object, Description: object, Category: object, ArgumentDescriptions: object) -> None:  # noqa: N802, N803
        self.described[str(Macro)] = str(Description)


class Headless(ExcelApplication):
    """Excel with a workbook open and our macros loaded."""

    def __init__(self) -> None:
        self.excel = _Excel()
        self.application = self.excel
        self.interpreter = Interpreter(ExcelBridge(self.application))
        self.application.interpreter = self.interpreter
        self.sheet_object = self.add_workbook().vba_get("Worksheets", [1])
        self.excel.calling = self.sheet_object.vba_get("Range", ["A1"])  # type: ignore[attr-defined]
        self.add_module(_XLWINGS, name="xlwings")
        self.add_module(_POPUP, name="StandInPopup", kind="class")
        self.add_module(_PYTHON, name="StandInPython", kind="class")
        for name in ("ApaFunctions", "ApaMacros", "ApaRibbon", "ApaTexts"):
            # pyOpenVBA takes no comment behind a directive; VBA does, and xlwings writes one.
            self.add_module(macro_text(f"{name}.bas").replace(" 'Adjust when using outside of Excel", ""), name=name)
        self.add_module(macro_text("ThisWorkbook.cls"), name="ThisWorkbook", kind="document")

    @property
    def state(self) -> State:
        return State(
            self.excel.screen_updating, self.excel.enable_events, int(str(self.excel.pointer)), self.excel.status_bar
        )

    @property
    def asked(self) -> list[tuple[str, int, str]]:
        """Every call of RunPython: the command, the mouse pointer and the status bar meanwhile."""
        calls = [line.split("\t") for line in str(self.evaluate("Asked")).splitlines()]
        return [(command, int(pointer), bar) for command, pointer, bar in calls]

    @property
    def told(self) -> list[list[str]]:
        """Every popup: title, text, icon."""
        return [each.split("\t") for each in str(self.evaluate("Told")).split("\f")[:-1]]


@dataclass(frozen=True)
class State:
    """What a macro has to put back."""

    screen_updating: bool
    enable_events: bool
    cursor: int
    status_bar: object


def let_ranges_be_dirty(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gives ranges the method that pyOpenVBA does not have yet; gives the addresses it is called for."""
    found: list[str] = []
    spec = MemberSpec("Dirty", "method", getter=lambda cells: found.append(str(cells.vba_get("Address"))))
    monkeypatch.setitem(Range._vba_members, "dirty", spec)
    return found
