"""The rows of a register, out of a workbook or a text file, however people made it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from xl_apa.core.cells import Cell
from xl_apa.core.errors import InputError
from xl_apa.core.text.numerals import clean
from xl_apa.ministry.register.columns import HEADINGS, column_of
from xl_apa.xlsx.read.safe_open import open_workbook

_TEXT_ENDINGS = (".csv", ".txt", ".tsv")
_SEPARATORS = ",;\t|"
"""Excel writes semicolons where the comma is the decimal sign, and tabs as "Unicode text"."""
_SAID_SEPARATOR = re.compile(r"sep=(.)\r?\n")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEARCHED_ROWS = 20
"""How far down the row of headings is looked for; a letterhead may stand above it."""
_NEEDED = ("code", "name")
_SHOWN = 8
"""How many headings a message repeats."""
_QUESTION_MARKS = re.compile(r"[?\ufffd\s.,:;/()\d-]*[?\ufffd]{3}[?\ufffd\s.,:;/()\d-]*")
_WRONG_CODE_PAGE = re.compile("à[¦§]")
"""What a text becomes that is written with one table of letters and read with another."""

Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """The rows under the headings, each with its number in the file, and where each column stands.

    `ignored` are the headings of the columns that say nothing about an office here.
    """

    rows: tuple[tuple[int, Sequence[Any]], ...]
    columns: dict[str, tuple[int, ...]]
    ignored: tuple[str, ...]


def read_table(path: Path) -> RegisterTable:
    """Return the register's table: of a workbook the first sheet that has its headings, of a text its only table.

    Raise InputError when the file cannot be read, is lost to question marks, or has no row of headings.
    """
    missing: InputError | None = None
    for rows in _tables(path):
        _refuse_lost_letters(rows, path)
        try:
            return _table(rows, path)
        except InputError as error:
            missing = missing or error
    raise missing or InputError("register-empty", path=path)


def text_of(row: Sequence[Any], column: int) -> str:
    """Return what a cell says on one line, "" where the row does not reach it."""
    return clean(Cell(row[column]).text) if column < len(row) else ""


def _tables(path: Path) -> Iterator[Rows]:
    if path.suffix.lower() in _TEXT_ENDINGS:
        yield _csv_rows(path)
        return
    with open_workbook(path) as book:
        for sheet in book.sheet_names:
            yield book.rows(sheet)


# ---- texts ----------------------------------------------------------------------------------------------------------


def _csv_rows(path: Path) -> Rows:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file-missing", path=path) from error
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
    try:
        text = data.decode(_encoding(data)).replace("\x00", "")
    except UnicodeError as error:
        raise InputError("register-not-unicode", path=path) from error
    if said := _SAID_SEPARATOR.match(text):
        return _split(text[said.end() :], said[1], path)

    def headings(separator: str) -> int:
        return max((_found(row) for row in _first_rows(text, separator)), default=0)

    # A title above the table has commas of its own: what finds the headings is the separator.
    return _split(text, max(_SEPARATORS, key=headings), path)


def _encoding(data: bytes) -> str:
    if data.startswith(_UTF16):
        return "utf-16"
    # Without a mark at the start: every other byte of a separator or a line's end is nought.
    start = data[:4096]
    if b"\x00" in start:
        return "utf-16-le" if start[1::2].count(0) >= start[0::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def _first_rows(text: str, separator: str) -> Rows:
    """Return the rows in which the headings are looked for; none where they cannot be split like this."""
    try:
        return list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _SEARCHED_ROWS))
    except csv.Error:
        return []


def _split(text: str, separator: str, path: Path) -> Rows:
    """Return all rows. Raise InputError for a quotation mark out of place: it would swallow the offices after it."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise InputError("register-quotes", path=path, row=reader.line_num) from error


def _found(row: Sequence[Any]) -> int:
    return len({column for value in row if (column := column_of(str(value)))})


# ---- what is in them ------------------------------------------------------------------------------------------------


def _refuse_lost_letters(rows: Rows, path: Path) -> None:
    """Raise InputError where letters have become question marks: Excel's plain CSV cannot hold Bangla."""
    for number, row in enumerate(rows, start=1):
        for value in row:
            if isinstance(value, str) and (_QUESTION_MARKS.fullmatch(value) or _WRONG_CODE_PAGE.search(value)):
                raise InputError("register-letters-lost", path=path, row=number, text=value)


def _table(rows: Rows, path: Path) -> RegisterTable:
    best: set[str] = set()
    shown: list[str] = []
    for at, row in enumerate(rows[:_SEARCHED_ROWS]):
        columns: dict[str, tuple[int, ...]] = {}
        ignored = []
        for column, value in enumerate(row):
            heading = clean(str(value)) if value is not None else ""
            name = column_of(heading)
            # A telephone number and an address are both how to reach an office; of the rest the first column counts.
            if name and (name == "contact" or name not in columns):
                columns[name] = (*columns.get(name, ()), column)
            elif heading:
                ignored.append(heading)
        if "name_en" in columns:
            # Offices that have only an English name have a name.
            columns.setdefault("name", columns["name_en"])
        if set(_NEEDED) <= columns.keys():
            return RegisterTable(tuple(_under(rows, at)), columns, tuple(ignored))
        told = [clean(str(value)) for value in row if value not in (None, "")]
        if len(columns) > len(best) or not shown:
            best, shown = set(columns), told[:_SHOWN]
    missing = [HEADINGS[name] for name in _NEEDED if name not in best]
    raise InputError("register-heading-missing", path=path, headings=missing, found=shown or "-")


def _under(rows: Rows, head: int) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the rows under the headings that say something; headings that a printed page repeats do not."""
    repeated = [clean(str(value)) for value in rows[head] if value not in (None, "")]
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        said = [clean(str(value)) for value in row if value not in (None, "")]
        if any(said) and said != repeated:
            yield number, row
