"""A consolidation as tables: every column, every type, every number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from tests.core.builders import COUNT, PLAN, at, make_indicator, make_plan
from tests.ministry.builders import (
    BEST,
    MINISTRY,
    NOBODY,
    ODD_VALUES,
    PARENT,
    SILENT,
    WEAKEST,
    make_consolidation,
    make_office,
    make_refusal,
    make_source,
    with_values,
)
from xl_apa.core.errors import InputError
from xl_apa.core.model import Rule
from xl_apa.ministry.analysis import statistics
from xl_apa.ministry.export import columns, frames
from xl_apa.ministry.model import MinistryResult
from xl_apa.plans import load_plan

Q1 = "১ম ত্রৈমাসিক"
NONE = float("nan")


def table(types: Mapping[str, str], *rows: tuple[object, ...]) -> pd.DataFrame:
    columns = list(zip(*rows)) or [()] * len(types)
    return pd.DataFrame({name: pd.Series(list(values), dtype=types[name]) for name, values in zip(types, columns)})


# ---- one row per office and indicator -------------------------------------------------------------------------------


def test_tidy_has_a_row_per_office_and_indicator_with_what_was_typed_and_what_it_earned() -> None:
    dol = ("DOL", "শ্রম অধিদপ্তর", PARENT, "2023-24", 1)
    other = ("101", "=1+1 পরিদপ্তর", PARENT, "2023-24", 1)
    silent = ("", "নিম্নতম মজুরি বোর্ড", PARENT, "2023-24", 1)
    indicators = (
        ("1.1.1", "date", "তারিখ", 10.0),
        ("1.2.1", "number", "সংখ্যা", 4.0),
        ("1.3.1", "percent", "%", 6.0),
        ("2.1.1", "number", "সংখ্যা", 5.0),
    )
    day, count, percent, last = indicators
    places = [(Q1, at("M", row), "tier") for row in (8, 9, 10, 11)]
    expected = table(
        columns.TIDY,
        (
            *dol,
            *day,
            "১০/০৮/২০২৩",
            "reported",
            NONE,
            date(2023, 8, 10),
            100,
            10,
            10,
            NONE,
            "in/DOL.xlsx",
            *places[0],
            "date",
            NONE,
        ),
        (*dol, *count, "৩ টি", "reported", 3, None, 90, 3.6, 4, NONE, "in/DOL.xlsx", *places[1], "cumulative", 3),
        (*dol, *percent, "0.85", "reported", 85, None, 100, 6, 6, NONE, "in/DOL.xlsx", *places[2], "cumulative", 85),
        (*dol, *last, "10", "reported", 10, None, 100, 5, 5, NONE, "in/DOL.xlsx", *places[3], "cumulative", 10),
        (*other, *day, "চলমান", "ongoing", NONE, None, 0, 0, 0, NONE, "in/101.xlsx", *places[0], "date", NONE),
        (
            *other,
            *count,
            "একটি সভা হয়েছে",
            "unreadable",
            NONE,
            None,
            0,
            0,
            4,
            NONE,
            "in/101.xlsx",
            *places[1],
            "cumulative",
            NONE,
        ),
        (*other, *percent, "৭০%", "reported", 70, None, 70, 4.2, 6, 6, "in/101.xlsx", *places[2], "cumulative", 70),
        (*other, *last, "-1", "unreadable", None, None, 0, 0, 5, NONE, "in/101.xlsx", *places[3], "cumulative", None),
        (*silent, *day, "", "none", NONE, None, 0, 0, 0, NONE, "in/.xlsx", *places[0], "date", NONE),
        (*silent, *count, "", "none", NONE, None, 0, 0, 4, NONE, "in/.xlsx", *places[1], "cumulative", NONE),
        (*silent, *percent, "", "none", NONE, None, 0, 0, 6, NONE, "in/.xlsx", *places[2], "cumulative", NONE),
        (*silent, *last, "", "none", NONE, None, 0, 0, 5, NONE, "in/.xlsx", *places[3], "cumulative", NONE),
    )
    assert_frame_equal(frames.tidy(MINISTRY), expected)


def test_tidy_names_the_rule_of_each_indicator() -> None:
    plan = make_plan(make_indicator("1.1.1"), make_indicator("1.1.2", rule=Rule.PROPORTIONAL))
    office = make_office(achieved={"1.1.1": 3, "1.1.2": 3}, plan=plan)
    assert frames.tidy(make_consolidation(office, plan=plan))["rule"].tolist() == ["tier", "proportional"]


def test_a_day_long_before_any_calendar_of_pandas_is_kept() -> None:
    frame = frames.tidy(make_consolidation(with_values(make_office(), ODD_VALUES)))
    assert frame["value_date"][0].date() == date(1500, 1, 2)


def test_a_number_too_large_for_a_float_is_infinite() -> None:
    frame = frames.tidy(make_consolidation(with_values(make_office(), ODD_VALUES)))
    assert frame["value_number"][2] == float("inf")


# ---- one row per office ---------------------------------------------------------------------------------------------


def test_offices_stand_by_rank_with_totals_and_counts_of_findings() -> None:
    beside = (NONE, NONE, NONE, "", "", "form", NONE, False)  # nothing earlier, no decisions, no import
    expected = table(
        columns.OFFICES,
        (1, "DOL", "শ্রম অধিদপ্তর", PARENT, True, True, 24.6, 25, 25, 0, 0, 1, date(2023, 10, 5), "in/DOL.xlsx", *beside),
        (2, "101", "=1+1 পরিদপ্তর", PARENT, True, True, 4.2, 25, 15, 2, 2, 0, None, "in/101.xlsx", *beside),
        (3, "", "নিম্নতম মজুরি বোর্ড", PARENT, True, False, 0, 25, 15, 0, 0, 0, None, "in/.xlsx", *beside),
    )
    assert_frame_equal(frames.offices(MINISTRY), expected)


def test_the_matrix_has_a_column_per_indicator_then_total_and_rank() -> None:
    expected = pd.DataFrame(
        {
            "1.1.1": [10.0, 0.0, 0.0],
            "1.2.1": [3.6, 0.0, 0.0],
            "1.3.1": [6.0, 4.2, 0.0],
            "2.1.1": [5.0, 0.0, 0.0],
            "total": [24.6, 4.2, 0.0],
            "rank": [1, 2, 3],
        },
        index=pd.MultiIndex.from_frame(
            pd.DataFrame(
                {
                    "office_code": pd.Series(["DOL", "101", ""], dtype="string"),
                    "office_name": pd.Series(["শ্রম অধিদপ্তর", "=1+1 পরিদপ্তর", "নিম্নতম মজুরি বোর্ড"], dtype="string"),
                }
            )
        ),
    )
    assert_frame_equal(frames.matrix(MINISTRY), expected)


def test_equal_totals_share_a_rank() -> None:
    frame = frames.matrix(make_consolidation(BEST, BEST, SILENT))
    assert frame["rank"].tolist() == [1, 1, 2]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_a_total_is_the_float_of_the_exact_sum(counts: list[int]) -> None:
    plan = make_plan(*(make_indicator(f"1.1.{number}", weight="0.7") for number in range(1, len(counts) + 1)))
    achieved = {indicator.code: count for indicator, count in zip(plan.indicators, counts)}
    office = make_office(achieved=achieved, plan=plan)
    consolidation = make_consolidation(office, plan=plan)
    exact = float(sum(result.marks for result in office.assessment.results))
    assert frames.matrix(consolidation)["total"].tolist() == [exact]
    assert frames.offices(consolidation)["total"].tolist() == [exact]


# ---- findings and sources -------------------------------------------------------------------------------------------


def test_both_rules_stand_side_by_side_with_whose_rank_moves() -> None:
    plan = load_plan()
    near = make_office("near", {"1.4.1": 84}, code="N", plan=plan)
    on = make_office("on", {"1.4.1": 80}, code="O", plan=plan)
    frame = frames.by_rule(make_consolidation(near, on))
    assert frame.to_dict("records") == [
        {
            "office_code": "N",
            "office_name": "near",
            "total_tier": 5.4,
            "total_proportional": 5.88,
            "total_change": 0.48,
            "rank_tier": 1,
            "rank_proportional": 1,
            "rank_change": 0,
        },
        {
            "office_code": "O",
            "office_name": "on",
            "total_tier": 5.4,
            "total_proportional": 5.4,
            "total_change": 0.0,
            "rank_tier": 1,
            "rank_proportional": 2,
            "rank_change": -1,
        },
    ]


def test_the_rule_of_the_consolidation_is_what_both_are_held_against() -> None:
    for office in MINISTRY.offices:
        (own,) = frames.by_rule(make_consolidation(office)).to_dict("records")
        assert own[f"total_{MINISTRY.rule}"] == float(office.assessment.total)


def test_findings_stand_errors_first_in_both_languages() -> None:
    other = ("101", "=1+1 পরিদপ্তর")
    expected = table(
        columns.FINDINGS,
        *(
            (severity, *other, indicator, cell, code, *texts(code, indicator), "in/101.xlsx")
            for severity, indicator, cell, code in (
                ("error", "1.2.1", at("M", 9), "narrative"),
                ("error", "2.1.1", at("M", 11), "count-negative"),
                ("warning", "1.3.1", at("P", 10), "evidence-missing"),
                ("warning", "1.3.1", at("N", 10), "claimed-differs"),
            )
        ),
        (
            "note",
            "DOL",
            "শ্রম অধিদপ্তর",
            "1.3.1",
            at("M", 10),
            "percent-was-fraction",
            "‘০.৮৫’ লেখাটি ৮৫% ধরা হয়েছে।",
            "“0.85” was read as 85%.",
            "in/DOL.xlsx",
        ),
    )
    assert_frame_equal(frames.findings(MINISTRY), expected)


def texts(code: str, indicator: str) -> tuple[str, str]:
    """The sentences of a finding of the weaker office."""
    found = next(each for each in WEAKEST.assessment.findings if (each.code, each.indicator) == (code, indicator))
    return found.text("bn"), found.text("en")


def test_sources_name_every_file_by_path_and_why_it_was_refused() -> None:
    nine, later = datetime(2023, 10, 16, 9, 30), datetime(2023, 10, 16, 9, 35)
    error = InputError("workbook-damaged", path="broken.xlsx")
    expected = table(
        columns.SOURCES,
        ("in/.xlsx", Q1, make_source("in/.xlsx").sha256, nine, "read", "", ""),
        ("in/101.xlsx", Q1, make_source("in/101.xlsx").sha256, nine, "read", "", ""),
        ("in/DOL.xlsx", Q1, make_source("in/DOL.xlsx").sha256, nine, "read", "", ""),
        (
            "in/broken.xlsx",
            "",
            make_source("in/broken.xlsx").sha256,
            later,
            "refused",
            error.text("bn"),
            error.text("en"),
        ),
    )
    assert_frame_equal(frames.sources(MINISTRY), expected)


def test_the_file_that_was_kept_instead_is_named_with_its_folder() -> None:
    error = InputError("office-twice", other="old/a.xlsx", office="A", kept="new/a.xlsx", reason="-")
    assert statistics.reason(make_refusal("old/a.xlsx", error), "en") == error.text("en")
    assert "new/a.xlsx" in statistics.reason(make_refusal("old/a.xlsx", error), "bn")


# ---- in a few numbers -----------------------------------------------------------------------------------------------


def test_the_overview_counts_files_and_offices_and_names_best_and_weakest() -> None:
    best, weakest, _ = MINISTRY.offices
    assert statistics.overview(MINISTRY) == statistics.Overview(
        found=4,
        read=3,
        refused=1,
        offices=3,
        apart=0,
        base=3,
        reported=2,
        mean=Decimal("9.60"),
        mean_reported=Decimal("14.40"),
        best=(best,),
        weakest=(weakest,),
    )


def test_offices_with_equal_totals_are_all_the_best() -> None:
    numbers = statistics.overview(make_consolidation(BEST, BEST, SILENT))
    assert len(numbers.best) == len(numbers.weakest) == 2


def test_where_nobody_reported_there_is_no_best_and_no_mean_of_those_who_did() -> None:
    numbers = statistics.overview(make_consolidation(SILENT))
    assert (numbers.mean, numbers.mean_reported, numbers.best, numbers.weakest) == (Decimal("0.00"), None, (), ())


def test_without_offices_there_is_no_mean() -> None:
    numbers = statistics.overview(NOBODY)
    assert (numbers.found, numbers.read, numbers.refused, numbers.mean) == (2, 0, 2, None)


def test_indicators_have_their_mean_marks_and_the_share_of_offices_with_full_marks() -> None:
    expected = table(
        columns.INDICATORS,
        ("1.1.1", "সূচক 1.1.1", "date", "তারিখ", 10, 3.33, 33.33),
        ("1.2.1", "সূচক 1.2.1", "number", "সংখ্যা", 4, 1.2, 0),
        ("1.3.1", "সূচক 1.3.1", "percent", "%", 6, 3.4, 33.33),
        ("2.1.1", "সূচক 2.1.1", "number", "সংখ্যা", 5, 1.67, 33.33),
    )
    assert_frame_equal(frames.indicators(MINISTRY), expected)


def test_a_mean_is_rounded_half_up() -> None:
    plan = make_plan(make_indicator(targets=(4, 3, 2, 1, None), weight="0.05"))
    full, nothing = (make_office(achieved={"1.1.1": count}, plan=plan) for count in (4, 0))
    assert frames.indicators(make_consolidation(full, nothing, plan=plan))["mean_marks"].tolist() == [0.03]


# ---- none, one, many ------------------------------------------------------------------------------------------------

TABLES: dict[Callable[[MinistryResult], pd.DataFrame], Mapping[str, str]] = {
    frames.tidy: columns.TIDY,
    frames.offices: columns.OFFICES,
    frames.findings: columns.FINDINGS,
    frames.sources: columns.SOURCES,
    frames.indicators: columns.INDICATORS,
}


@pytest.mark.parametrize("consolidation", [NOBODY, make_consolidation(), MINISTRY], ids=["refused", "empty", "some"])
@pytest.mark.parametrize("build", TABLES, ids=lambda build: build.__name__)
def test_columns_and_types_are_always_the_same(
    build: Callable[[MinistryResult], pd.DataFrame], consolidation: MinistryResult
) -> None:
    assert {name: str(kind) for name, kind in build(consolidation).dtypes.items()} == dict(TABLES[build])


def test_an_empty_matrix_has_its_columns() -> None:
    frame = frames.matrix(NOBODY)
    assert list(frame.columns) == ["1.1.1", "1.2.1", "1.3.1", "2.1.1", "total", "rank"]
    assert list(frame.index.names) == ["office_code", "office_name"]
    assert len(frame) == 0


def test_without_offices_every_indicator_is_listed_without_a_mean() -> None:
    frame = frames.indicators(NOBODY)
    assert frame["indicator"].tolist() == [indicator.code for indicator in PLAN.indicators]
    assert frame["mean_marks"].isna().all() and frame["full_marks_percent"].isna().all()


def test_thousands_of_offices_give_thousands_of_rows() -> None:
    consolidation = make_consolidation(*[BEST] * 3000)
    assert len(frames.tidy(consolidation)) == 3000 * len(PLAN.indicators)
    assert frames.indicators(consolidation)["mean_marks"].tolist() == [10, 3.6, 6, 5]
    assert COUNT.code in frames.matrix(consolidation)
