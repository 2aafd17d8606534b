"""The conditional formats of an .xls sheet that change what is seen of a number or strike it; xlrd tells of none.

Source: MS-XLS 2.4 (CondFmt, CF), 2.5 (DXFN, DXFNum, DXFFntD, CFParsedFormula). What came with Excel 2007, as bars and
signs in the place of a number, stands in records of its own, which Excel 2003 and LibreOffice pass over too.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence

from xl_apa.xlsx.read.conditional import ConditionalLook
from xl_apa.xlsx.read.grid import CellRange
from xl_apa.xlsx.read.limits import check_count
from xl_apa.xlsx.read.looks.number_formats import Shown, shown_by
from xl_apa.xlsx.read.xls.structure import records_of

_GROUP, _RULE = 0x01B0, 0x01B1
_OF_VALUE, _OF_FORMULA = 1, 2
_SIGNS = {1: (">=", "<="), 3: ("=",), 4: ("<>",), 5: (">",), 6: ("<",), 7: (">=",), 8: ("<=",)}
_COMPARE = {0x09: "<", 0x0A: "<=", 0x0B: "=", 0x0C: ">=", 0x0D: ">", 0x0E: "<>"}
_WHOLE, _FLOAT = 0x1E, 0x1F
"""Tokens of numbers."""
_MINUS = b"\x13"
_RELATIVE = (0x2C, 0x4C, 0x6C)
"""Tokens of a cell that is told from the cell of the format itself."""
_NUMBER_FORMAT, _FONT = 1 << 25, 1 << 26
_OWN_CODE = 1
_STRIKE = 1 << 7
_STYLE_AT, _UNTOLD_AT = 68, 88
"""Where a font of a conditional format says how it looks, and what of that it leaves as it is."""


def conditional_looks(data: bytes, start: int, built_in: Callable[[int], Shown]) -> Sequence[ConditionalLook]:
    """Return the formats of the sheet whose records begin at `start`; `built_in` tells a number format by its number.

    Raise struct.error and ValueError where a record is not whole.
    """
    found: list[ConditionalLook] = []
    areas: list[CellRange] = []
    for code, record in records_of(data, start):
        if code == _GROUP:
            areas = list(_areas(record))
        elif code == _RULE:
            found += _of_rule(record, areas, built_in)
    check_count(len(found))
    return found


def _areas(group: bytes) -> Iterator[CellRange]:
    (count,) = struct.unpack_from("<H", group, 12)
    for number in range(count):
        top, bottom, left, right = struct.unpack_from("<4H", group, 14 + 8 * number)
        yield CellRange(top, left, bottom, right)


def _of_rule(rule: bytes, areas: Sequence[CellRange], built_in: Callable[[int], Shown]) -> Iterator[ConditionalLook]:
    kind, sign, first_size, second_size = struct.unpack_from("<BBHH", rule)
    struck, shown = _look(rule[6:], built_in)
    if struck or not shown.plain:
        formulas = rule[len(rule) - first_size - second_size :]
        bounds = list(_bounds(kind, sign, formulas[:first_size], formulas[first_size:]))
        yield from (ConditionalLook(area, struck, None if shown.plain else shown, bounds) for area in areas)


def _look(format_: bytes, built_in: Callable[[int], Shown]) -> tuple[bool, Shown]:
    """Whether a differential format strikes through, and how it shows numbers."""
    flags, more = struct.unpack_from("<IH", format_)
    at = 6
    shown = shown_by("")
    if flags & _NUMBER_FORMAT and more & _OWN_CODE:
        (size,) = struct.unpack_from("<H", format_, at)
        letters, wide = format_[at + 5 : at + size], format_[at + 4] & 1
        shown = shown_by(letters.decode("utf-16-le" if wide else "latin-1"))
        at += size
    elif flags & _NUMBER_FORMAT:
        shown = built_in(format_[at + 1])
        at += 2
    struck = False
    if flags & _FONT:
        style, untold = (struct.unpack_from("<I", format_, at + place)[0] for place in (_STYLE_AT, _UNTOLD_AT))
        struck = bool(style & _STRIKE) and not untold & _STRIKE
    return struck, shown


def _bounds(kind: int, sign: int, first: bytes, second: bytes) -> Iterator[tuple[str, float]]:
    """What a rule asks of a cell's own number; nothing where it asks something else."""
    if kind == _OF_VALUE:
        signs = _SIGNS.get(sign, ())
        numbers = [number for each in (first, second) if (number := _number(each)) is not None]
        if len(signs) == len(numbers):
            yield from zip(signs, numbers)
    elif kind == _OF_FORMULA and len(first) > 6 and first[0] in _RELATIVE and first[-1] in _COMPARE:
        row, column = struct.unpack_from("<HH", first, 1)
        number = _number(first[5:-1])
        # Both relative, and no row or column away.
        if number is not None and (row, column) == (0, 0xC000):
            yield _COMPARE[first[-1]], number


def _number(formula: bytes) -> float | None:
    """The number that is all a formula says."""
    if formula[-1:] == _MINUS and (number := _number(formula[:-1])) is not None:
        return -number
    if formula[:1] == bytes([_WHOLE]) and len(formula) == 3:
        return float(struct.unpack_from("<H", formula, 1)[0])
    if formula[:1] == bytes([_FLOAT]) and len(formula) == 9:
        return float(struct.unpack_from("<d", formula, 1)[0])
    return None
