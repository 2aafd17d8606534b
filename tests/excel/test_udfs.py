"""The worksheet functions: whatever a cell or range holds, they give marks, a value, a sentence or blank text."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.excel.alone import run_alone
from tests.strategies import achievements, cell_values, indicators, typed
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.marking.scoring import attainable_for, build_scale, marks_for, percent_for
from xl_apa.core.messages import CATALOGUE, render
from xl_apa.core.model import Indicator, Rule, Unit
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.excel import udf_conversion, udfs
from xl_apa.excel.udfs import (
    apa_attainable,
    apa_bangla,
    apa_check,
    apa_date,
    apa_explain,
    apa_marks,
    apa_number,
    apa_table,
    apa_tier,
)
from xl_apa.plans import load_plan

FILES = Path(__file__).parent.parent / "files"
FUNCTIONS = [getattr(udfs, name) for name in udfs.__all__]
YEAR = FiscalYear(2023)
DAYS = ["১৬/০৫/২০২৪", "২৩/০৫/২০২৪", "৩০/০৫/২০২৪", "০৬/০৬/২০২৪", "১৫/০৬/২০২৪"]
COUNTS = [4.0, 3.0, 2.0, 1.0, "-"]
PERCENTS = [0.85, 0.8, 0.75, 0.7, 0.6]
FAULT = CATALOGUE["function-fault"].bn.split("(")[0]
BENGALI = "০১২৩৪৫৬৭৮৯"


def tried(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None)


# ---- marks, tier, attainable ----------------------------------------------------------------------------------------

MARKED = [
    # unit, weight, achieved, targets, rule, tier percent, marks
    ("তারিখ", 10.0, "১৬/০৫/২০২৪", DAYS, "tier", 100, 10),
    ("date", 10.0, datetime(2024, 5, 20), DAYS, "tier", 90, 9),
    ("Date", "১০", 45432.0, DAYS, "proportional", pytest.approx(660 / 7), 9.43),
    ("তারিখ", 10.0, "20.05.24", DAYS, "সমানুপাতিক", pytest.approx(660 / 7), 9.43),
    ("তারিখ", 10.0, date(2024, 6, 16), DAYS, "tier", 0, 0),
    ("সংখ্যা", 4.0, "০২ (দুই) টি", COUNTS, "স্তরভিত্তিক", 80, 3.2),
    ("number", 4, 2, COUNTS, None, 80, 3.2),
    ("number", 4, 9.0, COUNTS, "tier", 100, 4),
    ("%", 6.0, 0.82, PERCENTS, "tier", 90, 5.4),
    ("percent", 6.0, "৮২%", ["৮৫%", "৮০%", "৭৫%", "৭০%", "৬০%"], "proportional", 94, 5.64),
    ("%", 6.0, 1.0, [1.0, 0.95], "tier", 0, 0),
    ("সংখ্যা", 4.0, "চলমান", COUNTS, "tier", 0, 0),
    ("সংখ্যা", 4.0, "চলমান", ["?"], "tier", 0, 0),
    ("সংখ্যা", 4.0, None, COUNTS, "tier", "", ""),
    ("সংখ্যা", 4.0, " - ", COUNTS, "tier", "", ""),
    ("সংখ্যা", 4.0, "গত মাসে ১টি কর্মশালা হয়েছে", COUNTS, "tier", "", ""),
    ("সংখ্যা", 4.0, "১৬/০৫/২০২৪", COUNTS, "tier", "", ""),
    ("সংখ্যা", 4.0, 3.0, [1.0, 3.0, 2.0], "tier", "", ""),
    ("সংখ্যা", 4.0, 3.0, None, "tier", "", ""),
    (None, None, None, None, "tier", "", ""),
    (None, " ", "", [None, [None, ""]], "tier", "", ""),
]


@pytest.mark.parametrize(("unit", "weight", "achieved", "targets", "rule", "percent", "marks"), MARKED)
def test_an_indicator_earns_its_tier_percent_and_marks(
    unit: object, weight: object, achieved: object, targets: object, rule: object, percent: object, marks: object
) -> None:
    assert apa_tier(unit, achieved, targets, rule) == percent
    assert apa_marks(unit, weight, achieved, targets, rule) == marks


@tried(60)
@given(st.data())
def test_marks_are_those_of_core(data: st.DataObject) -> None:
    indicator = data.draw(indicators(year=YEAR))
    rule = data.draw(st.sampled_from(Rule))
    value = data.draw(achievements(indicator, YEAR))
    targets = shaped(data, [printed_target(data, indicator, place) for place in range(5)])
    given_row = (indicator.unit.bangla, float(indicator.weight), data.draw(typed(value, indicator.unit)), targets)
    scale = build_scale(indicator.unit, indicator.targets, (100, 90, 80, 70, 60))
    percent = percent_for(scale, value, rule)
    assert apa_tier(given_row[0], *given_row[2:], rule.value) == float(percent)
    assert apa_marks(*given_row, rule.value) == float(marks_for(indicator.weight, percent))
    as_of = data.draw(st.dates(YEAR.first_day, YEAR.last_day))
    still = attainable_for(indicator.unit, scale, indicator.weight, Rule.TIER, value, as_of, YEAR)
    assert apa_attainable(*given_row, as_of) == float(still)


def printed_target(data: st.DataObject, indicator: Indicator, place: int) -> object:
    target = indicator.targets[place]
    if target is None:
        return data.draw(st.sampled_from([None, "", "-", "---", "…"]))
    if indicator.unit is Unit.PERCENT and target == 1:
        return "1%"
    return data.draw(typed(target, indicator.unit))


def shaped(data: st.DataObject, values: list[object]) -> object:
    """The same cells as a row, a column, a block, or ragged."""
    cut = data.draw(st.integers(0, len(values)))
    return data.draw(
        st.sampled_from([values, tuple(values), [values], [[value] for value in values], [values[:cut], values[cut:]]])
    )


@pytest.mark.parametrize("name", ["labour_2023-24_q1", "sid_2023-24_q2"])
def test_the_two_real_reports_earn_what_a_careful_reader_found(name: str) -> None:
    report = json.loads((FILES / f"{name}.expected.json").read_text(encoding="utf-8"))
    plan = {indicator.code: indicator for indicator in load_plan("2023-24").indicators}
    rows, expected = [], []
    for row in report["rows"]:
        indicator = plan[row["code"]]
        given_value = row["value"] if row["status"] == "reported" else {"ongoing": "চলমান"}.get(row["status"], "-")
        rows.append([indicator.unit.bangla, float(indicator.weight), *map(in_a_form, indicator.targets), given_value])
        expected.append(("", "") if row["status"] == "none" else (row["percent"], row["marks"]))
    answers = apa_table(rows, report["fiscal_year"], report["quarter"])
    assert [tuple(answer[:2]) for answer in answers] == expected
    assert [apa_marks(*row[:2], row[7], row[2:7]) for row in rows] == [marks for _, marks in expected]
    assert [apa_tier(row[0], row[7], row[2:7]) for row in rows] == [percent for percent, _ in expected]
    assert round(sum(answer[1] or 0 for answer in answers), 2) == {"labour": 17.4, "sid": 17.8}[name.split("_")[0]]


def in_a_form(target: object) -> object:
    if isinstance(target, Decimal):
        return float(target)
    return target.strftime("%d/%m/%Y") if isinstance(target, date) else "-"


@pytest.mark.parametrize(
    ("unit", "achieved", "targets", "as_of", "marks"),
    [
        ("তারিখ", None, DAYS, "১৬/০৫/২০২৪", 10),
        ("তারিখ", "চলমান", DAYS, datetime(2024, 5, 17), 9),
        ("তারিখ", "", DAYS, 45459.0, 0),
        ("তারিখ", "২৩/০৫/২০২৪", DAYS, "2024-06-30", 9),
        ("সংখ্যা", 1.0, COUNTS, "2024-06-30", 10),
        ("সংখ্যা", "কয়েকটি", [None, 3.0], "2024-06-30", 9),
        ("সংখ্যা", 1.0, [1.0, 2.0, 1.0], "2024-06-30", 0),
        (None, None, None, "2024-06-30", 10),
    ],
)
def test_what_can_still_be_earned_on_a_day(
    unit: object, achieved: object, targets: object, as_of: object, marks: float
) -> None:
    found = apa_attainable(unit, 10.0, achieved, targets, as_of)
    assert found == (marks if unit else render("unit-wrong", "bn", {"text": ""}))


# ---- messages -------------------------------------------------------------------------------------------------------

CHECKED = [
    # unit, weight, achieved, targets, code of the message or ""
    ("তারিখ", 10.0, "১৬/০৮/২০২৩", DAYS, ""),
    ("তারিখ", 10.0, "চলমান", DAYS, ""),
    ("তারিখ", 10.0, None, DAYS, ""),
    (None, None, None, [None] * 5, ""),
    ("তারিখ", 10.0, "১০৭/০৯/২০২৩", DAYS, "date-not-real"),
    ("তারিখ", 10.0, "১৬/০৮/২০২২", DAYS, "date-outside-year"),
    ("তারিখ", 10.0, "০১/০১/২০২৪", DAYS, "date-after-quarter"),
    ("তারিখ", 10.0, 96.0, DAYS, "unit-mismatch"),
    ("সংখ্যা", 4.0, -1.0, COUNTS, "count-negative"),
    ("সংখ্যা", 4.0, 1.5, COUNTS, "count-not-whole"),
    ("সংখ্যা", 4.0, "গত মাসে ১টি কর্মশালা হয়েছে", COUNTS, "narrative"),
    ("%", 6.0, 1.0, PERCENTS, "percent-is-one"),
    ("%", 6.0, 0.96, PERCENTS, "percent-was-fraction"),
    ("%", 6.0, 101.0, PERCENTS, "percent-out-of-range"),
    ("%", 6.0, 0.96, [], "row-targets-missing"),
    ("সংখ্যা", 4.0, 3.0, [1.0, 3.0, 2.0], "row-tiers-not-monotone"),
    ("সংখ্যা", 4.0, 3.0, [4.0, "তিন-চার"], "row-target-wrong-type"),
    ("৪ টি", 4.0, 3.0, COUNTS, "unit-wrong"),
    (None, 4.0, 3.0, COUNTS, "unit-wrong"),
    ("সংখ্যা", "চার", 3.0, COUNTS, "weight-wrong"),
    ("সংখ্যা", [4.0, 5.0], 3.0, COUNTS, "one-cell"),
    ("সংখ্যা", 4.0, 3.0, [COUNTS, COUNTS], "targets-too-many"),
]


@pytest.mark.parametrize(("unit", "weight", "achieved", "targets", "code"), CHECKED)
def test_the_gravest_message_about_an_indicator_is_given_in_bangla(
    unit: object, weight: object, achieved: object, targets: object, code: str
) -> None:
    message = apa_check(unit, weight, achieved, targets, "২০২৩-২৪", "২য় ত্রৈমাসিক")
    assert is_from(message, code) if code else message == ""


def is_from(message: object, code: str) -> bool:
    """Whether a text begins as the catalogue's sentence of this code does, up to its first parameter."""
    start, _, rest = CATALOGUE[code].bn.partition("{")
    end = rest.rpartition("}")[2].partition("।")[0]
    return isinstance(message, str) and message.startswith(start) and end in message


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: apa_check("%", 6, 96, PERCENTS, "2023", "৫"), "quarter-wrong"),
        (lambda: apa_check("%", 6, 96, PERCENTS, "গত বছর", 1), "year-wrong"),
        (lambda: apa_marks("%", 6, 96, PERCENTS, "best"), "rule-wrong"),
        (lambda: apa_tier("১৬/০৫/২০২৪", 96, PERCENTS), "unit-wrong"),
        (lambda: apa_marks("%", None, 96, PERCENTS), "weight-wrong"),
        (lambda: apa_attainable("%", 6, 96, PERCENTS, None), "date-wrong"),
        (lambda: apa_explain("%", 6, [[96], [97]], PERCENTS), "one-cell"),
        (lambda: apa_date("১০৭/০৯/২০২৩ খ্রি."), "date-not-real"),
        (lambda: apa_date("16052024"), "date-not-understood"),
        (lambda: apa_number("অনেকগুলো"), "not-understood"),
    ],
)
def test_what_cannot_be_used_is_said_in_the_cell(call: Callable[[], object], code: str) -> None:
    message = call()
    assert is_from(message, code)
    assert len(str(message)) < 200


