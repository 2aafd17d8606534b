"""`xl-apa consolidate`: many offices' reports into one ministry summary."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand, option
from xl_apa.cli.output.console import print_written
from xl_apa.cli.output.consolidation import consolidation_data, print_consolidation, print_unchanged
from xl_apa.cli.output.json_values import print_json
from xl_apa.cli.output.progress import progress
from xl_apa.core.errors import CallError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Plan, Rule
from xl_apa.ministry.analysis.submissions import name_unknown_offices
from xl_apa.ministry.collect.cache import open_cache
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.pipeline import consolidate as consolidate_files
from xl_apa.ministry.collect.scheduler import workers
from xl_apa.ministry.export.files import write_csv, write_parquet
from xl_apa.ministry.model import Task
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan, shipped_plans


@click.command(cls=LocalizedCommand, help_code="help-consolidate")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=options.FilePath())
@options.output()
@options.quarter(required=True)
@option("--fiscal-year", type=options.Year())
@options.plan
@options.rule
@options.as_of
@option("--register", type=options.FilePath())
@option("--csv", type=options.FilePath())
@option("--parquet", type=options.FilePath())
@option("--jobs", type=click.IntRange(min=1))
@option("--executor", metavar="URL", default="")
@option("--fresh", is_flag=True)
@option("--quiet", is_flag=True)
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
            workers(jobs, len(workbooks), executor) as pool,
            progress(len(workbooks), quiet) as advance,
        ):
            consolidation = consolidate_files(workbooks, task, pool, advance, cache)
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
        print_json(consolidation_data(consolidation, output))
    elif not quiet:
        print_consolidation(consolidation)
        print_unchanged(output) if unchanged else print_written(output)
        for tidy in filter(None, (csv, parquet)):
            print_written(tidy)
    return int(consolidation.has_errors)


def _plan_for(year: FiscalYear | None, plan: Plan | None) -> Plan:
    """The plan asked for, or the shipped one of the year."""
    if plan is None:
        named = [load_plan(name) for name in shipped_plans()] if year else []
        plan = next((each for each in named if each.fiscal_year == year and not each.example), None) or load_plan()
    if year and plan.fiscal_year != year:
        raise CallError("plan-not-for-year", plan=plan.name, found=plan.fiscal_year.label, year=year.label)
    return plan
