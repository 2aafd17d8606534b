"""The ministry workbook, read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook


def formulas(path: Path, sheet: str) -> Worksheet:
    """A sheet with its formulas and formats."""
    return openpyxl.load_workbook(path)[sheet]


def shown(path: Path, sheet: str) -> list[list[Any]]:
    """A sheet as a program sees it that does not calculate; rows and columns from A1."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def texts(path: Path, sheet: str) -> list[Any]:
    return [value for row in shown(path, sheet) for value in row if value != ""]
