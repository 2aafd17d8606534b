"""Report and plan together: marks, totals and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.checks import Review, check_report
from xl_apa.core.checks.claims import looks_like_count
from xl_apa.core.checks.review import Earlier
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding, FindingKind, Severity, gravest
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.marking.rating import Counted, about_figure, finding_about, plan_targets, rate_row
from xl_apa.core.marking.scoring import Scale, marks_for, percent_for
from xl_apa.core.marking.year_figure import year_figure
from xl_apa.core.matching import match_rows
from xl_apa.core.messages import Phrase
from xl_apa.core.model import (
    Achievement,
    Indicator,
    Office,
    Percent,
    Plan,
    QuarterFigure,
    Report,
    Result,
    Rule,
    Status,
    Unit,
    Value,
)
from xl_apa.core.quarters import quarters_before
from xl_apa.core.typed.cell_reading import KIND_OF, read_cell
from xl_apa.core.typed.other_quarter import tells_of_other
from xl_apa.core.typed.plausible import largest_percent
from xl_apa.core.typed.reading import parse_marks
from xl_apa.core.typed.sentence_words import is_achieved

NO_MARKS = Decimal("0.00")
"""What an indicator has where there is nothing to mark."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One office's quarter, assessed: a result per indicator of the plan, in its order, and every finding.

    `rule` is the rule of the whole assessment; a result names its own, since an indicator may override the plan's.
    """

    office: Office
    plan: Plan
    quarter: Quarter
    rule: Rule
    as_of: date
    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    report_day: date | None = None

    @property
    def total(self) -> Decimal:
        """Marks earned, out of `plan.weight`."""
        return sum((result.marks for result in self.results), Decimal(0))

    @property
    def apa_marks(self) -> Decimal | None:
        """What the marks earned count in the performance agreement, None where the plan does not say."""
        return self.plan.apa_marks(self.total)

    @property
    def attainable(self) -> Decimal:
        """Marks that the year can still end with."""
        return sum((result.attainable for result in self.results), Decimal(0))

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def message_about(self, code: str) -> Finding | None:
        """Return the gravest finding about an indicator, the first of those; None when it is fine."""
        return gravest(finding for finding in self.findings if finding.indicator == code)


def assess(
    report: Report, plan: Plan, quarter: Quarter, *, rule: Rule | None = None, as_of: date | None = None
) -> Assessment:
    """Return the marks and findings of one quarter of a report, by the ministry's plan.

    `rule` overrides the plan's and the indicators' own; `as_of` (default: the quarter's last day) decides what is
    still attainable. Raise InputError when the report is for another fiscal year, has no form for the quarter, or
    none of its rows belongs to the plan.
    """
    _require_year(report, plan)
    form = report.forms.get(quarter)
    if form is None:
        raise InputError("quarter-missing", path=report.source, quarter=quarter)
    as_of = as_of or plan.fiscal_year.quarter_end(quarter)
    matching = match_rows(plan, form.rows)
    if not matching.rows:
        raise InputError("plan-wrong", path=report.source, plan=plan.name, sheet=form.sheet, form=_UNKNOWN_FORM)
    before = quarters_before(report, plan, quarter)
    assessed = []
    for indicator in plan.indicators:
        code = indicator.code
        row, last, figures = matching.rows.get(code), before.earlier.get(code), before.figures.get(code, ())
        assessed.append(_assess_indicator(indicator, row, plan, quarter, rule, as_of, last, figures))
    results = tuple(result for result, _ in assessed)
    report_day = _day(form.report_date, plan.fiscal_year)
    review = Review(report, plan, form, results, report_day, before.earlier)
    about_rows = [finding for _, found in assessed for finding in found]
    about_sheets = (*report.findings, *before.findings, *form.findings)
    findings = [*about_sheets, *matching.findings, *about_rows, *check_report(review)]
    position = {indicator.code: place for place, indicator in enumerate(plan.indicators)}
    findings.sort(key=lambda finding: position.get(finding.indicator, -1))
    return Assessment(report.office, plan, quarter, rule or plan.rule, as_of, results, tuple(findings), report_day)


def total_under(assessed: Assessment, rule: Rule) -> Decimal:
    """Return what the same achievements earn when every indicator is marked by one rule."""
    percents = assessed.plan.percents
    return sum((marks_under(each, percents, rule) for each in assessed.results), Decimal(0))


def marks_under(result: Result, percents: tuple[Percent, ...], rule: Rule) -> Decimal:
    """Return what an achievement earns under a rule, the plan's or another, by the percents of the plan's tiers."""
    if result.scored is None or rule is result.rule:
        return result.marks
    indicator = result.indicator
    return marks_for(indicator.weight, percent_for(plan_targets(indicator, percents).scale, result.scored, rule))


def marks_of_earlier(result: Result, percents: tuple[Percent, ...]) -> Decimal | None:
    """Return what an indicator had earned by the figure of the quarters before; None where there was none."""
    indicator, before = result.indicator, result.before
    figure: Value | Fraction | None = result.earlier
    if indicator.calculated_by.by_quarter and before:
        most = largest_percent(indicator.targets) if indicator.unit is Unit.PERCENT else None
        figure = year_figure(indicator.calculated_by, indicator.unit, before[:-1], before[-1], most=most).scored
    if figure is None:
        return None
    scale = plan_targets(indicator, percents).scale
    if scale.fault:
        return NO_MARKS
    return marks_for(indicator.weight, percent_for(scale, figure, result.rule))


def latest_quarter(report: Report) -> Quarter:
    """Return the last quarter in which an office typed anything, the first when it typed nothing yet."""
    filled = [quarter for quarter, form in report.forms.items() if any(not row.achieved.blank for row in form.rows)]
    return max(filled, default=Quarter.Q1)


_UNKNOWN_FORM = Phrase("form-of-which-plan")
"""What to do about a file that is not the plan's; who can open its own plan may say more."""


def _require_year(report: Report, plan: Plan) -> None:
    if report.fiscal_year.kind in KIND_OF:
        return  # a finding says what the cell shows
    year = FiscalYear.parse(report.fiscal_year.text)
    if year is not None and year != plan.fiscal_year:
        params = {"found": year.label, "year": plan.fiscal_year.label, "form": _UNKNOWN_FORM}
        # A report that was imported may say its year in the name of its file alone.
        cell = report.fiscal_year.address
        raise InputError("fiscal-year-wrong" if cell else "fiscal-year-other", path=report.source, cell=cell, **params)
    if year is None and not report.fiscal_year.blank:
        text = report.fiscal_year.text
        raise InputError("fiscal-year-not-read", path=report.source, cell=report.fiscal_year.address, text=text)


def _assess_indicator(
    indicator: Indicator,
    row: Achievement | None,
    plan: Plan,
    quarter: Quarter,
    rule: Rule | None,
    as_of: date,
    last: Earlier | None,
    before: Sequence[QuarterFigure],
) -> tuple[Result, list[Finding]]:
    """One indicator's result and what its own cells give reason to say."""
    year, targets = plan.fiscal_year, plan_targets(indicator, plan.percents)
    achieved, accepted = (row.achieved, row.accepted) if row else (BLANK, BLANK)
    earlier = last.value if last else None
    rated = rate_row(
        indicator.unit,
        targets,
        rule or indicator.rule or plan.rule,
        achieved,
        accepted=accepted,
        year=year,
        unit_name=indicator.unit_name or "",
        method=indicator.calculated_by,
        before=before,
        quarter=quarter,
    )
    findings = [*_about_cells(row, rated.counted, indicator.code)] if row else []
    if unmade := about_figure(rated.figure, targets, achieved.address, indicator.code):
        findings.append(unmade)
    findings += _about_scale(row, targets.scale, indicator, plan)
    result = Result(
        indicator,
        rated.rule,
        row,
        rated.reading.status,
        row.achieved.text if row else "",
        rated.figure.value,
        rated.percent or Fraction(0),
        rated.marks(indicator.weight) or NO_MARKS,
        rated.attainable(indicator.weight, as_of, year, earlier),
        claimed=parse_marks(row.claimed.value) if row else None,
        offer=rated.reading.offer,
        not_yet_due=rated.not_yet_due(as_of),
        earlier=earlier,
        own=rated.reading.value,
        exact=rated.figure.exact,
        before=rated.before,
    )
    told = rated.reading.kind is FindingKind.NARRATIVE and is_achieved(result.raw)
    if result.offer is None and result.claimed is not None and told and not tells_of_other(result.raw, quarter):
        possible = frozenset(marks_for(indicator.weight, Fraction(percent)) for percent in plan.percents)
        if looks_like_count(result.claimed, result, possible):
            result = replace(result, offer=result.claimed)
    return result, [_with_offer(finding, result.offer) for finding in findings]


def _about_cells(row: Achievement, counted: Counted, code: str) -> Iterator[Finding]:
    """What the cells of achievement and accepted value give reason to say, each in its place."""
    achieved = finding_about(counted.achieved, row.achieved.address, code)
    accepted = finding_about(counted.accepted, row.accepted.address, code) if counted.accepted else None
    if counted.accepted_used:
        params = {"text": row.achieved.text, "value": counted.reading.value}
        yield Finding(FindingKind.ACCEPTED_USED, row.accepted.address, code, params)
    elif achieved:
        yield achieved
    if counted.accepted_used or counted.achieved.status is Status.UNREADABLE:
        if accepted:
            yield accepted
    elif accepted and row.accepted.kind in KIND_OF:
        yield accepted
    elif counted.accepted and (counted.accepted.value is None or counted.accepted.value != counted.achieved.value):
        yield Finding(FindingKind.ACCEPTED_NOT_USED, row.accepted.address, code, {"accepted": row.accepted.text})


def _about_scale(row: Achievement | None, scale: Scale, indicator: Indicator, plan: Plan) -> Iterator[Finding]:
    """Why the plan's targets cannot mark an indicator, at the cell of the target."""
    if scale.fault:
        params = {"code": indicator.code, "tier": plan.tiers[scale.at].name, "unit": indicator.unit_shown}
        cell = row.targets[scale.at].address if row and scale.at < len(row.targets) else ""
        yield Finding(scale.fault, cell, indicator.code, params)


def _with_offer(finding: Finding, offer: Value | None) -> Finding:
    if "offer" in finding.params and finding.params["offer"] is None and offer is not None:
        return replace(finding, params={**finding.params, "offer": offer})
    return finding


def _day(cell: Cell, year: FiscalYear) -> date | None:
    reading = read_cell(cell, Unit.DATE, year)
    return reading.value if isinstance(reading.value, date) else None
