"""The year's figure so far: what each calculation method makes of the quarters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import numbers
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.year_figure import YearFigure, is_usable, year_figure
from xl_apa.core.model import Method, QuarterFigure, Status, Unit, Value

ONGOING = "চলমান"
UNREAD = "তিনটি বা চারটি"
Said = int | float | str | date | None


def figure(quarter: int, said: Said) -> QuarterFigure:
    """A quarter's figure: a value, None for nothing, a text for what is ongoing or not understood."""
    if isinstance(said, str):
        status = Status.ONGOING if said == ONGOING else Status.UNREADABLE
        return QuarterFigure(Quarter(quarter), status, raw=said)
    if said is None:
        return QuarterFigure(Quarter(quarter), Status.NONE)
    value: Value = said if isinstance(said, date) else Decimal(str(said))
    return QuarterFigure(Quarter(quarter), Status.REPORTED, value)


def years(method: Method, *said: Said, unit: Unit = Unit.NUMBER, blank: bool = False) -> YearFigure:
    figures = [figure(at, each) for at, each in enumerate(said, start=1)]
    return year_figure(method, unit, figures[:-1], figures[-1], blank=blank)


# ---- each method ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "latest", "added", "mean"),
    [
        ((12,), 12, 12, 12),
        ((12, 8), 8, 20, 10),
        ((12, 8, 10), 10, 30, 10),
        ((12, 8, 10, 0), 0, 30, "7.5"),
        ((0, 0, 0, 0), 0, 0, 0),
        ((None, 7), 7, 7, 7),
        ((12, None, 10), 10, 22, 11),
        ((ONGOING, 5, None, 3), 3, 8, 4),
        ((5, None), None, 5, 5),
        ((5, 6, ONGOING), None, 11, "5.5"),
        ((None, None), None, None, None),
        ((ONGOING,), None, None, None),
        (("2.5", "0.25"), None, None, None),
        ((2.5, 0.25), 0.25, 2.75, "1.375"),
        ((-1, 4), 4, None, None),
    ],
)
def test_a_figure_is_the_latest_the_sum_or_the_mean_of_the_quarters_that_report_one(
    said: tuple[Said, ...], latest: object, added: object, mean: object
) -> None:
    for method, wanted in ((Method.CUMULATIVE, latest), (Method.SUM, added), (Method.MEAN, mean)):
        expected = None if wanted is None else Decimal(str(wanted))
        assert years(method, *said).scored == expected, method


def test_a_day_is_the_quarters_own_day() -> None:
    first, second = date(2023, 8, 10), date(2023, 11, 9)
    assert years(Method.DATE, first, second, unit=Unit.DATE) == YearFigure(second)
    assert years(Method.DATE, first, None, unit=Unit.DATE) == YearFigure()


def test_a_mean_is_exact_where_it_is_scored_and_rounded_half_up_where_it_is_shown() -> None:
    thirds = years(Method.MEAN, 85, 85, 84)
    assert (thirds.exact, thirds.value) == (Fraction(254, 3), Decimal("84.6667"))
    assert years(Method.MEAN, 1, 1, 0, 0.0002).value == Decimal("0.5001")
    assert years(Method.MEAN, 85, 86).exact is None


@pytest.mark.parametrize("method", [Method.SUM, Method.MEAN])
def test_a_blank_quarter_has_no_figure_yet_and_a_dash_leaves_the_year_as_it_was(method: Method) -> None:
    assert years(method, 5, None, blank=True) == YearFigure()
    assert years(method, 5, None).scored == 5
    assert years(method, UNREAD, None, blank=True) == YearFigure()


@pytest.mark.parametrize("method", [Method.SUM, Method.MEAN])
@pytest.mark.parametrize("said", [(UNREAD, 5), (5, UNREAD, 3), (UNREAD, None), (UNREAD, ONGOING), (UNREAD, UNREAD)])
def test_a_quarter_that_is_not_understood_leaves_no_figure_and_is_named(method: Method, said: tuple[Said, ...]) -> None:
    found = years(method, *said)
    assert (found.value, found.scored) == (None, None)
    assert found.unknown == figure(said.index(UNREAD) + 1, UNREAD)


