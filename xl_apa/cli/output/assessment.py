"""The marks and findings of one office: a table for people, the shape of `score --json` for programs."""

from __future__ import annotations

from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.console import basis_line, in_digits, new_console, print_findings, shown
from xl_apa.cli.output.json_values import json_number, json_value
from xl_apa.core.assess import Assessment
from xl_apa.core.findings import Finding
from xl_apa.core.marking.explaining import figure_line, unit_sign
from xl_apa.core.model import Result

_LONGEST_TEXT = 48


def assessment_data(assessed: Assessment) -> dict[str, object]:
    """Return the shape that `score --json` promises."""
    office = assessed.office
    return {
        "fiscal_year": assessed.plan.fiscal_year.label,
        "quarter": int(assessed.quarter),
        "plan": assessed.plan.name,
        "rule": assessed.rule.value,
        "as_of": assessed.as_of.isoformat(),
        "office": {"code": office.code, "name": office.name, "parent": office.parent},
        "total": json_number(assessed.total),
        "out_of": json_number(assessed.plan.weight),
        "attainable": json_number(assessed.attainable),
        "indicators": [result_data(result) for result in assessed.results],
        "findings": [finding_data(finding) for finding in assessed.findings],
    }


def result_data(result: Result) -> dict[str, object]:
    """Return an indicator as `score --json` shows it."""
    indicator = result.indicator
    return {
        "code": indicator.code,
        "unit": indicator.unit.value,
        "unit_name": indicator.unit_shown,
        "weight": json_number(indicator.weight),
        "targets": [json_value(target) for target in indicator.targets],
        "raw": result.raw,
        "status": result.status.value,
        "value": json_value(result.value),
        "own": json_value(result.own),
        "method": indicator.calculated_by.value,
        "percent": json_number(round(Decimal(result.percent.numerator) / result.percent.denominator, 4)),
        "marks": json_number(result.marks),
        "attainable": json_number(result.attainable),
        "claimed": json_value(result.claimed),
        "offer": json_value(result.offer),
        "not_yet_due": result.not_yet_due,
        "rule": result.rule.value,
        "cell": result.cell,
    }


def finding_data(finding: Finding) -> dict[str, object]:
    """Return a finding as `--json` shows it."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "cell": finding.cell,
        "indicator": finding.indicator,
        "bn": finding.text("bn"),
        "en": finding.text("en"),
    }


def print_assessment(assessed: Assessment) -> None:
    """Print one office: a line per indicator, the total, every finding."""
    # What officers typed stands last: no two terminals agree on how wide Bangla letters are.
    console = new_console()
    console.print()
    name = assessed.office.name or assessed.office.code or localize("word-office")
    console.print(Text(name, style="bold"))
    console.print(basis_line(assessed.plan, assessed.quarter, assessed.rule, assessed.as_of))
    table = Table(box=SIMPLE_HEAD, show_footer=True)
    columns = [
        ("word-indicator", "left", localize("word-total")),
        ("word-tier", "right", ""),
        ("word-marks", "right", shown(assessed.total)),
        ("word-weight", "right", shown(assessed.plan.weight)),
        ("word-attainable", "right", shown(assessed.attainable)),
        ("word-claimed", "right", ""),
        ("word-achievement", "left", ""),
    ]
    for code, side, footer in columns:
        table.add_column(localize(code), justify="right" if side == "right" else "left", footer=footer)
    for result in assessed.results:
        table.add_row(
            in_digits(result.indicator.code),
            f"{shown(result.percent)}%" if result.value is not None else "-",
            shown(result.marks),
            shown(result.indicator.weight),
            shown(result.attainable),
            "" if result.claimed is None else shown(result.claimed),
            _achieved(result),
        )
    console.print(table)
    numbers = {"total": assessed.total, "weight": assessed.plan.weight, "attainable": assessed.attainable}
    console.print(localize("said-total", **numbers))
    if not assessed.findings:
        console.print(localize("said-no-findings"))
    print_findings(assessed.findings)


def _achieved(result: Result) -> str:
    if made := figure_line(result, language()):
        return made
    if result.value is not None:
        return shown(result.value) + unit_sign(result.indicator.unit, result.indicator.unit_name or "")
    return _shorten(result.raw) or "-"


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"
