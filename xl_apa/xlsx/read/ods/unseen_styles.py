"""Which styles of an .ods file show text so that nobody sees it.

Source: OpenDocument 1.3 part 3, 20.180 (background), 20.190 (colour), 20.196 (size of letters).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from lxml import etree

from xl_apa.xlsx.read.looks.unseen_text import WHITE, TextLook, colour_of
from xl_apa.xlsx.read.ods.styles import STYLE

_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_POINTS = re.compile(r"([0-9]+(?:\.[0-9]+)?)pt")
_TOLD = (("text-properties", "color"), ("text-properties", "font-size"), ("table-cell-properties", "background-color"))


_MOST_PARENTS = 20
"""No program lets styles rest on one another so deep."""


def unseen_styles(roots: Iterable[etree._Element]) -> Callable[[str], bool]:
    """Return a function that says whether nobody sees anything in a cell, by the name of its style."""
    styles = {
        style.get(f"{STYLE}name", ""): style
        for root in roots
        for part in ("styles", "automatic-styles")
        for style in root.iterfind(f"{{*}}{part}/{{*}}style[@{STYLE}family='table-cell']")
    }
    return lru_cache(maxsize=None)(lambda name: name in styles and _look(name, styles).unseen)


def _look(name: str, styles: dict[str, etree._Element]) -> TextLook:
    colour, size, behind = (_told(name, styles, *which) for which in _TOLD)
    points = _POINTS.fullmatch(size)
    return TextLook(
        # Letters without a colour are light on dark and dark on light.
        colour_of(colour) if colour else None,
        WHITE if behind in ("", "transparent") else colour_of(behind),
        float(points[1]) if points else None,
    )


def _told(name: str, styles: dict[str, etree._Element], part: str, attribute: str) -> str:
    """What a style, or the first of those it rests on that does, says of itself; "" where none does."""
    for style in _with_parents(name, styles):
        for properties in style.iterchildren(f"{STYLE}{part}"):
            if told := properties.get(f"{_FO}{attribute}"):
                return told
    return ""


def _with_parents(name: str, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    for _ in range(_MOST_PARENTS):
        if name not in styles:
            return
        yield styles[name]
        name = styles[name].get(f"{STYLE}parent-style-name", "")
