"""Each kind of cell record of an .xls file, with odd contents: read as LibreOffice shows it, asked about, or refused."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from tests.libreoffice import convert, convert_all
from tests.sheets.cell_kinds import SHEET
from tests.xlsx.xls_records import Records, record, with_records
from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.samples import Sample, build_sample
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.xlsx.read.safe_open import open_workbook

pytestmark = pytest.mark.office

SHEET_NAME = "৪র্থ ত্রৈমাসিক"
ROW, COLUMN = 8, 12
REFUSED, ODD = "refused", "no number"
BLANK, FORMULA, NUMBER, LABEL, FLAG, TEXT, RK = 0x201, 0x006, 0x203, 0x204, 0x205, 0x207, 0x27E
MULTIPLE, MULTIPLE_BLANK, RICH, SHARED, ARRAY, SHARED_FORMULA, TABLE = 0x0BD, 0x0BE, 0x0D6, 0x0FD, 0x221, 0x4BC, 0x236
THREE_TEXT, THREE = b"\x17\x01\x01\xe9\x09", b"\x1e\x03\x00"
"""The formulas "৩" and 3."""
ELSEWHERE = struct.pack("<BHH", 1, ROW, COLUMN)
"""That a formula stands in a record of its own."""
_AREA = struct.pack("<HHBB", ROW, ROW, COLUMN, COLUMN)


def of(code: int, content: bytes) -> Records:
    """A record that begins as a cell does."""
    return lambda head: record(code, head + content)


def both(*records: Records | bytes) -> Records:
    return lambda head: b"".join(each if isinstance(each, bytes) else each(head) for each in records)


def several(numbers: int, last: int) -> Records:
    """Numbers that are 3, from this column to `last`, as the record says."""
    return lambda head: record(MULTIPLE, head[:4] + (head[4:] + whole(3)) * numbers + struct.pack("<H", last))


def text(letters: str) -> bytes:
    return struct.pack("<HB", len(letters), 1) + letters.encode("utf-16-le")


def double(number: float) -> bytes:
    return struct.pack("<d", number)


def whole(number: int, hundredth: bool = False) -> bytes:
    return struct.pack("<i", number << 2 | 2 | hundredth)


def part_of(number: float, hundredth: bool = False) -> bytes:
    """The upper half of a double."""
    return struct.pack("<I", struct.unpack("<II", double(number))[1] & ~3 | hundredth)


def formula(result: bytes, tokens: bytes = THREE, flags: int = 0) -> Records:
    return of(FORMULA, result + struct.pack("<HIH", flags, 0, len(tokens)) + tokens)


def special(kind: int, value: int = 0) -> bytes:
    """A result that is no number: a text (0), a flag, an error, or blank (3)."""
    return struct.pack("<6BH", kind, 0, value, 0, 0, 0, 0xFFFF)


def array(tokens: bytes) -> bytes:
    return record(ARRAY, _AREA + struct.pack("<HIH", 0, 0, len(tokens)) + tokens)


def shared(tokens: bytes) -> bytes:
    return record(SHARED_FORMULA, _AREA + struct.pack("<BBH", 0, 1, len(tokens)) + tokens)


NOT_A_NUMBER = bytes.fromhex("000000000000f87f")
IN_A_CHART = record(0x809, struct.pack("<4H2I", 0x600, 0x20, 0xDBB, 0x7CC, 0, 6))

RECORDS: dict[str, tuple[Records, object]] = {
    "NUMBER": (of(NUMBER, double(3)), 3.0),
    "NUMBER, more bytes than it needs": (of(NUMBER, double(3) + b"xx"), 3.0),
    "NUMBER, none": (of(NUMBER, NOT_A_NUMBER), ODD),
    "NUMBER, endless": (of(NUMBER, double(float("inf"))), ODD),
    "RK, whole": (of(RK, whole(3)), 3.0),
    "RK, whole hundredths": (of(RK, whole(300, hundredth=True)), 3.0),
    "RK, part of a double": (of(RK, part_of(3)), 3.0),
    "RK, hundredths of it": (of(RK, part_of(300, hundredth=True)), 3.0),
    "RK, negative": (of(RK, whole(-3)), -3.0),
    "MULRK": (several(1, COLUMN), 3.0),
    "MULRK, fewer than it says": (several(1, COLUMN + 1), REFUSED),
    "MULRK, more than it says": (several(2, COLUMN), REFUSED),
    "LABEL": (of(LABEL, text("৩ টি")), "৩ টি"),
    "LABEL, one byte to a letter": (of(LABEL, b"\1\0\0" + b"3"), "3"),
    "LABEL, no letters": (of(LABEL, text("")), None),
    "RSTRING": (of(RICH, text("৩ টি") + bytes(2)), "৩ টি"),
    "RSTRING, fewer pieces than it says": (of(RICH, text("৩ টি") + b"\2\0"), REFUSED),
    "LABELSST, no such text": (of(SHARED, struct.pack("<I", 99_999)), REFUSED),
    "LABELSST, the last but 99": (of(SHARED, struct.pack("<i", -100)), REFUSED),
    "BOOLERR, true": (of(FLAG, b"\1\0"), True),
    "BOOLERR, false": (of(FLAG, b"\0\0"), False),
    "BOOLERR, as OpenOffice wrote it": (of(FLAG, b"\1\0\0"), True),
    "BOOLERR, neither true nor false": (of(FLAG, b"\2\0"), REFUSED),
    "BOOLERR, an error": (of(FLAG, b"\x17\1"), CellKind.ERROR),
    "BOOLERR, an error that there is not": (of(FLAG, b"\x99\1"), CellKind.ERROR),
    "BOOLERR, neither flag nor error": (of(FLAG, b"\x17\2"), REFUSED),
    "BLANK": (of(BLANK, b""), None),
    "MULBLANK": (both(lambda head: record(MULTIPLE_BLANK, head + head[2:4])), None),
    "MULBLANK, more than it says": (both(lambda head: record(MULTIPLE_BLANK, head + head[4:] + head[2:4])), REFUSED),
    "two values": (both(of(NUMBER, double(2)), of(NUMBER, double(4))), REFUSED),
    "a number, then a text": (both(of(NUMBER, double(2)), of(LABEL, text("৪"))), REFUSED),
    "a number, then blank": (both(of(NUMBER, double(3)), of(BLANK, b"")), REFUSED),
    "blank, then a number": (both(of(BLANK, b""), of(NUMBER, double(3))), 3.0),
    "a record that nobody knows": (both(record(0x8FF, b"abc"), of(NUMBER, double(3))), 3.0),
    "a cell of a chart": (both(IN_A_CHART, of(NUMBER, double(3)), record(0xA)), None),
    "FORMULA": (formula(double(3)), 3.0),
    "FORMULA, 0 of another program than Excel": (formula(double(0)), CellKind.NO_RESULT),
    "FORMULA, 0 to be calculated": (formula(double(0), flags=3), CellKind.NO_RESULT),
    "FORMULA, a text": (both(formula(special(0), THREE_TEXT), record(TEXT, text("৩"))), "৩"),
    "FORMULA, a text of one byte to a letter": (both(formula(special(0)), record(TEXT, b"\1\0\0" + b"3")), "3"),
    "FORMULA, a text that is missing": (formula(special(0)), REFUSED),
    "FORMULA, true": (formula(special(1, 1)), True),
    "FORMULA, an error": (formula(special(2, 0x17)), CellKind.ERROR),
    "FORMULA, an error that there is not": (formula(special(2, 0x63)), CellKind.ERROR),
    "FORMULA, blank": (formula(special(3)), None),
    "FORMULA, a result that there is not": (formula(special(4)), REFUSED),
    "FORMULA, no number": (formula(NOT_A_NUMBER), ODD),
    "FORMULA of Excel 3": (lambda head: record(0x206, formula(double(3))(head)[4:]), REFUSED),
    "FORMULA of Excel 4": (lambda head: record(0x406, formula(double(3))(head)[4:]), REFUSED),
    "ARRAY": (both(formula(double(3), ELSEWHERE), array(THREE)), 3.0),
    "ARRAY, a text": (both(formula(special(0), ELSEWHERE), array(THREE_TEXT), record(TEXT, text("৩"))), "৩"),
    "SHRFMLA": (both(formula(double(3), ELSEWHERE, 8), shared(THREE)), 3.0),
    "SHRFMLA, a text": (both(formula(special(0), ELSEWHERE, 8), shared(THREE_TEXT), record(TEXT, text("৩"))), "৩"),
    "TABLE": (both(formula(double(3), b"\2" + ELSEWHERE[1:]), record(TABLE, _AREA + bytes(10))), 3.0),
}
COMPARED = (
    *("NUMBER, more bytes than it needs", "RK, whole hundredths", "RK, part of a double", "RK, hundredths of it"),
    *("MULRK", "MULBLANK", "LABEL, no letters", "blank, then a number", "a record that nobody knows"),
    *("a cell of a chart", "SHRFMLA"),
)
"""What is read otherwise than its first bytes say."""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A form with 4 in the cell, as LibreOffice writes it."""
    folder = tmp_path_factory.mktemp("xls")
    rows = ({"code": "1.2.1", "achieved": 4},)
    build_sample(
        Sample(Layout.REMARKS, Quarter.Q4, {"office_code": "N-1", "office_name": "ক", "parent": "খ"}, {}, rows),
        folder / "form.xlsx",
    )
    return convert(folder / "form.xlsx", "xls", folder / "home")


