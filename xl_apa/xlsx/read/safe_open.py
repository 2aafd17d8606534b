"""Opening a workbook that came from anywhere: what is no workbook, locked, damaged or oversized is refused by name."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import olefile

from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.faults import LockedPartError, PartTooLargeError
from xl_apa.xlsx.read.file_kind import FileKind, kind_of_package, kind_of_start, kind_of_storage
from xl_apa.xlsx.read.limits import MOST_BYTES, MOST_PARTS, MOST_XLS_BYTES, whole
from xl_apa.xlsx.read.ods.workbook import OdsWorkbook
from xl_apa.xlsx.read.ooxml.package import workbook_part
from xl_apa.xlsx.read.ooxml.part_names import check_names
from xl_apa.xlsx.read.ooxml.workbook import XlsxWorkbook
from xl_apa.xlsx.read.unlock import unlocked
from xl_apa.xlsx.read.workbook import OpenWorkbook
from xl_apa.xlsx.read.xls.workbook import XlsWorkbook
from xl_apa.xlsx.read.zip_headers import check_headers

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
        if not _is_locked_package(data, path):
            yield _open_old(data, path, passwords)
            return
        file, passwords = io.BytesIO(unlocked(data, passwords, path)), ()
    elif kind is not FileKind.ZIP:
        raise _refusal(kind, path)
    try:
        with _open_package(file, path) as package:
            yield _in_package(package, path)
    except InputError as error:
        if passwords and error.code == FileKind.LOCKED.value:
            raise InputError("workbook-lock-unknown", path=path) from error
        raise


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


def _is_locked_package(data: bytes, path: Path) -> bool:
    """Return whether a file holds a locked package, or else the streams of an .xls. Raise InputError for any other."""
    names = _names_in(data) or _names_left_in(data)
    if not names:
        raise InputError("workbook-damaged", path=path)
    kind = kind_of_storage(names)
    if kind is FileKind.LOCKED:
        raise InputError("workbook-lock-unknown", path=path)
    if kind is not FileKind.OLE:
        raise _refusal(kind, path)
    return "encryptedpackage" in names


def _names_in(data: bytes) -> frozenset[str]:
    """The names of streams and storages, in small letters, as capitals do not matter; none where none can be found."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as storage:
            found = storage.listdir(streams=True, storages=True)
    except Exception:  # noqa: BLE001 - a broken file does many things to the library
        return frozenset()
    return frozenset(path[0].lower() for path in found)


def _names_left_in(data: bytes) -> frozenset[str]:
    """The same of a broken file, as far as they are left and say what it was."""
    found = {name.lower() for name in _TELLING if name.encode("utf-16-le") in data}
    return frozenset(found | {"encryptioninfo"} if "encryptedpackage" in found else found)


_TELLING = ("EncryptedPackage", "Workbook", "Book", "WordDocument", "PowerPoint Document")


def _open_old(data: bytes, path: Path, passwords: Sequence[str]) -> XlsWorkbook:
    try:
        return XlsWorkbook(data, path)
    except InputError as error:
        if error.code != "workbook-password":
            raise
    return XlsWorkbook(unlocked(data, passwords, path), path)


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
    if _count_told(package) not in (len(parts), _COUNTED_ELSEWHERE):
        raise zipfile.BadZipFile("an archive of another number of parts for whoever counts them")
    check_headers(package)


def _count_told(package: zipfile.ZipFile) -> int:
    """How many parts the archive says it has (APPNOTE 4.3.16), which zipfile does not ask."""
    file = package.fp
    assert file is not None
    size = file.seek(0, io.SEEK_END)
    file.seek(size - _END.size)
    end = file.read()
    if not end.startswith(_END_SIGNATURE):
        # Something stands behind, which zipfile has looked for as far.
        file.seek(max(0, size - _END.size - 0xFFFF))
        end = file.read()
        end = end[end.rfind(_END_SIGNATURE) :]
    count: int = _END.unpack_from(end)[4]
    return count


_END = struct.Struct("<4s4HIIH")
_END_SIGNATURE = b"PK\x05\x06"
_COUNTED_ELSEWHERE = 0xFFFF
"""There is a longer record for more parts and larger files."""


def _in_package(package: zipfile.ZipFile, path: Path) -> OpenWorkbook:
    with whole(path):
        kind = kind_of_package(package)
        if kind is FileKind.ODS:
            return OdsWorkbook(package, path)
        if kind is not FileKind.XLSX:
            raise _refusal(kind, path)
        return XlsxWorkbook(package, workbook_part(package), path)
