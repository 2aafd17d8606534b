"""What a message says of marks and of what is wrong: the total, and the gravest findings with their cells."""

from __future__ import annotations

from collections.abc import Sequence

from xl_apa.core.assess import Assessment
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.messages import show, show_marks
from xl_apa.excel import dialogs
from xl_apa.excel.open_form import OpenForm

_LISTED = 6
"""Problems that a message names; more would not fit on a small screen."""


def outcome(assessed: Assessment) -> str:
    """Return the sentence with the total, and how many problems there are."""
    lang = dialogs.language()
    numbers = {
        "total": show_marks(assessed.total, lang),
        "out_of": show(assessed.plan.weight, lang),
        "attainable": show_marks(assessed.attainable, lang),
    }
    problems = len(problems_of(assessed))
    found = (
        dialogs.localize("button-some-problems", count=problems) if problems else dialogs.localize("button-no-problems")
    )
    return "\n\n".join((dialogs.localize("button-marks", quarter=assessed.quarter, **numbers), found))


def problems_of(assessed: Assessment) -> list[Finding]:
    """Return what must be put right or looked at, errors first; a mere note is no problem."""
    wanted = (Severity.ERROR, Severity.WARNING)
    found = [finding for finding in assessed.findings if finding.severity in wanted]
    return sorted(found, key=lambda finding: wanted.index(finding.severity))


def listed(problems: Sequence[Finding], form: OpenForm) -> str:
    """Return the first problems, one to a line with its cell, and how many there are."""
    lines = [f"• {_at(finding.cell, form)}{finding.text(dialogs.language())}" for finding in problems[:_LISTED]]
    if len(problems) > _LISTED:
        lines.append(dialogs.localize("button-more-problems", count=len(problems) - _LISTED))
    return "\n".join((dialogs.localize("button-some-problems", count=len(problems)), "", *lines))


def _at(address: str, form: OpenForm) -> str:
    """`M8: ` on the form's own sheet, with the sheet's name on another, nothing where it is about no single cell."""
    if not address:
        return ""
    return f"{address.rpartition('!')[2] if sheet_name(address) == form.sheet.name else address}: "


def sheet_name(address: str) -> str:
    """Return the sheet of an address as its tab shows it, "" where it is about no cell."""
    return address.rpartition("!")[0].strip("'").replace("''", "'")
