"""The ministry workbook, read back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

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


def without_results(path: Path) -> Path:
    """The workbook without the stored results of its formulas: who opens it has to calculate."""
    bare = path.with_name(f"bare-{path.name}")
    with ZipFile(path) as source, ZipFile(bare, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            target.writestr(name, content)
    return bare
