"""Whether the records of an .xls file are whole: it has no checksums, and xlrd skips what it does not know.

Source: MS-XLS 2.1.4 (records), 2.4.21 (BOF), 2.4.265 (SST). A record is a code, a size and so many bytes; workbook and
sheets are runs of them from BOF to EOF. A sector of zeros or foreign bytes breaks such a run, which is seen here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

_BOF, _EOF, _CONTINUE, _STRINGS = 0x0809, 0x000A, 0x003C, 0x00FC
_MOST_RECORD = 8224
"""Bytes; what is longer goes on in further records (MS-XLS 2.1.4)."""
_ZEROS = bytes(128)
"""So many zeros stand in no text, in no formula and behind none."""
_FORMULAS = frozenset((0x0006, 0x0221, 0x04BC))
"""FORMULA, ARRAY and SHRFMLA: long enough for a whole sector."""


def check_records(data: bytes, start: int, length: int, sheets: Iterable[int]) -> None:
    """Raise ValueError unless the records of the workbook and of its sheets are whole.

    `data` from `start` on, `length` bytes: the stream; `sheets`: where in `data` the records of each sheet begin.
    """
    end = start + length
    if end > len(data):
        raise ValueError("the stream is cut off")
    for place in (start, *sheets):
        _check_run(data, place, end)


def records_of(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield code and content of the records from a BOF to its EOF, of a stream that was found whole."""
    depth = 0
    while True:
        code, size = struct.unpack_from("<HH", data, at)
        depth += (code == _BOF) - (code == _EOF)
        if depth <= 0:
            return
        yield code, data[at + 4 : at + 4 + size]
        at += 4 + size


def _check_run(data: bytes, at: int, end: int) -> None:
    """Raise ValueError unless the records from a BOF on lead to its EOF."""
    unpack = struct.Struct("<HH").unpack_from
    depth, in_strings = 0, False
    while True:
        if at + 4 > end:
            raise ValueError("no end of the records")
        code, size = unpack(data, at)
        if code == 0 or size > _MOST_RECORD or at + 4 + size > end:
            raise ValueError(f"no record at {at}")
        if code == _BOF:
            depth += 1
        elif code == _EOF:
            depth -= 1
        if depth <= 0:
            if code != _EOF:
                raise ValueError(f"no beginning at {at}")
            return
        in_strings = code == _STRINGS or (in_strings and code == _CONTINUE)
        if (in_strings or code in _FORMULAS) and data.find(_ZEROS, at + 4, at + 4 + size) >= 0:
            raise ValueError("zeros among the texts or in a formula")
        at += 4 + size
