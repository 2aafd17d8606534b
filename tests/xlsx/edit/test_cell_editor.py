"""Writing marks into an officer's file: the cells change, nothing else does."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo, is_zipfile

import numpy as np
import openpyxl
import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.xlsx.processor_time import SIZE, answer
from xl_apa.core.cells import CellValue
from xl_apa.core.errors import InputError, OutputError
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.edit.cell_editor import write_cells

FORM = "১ম ত্রৈমাসিক"
OTHER = "তথ্য & বিবরণ"
FORM_PART = "xl/worksheets/sheet1.xml"
BOOK_PART = "xl/workbook.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS = {"m": MAIN}

# openpyxl says what it would lose if it saved the file.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

MARKS: dict[tuple[int, int], CellValue] = {
    (3, 1): 17.8,
    (4, 1): "চলমান",
    (5, 1): True,
    (6, 1): date(2023, 12, 31),
    (7, 1): None,
    (8, 1): 42,
    (9, 1): "  মন্তব্য <&>\nদ্বিতীয় লাইন ",
    (30, 20): 0.1,
}


# ---- officers' files ------------------------------------------------------------------------------------------------


def png() -> bytes:
    """A picture of one red pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def by_xlsxwriter(path: Path) -> Path:
    """A form with nearly everything an officer's file may hold."""
    macros = path.suffix == ".xlsm"
    with xlsxwriter.Workbook(path) as book:
        if macros:
            book.add_vba_project(BytesIO(b"\xd0\xcf\x11\xe0 not really VBA"), is_stream=True)
        styled = book.add_format({"num_format": "0.00", "bg_color": "#FFFFCC", "border": 1})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        form, other = book.add_worksheet(FORM), book.add_worksheet(OTHER)
        form.write_row(0, 0, ["ক্রম", "নম্বর", "বার্তা"])
        for row in range(3, 10):
            form.write_number(row, 0, row)
            form.write_string(row, 1, f"পুরোনো {row}", day if row == 6 else styled)
        form.write_formula("C4", "=B4*2", styled, 0)
        form.write_formula("C5", '=IF(B5="","",B5)', None, "old")
        form.write_array_formula("D4:D5", "{=A4:A5*2}", None, 6)
        form.set_column("S:S", 12, styled)
        form.set_row(20, 30, day)
        form.conditional_format("B4:B10", {"type": "3_color_scale"})
        form.conditional_format("A4:A10", {"type": "data_bar", "data_bar_2010": True})
        form.data_validation("B4:B10", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 50})
        form.write_comment("A4", "একটি মন্তব্য")
        form.insert_image("H2", "pixel.png", {"image_data": BytesIO(png())})
        form.freeze_panes(3, 1)
        form.protect()
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": [FORM, 3, 1, 9, 1]})
        form.insert_chart("H12", chart)
        if macros:
            form.insert_button("F2", {"macro": "ApaCalculateMarks", "caption": "নম্বর হিসাব"})
        other.write("A1", "দপ্তর")
        other.write("A2", 1)
        book.define_name("apa_office_code", f"='{OTHER}'!$A$2")
    return path


def by_openpyxl(path: Path) -> Path:
    """The same kind of file from another writer: no spans, other prefixes, no recalculation asked for."""
    book = openpyxl.Workbook()
    form = book.active
    form.title = FORM
    other = book.create_sheet(OTHER)
    for row in range(4, 11):
        form.cell(row, 1, row - 1)
        form.cell(row, 2, f"পুরোনো {row - 1}").number_format = "0.00"
    form["B7"].number_format = "dd/mm/yyyy"
    form["C4"] = "=B4*2"
    form["A4"].comment = Comment("একটি মন্তব্য", "officer")
    rule = ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00")
    form.conditional_formatting.add("B4:B10", rule)
    validation = DataValidation(type="decimal", operator="between", formula1="0", formula2="50")
    validation.add("B4:B10")
    form.add_data_validation(validation)
    other["A2"] = 1
    book.defined_names["apa_office_code"] = DefinedName("apa_office_code", attr_text=f"'{OTHER}'!$A$2")
    book.save(path)
    return path


MAKERS = {
    "xlsxwriter": (by_xlsxwriter, "form.xlsx"),
    "macros": (by_xlsxwriter, "form.xlsm"),
    "openpyxl": (by_openpyxl, "form.xlsx"),
}


@pytest.fixture(params=list(MAKERS.values()), ids=list(MAKERS))
def officers_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    make, name = request.param
    path: Path = make(tmp_path / name)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return by_xlsxwriter(tmp_path / "form.xlsx")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "filled.xlsx"


