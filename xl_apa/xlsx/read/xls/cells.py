"""What the cell records of an .xls sheet say that xlrd passes over: a cell twice, a text that there is not, a formula
of which another program than Excel stored no result.

Source: MS-XLS 2.4 (BOF, which tells the program that wrote the file, BoolErr, Formula, LabelSst, MulRk, MulBlank).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from xl_apa.xlsx.read.xls.structure import records_of

_BOF, _EOF = 0x0809, 0x000A
_BLANK, _MULTIPLE_BLANK, _MULTIPLE = 0x0201, 0x00BE, 0x00BD
_FLAG, _FORMULA, _SHARED = 0x0205, 0x0006, 0x00FD
_VALUES = frozenset((_FLAG, _FORMULA, _SHARED, 0x0203, 0x0204, 0x00D6, 0x027E))
"""Records of one cell: also NUMBER, LABEL, RSTRING and RK."""
_OTHER_FORMULAS = frozenset((0x0206, 0x0406))
"""As Excel 3 and 4 wrote them; later ones do not know them."""
_NUMBERS = 6
"""Bytes of a number among several."""
_ZERO = bytes(8)
_OTHER_PROGRAMS_YEAR = 1996
"""What libraries and LibreOffice write as the year of the Excel that wrote a file, after Excel 97; later ones write
1997."""
_RECALCULATED = 3
"""Bits of a formula that is calculated whenever the file is opened."""

Place = tuple[int, int]


def check_cells(data: bytes, start: int, texts: int) -> frozenset[Place]:
    """Return rows and columns of the formulas whose stored result is none: 0, which everybody writes for a missing one.

    The records of the sheet begin at `start`; the workbook has so many `texts`. LibreOffice stores 0 for every text in
    a cell with a number's format, and libraries for all they do not calculate. Raise ValueError where the records of a
    cell can be understood in two ways.
    """
    (year,) = struct.unpack_from("<H", data, start + 4 + 6)
    seen: set[Place] = set()
    unresolved: set[Place] = set()
    depth = 0
    for code, record in records_of(data, start):
        depth += (code == _BOF) - (code == _EOF)
        if depth > 1 or code in (_BLANK, _MULTIPLE_BLANK):
            blanks = _blanks(code, record) if depth == 1 else ()
            if not seen.isdisjoint(blanks):
                raise ValueError("a cell twice")
            continue
        if code in _OTHER_FORMULAS:
            raise ValueError("a formula of an older Excel")
        places = _places(code, record)
        for place in places:
            if place in seen:
                raise ValueError("a cell twice")
            seen.add(place)
        if code == _FORMULA and record[6:14] == _ZERO:
            if year == _OTHER_PROGRAMS_YEAR or record[14] & _RECALCULATED:
                unresolved.update(places)
        elif code == _SHARED and struct.unpack_from("<I", record, 6)[0] >= texts:
            raise ValueError("a text that there is not")
        elif code == _FLAG and not record[7] and record[6] > 1:
            raise ValueError("neither true nor false")
    return frozenset(unresolved)


def _places(code: int, record: bytes) -> tuple[Place, ...]:
    """The cells whose values a record holds."""
    if code in _VALUES:
        row, column = struct.unpack_from("<HH", record)
        return ((row, column),)
    return tuple(_several(record, _NUMBERS)) if code == _MULTIPLE else ()


def _blanks(code: int, record: bytes) -> tuple[Place, ...]:
    """The cells of which a record says that they are blank."""
    if code == _MULTIPLE_BLANK:
        return tuple(_several(record, 2))
    row, column = struct.unpack_from("<HH", record)
    return ((row, column),)


def _several(record: bytes, size: int) -> Iterator[Place]:
    row, first = struct.unpack_from("<HH", record)
    (last,) = struct.unpack_from("<H", record, len(record) - 2)
    if len(record) != 6 + size * (last - first + 1):
        raise ValueError("not as many cells as it says")
    return ((row, column) for column in range(first, last + 1))
