"""What officers do to a sheet, done to the file's XML as Excel does it: columns and rows put in or taken out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from xl_apa.xlsx.addresses import cell_name, column_letters, position
from xl_apa.xlsx.read.ooxml.package import parse_part, sheet_parts, workbook_part

Parts = dict[str, bytes]
Move = Callable[[int, int], tuple[int, int] | None]
"""Row and column of a cell, from 0, to where it goes; None where it is deleted."""

_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")|(?P<sheet>'(?:[^']|'')*'!|[A-Za-z_]\w*!)?"""
    r"""(?<![\w.$])(?P<first>\$?[A-Z]{1,3}\$?\d+)(?::(?P<last>\$?[A-Z]{1,3}\$?\d+))?(?![\w(])"""
)


def parts_of(path: Path) -> Parts:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def save(parts: Parts, path: Path) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def sheet_part(parts: Parts, sheet: str) -> str:
    """Return the part that a sheet is kept in."""
    package = BytesIO()
    with ZipFile(package, "w") as new:
        for name in ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            new.writestr(name, parts[name])
    with ZipFile(package) as old:
        book = workbook_part(old)
        return sheet_parts(old, book, parse_part(old, book))[sheet]


def put_in_columns(at: int, count: int = 1) -> Move:
    return lambda row, column: (row, column + count if column >= at else column)


def take_out_column(at: int) -> Move:
    return lambda row, column: None if column == at else (row, column - (column > at))


def put_in_rows(at: int, count: int = 1) -> Move:
    return lambda row, column: (row + count if row >= at else row, column)


def take_out_row(at: int) -> Move:
    return lambda row, column: None if row == at else (row - (row > at), column)


def move_cells(parts: Parts, sheet: str, move: Move) -> Parts:
    """Return the workbook with the cells of a sheet moved, and every formula, range and name following them."""
    changed = dict(parts)
    own = sheet_part(parts, sheet)
    for name, data in parts.items():
        if not name.startswith("xl/worksheets/sheet"):
            continue
        if name != own and f"'{sheet}'!".encode() not in data:
            continue
        root = etree.fromstring(data)
        for formula in root.iterfind("{*}sheetData/{*}row/{*}c/{*}f"):
            if name == own or sheet in (formula.text or ""):
                formula.text = _followed(formula.text or "", move, sheet, here=name == own)
        if name == own:
            _move_sheet(root, move)
        changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    book = etree.fromstring(parts["xl/workbook.xml"])
    for defined in book.iterfind("{*}definedNames/{*}definedName"):
        defined.text = _followed(defined.text or "", move, sheet, here=False)
    changed["xl/workbook.xml"] = etree.tostring(book, xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed


@lru_cache(maxsize=20_000)
def _tokens(formula: str) -> tuple[str | re.Match[str], ...]:
    """Return a formula in pieces: the addresses in it, and what stands between them."""
    pieces: list[str | re.Match[str]] = []
    end = 0
    for match in _TOKEN.finditer(formula):
        pieces += [formula[end : match.start()], match]
        end = match.end()
    return (*pieces, formula[end:])


def _followed(formula: str, move: Move, sheet: str, *, here: bool) -> str:
    def replaced(match: re.Match[str]) -> str:
        named = (match["sheet"] or "").rstrip("!").strip("'")
        if match["text"] is not None or (named != sheet if named else not here):
            return match[0]
        moved = [_address(part, move) for part in (match["first"], match["last"]) if part]
        return (match["sheet"] or "") + (":".join(moved) if "" not in moved else "#REF!")

    return "".join(piece if isinstance(piece, str) else replaced(piece) for piece in _tokens(formula))


def _address(text: str, move: Move) -> str:
    place = position(text)
    assert place is not None
    to = move(*place)
    if to is None:
        return ""
    dollar_column, dollar_row = ("$" if text.startswith("$") else "", "$" if "$" in text[1:] else "")
    return f"{dollar_column}{column_letters(to[1])}{dollar_row}{to[0] + 1}"


def _move_sheet(root: etree._Element, move: Move) -> None:
    (data,) = root.iterfind("{*}sheetData")
    rows: dict[int, etree._Element] = {}
    for row in list(data):
        data.remove(row)
        number = int(row.get("r")) - 1
        to_row = move(number, 0)
        for cell in list(row):
            place = position(cell.get("r"))
            assert place is not None
            to = move(*place)
            if to is None:
                row.remove(cell)
            else:
                cell.set("r", cell_name(*to))
        row.attrib.pop("spans", "")
        if to_row is not None or len(row):
            new = to_row[0] if to_row else number
            row.set("r", str(new + 1))
            rows[new] = row
    data.extend(rows[number] for number in sorted(rows))
    for merged in list(root.iterfind("{*}mergeCells/{*}mergeCell")):
        area = _area(merged.get("ref"), move)
        if area and ":" in area:
            merged.set("ref", area)
        else:
            merged.getparent().remove(merged)
    for ranged in root.iterfind("{*}conditionalFormatting"):
        ranged.set("sqref", _areas(ranged.get("sqref"), move))
    for ranged in root.iterfind("{*}dataValidations/{*}dataValidation"):
        ranged.set("sqref", _areas(ranged.get("sqref"), move))
    for columns in list(root.iterfind("{*}cols/{*}col")):
        first, last = (move(0, int(columns.get(name)) - 1) for name in ("min", "max"))
        if first and last:
            columns.set("min", str(first[1] + 1))
            columns.set("max", str(last[1] + 1))
        else:
            columns.getparent().remove(columns)


def _areas(text: str, move: Move) -> str:
    return " ".join(filter(None, (_area(part, move) for part in text.split()))) or "XFD1048576"


def _area(text: str, move: Move) -> str:
    """Return a range after the move; of a range of which a side was deleted what is left of it."""
    first, _, last = text.partition(":")
    places = [position(first), position(last or first)]
    (top, left), (bottom, right) = (place for place in places if place)
    cells = [move(row, column) for row in {top, bottom} for column in {left, right}]
    cells += [move(row, left) for row in range(top, bottom + 1)] + [
        move(top, column) for column in range(left, right + 1)
    ]
    kept = [cell for cell in cells if cell]
    if not kept:
        return ""
    corners = [f(kept, key=lambda cell: cell[axis])[axis] for axis in (0, 1) for f in (min, max)]
    ends = (cell_name(corners[0], corners[2]), cell_name(corners[1], corners[3]))
    return ends[0] if ends[0] == ends[1] else ":".join(ends)
