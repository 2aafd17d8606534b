"""`xl-apa demo`: the whole story in one folder."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from xl_apa.cli import options
from xl_apa.cli.localized import LocalizedCommand, localize
from xl_apa.cli.output.assessment import print_assessment
from xl_apa.cli.output.console import new_console, print_notices
from xl_apa.cli.output.consolidation import print_consolidation
from xl_apa.cli.output.feedback import print_feedback
from xl_apa.demo import demonstrate


@click.command(cls=LocalizedCommand, help_code="help-demo")
@click.argument("folder", type=options.FilePath("folder"), default="demo")
def demo(folder: Path) -> int:
    built = demonstrate(folder)
    for assessed in built.real:
        print_assessment(assessed)
    print_consolidation(built.consolidation)
    print_feedback(built.feedback, built.consolidation)
    console = new_console()
    console.print()
    console.print(localize("said-demo", folder=built.folder))
    console.print(Text(localize("said-summary", path=built.summary), style="bold green"))
    print_notices(built.feedback.notices)
    return int(bool(built.feedback.notices))
