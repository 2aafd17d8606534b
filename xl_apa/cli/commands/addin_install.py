"""`xl-apa addin install` and `remove`: the add-in in this Windows user's Excel."""

from __future__ import annotations

import click

from xl_apa.addin.build import build_addin
from xl_apa.cli.localized import LocalizedCommand, localize
from xl_apa.cli.output.console import print_plainly
from xl_apa.setup.environment.this_computer import this_computer
from xl_apa.setup.install import install, remove


@click.command("install", cls=LocalizedCommand, help_code="help-addin-install")
def addin_install() -> None:
    installed = install(this_computer(), build_addin)
    print_plainly(localize("said-installed", path=installed.addin))


@click.command("remove", cls=LocalizedCommand, help_code="help-addin-remove")
def addin_remove() -> None:
    removed = remove(this_computer())
    for code, paths in (("said-removed", removed.gone), ("said-kept", removed.kept)):
        for path in paths:
            print_plainly(localize(code, path=path))