# ---- looking at files -----------------------------------------------------------------------------------------------


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def entries(path: Path) -> list[tuple[str, tuple[int, ...], int]]:
    with ZipFile(path) as package:
        return [(info.filename, info.date_time, info.compress_type) for info in package.infolist()]


def rebuild(path: Path, change: Mapping[str, Callable[[str], str]], rename: Mapping[str, str] | None = None) -> Path:
    """Change the XML of some parts by hand."""
    old = parts(path)
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in old.items():
            if name in change:
                content = change[name](content.decode()).encode()
            package.writestr((rename or {}).get(name, name), content)
    return path


def with_rows(path: Path, rows: str, dimension: str = "") -> Path:
    """Give the form these rows instead of its own."""

    def replace(xml: str) -> str:
        xml = re.sub("<sheetData>.*</sheetData>", lambda _: f"<sheetData>{rows}</sheetData>", xml, flags=re.DOTALL)
        return re.sub("<dimension [^>]*/>", dimension, xml)

    return rebuild(path, {FORM_PART: replace})


def rows_of(path: Path) -> str:
    """The rows of the form as they are written."""
    text = parts(path)[FORM_PART].decode()
    return text[text.index("<sheetData>") + len("<sheetData>") : text.index("</sheetData>")]


def xml_cell(path: Path, address: str) -> etree._Element:
    (cell,) = etree.fromstring(parts(path)[FORM_PART]).iterfind(f".//m:c[@r='{address}']", NS)
    return cell


def read(path: Path, sheet: str = FORM) -> Callable[[tuple[int, int]], object]:
    """What python-calamine finds at an address."""
    grid = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return lambda at: grid[at[0]][at[1]] if at[0] < len(grid) and at[1] < len(grid[0]) else ""


def faults(path: Path) -> set[str]:
    """What openxml-audit has to say; how many cells it says it of does not matter."""
    return {re.sub("[0-9]+ inline", "inline", str(error)) for error in OpenXmlValidator().validate(path).errors}


# ---- nothing is lost ------------------------------------------------------------------------------------------------


def test_every_other_part_stays_byte_for_byte(officers_file: Path, target: Path) -> None:
    target = target.with_suffix(officers_file.suffix)
    write_cells(officers_file, target, {FORM: MARKS})
    before, after = parts(officers_file), parts(target)
    changed = {name for name in before if before[name] != after[name]}
    assert list(after) == list(before)
    assert FORM_PART in changed
    assert changed <= {FORM_PART, BOOK_PART}


def test_the_parts_keep_their_order_dates_and_compression(source: Path, target: Path) -> None:
    old = parts(source)
    with ZipFile(source, "w") as package:
        package.comment = "দপ্তর".encode()
        package.writestr(ZipInfo("xl/empty/", (2001, 2, 3, 4, 5, 6)), b"")
        for number, (name, content) in enumerate(reversed(old.items())):
            info = ZipInfo(name, (2020, 1, 1 + number, 12, 30, 10))
            info.compress_type = (ZIP_STORED, ZIP_DEFLATED)[number % 2]
            package.writestr(info, content)
    write_cells(source, target, {FORM: MARKS})
    assert entries(target) == entries(source)
    with ZipFile(target) as package:
        assert package.comment == "দপ্তর".encode()
        assert package.testzip() is None


def test_the_same_cells_give_the_same_bytes(source: Path, target: Path, tmp_path: Path) -> None:
    write_cells(source, target, {FORM: MARKS})
    write_cells(source, tmp_path / "again.xlsx", {FORM: dict(reversed(MARKS.items()))})
    assert (tmp_path / "again.xlsx").read_bytes() == target.read_bytes()


def test_everything_around_the_rows_stays(officers_file: Path) -> None:
    def around(path: Path) -> list[bytes]:
        sheet = etree.fromstring(parts(path)[FORM_PART])
        return [etree.tostring(child) for child in sheet if etree.QName(child).localname != "sheetData"]

    before = around(officers_file)
    write_cells(officers_file, officers_file, {FORM: {(3, 1): 5}})
    assert around(officers_file) == before


def test_rows_that_are_not_named_stay_as_they_are_written(source: Path, target: Path) -> None:
    write_cells(source, target, {FORM: {(4, 1): "চলমান"}})
    before, after = rows_of(source).split("<row ")[1:], rows_of(target).split("<row ")[1:]
    assert [row for row in after if row not in before] == [row for row in after if row.startswith('r="5"')]


