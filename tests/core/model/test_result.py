"""A result: what came of an indicator, and where."""

from __future__ import annotations

from tests.core.builders import PLAN, assess_form, at, make_form, make_plan
from xl_apa.core.model import Status


def test_a_result_knows_the_cell_of_its_achievement() -> None:
    results = assess_form(make_form(achieved={"1.2.1": 3})).results
    assert [result.cell for result in results] == [at("M", row) for row in (8, 9, 10, 11)]


def test_a_result_without_a_row_has_no_cell() -> None:
    some = make_plan(PLAN.indicators[0])
    result = assess_form(make_form(some), PLAN).results[1]
    assert (result.row, result.cell, result.status, result.raw) == (None, "", Status.NONE, "")
