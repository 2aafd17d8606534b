"""Which figure counts where a form has several."""

from __future__ import annotations

import pytest

from tests.importer.table.test_fit import COUNT, DAY, known
from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator
from xl_apa.importer.table.align import Alignment
from xl_apa.importer.table.figures import first_choice, pick_figure
from xl_apa.importer.table.head import Slot
from xl_apa.importer.table.roles import Heading, Role

QUARTERS = [Heading(Role.QUARTER, quarter=quarter) for quarter in Quarter]


def slots(*headings: Heading) -> tuple[Slot, ...]:
    return tuple(Slot(heading, column) for column, heading in enumerate(headings))


@pytest.mark.parametrize(
    ("headings", "chosen"),
    [
        ([*QUARTERS, Heading(Role.YEAR)], 4),
        (QUARTERS, 1),
        ([Heading(Role.YEAR), Heading(Role.ACHIEVED)], 1),
        ([Heading(Role.ACHIEVED, quarter=Quarter.Q1), Heading(Role.ACHIEVED, quarter=Quarter.Q2)], 1),
        ([Heading(Role.MONTH, month=11), Heading(Role.MONTH, month=12)], 1),
        ([Heading(Role.RATE), Heading(Role.QUARTER, quarter=Quarter.Q2)], 1),
        ([Heading(Role.TARGET), Heading(Role.REMARKS)], None),
    ],
)
def test_the_first_choice_is_by_heading(headings: list[Heading], chosen: int | None) -> None:
    assert first_choice(slots(*headings), Quarter.Q2) == chosen


def picked(cells: list[str], indicator: Indicator = COUNT, *, total: bool = False) -> tuple[int, list[str]]:
    headings = [*QUARTERS, *([Heading(Role.YEAR)] if total else [])]
    found = Alignment({at: (Cell(text or None),) for at, text in enumerate(cells)}, 0.0, 99.0, (), ())
    first = first_choice(slots(*headings), Quarter.Q2)
    assert first is not None
    figure = pick_figure(slots(*headings), found, first, known(indicator))
    return figure.slot, [cell.text for cell in figure.others]


def test_a_total_counts_whatever_the_quarters_say() -> None:
    assert picked(["১", "২", "", "", "৩"], total=True) == (4, [])


def test_without_a_total_this_quarter_counts_and_what_stands_in_earlier_ones_may_be_meant_as_well() -> None:
    assert picked(["১", "২", "", ""]) == (1, ["১"])
    assert picked(["-", "২", "", ""]) == (1, [])


def test_an_earlier_quarter_counts_where_this_one_is_blank_and_may_be_wrong() -> None:
    assert picked(["০৫/০৯/২০২৩", "", "", ""], DAY) == (0, [""])


def test_later_quarters_do_not_count() -> None:
    assert picked(["", "", "৯", ""]) == (1, [])