def test_a_value_that_a_text_may_mean_is_offered() -> None:
    assert "৭ সেপ্টেম্বর ২০২৩" in apa_date("১০৭/০৯/২০২৩ খ্রি.")
    assert "১৬ মে ২০২৪" in apa_date("16052024")


def test_an_explanation_is_one_bangla_sentence() -> None:
    said = apa_explain("তারিখ", 10, "20/05/2024", DAYS, "proportional")
    assert said == (
        "অর্জন ২০ মে ২০২৪, যা ৯০% স্তরের ২৩ মে ২০২৪ ও ১০০% স্তরের ১৬ মে ২০২৪, এ দুইয়ের মাঝে, "
        "তাই সমানুপাতিক হারে ৯৪.২৯%: ১০-এর মধ্যে ৯.৪৩ নম্বর।"
    )
    assert apa_explain(None, None, None, None) == ""


# ---- a cell ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("১৬/০৫/২০২৪", date(2024, 5, 16)),
        ("১৬ই মে, ২০২৪", date(2024, 5, 16)),
        (45428.0, date(2024, 5, 16)),
        (datetime(2024, 5, 16, 10, 30), date(2024, 5, 16)),
        (None, ""),
        ("-", ""),
    ],
)
def test_a_date_stays_a_date_so_that_excel_shows_one(text: object, day: object) -> None:
    assert apa_date(text) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("০১ (এক) টি", 1), ("৯৬%", 96), ("১২,৩৪,৫৬৭", 1234567), (3.5, 3.5), (0.1 + 0.2, 0.3), (None, ""), ("…", "")],
        # A number in a cell with a date format arrives as a day of 1900 or as a time.
        *[(datetime(1900, 4, 5), 96), (time(12), 0.5), (timedelta(hours=6), 0.25)],
    ],
)
def test_a_number_is_understood_in_any_digits(text: object, number: object) -> None:
    assert apa_number(text) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (17.8, "১৭.৮"),
        (50.0, "৫০"),
        (-3, "-৩"),
        (0.1 + 0.2, "০.৩"),
        (1e20, "১০০০০০০০০০০০০০০০০০০০০"),
        (datetime(2024, 6, 5), "৫ জুন ২০২৪"),
        (date(2023, 12, 31), "৩১ ডিসেম্বর ২০২৩"),
        ("2023-24", "২০২৩-২৪"),
        (None, ""),
        (float("nan"), ""),
        (True, "True"),
    ],
)
def test_bengali_digits(value: object, text: str) -> None:
    assert apa_bangla(value) == text


