"""Reads a register from a workbook or a CSV file, and checks that it holds together."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xl_apa.core.cells import Cell
from xl_apa.core.errors import InputError
from xl_apa.core.text.numerals import clean
from xl_apa.ministry.register.columns import HEADINGS, column_of
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.xlsx.read.safe_open import open_workbook

_SEARCHED_ROWS = 20
"""How far down the row of headings is looked for; a letterhead may stand above it."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_register(path: Path) -> Register:
    """Return the register in an .xlsx, .ods, .xls or .csv file. Columns are known by their headings, in any order.

    Raise InputError when the file cannot be read, a heading is missing, a code comes twice, an office reports to one
    that is not there, or offices report in a circle; the message names the row.
    """
    rows = _csv_rows(path) if path.suffix.lower() == ".csv" else _sheet_rows(path)
    start, columns = _find_headings(rows, path)
    offices = []
    for number, row in enumerate(rows[start + 1 :], start=start + 2):
        texts = {name: _text(row, column) for name, column in columns.items()}
        if any(texts.values()):
            offices.append(Registered(**texts, row=number))
    register = Register(tuple(offices))
    _check(register, path)
    return register


# ---- reading --------------------------------------------------------------------------------------------------------


def _sheet_rows(path: Path) -> Sequence[Sequence[Any]]:
    with open_workbook(path) as book:
        return book.rows(book.sheet_names[0])


def _csv_rows(path: Path) -> Sequence[Sequence[Any]]:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file-missing", path=path) from error
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeError as error:
        raise InputError("register-not-unicode", path=path) from error
    # Excel writes semicolons where the comma is the decimal sign, and tabs as "Unicode text".
    separator = max(",;\t", key=text.partition("\n")[0].count)
    return list(csv.reader(text.splitlines(), delimiter=separator))


def _find_headings(rows: Sequence[Sequence[Any]], path: Path) -> tuple[int, dict[str, int]]:
    best: dict[str, int] = {}
    for number, row in enumerate(rows[:_SEARCHED_ROWS]):
        found: dict[str, int] = {}
        for column, value in enumerate(row):
            name = column_of(str(value))
            if name:
                found.setdefault(name, column)
        if {"code", "name"} <= found.keys():
            return number, found
        best = max(best, found, key=len)
    missing = [HEADINGS[name] for name in ("code", "name") if name not in best]
    raise InputError("register-heading-missing", path=path, headings=missing)


def _text(row: Sequence[Any], column: int) -> str:
    return clean(Cell(row[column]).text) if column < len(row) else ""


# ---- checking -------------------------------------------------------------------------------------------------------


def _check(register: Register, path: Path) -> None:
    if not register.offices:
        raise InputError("register-empty", path=path)
    seen: dict[str, Registered] = {}
    for office in register.offices:
        where = {"path": path, "row": office.row, "office": office.code}
        if not office.code:
            raise InputError("register-code-missing", path=path, row=office.row, name=office.name)
        if office.key in seen:
            raise InputError("register-code-twice", **where, first=seen[office.key].row)
        seen[office.key] = office
        if office.parent and register.find(office.parent) is None:
            raise InputError("register-parent-unknown", **where, parent=office.parent)
    settled: set[str] = set()
    for office in register.offices:
        _refuse_circle(register, office, settled, path)


def _refuse_circle(register: Register, office: Registered, settled: set[str], path: Path) -> None:
    walked = [office.key]
    above = register.find(office.parent) if office.parent else None
    while above is not None and above.key not in settled:
        if above.key in walked:
            raise InputError("register-circle", path=path, row=office.row, office=office.code)
        walked.append(above.key)
        above = register.find(above.parent) if above.parent else None
    settled.update(walked)
