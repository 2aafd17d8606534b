"""The conditional formats of an .xlsx sheet that change what is seen of a number, or strike it through.

Source: ECMA-376 part 1, 18.3.1.18 (conditionalFormatting), 18.3.1.10 (cfRule), 18.8.14 (dxf). Colours say nothing of a
value; formulas that look at other cells are not calculated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.conditional import ConditionalLook
from xl_apa.xlsx.read.grid import CellRange
from xl_apa.xlsx.read.limits import check_count
from xl_apa.xlsx.read.ooxml.looks.cell_styles import CellStyle
from xl_apa.xlsx.read.ooxml.sheet_thorough import areas_of
from xl_apa.xlsx.read.xml_parser import parse_xml

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_CONSTANT = re.compile(_NUMBER)
_OWN_CELL = re.compile(rf"\s*\$?([A-Z]{{1,3}})(\$?)([1-9][0-9]{{0,6}})\s*(<=|>=|<>|<|>|=)\s*({_NUMBER})\s*")
"""A formula that compares one cell with a number."""
_SIGNS = {
    "lessThan": ("<",),
    "lessThanOrEqual": ("<=",),
    "greaterThan": (">",),
    "greaterThanOrEqual": (">=",),
    "equal": ("=",),
    "notEqual": ("<>",),
    "between": (">=", "<="),
}


def conditional_looks(sheet: bytes, looks: Mapping[int, CellStyle]) -> Sequence[ConditionalLook]:
    """Return the formats of a sheet's part; `looks` are those that change what is seen, by their numbers in the styles.

    Raise what lxml raises for broken XML.
    """
    if not looks:
        return ()
    found: list[ConditionalLook] = []
    for group in parse_xml(sheet).iterfind("{*}conditionalFormatting"):
        areas = list(areas_of(group.get("sqref", "").split()))
        for rule in group.iterfind("{*}cfRule"):
            number = rule.get("dxfId", "")
            look = looks.get(int(number)) if number.isdecimal() else None
            if look:
                bounds = list(_bounds(rule, areas[0] if areas else None))
                shown = None if look.shown.plain else look.shown
                found += [ConditionalLook(area, look.struck, shown, bounds) for area in areas]
    check_count(len(found))
    return found


def _bounds(rule: etree._Element, first: CellRange | None) -> Iterator[tuple[str, float]]:
    """What a rule asks of a cell's own number; nothing where it asks something else."""
    formulas = [(each.text or "").strip() for each in rule.iterfind("{*}formula")]
    if rule.get("type") == "cellIs":
        signs = _SIGNS.get(rule.get("operator", ""), ())
        if len(signs) == len(formulas) and all(map(_CONSTANT.fullmatch, formulas)):
            yield from ((sign, float(formula)) for sign, formula in zip(signs, formulas))
    elif rule.get("type") == "expression" and len(formulas) == 1 and first:
        match = _OWN_CELL.fullmatch(formulas[0])
        # With a `$` before it the row is the same for all cells.
        moves = match is not None and (not match[2] or first.top == first.bottom)
        if match and moves and position(match[1] + match[3]) == (first.top, first.left):
            yield match[4], float(match[5])
