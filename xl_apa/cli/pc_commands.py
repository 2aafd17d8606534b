"""`xl-apa doctor`, and what the group `addin` does on a PC: install, remove, bundle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from xl_apa.cli import options, pc_screens
from xl_apa.cli.screens import print_json
from xl_apa.cli.speech import SpokenCommand
from xl_apa.setup.diagnosis import State
from xl_apa.setup.doctor import examine
from xl_apa.setup.install import BuildAddin, install, remove
from xl_apa.setup.platforms import PLATFORMS, PYTHONS, WINDOWS
from xl_apa.setup.windows_environment import this_pc

if TYPE_CHECKING:
    from xl_apa.setup.bundle import BuildMacroTemplate


@click.command(cls=SpokenCommand, help_code="help-doctor")
@options.as_json
def doctor(as_json: bool) -> int:
    pc = this_pc()
    results = examine(pc)
    if as_json:
        print_json(pc_screens.doctor_data(pc, results))
    else:
        pc_screens.print_doctor(pc, results)
    return int(any(result.state is State.ERROR for result in results))


def add_pc_commands(
    group: click.Group, build_addin: BuildAddin, build_macro_template: BuildMacroTemplate | None = None
) -> None:
    """Give the group `addin` its commands `install`, `remove` and `bundle`."""

    @group.command("install", cls=SpokenCommand, help_code="help-addin-install")
    def install_command() -> None:
        pc_screens.print_installed(install(this_pc(), build_addin))

    @group.command("remove", cls=SpokenCommand, help_code="help-addin-remove")
    def remove_command() -> None:
        pc_screens.print_removed(remove(this_pc()))

    @group.command("bundle", cls=SpokenCommand, help_code="help-addin-bundle")
    @options.output()
    @options.option("--python", "pythons", multiple=True, default=PYTHONS, metavar="3.12")
    @options.option("--platform", type=click.Choice(PLATFORMS), default=WINDOWS)
    def bundle_command(output: Path, pythons: tuple[str, ...], platform: str) -> None:
        # Loaded here: few people make bundles, and the program starts faster without.
        from xl_apa.setup.bundle import build_bundle

        pc_screens.print_bundle(build_bundle(output, pythons, platform, build_macro_template))
