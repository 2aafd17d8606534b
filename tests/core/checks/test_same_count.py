"""The question for a cumulative count that did not grow although the evidence is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.core.builders import COUNT, PERCENT, assess_form, at, make_form, make_indicator, make_plan
from xl_apa.core.cells import CellValue
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Indicator, Method

Q1, Q2, Q3, Q4 = Quarter


def asked(
    before: tuple[CellValue, CellValue],
    now: tuple[CellValue, CellValue],
    indicator: Indicator = COUNT,
    field: str = "evidence",
) -> list[Finding]:
    """The questions about two quarters, each with its achievement and its evidence."""
    plan, code = make_plan(indicator), indicator.code
    other = {"remarks": None, "evidence": None}
    first, second = (
        make_form(plan, {code: value}, {code: {**other, field: evidence}}, quarter)
        for quarter, (value, evidence) in zip((Q1, Q2), (before, now))
    )
    findings = assess_form(second, plan, first).findings
    return [finding for finding in findings if finding.code == "count-of-this-quarter"]


NEW: list[tuple[str | None, CellValue, object]] = [
    ("২০/০৮/২০২৩ তারিখের সভা", "১২/১১/২০২৩ তারিখের সভা", date(2023, 11, 12)),
    ("২০/০৮/২০২৩ তারিখের সভা", "২০/০৮/২০২৩ ও ১২/১১/২০২৩ তারিখের সভা", date(2023, 11, 12)),
    (None, "১২ নভেম্বর ২০২৩ তারিখে প্রশিক্ষণ", date(2023, 11, 12)),
    ("২০/০৮/২০২৩", date(2023, 12, 31), date(2023, 12, 31)),
    ("৩য় কর্মশালার নোটিশ", "৪র্থ কর্মশালার নোটিশ", "4র্থ"),
    ("নোটিশ: সাভার কর্মশালা", "নোটিশ: গাজীপুর কর্মশালা", "গাজীপুর"),
    ("workshop at Savar", "workshop at Sylhet", "sylhet"),
]


@pytest.mark.parametrize(("then", "now", "event"), NEW)
@pytest.mark.parametrize("value", [2, "২ টি", 1])
@pytest.mark.parametrize("field", ["evidence", "remarks"])
def test_a_count_that_did_not_grow_is_asked_about_where_the_evidence_is_new(
    then: str | None, now: CellValue, event: object, value: CellValue, field: str
) -> None:
    (finding,) = asked((2, then), (value, now), field=field)
    count = 1 if value == 1 else 2
    assert (finding.cell, finding.indicator) == (at("M", 8, Q2), COUNT.code)
    assert {name: finding.params[name] for name in ("value", "before", "sum")} == {
        "value": count,
        "before": 2,
        "sum": count + 2,
    }
    told = finding.params["event"]
    assert told == event or str(told)[0] == str(event)[0]


STANDING: list[tuple[CellValue, CellValue]] = [
    (None, None),
    ("২০/০৮/২০২৩ তারিখের সভা", None),
    ("২০/০৮/২০২৩ তারিখের সভা", "২০/০৮/২০২৩ তারিখের সভা"),
    ("সভার নোটিশ", "সভার নোটিশ ও হাজিরা সংযুক্ত"),
    ("কর্মশালা, সাভার", "সাভারের কর্মশালার ছবি"),
    # The day of the first quarter's event, named later; a letter after the quarter; a day that is only promised.
    (None, "২০/০৮/২০২৩ তারিখের সভা"),
    (None, "০৫/০১/২০২৪ তারিখের প্রত্যয়নপত্র"),
    ("সভা", "২০/১২/২০২৩ তারিখের মধ্যে সভা"),
    # The evidence of a longer period, and of another quarter.
    ("জুলাই-সেপ্টেম্বরের প্রতিবেদন", "জুলাই-ডিসেম্বরের প্রতিবেদন"),
    ("১ম ত্রৈমাসিকের প্রতিবেদন", "২য় ত্রৈমাসিকের প্রতিবেদন"),
    ("প্রত্যয়নপত্র", "অফিস আদেশ"),
    (None, "৪র্থ কর্মশালার নোটিশ"),
]


@pytest.mark.parametrize(("then", "now"), STANDING)
def test_a_count_may_stand_still_where_the_evidence_tells_of_nothing_new(then: CellValue, now: CellValue) -> None:
    assert asked((2, then), (2, now)) == []


@pytest.mark.parametrize(
    ("before", "now"), [(0, 0), (2, 3), (2, None), (2, "-"), (None, 2), (2, "চলমান"), (2, "দুই-তিন")]
)
def test_only_a_count_above_nothing_that_did_not_grow_is_asked_about(before: CellValue, now: CellValue) -> None:
    assert asked((before, "২০/০৮/২০২৩ তারিখের সভা"), (now, "১২/১১/২০২৩ তারিখের সভা")) == []


@pytest.mark.parametrize(
    "indicator",
    [replace(COUNT, method=Method.SUM), replace(COUNT, method=Method.MEAN), PERCENT],
    ids=["sum", "mean", "percent"],
)
def test_figures_of_the_quarter_and_percents_are_not_asked_about(indicator: Indicator) -> None:
    assert asked((2, "২০/০৮/২০২৩ তারিখের সভা"), (2, "১২/১১/২০২৩ তারিখের সভা"), indicator) == []


def test_marks_follow_what_was_written_whatever_is_asked() -> None:
    plan = make_plan(make_indicator("1.1.1"))
    first = make_form(plan, {"1.1.1": 2}, {"1.1.1": {"evidence": "২০/০৮/২০২৩ তারিখের সভা"}})
    second = make_form(plan, {"1.1.1": 2}, {"1.1.1": {"evidence": "১২/১১/২০২৩ তারিখের সভা"}}, Q2)
    assert assess_form(second, plan, first).results[0].value == 2


def test_evidence_is_compared_with_that_of_the_last_quarter_that_reported() -> None:
    plan = make_plan(COUNT)

    def form(quarter: Quarter, value: CellValue, evidence: str | None) -> object:
        return make_form(plan, {"1.2.1": value}, {"1.2.1": {"evidence": evidence}}, quarter)

    first, second = form(Q1, 2, "২০/০৮/২০২৩ তারিখের সভা"), form(Q2, "-", None)
    third = form(Q3, 2, "১২/১১/২০২৩ তারিখের সভা")
    codes = [each.code for each in assess_form(third, plan, first, second).findings]  # type: ignore[arg-type]
    assert "count-of-this-quarter" in codes
