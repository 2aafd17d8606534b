"""All that is in an archive, archives in it included, by addresses that lead to each: `mail.zip/N-01.xlsx`.

An archive is taken into memory and looked through within limits: how large it is, how many files it holds, how much
they are unpacked, how deep archives lie in one another. Nothing is written by a name that stands in it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from email.errors import MessageError
from functools import lru_cache
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from zipfile import BadZipFile

from xl_apa.archives.mail import members_of_eml, members_of_msg
from xl_apa.archives.member import Member, of_the_system
from xl_apa.archives.zip_file import entries_of_zip, members_of_zip
from xl_apa.core.errors import InputError

ARCHIVES = (".zip", ".eml", ".msg")
"""The endings of what is looked into."""

MOST_BYTES = 64 * 1024 * 1024
"""A mail takes 25 MB at most, and the reports of 500 offices as much; a larger archive is to be unpacked by hand."""
MOST_MEMBERS = 2000
MOST_UNPACKED = 512 * 1024 * 1024
MOST_DEPTH = 3
"""A mail with a .zip in which there is another one."""

_BROKEN = (
    *(BadZipFile, zlib.error, struct.error, EOFError, LookupError, NotImplementedError, OSError, RuntimeError),
    *(ValueError, TypeError, AttributeError, AssertionError, MessageError),
)
"""What the libraries raise for archives that are not whole."""


def archive_of(path: Path) -> Path | None:
    """Return the archive that an address leads into, None for a file of its own."""
    for parent in reversed(path.parents):
        if parent.suffix.lower() in ARCHIVES and _is_file(parent):
            return parent
    return None


def stored_in(path: Path) -> Path:
    """Return the file on the disk that holds what is at an address."""
    return archive_of(path) or path


def contents(archive: Path) -> Mapping[str, Member] | None:
    """Return the files in an archive by their addresses in it, None when it is no archive but a document itself.

    Raise InputError when it cannot be read, or is too large.
    """
    try:
        told = archive.stat()
        if not told.st_size:
            raise InputError("file-empty", path=archive)
        if told.st_size > MOST_BYTES:
            raise InputError("archive-too-large", path=archive)
    except OSError as error:
        raise InputError("file-not-readable", path=archive, reason=error.strerror or error) from error
    return _contents(archive, told.st_size, told.st_mtime_ns)


def content_at(path: Path) -> bytes:
    """Return the bytes of a file in an archive. Raise InputError when it cannot be read."""
    return content_of(member_at(path), path)


def content_of(member: Member, path: Path) -> bytes:
    """Return the bytes of a file that was found in an archive, under its address. Raise InputError."""
    if member.fault:
        raise InputError(member.fault, path=path)
    if member.size > MOST_BYTES:
        raise InputError("workbook-too-large", path=path)
    try:
        return member.read()
    except _BROKEN as error:
        raise InputError("archive-damaged", path=path) from error
    except MemoryError as error:
        raise InputError("memory-limit-reached", path=path) from error


def member_at(path: Path) -> Member:
    """Return the file at an address that leads into an archive. Raise InputError when there is none."""
    archive = archive_of(path)
    member = (contents(archive) or {}).get(path.relative_to(archive).as_posix()) if archive else None
    if member is None:
        raise InputError("file-missing", path=path)
    return member


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


# Every file of an archive is asked for by itself, one after the other.
@lru_cache(maxsize=2)
def _contents(archive: Path, _size: int, _changed: int) -> Mapping[str, Member] | None:
    try:
        data = archive.read_bytes()
    except OSError as error:
        raise InputError("file-not-readable", path=archive, reason=error.strerror or error) from error
    try:
        found = _ArchiveSearch(archive).inside(archive.suffix.lower(), data, "", MOST_DEPTH)
        return None if found is None else MappingProxyType({member.name: member for member in found})
    except _BROKEN as error:
        raise InputError("archive-damaged", path=archive) from error
    except MemoryError as error:
        raise InputError("memory-limit-reached", path=archive) from error


class _ArchiveSearch:
    """One look through an archive and those in it, which share its limits."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._members = 0
        self._unpacked = 0
        self._names: set[str] = set()

    def inside(self, ending: str, data: bytes, before: str, depth: int) -> list[Member] | None:
        """Return the files in an archive, each under a name of its own; None when it is a document itself."""
        if ending == ".zip" and entries_of_zip(data) > MOST_MEMBERS:
            raise InputError("archive-too-large", path=self._archive)
        members = _LOOKED_INTO[ending](data)
        return None if members is None else [each for member in members for each in self._taken(member, before, depth)]

    def _taken(self, member: Member, before: str, depth: int) -> Iterator[Member]:
        if of_the_system(member.name):
            return
        self._members += 1
        self._unpacked += member.size
        if self._members > MOST_MEMBERS or self._unpacked > MOST_UNPACKED:
            raise InputError("archive-too-large", path=self._archive)
        named = replace(member, name=self._own_name(before + member.name))
        if member.ending not in ARCHIVES or member.fault:
            yield named
            return
        if not depth:
            yield replace(named, fault="archive-too-deep")
            return
        try:
            found = self.inside(member.ending, member.read(), f"{named.name}/", depth - 1)
        except _BROKEN:
            yield replace(named, fault="archive-damaged")
            return
        if found is None:
            yield named
        else:
            yield from found

    def _own_name(self, name: str) -> str:
        """Return a name that nothing else in the archive has: a second `N-01.xlsx` becomes `N-01 (2).xlsx`."""
        path, number, own = PurePosixPath(name), 1, name
        while own.casefold() in self._names:
            number += 1
            own = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        self._names.add(own.casefold())
        return own


_LOOKED_INTO: Mapping[str, Callable[[bytes], Iterator[Member] | None]] = {
    ".zip": members_of_zip,
    ".eml": members_of_eml,
    ".msg": members_of_msg,
}
