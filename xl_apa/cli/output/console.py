"""What several commands print: sentences, findings, values as a reader wants them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from xl_apa.cli.localized import language, localize
from xl_apa.cli.screen_text import for_screen
from xl_apa.core.errors import XlApaError
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show
from xl_apa.core.model import Plan, Rule
from xl_apa.core.text.numerals import to_bangla_digits

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDTH_OF_A_FILE = 150


class _Screen(Console):
    """A console that a file cannot make do anything."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=for_screen(segment.text))


def new_console() -> Console:
    """Return the screen, or the file or pipe in its place."""
    # Into a file or pipe nothing is known about the width; 80 would cut Bangla sentences to pieces.
    console = _Screen(highlight=False, soft_wrap=False)
    return console if console.is_terminal else _Screen(highlight=False, width=_WIDTH_OF_A_FILE)


def print_message(code: str, **params: object) -> None:
    """Print a sentence of the catalogue."""
    new_console().print(localize(code, **params))


def print_plainly(sentence: str) -> None:
    """Print a sentence on one line, as it is: a path may hold [brackets], and a broken line could not be copied."""
    new_console().print(Text(sentence), soft_wrap=True)


def print_written(path: Path) -> None:
    """Print that a file was written."""
    print_message("said-written", path=path)


def print_notices(notices: Iterable[XlApaError]) -> None:
    """Print what could not be done of a call that did the rest: beside the output, a sentence to a line."""
    for notice in notices:
        print(for_screen(notice.text(language())), file=sys.stderr)


def print_findings(findings: Iterable[Finding]) -> None:
    """Print a line per finding: how grave, in which cell, what."""
    console = new_console()
    for finding in findings:
        where = f" {finding.cell}" if finding.cell else ""
        head = Text(f"  {localize(f'word-{finding.severity}')}{where}: ", style=_STYLES[finding.severity])
        console.print(head.append(finding.text(language()), style="default"))


def shown(value: object) -> str:
    """Return a value in the words and digits of the reader."""
    return show(value, language())


def in_digits(text: str) -> str:
    """Return a text with its digits as the reader writes them."""
    return to_bangla_digits(text) if language() == "bn" else text


def basis_line(plan: Plan, quarter: Quarter, rule: Rule, as_of: date) -> str:
    """Return what all marks on a screen rest on."""
    year = in_digits(plan.fiscal_year.label)
    return localize("said-basis", year=year, quarter=quarter, rule=localize(f"rule-{rule}"), date=as_of)
