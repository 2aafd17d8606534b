"""Macros, links and objects in an .xls file, known by the streams and records that hold them.

Sources: MS-XLS 2.1.7 (streams and storages), 2.4.28 (BoundSheet8), 2.4.271 (SupBook).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile

from xl_apa.xlsx.read.extras import NO_EXTRAS, Extra, ExtraKind, Extras
from xl_apa.xlsx.read.xls.structure import records_of

_PROJECTS = ("_vba_project_cur", "_vba_project")
"""Where Excel 97 and later, and Excel 5, keep macros."""
_OBJECTS = ("mbd", "\1ole10native")
_SHEET, _SUPPORTING_BOOK = 0x0085, 0x01AE
_MACRO_SHEET = 1
_OWN_BOOK, _ADDIN_FUNCTIONS = b"\x01\x04", b"\x01\x3a"
"""What stands for a link into the workbook itself, or to functions of an add-in."""


def extras_of(data: bytes, records: bytes, start: int) -> Extras:
    """Return what an .xls file holds that no report needs; `records` from `start` on are the workbook's own."""
    with olefile.OleFileIO(io.BytesIO(data)) as storage:
        tops = list(dict.fromkeys(path[0] for path in storage.listdir(streams=True, storages=True)))
    found = [*_in_streams(tops, data), *_in_records(records, start)]
    return Extras(found) if found else NO_EXTRAS


def _in_streams(tops: list[str], data: bytes) -> Iterator[Extra]:
    for name in tops:
        plain = name.lower()  # capitals do not matter (MS-CFB 2.6.4)
        if plain in _PROJECTS:
            yield Extra(ExtraKind.MACROS, name, data)
        elif plain.startswith(_OBJECTS) or plain == "ctls":
            yield Extra(ExtraKind.OBJECT, name)


def _in_records(records: bytes, start: int) -> Iterator[Extra]:
    for code, record in records_of(records, start):
        if code == _SHEET and len(record) > 5 and record[5] == _MACRO_SHEET:
            yield Extra(ExtraKind.MACROS, "Excel 4")
        elif code == _SUPPORTING_BOOK and record[2:4] not in (_OWN_BOOK, _ADDIN_FUNCTIONS):
            (length,) = struct.unpack_from("<H", record, 2)
            yield Extra(
                ExtraKind.LINK, record[5 : 5 + 2 * length].replace(b"\0", b"").decode("latin-1").strip("\1\2\3\4")
            )
