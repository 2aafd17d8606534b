"""Why an office claims other marks than it earned, as far as its form shows it; and where its plan is another."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.core.builders import at
from tests.ministry.builders import make_consolidation, make_office
from xl_apa.core.cells import CellValue
from xl_apa.core.messages import CATALOGUE
from xl_apa.ministry.analysis.claims import Reason, claimed_otherwise
from xl_apa.ministry.export import frames


def reason(achieved: CellValue, claimed: CellValue, **cells: CellValue) -> list[Reason]:
    """For the percent of the small plan: 6 marks from 85 on, 5.4 from 80, 4.8 from 75."""
    changed: Mapping[str, CellValue] = {"claimed": claimed, **cells}
    office = make_office(achieved={"1.3.1": achieved} if achieved is not None else {}, cells={"1.3.1": changed})
    return [why for _, why in claimed_otherwise(office.assessment)]


def test_claimed_marks_that_were_earned_are_no_difference() -> None:
    assert reason(85, 6) == []


def test_nothing_claimed_is_no_difference() -> None:
    assert reason(85, None) == []


@pytest.mark.parametrize(
    ("achieved", "claimed", "why"),
    [
        (85, 7, Reason.ABOVE_WEIGHT),
        ("চলমান", 3, Reason.NOTHING_REPORTED),
        (None, 3, Reason.NOTHING_REPORTED),
        ("একটি সভা হয়েছে এবং ই-নথি চালু আছে", 3, Reason.NOT_READ),
        (50, 6, Reason.FULL),
        (85, 2.5, Reason.UNKNOWN),
    ],
)
def test_the_form_itself_shows_why(achieved: CellValue, claimed: CellValue, why: Reason) -> None:
    assert reason(achieved, claimed) == [why]


def test_marks_of_the_other_rule_are_known() -> None:
    # Half-way between the targets of 90% and 100%: 5.4 marks by the tier, 95% of 6 in proportion.
    assert reason(82.5, 5.7) == [Reason.OTHER_RULE]


def test_a_count_written_where_the_marks_go_is_known() -> None:
    office = make_office(achieved={"2.1.1": 4}, cells={"2.1.1": {"claimed": 4}})
    assert [why for _, why in claimed_otherwise(office.assessment)] == [Reason.COUNT]


def test_a_weight_of_its_own_may_be_the_reason() -> None:
    assert reason(85, 5, weight=5) == [Reason.OTHER_PLAN]


def test_every_reason_is_put_into_words() -> None:
    prefix = "claim-reason-"
    assert {str(why) for why in Reason} == {code.removeprefix(prefix) for code in CATALOGUE if code.startswith(prefix)}


def test_claims_are_listed_with_their_difference_and_where_the_achievement_stands() -> None:
    office = make_office(achieved={"1.3.1": 50}, cells={"1.3.1": {"claimed": 6}})
    (row,) = frames.claims(make_consolidation(office)).to_dict("records")
    assert (row["indicator"], row["claimed"], row["marks"], row["difference"]) == ("1.3.1", 6, 0, 6)
    assert (row["claim_reason"], row["cell"], row["path"]) == ("full", at("M", 10), "in/DOL.xlsx")


def test_what_differs_from_the_plan_is_listed_and_nothing_else() -> None:
    office = make_office(achieved={"1.3.1": -5}, cells={"1.3.1": {"weight": 5}, "1.2.1": {"unit": "%"}})
    rows = frames.plan_differences(make_consolidation(office))
    assert sorted(rows["code"]) == ["unit-differs", "weight-differs", "weights-do-not-add-up"]
    assert {at("F", 9), at("G", 10)} <= set(rows["cell"])
