"""`xl-apa import`: reports that were not made from a template become office workbooks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand, language, option
from xl_apa.cli.output.assessment import print_assessment
from xl_apa.cli.output.console import print_findings, print_plainly, print_written
from xl_apa.cli.output.json_values import print_json
from xl_apa.core.errors import CallError, XlApaError
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Plan
from xl_apa.plans import DEFAULT_PLAN, choose_plan

_ENDING = ".xlsx"


@click.command("import", cls=LocalizedCommand, help_code="help-import")
@click.argument("files", nargs=-1, required=True, type=options.FilePath("path"))
@options.plan(DEFAULT_PLAN)
@options.quarter(help_code="option-quarter-of-document")
@option("--office-code", type=options.Text("code"), default="")
@option("--accept-offers", is_flag=True)
@options.password
@options.passwords
@options.as_json
@options.output("file-or-folder", help_code="option-output-imported")
def import_report(
    files: tuple[Path, ...],
    plan: Plan | None,
    quarter: Quarter | None,
    office_code: str,
    accept_offers: bool,
    password: tuple[str, ...],
    password_file: Path | None,
    as_json: bool,
    output: Path,
) -> int:
    try:
        from xl_apa.importer.pipeline import import_file
    except ImportError as error:
        raise CallError("import-not-installed", name=error.name or "?") from error
    chosen = choose_plan(plan=plan)
    passwords = options.given_passwords(password, password_file)

    def one(path: Path, target: Path, code: str) -> int:
        imported = import_file(
            path, target, chosen, quarter, office_code=code, accept_offers=accept_offers, passwords=passwords
        )
        if as_json:
            from xl_apa.cli.output.imported import imported_data

            print_json(imported_data(imported))
        else:
            print_assessment(imported.assessment)
            print_findings(imported.findings)
            print_written(target)
        return int(imported.assessment.count(Severity.ERROR) > 0 or _is_grave(imported.findings))

    paths = list(_files_in(files))
    if len(paths) == 1 and not output.is_dir() and output.suffix:
        options.require_ending(output, _ENDING)
        return one(paths[0], output, office_code)
    if office_code:
        raise CallError("import-one-office")
    return max((_of_many(one, path, output) for path in paths), default=0)


def _of_many(one: Callable[[Path, Path, str], int], path: Path, folder: Path) -> int:
    """One of several documents: that it is no report does not keep the others from being read."""
    try:
        return one(path, folder / f"{path.stem}{_ENDING}", "")
    except XlApaError as error:
        print_plainly(error.text(language()))
        return 2


def _is_grave(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _files_in(files: Sequence[Path]) -> Iterator[Path]:
    """The files themselves, and those in folders, but for lock files and hidden ones."""
    for path in files:
        if path.is_dir():
            yield from sorted(
                each for each in path.rglob("*") if each.is_file() and not each.name.startswith(("~$", "."))
            )
        else:
            yield path
