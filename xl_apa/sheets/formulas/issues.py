"""What may be said about a row by its formulas: one sentence, by a number that the hidden sheet turns into text."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from xl_apa.core.findings import Severity
from xl_apa.core.messages import render
from xl_apa.core.model import Unit


class Issue(StrEnum):
    """What the formulas may say of a row, in the order of core's findings: what stands first is said.

    A member is the code of its sentence in the catalogue; `number`, counted from 1, stands for it in a row.
    """

    number: int
    severity: Severity

    def __new__(cls, code: str, severity: Severity) -> Self:
        issue = str.__new__(cls, code)
        issue._value_ = code
        issue.number = len(cls.__members__) + 1
        issue.severity = severity
        return issue

    @property
    def sentence(self) -> str:
        """What is said beside the row, in Bangla."""
        return render(self, "bn")

    DATE_NOT_UNDERSTOOD = "live-date-not-understood", Severity.ERROR
    NUMBER_NOT_UNDERSTOOD = "live-number-not-understood", Severity.ERROR
    PERCENT_NOT_UNDERSTOOD = "live-percent-not-understood", Severity.ERROR
    TARGETS_FAULTY = "live-targets-faulty", Severity.ERROR
    DATE_OUTSIDE_YEAR = "live-date-outside-year", Severity.ERROR
    DATE_AFTER_QUARTER = "live-date-after-quarter", Severity.ERROR
    PERCENT_OUT_OF_RANGE = "live-percent-out-of-range", Severity.ERROR
    COUNT_NEGATIVE = "live-count-negative", Severity.ERROR
    BELOW_LAST_QUARTER = "live-below-last-quarter", Severity.ERROR
    CLAIM_ABOVE_WEIGHT = "live-claim-above-weight", Severity.ERROR
    PERCENT_IS_ONE = "live-percent-is-one", Severity.WARNING
    ACCEPTED_NOT_USED = "live-accepted-not-used", Severity.WARNING
    COUNT_NOT_WHOLE = "live-count-not-whole", Severity.WARNING
    CLAIM_DIFFERS = "live-claim-differs", Severity.WARNING
    ACCEPTED_USED = "live-accepted-used", Severity.NOTE
    PERCENT_WAS_FRACTION = "live-percent-was-fraction", Severity.NOTE
    BELOW_LOWEST = "live-below-lowest", Severity.NOTE


_NOT_UNDERSTOOD = {
    Unit.DATE: Issue.DATE_NOT_UNDERSTOOD,
    Unit.NUMBER: Issue.NUMBER_NOT_UNDERSTOOD,
    Unit.PERCENT: Issue.PERCENT_NOT_UNDERSTOOD,
}


def not_understood(unit: Unit) -> Issue:
    """Return what is said of a text in which the formulas find no value."""
    return _NOT_UNDERSTOOD[unit]
