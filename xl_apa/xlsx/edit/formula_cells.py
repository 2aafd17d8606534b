"""The formulas of a sheet, as text, and what must be done to a formula when it goes to another cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from xl_apa.core.errors import InputError
from xl_apa.xlsx.addresses import cell_name, position
from xl_apa.xlsx.read.limits import unusable
from xl_apa.xlsx.read.ooxml.package import parse_part, sheet_parts, workbook_part
from xl_apa.xlsx.read.xml_parser import BROKEN_PACKAGE

_REFERENCE = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")"""
    r"""|(?P<sheet>'(?:[^']|'')*'!|[^\W\d][\w.]*!)?(?<![\w.$])(?P<cell>\$?[A-Z]{1,3}\$?[0-9]{1,7})(?![\w(.!])"""
)
"""A text in a formula, or an address in it, with the sheet before it."""
_ADDRESS = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})")
_NOWHERE = "#REF!"


def sheet_formulas(path: Path, sheet: str) -> dict[tuple[int, int], str]:
    """Return the formulas of a sheet by row and column (from 0), without `=`; one shared by cells stands in each.

    Raise InputError when the file is no workbook or has no such sheet.
    """
    try:
        with ZipFile(path) as package:
            book_part = workbook_part(package)
            parts = sheet_parts(package, book_part, parse_part(package, book_part))
            if sheet not in parts:
                raise InputError("sheet-missing", path=path, sheet=sheet)
            return dict(formulas_in(parse_part(package, parts[sheet])))
    except BROKEN_PACKAGE as error:
        raise unusable(path, error) from error


def formulas_in(sheet: etree._Element) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the place and text of every formula of a sheet."""
    shared: dict[str, tuple[int, int, str]] = {}
    for cell in sheet.iterfind("{*}sheetData/{*}row/{*}c"):
        formula = cell.find("{*}f")
        place = None if formula is None else position(cell.get("r", ""))
        if formula is None or place is None:
            continue
        text, index = formula.text or "", formula.get("si", "")
        if formula.get("t") == "shared" and text:
            shared[index] = (*place, text)
        elif formula.get("t") == "shared" and index in shared:
            row, column, first = shared[index]
            text = moved(first, place[0] - row, place[1] - column)
        yield place, text


def moved(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it is so many cells further down and to the right: what is not fixed by `$` moves with it."""

    def move(fixed_column: str, column: int, fixed_row: str, row: int) -> str:
        to_row, to_column = row if fixed_row else row + rows, column if fixed_column else column + columns
        if to_row < 0 or to_column < 0:
            return _NOWHERE
        name = cell_name(to_row, to_column)
        letters = name.rstrip("0123456789")
        return f"{fixed_column}{letters}{fixed_row}{name[len(letters) :]}"

    return with_addresses(formula, move, other_sheets=True)


def with_addresses(formula: str, change: Callable[[str, int, str, int], str], *, other_sheets: bool = False) -> str:
    """Return a formula with every address replaced by what `change` makes of it: `$` or "", column, `$` or "", row.

    Addresses on other sheets stay unless they are wanted too; so does what stands in quotes.
    """

    def replaced(match: re.Match[str]) -> str:
        if match["text"] is not None or (match["sheet"] and not other_sheets):
            return match[0]
        parts = _ADDRESS.fullmatch(match["cell"])
        place = position(match["cell"])
        assert parts is not None and place is not None, "the pattern of addresses"
        return (match["sheet"] or "") + change(parts[1], place[1], parts[3], place[0])

    return _REFERENCE.sub(replaced, formula)


def comparable(formula: str) -> str:
    """Return a formula as it is compared: without blanks, and without what it says of other sheets' cells."""
    whole = _REFERENCE.sub(lambda match: f"{'!' if match['sheet'] else ''}*" if match["sheet"] else match[0], formula)
    pieces = re.split(r'("(?:[^"]|"")*")', whole.removeprefix("=").replace("_xlfn.", ""))
    return "".join(piece if place % 2 else "".join(piece.split()).upper() for place, piece in enumerate(pieces))


def expand_shared(sheet: etree._Element, wanted: Set[str]) -> None:
    """Give every cell of the named shared formulas a formula of its own, so that one of them can be changed."""
    if not wanted:
        return
    for place, text in list(formulas_in(sheet)):
        cell = sheet.find(f"{{*}}sheetData/{{*}}row/{{*}}c[@r='{cell_name(*place)}']/{{*}}f")
        if cell is not None and cell.get("t") == "shared" and cell.get("si", "") in wanted:
            cell.text = text
            for attribute in {"t", "si", "ref"} & set(cell.keys()):
                del cell.attrib[attribute]
