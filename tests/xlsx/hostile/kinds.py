"""Files that are no office workbook, or not one that is read: each has a reason of its own."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import replace

import msoffcrypto.format.ooxml as ooxml
import openpyxl

from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import Offices
from tests.xlsx.hostile.raw_zip import Entry, archive, replaced

HAND = "hand-made zip"
NONE = "not-a-workbook"


def kinds() -> Iterator[Defect]:
    """The defects of this kind."""
    yield Defect("an empty file", HAND, lambda _: b"", "file-empty")
    yield Defect("a page of a browser", HAND, lambda _: b"<html><table><tr><td>1", "workbook-web-page", "xls")
    yield Defect("a text", HAND, lambda _: "দপ্তর\tঅর্জন\n1.4.1\t96\n".encode(), "workbook-text", "xls")
    yield Defect("values with commas", HAND, lambda _: "কোড,অর্জন\n1.4.1,96\n".encode(), "workbook-text", "xlsx")
    yield Defect(
        "values with commas in UTF-16", HAND, lambda _: "code\tvalue\n1\t96\n".encode("utf-16"), "workbook-text", "xls"
    )
    yield Defect("zeros", HAND, lambda _: bytes(4096), "workbook-damaged")
    yield Defect("a PDF", HAND, lambda _: b"%PDF-1.7\n", "file-is-pdf")
    for version, code in ((2, 0x0009), (3, 0x0209), (4, 0x0409)):
        begin = struct.pack("<HHHH", code, 4, 0, 0x10) + struct.pack("<HH", 0x0A, 0)
        yield Defect(f"a sheet of Excel {version}", HAND, lambda _, begin=begin: begin, "workbook-ancient", "xls")
    yield Defect("a binary workbook", HAND, _binary, "workbook-binary", "xlsb")
    yield Defect("a binary workbook that does not say so", HAND, _binary_by_name, "workbook-binary")
    yield Defect("a template of Excel", HAND, _as_template, "workbook-template")
    yield Defect("the workbook in another folder", HAND, _elsewhere, READ)
    yield Defect("a package of nothing", HAND, lambda _: archive([Entry("[Content_Types].xml", b"<Types/>")]), NONE)
    yield Defect("no workbook in the package", HAND, _no_workbook, "file-is-archive")
    yield Defect("no relations", HAND, _without("_rels/.rels"), "workbook-damaged")
    yield Defect("sheets without a relation", HAND, _without("xl/_rels/workbook.xml.rels"), "workbook-damaged")
    yield Defect("a sheet whose part is missing", HAND, _without("xl/worksheets/sheet4.xml"), "workbook-damaged")
    yield Defect("a sheet in an alternative", HAND, _alternative_sheets, "workbook-damaged")
    yield Defect("two lists of sheets", HAND, _two_lists, "workbook-damaged")
    yield Defect("a sheet's name twice", HAND, _name_twice, "workbook-damaged")
    for name, old, new in _RELATIONS:
        yield Defect(name, HAND, _related(old, new), "workbook-damaged")
    yield Defect("days counted from 1904", HAND, _from_1904, "finding days-shifted")
    yield Defect("two sheets from one part", HAND, _one_part, "workbook-damaged")
    yield Defect("a password of Excel", "msoffcrypto-tool", _locked, "workbook-password")
    yield Defect("a sheet that is a chart", "openpyxl", _chart_sheet, READ)


def _without(part: str):
    return lambda made: archive([entry for entry in made.entries if entry.name != part])


def _binary(made: Offices) -> bytes:
    types = b'<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
    return archive([Entry("[Content_Types].xml", types), Entry("xl/workbook.bin", b"\x83\x01\x00")])


def _binary_by_name(made: Offices) -> bytes:
    return archive([Entry("[Content_Types].xml", b"<Types/>"), Entry("xl/workbook.bin", b"\x83\x01\x00")])


def _as_template(made: Offices) -> bytes:
    return archive(replaced(made.entries, "[Content_Types].xml", b"sheet.main+xml", b"template.main+xml"))


def _elsewhere(made: Offices) -> bytes:
    entries = []
    for entry in made.entries:
        data = entry.data
        if entry.name in ("_rels/.rels", "[Content_Types].xml"):
            data = data.replace(b"xl/", b"book/")
        entries.append(replace(entry, name=entry.name.replace("xl/", "book/", 1), data=data))
    return archive(entries)


def _no_workbook(made: Offices) -> bytes:
    return archive([Entry("readme.txt", b"x")])


def _alternative_sheets(made: Offices) -> bytes:
    mc = b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15">'
    entries = replaced(made.entries, "xl/workbook.xml", b"<sheets>", mc + b"<sheets>")
    end = b"</mc:Choice></mc:AlternateContent>"
    return archive(replaced(entries, "xl/workbook.xml", b"</sheets>", b"</sheets>" + end))


def _two_lists(made: Offices) -> bytes:
    second = b'<sheets><sheet name="x" sheetId="99" r:id="rId4"/></sheets>'
    return archive(replaced(made.entries, "xl/workbook.xml", b"</sheets>", b"</sheets>" + second))


def _name_twice(made: Offices) -> bytes:
    second = '<sheet name="২য় ত্রৈমাসিক" sheetId="99" r:id="rId3"/>'.encode()
    return archive(replaced(made.entries, "xl/workbook.xml", b"<sheets>", b"<sheets>" + second))


_SHEET = b'Target="worksheets/sheet4.xml"'
_OPEN = (
    b'<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>'
)
_END = b"</Relationships>"
_RELATIONS = (
    ("a sheet outside of the package", _SHEET, b'Target="file:///etc/passwd" TargetMode="External"'),
    ("a relation's name twice", _END, _OPEN % (b"rId4", b"worksheet", b"worksheets/sheet5.xml") + _END),
    ("two parts of texts", _END, _OPEN % (b"rId99", b"sharedStrings", b"styles.xml") + _END),
)


def _related(old: bytes, new: bytes):
    return lambda made: archive(replaced(made.entries, "xl/_rels/workbook.xml.rels", old, new))


def _from_1904(made: Offices) -> bytes:
    return archive(replaced(made.entries, "xl/workbook.xml", b"<workbookPr ", b'<workbookPr date1904="1" '))


def _one_part(made: Offices) -> bytes:
    return archive(replaced(made.entries, "xl/workbook.xml", b'r:id="rId3"', b'r:id="rId4"'))


def _locked(made: Offices) -> bytes:
    target = io.BytesIO()
    ooxml.OOXMLFile(io.BytesIO(made.xlsx.read_bytes())).encrypt("secret", target)
    return target.getvalue()


def _chart_sheet(made: Offices) -> bytes:
    book = openpyxl.load_workbook(made.openpyxl)
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(book.worksheets[2], range_string="'১ম ত্রৈমাসিক'!G8:G18"))
    book.create_chartsheet("লেখচিত্র").add_chart(chart)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
