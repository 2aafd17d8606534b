"""The conditional formats of an .ods sheet that change what is seen of a number, or strike it through.

Sources: OpenDocument 1.3 part 3, 16.3 (maps of styles), 19.467 (their conditions); LibreOffice's `calcext` writes the
same once more, with bars and signs besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.conditional import NOT_SHOWN, NUMBER, ConditionalLook, own_bounds
from xl_apa.xlsx.read.grid import ROWS, CellRange
from xl_apa.xlsx.read.limits import check_count
from xl_apa.xlsx.read.looks.number_formats import Shown
from xl_apa.xlsx.read.ods.number_styles import NumberStyles
from xl_apa.xlsx.read.ods.styles import STYLE, Looks

_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS = "table-cell"
_ADDRESS = r"(?:'(?:[^']|'')*'|[^\s:']*)\.\$?([A-Z]{1,3})\$?([0-9]{1,7})"
_AREA = re.compile(rf"{_ADDRESS}(?::{_ADDRESS})?")
_COMPARED = re.compile(rf"(?:cell-content\(\))?\s*(<=|>=|!=|<|>|=)\s*({NUMBER})")
_BETWEEN = re.compile(rf"(?:cell-content-is-)?between\(\s*({NUMBER})\s*,\s*({NUMBER})\s*\)")
_FORMULA = re.compile(r"(?:formula-is|is-true-formula)\((.*)\)", re.DOTALL)
_REFERENCE = re.compile(r"\[\.([$A-Z0-9]+)\]")


@dataclass(frozen=True, slots=True)
class ConditionalStyles:
    """The styles of cells: how they look, the formats of numbers, and the styles themselves by name, also as shown."""

    looks: Looks
    numbers: NumberStyles
    styles: dict[str, etree._Element]

    @classmethod
    def of(cls, roots: Sequence[etree._Element], looks: Looks, numbers: NumberStyles) -> ConditionalStyles:
        """Return the styles of the parts whose roots are given."""
        found = {
            each.get(f"{STYLE}name", ""): each
            for root in roots
            for part in ("styles", "automatic-styles")
            for each in root.iterfind(f"{{*}}{part}/{{*}}style[@{STYLE}family='{_CELLS}']")
        }
        shown = {each.get(f"{STYLE}display-name", name): each for name, each in found.items()}
        return cls(looks, numbers, {**shown, **found})

    def look(self, name: str) -> tuple[bool, Shown | None]:
        """Return whether a style strikes through, and how it shows numbers where that is not as they are."""
        style = self.styles.get(name)
        look = self.looks.of(_CELLS, "" if style is None else style.get(f"{STYLE}name", ""))
        shown = self.numbers.shown_by(look.number)
        return bool(look.struck), None if shown.plain else shown


def conditional_looks(
    table: etree._Element, styles: ConditionalStyles, cells: Iterable[tuple[int, int, str]]
) -> Sequence[ConditionalLook]:
    """Return the formats of a sheet; `cells` are rows, columns and styles of its cells. Raise ValueError."""
    formats = table.find(f"{_CALC}conditional-formats")
    found = list(_told(formats, styles) if formats is not None else _mapped(styles, cells))
    check_count(len(found))
    return found


def _told(formats: etree._Element, styles: ConditionalStyles) -> Iterator[ConditionalLook]:
    for each in formats.iterchildren(f"{_CALC}conditional-format"):
        areas = list(_areas(each.get(f"{_CALC}target-range-address", "")))
        for rule in each:
            if rule.tag == f"{_CALC}condition":
                struck, shown = styles.look(rule.get(f"{_CALC}apply-style-name", ""))
                if struck or shown:
                    bounds = list(_bounds(rule.get(f"{_CALC}value", ""), areas[0] if areas else None))
                    yield from (ConditionalLook(area, struck, shown, bounds) for area in areas)
            elif any(part.get(f"{_CALC}show-value") == "false" for part in rule.iter()):
                yield from (ConditionalLook(area, False, NOT_SHOWN) for area in areas)


def _mapped(styles: ConditionalStyles, cells: Iterable[tuple[int, int, str]]) -> Iterator[ConditionalLook]:
    """What the styles of cells say, as Excel and others write it."""
    maps = {name: found for name, style in styles.styles.items() if (found := list(_maps(style, styles)))}
    for row, column, name in cells if maps else ():
        area = CellRange(row, column, row, column)
        for base, condition, struck, shown in maps.get(name, ()):
            # A row that has a `$` is another than that of most of the cells.
            first = base or area
            bounds = list(_bounds(condition, CellRange(first.top, first.left, ROWS, first.right)))
            yield ConditionalLook(area, struck, shown, bounds)


def _maps(
    style: etree._Element, styles: ConditionalStyles
) -> Iterator[tuple[CellRange | None, str, bool, Shown | None]]:
    for each in style.iterchildren(f"{STYLE}map"):
        struck, shown = styles.look(each.get(f"{STYLE}apply-style-name", ""))
        if struck or shown:
            base = next(_areas(each.get(f"{STYLE}base-cell-address", "")), None)
            yield base, each.get(f"{STYLE}condition", ""), struck, shown


def _areas(addresses: str) -> Iterator[CellRange]:
    for match in _AREA.finditer(addresses):
        first = position(match[1] + match[2])
        last = position(match[3] + match[4]) if match[3] else first
        if first and last:
            yield CellRange(*first, *last)


def _bounds(condition: str, first: CellRange | None) -> Iterator[tuple[str, float]]:
    """What a condition asks of a cell's own number; nothing where it asks something else."""
    condition = condition.strip()
    if match := _COMPARED.fullmatch(condition):
        yield match[1].replace("!=", "<>"), float(match[2])
    elif match := _BETWEEN.fullmatch(condition):
        yield from ((">=", float(match[1])), ("<=", float(match[2])))
    elif match := _FORMULA.fullmatch(condition):
        yield from own_bounds(_REFERENCE.sub(r"\1", match[1]), first)