# ---- units with names of their own, tiers of any plan ---------------------------------------------------------------

SEVEN = [100.0, 95.0, 87.5, 75.0, 62.5, 50.0, 33.33]


@pytest.mark.parametrize(
    ("unit", "achieved", "targets", "marks"),
    [
        ("জন", "১২০ জন", [120.0, 100.0, 80.0, 60.0, 40.0], 10),
        ("সংখ্যা (জন)", "১০০ (একশত) জন", [120.0, 100.0, 80.0, 60.0, 40.0], 9),
        ("কোটি টাকা", "৫.৫ কোটি টাকা", [5.5, 5.0, 4.5, 4.0, 3.5], 10),
        ("কোটি টাকা", 4.5, ["৫.৫ কোটি", "৫", 4.5, "৪ কোটি টাকা", "-"], 8),
        ("টাকা", "১,২০,০০০ টাকা", [150000.0, 120000.0, 100000.0, 80000.0, 60000.0], 9),
        ("টাকা", "১ লক্ষ ২০ হাজার", [150000.0, 120000.0, 100000.0, 80000.0, 60000.0], 9),
        ("মেঃ টন", "৩ মে. টন", [5.0, 4.0, 3.0, 2.0, 1.0], 8),
        ("জনঘন্টা", "২৫০ জনঘণ্টা", [300.0, 250.0, 200.0, 150.0, 100.0], 9),
        ("কেজি", 0.5, [1.0, 0.9, 0.8, 0.7, 0.5], 6),
        ("দিন", "৫ দিন", [3.0, 5.0, 7.0, 10.0, 15.0], 9),
    ],
)
def test_a_unit_of_any_name_is_marked_and_its_name_may_be_repeated(
    unit: str, achieved: object, targets: list[object], marks: float
) -> None:
    assert apa_marks(unit, 10.0, achieved, targets) == marks
    assert apa_check(unit, 10.0, achieved, targets, "2023-24", 4) == "" or "হাজার" in str(achieved)
    assert apa_table([[unit, 10.0, *targets, achieved]], "2023-24", 4)[0][1] == marks


