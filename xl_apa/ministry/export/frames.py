"""A consolidation as pandas tables, for whoever wants to go on from there. Nothing else in the package needs pandas.

Every table has a fixed set of columns with fixed types, also when it has no row: numbers are NaN and days NaT where
there is none, texts are `string` columns. What the columns are is said in `columns`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from xl_apa.ministry.export import columns, rows
from xl_apa.ministry.model import MinistryResult


def tidy(consolidation: MinistryResult) -> pd.DataFrame:
    """Return one row per office and indicator, offices by rank, indicators as in the plan. Columns: TIDY."""
    return _frame(rows.tidy(consolidation), columns.TIDY)


def offices(consolidation: MinistryResult) -> pd.DataFrame:
    """Return one row per office, by rank. Columns: OFFICES."""
    return _frame(rows.offices(consolidation), columns.OFFICES)


def indicators(consolidation: MinistryResult) -> pd.DataFrame:
    """Return one row per indicator: mean marks, and the share of offices with full marks. Columns: INDICATORS."""
    return _frame(rows.indicators(consolidation), columns.INDICATORS)


def submitted(consolidation: MinistryResult) -> pd.DataFrame:
    """Return one row per office of the register that should report; empty without a register. Columns: SUBMITTED."""
    return _frame(rows.submitted(consolidation), columns.SUBMITTED)


def review(consolidation: MinistryResult) -> pd.DataFrame:
    """Return one row per office that is answered: the ministry's decision; else empty. Columns: REVIEW."""
    return _frame(rows.review(consolidation), columns.REVIEW)


def by_rule(consolidation: MinistryResult) -> pd.DataFrame:
    """Return one row per office, by rank: totals and ranks under each rule, and the difference. Columns: BY_RULE."""
    return _frame(rows.by_rule(consolidation), columns.BY_RULE)


def findings(consolidation: MinistryResult) -> pd.DataFrame:
    """Return every finding, by the rank of its office. Columns: FINDINGS."""
    return _frame(rows.findings(consolidation), columns.FINDINGS)


def claims(consolidation: MinistryResult) -> pd.DataFrame:
    """Return where an office claims other marks than it earned, and why, when that shows. Columns: CLAIMS."""
    return _frame(rows.claims(consolidation), columns.CLAIMS)


def plan_differences(consolidation: MinistryResult) -> pd.DataFrame:
    """Return where an office's form is not what the ministry's plan says. Columns: PLAN_DIFFERENCES."""
    return _frame(rows.plan_differences(consolidation), columns.PLAN_DIFFERENCES)


def attainable(consolidation: MinistryResult) -> pd.DataFrame:
    """Return one row per indicator: what the offices can still earn, and until when. Columns: PROSPECTS."""
    return _frame(rows.attainable(consolidation), columns.PROSPECTS)


def days(consolidation: MinistryResult) -> pd.DataFrame:
    """Return the days to come, in order: tiers that end, reports that are due. Columns: DEADLINES."""
    return _frame(rows.days(consolidation), columns.DEADLINES)


def sources(consolidation: MinistryResult) -> pd.DataFrame:
    """Return every file that was found, by path: what it is, and what became of it. Columns: SOURCES."""
    return _frame(rows.sources(consolidation), columns.SOURCES)


def matrix(consolidation: MinistryResult) -> pd.DataFrame:
    """Return marks, an office a row by rank: a column per indicator, named by its code, then `total` and `rank`.

    Marks are float64, the rank is int64. The index holds `office_code` and `office_name`: every column is a number.
    """
    codes = [indicator.code for indicator in consolidation.task.plan.indicators]
    frame = _frame(rows.marks(consolidation), {**dict.fromkeys(codes, "float64"), "total": "float64", "rank": "int64"})
    names = [(office.assessment.office.code, office.assessment.office.name) for office in consolidation.offices]
    frame.index = pd.MultiIndex.from_frame(_frame(names, {"office_code": "string", "office_name": "string"}))
    return frame


def all_tables(consolidation: MinistryResult) -> dict[str, pd.DataFrame]:
    """Return every table by its name; see `TABLES`."""
    return {name: table(consolidation) for name, table in TABLES.items()}


TABLES: Mapping[str, Callable[[MinistryResult], pd.DataFrame]] = {
    "tidy": tidy,
    "offices": offices,
    "marks": matrix,
    "indicators": indicators,
    "submissions": submitted,
    "review": review,
    "by_rule": by_rule,
    "findings": findings,
    "claims": claims,
    "plan_differences": plan_differences,
    "attainable": attainable,
    "deadlines": days,
    "sources": sources,
}
"""What makes each table, by its name in the public API."""


def _frame(rows: Iterable[tuple[object, ...]], types: Mapping[str, str]) -> pd.DataFrame:
    values: list[tuple[Any, ...]] = list(zip(*rows)) or [()] * len(types)
    return pd.DataFrame({name: pd.Series(list(each), dtype=kind) for (name, kind), each in zip(types.items(), values)})
