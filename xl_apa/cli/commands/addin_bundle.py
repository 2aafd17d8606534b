"""`xl-apa addin bundle`: a folder that installs all of it without internet."""

from __future__ import annotations

from pathlib import Path

import click

from xl_apa.addin.build import build_macro_template
from xl_apa.cli import options
from xl_apa.cli.localized import Choice, LocalizedCommand, localize, option
from xl_apa.cli.output.console import print_plainly
from xl_apa.setup.bundle import build_bundle
from xl_apa.setup.platforms import PLATFORMS, PYTHONS, WINDOWS

_MEGABYTE = 1_000_000


@click.command("bundle", cls=LocalizedCommand, help_code="help-addin-bundle")
@options.output("folder")
@option("--python", "pythons", type=options.Text("version"), multiple=True, default=PYTHONS, show_default=True)
@option("--platform", type=Choice(PLATFORMS), default=WINDOWS, show_default=True)
@option("--with-import", is_flag=True)
def addin_bundle(output: Path, pythons: tuple[str, ...], platform: str, with_import: bool) -> None:
    bundle = build_bundle(output, pythons, platform, build_macro_template, ("import",) if with_import else ())
    size = round(bundle.size / _MEGABYTE)
    versions = ", ".join(bundle.pythons)
    print_plainly(localize("said-bundle", path=bundle.folder, pythons=versions, wheels=bundle.wheels, size=size))