@pytest.mark.parametrize("name", RECORDS)
def test_what_it_is_read_as(source: Path, tmp_path: Path, name: str) -> None:
    records, wanted = RECORDS[name]
    path = with_records(source, tmp_path / "x.xls", SHEET_NAME, (ROW, COLUMN), records)
    with open_workbook(path) as book:
        try:
            content = book.contents(SHEET_NAME)[ROW][COLUMN]
        except InputError as error:
            assert (error.code, wanted) == ("workbook-damaged", REFUSED)
            return
    if isinstance(content, Cell):
        assert (content.value if content.kind is CellKind.PLAIN else content.kind) == wanted
        assert content.shown_as is NumberFormat.GENERAL
    elif wanted == ODD:
        assert isinstance(content, float) and content - content != 0
    else:
        assert content == wanted and isinstance(content, bool) is isinstance(wanted, bool)


def test_what_is_read_is_what_libreoffice_shows(source: Path, tmp_path: Path) -> None:
    paths = [
        with_records(source, tmp_path / f"{number}.xls", SHEET_NAME, (ROW, COLUMN), RECORDS[name][0])
        for number, name in enumerate(COMPARED)
    ]
    for name, path in zip(COMPARED, convert_all(paths, "xlsx", tmp_path / "saved"), strict=True):
        cell = zipfile.ZipFile(path).read(SHEET[4]).decode().partition('<c r="M9"')[2].partition("<c ")[0]
        shown = cell.partition("<v>")[2].partition("</v>")[0]
        wanted = RECORDS[name][1]
        assert (float(shown) if shown else None) == wanted, name


@pytest.mark.parametrize("name", [name for name, (_, wanted) in RECORDS.items() if wanted in (CellKind.NO_RESULT, ODD)])
def test_what_has_no_value_is_asked_about(source: Path, tmp_path: Path, name: str) -> None:
    path = with_records(source, tmp_path / "x.xls", SHEET_NAME, (ROW, COLUMN), RECORDS[name][0])
    found = assess_file(path, Quarter.Q4)
    assert found.total == 0
    said = {each.code for each in found.findings if each.cell.endswith("!M9")}
    assert said & {"formula-without-result", "unit-mismatch"}
