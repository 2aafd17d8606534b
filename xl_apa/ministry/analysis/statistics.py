"""A ministry's quarter in a few numbers: counts, means, the best and the weakest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from xl_apa.core.messages import render
from xl_apa.core.model import Indicator
from xl_apa.core.rounding import mean, mean_of
from xl_apa.ministry.analysis.submissions import missing, submissions
from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal


@dataclass(frozen=True, slots=True)
class Overview:
    """A ministry's quarter in a few numbers.

    `offices` are those read that count, `apart` those that do not, `base` those that should have reported (without a
    register, the offices read). `mean` is over the `base`, `mean_reported` over those that reported; None without any
    report. `best` and `weakest` are the offices with the highest and the lowest total among those that reported;
    several when they are equal.
    """

    found: int
    read: int
    refused: int
    offices: int
    apart: int
    base: int
    reported: int
    mean: Decimal | None
    mean_reported: Decimal | None
    best: tuple[OfficeResult, ...]
    weakest: tuple[OfficeResult, ...]


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """How an indicator stands: mean marks, and the percent of offices with full marks, both over the `base`.

    Both are rounded half up to two decimals, and None without any office read.
    """

    indicator: Indicator
    mean_marks: Decimal | None
    full_marks_percent: Decimal | None


def overview(consolidation: MinistryResult) -> Overview:
    """Return how many files and offices there are, and how they did."""
    offices = consolidation.counted
    reported = [office for office in offices if office.reported]
    totals = [office.assessment.total for office in reported]
    highest, lowest = max(totals, default=None), min(totals, default=None)
    return Overview(
        consolidation.found,
        len(consolidation.offices),
        len(consolidation.refused),
        len(offices),
        len(consolidation.apart),
        consolidation.base,
        len(reported),
        consolidation.mean if offices else None,
        mean(totals),
        tuple(office for office, total in zip(reported, totals) if total == highest),
        tuple(office for office, total in zip(reported, totals) if total == lowest),
    )


def indicator_figures(consolidation: MinistryResult) -> tuple[IndicatorFigures, ...]:
    """Return the figures of every indicator of the plan, in its order."""
    base = consolidation.base if consolidation.counted else 0
    return tuple(
        IndicatorFigures(
            indicator,
            mean_of(earned(counted), base),
            mean_of(100 * sum(count for (_, marks), count in counted.items() if marks == indicator.weight), base),
        )
        for indicator, counted in zip(consolidation.task.plan.indicators, count_marks(consolidation))
    )


def count_marks(consolidation: MinistryResult) -> tuple[Mapping[tuple[bool, Decimal], int], ...]:
    """Return, for every indicator of the plan, how many of the offices that count have `(reported, marks)`.

    There are few different marks, so that whatever is asked of them does not go through all offices again.
    """
    counted: tuple[Counter[tuple[bool, Decimal]], ...] = tuple(Counter() for _ in consolidation.task.plan.indicators)
    for office in consolidation.counted:
        reported = office.reported
        for counter, result in zip(counted, office.assessment.results):
            counter[reported, result.marks] += 1
    return counted


def earned(counted: Mapping[tuple[bool, Decimal], int]) -> Decimal:
    """Return what all offices earned of an indicator together."""
    return sum((marks * count for (_, marks), count in counted.items()), Decimal(0))


def silent_offices(consolidation: MinistryResult) -> list[str]:
    """Return the names of those who still owe a report: of the register where there is one, else of the blank files."""
    if consolidation.register:
        away = missing(submissions(consolidation, consolidation.register))
        return [office.name or office.code for office in away]
    silent = [office for office in consolidation.counted if not office.reported]
    return [office_name(office) for office in silent]


def office_name(office: OfficeResult) -> str:
    """Return what to call an office: its name, else its code, else its file."""
    who = office.assessment.office
    return who.name or who.code or Path(office.source.path).name


def reason(refusal: Refusal, lang: str) -> str:
    """Return why a file was refused or set aside; the file by its name alone: its path stands beside it."""
    params = dict(refusal.error.params)
    if str(params.get("path")) == refusal.source.path:
        params["path"] = Path(refusal.source.path).name
    return render(refusal.error.code, lang, params)
