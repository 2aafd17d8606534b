"""A plan's draft from a document: what is printed, and what is wrong with it named by the plan's own check."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.importer.damage import WHOLE, made_up_report
from xl_apa.core.cells import Cell
from xl_apa.core.errors import InputError
from xl_apa.core.model import Unit
from xl_apa.core.planning import parse_plan
from xl_apa.importer.document import Document, Line, Table
from xl_apa.importer.plan_draft import draft_plan

HEAD = "কার্যক্রম|কর্মসম্পাদন সূচক|একক|কর্মসম্পাদন সূচকের মান|বাৎসরিক লক্ষ্যমাত্রা ২০২৩-২৪|অর্জন"


def document(*rows: str, title: str = "কর্মপরিকল্পনা ২০২৩-২৪") -> Document:
    cells = tuple(tuple(Cell(text.strip() or None) for text in row.split("|")) for row in rows)
    return Document(Path("plan.docx"), (Line(title, "paragraph 1"), Table("table 1", cells)))


@pytest.mark.parametrize("seed", range(8))
def test_the_draft_of_a_whole_report_is_its_plan(seed: int) -> None:
    made = made_up_report(seed, WHOLE)
    plan, findings = parse_plan(tomllib.loads(draft_plan(made.document)))
    assert plan is not None, findings
    assert [(each.code, each.title, each.unit, each.weight, each.targets) for each in plan.indicators] == [
        (each.code, each.title, each.unit, each.weight, each.targets) for each in made.plan.indicators
    ]
    assert plan.percents == made.plan.percents


@pytest.mark.parametrize("target", ["৩১০-০৬-২০২৪", "07/02/202 4", "অক্টোবর মাসে"])
def test_a_defective_target_stands_as_printed_and_the_check_names_it(target: str) -> None:
    draft = draft_plan(document(HEAD, f"[১.১] সেবা|[১.১.১] সেবা সহজ করা|তারিখ|৫|{target}|-"))
    assert target in draft
    _, findings = parse_plan(tomllib.loads(draft))
    assert ("plan-value-wrong", "1.1.1") in {(each.code, each.indicator) for each in findings}


def test_units_keep_their_names_and_codes_their_letters() -> None:
    draft = draft_plan(
        document(
            HEAD,
            "[এম.১.১] ঋণ|[এম.১.১.১] ঋণ বিতরণ|হাজার কোটি টাকা|২.৫|২১|",
            "|[এম.১.১.২] ঋণ আদায়||২.৫|১০|",
        )
    )
    plan, findings = parse_plan(tomllib.loads(draft))
    assert plan is not None, findings
    assert [(each.code, each.unit_shown, each.unit) for each in plan.indicators] == [
        ("এম.1.1.1", "হাজার কোটি টাকা", Unit.NUMBER),
        ("এম.1.1.2", "", Unit.NUMBER),
    ]
    assert [tier.percent for tier in plan.tiers] == [100]


@pytest.mark.parametrize("odd", ["\x7f", "\x1b[2J", '"]\n[[evil]]\nx="', "\\", "\u2028", "'" * 3, '"' * 3, "# =1+1"])
def test_a_draft_is_a_plan_file_whatever_is_printed(odd: str) -> None:
    draft = draft_plan(document(HEAD, f"[১.১] সেবা{odd}|[১.১.১] সেবা {odd} সহজ করা|জন{odd}|৫|৪{odd}|-"))
    (area,) = tomllib.loads(draft)["area"]
    assert len(area["activity"][0]["indicator"]) == 1


def test_a_document_that_names_no_year_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        draft_plan(document(HEAD.replace(" ২০২৩-২৪", ""), "ক|[১.১.১] খ|সংখ্যা|৫|৪|", title="কর্মপরিকল্পনা"))
    assert caught.value.code == "import-no-year"


def test_an_area_may_have_its_heading_and_its_weight_in_a_row_of_its_own() -> None:
    draft = draft_plan(
        document(
            HEAD,
            "১. প্রাতিষ্ঠানিক কাজ : ৮||||||",
            "১.১ কমিটির সভা|অনুষ্ঠিত সভা|সংখ্যা|৪|৪|",
            "১.২ সিদ্ধান্ত|বাস্তবায়িত সিদ্ধান্ত|সংখ্যা|৪|১০|",
            "[২] আর্থিক কাজ (মান: ২.৫)||||||",
            "২.১ বিল|পরিশোধিত বিল|সংখ্যা|২.৫|১২|",
        )
    )
    plan, findings = parse_plan(tomllib.loads(draft))
    assert plan is not None, findings
    assert [(area.title, area.weight) for area in plan.areas] == [("প্রাতিষ্ঠানিক কাজ", 8), ("আর্থিক কাজ", Decimal("2.5"))]
    assert [each.title for each in plan.indicators] == ["অনুষ্ঠিত সভা", "বাস্তবায়িত সিদ্ধান্ত", "পরিশোধিত বিল"]


def test_a_form_goes_on_in_a_table_without_a_head_though_that_is_narrower() -> None:
    first = document(HEAD)
    rest = document("[১.১] সেবা|[১.১.১] সেবা সহজ করা|সংখ্যা|৫|৪").tables[0]
    plan, findings = parse_plan(tomllib.loads(draft_plan(replace(first, blocks=(*first.blocks, rest)))))
    assert plan is not None, findings
    assert [each.title for each in plan.indicators] == ["সেবা সহজ করা"]
