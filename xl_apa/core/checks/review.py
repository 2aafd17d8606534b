"""What a rule of the reviewer may look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Achievement, Form, Plan, Report, Result, Value


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last value reported for an indicator before this quarter, and the row that reports it."""

    quarter: Quarter
    value: Value
    cell: str
    row: Achievement | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A report with its results, the day it was signed (None when unknown) and the values of earlier quarters."""

    report: Report
    plan: Plan
    form: Form
    results: tuple[Result, ...]
    report_day: date | None = None
    earlier: Mapping[str, Earlier] = field(default_factory=dict)

    @property
    def year(self) -> FiscalYear:
        return self.plan.fiscal_year

    @property
    def quarter(self) -> Quarter:
        return self.form.quarter

    @property
    def found(self) -> Iterator[tuple[Result, Achievement]]:
        """The results that have a row in the form."""
        return ((result, result.row) for result in self.results if result.row is not None)