def test_what_the_library_does_not_know_stays(source: Path, target: Path) -> None:
    future = (
        '<mc:AlternateContent><mc:Choice Requires="zz"><zz:form xmlns:q="urn:q" q:a="1">ক<!-- c --></zz:form>'
        "</mc:Choice></mc:AlternateContent>"
    )
    ext = '<ext uri="{11111111-2222-3333-4444-555555555555}"><zz:a zz:b="&#10;"><![CDATA[<x>]]></zz:a></ext>'
    names = 'xmlns:zz="urn:zz" xmlns:unused="urn:unused" mc:Ignorable="x14ac zz unused"'
    rebuild(
        source,
        {
            FORM_PART: lambda xml: (
                xml.replace('mc:Ignorable="x14ac"', names)
                .replace("<sheetData>", f"{future}<sheetData>")
                .replace('<row r="4" ', '<row r="4" zz:h="1" ')
                .replace('<c r="B4" ', '<c zz:v="2" r="B4" ')
                .replace("</extLst></worksheet>", f"{ext}</extLst></worksheet>")
            )
        },
    )
    write_cells(source, target, {FORM: MARKS})
    text = parts(target)[FORM_PART].decode()
    assert all(piece in text for piece in (names, future, ext, 'zz:h="1"', 'zz:v="2"'))
    assert "ns0" not in text


def test_extensions_within_a_row_and_a_cell_stay_last(source: Path, target: Path) -> None:
    ext = '<extLst><ext uri="{1}"/></extLst>'
    with_rows(source, f'<row r="1"><c r="A1"><v>1</v>{ext}</c>{ext}</row><row r="2">{ext}</row>')
    write_cells(source, target, {FORM: {(0, 0): 2, (0, 1): 3, (1, 0): 4}})
    assert rows_of(target) == (
        f'<row r="1"><c r="A1"><v>2</v>{ext}</c><c r="B1"><v>3</v></c>{ext}</row>'
        f'<row r="2"><c r="A2"><v>4</v></c>{ext}</row>'
    )


def test_the_file_may_be_filled_in_place(officers_file: Path) -> None:
    before = parts(officers_file)
    write_cells(officers_file, officers_file, {FORM: MARKS, OTHER: {(0, 0): "নতুন"}})
    after = parts(officers_file)
    assert {name for name in before if before[name] != after[name]} <= {
        FORM_PART,
        "xl/worksheets/sheet2.xml",
        BOOK_PART,
    }
    assert read(officers_file)((3, 1)) == 17.8
    assert read(officers_file, OTHER)((0, 0)) == "নতুন"


def test_filling_twice_gives_what_filling_once_gives(source: Path, target: Path) -> None:
    write_cells(source, target, {FORM: MARKS})
    once = target.read_bytes()
    write_cells(target, target, {FORM: MARKS})
    assert target.read_bytes() == once


EVERYWHERE: dict[tuple[int, int], CellValue] = {**MARKS, (3, 2): "text", (4, 2): 1.5, (60, 60): "new"}


def test_the_audit_finds_nothing(source: Path, target: Path) -> None:
    write_cells(source, target, {FORM: EVERYWHERE})
    assert faults(target) == set()


def test_the_audit_finds_nothing_that_was_not_there_before(officers_file: Path) -> None:
    before = faults(officers_file)
    write_cells(officers_file, officers_file, {FORM: EVERYWHERE})
    assert faults(officers_file) <= before


# ---- the values arrive ----------------------------------------------------------------------------------------------


def test_openpyxl_reads_the_new_values(officers_file: Path) -> None:
    write_cells(officers_file, officers_file, {FORM: MARKS})
    form = openpyxl.load_workbook(officers_file, keep_vba=officers_file.suffix == ".xlsm")[FORM]
    values = {**MARKS, (6, 1): datetime(2023, 12, 31)}
    assert {at: form.cell(at[0] + 1, at[1] + 1).value for at in MARKS} == values


def test_calamine_reads_the_new_values(officers_file: Path) -> None:
    write_cells(officers_file, officers_file, {FORM: MARKS})
    cell = read(officers_file)
    assert {at: cell(at) for at in MARKS} == {**MARKS, (7, 1): ""}


def test_neighbours_keep_their_values(officers_file: Path) -> None:
    before = read(officers_file)
    kept = {(row, column): before((row, column)) for row in range(12) for column in range(3)}
    write_cells(officers_file, officers_file, {FORM: {(4, 1): "চলমান"}})
    after = read(officers_file)
    assert {at: after(at) for at in kept} == {**kept, (4, 1): "চলমান"}


