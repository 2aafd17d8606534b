"""A quarter's sheet is believed by what it says of itself, not by the name of its tab."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from xl_apa.core.cells import Cell
from xl_apa.core.findings import FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import FormIdentity, quarter_sheet, quarter_title
from xl_apa.sheets.read.sheet_claims import SheetClaims, about_quarter, about_sheet, claims_of, exchanged
from xl_apa.xlsx.read.safe_open import open_workbook

PLAN = load_plan()


def identity(quarter: Quarter, layout: Layout = Layout.MARKS) -> FormIdentity:
    return FormIdentity(PLAN.name, quarter, layout)


def kinds(findings: Any) -> list[FindingKind]:
    return [finding.kind for finding in findings]


@pytest.mark.parametrize("layout", list(Layout))
def test_a_form_says_its_quarter_in_the_hidden_cell_and_in_the_title(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    build_template(PLAN, path, layout=layout)
    with open_workbook(path) as book:
        for quarter in Quarter:
            said = claims_of(book.contents(quarter_sheet(quarter)))
            assert (said.identity and (said.identity.plan, said.identity.layout)) == (PLAN.name, layout)
            assert said.identity is not None and (said.identity.quarter, said.title) == (quarter, quarter)
            assert (said.quarter, said.agreed) == (quarter, True)


@pytest.mark.parametrize("title", [lambda text: text, Cell, lambda text: f" {text}\n"])
def test_a_title_counts_whatever_it_stands_in_but_not_far_below(title: Any) -> None:
    text = title(quarter_title(Layout.MARKS, Quarter.Q3))
    blank: list[Sequence[Any]] = [[None, 4, ""]]
    assert claims_of([*blank * 3, [None, text]]) == SheetClaims(None, Quarter.Q3)
    assert claims_of([*blank * 20, [None, text]]) == SheetClaims(None, None)
    assert claims_of([]) == SheetClaims(None, None)


def test_the_hidden_cell_goes_before_the_title() -> None:
    said = SheetClaims(identity(Quarter.Q2), Quarter.Q3)
    assert (said.quarter, said.agreed) == (Quarter.Q2, False)
    assert SheetClaims(identity(Quarter.Q2), None).agreed
    assert SheetClaims(None, None).quarter is None and not SheetClaims(None, Quarter.Q1).identity


def test_exchanged_names_are_undone_where_every_sheet_says_so() -> None:
    names = {Quarter.Q1: "a", Quarter.Q2: "b", Quarter.Q3: "c"}
    told = {
        "a": SheetClaims(identity(Quarter.Q2), Quarter.Q2),
        "b": SheetClaims(None, Quarter.Q1),
        "c": SheetClaims(None, None),
    }
    assert exchanged(names, told.__getitem__) == {Quarter.Q2: "a", Quarter.Q1: "b"}
    for single in (
        {**told, "b": SheetClaims(identity(Quarter.Q2), Quarter.Q2)},  # a copy: two say the same
        {**told, "b": SheetClaims(identity(Quarter.Q1), Quarter.Q3)},  # it contradicts itself
        {**told, "a": SheetClaims(None, Quarter.Q4)},  # nobody is the first
    ):
        assert exchanged(names, single.__getitem__) == {}


def test_what_a_sheet_says_against_its_name_is_told_with_both() -> None:
    own = SheetClaims(identity(Quarter.Q2), Quarter.Q2)
    assert (
        kinds(about_quarter(own, "b", Quarter.Q2))
        == kinds(about_quarter(SheetClaims(None, None), "b", Quarter.Q2))
        == []
    )
    (copied,) = about_quarter(own, "b", Quarter.Q3)
    assert (copied.kind, copied.params["quarter"]) == (FindingKind.SHEET_OF_OTHER_QUARTER, Quarter.Q2)
    (torn,) = about_quarter(SheetClaims(identity(Quarter.Q2), Quarter.Q3), "b", Quarter.Q2)
    assert (torn.kind, torn.params["title"], torn.params["quarter"]) == (
        FindingKind.SHEET_SAYS_TWO_QUARTERS,
        Quarter.Q3,
        Quarter.Q2,
    )


def test_another_plan_or_layout_in_the_hidden_cell_is_told() -> None:
    said = SheetClaims(identity(Quarter.Q2), None)
    assert (
        kinds(about_sheet(said, PLAN, Layout.MARKS))
        == kinds(about_sheet(SheetClaims(None, None), PLAN, Layout.MARKS))
        == []
    )
    assert kinds(about_sheet(said, PLAN, Layout.REMARKS)) == [FindingKind.HIDDEN_FIELD_DIFFERS]
    other = SheetClaims(FormIdentity("other", Quarter.Q2, Layout.MARKS), None)
    assert kinds(about_sheet(other, PLAN, Layout.MARKS)) == [FindingKind.HIDDEN_FIELD_DIFFERS]
    assert kinds(about_sheet(other, None, Layout.MARKS)) == []


@pytest.mark.parametrize(
    "title",
    [
        *("৩য় ত্রৈমাসিকের প্রতিবেদন", "(তৃতীয় ত্রৈমাসিক অগ্রগতি প্রতিবেদন)", "3rd Quarter Progress Report"),
        *("প্রতিবেদন: জানুয়ারি - মার্চ ২০২৪", "জানুয়ারি–মার্চ", "৩ য় ত্রৈমাসিক (জানুয়ারি-মার্চ)"),
    ],
)
def test_a_title_in_other_words_is_held_against_the_sheet(title: str) -> None:
    headings = ["ক্রম", "ক্ষেত্র", "মান", "২য় ত্রৈমাসিক অর্জন"]
    said = claims_of([["বিভাগ", None], [None, title], headings])
    assert said == SheetClaims(None, None, Quarter.Q3)
    assert said.quarter is None
    (found,) = about_quarter(said, quarter_sheet(Quarter.Q2), Quarter.Q2)
    assert (found.kind, found.params["quarter"]) == (FindingKind.SHEET_OF_OTHER_QUARTER, Quarter.Q3)
    assert not list(about_quarter(said, quarter_sheet(Quarter.Q3), Quarter.Q3))
    (found,) = about_quarter(SheetClaims(identity(Quarter.Q2), None, Quarter.Q3), "x", Quarter.Q2)
    assert found.kind is FindingKind.SHEET_SAYS_TWO_QUARTERS


@pytest.mark.parametrize(
    "title",
    ["১ম ও ২য় ত্রৈমাসিক প্রতিবেদন", "২য় ত্রৈমাসিক, ১ম ত্রৈমাসিকসহ", "ত্রৈমাসিক প্রতিবেদন ২০২৩-২৪", "৪১ ত্রৈমাসিক", "১২য় সভা"],
)
def test_a_title_that_names_no_single_quarter_says_nothing(title: str) -> None:
    assert claims_of([[title], ["ক্রম", "ক্ষেত্র", "মান", "একক"]]) == SheetClaims(None, None)
