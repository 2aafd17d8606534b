"""What the styles of an .xlsx workbook say that changes a cell's meaning: how it shows numbers, and struck-through."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from xl_apa.xlsx.read.number_formats import PLAIN, Shown, built_in, shown_by
from xl_apa.xlsx.read.xml_parser import parse_xml


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a cell's format says about its content."""

    shown: Shown = PLAIN
    struck: bool = False

    @property
    def ordinary(self) -> bool:
        return self.shown.plain and not self.struck


ORDINARY = CellStyle()


@dataclass(frozen=True, slots=True)
class CellStyles:
    """The styles by number, and the numbers of those that are not ordinary, as they stand in a sheet's XML."""

    styles: tuple[CellStyle, ...] = ()
    special: frozenset[bytes] = frozenset()

    def of(self, number: int) -> CellStyle:
        return self.styles[number] if 0 <= number < len(self.styles) else ORDINARY


@lru_cache(maxsize=64)  # a ministry's forms share a few sets of styles
def read_styles(part: bytes) -> CellStyles:
    """Return the styles in the part `xl/styles.xml`. Raise what lxml raises for broken XML, and ValueError."""
    root = parse_xml(part)
    codes = {
        int(each.get("numFmtId", "0")): shown_by(each.get("formatCode", ""))
        for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    struck = [is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
    styles = tuple(_style(xf, codes, struck) for xf in root.iterfind("{*}cellXfs/{*}xf"))
    special = frozenset(str(number).encode() for number, style in enumerate(styles) if not style.ordinary)
    return CellStyles(styles, special)


def _style(xf: etree._Element, codes: dict[int, Shown], struck: list[bool]) -> CellStyle:
    font, code = int(xf.get("fontId", "0")), int(xf.get("numFmtId", "0"))
    return CellStyle(codes[code] if code in codes else built_in(code), struck[font] if font < len(struck) else False)


def is_struck(font: etree._Element) -> bool:
    """Whether a font, or the properties of a run of text, strikes text through."""
    mark = font.find("{*}strike")
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def is_raised(font: etree._Element) -> bool:
    """Whether it raises or lowers text."""
    mark = font.find("{*}vertAlign")
    return mark is not None and mark.get("val", "baseline") in ("superscript", "subscript")
