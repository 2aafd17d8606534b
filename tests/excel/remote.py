"""Workbooks as xlwings' remote engine sees them: the values of real files, and a list of every action on them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from xlwings.pro import _xlremote


def change(path: Path, edit: Callable[[Any], object]) -> Path:
    """The workbook as it shows itself, with something done to it."""
    book = openpyxl.load_workbook(path, data_only=True)
    edit(book)
    changed = path.with_name(f"changed-{path.name}")
    book.save(changed)
    return changed


class _Shown(dict[str, Any]):
    """What the engine is told of a workbook; Excel on Windows can save a copy of it, too."""

    path: Path

    def SaveCopyAs(self, path: str) -> None:  # noqa: N802 - Excel's name
        shutil.copyfile(self.path, path)


def open_remotely(path: Path, sheet: str = "", *, copies: bool = True) -> xw.Book:
    """The workbook as Excel would show it, the named sheet in front; `copies` as Excel on Windows makes them."""
    book = openpyxl.load_workbook(path, data_only=True)
    names = book.sheetnames
    payload = {
        "client": "Microsoft Office Scripts",
        "version": xw.__version__,
        "book": {
            "name": path.name,
            "active_sheet_index": names.index(sheet) if sheet else 0,
            "selection": "A1",
        },
        "names": [],
        "sheets": [
            {
                "name": each.title,
                "values": [[_sent(cell.value) for cell in row] for row in each.iter_rows()],
                "pictures": [],
                "tables": [],
            }
            for each in book
        ],
    }
    if copies:
        payload = _Shown(payload)
        payload.path = path
    return xw.Book(json=payload)


def _sent(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return f"{datetime(value.year, value.month, value.day).isoformat()}.000Z"
    return "" if value is None else value


def actions(book: xw.Book, kind: str = "") -> list[dict[str, Any]]:
    """What was done to the workbook, in order; of one kind only when it is given."""
    return [action for action in book.json()["actions"] if action["func"] == kind or not kind]


def alerts(book: xw.Book) -> list[str]:
    """What the officer was told."""
    return [action["args"][0] for action in actions(book, "alert")]


def written(book: xw.Book) -> dict[tuple[int, int], Any]:
    """What was written, by row and column counted from 0."""
    cells: dict[tuple[int, int], Any] = {}
    for action in actions(book, "setValues"):
        top, left = action["start_row"], action["start_column"]
        for row, values in enumerate(action["values"]):
            cells |= {(top + row, left + column): value for column, value in enumerate(values)}
    return cells


class Reads:
    """Counts how often cells are read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        getter = _xlremote.Range.raw_value.fget

        def counted(cells: Any) -> Any:
            self.count += 1
            return getter(cells)

        monkeypatch.setattr(_xlremote.Range, "raw_value", _xlremote.Range.raw_value.getter(counted))
