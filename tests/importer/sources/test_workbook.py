"""Workbooks of any office: every sheet a table, with the addresses that Excel's Go To takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.bijoy_typing import to_bijoy
from tests.importer.sources.shown import grid, lines, read, refusal, spans
from tests.libreoffice import convert
from xl_apa.core.cells import CellKind
from xl_apa.importer.document import SourceKind

Build = Callable[[str], Path]


def build(path: Path) -> Path:
    """A report with two sheets, merged cells, a struck-out cell, a day, and cells in the font SutonnyMJ."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "প্রতিবেদন"
    for row in (
        ["কর্মপরিকল্পনা ২০২৩-২৪"],
        [],
        ["ক্রম", "সূচক", None, "অর্জন"],
        ["১", "[১.১.১] সেবা", "তারিখ", date(2024, 5, 16)],
        [None, to_bijoy("লক্ষ্যমাত্রা ও মান"), "mKj", 3],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("A4:A5")
    sheet["B5"].font = sheet["C5"].font = Font(name="SutonnyMJ")
    sheet["D5"].font = Font(strike=True)
    second = book.create_sheet("দ্বিতীয়")
    second["C2"] = "mKj"
    book.create_sheet("খালি")
    book.save(path)
    return path


def check(path: Path) -> None:
    document = read(path)
    assert document.kind is SourceKind.WORKBOOK
    assert [table.name for table in document.tables] == ["প্রতিবেদন", "দ্বিতীয়"]
    first, second = document.tables
    assert grid(first) == [
        ["কর্মপরিকল্পনা ২০২৩-২৪", "", "", ""],
        ["", "", "", ""],
        ["ক্রম", "সূচক", "", "অর্জন"],
        ["১", "[১.১.১] সেবা", "তারিখ", "2024-05-16"],
        ["", "লক্ষ্যমাত্রা ও মান", "সকল", "3"],
    ]
    assert first.cell(3, 3).address == "'প্রতিবেদন'!D4"
    assert first.cell(4, 3).kind is CellKind.STRUCK
    assert spans(first)[2, 1] == (1, 2)
    assert spans(first)[0, 0] == (1, 4)
    assert first.original == {(4, 1): "jÿ¨gvÎv I gvb".replace("ÿ", "¶"), (4, 2): "mKj"}
    # Here no font tells that it is Bijoy, and it could be any word.
    assert grid(second)[1][2] == "mKj"


def test_an_xlsx_is_read_with_merged_cells_addresses_and_bijoy(tmp_path: Path) -> None:
    check(build(tmp_path / "report.xlsx"))


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods", "xlsm"])
def test_other_kinds_are_read_alike(tmp_path: Path, ending: str) -> None:
    path = build(tmp_path / "report.xlsx")
    check(path.rename(tmp_path / "report.xlsm") if ending == "xlsm" else convert(path, ending, tmp_path / "home"))


def test_a_piece_of_text_in_the_font_of_bijoy_is_enough(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    text = CellRichText(TextBlock(InlineFont(rFont="Arial"), "KPI: "), TextBlock(InlineFont(rFont="SutonnyMJ"), "mKj"))
    book.active["A1"] = text
    book.save(tmp_path / "x.xlsx")
    table = read(tmp_path / "x.xlsx").tables[0]
    assert (grid(table), table.original) == ([["KPI: সকল"]], {(0, 0): "KPI: mKj"})


def test_the_text_of_a_box_is_a_line_and_a_comment_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("ছক")
        sheet.write("A1", "x")
        sheet.write_comment("A1", "a comment")
        sheet.insert_textbox("B2", "শ্রম অধিদপ্তর\nপ্রতিবেদন", {"width": 300, "height": 100})
    assert lines(path) == ["শ্রম অধিদপ্তর", "প্রতিবেদন"]
    assert read(path).lines[0].address == "'ছক'!B2"


def test_a_merged_range_down_to_the_last_row_is_only_format(tmp_path: Path) -> None:
    plain, path = tmp_path / "plain.xlsx", tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(plain) as book:
        book.add_worksheet().merge_range("A1:B2", "a")
    with ZipFile(plain) as source, ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    assert spans(read(path).tables[0]) == {(0, 0): (1, 104)}


def test_what_cannot_be_read_is_refused_as_everywhere(tmp_path: Path) -> None:
    path = build(tmp_path / "report.xlsx")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert refusal(path) in ("source-damaged", "workbook-damaged")
    empty = openpyxl.Workbook()
    empty.save(path)
    assert refusal(path) == "source-empty"
    empty.active["XFD9"] = "far"
    empty.save(path)
    assert refusal(path) == "cell-far-away"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert refusal(path) == "workbook-password"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + "Workbook".encode("utf-16-le") + bytes(600))
    assert refusal(path) == "workbook-damaged"
