"""A plan and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.table import Table

from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.console import in_digits, new_console, print_findings, print_message, shown
from xl_apa.core.findings import Finding
from xl_apa.core.model import Indicator, Plan, Value


def print_plan_line(plan: Plan) -> None:
    """Print name, title, number of indicators and weight of a plan."""
    count = len(plan.indicators)
    print_message("said-plan", name=plan.name, title=plan.title, count=count, weight=plan.weight)


def print_plan(plan: Plan) -> None:
    """Print a plan: a line per indicator with its targets."""
    print_plan_line(plan)
    print_message("said-rule", rule=localize(f"rule-{plan.rule}"))
    table = Table(box=SIMPLE_HEAD)
    for name in ("word-indicator", "word-title", "word-unit", "word-weight"):
        table.add_column(localize(name), justify="right" if name == "word-weight" else "left")
    for tier in plan.tiers:
        table.add_column(f"{shown(tier.percent)}%", justify="right", no_wrap=True)
    table.add_column(localize("word-method"))
    table.add_column(localize("word-rollup"))
    for indicator in plan.indicators:
        targets = ["-" if target is None else _target(target) for target in indicator.targets]
        table.add_row(
            *(in_digits(indicator.code), indicator.title, _unit(indicator), shown(indicator.weight)),
            *targets,
            localize(f"method-{indicator.calculated_by}"),
            localize(f"rollup-{indicator.rolls_up}"),
        )
    new_console().print(table)


def print_plan_findings(name: str, plan: Plan | None, findings: Iterable[Finding]) -> None:
    """Print what was found in a plan file; `plan` is None when it could not be read."""
    listed = list(findings)
    if plan is not None:
        print_plan_line(plan)
    print_message("said-plan-checked", name=name, count=len(listed))
    print_findings(listed)


def _target(value: Value) -> str:
    return in_digits(value.strftime("%d/%m/%Y")) if isinstance(value, date) else shown(value)


def _unit(indicator: Indicator) -> str:
    if indicator.unit_name is not None:
        return indicator.unit_name or "-"
    return indicator.unit.bangla if language() == "bn" else str(indicator.unit)
