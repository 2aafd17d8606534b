"""The commands of `xl-apa addin`: the add-in on this PC and for others."""

from __future__ import annotations

from pathlib import Path

import click

from xl_apa.addin.build import build_addin, build_macro_template
from xl_apa.cli import options, screens
from xl_apa.cli.pc_commands import add_pc_commands
from xl_apa.cli.speech import SpokenCommand, SpokenGroup


@click.group("addin", cls=SpokenGroup, help_code="help-addin")
def addin_group() -> None:
    """The add-in."""


@addin_group.command("build", cls=SpokenCommand, help_code="help-addin-build")
@options.output()
def addin_build(output: Path) -> None:
    options.require_ending(output, ".xlam")
    build_addin(output)
    screens.print_written(output)


add_pc_commands(addin_group, build_addin, build_macro_template)
