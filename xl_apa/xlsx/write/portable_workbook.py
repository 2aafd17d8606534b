"""Workbooks that are the same bytes whichever system wrote them."""

from __future__ import annotations

import os
import shutil
import struct
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook

_ENTRY = struct.Struct("<28x3H12x")
"""Of an entry in a zip file's directory, before its name: how long name, extra and comment are."""
_SYSTEM, _ATTRIBUTES = 5, 38
"""Where in an entry these stand."""
UNIX = 3
"""The number of the system that all files name."""
_OWNER_ONLY = 0o600 << 16
"""The attributes that zipfile gives to what it is handed as bytes; of a file it takes those of the file."""


class PortableWorkbook(Workbook):
    """A workbook by XlsxWriter whose file does not tell on which system it was written.

    It is put together in memory: on a full disk zipfile cannot close an archive, and says so on the screen later on.
    """

    def _get_packager(self) -> Packager:
        return _PortablePackager()

    def _write_calc_pr(self) -> None:
        # The results that are stored were calculated. Without it a 0 is taken for what libraries store for none.
        attributes = [("calcId", self.calc_id), ("calcCompleted", "1"), ("fullCalcOnLoad", "1")]
        self._xml_empty_tag("calcPr", attributes)

    def _store_workbook(self) -> None:
        target = self.filename
        if not isinstance(target, (str, Path)):
            super()._store_workbook()
            forget_system(target)
            return
        made = BytesIO()
        self.filename = made
        try:
            super()._store_workbook()
        finally:
            self.filename = target
        forget_system(made)
        Path(target).write_bytes(made.getbuffer())


class _PortablePackager(Packager):
    """Makes the parts of a workbook with one and the same end of line."""

    def _create_package(self) -> list[tuple[str | StringIO | BytesIO, str, bool]]:
        parts: list[tuple[str | StringIO | BytesIO, str, bool]]
        parts = super()._create_package()  # type: ignore[no-untyped-call]
        for file, _, is_binary in parts:
            # Kept in files, parts are written as text, for which Windows has two characters at the end of a line.
            if isinstance(file, str) and not is_binary and os.linesep != "\n":
                _end_lines_alike(Path(file))
        return parts


def _end_lines_alike(part: Path) -> None:
    copy = part.with_name(f"{part.name}_")
    with part.open(encoding="utf-8") as old, copy.open("w", encoding="utf-8", newline="\n") as new:
        shutil.copyfileobj(old, new)
    copy.replace(part)


def forget_system(file: IO[bytes]) -> None:
    """Give the entries of a finished zip file the system and the attributes that they have from everywhere.

    `file` is open for reading and writing, and is changed where it is; nothing in it moves.
    """
    with ZipFile(file) as package:
        at, entries = package.start_dir, len(package.infolist())
    for _ in range(entries):
        file.seek(at)
        lengths = _ENTRY.unpack(file.read(_ENTRY.size))
        file.seek(at + _SYSTEM)
        file.write(bytes([UNIX]))
        file.seek(at + _ATTRIBUTES)
        file.write(struct.pack("<I", _OWNER_ONLY))
        at += _ENTRY.size + sum(lengths)
