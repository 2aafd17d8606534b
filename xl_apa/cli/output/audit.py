"""How the marks of one office came about: lines for people, an object per indicator for programs."""

from __future__ import annotations

from rich.text import Text

from xl_apa._version import __version__
from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.console import in_digits, new_console, print_plainly, shown
from xl_apa.cli.output.json_values import json_value
from xl_apa.core.assess import Assessment
from xl_apa.core.audit import AuditLine, audit_lines, plan_digest
from xl_apa.core.messages import LANGUAGES


def audit_data(assessed: Assessment) -> dict[str, object]:
    """Return what `score --json --explain` adds: plan and program, and a step-by-step account of every mark."""
    return {
        "plan_sha256": plan_digest(assessed.plan),
        "program": __version__,
        "explained": [_line_data(line) for line in audit_lines(assessed)],
    }


def _line_data(line: AuditLine) -> dict[str, object]:
    result = line.result
    return {
        "code": result.indicator.code,
        "cell": result.cell,
        "raw": result.raw,
        "understood": json_value(result.own),
        "how": line.how.removeprefix("how-"),
        "method": result.indicator.calculated_by.value,
        "figure": json_value(result.value),
        "rule": result.rule.value,
        **{lang: line.told(lang) for lang in LANGUAGES},
    }


def print_audit(assessed: Assessment) -> None:
    """Print how every mark came about: what was typed, how it was understood, and what came of that."""
    console, lang, plan = new_console(), language(), assessed.plan
    console.print()
    for line in audit_lines(assessed):
        result = line.result
        head = Text(f"{in_digits(result.indicator.code)} {result.cell}", style="bold")
        console.print(head)
        method, rule = f"method-{result.indicator.calculated_by}", f"rule-{result.rule}"
        steps = [
            (localize("word-achievement"), result.raw or "-"),
            (localize("word-understood"), " ".join(filter(None, (line.understood(lang), f"({line.how_told(lang)})")))),
            (localize("word-method"), " ".join(filter(None, (localize(method), line.figure(lang))))),
            (localize("word-rule"), localize(rule)),
            (localize("word-marks"), f"{shown(result.marks)} / {shown(result.indicator.weight)}"),
        ]
        for name, value in steps:
            print_plainly(f"  {name}: {value}")
        print_plainly(f"  {line.told(lang)}")
    console.print()
    print_plainly(
        localize("said-audit", plan=in_digits(plan.name), digest=plan_digest(plan), name=f"xl_apa {__version__}")
    )
