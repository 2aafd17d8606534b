"""Binary workbooks: their values, and what is made to need any amount of memory."""

from __future__ import annotations

import struct
import zipfile
from importlib.resources import files
from pathlib import Path

from tests.importer.sources.shown import grid, read, refusal
from xl_apa.core.messages import render

BLANK_BOOK = files("pyopenvba") / "_templates" / "blank_files" / "blank_workbook.xlsb"
BEGIN_DATA, END_DATA = bytes([145, 1, 0]), bytes([146, 1, 0])


def record(kind: int, body: bytes) -> bytes:
    assert len(body) < 0x4000
    size = bytes([len(body) & 0x7F | 0x80, len(body) >> 7]) if len(body) > 0x7F else bytes([len(body)])
    return bytes([kind]) + size + body


def row(number: int) -> bytes:
    return record(0, struct.pack("<III", number, 0, 0x12C) + b"\0\0\0\0\0")


def text(column: int, shown: str) -> bytes:
    return record(6, struct.pack("<III", column, 0, len(shown)) + shown.encode("utf-16-le"))


def number(column: int, value: float) -> bytes:
    return record(5, struct.pack("<IId", column, 0, value))


def write(folder: Path, data: bytes) -> Path:
    """Excel's own blank workbook with these rows in its sheet."""
    path = folder / "report.xlsb"
    with BLANK_BOOK.open("rb") as blank, zipfile.ZipFile(blank) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.bin":
                start = part.index(BEGIN_DATA) + len(BEGIN_DATA)
                part = part[:start] + data + part[part.index(END_DATA, start) :]
            target.writestr(name, part)
    return path


def test_values_are_read_with_their_addresses(tmp_path: Path) -> None:
    path = write(tmp_path, row(1) + text(1, "অর্জন") + number(2, 96.5) + row(3) + number(0, 3))
    table = read(path).tables[0]
    assert grid(table) == [["", "", ""], ["", "অর্জন", "96.5"], ["", "", ""], ["3", "", ""]]
    assert table.cell(1, 2).address == f"'{table.name}'!C2"


def test_it_is_said_that_only_values_were_read(tmp_path: Path) -> None:
    (note,) = read(write(tmp_path, row(0) + text(0, "x"))).notes
    assert "xlsb" in render(note, "bn", {"path": "r.xlsb"})


def test_bijoy_is_converted(tmp_path: Path) -> None:
    table = read(write(tmp_path, row(0) + text(0, "gš¿Yvjq"))).tables[0]
    assert (grid(table), table.original) == ([["মন্ত্রণালয়"]], {(0, 0): "gš¿Yvjq"})


def test_a_workbook_without_values_is_empty(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, row(0))) == "source-empty"


def test_a_value_far_away_takes_no_memory(tmp_path: Path) -> None:
    far = write(tmp_path, row(0) + text(0, "x") + row(1_048_575) + text(16_383, "far"))
    assert refusal(far) == "source-table-large"
    assert refusal(write(tmp_path, row(0) + text(0, "x") + text(300, "far"))) == "source-table-large"


def test_a_row_of_format_far_away_does_no_harm(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, row(0) + text(0, "x") + row(9000))) == "read"


def test_broken_files_are_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, row(0) + text(0, "x") + b"\x06\xff\xff\xff\x7f")) in (
        "workbook-damaged",
        "read",
        "source-table-large",
    )
    path = write(tmp_path, row(0) + text(0, "x"))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/worksheets/sheet9.bin", b"\0" * 9_000_000)
    assert refusal(path) == "sheet-too-large"
    data = path.read_bytes()
    path.write_bytes(data[:4000])
    assert refusal(path) in ("source-damaged", "workbook-damaged")
