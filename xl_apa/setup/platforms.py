"""The computers that a bundle can be for."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from xl_apa.core.errors import CallError

WINDOWS = "win_amd64"
HERE = "this"
PLATFORMS = (WINDOWS, HERE)
PYTHONS = ("3.11", "3.12", "3.13")

_WINDOWS_MARKERS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "platform_release": "10",
    "platform_version": "10.0.19045",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}


@dataclass(frozen=True, slots=True)
class Target:
    """The computer a bundle is for."""

    python: str
    platform: str = WINDOWS

    def __post_init__(self) -> None:
        if self.platform == HERE and self.python != this_python():
            raise CallError("bundle-python-not-here", text=self.python, name=this_python())

    @property
    def markers(self) -> dict[str, str]:
        """What the conditions in requirements are asked of."""
        # Loaded here: only bundling asks, and the program starts faster without.
        from packaging.markers import default_environment

        here = {name: str(value) for name, value in default_environment().items()}
        if self.platform == HERE:
            return here
        full = f"{self.python}.0"
        versions = {"python_version": self.python, "python_full_version": full, "implementation_version": full}
        return {**here, **_WINDOWS_MARKERS, **versions}

    @property
    def pip_options(self) -> tuple[str, ...]:
        """What makes pip choose wheels for it, and nothing but wheels."""
        wheels_only = ("--only-binary", ":all:")
        if self.platform == HERE:
            return wheels_only
        return (*wheels_only, "--platform", self.platform, "--python-version", self.python, "--implementation", "cp")


def this_python() -> str:
    """The version of the Python that runs this, as bundles are named: 3.12."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
