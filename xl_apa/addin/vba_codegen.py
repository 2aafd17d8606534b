"""The VBA side of the worksheet functions, written from the functions themselves.

The same text that xlwings writes with "Import Functions", which an officer then never needs: it would ask for trusted
access to the VBA project. Written here without Excel, for `macros/ApaFunctions.bas`:

    python -m xl_apa.addin.vba_codegen > macros/ApaFunctions.bas

Different on purpose: `Option Explicit`; the module's name; the order of the module; always `ThisWorkbook`, so that one
text serves a workbook and an add-in (what xlwings does with it, finding the caller's workbook, no function here asks
for); and the descriptions for the function wizard, which xlwings sets from Python when it imports.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from typing import Any

from xl_apa.excel import udfs
from xl_apa.excel.udf_conversion import ARGUMENTS

MODULE_NAME = "ApaFunctions"
DESCRIBE = "ApaDescribeFunctions"
"""The VBA procedure that describes the functions to the function wizard; called when the workbook opens."""

_LONGEST = 255
_HEAD = f"""\
Attribute VB_Name = "{MODULE_NAME}"
' Written by python -m xl_apa.addin.vba_codegen; a change here is lost when it is written again.
Option Explicit

#Const App = "Microsoft Excel" 'Adjust when using outside of Excel
"""
_FUNCTION = """\
Function {name}({signature})
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        {name} = XLPy.CallUDF("{module}", "{name}", Array({arguments}), ThisWorkbook, Application.Caller)
        Exit Function
    #Else
        {name} = XLPy.CallUDF("{module}", "{name}", Array({arguments}))
        Exit Function
    #End If
failed:
    {name} = Err.Description
End Function
"""
_DESCRIBE = """\
Public Sub {describe}()
    ' Excel refuses while only an add-in is open; a function without description still works.
    On Error Resume Next
{lines}
End Sub

Private Sub Describe(ByVal FunctionName As String, ByVal Text As String, ByVal Arguments As Variant)
    Application.MacroOptions Macro:="'" & ThisWorkbook.Name & "'!" & FunctionName, Description:=Text, _
        Category:="{category}", ArgumentDescriptions:=Arguments
End Sub
"""


def vba_module() -> str:
    """Return the whole module: a wrapper for every worksheet function, their descriptions. ASCII, lines end with LF."""
    functions = [getattr(udfs, name) for name in udfs.__all__]
    described = "\n".join(line for function in functions for line in _description(function))
    describe = _DESCRIBE.format(describe=DESCRIBE, lines=described, category=udfs.CATEGORY)
    return "\n".join([_HEAD, *map(vba_function, functions), describe])


def vba_function(function: Callable[..., Any]) -> str:
    """Return the wrapper of one function."""
    parameters = inspect.signature(function).parameters.values()
    return _FUNCTION.format(
        name=function.__name__,
        module=udfs.__name__,
        signature=", ".join(
            each.name if each.default is each.empty else f"Optional {each.name}" for each in parameters
        ),
        arguments=", ".join(each.name for each in parameters),
    )


def _description(function: Callable[..., Any]) -> Iterator[str]:
    """The call that describes a function, an argument a line: VBA allows 24 continued lines of 1,023 characters."""
    arguments = [ARGUMENTS[name] for name in inspect.signature(function).parameters]
    yield f"    Describe {_quoted(function.__name__)}, _"
    yield f"        {_quoted(inspect.getdoc(function) or '')}, Array( _"
    yield from (f"        {_quoted(each)}, _" for each in arguments[:-1])
    yield f"        {_quoted(arguments[-1])})"


def _quoted(text: str) -> str:
    doubled = " ".join(text[:_LONGEST].split()).replace('"', '""')
    return f'"{doubled}"'


if __name__ == "__main__":
    sys.stdout.write(vba_module())
