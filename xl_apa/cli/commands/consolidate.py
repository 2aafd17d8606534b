"""`xl-apa consolidate`: many offices' reports into one ministry summary."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import Choice, LocalizedCommand, chosen_language, option
from xl_apa.cli.output.console import print_notices, print_written
from xl_apa.cli.output.consolidation import (
    consolidation_data,
    print_consolidation,
    print_if_not_well,
    print_unchanged,
)
from xl_apa.cli.output.feedback import print_feedback
from xl_apa.cli.output.json_values import print_json
from xl_apa.cli.output.progress import progress
from xl_apa.core.errors import CallError, OutputError, XlApaError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.model import Plan, Rule
from xl_apa.ministry.export.files import write_csv, write_parquet
from xl_apa.ministry.model import Task
from xl_apa.ministry.review.letter import LetterOptions
from xl_apa.ministry.summarise import Consolidation, FeedbackRequest, ReadingOptions, summarise
from xl_apa.plans import choose_plan
from xl_apa.xlsx.files.atomic_file import require_writable


@click.command(cls=LocalizedCommand, help_code="help-consolidate")
@click.argument("paths", nargs=-1, required=True, type=options.FilePath("path"))
@options.output()
@options.quarter(required=True)
@option("--fiscal-year", type=options.Year())
@options.plan(help_code="option-plan-of-year")
@options.rule
@options.as_of
@option("--language", "summary_language", type=Choice(LANGUAGES), default=LANGUAGES[0])
@option("--register", type=options.FilePath())
@option("--import", "imports", is_flag=True)
@option("--feedback", type=options.FilePath("folder"))
@option("--decisions", type=options.FilePath())
@option("--reply-by", "reply_by", type=options.Day())
@option("--send-to", "send_to", type=options.Text(), default="")
@option("--before", type=options.FilePath(), multiple=True)
@option("--csv", type=options.FilePath())
@option("--parquet", type=options.FilePath())
@option("--jobs", type=options.Count())
@option("--executor", type=options.Text("address"), default="")
@options.password
@options.passwords
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
    summary_language: str,
    register: Path | None,
    imports: bool,
    feedback: Path | None,
    decisions: Path | None,
    reply_by: date | None,
    send_to: str,
    before: tuple[Path, ...],
    csv: Path | None,
    parquet: Path | None,
    jobs: int | None,
    executor: str,
    password: tuple[str, ...],
    password_file: Path | None,
    fresh: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    options.require_ending(output, ".xlsx")
    for tidy, ending in ((csv, ".csv"), (parquet, ".parquet")):
        if tidy:
            options.require_ending(tidy, ending)
            require_writable(tidy)
    task = Task(quarter, choose_plan(fiscal_year, plan), rule, as_of, imports, summary_language)
    reading = ReadingOptions(jobs, executor, fresh, options.given_passwords(password, password_file))
    letters = LetterOptions(date.today(), chosen_language("bn"), reply_by, send_to)
    request = FeedbackRequest(feedback, letters, decisions) if feedback else None
    if not feedback and (decisions or reply_by or send_to):
        raise CallError("feedback-missing")
    with progress(quiet) as advance:
        summary = summarise(
            paths,
            output,
            task,
            register=register,
            reading=reading,
            progress=advance,
            feedback=request,
            before=before,
        )
    consolidation = summary.consolidation
    tables, notices = _write_tables(consolidation, csv, parquet)
    if quiet:
        print_if_not_well(consolidation, output)
    if as_json:
        print_json(consolidation_data(consolidation, output))
    elif not quiet:
        print_consolidation(consolidation)
        print_unchanged(output) if summary.unchanged else print_written(output)
        for table in tables:
            print_written(table)
        if summary.feedback:
            print_feedback(summary.feedback, consolidation)
    notices += summary.feedback.notices if summary.feedback else ()
    print_notices(notices)
    return int(consolidation.has_errors or bool(notices))


def _write_tables(
    consolidation: Consolidation, csv: Path | None, parquet: Path | None
) -> tuple[list[Path], list[XlApaError]]:
    """Write the data for other tools; return what was written, and what could not be: the summary is there already."""
    written: list[Path] = []
    notices: list[XlApaError] = []
    for path, write in ((csv, write_csv), (parquet, write_parquet)):
        if path:
            try:
                write(consolidation, path)
            except OutputError as error:
                notices.append(error)
            else:
                written.append(path)
    return written, notices