def test_a_cell_keeps_its_style(officers_file: Path) -> None:
    cells = [(row, 1) for row in range(3, 10)]
    before = {at: xml_cell(officers_file, cell_name(*at)).get("s") for at in cells}
    write_cells(officers_file, officers_file, {FORM: MARKS})
    assert {at: xml_cell(officers_file, cell_name(*at)).get("s") for at in cells} == before
    assert None not in before.values()


def test_an_emptied_cell_keeps_its_style(source: Path, target: Path) -> None:
    write_cells(source, target, {FORM: {(4, 1): None, (5, 1): ""}})
    for address in ("B5", "B6"):
        cell, old = xml_cell(target, address), xml_cell(source, address)
        assert dict(cell.attrib) == {"r": address, "s": old.get("s")}
        assert len(cell) == 0


def test_a_new_cell_looks_like_its_row_or_its_column(source: Path, target: Path) -> None:
    write_cells(source, target, {FORM: {(4, 18): 1, (20, 0): 1, (20, 18): 1, (4, 30): 1}})
    in_column, in_row = xml_cell(source, "B5").get("s"), xml_cell(source, "B7").get("s")
    styles = {address: xml_cell(target, address).get("s") for address in ("S5", "A21", "S21", "AE5")}
    assert styles == {"S5": in_column, "A21": in_row, "S21": in_row, "AE5": None}


def test_emptying_what_is_not_there_adds_nothing(source: Path, target: Path) -> None:
    write_cells(source, target, {FORM: {(4, 30): None, (500, 1): ""}})
    assert rows_of(target) == rows_of(source)
    assert b'<dimension ref="A1:S21"/>' in parts(target)[FORM_PART]


def test_a_picture_or_data_type_gives_way_to_the_value(source: Path, target: Path) -> None:
    with_rows(source, '<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c></row>')
    write_cells(source, target, {FORM: {(0, 0): 1.5}})
    assert rows_of(target) == '<row r="1"><c r="A1"><v>1.5</v></c></row>'


# ---- formulas -------------------------------------------------------------------------------------------------------

FORMULAS = {
    "plain": "<f>B4*2</f>",
    "shared": '<f t="shared" ref="A1:A9" si="0">B1*2</f>',
    "shared member": '<f t="shared" si="0"/>',
    "array": '<f t="array" ref="A1:A2">B1:B2*2</f>',
}


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
@pytest.mark.parametrize(
    ("value", "kind", "stored"),
    [
        (1.5, "", "<v>1.5</v>"),
        ("চলমান", ' t="str"', "<v>চলমান</v>"),
        (True, ' t="b"', "<v>1</v>"),
        (None, "", ""),
    ],
)
def test_a_formula_stays_and_only_its_result_changes(
    source: Path, target: Path, formula: str, value: CellValue, kind: str, stored: str
) -> None:
    with_rows(source, f'<row r="1"><c r="A1" s="1" t="e" cm="1">{formula}<v>#N/A</v></c></row>')
    write_cells(source, target, {FORM: {(0, 0): value}})
    assert rows_of(target) == f'<row r="1"><c r="A1" s="1" cm="1"{kind}>{formula}{stored}</c></row>'


def test_formulas_are_calculated_afresh_when_the_file_is_opened(officers_file: Path) -> None:
    write_cells(officers_file, officers_file, {FORM: MARKS})
    book = etree.fromstring(parts(officers_file)[BOOK_PART])
    assert [element.get("fullCalcOnLoad") for element in book.iterfind("m:calcPr", NS)] == ["1"]


@pytest.mark.parametrize("before", ["sheets", "definedNames"])
def test_a_missing_calculation_setting_is_put_where_the_schema_wants_it(source: Path, before: str) -> None:
    def without(xml: str) -> str:
        xml = re.sub("<calcPr[^>]*/>", '<oleSize ref="A1"/>', xml)
        return xml if before == "definedNames" else re.sub("<definedNames>.*</definedNames>", "", xml)

    rebuild(source, {BOOK_PART: without})
    write_cells(source, source, {FORM: MARKS})
    order = [etree.QName(child).localname for child in etree.fromstring(parts(source)[BOOK_PART])]
    assert order[order.index("calcPr") - 1 :] == [before, "calcPr", "oleSize"]
    assert faults(source) == set()


def test_other_calculation_settings_stay(source: Path) -> None:
    rebuild(source, {BOOK_PART: lambda xml: re.sub("<calcPr[^>]*/>", '<calcPr calcMode="manual" iterate="1"/>', xml)})
    write_cells(source, source, {FORM: MARKS})
    assert b'<calcPr calcMode="manual" iterate="1" fullCalcOnLoad="1" calcCompleted="1"/>' in parts(source)[BOOK_PART]


