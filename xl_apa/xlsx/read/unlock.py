"""Workbooks with a password, opened with one that was given: in memory alone, nothing of it is written anywhere.

Source: MS-OFFCRYPTO 2.3. What LibreOffice locks as .ods is locked in another way, which nothing here can open.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from olefile import OleFileIO

from xl_apa.core.errors import InputError

_DOCUMENT_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ROUNDS = re.compile(rb"spinCount\s*=\s*[\"'](\d+)[\"']")
_MOST_ROUNDS = 1_000_000
"""Excel counts to 100,000; a file may ask for any number, which would keep a computer busy for days."""

_PACKAGE = "EncryptedPackage"
_SIZE = struct.Struct("<Q")

_BEGIN, _VERSIONS = 0x0809, (b"\x00\x06", b"\x00\x05")
"""The record that begins a substream, and how its content begins (MS-XLS 2.4.21)."""
_NEGLECTED = 0x0863
"""A record that says nothing of cells (MS-XLS 2.4.23)."""
_CHART = struct.pack("<HHHHII", 0x0600, 0x0020, 0, 0, 0, 0)


_ASKED_FOR_NONE = "VelvetSweatshop"
"""The password that Excel tries before it asks (MS-OFFCRYPTO 2.4.2.3): it locks an .xls by it whose structure alone is
protected, which opens for everybody.
"""


def may_be_locked(path: Path) -> bool:
    """Return whether a file may have a password, or lies in an archive where that cannot be seen."""
    try:
        with path.open("rb") as file:
            return not file.read(4).startswith(b"PK")
    except OSError:
        return True


def unlocked(data: bytes, passwords: Sequence[str], path: Path) -> bytes:
    """Return a locked workbook as it is without its password.

    Raise InputError where no password was given, none is right, or the file is not locked in a way that can be opened.
    """
    if not passwords:
        try:
            return unlocked(data, [_ASKED_FOR_NONE], path)
        except InputError as error:
            raise InputError("workbook-password", path=path) from error
    if (
        not _is_whole(data)
        or _DOCUMENT_TYPE.search(data)
        or any(int(rounds[:9]) > _MOST_ROUNDS for rounds in _ROUNDS.findall(data))
    ):
        raise InputError("workbook-damaged", path=path)
    # Few files ask for it, and it takes its time to load.
    from msoffcrypto.exceptions import InvalidKeyError

    wrong = False
    for password in dict.fromkeys((*passwords, _ASKED_FOR_NONE)):
        if not _may_be_one(password):
            wrong = True
            continue
        try:
            return _opened(data, password)
        except InvalidKeyError:
            wrong = True
            continue
        except Exception:  # noqa: BLE001 - what a broken file does to the library is one sentence
            # Some kinds of locking tell a wrong password by what comes out.
            continue
    raise InputError("workbook-password-wrong" if wrong else "workbook-lock-unknown", path=path)


def _is_whole(data: bytes) -> bool:
    """Whether the streams of a locked package can be read to their end; for an .xls that is seen when it is opened."""
    try:
        with OleFileIO(io.BytesIO(data)) as storage:
            if not storage.exists(_PACKAGE):
                return True
            storage.openstream("EncryptionInfo").read()
            package = storage.openstream(_PACKAGE).read()
    except Exception:  # noqa: BLE001 - a broken file does many things to the library
        return False
    # A size, and behind it so many bytes or some more (MS-OFFCRYPTO 2.3.4.4).
    return len(package) >= _SIZE.size and _SIZE.unpack_from(package)[0] <= len(package) - _SIZE.size


def _may_be_one(password: str) -> bool:
    """Whether a text can be a password: none is blank, or has half a letter."""
    try:
        return bool(password.encode("utf-16-le"))
    except UnicodeEncodeError:
        return False


def _opened(data: bytes, password: str) -> bytes:
    """Return a file as this password opens it. Raise InvalidKeyError, and whatever else the library raises."""
    import msoffcrypto
    from msoffcrypto.format import xls97

    # The library puts an .xls together in a temporary file on the disk, which what was locked must never reach.
    xls97.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)
    file = msoffcrypto.OfficeFile(io.BytesIO(data))
    # Whether it is right an .xls always asks, and an .xlsx when it is told to.
    verified = {} if isinstance(file, xls97.Xls97File) else {"verify_password": True}
    file.load_key(password=password, **verified)
    target = io.BytesIO()
    file.decrypt(target)
    return _as_never_locked(target) if isinstance(file, xls97.Xls97File) else target.getvalue()


def _as_never_locked(file: io.BytesIO) -> bytes:
    """Return an unlocked .xls as one that never was.

    The library leaves zeros in the place of the record that says how it was locked. The record that begins a substream
    is never locked (MS-XLS 2.2.10), but LibreOffice locks it where a chart begins on a sheet.
    """
    with OleFileIO(file, write_mode=True) as storage:
        records = bytearray(storage.openstream("Workbook").read())
        at, was_locked = 0, True
        while at + 4 <= len(records):
            kind, size = struct.unpack_from("<HH", records, at)
            if not kind and was_locked:
                struct.pack_into("<H", records, at, _NEGLECTED)
                was_locked = False
            elif (kind, size) == (_BEGIN, len(_CHART)) and records[at + 4 : at + 6] not in _VERSIONS:
                records[at + 4 : at + 4 + size] = _CHART
            at += 4 + size
        storage.write_stream("Workbook", bytes(records))
        return file.getvalue()
