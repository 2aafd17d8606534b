"""Which row belongs to which indicator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import COUNT, DAY, OTHER, PERCENT, PLAN, at, listed, make_indicator, make_plan, make_row
from tests.strategies import cell_values
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.matching import match_rows, printed_code, printed_targets
from xl_apa.core.model import Achievement, Unit
from xl_apa.plans import load_plan

ALIKE = make_plan(
    make_indicator("1.5.1", targets=(4, 3, 2, 1, None)),
    make_indicator("2.1.1", targets=(4, 3, 2, 1, None)),
    make_indicator("2.1.2", targets=(4, 3, 2, 1, None)),
)
"""Three indicators that nothing but the code tells apart, like 1.5.1, 2.1.1 and 2.1.2 in 2023-24."""


def rows(**changes: dict[str, CellValue]) -> list[Achievement]:
    """The rows of PLAN; changes by `row8`, `row9` …"""
    return [make_row(one, number, **changes.get(f"row{number}", {})) for number, one in enumerate(PLAN.indicators, 8)]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("[১.২.১] ইতঃপূর্বে বাস্তবায়িত", "1.2.1"),
        ("[1.2.1] Services", "1.2.1"),
        ("[১.2.১]", "1.2.1"),
        ("১.২.১ সেবা", "1.2.1"),
        ("১.২.১. সেবা", "1.2.1"),
        ("[ ১. ২ .১ ] সেবা", "1.2.1"),
        ("[১.৪] ই-নথির ব্যবহার", "1.4"),
        ("[২] প্রাতিষ্ঠানিক দক্ষতা বৃদ্ধি", "2"),
        ("১", "1"),
        ("সেবা [১.২.১]", ""),
        ("", ""),
    ],
)
def test_the_code_stands_at_the_start_of_a_label(label: str, code: str) -> None:
    assert printed_code(Cell(label)) == code


def test_rows_belong_to_their_codes_in_any_order() -> None:
    found = rows()
    matching = match_rows(PLAN, found[::-1])
    assert matching.findings == ()
    assert matching.rows == dict(zip(("1.1.1", "1.2.1", "1.3.1", "2.1.1"), found))


def test_a_row_without_a_code_is_known_by_unit_weight_and_targets() -> None:
    found = rows(row9={"label": "সেবার ডাটাবেজ"}, row10={"label": "[১.৩] ই-নথি"})
    matching = match_rows(PLAN, found)
    assert matching.rows == dict(zip(("1.1.1", "1.2.1", "1.3.1", "2.1.1"), found))
    assert listed(matching.findings) == [
        ("code-does-not-fit", at("E", 9), "1.2.1"),
        ("code-does-not-fit", at("E", 10), "1.3.1"),
    ]
    assert [finding.params for finding in matching.findings] == [
        {"printed": "-", "code": "1.2.1"},
        {"printed": "1.3", "code": "1.3.1"},
    ]


def test_a_wrong_code_does_not_keep_a_row_from_its_indicator() -> None:
    # The day's row is numbered like the count, and the other way round.
    found = rows(row8={"label": "[১.২.১] ক"}, row9={"label": "[১.১.১] খ"})
    matching = match_rows(PLAN, found)
    assert (matching.rows["1.1.1"], matching.rows["1.2.1"]) == (found[0], found[1])
    assert {finding.code for finding in matching.findings} == {"code-does-not-fit"}


def test_one_target_in_common_is_enough_and_the_most_in_common_win() -> None:
    plan = make_plan(make_indicator("1.1.1", targets=(9, 3, 2, 1, None)), make_indicator("1.1.2", targets=(4, 3, 2, 1)))
    row = make_row(plan.indicators[1], label="[৭.৭.৭] অন্য")
    assert dict(match_rows(plan, [row]).rows) == {"1.1.2": row}
    partly = make_row(plan.indicators[0], label="[৭.৭.৭] অন্য", targets=("৯", "-", "-", "-", "-"))
    assert dict(match_rows(plan, [partly]).rows) == {"1.1.1": partly}


def test_a_right_code_holds_when_unit_or_weight_was_changed() -> None:
    found = rows(row8={"unit": "সংখ্যা"}, row9={"weight": 5.0}, row10={"unit": None, "weight": None})
    matching = match_rows(PLAN, found)
    assert matching.findings == ()
    assert matching.rows == dict(zip(("1.1.1", "1.2.1", "1.3.1", "2.1.1"), found))


def test_a_row_that_fits_its_own_code_is_not_taken_for_another() -> None:
    # The first row has lost its code and looks like all three; the two that have theirs keep it.
    lost, second, third = (
        make_row(one, number, **({"label": "কর্মশালা"} if number == 8 else {}))
        for number, one in enumerate(ALIKE.indicators, 8)
    )
    assert dict(match_rows(ALIKE, [lost, second, third]).rows) == {"2.1.1": second, "2.1.2": third, "1.5.1": lost}


def test_rows_alike_are_taken_in_the_order_of_the_plan() -> None:
    found = [make_row(one, number, label="কর্মশালা") for number, one in enumerate(ALIKE.indicators, 8)]
    assert dict(match_rows(ALIKE, found).rows) == dict(zip(("1.5.1", "2.1.1", "2.1.2"), found))


def test_the_misprinted_codes_of_the_labour_report_find_their_rows() -> None:
    plan = load_plan("2023-24")
    printed = {"1.4.1": "[১.৪] ক", "1.5.1": "[১.৫] খ", "1.5.2": "[১.৫.১] গ", "2.1.1": "[১.৫.২] ঘ"}
    found = [
        make_row(one, number, label=printed.get(one.code, f"[{one.code}] চ"))
        for number, one in enumerate(plan.indicators, 8)
    ]
    matching = match_rows(plan, found)
    assert dict(matching.rows) == dict(zip((one.code for one in plan.indicators), found))
    assert [finding.params for finding in matching.findings if finding.code == "code-does-not-fit"] == [
        {"printed": "1.4", "code": "1.4.1"},
        {"printed": "1.5", "code": "1.5.1"},
        {"printed": "1.5.1", "code": "1.5.2"},
        {"printed": "1.5.2", "code": "2.1.1"},
    ]


# ---- what does not fit ----------------------------------------------------------------------------------------------


def test_a_missing_row_is_told() -> None:
    matching = match_rows(PLAN, rows()[1:])
    assert listed(matching.findings) == [("indicator-missing", "", "1.1.1")]
    assert "1.1.1" not in matching.rows


def test_a_repeated_row_is_told_and_the_first_is_used() -> None:
    found = rows()
    again = make_row(COUNT, 12, achieved=3)
    matching = match_rows(PLAN, [*found, again])
    assert listed(matching.findings) == [("indicator-repeated", at("E", 12), "1.2.1")]
    assert matching.rows["1.2.1"] is found[1]


@pytest.mark.parametrize(("label", "shown"), [("[৩.১.১] সূচক", "3.1.1"), ("অন্য একটি সূচক", "অন্য একটি সূচক")])
def test_a_row_that_is_not_in_the_plan_is_told(label: str, shown: str) -> None:
    stranger = make_row(make_indicator("3.1.1", weight=99), 12, label=label)
    matching = match_rows(PLAN, [*rows(), stranger])
    assert listed(matching.findings) == [("indicator-unknown", at("E", 12), "")]
    assert matching.findings[0].params == {"code": shown}


def test_a_row_of_the_same_kind_but_with_other_targets_is_unknown() -> None:
    stranger = make_row(make_indicator("3.1.1", targets=(40, 30, 20, 15, None)), 12)
    found = rows()
    matching = match_rows(PLAN, [found[0], *found[2:], stranger])
    assert listed(matching.findings) == [("indicator-unknown", at("E", 12), ""), ("indicator-missing", "", "1.2.1")]


def test_no_rows_at_all_means_every_indicator_is_missing() -> None:
    matching = match_rows(PLAN, [])
    assert listed(matching.findings) == [("indicator-missing", "", one.code) for one in (DAY, COUNT, PERCENT, OTHER)]


# ---- the targets a row prints ---------------------------------------------------------------------------------------


def test_printed_targets_are_values_or_the_text_that_cannot_be_read() -> None:
    row = make_row(DAY, targets=("১৬/০৫/২০২৪", "-", None, "কাল", "২২/০৬/২০২৪"))
    assert printed_targets(row, Unit.DATE)[1:4] == [None, None, "কাল"]


@given(st.lists(st.lists(cell_values(), min_size=9, max_size=9), max_size=4))
def test_no_row_can_break_the_matching(found: list[list[CellValue]]) -> None:
    wild = [
        make_row(DAY, number, label=label, unit=unit, weight=weight, area=area, targets=targets)
        for number, (label, unit, weight, area, *targets) in enumerate(found)
    ]
    matching = match_rows(PLAN, wild)
    missing = [finding.indicator for finding in matching.findings if finding.code == "indicator-missing"]
    assert sorted([*matching.rows, *missing]) == sorted(one.code for one in PLAN.indicators)
    told = [finding for finding in matching.findings if finding.code in ("indicator-unknown", "indicator-repeated")]
    assert len(matching.rows) + len(told) == len(wild)


# ---- units with names of their own ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["সংখ্যা ও তারিখ", "জন", "কোটি টাকা", "মেঃ টন", ""])
def test_a_row_with_a_wrong_code_is_known_by_unit_weight_and_targets_whatever_its_unit_is_called(name: str) -> None:
    one, other = (
        make_indicator(code, targets=targets, name=name) for code, targets in (("1.1.1", (9, 8)), ("1.1.2", (4, 3)))
    )
    matching = match_rows(make_plan(one, other), [make_row(one, 8), make_row(other, 9, label="[৭.৭.৭] সূচক")])
    assert {code: row.label.address for code, row in matching.rows.items()} == {
        "1.1.1": at("E", 8),
        "1.1.2": at("E", 9),
    }
