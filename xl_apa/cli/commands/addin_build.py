"""`xl-apa addin build`: the add-in for the xlwings that is installed."""

from __future__ import annotations

from pathlib import Path

import click

from xl_apa.addin.build import build_addin
from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand
from xl_apa.cli.output.console import print_written


@click.command("build", cls=LocalizedCommand, help_code="help-addin-build")
@options.output()
def addin_build(output: Path) -> None:
    options.require_ending(output, ".xlam")
    build_addin(output)
    print_written(output)