@pytest.mark.parametrize(
    ("unit", "achieved", "code"),
    [
        ("জন", "১২০ %", "unit-mismatch"),
        ("জন", "১২০ টাকা", "unit-mismatch"),
        ("কোটি টাকা", "৫০ লক্ষ টাকা", "unit-unclear"),
        ("কোটি টাকা", "৫ টাকা", "unit-unclear"),
        ("জন", 2.5, "count-not-whole"),
        ("কোটি টাকা", 2.5, ""),
        ("৫", 2.5, "unit-wrong"),
        ("সংখ্যা ও তারিখ", 2.0, "unit-wrong"),
        (date(2024, 5, 16), 2.0, "unit-wrong"),
        (4.0, 2.0, "unit-wrong"),
    ],
)
def test_another_unit_than_the_rows_is_said(unit: object, achieved: object, code: str) -> None:
    message = apa_check(unit, 10.0, achieved, [200.0, 100.0, 2.0], "2023-24", 4)
    assert is_from(message, code) if code else message == ""
    assert code == "" or not isinstance(apa_marks(unit, 10.0, achieved, [200.0, 2.0]), float)


@pytest.mark.parametrize(
    ("tiers", "achieved", "tier"),
    [
        (SEVEN, 7.0, 100),
        (SEVEN, 5.0, 87.5),
        (SEVEN, 1.0, 33.33),
        (SEVEN, 0.0, 0),
        ([[100.0]], 7.0, 100),
        ([[1.0], [0.875], [0.5]], 6.0, 87.5),
        (["১০০%", "৮৭.৫%", "৬২.৫%"], "৫", 62.5),
        ([87.5, 62.5], 6.0, 62.5),
        (None, 6.0, 90),
    ],
)
def test_tiers_of_another_plan_are_given_with_the_targets(tiers: object, achieved: object, tier: float) -> None:
    count = len(udf_conversion.cells(tiers)) if tiers else 5
    targets = [7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0][:count]
    assert apa_tier("সংখ্যা", achieved, targets, "tier", tiers) == tier
    assert apa_marks("সংখ্যা", 8.0, achieved, targets, "tier", tiers) == pytest.approx(tier * 8 / 100, abs=0.005)
    best = 87.5 if tiers == [87.5, 62.5] else 100
    assert apa_attainable("সংখ্যা", 8.0, achieved, targets, "2024-05-15", tiers) == best * 0.08
    assert apa_table([["সংখ্যা", 8.0, *targets, achieved]], "2023-24", 4, "tier", tiers)[0][0] == tier
    assert apa_check("সংখ্যা", 8.0, achieved, targets, "2023-24", 4, tiers) == ""
    assert apa_explain("সংখ্যা", 8.0, achieved, targets, "tier", tiers) != ""


