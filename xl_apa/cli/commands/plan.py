"""`xl-apa plan`: plans as data."""

from __future__ import annotations

from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand
from xl_apa.cli.output.console import print_written
from xl_apa.cli.output.json_values import print_json
from xl_apa.cli.output.plan import print_plan, print_plan_findings, print_plan_line
from xl_apa.core.errors import CallError, OutputError
from xl_apa.core.findings import Severity
from xl_apa.core.model import Plan
from xl_apa.core.planning import plan_as_data
from xl_apa.plans import load_plan, read_plan, shipped_plans
from xl_apa.processes.isolated import isolated
from xl_apa.xlsx.files.atomic_file import replacing


@click.command("list", cls=LocalizedCommand, help_code="help-plan-list")
def plan_list() -> None:
    for name in shipped_plans():
        print_plan_line(load_plan(name))


@click.command("show", cls=LocalizedCommand, help_code="help-plan-show")
@click.argument("plan", type=options.NamedPlan())
@options.as_json
def plan_show(plan: Plan, as_json: bool) -> None:
    print_json(plan_as_data(plan)) if as_json else print_plan(plan)


@click.command("from-report", cls=LocalizedCommand, help_code="help-plan-from-report")
@click.argument("file", type=options.FilePath())
@options.output()
def plan_from_report(file: Path, output: Path) -> int:
    try:
        from xl_apa.importer.pipeline import plan_from_file
    except ImportError as error:
        raise CallError("import-not-installed", name=error.name or "?") from error
    options.require_ending(output, ".toml")
    if output.exists():
        raise OutputError("output-exists", path=output)
    draft = isolated(file, plan_from_file, file)
    with replacing(output) as temporary:
        temporary.write_text(draft, encoding="utf-8")
    print_written(output)
    plan, findings = read_plan(str(output))
    print_plan_findings(str(output), plan, findings)
    return int(any(finding.severity is Severity.ERROR for finding in findings))


@click.command("check", cls=LocalizedCommand, help_code="help-plan-check")
@click.argument("name", type=options.Text("plan"))
def plan_check(name: str) -> int:
    plan, findings = read_plan(name)
    print_plan_findings(name, plan, findings)
    return int(any(finding.severity is Severity.ERROR for finding in findings))
