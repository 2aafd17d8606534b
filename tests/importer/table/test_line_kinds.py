"""Which of an indicator's two lines a row is."""

from __future__ import annotations

import pytest

from tests.importer.table.test_head import table
from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear
from xl_apa.importer.table.head import find_heads
from xl_apa.importer.table.line_kinds import LineKind, cell_at, is_further_line, kind_of_row

(HEAD,) = find_heads(table("কার্যক্রম|কর্মসম্পাদন সূচক|একক|সূচকের মান|লক্ষ্যমাত্রা/অর্জন|১ম কোয়ার্টার"), FiscalYear(2023))
PLANNED = "সভা আয়োজন|অনুষ্ঠিত সভা|সংখ্যা|৪|লক্ষ্যমাত্রা|১"


def row(text: str) -> list[Cell]:
    return [Cell(each or None) for each in text.split("|")]


def test_a_row_says_which_line_it_is_in_any_column() -> None:
    assert kind_of_row(row(PLANNED)) == (LineKind.PLANNED, 4)
    assert kind_of_row(row("||||অর্জন|২")) == (LineKind.ACHIEVED, 4)
    assert kind_of_row(row("সভা|সভা|সংখ্যা|৪||২")) == (None, 0)


@pytest.mark.parametrize(
    ("later", "further"),
    [
        ("||||অর্জন|২", True),
        ("সভা আয়োজন|অনুষ্ঠিত সভা|সংখ্যা|৪|অর্জন|২", True),
        ("|ও কর্মশালা|||অর্জন|২", True),
        ("||||লক্ষ্যমাত্রা|২", False),
        ("|প্রকাশিত প্রতিবেদন|তারিখ|৩|অর্জন|২", False),
        ("||||অন্যান্য|২", False),
    ],
)
def test_the_line_of_achievements_belongs_to_the_one_before_and_another_indicator_does_not(
    later: str, further: bool
) -> None:
    assert is_further_line(row(later), row(PLANNED), HEAD) is further


def test_a_column_that_a_row_does_not_reach_is_blank() -> None:
    assert cell_at(row("ক|খ"), 1).text == "খ"
    assert cell_at(row("ক|খ"), 2).blank
    assert cell_at(row("ক|খ"), -1).blank
