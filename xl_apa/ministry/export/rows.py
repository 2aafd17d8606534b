"""A consolidation row by row: the tables of the summary before anybody lays them out.

Every function returns an iterator over the rows of one table, in their order, with the columns that `columns` names.
Marks leave `Decimal` here and only here: a total is the float of the exact sum, never a sum of floats.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from operator import itemgetter

from xl_apa.core.assess import total_under
from xl_apa.core.findings import Category, FindingKind, Severity
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.model import Result, Rule, Value
from xl_apa.ministry.analysis.claims import claimed_otherwise
from xl_apa.ministry.analysis.deadlines import deadlines, prospects
from xl_apa.ministry.analysis.past_marks import last_quarter, last_year
from xl_apa.ministry.analysis.reviewed_offices import reviewed_offices
from xl_apa.ministry.analysis.statistics import indicator_figures, reason
from xl_apa.ministry.analysis.submissions import submissions
from xl_apa.ministry.model import MinistryResult, OfficeResult, Source, ranks_of

Row = tuple[object, ...]


def tidy(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per office and indicator, offices by rank, indicators as in the plan. Columns: TIDY."""
    return (
        (
            *_who(office),
            *_period(office),
            *_outcome(result),
            office.source.path,
            office.sheet,
            result.cell,
            result.rule.value,
            result.indicator.calculated_by.value,
            _float(_number(result.own)),
        )
        for office in consolidation.offices
        for result in office.assessment.results
    )


