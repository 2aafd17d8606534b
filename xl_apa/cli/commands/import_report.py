"""`xl-apa import`: reports that were not made from a template become office workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand, language, option
from xl_apa.cli.output.assessment import print_assessment
from xl_apa.cli.output.console import print_findings, print_written
from xl_apa.cli.output.json_values import print_json
from xl_apa.cli.output.progress import progress
from xl_apa.core.errors import CallError
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan
from xl_apa.importer.installed import require_installed
from xl_apa.plans import DEFAULT_PLAN, choose_plan
from xl_apa.processes.isolated import isolated

_ENDING = ".xlsx"


@click.command("import", cls=LocalizedCommand, help_code="help-import")
@click.argument("files", nargs=-1, required=True, type=options.FilePath("path"))
@options.plan(DEFAULT_PLAN)
@options.quarter(help_code="option-quarter-of-document")
@option("--office-code", type=options.Text("code"), default="")
@option("--register", type=options.FilePath())
@option("--accept-offers", is_flag=True)
@options.password
@options.passwords
@option("--jobs", type=options.Count())
@options.as_json
@options.output("file-or-folder", help_code="option-output-imported")
def import_report(
    files: tuple[Path, ...],
    plan: Plan | None,
    quarter: Quarter | None,
    office_code: str,
    register: Path | None,
    accept_offers: bool,
    password: tuple[str, ...],
    password_file: Path | None,
    jobs: int | None,
    as_json: bool,
    output: Path,
) -> int:
    require_installed()
    chosen = choose_plan(plan=plan)
    passwords = options.given_passwords(password, password_file)
    if len(files) == 1 and not files[0].is_dir() and not output.is_dir() and output.suffix and not register:
        options.require_ending(output, _ENDING)
        return _import_one(files[0], output, chosen, quarter, office_code, accept_offers, passwords, as_json)
    if office_code:
        raise CallError("import-one-office")
    return _import_many(files, output, chosen, quarter, register, accept_offers, passwords, jobs, as_json)


def _import_one(
    path: Path,
    target: Path,
    plan: Plan,
    quarter: Quarter | None,
    office_code: str,
    accept_offers: bool,
    passwords: Sequence[str],
    as_json: bool,
) -> int:
    from xl_apa.cli.output.imported import imported_data
    from xl_apa.importer.pipeline import import_file

    imported = isolated(
        path,
        import_file,
        path,
        target,
        plan,
        quarter,
        office_code=office_code,
        accept_offers=accept_offers,
        passwords=passwords,
        lang=language(),
    )
    if as_json:
        print_json(imported_data(imported))
    else:
        print_assessment(imported.assessment)
        print_findings(imported.findings)
        print_written(target)
    found = (*imported.assessment.findings, *imported.findings)
    return int(any(finding.severity is Severity.ERROR for finding in found))


def _import_many(
    files: tuple[Path, ...],
    folder: Path,
    plan: Plan,
    quarter: Quarter | None,
    register: Path | None,
    accept_offers: bool,
    passwords: Sequence[str],
    jobs: int | None,
    as_json: bool,
) -> int:
    from xl_apa.cli.output.imported import described, folder_data, print_folder
    from xl_apa.ministry.import_folder import ImportTask, import_folder
    from xl_apa.ministry.register.read import read_register

    offices = read_register(register) if register else None
    task = ImportTask(plan, folder, quarter, offices, accept_offers, language(), tuple(passwords))
    with progress() as advance:
        result = import_folder(
            files,
            task,
            register_path=register,
            jobs=jobs,
            progress=advance,
            describe=described if as_json else None,
        )
    if as_json:
        print_json(folder_data(result))
    else:
        print_folder(result, folder)
    if not result.written:
        return 2
    errors = any(each.result.assessment.count(Severity.ERROR) for each in result.written)
    return int(bool(errors or result.refused))
