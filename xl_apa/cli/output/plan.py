"""A plan and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.console import in_digits, new_console, print_findings, print_message, shown
from xl_apa.core.findings import Finding
from xl_apa.core.model import Indicator, Plan, Value

_WIDE = 140
"""From so many columns on, a line holds an indicator with its targets."""


def print_plan_line(plan: Plan) -> None:
    """Print name, title, number of indicators and weight of a plan."""
    count = len(plan.indicators)
    print_message("said-plan", name=plan.name, title=plan.title, count=count, weight=plan.weight)


def print_plan(plan: Plan) -> None:
    """Print a plan: a line per indicator with its targets; on a narrow screen a few lines, so that nothing is cut."""
    print_plan_line(plan)
    print_message("said-rule", rule=localize(f"rule-{plan.rule}"))
    console = new_console()
    if console.width < _WIDE:
        for indicator in plan.indicators:
            console.print(Text(f"{in_digits(indicator.code)} {indicator.title}", style="bold"))
            console.print(Padding(Text("; ".join(_facts(plan, indicator))), (0, 0, 0, 4)))
    else:
        console.print(_table(plan))


def _facts(plan: Plan, indicator: Indicator) -> Iterator[str]:
    """What is said of an indicator beside its title."""
    yield f"{localize('word-unit')}: {_unit(indicator)}"
    yield f"{localize('word-weight')}: {shown(indicator.weight)}"
    for tier, target in zip(plan.tiers, indicator.targets):
        if target is not None:
            yield f"{shown(tier.percent)}%: {_target(target)}"
    yield f"{localize('word-method')}: {localize(f'method-{indicator.calculated_by}')}"
    yield f"{localize('word-rollup')}: {localize(f'rollup-{indicator.rolls_up}')}"


def _table(plan: Plan) -> Table:
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
    return table


def print_plan_findings(name: str, plan: Plan | None, findings: Iterable[Finding]) -> None:
    """Print what was found in a plan file; `plan` is None when it could not be read."""
    listed = list(findings)
    if plan is not None:
        print_plan_line(plan)
    print_message("said-plan-checked" if listed else "said-plan-fine", name=name, count=len(listed))
    print_findings(listed)


def _target(value: Value) -> str:
    return in_digits(value.strftime("%d/%m/%Y")) if isinstance(value, date) else shown(value)


def _unit(indicator: Indicator) -> str:
    if indicator.unit_name is not None:
        return indicator.unit_name or "-"
    return indicator.unit.bangla if language() == "bn" else str(indicator.unit)
