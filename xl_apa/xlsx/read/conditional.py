"""Conditional formats that change what a person sees of a cell: another number, or a line through it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.read.date_system import number_of, shown_number
from xl_apa.xlsx.read.grid import CellRange, Content
from xl_apa.xlsx.read.looks.number_formats import COMPARE, Shown


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
