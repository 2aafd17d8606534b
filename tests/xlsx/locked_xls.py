"""Workbooks of Excel 97 with a password: as LibreOffice locks them (RC4), and as Excel 95 did (XOR)."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import olefile
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
