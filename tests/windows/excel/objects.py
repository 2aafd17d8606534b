"""Application, workbooks, sheets and ranges as Excel names them. Workbooks are read with openpyxl."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import PureWindowsPath
from typing import Any

import openpyxl
import win32gui
import win32timezone
import winerror
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from win32com.server.exception import COMException

from tests.windows.excel.dispatch import ExcelObject

# Names are Excel's.
# ruff: noqa: N802, N803

Log = Callable[..., None]
_WHOLE_SHEET = (1, 1, 16_384, 1_048_576)


class Collection(ExcelObject):
    """Workbooks or sheets: found by number from 1 or by name, whatever its capitals."""

    def __init__(self, items: list[Any], Application: Any, Parent: Any) -> None:
        self.items, self.Application, self.Parent = items, Application, Parent

    @property
    def Count(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __call__(self, key: Any) -> Any:
        named = [each for each in self.items if isinstance(key, str) and each.Name.lower() == key.lower()]
        if named:
            return named[0]
        if isinstance(key, str) or not 1 <= key <= len(self.items):
            raise COMException(scode=winerror.DISP_E_BADINDEX)
        return self.items[int(key) - 1]

    Item = __call__


class Workbooks(Collection):
    """The workbooks that are open."""

    def Open(self, path: str, *_: Any) -> Any:
        opened = Workbook(self.Application, path)
        self.items.append(opened)
        self.Application.log(opened=path)
        return opened


class Application(ExcelObject):
    """Excel itself."""

    Name, Version, Path = "Microsoft Excel", "16.0", r"C:\Program Files\Microsoft Office\root\Office16"
    Visible = ScreenUpdating = EnableEvents = DisplayAlerts = Interactive = True
    Calculation, Cursor = -4105, -4143
    Selection: Any = None
    Folder: Any = None
    """Not Excel's: the test says here which folder will be chosen; no file ever is."""
    Typed: Any = False
    """Not Excel's: the test says here what will be typed."""

    def __init__(self, log: Log, window: int) -> None:
        self.log, self.Hwnd = log, window
        self.Application = self
        self.Workbooks = Workbooks([], self, self)
        self.StartupPath = str(PureWindowsPath(os.environ["APPDATA"], "Microsoft", "Excel", "XLSTART"))
        self.answer: Any = False
        """What the officer answers to a question; False is Cancel."""
        self._status: Any = False

    @property
    def StatusBar(self) -> Any:
        return self._status

    @StatusBar.setter
    def StatusBar(self, text: Any) -> None:
        self._status = text
        self.log(status=text)

    @property
    def ActiveWorkbook(self) -> Any:
        return self.Workbooks.items[-1] if self.Workbooks.items else None

    @property
    def ActiveSheet(self) -> Any:
        return self.ActiveWorkbook.ActiveSheet if self.ActiveWorkbook else None

    @property
    def Answer(self) -> Any:
        """Not Excel's: the test says here what will be answered."""
        return self.answer

    @Answer.setter
    def Answer(self, answer: Any) -> None:
        self.answer = answer

    def GetSaveAsFilename(self, name: str, kinds: str, *_: Any) -> Any:
        self.log(asked=name, kinds=kinds)
        return self.answer

    def InputBox(self, question: str, title: str, default: str, *_: Any) -> Any:
        self.log(asked=question, default=default)
        return self.Typed

    def FileDialog(self, kind: int) -> Any:
        return FileDialog(self, kind)

    def Calculate(self) -> None:
        self.log(calculated=True)

    def Quit(self) -> None:
        win32gui.PostQuitMessage(0)


class FileDialog(ExcelObject):
    """The question for a file or a folder, and the kinds of files it shows."""

    Title, AllowMultiSelect = "", True
    FOLDERS, CHOSEN, CANCELLED = 4, -1, 0

    def __init__(self, application: Application, kind: int) -> None:
        self.Application = self.Parent = application
        self.chosen = application.Folder if kind == self.FOLDERS else None
        self.Filters = Filters()

    def Show(self) -> int:
        self.Application.log(asked=self.Title, kinds=self.Filters.kinds)
        return self.CHOSEN if self.chosen else self.CANCELLED

    def SelectedItems(self, number: int) -> Any:
        return [self.chosen][number - 1]


class Filters(ExcelObject):
    """The kinds of files that a dialog shows."""

    def __init__(self) -> None:
        self.kinds = ["*.*"]

    def Clear(self) -> None:
        self.kinds.clear()

    def Add(self, _: str, endings: str) -> None:
        self.kinds.append(endings)


