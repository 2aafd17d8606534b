"""A consolidation as pandas tables, for whoever wants to go on from there.

Every table has a fixed set of columns with fixed types, also when it has no row: numbers are NaN and days NaT where
there is none, texts are `string` columns. What the columns are is said in `records`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from xl_apa.ministry.export import rows
from xl_apa.ministry.export.rows import (
    BY_RULE,
    CLAIMS,
    DEADLINES,
    FINDINGS,
    INDICATORS,
    OFFICES,
    PLAN_DIFFERENCES,
    PROSPECTS,
    SOURCES,
    SUBMITTED,
    TIDY,
)
from xl_apa.ministry.model import MinistryResult

__all__ = [
    "BY_RULE",
    "CLAIMS",
    "DEADLINES",
    "FINDINGS",
    "INDICATORS",
    "OFFICES",
    "PLAN_DIFFERENCES",
    "PROSPECTS",
    "SOURCES",
    "SUBMITTED",
    "TIDY",
]


def tidy(consolidation: MinistryResult) -> pd.DataFrame:
    """One row per office and indicator, offices by rank, indicators as in the plan. Columns: TIDY."""
    return _frame(rows.tidy(consolidation), TIDY)


def offices(consolidation: MinistryResult) -> pd.DataFrame:
    """One row per office, by rank. Columns: OFFICES."""
    return _frame(rows.offices(consolidation), OFFICES)


def indicators(consolidation: MinistryResult) -> pd.DataFrame:
    """One row per indicator of the plan: mean marks, and the share of offices with full marks. Columns: INDICATORS."""
    return _frame(rows.indicators(consolidation), INDICATORS)


def submitted(consolidation: MinistryResult) -> pd.DataFrame:
    """One row per office of the register that should report; empty without a register. Columns: SUBMITTED."""
    return _frame(rows.submitted(consolidation), SUBMITTED)


def by_rule(consolidation: MinistryResult) -> pd.DataFrame:
    """One row per office, by rank: totals and ranks under each rule, and by how much they move. Columns: BY_RULE."""
    return _frame(rows.by_rule(consolidation), BY_RULE)


def findings(consolidation: MinistryResult) -> pd.DataFrame:
    """Every finding, by the rank of its office. Columns: FINDINGS."""
    return _frame(rows.findings(consolidation), FINDINGS)


def claims(consolidation: MinistryResult) -> pd.DataFrame:
    """Where an office claims other marks than it earned, and why, when that shows. Columns: CLAIMS."""
    return _frame(rows.claims(consolidation), CLAIMS)


def plan_differences(consolidation: MinistryResult) -> pd.DataFrame:
    """Where an office's form is not what the ministry's plan says. Columns: PLAN_DIFFERENCES."""
    return _frame(rows.plan_differences(consolidation), PLAN_DIFFERENCES)


def attainable(consolidation: MinistryResult) -> pd.DataFrame:
    """One row per indicator: what the offices can still earn, and until when. Columns: PROSPECTS."""
    return _frame(rows.attainable(consolidation), PROSPECTS)


def days(consolidation: MinistryResult) -> pd.DataFrame:
    """The days to come, in order: tiers that end, reports that are due. Columns: DEADLINES."""
    return _frame(rows.days(consolidation), DEADLINES)


def sources(consolidation: MinistryResult) -> pd.DataFrame:
    """Every file that was found, by path: what it is, and what became of it. Columns: SOURCES."""
    return _frame(rows.sources(consolidation), SOURCES)


def matrix(consolidation: MinistryResult) -> pd.DataFrame:
    """Marks, an office a row by rank: a column per indicator, named by its code, then `total` and `rank`.

    Marks are float64, the rank is int64. The index holds `office_code` and `office_name`: every column is a number.
    """
    codes = [indicator.code for indicator in consolidation.task.plan.indicators]
    frame = _frame(rows.marks(consolidation), {**dict.fromkeys(codes, "float64"), "total": "float64", "rank": "int64"})
    names = [(office.assessment.office.code, office.assessment.office.name) for office in consolidation.offices]
    frame.index = pd.MultiIndex.from_frame(_frame(names, {"office_code": "string", "office_name": "string"}))
    return frame


def _frame(rows: Iterable[tuple[object, ...]], types: Mapping[str, str]) -> pd.DataFrame:
    columns: list[tuple[Any, ...]] = list(zip(*rows)) or [()] * len(types)
    return pd.DataFrame(
        {name: pd.Series(list(values), dtype=kind) for (name, kind), values in zip(types.items(), columns)}
    )
