"""The sentence that says how the marks of a row came about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.core.builders import (
    COUNT,
    PLAN,
    assess_form,
    make_form,
    make_indicator,
    make_plan,
    make_report,
    printed_targets,
)
from tests.strategies import achievements, indicators
from xl_apa.core.assess import assess
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.explaining import explain_result, explain_row, figure_line
from xl_apa.core.marking.rating import Targets, rate_row
from xl_apa.core.marking.rows import read_row, row_message, targets_fault
from xl_apa.core.messages.excel.explanations import EXPLANATIONS
from xl_apa.core.model import Method, Rule, Unit

TEN = Decimal(10)
DAYS = ("১৬/০৫/২০২৪", "২৩/০৫/২০২৪", "৩০/০৫/২০২৪", "০৬/০৬/২০২৪", "১৫/০৬/২০২৪")
LONG = "গত ১৭/০৮/২৩খ্রি. তারিখে " + "একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে " * 20

EXPLAINED: list[tuple[str, Unit, CellValue, Sequence[CellValue], Rule, str]] = [
    ("explain-none", Unit.NUMBER, None, (4, 3, 2, 1), Rule.TIER, "Nothing is reported"),
    ("explain-ongoing", Unit.NUMBER, "চলমান", (4, 3, 2, 1), Rule.TIER, "still going on"),
    ("explain-unreadable", Unit.NUMBER, "কার্যক্রম গ্রহণ করা হয়েছে", (4, 3), Rule.TIER, "গ্রহণ করা হয়েছে”"),
    ("explain-unreadable-offer", Unit.DATE, LONG, DAYS, Rule.TIER, "(possibly 17 August 2023)"),
    (
        "explain-best",
        Unit.NUMBER,
        7,
        (4, 3, 2, 1),
        Rule.PROPORTIONAL,
        "7 meets the best (100%) target, 4: 10.00 marks of 10.",
    ),
    ("explain-best-skipped", Unit.NUMBER, 3, (None, 3, 2), Rule.TIER, "no target for 100%: 9.00 marks of 10."),
    (
        "explain-reached",
        Unit.PERCENT,
        "৮২%",
        ("৮৫%", "৮০%"),
        Rule.TIER,
        "82% meets the 90% target, 80%, but not the 100% target, 85%: 9",
    ),
    ("explain-reached", Unit.PERCENT, "৮০%", ("৮৫%", "৮০%"), Rule.PROPORTIONAL, "80% meets the 90% target"),
    (
        "explain-reached-skipped",
        Unit.NUMBER,
        3,
        (4, "-", "…", 2),
        Rule.TIER,
        "(there is none for 90% and 80%): 7.00 marks",
    ),
    ("explain-between", Unit.DATE, "20/05/2024", DAYS, Rule.PROPORTIONAL, "in proportion is 94.29%: 9.43 marks of 10."),
    (
        "explain-between-skipped",
        Unit.NUMBER,
        3,
        (4, None, 2),
        Rule.PROPORTIONAL,
        "(there is none for 90%), which in proportion is 90%",
    ),
    ("explain-below", Unit.DATE, "30/06/2024", DAYS, Rule.TIER, "lowest (60%) target, 15 June 2024"),
    (
        "explain-below-skipped",
        Unit.NUMBER,
        1,
        (4, 3, 2),
        Rule.PROPORTIONAL,
        "no target for 70% and 60%, so the marks are 0",
    ),
]


@pytest.mark.parametrize(("code", "unit", "achieved", "targets", "rule", "part"), EXPLAINED)
def test_one_sentence_says_how_the_marks_came_about(
    code: str, unit: Unit, achieved: CellValue, targets: Sequence[CellValue], rule: Rule, part: str
) -> None:
    row = read_row(unit, achieved, targets, rule)
    assert part in explain_row(row, TEN, "en")
    pattern = re.sub(r"\\{\w+\\}", ".*", re.escape(EXPLANATIONS[code].bn))
    assert re.fullmatch(pattern, explain_row(row, TEN, "bn"))


def test_every_explanation_is_brought_about() -> None:
    assert {code for code, *_ in EXPLAINED} == set(EXPLANATIONS)


@given(st.data())
def test_an_explanation_names_the_marks_it_explains(data: st.DataObject) -> None:
    indicator = data.draw(indicators())
    rule = data.draw(st.sampled_from(Rule))
    row = read_row(indicator.unit, data.draw(achievements(indicator)), printed_targets(indicator), rule)
    marks = row.marks(indicator.weight)
    # A number far above the targets has no marks.
    assume(row.reading.value is not None)
    assert marks is not None
    said = re.findall(r": ([\d.]+) marks of", explain_row(row, indicator.weight, "en")) or ["0"]
    assert Decimal(said[0]) == marks


@pytest.mark.parametrize("targets", [[], [4, "১৬/০৫/২০২৪"], [4, 3, None, 5]])
def test_targets_that_cannot_be_used_are_the_explanation(targets: list[CellValue]) -> None:
    row = read_row(Unit.NUMBER, 4, targets)
    fault = targets_fault(row)
    assert fault is not None
    assert explain_row(row, TEN, "bn") == row_message(fault, "bn")


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("typed", [None, "চলমান", "3", "একটি সভা হয়েছে", "০", "9"])
def test_an_indicator_of_an_assessment_is_explained_as_its_row_is(typed: CellValue, rule: Rule) -> None:
    report = make_report(make_form(PLAN, {"1.2.1": typed}))
    result = assess(report, PLAN, Quarter.Q1, rule=rule).results[1]
    row = rate_row(
        Unit.NUMBER, Targets.of(COUNT.unit, COUNT.targets, PLAN.percents), rule, Cell(typed), year=PLAN.fiscal_year
    )
    for lang in ("bn", "en"):
        assert explain_result(result, PLAN.percents, lang) == explain_row(row, COUNT.weight, lang)


# ---- how the year's figure came about -------------------------------------------------------------------------------

TARGETS = (30, 20, 10, 5)
MADE: list[tuple[Unit, Method, tuple[CellValue, ...], CellValue, str, str]] = [
    (Unit.NUMBER, Method.SUM, (12, 8), 10, "Sum of the year: 12 + 8 + 10 = 30. 30 meets the best", "১২ + ৮ + ১০ = ৩০"),
    (Unit.NUMBER, Method.SUM, (12, None), 10, "12 + 0 + 10 = 22 (0 for a quarter without", "১২ + ০ + ১০ = ২২"),
    (Unit.NUMBER, Method.SUM, (12,), "-", "Sum of the year: 12 + 0 = 12 (0 for", "১২ + ০ = ১২"),
    (Unit.NUMBER, Method.MEAN, (12, 8), 10, "Mean of the year: (12 + 8 + 10) ÷ 3 = 10. 10", "(১২ + ৮ + ১০) ÷ ৩ = ১০"),
    (Unit.NUMBER, Method.MEAN, (12, "চলমান"), 8, "(12 + 8) ÷ 2 = 10 (a quarter without", "(১২ + ৮) ÷ ২ = ১০"),
    (Unit.PERCENT, Method.MEAN, ("৮৫%", 0.84), "৮৪%", "(85 + 84 + 84) ÷ 3 = 84.3333%. 84.3333%", "= ৮৪.৩৩৩৩%"),
    (Unit.NUMBER, Method.CUMULATIVE, (12, 18), 25, "the latest figure, 25, counts. 25 meets", "শেষ ত্রৈমাসিকের ২৫ গণ্য"),
    (Unit.DATE, Method.DATE, ("-",), "20/05/2024", "The day counts once: 20 May 2024. 20", "২০ মে ২০২৪"),
]


@pytest.mark.parametrize(("unit", "method", "earlier", "achieved", "en", "bn"), MADE)
def test_an_explanation_says_which_figure_counts_and_how_it_was_made(
    unit: Unit, method: Method, earlier: tuple[CellValue, ...], achieved: CellValue, en: str, bn: str
) -> None:
    targets = DAYS if unit is Unit.DATE else ("৯৫%", "৮০%") if unit is Unit.PERCENT else TARGETS
    row = read_row(unit, achieved, targets, earlier=earlier, method=method)
    assert en in explain_row(row, TEN, "en")
    assert bn in explain_row(row, TEN, "bn")


@pytest.mark.parametrize("method", [Method.SUM, Method.MEAN])
def test_an_earlier_quarter_that_was_not_understood_is_the_explanation(method: Method) -> None:
    said = explain_row(read_row(Unit.NUMBER, 10, TARGETS, earlier=[12, LONG], method=method), TEN, "en")
    assert said.startswith("The achievement of quarter 2, “গত ১৭/০৮/২৩খ্রি.")
    assert "marks of" not in said


@pytest.mark.parametrize("method", [None, *(each for each in Method if each is not Method.DATE)])
def test_without_quarters_before_there_is_nothing_more_to_say(method: Method | None) -> None:
    plain = explain_row(read_row(Unit.NUMBER, 10, TARGETS), TEN, "bn")
    assert explain_row(read_row(Unit.NUMBER, 10, TARGETS, method=method), TEN, "bn") == plain


def test_a_results_line_is_that_of_its_quarters() -> None:
    indicator = make_indicator("1.1.1", targets=(30, 20, 10, 5, None), method=Method.SUM)
    plan = make_plan(indicator)
    forms = [make_form(plan, {"1.1.1": value}, quarter=quarter) for quarter, value in zip(Quarter, (12, "-", 8))]
    (result,) = assess_form(forms[-1], plan, *forms[:-1]).results
    assert (figure_line(result, "bn"), figure_line(result, "en")) == ("১২ + ০ + ৮ = ২০", "12 + 0 + 8 = 20")
    (first,) = assess_form(forms[0], plan).results
    assert figure_line(first, "bn") == ""


@pytest.mark.parametrize(
    ("unit", "name", "shown"),
    [
        (Unit.NUMBER, "কোটি টাকা", "6 কোটি টাকা meets the best (100%) target, 5 কোটি টাকা:"),
        (Unit.NUMBER, "জন", "6 জন meets the best (100%) target, 5 জন:"),
        (Unit.NUMBER, "মেঃ টন", "6 মেঃ টন meets the best (100%) target, 5 মেঃ টন:"),
        (Unit.NUMBER, "", "6 meets"),
        (Unit.NUMBER, "সংখ্যা ও তারিখ", "6 meets"),
        (Unit.PERCENT, "শতকরা হার", "6% meets"),
    ],
)
def test_an_explanation_shows_the_unit_by_its_name(unit: Unit, name: str, shown: str) -> None:
    row = read_row(unit, 6, [5, 4, 3], unit_name=name)
    assert explain_row(row, TEN, "en").startswith(shown)
