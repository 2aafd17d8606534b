"""Conditional formats that change what a person sees of a cell: another number, or a line through it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.addresses import position
from xl_apa.xlsx.read.date_system import number_of, shown_number
from xl_apa.xlsx.read.grid import CellRange, Content
from xl_apa.xlsx.read.looks.number_formats import COMPARE, Shown, shown_by

NOT_SHOWN = shown_by(";;;")
"""A number of which a bar or a sign is shown and nothing else."""
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_OWN_CELL = re.compile(rf"\s*\$?([A-Z]{{1,3}})(\$?)([1-9][0-9]{{0,6}})\s*(<=|>=|<>|<|>|=)\s*({NUMBER})\s*")
"""A formula that compares one cell with a number."""


@dataclass(frozen=True, slots=True)
class ConditionalLook:
    """How the cells of an area look when a condition holds: struck through, or their numbers shown in another way.

    `bounds` are comparisons that all have to hold for the cell's own number; without any nobody knows whether the
    condition holds, so that it is taken to.
    """

    area: CellRange
    struck: bool
    shown: Shown | None
    bounds: Sequence[tuple[str, float]] = ()

    def content(self, content: Content, epoch: date) -> Cell | None:
        """Return what is seen of a content where that is another; None where it is not."""
        value = content.value if isinstance(content, Cell) else content
        if value is None or (isinstance(content, Cell) and content.kind is not CellKind.PLAIN):
            return None
        number = None if isinstance(value, (str, bool)) else value
        number = number_of(number, epoch) if isinstance(number, date) else number
        if self.bounds and (number is None or not all(COMPARE[sign](number, bound) for sign, bound in self.bounds)):
            return None
        if self.struck:
            seen = content if isinstance(content, Cell) else Cell(content)
            return Cell(None, "", CellKind.STRUCK, seen.text, fallback=number)
        if self.shown is None or number is None:
            return None
        told = shown_number(float(number), self.shown, epoch)
        return told if isinstance(told, Cell) else Cell(told)


def own_bounds(formula: str, first: CellRange | None) -> Sequence[tuple[str, float]]:
    """Return what a formula such as `$M8>2` asks of a cell's own number; nothing where it asks something else.

    `first` is the first area the format is for; a formula is written for its first cell.
    """
    match = _OWN_CELL.fullmatch(formula) if first else None
    if match is None or first is None or position(match[1] + match[3]) != (first.top, first.left):
        return ()
    # With a `$` before it the row is the same for all cells.
    moves = not match[2] or first.top == first.bottom
    return ((match[4], float(match[5])),) if moves else ()