@pytest.mark.parametrize(
    "tiers", [[100, 90, 90], [90, 100], [110, 90], [100, 0], [100, "নব্বই"], list(range(100, 20, -10)), [100, None, 90]]
)
def test_tiers_that_do_not_fall_are_refused(tiers: list[object]) -> None:
    assert is_from(apa_tier("সংখ্যা", 4.0, [4.0, 3.0], "tier", tiers), "tiers-wrong")


@given(st.lists(st.decimals("0.01", 100, places=2), min_size=2, max_size=7, unique=True), st.integers(0, 8))
def test_any_falling_tiers_give_their_own_percent(drawn: list[Decimal], achieved: int) -> None:
    tiers = [float(percent) for percent in sorted(drawn, reverse=True)]
    assume(tiers[0] > 1)
    targets = [float(len(tiers) - place) for place in range(len(tiers))]
    expected = 0.0 if achieved == 0 else tiers[max(len(tiers) - achieved, 0)]
    assert apa_tier("টি", achieved, targets, "tier", tiers) == pytest.approx(expected)


# ---- a table --------------------------------------------------------------------------------------------------------

TABLE = [
    ["তারিখ", 10.0, *DAYS, "১৬/০৮/২০২৩"],
    [None] * 8,
    ["সংখ্যা", 4.0, *COUNTS, "চলমান"],
    ["সংখ্যা", 4.0, *COUNTS, None],
    ["%", 6.0, *PERCENTS, 120.0],
    ["16/05/2024", 6.0, *PERCENTS, 0.5],
]


def test_a_table_is_answered_row_by_row() -> None:
    answers = apa_table(TABLE, "2023-24", 1)
    assert [answer[:2] for answer in answers] == [[100, 10], ["", ""], [0, 0], ["", ""], ["", ""], ["", ""]]
    assert [answer[2] for answer in answers[:4]] == ["", "", "", ""]
    assert is_from(answers[4][2], "percent-out-of-range")
    assert is_from(answers[5][2], "unit-wrong")


def test_a_table_says_what_the_single_functions_say() -> None:
    for rule in ("tier", "সমানুপাতিক"):
        for row, answer in zip(TABLE[:5], apa_table(TABLE[:5], 2023.0, "Q1", rule)):
            unit, weight, *targets, achieved = row
            assert answer == [
                apa_tier(unit, achieved, targets, rule),
                apa_marks(unit, weight, achieved, targets, rule),
                apa_check(unit, weight, achieved, targets, "২০২৩-২৪", "১"),
            ]


@pytest.mark.parametrize(
    ("rows", "shape"),
    [(None, 1), ([], 1), ([[]], 1), (TABLE[0], 1), ([TABLE[0]], 1), ([["সংখ্যা"], [], [None, 4.0]], 3), ("সংখ্যা", 1)],
)
def test_a_table_of_any_shape_gives_three_cells_a_row(rows: object, shape: int) -> None:
    answers = apa_table(rows, "2023-24", 1)
    assert [len(answer) for answer in answers] == [3] * shape


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((TABLE, "2023-25", 1), "year-wrong"),
        ((TABLE, "2023-24", 0), "quarter-wrong"),
        ((TABLE, "2023-24", 1, "?"), "rule-wrong"),
        (([[*TABLE[0], 5.0], [None]], "2023-24", 1), "table-too-wide"),
    ],
)
def test_a_call_that_cannot_be_answered_says_so_in_every_row_that_is_not_blank(
    arguments: tuple[list[list[object]], object], code: str
) -> None:
    answers = apa_table(*arguments)
    for row, answer in zip(arguments[0], answers):
        assert answer[:2] == ["", ""]
        assert answer[2] == "" if set(row) == {None} else is_from(answer[2], code)


