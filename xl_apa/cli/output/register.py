"""What is said of a register."""

from __future__ import annotations

from xl_apa.cli.output.console import print_message
from xl_apa.ministry.register.model import Register


def print_ignored(register: Register) -> None:
    """Print which of its columns say nothing to the program; nothing when all do."""
    if register.ignored:
        print_message("said-columns-ignored", headings=list(register.ignored))
