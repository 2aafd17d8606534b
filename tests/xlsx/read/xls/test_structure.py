"""A file of old Excel has no checksums: whatever sector of it is lost, no other marks come of it without a word."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.libreoffice import convert
from xl_apa.core.errors import XlApaError
from xl_apa.core.fiscal import Quarter
from xl_apa.plans import load_plan
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.xlsx.read.xls.structure import check_records

BOF, EOF, STRINGS, CONTINUE, OTHER = 0x0809, 0x000A, 0x00FC, 0x003C, 0x0203
SECTOR = 512


def record(code: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(content)) + content


WHOLE = record(BOF, b"x" * 8) + record(OTHER, b"y" * 14) + record(EOF)


def test_whole_records_are_fine() -> None:
    chart = record(OTHER) + WHOLE + record(OTHER)
    data = b"??" + WHOLE + record(BOF) + chart + record(EOF)
    check_records(data, 2, len(data) - 2, [2 + len(WHOLE)])


@pytest.mark.parametrize(
    ("what", "data"),
    [
        ("no end", WHOLE[:-4]),
        ("no beginning", record(OTHER) + WHOLE),
        ("no record", record(BOF) + bytes(40) + record(EOF)),
        ("no record", record(BOF) + struct.pack("<HH", OTHER, 9000) + bytes(9000) + record(EOF)),
        ("no record", record(BOF) + struct.pack("<HH", OTHER, 90) + record(EOF)),
        ("zeros", record(BOF) + record(STRINGS, b"a" * 50 + bytes(200)) + record(EOF)),
        ("zeros", record(BOF) + record(STRINGS, b"a") + record(CONTINUE, bytes(200)) + record(EOF)),
    ],
)
def test_broken_records_are_named(what: str, data: bytes) -> None:
    with pytest.raises(ValueError, match=what):
        check_records(data, 0, len(data), [])


def test_a_stream_that_is_cut_off_is_named() -> None:
    with pytest.raises(ValueError, match="cut off"):
        check_records(WHOLE, 0, len(WHOLE) + 1, [])


@pytest.mark.office
def test_no_lost_sector_changes_marks_without_a_word(sample, tmp_path: Path) -> None:
    data = convert(sample("sid_2023-24"), "xls", tmp_path / "home").read_bytes()
    path = tmp_path / "damaged.xls"
    path.write_bytes(data)
    plan = load_plan()
    whole = assess_file(path, Quarter.Q2, plan=plan)
    refused = 0
    for start in range(SECTOR, len(data) - SECTOR, 11 * SECTOR):
        path.write_bytes(data[:start] + bytes(SECTOR) + data[start + SECTOR :])
        try:
            read = assess_file(path, Quarter.Q2, plan=plan)
        except XlApaError:
            refused += 1
            continue
        assert read.total == whole.total, start
    assert refused > 10