def test_blank_columns_beside_a_table_do_not_matter() -> None:
    assert apa_table([[*TABLE[0], None, " "]], "2023-24", 1) == apa_table([TABLE[0]], "2023-24", 1)


# ---- anything at all ------------------------------------------------------------------------------------------------

_ODD = st.sampled_from(
    [
        *[b"x", 1 + 2j, object(), Decimal("NaN"), datetime(2024, 5, 16, tzinfo=UTC), time(12), timedelta(3), {}, set()],
        *[-2146826246, 10**400, "9" * 5000, -0.0, 1e308, date.min, date.max, "ক" * 40000, "\ud800"],
    ]
)
_ANYTHING = st.recursive(cell_values() | _ODD, lambda inner: st.lists(inner, max_size=9), max_leaves=30)
_SENSIBLE = st.sampled_from(
    ["তারিখ", "সংখ্যা", "%", 10.0, "2023-24", 2, "tier", "proportional", DAYS, COUNTS, PERCENTS, TABLE, "২", 0.9]
)


@pytest.mark.parametrize("function", FUNCTIONS, ids=udfs.__all__)
@tried(150)
@given(data=st.data())
def test_no_input_of_any_type_raises_or_ends_in_a_fault(function: Callable[..., object], data: st.DataObject) -> None:
    answer = function(*(data.draw(_SENSIBLE | _ANYTHING) for _ in inspect.signature(function).parameters))
    for shown in udf_conversion.cells(answer):
        assert shown is None or isinstance(shown, (str, float, date))
        assert FAULT not in str(shown)
        assert not isinstance(shown, float) or abs(shown) < float("inf")
        assert not isinstance(shown, str) or "Traceback" not in shown


@tried(60)
@given(st.data())
def test_a_number_understood_is_the_one_core_reads(data: st.DataObject) -> None:
    cell = data.draw(cell_values())
    for function, unit in ((apa_number, Unit.NUMBER), (apa_date, Unit.DATE)):
        reading = parse_achievement(udf_conversion.one(cell), unit)
        if reading.value is not None and not (isinstance(reading.value, Decimal) and abs(reading.value) >= 10**300):
            assert function(cell) == (reading.value if unit is Unit.DATE else float(reading.value))


# ---- for Excel ------------------------------------------------------------------------------------------------------


def test_the_functions_are_those_of_the_module() -> None:
    own = [name for name, value in vars(udfs).items() if name.startswith("apa_") and callable(value)]
    assert sorted(own) == udfs.__all__


HEAVY = ("pandas", "numpy", "openpyxl", "xlsxwriter", "python_calamine", "lxml", "click", "rich")


def test_the_import_loads_no_heavy_library_and_no_package_that_it_does_not_need() -> None:
    # xlwings itself takes pandas where it is installed; without any of them the functions must still be there.
    loaded = run_alone(
        f"""
        import sys
        for name in {HEAVY!r}:
            sys.modules[name] = None
        import xlwings
        import xl_apa.excel.udfs as udfs
        assert udfs.apa_marks("%", 6, "৯৬%", ["৮৫%"]) == 6
        print([name for name in sys.modules if name.startswith("xl_apa.") and name.count(".") == 1])
        """
    )
    assert sorted(json.loads(loaded.replace("'", '"'))) == ["xl_apa._version", "xl_apa.core", "xl_apa.excel"]


CALLS = [
    ("apa_marks", [[["তারিখ"]], [[10.0]], [["20/05/2024"]], [DAYS]], [[9.0]]),
    ("apa_marks", [[["সংখ্যা"]], [[4]], [["২ টি"]], [[4.0], [3.0], [""], [None], ["-"]], [["proportional"]]], [[0.0]]),
    ("apa_marks", [[["সংখ্যা"]], [[4]], [["৩ টি"]], [[4.0], [2.0]], [["proportional"]]], [[3.8]]),
    ("apa_tier", [[["%"]], [[0.82]], [PERCENTS]], [[90.0]]),
    ("apa_tier", [[["%"]], [[None]], [[None]]], [[""]]),
    (
        "apa_check",
        [[["সংখ্যা"]], [[4]], [[-1.0]], [COUNTS], [["2023-24"]], [[2.0]]],
        [[render("count-negative", "bn", {"value": -1})]],
    ),
    ("apa_explain", [[["সংখ্যা"]], [[4]], [["চলমান"]], [COUNTS], [[None]]], [[render("explain-ongoing", "bn")]]),
    ("apa_attainable", [[["তারিখ"]], [[10]], [[None]], [DAYS], [[45434.0]]], [[9.0]]),
    ("apa_number", [[["৯৬%"], [""], [3]]], [[96.0], [""], [3.0]]),
    ("apa_bangla", [[[17.8, "2023"], [None]]], [["১৭.৮", "২০২৩"], ["", ""]]),
    ("apa_bangla", [[["ক"]]], [["ক"]]),
    ("apa_table", [[TABLE[0], [None] * 8, ["সংখ্যা", 4.0]], [["2023-24"]], [[1]]], None),
    ("apa_table", [[TABLE[0]], [["২০২৩-২৪"]], [["১ম ত্রৈমাসিক"]], [["tier"]]], [[100.0, 10.0, ""]]),
]


