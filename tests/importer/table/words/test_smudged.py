"""Digits that a scan took for letters and bars."""

from __future__ import annotations

import pytest

from xl_apa.core.cells import CellValue
from xl_apa.importer.table.words.smudged import is_half_read, is_smudged, with_digits


@pytest.mark.parametrize(
    ("text", "smudged"),
    [("।৫", True), ("২o/০৬/২০২৪", True), ("৭l%", True), ("৭৫", False), ("৬৬%", False), ("।", False), ("চলমান।", False)],
)
def test_a_number_with_a_letter_or_a_bar_for_a_digit_is_smudged(text: str, smudged: bool) -> None:
    assert is_smudged(text) is smudged


def test_digits_stand_again_for_letters_and_bars() -> None:
    assert with_digits("।৫/o৬/২O২৪") == "15/06/2024"


@pytest.mark.parametrize("text", ["২।", "।২", "|", "।", "৯।%", "৪। একর", "১ ।"])
def test_a_bar_may_be_a_digit(text: str) -> None:
    assert is_half_read(text)


@pytest.mark.parametrize("text", ["২", "২১", "২ টি।", "-", "", None, 3.0, "গত মাসে ২টি সভা হয়েছে। আরও হবে।"])
def test_a_sentence_s_end_is_no_digit(text: CellValue) -> None:
    assert not is_half_read(text)
