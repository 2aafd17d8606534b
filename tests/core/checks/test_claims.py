"""The marks an office gives itself, and marks that stand in the sheet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.core.builders import assess_form, at, listed, make_form
from xl_apa.core.cells import CellValue
from xl_apa.core.model import Rule

COUNT, PERCENT, DAY = "1.2.1", "1.3.1", "1.1.1"


def found(indicator: str, achieved: CellValue, **cells: CellValue) -> list[str]:
    assessment = assess_form(make_form(achieved={indicator: achieved}, cells={indicator: cells}))
    return [finding.code for finding in assessment.findings]


@pytest.mark.parametrize(
    ("indicator", "achieved", "claimed", "codes"),
    [
        # The computed marks, in any writing; or no claim at all.
        (COUNT, 3, 3.6, []),
        (COUNT, 3, "৩.৬", []),
        (COUNT, 3, "3.60", []),
        (COUNT, 4, 4, []),
        (COUNT, 0, 0, []),
        (COUNT, 3, None, []),
        (COUNT, 3, "", []),
        (COUNT, 3, "-", []),
        (DAY, date(2023, 8, 1), "১০", []),
        # Others.
        (COUNT, 3, 4, ["claimed-differs"]),
        (COUNT, 3, 3.59, ["claimed-differs"]),
        (COUNT, None, 2.8, ["claimed-differs"]),
        (COUNT, "-", 4, ["claimed-differs"]),
        (COUNT, 3, -1, ["claimed-differs"]),
        (DAY, None, 10, ["claimed-differs"]),
        # More than there is to earn.
        (COUNT, 4, 4.01, ["claimed-above-weight"]),
        (COUNT, 5, 5, ["claimed-above-weight"]),
        (PERCENT, "১০০%", "১৫", ["claimed-above-weight"]),
        # The count where the marks go.
        (COUNT, "১", "১", ["claimed-is-count"]),
        (COUNT, 1, 1.0, ["claimed-is-count"]),
        (COUNT, "০২ (দুই) টি", 2, ["claimed-is-count"]),
        (COUNT, "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।", "১", ["narrative", "claimed-is-count"]),
        (COUNT, "দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", "১", ["narrative", "claimed-is-count"]),
        # No number.
        (COUNT, 3, "ভাল", ["claimed-not-read"]),
        (COUNT, 3, "৩ নম্বর পাওয়া গেছে", ["claimed-not-read"]),
        (COUNT, 3, "৯০%", ["claimed-not-read"]),
        (COUNT, 3, date(2023, 8, 1), ["claimed-not-read"]),
    ],
)
def test_claimed_marks_are_held_against_the_computed_ones(
    indicator: str, achieved: CellValue, claimed: CellValue, codes: list[str]
) -> None:
    assert found(indicator, achieved, claimed=claimed) == codes


def test_a_claim_is_shown_with_weight_and_computed_marks() -> None:
    form = make_form(achieved={PERCENT: 80}, cells={PERCENT: {"claimed": "১৫"}})
    (finding,) = assess_form(form).findings
    assert listed([finding]) == [("claimed-above-weight", at("N", 10), PERCENT)]
    assert finding.params == {"claimed": 15, "weight": 6, "marks": Decimal("5.4")}


@pytest.mark.parametrize("claimed", ["১৫", 2, "ভাল", -3])
def test_a_claim_never_changes_the_marks(claimed: CellValue) -> None:
    results = assess_form(make_form(achieved={COUNT: 3}, cells={COUNT: {"claimed": claimed}})).results
    assert [result.marks for result in results] == [0, Decimal("3.6"), 0, 0]


@pytest.mark.parametrize(
    ("sentence", "claimed", "offer"),
    [
        # No tier of a weight of 4 gives 1, so it is the count: of the sentence, where that names none.
        ("দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", 1, 1),
        ("দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", 3, 3),
        ("দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", 4, None),
        ("দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", 2.8, None),
        ("দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", 0, None),
        ("দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", 15, None),
        ("দপ্তরসমূহকে পত্র প্রদান করা হয়েছে", None, None),
        ("দপ্তরসমূহকে ২টি পত্র প্রদান করা হয়েছে", 1, 2),
    ],
)
def test_a_claim_that_is_no_possible_marks_is_offered_as_the_count(
    sentence: str, claimed: CellValue, offer: int | None
) -> None:
    assessment = assess_form(make_form(achieved={COUNT: sentence}, cells={COUNT: {"claimed": claimed}}))
    assert (assessment.results[1].offer, assessment.results[1].value) == (offer, None)
    assert assessment.findings[0].code == "narrative"
    assert assessment.findings[0].params["offer"] == offer


def test_a_claim_is_never_offered_as_a_percent_or_a_day() -> None:
    for indicator in (PERCENT, DAY):
        form = make_form(achieved={indicator: "যথা সময়ে সম্পন্ন হবে।"}, cells={indicator: {"claimed": 1}})
        assert all(result.offer is None for result in assess_form(form).results)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (None, []),
        ("", []),
        (3.6, []),
        ("৩.৬০", []),
        (2.8, ["marks-out-of-date"]),
        (4, ["marks-out-of-date"]),
        (0, ["marks-out-of-date"]),
        ("পুরোনো", []),
    ],
)
def test_marks_in_the_sheet_are_the_computed_ones(written: CellValue, codes: list[str]) -> None:
    assert found(COUNT, 3, marks=written) == codes


def test_marks_out_of_date_are_shown_with_the_new_ones() -> None:
    (finding,) = assess_form(make_form(achieved={COUNT: 3}, cells={COUNT: {"marks": 2.8}})).findings
    assert listed([finding]) == [("marks-out-of-date", at("R", 9), COUNT)]
    assert finding.params == {"written": Decimal("2.8"), "marks": Decimal("3.6")}


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"weight": 5}, ["weight-differs", "weights-do-not-add-up"]),
        ({"unit": "%"}, ["unit-differs"]),
        ({"targets": [9, 3, 2, 1, "-"]}, ["target-differs"]),
    ],
)
def test_marks_in_a_sheet_that_does_not_print_the_plan_are_not_out_of_date(
    cells: dict[str, Any], codes: list[str]
) -> None:
    assert set(found(COUNT, 3, marks=2.8, **cells)) == set(codes)


@pytest.mark.parametrize(("rule", "codes"), [(Rule.TIER, ["marks-out-of-date"]), (Rule.PROPORTIONAL, [])])
def test_another_rule_of_marks_makes_no_marks_out_of_date(rule: Rule, codes: list[str]) -> None:
    form = make_form(achieved={COUNT: 3}, cells={COUNT: {"marks": 2.8}})
    assert [finding.code for finding in assess_form(form, rule=rule).findings] == codes
