"""What was sent back to the offices, on the screen."""

from __future__ import annotations

from rich.text import Text

from xl_apa.cli.localized import localize
from xl_apa.cli.output.console import new_console, print_plainly
from xl_apa.ministry.analysis.reviewed_offices import reviewed_offices
from xl_apa.ministry.model import MinistryResult, ReviewStatus
from xl_apa.ministry.review.feedback import Feedback

_MOST_OFFICES = 40
"""Offices that a screen lists; the workbook of decisions has them all."""


def print_feedback(feedback: Feedback, consolidation: MinistryResult) -> None:
    """Print where letters and decisions lie, whose report was replaced, and which status is not understood."""
    console = new_console()
    told: list[str] = []
    for office in reviewed_offices(consolidation):
        decision = office.decision(consolidation)
        who = {"office": office.code, "name": office.name}
        if decision.replaced:
            told.append(localize("said-replaced", **who))
        if decision.status is ReviewStatus.UNCLEAR:
            told.append(localize("said-unclear", **who, text=decision.typed))
    for line in told[:_MOST_OFFICES]:
        console.print(Text(line, style="yellow"))
    if len(told) > _MOST_OFFICES:
        console.print(localize("said-more", count=len(told) - _MOST_OFFICES))
    print_plainly(localize("said-feedback", count=len(feedback.letters), folder=feedback.folder))
    print_plainly(localize("said-decisions", path=feedback.decisions))
