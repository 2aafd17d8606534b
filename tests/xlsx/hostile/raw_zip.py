"""Zip files as no library writes them: names twice, wrong checksums, flags, something before or behind the archive."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile

STORED, DEFLATED = 0, 8


@dataclass(frozen=True)
class Entry:
    """A part as it is to be written; `crc` is the one that is written, None for the true one.

    `method` is what the archive says; the content is deflated for method 8 and stored for every other.
    """

    name: str
    data: bytes
    method: int = DEFLATED
    flags: int = 0
    crc: int | None = None
    told_size: int | None = None


def entries_of(path: Path) -> list[Entry]:
    """The parts of a package in their order."""
    with ZipFile(path) as package:
        return [Entry(name, package.read(name)) for name in package.namelist()]


def changed(entries: Sequence[Entry], name: str, change: Callable[[bytes], bytes]) -> list[Entry]:
    """The parts, one of which has another content; the change has to change something."""
    before = next(entry.data for entry in entries if entry.name == name)
    after = change(before)
    assert after != before, name
    return [replace(entry, data=after) if entry.name == name else entry for entry in entries]


def replaced(entries: Sequence[Entry], name: str, old: bytes, new: bytes) -> list[Entry]:
    """The parts, in one of which a text stands for another."""
    return changed(entries, name, lambda data: data.replace(old, new, 1))


def archive(entries: Sequence[Entry], before: bytes = b"", comment: bytes = b"") -> bytes:
    """The bytes of a zip file with these parts; offsets count from its own beginning."""
    body, directory = bytearray(), bytearray()
    for entry in entries:
        name = entry.name.encode()
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(entry.data) + packer.flush() if entry.method == DEFLATED else entry.data
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.told_size is None else entry.told_size
        flags = entry.flags | (0 if name.isascii() else 0x800)
        common = struct.pack("<HHHHHIIIHH", 20, flags, entry.method, 0, 33, crc, len(packed), size, len(name), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + common + name + packed
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), len(comment))
    return before + bytes(body) + bytes(directory) + b"PK\x05\x06" + end + comment
