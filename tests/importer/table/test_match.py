"""Which row is which indicator."""

from __future__ import annotations

import random

import pytest

from tests.importer.damage import SCANNED, made_up_report
from xl_apa.core.fiscal import FiscalYear
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
