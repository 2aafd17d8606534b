"""A group of commands whose modules are imported when a command is called, not when the program starts.

The pattern of click's documentation ("Lazily Loading Subcommands"); the list of commands in a group's help needs no
module either, since help texts come from the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from xl_apa.cli.localized import LocalizedGroup, short_help


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """Where a command is (`attribute` of `module`), and the code of its help text."""

    module: str
    attribute: str
    help_code: str

    def load(self) -> click.Command:
        """Import the module and return the command."""
        command = getattr(import_module(self.module), self.attribute)
        assert isinstance(command, click.Command), f"{self.module}.{self.attribute} is a command"
        return command


class _LoadedOnDemand(Mapping[str, click.Command]):
    """Commands by name, each loaded when it is asked for."""

    def __init__(self, commands: Mapping[str, LazyCommand]) -> None:
        self._commands = commands

    def __getitem__(self, name: str) -> click.Command:
        return self._commands[name].load()

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)


class LazyGroup(LocalizedGroup):
    """A group with `lazy_commands`, by name."""

    def __init__(self, *args: Any, lazy_commands: Mapping[str, LazyCommand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy_commands = lazy_commands
        # click would also let commands be added; ours are all known.
        self.commands = _LoadedOnDemand(lazy_commands)  # type: ignore[assignment]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            lazy = self.lazy_commands
            formatter.write_dl([(name, short_help(lazy[name].help_code)) for name in self.list_commands(ctx)])
