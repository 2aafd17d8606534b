"""pip, as it is set up on this computer: its index and all else that its configuration says."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from xl_apa.core.errors import OutputError

_SECTIONS = ("global", "install", ":env:")
"""Where a setting of pip may stand, what counts most last."""
_LINES_OF_A_REASON = 3


def run_pip(*arguments: str) -> str:
    """Run the pip of this Python and return what it prints. Raise OutputError with what it says when it fails."""
    return run_tool([sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments])


def run_tool(
    command: Sequence[str], given_text: str | None = None, environment: Mapping[str, str] | None = None
) -> str:
    """Run a program that fetches packages and return what it prints. Raise OutputError with what it says on failure."""
    done = subprocess.run(
        command,
        input=given_text,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        lines = [line for line in lines if line.startswith("ERROR")] or lines
        reason = " ".join(lines[-_LINES_OF_A_REASON:]).removeprefix("ERROR: ")
        raise OutputError("bundle-pip", reason=reason or done.returncode)
    return done.stdout


def pip_settings() -> dict[str, str]:
    """Return the settings of pip that hold for installing here, by option name: `index-url`, `find-links`, …"""
    lines = (line.partition("=") for line in run_pip("config", "list").splitlines())
    named = {name: ast.literal_eval(value) for name, equals, value in lines if equals}
    return {
        option: str(named[f"{section}.{option}"])
        for section in _SECTIONS
        for option in (name.removeprefix(f"{section}.") for name in named if name.startswith(f"{section}."))
    }
