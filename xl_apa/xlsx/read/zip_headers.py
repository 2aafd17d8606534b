"""Whether what stands before each part of an archive says the same of it as the list at the archive's end.

Source: APPNOTE 6.3.10, 4.3.7 (local file header), 4.3.12 (central directory) and 4.6.9 (Unicode path). Excel and we go
by the list, mail scanners and others that read while a file arrives by what stands before each part: whoever makes the
two differ wants two readers to read two things.
"""

from __future__ import annotations

import struct
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

_LOCAL = struct.Struct("<4s5HIIIHH")
_SIGNATURE = b"PK\x03\x04"
_LISTED = b"PK\x01\x02"
"""How an entry of the list begins."""

_ENCRYPTED, _TOLD_BEHIND = 1, 8
"""Flags: the content is encrypted; its checksum and sizes follow it instead of standing before it."""
_ELSEWHERE = 0xFFFFFFFF
"""A size stands in the extra field (zip64)."""

_LONGEST_DESCRIPTOR = 24
"""Bytes in which checksum and sizes may follow a content."""

_EXTRA = struct.Struct("<HH")
_UNICODE_PATH = 0x7075
_NAME_FROM = 5
"""Where the name begins in that field: behind its version and the checksum of the other name."""


def check_headers(package: ZipFile) -> None:
    """Raise BadZipFile where a part's own header contradicts the list, parts overlap, or one is not in the list."""
    file = package.fp
    assert file is not None
    end = 0
    for part in sorted(package.infolist(), key=lambda each: each.header_offset):
        _check_between(file, end, part.header_offset)
        end = _end_of(file, part)
        if part.extra:
            _check_extra(part)
    _check_between(file, end, package.start_dir)


def _check_between(file: IO[bytes], end: int, start: int) -> None:
    """Raise BadZipFile where the next thing begins inside a part, or a part that nobody lists stands between."""
    if start < end:
        raise BadZipFile("parts that overlap")
    if start - end > _LONGEST_DESCRIPTOR:
        file.seek(end)
        between = file.read(start - end)
        if _SIGNATURE in between or _LISTED in between:
            raise BadZipFile("a part that the list does not name, or another list")


def _end_of(file: IO[bytes], part: ZipInfo) -> int:
    """Return where a part's content ends. Raise BadZipFile where its header says something else of it than the list."""
    file.seek(part.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size or not header.startswith(_SIGNATURE):
        raise BadZipFile("no header before a part")
    name: int
    extra: int
    _, _, flags, method, _, _, crc, packed, size, name, extra = _LOCAL.unpack(header)
    if method != part.compress_type or (flags ^ part.flag_bits) & _ENCRYPTED:
        raise BadZipFile("another method before a part")
    told = ((crc, part.CRC), (packed, part.compress_size), (size, part.file_size))
    unsaid = (0, _ELSEWHERE) if (flags | part.flag_bits) & _TOLD_BEHIND else (_ELSEWHERE,)
    if any(here != listed and here not in unsaid for here, listed in told):
        raise BadZipFile("another size or checksum before a part")
    if file.read(name) != part.orig_filename.encode("utf-8" if part.flag_bits & 0x800 else "cp437"):
        raise BadZipFile("another name before a part")
    return part.header_offset + _LOCAL.size + name + extra + part.compress_size


def _check_extra(part: ZipInfo) -> None:
    """Raise BadZipFile where a part has a second name for those who know it, which is not the first."""
    rest = part.extra
    while len(rest) >= _EXTRA.size:
        kind, size = _EXTRA.unpack_from(rest)
        field, rest = rest[_EXTRA.size : _EXTRA.size + size], rest[_EXTRA.size + size :]
        if kind == _UNICODE_PATH and field[_NAME_FROM:].decode("utf-8", "replace") != part.orig_filename:
            raise BadZipFile("a part of two names")
