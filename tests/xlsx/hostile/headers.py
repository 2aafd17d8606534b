"""Zip files whose list of parts says one thing and what stands before the parts another."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import Offices, sheet_part
from tests.xlsx.hostile.raw_zip import DEFLATED, STORED, Entry, archive, entries_of, replaced

HAND = "hand-made zip"
ODS = "LibreOffice, changed"
DAMAGED = "workbook-damaged"

_CONTRADICTIONS: dict[str, dict[str, object]] = {
    "name": {"name": "xl/worksheets/sheet9.xml"},
    "checksum": {"crc": 1},
    "size": {"told_size": 100},
    "packed size": {"packed_size": 100},
    "method": {"method": STORED},
    "encryption": {"flags": 1},
    "checksum beside the flag for none": {"flags": 8, "crc": 1},
}
_UNSAID = {"crc": 0, "packed_size": 0, "told_size": 0}
_AGREEMENTS: dict[str, dict[str, object]] = {
    "speed": {"flags": 4},
    "letters of the name": {"flags": 0x800},
}


def headers() -> Iterator[Defect]:
    """The defects of this kind."""
    for name, local in _CONTRADICTIONS.items():
        yield Defect(f"another {name} before a sheet", HAND, _before_sheet(local), DAMAGED)
    for name, local in _AGREEMENTS.items():
        yield Defect(f"another flag for the {name} before a sheet", HAND, _before_sheet(local), READ)
    for name, size in (("", "III"), (" of zip64", "IQQ")):
        yield Defect(f"sizes behind a sheet{name}", HAND, _told_behind(size), READ)
    yield Defect("a part nobody reads that is a sheet for whoever reads on", HAND, _second_sheet, DAMAGED)
    yield Defect("a sheet between the parts that the list does not name", HAND, _between(False), DAMAGED)
    yield Defect("a list between the parts and the list", HAND, _between(True), DAMAGED)
    yield Defect("nothing but zeros between the parts", HAND, _zeros, READ)
    yield Defect("a part that holds an archive", HAND, _inner, READ)
    yield Defect("two parts in one place", HAND, _in_one_place, DAMAGED)
    yield Defect("a part of two names", HAND, _two_names, DAMAGED)
    yield Defect("a workbook of Excel and one of LibreOffice in one", ODS, _both, DAMAGED)
    yield Defect("another checksum before the content", ODS, _opendocument_checksum, DAMAGED, "ods")
    yield Defect("a sheet's name twice", ODS, _table_twice, DAMAGED, "ods")
    yield Defect("two workbooks in one", ODS, _two_workbooks, DAMAGED, "ods")


def _before_sheet(local: dict[str, object], **told: object) -> Callable[[Offices], bytes]:
    def make(made: Offices) -> bytes:
        part = sheet_part(made.xlsx)
        return archive([replace(entry, local=local, **told) if entry.name == part else entry for entry in made.entries])

    return make


def _told_behind(sizes: str) -> Callable[[Offices], bytes]:
    """As programs write that do not know the sizes beforehand (APPNOTE 4.3.9)."""

    def make(made: Offices) -> bytes:
        data = _sheet(made)
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = len(packer.compress(data) + packer.flush())
        behind = b"PK\7\x08" + struct.pack(f"<{sizes}", zlib.crc32(data), packed, len(data))
        return _before_sheet(_UNSAID, flags=8, behind=behind)(made)

    return make


def _sheet(made: Offices) -> bytes:
    return next(entry.data for entry in made.entries if entry.name == sheet_part(made.xlsx))


def _changed_sheet(made: Offices) -> Entry:
    """The sheet, of which 96 is 72."""
    return Entry(sheet_part(made.xlsx), _sheet(made).replace(b"<v>96</v>", b"<v>72</v>"))


def _second_sheet(made: Offices) -> bytes:
    sheet = _changed_sheet(made)
    return archive([*made.entries, replace(sheet, name="xl/x.bin", local={"name": sheet.name})])


def _between(listed: bool) -> Callable[[Offices], bytes]:
    """An archive of the changed sheet alone, or of all parts: what stands before its list, or the list."""

    def make(made: Offices) -> bytes:
        part = sheet_part(made.xlsx)
        entries = replaced(made.entries, part, b"<v>96</v>", b"<v>72</v>") if listed else [_changed_sheet(made)]
        other = archive(entries)
        start = other.index(b"PK\1\2")
        *first, last = made.entries
        return archive([*first, replace(last, behind=other[start:-22] if listed else other[:start])])

    return make


def _zeros(made: Offices) -> bytes:
    first, *others = made.entries
    return archive([replace(first, behind=bytes(100)), *others])


def _inner(made: Offices) -> bytes:
    return archive([*made.entries, Entry("xl/x.bin", archive([_changed_sheet(made)]), STORED)])


def _in_one_place(made: Offices) -> bytes:
    """The last entry of the list points at the part of the one before."""
    first = Entry("xl/x.xml", b"<x/>", DEFLATED)
    data = bytearray(archive([*made.entries, first, replace(first, name="xl/y.xml")]))
    last = data.rindex(b"PK\1\2")
    before = data.rindex(b"PK\1\2", 0, last)
    data[last + 42 : last + 46] = data[before + 42 : before + 46]
    return bytes(data)


def _two_names(made: Offices) -> bytes:
    """The last part has the sheet's name for those who know names in Unicode (APPNOTE 4.6.9)."""
    name, sheet = b"docProps/x.xml", sheet_part(made.xlsx).encode()
    data = archive([*made.entries, Entry(name.decode(), b"<x/>")])
    extra = struct.pack("<HHBI", 0x7075, 5 + len(sheet), 1, zlib.crc32(name)) + sheet
    last = data.rindex(b"PK\1\2")
    length = struct.pack("<H", len(extra))
    end = bytearray(data[-22:])
    struct.pack_into("<I", end, 12, struct.unpack_from("<I", end, 12)[0] + len(extra))
    return data[: last + 30] + length + data[last + 32 : -22] + extra + bytes(end)


def _opendocument(made: Offices) -> list[Entry]:
    entries = entries_of(made.office("ods"))
    return [replace(entry, method=STORED) if entry.name == "mimetype" else entry for entry in entries]


def _both(made: Offices) -> bytes:
    return archive([*made.entries, *(entry for entry in _opendocument(made) if entry.name != "mimetype")])


def _opendocument_checksum(made: Offices) -> bytes:
    entries = _opendocument(made)
    return archive([replace(entry, local={"crc": 1}) if entry.name == "content.xml" else entry for entry in entries])


def _table_twice(made: Offices) -> bytes:
    again = b'<table:table table:name="x"/>'
    entries = replaced(
        _opendocument(made), "content.xml", b"</office:spreadsheet>", again * 2 + b"</office:spreadsheet>"
    )
    return archive(entries)


def _two_workbooks(made: Offices) -> bytes:
    behind = b"</office:spreadsheet><office:spreadsheet/>"
    return archive(replaced(_opendocument(made), "content.xml", b"</office:spreadsheet>", behind))
