"""What a quarter's sheet is headed with, and what it says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Rule
from xl_apa.plans import load_plan
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Column, FormIdentity, Working


def test_the_official_columns_are_fourteen_and_stand_apart_from_ours() -> None:
    assert len(layout.OFFICIAL_COLUMNS) == 14
    assert len(layout.TARGET_COLUMNS) == 5
    assert Column.GAP not in layout.OFFICIAL_COLUMNS
    assert max(Column) < min(Working)
    assert set(layout.HELPER_COLUMNS) <= set(layout.HEADINGS)


@pytest.mark.parametrize(
    ("quarter", "marks", "remarks"),
    [
        (Quarter.Q1, "(জুলাই-সেপ্টেম্বর) ১ম ত্রৈমাসিক প্রতিবেদন", "(১ম ত্রৈমাসিক অগ্রগতি প্রতিবেদন)"),
        (Quarter.Q2, "(অক্টোবর-ডিসেম্বর) ২য় ত্রৈমাসিক (অর্ধবার্ষিক) প্রতিবেদন", "(২য় ত্রৈমাসিক (অর্ধবার্ষিক) অগ্রগতি প্রতিবেদন)"),
        (Quarter.Q4, "(এপ্রিল-জুন) ৪র্থ ত্রৈমাসিক (বার্ষিক) প্রতিবেদন", "(৪র্থ ত্রৈমাসিক (বার্ষিক) অগ্রগতি প্রতিবেদন)"),
    ],
)
def test_the_second_and_the_fourth_quarter_close_a_half_year_and_the_year(
    quarter: Quarter, marks: str, remarks: str
) -> None:
    assert layout.quarter_title(Layout.MARKS, quarter) == marks
    assert layout.quarter_title(Layout.REMARKS, quarter) == remarks


def test_an_example_says_that_it_is_one() -> None:
    plan = load_plan()
    assert not layout.plan_title(plan).endswith(layout.EXAMPLE_MARK)
    assert layout.plan_title(replace(plan, example=True)).endswith(layout.EXAMPLE_MARK)


def test_labels_have_bengali_digits() -> None:
    assert layout.area_label(1, "ক") == "[১] ক"
    assert layout.code_label("1.2.10", "খ") == "[১.২.১০] খ"
    assert layout.target_heading(FiscalYear(2023)) == "লক্ষ্যমাত্রা ২০২৩-২০২৪"


@pytest.mark.parametrize("rule", Rule)
def test_the_rule_is_named_in_both_languages(rule: Rule) -> None:
    assert layout.rule_line(rule).startswith("নম্বরের নিয়ম: ")
    assert layout.rule_line(rule).endswith(f" ({rule.value})")


IDENTITY = FormIdentity("2023-24", Quarter.Q2, Layout.REMARKS, "45306", "২০২৩-২৪", "SID|1")


def test_what_a_sheet_says_of_itself_is_read_back() -> None:
    assert IDENTITY.text == "2023-24|2|remarks|45306|২০২৩-২৪|SID|1"
    assert FormIdentity.parse(IDENTITY.text) == IDENTITY


@pytest.mark.parametrize("text", ["", "a|b", "2023-24|5|remarks|||", "2023-24|2|other|||", "2023-24|2|remarks||"])
def test_other_text_is_no_identity(text: str) -> None:
    assert FormIdentity.parse(text) is None