@pytest.mark.parametrize("before", ['fullCalcOnLoad="1"', 'calcCompleted="0"'])
def test_results_that_nobody_calculated_are_not_called_calculated(source: Path, before: str) -> None:
    rebuild(source, {BOOK_PART: lambda xml: re.sub("<calcPr[^>]*/>", f"<calcPr {before}/>", xml)})
    write_cells(source, source, {FORM: MARKS})
    assert b'calcCompleted="1"' not in parts(source)[BOOK_PART]


# ---- rows, cells and their bounds -----------------------------------------------------------------------------------


def test_missing_rows_and_cells_come_in_order(source: Path, target: Path) -> None:
    with_rows(source, '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row r="10"/>')
    at = [(9, 0), (0, 0), (2, 27), (2, 25), (2, 0), (4, 1), (11, 2), (4, 0), (5, 0), (5, 1), (6, 0)]
    write_cells(source, target, {FORM: dict.fromkeys(at, 5)})
    order = " ".join(re.findall('r="([A-Z]*[0-9]+)"', rows_of(target)))
    assert order == "1 A1 3 A3 B3 Z3 AA3 AB3 5 A5 B5 6 A6 B6 7 A7 10 A10 12 C12"


def test_an_empty_sheet_can_be_filled(source: Path, target: Path) -> None:
    rebuild(source, {FORM_PART: lambda xml: re.sub("<sheetData>.*</sheetData>", "<sheetData/>", xml, flags=re.DOTALL)})
    write_cells(source, target, {FORM: {(1, 1): 5}})
    assert rows_of(target) == '<row r="2"><c r="B2"><v>5</v></c></row>'


def test_rows_and_cells_without_an_address_are_counted(source: Path, target: Path) -> None:
    cell = "<c><v>1</v></c>"
    with_rows(source, f'<row>{cell}{cell}<c r="E1"><v>5</v></c>{cell}</row><row r="4">{cell}</row><row>{cell}</row>')
    cells = {(0, 1): 21, (0, 3): 23, (0, 5): 25, (0, 7): 27, (2, 0): 31, (4, 0): 51, (4, 2): 52, (6, 0): 71}
    write_cells(source, target, {FORM: cells})
    everything = {**cells, (0, 0): 1, (0, 2): "", (0, 4): 5, (3, 0): 1}
    assert {at: read(target)(at) for at in everything} == everything
    form = openpyxl.load_workbook(target)[FORM]
    assert all((form.cell(at[0] + 1, at[1] + 1).value or "") == value for at, value in everything.items())


@pytest.mark.parametrize(
    ("before", "column", "after"),
    [("1:3", 2, "1:3"), ("1:3", 4, "1:5"), ("2:3", 0, "1:3"), ("1:2 8:9", 4, "1:9"), ("1:2 8:9", 7, "1:2 8:9")],
)
def test_the_spans_of_a_row_stay_true(source: Path, target: Path, before: str, column: int, after: str) -> None:
    with_rows(source, f'<row r="1" spans="{before}"/><row r="2"/>')
    write_cells(source, target, {FORM: {(0, column): 5, (1, column): 5}})
    assert re.findall('<row r="1" spans="([^"]*)">', rows_of(target)) == [after]
    assert '<row r="2"><c' in rows_of(target)


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        ("A1:C9", (3, 1), "A1:C9"),
        ("B2:C9", (0, 26), "B1:AA9"),
        ("B2:C9", (11, 0), "A2:C12"),
        ("A1", (0, 0), "A1"),
        ("A1", (1, 1), "A1:B2"),
        ("$A$1:$B$2", (2, 0), "A1:B3"),
        ("A:C", (2, 0), "A:C"),
    ],
)
def test_the_dimension_of_the_sheet_stays_true(
    source: Path, target: Path, before: str, at: tuple[int, int], after: str
) -> None:
    with_rows(source, "", f'<dimension ref="{before}"/>')
    write_cells(source, target, {FORM: {at: 5}})
    assert re.findall('<dimension ref="([^"]*)"/>', parts(target)[FORM_PART].decode()) == [after]


