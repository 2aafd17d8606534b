"""What a rule of the reviewer may look at."""

from __future__ import annotations

from tests.core.builders import PLAN, YEAR, assess_form, make_form, make_plan, make_report
from xl_apa.core.checks import Review
from xl_apa.core.fiscal import Quarter


def test_a_review_is_of_the_plans_year_and_the_forms_quarter() -> None:
    form = make_form(quarter=Quarter.Q3)
    review = Review(make_report(form), PLAN, form, ())
    assert (review.year, review.quarter) == (YEAR, Quarter.Q3)


def test_only_results_that_have_a_row_are_looked_at_in_the_form() -> None:
    form = make_form(make_plan(PLAN.indicators[0]))
    results = assess_form(form, PLAN).results
    found = list(Review(make_report(form), PLAN, form, results).found)
    assert [result.indicator.code for result, _ in found] == ["1.1.1"]
    assert found[0][1] is form.rows[0]
