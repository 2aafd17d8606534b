"""What a file's name says about which of several is the later one."""

from __future__ import annotations

import pytest

from xl_apa.core.text.copy_names import lateness


@pytest.mark.parametrize(
    "later",
    [
        "in/N-01 (1).xlsx",
        "in/N-01(২).xlsx",
        "in/N-01 - Copy.xlsx",
        "in/Copy of N-01.xlsx",
        "in/N-01 corrected.xlsx",
        "in/N-01_FINAL.xlsx",
        "in/N-01 v2.xlsx",
        "in/N-01_rev2.xlsx",
        "in/N-01 সংশোধিত.xlsx",
        "in/চূড়ান্ত N-01.xlsx",
        "resubmitted\\N-01.xlsx",
        "পুনঃপ্রেরণ/N-01.xlsx",
    ],
)
def test_a_copy_or_a_corrected_file_is_later(later: str) -> None:
    assert lateness(later) > lateness("in/N-01.xlsx") == 0


@pytest.mark.parametrize("earlier", ["in/N-01 old.xlsx", "in/N-01 draft.xlsx", "পুরাতন/N-01.xlsx", "in/N-01 (বাতিল).xlsx"])
def test_an_old_file_is_earlier(earlier: str) -> None:
    assert lateness(earlier) < 0


@pytest.mark.parametrize("plain", ["in/N-01.xlsx", "golden/N-01.xlsx", "in/N-2024 (2023-24).xlsx", "in/Vrindaban.xlsx"])
def test_other_names_say_nothing(plain: str) -> None:
    assert lateness(plain) == 0


def test_of_two_numbered_copies_the_higher_is_later() -> None:
    assert lateness("in/N-01 (3).xlsx") > lateness("in/N-01 (2).xlsx") > lateness("in/N-01 (1).xlsx")