# ---- what a cell can hold -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "xml"),
    [
        (17.8, '<c r="A1"><v>17.8</v></c>'),
        (np.float64(17.8), '<c r="A1"><v>17.8</v></c>'),
        (50, '<c r="A1"><v>50</v></c>'),
        (False, '<c r="A1" t="b"><v>0</v></c>'),
        (float("nan"), '<c r="A1" t="e"><v>#NUM!</v></c>'),
        (float("-inf"), '<c r="A1" t="e"><v>#NUM!</v></c>'),
        (10**400, '<c r="A1" t="e"><v>#NUM!</v></c>'),
        (date(2023, 12, 31), '<c r="A1"><v>45291</v></c>'),
        (datetime(2023, 12, 31, 6), '<c r="A1"><v>45291.25</v></c>'),
        (datetime(2023, 12, 31, 6, tzinfo=UTC), '<c r="A1"><v>45291.25</v></c>'),
        (date(1900, 1, 1), '<c r="A1"><v>1</v></c>'),
        (date(1900, 2, 28), '<c r="A1"><v>59</v></c>'),
        (date(1900, 3, 1), '<c r="A1"><v>61</v></c>'),
        (date(203, 12, 31), '<c r="A1" t="inlineStr"><is><t>0203-12-31</t></is></c>'),
        ("=1+1", '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>'),
        (" ক ", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> ক </t></is></c>'),
        ("a\x00\x0b\ud800\uffffb", '<c r="A1" t="inlineStr"><is><t>ab</t></is></c>'),
        ("\x00", '<c r="A1"/>'),
        ("_x0041_", '<c r="A1" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>'),
    ],
)
def test_a_value_is_written_as_excel_writes_it(source: Path, target: Path, value: CellValue, xml: str) -> None:
    with_rows(source, '<row r="1"><c r="A1"/></row>')
    write_cells(source, target, {FORM: {(0, 0): value}})
    assert rows_of(target) == f'<row r="1">{xml}</row>'


def test_days_are_counted_from_1904_where_the_workbook_does_so(source: Path, target: Path) -> None:
    rebuild(source, {BOOK_PART: lambda xml: xml.replace("<workbookPr ", '<workbookPr date1904="1" ')})
    write_cells(
        source, target, {FORM: {(6, 1): date(2023, 12, 31), (3, 1): date(1904, 1, 1), (4, 1): date(1903, 1, 1)}}
    )
    assert read(target)((6, 1)) == date(2023, 12, 31)
    assert xml_cell(target, "B4").findtext("m:v", namespaces=NS) == "0"
    assert read(target)((4, 1)) == "1903-01-01"


@pytest.mark.parametrize(("text", "length"), [("ক" * 40_000, 32_766), ("😀" * 20_000, 16_383)])
def test_a_text_too_long_for_a_cell_is_cut_and_shows_it(source: Path, target: Path, text: str, length: int) -> None:
    write_cells(source, target, {FORM: {(3, 1): text, (4, 1): "ক" * 32_767}})
    assert read(target)((3, 1)) == text[:length] + "…"
    assert read(target)((4, 1)) == "ক" * 32_767


def expected(value: CellValue) -> object:
    """What python-calamine gives for a value written: characters XML forbids are lost, a cell without text is ''."""
    if isinstance(value, str):
        return "".join(
            letter for letter in value if letter in "\t\n\r" or (letter >= " " and letter not in "\ufffe\uffff")
        )
    return "" if value is None else value


# Rows 7 and 21 hold days, as which calamine would give a number back.
ADDRESSES = st.tuples(st.sampled_from([row for row in range(60) if row not in (6, 20)]), st.integers(0, 40))
VALUES = st.one_of(
    st.text(),
    st.from_regex("(_?x[0-9A-Fa-f]{4}_| ){1,4}"),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(-1e307, 1e307),
    st.none(),
)


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filler")
    by_xlsxwriter(folder / "source.xlsx")
    return folder


@settings(deadline=None)
@given(cells=st.dictionaries(ADDRESSES, VALUES, max_size=30))
@example(cells={(3, 1): "_x0041_x0042_", (4, 1): "_x005F_", (3, 2): "_x000D_", (5, 1): "\r\n", (7, 0): -0.0})
def test_whatever_is_written_is_read_back(shared_folder: Path, cells: dict[tuple[int, int], CellValue]) -> None:
    source, target = shared_folder / "source.xlsx", shared_folder / "target.xlsx"
    write_cells(source, target, {FORM: cells})
    cell, old = read(target), read(source)
    assert {at: cell(at) for at in cells} == {at: expected(value) for at, value in cells.items()}
    others = {(row, column) for row in range(62) for column in range(42)} - set(cells)
    assert all(cell(at) == old(at) for at in others)


@settings(deadline=None)
@given(day=st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31)).map(lambda day: day.replace(microsecond=0)))
def test_every_moment_is_read_back(shared_folder: Path, day: datetime) -> None:
    target = shared_folder / "target.xlsx"
    write_cells(shared_folder / "source.xlsx", target, {FORM: {(6, 1): day}})
    found = read(target)((6, 1))
    assert found == (day if day.time() != time.min else day.date())


