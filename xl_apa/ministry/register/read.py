"""Reads a register from a workbook or a CSV file, and checks that it holds together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from xl_apa.core.errors import InputError
from xl_apa.core.offices import name_key
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.ministry.register.table import RegisterTable, read_table, text_of


def read_register(path: Path) -> Register:
    """Return the register in an .xlsx, .ods, .xls, .csv or .txt file. Columns are known by their headings.

    They may stand in any order, under a title, on any sheet. An office above may be given by its code or by its name;
    the ministry itself, named by all that are directly below it, need not be in the list.
    Raise InputError when the file cannot be read, a heading is missing, a code comes twice in whatever spelling, an
    office reports to one that is not there, or offices report in a circle; the message names the row.
    """
    table = read_table(path)
    register = _with_parents(Register(tuple(_offices(table, path)), table.ignored))
    _check(register, path)
    return register


def _offices(table: RegisterTable, path: Path) -> Iterator[Registered]:
    for number, row in table.rows:
        texts = {name: _text(row, columns) for name, columns in table.columns.items()}
        if not any(texts.values()):
            continue
        if any(isinstance(_value(row, column), date) for column in table.columns["code"]):
            raise InputError("register-code-is-day", path=path, row=number, office=texts["name"], text=texts["code"])
        yield Registered(**texts, row=number)


def _text(row: Sequence[Any], columns: Sequence[int]) -> str:
    """Return what an office's columns of one kind say; a dash alone says nothing."""
    texts = (text_of(row, column) for column in columns)
    return ", ".join(text for text in texts if name_key(text))


def _value(row: Sequence[Any], column: int) -> Any:
    return row[column] if column < len(row) else None


def _with_parents(register: Register) -> Register:
    """Return the register with the code of every office above, also where its name is given."""
    offices = []
    for office in register.offices:
        named = () if not office.parent or register.find(office.parent) else register.named(office.parent)
        offices.append(replace(office, parent=named[0].code) if len(named) == 1 else office)
    whole = replace(register, offices=tuple(offices))
    unlisted = [office.parent for office in offices if office.parent and whole.find(office.parent) is None]
    if not _is_ministry(unlisted):
        return whole
    return replace(whole, offices=tuple(replace(o, parent="") if o.parent in unlisted else o for o in offices))


def _is_ministry(unlisted: Sequence[str]) -> bool:
    """Whether superiors that the list lacks are the ministry itself: one name, of several offices, and no code.

    Lists of a ministry's offices have its name in every row, and no row for it.
    """
    return (
        len(unlisted) > 1
        and len(set(map(name_key, unlisted))) == 1
        and not any(letter.isdigit() for letter in unlisted[0])
        and " " in unlisted[0].strip()
    )


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
            first = seen[office.key]
            raise InputError("register-code-twice", **where, first=first.row, other=first.code)
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
