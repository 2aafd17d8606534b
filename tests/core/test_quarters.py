"""What the quarters before say, and what a report makes of it for sums and means."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.core.builders import COUNT, DAY, PERCENT, assess_form, at, listed, make_form, make_indicator, make_plan
from tests.core.builders import make_report as report_of
from xl_apa.core.assess import Assessment, marks_under
from xl_apa.core.cells import Cell, CellKind, CellValue
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Form, Method, Plan, QuarterFigure, Result, Rule, Status, Unit
from xl_apa.core.quarters import quarters_before

Q1, Q2, Q3, Q4 = Quarter
NARRATIVE = "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।"
SUM, MEAN = (make_indicator("1.1.1", targets=(30, 20, 10, 5, None), method=each) for each in (Method.SUM, Method.MEAN))
RATE = make_indicator("1.1.1", Unit.PERCENT, (85, 80, 75, 70, 60), weight=6, method=Method.MEAN)


def forms(plan: Plan, code: str, *typed: CellValue) -> list[Form]:
    """A form of each quarter in which an indicator has these achievements; the rest of it is filled in too."""
    return [
        make_form(plan, {"9.1.1": 1, code: value}, quarter=quarter, headings=())
        for quarter, value in zip(Quarter, typed)
    ]


def assessed(indicator: object, *typed: CellValue, rule: Rule | None = None) -> Assessment:
    plan = make_plan(indicator, make_indicator("9.1.1"))  # type: ignore[arg-type]
    *before, last = forms(plan, "1.1.1", *typed)
    return assess_form(last, plan, *before, rule=rule)


def result(indicator: object, *typed: CellValue, rule: Rule | None = None) -> Result:
    return assessed(indicator, *typed, rule=rule).results[0]


# ---- what the year comes to -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "value", "marks"),
    [
        ((12,), 12, "3.2"),
        ((12, 8), 20, "3.6"),
        ((12, 8, 10), 30, "4"),
        ((12, "৮ টি", "দশটি", 0), 30, "4"),
        (("-", "চলমান", None, 5), 5, "2.8"),
        ((12, 8, "-"), 20, "3.6"),
        ((12, 8, "চলমান"), 20, "3.6"),
        ((12, "নাই"), 12, "3.2"),
        ((3, 1), 4, "0"),
    ],
)
def test_a_sum_is_marked_as_what_the_quarters_so_far_add_up_to(
    typed: tuple[CellValue, ...], value: int, marks: str
) -> None:
    found = result(SUM, *typed)
    assert (found.value, found.marks) == (value, Decimal(marks))
    assert found.raw == ("" if typed[-1] is None else str(typed[-1]))


@pytest.mark.parametrize(
    ("typed", "value", "marks"),
    [
        (("৮৫%", "৮৫%"), 85, "6"),
        ((0.9, "৮০%"), 85, "6"),
        (("৮৫%", None, "৮৪%"), "84.5", "5.4"),
        (("৮০%", "-", "চলমান", "৭০%"), 75, "4.8"),
        (("৮৫%", "৮৫%", "৮৪.৯৯%"), "84.9967", "5.4"),
        (("৮০%", "৮০%", "-"), 80, "5.4"),
    ],
)
def test_a_mean_is_marked_as_the_mean_of_the_quarters_that_report_one(
    typed: tuple[CellValue, ...], value: object, marks: str
) -> None:
    found = result(RATE, *typed)
    assert (found.value, found.marks) == (Decimal(str(value)), Decimal(marks))


def test_the_mean_of_a_falling_scale_is_held_against_it_exactly() -> None:
    days = make_indicator("1.1.1", targets=(3, 5, 7, 10, None), weight=10, method=Method.MEAN)
    assert result(days, 5, 5, 5).marks == 9
    assert result(days, 5, 5, 6).marks == 8
    between = result(days, 3, 3, 4, rule=Rule.PROPORTIONAL)
    assert (between.exact, between.percent) == (Fraction(10, 3), 90 + Fraction(10) * Fraction(5, 3) / 2)


def test_the_other_rule_is_told_by_the_exact_mean_too() -> None:
    found = result(RATE, "৮১%", "৮২%", "৮২%")
    shares = Fraction(245, 3) - 80
    assert marks_under(found, (100, 90, 80, 70, 60), Rule.PROPORTIONAL) == round(
        Decimal(6) * Decimal(float(90 + 2 * shares)) / 100, 2
    )
    assert found.marks == Decimal("5.40")


def test_a_cumulative_count_is_the_latest_alone() -> None:
    found = result(replace(SUM, method=None), 5, 12)
    assert (found.value, found.own, found.before) == (12, 12, ())


def test_a_quarters_own_figure_stays_beside_the_years() -> None:
    found = result(SUM, 12, 8)
    assert (found.own, found.value) == (8, 20)
    assert found.before == (QuarterFigure(Q1, Status.REPORTED, Decimal(12), "12", at("M", 8)),)


# ---- quarters of which the figure is not known ----------------------------------------------------------------------

WEIRD: list[CellValue] = [NARRATIVE, "৩–৪টি", "১৬/০৫/২০২৪", "৯৬%", 45325, True, "৩২,৫"]


@pytest.mark.parametrize("method", [Method.SUM, Method.MEAN])
@pytest.mark.parametrize("typed", WEIRD)
@pytest.mark.parametrize("place", [0, 1])
def test_an_earlier_quarter_that_is_not_understood_is_never_skipped(
    method: Method, typed: CellValue, place: int
) -> None:
    said: list[CellValue] = [12, 12, 12]
    said[place] = typed
    found = assessed(replace(SUM, method=method), *said)
    assert (found.results[0].value, found.results[0].marks) == (None, 0)
    (finding,) = found.findings
    assert (finding.code, finding.cell) == ("earlier-not-read", at("M", 8, Quarter(place + 1)))
    assert finding.params["quarter"] == place + 1


@pytest.mark.parametrize(
    "cell",
    [
        Cell("#REF!", kind=CellKind.ERROR, note="#REF!"),
        Cell(None, kind=CellKind.ERROR, note="#N/A"),
        Cell(None, kind=CellKind.NO_RESULT, note="[1]Sheet1!A1"),
        Cell(None, kind=CellKind.STRUCK, note="১২"),
        Cell(None, kind=CellKind.MERGED, note="M7", fallback=12),
        Cell(None, kind=CellKind.COVERED, note="১২ টি"),
        Cell(None, kind=CellKind.COVERED),
    ],
)
def test_an_earlier_cell_that_shows_no_value_leaves_the_year_without_a_figure(cell: Cell) -> None:
    plan = make_plan(SUM, make_indicator("9.1.1"))
    first, last = forms(plan, "1.1.1", None, 8)
    broken = replace(first.rows[0], achieved=replace(cell, address=at("M", 8)))
    found = assess_form(last, plan, replace(first, rows=(broken, *first.rows[1:])))
    assert found.results[0].marks == 0
    assert ("earlier-not-read", at("M", 8), "1.1.1") in listed(found.findings)


@pytest.mark.parametrize("typed", ["৮৫০%", 850, "-৫%", "১০০.৫%", -20])
def test_an_earlier_percent_that_cannot_be_moves_no_mean(typed: CellValue) -> None:
    found = assessed(RATE, typed, "৪০%")
    assert (found.results[0].value, found.results[0].marks) == (None, 0)
    assert [finding.code for finding in found.findings] == ["earlier-not-read"]


def test_a_value_accepted_in_an_earlier_quarter_goes_into_the_sum() -> None:
    plan = make_plan(SUM)
    first = make_form(plan, {"1.1.1": NARRATIVE}, {"1.1.1": {"accepted": "১২"}})
    found = assess_form(make_form(plan, {"1.1.1": 8}, quarter=Q2), plan, first)
    assert (found.results[0].value, listed(found.findings)) == (20, [])


def test_a_quarter_whose_form_is_gone_is_not_taken_for_nothing() -> None:
    plan = make_plan(SUM, COUNT)
    _, second, third = forms(plan, "1.1.1", 12, 8, 10)
    found = assess_form(third, plan, second)
    assert (found.results[0].value, found.results[0].marks) == (None, 0)
    assert ("earlier-missing", at("M", 8, Q3), "1.1.1") in listed(found.findings)
    assert [code for _, _, code in listed(found.findings)] == ["1.1.1"]


def test_a_quarter_whose_row_is_gone_is_not_taken_for_nothing() -> None:
    plan = make_plan(SUM, make_indicator("9.1.1"))
    first, last = forms(plan, "1.1.1", 12, 8)
    found = assess_form(last, plan, replace(first, rows=first.rows[1:]))
    assert listed(found.findings) == [("earlier-missing", at("M", 8, Q2), "1.1.1")]


def test_a_quarter_in_which_nothing_at_all_was_typed_has_nothing_to_count() -> None:
    plan = make_plan(SUM)
    last = make_form(plan, {"1.1.1": 8}, quarter=Q2)
    found = assess_form(last, plan, make_form(plan))
    assert (found.results[0].value, listed(found.findings)) == (8, [])
    assert found.results[0].before == (QuarterFigure(Q1, Status.NONE),)


def test_what_is_said_of_an_earlier_sheet_is_said_where_its_figures_count() -> None:
    lost = Finding(FindingKind.VALUE_OUTSIDE_ROWS, at("M", 9), params={"text": "5", "row": 9})
    for indicator, told in ((SUM, True), (replace(SUM, method=None), False)):
        plan = make_plan(indicator)
        first = replace(make_form(plan, {"1.1.1": 12}), findings=(lost,))
        found = assess_form(make_form(plan, {"1.1.1": 18}, quarter=Q2), plan, first)
        assert (lost in found.findings) is told


def test_a_row_that_stands_twice_in_an_earlier_form_is_said_where_its_figures_count() -> None:
    plan = make_plan(SUM)
    first = make_form(plan, {"1.1.1": 12})
    doubled = replace(first, rows=(*first.rows, *make_form(plan, {"1.1.1": 5}).rows))
    found = assess_form(make_form(plan, {"1.1.1": 18}, quarter=Q2), plan, doubled)
    assert [finding.code for finding in found.findings] == ["indicator-repeated"]


# ---- what is said of the quarter's own figure -----------------------------------------------------------------------


@pytest.mark.parametrize("method", [Method.SUM, Method.MEAN])
def test_a_figure_below_the_last_quarters_is_no_fault_where_quarters_stand_alone(method: Method) -> None:
    assert listed(assessed(replace(SUM, method=method), 12, 8).findings) == []
    below = listed(assessed(replace(SUM, method=None), 12, 8).findings)
    assert below == [("below-last-quarter", at("M", 8, Q2), "1.1.1")]


@pytest.mark.parametrize(
    ("typed", "codes"), [(None, ["quarter-blank"]), ("  ", ["quarter-blank"]), ("-", []), ("চলমান", [])]
)
def test_a_quarter_left_blank_is_asked_about_and_a_dash_is_an_answer(typed: CellValue, codes: list[str]) -> None:
    found = assessed(SUM, 12, typed)
    assert [finding.code for finding in found.findings] == codes
    assert (found.results[0].value is None) is bool(codes)


def test_a_blank_quarter_is_no_question_where_none_before_had_a_figure() -> None:
    assert listed(assessed(SUM, "-", None).findings) == []


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (("৬০%", "৬০%"), ["percent-out-of-range"]),
        (("৪০%", "৬০%"), []),
        (("৪০%", "৬০.৫%"), ["percent-out-of-range"]),
        (("৬০%", "৬০%", "-"), ["percent-out-of-range"]),
        (("১০%", "১২০%"), ["percent-out-of-range"]),
    ],
)
def test_percents_that_are_added_up_pass_a_hundred_neither_alone_nor_together(
    typed: tuple[CellValue, ...], codes: list[str]
) -> None:
    found = assessed(replace(RATE, method=Method.SUM), *typed)
    assert [finding.code for finding in found.findings] == codes


def test_a_count_that_is_not_whole_is_no_part_of_a_sum() -> None:
    codes = [finding.code for finding in assessed(SUM, 2, 2.5).findings]
    assert codes == ["count-not-whole"]
    assert [finding.code for finding in assessed(SUM, 2.5, 2).findings] == ["earlier-not-read"]


def test_claimed_marks_that_are_the_count_are_told_by_the_quarters_own_count() -> None:
    plan = make_plan(SUM)
    last = make_form(plan, {"1.1.1": 2}, {"1.1.1": {"claimed": 2}}, quarter=Q2)
    found = assess_form(last, plan, make_form(plan, {"1.1.1": 18}))
    assert [finding.code for finding in found.findings] == ["claimed-is-count"]


# ---- as it is collected ---------------------------------------------------------------------------------------------


def test_the_last_value_is_kept_of_every_indicator_and_all_figures_where_they_count() -> None:
    plan = make_plan(DAY, replace(COUNT, method=Method.SUM), PERCENT)
    first = make_form(plan, {"1.1.1": "১০/০৮/২০২৩", "1.2.1": 2, "1.3.1": 80})
    second = make_form(plan, {"1.2.1": "-", "1.3.1": 90}, quarter=Q2)
    found = quarters_before(report_of(first, second), plan, Q3)
    assert {code: (each.quarter, each.cell) for code, each in found.earlier.items()} == {
        "1.1.1": (Q1, at("M", 8)),
        "1.2.1": (Q1, at("M", 9)),
        "1.3.1": (Q2, at("M", 10, Q2)),
    }
    assert [(each.quarter, each.status) for each in found.figures["1.2.1"]] == [
        (Q1, Status.REPORTED),
        (Q2, Status.NONE),
    ]
    assert set(found.figures) == {"1.2.1"}
    assert quarters_before(report_of(first, second), plan, Q1).figures == {"1.2.1": []}


def test_what_can_still_be_earned_is_the_full_weight_until_the_year_ends() -> None:
    found = result(SUM, 12, 3)
    assert (found.marks, found.attainable) == (Decimal("3.2"), 4)
