"""Zip files that say different things to different readers, or too much."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import Offices, sheet_part
from tests.xlsx.hostile.raw_zip import STORED, Entry, archive, changed, replaced

HAND = "hand-made zip"
DAMAGED, DOUBLED, LARGE = "workbook-damaged", "workbook-parts-doubled", "workbook-too-large"

Spelling = Callable[[str], str]
DOUBLES: dict[str, Spelling] = {
    "the same": lambda name: name,
    "in capitals": str.upper,
    "with a backslash": lambda name: name.replace("/", "\\"),
    "with ./": lambda name: f"./{name}",
    "with //": lambda name: name.replace("/", "//"),
    "with ../": lambda name: f"x/../{name}",
    "with / in front": lambda name: f"/{name}",
    "with a NUL": lambda name: f"{name}\0.txt",
    "with %": lambda name: name.replace("sheet", "%73heet"),
    "with a blank behind": lambda name: f"{name} ",
}


def packages() -> Iterator[Defect]:
    """The defects of this kind."""
    for name, spelled in DOUBLES.items():
        for side in ("before", "behind"):
            yield Defect(f"a sheet twice, {name}, {side}", HAND, _doubled(spelled, side), DOUBLED)
    yield Defect("a part with .. in its name", HAND, _with(Entry("../../../evil.txt", b"x")), DOUBLED)
    yield Defect("a part with a drive in its name", HAND, _with(Entry("C:/evil.txt", b"x")), DOUBLED)
    yield Defect("all names with backslashes", HAND, _renamed(lambda name: name.replace("/", "\\")), READ)
    yield Defect("all names in capitals", HAND, _renamed(str.upper), READ)
    for part in ("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "sheet"):
        yield Defect(f"a wrong checksum, {part}", HAND, _flipped(part), DAMAGED)
        yield Defect(f"a flipped bit in what is packed, {part}", HAND, _flipped(part, STORED), DAMAGED)
    yield Defect("a folder's own entry", HAND, _with(Entry("xl/", b"", STORED)), READ)
    yield Defect(
        "something before the archive", HAND, lambda made: archive(made.entries, before=b"PK\3\4" + bytes(90)), DAMAGED
    )
    yield Defect("an archive behind an archive", HAND, _two_archives, DAMAGED)
    yield Defect("an archive in the comment of another", HAND, _in_comment, DAMAGED)
    yield Defect("an archive that counts fewer parts than it lists", HAND, _counted(3), DAMAGED)
    yield Defect("something harmless behind the archive", HAND, lambda made: archive(made.entries) + b"\r\n", READ)
    yield Defect("cut off in the middle", HAND, lambda made: archive(made.entries)[:-4000], DAMAGED)
    yield Defect("packed by a method nobody uses", HAND, _method(12), DAMAGED)
    yield Defect("packed by LZMA", HAND, _method(14), DAMAGED)
    yield Defect("a password of the archive", HAND, _flagged, "workbook-password")
    yield Defect("a told size that is not true", HAND, _told_small, DAMAGED)
    yield Defect("100 MB of zeros", HAND, _with(Entry("xl/media/image1.png", bytes(100 << 20))), "workbook-too-large")
    yield Defect(
        "a thousand parts", HAND, _with(*(Entry(f"xl/x{n}.xml", b"x") for n in range(1000))), "workbook-too-large"
    )
    yield Defect("a sheet of 40 MB", HAND, _long_sheet, "sheet-too-large")
    yield Defect("strings of 60 MB", HAND, _long_strings, "workbook-too-large")
    sheets = b"".join(b'<sheet name="n%d" sheetId="%d" r:id="q%d"/>' % (n, n + 50, n) for n in range(100_000))
    parts = b"".join(b'<Relationship Id="q%d" Type="x/worksheet" Target="%d.xml"/>' % (n, n) for n in range(100_000))
    yield Defect("a hundred thousand sheets", HAND, _many_sheets(sheets, parts + b"</Relationships>"), LARGE)
    texts = b"<si><t/></si>" * 600_000 + b"</sst>"
    yield Defect("more than half a million texts", HAND, _in_part("xl/sharedStrings.xml", b"</sst>", texts), LARGE)
    names = b" ".join(b'xmlns:a%d="u%d"' % (n, n) for n in range(50_000))
    yield Defect("fifty thousand namespaces", HAND, _in_sheet(b"<sheetData>", b"<q %s/><sheetData>" % names), DAMAGED)
    code = b'formatCode="' + b"[" * 1_000_000
    yield Defect("a number format of a megabyte", HAND, _in_part("xl/styles.xml", b'formatCode="', code), DAMAGED)
    yield Defect("styles of 30 MB", HAND, _long_styles, "workbook-too-large")


def _in_part(part: str, old: bytes, new: bytes) -> Callable[[Offices], bytes]:
    return lambda made: archive(replaced(made.entries, part, old, new))


def _in_sheet(old: bytes, new: bytes) -> Callable[[Offices], bytes]:
    return lambda made: archive(replaced(made.entries, sheet_part(made.xlsx), old, new))


def _doubled(spelled: Spelling, side: str) -> Callable[[Offices], bytes]:
    """A second sheet of which 96 is 72: for whoever reads that one the report is worth less."""

    def make(made: Offices) -> bytes:
        part = sheet_part(made.xlsx)
        entries = made.entries
        data = next(entry.data for entry in entries if entry.name == part)
        other = Entry(spelled(part), data.replace(b"<v>96</v>", b"<v>72</v>"))
        return archive([other, *entries] if side == "before" else [*entries, other])

    return make


def _with(*further: Entry) -> Callable[[Offices], bytes]:
    return lambda made: archive([*made.entries, *further])


def _renamed(spelled: Spelling) -> Callable[[Offices], bytes]:
    return lambda made: archive([replace(entry, name=spelled(entry.name)) for entry in made.entries])


def _flipped(part: str, method: int | None = None) -> Callable[[Offices], bytes]:
    """One bit of a part is another, and its checksum that of before: of the content, or of what it was packed to."""

    def make(made: Offices) -> bytes:
        name = sheet_part(made.xlsx) if part == "sheet" else part
        entries = []
        for entry in made.entries:
            if entry.name == name:
                data = bytearray(entry.data)
                # Inside a text, so that it is well-formed all the same.
                data[data.rindex(b"</") - 1 - (data[data.rindex(b"</") - 1 :][:1] == b">")] ^= 1
                crc = zlib.crc32(entry.data)
                entry = replace(entry, data=bytes(data), crc=crc, method=entry.method if method is None else method)
            entries.append(entry)
        return archive(entries)

    return make


def _two_archives(made: Offices) -> bytes:
    first = archive(replaced(made.entries, sheet_part(made.xlsx), b"<v>96</v>", b"<v>72</v>"))
    return archive(made.entries, before=first)


def _counted(parts: int) -> Callable[[Offices], bytes]:
    """Whoever counts the parts sees the first ones alone, whoever goes by the size of the list all of them."""

    def make(made: Offices) -> bytes:
        data = archive(made.entries)
        return data[:-14] + struct.pack("<HH", parts, parts) + data[-10:]

    return make


def _in_comment(made: Offices) -> bytes:
    small = archive([Entry("[Content_Types].xml", b"<x/>")])
    return archive(made.entries, comment=small)


def _method(number: int) -> Callable[[Offices], bytes]:
    return lambda made: archive([replace(entry, method=number) for entry in made.entries])


def _flagged(made: Offices) -> bytes:
    return archive([replace(entry, flags=1) for entry in made.entries])


def _told_small(made: Offices) -> bytes:
    part = sheet_part(made.xlsx)
    return archive([replace(entry, told_size=100) if entry.name == part else entry for entry in made.entries])


def _long_sheet(made: Offices) -> bytes:
    rows = b'<row r="30"><c r="A30" s="1"/></row>' * 1_200_000
    part = sheet_part(made.xlsx)
    return archive(changed(made.entries, part, lambda data: data.replace(b"</sheetData>", rows + b"</sheetData>")))


def _long_strings(made: Offices) -> bytes:
    more = b"<si><t/></si>" * 5_000_000
    return archive(
        changed(made.entries, "xl/sharedStrings.xml", lambda data: data.replace(b"</sst>", more + b"</sst>"))
    )


def _many_sheets(sheets: bytes, relations: bytes) -> Callable[[Offices], bytes]:
    def make(made: Offices) -> bytes:
        entries = replaced(made.entries, "xl/workbook.xml", b"</sheets>", sheets + b"</sheets>")
        return archive(replaced(entries, "xl/_rels/workbook.xml.rels", b"</Relationships>", relations))

    return make


def _long_styles(made: Offices) -> bytes:
    more = b"<xf/>" * 6_000_000
    return archive(
        changed(made.entries, "xl/styles.xml", lambda data: data.replace(b"</cellXfs>", more + b"</cellXfs>"))
    )
