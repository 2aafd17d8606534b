"""The printed form: does it still say what the ministry's plan says?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.core.builders import COUNT as A_COUNT
from tests.core.builders import (
    DAY,
    PLAN,
    assess_form,
    at,
    listed,
    make_form,
    make_indicator,
    make_plan,
    make_row,
    printed_targets,
)
from xl_apa.core.cells import CellValue
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Activity, Area, Form, Unit

COUNT = "1.2.1"


def found(**cells: CellValue | Sequence[CellValue]) -> tuple[Finding, ...]:
    return assess_form(make_form(cells={COUNT: cells})).findings


# ---- headings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৩-২৪ (২য় ত্রৈমাসিক)", []),
        ("লক্ষ্যমাত্রা ২০২৩-২০২৪", []),
        ("লক্ষ্যমাত্রা ২০২২-২০২৩", ["2022-23"]),
        ("২০২৩-২৪ (পূর্বে ২০২২-২৩ ও ২০২১-২২)", ["2022-23", "2021-22"]),
        ("লক্ষ্যমাত্রা", []),
        ("১৫/০১/২০২৪", []),
        ("", []),
    ],
)
def test_headings_name_the_reports_own_year(heading: str, years: list[str]) -> None:
    findings = assess_form(make_form(headings=("কর্মপরিকল্পনা", heading))).findings
    assert listed(findings) == [("fiscal-year-differs", at("B", 2), "")] * len(years)
    assert [finding.params["found"] for finding in findings] == years


# ---- unit and weight ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("printed", ["সংখ্যা", " সংখ্যা ", "number", "Number"])
def test_the_unit_may_be_printed_in_any_of_its_names(printed: str) -> None:
    assert found(unit=printed) == ()


@pytest.mark.parametrize(("printed", "shown"), [("%", "%"), ("টাকা", "টাকা"), (None, "-")])
def test_another_unit_is_shown_with_the_plans(printed: str | None, shown: str) -> None:
    (finding,) = found(unit=printed)
    assert listed([finding]) == [("unit-differs", at("F", 9), COUNT)]
    assert finding.params == {"printed": shown, "plan": "সংখ্যা"}


@pytest.mark.parametrize("printed", [4, 4.0, "৪", "4.00", "০৪"])
def test_the_weight_may_be_printed_in_any_digits(printed: CellValue) -> None:
    assert found(weight=printed) == ()


@pytest.mark.parametrize(
    ("printed", "shown", "total"), [(5, "5", 21), ("৩", "৩", 19), (None, "-", 16), ("চার", "চার", 16)]
)
def test_another_weight_is_shown_with_the_plans_and_breaks_the_sum(printed: CellValue, shown: str, total: int) -> None:
    of_area, of_row = found(weight=printed)
    assert listed([of_area, of_row]) == [("weights-do-not-add-up", "", ""), ("weight-differs", at("G", 9), COUNT)]
    assert of_row.params == {"printed": shown, "plan": 4}
    assert of_area.params == {"area": 1, "sum": total, "weight": 20}


def test_weights_exchanged_within_an_area_still_add_up() -> None:
    cells = {"1.1.1": {"weight": 9}, COUNT: {"weight": 5}}
    assert listed(assess_form(make_form(cells=cells)).findings) == [
        ("weight-differs", at("G", 8), "1.1.1"),
        ("weight-differs", at("G", 9), COUNT),
    ]


def test_marks_follow_the_weight_of_the_plan() -> None:
    assessment = assess_form(make_form(achieved={COUNT: 4}, cells={COUNT: {"weight": 40}}))
    assert assessment.total == 4


# ---- targets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "printed",
    [
        ("৪", "৩", "২", "১", "-"),
        (4, 3, 2, 1, None),
        (4.0, "3", "২ টি", "একটি", "..."),
        ("4", "3", "2", "1", "----"),
    ],
)
def test_the_plans_targets_may_be_printed_in_any_writing(printed: Sequence[CellValue]) -> None:
    assert found(targets=printed) == ()


@pytest.mark.parametrize(
    ("printed", "differing"),
    [
        ((5, 3, 2, 1, None), [("H", 100, 5, 4)]),
        ((4, None, 3, 2, 1), [("I", 90, "-", 3), ("J", 80, 3, 2), ("K", 70, 2, 1), ("L", 60, 1, "-")]),
        ((4, 3, 2, "কাল", "-"), [("K", 70, "কাল", 1)]),
        ((4, 3, 2, 1, 0), [("L", 60, 0, "-")]),
    ],
)
def test_another_target_is_shown_with_the_plans(
    printed: Sequence[CellValue], differing: list[tuple[str, int, object, object]]
) -> None:
    findings = found(targets=printed)
    assert listed(findings) == [("target-differs", at(column, 9), COUNT) for column, *_ in differing]
    assert [finding.params for finding in findings] == [
        {"tier": tier, "printed": there, "plan": here} for _, tier, there, here in differing
    ]


def test_a_printed_day_is_compared_as_a_day() -> None:
    same = (datetime(2023, 8, 10), "20-08-2023", "৩১ আগস্ট ২০২৩", "10.09.23", "২০/০৯/২০২৩ খ্রি.")
    assert assess_form(make_form(cells={"1.1.1": {"targets": same}})).findings == ()
    other = (*same[:4], "১০/০৯/২০২৩")
    (finding,) = assess_form(make_form(cells={"1.1.1": {"targets": other}})).findings
    assert finding.params == {"tier": 60, "printed": date(2023, 9, 10), "plan": date(2023, 9, 20)}


def test_a_day_split_over_two_cells_is_no_difference() -> None:
    plan = make_plan(make_indicator("1.1.1", Unit.DATE, ("2024-04-15", "2024-04-22", None, None, None)))
    split = ("১৫/০৪/২০২৪", "২২/০৪/২০২", "৪", "-", "-")
    assert assess_form(make_form(plan, cells={"1.1.1": {"targets": split}}), plan).findings == ()


def test_marks_follow_the_targets_of_the_plan() -> None:
    form = make_form(achieved={COUNT: 3}, cells={COUNT: {"targets": (3, 2, 1, None, None)}})
    assert assess_form(form).results[1].marks == Decimal("3.6")


# ---- areas ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("[১] ই-গভর্ন্যান্স", []),
        ("1", []),
        (None, []),
        ("প্রাতিষ্ঠানিক দক্ষতা", []),
        ("[২] প্রাতিষ্ঠানিক দক্ষতা", ["area-does-not-fit"]),
        (2.0, ["area-does-not-fit"]),
    ],
)
def test_a_row_stands_under_its_own_area(printed: CellValue, codes: list[str]) -> None:
    findings = found(area=printed)
    assert [finding.code for finding in findings] == codes
    for finding in findings:
        assert listed([finding]) == [("area-does-not-fit", at("B", 9), COUNT)]
        assert (finding.params["area"], finding.params["printed"], finding.params["code"]) == (1, "2", COUNT)


def test_nothing_is_compared_for_a_row_that_is_missing() -> None:
    plan = make_plan(DAY)
    assert listed(assess_form(make_form(plan), PLAN).findings) == [
        ("indicator-missing", "", code) for code in ("1.2.1", "1.3.1", "2.1.1")
    ]


@pytest.mark.parametrize("printed", [1, 2, 3, 4])
def test_a_form_that_prints_fewer_targets_than_the_plan_says_which_are_missing(printed: int) -> None:
    form = make_form(cells={"1.1.1": {"targets": printed_targets(DAY)[:printed]}})
    found = [one for one in assess_form(form).findings if one.code == "target-differs"]
    assert [(one.indicator, one.params["tier"], one.params["printed"]) for one in found] == [
        ("1.1.1", tier, "-") for tier in PLAN.percents[printed:]
    ]


@pytest.mark.parametrize(
    ("planned", "printed", "differs"),
    [
        ("জন", "জন", False),
        ("জন", "সংখ্যা (জন)", False),
        ("মেঃ টন", "মে. টন", False),
        ("জনঘন্টা", "জনঘণ্টা", False),
        (None, "number", False),
        (None, "টি", False),
        ("", None, False),
        ("কোটি টাকা", "লক্ষ টাকা", True),
        ("জন", "টাকা", True),
        ("জন", "%", True),
        (None, "জন", True),
        (None, None, True),
        ("সংখ্যা ও তারিখ", "সংখ্যা ও তারিখ", False),
    ],
)
def test_a_unit_of_another_name_is_a_difference_another_spelling_is_none(
    planned: str | None, printed: str | None, differs: bool
) -> None:
    plan = make_plan(make_indicator("1.1.1", name=planned))
    findings = assess_form(make_form(plan, cells={"1.1.1": {"unit": printed}}), plan).findings
    assert ("unit-differs" in {one.code for one in findings}) is differs


@pytest.mark.parametrize("label", ["[এম.১.১.১] সেবা", "[M.1.1.1] সেবা", "[এম ১.1.১] সেবা", "এম-১.১.১", "[m.১.১.১]"])
def test_a_mandatory_objective_is_known_by_its_code_in_any_alphabet(label: str) -> None:
    objective = make_indicator("এম.1.1.1", weight=7)
    area = Area(1, "ক্ষেত্র", Decimal(7), (Activity("এম.1.1", "কার্যক্রম", (objective,)),), "এম.")
    plan = replace(make_plan(A_COUNT), areas=(*make_plan(A_COUNT).areas, area))
    rows = (make_row(A_COUNT, 8), make_row(objective, 9, label=label, area="[এম.১] ক্ষেত্র", achieved=4))
    assessed = assess_form(Form(Quarter.Q1, "১ম ত্রৈমাসিক", (), rows), plan)
    assert [result.marks for result in assessed.results] == [0, 7]
    assert not {"code-does-not-fit", "area-does-not-fit"} & {one.code for one in assessed.findings}
