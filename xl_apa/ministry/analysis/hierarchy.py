"""How the offices below one another do: every office that others report to, with the sums of all below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from xl_apa.core.rounding import mean_of
from xl_apa.ministry.analysis.submissions import Submission, submissions
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.register.model import Register, Registered


@dataclass(frozen=True, slots=True)
class Level:
    """One office that others report to, and what came in from below it, at any depth.

    `depth` is 0 for the office at the top. `offices` should have reported, `reported` did (`late` among them);
    `total` is the sum of their marks, exact.
    """

    code: str
    name: str
    level: str
    depth: int
    offices: int
    reported: int
    late: int
    total: Decimal

    @property
    def missing(self) -> int:
        return self.offices - self.reported

    @property
    def mean(self) -> Decimal | None:
        """Mean marks of all that should have reported, 0 for who did not, rounded half up to two decimals."""
        return mean_of(self.total, self.offices)


def levels(consolidation: MinistryResult) -> tuple[Level, ...]:
    """Return the levels of a ministry, each before those below it, in the register's order.

    Without a register, one line per parent that the offices themselves name, by name.
    """
    if consolidation.register:
        return tuple(_by_register(consolidation, consolidation.register))
    return tuple(_by_parent(consolidation))


@dataclass(slots=True)
class _Sum:
    offices: int = 0
    reported: int = 0
    late: int = 0
    total: Decimal = field(default_factory=Decimal)

    def add(self, reported: bool, late: bool, total: Decimal) -> None:
        self.offices += 1
        self.reported += reported
        self.late += late
        self.total += total


def _by_register(consolidation: MinistryResult, register: Register) -> Iterator[Level]:
    sums = {office.key: _Sum() for office in register.offices}
    for each in submissions(consolidation, register):
        if each.status is Submission.TO_CONFIRM:
            continue
        came = each.result is not None and each.result.reported
        total = each.result.assessment.total if each.result and came else Decimal(0)
        for above in register.chain(each.office):
            sums[above.key].add(came, each.status is Submission.LATE, total)
    for office, depth in _in_tree_order(register):
        below = sums[office.key]
        if below.offices:
            yield Level(
                office.code,
                office.name,
                office.level,
                depth,
                below.offices,
                below.reported,
                below.late,
                below.total,
            )


def _in_tree_order(register: Register) -> Iterator[tuple[Registered, int]]:
    """Yield every office before those below it."""
    children: dict[str, list[Registered]] = {}
    for office in register.offices:
        above = register.find(office.parent) if office.parent else None
        children.setdefault(above.key if above else "", []).append(office)
    waiting = [(office, 0) for office in reversed(children.get("", []))]
    while waiting:
        office, depth = waiting.pop()
        yield office, depth
        waiting += [(child, depth + 1) for child in reversed(children.get(office.key, []))]


def _by_parent(consolidation: MinistryResult) -> Iterator[Level]:
    sums: dict[str, _Sum] = {}
    for office in consolidation.offices:
        parent = office.assessment.office.parent
        sums.setdefault(parent, _Sum()).add(office.reported, False, office.assessment.total)
    for parent, below in sorted(sums.items()):
        yield Level("", parent, "", 0, below.offices, below.reported, below.late, below.total)
