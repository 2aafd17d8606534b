"""The copy that is handed in: what the workbook shows, without formulas and macros."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import xlsxwriter
from openxml_audit import OpenXmlValidator

from tests.libreoffice import recalculate
from tests.xlsx.hostile.additions import additions
from tests.xlsx.hostile.offices import make_offices
from tests.xlsx.processor_time import SIZE, answer
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import quarter_sheet
from xl_apa.xlsx.edit.strip_formulas import write_values_only
from xl_apa.xlsx.read.extras import NO_EXTRAS
from xl_apa.xlsx.read.safe_open import open_workbook

QUARTERS = {"sid_2023-24": Quarter.Q2, "labour_2023-24": Quarter.Q1}


def shown(path: Path) -> dict[str, dict[str, object]]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")
        }
        for sheet in book
    }


@pytest.mark.parametrize("name", QUARTERS)
def test_the_copy_shows_the_same_and_holds_no_formula(sample, tmp_path: Path, name: str) -> None:
    source, target = sample(name), tmp_path / "copy.xlsx"
    write_values_only(source, target)
    assert shown(target) == shown(source)
    with ZipFile(target) as parts:
        assert not any(b"<f>" in parts.read(part) for part in parts.namelist() if "worksheets/sheet" in part)
    assert OpenXmlValidator().validate(str(target)).errors == []


@pytest.mark.parametrize("name", QUARTERS)
def test_the_centre_reads_the_same_report_from_the_copy(sample, tmp_path: Path, name: str) -> None:
    source, target = sample(name), tmp_path / "copy.xlsx"
    write_values_only(source, target)
    before, after = (assess_file(path, QUARTERS[name]) for path in (source, target))
    # Of a cell whose formula is gone nothing else is told than that it is blank.
    assert [replace(each, row=None) for each in after.results] == [replace(each, row=None) for each in before.results]
    assert after.findings == before.findings


@pytest.mark.office
def test_libreoffice_opens_the_copy_and_sees_the_same(sample, tmp_path: Path) -> None:
    source, target = sample("labour_2023-24"), tmp_path / "copy.xlsx"
    write_values_only(source, target)
    (opened,) = recalculate(tmp_path, target)
    sheet = quarter_sheet(Quarter.Q1)
    there, here = shown(opened)[sheet], shown(source)[sheet]
    assert {cell: there.get(cell) for cell in ("P9", "P11", "Q11", "M13")} == {
        cell: here.get(cell) for cell in ("P9", "P11", "Q11", "M13")
    }
    assert there["M13"] == datetime(2023, 9, 7)


def test_looks_protection_notes_and_names_stay(sample, tmp_path: Path) -> None:
    source = sample("sid_2023-24")
    write_values_only(source, tmp_path / "copy.xlsx")
    with ZipFile(source) as old, ZipFile(tmp_path / "copy.xlsx") as new:
        assert old.namelist() == new.namelist()
        for part in ("xl/styles.xml", "xl/sharedStrings.xml", "xl/charts/chart1.xml"):
            assert old.read(part) == new.read(part)
        assert b"sheetProtection" in new.read("xl/worksheets/sheet4.xml")
        assert b"dataValidation " in new.read("xl/worksheets/sheet4.xml")


def test_macros_buttons_and_old_links_are_left_out(sample, tmp_path: Path) -> None:
    """A workbook as Excel saves it with a button, a macro and a link to another file."""
    source, target = sample("sid_2023-24"), tmp_path / "copy.xlsx"
    macro = tmp_path / "with.xlsm"
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId9" Type="vml" Target="../drawings/vmlDrawing1.vml"/></Relationships>'
    )
    with ZipFile(source) as old, ZipFile(macro, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                ).replace(b"</Types>", b'<Override PartName="/xl/vbaProject.bin" ContentType="vba"/></Types>')
            elif name == "xl/_rels/workbook.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rId90" Type="vba" Target="vbaProject.bin"/>'
                    b'<Relationship Id="rId91" Type="link" Target="externalLinks/externalLink1.xml"/></Relationships>',
                )
            elif name == "xl/workbook.xml":
                data = data.replace(
                    b"<definedNames>",
                    b'<externalReferences><externalReference r:id="rId91"/></externalReferences><definedNames>',
                )
            elif name == "xl/worksheets/sheet3.xml":
                data = data.replace(b"</worksheet>", b'<legacyDrawing r:id="rId9"/></worksheet>')
            new.writestr(name, data)
        new.writestr("xl/vbaProject.bin", b"macros")
        new.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
        new.writestr("xl/drawings/vmlDrawing1.vml", b'<xml><x:ClientData ObjectType="Button"/></xml>')
        new.writestr("xl/worksheets/_rels/sheet3.xml.rels", relations)
    write_values_only(macro, target)
    with ZipFile(target) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    for trace in (b"vbaProject", b"externalLink", b"macroEnabled", b"legacyDrawing", b"vmlDrawing"):
        assert trace not in everything
    assert OpenXmlValidator().validate(str(target)).errors == []


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04half"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "source.xlsx").write_bytes(data)
    with pytest.raises(InputError):
        write_values_only(tmp_path / "source.xlsx", tmp_path / "copy.xlsx")
    assert not (tmp_path / "copy.xlsx").exists()


def outcome(path: Path) -> str:
    """Whether a copy was written, or why not."""
    try:
        write_values_only(path, path.with_name("copy.xlsx"))
    except InputError as error:
        return error.code
    return "written"


HOSTILE = {
    "formulas begun in a comment": ("<!-- ", "<f>", " -->"),
    "one long formula": ('<row r="4"><c r="A4"><f>', "(", "</f><v>1</v></c></row>"),
    "cells without an address": ('<row r="4">', "<c/>", "</row>"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_eight_megabytes_made_to_be_slow_are_copied_in_linear_time(tmp_path: Path, kind: str) -> None:
    before, piece, after = HOSTILE[kind]
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(tmp_path / "plain.xlsx") as book:
        book.add_worksheet()
    rows = f"{before}{piece * (SIZE // len(piece))}{after}"
    with ZipFile(tmp_path / "plain.xlsx") as plain, ZipFile(path, "w", ZIP_DEFLATED) as hostile:
        for name in plain.namelist():
            data = plain.read(name)
            hostile.writestr(name, data.replace(b"<sheetData/>", f"<sheetData>{rows}</sheetData>".encode()))
        for number in range(400):
            hostile.writestr(f"xl/vbaProject{number}{'xl/vbaProject/' * 4000}", b"")
    assert answer("tests.xlsx.edit.test_strip_formulas", "outcome", path) == "written"


def test_nothing_that_no_report_needs_is_handed_in(tmp_path: Path) -> None:
    made = make_offices(tmp_path)
    for defect in additions():
        if defect.ending not in ("xlsx", "xlsm") or defect.writer.startswith("LibreOffice"):
            continue
        source, target = tmp_path / f"source.{defect.ending}", tmp_path / "copy.xlsx"
        source.write_bytes(defect.make(made))
        write_values_only(source, target)
        with open_workbook(target) as book:
            assert book.extras() == NO_EXTRAS, defect.name
        with ZipFile(target) as parts:
            left = [name for name in parts.namelist() if LEFT_OUT.search(name)]
            assert left == [], defect.name
        openpyxl.load_workbook(target)


LEFT_OUT = re.compile(
    r"vbaProject|webextension|customUI|externalLink|embeddings|activeX|connections|macrosheets|panes/|xl/links/"
)
