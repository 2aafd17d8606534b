"""What the quarters before say of each indicator: its last value, and every quarter's figure where all count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xl_apa.core.checks.review import Earlier
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.marking.rating import plan_targets, quarter_figure, read_counted
from xl_apa.core.matching import match_rows
from xl_apa.core.model import Achievement, Form, Plan, QuarterFigure, Report, Status

_LOST_ROWS = (FindingKind.INDICATOR_REPEATED, FindingKind.INDICATOR_UNKNOWN)
"""What is said of rows that were not counted."""


@dataclass(frozen=True, slots=True)
class QuartersBefore:
    """What the quarters before one say, by the code of the indicator.

    `earlier` is the last value there is. `figures` has every quarter's, the first quarter's first, of the indicators
    whose quarters are added up or averaged; `findings` is what was found on the way and concerns those sums and means.
    """

    earlier: Mapping[str, Earlier] = field(default_factory=dict)
    figures: Mapping[str, Sequence[QuarterFigure]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def quarters_before(report: Report, plan: Plan, quarter: Quarter) -> QuartersBefore:
    """Return what the quarters before this one say.

    A form in which nothing was typed says that there is nothing to count yet. A form that is not in the report, or has
    no row for the indicator, says nothing at all: such a figure is not known.
    """
    earlier: dict[str, Earlier] = {}
    figures: dict[str, list[QuarterFigure]] = {
        each.code: [] for each in plan.indicators if each.calculated_by.by_quarter
    }
    findings: list[Finding] = []
    for before in [each for each in Quarter if each < quarter]:
        form = report.forms.get(before)
        blank = form is not None and all(row.achieved.blank for row in form.rows)
        said, lost = _said(before, form, plan) if form and not blank else ({}, [])
        for code, (figure, row) in said.items():
            if figure.value is not None:
                earlier[code] = Earlier(before, figure.value, figure.cell, row)
        unsaid = QuarterFigure(before, Status.NONE) if blank else QuarterFigure(before, Status.UNREADABLE, found=False)
        for code, found in figures.items():
            found.append(said[code][0] if code in said else unsaid)
        if figures and form:
            findings += [*form.findings, *lost]
    return QuartersBefore(earlier, figures, tuple(findings))


def _said(
    quarter: Quarter, form: Form, plan: Plan
) -> tuple[dict[str, tuple[QuarterFigure, Achievement]], list[Finding]]:
    matched = match_rows(plan, form.rows)
    return dict(_figures(quarter, matched.rows, plan)), [each for each in matched.findings if each.kind in _LOST_ROWS]


def _figures(
    quarter: Quarter, rows: Mapping[str, Achievement], plan: Plan
) -> Iterator[tuple[str, tuple[QuarterFigure, Achievement]]]:
    for indicator in plan.indicators:
        row = rows.get(indicator.code)
        if row is not None:
            targets = plan_targets(indicator, plan.percents)
            unit, name = indicator.unit, indicator.unit_name or ""
            said = read_counted(unit, row.achieved, row.accepted, plan.fiscal_year, targets, name).reading
            yield indicator.code, (quarter_figure(quarter, row.achieved, said), row)
