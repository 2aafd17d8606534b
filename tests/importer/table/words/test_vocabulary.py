"""What headings in unseen spellings speak of."""

from __future__ import annotations

import pytest

from tests.importer.offices.forms import HEADINGS
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.importer.table.roles import Role, heading_of
from xl_apa.importer.table.words.vocabulary import Idea, spoken_of

YEAR = FiscalYear(2023)
_ROLES = {
    **{role.value: role for role in Role},
    "earlier": Role.ACHIEVED,
    "left": Role.OTHER,
}
_BY_PLACE = {"মান", "Weight", "নং", "প্রকৃত অর্জন"}
"""Only the columns beside them tell what these are."""


@pytest.mark.parametrize(
    ("column", "text"),
    [(column, text) for column, texts in HEADINGS.items() for text in texts if text not in _BY_PLACE],
)
def test_a_heading_of_any_office_is_known(column: str, text: str) -> None:
    heading = heading_of(text, YEAR)
    assert heading is not None
    assert heading.role is _ROLES[column]


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("বাস্তবঅর্জন", {Idea.ACHIEVED}),
        ("অর্ জন", {Idea.ACHIEVED}),
        ("সুচকের মান", {Idea.INDICATOR, Idea.WEIGHT}),
        ("লক্ষমাত্রার শতকরা অর্জন", {Idea.TARGET, Idea.RATE, Idea.ACHIEVED}),
    ],
)
def test_a_scan_s_joined_torn_and_misspelt_words_are_understood(text: str, ideas: set[Idea]) -> None:
    spoken = spoken_of(for_reading(text))
    assert spoken.is_heading
    assert spoken.ideas >= ideas


@pytest.mark.parametrize(
    "text",
    [
        "প্রশাসন শাখা",
        "পরিদর্শন কার্যক্রম পরিচালনা",
        "সেবা প্রদান প্রক্রিয়া উন্নয়ন",
        "জেলা কার্যালয়ে শুদ্ধাচার কার্যক্রম পরিদর্শনকৃত",
        "তথ্য প্রেরণ করা হয়েছে",
        "",
    ],
)
def test_what_has_words_of_its_own_is_no_heading(text: str) -> None:
    assert not spoken_of(for_reading(text)).is_heading
