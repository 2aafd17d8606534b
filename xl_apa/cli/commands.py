"""The commands of `xl-apa`."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click

from xl_apa._version import __version__
from xl_apa.addin.build import build_macro_template
from xl_apa.cli import options, screens
from xl_apa.cli.addin_commands import addin_group
from xl_apa.cli.pc_commands import doctor
from xl_apa.cli.speech import SpokenCommand, SpokenGroup, SpokenOption
from xl_apa.core.errors import CallError, OutputError
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.model import Layout, Office, Plan, Rule
from xl_apa.demo import demonstrate
from xl_apa.ministry.analysis.submissions import name_unknown_offices
from xl_apa.ministry.collect.cache import open_cache
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.pipeline import consolidate as consolidate_files
from xl_apa.ministry.collect.scheduler import workers
from xl_apa.ministry.export.files import write_csv, write_parquet
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.blank_forms import write_forms
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.register.write import write_register
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan, read_plan, shipped_plans
from xl_apa.sheets.assess_workbook import assess_file, calculate_file, holds_achievements
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Edition


@click.group(cls=SpokenGroup, help_code="help-program")
@options.option("--lang", type=click.Choice(LANGUAGES), is_eager=True)
@click.version_option(__version__, package_name="xl_apa", cls=SpokenOption)
def program(lang: str | None) -> None:
    """Marks, checks and ministry summaries of the action plan."""


program.add_command(doctor)


@program.group("plan", cls=SpokenGroup, help_code="help-plan")
def plan_group() -> None:
    """Plans as data."""


@plan_group.command("list", cls=SpokenCommand, help_code="help-plan-list")
def plan_list() -> None:
    for name in shipped_plans():
        screens.print_plan_line(load_plan(name))


@plan_group.command("show", cls=SpokenCommand, help_code="help-plan-show")
@click.argument("plan", metavar="NAME", type=options.NamedPlan())
@options.as_json
def plan_show(plan: Plan, as_json: bool) -> None:
    screens.print_json(screens.plan_data(plan)) if as_json else screens.print_plan(plan)


@plan_group.command("check", cls=SpokenCommand, help_code="help-plan-check")
@click.argument("name", metavar="FILE")
def plan_check(name: str) -> int:
    plan, findings = read_plan(name)
    screens.print_plan_findings(name, plan, findings)
    return int(any(finding.severity is Severity.ERROR for finding in findings))


program.add_command(addin_group)


@program.command(cls=SpokenCommand, help_code="help-template")
@options.plan
@options.option("--layout", type=click.Choice([each.value for each in Layout]), default=Layout.REMARKS.value)
@options.option("--edition", type=click.Choice([each.value for each in Edition]), default=Edition.NATIVE.value)
@options.option("--office-code", default="")
@options.option("--office-name", default="")
@options.option("--parent", default="")
@options.option("--register", type=options.FilePath())
@options.output()
def template(
    plan: Plan | None,
    layout: str,
    edition: str,
    office_code: str,
    office_name: str,
    parent: str,
    register: Path | None,
    output: Path,
) -> None:
    chosen = plan or load_plan()
    build = build_macro_template if edition == Edition.MACRO else build_template
    ending = ".xlsm" if edition == Edition.MACRO else ".xlsx"
    if register:
        forms = write_forms(
            read_register(register),
            output,
            ending,
            lambda path, office: build(chosen, path, layout=Layout(layout), office=office),
        )
        screens.print_forms(output, sum(1 for _ in forms))
        return
    options.require_ending(output, ending)
    if holds_achievements(output):
        raise OutputError("output-filled", path=output)
    build(chosen, output, layout=Layout(layout), office=Office(office_code, office_name, parent))
    screens.print_written(output)


@program.command(cls=SpokenCommand, help_code="help-score")
@click.argument("file", type=options.FilePath())
@options.quarter()
@options.plan
@options.rule
@options.as_of
@options.as_json
def score(
    file: Path, quarter: Quarter | None, plan: Plan | None, rule: Rule | None, as_of: date | None, as_json: bool
) -> int:
    assessed = assess_file(file, quarter, plan=plan, rule=rule, as_of=as_of)
    screens.print_json(screens.assessment_data(assessed)) if as_json else screens.print_assessment(assessed)
    return int(assessed.count(Severity.ERROR) > 0)


@program.command(cls=SpokenCommand, help_code="help-calculate")
@click.argument("file", type=options.FilePath())
@options.quarter()
@options.output(required=False)
def calculate(file: Path, quarter: Quarter | None, output: Path | None) -> int:
    if output:
        options.require_ending(output, file.suffix.lower())
    assessed = calculate_file(file, output, quarter)
    screens.print_assessment(assessed)
    screens.print_written(output or file)
    return int(assessed.count(Severity.ERROR) > 0)


@program.command(cls=SpokenCommand, help_code="help-consolidate")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=options.FilePath())
@options.output()
@options.quarter(required=True)
@options.option("--fiscal-year", type=options.Year())
@options.plan
@options.rule
@options.as_of
@options.option("--register", type=options.FilePath())
@options.option("--csv", type=options.FilePath())
@options.option("--parquet", type=options.FilePath())
@options.option("--jobs", type=click.IntRange(min=1))
@options.option("--executor", metavar="URL", default="")
@options.option("--fresh", is_flag=True)
@options.option("--quiet", is_flag=True)
@options.as_json
def consolidate(
    paths: tuple[Path, ...],
    output: Path,
    quarter: Quarter,
    fiscal_year: FiscalYear | None,
    plan: Plan | None,
    rule: Rule | None,
    as_of: date | None,
    register: Path | None,
    csv: Path | None,
    parquet: Path | None,
    jobs: int | None,
    executor: str,
    fresh: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    options.require_ending(output, ".xlsx")
    for tidy, ending in ((csv, ".csv"), (parquet, ".parquet")):
        if tidy:
            options.require_ending(tidy, ending)
    task = Task(quarter, _plan_for(fiscal_year, plan), rule, as_of)
    offices = read_register(register) if register else None
    workbooks = find_workbooks(paths, leave_out=output)
    if register:
        # It may lie among the offices' files.
        workbooks = [path for path in workbooks if path.resolve() != register.resolve()]
    with nullcontext() if fresh else open_cache(task) as cache:
        with (
            workers(jobs, len(workbooks), executor) as crew,
            screens.progress(len(workbooks), quiet) as advance,
        ):
            consolidation = consolidate_files(workbooks, task, crew, advance, cache)
        if offices:
            consolidation = name_unknown_offices(consolidation, offices)
        unchanged = cache is not None and cache.has_summary(output, consolidation)
        if not unchanged:
            write_summary(consolidation, output)
            if cache:
                cache.keep_summary(output, consolidation)
    if csv:
        write_csv(consolidation, csv)
    if parquet:
        write_parquet(consolidation, parquet)
    if as_json:
        screens.print_json(screens.consolidation_data(consolidation, output))
    elif not quiet:
        screens.print_consolidation(consolidation)
        screens.print_unchanged(output) if unchanged else screens.print_written(output)
        for tidy in filter(None, (csv, parquet)):
            screens.print_written(tidy)
    return int(consolidation.has_errors)


@program.group("register", cls=SpokenGroup, help_code="help-register")
def register_group() -> None:
    """The register of offices."""


@register_group.command("new", cls=SpokenCommand, help_code="help-register-new")
@options.output()
def register_new(output: Path) -> None:
    options.require_ending(output, ".xlsx")
    if output.exists():
        raise OutputError("output-exists", path=output)
    write_register(output)
    screens.print_written(output)


@program.command(cls=SpokenCommand, help_code="help-demo")
@click.argument("folder", type=options.FilePath(), default="xl_apa_demo")
def demo(folder: Path) -> None:
    shown = demonstrate(folder)
    for assessed in shown.real:
        screens.print_assessment(assessed)
    screens.print_consolidation(shown.consolidation)
    screens.print_demo(shown)


def _plan_for(year: FiscalYear | None, plan: Plan | None) -> Plan:
    """The plan asked for, or the shipped one of the year."""
    if plan is None:
        named = [load_plan(name) for name in shipped_plans()] if year else []
        plan = next((each for each in named if each.fiscal_year == year and not each.example), None) or load_plan()
    if year and plan.fiscal_year != year:
        raise CallError("plan-not-for-year", plan=plan.name, found=plan.fiscal_year.label, year=year.label)
    return plan
