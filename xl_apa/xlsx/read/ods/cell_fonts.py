"""Which styles of an .ods file show text in a certain font.

Source: OpenDocument 1.3 part 3, 16.23 (font faces), 20.183 and 20.276 (the font of text).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from xl_apa.xlsx.read.ods.styles import STYLE

_FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-family"
_SPAN_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}style-name"
_FACE_FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family"


def styles_in_font(roots: Iterable[etree._Element], wanted: Callable[[str], bool]) -> frozenset[tuple[str, str]]:
    """Return family and name of the styles whose font's name is wanted, by themselves or by the style they rest on."""
    faces: dict[str, str] = {}
    fonts: dict[tuple[str, str], str] = {}
    parents: dict[tuple[str, str], tuple[str, str]] = {}
    for root in roots:
        for face in root.iterfind("{*}font-face-decls/{*}font-face"):
            faces[face.get(f"{STYLE}name", "")] = face.get(_FACE_FAMILY, "")
        for part in ("automatic-styles", "styles"):
            for style in root.iterfind(f"{{*}}{part}/{{*}}style"):
                family = style.get(f"{STYLE}family", "")
                key = (family, style.get(f"{STYLE}name", ""))
                parents[key] = (family, style.get(f"{STYLE}parent-style-name", ""))
                text = style.find("{*}text-properties")
                name = None if text is None else text.get(f"{STYLE}font-name") or text.get(_FAMILY)
                if name:
                    fonts[key] = name
    return frozenset(key for key in parents if _is_wanted(_font(key, fonts, parents), faces, wanted))


def is_in_font(cell: etree._Element, style: str, styles: frozenset[tuple[str, str]]) -> bool:
    """Return whether a cell of this style has text in one of the styles, its own or that of a piece."""
    pieces = (each.get(_SPAN_STYLE) for each in cell.iter() if each is not cell)
    return ("table-cell", style) in styles or any(("text", piece) in styles for piece in pieces)


def _font(
    key: tuple[str, str], fonts: dict[tuple[str, str], str], parents: dict[tuple[str, str], tuple[str, str]]
) -> str:
    seen: set[tuple[str, str]] = set()
    while key not in fonts and key in parents and key not in seen:
        seen.add(key)
        key = parents[key]
    return fonts.get(key, "")


def _is_wanted(name: str, faces: dict[str, str], wanted: Callable[[str], bool]) -> bool:
    return bool(name) and (wanted(name) or wanted(faces.get(name, "")))
