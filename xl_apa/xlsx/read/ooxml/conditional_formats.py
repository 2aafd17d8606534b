"""The conditional formats of an .xlsx sheet that change what is seen of a number, or strike it through.

Sources: ECMA-376 part 1, 18.3.1.18 (conditionalFormatting), 18.3.1.10 (cfRule), 18.8.14 (dxf), 18.3.1.28 and 18.3.1.49
(bars and signs in the place of a number); MS-XLSX 2.6.5 and 2.6.6 (the same as Excel 2010 and later extend it). Colours
say nothing of a value; formulas that look at other cells are not calculated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from xl_apa.xlsx.read.conditional import NOT_SHOWN, NUMBER, ConditionalLook, own_bounds
from xl_apa.xlsx.read.grid import CellRange
from xl_apa.xlsx.read.limits import check_count
from xl_apa.xlsx.read.ooxml.looks.cell_styles import CellStyle, look_of
from xl_apa.xlsx.read.ooxml.sheet_thorough import areas_of
from xl_apa.xlsx.read.xml_parser import parse_xml

_CONSTANT = re.compile(NUMBER)
_SIGNS = {
    "lessThan": ("<",),
    "lessThanOrEqual": ("<=",),
    "greaterThan": (">",),
    "greaterThanOrEqual": (">=",),
    "equal": ("=",),
    "notEqual": ("<>",),
    "between": (">=", "<="),
}
_CELLS_END = b"sheetData>"
_TELLING = (b"showValue", b"strike", b"numFmt")
"""Of what the formats have to speak that are not told in the styles; a form as it is built has none that does."""
_FALSE = ("0", "false")


def conditional_looks(sheet: bytes, looks: Mapping[int, CellStyle]) -> Sequence[ConditionalLook]:
    """Return the formats of a sheet's part; `looks` are those that change what is seen, by their numbers in the styles.

    Raise what lxml raises for broken XML.
    """
    # Formats stand behind the cells, and no form's sheet is parsed for less.
    behind = max(sheet.rfind(_CELLS_END), 0)
    if not looks and all(sheet.find(each, behind) < 0 for each in _TELLING):
        return ()
    root = parse_xml(sheet)
    found: list[ConditionalLook] = []
    for group in root.iterfind("{*}conditionalFormatting"):
        found += _of_group(group, group.get("sqref", ""), looks)
    for group in root.iterfind("{*}extLst/{*}ext/{*}conditionalFormattings/{*}conditionalFormatting"):
        found += _of_group(group, group.findtext("{*}sqref") or "", looks)
    check_count(len(found))
    return found


def _of_group(group: etree._Element, cells: str, looks: Mapping[int, CellStyle]) -> Iterator[ConditionalLook]:
    areas = list(areas_of(cells.split()))
    for rule in group.iterfind("{*}cfRule"):
        if any(rule.find(f"{{*}}{name}[@showValue]") is not None for name in ("dataBar", "iconSet")):
            if any(part.get("showValue") in _FALSE for part in rule):
                yield from (ConditionalLook(area, False, NOT_SHOWN) for area in areas)
            continue
        look = _look(rule, looks)
        if look:
            bounds = list(_bounds(rule, areas[0] if areas else None))
            shown = None if look.shown.plain else look.shown
            yield from (ConditionalLook(area, look.struck, shown, bounds) for area in areas)


def _look(rule: etree._Element, looks: Mapping[int, CellStyle]) -> CellStyle | None:
    """How a rule makes cells look, where that changes what is seen; an extended one says it itself."""
    own = rule.find("{*}dxf")
    if own is not None:
        look = look_of(own)
        return None if look.ordinary else look
    number = rule.get("dxfId", "")
    return looks.get(int(number)) if number.isdecimal() else None


def _bounds(rule: etree._Element, first: CellRange | None) -> Iterator[tuple[str, float]]:
    """What a rule asks of a cell's own number; nothing where it asks something else."""
    formulas = [(each.text or "").strip() for each in _formulas(rule)]
    if rule.get("type") == "cellIs":
        signs = _SIGNS.get(rule.get("operator", ""), ())
        if len(signs) == len(formulas) and all(map(_CONSTANT.fullmatch, formulas)):
            yield from ((sign, float(formula)) for sign, formula in zip(signs, formulas))
    elif rule.get("type") == "expression" and len(formulas) == 1:
        yield from own_bounds(formulas[0], first)


def _formulas(rule: etree._Element) -> Iterable[etree._Element]:
    """The formulas of a rule; the extended ones are of another name."""
    return rule.iterchildren("{*}formula", "{*}f")
