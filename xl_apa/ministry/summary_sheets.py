"""The sheets of a summary, what they are called in each language, and how a workbook is known to be one of ours."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from xl_apa.core.messages import LANGUAGES, render
from xl_apa.core.text.numerals import in_digits


class Sheet(StrEnum):
    """The sheets of a summary; what stands on each is said in `report`."""

    OVERVIEW = "overview"
    FORM = "form"
    MARKS = "marks"
    LEVELS = "levels"
    SUBMISSIONS = "submissions"
    FINDINGS = "findings"
    REVIEW = "review"
    PROSPECTS = "prospects"
    DEADLINES = "deadlines"
    PLAN = "plan"
    CLAIMS = "claims"
    RULES = "rules"
    AUDIT = "audit"
    SOURCES = "sources"
    DATA = "data"
    CHARTS = "charts"


_ALWAYS_THERE = (Sheet.OVERVIEW, Sheet.SOURCES)
"""Sheets that every summary has, and no form."""


def sheet_name(sheet: Sheet, lang: str, part: int = 1) -> str:
    """Return what a sheet is called; a table's further sheets are `উপাত্ত ২`, `Office data 2`."""
    name = render(f"summary-sheet-{sheet}", lang)
    return name if part == 1 else f"{name} {in_digits(part, lang)}"


def is_summary(names: Iterable[str]) -> bool:
    """Return whether a workbook with these sheets is a summary of ours, in whichever language."""
    there = frozenset(names)
    return any(there.issuperset(sheet_name(sheet, lang) for sheet in _ALWAYS_THERE) for lang in LANGUAGES)
