"""Reports with something in them that no report needs: macros, links, objects, hidden rows and sheets."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import xlsxwriter
from pyopenvba import ExcelFile, VBAModuleKind

from tests.xlsx.hostile.cells import in_sheet
from tests.xlsx.hostile.defect import READ, Defect
from tests.xlsx.hostile.offices import Offices, sheet_part
from tests.xlsx.hostile.old_excel import OFFICE as XLS
from tests.xlsx.hostile.old_excel import hidden_row as xls_with_hidden_row
from tests.xlsx.hostile.old_excel import low_row, narrow_column, rows_usually_low
from tests.xlsx.hostile.opendocument import OFFICE as ODS
from tests.xlsx.hostile.opendocument import hide_row_in_ods
from tests.xlsx.hostile.raw_zip import Entry, archive, changed, entries_of, replaced

HAND = "hand-made zip"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def additions() -> Iterator[Defect]:
    """The defects of this kind."""
    yield Defect("our own macros", "pyOpenVBA", lambda made: made.macro.read_bytes(), READ, "xlsm")
    yield Defect("our macros and one more module", "pyOpenVBA", _further_module, "finding foreign-macros", "xlsm")
    yield Defect("one of our macros changed", "pyOpenVBA", _changed_module, "finding foreign-macros", "xlsm")
    yield Defect("a macro that runs on opening", "pyOpenVBA", _on_opening, "finding foreign-macros", "xlsm")
    yield Defect("a macro project that is none", HAND, _project(b"x" * 500), "finding foreign-macros", "xlsm")
    yield Defect("a link to another workbook", HAND, _external_link, "finding outside-links")
    yield Defect("a link that starts a program (DDE)", HAND, _dde_link, "finding outside-links")
    yield Defect(
        "a connection to a database", HAND, _part("xl/connections.xml", f"{REL}/connections"), "finding outside-links"
    )
    yield Defect("a picture from the web", HAND, _outside_picture, "finding outside-links")
    yield Defect(
        "an embedded object",
        HAND,
        _part("xl/embeddings/oleObject1.bin", f"{REL}/oleObject"),
        "finding embedded-objects",
    )
    yield Defect("a control", HAND, _part("xl/activeX/activeX1.bin", f"{REL}/control"), "finding embedded-objects")
    extension = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes"
    yield Defect(
        "a web extension", HAND, _part("xl/webextensions/taskpanes.xml", extension), "finding embedded-objects"
    )
    yield Defect(
        "a web extension named otherwise", HAND, _part("xl/panes/p.xml", extension), "finding embedded-objects"
    )
    ribbon = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
    yield Defect(
        "buttons of its own", HAND, _part("customUI/customUI14.xml", ribbon, "_rels/.rels"), "finding foreign-macros"
    )
    yield Defect("a hidden row in the form", HAND, _hidden_row, "finding form-rows-hidden")
    yield Defect("a row of no height in the form", HAND, _low_row, "finding form-rows-hidden")
    yield Defect("a hidden column of the form", HAND, _columns(b'hidden="1"'), "finding form-columns-hidden")
    yield Defect("a column of no width in the form", HAND, _columns(b'width="0"'), "finding form-columns-hidden")
    yield Defect("a hidden row, openpyxl", "openpyxl", _openpyxl(_hide_row), "finding form-rows-hidden")
    yield Defect("a hidden column, openpyxl", "openpyxl", _openpyxl(_hide_column), "finding form-columns-hidden")
    yield Defect("a hidden sheet", "openpyxl", _openpyxl(_hidden_sheet("hidden")), "finding foreign-sheets-hidden")
    yield Defect(
        "a very hidden sheet", "openpyxl", _openpyxl(_hidden_sheet("veryHidden")), "finding foreign-sheets-hidden"
    )
    yield Defect("a quarter's sheet is hidden", "openpyxl", _openpyxl(_hide_quarter), "finding form-sheet-hidden")
    yield Defect("an info sheet without a word", "openpyxl", _openpyxl(_blank_info), "finding info-blank")
    yield Defect("every format a date", HAND, _all_dates, READ)
    yield Defect(
        "a sheet with macros of Excel 4", HAND, _excel_4, "finding foreign-macros foreign-sheets-hidden", "xlsm"
    )
    yield Defect("a hidden row", ODS, _ods_hidden_row, "finding form-rows-hidden", "ods")
    yield Defect("a macro", ODS, _ods_with(Entry("Basic/Standard/M.xml", b"<x/>")), "finding foreign-macros", "ods")
    yield Defect("a script", ODS, _ods_with(Entry("Scripts/python/m.py", b"x")), "finding foreign-macros", "ods")
    yield Defect("an object", ODS, _ods_with(Entry("Object 9", b"\xd0\xcf\x11\xe0")), "finding embedded-objects", "ods")
    yield Defect("a hidden row", XLS, xls_with_hidden_row, "finding form-rows-hidden", "xls")
    yield Defect("a row of next to no height", XLS, low_row, "finding form-rows-hidden", "xls")
    yield Defect("a row of the usual height, which is none", XLS, rows_usually_low, "finding form-rows-hidden", "xls")
    yield Defect("a column of next to no width", XLS, narrow_column, "finding form-columns-hidden", "xls")
    yield Defect("a workbook that is no report", "XlsxWriter", _foreign, "not-a-template")
    yield Defect("saved by openpyxl", "openpyxl", lambda made: made.openpyxl.read_bytes(), READ)
    yield Defect("saved by LibreOffice", "LibreOffice .xlsx", lambda made: made.office("xlsx").read_bytes(), READ)


def _with_project(made: Offices, change: Callable[[ExcelFile], None]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsm")
        path.write_bytes(made.macro.read_bytes())
        with ExcelFile(path) as book:
            change(book)
            book.save(path)
        return path.read_bytes()


def _further_module(made: Offices) -> bytes:
    text = 'Sub Extra()\r\nShell "calc.exe"\r\nEnd Sub\r\n'
    return _with_project(made, lambda book: book.vba_project().add_module("Extra", text, kind=VBAModuleKind.standard))


def _changed_module(made: Offices) -> bytes:
    def change(book: ExcelFile) -> None:
        module = book.vba_project().get_module("ApaMacros")
        module.body = module.body + "\r\n' changed\r\n"

    return _with_project(made, change)


def _on_opening(made: Offices) -> bytes:
    return _project(foreign_project(made))(made)


def foreign_project(made: Offices) -> bytes:
    """A macro project that starts a program when the workbook is opened."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsm")
        with xlsxwriter.Workbook(str(path)) as book:
            book.set_vba_name("ThisWorkbook")
            book.add_worksheet().set_vba_name("Sheet1")
        with ExcelFile(path) as book:
            project = book.add_vba_project()
            project.get_module("ThisWorkbook").body = 'Private Sub Workbook_Open()\r\nShell "calc.exe"\r\nEnd Sub\r\n'
            book.save(path)
        with ExcelFile(path) as book:
            return book.vba_project_bytes()


