"""`xl-apa score`: marks and findings of one workbook; nothing is changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand
from xl_apa.cli.output.assessment import assessment_data, print_assessment
from xl_apa.cli.output.audit import audit_data, print_audit
from xl_apa.cli.output.json_values import print_json
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan, Rule
from xl_apa.processes.isolated import isolated
from xl_apa.sheets.assess_workbook import assess_file


@click.command(cls=LocalizedCommand, help_code="help-score")
@click.argument("file", type=options.FilePath())
@options.quarter(help_code="option-quarter-filled")
@options.plan(help_code="option-plan-of-file")
@options.rule
@options.as_of
@options.password
@options.passwords
@options.explain
@options.as_json
def score(
    file: Path,
    quarter: Quarter | None,
    plan: Plan | None,
    rule: Rule | None,
    as_of: date | None,
    password: tuple[str, ...],
    password_file: Path | None,
    explain: bool,
    as_json: bool,
) -> int:
    passwords = options.given_passwords(password, password_file)
    assessed = isolated(file, assess_file, file, quarter, plan=plan, rule=rule, as_of=as_of, passwords=passwords)
    if as_json:
        print_json({**assessment_data(assessed), **(audit_data(assessed) if explain else {})})
    else:
        print_assessment(assessed)
        if explain:
            print_audit(assessed)
    return int(assessed.count(Severity.ERROR) > 0)
