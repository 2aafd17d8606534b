"""Macros, links and objects in an .xlsx or .xlsm package, known by what its parts refer to.

Sources: ECMA-376 part 1, 12 and 15 (kinds of relationships); MS-OFFMACRO2 2.2 (macros, controls), MS-OWEXML (web
extensions).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from xl_apa.xlsx.read.extras import NO_EXTRAS, Extra, ExtraKind, Extras
from xl_apa.xlsx.read.ooxml.package import read_part
from xl_apa.xlsx.read.ooxml.part_names import stored_name
from xl_apa.xlsx.read.xml_parser import parse_xml, remembered

_MACROS = ExtraKind.MACROS
_KINDS: dict[str, ExtraKind] = {
    **dict.fromkeys(("vbaproject", "xlmacrosheet", "xlintlmacrosheet", "dialogsheet", "extensibility"), _MACROS),
    **dict.fromkeys(("attachedtoolbars", "usercustomization"), _MACROS),
    **dict.fromkeys(("externallink", "externallinkpath", "connections", "querytable", "xmlmaps"), ExtraKind.LINK),
    **dict.fromkeys(("volatiledependencies", "powerpivotdata"), ExtraKind.LINK),
    **dict.fromkeys(("oleobject", "package", "control", "activexcontrolbinary"), ExtraKind.OBJECT),
    **dict.fromkeys(("webextension", "webextensiontaskpanes"), ExtraKind.OBJECT),
}
"""By the last piece of a relationship's type, in small letters."""
_PROJECT, _HYPERLINK, _DATA = "vbaproject", "hyperlink", "customxml"
_QUERIES = b"http://schemas.microsoft.com/DataMashup"
"""Queries that fetch data from elsewhere (Power Query) lie in a part of any XML; Excel writes it in UTF-16."""


def extras_of(package: ZipFile) -> Extras:
    """Return what a package refers to that no report needs. Raise what zipfile and lxml raise for broken files."""
    found: list[Extra] = []
    for name in package.NameToInfo:
        if name[-5:].lower() == ".rels":
            found += _found(package, name, _referred(read_part(package, name)))
    return Extras(found) if found else NO_EXTRAS


def _found(package: ZipFile, relations: str, referred: Sequence[tuple[str, str, ExtraKind | None]]) -> Iterator[Extra]:
    for kind, target, told in referred:
        if kind == _PROJECT:
            yield Extra(_MACROS, target, _content(package, relations, target))
        elif told:
            yield Extra(told, target)
        elif kind == _DATA and _QUERIES in _content(package, relations, target).replace(b"\0", b""):
            yield Extra(ExtraKind.LINK, target)


def _content(package: ZipFile, relations: str, target: str) -> bytes:
    """What the very part holds that is referred to, b"" where there is none: another may have a like name."""
    folder = dirname(dirname(relations.replace("\\", "/")))
    part = stored_name(package, normpath(join("/", folder, unquote(target).replace("\\", "/"))).lstrip("/"))
    return read_part(package, part) if part in package.NameToInfo else b""


@remembered
def _referred(relations: bytes) -> tuple[tuple[str, str, ExtraKind | None], ...]:
    """What a part refers to that may be such a thing: the kind, as it is written where, and what it certainly is."""
    return tuple(
        (kind, each.get("Target", ""), told)
        for each in parse_xml(relations, whole=True).iterchildren("{*}Relationship")
        for kind, told in ((_kind(each), _told(each)),)
        if told or kind == _DATA
    )


def is_extra(relation: etree._Element) -> bool:
    """Return whether a relationship leads to macros, out of the file other than by a link to click, or to an object."""
    return _told(relation) is not None


def _told(relation: etree._Element) -> ExtraKind | None:
    kind = _kind(relation)
    outside = relation.get("TargetMode", "").lower() == "external" and kind != _HYPERLINK
    return _KINDS.get(kind) or (ExtraKind.LINK if outside else None)


def _kind(relation: etree._Element) -> str:
    return relation.get("Type", "").rstrip("/").rpartition("/")[2].lower()
