"""What `doctor` and the commands of `addin` print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from xl_apa._version import __version__
from xl_apa.cli.screens import new_console
from xl_apa.cli.speech import language, say
from xl_apa.setup.diagnosis import State
from xl_apa.setup.doctor import Result
from xl_apa.setup.install import Installed, Removed
from xl_apa.setup.windows_environment import Pc

if TYPE_CHECKING:
    from xl_apa.setup.bundle import Bundle

_STYLES = {State.OK: "green", State.WARNING: "yellow", State.ERROR: "bold red", State.SKIPPED: "cyan"}
_MEGABYTE = 1_000_000


def doctor_data(pc: Pc, results: Sequence[Result]) -> dict[str, object]:
    """The shape of `doctor --json`."""
    return {
        "version": __version__,
        "windows": pc.is_windows,
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


def print_doctor(pc: Pc, results: Sequence[Result]) -> None:
    """A line for each check, and what to do where something is wrong."""
    console: Console = new_console()
    table = Table(box=SIMPLE_HEAD, show_header=False)
    for result in results:
        if result.state is not State.SKIPPED:
            state = Text(say(f"word-{result.state}"), style=_STYLES[result.state])
            table.add_row(say(f"check-{result.check}"), state, Text(result.text(language())))
    console.print(table)
    if not pc.is_windows:
        console.print(say("said-not-windows", count=_count(results, State.SKIPPED)))
    errors, warnings = _count(results, State.ERROR), _count(results, State.WARNING)
    if errors or warnings:
        console.print(say("said-unhealthy", errors=errors, warnings=warnings))
    elif pc.is_windows:
        console.print(say("said-healthy"))


def print_installed(installed: Installed) -> None:
    _print(say("said-installed", path=installed.addin))


def print_removed(removed: Removed) -> None:
    for code, paths in (("said-removed", removed.gone), ("said-kept", removed.kept)):
        for path in paths:
            _print(say(code, path=path))


def print_bundle(bundle: Bundle) -> None:
    size = round(bundle.size / _MEGABYTE)
    pythons = ", ".join(bundle.pythons)
    _print(say("said-bundle", path=bundle.folder, pythons=pythons, wheels=bundle.wheels, size=size))


def _print(sentence: str) -> None:
    # As plain text: a path may hold [brackets], and a broken line could not be copied.
    new_console().print(Text(sentence), soft_wrap=True)


def _count(results: Sequence[Result], state: State) -> int:
    return sum(result.state is state for result in results)
