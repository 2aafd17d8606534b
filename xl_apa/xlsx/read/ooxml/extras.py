"""Macros, links and objects in an .xlsx or .xlsm package, known by what its parts refer to.

Sources: ECMA-376 part 1, 12 and 15 (kinds of relationships); MS-OFFMACRO2 2.2 (macros, controls), MS-OWEXML (web
extensions).
"""

from __future__ import annotations

from zipfile import ZipFile

from lxml import etree

from xl_apa.xlsx.read.extras import NO_EXTRAS, Extra, ExtraKind, Extras
from xl_apa.xlsx.read.ooxml.package import read_part
from xl_apa.xlsx.read.xml_parser import parse_xml, remembered

_MACROS = ExtraKind.MACROS
_KINDS: dict[str, ExtraKind] = {
    **dict.fromkeys(("vbaProject", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet", "extensibility"), _MACROS),
    **dict.fromkeys(("attachedToolbars", "userCustomization"), _MACROS),
    **dict.fromkeys(("externalLink", "externalLinkPath", "connections", "queryTable", "xmlMaps"), ExtraKind.LINK),
    **dict.fromkeys(("oleObject", "package", "control", "activeXControlBinary"), ExtraKind.OBJECT),
    **dict.fromkeys(("webextension", "webextensiontaskpanes"), ExtraKind.OBJECT),
}
"""By the last piece of a relationship's type."""
_HYPERLINK = "hyperlink"


def extras_of(package: ZipFile) -> Extras:
    """Return what a package refers to that no report needs. Raise what zipfile and lxml raise for broken files."""
    found: list[Extra] = []
    project = b""
    for name in package.NameToInfo:
        if name[-5:].lower() != ".rels":
            continue
        for extra, is_project in _referred(read_part(package, name)):
            found.append(extra)
            if is_project:
                project = _project(package, extra.name)
    return Extras(found, project) if found else NO_EXTRAS


def _project(package: ZipFile, target: str) -> bytes:
    wanted = target.replace("\\", "/").rpartition("/")[2].lower()
    part = next((name for name in package.NameToInfo if name.lower().endswith(wanted)), None)
    return read_part(package, part) if part else b""


@remembered
def _referred(relations: bytes) -> tuple[tuple[Extra, bool], ...]:
    """The things that a part refers to, and whether each is a VBA project."""
    return tuple(
        (Extra(told, each.get("Target", "")), each.get("Type", "").endswith("/vbaProject"))
        for each in parse_xml(relations, whole=True).iterchildren("{*}Relationship")
        if (told := _kind(each))
    )


def is_extra(relation: etree._Element) -> bool:
    """Return whether a relationship leads to macros, out of the file other than by a link to click, or to an object."""
    return _kind(relation) is not None


def _kind(relation: etree._Element) -> ExtraKind | None:
    kind = relation.get("Type", "").rpartition("/")[2]
    outside = relation.get("TargetMode", "") == "External" and kind != _HYPERLINK
    return _KINDS.get(kind) or (ExtraKind.LINK if outside else None)
