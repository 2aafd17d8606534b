"""A copy of a workbook to send away: every formula replaced by what it shows, and no macros, links or objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from io import BytesIO
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from xl_apa.core.errors import InputError
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.read.faults import DoubledPartsError
from xl_apa.xlsx.read.limits import unusable
from xl_apa.xlsx.read.ooxml.extras import is_extra
from xl_apa.xlsx.read.ooxml.part_names import check_names
from xl_apa.xlsx.read.xml_parser import BROKEN_PACKAGE, parse_xml

_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_TYPES = "[Content_Types].xml"
_LEFT_OUT = re.compile(
    r"xl/(?:vbaProject|ctrlProps/|externalLinks/|activeX/|embeddings/|macrosheets/|webextensions/|connections)"
    r"|customUI/|customXml/",
    re.IGNORECASE,
)
"""Where programs put such parts, whatever kind a relation says they are."""
_OF_FORMULAS = ("calcChain", "ctrlProp")
"""Kinds of parts that belong to formulas, or to buttons that call macros."""
_BUTTON = b'ObjectType="Button"'
_GONE_WITH_THEM = ("legacyDrawing", "controls", "externalReferences", "oleObjects", "AlternateContent", "sheet")
"""Elements that only point at such parts, or only hold such that do."""
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def write_values_only(source: Path, target: Path) -> None:
    """Write `source` (.xlsx or .xlsm) to `target` (.xlsx) with values for formulas and without macros and buttons.

    Looks, texts, notes, protection, charts and drop-down lists stay; links out of the file, objects of other programs,
    web extensions, and whatever nothing in the workbook refers to, do not. Raise InputError when the source is no
    workbook, OutputError when the target cannot be written.
    """
    try:
        with ZipFile(BytesIO(source.read_bytes())) as old:
            check_names([info.orig_filename for info in old.infolist()])
            kept = _kept(old)
            # Whole in memory first: a file that cannot be written leaves no archive half open.
            written = BytesIO()
            with ZipFile(written, "w", ZIP_DEFLATED) as new:
                for info in old.infolist():
                    if info.filename in kept:
                        new.writestr(copy(info), _changed(old, info.filename, kept), ZIP_DEFLATED)
        with replacing(target) as temporary:
            temporary.write_bytes(written.getbuffer())
    except OSError as error:
        raise InputError("file-not-readable", path=source, reason=error.strerror or str(error)) from error
    except (*BROKEN_PACKAGE, DoubledPartsError) as error:
        raise unusable(source, error) from error


# ---- which parts stay -----------------------------------------------------------------------------------------------


def _kept(archive: ZipFile) -> set[str]:
    """Return the parts that a reader comes to from the beginning without passing anything that is left out."""
    kept, open_ends = {_TYPES}, [""]
    while open_ends:
        part = open_ends.pop()
        relations = _relations_part(part)
        if relations not in archive.NameToInfo:
            continue
        kept.add(relations)
        for relation in parse_xml(archive.read(relations), whole=True):
            target = _points_at(relation, dirname(part))
            if target in archive.NameToInfo and target not in kept and not _is_left_out(archive, relation, target):
                kept.add(target)
                open_ends.append(target)
    return kept


def _is_left_out(archive: ZipFile, relation: etree._Element, target: str) -> bool:
    kind = relation.get("Type", "").rpartition("/")[2]
    return is_extra(relation) or kind in _OF_FORMULAS or bool(_LEFT_OUT.match(target)) or _is_buttons(archive, target)


def _is_buttons(archive: ZipFile, name: str) -> bool:
    """Return whether this is a drawing that holds buttons; one with notes stays."""
    return name.endswith(".vml") and _BUTTON in archive.read(name)


def _relations_part(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def _points_at(relation: etree._Element, folder: str) -> str:
    target = unquote(relation.get("Target", ""))
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


# ---- what stands in them --------------------------------------------------------------------------------------------


def _changed(archive: ZipFile, name: str, kept: set[str]) -> bytes:
    data = archive.read(name)
    if name == _TYPES:
        root = parse_xml(data.replace(_WITH_MACROS, _PLAIN), whole=True)
        _remove(
            each for each in list(root) if each.get("PartName") and each.get("PartName", "").lstrip("/") not in kept
        )
        return _written(root)
    if name.endswith(".rels"):
        root = parse_xml(data, whole=True)
        _remove(each for each in list(root) if _is_lost(each, dirname(dirname(name)), kept))
        return _written(root)
    lost = _lost(archive, name, kept)
    is_sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
    if lost or is_sheet:
        return _settled(data, lost)
    return data


def _remove(elements: Iterator[etree._Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _is_lost(relation: etree._Element, folder: str, kept: set[str]) -> bool:
    """Return whether a relation is left out; a link that a person may click leads out of the file and stays."""
    if relation.get("TargetMode") == "External":
        return is_extra(relation)
    return _points_at(relation, folder) not in kept


def _lost(archive: ZipFile, name: str, kept: set[str]) -> set[str]:
    """Return the relations of a part that lead to parts left out."""
    relations = _relations_part(name)
    if relations not in kept:
        return set()
    root = parse_xml(archive.read(relations), whole=True)
    return {each.get("Id", "") for each in root if _is_lost(each, dirname(name), kept)}


def _settled(data: bytes, lost: set[str]) -> bytes:
    """Return a part without formulas and without what leads to parts left out."""
    root = parse_xml(data, whole=True)
    for element in list(root.iter("{*}c")):
        _settle(element)
    if lost:
        _remove(element for element in list(root.iter(etree.Element)) if _only_leads_to(element, lost))
        for element in root.iter(etree.Element):
            for key in [key for key in _references(element) if element.get(key) in lost]:
                del element.attrib[key]
    return _written(root)


def _only_leads_to(element: etree._Element, lost: set[str]) -> bool:
    if etree.QName(element).localname not in _GONE_WITH_THEM:
        return False
    return any(each.get(key) in lost for each in element.iter(etree.Element) for key in _references(each))


def _references(element: etree._Element) -> list[str]:
    return [str(key) for key in element.attrib if str(key).startswith(_RELATIONS)]


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
