"""The words of a summary in its language, all of them from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render, show
from xl_apa.core.text.numerals import in_digits
from xl_apa.ministry.analysis.chart_data import FileCount
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.summary_sheets import Sheet, sheet_name
from xl_apa.xlsx.write.styles import latin_digits

NO_VALUE = "-"

_IN_ANY_LANGUAGE = {"sha256": "SHA-256"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a summary in a language: what its sheets and columns are called, and a word for every code."""

    lang: str

    @property
    def latin(self) -> bool:
        """Whether numbers stand in Latin digits."""
        return self.lang != "bn"

    def say(self, code: str, **params: object) -> str:
        """Return a sentence of the catalogue."""
        return render(code, self.lang, params)

    def word(self, code: str) -> str:
        """Return a word of the catalogue as it stands alone in a cell: in English with a capital letter."""
        return _word(code, self.lang)

    def sheet(self, sheet: Sheet, part: int = 1) -> str:
        """Return the name of a sheet, or of a table's further ones."""
        return sheet_name(sheet, self.lang, part)

    def title(self, sheet: Sheet) -> str:
        """Return what is written over a sheet."""
        return self.word(f"summary-title-{sheet}")

    def heading(self, column: str) -> str:
        """Return the heading over a column of `export.columns`, or of the sheet of levels."""
        return _IN_ANY_LANGUAGE.get(column) or self.word(f"summary-column-{column}")

    def yes_no(self, told: bool) -> str:
        """Return `হ্যাঁ` or `না`."""
        return self.word("summary-yes" if told else "summary-no")

    def count_word(self, counted: Submission | FileCount) -> str:
        """Return the word for what is counted: `যথাসময়ে`, `ফাইল বাদ গেছে`."""
        return self.word(counted.value if isinstance(counted, FileCount) else f"submission-{counted}")

    def report_of(self, quarter: int) -> str:
        """Return which report is due after a quarter: `২য় ত্রৈমাসিক (অর্ধবার্ষিক)`."""
        return self.word(f"report-of-quarter-{int(Quarter(quarter))}")

    def digits(self, text: object) -> str:
        """Return a code, a year or a number in the digits of the language."""
        return in_digits(text, self.lang)

    def show(self, value: object) -> str:
        """Return a day or a number as a reader wants it."""
        return show(value, self.lang)

    def number_format(self, num_format: str) -> str:
        """Return a number format with the digits of the language."""
        return latin_digits(num_format) if self.latin else num_format


def capital(text: str) -> str:
    """Return a text with its first letter as a capital; Bangla has none."""
    return text[:1].upper() + text[1:]


def words_of(consolidation: MinistryResult) -> Words:
    """Return the words in the language that was asked for."""
    return words_in(consolidation.task.language)


@cache
def words_in(lang: str) -> Words:
    """Return the words in a language."""
    return Words(lang)


@cache
def _word(code: str, lang: str) -> str:
    return capital(render(code, lang))