def _project(data: bytes) -> Callable[[Offices], bytes]:
    def make(made: Offices) -> bytes:
        relation = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
        entries = entries_of_macro(made)
        return archive(
            with_relation(
                entries, "xl/_rels/workbook.xml.rels", relation, "vbaProject.bin", Entry("xl/vbaProject.bin", data)
            )
        )

    return make


def entries_of_macro(made: Offices) -> list[Entry]:
    """The report's parts, which say that the workbook has macros."""
    return replaced(
        made.entries,
        "[Content_Types].xml",
        b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"vnd.ms-excel.sheet.macroEnabled.main+xml",
    )


def with_relation(
    entries: list[Entry], relations: str, kind: str, target: str, *further: Entry, mode: str = ""
) -> list[Entry]:
    """The parts, one of which refers to something more."""
    outside = f' TargetMode="{mode}"' if mode else ""
    relation = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{outside}/></Relationships>'.encode()
    if any(entry.name == relations for entry in entries):
        return [*replaced(entries, relations, b"</Relationships>", relation), *further]
    start = b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return [*entries, Entry(relations, start + relation), *further]


def _part(name: str, kind: str, relations: str = "xl/_rels/workbook.xml.rels") -> Callable[[Offices], bytes]:
    return lambda made: archive(with_relation(made.entries, relations, kind, f"/{name}", Entry(name, b"<x/>")))


