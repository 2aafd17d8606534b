"""One office's report as five programs write it: the ground from which hostile files are made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from lxml import etree

from tests.libreoffice import convert
from tests.xlsx.hostile.raw_zip import Entry, entries_of
from xl_apa.addin.build import build_macro_template
from xl_apa.core.fiscal import Quarter
from xl_apa.plans import load_plan
from xl_apa.samples import build_sample, load_sample, typed_cells
from xl_apa.sheets import layout

QUARTER = Quarter.Q2
SHEET = layout.quarter_sheet(QUARTER)
MARKS = "17.80"
"""What the report is worth; M11 holds 96, for 6.00 of them."""


@dataclass(frozen=True)
class Offices:
    """The report in files of every kind; `sheet` is the part of its second quarter in those of XlsxWriter."""

    folder: Path

    @property
    def xlsx(self) -> Path:
        return self.folder / "xlsxwriter.xlsx"

    @property
    def macro(self) -> Path:
        return self.folder / "macro.xlsm"

    @property
    def openpyxl(self) -> Path:
        return self.folder / "openpyxl.xlsx"

    def office(self, ending: str) -> Path:
        """As LibreOffice writes it: xlsx, xls or ods."""
        return self.folder / ending / f"xlsxwriter.{ending}"

    @property
    def entries(self) -> list[Entry]:
        return entries_of(self.xlsx)


def make_offices(folder: Path) -> Offices:
    """Write the report with XlsxWriter, openpyxl, and with macros."""
    made = Offices(folder)
    sample = load_sample("sid_2023-24")
    plan = load_plan()
    build_sample(sample, made.xlsx)
    typed = typed_cells(sample, plan)
    build_macro_template(plan, made.macro, layout=sample.layout, office=sample.office, typed=typed)
    book = openpyxl.load_workbook(made.xlsx)
    book.save(made.openpyxl)
    return made


def add_libreoffice(made: Offices) -> None:
    """Write the same with LibreOffice as .xlsx, .xls and .ods."""
    for ending in ("xlsx", "xls", "ods"):
        convert(made.xlsx, ending, made.folder / ending)


def sheet_part(path: Path, sheet: str = SHEET) -> str:
    """The part of a sheet in a package, wherever its program puts it."""
    with ZipFile(path) as package:
        book = etree.fromstring(package.read("xl/workbook.xml"))
        number = next(
            each.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
            for each in book.iterfind("{*}sheets/{*}sheet")
            if each.get("name") == sheet
        )
        relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        target = next(str(each.get("Target")) for each in relations if each.get("Id") == number)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
