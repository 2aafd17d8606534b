"""What `doctor` found: a table for people, the shape of `doctor --json` for programs."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from xl_apa._version import __version__
from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.console import new_console
from xl_apa.setup.diagnosis import State
from xl_apa.setup.doctor import CheckResult
from xl_apa.setup.environment.computer import Computer

_STYLES = {State.OK: "green", State.WARNING: "yellow", State.ERROR: "bold red", State.SKIPPED: "cyan"}


def doctor_data(computer: Computer, results: Sequence[CheckResult]) -> dict[str, object]:
    """Return the shape of `doctor --json`."""
    return {
        "version": __version__,
        "windows": computer.is_windows,
        "errors": _count(results, State.ERROR),
        "warnings": _count(results, State.WARNING),
        "checks": [
            {
                "check": result.check,
                "state": result.state.value,
                "code": result.code,
                "bn": result.text("bn"),
                "en": result.text("en"),
            }
            for result in results
        ],
    }


def print_doctor(computer: Computer, results: Sequence[CheckResult]) -> None:
    """Print a line for each check, and what to do where something is wrong."""
    console = new_console()
    table = Table(box=SIMPLE_HEAD, show_header=False)
    for result in results:
        if result.state is not State.SKIPPED:
            state = Text(localize(f"word-{result.state}"), style=_STYLES[result.state])
            table.add_row(localize(f"check-{result.check}"), state, Text(result.text(language())))
    console.print(table)
    if not computer.is_windows:
        console.print(localize("said-not-windows", count=_count(results, State.SKIPPED)))
    errors, warnings = _count(results, State.ERROR), _count(results, State.WARNING)
    if errors or warnings:
        console.print(localize("said-unhealthy", errors=errors, warnings=warnings))
    elif computer.is_windows:
        console.print(localize("said-healthy"))


def _count(results: Sequence[CheckResult], state: State) -> int:
    return sum(result.state is state for result in results)