# ---- other ways to write a workbook ---------------------------------------------------------------------------------


def test_a_strict_workbook_is_filled(source: Path, target: Path) -> None:
    def strict(xml: str) -> str:
        return xml.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
        )

    everything = dict.fromkeys((name for name in parts(source) if name.endswith((".xml", ".rels"))), strict)
    rebuild(source, everything)
    write_cells(source, target, {FORM: MARKS})
    assert {at: read(target)(at) for at in MARKS} == {**MARKS, (7, 1): ""}


def test_a_namespace_prefix_stays(tmp_path: Path, target: Path) -> None:
    def prefixed(xml: str) -> str:
        return re.sub("<(/?)([A-Za-z])", r"<\1x:\2", xml).replace("<x:worksheet xmlns=", "<x:worksheet xmlns:x=")

    source = rebuild(by_openpyxl(tmp_path / "prefixed.xlsx"), {FORM_PART: prefixed})
    write_cells(source, target, {FORM: MARKS})
    tags = re.findall("<([A-Za-z][A-Za-z0-9:]*)", parts(target)[FORM_PART].decode())
    assert all(tag.startswith("x:") for tag in tags)
    assert openpyxl.load_workbook(target)[FORM]["B4"].value == 17.8


@pytest.mark.parametrize(
    "address", ["/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml", "../xl/worksheets/sheet%31.xml"]
)
def test_a_sheet_is_found_however_its_place_is_written(source: Path, target: Path, address: str) -> None:
    rels = "xl/_rels/workbook.xml.rels"
    rebuild(source, {rels: lambda xml: xml.replace('"worksheets/sheet1.xml"', f'"{address}"')})
    assert address.encode() in parts(source)[rels]
    write_cells(source, target, {FORM: {(3, 1): 5}})
    assert xml_cell(target, "B4").findtext("m:v", namespaces=NS) == "5"


def test_a_sheet_is_found_by_its_id_and_not_by_its_number(source: Path, target: Path) -> None:
    def swapped(xml: str) -> str:
        return xml.replace('r:id="rId1"', 'r:id="x"').replace('r:id="rId2"', 'r:id="rId1"').replace('"x"', '"rId2"')

    rebuild(source, {BOOK_PART: swapped})
    write_cells(source, target, {FORM: {(3, 1): 5}})
    assert parts(target)[FORM_PART] == parts(source)[FORM_PART]
    assert read(target)((3, 1)) == 5


# ---- refused --------------------------------------------------------------------------------------------------------


def refusal(source: Path, target: Path, sheet: str = FORM) -> tuple[str, dict[str, object]]:
    with pytest.raises(InputError) as caught:
        write_cells(source, target, {sheet: {(3, 1): 5}})
    assert not target.exists()
    assert not list(target.parent.glob(".*"))
    return caught.value.code, caught.value.params


def test_a_sheet_that_is_not_there_is_told(source: Path, target: Path) -> None:
    assert refusal(source, target, "২য় ত্রৈমাসিক") == ("sheet-missing", {"path": source, "sheet": "২য় ত্রৈমাসিক"})


def test_a_chart_sheet_is_no_sheet_for_marks(tmp_path: Path, target: Path) -> None:
    source = tmp_path / "chart.xlsx"
    with xlsxwriter.Workbook(source) as book:
        book.add_worksheet("data")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=data!$A$1:$A$2"})
        book.add_chartsheet("chart").set_chart(chart)
    assert refusal(source, target, "chart") == ("sheet-missing", {"path": source, "sheet": "chart"})


def test_a_file_that_is_missing_is_told(tmp_path: Path, target: Path) -> None:
    assert refusal(tmp_path / "none.xlsx", target) == ("file-missing", {"path": tmp_path / "none.xlsx"})


def test_a_folder_is_not_read(tmp_path: Path, target: Path) -> None:
    assert refusal(tmp_path, target)[0] == "file-not-readable"


def other_zip(path: Path) -> None:
    with ZipFile(path, "w") as package:
        package.writestr("notes.txt", "not a workbook")


def word_file(path: Path) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    with ZipFile(path, "w") as package:
        link = f'<Relationship Id="rId1" Type="{office}" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", f'<Relationships xmlns="{rels}">{link}</Relationships>')
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{rels}"/>')
        package.writestr("word/document.xml", '<document xmlns="urn:w"><body/></document>')


def spoiled(path: Path, part: str) -> None:
    """A workbook with one part that does not unpack to what it was."""
    by_xlsxwriter(path)
    with ZipFile(path) as package:
        info = package.getinfo(part)
    content = bytearray(path.read_bytes())
    start = info.header_offset + 30 + len(part)
    content[start : start + 20] = bytes(20)
    path.write_bytes(content)


