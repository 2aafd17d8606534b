"""What may be said about a row by its formulas: one sentence, by a number that the hidden sheet turns into text."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from xl_apa.core.findings import Severity
from xl_apa.core.messages import render
from xl_apa.core.model import Unit


class Verdict(StrEnum):
    """How much an issue matters: as a finding of core does; a question where core may read what the formulas do not."""

    ERROR = Severity.ERROR.value
    QUESTION = "question"
    WARNING = Severity.WARNING.value
    NOTE = Severity.NOTE.value


class Issue(StrEnum):
    """What the formulas may say of a row, in the order of core's findings: what stands first is said.

    A member is the code of its sentence in the catalogue; `number`, counted from 1, stands for it in a row. Issues of
    one verdict follow each other.
    """

    number: int
    verdict: Verdict

    def __new__(cls, code: str, verdict: Verdict) -> Self:
        issue = str.__new__(cls, code)
        issue._value_ = code
        issue.number = len(cls.__members__) + 1
        issue.verdict = verdict
        return issue

    @property
    def sentence(self) -> str:
        """What is said beside the row, in Bangla."""
        return render(self, "bn")

    CELL_ERROR = "live-cell-error", Verdict.ERROR
    COUNT_NOT_MEANT = "live-count-not-meant", Verdict.ERROR
    PERCENT_DOUBTFUL = "live-percent-doubtful", Verdict.ERROR
    DATE_NOT_UNDERSTOOD = "live-date-not-understood", Verdict.ERROR
    NUMBER_NOT_UNDERSTOOD = "live-number-not-understood", Verdict.ERROR
    PERCENT_NOT_UNDERSTOOD = "live-percent-not-understood", Verdict.ERROR
    TARGETS_FAULTY = "live-targets-faulty", Verdict.ERROR
    DATE_OUTSIDE_YEAR = "live-date-outside-year", Verdict.ERROR
    DATE_AFTER_QUARTER = "live-date-after-quarter", Verdict.ERROR
    PERCENT_OUT_OF_RANGE = "live-percent-out-of-range", Verdict.ERROR
    COUNT_NEGATIVE = "live-count-negative", Verdict.ERROR
    COUNT_NOT_WHOLE = "live-count-not-whole", Verdict.ERROR
    BELOW_LAST_QUARTER = "live-below-last-quarter", Verdict.ERROR
    CLAIM_ABOVE_WEIGHT = "live-claim-above-weight", Verdict.ERROR
    DATE_UNCLEAR = "live-date-unclear", Verdict.QUESTION
    NUMBER_UNCLEAR = "live-number-unclear", Verdict.QUESTION
    PERCENT_UNCLEAR = "live-percent-unclear", Verdict.QUESTION
    EARLIER_UNCLEAR = "live-earlier-unclear", Verdict.QUESTION
    PERCENT_IS_ONE = "live-percent-is-one", Verdict.WARNING
    ACCEPTED_NOT_USED = "live-accepted-not-used", Verdict.WARNING
    CLAIM_DIFFERS = "live-claim-differs", Verdict.WARNING
    ACCEPTED_USED = "live-accepted-used", Verdict.NOTE
    PERCENT_WAS_FRACTION = "live-percent-was-fraction", Verdict.NOTE
    BELOW_LOWEST = "live-below-lowest", Verdict.NOTE


_NOT_UNDERSTOOD = {
    Unit.DATE: Issue.DATE_NOT_UNDERSTOOD,
    Unit.NUMBER: Issue.NUMBER_NOT_UNDERSTOOD,
    Unit.PERCENT: Issue.PERCENT_NOT_UNDERSTOOD,
}


_UNCLEAR = {
    Unit.DATE: Issue.DATE_UNCLEAR,
    Unit.NUMBER: Issue.NUMBER_UNCLEAR,
    Unit.PERCENT: Issue.PERCENT_UNCLEAR,
}


def not_understood(unit: Unit) -> Issue:
    """Return what is said of a text in which nobody finds a value."""
    return _NOT_UNDERSTOOD[unit]


def unclear(unit: Unit) -> Issue:
    """Return what is said of a text in which the formulas find no value, and the program may find one."""
    return _UNCLEAR[unit]


def numbers_of(verdict: Verdict) -> range:
    """Return the numbers of all issues of a verdict."""
    numbers = [issue.number for issue in Issue if issue.verdict is verdict]
    return range(numbers[0], numbers[-1] + 1)
