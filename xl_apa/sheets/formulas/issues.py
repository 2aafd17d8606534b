"""What may be said about a row by its formulas: one sentence, by a number that the hidden sheet turns into text."""

from __future__ import annotations

from xl_apa.core.messages import render
from xl_apa.core.model import Unit

ISSUES = (
    *(f"live-{unit}-not-understood" for unit in Unit),
    "live-targets-faulty",
    "live-date-outside-year",
    "live-date-after-quarter",
    "live-percent-out-of-range",
    "live-count-negative",
    "live-below-last-quarter",
    "live-claim-above-weight",
    "live-percent-is-one",
    "live-accepted-not-used",
    "live-count-not-whole",
    "live-claim-differs",
    "live-accepted-used",
    "live-percent-was-fraction",
    "live-below-lowest",
)
"""Codes of the catalogue in the order of core's findings: what stands first is said."""


def not_understood(unit: Unit) -> str:
    """The code for a text in which the formulas find no value."""
    return f"live-{unit}-not-understood"


def issue_number(code: str) -> int:
    """The number that stands for a code in a row, counted from 1."""
    return ISSUES.index(code) + 1


def sentence(issue: int) -> str:
    """What is said beside a row; "" for 0, when there is nothing to say."""
    return render(ISSUES[issue - 1], "bn") if issue else ""
