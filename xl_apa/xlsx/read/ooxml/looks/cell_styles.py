"""What the styles of an .xlsx workbook say that changes a cell's meaning: how it shows numbers, and struck-through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from xl_apa.xlsx.read.faults import PartTooLargeError
from xl_apa.xlsx.read.limits import MOST_STYLES
from xl_apa.xlsx.read.looks.number_formats import PLAIN, Shown, built_in, shown_by
from xl_apa.xlsx.read.ooxml.xml_text import whole_number
from xl_apa.xlsx.read.xml_parser import parse_xml, remembered


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
    """The styles by number. By their numbers as they stand in a sheet's XML: which are `special`, that is not ordinary,
    and how those of them show numbers that are `formatted` and nothing else. `conditional` are the looks of conditional
    formats that are not ordinary, by number.
    """

    styles: tuple[CellStyle, ...] = ()
    conditional: Mapping[int, CellStyle] = field(default_factory=dict)
    special: frozenset[bytes] = field(init=False)
    formatted: Mapping[bytes, Shown] = field(init=False)

    def __post_init__(self) -> None:
        special = {str(number).encode(): style for number, style in enumerate(self.styles) if not style.ordinary}
        object.__setattr__(self, "special", frozenset(special))
        formatted = {number: style.shown for number, style in special.items() if not style.struck}
        object.__setattr__(self, "formatted", formatted)

    def of(self, number: int) -> CellStyle:
        return self.styles[number] if 0 <= number < len(self.styles) else ORDINARY


@remembered
def read_styles(part: bytes) -> CellStyles:
    """Return the styles in the part `xl/styles.xml`. Raise what lxml raises for broken XML, and ValueError."""
    root = parse_xml(part)
    if any(
        len(root.findall(f"{{*}}{path}")) > MOST_STYLES
        for path in ("numFmts/{*}numFmt", "fonts/{*}font", "cellXfs/{*}xf")
    ):
        raise PartTooLargeError("styles")
    codes = {
        whole_number(each.get("numFmtId", "0")): shown_by(each.get("formatCode", ""))
        for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    struck = [is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
    styles = tuple(_style(xf, codes, struck) for xf in root.iterfind("{*}cellXfs/{*}xf"))
    conditional = {number: look_of(dxf) for number, dxf in enumerate(root.iterfind("{*}dxfs/{*}dxf")) if len(dxf)}
    return CellStyles(styles, {number: look for number, look in conditional.items() if not look.ordinary})


def look_of(dxf: etree._Element) -> CellStyle:
    """Return what a differential format changes that decides what is seen. Raise ValueError."""
    font, code = dxf.find("{*}font"), dxf.find("{*}numFmt")
    shown = PLAIN if code is None else shown_by(code.get("formatCode", ""))
    return CellStyle(shown, font is not None and is_struck(font))


def _style(xf: etree._Element, codes: dict[int, Shown], struck: list[bool]) -> CellStyle:
    font, code = (whole_number(xf.get(name, "0")) for name in ("fontId", "numFmtId"))
    return CellStyle(codes[code] if code in codes else built_in(code), struck[font] if font < len(struck) else False)


def is_struck(font: etree._Element) -> bool:
    """Whether a font, or the properties of a run of text, strikes text through."""
    mark = font.find("{*}strike")
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def is_raised(font: etree._Element) -> bool:
    """Whether it raises or lowers text."""
    mark = font.find("{*}vertAlign")
    return mark is not None and mark.get("val", "baseline") in ("superscript", "subscript")