BROKEN: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("not a workbook"),
    "password or old Excel": lambda path: path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)),
    "other zip": other_zip,
    "word": word_file,
    "cut": lambda path: path.write_bytes(by_xlsxwriter(path).read_bytes()[:-100]),
    "spoiled sheet": lambda path: spoiled(path, FORM_PART),
    "spoiled picture": lambda path: spoiled(path, "xl/media/image1.png"),
    "sheet not XML": lambda path: rebuild(by_xlsxwriter(path), {FORM_PART: lambda xml: xml[:-20]}),
    "sheet without rows": lambda path: rebuild(
        by_xlsxwriter(path), {FORM_PART: lambda xml: re.sub("<sheetData>.*</sheetData>", "", xml, flags=re.DOTALL)}
    ),
    "no workbook": lambda path: rebuild(by_xlsxwriter(path), {}, {BOOK_PART: "xl/elsewhere.xml"}),
    "no sheet part": lambda path: rebuild(by_xlsxwriter(path), {}, {FORM_PART: "xl/elsewhere.xml"}),
}


@pytest.mark.parametrize("make", BROKEN.values(), ids=BROKEN)
def test_what_is_no_workbook_is_told(tmp_path: Path, target: Path, make: Callable[[Path], object]) -> None:
    source = tmp_path / "source.xlsx"
    make(source)
    code = "workbook-damaged" if is_zipfile(source) else "not-a-workbook"
    assert refusal(source, target) == (code, {"path": source})


@pytest.mark.parametrize("row", ["5", "99"])
def test_cells_in_a_row_of_another_number_make_no_second_cell(source: Path, target: Path, row: str) -> None:
    rebuild(source, {FORM_PART: lambda xml: xml.replace('<row r="4"', f'<row r="{row}"', 1)})
    assert refusal(source, target) == ("workbook-damaged", {"path": source})
    assert not target.exists()


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY a "ক"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///dev/zero">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_document_type_is_refused(source: Path, target: Path, declaration: str) -> None:
    rebuild(source, {FORM_PART: lambda xml: xml.replace("<worksheet", f"{declaration}<worksheet", 1)})
    assert refusal(source, target) == ("workbook-damaged", {"path": source})


def test_a_file_open_elsewhere_stays_as_it_was(source: Path) -> None:
    before = source.read_bytes()
    source.with_name(f"~${source.name}").touch()
    with pytest.raises(OutputError) as caught:
        write_cells(source, source, {FORM: MARKS})
    assert caught.value.code == "output-locked"
    assert source.read_bytes() == before


def test_an_officers_file_survives_a_damaged_part(tmp_path: Path) -> None:
    source = tmp_path / "form.xlsx"
    spoiled(source, "xl/media/image1.png")
    before = source.read_bytes()
    with pytest.raises(InputError):
        write_cells(source, source, {FORM: MARKS})
    assert source.read_bytes() == before


# ---- made to be slow ------------------------------------------------------------------------------------------------

HOSTILE_ROWS = {
    "digits in the spans of a row": ('<row r="4" spans="', "1", '"><c r="B4"/></row>', "written"),
    "colons in the spans of a row": ('<row r="4" spans="', "1:", '"><c r="B4"/></row>', "written"),
    "letters of an address": ('<row r="4"><c r="', "A", '4"/></row>', "written"),
    "digits of an address": ('<row r="', "4", '"/>', "written"),
    "cells begun in a comment": ("<!-- ", "<c ", " -->", "written"),
    "cells without an address": ('<row r="4">', "<c/>", "</row>", "written"),
    "underscores": ('<row r="4"><c t="inlineStr"><is><t>', "_x", "</t></is></c></row>", "written"),
}


def outcome(path: Path) -> str:
    """Whether cells could be written, or why not."""
    try:
        write_cells(path, path.with_name("filled.xlsx"), {FORM: {(3, 1): 17.8, (3, 6): "_x" * 8_000_000}})
    except InputError as error:
        return error.code
    return "written"


@pytest.mark.parametrize("kind", HOSTILE_ROWS)
def test_eight_megabytes_made_to_be_slow_are_edited_in_linear_time(source: Path, kind: str) -> None:
    before, piece, after, expected = HOSTILE_ROWS[kind]
    with_rows(source, f"{before}{piece * (SIZE // len(piece))}{after}")
    assert answer("tests.xlsx.edit.test_cell_editor", "outcome", source) == expected
