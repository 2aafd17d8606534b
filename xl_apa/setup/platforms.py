"""The computers that a bundle can be for."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from xl_apa.core.errors import CallError

WINDOWS = "win_amd64"
HERE = "this"
PLATFORMS = (WINDOWS, HERE)
PYTHONS = ("3.11", "3.12", "3.13")

_OF_UV = {WINDOWS: "x86_64-pc-windows-msvc"}


@dataclass(frozen=True, slots=True)
class Target:
    """The computer a bundle is for."""

    python: str
    platform: str = WINDOWS

    def __post_init__(self) -> None:
        if self.platform == HERE and self.python != this_python():
            raise CallError("bundle-python-not-here", text=self.python, name=this_python())

    @property
    def uv_options(self) -> tuple[str, ...]:
        """What makes uv resolve for it: conditions in requirements are asked of the target."""
        if self.platform == HERE:
            return ()
        return ("--python-platform", _OF_UV[self.platform], "--python-version", self.python)

    @property
    def pip_options(self) -> tuple[str, ...]:
        """What makes pip choose wheels for it, and nothing but wheels."""
        wheels_only = ("--only-binary", ":all:")
        if self.platform == HERE:
            return wheels_only
        return (*wheels_only, "--platform", self.platform, "--python-version", self.python, "--implementation", "cp")


def this_python() -> str:
    """Return the version of the Python that runs this, as bundles are named: 3.12."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
