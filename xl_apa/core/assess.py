"""Report and plan together: marks, totals and findings. The one way in which marks come about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from xl_apa.core.cells import CellValue
from xl_apa.core.checks import Review, check_report
from xl_apa.core.checks.claims import looks_like_count
from xl_apa.core.checks.review import Earlier
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding, FindingKind, Severity, gravest
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.matching import Matching, match_rows
from xl_apa.core.model import Achievement, Form, Indicator, Office, Plan, Report, Result, Rule, Status, Unit, Value
from xl_apa.core.reading import Reading, parse_achievement, parse_marks
from xl_apa.core.scoring import Scale, attainable_for, build_scale, last_day, marks_for, percent_for


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
    def attainable(self) -> Decimal:
        """Marks that the year can still end with."""
        return sum((result.attainable for result in self.results), Decimal(0))

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def message_about(self, code: str) -> Finding | None:
        """The gravest finding about an indicator, the first of those; None when it is fine."""
        return gravest(finding for finding in self.findings if finding.indicator == code)


def assess(
    report: Report, plan: Plan, quarter: Quarter, *, rule: Rule | None = None, as_of: date | None = None
) -> Assessment:
    """The marks and findings of one quarter of a report, by the ministry's plan.

    `rule` overrides the plan's and the indicators' own; `as_of` (default: the quarter's last day) decides what is
    still attainable. Raises InputError when the report is for another fiscal year, has no form for the quarter, or
    none of its rows belongs to the plan.
    """
    _require_year(report, plan)
    form = report.forms.get(quarter)
    if form is None:
        raise InputError("quarter-missing", path=report.source, quarter=quarter)
    as_of = as_of or plan.fiscal_year.quarter_end(quarter)
    matching = match_rows(plan, form.rows)
    if not matching.rows:
        raise InputError("plan-wrong", path=report.source, plan=plan.name, sheet=form.sheet)
    earlier = _earlier(report, plan, quarter)
    rated = [
        _rate(indicator, matching, plan, rule, as_of, earlier.get(indicator.code)) for indicator in plan.indicators
    ]
    results = tuple(result for result, _ in rated)
    report_day = _day(form.report_date.value, plan.fiscal_year)
    review = Review(report, plan, form, results, report_day, earlier)
    findings = [*matching.findings, *(finding for _, found in rated for finding in found), *check_report(review)]
    position = {indicator.code: place for place, indicator in enumerate(plan.indicators)}
    findings.sort(key=lambda finding: position.get(finding.indicator, -1))
    return Assessment(report.office, plan, quarter, rule or plan.rule, as_of, results, tuple(findings), report_day)


def total_under(assessed: Assessment, rule: Rule) -> Decimal:
    """What the same achievements earn when every indicator is marked by one rule."""
    percents = assessed.plan.percents
    return sum((marks_under(each, percents, rule) for each in assessed.results), Decimal(0))


def marks_under(result: Result, percents: tuple[int, ...], rule: Rule) -> Decimal:
    """What an achievement earns under a rule, the plan's or another; `percents` are those of the plan's tiers."""
    if result.value is None or rule is result.rule:
        return result.marks
    indicator = result.indicator
    return marks_for(indicator.weight, percent_for(_scale(indicator, percents), result.value, rule))


def latest_quarter(report: Report) -> Quarter:
    """The last quarter in which an office typed anything, the first when it typed nothing yet."""
    filled = [quarter for quarter, form in report.forms.items() if any(not row.achieved.blank for row in form.rows)]
    return max(filled, default=Quarter.Q1)


def _require_year(report: Report, plan: Plan) -> None:
    year = FiscalYear.parse(report.fiscal_year.text)
    if year is not None and year != plan.fiscal_year:
        params = {"found": year.label, "year": plan.fiscal_year.label}
        raise InputError("fiscal-year-wrong", path=report.source, cell=report.fiscal_year.address, **params)
    if year is None and not report.fiscal_year.blank:
        text = report.fiscal_year.text
        raise InputError("fiscal-year-not-read", path=report.source, cell=report.fiscal_year.address, text=text)


def _rate(
    indicator: Indicator, matching: Matching, plan: Plan, rule: Rule | None, as_of: date, earlier: Earlier | None
) -> tuple[Result, list[Finding]]:
    """One indicator's result and what its own cells give reason to say."""
    row = matching.rows.get(indicator.code)
    reading, findings = _read(row, indicator, plan.fiscal_year) if row else (Reading(Status.NONE), [])
    used = rule or indicator.rule or plan.rule
    scale = _scale(indicator, plan.percents)
    if scale.fault:
        params = {"code": indicator.code, "tier": plan.tiers[scale.at].name, "unit": indicator.unit.bangla}
        cell = row.targets[scale.at].address if row and scale.at < len(row.targets) else ""
        findings.append(Finding(scale.fault, cell, indicator.code, params))
    percent = percent_for(scale, reading.value, used) if reading.value is not None else Fraction(0)
    final = last_day(indicator)
    result = Result(
        indicator,
        used,
        row,
        reading.status,
        row.achieved.text if row else "",
        reading.value,
        percent,
        marks_for(indicator.weight, percent),
        attainable_for(
            indicator.unit,
            scale,
            indicator.weight,
            used,
            reading.value,
            as_of,
            plan.fiscal_year,
            earlier=earlier.value if earlier else None,
        ),
        claimed=parse_marks(row.claimed.value) if row else None,
        offer=reading.offer,
        not_yet_due=reading.status in (Status.NONE, Status.ONGOING) and final is not None and final > as_of,
        earlier=earlier.value if earlier else None,
    )
    if result.offer is None and result.claimed is not None and reading.kind is FindingKind.NARRATIVE:
        possible = frozenset(marks_for(indicator.weight, Fraction(percent)) for percent in plan.percents)
        if looks_like_count(result.claimed, result, possible):
            result = replace(result, offer=result.claimed)
    return result, [_with_offer(finding, result.offer) for finding in findings]


def _read(row: Achievement, indicator: Indicator, year: FiscalYear) -> tuple[Reading, list[Finding]]:
    """What counts for a row: the achievement, or the accepted value when the achievement is no value."""
    code, unit = indicator.code, indicator.unit
    reading = parse_achievement(row.achieved.value, unit, year)
    if row.accepted.blank:
        return reading, _about(reading, row.achieved.address, code)
    accepted = parse_achievement(row.accepted.value, unit, year)
    if reading.status is not Status.UNREADABLE:
        if accepted.value is not None and accepted.value == reading.value:
            return reading, _about(reading, row.achieved.address, code)
        unused = Finding(FindingKind.ACCEPTED_NOT_USED, row.accepted.address, code, {"accepted": row.accepted.text})
        return reading, [*_about(reading, row.achieved.address, code), unused]
    if accepted.value is None:
        return reading, [*_about(reading, row.achieved.address, code), *_about(accepted, row.accepted.address, code)]
    params = {"text": row.achieved.text, "value": accepted.value}
    return accepted, [
        Finding(FindingKind.ACCEPTED_USED, row.accepted.address, code, params),
        *_about(accepted, row.accepted.address, code),
    ]


def _about(reading: Reading, address: str, code: str) -> list[Finding]:
    if reading.kind is None:
        return []
    offer = {"offer": reading.offer} if reading.status is Status.UNREADABLE else {}
    return [Finding(reading.kind, address, code, {**reading.params, **offer})]


def _with_offer(finding: Finding, offer: Value | None) -> Finding:
    if "offer" in finding.params and finding.params["offer"] is None and offer is not None:
        return replace(finding, params={**finding.params, "offer": offer})
    return finding


@lru_cache(maxsize=4096)
def _scale(indicator: Indicator, percents: tuple[int, ...]) -> Scale:
    return build_scale(indicator.unit, indicator.targets, percents)


def _day(value: CellValue, year: FiscalYear) -> date | None:
    reading = parse_achievement(value, Unit.DATE, year)
    return reading.value if isinstance(reading.value, date) else None


def _earlier(report: Report, plan: Plan, quarter: Quarter) -> Mapping[str, Earlier]:
    """The last value of each indicator before a quarter."""
    earlier: dict[str, Earlier] = {}
    for before, form in sorted(report.forms.items()):
        if before < quarter:
            earlier.update(_values_of(before, form, plan))
    return earlier


def _values_of(quarter: Quarter, form: Form, plan: Plan) -> Iterator[tuple[str, Earlier]]:
    if all(row.achieved.blank for row in form.rows):
        return
    matched = match_rows(plan, form.rows).rows
    for indicator in plan.indicators:
        row = matched.get(indicator.code)
        value = _read(row, indicator, plan.fiscal_year)[0].value if row else None
        if row and value is not None:
            yield indicator.code, Earlier(quarter, value, row.achieved.address)
