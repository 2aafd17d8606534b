"""What lies over the cells of a sheet in an .xls file: boxes with text, and pictures. xlrd tells of comments alone.

Sources: MS-XLS 2.4.170 (MsoDrawing), 2.4.181 (Obj), 2.4.329 (TxO), 2.5.193 (OfficeArtClientAnchorSheet).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from xl_apa.xlsx.read.grid import CellRange, Overlay

_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_DRAWING, _OBJECT, _TEXT = 0x00EC, 0x005D, 0x01B6
_COMMENT, _PICTURE = 0x19, 0x08
"""Types of objects, as their first part says them."""

_ANCHOR = struct.pack("<HHI", 0, 0xF010, 18)
"""How an anchor begins in a drawing: its head, and the length of what follows."""


def drawn_in(data: bytes, start: int) -> Iterator[Overlay]:
    """Yield what is drawn over the cells of the sheet whose records begin at `start`, without its comments.

    Raise struct.error where the records end before the sheet does.
    """
    area: CellRange | None = None
    kind = -1
    awaits_text = False
    for code, record in _records(data, start):
        if code == _DRAWING:
            area = _anchor_in(record) or area
        elif code == _OBJECT:
            kind = struct.unpack_from("<H", record, 4)[0]
            if kind == _PICTURE and area:
                yield Overlay(area)
        elif code == _CONTINUE and awaits_text:
            text = _text_of(record)
            if text and area and kind != _COMMENT:
                yield Overlay(area, text)
        awaits_text = code == _TEXT


def _records(data: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of a sheet itself, without those of charts in it."""
    depth = 0
    while True:
        code, size = struct.unpack_from("<HH", data, start)
        depth += (code == _BOF) - (code == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield code, data[start + 4 : start + 4 + size]
        start += 4 + size


def _anchor_in(drawing: bytes) -> CellRange | None:
    at = drawing.rfind(_ANCHOR)
    if at < 0:
        return None
    _, left, _, top, _, right, over_right, bottom, over_bottom = struct.unpack_from("<9H", drawing, at + len(_ANCHOR))
    # The far corner lies in the cell before where it only touches the next one.
    right -= not over_right
    bottom -= not over_bottom
    return CellRange(top, left, max(top, bottom), max(left, right))


def _text_of(record: bytes) -> str:
    """The text behind a text record: a byte that tells how its letters are stored, and the letters."""
    if not record:
        return ""
    return record[1:].decode("utf-16-le" if record[0] & 1 else "latin-1", "replace").strip()
