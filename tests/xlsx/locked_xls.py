"""Workbooks of Excel 97 with a password: as LibreOffice locks them (RC4), as Excel does (CryptoAPI), and as Excel 95 did (XOR)."""

from __future__ import annotations

import io
import struct
from hashlib import sha1
from pathlib import Path

import olefile
from msoffcrypto.method.rc4_cryptoapi import DocumentRC4CryptoAPI
from msoffcrypto.method.xor_obfuscation import DocumentXOR

from xl_apa.xlsx.read.unlock import unlocked

_NEGLECTED, _FILEPASS, _SHEET = 0x0863, 0x2F, 0x85
_LEGIBLE = (0x0809, _FILEPASS, 0xE1, 0x0194, 0x0195, 0x0138, 0x0196)


def xor_locked(rc4: Path, password: str) -> bytes:
    """The workbook of a file that LibreOffice locked, locked in the old way (MS-OFFCRYPTO 2.3.7.1 and 2.3.7.2)."""
    file = io.BytesIO(unlocked(rc4.read_bytes(), [password], rc4))
    array = DocumentXOR.create_xor_array_method1(password)
    with olefile.OleFileIO(file, write_mode=True) as storage:
        data = bytearray(storage.openstream("Workbook").read())
        at = 0
        while at + 4 <= len(data):
            kind, size = struct.unpack_from("<HH", data, at)
            if kind == _NEGLECTED and size == 54:
                key = DocumentXOR.create_xor_key_method1(password)
                head = struct.pack("<HHHHH", _FILEPASS, size, 0, key, _verifier(password))
                data[at : at + 10] = head
            elif kind not in _LEGIBLE:
                first = 4 if kind == _SHEET else 0  # where a sheet begins stays legible
                for place in range(first, size):
                    byte = data[at + 4 + place]
                    turned = (byte << 5 | byte >> 3) & 0xFF
                    data[at + 4 + place] = turned ^ array[(at + 4 + place + size) % 16]
            at += 4 + size
        storage.write_stream("Workbook", bytes(data))
        return file.getvalue()


def _verifier(password: str) -> int:
    verifier = 0
    for byte in reversed([len(password), *map(ord, password)]):
        verifier = (verifier >> 14 & 1) ^ (verifier << 1 & 0x7FFF) ^ byte
    return verifier ^ 0xCE4B


_WHO_WROTE = 0x5C
_NEVER_LOCKED = (0x0809, _FILEPASS, 0x0194, 0x0195, 0xE1, 0x0196, 0x0138)
_SALT, _VERIFIER = bytes(range(16)), bytes(range(40, 56))


def cryptoapi_locked(rc4: Path, password: str, bits: int = 128) -> bytes:
    """The workbook of a file that LibreOffice locked, as Excel 2003 to 365 lock an .xls (MS-OFFCRYPTO 2.3.5).

    What says how it is locked takes the room of who wrote the workbook.
    """
    file = io.BytesIO(unlocked(rc4.read_bytes(), [password], rc4))
    with olefile.OleFileIO(file, write_mode=True) as storage:
        data = bytearray(storage.openstream("Workbook").read())
        begin, *records = _records(data)
        last = next(end for kind, _, end in records if kind == _WHO_WROTE)
        kept = b"".join(
            data[at:end] for kind, at, end in records if end <= last and kind not in (_NEGLECTED, _WHO_WROTE)
        )
        size = last - begin[2] - len(kept) - 4
        told = struct.pack("<HH", _FILEPASS, size) + _how_locked(password, bits, size)
        data[begin[2] : last] = told + kept
        stream = _keystream(password, bits, len(data))
        for kind, at, end in _records(data):
            if kind not in _NEVER_LOCKED:
                for place in range(at + (8 if kind == _SHEET else 4), end):
                    data[place] ^= stream[place]
        storage.write_stream("Workbook", bytes(data))
        return file.getvalue()


def _records(data: bytes | bytearray) -> list[tuple[int, int, int]]:
    """Kind, beginning and end of every record."""
    found, at = [], 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        found.append((kind, at, at + 4 + size))
        at += 4 + size
    return found


def _keystream(password: str, bits: int, size: int) -> bytes:
    lock = DocumentRC4CryptoAPI.decrypt(password, _SALT, bits, io.BytesIO(bytes(size)), blocksize=0x400)
    stream: bytes = lock.read()
    return stream


def _how_locked(password: str, bits: int, size: int) -> bytes:
    """MS-OFFCRYPTO 2.3.5.1; the name of what encrypts is as long as there is room."""
    told = _VERIFIER + sha1(_VERIFIER).digest()
    locked = DocumentRC4CryptoAPI.decrypt(password, _SALT, bits, io.BytesIO(told), blocksize=0x400).read()
    verifier = struct.pack("<I16s16sI20s", 16, _SALT, locked[:16], 20, locked[16:])
    rest = size - 2 - 12 - 32 - len(verifier)
    name = "Microsoft Enhanced Cryptographic Provider".encode("utf-16-le").ljust(rest, b"\0")[:rest]
    header = struct.pack("<8I", 4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + name
    return struct.pack("<HHHII", 1, 2, 2, 4, len(header)) + header + verifier
