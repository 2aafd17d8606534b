"""Marks go back into an officer's own file: the given cells change, everything else in it stays.

A workbook library drops what it does not know (controls, charts, extensions of a newer Excel) when it saves.
So the XML of the sheets is edited where it stands, and every other part is copied as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from xl_apa.core.errors import InputError
from xl_apa.xlsx.edit.sheet_editor import (
    Cells,
    Formulas,
    fill_cells,
    fill_results,
    put_formulas,
    refuse_doubles,
    tag,
)
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.read.limits import unusable
from xl_apa.xlsx.read.ooxml.package import parse_part, sheet_parts, workbook_part
from xl_apa.xlsx.read.ooxml.xml_text import TRUE
from xl_apa.xlsx.read.xml_parser import BROKEN_PACKAGE

_FIRST_DAY_OF_1904 = 1462
"""The serial number that 1 January 1904, the first day of the other calendar, has in the usual one."""


def write_cells(
    source: Path,
    target: Path,
    cells: Mapping[str, Cells],
    results: Mapping[str, Cells] | None = None,
    formulas: Mapping[str, Formulas] | None = None,
) -> None:
    """Write `source` to `target` (they may be one file) with the given cells of the named sheets changed.

    `results` are cells that change only where they hold a formula: what somebody typed over one stays. `formulas` are
    put into their cells first, in place of what stands there.

    A cell keeps its style and its formula; of a formula only the stored result changes. None and "" empty a cell.
    Text loses the characters XML forbids, and what is beyond the 32,767 characters a cell holds is cut off with a `…`:
    it is the program's own. A day becomes the serial number Excel counts days by; one before the workbook's calendar
    begins becomes text. A number that no cell can hold becomes #NUM!.
    """
    try:
        with ZipFile(BytesIO(_read(source))) as old:
            changed = _changed_parts(old, source, cells, results or {}, formulas or {})
            # Whole in memory first: on a full disk zipfile cannot close an archive, and says so on the screen later on.
            written = BytesIO()
            with ZipFile(written, "w") as new:
                _copy_parts(old, new, changed)
        with replacing(target) as temporary:
            temporary.write_bytes(written.getbuffer())
    except BROKEN_PACKAGE as error:
        raise unusable(source, error) from error


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file-missing", path=source) from error
    except OSError as error:
        raise InputError("file-not-readable", path=source, reason=error.strerror or str(error)) from error


# ---- the package ----------------------------------------------------------------------------------------------------


def _copy_parts(old: ZipFile, new: ZipFile, changed: Mapping[str, bytes]) -> None:
    new.comment = old.comment
    for info in old.infolist():
        if info.filename in changed:
            new.writestr(copy(info), changed[info.filename])
        else:
            with old.open(info) as part, new.open(copy(info), "w") as place:
                shutil.copyfileobj(part, place)


def _changed_parts(
    package: ZipFile,
    source: Path,
    cells: Mapping[str, Cells],
    results: Mapping[str, Cells],
    formulas: Mapping[str, Formulas],
) -> dict[str, bytes]:
    book_part = workbook_part(package)
    book = parse_part(package, book_part)
    parts = sheet_parts(package, book_part, book)
    changed = {}
    if _recalculate_on_load(book):
        changed[book_part] = _serialize(book)
    for name in dict.fromkeys([*formulas, *cells, *results]):
        if name not in parts:
            raise InputError("sheet-missing", path=source, sheet=name)
        part = parts[name]
        sheet = parse_part(package, part)
        put_formulas(sheet, formulas.get(name, {}))
        fill_cells(sheet, cells.get(name, {}), _first_day(book))
        fill_results(sheet, results.get(name, {}), _first_day(book))
        refuse_doubles(sheet)
        changed[part] = _serialize(sheet)
    return changed


def _serialize(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


# ---- the workbook ---------------------------------------------------------------------------------------------------


def _first_day(book: etree._Element) -> int:
    """Return the serial number of the workbook's day 0 in the usual calendar."""
    properties = book.find(tag(book, "workbookPr"))
    return _FIRST_DAY_OF_1904 if properties is not None and properties.get("date1904") in TRUE else 0


def _recalculate_on_load(book: etree._Element) -> bool:
    """Let the officer's own formulas follow the new cells when the file is opened; False when that is so already."""
    calculation = book.find(tag(book, "calcPr"))
    if calculation is None:
        calculation = etree.Element(tag(book, "calcPr"))
        before = [tag(book, name) for name in ("sheets", "functionGroups", "externalReferences", "definedNames")]
        *_, last = book.iterchildren(*before)
        last.addnext(calculation)
    if calculation.get("fullCalcOnLoad") in TRUE:
        return False
    calculation.set("fullCalcOnLoad", "1")
    if "calcCompleted" not in calculation.attrib:
        # The results that are stored were calculated: without it a 0 would be taken for what libraries store for none.
        calculation.set("calcCompleted", "1")
    return True
