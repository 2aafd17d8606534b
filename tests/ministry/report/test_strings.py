"""Sheet names that Excel takes, and a word for every code that the summary shows."""

from __future__ import annotations

import pytest

from xl_apa.core.findings import Severity
from xl_apa.core.model import Status
from xl_apa.ministry.analysis.chart_data import FileCount
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.report import strings


@pytest.mark.parametrize("name", [strings.continued(each, part) for each in strings.TITLES for part in (1, 2, 999)])
def test_a_sheets_name_is_short_enough_and_without_forbidden_letters(name: str) -> None:
    assert 0 < len(name) <= 31
    assert not set(name) & set("[]:*?/\\'")


def test_sheets_have_names_of_their_own() -> None:
    assert len(set(strings.TITLES)) == len(strings.TITLES)
    assert strings.continued("উপাত্ত", 1) == "উপাত্ত"
    assert strings.continued("উপাত্ত", 12) == "উপাত্ত ১২"


def test_every_code_has_a_word_and_words_are_told_apart() -> None:
    for words, codes in (
        (strings.SEVERITIES, Severity),
        (strings.STATUSES, Status),
        (strings.SUBMISSIONS, Submission),
    ):
        assert set(words) == {code.value for code in codes}  # type: ignore[attr-defined]
        assert len(set(words.values())) == len(words)


def test_what_is_counted_has_its_word() -> None:
    words = {counted: strings.count_word(counted) for counted in (*Submission, *FileCount)}
    assert words[FileCount.BLANK] == words[Submission.BLANK]
    assert len(set(words.values())) == len(words) - 1


def test_every_column_of_the_levels_has_a_heading() -> None:
    assert set(strings.LEVEL_COLUMNS) <= set(strings.COLUMNS)