def _external_link(made: Offices) -> bytes:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    return archive(
        with_relation(
            made.entries,
            "xl/_rels/workbook.xml.rels",
            f"{REL}/externalLink",
            "externalLinks/externalLink1.xml",
            Entry("xl/externalLinks/externalLink1.xml", link),
        )
    )


def _dde_link(made: Offices) -> bytes:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc.exe"/></externalLink>'
    return archive(
        with_relation(
            made.entries,
            "xl/_rels/workbook.xml.rels",
            f"{REL}/externalLink",
            "links/a.xml",
            Entry("xl/links/a.xml", link),
        )
    )


def _outside_picture(made: Offices) -> bytes:
    part = sheet_part(made.xlsx)
    folder, _, name = part.rpartition("/")
    return archive(
        with_relation(
            made.entries, f"{folder}/_rels/{name}.rels", f"{REL}/image", "http://example.org/x.png", mode="External"
        )
    )


def _hidden_row(made: Offices) -> bytes:
    return in_sheet(lambda part: part.replace(b'<row r="11"', b'<row r="11" hidden="1"'))(made)


def _low_row(made: Offices) -> bytes:
    return in_sheet(lambda part: re.sub(rb'(<row r="11"[^>]*) ht="[0-9.]+"', rb'\1 ht="0"', part))(made)


def _columns(what: bytes) -> Callable[[Offices], bytes]:
    column = re.compile(rb'<col min="13" max="13" width="[0-9.]+"')

    def change(part: bytes) -> bytes:
        new = b'<col min="13" max="13" ' + (what if what.startswith(b"width") else b'width="26" ' + what)
        return column.sub(new, part)

    return in_sheet(change)


def _openpyxl(change: Callable[[openpyxl.Workbook], None]) -> Callable[[Offices], bytes]:
    def make(made: Offices) -> bytes:
        book = openpyxl.load_workbook(made.openpyxl)
        change(book)
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()

    return make


def _hide_row(book: openpyxl.Workbook) -> None:
    book["২য় ত্রৈমাসিক"].row_dimensions[11].hidden = True


def _hide_column(book: openpyxl.Workbook) -> None:
    book["২য় ত্রৈমাসিক"].column_dimensions["M"].hidden = True


def _hidden_sheet(state: str) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("হিসাব")
        sheet["A1"] = 5
        sheet.sheet_state = state

    return change


def _hide_quarter(book: openpyxl.Workbook) -> None:
    book["২য় ত্রৈমাসিক"].sheet_state = "hidden"


def _blank_info(book: openpyxl.Workbook) -> None:
    for row in book["তথ্য"]["A1:D30"]:
        for cell in row:
            if not isinstance(cell, openpyxl.cell.MergedCell):
                cell.value = None


def _all_dates(made: Offices) -> bytes:
    entries = [
        Entry(entry.name, re.sub(rb'numFmtId="[0-9]+" fontId', b'numFmtId="14" fontId', entry.data))
        if entry.name == "xl/styles.xml"
        else entry
        for entry in made.entries
    ]
    return archive(entries)


def _foreign(made: Offices) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.add_worksheet("বাজেট").write(0, 0, 5)
    return target.getvalue()


def _ods_hidden_row(made: Offices) -> bytes:
    return archive(changed(entries_of(made.office("ods")), "content.xml", hide_row_in_ods))


def _ods_with(entry: Entry) -> Callable[[Offices], bytes]:
    return lambda made: archive([*entries_of(made.office("ods")), entry])


def _excel_4(made: Offices) -> bytes:
    relation = b'<Relationship Id="rIdX" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/>'
    entries = replaced(made.entries, "xl/_rels/workbook.xml.rels", b"</Relationships>", relation + b"</Relationships>")
    entries = replaced(
        entries,
        "xl/workbook.xml",
        b"</sheets>",
        b'<sheet name="Macro1" sheetId="99" state="veryHidden" r:id="rIdX"/></sheets>',
    )
    sheet = b'<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></xm:macrosheet>'
    return archive([*entries, Entry("xl/macrosheets/sheet1.xml", sheet)])
