"""The lines of the summary, as they read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.builders import PLAN
from tests.ministry.report.bangla import WORDS
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import CATALOGUE
from xl_apa.core.model import Method, Rollup, Rule
from xl_apa.ministry.analysis.rollup import RolledUp
from xl_apa.ministry.report import sentences
from xl_apa.ministry.summary_sheets import Sheet


@pytest.mark.parametrize("sheet", Sheet)
def test_every_sheet_with_a_table_has_a_title_and_says_something_without_rows(sheet: Sheet) -> None:
    assert sentences.sheet_title(WORDS, sheet, filled=True) == WORDS.title(sheet)
    if sheet is not Sheet.OVERVIEW:
        assert sentences.sheet_title(WORDS, sheet, filled=False) == CATALOGUE[sentences.NO_ROW[sheet]].bn


def rolled(how: Rollup, offices: int, counted: int, reached: int = 0) -> RolledUp:
    indicator = replace(PLAN.indicators[0], rollup=how)
    return RolledUp(indicator, None, counted, reached, offices, None)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (rolled(Rollup.SUM, 12, 12), "১২টি দপ্তরের সমষ্টি"),
        (rolled(Rollup.MEAN, 12, 3), "গড়: ১২টির মধ্যে ৩টি দপ্তরের অর্জন"),
        (rolled(Rollup.SHARE, 12, 9, 7), "৭/১২ দপ্তর সর্বোচ্চ স্তরে; অর্জন জানিয়েছে ৯টি"),
        (rolled(Rollup.SUM, 12, 0), "১২টি দপ্তরের কোনোটির অর্জন পাওয়া যায়নি"),
        (rolled(Rollup.SUM, 0, 0), ""),
        (rolled(Rollup.OWN, 1, 1), "মন্ত্রণালয়ের নিজের অর্জন"),
        (rolled(Rollup.OWN, 1, 0), "মন্ত্রণালয়ের নিজের প্রতিবেদনে অর্জন নেই"),
        (rolled(Rollup.OWN, 0, 0), "মন্ত্রণালয়ের নিজের প্রতিবেদন নেই"),
    ],
)
def test_it_says_how_a_value_came_about(value: RolledUp, line: str) -> None:
    assert sentences.how_line(WORDS, value, registered=True) == line


@pytest.mark.parametrize(("method", "word"), [(Method.SUM, "সমষ্টি"), (Method.MEAN, "গড়")])
def test_it_says_where_each_office_has_a_figure_of_the_year(method: Method, word: str) -> None:
    value = replace(rolled(Rollup.SUM, 12, 12), indicator=replace(PLAN.indicators[1], method=method))
    line = f"১২টি দপ্তরের সমষ্টি; প্রতি দপ্তরের বছরের অর্জন: ত্রৈমাসিকগুলোর {word}"
    assert sentences.how_line(WORDS, value, registered=True) == line


def test_without_a_register_nobody_knows_which_office_is_the_ministry() -> None:
    assert sentences.how_line(WORDS, rolled(Rollup.OWN, 0, 0), registered=False).endswith("দপ্তর-তালিকা ছাড়া জানা যায় না")


def test_the_form_is_named_after_the_ministry_whatever_its_name() -> None:
    assert sentences.form_title(WORDS, "শ্রম মন্ত্রণালয়", 12) == "শ্রম মন্ত্রণালয়: ১২টি দপ্তরের সমন্বিত প্রতিবেদন"
    # What somebody is called is not a number to be put into other digits.
    assert sentences.form_title(WORDS, "101 {x}", 1) == "101 {x}: ১টি দপ্তরের সমন্বিত প্রতিবেদন"
    assert sentences.form_title(WORDS, "", 3) == "মন্ত্রণালয়ের সমন্বিত প্রতিবেদন: ৩টি দপ্তর"
    assert sentences.form_title(WORDS, "শ্রম মন্ত্রণালয়", 0) == "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।"


def test_the_rule_is_told_with_the_indicators_that_have_another() -> None:
    assert sentences.rule_text(WORDS, PLAN, None) == "নম্বরের নিয়ম: স্তরভিত্তিক (tier)"
    area = PLAN.areas[0]
    activity = area.activities[0]
    other = replace(activity.indicators[0], rule=Rule.PROPORTIONAL)
    activities = (replace(activity, indicators=(other, *activity.indicators[1:])), *area.activities[1:])
    plan = replace(PLAN, areas=(replace(area, activities=activities), *PLAN.areas[1:]))
    assert sentences.rule_text(WORDS, plan, None) == "নম্বরের নিয়ম: স্তরভিত্তিক (tier); ব্যতিক্রম: ১.১.১ সমানুপাতিক"
    assert sentences.rule_text(WORDS, plan, Rule.PROPORTIONAL) == "নম্বরের নিয়ম: সমানুপাতিক (proportional)"
    assert sentences.basis_line(WORDS, PLAN, Quarter.Q2, None).split(" · ")[1:] == [
        "২য় ত্রৈমাসিক (অক্টোবর-ডিসেম্বর)",
        "নম্বরের নিয়ম: স্তরভিত্তিক (tier)",
    ]


def test_short_lines() -> None:
    assert sentences.out_of_line(WORDS, "17.5", ["1.2.1", "2.1.1"]) == "১৭.৫-এর মধ্যে; ১.২.১, ২.১.১ বাদ"
    assert (sentences.band(WORDS, 20, 30), sentences.tier_heading(WORDS, 90)) == ("২০-৩০%", "৯০%")
    counts = {Severity.ERROR: 2, Severity.WARNING: 0}
    assert sentences.findings_line(WORDS, counts) == "পর্যবেক্ষণ: ত্রুটি ২টি, সতর্কতা ০টি। বিস্তারিত ‘পর্যবেক্ষণ’ শিটে।"
    assert sentences.and_more(WORDS, ["ক", "101"]) == "ক, 101"
    assert sentences.and_more(WORDS, ["101", "102", "গ", "ঘ"]) == "101, 102 এবং আরও ২টি দপ্তর"
