"""What an office promised, what it reports, and what comes of it: plan, report, result.

Everything here is frozen and knows neither files nor Excel. What an officer typed is kept as it was typed,
with the address of its cell, so that every later sentence can point at it.
"""

from __future__ import annotations

from xl_apa.core.model.plan import (
    MOST_TIERS,
    Activity,
    Area,
    DueDay,
    Indicator,
    Method,
    Percent,
    Plan,
    Rollup,
    Rule,
    Tier,
    Unit,
    Value,
)
from xl_apa.core.model.report import Achievement, Form, Layout, Office, Report
from xl_apa.core.model.result import QuarterFigure, Result, Status

__all__ = [
    "MOST_TIERS",
    "Achievement",
    "Activity",
    "Area",
    "DueDay",
    "Form",
    "Indicator",
    "Layout",
    "Method",
    "Office",
    "Percent",
    "Plan",
    "QuarterFigure",
    "Report",
    "Result",
    "Rollup",
    "Rule",
    "Status",
    "Tier",
    "Unit",
    "Value",
]
