"""A computer, as far as it matters for the add-in.

A `Computer` holds the few things that cannot be had off Windows; the functions in this package are plain reading of
files, the environment and the registry, so tests hand them a made-up one. Nothing here changes anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from xl_apa.core.errors import CallError

USER, MACHINE = "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"
"""The roots of the registry: what this Windows user set, and what holds for all users."""

_VARIABLE = re.compile("%([^%]+)%")


class Registry(Protocol):
    """The Windows registry, read only. Keys start with HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE."""

    def value(self, key: str, name: str = "") -> object:
        """Return a value, or None where key or value are missing."""

    def values(self, key: str) -> Mapping[str, object]:
        """Return all values of a key; empty when the key is missing."""

    def keys(self, key: str) -> tuple[str, ...]:
        """Return the names of the keys below; empty when the key is missing."""


@dataclass(frozen=True, slots=True)
class RunningExcel:
    """An Excel that is open now."""

    startup: Path
    holds_addin: bool


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A file that starts a program when it is clicked."""

    path: Path
    program: Path
    arguments: tuple[str, ...]
    hint: str
    """What Windows says when the mouse rests on it."""


@dataclass(frozen=True, slots=True)
class Computer:
    """What is read of a computer: by itself, or made up by a test."""

    system: str
    environ: Mapping[str, str]
    registry: Registry
    interpreter: Path
    prefix: Path
    """Where the packages of this Python live; xlwings puts its DLLs here."""
    base_prefix: Path
    """Where Python itself lives, when this one is a virtual environment."""
    python: tuple[int, int]
    running_excel: Callable[[str], RunningExcel | None]
    """The Excel that is open, if any, and whether it holds the named add-in."""
    short_path: Callable[[Path], str]
    """The old 8.3 name of a path, made of ASCII letters; the path itself where there is none."""
    package: Callable[[str], str | None]
    """The version of an installed package."""
    make_shortcut: Callable[[Shortcut], None]
    """Writes a shortcut, or raises OSError."""

    @property
    def is_windows(self) -> bool:
        return self.system == "Windows"

    def require_windows(self) -> None:
        """Raise CallError where there can be no Excel for Windows."""
        if not self.is_windows:
            raise CallError("not-windows", system=self.system)

    def folder(self, variable: str) -> Path:
        """Return a folder that Windows names in its environment. Raise CallError when it does not."""
        named = self.environ.get(variable, "")
        if not named:
            raise CallError("folder-unknown", variable=variable)
        return Path(named)

    def expand(self, text: str) -> str:
        """Return a registry value with the folders it names by variable put in, as `%AppData%` or `%APPDATA%`."""
        values = {name.upper(): value for name, value in self.environ.items()}
        return _VARIABLE.sub(lambda found: values.get(found[1].upper(), found[0]), text)
