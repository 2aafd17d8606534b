"""What is drawn over the cells of an .xls file is told, with its text where it has one."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.libreoffice import convert
from xl_apa.core.errors import InputError
from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.grid import CellRange, Overlay
from xl_apa.xlsx.read.safe_open import open_workbook
from xl_apa.xlsx.read.xls.drawings import drawn_in

BOXES = {"M9": "৪ টি", "M12": "Four 4", "B3": "১৬/০৫/২০২৪", "M18": "যথাসময়ে", "M20": "96%"}
SMALL = {"width": 60, "height": 18}


def picture() -> io.BytesIO:
    """A PNG of 40 red pixels by 16."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = (b"\0" + b"\xff\0\0" * 40) * 16
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 16, 8, 2, 0, 0, 0))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


def drawn(path: Path) -> Path:
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("এক")
        sheet.write("A1", "start")
        for cell, text in BOXES.items():
            sheet.insert_textbox(cell, text, SMALL)
        sheet.insert_image("M16", "a.png", {"image_data": picture()})
        sheet.write_comment("M14", "৩ টি")
        plain = book.add_worksheet("দুই")
        plain.write("A1", 1)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='দুই'!$A$1:$A$2"})
        plain.insert_chart("D5", chart)
    return path


def at(cell: str) -> CellRange:
    place = position(cell)
    assert place
    return CellRange(*place, *place)


@pytest.fixture(scope="module", params=["xls", "ods"])
def converted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    return convert(drawn(folder / "drawn.xlsx"), request.param, folder / "home")


@pytest.mark.office
def test_boxes_with_text_pictures_and_comments_are_found_over_their_cells(converted: Path) -> None:
    with open_workbook(converted) as book:
        found = book.overlays("এক")
    assert {(over.area, over.text) for over in found} == {
        *((at(cell), text) for cell, text in BOXES.items()),
        (at("M14"), "৩ টি"),
        (at("M16"), ""),
    }


@pytest.mark.office
def test_a_chart_says_nothing_of_the_cells_under_it(converted: Path) -> None:
    with open_workbook(converted) as book:
        assert list(book.overlays("দুই")) == []


def record(code: int, data: bytes) -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def anchor(left: int, top: int, right: int, bottom: int, over: int = 5) -> bytes:
    return struct.pack("<HHI", 0, 0xF010, 18) + struct.pack("<9H", 0, left, 0, top, 0, right, over, bottom, over)


def test_text_in_letters_of_one_or_two_bytes_and_the_far_corner_are_read() -> None:
    box = record(0x5D, struct.pack("<HHH", 0x15, 0x12, 6))
    comment = record(0x5D, struct.pack("<HHH", 0x15, 0x12, 0x19))
    chart = record(0x809, b"") + record(0x1B6, b"") + record(0x3C, b"\x00no") + record(0x0A, b"")
    data = (
        record(0x809, b"") + record(0xEC, anchor(12, 8, 13, 9, 0)) + box + record(0x1B6, b"") + record(0x3C, b"\x004")
    )
    data += record(0x3C, b"\x00formats") + chart + record(0xEC, anchor(1, 2, 3, 4)) + box
    data += record(0x1B6, b"") + record(0x3C, b"\x01" + "৪ টি".encode("utf-16-le"))
    data += comment + record(0x1B6, b"") + record(0x3C, b"\x00told elsewhere") + record(0x0A, b"")
    found = list(drawn_in(b"junk" + data, 4))
    assert found == [Overlay(CellRange(8, 12, 8, 12), "4"), Overlay(CellRange(2, 1, 4, 3), "৪ টি")]


def test_records_that_end_too_early_are_an_error_and_never_endless() -> None:
    whole = record(0x809, b"") + record(0xEC, anchor(1, 2, 3, 4)) + record(0x5D, b"\x15\0\x12\0\x08\0")
    with pytest.raises(struct.error):
        list(drawn_in(whole, 0))


@pytest.mark.office
def test_a_file_with_damaged_drawings_is_read_or_refused_by_name(tmp_path: Path) -> None:
    data = convert(drawn(tmp_path / "drawn.xlsx"), "xls", tmp_path / "home").read_bytes()
    path, chance = tmp_path / "damaged.xls", random.Random(11)
    for _ in range(80):
        broken = bytearray(data)
        for _ in range(chance.choice([1, 8, 64])):
            broken[chance.randrange(1536, len(broken))] = chance.randrange(256)
        path.write_bytes(broken)
        try:
            with open_workbook(path) as book:
                for sheet in book.sheet_names:
                    book.overlays(sheet)
        except InputError as error:
            assert error.text("bn") and error.text("en")
