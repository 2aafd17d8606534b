"""A copy of a workbook to send away: every formula replaced by what it shows, and no macros."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from copy import copy
from io import BytesIO
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree

from xl_apa.core.errors import InputError
from xl_apa.xlsx.atomic_file import replacing

_NOT_A_WORKBOOK = (BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError, etree.XMLSyntaxError)
_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_LEFT_OUT = re.compile(
    r"xl/vbaProject[^/]*|xl/_rels/vbaProject[^/]*|xl/calcChain\.xml|xl/ctrlProps/.*|xl/externalLinks/.*|customUI/.*"
)
"""Parts that belong to macros, or to formulas that are gone."""
_BUTTON = b'ObjectType="Button"'
_GONE_WITH_THEM = ("legacyDrawing", "controls", "externalReferences")
"""Elements that only point at such parts."""
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def write_values_only(source: Path, target: Path) -> None:
    """Write `source` (.xlsx or .xlsm) to `target` (.xlsx) with values for formulas and without macros and buttons.

    Looks, texts, notes, protection, charts and drop-down lists stay. Raise InputError when the source is no workbook,
    OutputError when the target cannot be written.
    """
    try:
        with ZipFile(BytesIO(source.read_bytes())) as old:
            gone = {name for name in old.namelist() if _LEFT_OUT.fullmatch(name) or _is_buttons(old, name)}
            with replacing(target) as temporary, ZipFile(temporary, "w", ZIP_DEFLATED) as new:
                for info in old.infolist():
                    if info.filename not in gone:
                        new.writestr(copy(info), _changed(old, info.filename, gone), ZIP_DEFLATED)
    except OSError as error:
        raise InputError("file-not-readable", path=source, reason=error.strerror or str(error)) from error
    except _NOT_A_WORKBOOK as error:
        raise InputError("not-a-workbook", path=source) from error


def _is_buttons(archive: ZipFile, name: str) -> bool:
    """Return whether this is a drawing that holds buttons; one with notes stays."""
    return name.endswith(".vml") and _BUTTON in archive.read(name)


def _changed(archive: ZipFile, name: str, gone: set[str]) -> bytes:
    data = archive.read(name)
    if name == "[Content_Types].xml":
        return _without(data.replace(_WITH_MACROS, _PLAIN), lambda each: str(each.get("PartName")).lstrip("/") in gone)
    if name.endswith(".rels"):
        folder = dirname(dirname(name))
        return _without(data, lambda relation: _points_at(relation, folder) in gone)
    if name == "xl/workbook.xml" or name.startswith("xl/worksheets/sheet"):
        return _settled(data, _lost(archive, name, gone))
    return data


def _without(data: bytes, unwanted: Callable[[etree._Element], bool]) -> bytes:
    root = etree.fromstring(data)
    for each in [each for each in root if unwanted(each)]:
        root.remove(each)
    return _written(root)


def _points_at(relation: etree._Element, folder: str) -> str:
    target = str(relation.get("Target"))
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


def _lost(archive: ZipFile, name: str, gone: set[str]) -> set[str]:
    """Return the relations of a part that lead to parts left out."""
    relations = join(dirname(name), "_rels", f"{basename(name)}.rels")
    if relations not in archive.namelist():
        return set()
    root = etree.fromstring(archive.read(relations))
    return {str(each.get("Id")) for each in root if _points_at(each, dirname(name)) in gone}


def _settled(data: bytes, lost: set[str]) -> bytes:
    """Return a part without formulas and without what leads to parts left out."""
    root = etree.fromstring(data)
    for element in list(root.iter("{*}c")):
        _settle(element)
    for element in list(root):
        ids = {str(each.get(_ID)) for each in element.iter() if each.get(_ID)}
        if etree.QName(element).localname in _GONE_WITH_THEM and ids & lost:
            root.remove(element)
    return _written(root)


def _settle(cell: etree._Element) -> None:
    formula, value = cell.find("{*}f"), cell.find("{*}v")
    if formula is None:
        return
    cell.remove(formula)
    if cell.get("t") == "str" and value is not None:
        # The kind is for texts that a formula gives.
        text = value.text or ""
        cell.remove(value)
        cell.set("t", "inlineStr")
        inline = etree.SubElement(etree.SubElement(cell, _tag(cell, "is")), _tag(cell, "t"))
        inline.text = text
        inline.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    elif value is not None and not value.text:
        cell.remove(value)


def _tag(cell: etree._Element, name: str) -> str:
    return f"{{{etree.QName(cell).namespace}}}{name}"


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