@pytest.fixture(scope="module")
def through_xlwings() -> list[object]:
    """What the functions give when xlwings calls them, with its own converters for arguments and results."""
    calls = [{"func_name": name, "args": arguments} for name, arguments, _ in CALLS]
    calls.append({"func_name": "apa_date", "args": [[["16/05/2024"], ["?"]]]})
    found = run_alone(
        """
        import asyncio, json, sys
        import xlwings
        from xlwings.server import custom_functions_call
        from xl_apa.excel import udfs
        rest = {"version": xlwings.__version__, "client": "Office.js", "date_format": "dd/mm/yyyy", "runtime": "1.4",
                "culture_info_name": "en-US", "caller_address": "Sheet1!A1", "content_language": "en-US"}
        print(json.dumps([asyncio.run(custom_functions_call({**rest, **call}, udfs)) for call in json.load(sys.stdin)]))
        """,
        json.dumps(calls),
        XLWINGS_ON_SERVER="true",
        XLWINGS_LICENSE_KEY="noncommercial",
    )
    answers = json.loads(found)
    assert len(answers) == len(calls)
    return list(answers)


@pytest.mark.parametrize("place", range(len(CALLS)), ids=[f"{place}-{call[0]}" for place, call in enumerate(CALLS)])
def test_a_function_works_through_the_converters_of_xlwings(place: int, through_xlwings: list[object]) -> None:
    name, arguments, expected = CALLS[place]
    if expected is None:
        assert through_xlwings[place] == getattr(udfs, name)(*arguments)
    else:
        assert through_xlwings[place] == expected


def test_a_date_reaches_excel_as_a_serial_number_with_a_date_format(through_xlwings: list[object]) -> None:
    (shown,), (message,) = through_xlwings[-1]  # type: ignore[misc]
    assert shown["basicValue"] == 45428
    assert "yyyy" in shown["numberFormat"].lower()
    assert is_from(message, "date-not-understood")


def test_quarters_and_years_of_the_sheets_are_understood() -> None:
    for quarter in Quarter:
        assert apa_check("সংখ্যা", 4, 2, COUNTS, YEAR.label_bn, f"{quarter.ordinal_bn} ত্রৈমাসিক") == ""


# ---- a row that knows its quarters ----------------------------------------------------------------------------------

THIRTY = [30.0, 20.0, 10.0, 5.0, "-"]
BY_QUARTER = [
    # unit, achieved, targets, quarters before, method, tier percent
    ("সংখ্যা", 10.0, THIRTY, [[12.0, 8.0]], "sum", 100),
    ("সংখ্যা", "১০ টি", THIRTY, [["১২ টি"], ["আটটি"]], "সমষ্টি", 100),
    ("সংখ্যা", 10.0, THIRTY, [12.0, None, 8.0], "sum", 100),
    ("সংখ্যা", "-", THIRTY, [12.0, "চলমান"], "sum", 80),
    ("সংখ্যা", 10.0, THIRTY, 12.0, "mean", 80),
    ("%", 0.85, PERCENTS, [[0.85, "৮৪%"]], "গড়", 90),
    ("%", 0.85, PERCENTS, [[0.85, None]], "mean", 100),
    ("সংখ্যা", 10.0, THIRTY, [[12.0, 8.0]], "cumulative", 80),
    ("সংখ্যা", 10.0, THIRTY, [[12.0, 8.0]], "", 80),
    ("সংখ্যা", 10.0, THIRTY, [[12.0, 8.0]], None, 80),
    ("তারিখ", datetime(2024, 5, 20), DAYS, ["-"], "date", 90),
    ("সংখ্যা", 10.0, THIRTY, ["দুই-তিন"], "sum", ""),
    ("সংখ্যা", 10.0, THIRTY, [45325.0], "mean", ""),
    ("%", 0.4, PERCENTS, [850.0], "mean", ""),
    ("সংখ্যা", None, THIRTY, [12.0], "sum", ""),
]


@pytest.mark.parametrize(("unit", "achieved", "targets", "earlier", "method", "percent"), BY_QUARTER)
def test_quarters_before_and_a_method_make_the_figure_that_is_marked(
    unit: object, achieved: object, targets: object, earlier: object, method: object, percent: object
) -> None:
    assert apa_tier(unit, achieved, targets, "tier", None, earlier, method) == percent
    marks = "" if percent == "" else percent / 10  # type: ignore[operator]
    assert apa_marks(unit, 10.0, achieved, targets, "tier", None, earlier, method) == marks


