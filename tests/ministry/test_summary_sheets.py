"""Sheet names that Excel takes, in both languages, and by which a workbook is known to be a summary."""

from __future__ import annotations

import pytest

from xl_apa.core.messages import LANGUAGES
from xl_apa.ministry.summary_sheets import Sheet, is_summary, sheet_name

NAMES = [sheet_name(sheet, lang, part) for lang in LANGUAGES for sheet in Sheet for part in (1, 2, 999)]


@pytest.mark.parametrize("name", NAMES)
def test_a_sheets_name_is_short_enough_and_without_forbidden_letters(name: str) -> None:
    assert 0 < len(name) <= 31
    assert not set(name) & set("[]:*?/\\'")


def test_no_sheet_is_called_like_one_of_the_other_language() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_further_sheets_of_a_table_are_numbered() -> None:
    assert sheet_name(Sheet.DATA, "bn", 12) == "উপাত্ত ১২"
    assert sheet_name(Sheet.DATA, "en", 12) == "Office data 12"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_summary_is_known_in_either_language_and_not_by_half_of_its_sheets(lang: str) -> None:
    names = [sheet_name(sheet, lang) for sheet in Sheet]
    assert is_summary(names)
    assert not is_summary(name for name in names if name != sheet_name(Sheet.SOURCES, lang))
    assert not is_summary(["Summary", "Sources", "Data"])
