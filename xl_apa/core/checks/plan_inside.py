"""Rules about the plan that travels in a workbook: is it the one whose name it has, and the one that marks follow?"""

from __future__ import annotations

from collections.abc import Iterator

from xl_apa.core.checks.review import Review
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.messages import Phrase
from xl_apa.core.planning.compare import PlanDifference, compare_plans

MOST_DIFFERENCES = 12
"""So many differences are told one by one; a plan that was replaced as a whole differs everywhere."""


def check_plan_inside(review: Review) -> Iterator[Finding]:
    """Check the plan inside a workbook against the plan that marks follow.

    Under the same name it must be the same plan. Under another name it may be another, and where it is, that is said:
    the printed form has been filled in by it.
    """
    inside, plan = review.report.plan_inside, review.plan
    if inside is None or inside is plan:
        return
    differences = compare_plans(inside, plan)
    if inside.name == plan.name:
        yield from _altered(plan.name, differences)
    elif differences and inside.fiscal_year == plan.fiscal_year:
        params = {"own": inside.name, "plan": plan.name, "count": len(differences)}
        yield Finding(FindingKind.PLAN_IS_ANOTHER, params=params)


def _altered(name: str, differences: list[PlanDifference]) -> Iterator[Finding]:
    for each in differences[:MOST_DIFFERENCES]:
        part = Phrase(f"plan-part-{each.part}")
        params = {"plan": name, "part": part, "here": each.here, "there": each.there}
        yield Finding(FindingKind.PLAN_ALTERED, "", each.code, params)
    further = len(differences) - MOST_DIFFERENCES
    if further > 0:
        yield Finding(FindingKind.PLAN_ALTERED_FURTHER, params={"plan": name, "count": further})


CHECKS = (check_plan_inside,)