def test_functions_say_what_the_quarters_before_make_of_a_row() -> None:
    row = ("সংখ্যা", 10.0, 10.0, THIRTY)
    assert "১২ + ৮ + ১০ = ৩০" in apa_explain(*row, "tier", None, [12.0, 8.0], "sum")
    assert apa_check(*row, "2023-24", 2, None, [12.0], "sum") == ""
    assert apa_check(*row, "2023-24", 2, None, [12.0]) == render(
        "below-last-quarter", "bn", {"value": 10, "before": 12}
    )
    told = apa_check(*row, "2023-24", 3, None, [12.0, "দুই-তিন"], "sum")
    assert told == render("earlier-not-read", "bn", {"quarter": Quarter.Q2, "text": "দুই-তিন"})
    assert apa_attainable(*row, "30/06/2025", None, [12.0], "sum") == 10


@pytest.mark.parametrize(
    ("earlier", "method", "code"),
    [
        (None, "total", "method-wrong"),
        ([1.0, 2.0, 3.0, 4.0], "sum", "quarters-too-many"),
        (None, "date", "method-unfit"),
    ],
)
def test_a_method_or_quarters_that_cannot_be_are_a_sentence(earlier: object, method: str, code: str) -> None:
    first = CATALOGUE[code].bn.split("{")[0]
    for said in (
        apa_tier("সংখ্যা", 1.0, THIRTY, "tier", None, earlier, method),
        apa_marks("সংখ্যা", 1.0, 1.0, THIRTY, "tier", None, earlier, method),
        apa_check("সংখ্যা", 1.0, 1.0, THIRTY, "2023-24", 1, None, earlier, method),
        apa_explain("সংখ্যা", 1.0, 1.0, THIRTY, "tier", None, earlier, method),
        apa_attainable("সংখ্যা", 1.0, 1.0, THIRTY, "01/07/2023", None, earlier, method),
    ):
        assert str(said).startswith(first)


def test_a_table_takes_the_quarters_before_and_a_method_for_all_or_for_each_row() -> None:
    rows = [["সংখ্যা", 10.0, *THIRTY, 10.0], ["%", 10.0, *PERCENTS, "৮৪%"], ["তারিখ", 10.0, *DAYS, "-"], [None] * 8]
    before = [[12.0, 8.0], ["৮৫%", "৮৬%"], ["-", None], [None, None]]
    methods = [["sum"], ["গড়"], [""], [None]]
    answers = apa_table(rows, "2023-24", 3, "tier", None, before, methods)
    assert answers == [[100, 10, ""], [100, 10, ""], ["", "", ""], ["", "", ""]]
    assert apa_table(rows[:1], "2023-24", 3, "tier", None, before[:1], "mean") == [[80, 8, ""]]
    assert apa_table(rows[:1], "2023-24", 3)[0][0] == 80
    assert apa_table(rows[:2], "2023-24", 3, "tier", None, before[:1], "sum")[1][0] == 90
    assert apa_table(rows[:1], "2023-24", 3, "tier", None, None, "total")[0][2].startswith("গণনা পদ্ধতি ‘total’")


@tried(40)
@given(st.data())
def test_a_sum_and_a_mean_are_those_of_core(data: st.DataObject) -> None:
    indicator = data.draw(indicators(year=YEAR, unit=data.draw(st.sampled_from([Unit.NUMBER, Unit.PERCENT]))))
    most = max(target for target in indicator.targets if isinstance(target, Decimal)) + 2
    # What cannot be, or cannot be meant, goes into no sum and no mean.
    possible = achievements(indicator, YEAR).map(lambda value: min(value, most, Decimal(100)))  # type: ignore[type-var]
    values = data.draw(st.lists(possible, min_size=1, max_size=4))
    typed_in = [data.draw(typed(value, indicator.unit)) for value in values]
    numbers = [Fraction(value) for value in values]  # type: ignore[arg-type]
    targets = [printed_target(data, indicator, place) for place in range(5)]
    scale = build_scale(indicator.unit, indicator.targets, (100, 90, 80, 70, 60))
    for method, figure in (("sum", sum(numbers)), ("mean", sum(numbers) / len(numbers))):
        beyond = indicator.unit is Unit.PERCENT and figure > 100
        percent = "" if beyond else float(percent_for(scale, Fraction(figure), Rule.PROPORTIONAL))
        found = apa_tier(indicator.unit.bangla, typed_in[-1], targets, "proportional", None, typed_in[:-1], method)
        assert found == percent
