"""The number formats of an .ods file as the format codes that they stand for.

Source: OpenDocument 1.3 part 3, 16.29 (data styles), 16.3 (maps: another format under a condition). A cell says itself
what it shows; its format tells what a conditional format would show, and with which letter a cell is filled.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from xl_apa.xlsx.read.looks.number_formats import PLAIN, Shown, shown_by
from xl_apa.xlsx.read.ods.styles import STYLE
from xl_apa.xlsx.read.ooxml.xml_text import whole_number

_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_FORMATS = ("number", "currency", "percentage", "date", "time", "boolean", "text")
_LETTERS = {
    "day": "d",
    "month": "m",
    "year": "yyyy",
    "day-of-week": "ddd",
    "era": "g",
    "quarter": "d",
    "week-of-year": "d",
    "hours": "h",
    "minutes": "mm",
    "seconds": "ss",
    "am-pm": "AM/PM",
    "scientific-number": "0E+0",
    "fraction": "# ?/?",
    "boolean": "General",
    "text-content": "@",
}
_CONDITION = "value()"
_MOST_PLACES = 30


class NumberStyles:
    """The number formats by their names."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles = {
            each.get(f"{STYLE}name", ""): each
            for root in roots
            for part in ("styles", "automatic-styles")
            for kind in _FORMATS
            for each in root.iterfind(f"{{*}}{part}/{_NUMBER}{kind}-style")
        }

    def shown_by(self, name: str) -> Shown:
        """Return how a number format shows numbers; as they are where there is none of the name. Raise ValueError."""
        style = self._styles.get(name)
        if style is None:
            return PLAIN
        sections = [
            f"[{sign.replace('!=', '<>')}]{_code(other)}"
            for each in style.iterchildren(f"{STYLE}map")
            if (sign := each.get(f"{STYLE}condition", "").removeprefix(_CONDITION))
            and (other := self._styles.get(each.get(f"{STYLE}apply-style-name", ""))) is not None
        ]
        return shown_by(";".join([*sections, _code(style)]))

    def fills(self, name: str) -> Shown | None:
        """Return how a number format shows numbers that fills cells with a letter, which they do not tell; else None.

        Raise ValueError.
        """
        style = self._styles.get(name)
        if style is None:
            return None
        others = (
            self._styles.get(each.get(f"{STYLE}apply-style-name", "")) for each in style.iterchildren(f"{STYLE}map")
        )
        if not any(
            (each.findtext(f"{_NUMBER}fill-character") or "").strip()
            for each in (style, *(other for other in others if other is not None))
        ):
            return None
        shown = self.shown_by(name)
        return None if shown.plain else shown


def _code(style: etree._Element) -> str:
    """The format code of a style without those that it names."""
    signs = "%" if style.tag == f"{_NUMBER}percentage-style" else ""
    return "".join(_piece(each, signs) for each in style if isinstance(each.tag, str))


def _piece(element: etree._Element, signs: str) -> str:
    name = etree.QName(element).localname
    text = "".join(map(str, element.itertext()))
    if name == "text":
        return "".join(letter if letter in signs else f"\\{letter}" for letter in text)
    if name == "fill-character":
        return f"*{text[:1] or ' '}"
    if name == "currency-symbol":
        return f"[${text.translate(_NO_SYMBOL)}]"
    return _digits(element) if name == "number" else _LETTERS.get(name, "")


_NO_SYMBOL = str.maketrans("", "", "[]-")


def _digits(number: etree._Element) -> str:
    """The places of a number's digits, with the texts between them, and a comma for each thousand it is divided by."""
    if number.get(f"{_NUMBER}min-integer-digits") is None and number.get(f"{_NUMBER}decimal-places") is None:
        return "General"
    least, decimals = (_count(number, name) for name in ("min-integer-digits", "decimal-places"))
    places = ["0"] * max(least, 1)
    for each in number.iterchildren(f"{_NUMBER}embedded-text"):
        at = len(places) - _count(each, "position")
        literal = "".join(f"\\{letter}" for letter in each.text or "")
        places[max(at, 0) : max(at, 0)] = [literal]
    factor = whole_number(number.get(f"{_NUMBER}display-factor", "1"))
    thousands = (len(str(factor)) - 1) // 3
    return "".join(places) + ("." + "0" * decimals if decimals else "") + "," * thousands


def _count(element: etree._Element, name: str) -> int:
    return min(max(whole_number(element.get(f"{_NUMBER}{name}", "0")), 0), _MOST_PLACES)
