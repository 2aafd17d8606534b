"""Workbooks of Excel 2007 and later, .xlsx and .xlsm: a package of XML parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile

from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.conditional import ConditionalLook
from xl_apa.xlsx.read.date_system import epoch_of
from xl_apa.xlsx.read.extras import Extras, HiddenLines
from xl_apa.xlsx.read.grid import COLUMNS, CellRange, Overlay, Rows
from xl_apa.xlsx.read.limits import MOST_SHEET_BYTES, whole
from xl_apa.xlsx.read.ooxml.conditional_formats import conditional_looks
from xl_apa.xlsx.read.ooxml.drawings.overlays import overlays_of, pictures_in_cells
from xl_apa.xlsx.read.ooxml.extras import extras_of
from xl_apa.xlsx.read.ooxml.looks.cell_fonts import cells_in_font
from xl_apa.xlsx.read.ooxml.looks.cell_styles import CellStyles, read_styles
from xl_apa.xlsx.read.ooxml.looks.hidden_lines import hidden_columns, hidden_lines
from xl_apa.xlsx.read.ooxml.looks.unseen_cells import unseen_cells
from xl_apa.xlsx.read.ooxml.package import is_calculated, is_hidden, read_part, relations_of, sheets_among, single_part
from xl_apa.xlsx.read.ooxml.shared_strings import read_strings
from xl_apa.xlsx.read.ooxml.sheet_quick import quick_cells, quick_merged_areas
from xl_apa.xlsx.read.ooxml.sheet_thorough import merged_areas, thorough_cells
from xl_apa.xlsx.read.ooxml.stored_cell import WorkbookFacts
from xl_apa.xlsx.read.ooxml.xml_text import TRUE, UnusualError
from xl_apa.xlsx.read.workbook import OpenWorkbook
from xl_apa.xlsx.read.xml_parser import parse_xml

_PROTECTED = re.compile(rb"""sheetProtection\s[^>]*?\bsheet\s*=\s*["'](?:1|true)["']""")


class XlsxWorkbook(OpenWorkbook):
    """A package whose part `part` lists the sheets. Every part is read once, by us alone: nothing else can speak."""

    def __init__(self, package: ZipFile, part: str, path: Path) -> None:
        self._package = package
        self._path = path
        self._read: dict[str, bytes] = {}
        self._unusual: set[str] = set()
        self._hidden_rows: dict[str, set[int]] = {}
        with whole(path):
            root = parse_xml(read_part(package, part))
            relations = relations_of(package, part)
            self._sheets = sheets_among(relations, root)
            self._parts = {kind: single_part(relations, kind) for kind in ("sharedStrings", "styles")}
            self._hidden = [
                sheet.get("name", "") for sheet in root.iterfind("{*}sheets/{*}sheet[@state]") if is_hidden(sheet)
            ]
            settings = root.find("{*}workbookPr")
            flag = "0" if settings is None else settings.get("date1904", "0")
            self._calculated = is_calculated(root)
        self._epoch = epoch_of(flag in TRUE)

    @property
    def sheet_names(self) -> list[str]:
        return list(self._sheets)

    @property
    def epoch(self) -> date:
        return self._epoch

    def contents(self, sheet: str, columns: int = COLUMNS) -> Rows:
        with whole(self._path):
            part = self._part(sheet)
            if sheet not in self._unusual:
                try:
                    return quick_cells(part, self._facts, columns, hidden=self._hidden_rows.setdefault(sheet, set()))
                except UnusualError:
                    self._unusual.add(sheet)
            return thorough_cells(part, self._facts, columns)

    def first_rows(self, sheet: str, count: int, columns: int = COLUMNS) -> Rows:
        with whole(self._path):
            part = self._part(sheet)
            if sheet not in self._unusual:
                try:
                    return quick_cells(part, self._facts, columns, count)[:count]
                except UnusualError:
                    self._unusual.add(sheet)
            return thorough_cells(part, self._facts, columns)[:count]

    def merged(self, sheet: str) -> Sequence[CellRange]:
        with whole(self._path):
            part = self._part(sheet)
            if sheet not in self._unusual:
                try:
                    return quick_merged_areas(part)
                except UnusualError:
                    self._unusual.add(sheet)
            return merged_areas(part)

    def is_unlocked(self, sheet: str) -> bool:
        with whole(self._path):
            part = self._part(sheet)
            if sheet in self._unusual:
                told = parse_xml(part).find("{*}sheetProtection")
                return told is None or told.get("sheet") not in TRUE
            # What protects a sheet stands behind its cells, in every file that was ever seen.
            return _PROTECTED.search(part, max(part.rfind(b"sheetData>"), 0)) is None

    def overlays(self, sheet: str) -> Sequence[Overlay]:
        with whole(self._path):
            return overlays_of(self._package, self._sheets[sheet])

    def cells_in_font(self, sheet: str, wanted: Callable[[str], bool]) -> Collection[tuple[int, int]]:
        with whole(self._path):
            strings, styles = (self._related(kind) for kind in ("sharedStrings", "styles"))
            return cells_in_font(self._part(sheet), styles, strings, wanted)

    def conditional_looks(self, sheet: str) -> Sequence[ConditionalLook]:
        with whole(self._path):
            return conditional_looks(self._part(sheet), self._facts.styles.conditional)

    @property
    def hidden_sheets(self) -> Collection[str]:
        return self._hidden

    def hidden_lines(self, sheet: str) -> HiddenLines:
        with whole(self._path):
            if sheet not in self._hidden_rows:
                self.contents(sheet)
            part = self._part(sheet)
            columns = None if sheet in self._unusual else hidden_columns(part)
            if columns is None:
                return hidden_lines(part)
            return HiddenLines(frozenset(self._hidden_rows[sheet]), columns)

    def unseen_cells(self, sheet: str) -> Collection[tuple[int, int]]:
        with whole(self._path):
            return unseen_cells(self._part(sheet), self._related("styles"), self._related("sharedStrings"))

    def extras(self) -> Extras:
        with whole(self._path):
            return extras_of(self._package)

    def _part(self, sheet: str) -> bytes:
        name = self._sheets[sheet]
        if name not in self._read:
            if self._package.getinfo(name).file_size > MOST_SHEET_BYTES:
                raise InputError("sheet-too-large", path=self._path)
            self._read[name] = self._package.read(name)
        return self._read[name]

    @cached_property
    def _facts(self) -> WorkbookFacts:
        strings, styles = (self._related(kind) for kind in ("sharedStrings", "styles"))
        return WorkbookFacts(
            read_strings(strings) if strings else [],
            read_styles(styles) if styles else CellStyles(),
            self._epoch,
            pictures_in_cells(self._package),
            self._calculated,
        )

    def _related(self, kind: str) -> bytes:
        name = self._parts.get(kind, "")
        if name not in self._read:
            self._read[name] = read_part(self._package, name) if name in self._package.NameToInfo else b""
        return self._read[name]
