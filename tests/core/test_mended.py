"""Readings that once went wrong, each with what it must be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.dates import find_dates
from xl_apa.core.findings import Finding
from xl_apa.core.messages import render, show
from xl_apa.core.model import Status, Unit, Value
from xl_apa.core.numerals import find_counts, parse_number
from xl_apa.core.planning import parse_plan
from xl_apa.core.reading import parse_achievement


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        *((text, Status.ONGOING) for text in ("চলমান।", "চলমান রয়েছে।", "কাজ চলমান", "ongoing.", "In progress")),
        *((text, Status.NONE) for text in ("নাই।", "নেই।", "প্রযোজ্য নয়।", "N/A.", "-।")),
    ],
)
def test_a_full_stop_changes_nothing(typed: str, status: Status) -> None:
    assert {parse_achievement(typed, unit).status for unit in Unit} == {status}


@pytest.mark.parametrize("typed", ["১ ২", "1\n2", "16 05 2024"])
def test_two_numbers_are_never_joined_into_one(typed: str) -> None:
    assert parse_number(typed) is None


@pytest.mark.parametrize("sentence", ["Training held on 5 November", "phone no is 99", "-৪টি বাকি"])
def test_letters_inside_a_word_are_no_count(sentence: str) -> None:
    assert find_counts(sentence) == []


@pytest.mark.parametrize(
    ("typed", "value"), [(".96", Decimal(96)), ("শতকরা ০.৫", Decimal("0.5")), ("শতকরা ৯৬", Decimal(96))]
)
def test_a_percent_that_says_so_is_taken_at_its_word(typed: str, value: Value) -> None:
    assert parse_achievement(typed, Unit.PERCENT).value == value


def test_a_promise_with_a_hyphen_is_a_promise() -> None:
    assert [found.promised for found in find_dates("৩১/০১/২০২৪-এর মধ্যে পাঠানো হবে")] == [True]


def test_a_memo_number_is_no_date() -> None:
    assert find_dates("স্মারক নং ০৫.১২.২৩.০০১") == []


@pytest.mark.parametrize(
    ("value", "text"), [(0.1 + 0.2, "0.3"), (3.0, "3"), (Decimal("2.50"), "2.50"), (date(2024, 5, 16), "2024-05-16")]
)
def test_a_cell_is_quoted_as_people_see_it(value: CellValue, text: str) -> None:
    assert Cell(value).text == text


def test_shares_are_shown_rounded_half_up_as_marks_are() -> None:
    assert show(Fraction(705, 8), "en") == "88.13"


def test_a_command_to_be_typed_keeps_its_digits() -> None:
    assert "plan check 2023-24" in render("plan-faulty", "bn", {"name": "2023-24", "count": 2})


INDICATOR = {"code": "1.1.1", "title": "x", "unit": "%", "weight": 5, "targets": [90]}
ACTIVITY = {"code": "1.1", "title": "x", "indicator": [INDICATOR]}
AREA = {"number": 1, "title": "x", "weight": 5, "activity": [ACTIVITY]}
PLAN = {
    "name": "p",
    "title": "x",
    "fiscal_year": "2023-24",
    "total": 5,
    "tiers": [{"percent": 100, "name": "a"}],
    "area": [AREA],
}


def codes(data: dict[str, object]) -> set[str]:
    plan, findings = parse_plan(data)
    assert plan is None
    assert all(isinstance(finding, Finding) and finding.text("bn") for finding in findings)
    return {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"tiers": []}, "plan-value-wrong"),
        ({"tiers": [{"percent": 150, "name": "a"}]}, "plan-value-wrong"),
        ({"tiers": [{"percent": 99.5, "name": "a"}]}, "plan-value-wrong"),
        ({"tiers": [{"percent": float("inf"), "name": "a"}]}, "plan-value-wrong"),
        ({"tiers": [{"percent": 100}]}, "plan-field-missing"),
        ({"area": [], "total": 0}, "plan-value-wrong"),
        ({"area": [{**AREA, "number": float("nan")}]}, "plan-value-wrong"),
        ({"area": [{**AREA, "number": 1.5}]}, "plan-value-wrong"),
        (
            {"area": [{**AREA, "activity": [{**ACTIVITY, "indicator": [{**INDICATOR, "targets": [[1]]}]}]}]},
            "plan-value-wrong",
        ),
        (
            {"area": [{**AREA, "activity": [{**ACTIVITY, "indicator": [{**INDICATOR, "weight": float("nan")}]}]}]},
            "plan-value-wrong",
        ),
    ],
)
def test_a_plan_with_impossible_values_has_findings_and_no_exception(change: dict[str, object], code: str) -> None:
    assert code in codes({**PLAN, **change})


def test_the_plan_of_these_tests_is_sound_and_reads_codes_in_bengali_digits() -> None:
    bangla = {**PLAN, "area": [{**AREA, "activity": [{**ACTIVITY, "indicator": [{**INDICATOR, "code": "১.১.১"}]}]}]}
    plan, findings = parse_plan(bangla)
    assert (findings, plan and plan.indicators[0].code) == ((), "1.1.1")