@pytest.mark.parametrize("method", [Method.SUM, Method.MEAN])
def test_what_is_not_understood_now_leaves_no_figure_and_nobody_else_to_be_named(method: Method) -> None:
    assert years(method, 5, UNREAD) == YearFigure()


@pytest.mark.parametrize(
    ("unit", "value", "usable"),
    [
        (Unit.PERCENT, 100, True),
        (Unit.PERCENT, 0, True),
        (Unit.NUMBER, -3, False),
        (Unit.NUMBER, 2.5, True),
        (Unit.NUMBER, 850, True),
        (Unit.NUMBER, None, True),
        (Unit.NUMBER, UNREAD, False),
    ],
)
def test_an_earlier_figure_that_cannot_be_goes_into_no_sum_and_no_mean(unit: Unit, value: Said, usable: bool) -> None:
    assert is_usable(figure(1, value), unit) is usable
    found = years(Method.MEAN, value, 50, unit=unit)
    assert (found.unknown is None) is usable


@pytest.mark.parametrize(
    ("said", "value", "beyond"), [((60, 40), 100, None), ((60, 40.5), None, "100.5"), ((60, 60, None), None, "120")]
)
def test_percents_that_add_up_to_more_than_can_be_are_no_figure(
    said: tuple[Said, ...], value: int | None, beyond: str | None
) -> None:
    figures = [figure(at, each) for at, each in enumerate(said, start=1)]
    found = year_figure(Method.SUM, Unit.PERCENT, figures[:-1], figures[-1], most=Decimal(100))
    assert (found.value, found.beyond) == (value, None if beyond is None else Decimal(beyond))
    assert year_figure(Method.MEAN, Unit.PERCENT, figures[:-1], figures[-1], most=Decimal(100)).beyond is None


# ---- arithmetic -----------------------------------------------------------------------------------------------------

FIGURES = st.lists(numbers("0", "1000", 3), min_size=1, max_size=4)


def of(method: Method, values: list[Decimal]) -> Value | Fraction | None:
    figures = [QuarterFigure(Quarter(at), Status.REPORTED, value) for at, value in enumerate(values, start=1)]
    return year_figure(method, Unit.NUMBER, figures[:-1], figures[-1]).scored


@given(FIGURES, st.randoms(use_true_random=False))
def test_the_order_of_the_quarters_changes_neither_sum_nor_mean(values: list[Decimal], chance: object) -> None:
    shuffled = list(values)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert of(Method.SUM, values) == of(Method.SUM, shuffled)
    assert of(Method.MEAN, values) == of(Method.MEAN, shuffled)


@given(numbers("0", "1000", 3), st.integers(1, 4))
def test_the_mean_of_equal_figures_is_the_figure(value: Decimal, quarters: int) -> None:
    assert of(Method.MEAN, [value] * quarters) == value


@given(FIGURES)
def test_a_sum_is_what_the_same_increments_come_to_cumulatively(increments: list[Decimal]) -> None:
    since_july = [sum(increments[: end + 1], Decimal(0)) for end in range(len(increments))]
    assert of(Method.SUM, increments) == of(Method.CUMULATIVE, since_july)


@given(FIGURES)
def test_a_mean_times_its_quarters_is_the_sum_and_lies_between_the_figures(values: list[Decimal]) -> None:
    mean, added = of(Method.MEAN, values), of(Method.SUM, values)
    assert isinstance(mean, (Decimal, Fraction)) and isinstance(added, Decimal)
    assert Fraction(mean) * len(values) == Fraction(added)
    assert Fraction(min(values)) <= Fraction(mean) <= Fraction(max(values))


@given(FIGURES, st.integers(0, 4))
def test_quarters_that_report_nothing_change_neither_sum_nor_mean(values: list[Decimal], at: int) -> None:
    figures = [QuarterFigure(Quarter.Q1, Status.REPORTED, value) for value in values]
    gaps = [*figures[:-1][:at], QuarterFigure(Quarter.Q1, Status.NONE), *figures[:-1][at:]]
    for method in (Method.SUM, Method.MEAN):
        plain = year_figure(method, Unit.NUMBER, figures[:-1], figures[-1])
        assert year_figure(method, Unit.NUMBER, gaps, figures[-1]) == plain
