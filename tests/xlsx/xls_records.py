"""Changes the records of one cell in an .xls file, and writes the file anew."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import olefile

_BOF, _EOF, _SHEET = 0x0809, 0x000A, 0x0085
_CELL = (0x0006, 0x0201, 0x0203, 0x0205, 0x027E, 0x00FD)
_STREAM = "Workbook"
_SECTOR, _SHORT = 512, 4096
_FREE, _END, _OF_THE_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Records = Callable[[bytes], bytes]
"""New records of a cell, from what they begin with: its row, its column and the number of its style."""


def record(code: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(content)) + content


def with_records(source: Path, target: Path, sheet: str, place: tuple[int, int], records: Records) -> Path:
    """The workbook with other records for a cell, which has to have one of its own."""
    with olefile.OleFileIO(str(source)) as storage:
        data = storage.openstream(_STREAM).read()
    sheets = dict(_sheets(data))
    start, _ = sheets[sheet]
    at, old = next(
        (at, content)
        for at, code, content in _walk(data, start)
        if code in _CELL and struct.unpack_from("<HH", content) == place
    )
    new = records(old[:6])
    whole = bytearray(data[:at] + new + data[at + 4 + len(old) :])
    for begins, told_at in sheets.values():
        if begins > at:
            struct.pack_into("<I", whole, told_at, begins + len(new) - len(old) - 4)
    target.write_bytes(_compound(bytes(whole)))
    return target


def _walk(data: bytes, at: int) -> Iterator[tuple[int, int, bytes]]:
    depth = 0
    while True:
        code, size = struct.unpack_from("<HH", data, at)
        depth += (code == _BOF) - (code == _EOF)
        if depth <= 0:
            return
        yield at, code, data[at + 4 : at + 4 + size]
        at += 4 + size


def _sheets(data: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each sheet: where its records begin, and where that is told."""
    for at, code, content in _walk(data, 0):
        if code == _SHEET:
            letters, wide = content[8:], content[7] & 1
            name = letters[: content[6] * (1 + wide)].decode("utf-16-le" if wide else "latin-1")
            yield name, (struct.unpack_from("<I", content)[0], at + 4)


def _compound(stream: bytes) -> bytes:
    """A compound file with this stream alone (MS-CFB)."""
    stream += bytes(max(_SHORT - len(stream), -len(stream) % _SECTOR))
    count = len(stream) // _SECTOR
    tables = 1
    while tables * _SECTOR // 4 < count + tables + 1:
        tables += 1
    first = tables + 1
    table = [_OF_THE_TABLE] * tables + [_END] + [first + 1 + each for each in range(count - 1)] + [_END]
    table += [_FREE] * (tables * _SECTOR // 4 - len(table))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, tables, tables, 0, _SHORT, _END, 0, _END, 0)
    head += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry(_STREAM, 2, _FREE, first, len(stream)) + bytes(256)
    return head + struct.pack(f"<{len(table)}I", *table) + entries + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    told = struct.pack("<HBB3I36x", len(letters) + 2, kind, 1, _FREE, _FREE, child)
    return letters.ljust(64, b"\0") + told + struct.pack("<IQ", start, size)
