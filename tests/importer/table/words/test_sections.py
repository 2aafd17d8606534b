"""Headings of areas in rows of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xl_apa.importer.table.words.sections import is_section, title_and_weight


@pytest.mark.parametrize("text", ["১. প্রাতিষ্ঠানিক কাজ : ৮", "[২] আর্থিক কাজ", "(3) Work", "১২) কাজ"])
def test_a_heading_of_an_area_has_one_number_before_it(text: str) -> None:
    assert is_section(text)


@pytest.mark.parametrize("text", ["১.১ কমিটির সভা", "[১.১.১] সভা", "আয়োজিত এবং নির্বাচিত", "২০২৩-২৪ অর্থবছর", "৪"])
def test_a_code_of_an_activity_or_words_alone_are_none(text: str) -> None:
    assert not is_section(text)


@pytest.mark.parametrize(
    ("text", "title", "weight"),
    [
        ("১. প্রাতিষ্ঠানিক কাজ : ৮", "১. প্রাতিষ্ঠানিক কাজ", Decimal(8)),
        ("[২] আর্থিক কাজ (মান: ২.৫)", "[২] আর্থিক কাজ", Decimal("2.5")),
        ("৩. সেবা - 10", "৩. সেবা", Decimal(10)),
        ("৪. ই-সেবা", "৪. ই-সেবা", None),
    ],
)
def test_the_weight_stands_behind_it(text: str, title: str, weight: Decimal | None) -> None:
    assert title_and_weight(text) == (title, weight)
