"""Report and plan together: marks, totals, what still can be earned, and what cannot be assessed at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.builders import (
    COLUMNS,
    OFFICE,
    PLAN,
    assess_form,
    at,
    listed,
    make_form,
    make_indicator,
    make_plan,
    make_report,
    make_row,
)
from tests.strategies import achievements, cell_values, filled, plans
from xl_apa.core.assess import assess, latest_quarter
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.model import Form, Plan, Rule, Status, Unit, Value

Q1, Q2, Q3, Q4 = Quarter
NARRATIVE = "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।"

# ---- results --------------------------------------------------------------------------------------------------------


def test_there_is_a_result_for_every_indicator_in_the_order_of_the_plan() -> None:
    form = make_form(achieved={"1.1.1": "২০/০৮/২০২৩", "1.2.1": "চলমান", "1.3.1": "৭২%", "2.1.1": NARRATIVE})
    results = assess_form(replace(form, rows=form.rows[::-1])).results
    assert [result.indicator for result in results] == list(PLAN.indicators)
    assert [(one.status, one.value, one.percent, one.marks) for one in results] == [
        (Status.REPORTED, date(2023, 8, 20), 90, 9),
        (Status.ONGOING, None, 0, 0),
        (Status.REPORTED, 72, 70, Decimal("4.2")),
        (Status.UNREADABLE, None, 0, 0),
    ]
    assert [result.raw for result in results] == ["২০/০৮/২০২৩", "চলমান", "৭২%", NARRATIVE]
    assert [result.cell for result in results] == [at("M", number) for number in (8, 9, 10, 11)]
    assert results[3].offer == 1


def test_an_indicator_without_a_row_has_a_result_too() -> None:
    missing = assess_form(make_form(make_plan(*PLAN.indicators[1:]))).results[0]
    assert (missing.status, missing.row, missing.raw, missing.cell, missing.marks) == (Status.NONE, None, "", "", 0)
    assert missing.attainable == 0
    assert missing.claimed is None


def test_totals_are_the_sums_of_the_results() -> None:
    assessment = assess_form(make_form(achieved={"1.1.1": date(2023, 8, 31), "1.2.1": 3, "1.3.1": 100}))
    assert assessment.total == 8 + Decimal("3.6") + 6
    assert assessment.attainable == 8 + 4 + 6 + 5
    assert (assessment.office, assessment.plan, assessment.quarter) == (OFFICE, PLAN, Q1)


# ---- the rule -------------------------------------------------------------------------------------------------------

OWN_RULE = make_plan(
    make_indicator("1.1.1", targets=(10, 5, None, None, None), weight=10),
    make_indicator("1.1.2", targets=(10, 5, None, None, None), weight=10, rule=Rule.PROPORTIONAL),
    make_indicator("1.1.3", targets=(10, 5, None, None, None), weight=10, rule=Rule.TIER),
)


@pytest.mark.parametrize(
    ("of_plan", "asked", "rules", "marks"),
    [
        (Rule.TIER, None, "tpt", ["9", "9.4", "9"]),
        (Rule.PROPORTIONAL, None, "ppt", ["9.4", "9.4", "9"]),
        (Rule.TIER, Rule.PROPORTIONAL, "ppp", ["9.4", "9.4", "9.4"]),
        (Rule.PROPORTIONAL, Rule.TIER, "ttt", ["9", "9", "9"]),
    ],
)
def test_the_rule_is_the_plans_an_indicator_may_have_its_own_and_a_caller_overrides_both(
    of_plan: Rule, asked: Rule | None, rules: str, marks: list[str]
) -> None:
    plan = replace(OWN_RULE, rule=of_plan)
    form = make_form(plan, dict.fromkeys(("1.1.1", "1.1.2", "1.1.3"), 7))
    assessment = assess_form(form, plan, rule=asked)
    assert assessment.rule is (asked or of_plan)
    assert "".join(result.rule.value[0] for result in assessment.results) == rules
    assert [result.marks for result in assessment.results] == [Decimal(mark) for mark in marks]


# ---- time -----------------------------------------------------------------------------------------------------------

LATER = make_plan(
    make_indicator("1.1.1", Unit.DATE, ("2023-08-31", "2023-09-30", "2023-10-31", None, None), weight=10),
    make_indicator("1.1.2", Unit.NUMBER, (4, 3, 2, 1, None), weight=4),
)


@pytest.mark.parametrize(
    ("as_of", "due", "attainable"),
    [
        (None, True, 9),
        (date(2023, 8, 31), True, 10),
        (date(2023, 9, 1), True, 9),
        (date(2023, 10, 30), True, 8),
        (date(2023, 10, 31), False, 8),
        (date(2023, 11, 1), False, 0),
    ],
)
def test_a_day_not_reported_is_judged_by_the_as_of_day(as_of: date | None, due: bool, attainable: int) -> None:
    day, count = assess_form(make_form(LATER), LATER, as_of=as_of).results
    assert (day.not_yet_due, day.attainable) == (due, attainable)
    assert (count.not_yet_due, count.attainable) == (False, 4)


def test_the_quarters_last_day_is_the_as_of_day_unless_another_is_given() -> None:
    form = make_form(LATER, quarter=Q3)
    assert assess_form(form, LATER).as_of == date(2024, 3, 31)
    assert assess_form(form, LATER, as_of=date(2024, 7, 1)).attainable == 0


@pytest.mark.parametrize("typed", ["-", "চলমান", "", None])
def test_ongoing_work_is_not_yet_due_either(typed: str | None) -> None:
    assert assess_form(make_form(LATER, {"1.1.1": typed}), LATER).results[0].not_yet_due


def test_a_reported_day_is_no_longer_due() -> None:
    result = assess_form(make_form(LATER, {"1.1.1": date(2023, 9, 1)}), LATER).results[0]
    assert (result.not_yet_due, result.marks, result.attainable) == (False, 9, 9)


# ---- accepted values ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("achieved", "accepted", "value", "codes"),
    [
        (NARRATIVE, 1, 1, ["accepted-used"]),
        (NARRATIVE, "২ টি", 2, ["accepted-used"]),
        (NARRATIVE, None, None, ["narrative"]),
        (NARRATIVE, "-", None, ["narrative"]),
        (NARRATIVE, "চলমান", None, ["narrative"]),
        (NARRATIVE, NARRATIVE, None, ["narrative", "narrative"]),
        (NARRATIVE, date(2023, 8, 1), None, ["narrative", "unit-mismatch"]),
        ("১,৫", 2, 2, ["accepted-used"]),
        ("৯৬%", 2, 2, ["accepted-used"]),
        (3, 3, 3, []),
        (3, "০৩ (তিন) টি", 3, []),
        (3, 4, 3, ["accepted-not-used"]),
        (3, NARRATIVE, 3, ["accepted-not-used"]),
        (None, 4, None, ["accepted-not-used"]),
        ("চলমান", 4, None, ["accepted-not-used"]),
    ],
)
def test_an_accepted_value_counts_only_in_place_of_a_sentence(
    achieved: CellValue, accepted: CellValue, value: int | None, codes: list[str]
) -> None:
    assessment = assess_form(make_form(achieved={"1.2.1": achieved}, cells={"1.2.1": {"accepted": accepted}}))
    assert assessment.results[1].value == value
    assert [finding.code for finding in assessment.findings] == codes


def test_an_accepted_percent_is_read_like_a_typed_one() -> None:
    told = "নিষ্পত্তির হার ৮৫% হতে ৯৬%"
    assessment = assess_form(make_form(achieved={"1.3.1": told}, cells={"1.3.1": {"accepted": 0.96}}))
    assert assessment.results[2].value == 96
    assert listed(assessment.findings) == [
        ("accepted-used", at("Q", 10), "1.3.1"),
        ("percent-was-fraction", at("Q", 10), "1.3.1"),
    ]


def test_an_accepted_value_is_shown_with_the_sentence() -> None:
    form = make_form(achieved={"1.1.1": "১০৭/০৮/২০২৩"}, cells={"1.1.1": {"accepted": "০৭/০৮/২০২৩"}})
    (finding,) = assess_form(form).findings
    assert finding.params == {"text": "১০৭/০৮/২০২৩", "value": date(2023, 8, 7)}
    assert "৭ আগস্ট ২০২৩" in finding.text("bn")


def test_a_doubtful_percent_is_marked_as_it_stands_and_a_hundred_is_offered() -> None:
    result = assess_form(make_form(achieved={"1.3.1": 1})).results[2]
    assert (result.status, result.value, result.marks, result.offer) == (Status.REPORTED, 1, 0, 100)


# ---- findings -------------------------------------------------------------------------------------------------------


def test_findings_about_the_file_come_first_and_then_by_indicator() -> None:
    form = make_form(
        achieved={"2.1.1": -1, "1.1.1": "কাল পরশু", "1.3.1": 1},
        cells={"1.2.1": {"unit": "%"}, "2.1.1": {"claimed": 9}},
        report_date="কাল",
    )
    findings = assess_form(form).findings
    assert [finding.indicator for finding in findings] == ["", "1.1.1", "1.2.1", "1.3.1", "2.1.1", "2.1.1"]


def test_the_gravest_finding_about_an_indicator_is_its_message() -> None:
    form = make_form(achieved={"1.2.1": -1, "1.3.1": 0.96}, cells={"1.2.1": {"area": "[২] ক", "marks": 3}})
    assessment = assess_form(form)
    assert [finding.code for finding in assessment.findings if finding.indicator == "1.2.1"] != ["count-negative"]
    message = assessment.message_about("1.2.1")
    assert message is not None
    assert message.code == "count-negative"
    note = assessment.message_about("1.3.1")
    assert note is not None
    assert note.code == "percent-was-fraction"
    assert assessment.message_about("1.1.1") is None


def test_findings_are_counted_by_severity() -> None:
    form = make_form(achieved={"1.2.1": -1, "1.3.1": 0.96}, cells={"1.2.1": {"area": "[২] ক"}})
    assessment = assess_form(form)
    assert [assessment.count(severity) for severity in Severity] == [1, 1, 1]


# ---- what cannot be assessed ----------------------------------------------------------------------------------------


def refusal(form: Form | None, *, fiscal_year: CellValue = "2023-24", quarter: Quarter = Q1) -> InputError:
    report = make_report(*([form] if form else []), fiscal_year=fiscal_year)
    with pytest.raises(InputError) as caught:
        assess(report, PLAN, quarter)
    assert all(caught.value.text(lang).strip() for lang in LANGUAGES)
    return caught.value


def test_a_report_for_another_year_is_refused() -> None:
    error = refusal(make_form(), fiscal_year="২০২২-২০২৩")
    assert error.code == "fiscal-year-wrong"
    assert (error.params["found"], error.params["year"], error.params["cell"]) == ("2022-23", "2023-24", "'তথ্য'!C4")


@pytest.mark.parametrize("typed", ["দুই হাজার তেইশ", "2023-25", 2023])
def test_a_year_that_cannot_be_read_is_refused(typed: CellValue) -> None:
    error = refusal(make_form(), fiscal_year=typed)
    assert (error.code, error.params["text"], error.params["cell"]) == (
        "fiscal-year-not-read",
        str(typed),
        "'তথ্য'!C4",
    )


@pytest.mark.parametrize("typed", ["2023-24", "২০২৩-২০২৪", None, "  "])
def test_the_plans_own_year_or_none_at_all_is_fine(typed: CellValue) -> None:
    assert assess(make_report(make_form(), fiscal_year=typed), PLAN, Q1).total == 0


def test_a_quarter_without_a_form_is_refused() -> None:
    error = refusal(make_form(), quarter=Q3)
    assert (error.code, error.params["quarter"]) == ("quarter-missing", 3)


def test_a_form_of_another_plan_is_refused() -> None:
    stranger = make_row(make_indicator("9.9.9", weight=99))
    error = refusal(Form(Q1, "১ম ত্রৈমাসিক", (), (stranger,)))
    assert (error.code, error.params["plan"], error.params["sheet"]) == ("plan-wrong", "test", "১ম ত্রৈমাসিক")
    assert refusal(Form(Q1, "১ম ত্রৈমাসিক", (), ())).code == "plan-wrong"


# ---- the latest quarter ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "latest"),
    [
        ({}, Q1),
        ({Q1: None, Q2: None}, Q1),
        ({Q1: 1}, Q1),
        ({Q1: 1, Q2: "চলমান", Q3: None}, Q2),
        ({Q2: 1}, Q2),
        ({Q1: None, Q4: "-"}, Q4),
        ({Q1: 1, Q2: "  "}, Q1),
    ],
)
def test_the_latest_quarter_is_the_last_in_which_anything_was_typed(
    typed: dict[Quarter, CellValue], latest: Quarter
) -> None:
    forms = [make_form(achieved={"1.2.1": value}, quarter=quarter) for quarter, value in typed.items()]
    assert latest_quarter(make_report(*forms)) is latest


# ---- for any plan and any report ------------------------------------------------------------------------------------


@st.composite
def reported(draw: st.DrawFn) -> tuple[Plan, list[Value | None], Form]:
    """A plan, the values an office reports, and the form they were typed into, in the second quarter."""
    plan = draw(plans(most=12))
    values = [draw(st.none() | achievements(indicator, plan.fiscal_year)) for indicator in plan.indicators]
    cells = draw(filled(plan, values))
    achieved = dict(zip((indicator.code for indicator in plan.indicators), cells))
    return plan, values, make_form(plan, achieved, quarter=Q2, headings=())


@settings(max_examples=25)
@given(reported(), st.none() | st.sampled_from(Rule))
def test_what_was_typed_is_what_is_marked(case: tuple[Plan, list[Value | None], Form], rule: Rule | None) -> None:
    plan, values, form = case
    report = make_report(make_form(plan, headings=()), form, fiscal_year=plan.fiscal_year.label_bn)
    assessment = assess(report, plan, Q2, rule=rule)
    assert [result.value for result in assessment.results] == values
    assert assessment.total == sum(result.marks for result in assessment.results)
    for result in assessment.results:
        assert 0 <= result.marks <= result.indicator.weight.quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert result.attainable >= result.marks
        assert (result.marks == 0) or result.value is not None


@settings(max_examples=25)
@given(reported())
def test_an_unchanged_form_is_never_said_to_differ_from_the_plan(case: tuple[Plan, list[Value | None], Form]) -> None:
    plan, _, form = case
    first = make_form(plan, headings=())
    assessment = assess(make_report(first, form, fiscal_year=plan.fiscal_year.label), plan, Q2)
    about_values = {"date-outside-year", "date-after-quarter", "count-not-whole", "percent-was-fraction"}
    about_values |= {"percent-is-one", "percent-out-of-range", "best-tier-missing"}
    assert {finding.code for finding in assessment.findings} <= about_values


@settings(max_examples=40)
@given(st.data())
def test_no_form_can_break_the_assessment(data: st.DataObject) -> None:
    names = data.draw(st.sets(st.sampled_from([*COLUMNS, "targets"]), min_size=1))
    wild: dict[str, CellValue] = {
        name: tuple(data.draw(st.lists(cell_values(), max_size=5))) if name == "targets" else data.draw(cell_values())  # type: ignore[misc]
        for name in sorted(names)
    }
    first = make_form(cells={"1.2.1": wild})
    second = make_form(cells={"1.1.1": wild}, quarter=Q2, report_date=data.draw(cell_values()))
    assessment = assess_form(second, PLAN, first)
    assert len(assessment.results) == len(PLAN.indicators)
    assert 0 <= assessment.total <= PLAN.weight
    assert assessment.attainable >= assessment.total
    for finding in assessment.findings:
        assert all(finding.text(lang) for lang in LANGUAGES)


@pytest.mark.parametrize(("cell", "code"), [("info!C6", "fiscal-year-wrong"), ("", "fiscal-year-other")])
def test_a_report_of_another_year_is_refused_with_its_cell_where_it_has_one(cell: str, code: str) -> None:
    report = replace(make_report(), fiscal_year=Cell("২০২২-২৩", cell))
    with pytest.raises(InputError) as caught:
        assess(report, PLAN, Q1)
    assert caught.value.code == code
    assert all("()" not in caught.value.text(lang) for lang in LANGUAGES)