class Workbook(ExcelObject):
    """A workbook that is open. `FullName` may be set: one in the cloud has an address there."""

    FileFormat, Saved = 51, True

    def __init__(self, application: Application, path: str) -> None:
        self.Application = self.Parent = application
        self.saved_as = self.FullName = path
        self.Path, self.Name = os.path.split(path)
        results, formulas = (openpyxl.load_workbook(path, data_only=only) for only in (True, False))
        sheets = [Sheet(self, results[name], formulas[name]) for name in results.sheetnames]
        self.Worksheets = self.Sheets = Collection(sheets, application, self)
        self.active = results.sheetnames.index(results.active.title)

    @property
    def ActiveSheet(self) -> Any:
        return self.Worksheets.items[self.active]

    def Activate(self) -> None:
        books = self.Application.Workbooks.items
        books.append(books.pop(books.index(self)))

    def SaveCopyAs(self, path: str) -> None:
        shutil.copyfile(self.saved_as, path)

    def Close(self, *_: Any) -> None:
        self.Application.Workbooks.items.remove(self)


class Sheet(ExcelObject):
    """A sheet: values as Excel hands them out, and formulas."""

    Visible = -1

    def __init__(self, book: Workbook, results: Any, formulas: Any) -> None:
        self.Parent, self.Application, self.Name = book, book.Application, results.title
        cells = [cell for row in results.iter_rows() for cell in row if cell.value is not None]
        self.values = {(cell.row, cell.column): _as_excel(cell.value) for cell in cells}
        written = [cell for row in formulas.iter_rows() for cell in row if cell.data_type == "f"]
        self.formulas = {(cell.row, cell.column): str(cell.value) for cell in written}
        self.bounds = (1, 1, results.max_column, results.max_row)

    @property
    def Index(self) -> int:
        return self.Parent.Worksheets.items.index(self) + 1

    @property
    def UsedRange(self) -> Any:
        return Range(self, *self.bounds)

    @property
    def Cells(self) -> Any:
        return Range(self, *_WHOLE_SHEET)

    def Range(self, first: Any, last: Any = None) -> Any:
        ends = [self._range(each) for each in (first, last) if each is not None]
        return Range(self, ends[0].left, ends[0].top, ends[-1].right, ends[-1].bottom)

    def _range(self, place: Any) -> Any:
        return place if isinstance(place, Range) else Range(self, *range_boundaries(place.replace("$", "")))

    def Activate(self) -> None:
        self.Parent.active = self.Index - 1


class Range(ExcelObject):
    """A block of cells."""

    HasArray = False

    def __init__(self, sheet: Sheet, left: int, top: int, right: int, bottom: int) -> None:
        self.Worksheet = self.Parent = sheet
        self.Application = sheet.Application
        self.left, self.top, self.right, self.bottom = left, top, right, bottom

    Row = property(lambda self: self.top)
    Column = property(lambda self: self.left)
    Count = property(lambda self: (self.bottom - self.top + 1) * (self.right - self.left + 1))
    Rows = property(lambda self: Counted(self.bottom - self.top + 1))
    Columns = property(lambda self: Counted(self.right - self.left + 1))
    Cells = property(lambda self: self)

    def __call__(self, *place: Any) -> Any:
        if not place:
            return self.Value
        row, column = map(int, place)
        left, top = self.left + column - 1, self.top + row - 1
        return Range(self.Worksheet, left, top, left, top)

    def Address(self, *_: Any) -> str:
        first, last = f"${get_column_letter(self.left)}${self.top}", f"${get_column_letter(self.right)}${self.bottom}"
        return first if first == last else f"{first}:{last}"

    def Select(self) -> None:
        self.Application.Selection = self
        self.Application.log(selected=self.Address(), sheet=self.Worksheet.Name)

    @property
    def Value(self) -> Any:
        return self._block(self.Worksheet.values.get)

    @Value.setter
    def Value(self, given: Any) -> None:
        rows = given if isinstance(given, (tuple, list)) else [[given]]
        self.Application.log(
            written=self.Address(), sheet=self.Worksheet.Name, values=json.loads(json.dumps(rows, default=str))
        )
        for row, cells in enumerate(rows, self.top):
            for column, value in enumerate(cells, self.left):
                self.Worksheet.formulas.pop((row, column), None)
                self.Worksheet.values[row, column] = None if value == "" else value

    Value2 = Value

    @property
    def Formula(self) -> Any:
        sheet = self.Worksheet
        return self._block(lambda place: str(sheet.formulas.get(place) or sheet.values.get(place) or ""))

    def _block(self, cell: Callable[[tuple[int, int]], Any]) -> Any:
        # A list: of a tuple COM would hand over the first row alone.
        columns = range(self.left, self.right + 1)
        rows = [[cell((row, column)) for column in columns] for row in range(self.top, self.bottom + 1)]
        return rows[0][0] if self.Count == 1 else rows


class Counted(ExcelObject):
    """The rows or columns of a block."""

    def __init__(self, Count: int) -> None:
        self.Count = Count


def _as_excel(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=win32timezone.TimeZoneInfo.utc())
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if isinstance(value, (str, float, bool)) else re.sub(r"\s+", " ", str(value))
