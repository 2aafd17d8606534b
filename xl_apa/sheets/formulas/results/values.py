"""What the formulas of a row look at, and numbers as cells have them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xl_apa.core.cells import Cell, CellValue, NumberFormat
from xl_apa.core.model import Percent, Plan, Rule
from xl_apa.sheets.formulas.vocabulary import A_NUMBER, A_PERCENT, WITH_EXPONENT
from xl_apa.xlsx.cell_values import Result

Number = int | float
_EXPONENT = re.compile(r"[\d.]E[+-]?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowValues:
    """What stands in the cells that the formulas of a row look at.

    `earlier` are the values of the quarters before, the latest first; `told` is what each of them says, the first
    quarter first, where they count together: a number, "" or a text that was not understood. `claimed` is what was
    typed over the formula that shows the marks in column 14. The kinds say how a number is shown.
    """

    achieved: CellValue = None
    accepted: CellValue = None
    weight: CellValue = None
    targets: tuple[CellValue, ...] = ()
    percents: tuple[CellValue, ...] = ()
    rule: Rule = Rule.TIER
    earlier: tuple[CellValue, ...] = ()
    read_for: CellValue = None
    read: CellValue = None
    claimed: CellValue = None
    told: tuple[Result, ...] = ()
    achieved_kind: str = A_NUMBER
    accepted_kind: str = A_NUMBER

    @property
    def answered(self) -> bool:
        """Whether anything stands there that the plan does not say."""
        inputs = (self.achieved, self.accepted, self.read_for, self.read, self.claimed)
        return any(value is not None for value in inputs) or any(value != "" for value in (*self.earlier, *self.told))


def number_kind(cell: Cell) -> str:
    """Return what stands for the number in a cell: one that is shown as such, as a percent or with an exponent."""
    if cell.shown_as is NumberFormat.PERCENT:
        return A_PERCENT
    with_exponent = cell.shown_as is NumberFormat.OTHERWISE and _EXPONENT.search(cell.note)
    return WITH_EXPONENT if with_exponent else A_NUMBER


def as_number(value: object) -> Number | None:
    """Return a value that is a number to a formula; None for any other, TRUE and FALSE too."""
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def plain(value: Number) -> Number:
    """Return a whole number without a decimal point, as a cell shows it."""
    return int(value) if float(value).is_integer() else float(value)


def percent_value(percent: Percent) -> Number:
    """Return the percent of a tier as a cell holds it."""
    return percent if isinstance(percent, int) else plain(float(percent))


def percent_values(plan: Plan) -> tuple[Number, ...]:
    """Return the percents of a plan's tiers as cells hold them, best first."""
    return tuple(map(percent_value, plan.percents))
