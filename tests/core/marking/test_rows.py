"""A row by itself: what its cells name, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import YEAR, assess_form, make_form, make_plan, printed_targets
from tests.strategies import TIERS, achievements, cell_values, indicators, typed
from xl_apa.core.cells import CellValue
from xl_apa.core.errors import CallError
from xl_apa.core.findings import Finding, FindingKind, gravest
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.marking.rows import (
    PERCENTS,
    check_row,
    read_method,
    read_quarter,
    read_row,
    read_rule,
    read_unit,
    read_weight,
    read_year,
    row_message,
    targets_fault,
)
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.model import Method, Rule, Status, Unit, Value
from xl_apa.core.typed.reading import read_alone

TEN = Decimal(10)
DAYS = ("১৬/০৫/২০২৪", "২৩/০৫/২০২৪", "৩০/০৫/২০২৪", "০৬/০৬/২০২৪", "১৫/০৬/২০২৪")
LONG = "গত ১৭/০৮/২৩খ্রি. তারিখে " + "একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে " * 20


def codes(found: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in found]


# ---- a row is a report of one row -----------------------------------------------------------------------------------


@given(st.data())
def test_a_row_by_itself_earns_what_it_earns_in_a_report(data: st.DataObject) -> None:
    indicator = data.draw(indicators(year=YEAR))
    rule = data.draw(st.sampled_from(Rule))
    value = data.draw(achievements(indicator, YEAR))
    cell = data.draw(typed(value, indicator.unit))
    plan = make_plan(indicator)
    (result,) = assess_form(make_form(plan, {indicator.code: cell}), plan, rule=rule).results
    row = read_row(indicator.unit, cell, printed_targets(indicator), rule, YEAR)
    assert (row.percent or 0, row.marks(indicator.weight) or 0) == (result.percent, result.marks)
    assert row.attainable(indicator.weight, YEAR.quarter_end(Quarter.Q1)) == result.attainable


@given(st.data())
def test_a_row_by_itself_has_the_findings_it_has_in_a_report(data: st.DataObject) -> None:
    indicator = data.draw(indicators(year=YEAR))
    cell = data.draw(cell_values() | achievements(indicator, YEAR).flatmap(lambda value: typed(value, indicator.unit)))
    plan = make_plan(indicator)
    findings = assess_form(make_form(plan, {indicator.code: cell}), plan).findings
    row = read_row(indicator.unit, cell, printed_targets(indicator), year=YEAR)
    alone = list(check_row(row, YEAR, Quarter.Q1))
    assert [(one.code, one.params) for one in alone] == [
        (one.code, one.params) for one in findings if one.indicator and not one.code.startswith("evidence-")
    ]


def test_the_tiers_of_a_row_are_those_of_the_official_table() -> None:
    assert tuple(tier.percent for tier in TIERS) == PERCENTS


# ---- targets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "targets", "read"),
    [
        (Unit.NUMBER, ["৪", "৩ টি", 2.0, "-", None], (4, 3, 2, None, None)),
        (Unit.PERCENT, ["৮৫%", 80, 0.75, "…", ""], (85, 80, 75, None, None)),
        # A percent format: 100% arrives as 1, 95% as 0.95.
        (Unit.PERCENT, [1.0, 0.95, 0.9, 0.85, 0.8], (100, 95, 90, 85, 80)),
        (Unit.PERCENT, [3, 2, 1], (3, 2, 1)),
        (
            Unit.DATE,
            [datetime(2024, 5, 16), 45435.0, "২২/০৪/২০২", 4.0],
            (date(2024, 5, 16), date(2024, 5, 23), date(2024, 4, 22), None),
        ),
        (Unit.NUMBER, [1.0], (1,)),
        (Unit.NUMBER, [1], (1,)),
    ],
)
def test_targets_are_read_as_they_come_from_cells(
    unit: Unit, targets: list[CellValue], read: tuple[Value | None, ...]
) -> None:
    assert read_row(unit, None, targets).targets.values == read


def test_equal_looking_cells_of_another_kind_are_not_taken_for_each_other() -> None:
    assert read_row(Unit.NUMBER, 1, [1]).percent == 100
    fault = targets_fault(read_row(Unit.NUMBER, 1, [True]))
    assert fault is not None
    assert fault.code == "row-target-wrong-type"
    assert read_row(Unit.NUMBER, True, [1]).reading.status is Status.UNREADABLE


@pytest.mark.parametrize(
    ("unit", "targets", "code", "tier"),
    [
        (Unit.NUMBER, [], "row-targets-missing", 100),
        (Unit.NUMBER, ["-", None], "row-targets-missing", 100),
        (Unit.NUMBER, [4, "১৬/০৫/২০২৪"], "row-target-wrong-type", 90),
        (Unit.DATE, [DAYS[0], "-", 4], "row-target-wrong-type", 80),
        (Unit.NUMBER, [4, 3, None, 5], "row-tiers-not-monotone", 70),
        (Unit.DATE, [DAYS[1], DAYS[0], DAYS[2]], "row-tiers-not-monotone", 80),
    ],
)
def test_targets_that_cannot_be_used_are_said_and_nothing_is_marked(
    unit: Unit, targets: list[CellValue], code: str, tier: int
) -> None:
    row = read_row(unit, DAYS[0] if unit is Unit.DATE else 4, targets)
    assert (row.percent, row.marks(TEN)) == (None, None)
    assert row.attainable(TEN, date(2023, 9, 30)) == 0
    (finding,) = check_row(row, YEAR, Quarter.Q4)
    assert finding.code == code
    assert finding.params["tier"] == tier
    assert targets_fault(row) == finding


def test_more_targets_than_tiers_are_refused() -> None:
    with pytest.raises(CallError) as caught:
        read_row(Unit.NUMBER, 1, [6, 5, 4, 3, 2, 1])
    assert caught.value.code == "targets-too-many"


# ---- what an argument names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit"),
    [("তারিখ", Unit.DATE), ("Date", Unit.DATE), (" সংখ্যা ", Unit.NUMBER), ("number", Unit.NUMBER)]
    + [(text, Unit.PERCENT) for text in ("%", "percent", "শতকরা")],
)
def test_a_unit_is_named_in_bangla_or_english(value: str, unit: Unit) -> None:
    assert read_unit(value) is unit


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        (None, Rule.TIER),
        ("", Rule.TIER),
        ("TIER", Rule.TIER),
        ("স্তরভিত্তিক", Rule.TIER),
        ("proportional ", Rule.PROPORTIONAL),
        ("সমানুপাতিক", Rule.PROPORTIONAL),
    ],
)
def test_a_rule_is_named_in_bangla_or_english_and_blank_means_the_tier(value: CellValue, rule: Rule) -> None:
    assert read_rule(value) is rule


@pytest.mark.parametrize(
    "value",
    ["2023-24", "২০২৩-২৪", "2023-2024", "২০২৩–২০২৪", 2023, 2023.0, "2023", "২০২৩", "অর্থবছর ২০২৩-২৪", "FY 2023-24"],
)
def test_a_fiscal_year_is_named_in_many_ways(value: CellValue) -> None:
    assert read_year(value) == FiscalYear(2023)


@pytest.mark.parametrize(
    "value",
    [
        2,
        2.0,
        "2",
        "২",
        "২য়",
        "২য় ত্রৈমাসিক",
        "২\u09df ত্রৈমাসিক",
        "Q2",
        "2nd quarter",
        "second",
        "দ্বিতীয় ত্রৈমাসিক",
        "quarter 2",
        "কোয়ার্টার ২",
    ],
)
def test_a_quarter_is_named_in_many_ways(value: CellValue) -> None:
    assert read_quarter(value) is Quarter.Q2


@pytest.mark.parametrize(("quarter", "text"), [(1, "১ম ত্রৈমাসিক"), (3, "৩য় ত্রৈমাসিক"), (4, "৪র্থ ত্রৈমাসিক"), (4, "চতুর্থ")])
def test_every_sheet_name_names_its_quarter(quarter: int, text: str) -> None:
    assert read_quarter(text) == quarter


@pytest.mark.parametrize(
    ("read", "value", "code"),
    [
        *[
            (read_unit, value, "unit-wrong")
            for value in (None, "", 5, "৪ টি", "১৬/০৫/২০২৪", "#REF!", True, date(2024, 5, 16), "সংখ্যা ও তারিখ")
        ],
        *[
            (read_weight, value, "weight-wrong")
            for value in (None, 0, -1.0, "দশ", True, float("inf"), 1e9, date(2024, 1, 1))
        ],
        *[(read_rule, value, "rule-wrong") for value in ("best", 1.0, True)],
        *[
            (read_year, value, "year-wrong")
            for value in (None, "2023-25", "1999", 23, "2022-23, 2023-24", date(2023, 7, 1))
        ],
        *[(read_quarter, value, "quarter-wrong") for value in (None, 0, 5, 1.5, "১ম ২য়", "half", date(2023, 7, 1))],
    ],
)
def test_an_argument_that_names_nothing_is_refused(read, value: CellValue, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CallError) as caught:
        read(value)
    assert caught.value.code == code
    assert all(caught.value.text(lang) for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("day", "start"), [(date(2023, 7, 1), 2023), (date(2024, 6, 30), 2023), (date(2023, 6, 30), 2022)]
)
def test_a_day_lies_in_its_fiscal_year(day: date, start: int) -> None:
    assert FiscalYear.of(day) == FiscalYear(start)
    assert day in FiscalYear.of(day)


# ---- a cell by itself -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "read"),
    [
        ("৯৬%", Unit.NUMBER, Decimal(96)),
        ("০২ (দুই) টি", Unit.NUMBER, Decimal(2)),
        (0.96, Unit.NUMBER, Decimal("0.96")),
        ("16/05/2024", Unit.DATE, date(2024, 5, 16)),
        (45428.0, Unit.DATE, date(2024, 5, 16)),
        ("-", Unit.DATE, ""),
        (None, Unit.NUMBER, ""),
        ("চলমান", Unit.NUMBER, "not-understood"),
        ("চলমান", Unit.DATE, "date-not-understood"),
        ("৯৬%", Unit.DATE, "date-not-understood"),
        (96.0, Unit.DATE, "date-not-understood"),
        (date(2024, 5, 16), Unit.NUMBER, "not-understood"),
        ("১৬/০৫/২০২৪", Unit.NUMBER, "not-understood"),
        ("১০৭/০৯/২০২৩", Unit.DATE, "date-not-real"),
        ("9" * 400, Unit.NUMBER, "not-understood"),
    ],
)
def test_a_cell_outside_any_row_has_no_unit_to_disagree_with(value: CellValue, unit: Unit, read: object) -> None:
    reading = read_alone(value, unit)
    assert ((reading.kind or "") if reading.value is None else reading.value) == read


# ---- messages -------------------------------------------------------------------------------------------------------


def test_a_long_sentence_is_quoted_in_part_and_offered_without_an_accepted_value_cell() -> None:
    finding = gravest(check_row(read_row(Unit.DATE, LONG, DAYS), YEAR, Quarter.Q1))
    assert finding is not None
    text = row_message(finding, "bn")
    assert len(text) < 255
    assert text.endswith("সম্ভবত ১৭ আগস্ট ২০২৩; ঠিক হলে শুধু সেটি লিখুন।")


def test_the_gravest_message_comes_first() -> None:
    row = read_row(Unit.NUMBER, -1.5, [4, 5, 3])
    assert codes(list(check_row(row, YEAR, Quarter.Q1))) == ["count-negative", "row-tiers-not-monotone"]
    found = [
        Finding(FindingKind.PERCENT_WAS_FRACTION),
        Finding(FindingKind.PERCENT_IS_ONE),
        Finding(FindingKind.COUNT_NEGATIVE),
        Finding(FindingKind.NARRATIVE),
    ]
    assert gravest(found) is found[2]
    assert gravest([]) is None


# ---- a row that knows its quarters ----------------------------------------------------------------------------------

THIRTY = [30, 20, 10, 5, None]


@pytest.mark.parametrize(
    ("earlier", "achieved", "method", "value"),
    [
        ([12, 8], 10, Method.SUM, 30),
        (["১২ টি", None], "১০", Method.SUM, 22),
        (["-", "চলমান", 9], 1, Method.SUM, 10),
        ([12, 8], "-", Method.MEAN, 10),
        ([], 7, Method.MEAN, 7),
        ([12, 8], 10, Method.CUMULATIVE, 10),
        ([12, 8], 10, None, 10),
        ([12, "দুই-তিন"], 10, Method.SUM, None),
        ([12, 45325], 10, Method.MEAN, None),
        ([12, True], 10, Method.SUM, None),
        ([12], None, Method.SUM, None),
        ([-2], 12, Method.SUM, None),
    ],
)
def test_a_row_by_itself_is_marked_by_the_figure_its_quarters_come_to(
    earlier: list[CellValue], achieved: CellValue, method: Method | None, value: int | None
) -> None:
    row = read_row(Unit.NUMBER, achieved, THIRTY, earlier=earlier, method=method)
    assert row.figure.scored == value
    assert (row.percent is None) is (value is None)


def test_what_a_row_finds_in_its_quarters_is_said_without_a_cell() -> None:
    def codes(earlier: list[CellValue], achieved: CellValue, method: Method, unit: Unit = Unit.NUMBER) -> list[str]:
        row = read_row(unit, achieved, THIRTY, earlier=earlier, method=method)
        found = list(check_row(row, YEAR, Quarter.Q2))
        assert [finding.cell for finding in found] == [""] * len(found)
        return [finding.code for finding in found]

    assert codes([12, LONG], 5, Method.SUM) == ["earlier-not-read"]
    assert codes([12], 5, Method.CUMULATIVE) == ["below-last-quarter"]
    assert codes([12], 5, Method.MEAN) == codes([5], 12, Method.CUMULATIVE) == []
    assert codes(["৬০%"], "৬০%", Method.SUM, Unit.PERCENT) == ["percent-out-of-range"]


@pytest.mark.parametrize(
    ("value", "method"),
    [
        ("sum", Method.SUM),
        ("সমষ্টি", Method.SUM),
        (" গড় ", Method.MEAN),
        ("গড\u09bc", Method.MEAN),
        ("Mean", Method.MEAN),
        ("ক্রমপুঞ্জিভূত", Method.CUMULATIVE),
        ("cumulative", Method.CUMULATIVE),
        ("তারিখ", Method.DATE),
        ("", None),
        (None, None),
    ],
)
def test_a_method_is_known_by_its_name_in_either_language(value: CellValue, method: Method | None) -> None:
    assert read_method(value) is method


@pytest.mark.parametrize("value", ["total", 1.0, True, "সমষ্টি গড়", date(2024, 5, 16)])
def test_what_is_no_method_is_told(value: CellValue) -> None:
    with pytest.raises(CallError) as caught:
        read_method(value)
    assert caught.value.code == "method-wrong"


@pytest.mark.parametrize(
    ("unit", "method"), [(Unit.DATE, Method.SUM), (Unit.DATE, Method.CUMULATIVE), (Unit.NUMBER, Method.DATE)]
)
def test_a_method_that_does_not_fit_the_unit_is_told(unit: Unit, method: Method) -> None:
    with pytest.raises(CallError) as caught:
        read_row(unit, 1, THIRTY, method=method)
    assert caught.value.code == "method-unfit"


def test_a_year_has_no_more_than_three_quarters_before_one() -> None:
    with pytest.raises(CallError) as caught:
        read_row(Unit.NUMBER, 1, THIRTY, earlier=[1, 2, 3, 4], method=Method.SUM)
    assert caught.value.code == "quarters-too-many"