def offices(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per office, by rank. Columns: OFFICES."""
    return (
        (
            office.rank,
            *_who(office),
            office.counts,
            office.reported,
            float(office.assessment.total),
            float(office.assessment.plan.weight),
            float(office.assessment.attainable),
            *(office.assessment.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)),
            office.assessment.report_day,
            office.source.path,
            *_beside(consolidation, office),
        )
        for office in consolidation.offices
    )


def _beside(consolidation: MinistryResult, office: OfficeResult) -> Row:
    """Return the columns of OFFICES from `apa_marks` on."""
    past = last_quarter(consolidation, office), last_year(consolidation, office)
    who = office.assessment.office
    decision = consolidation.decision_on(who.code, who.name)
    return (
        _float(office.assessment.apa_marks),
        *(_float(each.total) if each else None for each in past),
        "" if consolidation.decisions is None else decision.status.value,
        decision.comment,
        office.imported.kind if office.imported else "form",
        float(100 * office.imported.confidence) if office.imported else None,
        office.to_confirm,
    )


def marks(consolidation: MinistryResult) -> Iterator[tuple[float, ...]]:
    """Return marks, an office a row by rank: a column per indicator of the plan, then total and rank."""
    return (
        (*(float(result.marks) for result in office.assessment.results), float(office.assessment.total), office.rank)
        for office in consolidation.offices
    )


def indicators(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per indicator: mean marks, and the share of offices with full marks. Columns: INDICATORS."""
    for figures in indicator_figures(consolidation):
        indicator = figures.indicator
        yield (
            indicator.code,
            indicator.title,
            indicator.unit.value,
            indicator.unit_shown,
            float(indicator.weight),
            _float(figures.mean_marks),
            _float(figures.full_marks_percent),
        )


def submitted(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per office of the register that should report; empty without a register. Columns: SUBMITTED."""
    register = consolidation.register
    return (
        (
            each.office.code,
            each.office.name,
            each.office.level,
            each.office.parent,
            each.status.value,
            each.result.assessment.report_day if each.result else None,
            _float(each.result.assessment.total if each.result and each.result.counts else None),
            each.office.contact,
            each.path,
        )
        for each in (submissions(consolidation, register) if register else ())
    )


def review(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per office that is answered, and what was decided; empty where nobody asked. Columns: REVIEW."""
    for office in reviewed_offices(consolidation) if consolidation.decisions is not None else ():
        decision = office.decision(consolidation)
        yield (
            office.code,
            office.name,
            office.submission.value if office.submission else "",
            _float(office.result.assessment.total if office.result else None),
            decision.status.value,
            decision.typed,
            decision.comment,
            decision.earlier,
            decision.replaced,
            office.result.source.path if office.result else "",
        )


def by_rule(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per office that counts, by rank: totals and ranks under each rule, and the difference.

    Columns: BY_RULE.

    Which rule is meant could not be confirmed by anybody; this shows for whom it matters.
    """
    assessments = [office.assessment for office in consolidation.counted]
    totals = [[total_under(assessed, rule) for assessed in assessments] for rule in (Rule.TIER, Rule.PROPORTIONAL)]
    ranks = [ranks_of(each) for each in totals]
    return (
        (who.code, who.name, float(tier), float(share), float(share - tier), first, second, first - second)
        for who, tier, share, first, second in zip((each.office for each in assessments), *totals, *ranks)
    )


def findings(consolidation: MinistryResult) -> Iterator[Row]:
    """Return every finding, errors first, then by the rank of its office. Columns: FINDINGS."""
    return (
        (
            finding.severity.value,
            office.assessment.office.code,
            office.assessment.office.name,
            finding.indicator,
            finding.cell,
            finding.code,
            finding.text("bn"),
            finding.text("en"),
            office.source.path,
        )
        # Gone through once for each severity: a list to be sorted would be long.
        for severity in _GRAVEST_FIRST
        for office, finding in consolidation.findings()
        if finding.severity is severity
    )


_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def claims(consolidation: MinistryResult) -> Iterator[Row]:
    """Return where an office claims other marks than it earned, and why, when that shows. Columns: CLAIMS."""
    for office in consolidation.offices:
        for result, why in claimed_otherwise(office.assessment):
            assert result.claimed is not None  # or there would be no difference
            yield (
                *_who(office)[:2],
                result.indicator.code,
                float(result.indicator.weight),
                result.raw,
                float(result.claimed),
                float(result.marks),
                float(result.claimed - result.marks),
                why.value,
                office.source.path,
                result.cell,
            )


def plan_differences(consolidation: MinistryResult) -> Iterator[Row]:
    """Return where an office's form is not what the ministry's plan says. Columns: PLAN_DIFFERENCES."""
    return (
        (
            *_who(office)[:2],
            finding.indicator,
            finding.code,
            finding.text("bn"),
            finding.text("en"),
            office.source.path,
            finding.cell,
        )
        for office, finding in consolidation.findings()
        if finding.kind.category is Category.FORM
    )


def sources(consolidation: MinistryResult) -> Iterator[Row]:
    """Return every file that was found, by path: what it is, and what became of it. Columns: SOURCES.

    Beside a report that counts stands why it counts rather than another of its office.
    """
    rows: list[Row] = []
    for office in consolidation.offices:
        chosen = [finding for finding in office.assessment.findings if finding.kind in _CHOSEN]
        reasons = (" ".join(finding.text(lang) for finding in chosen) for lang in LANGUAGES)
        rows.append((*_file(office.source, office.sheet), "read", *reasons))
    for outcome, files in (("refused", consolidation.refused), ("aside", consolidation.aside)):
        rows += [(*_file(each.source), outcome, *(reason(each, lang) for lang in LANGUAGES)) for each in files]
    return iter(sorted(rows, key=itemgetter(0, 4)))


_CHOSEN = (FindingKind.SENT_AGAIN, FindingKind.SENT_AGAIN_UNDECIDED)


def _file(source: Source, sheet: str = "") -> Row:
    """Return the columns of SOURCES from `path` to `read_at`."""
    return source.path, sheet, source.sha256, source.read_at and source.read_at.replace(tzinfo=None)


def attainable(consolidation: MinistryResult) -> Iterator[Row]:
    """Return one row per indicator: what the offices can still earn, and until when. Columns: PROSPECTS."""
    for prospect in prospects(consolidation):
        indicator = prospect.indicator
        yield (
            indicator.code,
            indicator.title,
            indicator.unit.value,
            indicator.unit_shown,
            float(indicator.weight),
            _float(prospect.mean_marks),
            _float(prospect.mean_attainable),
            _float(prospect.mean_open),
            prospect.offices_open,
            prospect.next_day,
            None if prospect.next_percent is None else float(prospect.next_percent),
        )


def days(consolidation: MinistryResult) -> Iterator[Row]:
    """Return the days to come, in order: tiers that end, reports that are due. Columns: DEADLINES."""
    for deadline in deadlines(consolidation):
        indicator = deadline.indicator
        yield (
            deadline.day,
            indicator.code if indicator else "",
            indicator.title if indicator else "",
            None if deadline.quarter is None else int(deadline.quarter),
            deadline.level,
            None if deadline.percent is None else float(deadline.percent),
            deadline.waiting,
        )


def _who(office: OfficeResult) -> tuple[str, str, str]:
    who = office.assessment.office
    return who.code, who.name, who.parent


def _period(office: OfficeResult) -> tuple[str, int]:
    return office.assessment.plan.fiscal_year.label, int(office.assessment.quarter)


def _outcome(result: Result) -> Row:
    """Return the columns of TIDY from `indicator` to `claimed`."""
    indicator = result.indicator
    return (
        indicator.code,
        indicator.unit.value,
        indicator.unit_shown,
        float(indicator.weight),
        result.raw,
        result.status.value,
        _float(_number(result.value)),
        result.value if isinstance(result.value, date) else None,
        float(result.percent),
        float(result.marks),
        float(result.attainable),
        _float(result.claimed),
    )


def _number(value: Value | None) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
