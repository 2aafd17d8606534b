"""What the formulas of the targets and of the marks result in. The tier percent is that of `core.scoring`.

Which target is reached, and which is the next better one, stand in cells of their own that `core` does not have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xl_apa.core.cells import CellValue
from xl_apa.core.marking.scoring import Scale, percent_for
from xl_apa.core.model import Rule, Unit
from xl_apa.core.rounding import half_up
from xl_apa.sheets.formulas import vocabulary as known
from xl_apa.sheets.formulas.results.values import Number, as_number, plain
from xl_apa.sheets.layout import TARGET_COLUMNS
from xl_apa.xlsx.cell_values import serial


@dataclass(frozen=True, slots=True)
class RowScale:
    """The targets of a row as the formulas see them: numbers by place, None where there is none.

    `fault`: 1 where a target is missing altogether or of the wrong type, 2 where they stand in disorder, else 0.
    """

    numbers: tuple[Number | None, ...]
    percents: tuple[int | Fraction, ...]
    more_is_better: bool
    fault: int

    @classmethod
    def of(
        cls, unit: Unit, targets: Sequence[CellValue], percents: Sequence[CellValue], places: int = len(TARGET_COLUMNS)
    ) -> RowScale:
        """Return the scale that the formulas make of so many target cells and of the percents above them."""
        typed = [serial(target) for target in (*targets, *[None] * places)[:places]]
        numbers = tuple(map(as_number, typed))
        present = [number for number in numbers if number is not None]
        more_is_better = unit is not Unit.DATE
        if present and min(present) != max(present):
            more_is_better = present[0] == max(present)
        fault = 0
        if _wrong_type(unit, typed, present):
            fault = 1
        elif present != sorted(present, reverse=more_is_better):
            fault = 2
        shown = [as_number(percent) or 0 for percent in (*percents, *[0] * places)[:places]]
        exact = tuple(percent if isinstance(percent, int) else Fraction(seen(percent)) for percent in shown)
        return cls(numbers, exact, more_is_better, fault)

    @property
    def direction(self) -> str:
        """The comparison by which a value is worse."""
        return known.LESS_IS_WORSE if self.more_is_better else known.LATER_IS_WORSE

    @property
    def present(self) -> tuple[Number, ...]:
        """The targets that there are."""
        return tuple(number for number in self.numbers if number is not None)

    @property
    def best(self) -> int:
        """The place of the best target there is, counted from 1; 0 where there is none."""
        return next((place for place, number in enumerate(self.numbers, start=1) if number is not None), 0)

    def reached(self, value: Number | None) -> int:
        """Return the place of the best target that a value satisfies; 0 where it satisfies none."""
        if value is None or self.fault:
            return 0
        for place, number in enumerate(self.numbers, start=1):
            if number is not None and (value >= number if self.more_is_better else value <= number):
                return place
        return 0

    def better(self, reached: int) -> int:
        """Return the place of the next better target that is present; 0 where there is none."""
        above = enumerate(self.numbers[: max(reached - 1, 0)], start=1)
        return max((place for place, number in above if number is not None), default=0)

    def percent(self, value: Number | None, rule: Rule) -> Fraction:
        """Return the tier percent that a value earns; 0 where it satisfies no target."""
        if value is None or self.fault:
            return Fraction(0)
        points = tuple(
            (seen(number) if self.more_is_better else seen(number).copy_negate(), percent)
            for number, percent in zip(self.numbers, self.percents)
            if number is not None
        )
        return percent_for(Scale(points, self.more_is_better), seen(value), rule)

    def marks(self, weight: Number, percent: Fraction) -> Number:
        """Return the marks of a tier percent, rounded as the formula rounds: to eight decimals, then to two."""
        return plain(float(half_up(half_up(Fraction(seen(weight)) * percent / 100, 8))))

    def full_marks(self, weight: Number) -> Number:
        """Return the marks of the best target there is."""
        return self.marks(weight, Fraction(self.percents[self.best - 1]))


def seen(number: Number) -> Decimal:
    """Return a number as people see it in a cell, with 15 digits."""
    return Decimal(number) if isinstance(number, int) and abs(number) < 10**15 else Decimal(format(number, ".15g"))


def _wrong_type(unit: Unit, typed: Sequence[CellValue], present: Sequence[Number]) -> bool:
    missing = [target is None or (isinstance(target, str) and not target.strip(known.NOTHING)) for target in typed]
    days = range(known.FIRST_SERIAL, known.END_OF_SERIALS)
    wrong_days = unit is Unit.DATE and not all(days.start <= number < days.stop for number in present)
    return not present or len(present) + sum(missing) != len(typed) or wrong_days
