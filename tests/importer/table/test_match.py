"""Which row is which indicator."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.importer.damage import SCANNED, WHOLE, made_up_report
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Indicator
from xl_apa.core.text.codes import code_in
from xl_apa.importer.table.match import match_rows
from xl_apa.importer.table.rows import rows_of

YEAR = FiscalYear(2023)


@pytest.mark.parametrize("seed", range(12))
def test_rows_are_matched_in_any_order(seed: int) -> None:
    made = made_up_report(seed, SCANNED)
    (table,) = made.document.tables
    rows = list(rows_of(table, YEAR))
    titles = {match.row.number: match.indicator.code for match in match_rows(made.plan, rows).found}
    random.Random(seed).shuffle(rows)
    shuffled = {match.row.number: match.indicator.code for match in match_rows(made.plan, rows).found}
    assert len(titles) == len(made.plan.indicators)
    assert sum(titles[number] == shuffled.get(number) for number in titles) >= len(titles) - 2


def test_what_has_no_row_and_what_has_no_indicator_is_told() -> None:
    made = made_up_report(3, SCANNED)
    (table,) = made.document.tables
    rows = list(rows_of(table, YEAR))
    without = match_rows(made.plan, rows[1:])
    assert [indicator.code for indicator in without.indicators] == [made.plan.indicators[0].code]
    assert match_rows(made.plan, ()).indicators == made.plan.indicators


def test_a_row_that_is_an_indicator_s_by_its_code_alone_is_not_sure() -> None:
    made = made_up_report(5, WHOLE)
    (table,) = made.document.tables
    first, second, *_ = made.plan.indicators
    rows = [row for row in rows_of(table, YEAR) if any(first.code == code_in(cell.text) for cell in row.cells)]
    other = replace(second, title=f"{first.title} আরও", unit=first.unit, weight=first.weight, targets=first.targets)
    cells = tuple(
        replace(cell, value=cell.text.replace(first.title, other.title)) if cell.text else cell
        for cell in rows[0].cells
    )
    areas = tuple(
        replace(
            area,
            activities=tuple(replace(each, indicators=_swapped(each.indicators, other)) for each in area.activities),
        )
        for area in made.plan.areas
    )
    (match,) = match_rows(replace(made.plan, areas=areas), [replace(rows[0], cells=cells)]).found
    assert (match.indicator.code, match.margin) == (first.code, 0.0)


def _swapped(indicators: tuple[Indicator, ...], other: Indicator) -> tuple[Indicator, ...]:
    return tuple(other if each.code == other.code else each for each in indicators)
