"""What a careful reviewer checks: one small function per rule, each yields findings.

`values` looks at what was achieved, `same_count` at counts that did not grow, `claims` at the marks an office gives
itself, `form` and `printed` at the printed form, `plan_inside` at the plan that travels in the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator

from xl_apa.core.checks import claims, form, plan_inside, printed, same_count, values
from xl_apa.core.checks.review import Review
from xl_apa.core.findings import Finding

__all__ = ["CHECKS", "Review", "check_report"]

CHECKS = (*plan_inside.CHECKS, *form.CHECKS, *printed.CHECKS, *values.CHECKS, *same_count.CHECKS, *claims.CHECKS)
"""Every rule, in the order in which its findings are listed."""


def check_report(review: Review) -> Iterator[Finding]:
    """Yield the findings of every rule about one assessed report."""
    for check in CHECKS:
        yield from check(review)
