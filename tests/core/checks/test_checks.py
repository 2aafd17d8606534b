"""The rules of a careful reviewer, together."""

from __future__ import annotations

from tests.core.builders import PLAN, listed, make_form, make_report
from xl_apa.core.checks import CHECKS, Review, check_report, claims, form, plan_inside, printed, same_count, values


def test_every_rule_of_the_modules_is_asked_and_none_twice() -> None:
    written = {
        name
        for module in (claims, form, plan_inside, printed, same_count, values)
        for name in vars(module)
        if name.startswith("check_")
    }
    asked = [check.__name__ for check in CHECKS]
    assert sorted(asked) == sorted(written)


def test_findings_come_in_the_order_of_the_rules() -> None:
    filled = make_form(report_date="কাল", headings=("২০২২-২৩",))
    review = Review(make_report(filled), PLAN, filled, ())
    assert [code for code, _, _ in listed(check_report(review))] == ["fiscal-year-differs", "report-date-not-read"]
