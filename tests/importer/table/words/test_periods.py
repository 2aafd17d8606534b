"""The quarter that a heading names."""

from __future__ import annotations

import pytest

from xl_apa.core.fiscal import Quarter
from xl_apa.importer.table.words.periods import quarter_in


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("২য় ত্রৈমাসিক অর্জন", Quarter.Q2),
        ("অর্জন ২০২৩-২৪ (১ম প্রান্তিক)", Quarter.Q1),
        ("(জানুয়ারি-মার্চ ২০২৪)", Quarter.Q3),
        ("1ম কোয়াটার", Quarter.Q1),
        ("4th quarter", Quarter.Q4),
        ("অর্জন", None),
        ("১ম তরৈমাসিকের অর্জন", Quarter.Q1),
        ("২য় ত্বৈমাসিক", Quarter.Q2),
        ("৩য ত্রৈমাসিকে", Quarter.Q3),
        ("৪র্থত্রৈমাসিক", Quarter.Q4),
        ("দ্বিতীয় ত্রৈমাসিকের অর্জন", Quarter.Q2),
        ("Q3", Quarter.Q3),
        ("১২ মাসিক সভা", None),
    ],
)
def test_a_heading_names_its_quarter_by_number_or_by_months(text: str, quarter: Quarter | None) -> None:
    assert quarter_in(text) is quarter
