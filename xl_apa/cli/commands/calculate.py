"""`xl-apa calculate`: the button without Excel, which writes marks into the workbook."""

from __future__ import annotations

from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand
from xl_apa.cli.output.assessment import print_assessment
from xl_apa.cli.output.console import print_written
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.processes.isolated import isolated
from xl_apa.sheets.assess_workbook import calculate_file


@click.command(cls=LocalizedCommand, help_code="help-calculate")
@click.argument("file", type=options.FilePath())
@options.quarter(help_code="option-quarter-filled")
@options.output(required=False, help_code="option-output-marks")
def calculate(file: Path, quarter: Quarter | None, output: Path | None) -> int:
    if output:
        options.require_ending(output, file.suffix.lower())
    try:
        assessed = isolated(file, calculate_file, file, output, quarter)
    except InputError as error:
        if error.code == "workbook-password":
            # Marks written into a copy without its password would lie open, so no password is asked for here.
            raise InputError("calculate-locked", path=file) from error
        raise
    print_assessment(assessed)
    print_written(output or file)
    return int(assessed.count(Severity.ERROR) > 0)
