"""Zip files as no library writes them: names twice, wrong checksums, flags, something before or behind the archive."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
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
    local: Mapping[str, object] = field(default_factory=dict)
    """What the header before the content says otherwise than the list at the end: `name`, `method`, `flags`, `crc`,
    `packed_size` or `told_size`.
    """
    behind: bytes = b""
    """What stands behind the content."""

    def header(self, packed: bytes, **otherwise: Any) -> tuple[bytes, bytes]:
        """The fields that stand before the content and in the list alike, and the name as it is written."""
        told = {"name": self.name, "method": self.method, "flags": self.flags, "packed_size": len(packed)}
        told |= {"crc": zlib.crc32(self.data) if self.crc is None else self.crc}
        told |= {"told_size": len(self.data) if self.told_size is None else self.told_size, **otherwise}
        name = str(told["name"]).encode()
        flags = int(told["flags"]) | (0 if name.isascii() else 0x800)
        sizes = (told["crc"], told["packed_size"], told["told_size"])
        return struct.pack("<HHHHHIIIHH", 20, flags, told["method"], 0, 33, *sizes, len(name), 0), name


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
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(entry.data) + packer.flush() if entry.method == DEFLATED else entry.data
        common, name = entry.header(packed)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + b"".join(entry.header(packed, **entry.local)) + packed + entry.behind
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), len(comment))
    return before + bytes(body) + bytes(directory) + b"PK\x05\x06" + end + comment
