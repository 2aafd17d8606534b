"""What the charts of the overview show: marks by area, tiers reached by indicator, spread of totals, submissions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from xl_apa.core.marking.scoring import marks_for
from xl_apa.core.model import Area, Indicator, Plan
from xl_apa.core.rounding import half_up, mean_of
from xl_apa.ministry.analysis.not_due import count_not_due
from xl_apa.ministry.analysis.statistics import count_marks, earned
from xl_apa.ministry.analysis.submissions import Submission, submissions
from xl_apa.ministry.model import MinistryResult

RANKED = 20
"""Up to so many offices a chart names each; above that it shows how their totals spread."""

BANDS = 10
"""The spread of totals is told in tenths of the full marks."""

_CENT = Decimal("0.01")


class FileCount(StrEnum):
    """What became of the files, where no register says who should have reported."""

    REPORTED = "file-reported"
    BLANK = "file-blank"
    TO_CONFIRM = "file-to-confirm"
    REFUSED = "file-refused"


@dataclass(frozen=True, slots=True)
class AreaNumbers:
    """A performance area, its mean marks over the `base`, and what is missing to its weight."""

    area: Area
    mean: Decimal

    @property
    def missing(self) -> Decimal:
        return self.area.weight - self.mean

    @property
    def percent(self) -> Decimal | None:
        """How much of the weight the mean is, rounded half up to two decimals; None of no weight."""
        return half_up(Fraction(100 * self.mean) / Fraction(self.area.weight)) if self.area.weight else None


@dataclass(frozen=True, slots=True)
class TierNumbers:
    """How many offices reached which tier of an indicator, best first; for how many it is too early; how many reached
    none; how many have no report.

    A tier is reached when the marks are those of the tier, as they are rounded: so people can count it from the marks.
    """

    indicator: Indicator
    reached: tuple[int, ...]
    not_due: int
    none: int
    blank: int


@dataclass(frozen=True, slots=True)
class ChartNumbers:
    """All that the charts show; without any office only the submissions.

    `spread`: how many of the offices that reported have a total in each tenth of the full marks, () where every office
    has a bar of its own. `blank`: how many offices reported nothing, or sent nothing that counts. `submitted`: how many
    of the register's offices did what; without a register, what became of how many files.
    """

    areas: tuple[AreaNumbers, ...]
    tiers: tuple[TierNumbers, ...]
    spread: tuple[int, ...]
    blank: int
    submitted: Mapping[Submission | FileCount, int]


def chart_numbers(consolidation: MinistryResult) -> ChartNumbers:
    """Return the numbers of all charts of the overview."""
    plan, offices, base = consolidation.task.plan, consolidation.counted, consolidation.base
    reported = [office for office in offices if office.reported]
    submitted = _submitted(consolidation, len(reported))
    if not offices:
        return ChartNumbers((), (), (), 0, submitted)
    counted = dict(zip((indicator.code for indicator in plan.indicators), count_marks(consolidation)))
    areas = []
    for area in plan.areas:
        total = sum((earned(counted[indicator.code]) for indicator in area.indicators), Decimal(0))
        mean = mean_of(total, base)
        if area.indicators and mean is not None:
            areas.append(AreaNumbers(area, mean))
    away = base - len(offices)
    early = count_not_due(consolidation)
    tiers = tuple(
        _tiers(indicator, plan, counted[indicator.code], away, early[indicator.code]) for indicator in plan.indicators
    )
    spread = _spread([office.assessment.total for office in reported], plan) if len(offices) > RANKED else ()
    return ChartNumbers(tuple(areas), tiers, spread, base - len(reported), submitted)


def band_starts(plan: Plan) -> tuple[Decimal, ...]:
    """Return where each tenth of the full marks begins, in hundredths as totals are."""
    return tuple((plan.weight * place / BANDS).quantize(_CENT, "ROUND_CEILING") for place in range(BANDS))


def _tiers(
    indicator: Indicator, plan: Plan, counted: Mapping[tuple[bool, Decimal], int], away: int, early: int
) -> TierNumbers:
    limits = [marks_for(indicator.weight, Fraction(percent)) for percent in plan.percents]
    reached, none, blank = [0] * len(limits), 0, away
    for (reported, marks), count in counted.items():
        place = next((place for place, limit in enumerate(limits) if marks >= limit), None)
        if not reported:
            blank += count
        elif place is None:
            none += count
        else:
            reached[place] += count
    return TierNumbers(indicator, tuple(reached), early, none - early, blank)


def _spread(totals: list[Decimal], plan: Plan) -> tuple[int, ...]:
    starts = band_starts(plan)
    counted = Counter(sum(total >= start for start in starts[1:]) for total in totals)
    return tuple(counted[place] for place in range(BANDS))


def _submitted(consolidation: MinistryResult, reported: int) -> dict[Submission | FileCount, int]:
    if consolidation.register:
        counted = Counter(each.status for each in submissions(consolidation, consolidation.register))
        # Only where reports in another form are read, one may have to be confirmed.
        return {each: counted[each] for each in Submission if counted[each] or each is not Submission.TO_CONFIRM}
    waiting = len(consolidation.to_confirm)
    return {
        FileCount.REPORTED: reported,
        FileCount.BLANK: len(consolidation.counted) - reported,
        **({FileCount.TO_CONFIRM: waiting} if waiting else {}),
        FileCount.REFUSED: len(consolidation.refused),
    }
