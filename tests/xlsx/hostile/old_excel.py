"""Hostile .xls files, from what LibreOffice wrote."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator

import olefile

from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import Offices

OFFICE = "LibreOffice .xls"
_SECTOR = 512
EOF, FILEPASS, RK, ROW, SHEET = 0x0A, 0x2F, 0x27E, 0x208, 0x85
COLUMNS, USUAL_HEIGHT = 0x7D, 0x225


def old_excel() -> Iterator[Defect]:
    """The defects of this kind."""
    yield Defect("as LibreOffice writes it", OFFICE, lambda made: made.office("xls").read_bytes(), READ, "xls")
    for place in (0.35, 0.45, 0.6, 0.8):
        yield Defect(f"a sector of zeros at {place:.0%}", OFFICE, _zeroed(place), "workbook-damaged", "xls")
    yield Defect("a sector of zeros among the cells", OFFICE, _zeroed_cells, "workbook-damaged", "xls")
    yield Defect(
        "cut off in the middle", OFFICE, lambda made: _data(made)[: len(_data(made)) // 2], "workbook-damaged", "xls"
    )
    yield Defect("a far cell", OFFICE, _far_cell, "cell-far-away", "xls")
    yield Defect("a password that hides nothing (XOR)", OFFICE, _xor, "workbook-password", "xls")
    yield Defect("a record longer than the file", OFFICE, _long_record, "workbook-damaged", "xls")
    yield Defect("sectors in a circle", OFFICE, _circle, "workbook-damaged", "xls")


def _data(made: Offices) -> bytes:
    return made.office("xls").read_bytes()


def _zeroed(place: float) -> Callable[[Offices], bytes]:
    def make(made: Offices) -> bytes:
        data = bytearray(_data(made))
        at = _SECTOR + int(len(data) * place) // _SECTOR * _SECTOR
        data[at : at + _SECTOR] = bytes(_SECTOR)
        return bytes(data)

    return make


def _zeroed_cells(made: Offices) -> bytes:
    """A sector with cells of the second quarter."""
    data, stream, at = _cell_in_m(made)
    place = _in_file(data, stream, at) // _SECTOR * _SECTOR
    return data[:place] + bytes(_SECTOR) + data[place + _SECTOR :]


def _far_cell(made: Offices) -> bytes:
    data, stream, at = _cell_in_m(made)
    return _patched(data, stream, at + 4, struct.pack("<HH", 65535, 255))


def _xor(made: Offices) -> bytes:
    """The first record behind the beginning becomes the one that tells of a password, kind XOR."""
    data = _data(made)
    stream = _stream(data)
    _, size = struct.unpack_from("<HH", stream, 0)
    at = 4 + size
    return _patched(data, stream, at, struct.pack("<H", FILEPASS))


def _long_record(made: Offices) -> bytes:
    data, stream, at = _cell_in_m(made)
    return _patched(data, stream, at + 2, struct.pack("<H", 0xFFFF))


def _circle(made: Offices) -> bytes:
    """The tenth sector of the workbook is followed by its first."""
    data = bytearray(_data(made))
    fat = struct.unpack_from("<I", data, 76)[0]
    place = _SECTOR + fat * _SECTOR
    first = data.index(_stream(bytes(data))[:_SECTOR]) // _SECTOR - 1
    struct.pack_into("<I", data, place + 4 * (first + 10), first)
    return bytes(data)


def hidden_row(made: Offices) -> bytes:
    data, stream, at = _row_11(made)
    flags = struct.unpack_from("<H", stream, at + 12)[0]
    return _patched(data, stream, at + 12, struct.pack("<H", flags | 0x20))


def low_row(made: Offices) -> bytes:
    data, stream, at = _row_11(made)
    return _patched(data, stream, at + 6, struct.pack("<H", 15))


def rows_usually_low(made: Offices) -> bytes:
    """Row 11 is as high as rows usually are, which is next to nothing."""
    data, stream, at = _row_11(made)
    usual = next(at + 4 for code, at, _ in _records(stream, _sheet_start(stream, 3)) if code == USUAL_HEIGHT)
    data = _patched(data, stream, usual + 2, struct.pack("<H", 15))
    return _patched(data, _stream(data), at + 6, struct.pack("<H", 0x8000 | 300))


def narrow_column(made: Offices) -> bytes:
    """Column M, with whatever stands in the same record."""
    data = _data(made)
    stream = _stream(data)
    for code, at, _ in _records(stream, _sheet_start(stream, 3)):
        first, last = struct.unpack_from("<HH", stream, at + 4)
        if code == COLUMNS and first <= 12 <= last:
            return _patched(data, stream, at + 8, struct.pack("<H", 20))
    raise AssertionError("no column M")


def _row_11(made: Offices) -> tuple[bytes, bytes, int]:
    """The file, its stream, and where in that the content of the record of row 11 begins."""
    data = _data(made)
    stream = _stream(data)
    for code, at, _ in _records(stream, _sheet_start(stream, 3)):
        if code == ROW and struct.unpack_from("<H", stream, at + 4)[0] == 10:
            return data, stream, at + 4
    raise AssertionError("no row 11")


def _cell_in_m(made: Offices) -> tuple[bytes, bytes, int]:
    data = _data(made)
    stream = _stream(data)
    for code, at, _ in _records(stream, _sheet_start(stream, 3)):
        if code == RK and struct.unpack_from("<H", stream, at + 6) == (12,):
            return data, stream, at
    raise AssertionError("no number in column M")


def _stream(data: bytes) -> bytes:
    with olefile.OleFileIO(io.BytesIO(data)) as storage:
        content: bytes = storage.openstream("Workbook").read()
    return content


def _sheet_start(stream: bytes, number: int) -> int:
    starts = [struct.unpack_from("<I", stream, at + 4)[0] for code, at, _ in _records(stream, 0) if code == SHEET]
    return int(starts[number])


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    while start + 4 <= len(stream):
        code, size = struct.unpack_from("<HH", stream, start)
        yield code, start, size
        if code == EOF:
            return
        start += 4 + size


def _patched(data: bytes, stream: bytes, at: int, new: bytes) -> bytes:
    place = _in_file(data, stream, at)
    return data[:place] + new + data[place + len(new) :]


def _in_file(data: bytes, stream: bytes, at: int) -> int:
    """Where a byte of the stream lies in the file, sector by sector."""
    with olefile.OleFileIO(io.BytesIO(data)) as storage:
        entry = next(each for each in storage.direntries if each and each.name == "Workbook")
        sector = entry.isectStart
        for _ in range(at // _SECTOR):
            sector = storage.fat[sector]
    place = _SECTOR + sector * _SECTOR + at % _SECTOR
    assert data[place] == stream[at]
    return int(place)
