"""Sheet names that Excel takes, and a word for every code that the summary shows, in both languages."""

from __future__ import annotations

import pytest

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.messages.summary.headings import HEADINGS
from xl_apa.core.model import Status
from xl_apa.ministry.analysis.chart_data import FileCount
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.report.words import capital, words_in
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.xlsx.write.styles import ANY_NUMBER, DATE, EXACT_PERCENT

CODES = {"word": Severity, "status": Status, "submission": Submission, "review": ReviewStatus}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", CODES)
def test_every_code_has_a_word_and_words_are_told_apart(kind: str, lang: str) -> None:
    codes = [code.value for code in CODES[kind]]
    words = [words_in(lang).word(f"{kind}-{code}") for code in codes]
    assert all(words)
    assert len({word.lower() for word in words}) == len(codes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_counted_has_its_word(lang: str) -> None:
    words = {counted: words_in(lang).count_word(counted) for counted in (*Submission, *FileCount)}
    assert words[FileCount.BLANK] == words[Submission.BLANK]
    assert len(set(words.values())) == len(words) - 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_quarter_has_a_report_of_its_own(lang: str) -> None:
    assert len({words_in(lang).report_of(quarter) for quarter in Quarter}) == 4


def test_words_in_cells_begin_with_a_capital_in_english() -> None:
    words = words_in("en")
    assert (words.word("submission-late"), words.yes_no(True), words.yes_no(False)) == ("Late", "Yes", "No")
    assert capital("") == ""
    assert all(
        words.heading(code.removeprefix("summary-column-"))[0].isupper() for code in HEADINGS if "column" in code
    )


def test_digits_days_and_number_formats_are_those_of_the_language() -> None:
    bangla, english = words_in("bn"), words_in("en")
    assert (bangla.digits("1.2.1"), english.digits("1.2.1")) == ("১.২.১", "1.2.1")
    assert bangla.number_format(DATE) == DATE
    formats = [english.number_format(each) for each in (DATE, EXACT_PERCENT, ANY_NUMBER)]
    assert formats == ["[$-809]d mmm yyyy", '0.00"%"', "General"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sheets_and_titles_have_words_of_their_own(lang: str) -> None:
    words = words_in(lang)
    assert len({words.sheet(sheet).lower() for sheet in Sheet}) == len({words.title(sheet) for sheet in Sheet}) == 16
