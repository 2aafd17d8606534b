"""The headings of the workbook of decisions."""

from __future__ import annotations

import pytest

from xl_apa.core.messages import LANGUAGES
from xl_apa.ministry.review.decision_columns import DecisionColumn, columns_of


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_programs_own_headings_are_read_back_in_their_places(lang: str) -> None:
    headings = [column.heading(lang) for column in DecisionColumn]
    assert columns_of(headings) == {column: place for place, column in enumerate(DecisionColumn)}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        (" কোড ", DecisionColumn.CODE),
        ("OFFICE  CODE", DecisionColumn.CODE),
        ("সিদ্ধান্ত", DecisionColumn.STATUS),
        ("Decision", DecisionColumn.STATUS),
        ("Remarks", DecisionColumn.COMMENT),
        ("মন্ত্রণালয়ের মন্তব্য", DecisionColumn.COMMENT),
        ("SHA-256", DecisionColumn.SHA256),
    ],
)
def test_headings_that_people_write_are_known(heading: str, column: DecisionColumn) -> None:
    assert columns_of(["ক্রম", heading]) == {column: 1}


def test_of_two_columns_with_one_heading_the_first_counts_and_others_are_nothing() -> None:
    assert columns_of(["", "Status", "যা ইচ্ছা", "status"]) == {DecisionColumn.STATUS: 1}
