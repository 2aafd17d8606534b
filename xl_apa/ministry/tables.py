"""A consolidation as pandas tables, for the summary and for whoever wants to go on from there.

Every table has a fixed set of columns with fixed types, also when it has no row. Marks leave `Decimal` here and only
here: a total is the float of the exact sum, never a sum of floats. Texts are `string` columns, empty where there is
nothing to say; numbers are NaN and days NaT where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from xl_apa.core.assess import total_under
from xl_apa.core.messages import Severity, render
from xl_apa.core.model import Result, Rule, Value
from xl_apa.ministry.consolidate import Consolidation, ranks_of
from xl_apa.ministry.outcome import OfficeResult, Refusal
from xl_apa.ministry.submissions import missing, submissions

_TEXT, _NUMBER, _COUNT, _DAY, _TIME = "string", "float64", "int64", "datetime64[s]", "datetime64[s]"

TIDY = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "parent": _TEXT,
    "fiscal_year": _TEXT,  # 2023-24
    "quarter": _COUNT,
    "indicator": _TEXT,  # its code, 1.2.1
    "unit": _TEXT,  # date, number, percent
    "weight": _NUMBER,
    "raw": _TEXT,  # what was typed
    "status": _TEXT,  # reported, ongoing, none, unreadable
    "value_number": _NUMBER,  # a count or a percent (96, not 0.96)
    "value_date": _DAY,
    "percent": _NUMBER,  # the tier percent, 0 to 100
    "marks": _NUMBER,
    "attainable": _NUMBER,
    "claimed": _NUMBER,
    "path": _TEXT,
    "sheet": _TEXT,
    "cell": _TEXT,  # what Excel's Go To takes: '১ম ত্রৈমাসিক'!M8
    "rule": _TEXT,  # tier, proportional
}
OFFICES = {
    "rank": _COUNT,
    "office_code": _TEXT,
    "office_name": _TEXT,
    "parent": _TEXT,
    "reported": "bool",
    "total": _NUMBER,
    "out_of": _NUMBER,
    "attainable": _NUMBER,
    "errors": _COUNT,
    "warnings": _COUNT,
    "notes": _COUNT,
    "report_date": _DAY,
    "path": _TEXT,
}
FINDINGS = {
    "severity": _TEXT,  # error, warning, note
    "office_code": _TEXT,
    "office_name": _TEXT,
    "indicator": _TEXT,
    "cell": _TEXT,
    "code": _TEXT,  # of the message catalogue
    "message_bn": _TEXT,
    "message_en": _TEXT,
    "path": _TEXT,
}
SOURCES = {
    "path": _TEXT,
    "sheet": _TEXT,
    "sha256": _TEXT,
    "read_at": _TIME,  # by the clock of the computer that read the file
    "outcome": _TEXT,  # read, refused
    "reason_bn": _TEXT,
    "reason_en": _TEXT,
}
INDICATORS = {
    "indicator": _TEXT,
    "title": _TEXT,
    "unit": _TEXT,
    "weight": _NUMBER,
    "mean_marks": _NUMBER,  # over all offices, NaN without any
    "full_marks_percent": _NUMBER,  # of all offices, 0 to 100
}


BY_RULE = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "total_tier": _NUMBER,
    "total_proportional": _NUMBER,
    "total_change": _NUMBER,
    "rank_tier": _COUNT,
    "rank_proportional": _COUNT,
    "rank_change": _COUNT,  # places gained under the proportional rule
}
SUBMITTED = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "level": _TEXT,
    "parent_code": _TEXT,
    "submission": _TEXT,  # a Submission
    "report_date": _DAY,
    "total": _NUMBER,  # NaN where no report came
    "contact": _TEXT,
    "path": _TEXT,
}


@dataclass(frozen=True, slots=True)
class Overview:
    """A ministry's quarter in a few numbers.

    `mean` is over all offices read, `mean_reported` over those that reported, None without any. `best` and `weakest`
    are the offices with the highest and the lowest total among those that reported; several when they are equal.
    """

    found: int
    read: int
    refused: int
    offices: int
    reported: int
    not_reported: int
    mean: Decimal | None
    mean_reported: Decimal | None
    best: tuple[OfficeResult, ...]
    weakest: tuple[OfficeResult, ...]


def overview(consolidation: Consolidation) -> Overview:
    """How many files and offices there are, and how they did."""
    offices = consolidation.offices
    reported = [office for office in offices if office.reported]
    totals = [office.assessment.total for office in reported]
    highest, lowest = max(totals, default=None), min(totals, default=None)
    silent = silent_offices(consolidation)
    return Overview(
        consolidation.found,
        len(offices),
        len(consolidation.refused),
        len(offices),
        len(reported),
        len(silent),
        consolidation.mean if offices else None,
        _mean(totals),
        tuple(office for office, total in zip(reported, totals) if total == highest),
        tuple(office for office, total in zip(reported, totals) if total == lowest),
    )


def silent_offices(consolidation: Consolidation) -> list[str]:
    """The names of those of whom no report came: of the register where there is one, else of the blank files."""
    if consolidation.register:
        away = missing(submissions(consolidation, consolidation.register))
        return [office.name or office.code for office in away]
    silent = [office for office in consolidation.offices if not office.reported]
    return [office_name(office) for office in silent]


def office_name(office: OfficeResult) -> str:
    """What to call an office: its name, else its code, else its file."""
    who = office.assessment.office
    return who.name or who.code or Path(office.source.path).name


def indicators(consolidation: Consolidation) -> pd.DataFrame:
    """One row per indicator of the plan: mean marks, and the share of offices with full marks. Columns: INDICATORS."""
    marks = [[result.marks for result in office.assessment.results] for office in consolidation.offices]
    planned = consolidation.task.plan.indicators
    by_indicator: Sequence[Sequence[Decimal]] = list(zip(*marks)) or [()] * len(planned)
    rows = [
        (
            indicator.code,
            indicator.title,
            indicator.unit.value,
            float(indicator.weight),
            _float(_mean(earned)),
            _float(_mean([Decimal(100 * (each == indicator.weight)) for each in earned])),
        )
        for indicator, earned in zip(planned, by_indicator)
    ]
    return _frame(rows, INDICATORS)


def tidy(consolidation: Consolidation) -> pd.DataFrame:
    """One row per office and indicator, offices by rank, indicators as in the plan. Columns: TIDY."""
    rows = (
        (
            *_who(office),
            *_period(office),
            *_outcome(result),
            office.source.path,
            office.sheet,
            result.cell,
            result.rule.value,
        )
        for office in consolidation.offices
        for result in office.assessment.results
    )
    return _frame(rows, TIDY)


def offices(consolidation: Consolidation) -> pd.DataFrame:
    """One row per office, by rank. Columns: OFFICES."""
    rows = (
        (
            office.rank,
            *_who(office),
            office.reported,
            float(office.assessment.total),
            float(office.assessment.plan.weight),
            float(office.assessment.attainable),
            *(office.assessment.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)),
            office.assessment.report_day,
            office.source.path,
        )
        for office in consolidation.offices
    )
    return _frame(rows, OFFICES)


def matrix(consolidation: Consolidation) -> pd.DataFrame:
    """Marks, an office a row by rank: a column per indicator, named by its code, then `total` and `rank`.

    Marks are float64, the rank is int64. The index holds `office_code` and `office_name`: every column is a number.
    """
    codes = [indicator.code for indicator in consolidation.task.plan.indicators]
    rows = (
        (
            *(float(result.marks) for result in office.assessment.results),
            float(office.assessment.total),
            office.rank,
        )
        for office in consolidation.offices
    )
    frame = _frame(rows, {**dict.fromkeys(codes, _NUMBER), "total": _NUMBER, "rank": _COUNT})
    names = [(office.assessment.office.code, office.assessment.office.name) for office in consolidation.offices]
    frame.index = pd.MultiIndex.from_frame(_frame(names, {"office_code": _TEXT, "office_name": _TEXT}))
    return frame


def submitted(consolidation: Consolidation) -> pd.DataFrame:
    """One row per office of the register that should report, in its order. Columns: SUBMITTED; empty without one."""
    register = consolidation.register
    rows = (
        (
            each.office.code,
            each.office.name,
            each.office.level,
            each.office.parent,
            each.status.value,
            each.result.assessment.report_day if each.result else None,
            _float(each.result.assessment.total if each.result else None),
            each.office.contact,
            each.result.source.path if each.result else "",
        )
        for each in (submissions(consolidation, register) if register else ())
    )
    return _frame(rows, SUBMITTED)


def by_rule(consolidation: Consolidation) -> pd.DataFrame:
    """One row per office, by rank: totals and ranks under each rule, and by how much they move. Columns: BY_RULE.

    Which rule is meant could not be confirmed by anybody; this shows for whom it matters.
    """
    assessments = [office.assessment for office in consolidation.offices]
    totals = [[total_under(assessed, rule) for assessed in assessments] for rule in (Rule.TIER, Rule.PROPORTIONAL)]
    ranks = [ranks_of(each) for each in totals]
    rows = (
        (who.code, who.name, float(tier), float(share), float(share - tier), first, second, first - second)
        for who, tier, share, first, second in zip((each.office for each in assessments), *totals, *ranks)
    )
    return _frame(rows, BY_RULE)


def findings(consolidation: Consolidation) -> pd.DataFrame:
    """Every finding, by the rank of its office. Columns: FINDINGS."""
    rows = (
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
        for office, finding in consolidation.findings()
    )
    return _frame(rows, FINDINGS)


def sources(consolidation: Consolidation) -> pd.DataFrame:
    """Every file that was found, by path: what it is, and what became of it. Columns: SOURCES."""
    rows = [
        (each.source.path, each.sheet, each.source.sha256, each.source.read_at.replace(tzinfo=None), "read", "", "")
        for each in consolidation.offices
    ]
    rows += [
        (
            each.source.path,
            "",
            each.source.sha256,
            each.source.read_at.replace(tzinfo=None),
            "refused",
            reason(each, "bn"),
            reason(each, "en"),
        )
        for each in consolidation.refused
    ]
    return _frame(sorted(rows), SOURCES)


def reason(refusal: Refusal, lang: str) -> str:
    """Why a file was refused; the file by its name alone, since its path stands beside the reason."""
    params = dict(refusal.error.params)
    if str(params.get("path")) == refusal.source.path:
        params["path"] = Path(refusal.source.path).name
    return render(refusal.error.code, lang, params)


def _who(office: OfficeResult) -> tuple[str, str, str]:
    who = office.assessment.office
    return who.code, who.name, who.parent


def _period(office: OfficeResult) -> tuple[str, int]:
    return office.assessment.plan.fiscal_year.label, int(office.assessment.quarter)


def _outcome(result: Result) -> tuple[object, ...]:
    """The columns from `indicator` to `claimed`."""
    indicator = result.indicator
    return (
        indicator.code,
        indicator.unit.value,
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


def _float(value: Decimal | None) -> float:
    return float("nan") if value is None else float(value)


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    if not values:
        return None
    return (sum(values, Decimal(0)) / len(values)).quantize(Decimal("0.01"), "ROUND_HALF_UP")


def _frame(rows: Iterable[tuple[object, ...]], types: Mapping[str, str]) -> pd.DataFrame:
    columns: list[tuple[Any, ...]] = list(zip(*rows)) or [()] * len(types)
    return pd.DataFrame(
        {name: pd.Series(list(values), dtype=kind) for (name, kind), values in zip(types.items(), columns)}
    )
