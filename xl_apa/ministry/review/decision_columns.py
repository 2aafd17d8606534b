"""The columns of the workbook of decisions: what they are headed with, and which headings are read as which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from xl_apa.core.messages import LANGUAGES, render
from xl_apa.core.text.lookalikes import for_reading


class DecisionColumn(StrEnum):
    """A column of the workbook of decisions, in their order. People write `STATUS` and `COMMENT` alone."""

    CODE = "code"
    NAME = "name"
    STATUS = "status"
    COMMENT = "comment"
    REPORT = "report"
    TOTAL = "total"
    ERRORS = "errors"
    EARLIER = "earlier"
    NOTE = "note"
    YEAR = "year"
    QUARTER = "quarter"
    SHA256 = "sha256"

    def heading(self, lang: str) -> str:
        """Return what stands over the column."""
        return render(f"decisions-{self.value}", lang)


TYPED = (DecisionColumn.STATUS, DecisionColumn.COMMENT)
"""What people write, and the program never does where they have written."""

_MORE_HEADINGS = {
    DecisionColumn.CODE: ("কোড", "code"),
    DecisionColumn.NAME: ("দপ্তরের নাম", "নাম", "name", "office name"),
    DecisionColumn.STATUS: ("সিদ্ধান্ত", "মন্ত্রণালয়ের সিদ্ধান্ত", "decision", "অবস্থা (status)"),
    DecisionColumn.COMMENT: ("মন্ত্রণালয়ের মন্তব্য", "comments", "remarks", "remark", "মন্তব্য (comment)"),
    DecisionColumn.SHA256: ("sha-256", "sha256"),
}
_COLUMN_OF = {
    for_reading(heading): column
    for column in DecisionColumn
    for heading in (*(column.heading(lang) for lang in LANGUAGES), *_MORE_HEADINGS.get(column, ()))
}


def columns_of(headings: Sequence[str]) -> Mapping[DecisionColumn, int]:
    """Return where a row of headings has each column; of two with one heading the first counts."""
    found: dict[DecisionColumn, int] = {}
    for place, heading in enumerate(headings):
        column = _COLUMN_OF.get(for_reading(heading))
        if column is not None:
            found.setdefault(column, place)
    return found
