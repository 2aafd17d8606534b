"""Opening a workbook that came from anywhere: what is no workbook, locked, damaged or oversized is refused by name."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.faults import LockedPartError, PartTooLargeError
from xl_apa.xlsx.read.file_kind import FileKind, kind_of_package, kind_of_start
from xl_apa.xlsx.read.limits import MOST_BYTES, MOST_PARTS, MOST_XLS_BYTES, whole
from xl_apa.xlsx.read.ods.workbook import OdsWorkbook
from xl_apa.xlsx.read.ooxml.package import workbook_part
from xl_apa.xlsx.read.ooxml.part_names import check_names
from xl_apa.xlsx.read.ooxml.workbook import XlsxWorkbook
from xl_apa.xlsx.read.unlock import unlocked
from xl_apa.xlsx.read.workbook import OpenWorkbook
from xl_apa.xlsx.read.xls_workbook import XlsWorkbook

__all__ = ["ENDINGS", "OpenWorkbook", "open_workbook"]

ENDINGS = (".xlsx", ".xlsm", ".ods", ".xls")
"""What an office may send; .ods is LibreOffice, .xls old Excel. What a file is, its content says."""

_ENCRYPTED = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_SEARCHED = 4096
"""How many bytes tell a text from a page of a web browser."""


@contextmanager
def open_workbook(path: Path, passwords: Sequence[str] = ()) -> Iterator[OpenWorkbook]:
    """Yield the workbook, open for reading; `passwords` are tried on one that is locked.

    Raise InputError for what is no workbook, with the reason and what to do.
    """
    kind = kind_of_start(_start(path))
    file: Path | io.BytesIO = path
    if kind is FileKind.OLE:
        data = _read_old(path)
        if _stream("EncryptedPackage") not in data:
            yield _open_old(data, path, passwords)
            return
        file = io.BytesIO(unlocked(data, passwords, path))
    elif kind is not FileKind.ZIP:
        raise _refusal(kind, path)
    with _open_package(file, path) as package:
        yield _in_package(package, path)


def _start(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("file-is-folder", path=path)
        if not path.exists():
            raise InputError("file-missing", path=path)
        with path.open("rb") as file:
            start = file.read(_SEARCHED)
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
    if not start:
        raise InputError("file-empty", path=path)
    return start


def _refusal(kind: FileKind, path: Path) -> InputError:
    """What to do with a file that is no workbook, or none that can be read here."""
    return InputError(kind.value, path=path)


# ---- old Excel ------------------------------------------------------------------------------------------------------


def _read_old(path: Path) -> bytes:
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_XLS_BYTES else b""
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
    if not data:
        raise InputError("workbook-too-large", path=path)
    return data


def _open_old(data: bytes, path: Path, passwords: Sequence[str]) -> XlsWorkbook:
    if _stream("Workbook") not in data and _stream("Book") not in data:
        if _stream("WordDocument") not in data and _directory_is_cut_off(data):
            raise InputError("workbook-damaged", path=path)
        raise _refusal(FileKind.WORD if _stream("WordDocument") in data else FileKind.OTHER, path)
    try:
        return XlsWorkbook(data, path)
    except InputError as error:
        if error.code != "workbook-password":
            raise
    return XlsWorkbook(unlocked(data, passwords, path), path)


def _directory_is_cut_off(data: bytes) -> bool:
    """Whether the list of streams should stand behind the end of the file (MS-CFB 2.2: header)."""
    if len(data) < _OLE_HEADER:
        return False
    (shift,), (first,) = struct.unpack_from("<H", data, 30), struct.unpack_from("<I", data, 48)
    return bool((first + 1 << shift) >= len(data))


_OLE_HEADER = 512


def _stream(name: str) -> bytes:
    """How the directory of such a file has the name of a stream."""
    return name.encode("utf-16-le")


# ---- packages -------------------------------------------------------------------------------------------------------


def _open_package(file: Path | io.BytesIO, path: Path) -> zipfile.ZipFile:
    """The parts of the file, found few and small enough to be a report's."""
    with whole(path):
        package = zipfile.ZipFile(file)
        try:
            _check(package)
        except BaseException:
            package.close()
            raise
    return package


def _check(package: zipfile.ZipFile) -> None:
    """Refuse a package of which another reader may see other parts than ours, or that is far too large."""
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise PartTooLargeError
    # `filename` ends where a NUL stands in the name.
    check_names([part.orig_filename for part in parts])
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise LockedPartError
        if part.compress_type not in _METHODS:
            raise zipfile.BadZipFile("packed by a method that no office program uses")
    # Something before the first part or behind the last one may be another archive.
    if package.comment or not parts or min(part.header_offset for part in parts):
        raise zipfile.BadZipFile("something around the archive")


def _in_package(package: zipfile.ZipFile, path: Path) -> OpenWorkbook:
    with whole(path):
        kind = kind_of_package(package)
        if kind is FileKind.ODS:
            return OdsWorkbook(package, path)
        if kind is not FileKind.XLSX:
            raise _refusal(kind, path)
        return XlsxWorkbook(package, workbook_part(package), path)
