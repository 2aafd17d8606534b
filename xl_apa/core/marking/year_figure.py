"""The year's figure so far, from what the quarters say, by the calculation method of the indicator.

Source: the four methods of the guidelines (ক্রমপুঞ্জিভূত, সমষ্টি, গড়, তারিখ). What they leave open is decided here: in a sum
a quarter with nothing to report is 0, in a mean it is left out; work that goes on is nothing to report yet. A quarter
whose figure is not known (not understood, impossible, gone) leaves the year without a figure, never with another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xl_apa.core.findings import Severity
from xl_apa.core.marking.limits import about_amount
from xl_apa.core.model import Method, QuarterFigure, Status, Unit, Value
from xl_apa.core.rounding import exact_sum, half_up

SHOWN_PLACES = 4
"""Decimals of a mean that is shown: enough that thirds of what people type never look like the target they miss."""


@dataclass(frozen=True, slots=True)
class YearFigure:
    """The year's figure so far, None where there is none.

    `exact` is set where `value`, a mean, had to be rounded to be shown. `unknown` is the quarter before that keeps the
    year from having a figure, `beyond` a sum that cannot be.
    """

    value: Value | None = None
    exact: Fraction | None = None
    unknown: QuarterFigure | None = None
    beyond: Decimal | None = None

    @property
    def scored(self) -> Value | Fraction | None:
        """What is held against the targets."""
        return self.value if self.exact is None else self.exact


def year_figure(
    method: Method,
    unit: Unit,
    before: Sequence[QuarterFigure],
    now: QuarterFigure,
    *,
    blank: bool = False,
    most: Decimal | None = None,
) -> YearFigure:
    """Return the year's figure as of a quarter, from its own figure `now` and those of the quarters `before`.

    `blank` says that nothing at all was written for the quarter: whoever reports nothing has no figure yet, while a
    dash says that there is nothing to add. `most` is the largest sum that can be: percents pass 100 only together.
    """
    if not method.by_quarter:
        return YearFigure(now.value)
    if blank:
        return YearFigure()
    unknown = next((figure for figure in before if not is_usable(figure, unit)), None)
    if now.status is Status.UNREADABLE or unknown:
        return YearFigure(unknown=unknown)
    numbers = [figure.value for figure in (*before, now) if isinstance(figure.value, Decimal)]
    if not numbers:
        return YearFigure()
    total = exact_sum(numbers)
    if method is Method.SUM:
        return YearFigure(total) if most is None or total <= most else YearFigure(beyond=total)
    exact = Fraction(total) / len(numbers)
    shown = half_up(exact, SHOWN_PLACES)
    return YearFigure(shown, None if Fraction(shown) == exact else exact)


def is_usable(figure: QuarterFigure, unit: Unit) -> bool:
    """Return whether a quarter's figure can go into a sum or mean: it is known, and can be."""
    if figure.status is Status.UNREADABLE:
        return False
    if not isinstance(figure.value, Decimal):
        return True
    return all(finding.severity is not Severity.ERROR for finding in about_amount(figure.value, unit, whole=False))
