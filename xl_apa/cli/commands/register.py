"""`xl-apa register`: who should report, and to whom."""

from __future__ import annotations

from pathlib import Path

import click

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand
from xl_apa.cli.output.console import print_written
from xl_apa.core.errors import OutputError
from xl_apa.ministry.register.write import write_register


@click.command("new", cls=LocalizedCommand, help_code="help-register-new")
@options.output()
def register_new(output: Path) -> None:
    options.require_ending(output, ".xlsx")
    if output.exists():
        raise OutputError("output-exists", path=output)
    write_register(output)
    print_written(output)
