"""Which figure counts where a form has several: quarters or months side by side, with a total behind them or without.

Quarters and months may hold their own figures or those since July; forms do not say which. Where that makes a
difference, it is a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Status, Unit
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.importer.table.align import Alignment
from xl_apa.importer.table.fit import Known
from xl_apa.importer.table.head import Slot
from xl_apa.importer.table.roles import Role

_FIRST_MONTH = 7
_REPORTED = frozenset({Role.ACHIEVED, Role.YEAR, Role.QUARTER, Role.MONTH, Role.RATE})


@dataclass(frozen=True, slots=True)
class Figure:
    """The slot of the figure that counts, and others that may be meant as well."""

    slot: int
    others: tuple[Cell, ...] = ()


def first_choice(slots: Sequence[Slot], quarter: Quarter) -> int | None:
    """Return the slot of the figure that is reported, by its heading: this quarter's own, the year's, or the only one.

    None where no column holds achievements.
    """
    ranked = [(_rank(slot, quarter), number) for number, slot in enumerate(slots) if slot.role in _REPORTED]
    return min(ranked)[1] if ranked else None


def _rank(slot: Slot, quarter: Quarter) -> int:
    match slot.role:
        case Role.ACHIEVED:
            return 0 if slot.heading.quarter in (None, quarter) else 5
        case Role.YEAR:
            return 1
        case Role.MONTH:
            return 3 if slot.heading.month == quarter.last_month else 8
        case Role.RATE:
            return 10
        case _:
            return 2 if slot.heading.quarter is quarter else 9


def pick_figure(slots: Sequence[Slot], found: Alignment, achieved: int, known: Known) -> Figure:
    """Return the figure that counts. `achieved`: the slot that its heading makes the first choice."""
    role = slots[achieved].role
    periods = [number for number in _periods(slots, known.quarter) if _says(found.cell(number), known)]
    if role not in (Role.QUARTER, Role.MONTH):
        if _says(found.cell(achieved), known) or not periods:
            return Figure(achieved)
    elif not periods:
        return Figure(achieved)
    last = periods[-1]
    others = tuple(found.cell(number) for number in periods[:-1])
    if slots[last].role is Role.QUARTER and slots[last].heading.quarter is not known.quarter:
        return Figure(last, (found.cell(achieved),))
    if known.indicator.unit is Unit.PERCENT and slots[last].role is Role.QUARTER:
        return Figure(last)
    return Figure(last, others)


def _periods(slots: Sequence[Slot], quarter: Quarter) -> list[int]:
    """The quarters or months side by side until the end of a quarter, in their order; months where both stand there."""
    found = [
        (_months(slot), number)
        for number, slot in enumerate(slots)
        if slot.role in (Role.QUARTER, Role.MONTH) and 0 < _months(slot) <= 3 * quarter
    ]
    return [number for _, number in sorted(found)]


def _months(slot: Slot) -> int:
    """How many months of the fiscal year are over at its end; 0 where it names no time."""
    if slot.role is Role.QUARTER:
        return 3 * slot.heading.quarter if slot.heading.quarter else 0
    month = slot.heading.month
    return (month - _FIRST_MONTH) % 12 + 1 if month else 0


def _says(cell: Cell, known: Known) -> bool:
    """Whether a cell says more than that nothing was achieved."""
    return not cell.blank and parse_achievement(cell.value, known.indicator.unit).status is not Status.NONE
