"""Units as a table shows where they stand."""

from __future__ import annotations

import pytest

from xl_apa.core.model import Unit
from xl_apa.importer.table.words.units import known_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *(("তারিখ", Unit.DATE), ("Date", Unit.DATE), ("%", Unit.PERCENT), ("শতকরা", Unit.PERCENT)),
        *(("সংখ্যা", Unit.NUMBER), ("জন", Unit.NUMBER), ("কোটি টাকা", Unit.NUMBER), ("টি", Unit.NUMBER)),
        *(("কিলোমিটার", Unit.NUMBER), ("মেঃ টন", Unit.NUMBER), ("সংখ্যা (লক্ষ জন)", Unit.NUMBER)),
    ],
)
def test_words_that_are_units_for_certain_are_known(text: str, unit: Unit) -> None:
    assert known_unit(text) is unit


@pytest.mark.parametrize("text", ["", "ব্যাচ", "প্রশাসন শাখা", "৪", "১৬/০৫/২০২৪", "-", "চলমান", "ক" * 50])
def test_any_other_word_may_be_a_unit_of_some_plan_but_says_nothing(text: str) -> None:
    assert known_unit(text) is None
