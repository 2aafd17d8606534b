"""Which styles of an .ods file strike text through or raise it.

Source: OpenDocument 1.3 part 3, 16.2 (styles), 20.367 (line through), 20.384 (text position).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


@dataclass(frozen=True, slots=True)
class OdsLook:
    """What a style says of text; None where it says nothing and the style it rests on counts."""

    struck: bool | None = None
    raised: bool | None = None
    parent: str = ""
    number: str = ""
    """The name of the number format."""


class Looks:
    """The styles of cells and of pieces of text by family and name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._looks = {
            (each.get(f"{STYLE}family", ""), each.get(f"{STYLE}name", "")): _look(each)
            for root in roots
            for part in ("automatic-styles", "styles")
            for each in root.iterfind(f"{{*}}{part}/{{*}}style")
        }

    def of(self, family: str, name: str) -> OdsLook:
        """Return the look of a style, with what it takes from those it rests on."""
        look = OdsLook()
        seen: set[str] = set()
        while name and name not in seen and (found := self._looks.get((family, name))):
            seen.add(name)
            look = replace(
                look,
                struck=found.struck if look.struck is None else look.struck,
                raised=found.raised if look.raised is None else look.raised,
                number=look.number or found.number,
            )
            name = found.parent
        return look


def _look(style: etree._Element) -> OdsLook:
    text = style.find("{*}text-properties")
    parent, number = (style.get(f"{STYLE}{name}", "") for name in ("parent-style-name", "data-style-name"))
    if text is None:
        return OdsLook(parent=parent, number=number)
    kind, line = text.get(f"{STYLE}text-line-through-type"), text.get(f"{STYLE}text-line-through-style")
    struck = None if kind is None and line is None else "none" not in (kind, line)
    place = text.get(f"{STYLE}text-position", "").split(" ")[0]
    return OdsLook(struck, (place not in ("0%", "baseline")) if place else None, parent, number)
